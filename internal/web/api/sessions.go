package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/conversation"
)

// SessionView is a conversation as a list shows it, in this API and in the CLI.
type SessionView struct {
	ID         string       `json:"id"`
	Channel    string       `json:"channel"`
	Language   string       `json:"language"`
	CreatedAt  time.Time    `json:"created_at"`
	LastAt     time.Time    `json:"last_at"`
	Messages   int          `json:"messages"`
	NoModel    bool         `json:"no_model" doc:"The visitor objects to language models: nothing of the conversation goes to one."`
	Restricted bool         `json:"restricted" doc:"The visitor has restricted the processing: what was said is stored, but neither shown nor found nor deleted by retention."`
	Anonymised bool         `json:"anonymised,omitempty" doc:"Its text was removed when its time was over; of the times only the days are left, as midnight UTC."`
	Contact    *ContactView `json:"contact,omitempty" doc:"If the visitor has given contact data and not restricted the processing."`
}

// ContactView is what a visitor has given of contact data.
type ContactView struct {
	Name  string `json:"name"`
	Email string `json:"email"`
	Phone string `json:"phone"`
}

// ViewSession renders a conversation of a list.
func ViewSession(s conversation.Summary) SessionView {
	v := SessionView{
		ID: s.ID, Channel: s.Channel, Language: s.Language, CreatedAt: s.CreatedAt, LastAt: s.LastAt, Messages: s.Messages,
		NoModel: s.NoModel, Restricted: s.Restricted, Anonymised: s.Anonymised,
	}
	if c := s.Contact; c != (conversation.Contact{}) {
		v.Contact = &ContactView{c.Name, c.Email, c.Phone}
	}
	return v
}

func (m *Management) sessions(ctx context.Context, b bot.Bot, text string, page Paging) (*body[[]SessionView], error) {
	all, err := m.Desk.Store.Sessions(ctx, b.Workspace, b.ID, text, page.Limit, page.Offset)
	return list(all, err, ViewSession)
}

func (m *Management) sessionRoutes(api huma.API) {
	huma.Register(api, operation(http.MethodGet, "/v1/bots/{bot}/sessions", "list-sessions", "Conversations", "List conversations, the latest first"),
		ofBot(m, func(ctx context.Context, in *struct {
			BotPath
			Paging
		}, b bot.Bot) (*body[[]SessionView], error) {
			return m.sessions(ctx, b, "", in.Paging)
		}))
	// What is looked for is mostly somebody's name or address, which must not stand in an address.
	huma.Register(api, operation(http.MethodPost, "/v1/bots/{bot}/sessions/find", "find-sessions", "Conversations", "Find the conversations in which something was said or stands in the contact data, to answer or erase them on request"),
		ofBot(m, func(ctx context.Context, in *struct {
			BotPath
			Paging
			Body struct {
				Text string `json:"text" minLength:"1" maxLength:"500" pattern:"[^\\s]" patternDescription:"more than spaces" doc:"Capitals do not matter; a phone number is found in every notation."`
			}
		}, b bot.Bot) (*body[[]SessionView], error) {
			return m.sessions(ctx, b, in.Body.Text, in.Paging)
		}))
}
