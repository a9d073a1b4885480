package retrieve

import (
	"testing"

	"github.com/webchatagent/wca/internal/passage"
)

// A quote without the figure asked for says so; where another text of the matter has it, that one comes first.
func TestAQuoteWithoutTheFigureAskedForIsSilent(t *testing.T) {
	page := func(text string) passage.Passage {
		return passage.Passage{ID: text, Document: text, Address: "https://g.example/" + text[:4], Title: "Musikschule", Text: text, Language: "de"}
	}
	course := page("Der Ferienkurs Bandwoche läuft in der ersten Woche der Sommerferien.")
	lessons := page("Eine Stunde Klavier kostet 30 Euro.")
	priced := page("Für den Ferienkurs Bandwoche zahlen Sie 120 Euro.")
	query := Query{Text: "Was kostet der Ferienkurs Bandwoche?", K: 6}
	for _, c := range []struct {
		passages []passage.Passage
		want     string
		silent   bool
	}{
		{[]passage.Passage{course, lessons}, course.Text, true},
		{[]passage.Passage{course, lessons, priced}, priced.Text, false},
	} {
		ix := Build(c.passages, Options{})
		best := ix.Quote(ix.Search(query), 3)[0]
		if best.Text != c.want || best.Silent != c.silent {
			t.Errorf("%q is quoted, silent: %v", best.Text, best.Silent)
		}
	}
}

// A sentence in the question's own words answers whether it is so.
func TestASentenceInTheWordsOfTheQuestionAnswersIt(t *testing.T) {
	page := func(text string) passage.Passage {
		return passage.Passage{ID: text, Document: text, Address: "https://g.example/" + text[:4], Title: "Verleih", Text: text, Language: "de"}
	}
	for text, question := range map[string]string{
		"Hunde dürfen Sie gern mitbringen.": "Kann ich meinen Hund mitbringen?", "Kreditkarten nehmen wir nicht.": "Nehmen Sie Kreditkarten?",
	} {
		ix := Build([]passage.Passage{page("Helme sind im Preis enthalten. Bitte bringen Sie einen Ausweis mit, und zahlen Sie in bar.\n" + text), page("Wir haben montags zu.")}, Options{})
		query := Query{Text: question, K: 6}
		if best := ix.Quote(ix.Search(query), 3); len(best) == 0 || best[0].Text != text {
			t.Errorf("%q is answered %q, want %q", question, texts(best), text)
		}
	}
}

func TestWhatOnlyRepeatsTheQuestionIsNotQuoted(t *testing.T) {
	page := func(text string) passage.Passage {
		return passage.Passage{ID: text, Document: text, Address: "https://g.example/" + text[:4], Title: "Shop", Text: text, Language: "en"}
	}
	ix := Build([]passage.Passage{page("Gift voucher"), page("A voucher as a gift is sent by post.")}, Options{})
	query := Query{Text: "Do you have a gift voucher?", K: 6}
	if quotes := ix.Quote(ix.Search(query), 3); len(quotes) != 1 || quotes[0].Text != "A voucher as a gift is sent by post." {
		t.Errorf("quoted %q", texts(quotes))
	}
}
