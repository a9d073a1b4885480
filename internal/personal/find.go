package personal

import (
	"cmp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/personal/tagger"
	"github.com/webchatagent/wca/internal/personal/view"
)

// Searcher finds personal data: a Finder, or one that remembers.
type Searcher interface {
	// Find returns the personal data in text, sorted by place, without overlaps.
	Find(text string) []Entity
}

// Finder finds personal data. It never changes after New and may be used by many goroutines.
type Finder struct {
	off    map[Type]bool
	public public
	always phrases
	region string
	year   int
	words  *lexicon
}

// New makes a Finder. It is cheap: word lists are read once in a process.
func New(o Options) *Finder {
	f := &Finder{off: map[Type]bool{}, region: strings.ToUpper(o.Region), year: o.Year, words: words()}
	if f.region == "" {
		f.region = "DE"
	}
	if f.year == 0 {
		f.year = time.Now().Year()
	}
	for _, t := range o.Off {
		f.off[t] = true
	}
	f.always = newPhrases(o.Always)
	f.public = newPublic(f, o.Public)
	return f
}

// Find returns the personal data in text, sorted by place, without overlaps. It takes time
// linear in the length of text.
func (f *Finder) Find(text string) []Entity {
	v := view.New(text, words())
	found := f.scan(v.Text)
	out := found[:0]
	for _, e := range found {
		if e.Type != Private && f.public.has(e) {
			continue
		}
		e.Start, e.End = v.Source(e.Start, e.End)
		if n := len(out); n > 0 && e.Start < out[n-1].End {
			e.Start = out[n-1].End // two values decoded from one place
		}
		if e.Start >= e.End {
			continue
		}
		e.Text = text[e.Start:e.End]
		out = append(out, e)
	}
	return out
}

// scan finds what stands in normalised text; places are those of that text.
func (f *Finder) scan(text string) []Entity {
	room := rooms.Get().(*room)
	s := &room.scan // left empty
	s.text, s.off, s.region, s.year, s.words, s.room = text, f.off, f.region, f.year, f.words, room
	s.tokens, s.found = tokenise(text, s.room.tokens), s.room.found
	s.readWords()
	s.survey()
	s.tables()
	s.groups = digitGroups(text, s.room.groups)
	s.urls()
	s.emails()
	s.encoded()
	s.codes()
	s.numbers()
	s.networks()
	s.vehicles()
	s.wallets()
	s.plates()
	s.secrets()
	s.usernames()
	s.lists()
	s.births()
	s.addresses()
	s.persons()
	s.records()
	if len(f.off) > 0 {
		s.found = slices.DeleteFunc(s.found, func(e Entity) bool { return f.off[e.Type] })
	}
	f.always.find(s)
	kept := resolve(s.text, s.found)
	for i, e := range kept {
		if e.Type == BirthDate {
			if day := dayOf(s.text[e.Start:e.End]); day != "" {
				kept[i].value = day
			}
		}
	}
	found := make([]Entity, len(kept))
	copy(found, kept)
	s.leave()
	return found
}

// survey notes what is needed to know whether some finders have anything to look for.
func (s *scan) survey() {
	run := 0 // where what stands without spaces begins
	for _, t := range s.tokens {
		n := t.end - t.start
		if t.gap {
			run = t.start
		}
		s.longest = max(s.longest, t.end-run)
		if t.line {
			s.lines++
		}
		s.postal = s.postal || t.kind == number && n == 5 || t.kind == word && n > 1 && n < 5 && (char.Digit(s.text[t.start+1]) || char.Digit(s.text[t.end-1]) || char.Digit(s.text[t.end-2]))
		if t.upper {
			s.raised++
			s.patronymic = s.patronymic || s.patronymTail(t)
			s.initials = s.initials || n == 1 || n <= utf8.UTFMax && s.text[t.start] >= utf8.RuneSelf
			s.capital = s.capital || n >= leastCapitals && !char.Small(s.text[t.start+1]) && !char.Small(s.text[t.end-1])
		}
		if n >= vinSize && (n >= leastWallet || char.Digit(s.text[t.end-1])) {
			s.long = true
		}
	}
	s.small = s.raised == 0
	s.tellsPlaces = len(s.clues.ends[clueAddress]) > 0 || s.seen.class&(placeLabels|dwellings|presence|placeVerbs) != 0 || s.holds("near") || s.holds("front")
}

// scan is one run over one text.
type scan struct {
	text        string
	off         map[Type]bool // what is not asked for
	folded      string        // text in small letters, each at its place
	letters     letterPairs   // of the folded text
	odd         bool          // some small letters are longer or shorter than their capitals, and folded has the capitals
	region      string
	year        int // in which it was written
	words       *lexicon
	raised      int            // how many tokens there are with a capital in front
	small       bool           // the text has no capitals
	initials    bool           // there is a word of one letter, a capital
	capital     bool           // there may be a word in capitals that is long enough for a name
	patronymic  bool           // a word ends as surnames with patronymEndings do
	long        bool           // a word is as long as the number of a vehicle or the address of a wallet
	behindCount map[int32]bool // words that stand behind "ein" or "kein" somewhere; nil if it was not asked for yet
	seen        seen           // what is known of any of its words
	postal      bool           // a word may be a postcode that readBlock knows by itself: five digits, or the first half of a British one
	tellsPlaces bool           // a word may tell that a place follows, as toldPlace reads it
	longest     int            // bytes of the longest part of the text without spaces
	lines       int            // how many there are with a token
	version     [2]byte        // the first two numbers of the version of a program that was read last
	versioned   bool
	language    int8 // of the text: 1 for German, -1 for another, 0 if it was not asked for yet
	tokens      []token
	notes       []note       // what is known of each token
	names       *tagger.Text // what the tagger knows of the words
	ids         []int32      // of each token, the number under which the tagger knows it
	commonFacts []wordFacts  // by those numbers, what is known of common words
	ownFacts    []wordFacts  // and behind them, of the others
	clues       clueing
	groups      []group
	dates       []span // that begin with each; nil if it was not asked for yet
	joined      joined
	code        reading
	found       []Entity
	socialIDs   places // found before secrets are looked for; nil if it was not asked for yet
	room        *room
}

// holdsAny says whether a value of one of the types was found.
func (s *scan) holdsAny(types ...Type) bool {
	return slices.ContainsFunc(s.found, func(e Entity) bool { return slices.Contains(types, e.Type) })
}

func (s *scan) add(start, end int, t Type, score float64, value string) {
	s.found = append(s.found, Entity{Start: start, End: end, Type: t, Score: score, value: value})
}

// rank orders types where finds overlap: the lower wins.
var rank = map[Type]int{
	Private: 0, URL: 1, Secret: 2, Email: 3, IBAN: 4, VATID: 5, SocialID: 6, HealthID: 6, IDCard: 7, Passport: 7, MAC: 8, IP: 8,
	Wallet: 6, VIN: 8, Device: 9,
	BirthDate: 9, Card: 10, Plate: 11, TaxID: 11, TaxNumber: 11, Account: 12, Username: 12, Phone: 13, BIC: 14, Address: 15, Person: 16,
}

// resolve sorts finds and keeps the better one where two overlap, in their place. Of an address what lies outside the
// better one stays, and an address swallows what lies inside it.
func resolve(text string, found []Entity) []Entity {
	slices.SortFunc(found, func(a, b Entity) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		if ra, rb := rank[a.Type], rank[b.Type]; ra != rb {
			return ra - rb
		}
		if a.End != b.End {
			return b.End - a.End
		}
		return cmp.Compare(b.Score, a.Score)
	})
	kept := found[:0] // each find adds one at most
	for _, e := range found {
		n := len(kept)
		if n == 0 || e.Start >= kept[n-1].End {
			kept = append(kept, e)
			continue
		}
		last := &kept[n-1]
		switch {
		case e.Start < last.Start: // inside what the last one was cut behind
		case e.Type == last.Type: // two views of one thing: all of it goes
			if e.End > last.End {
				last.End, last.value = e.End, ""
			}
		case last.Type == Address && e.End <= last.End && e.Type != Private:
		case e.Type == Address && e.Start == last.Start && e.End >= last.End && last.Type != Private:
			*last = e
		case rank[e.Type] < rank[last.Type]:
			front := *last
			*last = e
			if front.End = e.Start; front.Type == Address && trim(text, &front) {
				kept = append(kept[:n-1], front, e)
			}
		case e.Type == Address:
			if e.Start = last.End; trim(text, &e) {
				kept = append(kept, e)
			}
		}
	}
	return kept
}

// trim takes spaces and marks from both ends of a part that was cut off. It answers false if nothing
// is left.
func trim(text string, e *Entity) bool {
	const marks = " ,.;:/|-\t\r\n"
	for e.Start < e.End && strings.IndexByte(marks, text[e.Start]) >= 0 {
		e.Start++
	}
	for e.End > e.Start && strings.IndexByte(marks, text[e.End-1]) >= 0 {
		e.End--
	}
	e.value = ""
	return e.Start < e.End
}
