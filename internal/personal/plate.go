package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/wordlist"
)

// plateReach is how far before a licence plate the word may end that says it is one.
const plateReach = 48

// plateBeside is how far behind a plate another one may stand that no word names, "neu FR AG 1903E, bisher EM-ZU 55".
const plateBeside = 96

// plates finds licence plates near a word about vehicles: German ones and those of neighbours.
func (s *scan) plates() {
	s.hyphenedPlates()
	if len(s.clues.ends[cluePlate]) == 0 {
		s.gatePlates()
		return
	}
	abroad := s.region != "DE" && s.region != "AT" && s.region != "CH"
	end, seen := 0, -plateBeside
	for i, t := range s.tokens {
		if t.start < end || t.kind == mark || char.Glued(s.text, t.start) || i > 0 && s.notes[i-1].clue>>cluePlate&1 != 0 && plateLinks.Has(s.lower(i)) {
			continue
		}
		if stop, score := s.shapedPlate(i, abroad); stop > 0 {
			s.plate(t.start, stop, score)
			end = stop
			continue
		}
		if t.kind != word {
			continue
		}
		if t.upper && t.end-t.start == 2 && cantons[s.text[t.start:t.end]] {
			if stop := s.swissPlate(t); stop > 0 {
				end, seen = stop, stop
				continue
			}
		}
		stop := 0
		if !s.fourLetters(t) && (t.upper || s.notes[i].clue>>cluePlate&1 == 0 || s.afterPlate(t.start)) { // most words, and "reg ls07 ckd"
			stop = plateEnd(s.text, t.start)
		}
		if stop == 0 && abroad {
			stop = americanPlate(s.text, t.start)
		}
		if stop == 0 || currencies[s.text[t.start:t.end]] || !t.upper && !char.Digit(s.text[t.start+2]) && s.sentencePart(t.start) && !s.afterPlate(t.start) || char.RunsOn(s.text, stop) || s.dateTail(stop) || !s.named(cluePlate, t.start, stop, plateReach) && !(t.start-seen < plateBeside && strings.IndexByte(s.text[t.start:stop], '-') > 0 && strings.IndexByte(s.text[t.start:stop], ' ') > 0) && !(t.start-seen < plateBeside && s.rowBegins(i) && t.end-t.start == 2 && cantons[s.text[t.start:t.end]]) || abroad && s.standard(t, stop) {
			continue
		}
		s.plate(t.start, stop, 0.8)
		end, seen = stop, stop
	}
	s.namedPlates()
}

// rowBegins says whether token i begins a line, also behind the sign of a list.
func (s *scan) rowBegins(i int) bool {
	return s.tokens[i].line || i > 0 && s.tokens[i-1].line && (s.is(i-1, '-') || s.is(i-1, '*') || s.is(i-1, '+'))
}

// shapedPlate gives the end of a plate at token i that its cell, its shape or its town tells, and how sure that is; 0 if there is none.
func (s *scan) shapedPlate(i int, abroad bool) (stop int, score float64) {
	t := s.tokens[i]
	if stop := s.plateCell(t.start); stop > 0 {
		return stop, 0.7
	}
	if stop := ownPlate(s.text, t.start); stop > 0 && !char.RunsOn(s.text, stop) && (t.kind == word || strings.IndexByte(s.text[t.start:stop], '-') > 0 || s.named(cluePlate, t.start, stop, plateReach)) { // nothing else looks like it
		return stop, 0.8
	}
	if stop := s.smallBritish(t); stop > 0 {
		return stop, 0.7
	}
	if stop := max(s.foreignPlate(i), s.toldPlate(i)); stop > 0 {
		return stop, 0.7
	}
	if abroad {
		if stop := californianPlate(s.text, t.start); stop > 0 && !char.RunsOn(s.text, stop) && s.named(cluePlate, t.start, stop, plateReach) {
			return stop, 0.8
		}
		if stop := s.plateOfState(i); stop > 0 {
			return stop, 0.7
		}
	}
	if stop := s.diplomatic(t); stop > 0 {
		return stop, 0.7
	}
	if t.kind != word {
		return 0, 0
	}
	if stop := s.dottedPlate(t); stop > 0 {
		return stop, 0.7
	}
	if s.gluedPlate(i) {
		return t.end, 0.6
	}
	return 0, 0
}

// standard says whether what looks like a Swiss plate may be a standard in a text from elsewhere, "BS 7671": no word
// for plates stands before it.
func (s *scan) standard(t token, stop int) bool {
	_, before := s.clues.before(cluePlate, t.start, plateReach)
	return !before && t.end-t.start == 2 && cantons[s.text[t.start:t.end]] && digitRun(s.text, t.end+1) == stop-t.end-1
}

// plateLinks stand between the word for a plate and the plate: "reg no R417 KWB".
var plateLinks = wordlist.Sieved("no nr is ist")

// currencies stand before numbers as the letters of a plate do.
var currencies = map[string]bool{"EUR": true, "USD": true, "GBP": true, "CHF": true, "CAD": true, "AUD": true, "PLN": true, "CZK": true, "SEK": true, "DKK": true, "NOK": true}

// plateCell gives the end of the cell that begins at pos if its column is one of plates and nothing but the
// letters and digits of one stand in it: "8KJD442". It is 0 if that is not so.
func (s *scan) plateCell(pos int) int {
	c := s.clues.cellAt(pos)
	if c == nil || c.clues>>cluePlate&1 == 0 || strings.TrimLeft(s.text[c.start:pos], " ") != "" {
		return 0
	}
	value := strings.TrimRight(s.text[pos:min(c.end-1, len(s.text))], " \r")
	bare := plateMarks.Replace(value)
	digits := char.CountDigits([]byte(bare))
	if len(bare) < 5 || len(bare) > 8 || digits == 0 || digits == len(bare) || strings.IndexFunc(bare, func(r rune) bool { return !(r >= 'A' && r <= 'Z' || r >= '0' && r <= '9') }) >= 0 {
		return 0
	}
	return pos + len(value)
}

func (s *scan) plate(start, end int, score float64) {
	value := strings.ToUpper(plateMarks.Replace(s.text[start:end]))
	if !s.markedCE(value, start) {
		s.add(start, end, Plate, score, value)
	}
}

// markedCE says whether what looks like a plate of Celle is the mark of a product with the number of who has tested it: "CE-Kennzeichen
// CE 0297". The number of a plate has no nought in front.
func (s *scan) markedCE(value string, start int) bool {
	return strings.HasPrefix(value, "CE") && len(value) == len("CE0297") && digitRun(value, 2) == 4 &&
		(value[2] == '0' || strings.Contains(s.folded[max(0, start-plateReach):start], "ce-"))
}

// namedPlates finds plates of any country directly behind a word for plates: "license plate 7VHT472".
func (s *scan) namedPlates() {
	for _, end := range s.clues.ends[cluePlate] {
		w := s.folded[max(0, end-len("registration")):end]
		if !plateAbroadWords[s.lower(max(0, s.tokenAt(end)-1))] && !strings.HasSuffix(w, "zeichen") && !strings.HasSuffix(w, "plate") && !strings.HasSuffix(w, "plates") && !strings.HasSuffix(w, "schild") && !strings.HasSuffix(w, "number") && !strings.HasSuffix(w, "registration") && !strings.HasSuffix(w, "roller") && !strings.HasSuffix(w, "scooter") && !strings.HasSuffix(w, "moped") && !strings.HasSuffix(w, "rego") && (!strings.HasSuffix(w, " tag") || strings.HasSuffix(w, "ice tag") || strings.HasSuffix(w, "set tag")) && !strings.HasSuffix(w, " reg") && w != "reg" {
			continue
		}
		i := s.namedBy(end)
		for k := 0; k < 3 && i < len(s.tokens) && (s.is(i, ':') || s.is(i, '#') || s.is(i, '.') || !s.tokens[i].upper && passwordLinks[s.lower(i)] || s.lower(i) == "number" || s.lower(i) == "no" || s.lower(i) == "nr"); k++ {
			i++
		}
		from, chars, digits := i, 0, 0
		for i < len(s.tokens) && i-from < 5 && (i == from || !s.tokens[i].line) {
			t := s.tokens[i]
			if t.kind == mark && !(i > from && s.text[t.start] == '-' && i+1 < len(s.tokens)) || t.kind != mark && !char.InCapitals(s.text[t.start:t.end]) {
				break
			}
			if t.kind != mark {
				if chars+t.end-t.start > 8 || chars > 4 && digits > 0 && s.regionAt(i) { // "rego 123 ABC QLD"
					break
				}
				chars, digits = chars+t.end-t.start, digits+char.CountDigits([]byte(s.text[t.start:t.end]))
			}
			i++
		}
		if i == from || chars < 5 || chars > 8 || digits == 0 || digits == chars && i-from == 1 {
			continue
		}
		start, stop := s.tokens[from].start, s.tokens[i-1].end
		if digits < chars && !char.RunsOn(s.text, stop) && !s.dateTail(stop) {
			s.plate(start, stop, 0.7)
		}
	}
}

// plateAbroadWords are the words for a plate in languages of the neighbours.
var plateAbroadWords = wordlist.Set("immatriculation kenteken matrícula nummerplaat nummerplade rejestracja rejestracyjny spz tablica")

// afterPlate says whether a word for plates stands directly before a plate in small letters whose first
// letters are no word: "kennzeichen m ab 2209".
func (s *scan) afterPlate(pos int) bool {
	far, ok := s.clues.before(cluePlate, pos, 2)
	_, end := letterRun(s.text, pos, false)
	return ok && far > 0 && !notTowns[s.text[pos:end]]
}

// notTowns are words in small letters that may stand before something like the rest of a plate.
var notTowns = wordlist.Set(`mit am im in an zu ist auf von der die das und ab bei nr the is at my
	of on for no and by to or als bis um ca so we it as es er wo be if up a i war was
	now new old jetzt neu neue nun noch still`)

// sentencePart says whether letters at pos that could be a plate in small letters are words: "bis zu 330".
func (s *scan) sentencePart(pos int) bool {
	_, end := letterRun(s.text, pos, false)
	if notTowns[s.text[pos:end]] {
		return true
	}
	gap := plateGap(s.text, end)
	_, second := letterRun(s.text, gap, false)
	return end < len(s.text) && s.text[end] == ' ' && notTowns[s.text[gap:second]]
}

// dateTail says whether what ends at pos goes on as a number with a decimal part or a unit.
func (s *scan) dateTail(pos int) bool {
	return pos+1 < len(s.text) && (s.text[pos] == ',' || s.text[pos] == '.') && char.Digit(s.text[pos+1]) || s.unitAfter(pos)
}
