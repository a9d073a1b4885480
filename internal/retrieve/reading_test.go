package retrieve

import (
	"testing"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
)

func TestHowAQuestionIsPut(t *testing.T) {
	for text, want := range map[string]manner{
		"Stellt ihr Leute ein?":          {form: formVerb},
		"Können wir früher kommen?":      {form: formVerb, may: true},
		"Habt ihr vegane Torten?":        {form: formVerb, has: true},
		"Ist das Rinderfilet bio?":       {form: formVerb, is: true},
		"Preise Sauna":                   {},
		"Wie laut ist die Blitzklingel?": {form: formAsking, is: true},
		"Muss ich vorher buchen?":        {form: formVerb, must: true},
	} {
		tokens := word.Tokens(text, "de")
		qu := question{}
		qu.askedFor(tokens)
		if got := mannerOf(text, tokens, qu.way); got != want {
			t.Errorf("%q is put as %+v, not %+v", text, got, want)
		}
	}
}

// The grounds tell what the best quote lacks of a question, and whether the sources have it elsewhere.
func TestGroundsTellWhatTheQuoteLacks(t *testing.T) {
	ix := Build([]passage.Passage{
		{ID: "1", Document: "l", Title: "Linsen", Headings: []string{"Kontaktlinsen"}, Text: "Kontaktlinsen nehmen Sie nachts heraus. Monatslinsen kosten 32 Euro.", Language: "de"},
		{ID: "2", Document: "b", Title: "Brillen", Text: "Eine Entspiegelung gehört zu jeder Brille. Blitzversand gibt es nicht.", Language: "de"},
		{ID: "3", Document: "p", Title: "Parken", Text: "Hinter dem Haus stehen drei Parkplätze.", Language: "de"},
	}, Options{})
	ground := func(text string) []float32 {
		g, ok := ix.Ground(Query{Text: text, Language: "de", K: 3})
		if !ok {
			t.Fatalf("nothing is found of %q", text)
		}
		return g.Row
	}
	has, other, strange := ground("Was kosten Monatslinsen?"), ground("Was kosten Monatslinsen mit Entspiegelung?"), ground("Was kosten Monatslinsen mit Zebrastreifen?")
	if has[groundAbsent] != 0 || has[groundMissing] > 0.01 || has[groundExact] < 0.99 {
		t.Errorf("of what it says the quote lacks %v words, %v of them, and has %v", has[groundAbsent], has[groundMissing], has[groundExact])
	}
	if other[groundAbsent] != 1 || other[groundLackKnown] != 1 || other[groundLackElsewhere] == nowhere {
		t.Errorf("of a word of another page: lacking %v, known %v, elsewhere %v", other[groundAbsent], other[groundLackKnown], other[groundLackElsewhere])
	}
	if strange[groundLackKnown] != 0 || strange[groundLackElsewhere] != nowhere || strange[groundLack] <= 0 {
		t.Errorf("of a word of no page: known %v, elsewhere %v, weight %v", strange[groundLackKnown], strange[groundLackElsewhere], strange[groundLack])
	}
}

func TestNothingButAMailAddressIsAskedFor(t *testing.T) {
	ix := Build([]passage.Passage{{ID: "1", Document: "k", Title: "Kontakt", Text: "E-Mail: info@g.example", Language: "de"}}, Options{})
	for text, want := range map[string]stated.Facts{"email adresse": stated.Email, "email adresse buchhaltung": 0} {
		if wanted, _ := ix.parse(Query{Text: text, Language: "de"}).onlyAsksFor(); wanted != want {
			t.Errorf("%q wants nothing but %v, not %v", text, want, wanted)
		}
	}
}
