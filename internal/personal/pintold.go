package personal

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/wordlist"
)

// How a sentence tells a secret number that it names, or asks for it.

// askedTokens is how far behind the word for a code somebody may ask whether that is it, in tokens.
const askedTokens = 16

// failing are words for a code that somebody got and that does not work, by how they begin.
var failing = [...]string{
	"work", "gave", "sent", "told", "wrong", "fail", "geht", "ging", "klapp", "passt", "gegeben", "geschickt", "gesagt", "falsch", "funktion", "gab",
}

// askedBack gives the token of a code of which is asked whether it is the one that the word at token w names: "the code you gave me
// doesnt work, is it 1985X?". It is 0 if there is none.
func (s *scan) askedBack(w int) int {
	if w < 0 || w > 0 && otherCodes[s.lower(w-1)] {
		return 0
	}
	fails := false
	for k := w + 1; k < len(s.tokens) && k-w < askedTokens && !s.tokens[k].line; k++ {
		t := s.tokens[k]
		code := s.text[t.start:t.end]
		digits := char.CountDigits([]byte(code))
		if digits > 0 {
			asked := false
			switch s.lower(k - 1) {
			case "it", "that", "es", "der", "die", "das", "noch", "still":
				switch s.lower(k - 2) {
				case "is", "isn't", "was", "wasn't", "ist", "war", "that", "es", "it":
					asked = true
				}
			}
			if asked && fails && digits > 2 && t.end-t.start >= leastPIN && t.end-t.start <= mostPIN && char.InCapitals(code) && !yearAt(code) && (s.is(k+1, '?') || k+1 < len(s.tokens) && (s.lower(k+1) == "or" || s.lower(k+1) == "oder")) {
				return k
			}
			return 0
		}
		fails = fails || slices.ContainsFunc(failing[:], func(f string) bool { return strings.HasPrefix(s.lower(k), f) })
	}
	return 0
}

// codeIsYour gives the token of a code of which a message says behind it that it is what the word at token w names: "G-204417 is your Google
// verification code". It is -1 if there is none. It has so many digits or more.
func (s *scan) codeIsYour(w, least int) int {
	if s.lower(w) == "code" && !s.codePair(w) && !s.boxedCode(w) {
		return -1
	}
	if k := s.codeThenLabel(w); k >= 0 {
		return k
	}
	for k := w - 1; k > 1 && w-k < 7 && s.tokens[k].kind == word; k-- {
		if !ownWords.Has(s.lower(k)) && !codeOwners[s.lower(k)] {
			continue
		}
		if verb := s.lower(k - 1); verb != "is" && verb != "ist" && verb != "lautet" {
			return -1
		}
		k -= 2
		if s.tokens[k].kind != number {
			return -1
		}
		from := k
		for from > 0 && k-from < 2 && !s.tokens[from].gap && !s.tokens[from].line { // "G-204417", "551-209"
			from--
		}
		if k > 0 && s.tokens[k-1].kind == number && s.tokens[k].gap && s.digitsAt(k) == s.digitsAt(k-1) && !s.tokens[k].line { // "551 209"
			from = k - 1
		}
		if end := pinEnd(s.text, s.tokens[from].start, least); end == s.tokens[k].end && !char.Glued(s.text, s.tokens[from].start) && !yearAt(s.text[s.tokens[from].start:end]) && !(from > 0 && s.notes[from-1].clue != 0) {
			return from
		}
		return -1
	}
	return -1
}

// codeOwners stand before the word for a code as those that say whose it is do.
var codeOwners = wordlist.Set("ihre deine meine unsere the die der das a eine ein")

// boxedCode says whether "code" at token w stands in a message that sends one by its first words: "449201 is your code".
func (s *scan) boxedCode(w int) bool {
	return s.clauseEndsAt(w+1) && w > 2 && s.tokens[w-3].kind == number && (w == 3 || s.tokens[w-3].line) && ownWords.Has(s.lower(w-1))
}

// codeThenLabel gives the token of a code behind which its name stands in brackets: "it's 1329 (PIN)". It is -1 if there is none.
func (s *scan) codeThenLabel(w int) int {
	from := w
	if from > 0 && s.tokens[from-1].kind == word && !s.is(from-1, '(') {
		from--
	}
	if from < 2 || !s.is(from-1, '(') || !s.is(w+1, ')') || s.tokens[from-2].kind != number || s.tokens[from-1].line {
		return -1
	}
	k := from - 2
	if t := s.tokens[k]; char.Glued(s.text, t.start) || !s.tokens[from-1].gap || yearAt(s.text[t.start:t.end]) || k > 0 && s.notes[k-1].clue != 0 {
		return -1
	}
	return k
}

// toldOf says whether only words that link stand between the tokens w and i.
func (s *scan) toldOf(w, i int) bool {
	_, ok := s.linked(s.tokens[w].end, s.tokens[i].start)
	return ok
}

// toldBehind gives the number that is told of the word at token w in the same sentence: "door code for the
// flat is 2580", "hat die PIN geändert, seine alte war 2580". It is 0 if none is.
func (s *scan) toldBehind(w int) int {
	for k := w + 1; k > 0 && k < len(s.tokens) && k-w < 11; k++ {
		switch t := s.tokens[k]; {
		case t.line, t.kind == mark && s.text[t.start] != ',':
			return 0
		case t.kind == number, s.codeWord(k):
			if pinVerbs[s.lower(s.sinceWhen(k)-1)] || s.guessed(w, k) || s.codeFor(w, k) {
				return k
			}
			if k == w+2 && s.upperWord(w+1) && s.lower(w) == "pin" && s.notes[w+1].clue == 0 && s.clauseEnds(t.end) && !yearAt(s.text[t.start:t.end]) { // "PIN Hausmeister 9032"
				return k
			}
			return 0
		}
	}
	return 0
}

// codeForReach is how many words may say what a code is for.
const codeForReach = 4

// numbered are things that have numbers of their own, before which "for" stands as before what a code opens.
var numbered = wordlist.Set(`room rooms zimmer raum flat apartment apt unit haus house suite wohnung nr no number nummer karte card konto account model
	modell version seit since stelle platz seat table tisch gleis platform halle hall stand order bestellung user benutzer kunde customer line linie zone
	level stufe step schritt year jahr article paragraph channel kanal bus zug train flug flight bay stellplatz pitch locker spind fach box cabin`)

// codeFor says whether the words between the tokens w and k say what the code that the word at w names is for, and the clause ends
// behind it: "unlock code for the tablet 2846", "Freischaltcode fürs Tor 4471".
func (s *scan) codeFor(w, k int) bool {
	t := s.tokens[k]
	if s.lower(w) == "code" && !s.codePair(w) || k < w+3 || k > w+1+codeForReach || numbered[s.lower(k-1)] || yearAt(s.text[t.start:t.end]) || !s.clauseEnds(t.end) {
		return false
	}
	switch s.lower(w + 1) {
	case "for", "of", "für", "fürs", "vom", "von", "zum", "zur", "am", "der", "des", "to":
	default:
		return false
	}
	for j := w + 2; j < k; j++ {
		if s.tokens[j].kind != word || s.notes[j].clue>>clueGoods&1 != 0 {
			return false
		}
	}
	return true
}

// guesses are what somebody says who is not sure, between a word for a secret number and the number.
var guesses = wordlist.Set("glaub glaube ich denke meine i think believe guess reckon if you need it by the way falls nötig btw übrigens , - … .")

// guessed says whether nothing else stands between the tokens w and k: "Meine PIN, glaube ich, 7741".
func (s *scan) guessed(w, k int) bool {
	for j := w + 1; j < k; j++ {
		if !guesses[s.lower(j)] {
			return false
		}
	}
	return k > w+2
}

// pinVerbs stand before the number that a sentence tells.
var pinVerbs = wordlist.Set("is was ist war wäre wär müsste dürfte sollte should must lautet lautete heißt zeigt shows says sagt got received bekam still noch to auf from von als as be sein")

// sinceWords say from when on a number holds: "ist ab sofort 7730", "is from today 7730".
var sinceWords = wordlist.Set(`jetzt nun neuerdings now ab seit sofort heute gestern morgen kurzem currently from today
	übrigens halt eben eigentlich dann also bloß nur einfach nämlich immer noch btw actually then simply just still probably
	yesterday since nunmehr aktuell derzeit wieder again montag dienstag mittwoch donnerstag freitag samstag sonntag`)

// sinceWhen gives the token at which such words begin that stand before token k, k if there are none.
func (s *scan) sinceWhen(k int) int {
	from := k
	for k-from < 4 && from > 1 && sinceWords[s.lower(from-1)] {
		from--
	}
	if from < k && !pinVerbs[s.lower(from-1)] && pinVerbs[s.lower(from)] { // "changed from 1199"
		from++
	}
	return from
}

// codeWord says whether token k is a code of capitals and digits, "C4471X".
func (s *scan) codeWord(k int) bool {
	t := s.tokens[k]
	code := s.text[t.start:t.end]
	return t.kind == word && t.upper && len(code) <= mostPIN && char.CountDigits([]byte(code)) > 2 && char.InCapitals(code)
}
