// Package retrieve finds the passages of a bot's sources that answer a
// question, and the sentences in them worth quoting. It works without any
// model and without a network: words and their stems, character 4-grams, and a
// small bilingual table of word vectors, added up by how much of the question
// each passage covers. The best of them are read closely and put in order by
// decision trees, and others weigh whether they hold an answer at all.
//
// A document becomes searchable in three steps. Split cuts it into passages,
// Analyse does the costly language work once per passage (the result is stored
// beside the passage), and Build makes an immutable Index of a bot's passages,
// which many goroutines may search at once. Cache keeps the indexes of many
// bots within a memory budget.
//
// The package does no I/O, knows no database and no HTTP. Same passages, same
// question, same answer, on every machine.
package retrieve
