package conversation

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/egress"
	"github.com/webchatagent/wca/internal/llm"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/retrieve"
)

// Question is what a visitor asks of a bot.
type Question struct {
	Bot       bot.Bot
	Published *bot.Version // the bot's published settings; they are read if a channel has not done so
	Session   string       // the visitor's session secret, "" before the first message
	Text      string
	ClientID  string // optional: sending the same one again gives the same answer, or tries again if that failed
	Language  string // of the interface, "de" or "en"; the answer follows the question's language
	Channel   string
}

// Limits on a question. A visitor sees them as sentences.
const (
	maxQuestion = 2000 // characters
	maxClientID = 64
	maxHistory  = 12 // messages of the conversation that a model sees
)

// answerTime bounds one answer, also when nobody listens any more.
const answerTime = 3 * time.Minute

// Abandoned is after how long an answer that is still not finished never will be: its process was killed.
const Abandoned = answerTime + time.Minute

// exchange is a question on its way to an answer. It is kept apart from the stack, which would stay as
// large for as long as a model writes: thousands may.
type exchange struct {
	Question
	began    time.Time
	settings bot.Version
	discreet bool // the bot has a model: see shown
	session  Session
	minted   string // the secret of a session that begins with this question
	history  []Message
	language string         // of the answer
	query    retrieve.Query // what is looked for: the text without what is polite, or the question before, and what it may lean on
	found    retrieve.Results
	parts    []part // the questions of a message that asks several
	answered bool   // of one of these: a model has
	rest     string // of such a message, what a model is asked; "" if that is the whole text
	question Message
	answer   Message
	out      listener
	started  bool // the listener knows the ids

	contact     string   // how the sources say that people are reached
	contactFrom []string // the documents that say so
}

// Answer is the second journey: from a question to an answer. It tells emit what happens while
// it happens, and returns when the answer is stored. An error means that there is no answer and
// nothing was emitted but perhaps Start; a failure of the model after that is an event.
//
// If emit fails, the listener is gone: the answer is still finished and stored, so that the
// visitor finds it after a reload. Running.Stop ends it early.
func (d *Desk) Answer(ctx context.Context, q Question, emit func(Event) error) (Message, error) {
	x := &exchange{Question: q, began: d.Now(), out: listener{emit: emit}}
	err := d.answer(ctx, x)
	return x.answer, err
}

func (d *Desk) answer(ctx context.Context, x *exchange) error {
	turn, err := d.turns.take(ctx)
	if err != nil {
		return err
	}
	defer turn.pause()
	var fresh bool
	err = d.guarded(x, func() (err error) {
		fresh, err = d.begin(ctx, x)
		return err
	})
	if err != nil {
		return err
	}
	turn.pause() // who listens slowly, and a large index that is still to be read, keep nobody else waiting
	if !fresh {
		err := d.guarded(x, func() (err error) {
			d.start(x)
			fresh, err = d.replay(ctx, x, turn)
			return err
		})
		if err != nil || !fresh {
			return err
		}
	}
	if !d.unkept { // a visitor may come back for the answer
		ctx = context.WithoutCancel(ctx)
	}
	ctx, cancel := context.WithTimeout(ctx, answerTime)
	defer cancel()
	if d.unkept || x.settings.Settings.Retention.KeptInLedger() == 0 {
		ctx = egress.WithoutBody(ctx)
	}
	defer d.Running.add(&x.answer, x.session.Wishes, cancel)() // before anybody knows the answer's id
	failure := d.guarded(x, func() error {
		d.start(x)
		return d.reply(ctx, x, turn)
	})
	return d.guarded(x, func() error { return d.finish(ctx, x, failure) })
}

// guarded makes an error of a panic, so that the answer is finished as one that failed.
func (d *Desk) guarded(x *exchange, do func() error) error {
	return problem.Guarded(d.Log, "panic in an answer", do, "bot", x.Bot.ID, "answer", x.answer.ID)
}

// reply gives what is known, or searches and has the model write, or says that the sources hold no answer.
func (d *Desk) reply(ctx context.Context, x *exchange, turn *turn) error {
	index, unreadable := d.Indexes.Index(ctx, x.Bot)
	known, err := d.knownAnswer(ctx, x, index)
	if err != nil || known {
		return err
	}
	if unreadable != nil {
		return fmt.Errorf("opening the index: %w", unreadable)
	}
	if x.parts = several(x.query.Text); x.parts != nil {
		if answered, err := d.replyToEach(ctx, x, index, turn); answered || err != nil {
			return err
		}
	}
	vector := d.vector(ctx, x)
	if err := turn.goOn(ctx); err != nil {
		return err
	}
	m, err := d.prepare(x, index, vector)
	turn.pause()
	if err != nil {
		return err
	}
	if m == nil {
		d.refuse(ctx, x, index)
		return nil
	}

	note := x.errandNote(func() string { return d.contact(x, index, x.language) })
	if note != "" {
		x.out.delta(note)
	}
	if err := d.haveWritten(ctx, x, m); err != nil {
		return err
	}
	if x.answer.Text == "" { // all was withheld
		d.refuse(ctx, x, index)
		return nil
	}
	x.answer.Text = note + x.answer.Text
	return nil
}

// haveWritten has the model write the answer.
func (d *Desk) haveWritten(ctx context.Context, x *exchange, m *manuscript) error {
	provider, err := d.Models.Open(x.settings.Settings.Model)
	if err != nil {
		return fmt.Errorf("opening the model: %w", err)
	}
	if x.answer.ByModel() { // if this process is killed meanwhile, it is still known who was asked
		if ctx, err = d.Store.Noting(ctx, &x.answer); err != nil {
			return fmt.Errorf("noting which model is asked: %w", err)
		}
	}
	return d.write(egress.Attribute(ctx, egress.Attribution{
		Workspace: x.Bot.Workspace, Bot: x.Bot.ID, Answer: x.answer.ID,
		LegalBasis: "GDPR Art. 6(1)(b), Art. 28", Categories: x.answer.Trace.Replaced,
	}), x, m, provider)
}

// knownAnswer gives the answer to what needs no search: what is about the conversation itself, what the customer has
// answered, small talk that they have not answered in its language, and contact data that somebody only leaves.
func (d *Desk) knownAnswer(ctx context.Context, x *exchange, index *retrieve.Index) (bool, error) {
	whole := x.query.WithEarlier()
	pair, taught, err := d.answerOf(ctx, x.Bot, whole, x.language)
	if err == nil && !taught && whole != x.query.Text {
		pair, taught, err = d.answerOf(ctx, x.Bot, x.query.Text, x.language)
	}
	if err != nil {
		return false, err
	}
	contact := func() string { return d.contact(x, index, x.language) }
	small, language := x.smallTalk(contact)
	if index != nil && complains(x.query.Text) && saysToWhom(index) {
		small, language = "", ""
	}
	text, _ := x.goneOn(contact)
	switch {
	case text != "":
	case taught && (small == "" || pair.Language == "" || pair.Language == language):
		text, x.answer.Trace.Prompt = pair.Answer, "pair:"+pair.ID
	case small != "":
		text = small
	default:
		text = d.contactLeft(x, index)
	}
	if text == "" {
		return false, nil
	}
	x.out.delta(text)
	x.answer.Text = text
	return true, nil
}

// vector is the question's vector by a model, nil where the built-in ones serve.
func (d *Desk) vector(ctx context.Context, x *exchange) []float32 {
	if x.settings.Settings.Embedding == nil {
		return nil
	}
	return d.Vectors.Question(ctx, x.Bot, x.settings.Settings, x.answer.ID, x.query.Standing(), before(Visitor, x.history))
}

// finish stores the answer as it came out and tells the listener. failure is what ended it
// early, nil if nothing did.
func (d *Desk) finish(ctx context.Context, x *exchange, failure error) error {
	answer := &x.answer
	answer.State = Done
	if failure != nil {
		answer.State, failure = Failed, d.Running.cutShort(answer.ID, failure)
		var model *llm.Error
		switch {
		case d.Running.stopped(answer.ID):
			answer.State, failure = Stopped, nil
		case errors.As(failure, &model):
			answer.Trace.Failure = string(model.Kind)
		default:
			answer.Trace.Failure = string(problem.KindOf(failure))
		}
	}
	if x.contact != "" && strings.Contains(answer.Text, x.contact) {
		answer.Trace.Contact = x.contactFrom
	}
	answer.Trace.TotalMS = d.Now().Sub(x.began).Milliseconds()
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 15*time.Second)
	defer cancel()
	if err := d.guarded(x, func() error { return d.Store.FinishAnswer(ctx, answer) }); err != nil {
		if problem.Is(err, problem.NotFound) { // the chat was erased meanwhile, perhaps through another server
			return d.Store.ForgetAnswer(ctx, answer.Workspace, answer.Bot, answer.ID)
		}
		if !problem.Is(err, problem.Conflict) { // else another try has taken its place
			d.Running.keep(answer)
		}
		err = fmt.Errorf("storing the answer: %w", err)
		x.out.send(failed(answer, err))
		return err
	}
	if failure != nil {
		d.Log.Warn("answer failed", "bot", answer.Bot, "answer", answer.ID, "error", failure)
		x.out.send(failed(answer, failure))
		return nil
	}
	x.out.send(Event{Kind: Finished, Answer: answer.ID, Message: answer})
	return nil
}
