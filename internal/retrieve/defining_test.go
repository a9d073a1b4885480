package retrieve

import (
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/passage"
)

// glossary is a text of rules in which many lines have the words that a few explain.
func glossary() *Index {
	lines := map[string]string{
		"§ 13 Verbraucher":         "Verbraucher ist jede natürliche Person, die ein Geschäft überwiegend zu privaten Zwecken abschließt.",
		"§ 312c Fernabsatz":        "(1) Fernabsatzverträge sind Verträge, für die ausschließlich Telefon, Brief oder Internet verwendet werden.",
		"§ 357 Widerruf":           "Widerruft der Verbraucher den Fernabsatzvertrag, so trägt er die Kosten. Der Verbraucher ist verpflichtet, die Ware zu senden. Im Fernabsatzvertrag kann der Verbraucher anderes mit dem Händler ausmachen.",
		"§ 433 Pflichten":          "(1) Durch den Kaufvertrag wird der Verkäufer verpflichtet, die Sache zu übergeben.",
		"§ 656 Form":               "Ein Maklervertrag zum Nachweis eines Kaufvertrags bedarf der Textform. Der Kaufvertrag ist zu beurkunden.",
		"§ 516 Geschenke":          "Eine Zuwendung ist Schenkung, wenn sie unentgeltlich erfolgt. Die Schenkung ist rückgängig zu machen, wenn es am Nötigen fehlt.",
		"§ 276 Haftung":            "Wer die nötige Sorgfalt außer Acht lässt (Fahrlässigkeit), haftet. Fahrlässigkeit ist zu beweisen.",
		"Begriffe":                 "„Anlieferung“ das Bringen der Ware bis zur Bordsteinkante.\nSperrgut: Ware von mehr als zwei Metern.\nDie Anlieferung ist kostenlos, Sperrgut kostet mehr.",
		"§ 1 Kaufmann und Händler": "Kaufmann im Sinne dieses Gesetzes ist, wer ein Gewerbe betreibt. Ein Kaufmann ist zur Buchführung verpflichtet.",
	}
	var passages []passage.Passage
	for heading, text := range lines {
		passages = append(passages, passage.Passage{ID: heading, Document: "regeln", Title: "Regeln", Headings: []string{"Regeln", heading}, Text: text, Language: "de"})
	}
	return Build(passages, Options{})
}

func TestWhatIsAskedToBeExplainedIsAnsweredByTheLineThatExplainsIt(t *testing.T) {
	ix := glossary()
	for question, want := range map[string]string{
		"Was ist ein Verbraucher?":                 "Verbraucher ist jede natürliche Person",
		"was ist eigentlich ein fernabsatzvertrag": "Fernabsatzverträge sind Verträge",
		"Was ist ein Kaufvertrag?":                 "Durch den Kaufvertrag wird",
		"Was versteht man unter Schenkung?":        "ist Schenkung, wenn",
		"Was bedeutet Fahrlässigkeit genau?":       "(Fahrlässigkeit)",
		"Definition Anlieferung":                   "„Anlieferung“ das Bringen",
		"Sperrgut Definition":                      "Sperrgut: Ware",
		"Wer ist Kaufmann?":                        "Kaufmann im Sinne dieses Gesetzes ist",
	} {
		quotes := ix.Quote(ix.Search(Query{Text: question}), 3)
		if len(quotes) != 1 || !strings.Contains(quotes[0].Text, want) {
			t.Errorf("%q is answered by %q, want only %q", question, texts(quotes), want)
		}
	}
}

func TestWhoAsksForAPriceOrAboutSomethingWantsNoExplanation(t *testing.T) {
	ix := glossary()
	for _, question := range []string{"Was ist der Preis für Sperrgut?", "Was ist bei Anlieferung zu beachten, wenn ich nicht da bin?", "Wie ist das mit der Schenkung?", "Was ist ein Quokka?"} {
		if qu := ix.parse(Query{Text: question}); len(qu.defines) > 0 {
			t.Errorf("%q is taken for a question what something is", question)
		}
	}
}

func TestWhoAsksWhatIsSoWantsAllThatIs(t *testing.T) {
	ix := Build([]passage.Passage{
		{ID: "1", Document: "1", Title: "Regeln", Text: "Im Haus gilt Rücksicht. Rauchen ist verboten. Hunde sind verboten.", Language: "de"},
		{ID: "2", Document: "2", Title: "Regeln", Text: "• Verboten: Glasflaschen in der Halle\n• Verboten: Magnesia in Pulverform", Language: "de"},
		{ID: "3", Document: "3", Title: "Rules", Text: "Included is a towel. Shoes are included.", Language: "en"},
	}, Options{})
	for question, want := range map[string]bool{
		"Was ist verboten?": false, "was ist verboten": false, "What is included?": false,
		"Was ist Magnesia?": true, "was ist die halle": true, "what is a towel": true, "was bedeutet magnesia": true,
	} {
		if qu := ix.parse(Query{Text: question}); (len(qu.defines) > 0) != want {
			t.Errorf("%q: a thing to explain is %v", question, qu.defines)
		}
	}
	if quotes := ix.Quote(ix.Search(Query{Text: "Was ist verboten?"}), 5); len(quotes) < 2 {
		t.Errorf("answered by %q", texts(quotes))
	}
}
