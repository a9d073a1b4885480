-- +goose Up
-- How many entries of the ledger went because their years were over.
ALTER TABLE retention_run ADD COLUMN entries BIGINT NOT NULL DEFAULT 0;

-- What is being erased in several transactions, from the first until the last, which writes the receipt.
CREATE TABLE erasing (
  workspace TEXT NOT NULL,
  kind      TEXT NOT NULL,
  subject   TEXT NOT NULL,
  bot       TEXT NOT NULL,
  receipt   TEXT NOT NULL,
  at        BIGINT NOT NULL,
  counts    TEXT NOT NULL,
  PRIMARY KEY (workspace, kind, subject)
);

-- +goose Down
DROP TABLE erasing;
ALTER TABLE retention_run DROP COLUMN entries;
