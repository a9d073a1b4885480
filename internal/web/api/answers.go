package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/pseudonym"
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

// NewAnswer renders a finished answer.
func NewAnswer(m conversation.Message, session string) Answer {
	a := Answer{Answer: m.Text, Refused: m.Refused, Citations: m.Citations, ID: m.ID, Session: session}
	if a.Citations == nil {
		a.Citations = []conversation.Citation{}
	}
	return a
}

type gapView struct {
	ID       string    `json:"id"`
	Question string    `json:"question"`
	Language string    `json:"language"`
	Evidence float64   `json:"evidence"`
	At       time.Time `json:"at"`
}

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

func (m *Management) answerRoutes(api huma.API) {
	huma.Register(api, operation(http.MethodGet, "/v1/bots/{bot}/search", "search", "Answers", "Find passages without asking a model"),
		answered(m, func(ctx context.Context, in *struct {
			BotPath
			Query string `query:"q" required:"true" minLength:"1" maxLength:"2000"`
			K     int    `query:"k" minimum:"1" maximum:"100" default:"10"`
		}) (*body[[]Hit], error) {
			b, err := m.Bots.Bot(ctx, scope(ctx), in.Bot)
			if err != nil {
				return nil, err
			}
			found, err := m.Desk.Search(ctx, b, retrieve.Query{Text: in.Query, K: in.K})
			return ok(Hits(found), err)
		}))
	huma.Register(api, operation(http.MethodPost, "/v1/bots/{bot}/answers", "ask", "Answers", "Ask a question and wait for the answer"),
		answered(m, func(ctx context.Context, in *struct {
			BotPath
			Body struct {
				Question string `json:"question" minLength:"1" maxLength:"2000"`
				Language string `json:"language,omitempty" enum:"de,en" doc:"Used when the question does not show its language."`
				Session  string `json:"session,omitempty" maxLength:"100" doc:"To go on with a conversation."`
			}
		}) (*body[Answer], error) {
			b, err := m.Bots.Bot(ctx, scope(ctx), in.Bot)
			if err != nil {
				return nil, err
			}
			a, err := Ask(ctx, m.Desk, conversation.Question{
				Bot: b, Text: in.Body.Question, Language: in.Body.Language, Session: in.Body.Session, Channel: "api",
			}, nil)
			return ok(a, err)
		}))
	huma.Register(api, operation(http.MethodGet, "/v1/bots/{bot}/gaps", "list-gaps", "Answers", "List questions that the sources could not answer, newest first"),
		answered(m, func(ctx context.Context, in *struct {
			BotPath
			Paging
		}) (*body[[]gapView], error) {
			if _, err := m.Bots.Bot(ctx, scope(ctx), in.Bot); err != nil {
				return nil, err
			}
			gaps, err := m.Desk.Store.Gaps(ctx, scope(ctx), in.Bot, in.Limit, in.Offset)
			views := make([]gapView, len(gaps))
			for i, g := range gaps {
				views[i] = gapView{ID: g.ID, Question: g.Question, Language: g.Language, Evidence: g.Evidence, At: g.At}
			}
			return ok(views, err)
		}))
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
		answered(m, func(ctx context.Context, in *struct {
			BotPath
			Answer string `path:"answer" maxLength:"64"`
		}) (*body[[]Transfer], error) {
			if _, err := m.Bots.Bot(ctx, scope(ctx), in.Bot); err != nil {
				return nil, err
			}
			transfers, err := m.Ledger.Transfers(ctx, scope(ctx), in.Bot, in.Answer)
			views := make([]Transfer, len(transfers))
			for i, t := range transfers {
				views[i] = ViewTransfer(conversation.Sent{Transfer: t, Placeholders: pseudonym.Placeholders(string(t.Body))})
			}
			return ok(views, err)
		}))
}

// Ask answers a question as a whole; each, if not nil, gets the text as it comes. A failure of
// the model is an error here.
func Ask(ctx context.Context, desk *conversation.Desk, q conversation.Question, each func(text string)) (Answer, error) {
	if !languageKnown(q.Language) {
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
	return NewAnswer(m, session), err
}

func languageKnown(l string) bool { return l == "de" || l == "en" }
