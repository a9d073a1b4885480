package store

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/egress"
	"github.com/webchatagent/wca/internal/erasure"
	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/source"
	"github.com/webchatagent/wca/internal/token"
	"github.com/webchatagent/wca/internal/workspace"
)

// count counts the text in the files of the database.
func count(t *testing.T, path, text string) int {
	t.Helper()
	files, err := filepath.Glob(path + "*")
	must(t, err)
	n := 0
	for _, f := range files {
		content, err := os.ReadFile(f)
		must(t, err)
		n += bytes.Count(content, []byte(text))
	}
	return n
}

// planted is a workspace with random strings wherever text can stand, by what they belong to.
type planted struct {
	ws       string
	strings  map[erasure.Kind][]string // of the subject itself, without what belongs to others of it
	document string                    // id of the document that is planted as such
}

func (p *planted) string(kind erasure.Kind) string {
	s := "kanarie" + strings.TrimPrefix(token.ID("x"), "x_")
	p.strings[kind] = append(p.strings[kind], s)
	return s
}

// plant fills a workspace: a bot with a source of two documents, one of which is erased as such; a
// conversation that quotes it; pairs, files, queue and ledger.
func plant(t *testing.T, db *DB, ws string) *planted {
	t.Helper()
	ctx := t.Context()
	p := &planted{ws: ws, strings: map[erasure.Kind][]string{}}
	must(t, db.CreateWorkspace(ctx, workspace.Workspace{ID: ws, Name: p.string(erasure.Workspace), CreatedAt: now},
		workspace.Key{Workspace: ws, ID: "key" + ws, Label: p.string(erasure.Workspace), Hash: []byte(ws), Role: workspace.Owner, CreatedAt: now}))
	s := bot.Default("quote")
	s.Contact = map[string]string{"de": p.string(erasure.Bot)}
	must(t, db.CreateBot(ctx, bot.Bot{Workspace: ws, ID: "bot", PublicID: "pub" + ws, Name: p.string(erasure.Bot), CreatedAt: now}, s))
	must(t, db.PutPair(ctx, conversation.Pair{Workspace: ws, Bot: "bot", ID: "pair", Question: p.string(erasure.Bot), Answer: p.string(erasure.Bot), CreatedAt: now}))
	must(t, db.CreateSource(ctx, source.Source{Workspace: ws, Bot: "bot", ID: "src", Kind: source.Site, Address: "https://" + p.string(erasure.Source) + ".test/", Message: p.string(erasure.Source), State: source.Ready, CreatedAt: now}))
	p.document = "docone"
	for id, kind := range map[string]erasure.Kind{"docone": erasure.Document, "doctwo": erasure.Source} {
		path := "/Stra%C3%9Fe-" + p.string(kind)
		d := source.Document{Workspace: ws, Bot: "bot", Source: "src", ID: id, Address: "https://a.test" + path, Title: p.string(kind), UpdatedAt: now}
		must(t, errOf(db.AddPages(ctx, []source.Page{{Workspace: ws, Bot: "bot", Source: "src", Address: d.Address}})))
		piece := passage.Passage{Text: p.string(kind), Headings: []string{p.string(kind)}, Analysed: []byte(p.string(kind))}
		must(t, errOf(db.FinishPage(ctx, source.Page{Workspace: ws, Bot: "bot", Source: "src", Address: d.Address, State: source.PageDone, Reason: p.string(kind), ETag: p.string(kind)}, &d, []passage.Passage{piece})))
		must(t, db.PutBlob(ctx, source.Blob{Workspace: ws, Bot: "bot", Source: "src", Name: d.Address, Body: []byte(p.string(kind))}))
		_, err := db.write.Exec(db.q("INSERT INTO vector (workspace, bot, document, ordinal, embedder, body) VALUES (?, 'bot', ?, 0, 'x', ?)"), ws, id, []byte(p.string(kind)))
		must(t, err)
		for version, fetched := range []string{path, strings.Replace(path, "%C3%9F", "ß", 1)} { // as it left, and decoded, as earlier versions wrote it down
			must(t, db.Record(ctx, egress.Transfer{ID: fmt.Sprint("crawl", id, version), Time: now, Purpose: egress.Crawl, Path: fetched, Attribution: egress.Attribution{Workspace: ws, Bot: "bot", Source: "src"}}))
		}
		quote(t, db, p, d, kind)
	}
	talk(t, db, ws, "other", p.string(erasure.Bot), now)
	talk(t, db, ws, "ses", p.string(erasure.Session), now)
	must(t, db.PutContact(ctx, conversation.Contact{
		Workspace: ws, Bot: "bot", ID: "con", Session: "ses", Name: p.string(erasure.Contact), Email: p.string(erasure.Contact), Phone: p.string(erasure.Contact), At: now,
	}))
	_, err := db.write.Exec("CREATE TABLE IF NOT EXISTS river_job (id BIGINT, state TEXT, args " + map[bool]string{true: "JSONB", false: "TEXT"}[db.pool != nil] + ", errors TEXT)")
	must(t, err)
	for n, kind := range []erasure.Kind{erasure.Source, erasure.Bot} {
		_, err = db.write.Exec(db.q("INSERT INTO river_job (id, state, args, errors) VALUES (?, 'retryable', ?, ?)"), n,
			fmt.Sprintf(`{"Task":"t","Workspace":%q,"Bot":"bot","Subject":%q}`, ws, map[erasure.Kind]string{erasure.Source: "src", erasure.Bot: "bot"}[kind]), p.string(kind))
		must(t, err)
	}
	return p
}

// quote stores an answer that cites a document, and one that was shown it without citing it. What
// repeats the document goes with it; what the visitor asked belongs to the bot here.
func quote(t *testing.T, db *DB, p *planted, d source.Document, kind erasure.Kind) {
	t.Helper()
	ctx, session := t.Context(), "quotes"+d.ID
	must(t, db.CreateSession(ctx, conversation.Session{Workspace: p.ws, Bot: "bot", ID: session, Hash: []byte(p.ws + session), CreatedAt: now, LastAt: now}))
	for _, cites := range []bool{true, false} {
		id := fmt.Sprint(session, cites)
		q := conversation.Message{Workspace: p.ws, Bot: "bot", Session: session, ID: "q" + id, ClientID: id, Role: conversation.Visitor, State: conversation.Done, Text: p.string(erasure.Bot), At: now}
		a := conversation.Message{Workspace: p.ws, Bot: "bot", Session: session, ID: "a" + id, Role: conversation.Assistant, State: conversation.Streaming, At: now}
		_, err := db.BeginAnswer(ctx, nil, &q, &a)
		must(t, err)
		a.State, a.Trace.Documents = conversation.Done, []string{d.ID}
		if !cites {
			a.Text = p.string(erasure.Bot)
		} else {
			a.Text, a.Citations = p.string(kind), []conversation.Citation{{N: 1, Document: d.Address, Title: d.Title, Passage: p.string(kind)}}
		}
		must(t, db.FinishAnswer(ctx, &a))
		must(t, db.Record(ctx, egress.Transfer{ID: "tr" + id, Time: now, Purpose: egress.Model, BytesOut: 5, Body: []byte(p.string(kind)), Attribution: egress.Attribution{Workspace: p.ws, Bot: "bot", Answer: a.ID}}))
	}
}

// belongs says what an erasure takes along.
var belongs = map[erasure.Kind][]erasure.Kind{
	erasure.Session:   {erasure.Session, erasure.Contact},
	erasure.Contact:   {erasure.Contact},
	erasure.Document:  {erasure.Document},
	erasure.Source:    {erasure.Source, erasure.Document},
	erasure.Bot:       {erasure.Bot, erasure.Source, erasure.Document, erasure.Session, erasure.Contact},
	erasure.Workspace: erasure.Kinds,
}

// countRows looks for a text in all rows of all tables, also where it stands as bytes.
func countRows(t *testing.T, db *DB, text string) int {
	t.Helper()
	tables, err := db.tables(t.Context(), db.write)
	must(t, err)
	n := 0
	for table := range tables {
		n += countIn(t, db, table, text)
	}
	return n
}

func countIn(t *testing.T, db *DB, table, text string) (n int) {
	t.Helper()
	r, err := db.write.Query("SELECT * FROM " + table)
	must(t, err)
	defer r.Close()
	columns, err := r.Columns()
	must(t, err)
	for r.Next() {
		cells := make([]any, len(columns))
		for i := range cells {
			cells[i] = new(any)
		}
		must(t, r.Scan(cells...))
		for _, c := range cells {
			switch v := (*c.(*any)).(type) {
			case []byte:
				n += bytes.Count(v, []byte(text))
			case string:
				n += strings.Count(v, text)
			}
		}
	}
	must(t, r.Err())
	return n
}
