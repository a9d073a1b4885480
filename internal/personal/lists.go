package personal

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/wordlist"
)

// lists finds what stands in a row with a number that was found, and looks like it: the word that names the numbers
// stands before the first of them only, "PIN dreimal falsch: 4021, 4012, 4102", "passports: GTPM3NG4F9 (Ulrike),
// J0WTLKKN9 (Nils)".
func (s *scan) lists() {
	if !slices.ContainsFunc(s.found, func(e Entity) bool { return inLists(e.Type) }) {
		return
	}
	found := resolve(s.text, slices.Clone(s.found))
	for k, e := range found {
		for range longestList {
			limit := len(s.text)
			if k+1 < len(found) {
				limit = found[k+1].Start
			}
			next, ok := s.nextInList(e, limit)
			if !ok {
				next, ok = s.anotherOne(e, limit)
			}
			if !ok {
				break
			}
			s.found = append(s.found, next)
			e = next
		}
	}
}

// longestList is how many numbers may stand in a row behind one that was found.
const longestList = 16

// inLists says whether values of a type may stand in such a row.
func inLists(t Type) bool {
	switch t {
	case Secret, HealthID, SocialID, IDCard, Passport, Plate, TaxID, TaxNumber, VATID, Account:
		return true
	}
	return false
}

// nextInList reads what stands behind e in a row with it, before limit.
func (s *scan) nextInList(e Entity, limit int) (Entity, bool) {
	if !inLists(e.Type) || e.Type == Secret && char.CountDigits([]byte(s.text[e.Start:e.End])) == 0 {
		return Entity{}, false
	}
	rest := s.text[e.End:min(limit, e.End+listReach)]
	gap := listGap(rest)
	if gap == 0 && !(e.Type == Secret && besideAlike(s.text[e.Start:e.End], rest)) {
		return Entity{}, false
	}
	gap = max(gap, 1)
	start := e.End + gap
	end := start
	first := s.text[e.Start:e.End]
	for end < limit && end-start < len(first)+2 && (char.Alnum(s.text[end]) || strings.IndexByte("-./", s.text[end]) >= 0 || s.text[end] == ' ' && spaced(first, end-start)) {
		end++
	}
	for end > start && !char.Alnum(s.text[end-1]) {
		end--
	}
	if end == start || char.Glued(s.text, start) || char.RunsOn(s.text, end) || !alike(first, s.text[start:end]) && !(e.Type == Plate && shapedPlate(s.text, start) == end) || s.counts(end) || s.dateHere(start) && e.Type != SocialID {
		return Entity{}, false
	}
	return Entity{Start: start, End: end, Type: e.Type, Score: 0.6, value: strings.ReplaceAll(s.text[start:end], " ", "")}, true
}

// besideAlike says whether a code of digits in groups stands behind another in a row that only spaces or lines part: "4829-1334
// 2231-9982".
func besideAlike(first, rest string) bool {
	if len(rest) < len(first)+1 || rest[0] != ' ' && rest[0] != '\n' || char.CountDigits([]byte(first)) != len(first)-1 || strings.IndexByte(first, '-') < 0 {
		return false
	}
	return sameShape(first, rest[1:len(first)+1])
}

// anotherOne finds what is built as e of letters and digits and stands behind it in the text, where the word for it
// does not stand again: "canadian passport HK482917, nexus still shows the old one GA771043".
func (s *scan) anotherOne(e Entity, limit int) (Entity, bool) {
	first := s.text[e.Start:e.End]
	digits := char.CountDigits([]byte(first))
	if e.Type != Passport && e.Type != IDCard && e.Type != HealthID || len(first) < leastNational || digits < 5 || digits == len(first) || !allAlnum(strings.ReplaceAll(first, " ", "")) {
		return Entity{}, false
	}
	for i := s.tokenAt(e.End); i < len(s.tokens) && s.tokens[i].end <= limit && s.tokens[i].start-e.End < anotherReach; i++ {
		t := s.tokens[i]
		if strings.IndexByte(first, ' ') > 0 {
			end := t.start + len(first)
			if end <= limit && t.kind == word && sameShape(first, s.text[t.start:end]) && char.InCapitals(s.text[t.start:end]) && !char.RunsOn(s.text, end) && !s.clues.goods(clueIDCard, t.start, 24) { // "U 3815927, mein Mann hat U 4402716"
				return Entity{Start: t.start, End: end, Type: e.Type, Score: 0.5, value: s.text[t.start:end]}, true
			}
			continue
		}
		if t.end-t.start == len(first) && t.kind != mark && alike(first, s.text[t.start:t.end]) && char.InCapitals(s.text[t.start:t.end]) && !s.clues.goods(clueIDCard, t.start, 24) {
			return Entity{Start: t.start, End: t.end, Type: e.Type, Score: 0.5, value: s.text[t.start:t.end]}, true
		}
	}
	return Entity{}, false
}

// anotherReach is how far behind a number another that is built alike may stand, in bytes.
const anotherReach = 96

// listReach is how far behind a number the next one of a row begins, in bytes.
const listReach = 48

// listGap is how many bytes stand between two numbers in a row: a word in brackets or behind the number, and a comma,
// "und" or the like. It is 0 if something else stands there.
func listGap(rest string) int {
	i := 0
	skip := func() {
		for i < len(rest) && rest[i] == ' ' {
			i++
		}
	}
	bracketed := func() bool {
		if i >= len(rest) || rest[i] != '(' {
			return true
		}
		shut := strings.IndexByte(rest[i:], ')')
		if shut < 0 || strings.ContainsAny(rest[i:i+shut], "0123456789\n") {
			return false
		}
		i += shut + 1
		skip()
		return true
	}
	skip()
	if !bracketed() || i >= len(rest) {
		return 0
	}
	for _, filler := range [...]string{"pls", "please", "bitte"} {
		if strings.HasPrefix(rest[i:], filler) {
			i += len(filler)
			skip()
			break
		}
	}
	if i >= len(rest) {
		return 0
	}
	comma := strings.IndexByte(",;/&+", rest[i]) >= 0
	if comma {
		i++
		skip()
	}
	words := 0
	for ; words < mostRowWords; words++ {
		w, _, ok := strings.Cut(rest[i:], " ")
		if !ok || !rowWords[strings.ToLower(w)] && !strings.HasSuffix(w, "'s") && !strings.HasSuffix(w, "’s") { // "the partnership's is"
			break
		}
		i += len(w)
		skip()
	}
	if !comma && words == 0 || !bracketed() {
		return 0
	}
	return i
}

// mostRowWords is how many words may stand between two numbers in a row.
const mostRowWords = 8

// rowWords stand between numbers in a row.
var rowWords = wordlist.Set(`works work but mit with scharf unscharf set unset doesn't doesnt geht klappt aber changed geändert replaced ersetzt now jetzt panic duress hers ours theirs vom meiner firma gmbh company business ehefrau ehemann ehemanns bruder bruders schwester oma opa kind
	kindes dad mum mom brother sister number nummer lautet to auf old alte alter altes neue neuer neues new und and or oder bzw bzw. sowie &
	then dann also auch noch später früher vorher davor later before the other one was is war ist die der das andere instead statt of not nicht
	my his her our mein meine meines meinem seine seiner ihre ihrer von für for late verstorbenen mann mannes
	frau sohn sohnes tochter vater vaters mutter husband's husband’s wife's wife’s mum's mum’s mother's mother’s
	father's father’s dad's dad’s son's son’s daughter's daughter’s partner's partner’s husband wife son daughter`)

// spaced says whether a space stands at a place in a value.
func spaced(first string, at int) bool { return at < len(first) && first[at] == ' ' }

// alike says whether two values are built alike: the same signs, digits and letters at the same places, or capitals
// with digits of about the same number.
func alike(a, b string) bool {
	if sameShape(a, b) {
		return true
	}
	a, b = bare(a), bare(b)
	da, db := char.CountDigits([]byte(a)), char.CountDigits([]byte(b))
	if db == 0 || len(b) < 8 || !char.InCapitals(b) || !char.InCapitals(a) {
		return false
	}
	if da == len(a) || db == len(b) {
		return da == len(a) && db == len(b) && len(a) == len(b)
	}
	return len(a)-len(b) < 2 && len(b)-len(a) < 2
}

// sameShape says whether two values have the same signs, digits and letters at the same places.
func sameShape(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range len(a) {
		if !(char.Digit(a[i]) && char.Digit(b[i]) || char.ASCII(a[i]) && char.ASCII(b[i]) || a[i] == b[i]) {
			return false
		}
	}
	return true
}

// bare is a value without spaces and signs.
func bare(w string) string {
	if strings.IndexFunc(w, func(r rune) bool { return !char.Letter(r) && !(r >= '0' && r <= '9') }) < 0 {
		return w
	}
	var b strings.Builder
	for i := range len(w) {
		if char.Alnum(w[i]) {
			b.WriteByte(w[i])
		}
	}
	return b.String()
}
