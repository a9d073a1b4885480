// Package retrieve finds the passages of a bot's sources that answer a
// question, and the sentences in them worth quoting. It works without any
// model and without a network: words and their stems, character 4-grams, and a
// small bilingual table of word vectors, added up by how much of the question
// each passage covers. The best of them are read closely and put in order by
// decision trees, and others weigh whether they hold an answer at all.
//
// The passages of a document (package passage) become searchable in two steps.
// Analyse (stored.go, package analysis) does the costly language work once per
// passage (the result is stored beside the passage), and Build (build.go,
// build_read.go) makes an immutable Index of a bot's passages, which many
// goroutines may search at once. Cache keeps the indexes of many bots within
// a memory budget.
//
// Index.Search (search.go) answers a question in this order:
//
//  1. Slips are put right (typo.go), and a follow-up takes over what it leans
//     on (followup.go, leaning.go, replacing.go, earlier.go).
//  2. The question is read (query.go): its concepts with all that may stand for
//     them (concept.go, translation.go, forms.go, irregular.go, spelling.go,
//     separable.go), its topics, and what it is after (asked.go,
//     who.go, way.go, without.go, things.go; existence.go and query_couples.go for other
//     languages, package stated for what a text can state).
//  3. All passages get a first score (search.go, postings.go, dot.go, embed.go).
//  4. The best are read closely (inspect.go, closely.go, relations.go) and put
//     in order (traits.go, reorder.go, ranking.go), those with the price or the hours
//     asked for first (priced.go); neighbours are joined (hits.go).
//  5. Whether they hold an answer is weighed (grounds.go, evidence.go).
//
// Index.Quote (quote.go, quote_*.go) picks sentences, Index.Support
// (support*.go) finds what backs a statement, Questions (alike.go, company.go,
// specific.go) and Group (group.go) compare questions with each other, and
// Index.Contact (contact.go) says how the firm is reached.
//
// The package does no I/O, knows no database and no HTTP. Same passages, same
// question, same answer, on every machine.
package retrieve
