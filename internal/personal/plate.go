package personal

import (
	"slices"
	"strings"
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
		if t.start < end || t.kind == mark || glued(s.text, t.start) || i > 0 && s.notes[i-1].clue>>cluePlate&1 != 0 && plateLinks[s.lower(i)] {
			continue
		}
		if stop := s.plateCell(t.start); stop > 0 {
			s.plate(t.start, stop, 0.7)
			end = stop
			continue
		}
		if stop := ownPlate(s.text, t.start); stop > 0 && !runsOn(s.text, stop) && (t.kind == word || strings.IndexByte(s.text[t.start:stop], '-') > 0 || s.named(cluePlate, t.start, stop, plateReach)) { // nothing else looks like it
			s.plate(t.start, stop, 0.8)
			end = stop
			continue
		}
		if stop := max(s.foreignPlate(i), s.toldPlate(i)); stop > 0 {
			s.plate(t.start, stop, 0.7)
			end = stop
			continue
		}
		if abroad {
			if stop := californianPlate(s.text, t.start); stop > 0 && !runsOn(s.text, stop) && s.named(cluePlate, t.start, stop, plateReach) {
				s.plate(t.start, stop, 0.8)
				end = stop
				continue
			}
			if stop := s.plateOfState(i); stop > 0 {
				s.plate(t.start, stop, 0.7)
				end = stop
				continue
			}
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
		if !s.fourLetters(t) { // most words
			stop = plateEnd(s.text, t.start)
		}
		if stop == 0 && abroad {
			stop = americanPlate(s.text, t.start)
		}
		if stop == 0 || currencies[s.text[t.start:t.end]] || !t.upper && !isDigit(s.text[t.start+2]) && s.sentencePart(t.start) && !s.afterPlate(t.start) || runsOn(s.text, stop) || s.dateTail(stop) || !s.named(cluePlate, t.start, stop, plateReach) && !(t.start-seen < plateBeside && strings.IndexByte(s.text[t.start:stop], '-') > 0 && strings.IndexByte(s.text[t.start:stop], ' ') > 0) || abroad && s.standard(t, stop) {
			continue
		}
		s.plate(t.start, stop, 0.8)
		end, seen = stop, stop
	}
	s.namedPlates()
}

// standard says whether what looks like a Swiss plate may be a standard in a text from elsewhere, "BS 7671": no word
// for plates stands before it.
func (s *scan) standard(t token, stop int) bool {
	_, before := s.clues.before(cluePlate, t.start, plateReach)
	return !before && t.end-t.start == 2 && cantons[s.text[t.start:t.end]] && digitRun(s.text, t.end+1) == stop-t.end-1
}

// plateOfState reads letters and digits at token i behind the name of one of the United States, "Nevada 482-M91". It
// returns their end, 0 if there are none.
func (s *scan) plateOfState(i int) int {
	if i == 0 || !s.has(i-1, states) || s.tokens[i-1].end-s.tokens[i-1].start < 4 || !s.tokens[i-1].upper || s.tokens[i].line {
		return 0
	}
	start := s.tokens[i].start
	end := start
	for end < len(s.text) && end-start < 9 && (isDigit(s.text[end]) || s.text[end] >= 'A' && s.text[end] <= 'Z' || s.text[end] == '-' && end > start) {
		end++
	}
	if end-start > 1 && end-start < 5 && i+1 < len(s.tokens) && s.tokens[i].end == end && !s.tokens[i+1].line && s.tokens[i+1].end-end < 6 && s.text[end] == ' ' && s.text[s.tokens[i+1].start:s.tokens[i+1].end] == strings.ToUpper(s.text[s.tokens[i+1].start:s.tokens[i+1].end]) { // "Florida 48A BCD"
		end = s.tokens[i+1].end
	}
	digits := digitCount([]byte(s.text[start:end]))
	if bare := len(bare(s.text[start:end])); bare < 5 || bare > 8 || digits < 2 || digits == bare || runsOn(s.text, end) || s.text[end-1] == '-' || !s.named(cluePlate, start, end, plateReach) {
		return 0
	}
	return end
}

// gateWords are where cars are let in; a plate whose shape is like no other's is one there.
var gateWords = [...]string{"dvla", "v5c", "sorn", " mot ", "keeper", "parked", "blocking", "hit and run", "crashed into", "drove off", "traffic warden", "clamped", "lay-by", "layby", "bumper", "windscreen", "overtook", " mini,", " mini ", "hatchback", "estate car", "scratched", "dented", "gate", "guest", "visitor", "driveway", "garage", "einfahrt", "schranke", "besucherliste", "gästeliste"}

// gatePlates finds British plates in a text about who is let in.
func (s *scan) gatePlates() {
	for i, t := range s.tokens {
		if t.kind == mark || glued(s.text, t.start) {
			continue
		}
		if stop := s.foreignPlate(i); stop > 0 {
			s.plate(t.start, stop, 0.7)
			continue
		}
		if stop := s.austrianPlate(i); stop > 0 {
			s.plate(t.start, stop, 0.7)
			continue
		}
		if t.kind == word && t.upper && t.end-t.start == 2 && cantons[s.text[t.start:t.end]] {
			s.swissPlate(t)
			continue
		}
		if t.kind != word || !t.upper || t.end-t.start != 4 && t.end-t.start != 7 || !isDigit(s.text[t.start+3]) || isDigit(s.text[t.start+1]) {
			continue
		}
		stop := ownPlate(s.text, t.start)
		if letters, at := letterRun(s.text, t.start+4, true); t.end-t.start == 7 && letters == 3 && at == t.end && isDigit(s.text[t.start+2]) { // "LX21VBM"
			stop = t.end
		}
		if stop == 0 || runsOn(s.text, stop) {
			continue
		}
		near := s.folded[max(0, t.start-gateReach):t.start]
		if slices.ContainsFunc(gateWords[:], func(w string) bool { return strings.Contains(near, w) }) {
			s.plate(t.start, stop, 0.7)
		}
	}
}

// austrianPlate gives the end of an Austrian plate at token i in a text about cars that has no word for plates: "Unfall mit
// KU-1069 R". It is 0 if there is none.
func (s *scan) austrianPlate(i int) int {
	t := s.tokens[i]
	if t.kind != word || s.behindCapitals(i) || !t.upper || t.end-t.start > 2 || t.end == len(s.text) || s.text[t.end] != ' ' && s.text[t.end] != '-' {
		return 0
	}
	digits := digitRun(s.text, t.end+1)
	stop := plateEnd(s.text, t.start)
	if digits < 3 || stop <= t.end+1+digits || runsOn(s.text, stop) || s.dateTail(stop) || s.clues.goods(cluePlate, t.start, plateReach) || !s.onTheRoad(t.start, stop) {
		return 0
	}
	return stop
}

// swissPlate finds a Swiss plate in a text about cars that no word names: "Fahrer kommt mit ZH 482 917". It returns its end, 0 if
// there is none.
func (s *scan) swissPlate(t token) int {
	end, n := spacedDigits(s.text, t.end)
	if t.end == len(s.text) || s.text[t.end] != ' ' && s.text[t.end] != '-' || n < 4 || n > 6 || glued(s.text, t.start) || runsOn(s.text, end) || s.dateTail(end) || s.clues.goods(cluePlate, t.start, plateReach) {
		return 0
	}
	if stop := plateEnd(s.text, t.start); stop != end || !s.onTheRoad(t.start, end) {
		return 0
	}
	s.plate(t.start, end, 0.7)
	return end
}

// onTheRoad says whether a word of texts about cars stands near a plate [start, end).
func (s *scan) onTheRoad(start, end int) bool {
	before, behind := s.folded[max(0, start-roadReach):start], cut(s.folded, end, roadBehind)
	return slices.ContainsFunc(roadWords[:], func(w string) bool { return strings.Contains(before, w) || strings.Contains(behind, w) })
}

// roadWords are those of texts about cars in which a German plate with its hyphen is one, and that say nothing of other
// letters and digits.
var roadWords = [...]string{"unfall", "parkschein", "handypark", "parkhaus", "parke", "stehe mit", "steht mit", "stehen mit", "fahre mit", "komme mit", "kommt mit", "unterwegs mit", "angereist mit", "parkt", "park ", "zugeparkt", "stehe auf", "steht auf", "ladesäule", "waschanlage", "waschstraße", "traktor", "schlepper", "halteverbot", "werkstatt", "tüv", "hu fällig", "reifen",
	"kasko", "bußgeld", "verwarnung", "abschlepp", "fahrerflucht", "garage", "probefahrt", "notiert", "blockier", "fahrer", "tankstelle", "getankt", "gefahren", "inspektion", "schranke", "mieter", "besuch", "im weg", "versperrt", "zugestellt", "licht an", "licht brennt", "scheinwerfer", "warnblink", "fenster offen", "durchsag", "ausruf", "ausgerufen", "umpark", "wegfahren", "steht vor", "kofferraum", "wem gehört", "abgestellt"}

// How far before and behind such a plate the word may stand, in bytes.
const roadReach, roadBehind = 96, 48

// hyphenedPlates finds German plates with their hyphen and their space in texts about cars: "Unfall mit M-TS 300".
func (s *scan) hyphenedPlates() {
	for _, g := range s.groups {
		if n := g.end - g.start; n > 4 || g.start < 5 || s.text[g.start-1] != ' ' && s.text[g.start-1] != '-' || s.text[g.start-2] < 'A' || s.text[g.start-2] > 'Z' || s.text[g.start] == '0' {
			continue
		}
		at := g.start - 3 // of the hyphen
		if s.text[at] != '-' {
			at--
		}
		if s.text[at] != '-' || s.text[at+1] < 'A' || s.text[at+1] > 'Z' {
			continue
		}
		from := at
		for from > 0 && at-from < 6 && (s.text[from-1] >= 'A' && s.text[from-1] <= 'Z' || s.text[from-1] >= 0x80) {
			from--
		}
		if from == at || glued(s.text, from) || from > 0 && s.text[from-1] == '-' {
			continue
		}
		if letters, end := letterRun(s.text, from, true); end != at || letters > 3 {
			continue
		}
		end := plateEnd(s.text, from)
		if end < g.end || runsOn(s.text, end) || s.dateTail(end) || s.clues.goods(cluePlate, from, plateReach) {
			continue
		}
		if s.onTheRoad(from, end) || strings.Trim(s.text[:from]+s.text[end:], " .!\n\r") == "" { // or the answer to a question
			s.plate(from, end, 0.7)
		}
	}
}

// gateReach is how far before a plate such a word may stand, in bytes.
const gateReach = 96

// plateLinks stand between the word for a plate and the plate: "reg no R417 KWB".
var plateLinks = set("no nr is ist")

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
	digits := digitCount([]byte(bare))
	if len(bare) < 5 || len(bare) > 8 || digits == 0 || digits == len(bare) || strings.IndexFunc(bare, func(r rune) bool { return !(r >= 'A' && r <= 'Z' || r >= '0' && r <= '9') }) >= 0 {
		return 0
	}
	return pos + len(value)
}

// plateMarks separate the parts of a plate.
var plateMarks = strings.NewReplacer(" ", "", "-", "", ":", "", "·", "")

func (s *scan) plate(start, end int, score float64) {
	s.add(start, end, Plate, score, strings.ToUpper(plateMarks.Replace(s.text[start:end])))
}

// ownPlate gives the end of a plate of Great Britain, "AB12 CDE", or Ireland, "191-D-20473", at pos, whose
// shapes are like no other's; 0 if there is none.
func ownPlate(text string, pos int) int {
	if isDigit(text[pos]) {
		year := digitRun(text, pos)
		if year != 2 && year != 3 {
			return 0
		}
		from := plateSign(text, pos+year)
		letters, at := letterRun(text, from, true)
		if letters < 1 || letters > 2 || text[from-1] != '-' && !irishCounties[text[from:at]] {
			return 0
		}
		number := plateSign(text, at)
		if n := digitRun(text, number); n > 0 && n < 7 && (text[number-1] == '-' || n > 2) {
			return number + n
		}
		return 0
	}
	if end := indianPlate(text, pos); end > 0 {
		return end
	}
	letters, at := letterRun(text, pos, true)
	if letters != 2 || digitRun(text, at) != 2 || at+2 >= len(text) || text[at+2] != ' ' {
		return 0
	}
	if letters, stop := letterRun(text, at+3, true); letters == 3 {
		return stop
	}
	return 0
}

// indianStates are those of India as they stand in plates.
var indianStates = set("AN AP AR AS BR CG CH DD DL DN GA GJ HP HR JH JK KA KL LA LD MH ML MN MP MZ NL OD OR PB PY RJ SK TN TR TS UK UP WB")

// indianPlate gives the end of a plate of India, "KA 05 MN 4471", "DL3CAB1234", at pos, 0 if there is none.
func indianPlate(text string, pos int) int {
	if pos+2 > len(text) || !indianStates[text[pos:pos+2]] {
		return 0
	}
	at := plateSign(text, pos+2)
	district := digitRun(text, at)
	if district < 1 || district > 2 {
		return 0
	}
	at += district
	letters := 0
	for k := 0; k < 2; k++ { // "3C AB"
		n, end := letterRun(text, plateSign(text, at), true)
		if n == 0 {
			break
		}
		letters, at = letters+n, end
	}
	number := plateSign(text, at)
	if letters < 1 || letters > 3 || currencies[text[at-letters:at]] || digitRun(text, number) != 4 {
		return 0
	}
	return number + 4
}

// plateSign skips one hyphen or space.
func plateSign(text string, i int) int {
	if i < len(text) && (text[i] == '-' || text[i] == ' ') {
		i++
	}
	return i
}

// irishCounties are those of Ireland as they stand in plates.
var irishCounties = set("C CE CN CW D DL G KE KK KY L LD LH LK LM LS MH MN MO OY RN SO T TN TS W WD WH WW WX")

// americanPlate gives the end of a usual plate of North America, "HVK 4082", "PKD-7731", at pos, 0 if there is
// none.
func americanPlate(text string, pos int) int {
	letters, at := letterRun(text, pos, true)
	if letters < 3 || letters > 4 || at >= len(text) || text[at] != ' ' && text[at] != '-' {
		return 0
	}
	if engines[text[pos:at]] {
		return 0
	}
	n := digitRun(text, at+1)
	if end := at + 1 + n; (n == 3 || n == 4) && !(end+1 < len(text) && text[end] == '-' && isDigit(text[end+1])) {
		return end
	}
	return 0
}

// engines stand behind the make of a car as the letters of a plate do: "Golf GTI 245".
var engines = set("VTEC GTI GTD GTE TDI TSI TFSI FSI CDI HDI DCI TDCI AMG SUV CVT DSG EUR USD GBP")

// californianPlate gives the end of a plate of California at pos, a digit, three letters and three digits, 0 if
// there is none.
func californianPlate(text string, pos int) int {
	if digitRun(text, pos) != 1 {
		return 0
	}
	if letters, at := letterRun(text, pos+1, true); letters == 3 && at == pos+4 && digitRun(text, at) == 3 {
		return at + 3
	}
	return 0
}

// namedPlates finds plates of any country directly behind a word for plates: "license plate 7VHT472".
func (s *scan) namedPlates() {
	for _, end := range s.clues.ends[cluePlate] {
		w := s.folded[max(0, end-len("registration")):end]
		if !strings.HasSuffix(w, "zeichen") && !strings.HasSuffix(w, "plate") && !strings.HasSuffix(w, "plates") && !strings.HasSuffix(w, "schild") && !strings.HasSuffix(w, "number") && !strings.HasSuffix(w, "registration") && !strings.HasSuffix(w, "roller") && !strings.HasSuffix(w, "scooter") && !strings.HasSuffix(w, "moped") && !strings.HasSuffix(w, "rego") && (!strings.HasSuffix(w, " tag") || strings.HasSuffix(w, "ice tag") || strings.HasSuffix(w, "set tag")) && !strings.HasSuffix(w, " reg") && w != "reg" {
			continue
		}
		i := s.namedBy(end)
		for k := 0; k < 3 && i < len(s.tokens) && (s.is(i, ':') || s.is(i, '#') || s.is(i, '.') || !s.tokens[i].upper && passwordLinks[s.lower(i)] || s.lower(i) == "number" || s.lower(i) == "no" || s.lower(i) == "nr"); k++ {
			i++
		}
		from, chars, digits := i, 0, 0
		for i < len(s.tokens) && i-from < 5 && (i == from || !s.tokens[i].line) {
			t := s.tokens[i]
			if t.kind == mark && !(i > from && s.text[t.start] == '-' && i+1 < len(s.tokens)) || t.kind != mark && strings.ToUpper(s.text[t.start:t.end]) != s.text[t.start:t.end] {
				break
			}
			if t.kind != mark {
				if chars+t.end-t.start > 8 || chars > 4 && digits > 0 && s.regionAt(i) { // "rego 123 ABC QLD"
					break
				}
				chars, digits = chars+t.end-t.start, digits+digitCount([]byte(s.text[t.start:t.end]))
			}
			i++
		}
		if i == from || chars < 5 || chars > 8 || digits == 0 || digits == chars && i-from == 1 {
			continue
		}
		start, stop := s.tokens[from].start, s.tokens[i-1].end
		if digits < chars && !runsOn(s.text, stop) && !s.dateTail(stop) {
			s.plate(start, stop, 0.7)
		}
	}
}

// afterPlate says whether a word for plates stands directly before a plate in small letters whose first
// letters are no word: "kennzeichen m ab 2209".
func (s *scan) afterPlate(pos int) bool {
	far, ok := s.clues.before(cluePlate, pos, 2)
	_, end := letterRun(s.text, pos, false)
	return ok && far > 0 && !notTowns[s.text[pos:end]]
}

// notTowns are words in small letters that may stand before something like the rest of a plate.
var notTowns = map[string]bool{
	"mit": true, "am": true, "im": true, "in": true, "an": true, "zu": true, "ist": true, "auf": true, "von": true, "der": true, "die": true, "das": true, "und": true, "ab": true, "bei": true, "nr": true,
	"the": true, "is": true, "at": true, "my": true, "of": true, "on": true, "for": true, "no": true, "and": true, "by": true, "to": true, "or": true, "als": true, "bis": true, "um": true, "ca": true, "so": true, "we": true, "it": true, "as": true, "es": true, "er": true, "wo": true, "be": true, "if": true, "up": true, "a": true, "i": true, "war": true, "was": true,
}

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
	return pos+1 < len(s.text) && (s.text[pos] == ',' || s.text[pos] == '.') && isDigit(s.text[pos+1]) || s.unitAfter(pos)
}

var cantons = set(`AG AI AR BE BL BS FR GE GL GR JU LU NE NW OW SG SH SO SZ TG TI UR VD VS ZG ZH FL`)

// plateEnd gives the end of a licence plate that begins at i, 0 if there is none.
func plateEnd(text string, i int) int {
	upper := text[i] < 'a' || text[i] > 'z'
	town, after := letterRun(text, i, upper)
	if town == 0 {
		return 0
	}
	if n := digitRun(text, after); town == 1 && upper && n > 0 && n <= 3 { // Great Britain until 2001: B16 DVE
		if letters, stop := letterRun(text, plateGap(text, after+n), upper); letters == 3 && !runsOn(text, stop) {
			return stop
		}
		return 0
	}
	gap := plateGap(text, after)
	// Great Britain: AB12 CDE.
	if town == 2 && gap == after {
		if n := digitRun(text, after); n == 2 {
			behind := plateGap(text, after+2)
			if letters, stop := letterRun(text, behind, upper); letters == 3 && !runsOn(text, stop) {
				return stop
			}
		}
		return 0
	}
	if gap == after || town > 3 {
		return 0
	}
	if n := digitRun(text, gap); n > 0 {
		stop := gap + n
		// Austria: W-12345 X, GU-123 AB. Switzerland: ZH 123456.
		behind := stop
		if letters, last := letterRun(text, stop, upper); letters > 0 {
			if letters <= 3 && n >= 1 && !runsOn(text, last) {
				return last
			}
			return 0
		}
		behind = plateGap(text, stop)
		if letters, last := letterRun(text, behind, upper); behind > stop && upper && letters > 0 && letters <= 3 && town <= 2 && n <= 5 && !runsOn(text, last) {
			return last
		}
		if cantons[strings.ToUpper(text[i:after])] {
			if stop < len(text) && text[stop] == '\'' {
				behind = stop + 1
			}
			if more := digitRun(text, behind); upper && behind == stop+1 && n <= 3 && more == 3 { // "ZH 482 917"
				return behind + more
			}
			if n >= 3 && n <= 6 {
				return stop
			}
		}
		return 0
	}
	// Germany: DD-AB 1234 E.
	letters, after := letterRun(text, gap, upper)
	if letters < 1 || letters > 2 {
		return 0
	}
	at := plateGap(text, after)
	n := digitRun(text, at)
	if n < 1 || n > 4 {
		return 0
	}
	stop := at + n
	if stop < len(text) && strings.IndexByte("EHeh", text[stop]) >= 0 && !runsOn(text, stop+1) {
		return stop + 1
	}
	if stop+1 < len(text) && text[stop] == ' ' && (text[stop+1] == 'E' || text[stop+1] == 'H') && !runsOn(text, stop+2) {
		return stop + 2
	}
	return stop
}

// letterRun counts letters from i, Ä, Ö and Ü included, and says where they end.
func letterRun(text string, i int, upper bool) (n, end int) {
	for i < len(text) && n < 4 {
		c := text[i]
		switch {
		case upper && c >= 'A' && c <= 'Z', !upper && c >= 'a' && c <= 'z':
			i++
		case upper && c == 0xc3 && i+1 < len(text) && strings.IndexByte("\x84\x96\x9c", text[i+1]) >= 0,
			!upper && c == 0xc3 && i+1 < len(text) && strings.IndexByte("\xa4\xb6\xbc", text[i+1]) >= 0:
			i += 2
		default:
			return n, i
		}
		n++
	}
	return n, i
}

func digitRun(text string, i int) int {
	n := 0
	for i+n < len(text) && isDigit(text[i+n]) {
		n++
	}
	return n
}

// plateGap skips what may separate the parts of a plate.
func plateGap(text string, i int) int {
	for k := 0; k < 3 && i < len(text); k++ {
		switch {
		case text[i] == ' ' || text[i] == '-' || text[i] == ':':
			i++
		case strings.HasPrefix(text[i:], "·") || strings.HasPrefix(text[i:], "•"):
			i += len("·")
			if text[i-1] == 0x80 {
				i++
			}
		default:
			return i
		}
	}
	return i
}
