package retrieve

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
)

// numberedName is a noun with the number or letter behind it that tells the thing from its like: "Discofox 2", "Typ B".
type numberedName struct{ noun, number string }

// numberedNames finds those of a text.
func numberedNames(text string, tokens []word.Token) (out []numberedName) {
	for i := 1; i < len(tokens); i++ {
		t, noun := tokens[i], tokens[i-1]
		if !tellsApart(t) || noun.Kind != word.Letters || !noun.Capital || word.Gap(text, noun, t) != " " ||
			len(noun.Text) < 3 || stated.IsWeekday(noun.Text) || stated.IsMonth(noun.Text) || stated.IsUnit(noun.Text) || stated.IsFigure(noun.Text) {
			continue
		}
		if i+1 < len(tokens) && !endsName(text, t, tokens[i+1]) || i+1 == len(tokens) && strings.ContainsAny(text[t.End:], amountSigns) {
			continue
		}
		out = append(out, numberedName{noun.Text, strings.TrimLeft(t.Text, "0")})
	}
	return out
}

// tellsApart says whether a word is a small number, or one capital letter.
func tellsApart(t word.Token) bool {
	return t.Kind == word.Number && len(t.Text) < 4 || t.Kind == word.Letters && len(t.Text) == 1 && t.Capital && t.Text != "i"
}

// amountSigns behind a number make an amount of it.
const amountSigns = "€$£%°²"

// endsName says whether a name with a number ends before the next word. "Plätze 3 Stück", "Kurs 2. Mai", "Preis 12,50",
// "Montag 9–12" and "Kosten 3 €" are none.
func endsName(text string, number, next word.Token) bool {
	gap := word.Gap(text, number, next)
	switch {
	case strings.ContainsAny(gap, amountSigns), gap == "", strings.ContainsAny(gap, "-–/"), next.Kind == word.Number:
		return false
	case gap == " ":
		return !next.Capital && !stated.IsUnit(next.Text) && !stated.IsFigure(next.Text) && next.Text != "uhr" && next.Text != "bis" && next.Text != "to"
	case strings.HasPrefix(gap, ". "), strings.HasPrefix(gap, ","):
		return strings.HasPrefix(gap, ", ")
	}
	return true
}

// numbered notes whether the lines, and what stands above them, name another thing that only its number tells from the
// one asked for: "Discofox 1" where it is "Discofox 2".
func (h *holding) numbered(lines, above []readLine) {
	for _, asked := range h.qu.numbered {
		other := false
		for _, l := range slices.Concat(lines, above) {
			if slices.ContainsFunc(l.tokens, asked.isNumber) {
				return
			}
			other = other || slices.ContainsFunc(numberedNames(l.text, l.tokens), func(n numberedName) bool { return n.noun == asked.noun })
		}
		if other {
			h.grounds[groundOtherNumber] = 1
		}
	}
}

// isNumber says whether a word is the number or the letter that tells the thing from its like.
func (n numberedName) isNumber(t word.Token) bool {
	return t.Kind == word.Number && strings.TrimLeft(t.Text, "0") == n.number || t.Capital && t.Text == n.number
}
