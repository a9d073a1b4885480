-- +goose Up
ALTER TABLE session ADD COLUMN anonymised_at BIGINT NOT NULL DEFAULT 0;
CREATE INDEX session_last ON session (workspace, bot, last_at) WHERE anonymised_at = 0;
CREATE INDEX transfer_body ON transfer (workspace, bot, at) WHERE body IS NOT NULL;

CREATE TABLE retention_run (
  workspace   TEXT NOT NULL,
  bot         TEXT NOT NULL,
  id          TEXT NOT NULL,
  at          BIGINT NOT NULL,
  mode        TEXT NOT NULL,
  days        BIGINT NOT NULL,
  ledger_days BIGINT NOT NULL,
  sessions    BIGINT NOT NULL,
  messages    BIGINT NOT NULL,
  gaps        BIGINT NOT NULL,
  bodies      BIGINT NOT NULL,
  PRIMARY KEY (workspace, bot, id),
  FOREIGN KEY (workspace, bot) REFERENCES bot (workspace, id) ON DELETE CASCADE
);

-- +goose Down
DROP TABLE retention_run;
DROP INDEX transfer_body;
DROP INDEX session_last;
ALTER TABLE session DROP COLUMN anonymised_at;
