-- +goose Up
CREATE INDEX transfer_at ON transfer (workspace, at);

-- +goose Down
DROP INDEX transfer_at;
