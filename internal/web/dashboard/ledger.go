package dashboard

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/egress"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/workspace"
)

// Ledger reads what left the server (D4).
type Ledger interface {
	conversation.Transfers
	Ledger(ctx context.Context, workspace string, f egress.Filter, limit, offset int) ([]egress.Transfer, error)
	LedgerSums(ctx context.Context, workspace string, f egress.Filter, since time.Time) ([]egress.Sum, error)
}

const (
	ledgerPage = 50 // entries of a page
	ledgerDays = 30 // that are added up

	// mostChoices are the workspaces and bots that links lead to. The start page leads to the others' entries.
	mostChoices = 100
)

// readable are the workspaces that a request may look into: that of its key, or all for who sits at
// the server itself. Others get none.
func (p *Pages) readable(r *http.Request) ([]workspace.Workspace, error) {
	all, err := p.Keys.Store.Workspaces(r.Context())
	if err != nil {
		return nil, err
	}
	if secret, given := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer "); given {
		key, err := p.Keys.Authenticate(r.Context(), secret)
		if problem.Is(err, problem.Unauthorized) {
			return nil, nil
		}
		return slices.DeleteFunc(all, func(w workspace.Workspace) bool { return w.ID != key.Workspace || !key.Role.May(workspace.Analyst) }), err
	}
	if !p.trusts(r) {
		return nil, nil
	}
	return all, nil
}

// trusts reports whether a request comes from who sits at a server that serves nobody else.
func (p *Pages) trusts(r *http.Request) bool {
	return !p.Public && atServer(r)
}

// guarded answers who may not look, and turns errors into pages.
func (p *Pages) guarded(show func(w http.ResponseWriter, r *http.Request, c catalogue, may []workspace.Workspace) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		c := words(r)
		text := ledgerText(c)
		may, err := p.readable(r)
		if err == nil && len(may) == 0 {
			status, why := http.StatusForbidden, text.Closed
			if p.trusts(r) && r.Header.Get("Authorization") == "" { // every workspace was erased
				status, why = http.StatusNotFound, text.Empty
			}
			p.renderAs(w, r, status, notice(c, text.Title, why))
			return
		}
		if err == nil {
			err = show(w, r, c, may)
		}
		switch {
		case err == nil:
		case problem.Is(err, problem.NotFound):
			p.renderAs(w, r, http.StatusNotFound, missing(c))
		case problem.Is(err, problem.Forbidden):
			p.renderAs(w, r, http.StatusForbidden, notice(c, text.Account, text.Restricted))
		default:
			p.Failed(w, r, err)
		}
	}
}

// ledgerView is the list of what left the server.
type ledgerView struct {
	Workspaces   []link // if there are several
	Bots         []link
	Purposes     []link
	Sums         []egress.Sum
	Lines        []ledgerLine
	Newer, Older string // addresses, "" if there are none
}

type link struct {
	Text, To string
	Current  bool
}

type ledgerLine struct {
	egress.Transfer
	BotName string
	Account string // address of the account of its answer
}

func (p *Pages) ledger(w http.ResponseWriter, r *http.Request, c catalogue, may []workspace.Workspace) error {
	asked := r.URL.Query()
	at := 0
	if id := asked.Get("workspace"); id != "" {
		if at = slices.IndexFunc(may, func(w workspace.Workspace) bool { return w.ID == id }); at < 0 {
			return problem.Missing("workspace")
		}
	}
	ws, f := may[at].ID, egress.Filter{Bot: asked.Get("bot"), Purpose: egress.Purpose(asked.Get("purpose"))}
	page, _ := strconv.Atoi(asked.Get("page")) // what is no number is the first page
	page = min(max(page, 0), 1_000_000)
	to := func(change map[string]string) string { return ledgerAddress(asked, change) }

	bots, err := p.Bots.Bots(r.Context(), ws)
	if err != nil {
		return err
	}
	var v ledgerView
	if len(may) > 1 {
		for n, one := range may {
			if n >= mostChoices && one.ID != ws {
				continue
			}
			v.Workspaces = append(v.Workspaces, link{one.Name, ledgerAddress(url.Values{"lang": asked["lang"]}, map[string]string{"workspace": one.ID}), one.ID == ws})
		}
	}
	text := ledgerText(c)
	names := map[string]string{}
	v.Bots = []link{{text.All, to(map[string]string{"bot": ""}), f.Bot == ""}}
	for n, b := range bots {
		if names[b.ID] = b.Name; n < mostChoices || f.Bot == b.ID {
			v.Bots = append(v.Bots, link{b.Name, to(map[string]string{"bot": b.ID}), f.Bot == b.ID})
		}
	}
	v.Purposes = []link{{text.All, to(map[string]string{"purpose": ""}), f.Purpose == ""}}
	for _, one := range []egress.Purpose{egress.Model, egress.Embedding, egress.Crawl} {
		v.Purposes = append(v.Purposes, link{text.Purposes[one], to(map[string]string{"purpose": string(one)}), f.Purpose == one})
	}
	if v.Sums, err = p.Ledger.LedgerSums(r.Context(), ws, f, p.Keys.Now().AddDate(0, 0, -ledgerDays)); err != nil {
		return err
	}
	all, err := p.Ledger.Ledger(r.Context(), ws, f, ledgerPage+1, page*ledgerPage)
	if err != nil {
		return err
	}
	if len(all) > ledgerPage {
		all, v.Older = all[:ledgerPage], to(map[string]string{"page": strconv.Itoa(page + 1)})
	}
	if page > 0 {
		v.Newer = to(map[string]string{"page": strconv.Itoa(page - 1)})
	}
	for _, t := range all {
		line := ledgerLine{Transfer: t, BotName: names[t.Bot]}
		if t.Answer != "" {
			line.Account = "/ledger/" + ws + "/" + t.Bot + "/" + t.Answer + inLanguage(asked)
		}
		v.Lines = append(v.Lines, line)
	}
	p.render(w, r, ledger(c, text, v))
	return nil
}

// ledgerAddress is the list's address with some parameters changed. A changed filter leads to the first page.
func ledgerAddress(asked url.Values, change map[string]string) string {
	return addressOf("/ledger", asked, change, "workspace", "bot", "purpose", "page", "lang")
}

// addressOf is the address of a list that keeps what was asked for by these names, but for a change. Another choice begins
// with its first page.
func addressOf(path string, asked url.Values, change map[string]string, names ...string) string {
	next := url.Values{}
	for _, name := range names {
		value, changed := change[name]
		if _, turns := change["page"]; !changed && (name != "page" || turns) {
			value = asked.Get(name)
		}
		if value != "" && value != "0" {
			next.Set(name, value)
		}
	}
	if len(next) == 0 {
		return path
	}
	return path + "?" + next.Encode()
}

// inLanguage is the end of an address that keeps the language a reader has chosen.
func inLanguage(asked url.Values) string {
	if lang := asked.Get("lang"); lang != "" {
		return "?" + url.Values{"lang": {lang}}.Encode()
	}
	return ""
}
