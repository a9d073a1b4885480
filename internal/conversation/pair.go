package conversation

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/personal"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/token"
	"github.com/webchatagent/wca/internal/word"
)

// Pairs remembers the pairs of bots that were asked lately. The zero value works.
type Pairs struct {
	mu   sync.Mutex
	bots map[string]*knownPairs
}

type knownPairs struct {
	index     int64 // of the bot: it rises with every change of a pair
	pairs     []Pair
	questions *retrieve.Questions
}

// maxKnownPairs is of how many bots the pairs are kept.
const maxKnownPairs = 100

// Sweep drops what is known of bots whose index number keep refuses.
func (p *Pairs) Sweep(keep func(bot string, index int64) bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for bot, known := range p.bots {
		if !keep(bot, known.index) {
			delete(p.bots, bot)
		}
	}
}

// answerOf finds the pair whose question the visitor asks, in these or nearly these words.
func (d *Desk) answerOf(ctx context.Context, b bot.Bot, text, language string) (Pair, bool, error) {
	known, err := d.pairs(ctx, b)
	if err != nil || len(known.pairs) == 0 {
		return Pair{}, false, err
	}
	i, alike := known.questions.Best(text, language)
	if i < 0 || alike < retrieve.SameQuestion {
		return Pair{}, false, nil
	}
	return known.pairs[i], true, nil
}

func (d *Desk) pairs(ctx context.Context, b bot.Bot) (*knownPairs, error) {
	key := b.Workspace + "/" + b.ID
	d.Pairs.mu.Lock()
	known := d.Pairs.bots[key]
	d.Pairs.mu.Unlock()
	if known != nil && known.index == b.Index {
		return known, nil
	}
	pairs, err := d.Store.Pairs(ctx, b.Workspace, b.ID)
	if err != nil {
		return nil, fmt.Errorf("reading the bot's questions with answers: %w", err)
	}
	known = &knownPairs{index: b.Index, pairs: pairs, questions: newQuestions(pairs)}
	d.Pairs.mu.Lock()
	defer d.Pairs.mu.Unlock()
	if d.Pairs.bots == nil {
		d.Pairs.bots = map[string]*knownPairs{}
	}
	for some := range d.Pairs.bots {
		if len(d.Pairs.bots) < maxKnownPairs {
			break
		}
		delete(d.Pairs.bots, some)
	}
	d.Pairs.bots[key] = known
	return known, nil
}

func newQuestions(pairs []Pair) *retrieve.Questions {
	list := make([]retrieve.Question, len(pairs))
	for i, p := range pairs {
		list[i] = retrieve.Question{Text: afterGreeting(p.Question), Language: p.Language} // as a visitor's is compared
	}
	return retrieve.NewQuestions(list)
}

// Passage is a pair as search sees it: also who asks in quite other words finds it.
func (p Pair) Passage() passage.Passage {
	out := passage.Passage{
		ID: "qa:" + p.ID, Document: "qa:" + p.ID, Address: "qa:" + p.ID, Title: p.Question, Headings: []string{p.Question}, Asked: p.Question, Text: p.Answer, Language: p.Language,
	}
	retrieve.Analyse(&out)
	return out
}

// Limits of a pair, in characters.
const (
	maxPairQuestion = 500
	maxPairAnswer   = 5_000
)

// likeGap is how alike to a gap that gets an answer others must be to be closed with it.
const likeGap = 0.55

// Teach stores an answer to a question, which from now on wins over what is found. With the id of a
// gap the question may be left out: it is that of the gap without what the visitor said about
// themselves, for it stays when the conversation is erased. It returns how many recorded gaps the pair
// closes; they are gone. A question that has an answer already is refused with the pair that gives it.
func (d *Desk) Teach(ctx context.Context, workspace, bot string, p Pair, gap string) (Pair, int, error) {
	gaps, err := d.allGaps(ctx, workspace, bot)
	if err != nil {
		return Pair{}, 0, err
	}
	if gap != "" {
		found := false
		for _, g := range gaps {
			if g.ID != gap {
				continue
			}
			found = true
			if strings.TrimSpace(p.Question) == "" {
				p.Language = g.Language
				if p.Question, err = d.nobodys(ctx, workspace, bot, g.Question); err != nil {
					return Pair{}, 0, err
				}
			}
		}
		if !found {
			return Pair{}, 0, problem.Missing("gap")
		}
	}
	p.Question, p.Answer = strings.TrimSpace(p.Question), strings.TrimSpace(p.Answer)
	switch {
	case p.Question == "" || p.Answer == "":
		return Pair{}, 0, problem.New(problem.Invalid, "pair_incomplete", "Please give a question and its answer.")
	case !hasWord(p.Question):
		return Pair{}, 0, problem.New(problem.Invalid, "pair_wordless", "The question %q has no word, so no visitor's question can match it. Please write it as a visitor would ask.", p.Question)
	case utf8.RuneCountInString(p.Question) > maxPairQuestion || utf8.RuneCountInString(p.Answer) > maxPairAnswer:
		return Pair{}, 0, problem.New(problem.Invalid, "pair_too_long", "A question may have %d characters, an answer %d.", maxPairQuestion, maxPairAnswer)
	case p.Language == "":
		p.Language, _ = word.Language(p.Question + " " + p.Answer)
	}
	if known, err := d.untaught(ctx, workspace, bot, p); err != nil {
		return known, 0, err
	}
	p.Workspace, p.Bot, p.CreatedAt = workspace, bot, d.Now().UTC()
	if p.ID == "" {
		p.ID = token.ID("pair")
	}
	if err := d.Store.PutPair(ctx, p); err != nil {
		return Pair{}, 0, fmt.Errorf("storing a question with its answer: %w", err)
	}
	same := newQuestions([]Pair{p})
	var closed []string
	least := retrieve.SameQuestion
	if gap != "" {
		least = likeGap
	}
	for _, g := range gaps {
		if _, alike := same.Best(g.Question, g.Language); g.ID == gap || alike >= least {
			closed = append(closed, g.ID)
		}
	}
	if err := d.Store.DeleteGaps(ctx, workspace, bot, closed); err != nil {
		return p, 0, fmt.Errorf("closing gaps: %w", err)
	}
	return p, len(closed), nil
}

// untaught refuses a pair that would never answer, not even who asks its own question: another pair,
// which it returns, asks the same in the same words, and the older one wins.
func (d *Desk) untaught(ctx context.Context, workspace, bot string, p Pair) (Pair, error) {
	pairs, err := d.Store.Pairs(ctx, workspace, bot)
	if err != nil {
		return Pair{}, fmt.Errorf("reading the bot's questions with answers: %w", err)
	}
	others := slices.DeleteFunc(pairs, func(known Pair) bool { return known.ID == p.ID })
	i, _ := newQuestions(append(slices.Clip(others), p)).Best(p.Question, p.Language)
	if i < 0 || i == len(others) {
		return Pair{}, nil
	}
	known := others[i]
	return known, problem.New(problem.Conflict, "pair_exists", "The question %q has an answer already, in the pair %s. To change the answer, delete that pair and add the question anew.", known.Question, known.ID)
}

// nobodys is a visitor's question without personal data that the bot's sources do not know, and without
// the story around it if that holds any.
func (d *Desk) nobodys(ctx context.Context, workspace, id, question string) (string, error) {
	b, err := d.Bots.Bot(ctx, workspace, id)
	if err != nil {
		return "", err
	}
	settings, err := d.Bots.PublishedSettings(ctx, workspace, id)
	if err != nil {
		return "", fmt.Errorf("reading the bot's settings: %w", err)
	}
	index, err := d.Indexes.Index(ctx, b)
	if err != nil {
		return "", fmt.Errorf("opening the index: %w", err)
	}
	finder := personal.Guard(d.Recognise(settings.Settings.Personal))
	clean := impersonal(finder, index, question)
	if clean != question {
		if alone := asking(question); alone != "" {
			clean = impersonal(finder, index, alone)
		}
		clean = strings.Join(strings.Fields(clean), " ")
	}
	if finder.Err() != nil || !strings.ContainsFunc(clean, unicode.IsLetter) {
		return "", problem.New(problem.Invalid, "question_personal", "The visitor's question holds personal data. Please put the question in your own words.")
	}
	return clean, nil
}

// Topic is what several unanswered questions are about.
type Topic struct {
	Question  string   // the one most like the others
	Questions []string // it and the others
	Gaps      []string // their ids
	Language  string   // of Question
	Latest    time.Time
}

// GapTopics groups the unanswered questions by what they are about, the most frequent first.
func (d *Desk) GapTopics(ctx context.Context, workspace, bot string) ([]Topic, error) {
	gaps, err := d.allGaps(ctx, workspace, bot)
	if err != nil {
		return nil, err
	}
	questions := make([]retrieve.Question, len(gaps))
	for i, g := range gaps {
		questions[i] = retrieve.Question{Text: g.Question, Language: g.Language}
	}
	var topics []Topic
	for _, group := range retrieve.Group(questions) {
		t := Topic{Question: gaps[group[0]].Question, Language: gaps[group[0]].Language}
		for _, i := range group {
			t.Questions, t.Gaps = append(t.Questions, gaps[i].Question), append(t.Gaps, gaps[i].ID)
			if gaps[i].At.After(t.Latest) {
				t.Latest = gaps[i].At
			}
		}
		topics = append(topics, t)
	}
	return topics, nil
}

// maxGaps is how many unanswered questions are looked at, the latest ones.
const maxGaps = 2_000

func (d *Desk) allGaps(ctx context.Context, workspace, bot string) ([]Gap, error) {
	gaps, err := d.Store.Gaps(ctx, workspace, bot, maxGaps, 0)
	if err != nil {
		return nil, fmt.Errorf("reading the unanswered questions: %w", err)
	}
	return gaps, nil
}
