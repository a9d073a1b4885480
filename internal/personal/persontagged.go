package personal

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/personal/tagger"
	"github.com/webchatagent/wca/internal/wordlist"
)

// lean is how readily a word is taken for a part of a name; 0.3 gave the best balance on sentences
// kept back from training.
const lean = 0.3

// strict is the same where a word is in no list of names, in a text of another language than the training's, or
// where it is one of the dictionary, too.
const strict = -0.5

// tagged finds the names in the sentence [start, end) that the tagger sees, and of which the words and what stands around them
// speak for somebody.
func (s *scan) tagged(start, end int) {
	if !s.worthALook(start, end) {
		return
	}
	spans := s.names.Persons(s.ids[start:end], &s.room.tagger, lean)
	if len(spans) == 0 {
		return
	}
	abroad := s.abroad(start, end)
	surer := map[float32][]tagger.Span{} // by the lean, asked for where it matters
	sureOf := func(lean float32, from, to int) bool {
		if _, asked := surer[lean]; !asked {
			surer[lean] = s.names.Again(&s.room.tagger, lean)
		}
		return slices.ContainsFunc(surer[lean], func(sp tagger.Span) bool { return start+sp.Start <= from && to <= start+sp.End })
	}
	for _, span := range spans {
		from, to := start+span.Start, start+span.End
		from = s.behindBar(from, to)
		for from < to && s.beforeName(from, to) {
			from++
		}
		for to > from && (s.tokens[to-1].kind != word || to-from > 1 && !s.tokens[to-1].upper && !s.small) { // "Andrew said"
			to--
		}
		if from == to || (to-from == 1 || to-from == 2 && s.tokens[to-1].end-s.tokens[to-1].start == 1) && s.everydayThing(from) || s.byMeans(from, to) || to < len(s.tokens) && s.has(to, legalForms) || s.isThing(from, to) || s.step(from, to) || s.madeBy(from, to) || !s.plausible(from, to) || s.cited(to) {
			continue
		}
		if abroad {
			begin, believed := s.believed(from, to, start, end)
			switch {
			case believed:
				from = begin
			case s.joins(from, to):
			case s.nameLike(from, to):
				if !sureOf(strict, start+span.Start, start+span.End) {
					continue
				}
			default:
				continue
			}
		} else if from, to = s.withoutPronouns(from, to); from == to || s.things(from, to) || s.grade(from, to) || to-from == 1 && s.ordinary(from) || !s.running(start, end) && !s.listed(from, to) {
			continue // "Dimethylether", "Haarfön, Glätteisen"
		} else if lean, doubted := s.doubt(from, to); doubted && !sureOf(lean, from, to) {
			continue // "Nagel in der Lauffläche"
		}
		from, to = s.withInitials(from, to)
		if from, to = s.firstBefore(from, start), s.widen(from, to); !s.branded(from, to) {
			s.person(from, to, 0.7)
		}
	}
}

// beforeName says whether the first word of what the tagger took for a name only leads to it: "Frau",
// "Prinzessin", "Verbandsdirektor".
func (s *scan) beforeName(i, to int) bool {
	if s.has(i, titles|leading) || i+1 < to && s.has(i, greetings|callings) || s.tokens[i].kind != word {
		return true
	}
	return i+1 < to && s.tokens[i+1].kind == word && s.tokens[i+1].upper && (s.has(i, ranks) || s.names.Compound(s.ids[i]) || s.roleBefore(i, to) || houses.Has(s.lower(i)))
}

// isThing says whether the words around what the tagger took for a name, or its last one, make it the
// name of a thing or a place.
func (s *scan) isThing(from, to int) bool {
	if to < len(s.tokens) && s.tokens[to].kind == word && !s.tokens[to].line && s.has(to, thingsAfter) {
		return true
	}
	if to-from > 1 && s.has(to-1, thingsAfter) || to-from > 1 && s.has(from, thingsBefore) {
		return true
	}
	if houses.Has(s.lower(from)) {
		return true
	}
	return from > 0 && !s.tokens[from].line && s.tokens[from-1].kind == word && s.tokens[from-1].upper && (s.has(from-1, thingsBefore) || houses.Has(s.lower(from-1)) && s.known(from)&tagger.FirstName == 0)
}

// houses stand before their own name, "Kita Moorwichtel", and before somebody's who calls from there.
var houses = wordlist.Sieved("kita kindergarten klinik tierklinik kirchengemeinde pfarrei")

// plausible drops what is a thing called after somebody, and single words in small letters.
func (s *scan) plausible(from, to int) bool {
	if to-from == 1 && s.notes[from].clue != 0 {
		return false // "Geb.", "Tel."
	}
	upper := false
	for i := from; i < to; i++ {
		w := s.word(i)
		upper = upper || s.tokens[i].upper
		if at := strings.LastIndexByte(w, '-'); at > 0 && at+1 < len(w) && !s.notes[i].family {
			if part := tagger.Default().Known(w[at+1:]); part&tagger.Common != 0 && part&(tagger.FirstName|tagger.LastName) == 0 {
				return false
			}
		}
	}
	return upper
}
