package personal

import (
	"strings"
	"sync"

	"github.com/webchatagent/wca/internal/personal/tagger"
)

// Words of clues are mistyped as others are: "Gebrutsdatum", "passprot", "Kenzeichen". A word that no dictionary has and that
// is one letter away from such a word is taken for it.

// How many bytes such a word has at least and at most; a shorter one is too often another word. What only counts, "number",
// says nothing by itself and may be shorter.
const leastTypo, leastTypoNoun, mostTypo = 7, 6, 40

// typos are the words of clues, and what is left of each without one of its letters, with what they say.
type typos struct {
	whole, lacking map[string]uint32
	signs          signs // of both
}

// clueTypos are those of clues.txt.
var clueTypos = sync.OnceValue(func() *typos {
	t := &typos{whole: map[string]uint32{}, lacking: map[string]uint32{}}
	sets, _ := readClues(clueText)
	for w, bits := range sets {
		if strings.Contains(w, " ") || !mayBeMistyped(w, bits) {
			continue
		}
		t.whole[w] |= bits
		t.signs.add(signOf(w))
		for i := 1; i < len(w); i++ {
			short := w[:i] + w[i+1:]
			t.lacking[short] |= bits
			t.signs.add(signOf(short))
		}
	}
	return t
})

// mayBeMistyped says whether a word of a clue is long enough and names what the number is, as a make of cars does not.
func mayBeMistyped(w string, bits uint32) bool {
	if bits&headNoun != 0 && len(w) >= leastTypoNoun {
		return true
	}
	named := bits &^ (1<<clueUser | 1<<clueNumber | 1<<clueIP | 1<<clueMAC | 1<<clueDevice | headNoun | secondWord)
	if named == 1<<cluePlate && !strings.Contains(w, "kennz") && !strings.Contains(w, "schild") && !strings.Contains(w, "registration") {
		return false
	}
	return named != 0 && len(w) >= leastTypo
}

// mistyped says which clue a word in small letters is that is in no list and of which the tagger's lexicon has such marks.
func mistyped(w string, marks uint8) uint32 {
	if len(w) < leastTypoNoun-1 || len(w) > mostTypo || marks&(tagger.Common|tagger.CommonEnglish|tagger.SmallEnglish) != 0 {
		return 0
	}
	t := clueTypos()
	if t.signs.may(signOf(w)) {
		if bits, ok := t.lacking[w]; ok {
			return bits
		}
	}
	var room [mostTypo]byte
	short := append(room[:0], w[:1]...)
	short = append(short, w[2:]...) // without the letter at i
	for i := 1; i < len(w); i++ {
		if t.signs.may(signOf(short)) {
			if bits, ok := t.whole[string(short)]; ok {
				return bits
			}
			if bits, ok := t.lacking[string(short)]; ok {
				return bits
			}
		}
		if i < len(short) {
			short[i] = w[i]
		}
	}
	return 0
}
