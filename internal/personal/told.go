package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/personal/checkdigit"
	"github.com/webchatagent/wca/internal/wordlist"
)

// How far before a number the word for it may stand that a sentence or a question joins to it, in bytes.
const toldBefore = 72

// leastInsured is how many letters and digits the shortest number of somebody insured has.
const leastInsured = 9

// toldKinds are the kinds of numbers whose states and offices build them in ways nobody can list, so that only what is said
// tells them.
var toldKinds = [...]struct {
	clue clue
	typ  Type
}{
	{clueNational, SocialID}, {clueSocial, SocialID}, {clueInsured, HealthID}, {clueIDCard, IDCard}, {clueDriver, IDCard}, {cluePassport, Passport}, {clueVATNo, VATID}, {clueVAT, VATID}, {clueTaxID, TaxID}, {clueTaxNumber, TaxNumber},
}

// toldNumbers finds numbers of persons that stand in the column of a table with the word for them, that answer a question for
// them, and of which a sentence says what they are: "Kunde: 85021412342", "… is my passport number", "the PESEL should be …".
func (s *scan) toldNumbers() {
	asked := false
	for _, k := range toldKinds {
		asked = asked || len(s.clues.ends[k.clue]) > 0
	}
	if !asked {
		return
	}
	last := 0
	for i, t := range s.tokens {
		if t.start < last || t.kind == mark || s.notes[i].clue != 0 || s.lower(i) == "id" || s.regionAt(i) && strings.HasPrefix(s.text[t.end:], " ") || t.kind == word && (!char.ASCII(s.text[t.start]) || !t.upper && char.CountDigits([]byte(s.text[t.start:t.end])) == 0) || char.Glued(s.text, t.start) {
			continue
		}
		end, chars, digits := toldCode(s.text, t.start)
		checked := chars == 10 && end-t.start == 10 && germanDocument([]byte(s.text[t.start:end-1])) && checkdigit.ICAO([]byte(s.text[t.start:end]))
		serial := checked || chars == 9 && digits > 1 && digits < 5 && end-t.start == 9 && germanDocument([]byte(strings.ToUpper(s.text[t.start:end])))
		if digits < 4 && !serial || chars < 7 || chars > mostNational || char.RunsOn(s.text, end) || s.unitAfter(end) || s.counts(end) || s.dateHere(t.start) && chars < leastDated || yearsOf(s.text[t.start:end]) {
			continue
		}
		nearest, typ := toldBefore+1, Type("")
		for _, k := range toldKinds {
			if len(s.clues.ends[k.clue]) == 0 && len(s.clues.cells) == 0 || !toldFits(k.typ, chars, digits) && !(serial && (k.typ == Passport || k.typ == IDCard)) || k.clue == clueSocial && chars < leastInsured {
				continue
			}
			if far := s.toldAs(k.clue, i, end); far >= 0 && far < nearest {
				nearest, typ = far, k.typ
			}
		}
		if typ == VATID && chars == digits && checkdigit.TaxID([]byte(bare(s.text[t.start:end]))) {
			typ = TaxID
		}
		if typ != "" {
			s.add(t.start, end, typ, 0.8, strings.ToUpper(bare(s.text[t.start:end])))
			last = end
		}
	}
}

// toldFits says whether a number of a type may have so many letters and digits, and so many of them digits.
func toldFits(t Type, chars, digits int) bool {
	switch t {
	case Passport:
		return chars <= 10 && digits >= 5
	case IDCard:
		return chars <= 18
	case TaxID, TaxNumber:
		return chars >= 9 && chars != 10 && chars == digits || t == TaxNumber && chars == 10 && digits == 10
	case VATID:
		return chars >= 8 && chars <= 15 && (digits >= 8 || digits == 7 && chars > 9)
	case HealthID:
		return digits >= 6
	}
	return chars >= 8 && digits >= 5
}

// toldCode reads a number of digits and letters of one case at pos, in groups between which stands one space, hyphen, full
// stop or slash. Behind a space only what has digits belongs to it, or one or two capitals at the end. It returns the end, how
// many letters and digits it has, and how many of them are digits.
func toldCode(text string, pos int) (end, chars, digits int) {
	small := text[pos] >= 'a' && text[pos] <= 'z'
	for i := pos; i < len(text) && chars <= mostNational; {
		from, n := i, 0
		for i < len(text) && i-pos <= maxKey && (char.Digit(text[i]) || !small && char.Capital(text[i]) || text[i] >= 'a' && text[i] <= 'z' && (small || i > from || i > pos && text[i-1] == '-')) {
			if char.Digit(text[i]) {
				n++
			}
			i++
		}
		if i == from || n == 0 && from > pos && text[from-1] == ' ' && !(i-from < 3 && char.Capital(text[from]) && digits > 4 && (i == len(text) || !char.Alnum(text[i]) && (text[i] != ' ' || i-from == 1))) {
			break
		}
		if n == 0 && from == pos && i < len(text) && text[i] == ' ' && (i-from > 3 || digitRun(text, i+1) < 5) { // "Perso PA L9VK3TX40"
			break
		}
		if n == 0 && i-from > 6 || n == 0 && from == pos && i-from > 3 && i < len(text) && text[i] != '-' { // a word
			break
		}
		chars, digits, end = chars+i-from, digits+n, i
		if i+1 >= len(text) || strings.IndexByte(" -./", text[i]) < 0 {
			break
		}
		i++
	}
	return end, chars, digits
}

// toldAs says how far before the number from token i to end the word stands that tells it as one of a kind, with "is", "to" or a
// colon between them. It is 0 if the head of its column says so or the sentence that goes on behind it, and -1 if nothing does.
func (s *scan) toldAs(kind clue, i, end int) int {
	start := s.tokens[i].start
	if cell := s.clues.cellAt(start); cell != nil {
		if cell.clues>>kind&1 != 0 && cell.start <= start && strings.Trim(s.text[cell.start:start], " |\"'") == "" {
			return 0
		}
		return -1
	}
	if s.saysWhose(end) && s.named(kind, start, end, 0) {
		return 0
	}
	far, ok := s.clues.before(kind, start, toldBefore)
	if !ok || s.clues.nearer(cluePhone, kind, start, toldBefore) || s.clues.nearer(cluePlate, kind, start, toldBefore) || s.clues.goods(kind, start, toldBefore) || char.CountDigits([]byte(s.text[start-far:start])) > 0 || notNamed(s.text[:start-far]) {
		return -1
	}
	if _, tax := s.clues.before(clueTaxID, start, announceReach); tax && kind == clueIDCard { // "tax id number"
		return -1
	}
	gap := s.text[start-far : start]
	if strings.Trim(gap, " /|-–,:.*#=\"'(") == "" && !strings.HasPrefix(gap, "-") || throughPaper(gap) || strings.HasSuffix(gap, ", ") && ofSomebody(gap) && end < len(s.text) && s.text[end] == ',' {
		return far
	}
	j := i - 1
	for j > 0 && s.tokens[j].kind == mark && strings.IndexByte("\"'(*`", s.text[s.tokens[j].start]) >= 0 {
		j--
	}
	told := false
	switch {
	case j < 0:
	case s.is(j, ':'), s.is(j, '='): // the last word before the colon names it, or somebody answers
		if strings.Contains(gap, "\n") {
			told = s.answers(j)
		} else {
			told = strings.Count(gap, ":") <= 1
		}
	case s.is(j, '.') && j > 1: // "der neue hat die Nr. …"
		told = (s.lower(j-1) == "nr" || s.lower(j-1) == "no") && (s.lower(j-2) == "die" || s.lower(j-2) == "der" || s.lower(j-2) == "hat" || s.lower(j-2) == "has")
	case s.tokens[j].kind == word:
		told = toldLinks[s.lower(j)] || s.lower(j) == "dann" && toldLinks[s.lower(max(0, j-1))]
	}
	if !told {
		return -1
	}
	return far
}

// throughPaper says whether what stands between the word for a number and the number names where that is written: "SV-Nummer laut
// Bescheid …".
func throughPaper(gap string) bool {
	words := strings.Fields(gap)
	if len(words) < 2 || len(words) > 4 {
		return false
	}
	switch words[0] {
	case "lt.", "lt", "laut", "gemäß", "gem.", "aus", "auf", "as", "per", "from", "on":
		return !strings.ContainsAny(gap, "\n?!:;,")
	}
	return false
}

// ofSomebody says whether what stands between the word for a number and the number says whose it is: " meiner Frau, ".
func ofSomebody(gap string) bool {
	words := strings.Fields(gap)
	if len(words) < 2 || len(words) > 4 {
		return false
	}
	switch words[0] {
	case "meiner", "meines", "unserer", "unseres", "seiner", "ihrer", "von", "vom", "of", "for", "für":
		return true
	}
	return false
}

// toldLinks join the word for a number with it.
var toldLinks = wordlist.Set("auf to ist is lautet lauten war was be wär wäre sei als as nämlich into")

// notNamed says whether what ends a text is a word that means more often something else, where it is not in capitals.
func notNamed(text string) bool {
	for _, w := range [...]string{"nie", "sin", "ss", "ni", "chi", "pass", "fs", "health", "insurance", "iva", "btw", "cui", "box"} {
		if strings.HasSuffix(text, w) && !char.Glued(text, len(text)-len(w)) {
			return true
		}
	}
	return false
}

// saysWhose says whether the sentence goes on at pos with what the thing before is: " ist meine", " is my".
func (s *scan) saysWhose(pos int) bool {
	rest := strings.TrimLeft(char.Cut(s.folded, pos, 20), " \"'`,*)")
	if strings.HasPrefix(rest, "(") { // "… (PESEL)"
		return true
	}
	for _, verb := range [...]string{"ist ", "is ", "lautet ", "wäre ", "als ", "as ", "= "} {
		if tail, ok := strings.CutPrefix(rest, verb); ok {
			for _, whose := range [...]string{"mein", "unser", "die ", "der ", "sein", "ihr", "my ", "our ", "the ", "his ", "her ", "their "} {
				if strings.HasPrefix(tail, whose) {
					return true
				}
			}
		}
	}
	return false
}

// answers says whether the colon at token j stands behind who speaks, at the beginning of a line below that of somebody who
// asks: "Bot: Ihre AHV-Nummer?\nKunde: …".
func (s *scan) answers(j int) bool {
	return j > 0 && s.tokens[j-1].line && speakers[s.lower(j-1)]
}
