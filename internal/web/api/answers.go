package api

import (
	"context"
	"errors"
	"net/http"
	"slices"

	"github.com/danielgtaylor/huma/v2"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/llm"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/retrieve"
)

// Hit is a found passage, in this API and in the CLI.
type Hit struct {
	Document string  `json:"document" doc:"Address of the page or path of the file."`
	Title    string  `json:"title"`
	URL      string  `json:"url"`
	Passage  string  `json:"passage"`
	Score    float64 `json:"score"`
}

// Hits renders search results, best first.
func Hits(found retrieve.Results) []Hit {
	hits := make([]Hit, len(found.Hits))
	for i, h := range found.Hits {
		hits[i] = Hit{
			Document: h.Passage.Address, Title: h.Passage.Title, URL: conversation.OpenURL(*h.Passage),
			Passage: h.Passage.Text, Score: h.Score,
		}
	}
	return hits
}

// Answer is a whole answer, in this API and in the CLI.
type Answer struct {
	Answer    string                  `json:"answer"`
	Refused   bool                    `json:"refused" doc:"The sources hold no answer."`
	Citations []conversation.Citation `json:"citations"`
	ID        string                  `json:"id,omitempty" doc:"For the ledger: GET …/answers/{id}/transfers."`
	Session   string                  `json:"session,omitempty" doc:"Send it with the next question to go on with the conversation."`
}

// newAnswer renders a finished answer.
func newAnswer(m conversation.Message, session string) Answer {
	a := Answer{Answer: m.Text, Refused: m.Refused, Citations: m.Citations, ID: m.ID, Session: session}
	if a.Citations == nil {
		a.Citations = []conversation.Citation{}
	}
	return a
}

func (m *Management) answerRoutes(api huma.API) {
	huma.Register(api, operation(http.MethodGet, "/v1/bots/{bot}/search", "search", "Answers", "Find passages without asking a model"),
		ofBot(m, func(ctx context.Context, in *struct {
			BotPath
			Query string `query:"q" required:"true" minLength:"1" maxLength:"2000"`
			K     int    `query:"k" minimum:"1" maximum:"100" default:"10"`
		}, b bot.Bot) (*body[[]Hit], error) {
			found, err := m.Desk.Search(ctx, b, retrieve.Query{Text: in.Query, K: in.K})
			return ok(Hits(found), err)
		}))
	huma.Register(api, operation(http.MethodPost, "/v1/bots/{bot}/answers", "ask", "Answers", "Ask a question and wait for the answer"),
		ofBot(m, func(ctx context.Context, in *struct {
			BotPath
			Body struct {
				Question string `json:"question" minLength:"1" maxLength:"2000"`
				Language string `json:"language,omitempty" enum:"de,en" doc:"Used when the question does not show its language."`
				Session  string `json:"session,omitempty" maxLength:"100" doc:"To go on with a conversation."`
			}
		}, b bot.Bot) (*body[Answer], error) {
			a, err := Ask(ctx, m.Desk, conversation.Question{
				Bot: b, Text: in.Body.Question, Language: in.Body.Language, Session: in.Body.Session, Channel: "api",
			}, nil)
			return ok(a, err)
		}))
}

// Ask answers a question as a whole; each, if not nil, gets the text as it comes. A failure of
// the model is an error here.
func Ask(ctx context.Context, desk *conversation.Desk, q conversation.Question, each func(text string)) (Answer, error) {
	if !slices.Contains(bot.Languages, q.Language) {
		q.Language = bot.Languages[0]
	}
	session := q.Session
	var failure error
	m, err := desk.Answer(ctx, q, func(e conversation.Event) error {
		switch e.Kind {
		case conversation.Start:
			if e.Session != "" {
				session = e.Session
			}
		case conversation.Delta:
			if each != nil {
				each(e.Text)
			}
		case conversation.Failure:
			failure = e.Err
		}
		return nil
	})
	if err == nil && failure != nil {
		err = modelFailure(failure, m.Language)
	}
	return newAnswer(m, session), err
}

// modelFailure tells who has a key what the visitor is not told: the model's own words, or that its provider is
// not configured.
func modelFailure(err error, language string) error {
	var model *llm.Error
	if errors.As(err, &model) {
		return problem.Wrap(err, problem.Unavailable, "model_"+string(model.Kind), "The model did not answer (%s): %s", model.Kind, model.Words())
	}
	var told *problem.Error
	if errors.As(err, &told) && told.Kind == problem.Invalid { // what the bot is set to cannot be done
		return problem.Wrap(err, problem.Unavailable, told.Code, "%s", told.Message)
	}
	return problem.Wrap(err, problem.Unavailable, "answer_failed", "%s", conversation.Sentence(err, language))
}
