package personal

import (
	"strings"
	"unicode"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/personal/view"
)

// phrases are values that are always replaced, each as its parts in small letters: between them may stand whatever
// keeps words apart, as where a line ends or a name is written with hyphens.
type phrases [][]string

func newPhrases(list []string) phrases {
	var out phrases
	for _, v := range list {
		folded, _ := foldSame(view.New(strings.TrimSpace(v), words()).Text)
		parts := strings.FieldsFunc(folded, apart)
		if len(parts) > 0 {
			out = append(out, parts)
		}
	}
	return out
}

// apart says whether words are kept apart by r.
func apart(r rune) bool { return unicode.IsSpace(r) || r == '_' || unicode.Is(unicode.Pd, r) }

func (p phrases) find(s *scan) {
	for _, parts := range p {
		for from := 0; ; {
			at := strings.Index(s.folded[from:], parts[0])
			if at < 0 {
				break
			}
			start := from + at
			from = start + len(parts[0])
			if end, ok := afterOneAnother(s.folded, from, parts[1:]); ok && bounds(s.text, start, end) {
				s.add(start, end, Private, 1, strings.Join(parts, " "))
				from = end
			}
		}
	}
}

// bounds says whether no word goes on before start and at end; in names of files _ stands between words.
func bounds(text string, start, end int) bool {
	begins := !char.Glued(text, start) || text[start-1] == '_'
	return begins && (!char.RunsOn(text, end) || text[end] == '_')
}

// afterOneAnother reads parts, each after something that keeps words apart, from a place on.
func afterOneAnother(text string, at int, parts []string) (end int, ok bool) {
	for _, part := range parts {
		rest := strings.TrimLeftFunc(text[at:], apart)
		if len(rest) == len(text)-at || !strings.HasPrefix(rest, part) {
			return 0, false
		}
		at = len(text) - len(rest) + len(part)
	}
	return at, true
}
