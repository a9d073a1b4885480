-- +goose Up
-- Addresses of a website that a limit kept out, as far as they were seen.
ALTER TABLE source ADD COLUMN left_by_pages BIGINT NOT NULL DEFAULT 0;
ALTER TABLE source ADD COLUMN left_by_depth BIGINT NOT NULL DEFAULT 0;

-- +goose Down
ALTER TABLE source DROP COLUMN left_by_depth;
ALTER TABLE source DROP COLUMN left_by_pages;
