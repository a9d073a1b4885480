-- +goose Up
-- Servers that share the database, which of them live, and the mark by which each knows the database again.
CREATE TABLE server (
  id      TEXT PRIMARY KEY,
  mark    BIGINT NOT NULL,
  seen_at BIGINT NOT NULL,
  asked   TEXT NOT NULL
);

-- Which of them writes an answer.
ALTER TABLE message ADD COLUMN server TEXT NOT NULL DEFAULT '';

-- +goose Down
ALTER TABLE message DROP COLUMN server;
DROP TABLE server;
