// Package table holds the static bilingual table of word vectors: German stems
// and English stems in one space, so that related words are near each other
// within and across the two languages, and a small dictionary between them.
package table

// Table is immutable and safe for concurrent use. The nil Table is empty.
type Table struct{}

// None is the row of a word the table does not hold.
const None int32 = -1

// Default is the table built into the program.
func Default() *Table { return nil }

// ID identifies the content of the table: analyses made with another one are
// outdated.
func (t *Table) ID() uint32 { return 0 }

// Dim is the number of components of a vector, 0 for the empty table.
func (t *Table) Dim() int { return 0 }

// Row finds a word by language ("de" or "en") and the hash of its stem, or
// returns None.
func (t *Table) Row(lang string, term uint32) int32 { return None }

// Vector writes the vector of a row into dst, which has Dim components.
func (t *Table) Vector(row int32, dst []int8) {}

// Weight is how much a word says about a text, 0 (a function word) to 1 (rare).
func (t *Table) Weight(row int32) float32 { return 0 }

// Translations are words of the other language that mean the same, best first,
// folded but not stemmed; at most four.
func (t *Table) Translations(row int32) []string { return nil }
