package conversation

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"time"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/egress"
	"github.com/webchatagent/wca/internal/journal"
	"github.com/webchatagent/wca/internal/llm"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/pseudonym"
	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/token"
	"github.com/webchatagent/wca/internal/verify"
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

	turns  turns
	unkept bool // questions are no visitor's
}

// Beside is another desk of the same parts, with an order of its turns and a memory of its own. Parts of it
// may be exchanged before it is used.
func (d *Desk) Beside() *Desk {
	return &Desk{
		Store: d.Store, Bots: d.Bots, Indexes: d.Indexes, Models: d.Models, Secret: d.Secret, Now: d.Now, Log: d.Log,
		Running: d.Running, Vectors: d.Vectors, Eraser: d.Eraser, Journal: d.Journal, Recognise: d.Recognise,
	}
}

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

// beginTime bounds what of it waits for the database only.
const beginTime = 20 * time.Second

// exchange is a question on its way to an answer. It is kept apart from the stack, which would stay as
// large for as long as a model writes: thousands may.
type exchange struct {
	Question
	began    time.Time
	settings bot.Version
	session  Session
	minted   string // the secret of a session that begins with this question
	history  []Message
	language string // of the answer
	sought   string // what is looked for: the text without what is polite, or the question before
	query    retrieve.Query
	found    retrieve.Results
	question Message
	answer   Message
	out      listener
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
	fresh, err := d.begin(ctx, x)
	if err != nil {
		return err
	}
	turn.pause() // who listens slowly, and a large index that is still to be read, keep nobody else waiting
	if !fresh {
		d.start(x)
		return d.replay(ctx, x)
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
	d.start(x)

	index, unreadable := d.Indexes.Index(ctx, x.Bot)
	known, err := d.knownAnswer(ctx, x, index)
	if err != nil || known {
		return d.finish(ctx, x, err)
	}
	if unreadable != nil {
		return d.finish(ctx, x, fmt.Errorf("opening the index: %w", unreadable))
	}
	vector := d.vector(ctx, x)
	if err := turn.goOn(ctx); err != nil {
		return d.finish(ctx, x, err)
	}
	m, err := d.prepare(x, index, vector)
	turn.pause()
	if err != nil {
		return d.finish(ctx, x, err)
	}
	if m == nil {
		d.refuse(ctx, x, index)
		return d.finish(ctx, x, nil)
	}

	provider, err := d.Models.Open(x.settings.Settings.Model)
	if err != nil {
		return d.finish(ctx, x, fmt.Errorf("opening the model: %w", err))
	}
	if x.answer.ByModel() { // if this process is killed meanwhile, it is still known who was asked
		if err := d.Store.NoteTrace(ctx, &x.answer); err != nil {
			return d.finish(ctx, x, fmt.Errorf("noting which model is asked: %w", err))
		}
	}
	ctx = egress.Attribute(ctx, egress.Attribution{
		Workspace: x.Bot.Workspace, Bot: x.Bot.ID, Answer: x.answer.ID,
		LegalBasis: "GDPR Art. 6(1)(b), Art. 28", Categories: x.answer.Trace.Replaced,
	})
	var last string // that is not space
	for chunk, err := range provider.Stream(ctx, m.request) {
		if err != nil { // what is being written is judged as it stands
			if text := strings.TrimRight(m.cited.write(m.restored.Close())+m.cited.close(), " "); text != "" {
				x.out.delta(text)
			}
			x.answer.take(m.cited, m.restored)
			return d.finish(ctx, x, err)
		}
		if said := strings.TrimSpace(chunk.Text); said != "" {
			last = said
		}
		if chunk.Finish == llm.Length && !strings.ContainsAny(last[max(0, len(last)-1):], ".!?:]") {
			chunk.Text += " …" // it may write no more: the visitor sees that the sentence has no end
		}
		if text := m.cited.write(m.restored.Write(chunk.Text)); text != "" {
			if x.answer.Trace.FirstMS == 0 {
				x.answer.Trace.FirstMS = max(1, d.Now().Sub(x.began).Milliseconds())
			}
			x.out.delta(text)
		}
		if chunk.Usage != nil {
			x.answer.Trace.In, x.answer.Trace.Out = chunk.Usage.In, chunk.Usage.Out
		}
	}
	if text := m.cited.write(m.restored.Close()) + m.cited.close(); text != "" {
		x.out.delta(text)
	}
	if x.answer.take(m.cited, m.restored); x.answer.Text == "" { // all was withheld
		d.refuse(ctx, x, index)
	}
	return d.finish(ctx, x, nil)
}

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
	x.settings.Settings = x.session.respectedIn(x.settings.Settings)
	var opened *Session
	if x.minted != "" {
		opened = &x.session
	} else if x.history, err = d.remembered(ctx, x.session); err != nil {
		return false, err
	}
	x.takeUp()
	x.language, x.sought = answerLanguage(&x.Question, x.history), sought(x.Text, x.history)
	unstored, now := x.settings.Settings.Retention.Kept() == 0, d.Now().UTC()
	question := Message{
		Workspace: x.session.Workspace, Bot: x.session.Bot, Session: x.session.ID, ID: token.ID("msg"), ClientID: x.ClientID,
		Role: Visitor, State: Done, Text: x.Text, Language: x.language, At: now, Unstored: unstored,
	}
	answer := Message{
		Workspace: x.session.Workspace, Bot: x.session.Bot, Session: x.session.ID, ID: token.ID("msg"),
		Role: Assistant, State: Streaming, Language: x.language, At: now, Unstored: unstored,
	}
	if fresh, err = d.Store.BeginAnswer(ctx, opened, &question, &answer); err != nil {
		return false, fmt.Errorf("storing the question: %w", err)
	}
	x.question, x.answer = question, answer
	if fresh {
		x.answer.Trace.Settings = x.settings.Number
	}
	return fresh, nil
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

func (d *Desk) start(x *exchange) {
	x.out.send(Event{Kind: Start, Session: x.minted, Question: x.question.ID, Answer: x.answer.ID, Language: x.answer.Language})
}

// knownAnswer gives the answer to what needs no search: what the customer has answered, and small talk
// that they have not answered in its language.
func (d *Desk) knownAnswer(ctx context.Context, x *exchange, index *retrieve.Index) (bool, error) {
	pair, taught, err := d.answerOf(ctx, x.Bot, x.sought, x.language)
	if err != nil {
		return false, err
	}
	contact := func() string { return contact(x.settings.Settings, index, x.language) }
	text, language := smallTalk(x.sought, x.language, x.Bot, x.settings.Settings, contact)
	if said, in := goneOn(x.Text, x.language, x.history, x.settings.Settings.Model.Provider == "quote", contact); said != "" {
		text, language, taught = said, in, false
	}
	switch {
	case taught && (text == "" || pair.Language == "" || pair.Language == language):
		text, x.answer.Trace.Prompt = pair.Answer, "pair:"+pair.ID
	case text == "":
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
	text := retrieve.ResolveFollowUp(asked(x.history), x.sought).Standing()
	return d.Vectors.Question(ctx, x.Bot, x.settings.Settings, x.answer.ID, text)
}

// manuscript is what an answer is written from, and by.
type manuscript struct {
	request  llm.Request
	restored *pseudonym.Restorer
	cited    writer
}

// prepare searches and puts the model's request together, masked. It is nil where the sources hold
// too little to answer.
func (d *Desk) prepare(x *exchange, index *retrieve.Index, vector []float32) (*manuscript, error) {
	s := x.settings.Settings
	finder := pseudonym.Guard(d.Recognise(s.Personal))
	said := pseudonym.Once(finder)
	query := search(said, index, x.history, x.sought, x.language, passagesShown(s))
	query.Now, query.Vector = x.began, vector
	x.query, x.found = find(index, query)
	found := x.found
	x.answer.Trace.SearchUS = d.Now().Sub(x.began).Microseconds()
	x.answer.Trace.Evidence, x.answer.Trace.Passages = found.Evidence, len(found.Hits)
	if !found.Enough {
		return nil, nil
	}
	x.answer.Trace.Documents = documents(found)
	passages := d.Known.Of(finder, x.Bot.Workspace+"/"+x.Bot.ID, fmt.Sprint(x.Bot.Index, "/", x.settings.Number))
	vault := pseudonym.NewVault(d.vaultKey(x.session), passages.Shown(func() (texts, hosts []string) { return openPages(index, s.Personal) }))
	masked := masker{vault: vault, finder: said, passages: passages}
	m := &manuscript{restored: vault.Restorer(x.language), cited: d.writer(x, index, found)}
	m.restored.InLine = true
	m.request, x.answer.Trace.Prompt = compose(x, found, masked)
	m.request.Quotes = func() []llm.Quote { return quotes(index, x.query, found, quotesShown, false) }
	if err := finder.Err(); err != nil {
		x.answer.Trace.Prompt = ""
		return nil, err
	}
	if s.Model.Provider != "quote" || !x.answer.ByModel() { // else a model was asked in an earlier try, and that stays known
		x.answer.Trace.Provider, x.answer.Trace.Model = s.Model.Provider, m.request.Model
		if x.answer.ByModel() { // else nothing leaves
			x.answer.Trace.Replaced = masked.counts()
		}
	}
	return m, nil
}

// writer is what watches the answer being written: the built-in provider quotes, so its numbers are
// right; what a model writes is checked.
func (d *Desk) writer(x *exchange, index *retrieve.Index, found retrieve.Results) writer {
	s := &x.settings.Settings
	if s.Model.Provider == "quote" || s.Check == bot.CheckOff {
		return newCiter(numbered(found))
	}
	said := verify.Said{Visitor: []string{x.Text}, Operator: []string{s.Model.Instructions, s.Contact[x.language], d.Now().Format("02.01.2006 Monday")}}
	for _, m := range x.history {
		if m.Role == Visitor {
			said.Visitor = append(said.Visitor, m.Text)
		} else {
			said.Operator = append(said.Operator, backed(m.Text))
		}
	}
	return newJudge(index, found, said, x.language, s.Check)
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
func (d *Desk) finish(ctx context.Context, x *exchange, failure error) error {
	answer := &x.answer
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
	answer.Trace.TotalMS = d.Now().Sub(x.began).Milliseconds()
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 15*time.Second)
	defer cancel()
	if err := d.Store.FinishAnswer(ctx, answer); err != nil {
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

func (d *Desk) recordGap(ctx context.Context, x *exchange) {
	if x.question.Unstored || x.session.Restricted || goesOn(x.question.Text) { // the question before is noted already
		return
	}
	err := d.Store.RecordGap(ctx, Gap{
		Workspace: x.question.Workspace, Bot: x.question.Bot, ID: token.ID("gap"), Session: x.question.Session,
		Message: x.question.ID, Question: x.question.Text, Language: x.question.Language, Evidence: x.answer.Trace.Evidence, At: d.Now().UTC(),
	})
	if err != nil {
		d.Log.Error("recording an unanswered question", "bot", x.question.Bot, "error", err)
	}
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

func passagesShown(s bot.Settings) int {
	if s.Passages > 0 {
		return min(s.Passages, 20)
	}
	return 6
}
