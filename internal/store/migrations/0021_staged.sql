-- +goose Up
-- A document of very many passages is written beside its former ones: of one that is underway, or was cut short, those from
-- the first on count, as many as it has.
ALTER TABLE document ADD COLUMN first BIGINT NOT NULL DEFAULT 0;
ALTER TABLE document ADD COLUMN staged_at BIGINT NOT NULL DEFAULT 0;

-- +goose Down
ALTER TABLE document DROP COLUMN staged_at;
ALTER TABLE document DROP COLUMN first;
