package personal

import "testing"

func TestPairsOfLettersDenyNoWordThatIsThere(t *testing.T) {
	const text = "der Lieferwagen mit der Nr. 17 fährt um 8 Uhr ab://"
	p := pairsOf(text)
	for from := range text {
		for to := from + 1; to <= len(text); to++ {
			if !p.mayHold(text[from:to]) {
				t.Fatalf("%q is denied", text[from:to])
			}
		}
	}
	for _, words := range []string{"packstation", "vorwahl", "<<", " / "} {
		if p.mayHold(words) {
			t.Errorf("%q is not denied", words)
		}
	}
	if !p.mayHold("LIEFERWAGEN") {
		t.Error("capitals count")
	}
}

func TestLetterPairsHaveTheCharactersOfTheirText(t *testing.T) {
	p := pairsOf("a/b: ü")
	for _, c := range []byte("ab/: \xc3") {
		if !p.has(c) {
			t.Errorf("%q is not there", c)
		}
	}
	for _, c := range []byte("@=c") {
		if p.has(c) {
			t.Errorf("%q is there", c)
		}
	}
}
