package retrieve

import (
	"strings"
	"unicode"

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
		case isItem(line):
			before = strings.TrimRight(before[:at], "\n")
		case strings.HasSuffix(line, ":"):
			return strings.TrimSuffix(line, ":")
		default:
			return ""
		}
	}
	return ""
}
