-- +goose Up
-- What grows for years is found by an index: unanswered questions of a conversation and fetches of a source that are
-- erased, a bot's part of the ledger, and erasures that are not finished.
CREATE INDEX gap_session ON gap (workspace, bot, session);
CREATE INDEX transfer_source ON transfer (workspace, bot, source);
CREATE INDEX transfer_bot_at ON transfer (workspace, bot, at);
CREATE INDEX erasure_disk ON erasure (disk, at);

-- +goose Down
DROP INDEX erasure_disk;
DROP INDEX transfer_bot_at;
DROP INDEX transfer_source;
DROP INDEX gap_session;
