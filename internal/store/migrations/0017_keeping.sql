-- +goose Up
-- How many entries of the ledger went because their years were over.
ALTER TABLE retention_run ADD COLUMN entries BIGINT NOT NULL DEFAULT 0;

-- Erasures of what is too large for one transaction, from the first until the last, which writes the receipt.
CREATE TABLE erasing (
  receipt     TEXT PRIMARY KEY,
  at          BIGINT NOT NULL,
  replayed_at BIGINT NOT NULL,
  workspace   TEXT NOT NULL,
  bot         TEXT NOT NULL,
  kind        TEXT NOT NULL,
  subject     TEXT NOT NULL,
  counts      TEXT NOT NULL,
  seen_at     BIGINT NOT NULL
);
CREATE INDEX erasing_subject ON erasing (workspace, kind, subject);

-- +goose Down
DROP TABLE erasing;
ALTER TABLE retention_run DROP COLUMN entries;
