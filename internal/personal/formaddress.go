package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/wordlist"
)

// field is what a label in a form asks for.
type field uint8

const (
	noField field = iota
	streetField
	houseField
	codeField
	townField
	furtherField // belongs to an address that other fields begin
)

// fieldLabels are the words of labels before a colon, in small letters.
var fieldLabels = map[string]field{
	"straße": streetField, "strasse": streetField, "str": streetField, "street": streetField, "address": streetField, "adresse": streetField, "anschrift": streetField, "strassenname": streetField, "straßenname": streetField,
	"hausnummer": houseField, "hausnr": houseField, "hnr": houseField, "nr": houseField, "nummer": houseField, "house": houseField, "number": houseField, "no": houseField,
	"plz": codeField, "postleitzahl": codeField, "postcode": codeField, "zip": codeField, "zipcode": codeField, "postal": codeField, "code": codeField, "eircode": codeField,
	"ort": townField, "stadt": townField, "wohnort": townField, "city": townField, "town": townField, "gemeinde": townField, "ortschaft": townField,
	"adresszusatz": furtherField, "zusatz": furtherField, "line": furtherField, "state": furtherField, "county": furtherField, "province": furtherField, "land": furtherField, "country": furtherField,
	"bundesland": furtherField, "kanton": furtherField, "ortsteil": furtherField, "ortsteil/zusatz": furtherField, "apt": furtherField, "apartment": furtherField, "flat": furtherField, "unit": furtherField,
	"etage": furtherField, "stockwerk": furtherField, "stiege": furtherField, "tür": furtherField, "hausname": furtherField, "c/o": furtherField,
}

// How many tokens the label and the value of a field may have, and how many fields an address.
const (
	maxLabel  = 7
	maxValue  = 12
	maxFields = 12
)

// formAddresses finds an address that stands in fields with labels, "Straße: Lindenweg", "Hausnr.: 14",
// "PLZ: 04509", "Ort: Delitzsch": from the first value to the last, with the labels between them.
func (s *scan) formAddresses() {
	if !s.seen.fields {
		return
	}
	for i := 0; i < len(s.tokens); i++ {
		if s.tokens[i].kind != word || s.notes[i].field == noField {
			continue
		}
		if from, to := s.form(i); to > 0 {
			s.addAddress(from, to, 0.8)
			i = to - 1
		}
	}
}

// form reads the fields of an address from the label at token i on: from the first value up to the token
// behind the last; 0 if they do not make one.
func (s *scan) form(i int) (from, to int) {
	var seen [furtherField + 1]bool
	digits, told := false, false
	for at, fields := i, 0; fields < maxFields; fields++ {
		asks, value := s.fieldLabel(at)
		if value == 0 {
			if asks, value = s.toldField(at, from > 0); value > 0 {
				told = true
			}
		}
		if value > 0 && asks == townField && s.dateHere(s.tokens[value].start) { // "Geburtsdatum/-ort: 17.09.1999 in Hof"
			break
		}
		if value == 0 || from == 0 && (asks == houseField || asks == furtherField) {
			break
		}
		end := s.fieldValue(value)
		if told {
			end = s.toldEnd(value, end)
		}
		if end == value || end == 0 {
			break
		}
		if from == 0 {
			from = value
		}
		seen[asks], to = true, end
		for k := value; k < end; k++ {
			digits = digits || s.tokens[k].kind == number && (!told || asks == codeField && s.digitsAt(k) >= 4 || asks == houseField && k == value)
		}
		at = end
		if at < len(s.tokens) && s.tokens[at].kind == mark && !s.tokens[at].line {
			at++
		}
		for k := 0; k < 2 && at < len(s.tokens) && (s.is(at, '-') || s.is(at, '*') || s.is(at, '|')); k++ {
			at++
		}
	}
	if !digits || !(seen[streetField] && (seen[houseField] || seen[townField] || seen[codeField]) || seen[codeField] && seen[townField]) {
		return 0, 0
	}
	return from, to
}

// fieldLabel reads a label with its colon at token i: what it asks for, and the token behind it, 0 if
// there is none. "Straße, Hausnr." asks for a street, "PLZ/Ort" for a town.
func (s *scan) fieldLabel(i int) (asks field, value int) {
	for j := i; j < len(s.tokens) && j-i < maxLabel && (j == i || !s.tokens[j].line); j++ {
		if behind := s.leaders(j); behind > 0 && asks != noField && behind < len(s.tokens) && !s.tokens[behind].line {
			return asks, behind
		}
		switch t := s.tokens[j]; {
		case t.kind == word && s.notes[j].field != noField:
			if f := s.notes[j].field; asks == noField || asks == codeField && f == townField {
				asks = f
			}
		case t.kind == word && asks != noField && (s.meets(j) || s.lower(j) == "name"), t.kind == number && t.end-t.start == 1 && asks != noField:
		case s.is(j, ':') && asks != noField && j+1 < len(s.tokens) && !s.tokens[j+1].line:
			return asks, j + 1
		case t.kind == mark && asks != noField && (s.is(j, '.') || s.is(j, '/') || s.is(j, ',') || s.is(j, '-') || s.is(j, '&') || s.is(j, '+') || s.is(j, '(') || s.is(j, ')') || s.is(j, '*')):
		default:
			return noField, 0
		}
	}
	return noField, 0
}

// leastLeaders is how many points or lines lead from a label to its value at least.
const leastLeaders = 3

// leaders gives the token behind the points or lines at token i that lead from a label to its value, "PLZ/Ort ......", 0 if
// there are none.
func (s *scan) leaders(i int) int {
	j := i
	for s.is(j, '.') || s.is(j, '_') || j < len(s.tokens) && s.tokens[j].kind == mark && strings.HasPrefix(s.text[s.tokens[j].start:], "…") {
		j++
	}
	if j-i < leastLeaders && !(j > i && s.text[s.tokens[i].start] >= 0x80) {
		return 0
	}
	return j
}

// toldField reads a label that a sentence makes of a word, "die Straße ist der", "Postleitzahl 14532",
// and behind others "Ort Eisenach".
func (s *scan) toldField(i int, further bool) (asks field, value int) {
	for i < len(s.tokens) && further && (s.is(i, ',') || s.fillsField(i)) {
		i++
	}
	if i+1 >= len(s.tokens) || s.tokens[i].kind != word {
		return noField, 0
	}
	asks, value = s.notes[i].field, i+1
	if asks == noField || asks == furtherField {
		return noField, 0
	}
	verb := isField[s.lower(value)]
	if verb {
		value++
		if value < len(s.tokens) && s.fillsField(value) {
			value++
		}
	}
	switch {
	case value >= len(s.tokens) || s.tokens[value].line || s.tokens[value].kind == mark:
		return noField, 0
	case (asks == codeField || asks == houseField) && !char.Digit(s.text[s.tokens[value].start]):
		return noField, 0
	case !verb && (asks == streetField || asks == townField && !s.tokens[value].upper):
		return noField, 0
	}
	return asks, value
}

// isField are the words between a label and its value in a sentence, and fieldFillers those that may
// stand before a label or a value.
var (
	isField      = wordlist.Set("ist is isch lautet heißt heisst wäre war")
	fieldFillers = wordlist.Set("und and der die das the mein meine my dann also in im")
)

func (s *scan) fillsField(i int) bool { return s.tokens[i].kind == word && fieldFillers[s.lower(i)] }

// toldEnd cuts the value [value, end) of a field that a sentence tells at the comma, the full stop or the
// "and" behind it.
func (s *scan) toldEnd(value, end int) int {
	if end == 0 {
		end = min(value+maxValue, len(s.tokens))
	}
	for j := value + 1; j < end; j++ {
		if s.is(j, ',') || s.is(j, '.') && (j+1 == len(s.tokens) || s.tokens[j+1].gap) && !s.has(j-1, endsStreet) || s.fillsField(j) {
			return j
		}
	}
	return end
}

// fieldValue gives the token behind the value that begins at token i: a line, a cell or the next label
// ends it. It is 0 if it is too long for one.
func (s *scan) fieldValue(i int) int {
	for j := i; j < len(s.tokens); j++ {
		switch {
		case j-i > maxValue:
			return 0
		case j > i && s.tokens[j].line, s.is(j, ';'), s.is(j, '|'), s.is(j, '?'), s.is(j, '!'):
			return j
		case s.tokens[j].kind == word && s.notes[j].field != noField && j > i:
			if _, next := s.fieldLabel(j); next > 0 {
				for j > i && s.tokens[j-1].kind == mark && !s.is(j-1, '.') && !s.is(j-1, ')') {
					j--
				}
				return j
			}
		case j > i && s.is(j, ':'):
			return 0
		}
	}
	return len(s.tokens)
}
