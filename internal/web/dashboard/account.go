package dashboard

import (
	"context"
	"io"
	"net/http"
	"slices"
	"strings"

	"github.com/a-h/templ"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/workspace"
)

// Accounts tells what became of a question.
type Accounts interface {
	Account(ctx context.Context, ledger conversation.Transfers, workspace, bot, answer string) (conversation.Account, error)
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

// answeredBy names who wrote an answer.
func answeredBy(m conversation.Message, text ledgerWords) string {
	if m.ByModel() {
		return bot.Choice{Provider: m.Trace.Provider, Name: m.Trace.Model}.String()
	}
	return text.ThisServer
}
