// Package stated reads what a text states: of what kinds its facts are, its figures, lengths of time, days, months and
// feasts, up to which quantity something holds. It reads sentences of pages and, with the same words, what a question
// wants stated. It looks at a text alone, independent of any index.
//
// FactsIn (facts.go, glued.go, streets.go) tells the kinds of facts, DaysIn (days.go), MonthsIn (months.go) and FeastsIn
// (feasts.go) the days. Amount (amount.go, measure.go) is a figure and When (when.go) a kind of time that a question
// wants; both say whether a text has it. Quantities and the extents they lie in are in extent.go, rows that divide
// them between each other in tier.go.
//
// All lists are German and English. Questions in other languages are read by way of the German words that
// interrogatives.go knows for theirs, texts by those of figures.go; days and currencies are known in these languages, too.
//
// Words are folded as package word folds them (small letters without accents), and tokens are always all those of the
// text that stands beside them.
package stated
