-- +goose Up
-- Which reason extraction gave for not reading a page, and the values in it (JSON): told in any language.
ALTER TABLE page ADD COLUMN said TEXT NOT NULL DEFAULT '';

-- +goose Down
ALTER TABLE page DROP COLUMN said;
