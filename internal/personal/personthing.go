package personal

import (
	"strings"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/personal/tagger"
	"github.com/webchatagent/wca/internal/wordlist"
)

// Of German words that no list of names has, the tagger takes many for names that are things: products,
// substances, loanwords. What a word is made of and what stands before it elsewhere in the text tell.

// thing says whether the single word at token i, which the tagger took for a name, is the name of a thing.
func (s *scan) thing(i int) bool {
	known := s.known(i)
	if known&(tagger.FirstName|tagger.LastName) != 0 {
		return false
	}
	w := s.lower(i)
	switch {
	case s.plainThing(i):
		return true
	case strings.HasSuffix(w, "s") && tagger.Default().Known(strings.TrimSuffix(s.word(i), "s"))&(tagger.Place|tagger.LastName|tagger.FirstName|tagger.AnyName) == tagger.Place: // "Münchens"
		return true
	case thingEnding(w), known&tagger.AnyName == 0 && compoundThing(w):
		return true
	}
	return s.countedElsewhere(i)
}

// plainThing says whether a word that is in no list of names is that of a thing by its kind and by how it is written.
func (s *scan) plainThing(i int) bool {
	known := s.known(i)
	switch {
	case s.has(i, articles|functionWords|months|weekdays) || brandLike(s.word(i)) && !strings.Contains(s.lower(i), "-"):
		return true
	case known&tagger.AnyName == 0 && known&(tagger.SmallEnglish|tagger.CommonEnglish) != 0: // "Cookies"
		return true
	}
	return false
}

// thingEndings end German nouns, of substances and of medicine among others, and no surnames.
var thingEndings = strings.Fields(`ung heit keit schaft erei tion sion ismus itis ität ologie akie nomie grafie
	graphie pathie therapie skopie ämie säure ether olin ierung innen tionen ungen heiten ismen ieren`)

func thingEnding(w string) bool {
	for _, e := range thingEndings {
		if len(w) > len(e)+3 && strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// nameHeads end surnames that are made of two words of the dictionary: "Steinberg".
var nameHeads = strings.Fields(`mann berg berger burg burger bach bacher feld felder stein steiner
	thal tal hof hofer wald haus hauser baum heim knecht müller meier mayer maier schmidt schmied
	mayr huber bauer kamp horst brink wirth wirt vogel wolf fuchs haas koch richter vogt land lang kopf haupt hardt hart
	eck ecker egger walter brunner reiter moser gruber lehner kirch thaler acker buch fels holz kranz blum rose stern`)

// compoundThing says whether a word is made of two German ones and no surname: "Alpakawolle".
func compoundThing(w string) bool {
	const least = 4 // bytes of a part
	for at := least; at+least <= len(w); at++ {
		if !utf8.RuneStart(w[at]) || !germanNoun(w[at:]) {
			continue
		}
		for _, link := range [...]string{"", "s", "n", "en", "es"} {
			if front, ok := strings.CutSuffix(w[:at], link); ok && len(front) >= least && germanNoun(front) {
				return !headOfName(w[at:])
			}
		}
	}
	return false
}

func germanNoun(w string) bool {
	known := tagger.Default().Known(w)
	if known&tagger.Common != 0 {
		return true
	}
	for _, e := range [...]string{"s", "n", "e", "en", "es", "er"} { // forms of it
		if stem, ok := strings.CutSuffix(w, e); ok && len(stem) >= 4 && tagger.Default().Known(stem)&tagger.Common != 0 {
			return true
		}
	}
	return false
}

func headOfName(head string) bool {
	for _, h := range nameHeads {
		if head == h || head == h+"s" {
			return true
		}
	}
	return false
}

// beforeThings stand before things that can be more than one, and before no name.
var beforeThings = wordlist.Set("ein eine einen einem einer eines kein keine keinen keinem keiner jeder jede jedes viele wenige alle mehrere solche welche zwei drei")

// countedElsewhere says whether the word at token i stands behind one of these words somewhere in the text.
func (s *scan) countedElsewhere(i int) bool {
	if s.behindCount == nil {
		s.behindCount = map[int32]bool{}
		for k := 1; k < len(s.tokens); k++ {
			if s.tokens[k].upper && !s.tokens[k].line && s.tokens[k-1].kind == word && beforeThings[s.lower(k-1)] {
				s.behindCount[s.ids[k]] = true
			}
		}
	}
	return s.behindCount[s.ids[i]]
}

// things says whether of the words [from, to) none is in a list of names and the last is the name of a
// thing: "Konventioneller Dimethylether".
func (s *scan) things(from, to int) bool {
	for i := from; i < to; i++ {
		if s.known(i)&(tagger.FirstName|tagger.LastName) != 0 {
			return false
		}
	}
	return s.thing(to - 1)
}

// madeBy says whether the two words [from, to) are a thing and whose or of which kind it is: "Müller Milch", "Johnson Shampoo",
// "Finns Pizza", "Spaghetti Carbonara".
func (s *scan) madeBy(from, to int) bool {
	if to-from != 2 || from > 0 && s.titled(from-1) {
		return false
	}
	noun := func(i int) bool {
		return s.known(i)&(tagger.Common|tagger.SmallEnglish) != 0 && s.known(i)&(tagger.FirstName|tagger.LastName) == 0 && !s.notes[i].family
	}
	first, last := s.known(from), s.known(to-1)
	switch {
	case first&tagger.FirstName != 0:
		return noun(to-1) && (s.everydayThing(to-1) || first&tagger.LastName != 0 && last&tagger.AnyName == 0)
	case noun(to - 1):
		return first&tagger.LastName != 0 || first == 0 && strings.HasSuffix(s.word(from), "s")
	}
	return noun(from) && first&tagger.AnyName == 0 && last&tagger.LastName == 0
}

// entryThing says whether the word at token i, with which what is entered as a name begins at token first, is a thing or a place and
// nobody's name: "Name: Winterjacke".
func (s *scan) entryThing(i, first int) bool {
	known := s.known(i)
	if i != first || known&(tagger.FirstName|tagger.LastName) != 0 || s.notes[i].family {
		return false
	}
	w := s.lower(i)
	return known&(tagger.Place|tagger.AnyName) == tagger.Place || known&tagger.AnyName == 0 && (germanNoun(w) || compoundThing(w) || thingEnding(w))
}
