package verify

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/date"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/verify/fact"
	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// titles stand before names of people.
var titles = map[string]bool{"herr": true, "herrn": true, "frau": true, "dr": true, "prof": true, "professor": true, "mr": true, "mrs": true, "ms": true, "miss": true}

// strangeName reports whether a sentence has a name that neither a source has nor anybody said. What looks
// like a name: a word with a capital behind a title or another word with a capital, and one with a
// capital that no dictionary has.
func (c *Checker) strangeName(cl *claim) bool {
	words := writtenWords(cl.text)
	if !slices.ContainsFunc(words, func(w writtenWord) bool { return !w.capital && len(w.text) > 3 }) {
		return false // a heading, where English writes all words with capitals
	}
	for i, w := range words {
		if !w.capital || utf8.RuneCountInString(w.text) < 3 || strings.ToUpper(w.text) == w.text || word.StopEither(strings.ToLower(w.text)) || dated(w.text) {
			continue
		}
		var before writtenWord
		if i > 0 {
			before = words[i-1]
		}
		titled := i > 0 && titles[strings.ToLower(strings.TrimSuffix(before.text, "."))] && before.capital
		beside := w.beside && before.capital && utf8.RuneCountInString(before.text) > 1 && !word.Stop(c.language, strings.ToLower(before.text))
		if c.reads(func(text string) bool { return strings.Contains(text, w.text) }) {
			continue
		}
		strange := !c.support.Dictionary(w.text) || coined(w.text)
		if beside && !strange && (c.thing(before.text) || i > 1 && before.beside && articles[strings.ToLower(words[i-2].text)]) {
			continue // "90 Tage Zeit", "bei der Vergabe der Plätze Vorrang"
		}
		if beside && !c.abroad() && c.misnamed(w.text, c.followers(before.text)) && !c.said.has(w.text) {
			return true
		}
		switch abroad := c.abroad(); {
		case titled, beside && strange && !before.first:
		case abroad:
			continue
		case !w.first && (strange || c.language == "en"), beside && !before.first:
		default:
			continue
		}
		if !c.heard(w.text) {
			return true
		}
	}
	return false
}

// thing reports whether a word is a measure, or one that the sources have and that no name follows there: no first name.
func (c *Checker) thing(w string) bool {
	return fact.MeasureOf(strings.ToLower(w)).Kind != "" || c.reads(func(text string) bool { return strings.Contains(text, w) }) && len(c.followers(w)) == 0
}

// articles stand before things and not before first names.
var articles = wordlist.Set("der die das den dem des ein eine einen einem einer eines ihr ihre ihren ihrem ihrer ihres unser unsere unseren unserem unserer")

// coined reports whether a word has a capital within, as names of brands do: "PayPal".
func coined(w string) bool {
	before := rune(0)
	for _, r := range w {
		if unicode.IsUpper(r) && unicode.IsLower(before) {
			return true
		}
		before = r
	}
	return false
}

// dated says whether a word is a weekday or a month, which are judged as such.
func dated(w string) bool {
	return date.Month(strings.ToLower(w)) > 0 || fact.MayBeDay(w) && stated.Weekdays(w) != 0
}

// sameStart is how many letters a name has in common in two languages.
const sameStart = 3

// mentions reports whether a source has some small letters.
func (c *Checker) mentions(w string) bool { return saidIn(c.read(), w) }

// heard reports whether a word is known from the sources or from what was said.
func (c *Checker) heard(w string) bool {
	if c.held(w) >= nameAlike {
		return true
	}
	base := strings.ToLower(strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(w, "s"), "'"), "’"))
	if c.abroad() && len(base) > sameStart {
		base = base[:sameStart] // "Warschau" and "Warsaw"
	}
	return c.mentions(base) || c.said.has(base)
}

// followers are the words with a capital that follow a word in the sources, as surnames do first names.
func (c *Checker) followers(w string) []string {
	var out []string
	for _, text := range c.read() {
		for rest := text; ; {
			at := strings.Index(rest, w+" ")
			if at < 0 {
				break
			}
			rest = rest[at+len(w)+1:]
			next := leadingName(rest)
			if startsCapital(next) {
				out = append(out, next)
			}
		}
	}
	return out
}

// misnamed reports whether a word stands in the place of other names' second words and is none of them,
// nor made of one ("Yogakurs" for "Yoga"). What no source has at all is misnamed.
func (c *Checker) misnamed(w string, followers []string) bool {
	w = strings.ToLower(w)
	for _, f := range followers {
		if f = strings.ToLower(f); strings.HasPrefix(w, f) || strings.HasPrefix(f, w) || strings.HasSuffix(w, f) {
			return false
		}
	}
	return len(followers) > 0 && !c.mentions(w)
}
