package material

import (
	"regexp"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/sentence"
	"github.com/webchatagent/wca/internal/trial"
	"github.com/webchatagent/wca/internal/word"
)

// Without are the passages of the site as if nobody had written the sentences, rows and items that say an answer: as
// questions expect it, with the same figures, or mostly in the same words. ok is false where nothing says it or it
// cannot be taken out.
func (s *Site) Without(answer string) (out []passage.Passage, ok bool) {
	a := newSaid(answer)
	for _, p := range s.pages {
		if blocks := a.without(p.document.Blocks); len(blocks) < len(p.document.Blocks) || changed(p.document.Blocks, blocks) {
			p.document.Blocks, ok = blocks, true
			p.split()
		}
		for i := range p.passages {
			if trial.Holds(p.passages[i].Text, answer) {
				return nil, false
			}
		}
		out = append(out, p.passages...)
	}
	return out, ok
}

func changed(before, after []document.Block) bool {
	return slices.ContainsFunc(after, func(b document.Block) bool {
		return !slices.ContainsFunc(before, func(c document.Block) bool { return b.Text == c.Text })
	})
}

// said is an answer as it is looked for in a text.
type said struct {
	text    string
	figures []string
	stems   []string
}

// fewDigits is up to how many digits figures stand in many sentences that say something else; fewWords the same
// of words, mostSame which share of these says the same.
const fewDigits, fewWords, mostSame = 2, 3, 0.75

func newSaid(answer string) said {
	a := said{text: answer, figures: figuresIn(answer), stems: stemsIn(answer)}
	if len(strings.Join(a.figures, "")) <= fewDigits {
		a.figures = nil
	}
	if len(a.stems) < fewWords {
		a.stems = nil
	}
	return a
}

// in reports whether a text says the answer.
func (a *said) in(text string) bool {
	if trial.Holds(text, a.text) {
		return true
	}
	if len(a.figures) > 0 {
		all := figuresIn(text)
		return !slices.ContainsFunc(a.figures, func(f string) bool { return !slices.Contains(all, f) })
	}
	if len(a.stems) == 0 {
		return false
	}
	all, same := stemsIn(text), 0
	for _, s := range a.stems {
		if slices.Contains(all, s) {
			same++
		}
	}
	return float64(same) >= mostSame*float64(len(a.stems))
}

// widest is over how many blocks an answer may go.
const widest = 4

// without are the blocks that do not say the answer, by themselves or together with those beside them.
func (a *said) without(blocks []document.Block) (out []document.Block) {
	for _, b := range blocks {
		if a.in(readable(b)) {
			if b.Text = a.rest(b); b.Text == "" {
				continue
			}
		}
		out = append(out, b)
	}
	for n := 2; n <= widest; n++ {
		for i := 0; i+n <= len(out); i++ {
			var lines []string
			for _, b := range out[i : i+n] {
				lines = append(lines, readable(b))
			}
			if trial.Holds(strings.Join(lines, "\n"), a.text) {
				out = slices.Delete(out, i, i+n)
			}
		}
	}
	return out
}

// rest is what stays of a block that says the answer: of a paragraph the other sentences.
func (a *said) rest(b document.Block) string {
	if b.Kind != document.KindParagraph {
		return ""
	}
	var kept []string
	for _, span := range sentence.In(b.Text) {
		if one := b.Text[span.Start:span.End]; !a.in(one) {
			kept = append(kept, strings.TrimSpace(one))
		}
	}
	if text := strings.Join(kept, " "); !a.in(text) {
		return text
	}
	return ""
}

// readable is a block as its line of a passage reads.
func readable(b document.Block) string {
	if b.Kind == document.KindHeading {
		return b.Text
	}
	var lines []string
	for _, p := range passage.Split(document.Document{Blocks: []document.Block{b}}, passage.Options{}) {
		lines = append(lines, p.Text)
	}
	return strings.Join(lines, " ")
}

var (
	figure = regexp.MustCompile(`\d+(?:[.,:]\d+)*`)
	zeros  = regexp.MustCompile(`[.,:]00$`)
)

// figuresIn are the figures of a text, alike however they are written: "7:00" and "7", "1.873" and "1873".
func figuresIn(text string) (out []string) {
	for _, f := range figure.FindAllString(text, -1) {
		out = append(out, strings.NewReplacer(".", "", ",", "", ":", "").Replace(zeros.ReplaceAllString(f, "")))
	}
	return out
}

// stemsIn are the stems of a text's words that carry meaning.
func stemsIn(text string) (out []string) {
	lang, _ := word.Language(text)
	for _, t := range word.Tokens(text, lang) {
		if s := word.Stem(lang, t); !word.Stop(lang, t.Text) && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}
