-- +goose Up
CREATE TABLE workspace (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL,
  created_at BIGINT NOT NULL
);

CREATE TABLE api_key (
  workspace    TEXT NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  id           TEXT NOT NULL,
  label        TEXT NOT NULL,
  prefix       TEXT NOT NULL,
  hash         BYTEA NOT NULL,
  role         TEXT NOT NULL,
  created_at   BIGINT NOT NULL,
  last_used_at BIGINT NOT NULL DEFAULT 0,
  revoked_at   BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (workspace, id)
);
CREATE UNIQUE INDEX api_key_hash ON api_key (hash);

CREATE TABLE bot (
  workspace    TEXT NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  id           TEXT NOT NULL,
  public_id    TEXT NOT NULL,
  name         TEXT NOT NULL,
  created_at   BIGINT NOT NULL,
  index_number BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (workspace, id),
  UNIQUE (workspace, name)
);
CREATE UNIQUE INDEX bot_public_id ON bot (public_id);

CREATE TABLE bot_settings (
  workspace  TEXT NOT NULL,
  bot        TEXT NOT NULL,
  number     BIGINT NOT NULL,
  state      TEXT NOT NULL,
  settings   TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (workspace, bot, number),
  FOREIGN KEY (workspace, bot) REFERENCES bot (workspace, id) ON DELETE CASCADE
);

CREATE TABLE source (
  workspace   TEXT NOT NULL,
  bot         TEXT NOT NULL,
  id          TEXT NOT NULL,
  kind        TEXT NOT NULL,
  address     TEXT NOT NULL,
  rules       TEXT NOT NULL,
  every       BIGINT NOT NULL,
  state       TEXT NOT NULL,
  message     TEXT NOT NULL,
  created_at  BIGINT NOT NULL,
  started_at  BIGINT NOT NULL DEFAULT 0,
  ended_at    BIGINT NOT NULL DEFAULT 0,
  due_at      BIGINT NOT NULL DEFAULT 0,
  run         BIGINT NOT NULL DEFAULT 0,
  holder      TEXT NOT NULL DEFAULT '',
  held_until  BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (workspace, bot, id),
  FOREIGN KEY (workspace, bot) REFERENCES bot (workspace, id) ON DELETE CASCADE
);
CREATE INDEX source_due ON source (state, due_at);

CREATE TABLE page (
  workspace     TEXT NOT NULL,
  bot           TEXT NOT NULL,
  source        TEXT NOT NULL,
  address       TEXT NOT NULL,
  depth         BIGINT NOT NULL,
  state         TEXT NOT NULL,
  status        BIGINT NOT NULL DEFAULT 0,
  code          TEXT NOT NULL DEFAULT '',
  reason        TEXT NOT NULL DEFAULT '',
  etag          TEXT NOT NULL DEFAULT '',
  last_modified TEXT NOT NULL DEFAULT '',
  content_hash  TEXT NOT NULL DEFAULT '',
  run           BIGINT NOT NULL DEFAULT 0,
  at            BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (workspace, bot, source, address),
  FOREIGN KEY (workspace, bot, source) REFERENCES source (workspace, bot, id) ON DELETE CASCADE
);
CREATE INDEX page_pending ON page (workspace, bot, source, state, depth, address);

CREATE TABLE blob (
  workspace    TEXT NOT NULL,
  bot          TEXT NOT NULL,
  source       TEXT NOT NULL,
  name         TEXT NOT NULL,
  content_type TEXT NOT NULL,
  body         BYTEA NOT NULL,
  PRIMARY KEY (workspace, bot, source, name),
  FOREIGN KEY (workspace, bot, source) REFERENCES source (workspace, bot, id) ON DELETE CASCADE
);

CREATE TABLE document (
  workspace    TEXT NOT NULL,
  bot          TEXT NOT NULL,
  id           TEXT NOT NULL,
  source       TEXT NOT NULL,
  address      TEXT NOT NULL,
  title        TEXT NOT NULL,
  language     TEXT NOT NULL,
  content_type TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  bytes        BIGINT NOT NULL,
  pages        BIGINT NOT NULL,
  passages     BIGINT NOT NULL,
  updated_at   BIGINT NOT NULL,
  PRIMARY KEY (workspace, bot, id),
  FOREIGN KEY (workspace, bot, source) REFERENCES source (workspace, bot, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX document_address ON document (workspace, bot, source, address);

CREATE TABLE passage (
  workspace TEXT NOT NULL,
  bot       TEXT NOT NULL,
  document  TEXT NOT NULL,
  ordinal   BIGINT NOT NULL,
  headings  TEXT NOT NULL,
  text      TEXT NOT NULL,
  language  TEXT NOT NULL,
  page      BIGINT NOT NULL,
  anchor    TEXT NOT NULL,
  analysed  BYTEA,
  PRIMARY KEY (workspace, bot, document, ordinal),
  FOREIGN KEY (workspace, bot, document) REFERENCES document (workspace, bot, id) ON DELETE CASCADE
);

CREATE TABLE session (
  workspace  TEXT NOT NULL,
  bot        TEXT NOT NULL,
  id         TEXT NOT NULL,
  hash       BYTEA NOT NULL,
  channel    TEXT NOT NULL,
  language   TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  last_at    BIGINT NOT NULL,
  PRIMARY KEY (workspace, bot, id),
  FOREIGN KEY (workspace, bot) REFERENCES bot (workspace, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX session_hash ON session (workspace, bot, hash);

CREATE TABLE message (
  workspace TEXT NOT NULL,
  bot       TEXT NOT NULL,
  session   TEXT NOT NULL,
  id        TEXT NOT NULL,
  place     BIGINT NOT NULL,
  client_id TEXT NOT NULL,
  reply_to  TEXT NOT NULL,
  role      TEXT NOT NULL,
  state     TEXT NOT NULL,
  text      TEXT NOT NULL,
  language  TEXT NOT NULL,
  refused   BIGINT NOT NULL DEFAULT 0,
  citations TEXT NOT NULL DEFAULT '',
  trace     TEXT NOT NULL DEFAULT '',
  feedback  TEXT NOT NULL DEFAULT '',
  at        BIGINT NOT NULL,
  PRIMARY KEY (workspace, bot, session, id),
  FOREIGN KEY (workspace, bot, session) REFERENCES session (workspace, bot, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX message_client ON message (workspace, bot, session, client_id) WHERE client_id <> '';
CREATE INDEX message_streaming ON message (state, at) WHERE state = 'streaming';

CREATE TABLE gap (
  workspace TEXT NOT NULL,
  bot       TEXT NOT NULL,
  id        TEXT NOT NULL,
  session   TEXT NOT NULL,
  message   TEXT NOT NULL,
  question  TEXT NOT NULL,
  language  TEXT NOT NULL,
  evidence  DOUBLE PRECISION NOT NULL,
  at        BIGINT NOT NULL,
  PRIMARY KEY (workspace, bot, id),
  FOREIGN KEY (workspace, bot, session) REFERENCES session (workspace, bot, id) ON DELETE CASCADE
);

CREATE TABLE transfer (
  workspace   TEXT NOT NULL,
  bot         TEXT NOT NULL,
  id          TEXT NOT NULL,
  at          BIGINT NOT NULL,
  purpose     TEXT NOT NULL,
  legal_basis TEXT NOT NULL,
  answer      TEXT NOT NULL,
  source      TEXT NOT NULL,
  recipient   TEXT NOT NULL,
  region      TEXT NOT NULL,
  method      TEXT NOT NULL,
  path        TEXT NOT NULL,
  categories  TEXT NOT NULL,
  bytes_out   BIGINT NOT NULL,
  bytes_in    BIGINT NOT NULL,
  status      BIGINT NOT NULL,
  error       TEXT NOT NULL,
  duration    BIGINT NOT NULL,
  body        BYTEA,
  PRIMARY KEY (workspace, bot, id)
);
CREATE INDEX transfer_answer ON transfer (workspace, bot, answer);
