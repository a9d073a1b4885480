-- +goose Up
-- Which secret keys servers work with, by their fingerprints; no row belongs to a workspace.
CREATE TABLE server_key (
  fingerprint TEXT PRIMARY KEY,
  seen_at     BIGINT NOT NULL
);

-- +goose Down
DROP TABLE server_key;
