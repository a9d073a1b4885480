package store

import (
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/erasure"
	"github.com/webchatagent/wca/internal/source"
	"github.com/webchatagent/wca/test/postgres"
)

// An answer that comes to its end between the look at answers and the end of an erasure waits for it and is withdrawn. On
// SQLite there is one writer only.
func TestAnAnswerThatEndsWhileItsDocumentIsErased_C2_K2(t *testing.T) {
	ctx, db := t.Context(), open(t, postgres.New(t))
	fill(t, db, "a")
	d := document("a", "https://a.test/")
	must(t, errOf(db.FinishPage(ctx, page("a", d.Address, source.PageDone), d, nil)))
	q := conversation.Message{Workspace: "a", Bot: "bot", Session: "ses", ID: "q", ClientID: "q", Role: conversation.Visitor, State: conversation.Done, Text: "Wann?", At: now}
	a := conversation.Message{Workspace: "a", Bot: "bot", Session: "ses", ID: "a", Role: conversation.Assistant, State: conversation.Streaming, At: now}
	must(t, errOf(db.BeginAnswer(ctx, nil, &q, &a)))

	waiting := func(n int, over <-chan error) {
		t.Helper()
		for end := time.Now().Add(20 * time.Second); time.Now().Before(end) && len(over) == 0; time.Sleep(5 * time.Millisecond) {
			var blocked int
			must(t, db.read.QueryRow("SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'").Scan(&blocked))
			if blocked == n {
				return
			}
		}
		t.Errorf("%d do not wait", n)
	}
	erased, finished := make(chan error, 1), make(chan error, 1)
	must(t, db.tx(ctx, func(x transaction) error {
		if _, err := x.ExecContext(ctx, "SELECT id FROM document WHERE workspace = 'a' FOR UPDATE"); err != nil { // the erasure comes as far as this
			return err
		}
		go func() { erased <- errOf(eraser(t, db).Erase(ctx, "a", erasure.Document, d.ID)) }()
		waiting(1, erased)
		a.State, a.Text, a.Trace.Documents = conversation.Done, "Am Samstag.", []string{d.ID}
		a.Citations = []conversation.Citation{{N: 1, Document: d.Address}}
		go func() { finished <- db.FinishAnswer(ctx, &a) }()
		waiting(2, finished)
		return nil
	}))
	must(t, <-erased)
	must(t, <-finished)
	if m, err := db.Message(ctx, "a", "bot", "ses", "a"); err != nil || m.Text != erasure.Withdrawn("de") || len(m.Citations) != 0 {
		t.Errorf("there is %+v, %v", m, err)
	}
}
