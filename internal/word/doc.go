// Package word turns text into the units search compares: folded tokens,
// stems, stop words, character grams and the language a text is written in.
//
// It knows nothing of passages or indexes. The generator of the static table
// uses it too, so that the table's keys and the index's terms are the same
// strings.
package word
