package personal

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/personal/tagger"
)

// Names with "von und zu", "Prinzessin zu", "von der" go on behind words that no list of surnames has: mostly the name of a place.

// nobleNames finds such names in the sentence [start, end) by the small words inside them.
func (s *scan) nobleNames(start, end int) {
	for i := start + 1; i < end; i++ {
		if !s.has(i, particles) || s.tokens[i].line || s.tokens[i].upper || s.tokens[i-1].kind != word || s.tokens[i-1].held {
			continue
		}
		next := s.behindParticles(i, end)
		if next == i || s.tokens[next].held || s.notes[next].clue != 0 || s.has(next, functionWords) {
			continue
		}
		switch {
		case noble[s.lower(i-1)]:
			s.nobleName(i-1, next, start, end)
		case s.has(i-1, titles) && next == i+1 && s.lower(i) == "zu": // "Herr zu Knyphausen"
			if known, w := s.known(next), s.lower(next); known&anyWords == 0 && !germanNoun(w) && !compoundThing(w) {
				s.person(i, next+1, 0.7)
			}
		default:
			s.longName(i, next, start)
		}
		i = next
	}
}

// nobleName takes the name around the noble title at token i whose small words end before token next: with the given names before it, with the
// second place behind it.
func (s *scan) nobleName(i, next, start, end int) {
	w := s.lower(next)
	if germanNoun(w) && s.known(next)&(tagger.Place|tagger.LastName) == 0 || compoundThing(w) {
		return
	}
	from := i
	for from > start && i-from < 4 && s.tokens[from-1].kind == word && !s.tokens[from].line && s.partOfNoble(from-1) {
		from--
	}
	from, _ = s.withInitials(from, i+1)
	whole := from < i
	switch {
	case whole:
	case i > start && (s.has(i-1, titles) || myNoble[s.lower(i-1)]):
		whole = true
	case !onlyNoble[s.lower(i)] && next-i < 3: // "der Graf von Monte Christo"
		return
	}
	to := next + 1
	if to+1 < end && (s.lower(to) == "und" || s.lower(to) == "u") && !s.tokens[to].upper && s.upperWord(to+1) && s.known(to+1)&(anyWords&^tagger.Place|tagger.FirstName) == 0 && !s.has(to+1, titles|callings) && s.notes[to+1].clue == 0 && whole {
		to += 2 // "zu Ysenburg und Büdingen"
	}
	s.person(from, to, 0.7)
}

// partOfNoble says whether token i may be a given name or another title before a noble one.
func (s *scan) partOfNoble(i int) bool {
	if s.notes[i].clue != 0 || s.has(i, functionWords|articles|prepositions|titles|greetings) || s.small && s.known(i)&(tagger.FirstName|tagger.LastName) == 0 && !s.notes[i].given {
		return false
	}
	known := s.known(i)
	return (s.tokens[i].upper || s.small) && (known&(tagger.FirstName|tagger.LastName) != 0 || s.notes[i].given || s.has(i, usualNames) || known&anyWords == 0 && s.tokens[i].end-s.tokens[i].start > 1)
}

// onlyNoble are titles that are nothing else, so that the name may begin with them, and myNoble the words before one in a signature.
var (
	onlyNoble = map[string]bool{"freiherr": true, "freifrau": true, "freiin": true, "reichsgraf": true, "reichsgräfin": true, "reichsfreiherr": true, "burggraf": true, "burggräfin": true}
	myNoble   = map[string]bool{"ihr": true, "ihre": true, "dein": true, "deine": true, "euer": true, "eure": true}
)

// longName takes a given name, with another word behind it or not, before the small words at token i, and the name behind them at token next:
// "Clementine von der Schulenburg", "Marie Treusch von Buttlar".
func (s *scan) longName(i, next, start int) {
	given := func(k int) bool {
		return k >= start && s.tokens[k].kind == word && s.tokens[k].upper && (s.notes[k].given || s.has(k, usualNames) || s.known(k)&tagger.FirstName != 0 && s.known(k)&anyWords == 0)
	}
	from := i
	if !given(i-1) && given(i-2) && s.upperWord(i-1) && s.notes[i-1].clue == 0 && !s.has(i-1, functionWords) {
		from--
	}
	second := from < i
	for i-from < 4 && given(from-1) && !s.tokens[from].line {
		from--
	}
	known, w := s.known(next), s.lower(next)
	place := known&(tagger.Common|tagger.CommonEnglish) == 0 && len(w) > 7 && slices.ContainsFunc(townEndings, func(e string) bool { return strings.HasSuffix(w, e) })
	switch {
	case from == i:
		return
	case next-i > 1 && (s.afterParticles(next, next-i) || place):
	case next-i == 1 && second && s.known(i-1)&tagger.LastName == 0 && (w != s.word(next) || s.small) && known&anyWords == 0 && !germanNoun(w) && !compoundThing(w) && !brandLike(s.word(next)) && (s.lower(i) == "von" || s.lower(i) == "zu"):
	default:
		return
	}
	s.person(from, next+1, 0.7)
}
