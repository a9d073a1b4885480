// Package bilingual holds what people read, in German and in English.
package bilingual

import "fmt"

// Text says the same in both languages.
type Text struct {
	De string `json:"de"`
	En string `json:"en"`
}

// Of is a text by its German and its English.
func Of(de, en string) Text { return Text{de, en} }

// AsIs is what reads alike in both: figures, addresses, errors.
func AsIs(said string) Text { return Text{said, said} }

// In is the text in a language: its German for "de", its English for any other.
func (t Text) In(language string) string {
	if language == "de" {
		return t.De
	}
	return t.En
}

// Format puts values, in the same order in both languages, where the text has verbs of package fmt for them.
func (t Text) Format(values ...any) Text {
	return Text{fmt.Sprintf(t.De, values...), fmt.Sprintf(t.En, values...)}
}

// Add is the text with another behind it.
func (t Text) Add(more Text) Text { return Text{t.De + more.De, t.En + more.En} }
