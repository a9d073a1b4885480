package verify

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/retrieve"
)

func shop() (*retrieve.Index, []retrieve.Result) {
	index := retrieve.Build([]passage.Passage{
		{Title: "Öffnungszeiten", Language: "de", Address: "https://www.radhaus.example/zeiten", Headings: []string{"Öffnungszeiten"},
			Text: "Der Laden ist montags bis freitags von 9:30 bis 18:30 Uhr und am Samstag von 10 bis 16 Uhr geöffnet. Sonntags ist der Laden geschlossen. Telefon: 030 23125-140, E-Mail hallo@radhaus.example."},
		{Title: "Preise", Language: "de", Address: "https://www.radhaus.example/preise",
			Text: "Arbeit: Kleine Inspektion · Preis: 59 €\nArbeit: E-Bike-Inspektion · Preis: 1.139,50 €\nDer Versand ist ab 50 Euro Bestellwert kostenlos. Die Lieferung dauert zwei bis drei Werktage. Die Preise gelten ab dem 1. März 2026. Rabatte sind nicht kombinierbar. Die Werkstatt liegt am Markt, kostenlose Parkplätze hat sie nicht."},
	}, retrieve.Options{})
	return index, []retrieve.Result{index.Hit(0), index.Hit(1)}
}

func newChecker(said Said, language string) *Checker {
	index, hits := shop()
	return New(index, hits, said, language)
}

func TestSentencesAreJudgedByTheirSources_C3(t *testing.T) {
	for _, c := range []struct {
		text    string
		want    Reason // "" means supported
		passage int
	}{
		{"Samstags ist von 10 bis 16 Uhr geöffnet.", "", 0},
		{"Am Samstag hat der Laden von 10:00 bis 16:00 Uhr offen.", "", 0},
		{"Am Samstag ist bis 17 Uhr geöffnet.", Number, 0},
		{"Unter der Woche öffnet der Laden um 9.30 Uhr.", "", 0},
		{"Die kleine Inspektion kostet 59,00 €.", "", 1},
		{"Die kleine Inspektion kostet 69 €.", Number, 1},
		{"Die Inspektion eines E-Bikes kostet 1139,50 Euro.", "", 1},
		{"Die Lieferung dauert 2–3 Werktage.", "", 1},
		{"Die Lieferung dauert 5 Werktage.", Number, 1},
		{"Die Preise gelten seit dem 01.03.2026.", "", 1},
		{"Rabatte können nicht kombiniert werden.", "", 1},
		{"Rabatte sind kombinierbar.", Negation, 1},
		{"Sonntags ist der Laden geöffnet.", Negation, 0},
		{"Sonntags ist der Laden nicht geöffnet.", "", 0},
		{"Sie erreichen uns unter 030 / 23125140 oder hallo@radhaus.example.", "", 0},
		{"Sie erreichen uns unter 030 999 888 77.", Link, 0},
		{"Mehr steht [hier](https://www.radhaus.example/preise).", "", 1},
		{"Mehr steht auf https://www.radhaus-angebote.example.", Link, -1},
		{"Wir haben vierzig Filialen in ganz Europa und bieten Ratenzahlung an.", Number, -2},
		{"Wir haben Filialen in ganz Europa und bieten Ratenzahlung an.", Words, -2},
		{"Die Werkstatt liegt am Markt.", "", 1},
		{"Die Werkstatt hat keine kostenlosen Parkplätze.", "", 1},
		{"Die Werkstatt liegt nicht am Markt.", Negation, 1},
		{"Die Werkstatt hat kostenlose Parkplätze.", Negation, 1},
		{"On Saturday the shop is open from 10 am to 4 pm.", "", 0},
	} {
		language := "de"
		if c.text[:3] == "On " {
			language = "en"
		}
		v := newChecker(Said{Visitor: []string{"Wann hat der Laden auf?"}}, language).Sentence(c.text)
		if v.Supported != (c.want == "") || v.Reason != c.want || !v.Claim {
			t.Errorf("%s: %+v, want %q", c.text, v, c.want)
		}
		if c.want == "" && v.Hit != c.passage {
			t.Errorf("%s: from passage %d, want %d", c.text, v.Hit, c.passage)
		}
	}
}

func TestWhatClaimsNothingIsLeftAlone(t *testing.T) {
	c := newChecker(Said{}, "de")
	for _, text := range []string{
		"Gern helfe ich Ihnen weiter.", "Kann ich sonst noch etwas für Sie tun?", "Dazu steht in unseren Informationen:", "Das habe ich dazu gefunden:", "Dazu habe ich leider nichts gefunden.", "Bitte wenden Sie sich an unser Team.",
		"In den Unterlagen steht dazu leider nichts.", "", "Guten Tag!", "I could not find anything about this.", "## Zeiten",
	} {
		if v := c.Sentence(text); v.Claim || !v.Supported {
			t.Errorf("%q: %+v", text, v)
		}
	}
}

func FuzzSentence(f *testing.F) {
	f.Add("Das kostet 5 € [1].", "de")
	f.Add("[x](http://a) 1.1.1. +49 1234567", "en")
	f.Fuzz(func(t *testing.T, text, language string) {
		v := newChecker(Said{Visitor: []string{text}}, language).Sentence(text)
		if v.Hit > 1 || v.Supported == (v.Reason != "") {
			t.Errorf("%+v", v)
		}
	})
}

// BenchmarkChecker checks an answer of three sentences against six passages of 120 words.
func BenchmarkChecker(b *testing.B) {
	var passages []passage.Passage
	for i := range 6 {
		passages = append(passages, passage.Passage{Title: "Öffnungszeiten", Language: "de", Address: fmt.Sprintf("https://a.example/%d", i), Text: strings.Repeat(
			"Der Laden ist montags bis freitags von 9:30 bis 18:30 Uhr und am Samstag von 10 bis 16 Uhr geöffnet, sonntags geschlossen. Die Lieferung dauert zwei bis drei Werktage und kostet 4,90 €.\n", 4)})
	}
	index, hits := allOf(passages)
	b.ReportAllocs()
	for b.Loop() {
		c := New(index, hits, Said{Visitor: []string{"Wann hat der Laden auf?"}}, "de")
		for _, s := range []string{"Am Samstag ist der Laden von 10 bis 16 Uhr geöffnet.", "Die Lieferung kostet 4,90 €.", "Sonntags ist geschlossen."} {
			if v := c.Sentence(s); !v.Supported {
				b.Fatal(v)
			}
		}
	}
}

func TestBreaksAreBetweenClausesAndParts(t *testing.T) {
	for sentence, want := range map[string][]string{
		"":                               {""},
		"Wir haben offen":                {"Wir haben offen"},
		"Montags, dienstags;  mittwochs": {"Montags", "dienstags", "mittwochs"},
		"10,5 Liter und\t2 Kilo":         {"10,5 Liter", "2 Kilo"},
		"Hunde und, und Katzen":          {"Hunde und", "und Katzen"},
		"Hundert und unddann, ":          {"Hundert", "unddann", ""},
		"Yoga am Montag  während Pilates aberauch": {"Yoga am Montag", "Pilates aberauch"},
	} {
		if got := parts(sentence); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", sentence, got, want)
		}
	}
}
