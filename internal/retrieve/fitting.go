package retrieve

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/date"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// fit holds the lines of the quote against what the question names that nothing like it stands for, a day, a month, a
// number, and against the kind of thing it asks for. others are the rows and items of the passage that are not quoted.
func (h *holding) fit(lines, others []readLine, whole, above *reading) {
	g, lang := h.grounds, h.quote.Passage.Language
	lines = linesInGerman(lines, lang)
	for i := range lines {
		h.figures(&lines[i], above)
	}
	g[groundLines] = float32(math.Log(1 + float64(len(lines))))
	heading := []readLine{{text: h.quote.Passage.Title + "\n" + h.quote.Passage.Heading()}}
	heading[0].tokens = inGerman(heading[0].text, lang)
	h.particulars(lines, heading)
	h.particularise(lines, heading, whole, above)
	h.kinds(lines)
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

// linesInGerman are lines with their words in that language.
func linesInGerman(lines []readLine, lang string) []readLine {
	if lang == "de" || lang == "en" {
		return lines
	}
	out := slices.Clone(lines)
	for i := range out {
		out[i].tokens = stated.SaidInGerman(out[i].text, out[i].tokens, lang)
	}
	return out
}

// particulars compares days, months and numbers. What the lines do not say of them the title and the heading may.
func (h *holding) particulars(lines, above []readLine) {
	g, qu := h.grounds, h.qu
	if qu.days != 0 {
		days := cmp.Or(daysOf(lines), daysOf(above))
		g[groundDay] = agreement(days&qu.days != 0, days != 0)
	}
	if qu.months != 0 {
		months := cmp.Or(monthsOf(lines), monthsOf(above))
		g[groundMonth] = agreement(months&qu.months != 0, months != 0)
	}
	if len(qu.numbers) == 0 {
		return
	}
	have := 0
	for _, n := range qu.numbers {
		if haveNumber(lines, n) || haveNumber(above, n) {
			have++
		}
	}
	g[groundNumbers] = agreement(have == len(qu.numbers), haveNumber(lines, ""))
	if have > 0 && have < len(qu.numbers) {
		g[groundNumbers] = someNumbers
	}
}

func daysOf(lines []readLine) (days date.Days) {
	for i := range lines {
		days |= stated.DaysIn(lines[i].text, lines[i].tokens)
	}
	return days
}

func monthsOf(lines []readLine) (months date.Months) {
	for i := range lines {
		months |= stated.MonthsIn(lines[i].text, lines[i].tokens)
	}
	return months
}

// someNumbers is groundNumbers where a text has some of the numbers of the question and lacks others.
const someNumbers = 0.5

// haveNumber says whether lines have a number, written without zeros in front; with "" any.
func haveNumber(lines []readLine, n string) bool {
	return slices.ContainsFunc(lines, func(l readLine) bool {
		return slices.ContainsFunc(l.tokens, func(t word.Token) bool {
			return t.Kind == word.Number && (n == "" || strings.TrimLeft(t.Text, "0") == n)
		})
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

// figures looks in a line for the clause with the figure wanted, and for how much of what is asked it names.
func (h *holding) figures(line *readLine, above *reading) {
	g := h.grounds
	if h.qu.amount == stated.AmountNone || !h.qu.amount.StatedIn(line.text, line.tokens) {
		return
	}
	g[groundFigures]++
	rows := h.ix.rowsOf(h.quote.number)
	an := h.analyser(h.quote.Passage.Language)
	r := reading{met: h.met, exact: make([]bool, len(h.met))}
	for _, clause := range clauses(line.text) {
		words := word.Tokens(clause, an.Lang)
		if !h.qu.amount.StatedIn(clause, stated.SaidInGerman(clause, words, an.Lang)) {
			continue
		}
		clear(h.met)
		h.readTokens(&r, words, &an, rows)
		g[groundClause] = max(g[groundClause], h.named(above.met))
	}
}

// clauses are the parts of a sentence or row between commas and the like, and between words that join.
func clauses(text string) []string { return strings.Split(parting.Replace(text), "\n") }

var parting = strings.NewReplacer(" und ", "\n", " and ", "\n", " oder ", "\n", " or ", "\n", " sowie ", "\n", ", ", "\n", "; ", "\n", " – ", "\n", " (", "\n", ") ", "\n", " · ", "\n")

// kinds notes what kind of thing the quote says: a place, a name, a time, a price; whether something is so or not.
func (h *holding) kinds(lines []readLine) {
	g := h.grounds
	var facts stated.Facts
	for i := range lines {
		l := &lines[i]
		facts |= stated.FactsIn(l.text, l.tokens)
		if h.qu.way == wayWhere && !h.qu.bare && saysWhere(l.tokens) {
			g[groundPlaced] = 1
		}
		for _, t := range l.tokens {
			switch {
			case denying[t.Text]:
				g[groundDenies]++
			case allowing[t.Text]:
				g[groundAllows]++
			}
		}
	}
	for k, kind := range [...]stated.Facts{stated.Price, stated.Time | stated.Weekday, stated.Date, stated.Name, stated.Number | stated.Measure | stated.Percent} {
		if facts&kind != 0 {
			g[groundTellsPrice+k] = 1
		}
	}
	if facts&stated.Place != 0 {
		g[groundPlaced] = 1
	}
}

// saysWhere says whether a line has a preposition of place before a name or a noun, with one word between at most.
func saysWhere(tokens []word.Token) bool {
	for i, t := range tokens {
		if placePrepositions[t.Text] && i+2 < len(tokens) && (tokens[i+1].Capital || tokens[i+2].Capital) {
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
