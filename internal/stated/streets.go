package stated

import (
	"slices"

	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// streetWords stand before or behind the name of a street in other languages, folded.
var streetWords = map[string]map[string]bool{
	"fr": wordlist.Set("rue avenue av boulevard bd place quai chemin allee impasse route"),
	"es": wordlist.Set("calle avenida avda av plaza paseo carretera camino"),
	"it": wordlist.Set("via viale piazza corso largo strada vicolo"),
	"pt": wordlist.Set("rua avenida av praca travessa estrada largo"),
	"ro": wordlist.Set("strada str bulevardul bd calea aleea piata"),
	"pl": wordlist.Set("ul ulica ulicy aleja aleje alei al plac placu pl os"),
	"cs": wordlist.Set("ulice ulici ul namesti trida tride"),
	"hu": wordlist.Set("utca utcaban ut uton ter teren korut korutja"),
	"tr": wordlist.Set("sokak sokagi sokaginda sok cadde caddesi caddesinde cad bulvari meydani"),
	"ru": wordlist.Set("улица улице ул проспект проспекте площадь площади переулок переулке"),
	"uk": wordlist.Set("вулиця вулиці вул проспект проспекті площа площі провулок провулку"),
	"el": wordlist.Set("οδοσ οδο οδου λεωφοροσ λεωφορο πλατεια"),
	"ar": wordlist.Set("شارع"),
	"he": wordlist.Set("רחוב ברחוב שדרות"),
	"vi": wordlist.Set("đường phố ngõ"),
}

// namesBefore are languages in which the name stands before the word: "Kossuth utca 12".
var namesBefore = map[string]bool{"hu": true, "tr": true}

// farthestNumber is how many words a house number stands behind such a word at most: "calle de la Paz 3".
const farthestNumber = 4

// statesStreet says whether a text in another language than German and English gives a street and a house number.
func statesStreet(tokens []word.Token, lang string) bool {
	for i, t := range tokens {
		if !streetWords[lang][t.Text] {
			continue
		}
		around := tokens[max(0, i-1):min(len(tokens), i+farthestNumber+1)]
		name := around[min(i, 1)+1:]
		if namesBefore[lang] {
			name = around[:min(i, 1)]
		}
		named := lang == "ar" || lang == "he" || slices.ContainsFunc(name, func(t word.Token) bool { return t.Capital })
		if named && slices.ContainsFunc(around, func(t word.Token) bool { return t.Kind == word.Number && len(t.Text) <= 4 }) {
			return true
		}
	}
	return false
}
