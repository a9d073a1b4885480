package conversation

import (
	"context"
	"iter"
	"slices"
	"time"

	"github.com/webchatagent/wca/internal/bot"
)

// Session is one visitor's chat with one bot. It is made at the first message; its secret lives
// in the visitor's browser only, here is its hash. It holds nothing about who the visitor is.
type Session struct {
	Workspace string
	Bot       string
	ID        string
	Hash      []byte // token.Hash of the secret
	Channel   string // "widget", "api", "cli"
	Language  string // of the interface
	CreatedAt time.Time
	LastAt    time.Time
	Wishes
}

// Summary is a session as a list shows it.
type Summary struct {
	ID        string
	Channel   string
	Language  string
	CreatedAt time.Time
	LastAt    time.Time
	Messages  int
	Wishes
	Anonymised bool    // retention has taken the text; of the times the days are left, in UTC
	Contact    Contact // name, e-mail and phone; of a restricted session empty
}

// Role is who wrote a message.
type Role string

// The roles.
const (
	Visitor   Role = "visitor"
	Assistant Role = "assistant"
)

// MessageState says how far a message is.
type MessageState string

// The states. A visitor's message is always done.
const (
	Streaming MessageState = "streaming"
	Done      MessageState = "done"
	Stopped   MessageState = "stopped" // the visitor stopped it; the text so far is kept
	Failed    MessageState = "failed"  // the model failed; the text so far is kept
)

// Message is a visitor's question or the bot's answer to it.
type Message struct {
	Workspace string
	Bot       string
	Session   string
	ID        string
	ClientID  string // set by the visitor's side; sending it again gives the same answer, if there is one
	ReplyTo   string // of an answer: the question
	Role      Role
	State     MessageState
	Text      string // Markdown; of an answer with markers [n]
	Language  string
	Refused   bool // the sources hold no answer
	Citations []Citation
	Trace     Trace // of an answer: how it came about
	Feedback  Feedback
	At        time.Time
	Server    string   // of an answer that is being written: which server does so
	Unstored  bool     // what is said in it is not stored
	Heard     []string // of an answer that is being written: the ids of earlier ones that it may build on; not stored
}

// Unattributed reports whether a model may have used in an answer what its citations do not name:
// there are none, or they are the model's own word because its sentences were not checked.
func (m Message) Unattributed() bool {
	return m.ByModel() && !m.Refused && (len(m.Citations) == 0 || m.Trace.Claims == 0)
}

// RestsOn reports whether an answer cites one of the documents, by its address, may use one of those that it was made
// from, by its id, without saying so, or says how people are reached as only they do.
func (m Message) RestsOn(ids, addresses map[string]bool) bool {
	among := func(id string) bool { return ids[id] }
	return slices.ContainsFunc(m.Citations, func(c Citation) bool { return addresses[c.Document] }) || m.Unattributed() && m.Shown(ids) ||
		m.Trace.Contact != nil && len(slices.DeleteFunc(slices.Clone(m.Trace.Contact), among)) == 0
}

// Shown reports whether one of the documents was used for an answer, or shown to the model that wrote it.
func (m Message) Shown(ids map[string]bool) bool {
	return slices.ContainsFunc(m.Trace.Documents, func(id string) bool { return ids[id] })
}

// ByModel reports whether a model was asked for an answer.
func (m Message) ByModel() bool { return m.Trace.Provider != "" && m.Trace.Provider != bot.Quote }

// Citation is a source that an answer rests on, numbered as in its text.
type Citation struct {
	N        int    `json:"n"`
	Document string `json:"document"` // page address or file path, which visitors do not get
	Title    string `json:"title"`
	URL      string `json:"url"`                // where a visitor can open it, with page or fragment; "" if nowhere
	Passage  string `json:"passage"`            // what it says there
	Language string `json:"language,omitempty"` // of the passage, such as de; "" if unknown
	Page     int    `json:"page,omitempty"`
}

// Trace is what an operator may see of how an answer came about. It holds no text.
type Trace struct {
	Provider string  `json:"provider,omitempty"`
	Model    string  `json:"model,omitempty"`
	Prompt   string  `json:"prompt,omitempty"`   // version of the prompt
	Settings int     `json:"settings,omitempty"` // version of the bot's settings
	Evidence float64 `json:"evidence,omitempty"`
	Passages int     `json:"passages,omitempty"`
	// Documents are the ids of those whose passages a model was shown or an answer was quoted from.
	Documents []string `json:"documents,omitempty"`
	// Contact are the ids of documents from which an answer says how people are reached, without citing them.
	Contact  []string       `json:"contact,omitempty"`
	In       int            `json:"in,omitempty"` // tokens
	Out      int            `json:"out,omitempty"`
	Replaced map[string]int `json:"replaced,omitempty"` // personal data replaced, by type
	Restored map[string]int `json:"restored,omitempty"` // of it put back into the answer
	Unshown  map[string]int `json:"unshown,omitempty"`  // of it named in the answer by a word for its type only
	SearchUS int64          `json:"search_us,omitempty"`
	FirstMS  int64          `json:"first_ms,omitempty"` // to the first token
	TotalMS  int64          `json:"total_ms,omitempty"`
	Failure  string         `json:"failure,omitempty"` // kind of the model's failure
	Tries    int            `json:"tries,omitempty"`   // how often it was begun, 0 for once

	Claims    int `json:"claims,omitempty"`    // sentences of a model that state something
	Supported int `json:"supported,omitempty"` // those that the sources back

	Review   string `json:"review,omitempty"`   // version of the prompt with which a model was asked about them
	Reviewed int    `json:"reviewed,omitempty"` // those of which it said whether the sources back them
}

// Feedback is a visitor's judgement of an answer.
type Feedback struct {
	Value   string   `json:"value,omitempty"`   // "up", "down" or ""
	Reasons []string `json:"reasons,omitempty"` // of FeedbackReasons
	Text    string   `json:"text,omitempty"`
}

// FeedbackReasons are the codes of what a visitor may find wrong with an answer. Others are refused: what is kept
// where no text is stored must not be one.
var FeedbackReasons = []string{"wrong", "incomplete", "off_topic", "unclear", "source"}

// Gap is a question that the sources could not answer, kept so that the customer can add it.
type Gap struct {
	Workspace string
	Bot       string
	ID        string
	Session   string // goes with the session when that is erased
	Message   string
	Question  string
	Language  string
	Evidence  float64
	At        time.Time
}

// Pair is a question with the answer that the customer wrote for it. It wins over what is found.
type Pair struct {
	Workspace string
	Bot       string
	ID        string
	Question  string
	Answer    string
	Language  string // "de", "en" or ""
	CreatedAt time.Time
}

// Store is what this package needs from storage. Unknown and foreign ids give problem.NotFound.
type Store interface {
	// SessionByHash finds a bot's session; problem.NotFound if unknown, ended or another bot's.
	SessionByHash(ctx context.Context, workspace, bot string, hash []byte) (Session, error)
	// SessionByID finds one by its id, for the operator; problem.NotFound if there is none.
	SessionByID(ctx context.Context, workspace, bot, id string) (Session, error)
	// Wish changes what the visitor wishes for a session. WishAgain does so with many, the oldest
	// first, where the session is there and knows of no wish as late, and says how many these were.
	Wish(ctx context.Context, w Wished) error
	WishAgain(ctx context.Context, all []Wished) (done int, err error)
	// WishesNoted reads the latest wishes of all sessions that have any, of all workspaces.
	WishesNoted(ctx context.Context) iter.Seq2[Wished, error]
	// Contact is a session's contact data, of which there is one at most: PutContact writes it in
	// place of what was there.
	Contact(ctx context.Context, workspace, bot, session string) (Contact, error)
	PutContact(ctx context.Context, c Contact) error
	// Sessions lists a bot's sessions, the latest first; with a text only those in which it was said
	// or stands in the contact data, whether in capitals or not and, of a phone number, in whichever
	// notation. Restricted ones are never found by a text.
	Sessions(ctx context.Context, workspace, bot, text string, limit, offset int) ([]Summary, error)
	// BeginAnswer writes question and (streaming) answer and the session's LastAt in one
	// transaction, with the first of them the session itself, which opened is then. If the session
	// already has a question with this ClientID it puts that question and its answer in their place:
	// an answer that failed, and was tried fewer than MaxTries times, begins anew under its id with
	// fresh=true; else it writes nothing, with fresh=false. A session that ended or was anonymised meanwhile gives
	// problem.NotFound, as it does in Wish, PutContact and SetFeedback.
	BeginAnswer(ctx context.Context, opened *Session, question, answer *Message) (fresh bool, err error)
	// FinishAnswer writes State, Text, Language, Refused, Citations and Trace of an answer. One that was
	// begun anew since its At, or anonymised, stays as it is: problem.Conflict. Where it rests on a document that was
	// erased meanwhile, or builds on an earlier answer that was, erasure.Withdrawn becomes its text.
	FinishAnswer(ctx context.Context, answer *Message) error
	// Noting gives a context in which whatever leaves the server first is written into the ledger together with the Trace
	// of an answer that is being written, under the same condition: both or nothing.
	Noting(ctx context.Context, answer *Message) (context.Context, error)
	// Gone leaves of the ids and addresses of documents those that are gone, and none if no document or source of the
	// workspace was erased since a time.
	Gone(ctx context.Context, workspace, bot string, ids, addresses map[string]bool, since time.Time) error
	// Streaming lists the answers that are being written, of all workspaces and by whatever server:
	// by their ids what the visitor wishes by now.
	Streaming(ctx context.Context) (map[string]Wishes, error)
	// StopAnswer marks an answer as stopped if it is still being written.
	StopAnswer(ctx context.Context, workspace, bot, session, answer string) error
	// Messages returns a session's messages, oldest first.
	Messages(ctx context.Context, workspace, bot, session string) ([]Message, error)
	// WithoutText are the ids of those that are done and of which there is no text, nor among Messages.
	WithoutText(ctx context.Context, workspace, bot, session string) ([]string, error)
	Message(ctx context.Context, workspace, bot, session, id string) (Message, error)
	// Exchange is an answer, whatever its session, with the question it replies to; of a restricted
	// session it gives problem.Forbidden.
	Exchange(ctx context.Context, workspace, bot, answer string) (question, said Message, err error)
	// Anonymised reports whether retention has taken the text of a session.
	Anonymised(ctx context.Context, workspace, bot, session string) (bool, error)
	SetFeedback(ctx context.Context, workspace, bot, session, message string, f Feedback) error
	// ForgetAnswer takes what was sent for an answer that was erased out of the ledger, as its erasure would
	// have done: sizes and days stay.
	ForgetAnswer(ctx context.Context, workspace, bot, answer string) error
	RecordGap(ctx context.Context, g Gap) error
	// Gaps lists the recorded ones, the newest first, without those of restricted sessions.
	Gaps(ctx context.Context, workspace, bot string, limit, offset int) ([]Gap, error)
	DeleteGaps(ctx context.Context, workspace, bot string, ids []string) error
	// PutPair writes a pair, or changes the one with this id; DeletePair removes one. Both raise the
	// bot's index.
	PutPair(ctx context.Context, p Pair) error
	DeletePair(ctx context.Context, workspace, bot, id string) error
	Pairs(ctx context.Context, workspace, bot string) ([]Pair, error) // oldest first
}
