package retrieve

import (
	"math/bits"
	"slices"

	"github.com/webchatagent/wca/internal/sentence"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// statingGives is for passages that state what is asked for, where nothing else is: "Wann habt ihr auf?" has no word that
// stands beside the hours, "Wann wir offen haben, steht …" has some, and so has "Kein Kontakt zu anderen Hunden". It is
// more than such words can.
const statingGives = 1

// statingFirst puts candidates that state such facts before those that do not. others are the concepts that the question
// names besides, which a candidate must have.
func (ix *Index) statingFirst(qu *question, wanted stated.Facts, others []int, s *scratch) {
	if wanted == 0 || len(s.candidates) == 0 {
		return
	}
	if len(others) > 0 && ix.passages[s.candidates[0].doc].Asked != "" { // the customer has answered that very question
		return
	}
	for i := range s.candidates {
		c := &s.candidates[i]
		if gives := ix.stating(c.doc, wanted, qu); gives > 0 && ix.meets(qu, others, c.doc, s) {
			c.score += statingGives * gives
		}
	}
	s.sort()
}

// meets says whether a passage, with the headings above it, has these concepts of a question.
func (ix *Index) meets(qu *question, concepts []int, doc int32, s *scratch) bool {
	if len(concepts) == 0 {
		return true
	}
	if ix.facts[doc]&(stated.Time|stated.Price) == stated.Price { // a table of what is hired out names days, too
		return false
	}
	m := newMatcher(ix, qu, s)
	defer m.leave(s)
	m.passage(int(doc), new(signals))
	return !slices.ContainsFunc(concepts, func(i int) bool { return m.met[i] < surelyMet })
}

// surelyMet is how well a word is met by itself, in whatever form.
const surelyMet = 0.9

// manyDays is how many days a passage names that tells the hours of a week, be it "9–5" without more. "Wednesday after
// 5pm" is less.
const manyDays = 3

// stating is how well a passage answers a question that wants nothing else: 0 if it does not, and up to 3. Any way to get
// in touch will do; of opening hours those of many days are better, and where they are asked of certain days, asked, only
// those that name one.
func (ix *Index) stating(doc int32, wanted stated.Facts, qu *question) float32 {
	f, asked := ix.facts[doc], qu.days
	switch {
	case wanted == stated.Contact && f&(stated.Phone|stated.Email) != 0, (wanted == stated.Place || wanted == stated.Email) && f&wanted != 0:
		return 1
	case wanted == stated.OpeningHours && qu.feasts != 0:
		return ix.statingFeasts(doc, qu.feasts)
	case wanted != stated.OpeningHours || f&stated.Weekday == 0:
		return 0
	}
	p := &ix.passages[doc]
	days := stated.DaysIn(p.Text, word.Tokens(p.Text, p.Language))
	named := bits.OnesCount8(uint8(days))
	switch {
	case asked != 0 && days&asked == 0:
		return 0
	case named >= manyDays:
		return 2 + float32(named)/7
	case f&stated.Time != 0:
		return 1
	}
	return 0
}

// statingFeasts is 2 for a passage of which a line says whether there is open on one of some feasts, by its name or date.
func (ix *Index) statingFeasts(doc int32, asked stated.Feasts) float32 {
	p := &ix.passages[doc]
	for _, s := range sentence.In(p.Text) {
		text := p.Text[s.Start:s.End]
		tokens := word.Tokens(text, p.Language)
		all := slices.Clone(tokens)
		for _, names := range stated.FeastsIn(text, tokens, p.Language) {
			all = append(all, names...)
		}
		if stated.FeastsNamed(all)&asked != 0 && (slices.ContainsFunc(tokens, stated.AsksOpening) || stated.FactsIn(text, tokens)&stated.Time != 0) {
			return 2
		}
	}
	return 0
}

// onlyAsksFor are the opening hours, the address or all ways to get in touch, where a question asks for these and nothing
// else. Of opening hours others are the concepts that tell whose: "Wann ist Sprechstunde in Niederurnen?"
func (qu *question) onlyAsksFor() (wanted stated.Facts, others []int) {
	switch {
	case qu.asksHours():
		wanted = stated.OpeningHours
	case qu.amount == stated.AmountMail:
		wanted = stated.Email
	case qu.facts&stated.Contact == stated.Place, qu.facts&stated.Contact == stated.Contact:
		wanted = qu.facts & stated.Contact
	default:
		return 0, nil
	}
	for i := range qu.concepts {
		c := &qu.concepts[i]
		if c.asking || c.word == "" || c.fact&(wanted|qu.facts&stated.Contact) != 0 || wanted == stated.OpeningHours && (tellsTime(c.word) || stated.IsOpening(c.word) || qu.hours && (stated.IsFeast(c.word) || partsOfYear[c.word])) {
			continue
		}
		if wanted != stated.OpeningHours || !c.known {
			return 0, nil
		}
		others = append(others, i)
	}
	return wanted, others
}

// asksHours says whether a question is for opening hours: "Wann habt ihr offen?", "Öffnungszeiten Wangen".
func (qu *question) asksHours() bool {
	return qu.when == stated.WhenOpen || qu.hours || slices.ContainsFunc(qu.concepts, func(c concept) bool { return hoursNamed[c.word] })
}

// hoursNamed are nouns for opening hours.
var hoursNamed = wordlist.Set("offnungszeit offnungszeiten sprechzeit sprechzeiten schalterzeiten ladenzeiten hours")

// tellsTime says whether a word only says of which day, or part of a day, the hours are asked, or that they are.
func tellsTime(w string) bool {
	return len(w) > 3 && stated.DayWord(w) != 0 || stated.PartOfDay(w) != 0 || timesAsked[w]
}

// timesAsked are parts of a day, and words that "what time" and "how late" have.
var timesAsked = wordlist.Set("morgens vormittags vormittag mittags nachmittags nachmittag abends abend nachts morning afternoon evening night time late early spat")
