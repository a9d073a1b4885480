package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/conversation"
)

type topicView struct {
	Question  string    `json:"question" doc:"The one most like the others."`
	Count     int       `json:"count"`
	Questions []string  `json:"questions"`
	Gaps      []string  `json:"gaps" doc:"Ids, in the order of the questions: POST …/pairs with one of them answers it and those that ask nearly the same."`
	Language  string    `json:"language"`
	Latest    time.Time `json:"latest"`
}

type gapView struct {
	ID       string    `json:"id"`
	Question string    `json:"question"`
	Language string    `json:"language"`
	Evidence float64   `json:"evidence"`
	At       time.Time `json:"at"`
}

func (m *Management) gapRoutes(api huma.API) {
	huma.Register(api, operation(http.MethodGet, "/v1/bots/{bot}/gaps", "list-gaps", "Answers", "List questions that the sources could not answer, newest first"),
		ofBot(m, func(ctx context.Context, in *struct {
			BotPath
			Paging
		}, b bot.Bot) (*body[[]gapView], error) {
			gaps, err := m.Desk.Store.Gaps(ctx, b.Workspace, b.ID, in.Limit, in.Offset)
			return list(gaps, err, func(g conversation.Gap) gapView {
				return gapView{ID: g.ID, Question: g.Question, Language: g.Language, Evidence: g.Evidence, At: g.At}
			})
		}))
	huma.Register(api, operation(http.MethodGet, "/v1/bots/{bot}/gaps/topics", "list-gap-topics", "Answers", "Group the unanswered questions by what they are about"),
		ofBot(m, func(ctx context.Context, _ *BotPath, b bot.Bot) (*body[[]topicView], error) {
			topics, err := m.Desk.GapTopics(ctx, b.Workspace, b.ID)
			return list(topics, err, func(t conversation.Topic) topicView {
				return topicView{Question: t.Question, Count: len(t.Gaps), Questions: t.Questions, Gaps: t.Gaps, Language: t.Language, Latest: t.Latest}
			})
		}))
}
