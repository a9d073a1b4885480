package system

import (
	"context"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/webchatagent/wca/internal/source"
)

// poisoned is a store that panics with words of a document where that is looked for first, and where all pages are asked for.
type poisoned struct {
	source.Store
	document string // id
	all      bool
	once     sync.Once
}

func (p *poisoned) DocumentHash(ctx context.Context, workspace, bot, id string) (string, error) {
	if id == p.document {
		p.once.Do(func() { panic("cannot read Erika Mustermann") })
	}
	return p.Store.DocumentHash(ctx, workspace, bot, id)
}

func (p *poisoned) PendingPages(ctx context.Context, workspace, bot, id string, n int) ([]source.Page, error) {
	if p.all {
		panic("cannot read Erika Mustermann")
	}
	return p.Store.PendingPages(ctx, workspace, bot, id, n)
}

// A page or file over which the program breaks down has failed, and what it said before stays; the others are read. A
// reading that breaks down as a whole has failed, too. The server goes on, and its log says where it was, not what was read.
func TestAPanicWhileReadingIsAPageThatFailed_F34_J1(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		i := begin(t, settings)
		site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			switch r.URL.Path {
			case "/":
				_, _ = w.Write([]byte(`<title>Laden</title><p>Der Laden hat samstags bis 16 Uhr geöffnet.</p><a href="/a">Preise</a> <a href="/b">Team</a>`))
			case "/a":
				_, _ = w.Write([]byte(`<title>Preise</title><p>Eine Inspektion kostet im Laden 49 Euro.</p>`))
			case "/b":
				_, _ = w.Write([]byte(`<title>Team</title><p>Unsere Werkstatt leitet Erika Mustermann seit zwölf Jahren.</p>`))
			default:
				http.NotFound(w, r)
			}
		}))
		defer site.Close()
		website, err := i.app.Library.AddSite(t.Context(), i.bot.Workspace, i.bot.ID, source.Website{Address: site.URL})
		must(t, err)
		files, err := i.app.Library.AddFiles(t.Context(), i.bot.Workspace, i.bot.ID, "wissen", slices.Values([]source.Upload{
			{Name: "wissen/a.txt", Body: []byte("Eine Inspektion kostet im Laden 49 Euro.")},
			{Name: "wissen/b.txt", Body: []byte("Unsere Werkstatt leitet Erika Mustermann seit zwölf Jahren.")},
			{Name: "wissen/c.txt", Body: []byte("Ein Platten wird für 15 Euro geflickt.")},
		}))
		must(t, err)
		i.ingest(website.ID)
		i.ingest(files.ID)
		documents, err := i.app.DB.Documents(t.Context(), i.bot.Workspace, i.bot.ID, 10, 0)
		must(t, err)
		intact := i.app.Library.Store
		for _, of := range []source.Source{website, files} {
			at := slices.IndexFunc(documents, func(d source.Document) bool { return d.Source == of.ID && strings.Contains(d.Address, "/b") })
			must(t, i.app.DB.ForgetPages(t.Context(), of.Workspace, of.Bot, of.ID)) // else it is unchanged
			i.app.Library.Store = &poisoned{Store: intact, document: documents[at].ID}
			i.ingest(of.ID)
			now, err := i.app.DB.Source(t.Context(), of.Workspace, of.Bot, of.ID)
			must(t, err)
			if now.State != source.Ready || now.Counts.Failed != 1 || now.Counts.Done != 2 || now.Counts.Documents != 3 {
				t.Errorf("%s: %+v", of.Kind, now)
			}
			failed, err := i.app.DB.Pages(t.Context(), of.Workspace, of.Bot, of.ID, source.Some{State: source.PageFailed, Limit: 2})
			must(t, err)
			if len(failed) != 1 || failed[0].Address != documents[at].Address || failed[0].Code != "gave_up" {
				t.Errorf("%s: failed are %+v", of.Kind, failed)
			}

			i.app.Library.Store = &poisoned{Store: intact, all: true}
			i.ingest(of.ID)
			now, err = i.app.DB.Source(t.Context(), of.Workspace, of.Bot, of.ID)
			must(t, err)
			if why, err := source.Trouble(t.Context(), i.app.DB, now, "de"); err != nil || now.State == source.Running || now.Counts.Documents != 3 || !strings.Contains(why, "wegen eines Fehlers auf dem Server abgebrochen") {
				t.Errorf("%s broke down as a whole: %+v, %q, %v", of.Kind, now, why, err)
			}
			i.app.Library.Store = intact
			i.ingest(of.ID)
			if now, err = i.app.DB.Source(t.Context(), of.Workspace, of.Bot, of.ID); err != nil || now.State != source.Ready || now.Counts.Failed != 0 {
				t.Errorf("%s afterwards: %+v, %v", of.Kind, now, err)
			}
		}
		if log := i.log.String(); strings.Contains(log, "Mustermann") || !strings.Contains(log, "poison_test.go") {
			t.Errorf("the log: %s", log)
		}
	})
}
