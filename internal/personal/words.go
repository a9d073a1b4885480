package personal

import (
	_ "embed"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/webchatagent/wca/internal/wordlist"
)

// placeText names towns and countries, thingText what is no person.
var (
	//go:embed places.txt
	placeText string
	//go:embed things.txt
	thingText string
)

// note is what is known of a word.
type note struct {
	class  class
	clue   uint32 // set of clues
	opens  opens  // which addresses it may begin by itself
	field  field  // what it asks for as a label in a form
	lean   int8   // what it speaks for, more than a word that is only in a dictionary does: above 0 for German
	given  bool   // a given name that the lexicon of the tagger lacks
	family bool   // a surname of the kind
}

// lexicon holds the word lists. It is read once in a process.
type lexicon struct {
	notes            map[string]note
	signs            signs // of the words with notes: most words are told by it to have none
	clueParts        *clueParts
	towns, countries *wordlist.Sieve // the towns need no postcode
	brands, everyday *wordlist.Sieve // things that names of people look like
	everydayEndings  []string        // of compounds for such things
}

var words = sync.OnceValue(func() *lexicon {
	clueWords, parts := readClues(clueText)
	places, things := readSets(placeText), readSets(thingText)
	l := &lexicon{
		notes: make(map[string]note, 8<<10), clueParts: parts, towns: wordlist.Sift(places["towns"]), countries: wordlist.Sift(places["countries"]),
		brands: wordlist.Sift(things["brands"]), everyday: wordlist.Sift(things["everyday"]), everydayEndings: slices.Sorted(maps.Keys(things["everyday endings"])),
	}
	add := func(w string, n note) {
		old := l.notes[w]
		l.notes[w] = note{class: old.class | n.class, clue: old.clue | n.clue, opens: old.opens | n.opens, field: max(old.field, n.field), lean: old.lean + n.lean, given: old.given || n.given, family: old.family || n.family}
	}
	for w, bits := range clueWords {
		add(w, note{clue: bits})
	}
	for name, line := range wordlist.Lines(classText) {
		for w := range strings.FieldsSeq(line) {
			add(w, note{class: classNames[name]})
		}
	}
	for o, list := range openingWords {
		for w := range strings.FieldsSeq(list) {
			add(w, note{opens: o})
		}
	}
	for w := range monthNames {
		add(w, note{class: months})
	}
	for w := range places["towns"] {
		add(w, note{class: knownTown})
	}
	for name := range places["countries"] {
		first := name
		if i := strings.IndexAny(name, " ."); i >= 0 {
			first = name[:i]
		}
		add(first, note{class: countries})
	}
	for w, asks := range fieldLabels {
		add(w, note{field: asks})
	}
	for w, lean := range leans {
		add(w, note{lean: lean})
	}
	for w := range givenNames() {
		add(w, note{given: true})
	}
	for w := range surnames() {
		add(w, note{family: true})
	}
	for w := range introductions {
		add(w, note{class: introducing})
	}
	for w, n := range l.notes {
		add(w, note{class: ending(w, n.class)})
		l.signs.add(signOf(w))
	}
	return l
})

// note gives what is known of a word in small letters.
func (l *lexicon) note(w string) note {
	if l.signs.may(signOf(w)) {
		if n, ok := l.notes[w]; ok {
			return n
		}
	}
	return note{class: ending(w, 0)}
}

// clue is what a word in small letters, or two, is a clue for where it is in the lists.
func (l *lexicon) clue(w string) uint32 {
	if !l.signs.may(signOf(w)) {
		return 0
	}
	return l.notes[w].clue
}

// signs are a set of signs of words.
type signs [1 << 16 / 64]uint64

func (s *signs) add(sign uint16) { s[sign/64] |= 1 << (sign % 64) }

func (s *signs) may(sign uint16) bool { return s[sign/64]>>(sign%64)&1 != 0 }

// signOf makes a number of 16 bits of a word's length and of some of its letters.
func signOf[T string | []byte](w T) uint16 {
	n := len(w)
	if n == 0 {
		return 0
	}
	letters := uint64(w[0]) | uint64(w[n/4])<<8 | uint64(w[n/2])<<16 | uint64(w[n-1-n/4])<<24 | uint64(w[n-1])<<32
	return uint16((letters | uint64(n)<<40) * 0x9E3779B97F4A7C15 >> 48)
}

// has says whether token i is a word of one of the classes.
func (s *scan) has(i int, c class) bool { return i >= 0 && i < len(s.notes) && s.notes[i].class&c != 0 }

// lower gives the word at token i in small letters, "" where there is no such token: rules ask for what stands beside another one.
func (s *scan) lower(i int) string {
	if uint(i) >= uint(len(s.tokens)) {
		return ""
	}
	t := &s.tokens[i]
	return s.smallAt(t.start, t.end)
}

// smallAt gives text[start:end] in small letters.
func (s *scan) smallAt(start, end int) string {
	if s.odd {
		return strings.ToLower(s.text[start:end])
	}
	return s.folded[start:end]
}

// StreetType says whether a word is one for a kind of street, "lane".
func (l *lexicon) StreetType(word string) bool { return l.note(word).class&streetTypes != 0 }

// EndsStreet says whether a word ends as names of streets do, "goethestraße".
func (l *lexicon) EndsStreet(word string) bool { return l.note(word).class&endsStreet != 0 }

// LikeStreet says whether a word ends as names of streets do, although it may be none, "umweg".
func (l *lexicon) LikeStreet(word string) bool { return l.note(word).class&(endsStreet|noStreets) != 0 }

// Town says whether a word is the name of a town that needs no postcode beside it.
func (l *lexicon) Town(word string) bool { return l.towns.Has(word) }
