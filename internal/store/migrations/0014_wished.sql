-- +goose Up
CREATE INDEX session_wished ON session (wished_at) WHERE wished_at > 0;

-- +goose Down
DROP INDEX session_wished;
