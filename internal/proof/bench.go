package proof

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/config"
	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/egress"
	"github.com/webchatagent/wca/internal/erasure"
	"github.com/webchatagent/wca/internal/noun"
	"github.com/webchatagent/wca/internal/retention"
	"github.com/webchatagent/wca/internal/source"
	"github.com/webchatagent/wca/internal/token"
	"github.com/webchatagent/wca/internal/workspace"
)

// Instance is what the checks look at: the parts that serve customers, not copies made for the
// checks. All fields must be set.
type Instance struct {
	Config        config.Config
	Databases     map[string]bool // machines that may hold the database, and whether the connection may be without encryption
	Workspaces    Workspaces
	Keys          workspace.Keys
	Bots          bot.Store
	Library       *source.Library // with a queue that does nothing: the checks read sources themselves
	Retention     *retention.Keeper
	Conversations Conversations
	Eraser        *erasure.Eraser
	Ledger        Ledger
	Now           func() time.Time
	Patience      time.Duration // how long erased text may wait in the log of the database for a reader to let go
	// Ask has the instance answer a request without a connection.
	Ask func(r *http.Request) (Answer, error)
	// Stage opens a desk like that of the instance whose provider of models is a server on loopback.
	Stage func(ctx context.Context) (Stage, error)
	// Kept names the files and tables of the instance in which one of the texts is found, by text; none is older than since.
	Kept func(ctx context.Context, since time.Time, texts ...string) (map[string][]string, error)
}

// Workspaces makes those of the checks and finds what earlier checks have left.
type Workspaces interface {
	// CreateWorkspace writes a workspace with its first key.
	CreateWorkspace(ctx context.Context, w workspace.Workspace, k workspace.Key) error
	Workspaces(ctx context.Context) ([]workspace.Workspace, error)
	KeyByHash(ctx context.Context, hash []byte) (workspace.Key, error)
}

// Conversations gives what is stored of conversations, and takes one in that is long over.
type Conversations interface {
	CreateSession(ctx context.Context, s conversation.Session) error
	SessionByHash(ctx context.Context, workspace, bot string, hash []byte) (conversation.Session, error)
	Sessions(ctx context.Context, workspace, bot, text string, limit, offset int) ([]conversation.Summary, error)
	Messages(ctx context.Context, workspace, bot, session string) ([]conversation.Message, error)
	Contact(ctx context.Context, workspace, bot, session string) (conversation.Contact, error)
}

// Ledger reads what left the server: for an answer, or all of a workspace without bodies.
type Ledger interface {
	Record(ctx context.Context, t egress.Transfer) error
	Transfers(ctx context.Context, workspace, bot, answer string) ([]egress.Transfer, error)
	Ledger(ctx context.Context, workspace string, f egress.Filter, limit, offset int) ([]egress.Transfer, error)
}

// Answer is what the instance answers to a request.
type Answer struct {
	Status int
	Header http.Header
	Body   []byte
}

// Stage is a desk with a model on loopback behind the real door.
type Stage struct {
	Desk     *conversation.Desk
	Provider string            // the name under which bots choose it
	Say      func(text string) // what the model answers from now on; it fails for the model Failing
	Received func() [][]byte   // the requests that have arrived, oldest first
	Heads    func() string     // what stood above them: addresses and headers
	Close    func() error
}

// Failing is the model of a Stage that never answers.
const Failing = "failing"

// The texts of the trial. What is planted in them is checked for afterwards.
const (
	plantedName  = "Friederike Kanarienburg"
	plantedPhone = "0171 2345678"
	plantedIBAN  = "DE89 3704 0044 0532 0130 00"
	opening      = "Die Fahrradwerkstatt hat am Samstag von 10 bis 16 Uhr geöffnet."
	question     = "Wann hat die Fahrradwerkstatt am Samstag geöffnet?"
	visitorPhone = "0511 7654321"
)

// planted are texts of a run of their own: what another server plants meanwhile is not taken for them.
type planted struct {
	title string // stands in the document's title
	mail  string // stands in the document
	typed string // typed by the visitor

	// Contact data that the visitor gives, and the corrected address. Nothing would recognise the name: it must not get so far
	// that it would have to be replaced.
	name, contact, corrected string
}

func plant() planted {
	return planted{
		title: random() + "@kanarien-post.de", mail: random() + ".kanarienburg@kanarien-post.de", typed: random() + "@kanarien-post.de",
		name: random(), contact: random() + "@besucherfeld-post.de", corrected: random() + "@neue-post.de",
	}
}

// trialName begins the names of the workspaces that checks make.
const trialName = "wca prove "

// bench is where one run works: two workspaces of its own, three bots, two documents.
type bench struct {
	Instance
	began   time.Time // by the clock of the machine
	trouble error     // why there is no bench

	stage      Stage
	planted    planted
	mark       string // stands in the names of its workspaces
	word, gone string // stand in the document of the first bot and in that which C2 erases
	asked      string // stands in a question
	secret     string // of the first workspace's key
	foreign    string // of the second workspace's key
	made       []string
	bot        bot.Bot // the one that is asked
	neighbour  bot.Bot // another one of the same workspace, with other content
	kept       map[string][]string
	answer     conversation.Message
	session    string // secret of the conversation
	body       string // what the model received for it
	transfers  []egress.Transfer
}

// random is a word that stands nowhere else. No IBAN begins with w: what is planted to stay must not look
// like personal data by chance.
func random() string { return "w" + strings.ToLower(token.ID("x")[2:]) }

func (b *bench) open(ctx context.Context) (err error) {
	if err := b.removeLeftOvers(ctx); err != nil {
		return err
	}
	b.planted = plant()
	b.mark, b.word, b.gone, b.asked = random(), random(), random(), random()
	if b.stage, err = b.Stage(ctx); err != nil {
		return fmt.Errorf("opening a model for the checks: %w", err)
	}
	b.stage.Say(opening + " [1]")
	if b.secret, err = b.workspace(ctx); err != nil {
		return err
	}
	if b.foreign, err = b.workspace(ctx); err != nil {
		return err
	}
	settings := bot.Default(b.stage.Provider + "/first")
	if b.bot, err = bot.Make(ctx, b.Bots, b.made[0], "Radbot", settings, b.Now()); err != nil {
		return err
	}
	if b.neighbour, err = bot.Make(ctx, b.Bots, b.made[0], "Lagerbot", settings, b.Now()); err != nil {
		return err
	}
	if err := b.read(ctx, b.bot, "werkstatt.md", b.text()); err != nil {
		return err
	}
	if err := b.read(ctx, b.neighbour, "lager.md", "# Lager\n\nDie Fahrradwerkstatt im Lager gehört zur Reihe "+b.gone+" und hat am Samstag geschlossen.\n"); err != nil {
		return err
	}
	if err := b.offer(ctx); err != nil {
		return fmt.Errorf("uploading a file for the checks: %w", err)
	}
	if err := b.ask(ctx); err != nil {
		return err
	}
	if err := b.introduce(ctx); err != nil {
		return err
	}
	b.kept, err = b.Kept(ctx, b.began, b.word, b.gone, b.asked, b.secret)
	return err
}

// text is a document with planted personal data.
func (b *bench) text() string {
	return "# Fahrradwerkstatt (" + b.planted.title + ")\n\n" + opening + " Die Fahrradwerkstatt gehört zur Reihe " + b.word +
		".\n\nAnsprechpartnerin der Fahrradwerkstatt am Samstag: Frau " + plantedName + ", E-Mail " + b.planted.mail + ", Telefon " + plantedPhone + ", IBAN " + plantedIBAN + ".\n"
}

// workspace makes one and returns the secret of its key.
func (b *bench) workspace(ctx context.Context) (string, error) {
	now := b.Now().UTC()
	w := workspace.Workspace{ID: token.ID(workspace.TrialID), Name: trialName + b.mark, CreatedAt: now}
	secret := token.Secret("wca")
	key := workspace.Key{
		Workspace: w.ID, ID: token.ID("key"), Label: b.planted.mail, Prefix: secret[:8],
		Hash: token.Hash(secret), Role: workspace.Owner, CreatedAt: now,
	}
	if err := b.Workspaces.CreateWorkspace(ctx, w, key); err != nil {
		return "", fmt.Errorf("making a workspace for the checks: %w", err)
	}
	b.made = append(b.made, w.ID)
	return secret, nil
}

// read has a bot read a text.
func (b *bench) read(ctx context.Context, of bot.Bot, name, text string) error {
	files := func(yield func(source.Upload) bool) {
		yield(source.Upload{Name: name, ContentType: "text/markdown", Body: []byte(text)})
	}
	s, err := b.Library.AddFiles(ctx, of.Workspace, of.ID, name, files)
	for again := true; err == nil && again; {
		again, err = b.Library.Ingest(ctx, of.Workspace, of.ID, s.ID, nil)
	}
	for err == nil && s.State != source.Ready { // a server that found it queued may be reading it
		select {
		case <-ctx.Done():
			err = ctx.Err()
		case <-time.After(20 * time.Millisecond):
			s, err = b.Library.Store.Source(ctx, of.Workspace, of.ID, s.ID)
		}
	}
	if err != nil {
		return fmt.Errorf("reading a text for the checks: %w", err)
	}
	return nil
}

// ask has the model answer a question and keeps all that is known of it.
func (b *bench) ask(ctx context.Context) error {
	q := conversation.Question{Bot: b.bot, Text: question + " " + b.asked + " " + b.planted.typed, Language: "de", Channel: "proof"}
	message, err := b.stage.Desk.Answer(ctx, q, func(e conversation.Event) error {
		if e.Kind == conversation.Start {
			b.session = e.Session
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("asking for the checks: %w", err)
	}
	b.answer = message
	if received := b.stage.Received(); len(received) > 0 {
		b.body = string(received[len(received)-1])
	}
	if b.transfers, err = b.Ledger.Transfers(ctx, b.bot.Workspace, b.bot.ID, message.ID); err != nil {
		return fmt.Errorf("reading the ledger for the checks: %w", err)
	}
	return nil
}

// leftOver is how old a trial must be to belong to no running check any more.
const leftOver = 15 * time.Minute

// removeLeftOvers erases what a killed run has left.
func (b *bench) removeLeftOvers(ctx context.Context) error {
	all, err := b.Workspaces.Workspaces(ctx)
	if err != nil {
		return err
	}
	for _, w := range all {
		if workspace.Trial(w.ID) && b.Now().Sub(w.CreatedAt) > leftOver {
			if _, err := b.Eraser.Erase(ctx, w.ID, erasure.Workspace, w.ID); err != nil {
				return fmt.Errorf("removing what an earlier check has left: %w", err)
			}
		}
	}
	return nil
}

// close erases what was made.
func (b *bench) close(ctx context.Context) error {
	var errs []error
	if b.stage.Close != nil {
		errs = append(errs, b.stage.Close())
		b.stage.Close = nil
	}
	for _, id := range slices.Clone(b.made) {
		receipt, err := b.Eraser.Erase(ctx, id, erasure.Workspace, id)
		if err == nil && len(receipt.Remaining) > 0 {
			err = fmt.Errorf("rows remain: %v", receipt.Remaining)
		}
		if err != nil {
			errs = append(errs, fmt.Errorf("removing what the checks have made: %w", err))
			continue
		}
		b.made = slices.DeleteFunc(b.made, func(one string) bool { return one == id })
	}
	return errors.Join(errs...)
}

// onBench is a check that needs the bench.
func onBench(check func(ctx context.Context, b *bench) finding) func(context.Context, *bench) finding {
	return func(ctx context.Context, b *bench) finding {
		if b.trouble != nil {
			return failed(b.trouble)
		}
		return check(ctx, b)
	}
}

// brokenBy finds a promise broken by the bots of customers with such settings, if some have them, and says how many do.
func (b *bench) brokenBy(ctx context.Context, such func(bot.Settings) bool, de, en string) (f finding, some bool) {
	n, err := b.count(ctx, such)
	switch {
	case err != nil:
		return failed(err), true
	case n == 0:
		return finding{}, false
	}
	return broken(de+": "+noun.Count(n, "1 Bot", "Bots")+".", en+": "+noun.Count(n, "1 bot", "bots")+"."), true
}

// count says how many bots of customers have such settings.
func (b *bench) count(ctx context.Context, such func(bot.Settings) bool) (n int, err error) {
	for version, err := range b.Bots.AllPublished(ctx) {
		switch {
		case err != nil:
			return 0, err
		case !workspace.Trial(version.Workspace) && such(version.Settings):
			n++
		}
	}
	return n, nil
}
