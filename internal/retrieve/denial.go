package retrieve

import (
	"slices"
	"strings"
	"unicode"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/retrieve/analysis"
	"github.com/webchatagent/wca/internal/sentence"
	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// denying are words by which a heading or the line above a list takes back what stands under it: "Was wir nicht anbieten",
// "Not included:".
var denying = wordlist.Set(`nicht nichts kein keine keinen keinem keiner keinerlei nie niemals ohne außer ausser ausgenommen ausgeschlossen ausnahme ausnahmen
not no nothing none never without except excluded excluding exclusions exceptions cannot
niet geen zonder pas aucun aucune sans sauf non senza sin nunca não nem sem inte ingen ikke inga nie bez не нет нельзя кроме без`)

// denies says whether a heading or a line above a list takes back what stands under it. What stands there must not be told
// without it: "Akupunktur" alone would be a yes.
func denies(heading string) bool {
	for _, w := range strings.FieldsFunc(strings.ToLower(heading), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }) {
		if denying[w] || strings.HasSuffix(w, "n't") || strings.HasSuffix(w, "n’t") {
			return true
		}
	}
	return false
}

// announcer is the line with a colon above the list in which an item stands, "" where there is none.
func (q *Quote) announcer() string {
	for before := strings.TrimRight(q.Passage.Text[:q.Start], "\n"); before != ""; {
		at := strings.LastIndexByte(before, '\n') + 1
		switch line := before[at:]; {
		case passage.IsItem(line):
			before = strings.TrimRight(before[:at], "\n")
		case passage.Introduces(line):
			return strings.TrimSuffix(line, ":")
		default:
			return ""
		}
	}
	return ""
}

// refusesThing says whether a passage tells that the firm does not have, do or sell the thing of which a question asks
// whether there is one: "Rennräder und Fullys führen wir nicht." That answers it.
func (ix *Index) refusesThing(qu *question, doc int32) bool {
	if qu.thing.concept < 0 {
		return false
	}
	thing := &qu.concepts[qu.thing.concept]
	p := &ix.passages[doc]
	an := analysis.Analyser{Lang: p.Language, Table: ix.table}
	isThing := func(t word.Token) bool {
		id, ok := ix.wordID(&an, t)
		return ok && thing.is(id)
	}
	for _, s := range sentence.In(p.Text) {
		if refusedIn(word.Tokens(p.Text[s.Start:s.End], p.Language), isThing) {
			return true
		}
	}
	return false
}

// How many words lie at most between the firm and its "not", and between "no" and the thing.
const nearRefusal, nearThing = 3, 4

// refusedIn says whether a sentence in German or English refuses a thing for the firm: "X führen wir nicht", "Wir haben
// keine X", "we don’t sell X".
func refusedIn(tokens []word.Token, isThing func(word.Token) bool) bool {
	for i, t := range tokens {
		no := refusing[t.Text]
		if no == 0 || !slices.ContainsFunc(tokens[max(0, i-nearRefusal):min(len(tokens), i+nearRefusal)], func(t word.Token) bool { return ourselves[t.Text] }) {
			continue
		}
		if no != refusesAfter {
			for k := i - 1; k >= 0 && !turning[tokens[k].Text]; k-- {
				if isThing(tokens[k]) {
					return true
				}
			}
		}
		if no != refusesBefore {
			for k := i + 1; k < min(len(tokens), i+1+nearThing) && !turning[tokens[k].Text]; k++ {
				if isThing(tokens[k]) {
					return true
				}
			}
		}
	}
	return false
}

// Where the thing stands that such a word refuses.
const (
	refusesBefore = iota + 1
	refusesAfter
	refusesEither
)

var (
	refusing = map[string]int{
		"nicht": refusesBefore, "kein": refusesEither, "keine": refusesEither, "keinen": refusesEither, "keiner": refusesEither, "keinerlei": refusesEither,
		"not": refusesAfter, "don": refusesAfter, "no": refusesAfter, "cannot": refusesAfter, "can't": refusesAfter,
	}
	// ourselves are words for the firm; "es gibt", "there is" are as good.
	ourselves = wordlist.Set("wir uns gibt we us there")
	// turning are words behind which something else is said.
	turning = wordlist.Set("aber sondern jedoch nur außer ausser but only except unless")
)
