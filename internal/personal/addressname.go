package personal

import (
	"github.com/webchatagent/wca/internal/personal/tagger"
	"github.com/webchatagent/wca/internal/wordlist"
)

// mostNames is how many words and marks the name of who lives at an address may have.
const mostNames = 10

// behindWho gives the token behind the part or the line of an address in the tokens [from, to) that says who lives there,
// "Mrs J. Whittaker-Lowe, The Old Forge": with a title, with a first name, behind an initial or as a family. It is from if the
// address begins with something else.
func (s *scan) behindWho(from, to int) int {
	end, words := from, 0
	for ; end < to && end-from < mostNames && !s.is(end, ',') && (end == from || !s.tokens[end].line); end++ {
		switch t := s.tokens[end]; {
		case s.is(end, '.'), s.is(end, '&'):
		case t.kind == word && (t.upper || s.has(end, particles) || end > from && s.lower(end) == "and"):
			words++
			titled := s.has(end, titles|furtherTitles)
			if s.notes[end].clue != 0 || !titled && s.has(end, streetWords|flats|houseWords|partNames|floorNames|likeStreet) && !s.firstName(end) {
				return from
			}
		default:
			return from
		}
	}
	next := s.behindComma(end)
	if next >= to || next == end && !s.tokens[end].line || !s.houseBehindName(next, to) {
		return from
	}
	first := s.skipDot(from + 1)
	switch {
	case s.has(from, titles) && words > 1, s.has(from, furtherTitles) && words > 1 && s.tokens[from].end-s.tokens[from].start > 1:
	case s.initial(from) > 0 && words > 1 && s.upperWord(first) && s.personal(end-1):
	case words > 1 && words < 5 && s.firstName(from) && s.personal(end-1) && !s.knownPlace(end-1):
	case words == 3 && s.lower(from) == "the" && (s.lower(end-1) == "family" || s.lower(end-1) == "household"):
	case words == 1 && from > 0 && whomWords[s.lower(from-1)] && !s.tokens[from].line && (s.firstName(from) || s.known(from)&(tagger.Common|tagger.CommonEnglish|tagger.Place) == 0 && s.notes[from].class == 0) && s.tokens[next].kind == number: // "the key is with Gaétan, 418 chemin …"
	case words == 2 && (s.lower(from) == "family" || s.lower(from) == "familie"):
	case words == 1 && from > 1 && s.is(from-1, '.') && !s.tokens[from].line && s.initial(from-2) == from && s.tokens[end].line: // "Attn: P. Birch\nHillcrest"
	default:
		return from
	}
	return next
}

// whomWords stand before who has something, not before where it is.
var whomWords = wordlist.Set("with by mit avec chez")

// firstName says whether token i is the first name of somebody and no place.
func (s *scan) firstName(i int) bool {
	return s.known(i)&tagger.FirstName != 0 && s.known(i)&tagger.Place == 0
}

// houseBehindName says whether the tokens [from, to) tell a house, with its number or by its name.
func (s *scan) houseBehindName(from, to int) bool {
	for k := from; k < to; k++ {
		if s.tokens[k].kind == number && s.tokens[k].end-s.tokens[k].start < 5 || s.has(k, houseWords|streetTypes|looseTypes) && s.tokens[k].upper || s.lower(k) == "the" && s.tokens[k].upper {
			return true
		}
	}
	return false
}
