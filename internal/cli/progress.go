package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/webchatagent/wca/internal/app"
	"github.com/webchatagent/wca/internal/noun"
	"github.com/webchatagent/wca/internal/source"
)

// progress shows how reading goes on: a line that is rewritten on a terminal, JSON lines with
// --json, else nothing until the end.
type progress struct {
	c        *command
	bot      string // whose sources are read
	json     *json.Encoder
	terminal bool
	last     time.Time
	paced    bool // the pause that a website asks for was told
}

func newProgress(c *command, bot string, asJSON bool) *progress {
	p := &progress{c: c, bot: bot, terminal: isTerminal(c.err) && !c.quiet}
	if asJSON {
		p.json, p.terminal = json.NewEncoder(c.out), false
	}
	return p
}

func (p *progress) update(s source.Source, page *source.Page) {
	if p.json != nil && page != nil {
		_ = p.json.Encode(map[string]any{"event": "page", "address": page.Address, "state": page.State, "status": page.Status, "code": page.Code, "reason": page.Reason, "effect": page.Effect})
	}
	if said := s.Notice.Pause.Sentence("en"); said != "" && !p.paced && s.State == source.Running {
		p.paced = true
		p.c.hint("%s\n", said)
	}
	if !p.terminal || time.Since(p.last) < 100*time.Millisecond {
		return
	}
	p.last = time.Now()
	read := s.Counts.Done + s.Counts.Skipped + s.Counts.Failed + s.Counts.Gone
	total := read + s.Counts.Pending
	width := 24
	full := 0
	if total > 0 {
		full = width * read / total
	}
	fmt.Fprintf(p.c.err, "\r\033[K%s%s %d of %s, %s", strings.Repeat("█", full), strings.Repeat("░", width-full), read, noun.Count(total, "1 page", "pages"), passages(s.Counts.Passages))
}

// waiting says why nothing is read here.
func (p *progress) waiting() {
	if p.terminal {
		fmt.Fprint(p.c.err, "\r\033[K")
	}
	p.c.hint("Another process is reading this, or was ended while reading it: waiting until it is done or its reservation of a few seconds is over …\n")
}

// told are the pages of a reading that are worth naming.
type told struct{ removed, unread []source.Page }

// mostTold is how many pages of a kind are named.
const mostTold = 5

// tellingPages are the first pages whose documents a reading removed, and the first that are there but could not be
// read: a scan or a page without text is otherwise only missed when somebody asks. Of a single file, and where nothing
// could be read, the source says it.
func tellingPages(ctx context.Context, a *app.App, s source.Source) (told, error) {
	var t told
	var err error
	if s.Counts.Removed > 0 {
		t.removed, err = a.DB.Pages(ctx, s.Workspace, s.Bot, s.ID, source.Some{Effect: source.Removed, Limit: mostTold})
	}
	if unread := s.Counts.Failed + s.Counts.Skipped + s.Counts.Scripted; err != nil || unread == 0 || s.Kind == source.File && unread == 1 {
		return t, err
	}
	for page, err := range source.AllPages(ctx, a.DB, s) {
		if err != nil || len(t.unread) == mostTold {
			return t, err
		}
		if page.State == source.PageFailed || len(page.Said) > 0 {
			t.unread = append(t.unread, page)
		}
	}
	return t, nil
}

// end tells how a reading ended, and of the pages worth naming.
func (p *progress) end(what string, s source.Source, t told, err error) {
	if p.terminal {
		fmt.Fprint(p.c.err, "\r\033[K")
	}
	switch {
	case p.json != nil && err != nil:
		failed := map[string]any{"event": "source", "address": what, "state": "failed", "message": err.Error(), "counts": s.Counts}
		if s.Notice.Code != "" {
			failed["notice"] = s.Notice
		}
		_ = p.json.Encode(failed)
	case p.json != nil:
		_ = p.json.Encode(map[string]any{"event": "source", "address": s.Address, "state": s.State, "message": s.Message, "counts": s.Counts})
	case err == nil:
		n := s.Counts
		p.c.hint("%s: %d read, %d skipped, %d failed; %s, %s\n", what, n.Done, n.Skipped, n.Failed, documents(n.Documents), passages(n.Passages))
		if n.Changed+n.Unchanged+n.Removed > 0 {
			p.c.hint("%d new, %d changed, %d unchanged, %d removed\n", n.New, n.Changed, n.Unchanged, n.Removed)
		}
		for _, page := range t.unread {
			how := "not"
			if page.State == source.PageDone || page.State == source.PageUnchanged {
				how = "hardly"
			}
			p.c.hint("  %s read %s: %s\n", how, page.Address, page.Reason)
		}
		for _, page := range t.removed {
			p.c.hint("  removed %s: %s\n", page.Address, page.Reason)
		}
		if more := n.Removed - len(t.removed); more > 0 {
			p.c.hint("  … and %d more: see wca sources --bot %q --pages\n", more, p.bot)
		}
		if s.Message != "" {
			p.c.hint("%s\n", s.Message)
		}
		if n.Failed > 0 || len(t.unread) == mostTold {
			p.c.hint("The list of pages: wca sources --bot %q --pages\n", p.bot)
		}
	}
}
