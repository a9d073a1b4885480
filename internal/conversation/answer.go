package conversation

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"time"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/egress"
	"github.com/webchatagent/wca/internal/journal"
	"github.com/webchatagent/wca/internal/llm"
	"github.com/webchatagent/wca/internal/llm/prompt"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/pseudonym"
	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/token"
)

// Indexes gives the searchable passages of a bot as they are now.
type Indexes interface {
	Index(ctx context.Context, b bot.Bot) (*retrieve.Index, error)
}

// Models opens the language model that a bot's settings name, with its fallbacks.
type Models interface {
	Open(m bot.Model) (llm.Provider, error)
}

// Vectors gives a question's vector for searching in the bot's index, or nil where its built-in
// word vectors serve. Personal data in text is replaced before it leaves.
type Vectors interface {
	Question(ctx context.Context, b bot.Bot, s bot.Settings, answer, text string) []float32
}

// Desk is where questions are answered, whatever channel they come through. All fields but
// Running must be set.
type Desk struct {
	Store   Store
	Bots    bot.Store
	Indexes Indexes
	Models  Models
	Secret  []byte // from which the placeholders of personal data are derived; at least 32 bytes
	Now     func() time.Time
	Log     *slog.Logger
	Running *Running // answers being written, so that they can be stopped
	Known   pseudonym.Memory
	Pairs   Pairs
	Vectors Vectors
	Eraser  Eraser
	Journal journal.Journal // of what visitors wish

	Recognise bot.Recognise // finds personal data

	turns turns
}

// Question is what a visitor asks of a bot.
type Question struct {
	Bot       bot.Bot
	Published bot.Version // the bot's published settings; they are read if a channel has not done so
	Session   string      // the visitor's session secret, "" before the first message
	Text      string
	ClientID  string // optional: sending the same one again gives the same answer
	Language  string // of the interface, "de" or "en"; the answer follows the question's language
	Channel   string
}

// Limits on a question. A visitor sees them as sentences.
const (
	maxQuestion = 2000 // characters
	maxClientID = 64
	maxHistory  = 12 // messages of the conversation that a model sees
)

// alsoQuoted is how near to the best quote's score another one must come to be shown beside it, and
// alsoMet how near to it in saying the question's words.
const (
	alsoQuoted = 0.85
	alsoMet    = 0.75
)

// answerTime bounds one answer, also when nobody listens any more.
const answerTime = 3 * time.Minute

// Answer is the second journey: from a question to an answer. It tells emit what happens while
// it happens, and returns when the answer is stored. An error means that there is no answer and
// nothing was emitted but perhaps Start; a failure of the model after that is an event.
//
// If emit fails, the listener is gone: the answer is still finished and stored, so that the
// visitor finds it after a reload. Running.Stop ends it early.
func (d *Desk) Answer(ctx context.Context, q Question, emit func(Event) error) (Message, error) {
	began := d.Now()
	q, err := q.checked()
	if err != nil {
		return Message{}, err
	}
	turn, err := d.turns.take(ctx)
	if err != nil {
		return Message{}, err
	}
	defer turn.pause()
	settings := q.Published
	if settings.Number == 0 {
		if settings, err = d.Bots.PublishedSettings(ctx, q.Bot.Workspace, q.Bot.ID); err != nil {
			return Message{}, fmt.Errorf("reading the bot's settings: %w", err)
		}
	}
	session, minted, err := d.enter(ctx, q)
	if err != nil {
		return Message{}, err
	}
	settings.Settings = session.respectedIn(settings.Settings)
	var opened *Session
	var history []Message
	if minted != "" {
		opened = &session
	} else if history, err = d.remembered(ctx, session); err != nil {
		return Message{}, err
	}
	language := answerLanguage(q, history)
	keep := settings.Settings.Retention
	question, answer, fresh, err := d.Store.BeginAnswer(ctx, opened, d.question(session, q, language, keep), d.pending(session, language, keep))
	if err != nil {
		return Message{}, fmt.Errorf("storing the question: %w", err)
	}
	turn.pause() // who listens slowly, and a large index that is still to be read, keep nobody else waiting
	out := &listener{emit: emit}
	start := Event{Kind: Start, Session: minted, Question: question.ID, Answer: answer.ID, Language: answer.Language}
	if !fresh {
		out.send(start)
		return d.replay(ctx, answer, out)
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), answerTime)
	defer cancel()
	if keep.KeptInLedger() == 0 {
		ctx = egress.WithoutBody(ctx)
	}
	defer d.Running.add(answer, session.Wishes, cancel)() // before anybody knows the answer's id
	out.send(start)

	answer.Trace.Settings = settings.Number
	sought := sought(q.Text, history)
	index, unreadable := d.Indexes.Index(ctx, q.Bot)
	contact := func() string { return contact(settings.Settings, index, language) }
	if text, ok := smallTalk(sought, language, q.Bot, settings.Settings, contact); ok {
		out.send(Event{Kind: Delta, Text: text})
		answer.Text = text
		return d.finish(ctx, answer, began, out, nil)
	}

	pair, taught, err := d.answerOf(ctx, q.Bot, sought, language)
	if err != nil {
		return d.finish(ctx, answer, began, out, err)
	}
	if taught {
		out.send(Event{Kind: Delta, Text: pair.Answer})
		answer.Text, answer.Trace.Prompt = pair.Answer, "pair:"+pair.ID
		return d.finish(ctx, answer, began, out, nil)
	}

	if unreadable != nil {
		return d.finish(ctx, answer, began, out, fmt.Errorf("opening the index: %w", unreadable))
	}
	finder := pseudonym.Guard(d.Recognise(settings.Settings.Personal))
	said := pseudonym.Once(finder)
	var vector []float32
	if settings.Settings.Embedding != nil {
		vector = d.Vectors.Question(ctx, q.Bot, settings.Settings, answer.ID, retrieve.ResolveFollowUp(asked(history), sought).Standing())
	}
	if err := turn.goOn(ctx); err != nil {
		return d.finish(ctx, answer, began, out, err)
	}
	query := search(said, index, history, sought, language, passagesShown(settings.Settings))
	query.Now, query.Vector = began, vector
	query, found := find(index, query)
	answer.Trace.SearchUS = d.Now().Sub(began).Microseconds()
	answer.Trace.Evidence, answer.Trace.Passages = found.Evidence, len(found.Hits)

	if !found.Enough {
		turn.pause()
		answer.Refused = true
		answer.Text = refusal(language, contact())
		out.send(Event{Kind: Delta, Text: answer.Text})
		d.recordGap(ctx, session, question, found.Evidence)
		return d.finish(ctx, answer, began, out, nil)
	}

	answer.Trace.Documents = documents(found)
	passages := d.Known.Of(finder, q.Bot.Workspace+"/"+q.Bot.ID, fmt.Sprint(q.Bot.Index, "/", settings.Number))
	vault := pseudonym.NewVault(d.vaultKey(session), passages.Shown(func() []string { return openPages(index, settings.Settings.Personal) }))
	masked := masker{vault: vault, finder: said, passages: passages}
	request, version := compose(q, settings.Settings, language, history, found, masked, began)
	turn.pause()
	request.Quotes = func() []llm.Quote { return quotes(index, query, found) }
	if err := finder.Err(); err != nil {
		return d.finish(ctx, answer, began, out, err)
	}
	answer.Trace.Replaced = masked.counts()
	answer.Trace.Provider, answer.Trace.Model, answer.Trace.Prompt = settings.Settings.Model.Provider, request.Model, version

	provider, err := d.Models.Open(settings.Settings.Model)
	if err != nil {
		return d.finish(ctx, answer, began, out, fmt.Errorf("opening the model: %w", err))
	}
	ctx = egress.Attribute(ctx, egress.Attribution{
		Workspace: q.Bot.Workspace, Bot: q.Bot.ID, Answer: answer.ID,
		LegalBasis: "GDPR Art. 6(1)(b), Art. 28", Categories: answer.Trace.Replaced,
	})

	restored, cited := vault.Restorer(language), d.writer(q, settings.Settings, history, index, found, language)
	for chunk, err := range provider.Stream(ctx, request) {
		if err != nil {
			answer.take(cited, restored)
			return d.finish(ctx, answer, began, out, err)
		}
		if text := cited.write(restored.Write(chunk.Text)); text != "" {
			if answer.Trace.FirstMS == 0 {
				answer.Trace.FirstMS = max(1, d.Now().Sub(began).Milliseconds())
			}
			out.send(Event{Kind: Delta, Text: text})
		}
		if chunk.Usage != nil {
			answer.Trace.In, answer.Trace.Out = chunk.Usage.In, chunk.Usage.Out
		}
	}
	if text := cited.write(restored.Close()) + cited.close(); text != "" {
		out.send(Event{Kind: Delta, Text: text})
	}
	if answer.take(cited, restored); answer.Text == "" { // all was withheld
		answer.Refused, answer.Text = true, refusal(language, contact())
		out.send(Event{Kind: Delta, Text: answer.Text})
		d.recordGap(ctx, session, question, found.Evidence)
	}
	return d.finish(ctx, answer, began, out, nil)
}

// writer is what watches the answer being written: the built-in provider quotes, so its numbers are
// right; what a model writes is checked.
func (d *Desk) writer(q Question, s bot.Settings, history []Message, index *retrieve.Index, found retrieve.Results, language string) writer {
	if s.Model.Provider == "quote" || s.Check == bot.CheckOff {
		return newCiter(numbered(found))
	}
	said := []string{q.Text, s.Model.Instructions, s.Contact[language], d.Now().Format("02.01.2006")}
	for _, m := range history {
		said = append(said, m.Text)
	}
	return newJudge(index, found, said, language, s.Check)
}

// take notes what was written.
func (m *Message) take(w writer, r *pseudonym.Restorer) {
	put, named := r.Restored()
	m.Trace.Restored, m.Trace.Unshown = counted(put), counted(named)
	m.Text, m.Citations = w.text(), w.citations()
	if j, ok := w.(*judge); ok {
		m.Trace.Claims, m.Trace.Supported = j.claims, j.supported
	}
}

// finish stores the answer as it came out and tells the listener. failure is what ended it
// early, nil if nothing did.
func (d *Desk) finish(ctx context.Context, answer Message, began time.Time, out *listener, failure error) (Message, error) {
	answer.State = Done
	if failure != nil {
		answer.State = Broken
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
	answer.Trace.TotalMS = d.Now().Sub(began).Milliseconds()
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 15*time.Second)
	defer cancel()
	if err := d.Store.FinishAnswer(ctx, answer); err != nil {
		if problem.Is(err, problem.NotFound) { // the chat was erased meanwhile, perhaps through another server
			return answer, d.Store.ForgetBodies(ctx, answer.Workspace, answer.Bot, answer.ID)
		}
		err = fmt.Errorf("storing the answer: %w", err)
		out.send(failed(answer, err))
		return answer, err
	}
	if failure != nil {
		d.Log.Warn("answer failed", "bot", answer.Bot, "answer", answer.ID, "error", failure)
		out.send(failed(answer, failure))
		return answer, nil
	}
	out.send(Event{Kind: Finished, Answer: answer.ID, Message: &answer})
	return answer, nil
}

// replay answers a question that was sent before: with the stored answer, or, while that is
// still being written, with what it is in the end.
func (d *Desk) replay(ctx context.Context, answer Message, out *listener) (Message, error) {
	if answer.State == Streaming {
		d.Running.wait(ctx, answer.ID)
		stored, err := d.Store.Message(ctx, answer.Workspace, answer.Bot, answer.Session, answer.ID)
		if err != nil {
			return Message{}, fmt.Errorf("reading the answer again: %w", err)
		}
		answer = stored
	}
	if answer.State == Streaming || answer.State == Broken {
		out.send(failed(answer, problem.New(problem.Unavailable, "answer_incomplete", "This answer was not completed.")))
		return answer, nil
	}
	out.send(Event{Kind: Finished, Answer: answer.ID, Message: &answer})
	return answer, nil
}

func (d *Desk) question(s Session, q Question, language string, keep bot.Retention) Message {
	return Message{
		Workspace: s.Workspace, Bot: s.Bot, Session: s.ID, ID: token.ID("msg"), ClientID: q.ClientID,
		Role: Visitor, State: Done, Text: q.Text, Language: language, At: d.Now().UTC(), Unstored: keep.Kept() == 0,
	}
}

func (d *Desk) pending(s Session, language string, keep bot.Retention) Message {
	return Message{
		Workspace: s.Workspace, Bot: s.Bot, Session: s.ID, ID: token.ID("msg"),
		Role: Assistant, State: Streaming, Language: language, At: d.Now().UTC(), Unstored: keep.Kept() == 0,
	}
}

func (d *Desk) recordGap(ctx context.Context, s Session, question Message, evidence float64) {
	if question.Unstored || s.Restricted {
		return
	}
	err := d.Store.RecordGap(ctx, Gap{
		Workspace: question.Workspace, Bot: question.Bot, ID: token.ID("gap"), Session: question.Session,
		Message: question.ID, Question: question.Text, Language: question.Language, Evidence: evidence, At: d.Now().UTC(),
	})
	if err != nil {
		d.Log.Error("recording an unanswered question", "bot", question.Bot, "error", err)
	}
}

// compose builds the model's request from the found passages and the history (D1: nothing else),
// all of it masked (D2, D3). version names the prompt it was made from.
func compose(q Question, s bot.Settings, language string, history []Message, found retrieve.Results, m masker, now time.Time) (r llm.Request, version string) {
	evidence := make([]llm.Evidence, len(found.Hits))
	for i, hit := range found.Hits {
		evidence[i] = llm.Evidence{N: i + 1, Title: m.passage(hit.Passage.Title), URL: m.passage(hit.Passage.Address), Text: m.passage(hit.Text())}
	}
	earlier := modelHistory(history, m)
	r.System, r.Messages, version = prompt.Answer(prompt.Input{
		Language: language, BotName: q.Bot.Name, Instructions: m.instruction(s.Model.Instructions),
		Today: now.Format("2006-01-02"), Evidence: evidence, History: earlier, Question: m.said(q.Text),
	})
	r.Model, r.Temperature, r.TopP, r.MaxTokens, r.Language = s.Model.Name, s.Model.Temperature, s.Model.TopP, s.Model.MaxTokens, language
	if r.MaxTokens == 0 {
		r.MaxTokens = 1024
	}
	return r, version
}

// documents are those of the found passages, each once.
func documents(found retrieve.Results) []string {
	var ids []string
	for _, hit := range found.Hits {
		if !slices.Contains(ids, hit.Passage.Document) {
			ids = append(ids, hit.Passage.Document)
		}
	}
	return ids
}

// numbered are the passages in the order of their numbers.
func numbered(found retrieve.Results) []retrieve.Passage {
	out := make([]retrieve.Passage, len(found.Hits))
	for i, hit := range found.Hits {
		out[i] = *hit.Passage
	}
	return out
}

// quotes are the best sentences of the found passages, for an answer without a model.
func quotes(index *retrieve.Index, query retrieve.Query, found retrieve.Results) []llm.Quote {
	var out []llm.Quote
	best := index.Quote(query, found.Hits, 3)
	best = slices.DeleteFunc(best, func(q retrieve.Quote) bool { // what is merely related confuses
		return q.Score < best[0].Score*alsoQuoted || q.Met < best[0].Met*alsoMet || best[0].Met == 0 && q.Passage.Document != best[0].Passage.Document
	})
	for _, quote := range retrieve.Whole(best) {
		out = append(out, llm.Quote{N: quote.Hit + 1, Text: quote.Text, Heading: quote.Heading})
	}
	if len(out) == 0 && len(found.Hits) > 0 {
		out = append(out, llm.Quote{N: 1, Text: found.Hits[0].Passage.Text})
	}
	return out
}

func passagesShown(s bot.Settings) int {
	if s.Passages > 0 {
		return min(s.Passages, 20)
	}
	return 6
}

func modelHistory(history []Message, masked masker) []llm.Message {
	if len(history) > maxHistory {
		history = history[len(history)-maxHistory:]
	}
	var out []llm.Message
	for _, m := range history {
		if m.Text == "" || m.State == Streaming || m.State == Broken {
			continue
		}
		role := llm.User
		if m.Role == Assistant {
			role = llm.Assistant
		}
		out = append(out, llm.Message{Role: role, Text: masked.earlier(m)})
	}
	return out
}
