package retrieve

import (
	"slices"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/word"
)

func TestTheThingAskedForIsFound(t *testing.T) {
	for text, want := range map[string]string{
		"Gibt es ein Restaurant auf dem Hof?":          "restaurant",
		"Gibt es auf dem Hof auch ein Restaurant?":     "restaurant",
		"gibts bei euch eine sauna":                    "sauna",
		"Guten Tag, haben Sie vegane Gerichte?":        "gerichte",
		"Bietet ihr Gutscheine an?":                    "gutscheine",
		"Is there a swimming pool at the hotel?":       "pool",
		"do you have any climbing shoes for kids":      "shoes",
		"Hat die Wohnung eine Spülmaschine?":           "spulmaschine",
		"Does the flat have a balcony?":                "balcony",
		"Haben Sie am Samstag offen?":                  "",
		"Do you open on Sundays?":                      "",
		"Wann habt ihr auf?":                           "",
		"Macht ihr Heizungen?":                         "heizungen",
		"nehmt ihr auch praktikanten":                  "praktikanten",
		"Was nehmen Sie für das Krallenschneiden?":     "",
		"can u board a horse":                          "horse",
		"do you hire out portable toilets":             "toilets",
		"Do you take dogs today?":                      "dogs",
		"Was kostet eine Übernachtung, gibt es Rabatt": "",
		"Nehmen Sie Kryptowährungen wie Bitcoin?":      "bitcoin",
		"Do you take cards such as Amex?":              "amex",
	} {
		lang, _ := word.Language(text)
		tokens := word.Tokens(text, lang)
		got := ""
		if i := thing(tokens, lang); i >= 0 {
			got = tokens[i].Text
		}
		if got != want {
			t.Errorf("%q asks for %q, want %q", text, got, want)
		}
	}
}

// lodge is a farm that lets rooms; no restaurant, no pool.
func lodge() *Index {
	piece := func(document, text string) passage.Passage {
		return passage.Passage{ID: document, Document: document, Address: "https://l.example/" + document, Title: document, Text: text, Language: "de"}
	}
	return Build([]passage.Passage{
		piece("Anreise", "Parkplätze gibt es kostenlos auf dem Hof, dazu eine Ladesäule für Autos."),
		piece("Hunde", "Auf dem Hof müssen Hunde an die Leine, wegen der Hühner."),
		piece("Familien", "Kinderbett und Hochstuhl stellen wir gratis bereit."),
		piece("Zimmer", "Zimmer: Kornblume · Größe: 48 m² · Preis pro Nacht: 89 €\nZimmer: Mohnblüte · Größe: 65 m² · Preis pro Nacht: 119 €\nMindestaufenthalt: in der Hauptsaison fünf Nächte, sonst reicht eine Nacht."),
	}, Options{})
}

func TestTheKindOfAnExampleCountsLess(t *testing.T) {
	ix := Build([]passage.Passage{
		{ID: "a", Document: "a", Headings: []string{"Bitcoin?"}, Text: "Nein, wir nehmen nur Euro.", Language: "de"},
		{ID: "b", Document: "b", Text: "Reifen und Schläuche liegen im Keller.", Language: "de"},
	}, Options{})
	for _, c := range []struct {
		text, kind string
		want       float32
	}{
		{"Nehmen Sie Kryptowährungen wie Bitcoin?", "kryptowahrungen", generalWeight}, {"Do you stock brands such as Shimano?", "brands", generalWeight},
		{"Haben Sie die gleichen Reifen wie Shimano?", "reifen", 1}, {"Do you have the same tyres like Shimano?", "tyres", 1}, {"Reifen wie neu?", "reifen", 1},
	} {
		lang, _ := word.Language(c.text)
		tokens := word.Tokens(c.text, lang)
		i := slices.IndexFunc(tokens, func(t word.Token) bool { return t.Text == c.kind })
		if got := wordWeight(tokens, i, false, lang); got != c.want {
			t.Errorf("%q: %q counts %.2f, want %.2f", c.text, c.kind, got, c.want)
		}
	}
	alone, kind := ix.Search(Query{Text: "Nehmen Sie Bitcoin?"}), ix.Search(Query{Text: "Nehmen Sie Kryptowährungen wie Bitcoin?"})
	if !alone.Enough || !kind.Enough {
		t.Errorf("evidence %.2f, with its kind %.2f", alone.Evidence, kind.Evidence)
	}
}

func TestAThingThatNoPageNamesIsNotMadeUpFromItsPlace(t *testing.T) {
	ix := lodge()
	for text, enough := range map[string]bool{
		"Gibt es ein Restaurant auf dem Hof?": false, "Gibt es auf dem Hof einen Friseur?": false,
		"Gibt es Parkplätze auf dem Hof?": true, "Habt ihr ein Babybett?": true, "Is there parking?": true,
	} {
		if found := ix.Search(Query{Text: text, K: 6}); found.Enough != enough {
			t.Errorf("%q: enough is %v (%.2f)", text, found.Enough, found.Evidence)
		}
	}
}

func TestWhoAsksWhereTheFirmIsGetsItsAddress(t *testing.T) {
	piece := func(document, text string) passage.Passage {
		return passage.Passage{ID: document, Document: document, Address: "https://w.example/" + document, Title: document, Text: text, Language: "de"}
	}
	ix := Build([]passage.Passage{
		piece("Start", "Wann der Laden offen ist, steht unter Öffnungszeiten; wie Sie zu uns finden, unter Anfahrt."),
		piece("Anfahrt", "Laden, Werkstatt und Toilette sind stufenlos erreichbar. Der Laden liegt neben dem Bahnhof."),
		piece("Vertretung", "Im Dezember bleibt der Laden zu. Unsere Vertretung ist der Laden Sommer, Borsbergstraße 7."),
		piece("Kontakt", "Radhaus Ahorn GmbH\nAm Güterschuppen 7\n01067 Dresden"),
		piece("Räder", "Ein Riemen hält rund 20.000 Kilometer."),
	}, Options{})
	for _, text := range []string{"Wo ist euer Laden?", "Where is your shop?", "Wo finde ich euch?", "wo seid ihr", "Wo sind Sie?", "Wie ist die Adresse?"} {
		query := Query{Text: text, K: 6}
		found := ix.Search(query)
		if best := Whole(ix.Quote(found, 3)); !found.Enough || len(best) == 0 || best[0].Text != "Am Güterschuppen 7\n01067 Dresden" {
			t.Errorf("%q is answered %q", text, texts(best))
		}
	}
}

func TestASentenceAnswersBeforeATableThatSaysNoMore(t *testing.T) {
	ix := lodge()
	for text, want := range map[string]string{
		"Kann ich nur eine Nacht bleiben?":   "Mindestaufenthalt",
		"Welches Zimmer ist das günstigste?": "Zimmer: Kornblume",
		"Was kosten die Zimmer pro Nacht?":   "Zimmer: Kornblume",
		"Was kostet das Zimmer Mohnblüte?":   "Zimmer: Mohnblüte",
	} {
		query := Query{Text: text, K: 6}
		if best := Whole(ix.Quote(ix.Search(query), 3)); len(best) == 0 || !strings.HasPrefix(best[0].Text, want) {
			t.Errorf("%q is answered %q, want what begins %q", text, texts(best), want)
		}
	}
}
