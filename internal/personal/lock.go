package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/wordlist"
)

// What opens a door, a safe or a bicycle lock has no shape of its own: "6042", "C3917Y", "7-2-9-4". It is told by
// the thing that it opens and by the words between: "Keysafe by the back door is 6042", "use C3917Y on the keypad".

// lockReach is how many tokens behind what it opens a code may stand.
const lockReach = 14

// lockCodes finds such codes.
func (s *scan) lockCodes() {
	if s.seen.class&(doors|locks) == 0 {
		return
	}
	for i := range s.tokens {
		if s.has(i, doors|locks) && (s.lower(i) != "box" || s.isLock(i)) { // other boxes have other numbers
			s.lockBehind(i)
			s.lockInFront(i)
		}
	}
}

// isLock says whether token i is a thing whose only number is its code.
func (s *scan) isLock(i int) bool {
	if s.has(i, locks) {
		return true
	}
	if i == 0 || s.tokens[i].line {
		return false
	}
	switch s.lower(i - 1) {
	case "lock":
		return s.lower(i) == "box"
	case "door":
		return s.lower(i) == "entry"
	case "key", "bike", "luggage", "suitcase", "locker", "gun", "combination", "combi", "number", "alarm":
		return s.tokens[i-1].kind == word
	}
	return false
}

// keying are words for typing something.
var keying = wordlist.Set(`push punch punching type typing enter entering use using press pressing key tap hit input
	buzz tippe tippen tipp tippt tippst eintippen eingeben gib gibt gebe drücke drücken drück drückt wähle
	eingegeben eingetippt`)

// lockLinks may stand before a code behind what says that one follows.
var lockLinks = wordlist.Sieved(`then dann is was ist war lautet now still jetzt noch aktuell bitte please
	just einfach einmal mal mit with takes needs nimmt braucht in on auf the den die der das`)

// lockBehind takes the code that is told of what stands at token i behind it.
func (s *scan) lockBehind(i int) {
	lock := s.isLock(i)
	beside := s.foundBefore(Secret, s.tokens[i].start, codeBeside) // "PIN vom Tor 2580# und Alarmanlage 991463"
	coded := s.has(i, lockCodes) || s.codeWordBefore(i)
	// told is whether the words that stand last announce a code, said whether a verb does.
	said := strings.HasSuffix(s.lower(i), "'s")
	told, typed, direct := said || s.has(i, lockCodes), false, lock
	for j := i + 1; j < len(s.tokens) && j-i <= lockReach; j++ {
		t := s.tokens[j]
		if t.line {
			return
		}
		if start, end := s.lockCode(j, lock && j <= i+2); end > 0 {
			keyed := s.keyedBehind(end)
			code := s.text[start:end]
			if s.codeHere(i, j, end, lock) {
				s.add(start, end, Secret, 0.7, code)
				return
			}
			if grouped := strings.IndexByte(code, '-') > 0; told && (coded || typed || lock) || grouped && (lock || coded || s.has(i, doors) && (s.lower(i) == "safe" || s.lower(i) == "tresor" || s.lower(i) == "lock" || s.lower(i) == "schloss")) || keyed && (told || direct) || direct && (s.clauseEnds(end) && !yearAt(code) || !pinDigits(code)) ||
				(said || beside && j == i+1) && s.clauseEnds(end) && (pinDigits(strings.Trim(code, "#*")) || strings.Count(code, " ") > 1) && !yearAt(code) {
				s.add(start, end, Secret, 0.7, s.text[start:end])
			}
			return
		}
		switch w := s.lower(j); {
		case t.kind == mark:
			switch c := s.text[t.start]; {
			case c == ':' || c == '(' || c == '=':
				told, said = true, false
			case c == ',':
				told, said, direct = typed, false, false
			case c == '?' && coded && s.answerBehind(j) == j+1: // "Combination for the bike shed? 7-4-1-9"
				told = true
			case (c == '.' || c == '!' || c == '?' || c == ';') && (j+1 == len(s.tokens) || s.tokens[j+1].gap):
				return
			}
		case t.kind == number:
			told, said, direct = false, false, false
		case s.has(j, lockCodes):
			coded, told, direct = true, true, false
		case keying[w]:
			typed, told, direct = true, true, false
		case w == "is" || w == "ist" || w == "war" || w == "was" || w == "mit" || w == "with" || w == "takes" || w == "lautet":
			told, said, direct = true, true, false
		case (w == "jetzt" || w == "now" || w == "neu" || w == "new") && (coded || lock):
			told, direct = true, false
		case (w == "number" || w == "nummer" || w == "nr") && lock && j == i+1:
		case (lockLinks.Has(w) || sinceWords[w]) && told:
		default:
			told, said, direct = false, false, false
		}
	}
}

// codeHere says whether the code at token j, which ends at end, is that of the thing at token i because a word for codes stands around
// both, "Code fürs Tor 4471", "Spind 3319 Code", or because nothing but a box for keys has a number that looks like a year: "key safe 1973,
// left of the door".
func (s *scan) codeHere(i, j, end int, lock bool) bool {
	if j != i+1 || s.counts(end) {
		return false
	}
	code := strings.Trim(s.text[s.tokens[j].start:end], "#*")
	switch {
	case s.codeWordBefore(i) && s.clauseEnds(end) && pinDigits(code) && !yearAt(code):
		return true
	case s.has(s.tokenAt(end), lockCodes) && !s.tokens[s.tokenAt(end)].line:
		return i == 0 || !otherCodes[s.lower(i-1)]
	}
	if s.lower(i) == "gate" && i > 0 && ownGates[s.lower(i-1)] && s.clauseEnds(end) && pinDigits(code) && !yearAt(code) { // "front gate 3345, side gate 5543"
		return true
	}
	if (s.lower(i) == "alarm" || s.lower(i) == "alarmanlage") && s.clauseEnds(end) && pinDigits(code) && code[0] == '0' && s.speaksOfDoor(end) {
		return true
	}
	return lock && yearAt(code) && keyBoxes[s.lower(i)] && s.clauseEnds(end)
}

// speaksOfDoor says whether a text speaks of a door or of keys near pos, so that the digits behind "alarm" are no hour of getting up: "key
// under the pot. Alarm 0926".
func (s *scan) speaksOfDoor(pos int) bool {
	near := s.folded[max(0, pos-doorNear):min(len(s.folded), pos+doorNear)]
	for _, w := range [...]string{"tür", "schlüssel", "door", "key", "keypad", "alarmanlage", "disarm", "entschärf", "unscharf"} {
		if strings.Contains(near, w) {
			return true
		}
	}
	return false
}

// doorNear is how far beside the code of an alarm the door may be spoken of, in bytes.
const doorNear = 64

// ownGates stand before the gates of a house, which have no numbers as those of airports do.
var ownGates = wordlist.Set("front back side rear main garden yard")

// keyBoxes are boxes for keys, also by the second of two words.
var keyBoxes = wordlist.Set("keysafe lockbox keybox safe box schlüsselsafe schlüsselbox schlüsselkasten schlüsseltresor")

// codeWordBefore says whether the word for a code stands before the thing at token i that it opens: "the code for
// the lobby", "Zahlencode der Garage".
func (s *scan) codeWordBefore(i int) bool {
	for j := i - 1; j >= 0 && i-j < 5 && s.tokens[j].kind == word && !s.tokens[j+1].line; j-- {
		if s.has(j, lockCodes) {
			return j == 0 || s.tokens[j-1].kind != word || !otherCodes[s.lower(j-1)]
		}
	}
	return false
}

// lockInFront takes the code that stands before the thing at token i where it is typed: "punch in 9021* at the
// gate".
func (s *scan) lockInFront(i int) {
	j, at := i-1, false
	for k := 0; k < 4 && j > 0 && s.tokens[j].kind == word && !s.tokens[j+1].line && !at; k++ {
		switch s.lower(j) {
		case "on", "at", "into", "in", "am", "an", "im", "ins", "beim", "for", "für":
			at = true
		}
		j--
	}
	for j > 0 && at && (s.is(j, '#') || s.is(j, '*')) {
		j--
	}
	if !at || j <= 0 {
		return
	}
	if s.is(j-1, '#') || s.is(j-1, '*') {
		j--
	}
	start, end := s.lockCode(j, false)
	if end == 0 {
		return
	}
	for k := j - 1; k >= 0 && j-k < 4 && s.tokens[k].kind == word && !s.tokens[k+1].line; k-- {
		if keying[s.lower(k)] || s.has(k, lockCodes) && !(k > 0 && otherCodes[s.lower(k-1)]) {
			s.add(start, end, Secret, 0.7, s.text[start:end])
			return
		}
	}
}

// keyedBehind says whether a verb behind pos says that what stands before it is typed: "1408# drücken".
func (s *scan) keyedBehind(pos int) bool {
	j := s.tokenAt(pos)
	for k := j; k < len(s.tokens) && k-j < 2 && s.tokens[k].kind == word && !s.tokens[k].line; k++ {
		if w := s.lower(k); k == j && (w == "then" || w == "dann") && entering[s.lower(k+1)] { // "2803 then ENT"
			return true
		}
		if s.lower(k) == "to" && k == j && keyedFor[s.lower(k+1)] { // "4471 to set, 9920 to unset"
			return true
		}
		switch s.lower(k) {
		case "eintippen", "eingeben", "drücken", "tippen", "wählen", "eintasten", "einstellen", "eindrehen", "ausschalten", "abschalten", "entschärfen", "scharfschalten", "entsperren", "öffnen", "aufschließen":
			return true
		}
	}
	return false
}

// entering are the keys that end a code.
var entering = wordlist.Set("enter ent press ok hash raute drücken bestätigen")

// keyedFor is what somebody types a code for.
var keyedFor = wordlist.Set("set unset arm disarm unlock enter open")

// clauseEnds says whether the clause ends at pos, or goes on with what may stand behind a code.
func (s *scan) clauseEnds(pos int) bool {
	rest := strings.TrimLeft(char.Cut(s.text, pos, 16), " ")
	if rest == "" || strings.IndexByte(".,;!?)\n\r|", rest[0]) >= 0 {
		return true
	}
	switch w, _, _ := strings.Cut(rest, " "); strings.ToLower(w) {
	case "by", "btw", "then", "and", "und", "dann", "danach", "if", "falls", "wenn", "for", "für", "bitte", "please", "ok", "don't", "but", "aber", "–", "-":
		return true
	}
	return false
}

// lockCode reads a code at token j: digits, also with a capital before or behind them or in small groups, and the
// signs of a keypad around them. Its end is 0 if there is none. Three digits are enough where short is set, as locks of bicycles and
// suitcases have them.
func (s *scan) lockCode(j int, short bool) (start, end int) {
	start = s.tokens[j].start
	at := start
	if s.is(j, '#') || s.is(j, '*') {
		at++
	}
	if at >= len(s.text) || char.Glued(s.text, at) || start > 0 && strings.IndexByte("$€£-/.,", s.text[start-1]) >= 0 {
		return 0, 0
	}
	if end := s.spacedCode(j); short && end > 0 {
		return start, end
	}
	digits, letters := 0, 0
	for end = at; end < len(s.text) && (char.Digit(s.text[end]) || s.text[end] >= 'A' && s.text[end] <= 'Z') && end-at <= mostPIN; end++ {
		if char.Digit(s.text[end]) {
			digits++
		} else {
			letters++
		}
	}
	grouped := false
	if letters == 0 && digits > 0 && digits < 3 {
		end, digits, grouped = smallGroups(s.text, at)
	}
	switch {
	case digits < 2, letters > 2, letters == 2 && digits < 3 && (char.Digit(s.text[at]) || char.Digit(s.text[end-1])):
		return 0, 0
	case digits+letters < leastPIN && !grouped && !(short && digits == 3 && letters == 0 && s.clauseEnds(end)), digits+letters > mostPIN:
		return 0, 0
	}
	signed := at > start
	if end < len(s.text) && (s.text[end] == '#' || s.text[end] == '*') {
		end, signed = end+1, true
	}
	if char.RunsOn(s.text, end) || s.counts(end) || !grouped && (s.dateHere(at) || !signed && numberGoesOn(s.text, end)) {
		return 0, 0
	}
	return start, end
}

// spacedCode gives the end of a code that begins at token j with a capital apart from its digits, "C 2468 Y", 0 if there is none.
func (s *scan) spacedCode(j int) int {
	if s.tokens[j].end-s.tokens[j].start != 1 || !char.Capital(s.text[s.tokens[j].start]) || s.digitsAt(j+1) < leastPIN || s.digitsAt(j+1) > mostPIN || s.tokens[j+1].line || !s.tokens[j+1].gap {
		return 0
	}
	end := s.tokens[j+1].end
	if j+2 < len(s.tokens) && s.tokens[j+2].end-s.tokens[j+2].start == 1 && char.Capital(s.text[s.tokens[j+2].start]) && s.tokens[j+2].gap && !s.tokens[j+2].line {
		end = s.tokens[j+2].end
	}
	return end
}

// smallGroups reads three or more groups of one or two digits with the same sign between, "32-14-7", "88 41 20".
func smallGroups(text string, at int) (end, digits int, ok bool) {
	groups := 0
	for end = at; ; {
		n := digitRun(text, end)
		if n == 0 || n > 2 {
			break
		}
		digits, groups, end = digits+n, groups+1, end+n
		if end+1 >= len(text) || text[end] != '-' && text[end] != ' ' || groups > 1 && text[end] != text[end-n-1] || digitRun(text, end+1) == 0 {
			break
		}
		end++
	}
	return end, digits, groups > 2
}

// numberGoesOn says whether further digits follow at pos, with a sign between that stands inside numbers.
func numberGoesOn(text string, pos int) bool {
	return pos+1 < len(text) && strings.IndexByte(" -/.", text[pos]) >= 0 && char.Digit(text[pos+1])
}

// yearAt says whether four digits may be a year.
func yearAt(w string) bool {
	return len(w) == 4 && (w[:2] == "19" || w[:2] == "20")
}
