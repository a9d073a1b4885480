package system

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/app"
	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/presence"
	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/source"
)

// What an earlier program analysed is analysed anew once, with the first question, and not by every start and every
// command that comes after it.
func TestAnalysesOfAnEarlierVersionAreStoredAnew_C3(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		i := begin(t, settings).read()
		stored := func() []passage.Passage {
			t.Helper()
			all, err := i.app.DB.Passages(t.Context(), i.bot.Workspace, i.bot.ID)
			must(t, err)
			return all
		}
		now := stored()
		former := stored()
		for k := range former {
			former[k].Analysed = append([]byte{1}, former[k].Analysed[1:]...)
		}
		replaced := former[0]
		replaced.Text += " (replaced meanwhile)"
		must(t, i.app.DB.PutAnalyses(t.Context(), i.bot.Workspace, i.bot.ID, append(former[1:], replaced), true))
		for k, p := range stored() {
			if old := p.Analysed[0] == 1; old != (k > 0) {
				t.Fatalf("passage %d is of an earlier version: %v", k, old)
			}
		}
		b, err := i.app.DB.Bot(t.Context(), i.bot.Workspace, i.bot.ID)
		must(t, err)
		index, err := i.beside().Indexes.Index(t.Context(), b) // as a process begun anew
		must(t, err)
		if len(index.Search(retrieve.Query{Text: "Wann ist am Samstag geöffnet?"}).Hits) == 0 {
			t.Error("nothing is found")
		}
		for k, p := range stored() {
			if !bytes.Equal(p.Analysed, now[k].Analysed) || p.Language != now[k].Language {
				t.Errorf("passage %d is not what it was: version %d, %s", k, p.Analysed[0], p.Language)
			}
		}
	})
}

// listening are settings with those of a server on any free port.
func listening(settings map[string]string) map[string]string {
	out := map[string]string{"listen": "127.0.0.1:0"}
	maps.Copy(out, settings)
	return out
}

// After an update a server analyses anew what bots know as soon as it has started, without a visitor who has to wait for it.
func TestAServerAnalysesAnewBeforeSomebodyAsks_C3(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		i := begin(t, listening(settings)).read()
		all, err := i.app.DB.Passages(t.Context(), i.bot.Workspace, i.bot.ID)
		must(t, err)
		last := len(all) - 1 // an earlier version may have written beside a server of this one
		now := bytes.Clone(all[last].Analysed)
		all[last].Analysed = append([]byte{1}, all[last].Analysed[1:]...)
		must(t, i.app.DB.PutAnalyses(t.Context(), i.bot.Workspace, i.bot.ID, all[last:], true))
		ctx, end := context.WithCancel(t.Context())
		ended := make(chan error, 1)
		go func() { ended <- i.beside().Run(ctx, nil) }()
		for began := time.Now(); ; time.Sleep(50 * time.Millisecond) {
			otherwise, err := i.app.DB.AnalysedOtherwise(t.Context(), i.bot.Workspace, i.bot.ID, retrieve.Stamp())
			must(t, err)
			if !otherwise {
				break
			}
			if time.Since(began) > time.Minute {
				t.Fatal("nothing is analysed anew")
			}
		}
		end()
		must(t, <-ended)
		stored, err := i.app.DB.Passages(t.Context(), i.bot.Workspace, i.bot.ID)
		must(t, err)
		if !bytes.Equal(stored[last].Analysed, now) {
			t.Error("it is not what it was")
		}
	})
}

// Servers of two versions side by side do not store anew, to and fro, what the other has analysed: the later one wins. Who
// goes back to an earlier version starts that, and then it stores its own once.
func TestAnEarlierVersionLeavesAnalysesOfALaterOne_C3(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		i := begin(t, listening(settings)).read()
		stored := func() []passage.Passage {
			t.Helper()
			all, err := i.app.DB.Passages(t.Context(), i.bot.Workspace, i.bot.ID)
			must(t, err)
			return all
		}
		const later = 0xff
		own := stored()
		asLater := func() {
			t.Helper()
			all := stored()
			for k := range all {
				all[k].Analysed = append([]byte{later}, all[k].Analysed[1:]...)
			}
			must(t, i.app.DB.PutAnalyses(t.Context(), i.bot.Workspace, i.bot.ID, all, false))
		}
		changes := int64(0)
		ask := func(of *app.App) { // each time as if something had changed
			t.Helper()
			b, err := of.DB.Bot(t.Context(), i.bot.Workspace, i.bot.ID)
			must(t, err)
			changes++
			b.Index += changes
			index, err := of.Indexes.Index(t.Context(), b)
			must(t, err)
			if len(index.Search(retrieve.Query{Text: "Wann ist am Samstag geöffnet?"}).Hits) == 0 {
				t.Error("nothing is found")
			}
		}
		leaves := func(of *app.App) bool {
			t.Helper()
			asLater()
			ask(of)
			return !slices.ContainsFunc(stored(), func(p passage.Passage) bool { return p.Analysed[0] != later })
		}
		if !leaves(i.beside()) {
			t.Fatal("what a later version has analysed is stored as an earlier one does it")
		}
		server := i.beside()
		ctx, end := context.WithCancel(t.Context())
		ended := make(chan error, 1)
		started := make(chan struct{})
		go func() { ended <- server.Run(ctx, func(string) { close(started) }) }()
		<-started
		ask(server) // a visitor may be faster
		for began := time.Now(); !bytes.Equal(stored()[len(own)-1].Analysed, own[len(own)-1].Analysed); time.Sleep(50 * time.Millisecond) {
			if time.Since(began) > time.Minute {
				t.Fatal("a start stores nothing")
			}
		}
		for began := time.Now(); !leaves(server); time.Sleep(50 * time.Millisecond) { // its start may not quite be over
			if time.Since(began) > 10*time.Second {
				t.Fatal("after its start a server stores over what a later version has analysed")
			}
		}
		end()
		must(t, <-ended)
	})
}

// notYet is what a server knows of its database, which cannot be asked at first.
type notYet struct {
	presence.Store
	asked atomic.Int32
}

func (n *notYet) Mark(ctx context.Context, server string) (int64, error) {
	if n.asked.Add(1) < 20 {
		return 0, errors.New("the database is away")
	}
	return n.Store.Mark(ctx, server)
}

// Neither a database that is away for a moment after the start nor a bot whose passages are damaged keeps the others from
// being analysed anew.
func TestWhatIsAnalysedAnewWaitsForTheDatabaseAndLeavesNoBotOut_C3(t *testing.T) {
	i := begin(t, map[string]string{"listen": "127.0.0.1:0"}).read()
	first := i.bot
	var last string
	for n := 0; last <= first.ID; n++ { // bots come in the order of their ids
		b, err := i.app.NewBot(t.Context(), first.Workspace, fmt.Sprint("Bot ", n))
		must(t, err)
		last, i.bot = b.ID, b
	}
	i.read()
	all, err := i.app.DB.Passages(t.Context(), i.bot.Workspace, last)
	must(t, err)
	for k := range all {
		all[k].Analysed = append([]byte{1}, all[k].Analysed[1:]...)
	}
	must(t, i.app.DB.PutAnalyses(t.Context(), i.bot.Workspace, last, all, true))
	file, err := sql.Open("sqlite", filepath.Join(i.config.Data, "wca.db"))
	must(t, err)
	_, err = file.Exec("UPDATE passage SET headings = '{damaged', analysed = x'01' WHERE bot = ?", first.ID)
	must(t, errors.Join(err, file.Close()))
	server := i.beside()
	server.Presence.Store = &notYet{Store: server.Presence.Store}
	ctx, end := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- server.Run(ctx, nil) }()
	for began := time.Now(); ; time.Sleep(50 * time.Millisecond) {
		otherwise, err := i.app.DB.AnalysedOtherwise(t.Context(), i.bot.Workspace, last, retrieve.Stamp())
		must(t, err)
		if !otherwise {
			break
		}
		if time.Since(began) > 30*time.Second {
			t.Error("nothing is analysed anew")
			break
		}
	}
	end()
	must(t, <-ended)
}

// A page or file that did not change is read once more by a program that reads it otherwise than the one before.
func TestWhatAnEarlierVersionReadIsReadAnew_C2(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		i := begin(t, settings).read()
		files := func() string {
			t.Helper()
			s, err := i.app.Library.AddFiles(t.Context(), i.bot.Workspace, i.bot.ID, "preise.md", slices.Values([]source.Upload{{Name: "preise.md", Body: []byte("# Preise\n\nEine Inspektion kostet 49 Euro.\n")}}))
			must(t, err)
			i.ingest(s.ID)
			return s.ID
		}
		files()
		stored := func() map[string]string {
			t.Helper()
			all, err := i.app.DB.Passages(t.Context(), i.bot.Workspace, i.bot.ID)
			must(t, err)
			out := map[string]string{}
			for _, p := range all {
				out[p.ID] = p.Text
			}
			return out
		}
		now := stored()
		sources, err := i.app.DB.Sources(t.Context(), i.bot.Workspace, i.bot.ID)
		must(t, err)
		changed := 0
		for _, s := range sources {
			for p, err := range source.AllPages(t.Context(), i.app.DB, s) {
				must(t, err)
				if p.ContentHash == "" {
					continue
				}
				_, p.ContentHash, _ = strings.Cut(p.ContentHash, ":") // as before there were versions
				for doc, err := range source.AllDocuments(t.Context(), i.app.DB, s.Workspace, s.Bot) {
					must(t, err)
					if doc.Source != s.ID || doc.Address != p.Address {
						continue
					}
					doc.ContentHash, doc.Passages, changed = "other", 1, changed+1
					_, err := i.app.DB.FinishPage(t.Context(), p, &doc, []passage.Passage{{Document: doc.ID, Title: doc.Title, Text: "Nur halb gelesen."}})
					must(t, err)
				}
			}
		}
		if len(sources) != 2 || changed < 5 || maps.Equal(now, stored()) {
			t.Fatalf("%d sources, %d documents of an earlier version", len(sources), changed)
		}
		for _, s := range sources {
			if s.Kind == source.File {
				files()
				continue
			}
			_, err := i.app.Library.ReadAgain(t.Context(), s.Workspace, s.Bot, s.ID)
			must(t, err)
			i.ingest(s.ID)
		}
		if again := stored(); !maps.Equal(now, again) {
			t.Errorf("%d passages instead of %d", len(again), len(now))
		}
		for _, s := range sources { // and only once
			s, err := i.app.Library.ReadAgain(t.Context(), s.Workspace, s.Bot, s.ID)
			must(t, err)
			i.ingest(s.ID)
			if s, err = i.app.DB.Source(t.Context(), s.Workspace, s.Bot, s.ID); err != nil || s.Counts.Unchanged == 0 || s.Counts.Changed > 0 {
				t.Errorf("once more: %+v, %v", s.Counts, err)
			}
		}
	})
}
