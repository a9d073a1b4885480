package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/wordlist"
)

// How many digits a PIN, a TAN or the code of a text message has.
const (
	leastPIN  = 4
	leastCard = 3 // on the back of a payment card
	mostPIN   = 8
)

// pins finds the digits behind a word for a secret number: "PIN 4471", "die TAN war 882 014".
func (s *scan) pins() {
	for _, end := range s.clues.ends[cluePIN] {
		w := s.tokenAt(end) - 1
		if w >= 0 && s.notes[w].clue>>clueNational&1 != 0 { // "personal code: 131052-308T"
			continue
		}
		if front, ok := strings.CutSuffix(s.lower(max(0, w)), "-code"); ok && otherCodes[front] { // "HS-Code 84813099"
			continue
		}
		end = behindSize(s.folded, end)
		least := leastPIN
		if w >= 0 && onCard[s.lower(w)] || s.codePair(w) && (onCard[s.lower(w-1)] || s.lower(w-1) == "security") {
			least = leastCard
		}
		if s.pinBefore(w, least) {
			continue
		}
		i := s.namedBy(end)
		if i >= len(s.tokens) || i < 0 {
			continue
		}
		if s.is(w+1, '?') && w+2 < len(s.tokens) && s.tokens[w+2].kind == number && s.clauseEnds(s.tokens[w+2].end) { // "Meine PIN? 4711!"
			i = w + 2
		}
		if k := s.inBrackets(w); k > 0 {
			i = k
		}
		told := s.toldBehind(w)
		if told > 0 {
			i = told
		}
		start := s.tokens[i].start
		if w >= 0 && (onCard[s.lower(w)] || s.lower(w) == "code" && (s.foundBefore(Card, start, cardReach) || w > 0 && s.lower(w-1) == "security")) {
			least = leastCard
		}
		stop := pinEnd(s.text, start, least)
		if least == leastCard && stop > 0 && s.longerNumber(start, stop) {
			continue
		}
		if longer := dashedCode(s.text, start); stop == 0 || char.RunsOn(s.text, stop) || longer > stop && s.text[stop] == '-' { // "4829-1334-2231"
			stop = s.letteredPIN(w, i, told > 0)
		}
		if stop == 0 || char.Glued(s.text, start) || char.RunsOn(s.text, stop) || s.unitAfter(stop) || s.counts(stop) || s.dateHere(start) {
			continue
		}
		if yearAt(s.text[start:stop]) && i > 0 && s.lower(i-1) == "in" || s.goodsDirect(start) {
			continue
		}
		if yearAt(s.text[start:stop]) && strings.Contains(s.text[end:start], ",") && !s.clauseEnds(stop) { // "PIN vergessen, das war 2019 im Urlaub"
			continue
		}
		if least != leastCard && s.codeOfOther(w, i, end, stop) {
			continue
		}
		s.add(start, stop, Secret, 0.8, s.text[start:stop])
	}
}

// pinBefore takes the digits of which a sentence says behind them, or asks, whether they are the code that the word at token w names.
func (s *scan) pinBefore(w, least int) bool {
	if w > 1 && s.tokens[w-2].kind == number && !s.tokens[w].line && (s.lower(w-1) == "als" || s.lower(w-1) == "as") { // "2580 als PIN"
		if t := s.tokens[w-2]; pinDigits(s.text[t.start:t.end]) {
			s.add(t.start, t.end, Secret, 0.7, s.text[t.start:t.end])
			return true
		}
	}
	if k := s.codeIsYour(w, least); k >= 0 {
		start := s.tokens[k].start
		if stop := pinEnd(s.text, start, least); stop > 0 && !char.RunsOn(s.text, stop) {
			s.add(start, stop, Secret, 0.8, s.text[start:stop])
			return true
		}
	}
	if k := s.askedBack(w); k > 0 {
		s.add(s.tokens[k].start, s.tokens[k].end, Secret, 0.7, s.text[s.tokens[k].start:s.tokens[k].end])
		return true
	}
	return false
}

// codeOfOther says whether the word at token w, behind which end is, is "code" alone and nothing says that what stands at token i up to
// stop opens a door or is secret: other things have codes, too.
func (s *scan) codeOfOther(w, i, end, stop int) bool {
	if w < 0 || s.lower(w) != "code" || s.codePair(w) || w > 0 && (s.lower(w-1) == "digit" || strings.HasSuffix(s.lower(w-1), "-digit") || strings.HasSuffix(s.lower(w-1), "stellige") || strings.HasSuffix(s.lower(w-1), "stelligen")) {
		return false
	}
	start := s.tokens[i].start
	if s.text[stop-1] == '#' || s.ownCode(w, i) || opensDoor(strings.ToLower(s.text[end:start])) || s.doorBefore(end) || s.keptSecret(stop) {
		return false
	}
	if w == 0 {
		return true
	}
	before := s.lower(w - 1)
	if opensDoor(before+" ") && !(before == "box" && opensDoor(s.lower(w-2)+" box")) {
		return false
	}
	if i == w+1 && (ownWords.Has(before) || s.foundBefore(Secret, start, codeBeside) && !otherCodes[before]) {
		return false
	}
	return !(ownWords.Has(before) && i == w+2 && pinVerbs[s.lower(w+1)] && (s.clauseEnds(stop) || stop-start > leastPIN+1))
}

// codePair says whether the word before "code" at token w makes it one of those that are listed: "gate code".
func (s *scan) codePair(w int) bool {
	return w > 0 && s.lower(w) == "code" && s.words.notes[s.lower(w-1)+" code"].clue&(1<<cluePIN) != 0
}

// behindSize goes on from pos behind how many digits a code has: "PIN 5-stellig war …", "PIN (6 digits): …". Text in small letters.
func behindSize(text string, pos int) int {
	at := pos
	for at < len(text) && at-pos < 2 && strings.IndexByte(" (,", text[at]) >= 0 {
		at++
	}
	if n := digitRun(text, at); n == 1 {
		at++
	} else {
		for _, w := range [...]string{"vier", "fünf", "sechs", "acht", "four", "five", "six", "eight"} {
			if strings.HasPrefix(text[at:], w) {
				at += len(w)
				break
			}
		}
	}
	if at < len(text) && (text[at] == '-' || text[at] == ' ') {
		at++
	}
	for _, w := range [...]string{"stellig", "digit", "ziffern"} {
		if strings.HasPrefix(text[at:], w) {
			at = char.WordEnd(text, at)
			if at < len(text) && (text[at] == ')' || text[at] == ',') {
				at++
			}
			return at
		}
	}
	return pos
}

// secrecyReach is how far behind a code it may be said that nobody else may know it, in bytes.
const secrecyReach = 40

// keptSecret says whether it is said in the same sentence, behind a code that ends at pos, that nobody else may know it.
func (s *scan) keptSecret(pos int) bool {
	said := char.Cut(s.folded, pos, secrecyReach)
	if i := strings.IndexAny(said, ".!?\n;"); i >= 0 {
		said = said[:i]
	}
	for _, w := range [...]string{"nicht weiter", "nicht an dritte", "niemand", "mit niemand", "nicht teilen", "not share", "n't share", "never share", "with anyone", "to anyone", "nicht herausgeben", "keinem "} {
		if strings.Contains(said, w) {
			return true
		}
	}
	return false
}

// cardReach is how far behind the number of a payment card its code may stand, in bytes.
const cardReach = 48

// letteredPIN reads a code of digits and letters at token i that the word at token w names, "pin Mo9xT", "Torcode
// 1908E". told says that the sentence says of the word that it is this. It returns its end, 0 if there is none: behind
// "code" alone other things stand.
func (s *scan) letteredPIN(w, i int, told bool) int {
	t := s.tokens[i]
	code := s.text[t.start:t.end]
	digits := char.CountDigits([]byte(code))
	named := w >= 0 && (s.lower(w) != "code" && strings.HasSuffix(s.lower(w), "code") || s.codePair(w))
	if named {
		if end := dashedCode(s.text, t.start); end > 0 {
			return end
		}
	}
	if t.kind == mark || len(code) < leastPIN || len(code) > mostPIN || digits == 0 || digits == len(code) {
		return 0
	}
	if w < 0 || s.lower(w) == "tan" || i > w+2 && !told && !s.toldOf(w, i) && !(named && s.is(i-1, ':')) || t.end < len(s.text) && (s.text[t.end] == '-' || s.text[t.end] == '/') {
		return 0
	}
	if named && char.InCapitals(code) && digits >= 3 { // "Zugangscode zum Gebäude: B4471"
		return t.end
	}
	if s.lower(w) == "code" {
		if !char.InCapitals(code) || digits < 3 || w > 0 && otherCodes[s.lower(w-1)] {
			return 0
		}
		return t.end
	}
	if !jumbled(code) { // pins of connectors have names, too: "Pin GPIO23"
		return 0
	}
	return t.end
}

// dashedCode reads groups of capitals and digits with hyphens between, "8H2K-PQ71-ZZ40". It returns their end, 0 if
// there are none.
func dashedCode(text string, pos int) int {
	end, groups, digits := pos, 0, 0
	for groups < 6 {
		from := end
		for end < len(text) && (char.Digit(text[end]) || text[end] >= 'A' && text[end] <= 'Z') {
			if char.Digit(text[end]) {
				digits++
			}
			end++
		}
		if n := end - from; n < 2 || n > 6 {
			return 0
		}
		if groups++; end+1 >= len(text) || text[end] != '-' {
			break
		}
		end++
	}
	if groups < 2 || digits < 2 || char.RunsOn(text, end) {
		return 0
	}
	return end
}

// jumbled says whether capitals, small letters and digits stand in a word, with letters behind a digit.
func jumbled(w string) bool {
	large, small, digit, behind := false, false, false, false
	for i := range len(w) {
		switch c := w[i]; {
		case char.Digit(c):
			digit = true
		case c >= 'A' && c <= 'Z':
			large, behind = true, behind || digit
		case c >= 'a' && c <= 'z':
			small, behind = true, behind || digit
		}
	}
	return large && small && behind && len(w) > 4
}

// opensDoor says whether the words between "code" and its number say that it opens a door or came as a message.
func opensDoor(said string) bool {
	for _, w := range [...]string{"sms", "text", "mail", "eingang", "tür", "tor ", "garage", "schlüssel", "schranke", "keller", "buzz", "tresor", "key box", "door", "gate", "lock", "safe"} {
		if strings.Contains(said, w) {
			return true
		}
	}
	return false
}

// onCard are words for the digits on the back of a payment card.
var onCard = wordlist.Set("kpn cvc cvv cvc2 cvv2 csc prüfnr prüf-nr prüfnummer kartenprüfnr cvc-nr cvv-nr cvc-nummer prüfziffer kartenprüfnummer verification sicherheitscode")

// longerNumber says whether the digits [start, stop) behind a word for the code of a card are more than one has, or begin a number of a
// telephone: "Prüfziffer sag ich am Telefon: 0621 3385 41".
func (s *scan) longerNumber(start, stop int) bool {
	digits := char.CountDigits([]byte(s.text[start:stop]))
	if stop+1 < len(s.text) && s.text[stop] == ' ' {
		digits += digitRun(s.text, stop+1)
	}
	return s.text[start] == '0' && digits > mostCardCode
}

// mostCardCode is how many digits the code of a card has at most.
const mostCardCode = 4

// doorReach is how far before "code" the thing may stand that it opens.
const doorReach = 32

// doorBefore says whether what a code opens stands before it in the same sentence: "neben der Tür, Code 4072".
func (s *scan) doorBefore(end int) bool {
	said := s.clauseBefore(end, ".!?\n;")
	for _, w := range [...]string{"tür,", "tür:", "kasten", "door,", "door:", "gate,", "gate:", "lockbox", "key box", "keybox"} {
		if strings.Contains(said, w) {
			return true
		}
	}
	return false
}

// clauseBefore is what stands before pos, within doorReach, behind the last of the marks that end a clause, in
// small letters.
func (s *scan) clauseBefore(pos int, marks string) string {
	said := strings.ToLower(s.text[max(0, pos-doorReach):pos])
	return said[strings.LastIndexAny(said, marks)+1:]
}

// keypads finds what is typed at a door, told by the sign that ends it: "the gate is 4417#", "Haustür #2291*",
// and what opens a safe: "the safe opens with 061194".
func (s *scan) keypads() {
	unlocks := s.holds("nlock") || s.holds("entsperr")
	for _, g := range s.groups {
		n := g.end - g.start
		if n < leastPIN || n > mostPIN || char.Glued(s.text, g.start) {
			continue
		}
		start, end := g.start, g.end
		if start > 0 && s.text[start-1] == '#' {
			start--
		}
		if end < len(s.text) && (s.text[end] == '#' || s.text[end] == '*') {
			end++
		}
		if s.seen.class&(doors|locks) != 0 && s.keyedBehind(end) && s.foundBefore(Secret, start, secretReach) && !char.RunsOn(s.text, end) {
			s.add(start, end, Secret, 0.7, s.text[start:end])
			continue
		}
		signed := end > g.end
		before := strings.TrimRight(s.text[:start], " ")
		if unlocks && endsIn(before, "entsperren mit", "entsperrt mit", "entsperre mit", "entsperre ich mit", "unlock with", "unlocks with", "unlock it with") && !char.RunsOn(s.text, end) && !s.counts(end) && !s.unitAfter(end) {
			s.add(start, end, Secret, 0.7, s.text[start:end])
			continue
		}
		opens := endsIn(before, "opens with", "öffnet mit", "geht mit", "auf mit", "unlocks with", "opens on")
		if !signed && !opens || char.RunsOn(s.text, end) { // most numbers
			continue
		}
		// A star alone may lead to a note.
		sure := start < g.start || s.text[end-1] == '#' || startsIn(strings.TrimLeft(char.Cut(s.folded, end, 12), " "), "dann", "then", "enter", "und ", "and ") || endsIn(before, " is", " ist", "code", ":")
		said := s.clauseBefore(start, ".!?\n")
		if (opens || sure) && (opensDoor(said) || strings.Contains(said, "kasten") || s.foundBefore(Secret, start, secretReach)) {
			s.add(start, end, Secret, 0.7, s.text[start:end])
		}
	}
}

// startsIn says whether a text in small letters begins with one of some words.
func startsIn(text string, words ...string) bool {
	for _, w := range words {
		if strings.HasPrefix(text, w) {
			return true
		}
	}
	return false
}

// endsIn says whether a text ends in one of some words, in small letters or capitals.
func endsIn(text string, words ...string) bool {
	for _, w := range words {
		if len(text) >= len(w) && strings.EqualFold(text[len(text)-len(w):], w) {
			return true
		}
	}
	return false
}

// inBrackets gives the number in brackets that closely follows the word at token w: "die PIN für die
// Packstation (4417)". It is 0 if there is none.
func (s *scan) inBrackets(w int) int {
	for k := w + 1; k < len(s.tokens) && k-w < 6; k++ {
		switch t := s.tokens[k]; {
		case s.is(k, '(') && k+2 < len(s.tokens) && s.tokens[k+1].kind == number && s.is(k+2, ')'):
			return k + 1
		case t.kind != word, t.line:
			return 0
		}
	}
	return 0
}

// otherCodes are words before "code" that make it one of something else.
var otherCodes = wordlist.Set(`discount promo promotion coupon voucher product error area country dialling dial
	postal zip post sort color colour source hs commodity tariff class size model station item order
	customer kunden referral invite invitation gift tax access-area job
	tracking booking reservation qr bar ean bank swift status group course dress building
	fehler farb zolltarif zoll steuer plz sic nace icd`)

// codeBeside is how far behind a code another one may stand, in bytes: "alarm code is 5521, panic code 5522".
const codeBeside = 20

// ownWords say whose code it is.
var ownWords = wordlist.Sieved("my your his her our their mein meinen dein deinen ihr ihren euer euren")

// ownCode says whether the word "code" at token w names one of somebody or something, with a colon before
// the number at token i: "the cleaner's code: 1187".
func (s *scan) ownCode(w, i int) bool {
	return w > 0 && s.tokens[w-1].kind == word && !s.tokens[w].line && !s.tokens[w-1].upper && !otherCodes[s.lower(w-1)] && i == w+2 && s.is(w+1, ':')
}

// pinEnd reads least to eight digits at pos, also in two groups, behind a letter ("G-482913") or before the
// sign that ends them on a keypad. It returns their end, 0 if there are none.
func pinEnd(text string, pos, least int) int {
	at := pos
	if at+2 < len(text) && text[at] >= 'A' && text[at] <= 'Z' && text[at+1] == '-' {
		at += 2
	}
	digits := digitRun(text, at)
	end := at + digits
	if (digits == 3 || digits == 4 || digits == 2) && end+1 < len(text) && (text[end] == ' ' || text[end] == '-') && digitRun(text, end+1) == digits {
		digits, end = 2*digits, end+1+digits
		if digits == 4 && end-at == 5 && end+1 < len(text) && text[end] == text[at+2] && digitRun(text, end+1) == 2 { // "44 92 01"
			digits, end = 6, end+3
		}
	}
	if digits == 6 && end-at == len("612 884") && end+1 < len(text) && text[end] == text[at+3] { // "612 884 09#", as one dials into a conference
		if n := digitRun(text, end+1); (n == 2 || n == 3) && strings.HasPrefix(text[end+1+n:], "#") {
			return end + 1 + n + 1
		}
	}
	for digits < mostPIN && (digits == 1 || end-at == 2*digits-1) && end+1 < len(text) && (text[end] == ' ' || text[end] == '-') && digitRun(text, end+1) == 1 { // "2 9 0 4 1"
		digits, end = digits+1, end+2
	}
	for end+1 < len(text) && (text[end] == '#' || text[end] == '*') && digitRun(text, end+1) > 0 && digits+digitRun(text, end+1) <= mostPIN { // "0815#7"
		digits += digitRun(text, end+1)
		end += 1 + digitRun(text, end+1)
	}
	if digits < least || digits > mostPIN {
		return 0
	}
	if end < len(text) && text[end] == '#' {
		end++
	}
	return end
}

// pinDigits says whether w is a number of as many digits as a PIN has.
func pinDigits(w string) bool {
	return len(w) >= leastPIN && len(w) <= mostPIN && digitRun(w, 0) == len(w)
}
