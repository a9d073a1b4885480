package retrieve

import (
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/retrieve/analysis"
	"github.com/webchatagent/wca/internal/word"
)

func TestAQuestionForANameIsTold(t *testing.T) {
	for want, questions := range map[who]string{
		whoNamed:   `Wer leitet die Gruppe? | wie heißt euer hund | Wer ist der Inhaber? | who teaches yoga | What is the name of the vet? | wem gehört der hof`,
		whoPerhaps: `Wer macht Zahn-OPs? | who handles valuations in Meanwood`,
		whoNot:     `Wer darf mitmachen? | wer zahlt das | wer ist schuld | Wer seid ihr? | who is allowed to join | who pays | Wie heißt das? | wer`,
	} {
		for question := range strings.SplitSeq(questions, " | ") {
			if got := whoAsked(word.Tokens(question, "de")); got != want {
				t.Errorf("%q asks for a name: %d, want %d", question, got, want)
			}
		}
	}
}

func TestANameIsToldFromOtherWords(t *testing.T) {
	for _, c := range []struct{ lang, named, not string }{
		{"de", `Leitung: Beate Terhorst | Den Kurs gibt Frau Zobel. | Das Fohlen heißt Hagebutte. | Es vertritt uns Dr. Sommer. | Hotel „Villa Mirabella“`,
			`Der Hufschmied kommt alle sieben Wochen. | Sie haben 14 Tage Widerrufsrecht. | Unsere Fahrzeuge stehen in der Halle. | Montag Ruhetag`},
		{"en", `Our vet is Orla Byrne. | Ask for Ms Byrne. | A foal called Berry`, `The driver comes to your door. | On Monday we are closed.`},
	} {
		for i, texts := range []string{c.named, c.not} {
			for text := range strings.SplitSeq(texts, " | ") {
				if names(text, word.Tokens(text, c.lang), &analysis.Analyser{Lang: c.lang}) != (i == 0) {
					t.Errorf("%q names somebody: %v", text, i == 1)
				}
			}
		}
	}
}

// What stands in no dictionary is a name, but not where it ends a compound.
func TestTheEndOfACompoundIsNoName(t *testing.T) {
	ix := Build([]passage.Passage{{ID: "1", Document: "1", Language: "de", Text: "Ratenzahlung ist über die Kasse möglich."}}, Options{})
	for text, named := range map[string]bool{"Ratenzahlung ist über Xelvendrix möglich.": true, "Ratenzahlung ist über Kassen-Xelvendrix möglich.": false, "Ratenzahlung ist ab CHF 500.– über die Kasse möglich.": false, "Ermäßigt ist es mit der Kasse MV.": false} {
		if names(text, word.Tokens(text, "de"), &analysis.Analyser{Lang: "de", Table: ix.table}) != named {
			t.Errorf("%q names somebody: %v", text, !named)
		}
	}
}

func TestWhoNamesNobodyIsNoAnswerToWho(t *testing.T) {
	page := func(text string) passage.Passage {
		return passage.Passage{ID: text, Document: text, Address: "https://g.example/" + text[:4], Title: "Stall", Text: text, Language: "de"}
	}
	comes, named := page("Der Hufschmied kommt alle sieben Wochen in den Stall."), page("Unser Hufschmied ist Herr Kolbe.")
	other := page("Eine Reitstunde kostet 30 Euro.")
	query := Query{Text: "Wie heißt der Hufschmied?", K: 6}
	for _, c := range []struct {
		passages []passage.Passage
		want     string
		silent   bool
	}{
		{[]passage.Passage{comes, other}, comes.Text, true},
		{[]passage.Passage{comes, other, named}, named.Text, false},
	} {
		ix := Build(c.passages, Options{})
		if best := ix.Quote(ix.Search(query), 3)[0]; best.Text != c.want || best.Silent != c.silent {
			t.Errorf("%q is quoted, silent: %v", best.Text, best.Silent)
		}
	}
}

// Who heads a thing is told by an item that begins with a name, in whatever words.
func TestANameBeforeWhatIsAskedOfSaysWho(t *testing.T) {
	for _, c := range []struct {
		text, said string
		want       bool
	}{
		{"Wer leitet die Werkstatt?", "• Schorsch Wimmer – Werkstatt und Mittwochstour", true},
		{"Wer ist für die Werkstatt zuständig?", "• Schorsch Wimmer – Werkstatt und Mittwochstour", true},
		{"Wer leitet die Werkstatt?", "Offene Werkstatt – jeden Montag", false},
		{"Wer leitet die Werkstatt?", "• Jonas Pfleger – Verleih, nicht im Laden", false},
		{"Wann ist die Werkstatt offen?", "• Schorsch Wimmer – Werkstatt und Mittwochstour", false},
	} {
		ix := Build([]passage.Passage{{ID: "a", Document: "a", Title: "Team", Text: c.said, Language: "de"}, {ID: "b", Document: "b", Title: "Zeiten", Text: "Mo–Fr 8–18 Uhr", Language: "de"}}, Options{})
		q := Query{Text: c.text, Language: "de"}
		if got := ix.SaysWho(ix.Search(q), q); got != c.want {
			t.Errorf("%q says who, asked %q: %v", c.said, c.text, got)
		}
	}
}
