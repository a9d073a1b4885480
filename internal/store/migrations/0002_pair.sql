-- +goose Up
CREATE TABLE pair (
  workspace  TEXT NOT NULL,
  bot        TEXT NOT NULL,
  id         TEXT NOT NULL,
  question   TEXT NOT NULL,
  answer     TEXT NOT NULL,
  language   TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (workspace, bot, id),
  FOREIGN KEY (workspace, bot) REFERENCES bot (workspace, id) ON DELETE CASCADE
);

-- +goose Down
DROP TABLE pair;
