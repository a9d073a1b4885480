package dashboard

import (
	"context"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/source"
)

// botLine is a bot on the start page.
type botLine struct {
	Name, Chat, Snippet string
	Ledger              string // address of what left the server for it
	Documents, Passages int
	Reading             bool
	// Troubles says what is to be known of which source; failed ones come first.
	Troubles []string
}

// botsPage is how many bots the start page shows at once.
const botsPage = 50

// botList is a page of the bots.
type botList struct {
	Lines          []botLine
	Named          string // what is looked for, "" for all
	Lang           string // of the address, "" if that says none
	First          int    // of the first line, from 1
	Previous, Next string // addresses, "" if there are none
}

// many reports whether there is something to look for.
func (l botList) many() bool { return l.Named != "" || l.Previous != "" || l.Next != "" }

// start shows the bots to who sits at the server itself. Others learn only that a server is
// here: the list of bots is the customers' affair.
func (p *Pages) start(w http.ResponseWriter, r *http.Request) {
	if p.Public || !atServer(r) {
		p.render(w, r, welcome(words(r)))
		return
	}
	c := words(r)
	list, err := p.list(r.Context(), r.URL.Query(), c.Lang, p.PublicURL(r))
	if err != nil {
		p.Failed(w, r, err)
		return
	}
	p.render(w, r, start(c, list, p.Version))
}

func (p *Pages) list(ctx context.Context, asked url.Values, language, publicURL string) (botList, error) {
	page, _ := strconv.Atoi(asked.Get("page")) // what is no number is the first page
	page = min(max(page, 0), 1_000_000)
	l := botList{Named: strings.TrimSpace(asked.Get("bot")), Lang: asked.Get("lang"), First: page*botsPage + 1}
	bots, err := p.Bots.SomeBots(ctx, bot.Some{Named: l.Named, Limit: botsPage + 1, Offset: page * botsPage})
	if err != nil {
		return l, err
	}
	to := func(page int) string {
		return addressOf("/", asked, map[string]string{"page": strconv.Itoa(page)}, "bot", "page", "lang")
	}
	if len(bots) > botsPage {
		bots, l.Next = bots[:botsPage], to(page+1)
	}
	if page > 0 {
		l.Previous = to(page - 1)
	}
	for _, b := range bots {
		line, err := p.line(ctx, b, language, publicURL)
		if problem.Is(err, problem.NotFound) { // erased just now
			continue
		}
		if err != nil {
			return l, err
		}
		l.Lines = append(l.Lines, line)
	}
	return l, nil
}

func (p *Pages) line(ctx context.Context, b bot.Bot, language, publicURL string) (botLine, error) {
	published, err := p.Bots.PublishedSettings(ctx, b.Workspace, b.ID)
	if err != nil {
		return botLine{}, err
	}
	line := botLine{
		Name: b.Name, Chat: "/c/" + b.PublicID, Snippet: snippet(b, published.Settings, publicURL),
		Ledger: addressOf("/ledger", url.Values{}, map[string]string{"workspace": b.Workspace, "bot": b.ID}, "workspace", "bot"),
	}
	sources, err := p.Sources.Sources(ctx, b.Workspace, b.ID)
	if err != nil {
		return botLine{}, err
	}
	var failed, others []string
	for _, s := range sources {
		line.Documents += s.Counts.Documents
		line.Passages += s.Counts.Passages
		line.Reading = line.Reading || s.State == source.Queued || s.State == source.Running
		why := s.Remarks(language)
		if s.Message != "" { // the remarks are part of it
			if why, err = source.Trouble(ctx, p.Sources, s, language); err != nil {
				return botLine{}, err
			}
		}
		switch {
		case why == "":
		case s.State == source.Failed:
			failed = append(failed, s.Address+": "+why)
		default:
			others = append(others, s.Address+": "+why)
		}
	}
	line.Troubles = append(failed, others...)
	return line, nil
}

// snippet is the line that a website includes to show the bot.
func snippet(b bot.Bot, s bot.Settings, publicURL string) string {
	color := ""
	if s.Color != "" {
		color = ` data-color="` + s.Color + `"`
	}
	return `<script async src="` + publicURL + `/widget.js" data-bot="` + b.PublicID + `"` + color + `></script>`
}
