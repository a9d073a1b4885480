-- +goose Up
-- Of what left for answers that are anonymised already, the day is kept and neither the time nor the answer.
UPDATE transfer SET answer = '', at = at - at % 86400000000 WHERE (workspace, bot, answer) IN
  (SELECT m.workspace, m.bot, m.id FROM message m JOIN session s ON s.workspace = m.workspace AND s.bot = m.bot AND s.id = m.session WHERE s.anonymised_at <> 0);

-- +goose Down
SELECT 1;
