package retrieve

import (
	"testing"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

func TestIrregularFormsAreFound(t *testing.T) {
	ix := Build([]passage.Passage{
		{ID: "1", Document: "1", Text: "Polonia won the championship in 1946.", Language: "en"},
		{ID: "2", Document: "2", Text: "The club trains on Tuesdays and Thursdays.", Language: "en"},
		{ID: "3", Document: "3", Text: "Das Buch schrieb eine Lehrerin aus Kiel.", Language: "de"},
		{ID: "4", Document: "4", Text: "Das Buch kostet 12 Euro.", Language: "de"},
	}, Options{WithoutTable: true})
	first(t, ix, map[string]string{"When did they win?": "1", "Von wem ist das Buch geschrieben worden?": "3"})
}

// first checks which passage questions find first.
func first(t *testing.T, ix *Index, want map[string]string) {
	t.Helper()
	for question, id := range want {
		if found := ix.Search(Query{Text: question, K: 1}); len(found.Hits) == 0 || found.Hits[0].Passage.ID != id {
			t.Errorf("%q finds %+v, want passage %s first", question, found.Hits, id)
		}
	}
}

func TestEverydayWordsAreFound(t *testing.T) {
	ix := Build([]passage.Passage{
		{ID: "1", Document: "1", Text: "Das WC ist hinter dem Haus.", Language: "de"},
		{ID: "2", Document: "2", Text: "Ein Fischereischein ist vorzulegen.", Language: "de"},
		{ID: "3", Document: "3", Text: "We are full over Christmas.", Language: "en"},
		{ID: "4", Document: "4", Text: "Dogs are walked twice.", Language: "en"},
		{ID: "5", Document: "5", Text: "USt-IdNr.: DE812345678", Language: "de"},
		{ID: "6", Document: "6", Text: "Beschädigungen am Boot zahlt der Mieter.", Language: "de"},
		{ID: "7", Document: "7", Text: "Ein Platz wird bis zehn Tage vor Beginn kostenlos storniert, danach fallen 50 Prozent an.", Language: "de"},
		{ID: "8", Document: "8", Text: "Der Grundkurs beginnt im Januar.", Language: "de"},
		{ID: "9", Document: "9", Text: "Vom Bahnhof aus gehen Sie zehn Minuten.", Language: "de"},
	}, Options{WithoutTable: true})
	first(t, ix, map[string]string{"Wie ist eure Umsatzsteuer-ID?": "5", "was ist wenn ich was kaputt mache?": "6", "Wo ist das Klo?": "1", "brauch ich nen Angelschein": "2", "any room left at xmas": "3", "Bis wann darf ich zurücktreten?": "7", "Habt ihr auch einen Anfängerkurs?": "8"})
}

// A word in two lines, or two words of a line with one stem, would be a mistake of the list.
func TestIrregularFormsAreListedOnce(t *testing.T) {
	for lang, stems := range relatives() {
		if word.Stop(lang, "the") && len(stems) < 200 || len(stems) == 0 {
			t.Errorf("%s has only %d stems", lang, len(stems))
		}
	}
	lines := map[string]bool{}
	for lang, line := range wordlist.Lines(irregularForms + "\n" + everydayWords) {
		if key := lang + " " + line; lines[key] {
			t.Errorf("%s is listed twice", key)
		} else {
			lines[key] = true
		}
	}
}
