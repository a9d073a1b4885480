// Package embed serves a bot's visitors: the loader script, the chat panel and the endpoints
// that the panel talks to. Visitors have no key; they are let in by the bot's public id from
// allowed websites, and see only what their own session secret opens.
package embed

import (
	"context"
	"log/slog"
	"net/http"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/web/remote"
	"github.com/webchatagent/wca/internal/web/respond"
)

// Bots gives the bot that a website shows, and the settings that its earlier answers were written under.
type Bots interface {
	BotByPublicID(ctx context.Context, publicID string) (bot.Bot, bot.Version, error)
	Versions(ctx context.Context, workspace, bot string) ([]bot.Version, error)
}

// Visitors answers the visitors' requests. All fields but PublicURL must be set.
type Visitors struct {
	Desk      *conversation.Desk
	Ledger    Ledger
	Bots      Bots
	PublicURL string
	Proxies   remote.Proxies
	Rate      *remote.Rate                                            // of questions
	Changes   *remote.Rate                                            // of wishes and contact data, apart: who has asked a lot may still object (K1)
	Failed    func(w http.ResponseWriter, r *http.Request, err error) // answers for a page that can't be shown
	Log       *slog.Logger
}

// Routes adds the visitors' endpoints.
func (v *Visitors) Routes(mux *http.ServeMux) {
	mux.HandleFunc("GET /widget.js", v.loader)
	mux.HandleFunc("GET /embed/assets/{file}", v.asset)
	mux.HandleFunc("GET /embed/{bot}", v.panel)
	mux.HandleFunc("GET /c/{bot}", v.page)

	chat := func(method, path string, h visitorHandler) {
		mux.HandleFunc(method+" /v1/chat/{bot}"+path, func(w http.ResponseWriter, r *http.Request) {
			if err := v.serve(w, r, h); err != nil {
				respond.Error(w, err, v.Log)
			}
		})
	}
	chat("POST", "/messages", v.ask)
	chat("GET", "/messages", v.history)
	chat("GET", "/messages/{id}", v.message)
	chat("POST", "/messages/{id}/stop", v.stop)
	chat("PUT", "/messages/{id}/feedback", v.feedback)
	chat("PATCH", "/session", v.wish)
	chat("PUT", "/session/contact", v.putContact)
	chat("DELETE", "/session/contact", v.deleteContact)
	chat("DELETE", "/session", v.end)
	chat("GET", "/session/export", v.export)
	mux.HandleFunc("OPTIONS /v1/chat/{bot}/{path...}", v.preflight)
}

// visit is a request whose bot is known and whose origin is allowed.
type visit struct {
	bot       bot.Bot
	published bot.Version
	session   string // the secret from the header, "" if none
}

type visitorHandler func(w http.ResponseWriter, r *http.Request, at *visit) error

func (v *Visitors) serve(w http.ResponseWriter, r *http.Request, h visitorHandler) error {
	at, err := v.find(r)
	if err != nil {
		return err
	}
	if err := v.origin(w, r, &at.published.Settings); err != nil {
		return err
	}
	w.Header().Set("Cache-Control", "no-store")
	takeIn(w, r, bodyTime)
	at.session = r.Header.Get("WCA-Session")
	return h(w, r, at)
}

// find looks for the bot that the address names.
func (v *Visitors) find(r *http.Request) (*visit, error) {
	b, published, err := v.Bots.BotByPublicID(r.Context(), r.PathValue("bot"))
	return &visit{bot: b, published: published}, err
}

func (v *Visitors) preflight(w http.ResponseWriter, r *http.Request) {
	at, err := v.find(r)
	if err == nil {
		err = v.origin(w, r, &at.published.Settings)
	}
	if err != nil {
		respond.Error(w, err, v.Log)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (v *Visitors) ask(w http.ResponseWriter, r *http.Request, at *visit) error {
	q, err := asked(r, at)
	if err != nil {
		return err
	}
	if ok, wait := v.Rate.Allow(v.Proxies.Addr(r)); !ok {
		return hurried(wait, "too_many_questions", "These are many questions in a short time. Please wait %s.")
	}
	stream := &answerStream{w: w}
	defer stream.close()
	_, err = v.Desk.Answer(r.Context(), *q, stream.send)
	if err != nil && stream.open == nil {
		return err
	}
	if err != nil {
		v.Log.Error("answering", "bot", at.bot.ID, "error", err)
	}
	return nil
}

// asked is the question in a request.
func asked(r *http.Request, at *visit) (*conversation.Question, error) {
	var in struct {
		Text     string `json:"text"`
		ClientID string `json:"client_id"`
		Language string `json:"language"`
	}
	if err := decode(r, &in); err != nil {
		return nil, err
	}
	return &conversation.Question{
		Bot: at.bot, Published: &at.published, Session: at.session, Text: in.Text, ClientID: in.ClientID, Language: in.Language, Channel: "widget",
	}, nil
}

func (v *Visitors) history(w http.ResponseWriter, r *http.Request, at *visit) error {
	_, messages, err := v.Desk.History(r.Context(), at.bot, at.session)
	if err != nil {
		return err
	}
	out := make([]message, len(messages))
	for i, m := range messages {
		out[i] = shown(m)
	}
	respond.JSON(w, map[string]any{"messages": out})
	return nil
}

func (v *Visitors) message(w http.ResponseWriter, r *http.Request, at *visit) error {
	m, err := v.Desk.Message(r.Context(), at.bot, at.session, r.PathValue("id"))
	if err != nil {
		return err
	}
	respond.JSON(w, shown(m))
	return nil
}

func (v *Visitors) stop(w http.ResponseWriter, r *http.Request, at *visit) error {
	if err := v.Desk.Stop(r.Context(), at.bot, at.session, r.PathValue("id")); err != nil {
		return err
	}
	w.WriteHeader(http.StatusNoContent)
	return nil
}

func (v *Visitors) feedback(w http.ResponseWriter, r *http.Request, at *visit) error {
	var in struct {
		Value   string   `json:"value"`
		Reasons []string `json:"reasons"`
		Text    string   `json:"text"`
	}
	if err := decode(r, &in); err != nil {
		return err
	}
	if in.Value == "none" {
		in.Value = ""
	}
	err := v.Desk.Judge(r.Context(), at.bot, at.session, r.PathValue("id"), conversation.Feedback(in))
	if err != nil {
		return err
	}
	w.WriteHeader(http.StatusNoContent)
	return nil
}

func (v *Visitors) end(w http.ResponseWriter, r *http.Request, at *visit) error {
	receipt, err := v.Desk.End(r.Context(), at.bot, at.session)
	if err != nil {
		return err
	}
	respond.JSON(w, receipt)
	return nil
}
