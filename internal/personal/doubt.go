package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/personal/tagger"
	"github.com/webchatagent/wca/internal/wordlist"
)

// strictest is how readily a word of the dictionary is taken for a name where a capital says nothing.
const strictest = -1

// doubt says whether the tagger must be surer than usual of the words [from, to) of a German sentence, and with
// which lean it is asked again: of a single word that a dictionary holds, and of one that no list holds and that
// begins a line or a sentence.
func (s *scan) doubt(from, to int) (lean float32, doubted bool) {
	if to-from > 1 || s.has(from, usualNames) {
		return 0, false
	}
	known := s.known(from)
	listed := known&(tagger.FirstName|tagger.LastName) != 0
	switch {
	case known&tagger.FirstName != 0 && givenNames()[s.lower(from)]:
		return 0, false
	case known&tagger.Common == 0 && (listed || known&tagger.SmallEnglish == 0):
		return strict, known&^tagger.Place == 0 && s.begins(from)
	case s.begins(from):
		return strictest, true
	}
	return strict, true
}

// begins says whether a line or a sentence begins with token i.
func (s *scan) begins(i int) bool {
	return i == 0 || s.tokens[i].line || strings.Contains(".!?:*#|", s.text[s.tokens[i-1].start:s.tokens[i-1].end])
}

// ordinary says whether the single word at token i is one of the language and nobody's name: by its form or by
// the word before it.
func (s *scan) ordinary(i int) bool {
	known, w := s.known(i), s.lower(i)
	if s.has(i, usualNames) {
		return false
	}
	listed := known&(tagger.FirstName|tagger.LastName) != 0
	switch {
	case s.has(i, greetings), holidays[w], dayAdverb(w):
		return true
	case !listed && known&(tagger.Common|tagger.AnyName) == tagger.Common:
		return true
	case !listed && known&tagger.AnyName == 0 && s.womanOf(w):
		return true
	case listed && known&tagger.Common == 0:
		return false
	}
	return s.behindArticle(i) || !listed && s.amongNouns(i)
}

// amongNouns says whether the word at token i stands in a list of things, between two of them: "Roggen, Dinkel
// und Milch".
func (s *scan) amongNouns(i int) bool {
	joins := func(k int) bool {
		return k > 0 && k < len(s.tokens) && !s.tokens[k].line && (s.is(k, ',') || listWords[s.lower(k)])
	}
	return joins(i-1) && joins(i+1) && !s.tokens[i].line && s.pureNoun(i-2) && s.pureNoun(i+2)
}

var listWords = wordlist.Set("und oder sowie")

// pureNoun says whether token i is a German noun that nobody is called.
func (s *scan) pureNoun(i int) bool {
	return i >= 0 && s.upperWord(i) && s.known(i)&(tagger.FirstName|tagger.LastName) == 0 && (germanNoun(s.lower(i)) || compoundThing(s.lower(i)))
}

// pronouns have a capital at the beginning of a sentence and where somebody is spoken to: "Solange Sie".
var pronouns = wordlist.Sieved("ich du er sie es wir ihr ihnen mein meine dein deine sein seine unser unsere euer eure ihre")

// withoutPronouns leaves them out at both ends of the words [from, to).
func (s *scan) withoutPronouns(from, to int) (int, int) {
	for to-from > 1 && pronouns.Has(s.lower(to-1)) {
		to--
	}
	for to-from > 1 && pronouns.Has(s.lower(from)) {
		from++
	}
	return from, to
}

// degrees are what stands behind a "B." or "M." that is no initial.
var degrees = wordlist.Set("sc eng ed phil")

// romanSteps are steps of a scale, of which the name may be short.
var romanSteps = wordlist.Set("ii iii iv vi vii viii")

// step says whether the words [from, to) are a short name in capitals and a step of what it stands for: "CEM II".
func (s *scan) step(from, to int) bool {
	first := s.word(from)
	return to-from == 2 && len(first) < 4 && char.InCapitals(first) && romanSteps[s.lower(from+1)]
}

// grade says whether the words [from, to) are a degree or the grade of a thing: "M. Sc.", "Zement CEM II". No
// first name is among them.
func (s *scan) grade(from, to int) bool {
	capitals := false
	for i := from; i < to; i++ {
		if s.known(i)&tagger.FirstName != 0 && s.known(i)&tagger.Common == 0 {
			return false
		}
		w := s.word(i)
		capitals = capitals || len(w) > 1 && char.InCapitals(w) && s.tokens[i].kind == word
	}
	first := s.word(from)
	return to-from > 1 && (capitals && !char.InCapitals(first) || s.initial(from) > 0 && degrees[s.lower(to-1)])
}

// roleBefore says whether token i is what somebody does and a name follows: "Bankettleiterin Simone Krautter".
func (s *scan) roleBefore(i, end int) bool {
	if i+1 >= end || !s.tokens[i].upper || !s.upperWord(i+1) || s.known(i)&(tagger.FirstName|tagger.LastName) != 0 {
		return false
	}
	w := s.lower(i)
	return roleEnding(w) || roleEnding(strings.TrimSuffix(w, "in"))
}

// holidays are days that some people are called after; alone the day is meant.
var holidays = wordlist.Set("silvester fastnacht fasching karneval advent")

// dayAdverb says whether a word says when something happens again and again: "mittwochs", "Freitagabends".
func dayAdverb(w string) bool {
	stem, ok := strings.CutSuffix(w, "s")
	if !ok {
		return false
	}
	for _, part := range [...]string{"morgen", "vormittag", "mittag", "nachmittag", "abend", "nacht"} {
		if rest, ok := strings.CutSuffix(stem, part); ok {
			if rest == "" {
				return true
			}
			stem = rest
			break
		}
	}
	return germanDays[stem]
}

var germanDays = wordlist.Set("montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag feiertag werktag")

// womanOf says whether a word is what a woman does or is: "Patientin", "Hüttenwirtin".
func (s *scan) womanOf(w string) bool {
	stem, ok := strings.CutSuffix(w, "in")
	return ok && len(stem) > 4 && (germanNoun(stem) || compoundThing(stem) || roleEnding(stem))
}

// behindArticle says whether an article, a word for whose it is, or an adjective stands before token i.
func (s *scan) behindArticle(i int) bool {
	if i == 0 || s.tokens[i].line || s.tokens[i-1].kind != word {
		return false
	}
	w := s.lower(i - 1)
	if determiners[w] || beforeThings[w] {
		return !(i > 1 && s.is(i-2, ',') && s.has(i-1, articles)) // ", die Müller gesehen hat"
	}
	if len(w) < 4 || strings.HasPrefix(w, "gebor") || s.tokens[i-1].upper && !s.begins(i-1) || s.has(i-1, functionWords|prepositions|particles) {
		return false
	}
	for _, e := range [...]string{"e", "en", "er", "es", "em"} {
		if stem, ok := strings.CutSuffix(w, e); ok && adjectives(stem) {
			return true
		}
	}
	return false
}

// adjectives says whether a stem has the forms of an adjective, "alt" in "altes", and not those of a verb,
// "sagt" in "sagte".
func adjectives(stem string) bool {
	const forms = tagger.Common
	return tagger.Default().Known(stem)&forms != 0 && tagger.Default().Known(stem+"es")&forms != 0 && tagger.Default().Known(stem+"er")&forms != 0
}

var determiners = wordlist.Set(`der die das dem den des ihr ihre ihrem ihren ihrer ihres unser unsere unserem unseren
	unserer unseres euer eure eurem euren eurer mein meine meinem meinen meiner dein deine deinem deinen deiner
	sein seine seinem seinen seiner dieser diese dieses diesem diesen im am zum zur beim vom ins`)

// roleEndings end words for what people do.
var roleEndings = [...]string{
	"leiter", "meister", "lehrer", "trainer", "berater", "pfleger", "helfer", "händler", "fahrer", "führer", "therapeut",
	"assistent", "anwalt", "arzt", "wirt", "patient", "präsident", "referent", "techniker", "betreuer", "pädagog", "psycholog",
	"mechaniker", "schreiner", "sprecher", "vertreter", "warter", "gärtner", "verkäufer", "koch", "köch", "anwält", "ärzt", "azubi",
}

func roleEnding(w string) bool {
	for _, e := range roleEndings {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}
