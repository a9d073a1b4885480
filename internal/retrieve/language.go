package retrieve

import (
	"strings"
	"unicode"

	"github.com/webchatagent/wca/internal/retrieve/table"
	"github.com/webchatagent/wca/internal/word"
)

// GermanOrEnglish says which of the two languages a short text is in, by its function words and by
// the words that the static table knows in one of them only: "phone number", "handy kaputt". words is
// how many words speak for it beyond those that speak for the other; "" and 0 where nothing decides.
func GermanOrEnglish(text string) (lang string, words int) {
	t := table.Default()
	known := func(lang string, token word.Token) bool {
		return word.Stop(lang, token.Text) || t.Row(lang, word.Hash(word.Stem(lang, token))) != table.None
	}
	german := 0
	for _, token := range word.Tokens(text, "de") {
		if token.Kind != word.Letters || len(token.Text) < 2 || strings.ContainsFunc(text[token.Start+1:token.End], unicode.IsUpper) {
			continue // "PayPal", "USB" are at home in both
		}
		switch de, en := known("de", token), known("en", token); {
		case de && !en:
			german++
		case en && !de:
			german--
		}
	}
	if strings.ContainsAny(text, "äöüßÄÖÜ") {
		german++
	}
	switch {
	case german > 0:
		return "de", german
	case german < 0:
		return "en", -german
	}
	return "", 0
}
