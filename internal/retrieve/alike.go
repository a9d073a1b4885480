package retrieve

import (
	"regexp"
	"strings"

	"github.com/webchatagent/wca/internal/word"
)

// Questions finds which of some known questions asks the same as a new one. It is safe for
// concurrent use after it was made.
type Questions struct {
	known []knownQuestion
}

type knownQuestion struct {
	text  string // its words as they stand: all of "Wer bist du?" are too common to tell questions apart
	words []supportWord
	specifics
}

// Question is a question in a language ("de", "en" or "" if unknown).
type Question struct{ Text, Language string }

// NewQuestions reads the known questions.
func NewQuestions(known []Question) *Questions {
	q, reader := &Questions{}, newSupportReader()
	for _, k := range known {
		q.known = append(q.known, reader.question(k.Text, k.Language))
	}
	return q
}

// apiece are prepositions that say no more than another: "pro Tag" is "am Tag", "per Rechnung" is "auf Rechnung".
var apiece = regexp.MustCompile(`(?i)\b(?:pro|per|je)\s+`)

// question reads a question.
func (s *supportReader) question(text, lang string) knownQuestion {
	if lang == "" {
		lang, _ = word.Language(text)
	}
	k := knownQuestion{words: s.words(apiece.ReplaceAllString(text, ""), lang, true)}
	var all []string
	tokens := word.Tokens(text, lang)
	for _, t := range tokens {
		all = append(all, strings.ToLower(t.Text))
	}
	k.text = strings.Join(all, " ")
	k.specifics = specificsOf(text, tokens)
	return k
}

// SameQuestion is how alike two questions must be to have the same answer.
const SameQuestion = 0.82

// Best gives the known question that is most alike and how much, 0 to 1; -1 if there is none. What
// is alike says the same in both directions, with the same numbers, months and weekdays.
func (q *Questions) Best(text, lang string) (int, float64) {
	reader := newSupportReader()
	asked := reader.question(text, lang)
	best, most := -1, 0.0
	for i, k := range q.known {
		if !asked.equal(&k.specifics) {
			continue
		}
		if asked.text == k.text && asked.text != "" {
			return i, 1
		}
		if alike := min(covers(asked.words, k.words), covers(k.words, asked.words)); alike > most {
			best, most = i, alike
		}
	}
	return best, most
}

// covers is how much of a is in b.
func covers(a, b []supportWord) float64 {
	var all, met float64
	for i := range a {
		weight := float64(a[i].weight)
		if a[i].asking {
			weight *= askingWeight
		}
		all += weight
		met += weight * float64(a[i].metIn(b))
	}
	if all == 0 {
		return 0
	}
	return met / all
}
