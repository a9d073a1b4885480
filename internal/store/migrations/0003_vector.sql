-- +goose Up
ALTER TABLE bot ADD COLUMN embedder TEXT NOT NULL DEFAULT '';
ALTER TABLE bot ADD COLUMN embedded_index BIGINT NOT NULL DEFAULT -1;
ALTER TABLE bot_settings ADD COLUMN embedder TEXT NOT NULL DEFAULT '';

CREATE TABLE vector (
  workspace TEXT NOT NULL,
  bot       TEXT NOT NULL,
  document  TEXT NOT NULL,
  ordinal   BIGINT NOT NULL,
  embedder  TEXT NOT NULL,
  body      BYTEA NOT NULL,
  PRIMARY KEY (workspace, bot, document, ordinal, embedder),
  FOREIGN KEY (workspace, bot, document, ordinal) REFERENCES passage (workspace, bot, document, ordinal) ON DELETE CASCADE
);

-- +goose Down
DROP TABLE vector;
ALTER TABLE bot_settings DROP COLUMN embedder;
ALTER TABLE bot DROP COLUMN embedded_index;
ALTER TABLE bot DROP COLUMN embedder;
