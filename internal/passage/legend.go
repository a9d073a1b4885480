package passage

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/extract/document"
)

// Menus name allergens and additives by signs, "Schnitzel (a,c,g)", and say elsewhere what these stand for. Who asks what is
// in a dish is told both: a passage with signs repeats what the note says of them, as rows repeat the head of their table.

var (
	// explained matches what a note says of one sign: "a = Gluten", "(c) Eier", "1) mit Farbstoff", "g: Milch", "d Fisch".
	explained = regexp.MustCompile(`(?:(?:^|[\s,;|·•(])([A-Za-z]\d?|\d{1,2})\s?(?:[=:)]|–|-\s)\s*|(?:^|[,;|\n]\s?)([A-Za-z]) )(\pL[^,;|=\n]*?)\s*(?:$|[,;|\n]|\.\s|\s(?:\(?(?:[A-Za-z]\d?|\d{1,2})\s?[=:)]))`)
	// signs matches those of a dish: "(a,c,g)", "(1, 9)", and several at the end of a cell or line: "a,c,g".
	signs = regexp.MustCompile(`(?m)\(((?:[A-Za-z]\d?|\d{1,2})(?:\s?[,;/ ]\s?(?:[A-Za-z]\d?|\d{1,2}))*)\)|\s((?:[A-Za-z]\d?|\d{1,2})(?:,\s?(?:[A-Za-z]\d?|\d{1,2}))+)(?:\s·|$)`)
	// inFood are words by which a note is known that explains signs of dishes.
	inFood = regexp.MustCompile(`(?i)gluten|weizen|krebstier|\beier?\b|fisch|erdn[uü]ss|soja|milch|laktose|schalenfr|n[uü]sse\b|sellerie|senf\b|sesam|schwefel|sulfit|lupine|weichtier|farbstoff|konservierung|antioxidation|geschmacksverst|koffein|chinin|süßungsmittel|phosphat|\bwheat|crustacean|\beggs?\b|\bfish\b|peanut|\bsoya?\b|\bmilk\b|\bnuts\b|celery|mustard|sesame|sulphit|lupin|mollusc|colou?ring|preservativ|caffeine|sweetener`)
)

const (
	// fewestExplained is how many signs a note explains at least, longestLegend how many bytes it has at most.
	fewestExplained, longestLegend = 3, 3_000
	// mostMeaning is how many bytes of what a sign stands for are told, mostTold how many signs.
	mostMeaning, mostTold = 60, 16
)

// legend is what signs of dishes stand for, nil where a document explains none.
type legend map[string]string

// legendOf reads what the notes of a document say of signs. One of which two notes say different things is left out.
func legendOf(blocks []document.Block) legend {
	l := legend{}
	unsure := map[string]bool{}
	for i := range blocks {
		text := blocks[i].Text
		if len(text) > longestLegend || blocks[i].Kind == document.KindCode || !inFood.MatchString(text) {
			continue
		}
		found := meanings(text)
		if len(found) < fewestExplained || len(inFood.FindAllStringIndex(text, -1)) < fewestExplained {
			continue
		}
		for sign, meaning := range found {
			unsure[sign] = unsure[sign] || l[sign] != "" && l[sign] != meaning
			l[sign] = meaning
		}
	}
	for sign := range unsure {
		if unsure[sign] {
			delete(l, sign)
		}
	}
	return l
}

// meanings is what a text says of signs.
func meanings(text string) map[string]string {
	out := map[string]string{}
	for from := 0; from < len(text); {
		m := explained.FindStringSubmatchIndex(text[from:])
		if m == nil {
			break
		}
		sign, meaning := "", strings.TrimRight(text[from+m[6]:from+m[7]], " .")
		if m[2] >= 0 {
			sign = text[from+m[2] : from+m[3]]
		} else {
			sign = text[from+m[4] : from+m[5]]
		}
		if before, known := out[sign]; known && before != meaning {
			out[sign] = "" // it is no sign
		} else if len(meaning) <= mostMeaning {
			out[sign] = meaning
		}
		from += m[7]
	}
	maps.DeleteFunc(out, func(_, meaning string) bool { return meaning == "" })
	return out
}

// Explanation is a line that tells what signs of dishes in a part of a passage stand for, by what the passage says of them;
// "" where there are none, or the part says so itself.
func Explanation(passage, part string) string {
	if !inFood.MatchString(passage) || len(meanings(part)) > 0 {
		return ""
	}
	return legend(meanings(passage)).told(part)
}

// told is a line that says what the signs in a text stand for, "" where there are none.
func (l legend) told(text string) string {
	if len(l) == 0 {
		return ""
	}
	var said []string
	for _, m := range signs.FindAllStringSubmatch(text, -1) {
		for _, sign := range strings.FieldsFunc(m[1]+m[2], func(r rune) bool { return strings.ContainsRune(",;/ ", r) }) {
			if entry := sign + " = " + l[sign]; l[sign] != "" && !slices.Contains(said, entry) && len(said) < mostTold {
				said = append(said, entry)
			}
		}
	}
	return strings.Join(said, ", ")
}
