package dashboard

import (
	"context"
	"net/http"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/source"
	"github.com/webchatagent/wca/internal/workspace"
)

// botLine is a bot on the start page.
type botLine struct {
	Name, Chat, Snippet string
	Documents, Passages int
	Reading             bool
	// Troubles says what is to be known of which source; failed ones come first.
	Troubles []string
}

// start shows the bots to who sits at the server itself. Others learn only that a server is
// here: the list of bots is the customers' affair.
func (p *Pages) start(w http.ResponseWriter, r *http.Request) {
	if p.Public || !atServer(r) {
		p.render(w, r, welcome(words(r)))
		return
	}
	c := words(r)
	lines, err := p.lines(r.Context(), c.Lang, p.PublicURL(r))
	if err != nil {
		p.Failed(w, r, err)
		return
	}
	p.render(w, r, start(c, lines, p.Version))
}

func (p *Pages) lines(ctx context.Context, language, publicURL string) ([]botLine, error) {
	var lines []botLine
	all, err := p.Keys.Store.Workspaces(ctx)
	if err != nil {
		return nil, err
	}
	for _, ws := range all {
		if workspace.Trial(ws.ID) { // the checks of the promises make bots for some seconds
			continue
		}
		bots, err := p.Bots.Bots(ctx, ws.ID)
		if err != nil {
			return nil, err
		}
		for _, b := range bots {
			line, err := p.line(ctx, b, language, publicURL)
			if err != nil {
				return nil, err
			}
			lines = append(lines, line)
		}
	}
	return lines, nil
}

func (p *Pages) line(ctx context.Context, b bot.Bot, language, publicURL string) (botLine, error) {
	published, err := p.Bots.PublishedSettings(ctx, b.Workspace, b.ID)
	if err != nil {
		return botLine{}, err
	}
	line := botLine{Name: b.Name, Chat: "/c/" + b.PublicID, Snippet: snippet(b, published.Settings, publicURL)}
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
