-- +goose Up
-- On PostgreSQL, tables in whose files there may still be what was deleted or put otherwise: at first all that may.
CREATE TABLE stain (
  id     TEXT PRIMARY KEY,
  tables TEXT NOT NULL
);
INSERT INTO stain (id, tables) VALUES ('former', 'blob,contact,document,erasure,gap,message,page,pair,passage,session,transfer,vector');

-- +goose Down
DROP TABLE stain;
