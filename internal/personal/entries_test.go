package personal

import (
	"iter"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/wordlist"
)

// Whoever adds a word to a list learns here what is wrong with it.
func TestWordListsAreWellFormed_D3(t *testing.T) {
	for _, list := range []struct {
		file, text string
		names      []string
		split      func(string) iter.Seq[string]
	}{
		{"clues.txt", clueText, append(clueNames[:], headNouns), entries},
		{"classes.txt", classText, slices.Collect(maps.Keys(classNames)), strings.FieldsSeq},
		{"places.txt", placeText, []string{"towns", "countries"}, entries},
		{"things.txt", thingText, []string{"brands", "everyday", "everyday endings"}, entries},
	} {
		seen := map[string]map[string]bool{}
		for name, line := range wordlist.Lines(list.text) {
			if seen[name] == nil {
				seen[name] = map[string]bool{}
			}
			for w := range list.split(line) {
				switch bare := strings.Trim(w, "*"); {
				case len(bare) == 0 || bare != w && len(bare) < 4:
					t.Errorf("%s, %s: %q is too short", list.file, name, w)
				case w != strings.ToLower(w) || strings.Join(strings.Fields(w), " ") != w:
					t.Errorf("%s, %s: %q is not in small letters with single spaces", list.file, name, w)
				case seen[name][w]:
					t.Errorf("%s, %s: %q stands there twice", list.file, name, w)
				}
				seen[name][w] = true
			}
		}
		if got, want := slices.Sorted(maps.Keys(seen)), slices.Sorted(slices.Values(list.names)); !slices.Equal(got, want) {
			t.Errorf("%s has the sections %q, but the code knows %q", list.file, got, want)
		}
	}
}

// A word that begins or ends as a clue does is about one thing, whichever part is looked at first.
func TestPartsOfCluesDoNotOverlap_D3(t *testing.T) {
	_, parts := readClues(clueText)
	for _, kind := range []struct {
		parts [1 << 10][]cluePart
		has   func(string, string) bool
	}{{parts.begins, strings.HasPrefix}, {parts.ends, strings.HasSuffix}} {
		for _, near := range kind.parts {
			for i, a := range near {
				for j, b := range near {
					if i != j && kind.has(a.text, b.text) {
						t.Errorf("%q and %q", a.text, b.text)
					}
				}
			}
		}
	}
}

// People without umlauts on their keys write clues of two words, too.
func TestCluesAreKnownWithoutUmlauts_D3(t *testing.T) {
	words, parts := readClues("= secret\nwlan schlüssel, rückruf*")
	if words["wlan schluessel"]&(1<<clueSecret) == 0 || words["schluessel"]&secondWord == 0 || parts.of("rueckrufbitten") == 0 || parts.of("rückrufbitten") == 0 {
		t.Errorf("%v", words)
	}
}
