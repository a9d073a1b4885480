package analysis

import (
	_ "embed"
	"hash/crc32"
	"strings"
	"sync"

	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// A visitor asks "Wann habt ihr auf?" where the page says "Öffnungszeiten". No
// dictionary knows that these belong together, so topics.txt says it: what
// people ask of firms, shops, surgeries and authorities, in the words of both
// sides.

//go:embed topics.txt
var topicsText string

// topicsElsewhere says the same of the topics that most firms have, for other languages.
//
//go:embed topics_elsewhere.txt
var topicsElsewhere string

// expression is some words that, standing in one sentence, point to a topic.
type expression struct {
	rest     []uint32 // the words besides the one it is filed under
	topic    uint8
	strength float32
	asked    bool // counts in questions only
}

// topics is the parsed file.
type topics struct {
	id    uint32 // changes with the file
	names []string
	facts []stated.Facts // what a passage on the topic states
	// byWord files expressions under their longest word, per language.
	byWord map[string]map[uint32][]expression
}

const (
	strengthSettles = 0.9
	strengthAsked   = 0.8
	strengthHints   = 0.3
	strengthPhrase  = 0.5 // a hint of several words
	strengthFact    = 0.25
)

var factNames = map[string]stated.Facts{
	"time": stated.Time, "weekday": stated.Weekday, "price": stated.Price, "phone": stated.Phone, "email": stated.Email, "place": stated.Place, "percent": stated.Percent,
	"date": stated.Date, "number": stated.Number, "measure": stated.Measure,
}

var knownTopics = sync.OnceValue(func() *topics {
	t := parseTopics(topicsText)
	t.elsewhere(topicsElsewhere)
	return t
})

// elsewhere adds expressions of other languages: the lines under one begin with a topic.
func (t *topics) elsewhere(text string) {
	t.id ^= crc32.ChecksumIEEE([]byte(text))
	for lang, line := range wordlist.Lines(text) {
		for topic, name := range t.names {
			rest, ok := strings.CutPrefix(line, name)
			if !ok {
				continue
			}
			mark := strings.TrimRight(rest[:1], " ")
			for e := range strings.SplitSeq(rest[1:], ",") {
				t.add(uint8(topic), lang, mark, e)
			}
		}
	}
}

// TopicCount is how many topics there are; they are numbered from 0.
func TopicCount() int { return len(knownTopics().names) }

func parseTopics(text string) *topics {
	t := &topics{id: crc32.ChecksumIEEE([]byte(text)), byWord: map[string]map[uint32][]expression{}}
	for topic, line := range wordlist.Lines(text) {
		last := len(t.names) - 1
		if last < 0 || t.names[last] != topic {
			t.names, t.facts = append(t.names, topic), append(t.facts, 0)
			last++
		}
		kind, rest, _ := strings.Cut(line, " ")
		if kind == "fact" {
			for name := range strings.FieldsSeq(rest) {
				t.facts[last] |= factNames[name]
			}
			continue
		}
		for e := range strings.SplitSeq(rest, ",") {
			t.add(uint8(last), kind[:2], kind[2:], e)
		}
	}
	return t
}

func (t *topics) add(topic uint8, lang, mark, text string) {
	e := expression{topic: topic, strength: strengthHints}
	var words []uint32
	longest := 0
	tokens := word.Tokens(text, lang)
	for i, token := range tokens {
		words = append(words, TopicWord(lang, token))
		if len(token.Text) > len(tokens[longest].Text) {
			longest = i
		}
	}
	if len(words) == 0 {
		return
	}
	switch {
	case mark == "!":
		e.strength = strengthSettles
	case mark == "?":
		e.strength, e.asked = strengthAsked, true
	case len(words) > 1:
		e.strength = strengthPhrase
	}
	for i, w := range words {
		if i != longest {
			e.rest = append(e.rest, w)
		}
	}
	if t.byWord[lang] == nil {
		t.byWord[lang] = map[uint32][]expression{}
	}
	t.byWord[lang][words[longest]] = append(t.byWord[lang][words[longest]], e)
}

// TopicWord is how a word is filed: by its stem, function words as they are.
func TopicWord(lang string, t word.Token) uint32 {
	if lang == tonal {
		return word.Hash(word.Bare(t.Text))
	}
	if word.Stop(lang, t.Text) {
		return word.Hash(t.Text)
	}
	return word.Hash(word.Stem(lang, t))
}

// TopicFinder adds up the topics of a text, sentence by sentence.
type TopicFinder struct {
	topics   *topics
	lang     string
	question bool
	miss     []float32 // per topic: product of 1 - strength
	sentence []uint32
	seen     map[uint64]bool // expressions counted already
	stated   stated.Facts    // counted already
	Used     []uint32        // words of the text that an expression has
}

func NewTopicFinder(lang string, question bool) *TopicFinder {
	t := knownTopics()
	if t.byWord[lang] == nil {
		return nil
	}
	f := &TopicFinder{topics: t, lang: lang, question: question, miss: make([]float32, len(t.names)), seen: map[uint64]bool{}}
	for i := range f.miss {
		f.miss[i] = 1
	}
	return f
}

// Word adds a word of the sentence that end will close, and the parts it is
// made of.
func (f *TopicFinder) Word(t word.Token, term uint32, parts []uint32) {
	if f == nil {
		return
	}
	if term == 0 || f.lang == tonal {
		term = TopicWord(f.lang, t)
	}
	f.sentence = append(f.sentence, term)
	f.sentence = append(f.sentence, parts...)
}

// End closes a sentence that states the given facts.
func (f *TopicFinder) End(stated stated.Facts) {
	if f == nil {
		return
	}
	byWord := f.topics.byWord[f.lang]
	for _, w := range f.sentence {
		for i, e := range byWord[w] {
			if e.asked && !f.question || !f.all(e.rest) {
				continue
			}
			key := uint64(w)<<32 | uint64(i)
			if !f.seen[key] {
				f.seen[key] = true
				f.Used = append(append(f.Used, w), e.rest...)
				f.miss[e.topic] *= 1 - e.strength
			}
		}
	}
	if !f.question {
		for i, wanted := range f.topics.facts {
			if wanted&stated != 0 && wanted&f.stated == 0 { // ten times are no more about opening hours than two
				f.miss[i] *= 1 - strengthFact
			}
		}
		f.stated |= stated
	}
	f.sentence = f.sentence[:0]
}

func (f *TopicFinder) all(words []uint32) bool {
next:
	for _, w := range words {
		for _, have := range f.sentence {
			if have == w {
				continue next
			}
		}
		return false
	}
	return true
}

// TopicStrength is a topic with how clearly a text is about it, in 1/255.
type TopicStrength struct{ Topic, Strength uint8 }

// Found lists the topics of the text, weak ones left out.
func (f *TopicFinder) Found() []TopicStrength {
	if f == nil {
		return nil
	}
	var out []TopicStrength
	for i, miss := range f.miss {
		if s := 1 - miss; s >= 0.2 {
			out = append(out, TopicStrength{uint8(i), uint8(s * 255)})
		}
	}
	return out
}
