-- +goose Up
ALTER TABLE transfer ADD COLUMN returned BYTEA;
CREATE INDEX message_id ON message (workspace, bot, id);

-- +goose Down
DROP INDEX message_id;
ALTER TABLE transfer DROP COLUMN returned;
