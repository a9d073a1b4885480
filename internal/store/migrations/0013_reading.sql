-- +goose Up
-- What the latest reading did to the document of a page, and what is to be known of the reading (JSON).
ALTER TABLE page ADD COLUMN effect TEXT NOT NULL DEFAULT '';
ALTER TABLE source ADD COLUMN notice TEXT NOT NULL DEFAULT '';
CREATE INDEX page_effect ON page (workspace, bot, source, effect);

-- +goose Down
DROP INDEX page_effect;
ALTER TABLE source DROP COLUMN notice;
ALTER TABLE page DROP COLUMN effect;
