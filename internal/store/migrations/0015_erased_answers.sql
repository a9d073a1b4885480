-- +goose Up
-- Of what left for answers that were erased, the day is kept and neither the time nor the answer.
UPDATE transfer SET answer = '', at = at - at % 86400000000 WHERE answer <> ''
  AND NOT EXISTS (SELECT 1 FROM message m WHERE m.workspace = transfer.workspace AND m.bot = transfer.bot AND m.id = transfer.answer);

-- +goose Down
SELECT 1;
