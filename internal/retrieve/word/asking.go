package word

import "strings"

// askingWords belong to asking rather than to what is asked about: "What is
// the name of …", "Wie heißt …". A page answers without them.
var askingWords = map[string]string{
	"de": `heißt heißen hieß hießen nennt nennen genannt nannte nannten name namen namens bezeichnet bezeichnen bezeichnete bezeichnung begriff wort art
arten viele vielen viel lange lang oft hoch weit groß alt gibt gab ging geht laut gemäß passiert passierte geschah geschieht bedeutet bedeutete lautet
lautete beispiel beispiele worum wobei wogegen womit wohin wieviele warum befindet befinden liegt liegen grund zweck anzahl zahl verwendet verwendete
genau jemand jemanden etwas sagen sagt wissen weiß erklären nennen zeitpunkt jahr tag`,
	"en": `name names named called call known referred refer refers term word kind type types sort many much long often far old big large high happen
happens happened mean means meant example examples reason purpose number use used uses does anyone someone something say said tell know think thought year
day according exactly`,
}

var asking = func() map[string]map[string]bool {
	all := map[string]map[string]bool{}
	for lang, words := range askingWords {
		all[lang] = map[string]bool{}
		for _, w := range strings.Fields(words) {
			for _, t := range Tokens(w, lang) {
				all[lang][t.Text] = true
			}
		}
	}
	return all
}()

// Asking reports whether a folded word of a question says how it asks rather
// than what about.
func Asking(lang, folded string) bool { return asking[lang][folded] }
