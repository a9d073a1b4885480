package store

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/erasure"
)

// What is asked of tables that grow for years is found by an index, without a look at all rows of a bot.
func TestGrowingTablesAreNotReadAsAWhole(t *testing.T) {
	db := open(t, filepath.Join(t.TempDir(), "wca.db"))
	for statement, want := range map[string]string{
		"DELETE FROM gap WHERE workspace = ? AND bot = ? AND session = ?":                                            "(workspace=? AND bot=? AND session=?)",
		"DELETE FROM transfer WHERE workspace = ? AND bot = ? AND source = ?":                                        "(workspace=? AND bot=? AND source=?)",
		"SELECT id FROM transfer WHERE workspace = ? AND bot = ? ORDER BY at DESC, id LIMIT 100":                     "transfer_bot_at",
		"SELECT id FROM transfer WHERE workspace = ? ORDER BY at DESC, id LIMIT 100":                                 "transfer_at",
		"SELECT id FROM erasure WHERE disk = '' OR (disk = 'vacuumed' AND at >= ?) ORDER BY at":                      "erasure_disk",
		"SELECT workspace FROM session WHERE wished_at > 0":                                                          "session_wished",
		"SELECT bot FROM session WHERE workspace = ? AND bot IN (SELECT id FROM bot WHERE workspace = ?) AND id = ?": "(workspace=? AND bot=? AND id=?)",
	} {
		steps, err := rows(t.Context(), db, "EXPLAIN QUERY PLAN "+statement, make([]any, strings.Count(statement, "?")), func(r scanner) (step string, err error) {
			err = r.Scan(new(any), new(any), new(any), &step)
			return step, err
		})
		must(t, err)
		if plan := strings.Join(steps, "\n"); !strings.Contains(plan, want) {
			t.Errorf("%s\nis done by\n%s", statement, plan)
		}
	}
}

// The answers of a bot are looked through in parts, also where a conversation stands in two of them.
func TestAnswersOfAnErasedDocumentAreFoundInAllParts_K2(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		plant(t, db, "a")
		must(t, db.tx(t.Context(), func(x transaction) error {
			for n := range 2*answersAtOnce + 10 {
				_, err := x.ExecContext(t.Context(), db.q(`INSERT INTO message (workspace, bot, session, id, place, client_id, reply_to, role, state, text, language, at)
					VALUES ('a', 'bot', 'ses', ?, ?, '', '', 'assistant', 'done', 'said', 'de', 1)`), fmt.Sprint("many", n), n+10)
				if err != nil {
					return err
				}
			}
			return nil
		}))
		var seen []conversation.Message
		must(t, db.tx(t.Context(), func(x transaction) error {
			for some, err := range db.answers(t.Context(), x, erasure.Subject{Workspace: "a", Bot: "bot"}, time.Time{}) {
				if err != nil {
					return err
				}
				for _, a := range some {
					seen = append(seen, a.Message)
				}
			}
			return nil
		}))
		var all int
		must(t, db.read.QueryRow("SELECT COUNT(*) FROM message WHERE workspace = 'a' AND role = 'assistant'").Scan(&all))
		ids := map[string]bool{}
		for _, m := range seen {
			ids[m.ID] = true
		}
		if len(seen) != all || len(ids) != all || all < 2*answersAtOnce {
			t.Errorf("%d answers of %d were seen, %d of them once", len(seen), all, len(ids))
		}
	})
}
