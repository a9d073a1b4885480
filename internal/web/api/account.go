package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/egress"
	"github.com/webchatagent/wca/internal/pseudonym"
)

// AccountView is what became of one question.
type AccountView struct {
	Question  string         `json:"question" doc:"What the visitor wrote."`
	Transfers []Transfer     `json:"transfers" doc:"What left the server for the answer; empty if nothing did."`
	Answer    string         `json:"answer" doc:"What the visitor was shown."`
	Provider  string         `json:"provider,omitempty"`
	Model     string         `json:"model,omitempty"`
	Replaced  map[string]int `json:"replaced,omitempty" doc:"Personal data that was replaced before sending, by kind."`
	Restored  map[string]int `json:"restored,omitempty" doc:"Of it put back into the answer."`
	Unshown   map[string]int `json:"unshown,omitempty" doc:"Of it named in the answer by a word for its kind only."`

	Anonymised bool `json:"anonymised,omitempty" doc:"The text was removed when its time was over; what left is listed without the answer, with its day."`
}

// ViewAccount renders the account of an answer.
func ViewAccount(a conversation.Account) AccountView {
	v := AccountView{
		Question: a.Question.Text, Answer: a.Answer.Text, Transfers: make([]Transfer, len(a.Sent)), Provider: a.Answer.Trace.Provider, Model: a.Answer.Trace.Model,
		Replaced: a.Answer.Trace.Replaced, Restored: a.Answer.Trace.Restored, Unshown: a.Answer.Trace.Unshown, Anonymised: a.Anonymised,
	}
	for i, t := range a.Sent {
		v.Transfers[i] = ViewTransfer(t)
	}
	return v
}

func (m *Management) accountRoutes(api huma.API) {
	huma.Register(api, operation(http.MethodGet, "/v1/bots/{bot}/answers/{answer}", "get-account", "Answers", "See what became of a question: what was written, what left the server, what came back, what was shown"),
		answered(m, func(ctx context.Context, in *struct {
			BotPath
			Answer string `path:"answer" maxLength:"64"`
		}) (*body[AccountView], error) {
			account, err := m.Desk.Account(ctx, m.Ledger, scope(ctx), in.Bot, in.Answer)
			if err != nil {
				return nil, err
			}
			return ok(ViewAccount(account), nil)
		}))
	huma.Register(api, operation(http.MethodGet, "/v1/bots/{bot}/answers/{answer}/transfers", "list-transfers", "Answers", "See what left the server for an answer"),
		ofBot(m, func(ctx context.Context, in *struct {
			BotPath
			Answer string `path:"answer" maxLength:"64"`
		}, b bot.Bot) (*body[[]Transfer], error) {
			transfers, err := m.Ledger.Transfers(ctx, b.Workspace, b.ID, in.Answer)
			if err == nil && len(transfers) == 0 { // none were made, or there is no such answer
				_, err = m.Desk.Account(ctx, m.Ledger, b.Workspace, b.ID, in.Answer)
			}
			return list(transfers, err, func(t egress.Transfer) Transfer {
				return ViewTransfer(conversation.Sent{Transfer: t, Placeholders: pseudonym.Placeholders(string(t.Body))})
			})
		}))
}
