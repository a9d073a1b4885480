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
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/pseudonym"
	"github.com/webchatagent/wca/internal/retrieve"
)

// Vector is the vector of a passage as it is stored.
type Vector struct {
	Passage retrieve.Passage // Document, Ordinal and Text say which
	Body    []byte           // of retrieve.PackVector; empty if the model refuses the text
}

// Store is what this package needs from storage.
type Store interface {
	Bot(ctx context.Context, workspace, id string) (bot.Bot, error)
	PublishedSettings(ctx context.Context, workspace, bot string) (bot.Version, error)
	// Unembedded lists the bots of all workspaces whose vectors are not those that their published
	// settings ask for, or not complete.
	Unembedded(ctx context.Context) ([]bot.Bot, error)
	// PassagesWithout lists passages that have no vector of the embedder, with title and headings.
	PassagesWithout(ctx context.Context, workspace, bot, embedder string, limit int) ([]retrieve.Passage, error)
	// PutVectors stores vectors of passages that still say the same.
	PutVectors(ctx context.Context, workspace, bot, embedder string, vectors []Vector) error
	// UseVectors makes the vectors of the embedder ("" for none) the ones in use, deletes all others
	// and raises the bot's index. used is false, and nothing was done, if the index is no longer the
	// given one.
	UseVectors(ctx context.Context, workspace, bot, embedder string, index int64) (used bool, err error)
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

	mu   sync.Mutex
	down map[string]time.Time // by embedder: when it may be asked questions again
}

const (
	slice    = time.Minute             // how long one call of Update works
	patience = 60 * time.Second        // with one request for passages
	hurry    = 1500 * time.Millisecond // with a question: a visitor waits
	rest     = 30 * time.Second        // for which an embedder that failed is left alone
	maxText  = 6_000                   // bytes of a passage that are sent
)

// Due hands each bot with work to add.
func (e *Embedding) Due(ctx context.Context, add func(ctx context.Context, workspace, bot string) error) error {
	bots, err := e.Store.Unembedded(ctx)
	if err != nil {
		return fmt.Errorf("looking for passages without vectors: %w", err)
	}
	for _, b := range bots {
		if err := add(ctx, b.Workspace, b.ID); err != nil {
			return fmt.Errorf("queueing the vectors of a bot: %w", err)
		}
	}
	return nil
}

// Update gives the passages of a bot the vectors that its published settings ask for and puts them
// to use when all have them. It works for about a minute; again says that there is more to do.
func (e *Embedding) Update(ctx context.Context, workspace, id string) (again bool, err error) {
	work, stop := context.WithTimeout(ctx, slice)
	defer stop()
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
	if wanted == nil && b.Embedder == "" {
		return false, nil
	}
	if wanted != nil {
		model, err := e.Models.OpenEmbedder(*wanted)
		if err != nil {
			return false, fmt.Errorf("opening the embedder %s: %w", wanted.ID(), err)
		}
		finder := pseudonym.Guard(e.Recognise(version.Settings.Personal))
		for done := false; !done; {
			if done, err = e.next(work, b, *wanted, model, finder); err != nil {
				return work.Err() != nil && ctx.Err() == nil, err
			}
			if !done && work.Err() != nil {
				return true, nil
			}
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

// next gives some passages their vectors; done says that all had them.
func (e *Embedding) next(ctx context.Context, b bot.Bot, wanted bot.Embedding, model llm.Embedder, finder *pseudonym.Guarded) (done bool, err error) {
	passages, err := e.Store.PassagesWithout(ctx, b.Workspace, b.ID, wanted.ID(), llm.MaxEmbed)
	if err != nil {
		return false, fmt.Errorf("reading passages without vectors: %w", err)
	}
	if len(passages) == 0 {
		return true, nil
	}
	texts := make([]string, len(passages))
	replaced := map[string]int{}
	for i, p := range passages {
		texts[i] = anonymous(finder, passageText(p), replaced)
	}
	if err := finder.Err(); err != nil {
		return false, err
	}
	ctx = egress.Attribute(ctx, attribution(b, "", replaced))
	vectors, err := vectorsOf(ctx, wanted.ID(), model, passages, texts)
	if err != nil {
		return false, fmt.Errorf("asking %s for vectors: %w", wanted.ID(), err)
	}
	if err := e.Store.PutVectors(ctx, b.Workspace, b.ID, wanted.ID(), vectors); err != nil {
		return false, fmt.Errorf("storing vectors: %w", err)
	}
	return false, nil
}

// vectorsOf asks for vectors. A text that the model refuses gets none; which one it is, is found by
// halving.
func vectorsOf(ctx context.Context, id string, model llm.Embedder, passages []retrieve.Passage, texts []string) ([]Vector, error) {
	one, stop := context.WithTimeout(ctx, patience)
	made, err := model.Embed(one, llm.EmbedPassage, texts)
	stop()
	out := make([]Vector, 0, len(passages))
	if err == nil {
		for i, v := range made {
			out = append(out, Vector{passages[i], retrieve.PackVector(id, v)})
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
func passageText(p retrieve.Passage) string {
	text := strings.Join(append(append([]string{p.Title}, p.Headings...), p.Text), "\n")
	if len(text) > maxText {
		text = strings.ToValidUTF8(text[:maxText], "")
	}
	return text
}

// Question is the vector of a visitor's question for searching in the index of b, or nil where its
// own word vectors serve: where none are asked for, where the ones in use are of another provider
// than the settings name now, and where the model fails.
func (e *Embedding) Question(ctx context.Context, b bot.Bot, s bot.Settings, answer, text string) []float32 {
	inUse, ok := bot.ParseEmbedding(b.Embedder)
	if s.Embedding == nil || !ok || inUse.Provider != s.Embedding.Provider || strings.TrimSpace(text) == "" || e.resting(b.Embedder) {
		return nil
	}
	finder, replaced := pseudonym.Guard(e.Recognise(s.Personal)), map[string]int{}
	text = anonymous(finder, text, replaced)
	model, err := e.Models.OpenEmbedder(inUse)
	if err = errors.Join(finder.Err(), err); err == nil {
		hurried, stop := context.WithTimeout(egress.Attribute(ctx, attribution(b, answer, replaced)), hurry)
		defer stop()
		var made [][]float32
		if made, err = model.Embed(hurried, llm.EmbedQuestion, []string{text}); err == nil {
			return made[0]
		}
	}
	if ctx.Err() == nil {
		e.leave(b.Embedder)
		e.Log.Warn("a question has no vector; the built-in ones serve", "bot", b.ID, "embedder", b.Embedder, "error", err)
	}
	return nil
}

func (e *Embedding) resting(embedder string) bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.Now().Before(e.down[embedder])
}

// leave leaves an embedder alone for a while, so that visitors need not wait for it one by one.
func (e *Embedding) leave(embedder string) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.down == nil {
		e.down = map[string]time.Time{}
	}
	e.down[embedder] = e.Now().Add(rest)
}

// anonymous is a text with personal data replaced by words for what it was: a vector needs no way
// back. What was replaced is added to counts.
func anonymous(finder pseudonym.Searcher, text string, counts map[string]int) string {
	masked, replaced := pseudonym.Anonymise(finder, text)
	for t, n := range replaced {
		counts[string(t)] += n
	}
	return masked
}

func attribution(b bot.Bot, answer string, replaced map[string]int) egress.Attribution {
	return egress.Attribution{Workspace: b.Workspace, Bot: b.ID, Answer: answer, LegalBasis: "GDPR Art. 6(1)(b), Art. 28", Categories: maps.Clone(replaced)}
}
