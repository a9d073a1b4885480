package personal

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/personal/tagger"
	"github.com/webchatagent/wca/internal/wordlist"
)

// gateWords are where cars are let in; a plate whose shape is like no other's is one there.
var gateWords = [...]string{
	"dvla", "v5c", "sorn", " mot ", "keeper", "parked", "blocking", "hit and run", "crashed into", "drove off",
	"traffic warden", "clamped", "lay-by", "layby", "bumper", "windscreen", "overtook", " mini,", " mini ", "hatchback",
	"estate car", "scratched", "dented", "ulez", "clean air", "congestion", "road tax", "tax disc", "bus lane", "speeding", "mot due", "mot on", "mot for", "mot is", "untaxed", "tyres for",
	"breakdown", "breaks down", "broken down", "insurance for", "insured on", "logbook", "courtesy", "hire car", "valet", "speed camera", "dart charge", "charging bay", "taxi", "uber", "gate", "guest", "visitor", "driveway", "garage", "einfahrt", "schranke", "besucherliste", "gästeliste",
}

// gatePlates finds British plates in a text about who is let in.
func (s *scan) gatePlates() {
	for i, t := range s.tokens {
		if t.kind == mark || t.kind == word && !t.upper || char.Glued(s.text, t.start) {
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
		if t.kind != word || !t.upper || t.end-t.start != 4 && t.end-t.start != 7 || !char.Digit(s.text[t.start+3]) || char.Digit(s.text[t.start+1]) {
			continue
		}
		stop := ownPlate(s.text, t.start)
		if letters, at := letterRun(s.text, t.start+4, true); t.end-t.start == 7 && letters == 3 && at == t.end && char.Digit(s.text[t.start+2]) { // "LX21VBM"
			stop = t.end
		}
		if stop == 0 || char.RunsOn(s.text, stop) {
			continue
		}
		near := s.folded[max(0, t.start-gateReach):t.start]
		if s.bareBritish(i, stop) {
			s.plate(t.start, stop, 0.6)
			continue
		}
		if slices.ContainsFunc(gateWords[:], func(w string) bool { return strings.Contains(near, w) }) {
			s.plate(t.start, stop, 0.7)
		}
	}
}

// bareBritish says whether the plate at token i, which ends at stop, has the shape of British ones since 2001 with the space, and the half of
// a year in which one was given out, so that it needs no word near it: "Can KP06 ZTM use the lane?" What ends in a word is the name of a
// model: "MX20 PRO".
func (s *scan) bareBritish(i, stop int) bool {
	t := s.tokens[i]
	if t.end-t.start != 4 || stop != t.end+4 || s.text[t.end] != ' ' || s.behindCapitals(i) || s.clues.goods(cluePlate, t.start, len(" number is: ")) || s.goodsDirect(t.start) || stop < len(s.text) && s.text[stop] == '-' {
		return false
	}
	age, year := char.Two([]byte(s.text[t.start+2:t.end])), s.year%100
	if !(age > 1 && age <= year || age > 50 && age <= year+50) || strings.ContainsAny(s.text[t.start:t.start+2], "IQZ") {
		return false
	}
	letters := strings.ToLower(s.text[t.end+1 : stop])
	return tagger.Default().Known(letters)&(tagger.Common|tagger.CommonEnglish|tagger.SmallEnglish) == 0 && !currencies[strings.ToUpper(letters)]
}

// austrianPlate gives the end of an Austrian plate at token i in a text about cars that has no word for plates: "Unfall mit
// KU-1069 R". It is 0 if there is none.
func (s *scan) austrianPlate(i int) int {
	t := s.tokens[i]
	if t.kind != word || s.behindCapitals(i) || !t.upper || t.end-t.start > 2 || t.end == len(s.text) || s.text[t.end] != ' ' && s.text[t.end] != '-' {
		return 0
	}
	digits := digitRun(s.text, t.end+1)
	if digits < 3 {
		return 0
	}
	stop := plateEnd(s.text, t.start)
	if stop <= t.end+1+digits || char.RunsOn(s.text, stop) || s.dateTail(stop) || s.clues.goods(cluePlate, t.start, plateReach) || !s.onTheRoad(t.start, stop) {
		return 0
	}
	return stop
}

// swissPlate finds a Swiss plate in a text about cars that no word names: "Fahrer kommt mit ZH 482 917". It returns its end, 0 if
// there is none.
func (s *scan) swissPlate(t token) int {
	end, n := spacedDigits(s.text, t.end)
	if t.end == len(s.text) || s.text[t.end] != ' ' && s.text[t.end] != '-' || n < 4 || n > 6 || char.Glued(s.text, t.start) || char.RunsOn(s.text, end) || s.dateTail(end) || s.clues.goods(cluePlate, t.start, plateReach) {
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
	before, behind := s.folded[max(0, start-roadReach):start], char.Cut(s.folded, end, roadBehind)
	return slices.ContainsFunc(roadWords[:], func(w string) bool {
		return s.letters.mayHold(w) && (strings.Contains(before, w) || strings.Contains(behind, w))
	})
}

// roadWords are those of texts about cars in which a German plate with its hyphen is one, and that say nothing of other
// letters and digits.
var roadWords = [...]string{
	"unfall", "parkschein", "handypark", "parkhaus", "parke", "stehe mit", "steht mit", "stehen mit", "fahre mit", "komme mit",
	"kommt mit", "unterwegs mit", "angereist mit", "parkt", "park ", "zugeparkt", "stehe auf", "steht auf", "ladesäule", "waschanlage",
	"waschstraße", "traktor", "schlepper", "halteverbot", "werkstatt", "tüv", "hu fällig", "reifen", "kasko", "bußgeld", "verwarnung",
	"abschlepp", "fahrerflucht", "garage", "probefahrt", "notiert", "blockier", "fahrer", "tankstelle", "getankt", "gefahren",
	"inspektion", "schranke", "mieter", "besuch", "im weg", "versperrt", "zugestellt", "licht an", "licht brennt", "scheinwerfer",
	"warnblink", "fenster offen", "durchsag", "ausruf", "ausgerufen", "umpark", "wegfahren", "aufm hof", "auf dem hof", "auf ihrem hof", "auf eurem hof", "steht vor", "kofferraum", "wem gehört", "abgestellt",
}

// How far before and behind such a plate the word may stand, in bytes.
const roadReach, roadBehind = 96, 48

// hyphenedPlates finds German plates with their hyphen, or a colon for their seals, and their space in texts about cars: "Unfall mit
// M-TS 300", "alt B:QN 7719".
func (s *scan) hyphenedPlates() {
	for _, g := range s.groups {
		if n := g.end - g.start; n > 4 || g.start < 5 || s.text[g.start-1] != ' ' && s.text[g.start-1] != '-' || s.text[g.start-2] < 'A' || s.text[g.start-2] > 'Z' || s.text[g.start] == '0' {
			continue
		}
		at := g.start - 3 // of the hyphen
		if s.text[at] != '-' && s.text[at] != ':' {
			at--
		}
		if s.text[at] != '-' && s.text[at] != ':' || s.text[at+1] < 'A' || s.text[at+1] > 'Z' {
			continue
		}
		from := at
		for from > 0 && at-from < 6 && (s.text[from-1] >= 'A' && s.text[from-1] <= 'Z' || s.text[from-1] >= 0x80) {
			from--
		}
		if from == at || char.Glued(s.text, from) || from > 0 && s.text[from-1] == '-' {
			continue
		}
		if letters, end := letterRun(s.text, from, true); end != at || letters > 3 {
			continue
		}
		end := plateEnd(s.text, from)
		if end < g.end || char.RunsOn(s.text, end) || s.dateTail(end) || s.clues.goods(cluePlate, from, plateReach) {
			continue
		}
		if s.onTheRoad(from, end) || s.ownCar(from) || strings.Trim(s.text[:from], " .!\n\r") == "" && strings.Trim(s.text[end:], " .!\n\r") == "" { // or the answer to a question
			s.plate(from, end, 0.7)
		}
	}
}

// ownCar says whether a plate at pos stands where the car itself would, behind the word that says whose it is, in a text about cars:
// "darf ich meinen GAP-AR 208 hier abstellen".
func (s *scan) ownCar(pos int) bool {
	i := s.tokenAt(pos)
	return len(s.clues.ends[cluePlate]) > 0 && i > 0 && !s.tokens[i].line && carOwners[s.lower(i-1)]
}

// carOwners are words that say whose a car is.
var carOwners = wordlist.Set("mein meinen meinem unser unseren unserem sein seinen seinem ihr ihren ihrem dein deinen deinem my our his her your")

// gluedPlate says whether the word at token i is a German plate without any sign in a text about a car that stands somewhere,
// "auto steht noch aufm hof mswx204", or behind the word for plates itself: "kennzeichen bab1234". Letters that are a word make
// something else of it, "gutschein auto50", and so may capitals where more in the text has some: "Mietwagen Klasse ECMR24".
func (s *scan) gluedPlate(i int) bool {
	t := s.tokens[i]
	w := s.text[t.start:t.end]
	if len(w) < 4 || len(w) > 9 || !char.Digit(w[len(w)-1]) && strings.IndexByte("EHeh", w[len(w)-1]) < 0 || char.RunsOn(s.text, t.end) || s.dateTail(t.end) {
		return false
	}
	letters, at := letterRun(w, 0, t.upper)
	if more, end := letterRun(w, at, t.upper); letters == 4 && more < 2 {
		letters, at = letters+more, end
	}
	n := digitRun(w, at)
	if letters < 2 || n == 0 || n > 4 || len(w)-at-n > 1 || w[at] == '0' || engines[strings.ToUpper(w[:at])] || s.clues.goods(cluePlate, t.start, plateReach) {
		return false
	}
	if said := strings.TrimRight(s.folded[max(0, t.start-plateReach):t.start], " :.-#"); !t.upper && (strings.HasSuffix(said, "kennzeichen") || strings.HasSuffix(said, "kennz") || strings.HasSuffix(said, "nummernschild")) {
		return true
	}
	const words = tagger.Common | tagger.CommonEnglish | tagger.SmallEnglish
	return letters > 3 && n > 1 && (!t.upper || s.raised == 1) && tagger.Default().Known(strings.ToLower(w[:at]))&words == 0 && s.onTheRoad(t.start, t.end)
}

// dottedPlate gives the end of a German plate with full stops or strokes directly behind the word for plates, "Kennz. M.AB.123"; 0
// if there is none.
func (s *scan) dottedPlate(t token) int {
	town, at := letterRun(s.text, t.start, true)
	if town < 1 || town > 3 || at >= len(s.text) || s.text[at] != '.' && s.text[at] != '/' {
		return 0
	}
	if far, ok := s.clues.before(cluePlate, t.start, len(".: ")); !ok || far == 0 {
		return 0
	}
	letters, end := letterRun(s.text, at+1, true)
	if letters < 1 || letters > 2 || end >= len(s.text) {
		return 0
	}
	if strings.IndexByte("./- ", s.text[end]) >= 0 {
		end++
	}
	n := digitRun(s.text, end)
	if n == 0 || n > 4 || char.RunsOn(s.text, end+n) {
		return 0
	}
	return end + n
}

// diplomatic gives the end of a plate of a German embassy or consulate at a token, "0-17-123", where the text speaks of one; 0 if
// there is none.
func (s *scan) diplomatic(t token) int {
	if s.text[t.start] != '0' || t.end-t.start != 1 {
		return 0
	}
	at := plateSign(s.text, t.end)
	state := digitRun(s.text, at)
	if at == t.end || state < 2 || state > 3 || !strings.HasPrefix(s.text[at+state:], "-") {
		return 0
	}
	n := digitRun(s.text, at+state+1)
	end := at + state + 1 + n
	near := s.folded[max(0, t.start-plateReach):min(len(s.folded), end+plateReach)]
	if n == 0 || n > 3 || char.RunsOn(s.text, end) || !strings.Contains(near, "diplom") && !strings.Contains(near, "botschaft") && !strings.Contains(near, "konsul") && !strings.Contains(near, "embassy") {
		return 0
	}
	return end
}

// gateReach is how far before a plate such a word may stand, in bytes.
const gateReach = 96
