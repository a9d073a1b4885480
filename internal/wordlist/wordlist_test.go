package wordlist

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

func TestLinesKnowTheirSection(t *testing.T) {
	var got []string
	for section, line := range Lines("# For readers\n\nbefore\n= en\n one two \r\n# more\nthree\n= de\nvier") {
		got = append(got, section+": "+line)
	}
	if want := []string{": before", "en: one two", "en: three", "de: vier"}; !slices.Equal(got, want) {
		t.Errorf("read %q, want %q", got, want)
	}
	for range Lines("a\nb") {
		break // who has seen enough is asked for nothing more
	}
}

func TestSetHoldsTheWordsOfAllLines(t *testing.T) {
	if got, want := Set(" one two\n\tone three "), (map[string]bool{"one": true, "two": true, "three": true}); !maps.Equal(got, want) {
		t.Errorf("holds %v, want %v", got, want)
	}
}

func TestASieveHasTheWordsThatItHolds(t *testing.T) {
	long := strings.Repeat("long", 20)
	s := Sieved("one two über " + long)
	for w, want := range map[string]bool{"one": true, "two": true, "über": true, long: true, "": false, "on": false, "ont": false, "One": false, long[:len(long)-64]: false} {
		if s.Has(w) != want {
			t.Errorf("has %q: %v, want %v", w, !want, want)
		}
	}
}
