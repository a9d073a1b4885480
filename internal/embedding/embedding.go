// Package embedding lets a model outside make the vectors that search compares, where a customer
// has chosen one. Passages get theirs in the background; until nearly all have one, and whenever
// the model does not answer, search works with its own word vectors. Personal data is replaced
// before a text leaves (D3).
package embedding

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"strings"
	"sync"
	"time"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/egress"
	"github.com/webchatagent/wca/internal/llm"
	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/personal"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/pseudonym"
	"github.com/webchatagent/wca/internal/retrieve"
)

// Vector is the vector of a passage as it is stored.
type Vector struct {
	Passage passage.Passage // Document, Ordinal and Text say which
	Body    []byte          // of retrieve.PackVector; empty if the model has none for the text
}

// Store is what this package needs from storage.
type Store interface {
	Bot(ctx context.Context, workspace, id string) (bot.Bot, error)
	PublishedSettings(ctx context.Context, workspace, bot string) (bot.Version, error)
	// Unembedded lists the bots of all workspaces whose vectors are not those that their published
	// settings ask for, or not complete.
	Unembedded(ctx context.Context) ([]bot.Bot, error)
	// PassagesWithout lists passages that have no vector of the embedder, with title and headings.
	PassagesWithout(ctx context.Context, workspace, bot, embedder string, limit int) ([]passage.Passage, error)
	// PutVectors stores vectors of passages that still say the same.
	PutVectors(ctx context.Context, workspace, bot, embedder string, vectors []Vector) error
	// UseVectors makes the vectors of the embedder ("" for none) the ones in use, deletes all others
	// and raises the bot's index. used is false, and nothing was done, if the index is no longer the
	// given one.
	UseVectors(ctx context.Context, workspace, bot, embedder string, index int64) (used bool, err error)
	// VectorLength is how many numbers the bot's vectors of the embedder have, 0 if there are none.
	VectorLength(ctx context.Context, workspace, bot, embedder string) (int, error)
	// DropVectors deletes the vectors of the embedder; if they are in use, none are afterwards.
	DropVectors(ctx context.Context, workspace, bot, embedder string) error
	// DoubtVectors makes Unembedded list the bot though its vectors seem complete.
	DoubtVectors(ctx context.Context, workspace, bot string) error
}

// Models opens the embedders that settings name.
type Models interface {
	OpenEmbedder(e bot.Embedding) (llm.Embedder, error)
}

// Embedding makes vectors. All exported fields must be set.
type Embedding struct {
	Store  Store
	Models Models
	Now    func() time.Time
	Log    *slog.Logger

	Recognise bot.Recognise // finds personal data

	mu     sync.Mutex
	down   map[string]time.Time // by embedder: when it may be asked questions again
	delays map[string]delay     // by bot and embedder: of the background work
	looked map[string]time.Time // by bot and embedder: when the model was last asked how long its vectors are
}

const (
	slice    = time.Minute             // how long one call of Update works
	patience = 60 * time.Second        // with one request for passages
	hurry    = 1500 * time.Millisecond // with a question: a visitor waits
	rest     = 30 * time.Second        // for which an embedder that failed is left alone
	doubt    = 10 * time.Minute        // the same where its vectors do not fit the stored ones
	longest  = time.Hour               // that a provider may ask to be left alone
	maxText  = 6_000                   // bytes of a passage that are sent
)

// Due hands each bot with work to add, but for those whose provider has just failed.
func (e *Embedding) Due(ctx context.Context, add func(ctx context.Context, workspace, bot string) error) error {
	bots, err := e.Store.Unembedded(ctx)
	if err != nil {
		return fmt.Errorf("looking for passages without vectors: %w", err)
	}
	for _, b := range bots {
		version, err := e.Store.PublishedSettings(ctx, b.Workspace, b.ID)
		if err == nil && !e.mayAsk(b.ID, version.Settings.Embedding.ID()) {
			continue
		}
		if err := add(ctx, b.Workspace, b.ID); err != nil {
			return fmt.Errorf("queueing the vectors of a bot: %w", err)
		}
	}
	return nil
}

// Update gives the passages of a bot the vectors that its published settings ask for and puts them
// to use when all have them. It works for about a minute; again says that there is more to do.
func (e *Embedding) Update(ctx context.Context, workspace, id string) (again bool, err error) {
	return e.update(ctx, workspace, id, func(_, _ string) bool { return true })
}

func (e *Embedding) update(ctx context.Context, workspace, id string, may func(bot, embedder string) bool) (again bool, err error) {
	b, err := e.Store.Bot(ctx, workspace, id)
	if problem.Is(err, problem.NotFound) {
		return false, nil // deleted before its turn
	}
	if err != nil {
		return false, fmt.Errorf("reading the bot: %w", err)
	}
	version, err := e.Store.PublishedSettings(ctx, workspace, id)
	if err != nil {
		return false, fmt.Errorf("reading the bot's settings: %w", err)
	}
	wanted := version.Settings.Embedding
	if wanted == nil && b.Embedder == "" || !may(id, wanted.ID()) {
		return false, nil
	}
	if wanted != nil {
		done, err := e.embed(ctx, b, *wanted, version.Settings)
		if ctx.Err() == nil {
			e.note(b, wanted.ID(), err)
		}
		if err != nil || !done {
			return err == nil, err
		}
	}
	used, err := e.Store.UseVectors(ctx, workspace, id, wanted.ID(), b.Index)
	if err != nil {
		return false, fmt.Errorf("putting vectors to use: %w", err)
	}
	if used && wanted.ID() != b.Embedder {
		e.Log.Info("vectors of another model are in use", "bot", id, "embedder", wanted.ID())
	}
	return !used, nil
}

// embed gives passages their vectors for about a minute; done says that all have theirs.
func (e *Embedding) embed(ctx context.Context, b bot.Bot, wanted bot.Embedding, s bot.Settings) (done bool, err error) {
	model, err := e.Models.OpenEmbedder(wanted)
	if err != nil {
		return false, fmt.Errorf("opening the embedder %s: %w", wanted.ID(), err)
	}
	m := maker{e, b, wanted.ID(), model, personal.Guard(e.Recognise(s.Personal))}
	end := time.Now().Add(slice)
	for n := 0; time.Now().Before(end); n++ {
		done, err := m.next(ctx)
		if err == nil && done && n == 0 {
			done, err = m.stillFits(ctx)
		}
		if done || err != nil {
			return done, err
		}
	}
	return false, nil
}

// maker makes the vectors of a bot's passages.
type maker struct {
	*Embedding
	bot    bot.Bot
	id     string // of the embedder
	model  llm.Embedder
	finder *personal.Guarded
}

// next gives some passages their vectors; done says that all had them.
func (m maker) next(ctx context.Context) (done bool, err error) {
	passages, err := m.Store.PassagesWithout(ctx, m.bot.Workspace, m.bot.ID, m.id, m.atOnce(m.bot, m.id))
	if err != nil {
		return false, fmt.Errorf("reading passages without vectors: %w", err)
	}
	if len(passages) == 0 {
		return true, nil
	}
	texts := make([]string, len(passages))
	replaced := map[string]int{}
	for i, p := range passages {
		texts[i] = anonymous(m.finder, passageText(p), replaced)
	}
	if err := m.finder.Err(); err != nil {
		return false, err
	}
	vectors, err := vectorsOf(egress.Attribute(ctx, attribution(m.bot, "", replaced)), m.id, m.model, passages, texts)
	if err != nil {
		return false, fmt.Errorf("asking %s for vectors: %w", m.id, err)
	}
	made := 0
	for _, v := range vectors {
		made = max(made, retrieve.VectorLength(m.id, v.Body))
	}
	if made == 0 && len(vectors) > 1 { // it is the provider, not the texts
		return false, fmt.Errorf("asking %s for vectors: none of %d texts has one", m.id, len(vectors))
	}
	if fits, err := m.fits(ctx, made); err != nil || !fits {
		return false, err
	}
	if err := m.Store.PutVectors(ctx, m.bot.Workspace, m.bot.ID, m.id, vectors); err != nil {
		return false, fmt.Errorf("storing vectors: %w", err)
	}
	return false, nil
}

// fits says whether vectors of the length can stand beside the stored ones. If not, and the model
// makes others every time, it has been exchanged behind its name: all begins anew.
func (m maker) fits(ctx context.Context, length int) (bool, error) {
	stored, err := m.Store.VectorLength(ctx, m.bot.Workspace, m.bot.ID, m.id)
	if err != nil {
		return false, fmt.Errorf("reading the length of vectors: %w", err)
	}
	if length == 0 || stored == 0 || length == stored {
		return true, nil
	}
	now, err := m.length(ctx)
	if err != nil {
		return false, err
	}
	if now != length {
		return false, fmt.Errorf("%s makes vectors now of %d and now of %d numbers", m.id, length, now)
	}
	m.Log.Warn("a model makes other vectors than before; all are made anew", "bot", m.bot.ID, "embedder", m.id, "before", stored, "now", now)
	if err := m.Store.DropVectors(ctx, m.bot.Workspace, m.bot.ID, m.id); err != nil {
		return false, fmt.Errorf("beginning anew: %w", err)
	}
	return false, nil
}

// stillFits says whether complete vectors are those that the model makes today. If it cannot be
// asked, they are taken to be.
func (m maker) stillFits(ctx context.Context) (bool, error) {
	stored, err := m.Store.VectorLength(ctx, m.bot.Workspace, m.bot.ID, m.id)
	if err != nil || stored == 0 {
		return err == nil, err
	}
	if !m.mayLook(m.bot, m.id) { // an index that rises all the time must not become as many requests
		return true, nil
	}
	length, err := m.length(ctx)
	if err != nil {
		m.Log.Debug("a model cannot be asked how long its vectors are", "bot", m.bot.ID, "embedder", m.id, "error", err)
		return true, nil
	}
	return m.fits(ctx, length)
}

// length is how many numbers the model's vectors have now.
func (m maker) length(ctx context.Context) (int, error) {
	one, stop := context.WithTimeout(egress.Attribute(ctx, attribution(m.bot, "", nil)), patience)
	defer stop()
	made, err := m.model.Embed(one, llm.EmbedPassage, []string{"Guten Tag"})
	if err != nil {
		return 0, fmt.Errorf("asking %s how long its vectors are: %w", m.id, err)
	}
	return len(made[0]), nil
}

// vectorsOf asks for vectors. A text that the model refuses gets none; which one it is, is found by
// halving.
func vectorsOf(ctx context.Context, id string, model llm.Embedder, passages []passage.Passage, texts []string) ([]Vector, error) {
	one, stop := context.WithTimeout(ctx, patience)
	made, err := model.Embed(one, llm.EmbedPassage, texts)
	stop()
	out := make([]Vector, 0, len(passages))
	if err == nil {
		for i, v := range made {
			packed := Vector{Passage: passages[i]}
			if v != nil {
				packed.Body = retrieve.PackVector(id, v)
			}
			out = append(out, packed)
		}
		return out, nil
	}
	var refused *llm.Error
	if !errors.As(err, &refused) || refused.Kind != llm.TooLong && refused.Kind != llm.Filter && refused.Kind != llm.Invalid {
		return nil, err
	}
	if len(texts) == 1 {
		return append(out, Vector{Passage: passages[0]}), nil
	}
	half := len(texts) / 2
	first, err := vectorsOf(ctx, id, model, passages[:half], texts[:half])
	if err != nil {
		return nil, err
	}
	second, err := vectorsOf(ctx, id, model, passages[half:], texts[half:])
	return append(first, second...), err
}

// passageText is what a passage says with what stands above it.
func passageText(p passage.Passage) string {
	text := strings.Join(append(append([]string{p.Title}, p.Headings...), p.Text), "\n")
	if len(text) > maxText {
		text = strings.ToValidUTF8(text[:maxText], "")
	}
	return text
}

// Question is the vector of a visitor's question for searching in the index of b, or nil where its
// own word vectors serve: where none are asked for, where the ones in use are of another provider
// than the settings name now, and where the model fails.
func (e *Embedding) Question(ctx context.Context, b bot.Bot, s bot.Settings, answer, text string, before []personal.Said) []float32 {
	inUse, ok := bot.ParseEmbedding(b.Embedder)
	if s.Embedding == nil || !ok || inUse.Provider != s.Embedding.Provider || strings.TrimSpace(text) == "" || e.resting(b.Embedder) {
		return nil
	}
	finder, replaced := personal.Guard(e.Recognise(s.Personal)), map[string]int{}
	text = anonymous(personal.Behind(finder, before), text, replaced)
	model, err := e.Models.OpenEmbedder(inUse)
	if err = errors.Join(finder.Err(), err); err == nil {
		hurried, stop := context.WithTimeout(egress.Attribute(ctx, attribution(b, answer, replaced)), hurry)
		defer stop()
		var made [][]float32
		if made, err = model.Embed(hurried, llm.EmbedQuestion, []string{text}); err == nil {
			if made[0] == nil {
				return nil // a text without any meaning to the model
			}
			if err = e.comparable(ctx, b, len(made[0])); err == nil {
				return made[0]
			}
		}
	}
	if ctx.Err() == nil {
		e.leave(b.Embedder, restAfter(err))
		e.Log.Warn("a question has no vector; the built-in ones serve", "bot", b.ID, "embedder", b.Embedder, "error", err)
	}
	return nil
}

// errOther says that a model makes other vectors than those of the index.
var errOther = errors.New("its vectors are not of the length of those in use")

// comparable fails where a question's vector cannot be compared with those in use; the background
// work then looks whether the model has been exchanged.
func (e *Embedding) comparable(ctx context.Context, b bot.Bot, length int) error {
	stored, err := e.Store.VectorLength(ctx, b.Workspace, b.ID, b.Embedder)
	if err != nil || stored == length || stored == 0 {
		return err
	}
	e.lookAnew(b, b.Embedder)
	return errors.Join(errOther, e.Store.DoubtVectors(ctx, b.Workspace, b.ID))
}

// anonymous is a text with personal data replaced by words for what it was: a vector needs no way
// back. What was replaced is added to counts.
func anonymous(finder personal.Searcher, text string, counts map[string]int) string {
	masked, replaced := pseudonym.Anonymise(finder, text)
	for t, n := range replaced {
		counts[string(t)] += n
	}
	return masked
}

func attribution(b bot.Bot, answer string, replaced map[string]int) egress.Attribution {
	return egress.Attribution{Workspace: b.Workspace, Bot: b.ID, Answer: answer, LegalBasis: "GDPR Art. 6(1)(b), Art. 28", Categories: maps.Clone(replaced)}
}
