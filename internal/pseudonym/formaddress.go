package pseudonym

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
	digits := false
	for at, fields := i, 0; fields < maxFields; fields++ {
		asks, value := s.fieldLabel(at)
		if value == 0 || from == 0 && (asks == houseField || asks == furtherField) {
			break
		}
		end := s.fieldValue(value)
		if end == value || end == 0 {
			break
		}
		if from == 0 {
			from = value
		}
		seen[asks], to = true, end
		for k := value; k < end; k++ {
			digits = digits || s.tokens[k].kind == number
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
