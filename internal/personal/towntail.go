package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/tagger"
	"github.com/webchatagent/wca/internal/wordlist"
)

// tailedTown takes a town without a postcode behind a comma at token i that says which of several it is, and nothing else in that
// part: ", Aigen im Mühlkreis". It is 0 if there is none.
func (s *scan) tailedTown(i int) int {
	k := i + 2
	if !s.is(i, ',') || !s.upperWord(i+1) || !s.strange(i+1) && !s.knownPlace(i+1) || s.notes[i+1].clue != 0 || k >= len(s.tokens) || s.tokens[k].upper || s.tokens[k].line {
		return 0
	}
	switch s.lower(k) {
	case "am", "im", "bei", "ob":
		k++
	case "an", "in", "auf":
		if k++; k >= len(s.tokens) || s.lower(k) != "der" && s.lower(k) != "dem" {
			return 0
		}
		k++
	default:
		return 0
	}
	if !s.upperWord(k) || s.notes[k].clue != 0 || s.has(k, weekdays|months) {
		return 0
	}
	if k++; s.upperWord(k) && s.has(k, townTails) { // "am Neusiedler See"
		k++
	}
	if !s.wholeEnd(k) {
		return 0
	}
	return k
}

// townBeside takes a larger town that says which one is meant: "Aurach bei Kitzbühel".
func (s *scan) townBeside(i int) int {
	if i > 0 && i < len(s.tokens) && !s.tokens[i].line && s.lower(i) == "bei" && !s.tokens[i].upper && s.upperWord(i+1) && (s.strange(i+1) || s.knownPlace(i+1)) && s.notes[i+1].clue == 0 && !s.has(i+1, titles) && s.wholeEnd(i+2) {
		return i + 2
	}
	return i
}

// partyWords stand in brackets behind the address of who a contract is with: "38100 Braunschweig (Vermieter)".
var partyWords = wordlist.Set(`vermieter vermieterin mieter mieterin käufer käuferin verkäufer verkäuferin
	auftraggeber auftraggeberin auftragnehmer auftragnehmerin eigentümer eigentümerin kläger klägerin
	beklagter beklagte schuldner schuldnerin gläubiger gläubigerin pächter pächterin arbeitgeber arbeitgeberin arbeitnehmer arbeitnehmerin`)

// townTail takes what says which of several towns is meant: "am Main", "an der Oder", "a. d. Donau",
// "v. d. Höhe".
func (s *scan) townTail(j int) int {
	k, short := j, false
	for n := 0; n < 3 && k < len(s.tokens) && s.tokens[k].kind == word && (!s.tokens[k].upper || s.capitals(k) > 1) && !s.tokens[k].line; n++ {
		w := s.lower(k)
		if !s.has(k, prepositions|articles) && len(w) > 1 || s.has(k, townTails) {
			break
		}
		short = len(w) == 1 && s.is(k+1, '.')
		k = s.skipDot(k + 1)
	}
	if k > j && s.upperWord(k) && s.upperWord(k+1) && strings.HasSuffix(s.lower(k), "er") && s.has(k+1, townTails) { // "am Neusiedler See"
		return k + 2
	}
	if k > j && k < len(s.tokens) && s.tokens[k].kind == word && !s.tokens[k].line && (s.has(k, townTails) || short && s.tokens[k].upper) {
		return k + 1
	}
	if k > j && s.upperWord(k) && s.lower(j) != "in" && s.tokens[j].gap && s.known(k)&(tagger.Common|tagger.CommonEnglish|tagger.FirstName) == 0 && s.notes[k].clue == 0 && s.wholeEnd(k+1) && j > 1 && (s.digitsAt(j-2) == 5 || s.digitsAt(j-2) == 4 && !s.isYear(j-2) && (k+1 == len(s.tokens) || s.tokens[k+1].line || s.tokens[k+1].kind == mark)) { // "88400 Biberach an der Riß", "3830 Waidhofen an der Thaya"
		return k + 1
	}
	return j
}
