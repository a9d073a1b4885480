-- +goose Up
ALTER TABLE session ADD COLUMN wished_at BIGINT NOT NULL DEFAULT 0;

-- +goose Down
ALTER TABLE session DROP COLUMN wished_at;
