package conversation

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/webchatagent/wca/internal/erasure"
	"github.com/webchatagent/wca/internal/personal"
	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/token"
)

// beginTime bounds what of it waits for the database only.
const beginTime = 20 * time.Second

// begin stores the question and an answer that is still empty. fresh is false if the same question was
// sent before: then they are those that there are already. One whose answer failed is begun again.
func (d *Desk) begin(ctx context.Context, x *exchange) (fresh bool, err error) {
	ctx, cancel := context.WithTimeout(ctx, beginTime)
	defer cancel()
	if err := x.check(); err != nil {
		return false, err
	}
	if x.Published != nil {
		x.settings = *x.Published
	} else if x.settings, err = d.Bots.PublishedSettings(ctx, x.Bot.Workspace, x.Bot.ID); err != nil {
		return false, fmt.Errorf("reading the bot's settings: %w", err)
	}
	if x.session, x.minted, err = d.enter(ctx, &x.Question); err != nil {
		return false, err
	}
	x.discreet = !x.settings.Settings.Model.Quotes()
	x.settings.Settings = x.session.respectedIn(x.settings.Settings)
	var opened *Session
	if x.minted != "" {
		opened = &x.session
	} else if x.history, err = d.remembered(ctx, x.session); err != nil {
		return false, err
	}
	x.takeUp()
	x.language = shownLanguage(x.Text, x.history, x.settings.Settings.Languages)
	if x.language == "" {
		x.language = cmp.Or(d.siteLanguage(ctx, x), x.Question.Language)
	}
	x.query = retrieve.Query{Text: sought(x.Text, x.history), Language: x.language, Context: asked(x.history, x.Text)}
	if len(x.history) > 0 && ofPerson.MatchString(x.Text) {
		if name := personBefore(x.history, x.query.Text, personal.Guard(d.Recognise(x.settings.Settings.Personal))); name != "" {
			x.query.Context = append(x.query.Context, name)
		}
	}
	unstored, now := x.settings.Settings.Retention.Kept() == 0, d.Now().UTC()
	question := Message{
		Workspace: x.session.Workspace, Bot: x.session.Bot, Session: x.session.ID, ID: token.ID("msg"), ClientID: x.ClientID,
		Role: Visitor, State: Done, Text: x.Text, Language: x.language, At: now, Unstored: unstored,
	}
	answer := Message{
		Workspace: x.session.Workspace, Bot: x.session.Bot, Session: x.session.ID, ID: token.ID("msg"),
		Role: Assistant, State: Streaming, Language: x.language, At: now, Server: d.Server, Unstored: unstored,
	}
	if fresh, err = d.Store.BeginAnswer(ctx, opened, &question, &answer); err != nil {
		return false, fmt.Errorf("storing the question: %w", goneMeanwhile(err))
	}
	x.question, x.answer = question, answer
	if fresh {
		x.answer.Trace.Settings = x.settings.Number
		x.answer.Heard = heard(x.history)
	}
	return fresh, nil
}

// heard are the answers of a conversation of which there is a text.
func heard(history []Message) (ids []string) {
	for _, m := range history {
		if m.Role == Assistant && m.Text != "" && !erasure.IsWithdrawn(m.Text) {
			ids = append(ids, m.ID)
		}
	}
	return ids
}

// takeUp puts a question that was sent before back to where it stands in the conversation: what follows
// on it, and itself, is no history of it.
func (x *exchange) takeUp() {
	at := slices.IndexFunc(x.history, func(m Message) bool { return m.Role == Visitor && m.ClientID == x.ClientID })
	if at < 0 {
		return
	}
	if said := x.history[at].Text; said != "" {
		x.Text = said
	}
	x.history = x.history[:at]
}

// start tells the listener, once, by which ids the question and its answer are known.
func (d *Desk) start(x *exchange) {
	if x.started {
		return
	}
	x.started = true
	x.out.send(Event{Kind: Start, Session: x.minted, Question: x.question.ID, Answer: x.answer.ID, Language: x.answer.Language})
}
