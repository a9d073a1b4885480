package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/tagger"
	"github.com/webchatagent/wca/internal/wordlist"
)

// nameFields are labels of fields that hold a part of somebody's name, nameParts what "name" stands behind in them,
// "first_name", and peopleHeads heads of columns that do beside others about people.
var (
	nameFields = wordlist.Sieved(`vorname vornamen nachname nachnamen familienname zuname rufname geburtsname firstname lastname surname givenname
	forename familyname middlename fullname vor-name nach-name first-name last-name full-name given-name family-name kundenname`)
	nameParts   = wordlist.Sieved("first last given family full middle customer contact maiden")
	peopleHeads = wordlist.Set(`name namen kunde kundin kundenname customer client mitarbeiter mitarbeiterin employee staff teilnehmer teilnehmerin participant
	patient patientin gast guest mitglied member ansprechpartner kontakt contact mieter tenant inhaber owner`)
)

// noEntries stand in fields that nothing is entered in, or say what to enter.
var noEntries = wordlist.Sieved(`string null none nil undefined optional required mandatory example beispiel muster text
	ja nein yes no empty leave ausfüllen eintragen angeben enter varchar as from anonymous anonym unbekannt unknown niemand nobody tba tbd`)

// nameColumn is set in what the head of a column is about if it holds names, surelyNames with it if it says so by itself.
const nameColumn, surelyNames uint32 = 1 << 29, 1 << 28

// besideNames are the columns beside which one called "Name" is one of people.
const besideNames = 1<<cluePhone | 1<<clueBirth | 1<<clueAddress | 1<<clueBank | 1<<clueSocial | 1<<clueHealth | 1<<clueIDCard | 1<<cluePassport | nameColumn

// nameField says whether token i is the label of a field for names, or ends one.
func (s *scan) nameField(i int) bool {
	if i < 0 || s.tokens[i].kind != word {
		return false
	}
	w := s.lower(i)
	return nameFields.Has(w) || w == "name" && i > 0 && (s.is(i-1, '_') && i > 1 && nameParts.Has(s.lower(i-2)) || nameParts.Has(s.lower(i-1)))
}

// nameColumns marks the columns of names of a table whose head is the tokens from a first one up to end. columns are those of the
// tokens.
func (s *scan) nameColumns(heads []uint32, first int, columns []int) {
	people := false
	for k, column := range columns {
		if s.nameField(first + k) {
			heads[column] |= nameColumn | surelyNames
		}
	}
	for _, bits := range heads {
		people = people || bits&besideNames != 0
	}
	for k, column := range columns {
		if people && peopleHeads[s.lower(first+k)] && heads[column]&^nameColumn == 0 {
			heads[column] |= nameColumn
		}
	}
}

// fieldNames finds names in fields that are labelled so, however they are written: "vorname: erika", {"lastName":"mustermann"},
// "<nachname>mustermann<", "nachname=mustermann&".
func (s *scan) fieldNames() {
	if !s.holds("name") { // which all labels have
		return
	}
	for i := 1; i+1 < len(s.tokens); i++ {
		if s.tokens[i].kind != mark || strings.IndexByte(":=>|", s.text[s.tokens[i].start]) < 0 {
			continue
		}
		label := i - 1
		if s.quoteAt(label) {
			label--
		}
		if !s.nameField(label) && !(s.is(i, '|') && s.tokens[label].line && s.lower(label) == "name" && s.fieldBelow(i)) {
			continue
		}
		from := i + 1
		if s.is(i, '|') && (!s.tokens[label].line && !(label > 0 && s.is(label-1, '|') && s.tokens[label-1].line) || !s.onlyCell(from)) {
			continue // the head of a column
		}
		if s.quoteAt(from) {
			from++
		}
		s.nameIn(from, len(s.tokens), false)
	}
	for _, c := range s.clues.cells {
		if c.clues&nameColumn != 0 {
			from, to := s.tokenAt(c.start), s.tokenAt(c.end)
			for from < to && s.quoteAt(from) {
				from++
			}
			s.nameIn(from, to, c.clues&surelyNames != 0)
		}
	}
}

// labelledThing says whether the tokens [from, to) stand in a field and with the noun or the number behind them, which end it, name a
// thing that is called so: "Name: Müller Milch", "Name: Office 365". A given name among them makes it somebody.
func (s *scan) labelledThing(from, to int) bool {
	if from == 0 || !s.is(from-1, ':') {
		return false
	}
	if s.branded(from, to) {
		return true
	}
	listed, everyday := false, false
	for i := from; i < to; i++ {
		if s.known(i)&tagger.FirstName != 0 {
			return false
		}
		listed = listed || s.known(i)&tagger.LastName != 0
		everyday = everyday || s.words.everyday.Has(s.lower(i)) || s.words.brands.Has(s.lower(i))
	}
	if everyday && !listed { // "Name: Airfryer XXL"
		return true
	}
	if to >= len(s.tokens) || s.tokens[to].line {
		return false
	}
	if s.tokens[to].kind == number && s.digitsAt(to) < 4 && s.upperWord(to+1) && s.notes[to+1].clue == 0 && s.common(to+1) { // "Name: Office 365 Business"
		return !listed
	}
	if to+1 < len(s.tokens) && !s.tokens[to+1].line {
		return false
	}
	if s.tokens[to].kind == number {
		return !listed
	}
	return s.tokens[to].upper && s.common(to) && s.known(to)&(tagger.FirstName|tagger.LastName) == 0
}

// fieldBelow says whether the line below that of token i begins with the label of a field for names.
func (s *scan) fieldBelow(i int) bool {
	for i++; i < len(s.tokens) && !s.tokens[i].line; i++ {
	}
	if i < len(s.tokens) && s.is(i, '|') {
		i++
	}
	return i < len(s.tokens) && s.nameField(i)
}

// onlyCell says whether no further cell stands behind the one that begins at token i of its line.
func (s *scan) onlyCell(i int) bool {
	for k := i; k < len(s.tokens) && !(s.tokens[k].line && k > i); k++ {
		if s.is(k, '|') && k+1 < len(s.tokens) && !s.tokens[k+1].line {
			return false
		}
	}
	return i < len(s.tokens) && !s.tokens[i].line
}

func (s *scan) quoteAt(i int) bool {
	return i >= 0 && i < len(s.tokens) && (s.is(i, '"') || s.is(i, '\''))
}

// nameIn takes up to four words from a token on, before token end and in its line, for a name, where nothing else stands in the field
// and one of them is known as a name or as no other word, or the field surely holds one.
func (s *scan) nameIn(from, end int, named bool) {
	i := from
	for i < end && i-from < 4 && s.tokens[i].kind == word && (i == from || !s.tokens[i].line) && (s.mayBeSurname(i) || s.has(i, particles)) {
		known := s.known(i)
		if noEntries.Has(s.lower(i)) || s.nameField(i) { // {"firstName":"First name"}, as catalogues have it
			return
		}
		named = named || s.mayBeName(i) || known&(tagger.FirstName|tagger.LastName) != 0 || manName(s.lower(i))
		i++
	}
	if i == from || !named || i < end && !s.tokens[i].line && strings.IndexByte("\",;|<&'})\t", s.text[s.tokens[i].start]) < 0 {
		return
	}
	if s.branded(from, i) {
		return
	}
	s.person(from, i, 0.7)
}
