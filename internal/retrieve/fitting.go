package retrieve

import (
	"math"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// fit holds the lines of the quote against what the question names that nothing like it stands for, a day, a month, a
// number, and against the kind of thing it asks for. others are the rows and items of the passage that are not quoted.
func (h *holding) fit(lines, others []readLine, above *reading) {
	g, lang := h.grounds, h.quote.Passage.Language
	an := analyser{lang: lang, table: h.ix.table}
	said := fitted{text: h.quote.Passage.Title + "\n" + h.quote.Passage.Heading()}
	said.tokens = inGerman(said.text, lang)
	told := fitted{}
	for i := range lines {
		l := &lines[i]
		tokens := inGerman(l.text, lang)
		told.add(l.text, tokens)
		h.figures(l.text, tokens, &an, above)
	}
	g[groundLines] = float32(math.Log(1 + float64(len(lines))))
	h.particulars(&said, &told)
	h.numbered(&said, &told)
	h.kinds(&told)
	g[groundLineAhead] = noneSuch
	if h.quote.Item && len(others) > 0 {
		g[groundLineAhead] = h.mostSaid(lines) - h.mostSaid(others)
	}
	g[groundSiblings] = float32(math.Log(1 + float64(len(others))))
}

// inGerman are the words of a text in the language by which it is told what the text states.
func inGerman(text, lang string) []word.Token {
	return stated.SaidInGerman(text, word.Tokens(text, lang), lang)
}

// fitted is a text with its words.
type fitted struct {
	text   string
	tokens []word.Token
	facts  stated.Facts
}

func (f *fitted) add(text string, tokens []word.Token) {
	f.facts |= stated.FactsIn(text, tokens)
	shift := len(f.text) + 1
	f.text += "\n" + text
	for _, t := range tokens {
		t.Start, t.End = t.Start+shift, t.End+shift
		f.tokens = append(f.tokens, t)
	}
}

// particulars compares days, months and numbers. What the lines do not say of them the title and the heading may.
func (h *holding) particulars(above, told *fitted) {
	g, qu := h.grounds, h.qu
	if qu.days != 0 {
		days := stated.DaysIn(told.text, told.tokens)
		if days == 0 {
			days = stated.DaysIn(above.text, above.tokens)
		}
		g[groundDay] = agreement(days&qu.days != 0, days != 0)
	}
	if qu.months != 0 {
		months := stated.MonthsIn(told.text, told.tokens)
		if months == 0 {
			months = stated.MonthsIn(above.text, above.tokens)
		}
		g[groundMonth] = agreement(months&qu.months != 0, months != 0)
	}
	if len(qu.numbers) == 0 {
		return
	}
	have := 0
	for _, n := range qu.numbers {
		if told.hasNumber(n) || above.hasNumber(n) {
			have++
		}
	}
	g[groundNumbers] = agreement(have == len(qu.numbers), told.hasNumber(""))
	if have > 0 && have < len(qu.numbers) {
		g[groundNumbers] = someNumbers
	}
}

// someNumbers is groundNumbers where a text has some of the numbers of the question and lacks others.
const someNumbers = 0.5

// hasNumber says whether a text has a number, written without zeros in front; with "" any.
func (f *fitted) hasNumber(n string) bool {
	return slices.ContainsFunc(f.tokens, func(t word.Token) bool {
		return t.Kind == word.Number && (n == "" || strings.TrimLeft(t.Text, "0") == n)
	})
}

// agreement is 1 where a text names the same as the question, -1 where it names another, and between them where it
// names none.
func agreement(same, some bool) float32 {
	switch {
	case same:
		return 1
	case some:
		return -1
	}
	return -0.5
}

// figures looks for the clause with the figure wanted, and for how much of what is asked it names.
func (h *holding) figures(text string, tokens []word.Token, an *analyser, above *reading) {
	g := h.grounds
	if h.qu.amount == stated.AmountNone || !h.qu.amount.StatedIn(text, tokens) {
		return
	}
	g[groundFigures]++
	rows := h.ix.rowsOf(h.quote.number)
	for _, clause := range clauses(text) {
		words := word.Tokens(clause, an.lang)
		if !h.qu.amount.StatedIn(clause, stated.SaidInGerman(clause, words, an.lang)) {
			continue
		}
		r := reading{met: h.met, exact: make([]bool, len(h.met))}
		clear(h.met)
		h.readTokens(&r, words, an, rows)
		g[groundClause] = max(g[groundClause], h.named(above.met))
	}
}

// clauses are the parts of a sentence or row between commas and the like, and between words that join.
func clauses(text string) []string { return strings.Split(parting.Replace(text), "\n") }

var parting = strings.NewReplacer(" und ", "\n", " and ", "\n", " oder ", "\n", " or ", "\n", " sowie ", "\n", ", ", "\n", "; ", "\n", " – ", "\n", " (", "\n", ") ", "\n", " · ", "\n")

// kinds notes what kind of thing the quote says: a place, a name, a time, a price; whether something is so or not.
func (h *holding) kinds(told *fitted) {
	g := h.grounds
	for k, kind := range [...]stated.Facts{stated.Price, stated.Time | stated.Weekday, stated.Date, stated.Name, stated.Number | stated.Measure | stated.Percent} {
		if told.facts&kind != 0 {
			g[groundTellsPrice+k] = 1
		}
	}
	if told.facts&stated.Place != 0 || h.qu.way == wayWhere && !h.qu.bare && told.saysWhere() {
		g[groundPlaced] = 1
	}
	for _, t := range told.tokens {
		switch {
		case denying[t.Text]:
			g[groundDenies]++
		case allowing[t.Text]:
			g[groundAllows]++
		}
	}
}

// saysWhere says whether a text has a preposition of place before a name or a noun, with one word between at most.
func (f *fitted) saysWhere() bool {
	for i, t := range f.tokens {
		if placePrepositions[t.Text] && i+2 < len(f.tokens) && (f.tokens[i+1].Capital || f.tokens[i+2].Capital) {
			return true
		}
	}
	return false
}

// allowing are words by which a text says that something is so, may be or can be had.
var allowing = wordlist.Set(`ja gern gerne moglich erlaubt willkommen durfen darf konnen kann inklusive enthalten kostenlos kostenfrei immer naturlich selbstverstandlich alle jeder muss mussen bitte
	yes welcome allowed possible can may included free always must need please sure happy`)

// mostSaid is how much of the question the line says that says most of it.
func (h *holding) mostSaid(lines []readLine) (most float32) {
	for i := range lines {
		var sum float32
		for k, met := range lines[i].said.met {
			sum += h.weights[k] * met
		}
		most = max(most, sum)
	}
	return most
}
