package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/conversation"
)

type pairView struct {
	ID        string    `json:"id"`
	Question  string    `json:"question"`
	Answer    string    `json:"answer"`
	Language  string    `json:"language"`
	CreatedAt time.Time `json:"created_at"`
	Closed    int       `json:"closed_gaps,omitempty" doc:"How many unanswered questions this pair answers; they are gone from the list."`
}

func viewPair(p conversation.Pair, closed int) pairView {
	return pairView{ID: p.ID, Question: p.Question, Answer: p.Answer, Language: p.Language, CreatedAt: p.CreatedAt, Closed: closed}
}

func (m *Management) pairRoutes(api huma.API) {
	huma.Register(api, operation(http.MethodGet, "/v1/bots/{bot}/pairs", "list-pairs", "Answers", "List questions with the answers written for them"),
		ofBot(m, func(ctx context.Context, _ *BotPath, b bot.Bot) (*body[[]pairView], error) {
			pairs, err := m.Desk.Store.Pairs(ctx, b.Workspace, b.ID)
			return list(pairs, err, func(p conversation.Pair) pairView {
				return viewPair(p, 0)
			})
		}))
	huma.Register(api, operation(http.MethodPost, "/v1/bots/{bot}/pairs", "teach", "Answers", "Write the answer to a question; it wins over what is found"),
		ofBot(m, func(ctx context.Context, in *struct {
			BotPath
			Body struct {
				Question string `json:"question,omitempty" maxLength:"500" doc:"May be left out with gap: the visitor's words are stored then, without personal data that is recognised. The reply shows them; they stay when the visitor erases the conversation."`
				Answer   string `json:"answer" minLength:"1" maxLength:"5000"`
				Language string `json:"language,omitempty" enum:"de,en"`
				Gap      string `json:"gap,omitempty" maxLength:"64" doc:"The unanswered question that this answers."`
			}
		}, b bot.Bot) (*body[pairView], error) {
			p, closed, err := m.Desk.Teach(ctx, b.Workspace, b.ID, conversation.Pair{Question: in.Body.Question, Answer: in.Body.Answer, Language: in.Body.Language}, in.Body.Gap)
			return ok(viewPair(p, closed), err)
		}))
	huma.Register(api, operation(http.MethodDelete, "/v1/bots/{bot}/pairs/{pair}", "delete-pair", "Answers", "Remove a question with its answer"),
		answered(m, func(ctx context.Context, in *struct {
			BotPath
			Pair string `path:"pair" maxLength:"64"`
		}) (*empty, error) {
			return done(m.Desk.Store.DeletePair(ctx, scope(ctx), in.Bot, in.Pair))
		}))
}
