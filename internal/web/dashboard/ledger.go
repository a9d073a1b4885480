package dashboard

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/a-h/templ"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/egress"
	"github.com/webchatagent/wca/internal/personal"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/workspace"
)

// Ledger reads what left the server (D4).
type Ledger interface {
	conversation.Transfers
	Ledger(ctx context.Context, workspace string, f egress.Filter, limit, offset int) ([]egress.Transfer, error)
	LedgerSums(ctx context.Context, workspace string, f egress.Filter, since time.Time) ([]egress.Sum, error)
}

// Accounts tells what became of a question.
type Accounts interface {
	Account(ctx context.Context, ledger conversation.Transfers, workspace, bot, answer string) (conversation.Account, error)
}

const (
	ledgerPage = 50 // entries of a page
	ledgerDays = 30 // that are added up
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
	if p.Public || !atServer(r) {
		return nil, nil
	}
	return all, nil
}

// guarded answers who may not look, and turns errors into pages.
func (p *Pages) guarded(show func(w http.ResponseWriter, r *http.Request, c catalogue, may []workspace.Workspace) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		c := words(r)
		text := ledgerText(c)
		may, err := p.readable(r)
		if err == nil && len(may) == 0 {
			p.renderAs(w, r, http.StatusForbidden, notice(c, text.Title, text.Closed))
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
		for _, one := range may {
			v.Workspaces = append(v.Workspaces, link{one.Name, ledgerAddress(url.Values{"lang": asked["lang"]}, map[string]string{"workspace": one.ID}), one.ID == ws})
		}
	}
	text := ledgerText(c)
	names := map[string]string{}
	v.Bots = []link{{text.All, to(map[string]string{"bot": ""}), f.Bot == ""}}
	for _, b := range bots {
		names[b.ID] = b.Name
		v.Bots = append(v.Bots, link{b.Name, to(map[string]string{"bot": b.ID}), f.Bot == b.ID})
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
	next := url.Values{}
	for _, name := range []string{"workspace", "bot", "purpose", "page", "lang"} {
		value, changed := change[name]
		if _, turns := change["page"]; !changed && (name != "page" || turns) {
			value = asked.Get(name)
		}
		if value != "" && value != "0" {
			next.Set(name, value)
		}
	}
	if len(next) == 0 {
		return "/ledger"
	}
	return "/ledger?" + next.Encode()
}

// inLanguage is the end of an address that keeps the language a reader has chosen.
func inLanguage(asked url.Values) string {
	if lang := asked.Get("lang"); lang != "" {
		return "?" + url.Values{"lang": {lang}}.Encode()
	}
	return ""
}

func (p *Pages) account(w http.ResponseWriter, r *http.Request, c catalogue, may []workspace.Workspace) error {
	ws := r.PathValue("workspace")
	if !slices.ContainsFunc(may, func(w workspace.Workspace) bool { return w.ID == ws }) {
		return problem.Missing("workspace")
	}
	b, err := p.Bots.Bot(r.Context(), ws, r.PathValue("bot"))
	if err != nil {
		return err
	}
	a, err := p.Accounts.Account(r.Context(), p.Ledger, ws, b.ID, r.PathValue("answer"))
	if err != nil {
		return err
	}
	p.render(w, r, account(c, ledgerText(c), b, a, "/ledger"+inLanguage(r.URL.Query())))
	return nil
}

// marked is a text, byte for byte, with some places in it highlighted.
func marked(text string, places [][2]int) templ.Component {
	return templ.ComponentFunc(func(_ context.Context, w io.Writer) error {
		var b strings.Builder
		last := 0
		write := func(to int) {
			b.WriteString(templ.EscapeString(strings.ToValidUTF8(text[last:to], "�")))
			last = to
		}
		for _, one := range places {
			write(one[0])
			b.WriteString("<mark>")
			write(one[1])
			b.WriteString("</mark>")
		}
		write(len(text))
		_, err := io.WriteString(w, b.String())
		return err
	})
}

// noText says why there is no text of a message.
func noText(a conversation.Account, text ledgerWords) string {
	switch {
	case a.Anonymised:
		return text.Removed
	case a.Question.Text == "":
		return text.NotStored
	}
	return text.NoAnswer
}

// nothingSent says why nothing is listed for an answer.
func nothingSent(a conversation.Account, text ledgerWords) string {
	if a.Anonymised {
		return text.Unlinked
	}
	return text.NothingLeft
}

// role names who speaks in a request, with the word that stands in it.
func (text ledgerWords) role(wire string) string {
	switch word := text.Roles[wire]; {
	case word == "":
		return wire
	case wire == "":
		return word
	default:
		return word + " (" + wire + ")"
	}
}

// comma is what stands behind a part of a list: none behind the last.
func comma(list string, part int) string {
	if part < strings.Count(list, ", ") {
		return ","
	}
	return ""
}

// kinds lists counts of personal data: "2 × E-Mail-Adresse".
func kinds(counts map[string]int, language, none string) string {
	if len(counts) == 0 {
		return none
	}
	return personal.Counted(counts, language)
}

// size is a number of bytes for people; a dash where there were none: a request for a page has no body.
func size(n int64, language string) string {
	text := fmt.Sprintf("%d\u00a0B", n)
	switch {
	case n == 0:
		return "–"
	case n >= 1_000_000:
		text = fmt.Sprintf("%.1f\u00a0MB", float64(n)/1e6)
	case n >= 1000:
		text = fmt.Sprintf("%.1f\u00a0kB", float64(n)/1000)
	}
	if language == "de" {
		text = strings.ReplaceAll(text, ".", ",")
	}
	return text
}

// received is how much came back, as far as it is known.
func received(t egress.Transfer, language string) string {
	if t.Underway() {
		return "…"
	}
	return size(t.BytesIn, language)
}

// outcome is how a transfer ended.
func outcome(t egress.Transfer, text ledgerWords) string {
	switch {
	case t.Error != "":
		if word, ok := text.Errors[t.Error]; ok {
			return word
		}
		return t.Error
	case t.Underway():
		return text.Underway
	}
	return "HTTP " + strconv.Itoa(t.Status)
}

func orWord(value, otherwise string) string {
	if value == "" {
		return otherwise
	}
	return value
}

// ground is a legal basis in a language.
func ground(basis, language string) string {
	if language == "de" {
		return strings.ReplaceAll(basis, "GDPR", "DSGVO")
	}
	return basis
}

// answeredBy names who wrote an answer.
func answeredBy(m conversation.Message, text ledgerWords) string {
	if m.ByModel() {
		return bot.Choice{Provider: m.Trace.Provider, Name: m.Trace.Model}.String()
	}
	return text.ThisServer
}

func safe(address string) templ.SafeURL { return templ.SafeURL(address) }
