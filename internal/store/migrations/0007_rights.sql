-- +goose Up
ALTER TABLE session ADD COLUMN no_model BIGINT NOT NULL DEFAULT 0;
ALTER TABLE session ADD COLUMN restricted BIGINT NOT NULL DEFAULT 0;
ALTER TABLE retention_run ADD COLUMN contacts BIGINT NOT NULL DEFAULT 0;
CREATE INDEX session_restricted ON session (workspace, bot, id) WHERE restricted = 1;

CREATE TABLE contact (
  workspace TEXT NOT NULL,
  bot       TEXT NOT NULL,
  id        TEXT NOT NULL,
  session   TEXT NOT NULL,
  name      TEXT NOT NULL,
  email     TEXT NOT NULL,
  phone     TEXT NOT NULL,
  at        BIGINT NOT NULL,
  PRIMARY KEY (workspace, bot, id),
  FOREIGN KEY (workspace, bot, session) REFERENCES session (workspace, bot, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX contact_session ON contact (workspace, bot, session);

-- +goose Down
DROP TABLE contact;
DROP INDEX session_restricted;
ALTER TABLE retention_run DROP COLUMN contacts;
ALTER TABLE session DROP COLUMN restricted;
ALTER TABLE session DROP COLUMN no_model;
