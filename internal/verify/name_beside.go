package verify

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/webchatagent/wca/internal/sentence"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/verify/fact"
)

// namedPart is a part of a passage with the names in it.
type namedPart struct {
	text  string
	names []fact.Fact
}

// besideOther reports whether a sentence, or a part of one, says of somebody what its source says of somebody else beside
// them, and nothing that it says of them: "Dr Hart looks after children" of "Dr Hart treats adults, Dr Rao children". What
// has a price is no person.
func (c *Checker) besideOther(cl *claim) bool {
	if !cl.known || cl.facts.Any(fact.IsMoney) || strings.Contains(cl.backing.Sentence, stated.CellBreak) {
		return false
	}
	texts := []string{cl.text}
	if all := parts(cl.text); len(all) > 1 && !slices.ContainsFunc(all, func(p string) bool { return len(names(p)) == 0 || namesOnly(namedPart{p, names(p)}) }) {
		texts = all
	}
	for _, text := range texts {
		own := names(text)
		if len(own) == 0 {
			continue
		}
		var all []namedPart
		for p := range c.passages() {
			if strings.Contains(p.Text, own[len(own)-1].Value) {
				if !c.ours(p.Language) {
					return false
				}
				all = append(all, namedParts(p.Text)...)
			}
		}
		if c.ofOther(text, own, all) {
			return true
		}
	}
	return false
}

// namedParts are the parts of a text's sentences with the names in them.
func namedParts(text string) (out []namedPart) {
	for _, at := range sentence.In(text) {
		if strings.Contains(text[at.Start:at.End], stated.CellBreak) {
			continue
		}
		for i, part := range parts(text[at.Start:at.End]) {
			p := namedPart{part, names(part)}
			if i > 0 && namesOnly(p) {
				last := &out[len(out)-1]
				p = namedPart{last.text + ", " + part, append(last.names, p.names...)}
				out = out[:len(out)-1]
			}
			out = append(out, p)
		}
	}
	return out
}

// namesOnly reports whether a part says of those that it names nothing but that they are several: "Omar Said together".
func namesOnly(p namedPart) bool {
	rest := withoutNames(p.text, p.names)
	return len(p.names) > 0 && strings.TrimFunc(withOthers.ReplaceAllString(rest, " "), func(r rune) bool { return !unicode.IsLetter(r) }) == ""
}

// withoutNames is a text without the words of some names.
func withoutNames(text string, names []fact.Fact) string {
	for _, n := range names {
		for w := range strings.FieldsSeq(n.Value) {
			text = strings.ReplaceAll(text, w, " ")
		}
	}
	return text
}

// withOthers says of somebody that there are others.
var withOthers = regexp.MustCompile(`(?i)\b(?:together|both|zusammen|gemeinsam|beide|frau|herr|herrn|mrs?|ms|dr|prof)\b`)

// ofOther reports whether a text with names says nothing that stands only in the parts with one of them, or in those beside
// them that name nobody, and something that stands in none of them but in a part with other names. Where it says as much
// of both, its figures decide.
func (c *Checker) ofOther(text string, own []fact.Fact, all []namedPart) bool {
	mine := func(p namedPart) bool {
		return slices.ContainsFunc(p.names, func(n fact.Fact) bool { return slices.Contains(own, n) })
	}
	if slices.ContainsFunc(own, func(n fact.Fact) bool {
		return !slices.ContainsFunc(all, func(p namedPart) bool { return slices.Contains(p.names, n) })
	}) {
		return false
	}
	words := c.content(withoutNames(text, own))
	var home strings.Builder
	for i, p := range all {
		if mine(p) || len(p.names) == 0 && (i > 0 && mine(all[i-1]) || i+1 < len(all) && mine(all[i+1])) {
			home.WriteString(p.text + " ")
		}
	}
	stated, homes := c.factsOf(text), c.factsOf(home.String())
	return slices.ContainsFunc(all, func(p namedPart) bool {
		if len(p.names) == 0 || mine(p) {
			return false
		}
		own, other := 0, 0 // words that only one of them says
		for _, w := range words {
			switch there, here := c.coverage(w, p.text), c.coverage(w, home.String()); {
			case here >= likeWord && there < likeWord:
				own++
			case there >= sameWord && here < likeWord:
				other++
			}
		}
		return other > 0 && (own == 0 || own == other && stated.Any(func(x fact.Fact) bool {
			return x.Kind == fact.Number && c.factsOf(p.text).Has(x) && !homes.Has(x)
		}))
	})
}
