package personal

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
	"unsafe"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/personal/tagger"
	"github.com/webchatagent/wca/internal/wordlist"
)

// lookUpWords looks every word up, each once.
func (s *scan) lookUpWords() {
	s.ids, s.names = slices.Grow(s.room.ids[:0], len(s.tokens))[:len(s.tokens)], &s.room.words
	s.names.Begin(tagger.Default(), len(s.tokens))
	s.folded, s.odd = foldSame(s.text)
	s.letters = pairsOf(s.folded)
	s.commonFacts = commonFacts()
	own := s.room.own[:0] // words that are not common, in small letters
	for i, t := range s.tokens {
		s.ids[i] = s.names.Enter(s.text[t.start:t.end])
		if int(s.ids[i]) == len(s.commonFacts)+len(own) {
			own = append(own, s.lower(i))
		}
	}
	s.names.LookUp(own)
	s.ownFacts = slices.Grow(s.room.facts[:0], len(own))[:len(own)]
	for k, small := range own {
		s.ownFacts[k] = s.words.about(small, s.names.Known(int32(len(s.commonFacts)+k)))
	}
	clear(own)
	s.room.own = own
}

// readWords notes what is known of every word where it stands, and remembers where clues stand.
func (s *scan) readWords() {
	s.lookUpWords()
	s.notes = slices.Grow(s.room.notes[:0], len(s.tokens))[:len(s.tokens)]
	clear(s.notes)
	var pairRoom [64]byte
	pair := pairRoom[:0]
	last := -1 // the word before, if nothing but "." and "-" stands between
	for i, t := range s.tokens {
		small := s.lower(i)
		about := s.about(s.ids[i])
		s.seen.add(about)
		if t.kind != word {
			if c := s.text[t.start]; t.kind == number || c != '.' && c != '-' {
				last = -1
			}
			if t.kind == mark {
				s.noteClues(s.signClue(i), t.end)
			}
			continue
		}
		n := about.note
		bits := s.cluesHere(i, last, small, n.clue|about.stem)
		if last >= 0 && bits&(headNoun|secondWord) != 0 {
			before := s.tokens[last]
			both := uint32(0)
			if bits&secondWord != 0 && t.start-before.end <= 3 {
				pair = append(append(append(pair[:0], s.lower(last)...), ' '), small...)
				if s.words.signs.may(signOf(pair)) {
					both = s.words.notes[string(pair)].clue
				}
			}
			if about := s.notes[last].clue; bits&headNoun != 0 && about != 0 {
				bits = about // a "tracking number" is about the tracking
			}
			if bits |= both; both>>clueGoods&1 != 0 {
				bits = both // an "asset tag" is no tag of a car
			}
		}
		n.clue = bits &^ (headNoun | secondWord)
		last = i
		s.notes[i] = n
		s.noteClues(n.clue, t.end)
	}
}

// cluesHere says what the word at token i, in small letters, is a clue for where it stands. bits says what it is by itself; last is the
// word before it, -1 if none is near.
func (s *scan) cluesHere(i, last int, small string, bits uint32) uint32 {
	t := s.tokens[i]
	switch {
	case small == "c" && s.is(i-1, '/') && i > 1 && s.lower(i-2) == "a" && !t.gap:
		bits |= 1 << clueAccount // "a/c"
	case small == "no" && s.is(i-1, '/') && i > 1 && s.lower(i-2) == "ac" && !t.gap:
		bits |= 1 << clueAccount // "Ac/No"
	case small == "b" && i > 3 && s.is(i-1, '/') && s.lower(i-2) == "o" && s.is(i-3, '/') && s.lower(i-4) == "d" && !t.gap:
		bits |= 1 << clueBirth // "D/O/B"
	case small == "n" && s.is(i-1, '/') && i > 1 && !t.gap && (s.lower(i-2) == "p" || s.lower(i-2) == "s"):
		bits |= 1 << clueGoods // "P/N", "S/N"
	case t.end < len(s.text) && (s.text[t.end] == ':' || t.line && startsNumber(s.text[t.end:])) && labelOnly.Has(small):
		bits |= 1 << clueNumber
	case small == "az" && s.text[t.start:t.end] == "AZ" && digitRun(s.text, t.end+1) == 5 && s.text[t.end] == ' ':
		bits = 0 // Arizona, with its postcode
	case small == "dl" && s.text[t.end:] != "" && s.text[t.end] == '.' && i+2 < len(s.tokens) && !s.tokens[i+2].gap && s.tokens[i+2].kind == word && s.lower(i+2) != "nr" && s.lower(i+2) != "no":
		bits = 0 // "dl.example.com"
	case small == "fin" && s.text[t.start:t.end] != "FIN":
		bits = 0 // somebody's name
	case small == "customer" && t.line && s.is(i-1, '?') && strings.HasPrefix(s.text[t.end:], ":"):
		bits = 0 // answers
	case last >= 0 && len(small) < 4 && bits&paperClues != 0 && s.notes[last].clue>>clueGoods&1 != 0:
		bits = 0 // "Cert. no. FS 608 1124"
	case quotedNumber(s.text[t.end:]) && jsonPhones.Has(small):
		bits |= 1<<clueDial | 1<<cluePhone
	case len(small) == 1:
		bits |= s.words.clue(s.dotted(i)) // "D.O.B."
	case small == "pass" && t.end < len(s.text) && (s.text[t.end] == ':' || s.text[t.end] == '=' || s.passwordFollows(t.end)):
		bits |= 1 << clueSecret
	case (small == "schlüssel" || small == "key") && s.wireless(t.start):
		bits |= 1 << clueSecret
	case small == "ph" && (strings.HasPrefix(s.text[t.end:], ":") || strings.HasPrefix(s.text[t.end:], "\":")):
		bits |= 1 << clueDial
	case small == "pp" && t.end < len(s.text) && s.text[t.end] == ':':
		bits |= 1 << cluePassport
	case small == "ph" && phFollows(s.text[t.end:]):
		bits |= 1<<clueDial | 1<<cluePhone
	}
	return bits
}

// wordFacts are what is known of a word wherever it stands.
type wordFacts struct {
	note
	stem   uint32 // set of clues: what a word in no list is about, by a part of it
	names  uint8  // the lexicon's marks of the word as a name
	speaks int8   // for which language: above 0 for German
	login  bool   // it speaks of a login or a network
}

// seen is what is known of any word of a text.
type seen struct {
	class  class
	opens  opens
	fields bool // a word may be the label of a field in a form
	login  bool
}

func (s *seen) add(w *wordFacts) {
	s.class |= w.class
	s.opens |= w.opens
	s.fields = s.fields || w.field != noField
	s.login = s.login || w.login
}

// about is what is known of a word in small letters of which the tagger's lexicon has such marks.
func (l *lexicon) about(small string, marks uint8) wordFacts {
	k := wordFacts{note: l.owned(small), names: marks, login: speaksOfLogin(small)}
	if k.given || marks&^tagger.AnyName == 0 && (doubleGiven(small) || marks == 0 && pinyin(small) && !l.brands.Has(small) && !l.everyday.Has(small)) {
		k.given = true
		k.names |= tagger.FirstName | tagger.AnyName
	}
	if marks&^tagger.AnyName == 0 && doubleFamily(small) {
		k.family = true
	}
	if k.family && marks&(tagger.Common|tagger.SmallEnglish) == 0 {
		k.names |= tagger.LastName | tagger.AnyName
	}
	k.speaks = leanOf(k.note, k.names)
	if k.clue == 0 {
		if k.stem = l.partClue(small); k.stem == 0 && k.class == 0 && !k.given && !k.family {
			k.stem = mistyped(small, marks)
		}
	}
	return k
}

// partClue says what a word that is in no list is about, by a part of it.
func (l *lexicon) partClue(w string) (bits uint32) {
	if at := strings.LastIndexByte(w, '-'); at > 0 && len(w) > 5 { // "E-Auto", "Kunden-Telefon", "Telefonbanking-PIN"
		bits = l.clue(w[at+1:])
		if of := l.clue(w[:at]); bits&headNoun != 0 && of != 0 { // "DNI-Nummer"
			bits = of
		}
	}
	if bits&^(headNoun|secondWord) == 0 {
		bits |= l.clueParts.of(w)
	}
	return bits
}

// commonFacts are what is known of the words that every text knows from its beginning, by their numbers.
var commonFacts = sync.OnceValue(func() []wordFacts {
	t, l := tagger.Default(), words()
	out := make([]wordFacts, len(t.Common()))
	for id, w := range t.Common() {
		if small := strings.ToLower(w); id > 0 {
			out[id] = l.about(small, t.Known(w))
		}
	}
	return out
})

// about is what is known of the word with a number.
func (s *scan) about(id int32) *wordFacts {
	if int(id) < len(s.commonFacts) {
		return &s.commonFacts[id]
	}
	return &s.ownFacts[int(id)-len(s.commonFacts)]
}

// owned is what is known of a word, or of the one that it is the genitive of: "my NINO's", "the gate's".
func (l *lexicon) owned(w string) note {
	n := l.note(w)
	if stem, ok := strings.CutSuffix(w, "'s"); ok && n.clue == 0 {
		of := l.notes[stem]
		n.clue, n.class = of.clue, n.class|of.class&(doors|locks|lockCodes)
	}
	return n
}

// startsNumber says whether a text goes on with a space and a number that may be one of a telephone.
func startsNumber(text string) bool {
	return len(text) > 2 && text[0] == ' ' && (char.Digit(text[1]) || (text[1] == '+' || text[1] == '(') && char.Digit(text[2]))
}

// passwordFollows says whether something that can be nothing but a password stands behind "pass", which ends at
// pos: "user eva, pass c0bblest0ne#Rain".
func (s *scan) passwordFollows(pos int) bool {
	rest := char.Cut(s.text, pos, len(" lautet ")+maxKey)
	for _, link := range [...]string{" is now ", " is actually ", " is ", " ist jetzt ", " ist ", " lautet ", " changed to ", " - ", " = ", " : ", " -> ", " \"", "** ", "\t", "? ", "........ ", " "} {
		if strings.HasPrefix(rest, link) {
			at := pos + len(link)
			value := s.text[at:passwordEnd(s.text, at)]
			return signed(value) && (link == " is " || link == " ist " || link == " lautet " || link == " " || signedWithin(value))
		}
	}
	return false
}

// networkWords stand before the key of a network: what it is called, or the mark before its name.
var networkWords = [...]string{"wlan", "wifi", "wi-fi", "ssid", "network:", "network \"", "network “", "netzwerk:", "netzwerk \"", "netzwerk „", "netz:", "netz \"", "netz „"}

// wirelessReach is how far before its key a network may be named, in bytes.
const wirelessReach = 64

// wireless says whether a network or its router is spoken of before pos: its key is a password.
func (s *scan) wireless(pos int) bool {
	if _, ok := s.clues.before(clueMAC, pos, wirelessReach); ok {
		return true
	}
	near := s.folded[max(0, pos-wirelessReach):pos]
	return slices.ContainsFunc(networkWords[:], func(w string) bool { return strings.Contains(near, w) })
}

// foldSame brings text to small letters that are as long as the capitals, so that a place in it is the
// same place in text. It reports whether there are others, which it leaves.
func foldSame(text string) (folded string, odd bool) {
	out := []byte(text)
	for i := 0; i < len(out); {
		if c := out[i]; c < utf8.RuneSelf {
			out[i] = smallASCII[c]
			i++
			continue
		}
		r, size := utf8.DecodeRune(out[i:])
		if small := unicode.ToLower(r); small != r {
			if utf8.RuneLen(small) == size {
				utf8.EncodeRune(out[i:], small)
			} else {
				odd = true
			}
		}
		i += size
	}
	return unsafe.String(unsafe.SliceData(out), len(out)), odd // nobody changes it any more
}

// smallASCII are the ASCII characters, each letter as a small one.
var smallASCII = func() (m [utf8.RuneSelf]byte) {
	for c := range m {
		m[c] = byte(unicode.ToLower(rune(c)))
	}
	return m
}()

// noteClues remembers that a word with such clues ends at end.
func (s *scan) noteClues(bits uint32, end int) {
	for c := clue(0); bits != 0; c++ {
		if bits&1 != 0 {
			s.clues.ends[c] = append(s.clues.ends[c], end)
		}
		bits >>= 1
	}
}

// labelOnly are words before a colon, or at the beginning of a line, that label a telephone number, and mean nothing elsewhere.
var labelOnly = wordlist.Sieved(`work office büro praxis home zuhause daheim m t p arbeit`)

// dotted gives letters with full stops between them as one word, small: token i is the last of "D.O.B".
func (s *scan) dotted(i int) string {
	from := i
	for from >= 2 && i-from < 6 && s.is(from-1, '.') && !s.tokens[from].gap && (s.tokens[from-2].kind == word || s.is0(from-2)) && s.tokens[from-2].end-s.tokens[from-2].start == 1 {
		from -= 2
	}
	if from == i {
		return ""
	}
	return strings.ToLower(s.text[s.tokens[from].start:s.tokens[i].end])
}

// is0 says whether token i is a zero, which may be a letter that was misread: "D.0.B.".
func (s *scan) is0(i int) bool { return s.tokens[i].kind == number && s.text[s.tokens[i].start] == '0' }

// signClues are the pictures that stand before what they show.
var signClues = map[rune]clue{
	'☎': clueDial, '✆': clueDial, '📞': clueDial, '📱': clueDial, '📠': clueDial, '☏': clueDial, '📲': clueDial, '🏠': clueAddress, '🏡': clueAddress, '📍': clueAddress, '🎂': clueBirth, '🔑': clueSecret, '💳': clueCard, '🚗': cluePlate,
}

// signClue is what a picture at token i says, 0 for most.
func (s *scan) signClue(i int) uint32 {
	if s.text[s.tokens[i].start] < 0xe2 {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(s.text[s.tokens[i].start:])
	c, ok := signClues[r]
	switch {
	case !ok:
		return 0
	case c == clueDial:
		return 1<<clueDial | 1<<cluePhone
	}
	return 1 << c
}

// jsonPhones are short names of fields for a telephone in what programs send: {"p":"8025550163"}.
var jsonPhones = wordlist.Sieved("p m t c ph mob tel msisdn")

// quotedNumber says whether the name of a field that ends in front of text has a number of a telephone behind it, alone in its quotation marks.
func quotedNumber(text string) bool {
	const least, most, mostNational, reach = 9, 14, 12, 48
	rest, ok := strings.CutPrefix(char.Cut(text, 0, reach), "\":")
	if !ok {
		return false
	}
	rest = strings.TrimPrefix(strings.TrimLeft(rest, " ")+" ", "\"")
	at := 0
	if strings.HasPrefix(rest, "+") {
		at++
	}
	end, n := spacedDigits(rest, at)
	return n >= least && n <= most && strings.HasPrefix(rest[end:], "\"") && (at > 0 || rest[0] == '0' && n <= mostNational || n == 10 && rest[0] > '1')
}

// leastPh is how many digits a number of a telephone has at least behind "ph" alone, which is most often how sour something is.
const leastPh = 7

// phFollows says whether a number of a telephone stands behind "ph": "ph 9555 0123".
func phFollows(text string) bool {
	text = strings.TrimPrefix(text, "#")
	if len(text) < leastPh || text[0] != ' ' || !char.Digit(text[1]) {
		return false
	}
	_, n := spacedDigits(text, 1)
	return n >= leastPh
}
