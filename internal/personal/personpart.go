package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/tagger"
	"github.com/webchatagent/wca/internal/wordlist"
)

// noble are titles inside names: "Moritz Freiherr von Hohenfels".
var noble = wordlist.Set("freiherr freifrau freiin graf gräfin baron baronin prinz prinzessin ritter edler fürst fürstin herzog herzogin erbprinz erbprinzessin erbgraf reichsgraf reichsgräfin reichsfreiherr burggraf burggräfin landgraf landgräfin markgraf markgräfin erzherzog erzherzogin")

// behindParticles gives the first token behind the small words inside a name that begin at token i, "von der", "de la", "von und
// zu", if a surname can follow; i if there are none.
func (s *scan) behindParticles(i, end int) int {
	const most = 4
	j := i
	for j < end && j-i < most && s.tokens[j].kind == word && (j == i || !s.tokens[j].line) && (s.has(j, particles) || j > i && s.lower(j) == "und" && s.lower(j-1) == "von" || noble[s.lower(j)] && j+1 < end && s.has(j+1, particles)) {
		j++
	}
	if j == i || j >= end || s.tokens[j].kind != word || s.tokens[j].line || !s.tokens[j].upper && !s.small {
		return i
	}
	return j
}

// leadsSurname says whether a name may begin with the particles [i, next): "Frau von der Heide", and not "Professor der
// Rhetorik", "Herr vom Amt".
func (s *scan) leadsSurname(i, next int) bool {
	switch s.word(i) {
	case "der", "den", "dem":
		return false
	case "zu", "zum", "zur", "vom":
		return s.known(next)&tagger.LastName != 0 || s.surname(next) && s.known(next)&anyWords == 0
	}
	return true
}

// doubleGiven says whether a word in small letters that is in no list is made of two given names: "ann-kathrin".
func doubleGiven(w string) bool {
	front, back, ok := strings.Cut(w, "-")
	is := func(w string) bool {
		known := tagger.Default().Known(w)
		return len(w) > 1 && (givenNames()[w] || words().note(w).class&usualNames != 0 || known&tagger.FirstName != 0 && known&(tagger.Common|tagger.SmallEnglish) == 0)
	}
	return ok && is(front) && is(back)
}

// doubleFamily says whether such a word is made of two surnames: "brandt-nowak".
func doubleFamily(w string) bool {
	front, back, ok := strings.Cut(w, "-")
	is := func(w string) bool {
		return len(w) > 2 && (surnames()[w] || tagger.Default().Known(w)&tagger.LastName != 0)
	}
	return ok && is(front) && is(back)
}

// afterParticles says whether the word at token i is a surname by the particles that stand before it, so many of them: behind "von
// und zu" it is a place.
func (s *scan) afterParticles(i, particles int) bool {
	known := s.known(i)
	if s.notes[i].clue != 0 || germanNoun(s.lower(i)) || compoundThing(s.lower(i)) {
		return false
	}
	switch {
	case particles > 2:
		return known&^(tagger.Place|tagger.AnyName|tagger.LastName) == 0
	case known&anyWords != 0:
		return false
	}
	return particles == 2 || known != 0 || s.wholeEnd(i+1)
}
