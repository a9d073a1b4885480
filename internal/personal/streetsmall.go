package personal

import (
	"github.com/webchatagent/wca/internal/personal/tagger"
	"github.com/webchatagent/wca/internal/wordlist"
)

// beforeStreets are words that stand before the name of a street and belong to it.
var beforeStreets = wordlist.Set("old new st saint north south east west upper lower great little the n s e w")

// rangeWords stand before the second of two numbers.
var rangeWords = wordlist.Set("to till until bis and or und oder")

// smallStreets finds addresses of streets with their town in texts without capitals, where no word says that one follows: "221b baker st
// london", "need a plumber at 12 oak avenue, manchester".
func (s *scan) smallStreets() {
	if !s.small {
		return
	}
	for i := 2; i+1 < len(s.tokens); i++ {
		if s.tokens[i].kind != word || !s.has(i, streetTypes) || s.tokens[i].line {
			continue
		}
		from, town := i-1, i+1
		if s.tokens[from].kind != word || s.tokens[from].line || s.has(from, functionWords) || s.tokens[from].end-s.tokens[from].start < 3 {
			continue
		}
		if from--; beforeStreets[s.lower(from)] && from > 0 && !s.tokens[from].line {
			from--
		}
		if s.is(town, ',') && town+1 < len(s.tokens) {
			town++
		}
		n, letters := 0, 0
		if s.tokens[from].kind == number {
			n, letters = s.numberToken(from)
		}
		if from > 0 && (s.tokens[from-1].kind == number || from > 1 && s.tokens[from-2].kind == number && rangeWords[s.lower(from-1)]) { // "open 9 to 5"
			continue
		}
		if n == 0 || n > 9999 || letters > 1 || s.tokens[from+1].line || s.tokens[town].line || s.tokens[town].kind != word || s.known(town)&tagger.Place == 0 || from > 0 && !s.tokens[from].gap && !s.tokens[from].line {
			continue
		}
		s.addAddress(from, town+1, 0.6)
	}
}
