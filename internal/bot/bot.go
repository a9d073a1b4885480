// Package bot holds bots and their settings. Settings are versioned: changes go to a draft, and
// visitors are answered with the published version only.
package bot

import (
	"context"
	"iter"
	"strings"
	"time"
)

// Bot answers the visitors of a website from its sources. Its public id stands in the page of
// the customer and is no secret; where it may be used is decided by Settings.Origins.
type Bot struct {
	Workspace string
	ID        string
	PublicID  string
	Name      string // unique in its workspace
	CreatedAt time.Time
	Embedder  string // Embedding.ID of the vectors in use, "" for the built-in ones
	Index     int64  // grows whenever its passages changed; an index built for a lower one is stale
}

// Settings is everything a customer can set for a bot.
type Settings struct {
	Languages   []string            `json:"languages"`              // interface languages offered, first is the default: "de", "en"
	Greeting    map[string]string   `json:"greeting,omitempty"`     // by language
	Suggestions map[string][]string `json:"suggestions,omitempty"`  // questions offered before the first message, by language
	Notice      map[string]string   `json:"notice,omitempty"`       // wording of the AI notice; empty means the standard one, never none
	Contact     map[string]string   `json:"contact,omitempty"`      // where to turn to when the bot has no answer, by language: "Telefon 030 …, Mo–Fr 9–17 Uhr"
	PrivacyURL  string              `json:"privacy_url,omitempty"`  // page with the privacy policy, which visitors are shown; http or https
	Color       string              `json:"color,omitempty"`        // accent as #rrggbb
	Origins     []string            `json:"origins,omitempty"`      // websites that may embed the bot; none means only our own pages
	EndOnClose  bool                `json:"end_on_close,omitempty"` // closing the panel offers to end the chat
	Model       Model               `json:"model"`
	Passages    int                 `json:"passages,omitempty"` // passages shown to the model, 0 means the default
	Personal    Personal            `json:"personal"`
	Embedding   *Embedding          `json:"embedding,omitempty"` // model that makes vectors for search, nil means the built-in ones
	Check       Check               `json:"check,omitempty"`     // what becomes of sentences that the sources do not back
	Review      bool                `json:"review,omitempty"`    // the model is asked which of its sentences they back before a visitor sees any
	Retention   Retention           `json:"retention,omitzero"`  // how long conversations are kept
}

// Check says what becomes of sentences in a model's answer that the sources do not back.
type Check string

// The ways to check; an empty one means CheckMark.
const (
	CheckMark     Check = "mark"     // they are shown and marked
	CheckWithhold Check = "withhold" // they are not shown
	CheckOff      Check = "off"      // nothing is checked
)

// Checks reports whether the sentences of an answer are checked: those of a model, unless that is switched off.
func (s *Settings) Checks() bool { return !s.Model.Quotes() && s.Check != CheckOff }

// Reviewed reports whether the model is asked about its sentences besides.
func (s *Settings) Reviewed() bool { return s.Review && s.Checks() }

// Model says which language model writes the answers and how.
type Model struct {
	Provider     string   `json:"provider"` // name of a configured provider, or Quote
	Name         string   `json:"name,omitempty"`
	Instructions string   `json:"instructions,omitempty"` // the customer's own, added to the prompt
	Temperature  *float64 `json:"temperature,omitempty"`
	TopP         *float64 `json:"top_p,omitempty"`
	MaxTokens    int      `json:"max_tokens,omitempty"`
	Fallbacks    []Choice `json:"fallbacks,omitempty"` // tried in order before the first token
}

// Quote is the provider that is built in: it asks no model and answers with what the sources say.
const Quote = "quote"

// Quotes reports whether answers are quotes, which no model writes.
func (m Model) Quotes() bool { return m.Provider == Quote }

// Choices are the model and its fallbacks, in the order in which they are asked.
func (m Model) Choices() []Choice {
	return append([]Choice{{Provider: m.Provider, Name: m.Name}}, m.Fallbacks...)
}

// Choice is a provider and one of its models.
type Choice struct {
	Provider string `json:"provider"`
	Name     string `json:"name,omitempty"`
}

// ParseChoice reads PROVIDER or PROVIDER/MODEL.
func ParseChoice(written string) Choice {
	provider, name, _ := strings.Cut(written, "/")
	return Choice{Provider: provider, Name: name}
}

// String is the reverse of ParseChoice.
func (c Choice) String() string {
	if c.Name == "" {
		return c.Provider
	}
	return c.Provider + "/" + c.Name
}

// Personal says how personal data is treated before text goes to a model.
type Personal struct {
	Region string   `json:"region,omitempty"` // of phone numbers without country code, and of Settings.Clock; default DE
	Off    []string `json:"off,omitempty"`    // types that are not replaced
	Public []string `json:"public,omitempty"` // values that are public anyway: the company's own contact data
	// OpenPages are parts of paths of pages whose personal data is replaced before it leaves, but
	// shown in answers: the imprint, the team; with it, names in titles of pages and in the website's own
	// name. Nil means the usual ones, OpenPages; empty means that nothing of the kind is shown.
	OpenPages []string `json:"open_pages,omitzero" required:"false" nullable:"true"`
	Always    []string `json:"always,omitempty"` // values that are always replaced
}

// OpenPages are parts of paths that name pages with the company's own contact data.
var OpenPages = []string{
	"impressum", "imprint", "legal-notice", "kontakt", "contact", "contact-us", "team", "unser-team", "our-team", "ueber-uns", "uber-uns", "about", "about-us",
	"ansprechpartner", "ansprechpartnerinnen", "anfahrt", "standorte", "filialen",
}

// State of a version of settings.
type State string

// A bot has at most one draft and exactly one published version; older ones are kept to go back.
const (
	Draft     State = "draft"
	Published State = "published"
	Archived  State = "archived"
)

// Version is one state of a bot's settings over time.
type Version struct {
	Workspace string
	Bot       string
	Number    int // 1, 2, 3 …
	State     State
	Settings  Settings
	CreatedAt time.Time
}

// Some says which bots are asked for.
type Some struct {
	Workspace     string // "": all customers'
	Named         string // only those in whose name this stands, whatever the capitals
	Limit, Offset int
}

// Store is what this package needs from storage. Unknown and foreign ids give problem.NotFound.
type Store interface {
	// CreateBot writes the bot with its first, published version. A taken name is
	// problem.Conflict with code bot_name_taken.
	CreateBot(ctx context.Context, b Bot, s Settings) error
	Bot(ctx context.Context, workspace, id string) (Bot, error)
	BotByName(ctx context.Context, workspace, name string) (Bot, error)
	// BotByPublicID is the visitor's way in, without a workspace; with what visitors are answered with.
	BotByPublicID(ctx context.Context, publicID string) (Bot, Version, error)
	Bots(ctx context.Context, workspace string) ([]Bot, error) // oldest first
	SomeBots(ctx context.Context, some Some) ([]Bot, error)    // oldest first, of the oldest workspace first
	RenameBot(ctx context.Context, workspace, id, name string) error
	// PublishedSettings is what visitors are answered with.
	PublishedSettings(ctx context.Context, workspace, bot string) (Version, error)
	// AllPublished reads what the visitors of every bot of all workspaces are answered with.
	AllPublished(ctx context.Context) iter.Seq2[Version, error]
	// PublishedNumbers are the numbers of all bots' published versions by WORKSPACE/BOT, over all
	// workspaces.
	PublishedNumbers(ctx context.Context) (map[string]int, error)
	// Versions lists all versions, newest first.
	Versions(ctx context.Context, workspace, bot string) ([]Version, error)
	// SaveDraft writes or replaces the draft and returns it with its number.
	SaveDraft(ctx context.Context, workspace, bot string, s Settings, at time.Time) (Version, error)
	// Publish makes the version the published one, archives the former.
	Publish(ctx context.Context, workspace, bot string, number int) error
}
