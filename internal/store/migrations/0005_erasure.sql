-- +goose Up
CREATE TABLE erasure (
  id          TEXT PRIMARY KEY,
  at          BIGINT NOT NULL,
  kind        TEXT NOT NULL,
  workspace   TEXT NOT NULL,
  subject     TEXT NOT NULL,
  counts      TEXT NOT NULL,
  remaining   TEXT NOT NULL,
  disk        TEXT NOT NULL,
  replayed_at BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX erasure_workspace ON erasure (workspace, at);
CREATE INDEX erasure_at ON erasure (at);
CREATE INDEX erasure_subject ON erasure (workspace, subject);

-- +goose Down
DROP TABLE erasure;
