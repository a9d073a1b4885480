package personal

import (
	"slices"
	"strings"
)

// gateWords are where cars are let in; a plate whose shape is like no other's is one there.
var gateWords = [...]string{
	"dvla", "v5c", "sorn", " mot ", "keeper", "parked", "blocking", "hit and run", "crashed into", "drove off",
	"traffic warden", "clamped", "lay-by", "layby", "bumper", "windscreen", "overtook", " mini,", " mini ", "hatchback",
	"estate car", "scratched", "dented", "gate", "guest", "visitor", "driveway", "garage", "einfahrt", "schranke", "besucherliste", "gästeliste",
}

// gatePlates finds British plates in a text about who is let in.
func (s *scan) gatePlates() {
	for i, t := range s.tokens {
		if t.kind == mark || t.kind == word && !t.upper || glued(s.text, t.start) {
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
var roadWords = [...]string{
	"unfall", "parkschein", "handypark", "parkhaus", "parke", "stehe mit", "steht mit", "stehen mit", "fahre mit", "komme mit",
	"kommt mit", "unterwegs mit", "angereist mit", "parkt", "park ", "zugeparkt", "stehe auf", "steht auf", "ladesäule", "waschanlage",
	"waschstraße", "traktor", "schlepper", "halteverbot", "werkstatt", "tüv", "hu fällig", "reifen", "kasko", "bußgeld", "verwarnung",
	"abschlepp", "fahrerflucht", "garage", "probefahrt", "notiert", "blockier", "fahrer", "tankstelle", "getankt", "gefahren",
	"inspektion", "schranke", "mieter", "besuch", "im weg", "versperrt", "zugestellt", "licht an", "licht brennt", "scheinwerfer",
	"warnblink", "fenster offen", "durchsag", "ausruf", "ausgerufen", "umpark", "wegfahren", "steht vor", "kofferraum", "wem gehört", "abgestellt",
}

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
