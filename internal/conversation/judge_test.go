package conversation

import (
	"fmt"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/verify"
)

func shop() (*retrieve.Index, retrieve.Results) {
	index := retrieve.Build([]passage.Passage{
		{Address: "https://a.test/zeiten", Title: "Zeiten", Language: "de", Text: "Der Laden ist montags bis freitags von 9:30 bis 18:30 Uhr und am Samstag von 10 bis 16 Uhr geöffnet. Sonntags ist der Laden geschlossen."},
		{Address: "https://a.test/preise", Title: "Preise", Language: "de", Text: "Eine Inspektion kostet 59 €.\nLeistung: Bremse einstellen · Preis: 15 €\nLeistung: Laufrad zentrieren · Preis: 29 €"},
	}, retrieve.Options{})
	return index, retrieve.Results{Hits: []retrieve.Result{index.Hit(0), index.Hit(1)}}
}

func judgeOf(said verify.Said, mode bot.Check) *judge {
	index, found := shop()
	return newJudge(index, found, said, "de", mode)
}

func TestAnswersAreJudgedSentenceBySentence_C3(t *testing.T) {
	for _, c := range []struct{ name, written, marked, withheld string }{
		{"the model's markers do not count", "Samstags ist von 10 bis 16 Uhr geöffnet [2]. Sonntags ist geschlossen.[7]",
			"Samstags ist von 10 bis 16 Uhr geöffnet [1]. Sonntags ist geschlossen [1].", "="},
		{"a wrong number", "Am Samstag ist bis 17 Uhr geöffnet [1]. Eine Inspektion kostet 59 Euro.",
			"Am Samstag ist bis 17 Uhr geöffnet (nicht in unseren Quellen). Eine Inspektion kostet 59 Euro [1].", "Eine Inspektion kostet 59 Euro [1]."},
		{"an invented link", "Eine Inspektion kostet 59 €. Buchen Sie auf https://termin.example/jetzt!",
			"Eine Inspektion kostet 59 € [1]. Buchen Sie auf https://termin.example/jetzt (nicht in unseren Quellen)!", "Eine Inspektion kostet 59 € [1]."},
		{"courtesies", "Gern! Samstags ist bis 16 Uhr geöffnet. Kann ich sonst noch helfen?",
			"Gern! Samstags ist bis 16 Uhr geöffnet [1]. Kann ich sonst noch helfen?", "="},
		{"a list", "Das kostet es:\n\n- Inspektion: 59 €\n- Bremse einstellen: **15 €**\n- Laufrad zentrieren: 99 €\n",
			"Das kostet es:\n\n- Inspektion: 59 € [1]\n- Bremse einstellen: **15 €** [1]\n- Laufrad zentrieren: 99 € (nicht in unseren Quellen)", "Das kostet es:\n\n- Inspektion: 59 € [1]\n- Bremse einstellen: **15 €** [1]"},
		{"a table", "| Leistung | Preis |\n|---|---|\n| Bremse | 15 € |\n| Laufrad | 31 € |",
			"| Leistung | Preis |\n|---|---|\n| Bremse | 15 € [1] |\n| Laufrad | 31 € (nicht in unseren Quellen) |", "| Leistung | Preis |\n|---|---|\n| Bremse | 15 € [1] |"},
		{"two sources", "Samstags ist von 10 bis 16 Uhr geöffnet.\n\nEine Inspektion kostet 59 €.", "Samstags ist von 10 bis 16 Uhr geöffnet [1].\n\nEine Inspektion kostet 59 € [2].", "="},
		{"code", "```\nx = 77\nInspektion: 59\n```\nEine Inspektion kostet 59 €.", "```\nx = 77 (nicht in unseren Quellen)\nInspektion: 59\n```\nEine Inspektion kostet 59 € [1].", "```\nInspektion: 59\n```\nEine Inspektion kostet 59 € [1]."},
		{"brackets in code", "Eine Inspektion `x[1]` kostet 59 € [2]. Eine ` Inspektion [2] kostet 59 € [2].", "Eine Inspektion `x[1]` kostet 59 € [1]. Eine ` Inspektion kostet 59 € [1].", "="},
		{"a heading", "## Samstags bis 17 Uhr\nSamstags ist bis 16 Uhr geöffnet.", "## Samstags bis 17 Uhr (nicht in unseren Quellen)\nSamstags ist bis 16 Uhr geöffnet [1].", "Samstags ist bis 16 Uhr geöffnet [1]."},
		{"a paragraph between", "Samstags ist bis 16 Uhr geöffnet.\n\nWir haben 40 Filialen. Wir haben 50 Läden.\n\nEine Inspektion kostet 59 €.",
			"Samstags ist bis 16 Uhr geöffnet [1].\n\nWir haben 40 Filialen (nicht in unseren Quellen). Wir haben 50 Läden (nicht in unseren Quellen).\n\nEine Inspektion kostet 59 € [2].",
			"Samstags ist bis 16 Uhr geöffnet [1].\n\n\nEine Inspektion kostet 59 € [2]."},
		{"a paragraph before", "Wir haben 40 Filialen.\n\n  Wir haben 50 Läden. Eine Inspektion kostet 59 €.",
			"Wir haben 40 Filialen (nicht in unseren Quellen).\n\n  Wir haben 50 Läden (nicht in unseren Quellen). Eine Inspektion kostet 59 € [1].", "Eine Inspektion kostet 59 € [1]."},
		{"a row in between", "| Leistung | Preis |\n|---|---|\n| Laufrad | 31 € |\n| Bremse | 15 € |",
			"| Leistung | Preis |\n|---|---|\n| Laufrad | 31 € (nicht in unseren Quellen) |\n| Bremse | 15 € [1] |", "| Leistung | Preis |\n|---|---|\n| Bremse | 15 € [1] |"},
		{"nothing of it is true", "Wir haben 40 Filialen in Europa.", "Wir haben 40 Filialen in Europa (nicht in unseren Quellen).", ""},
	} {
		if c.withheld == "=" {
			c.withheld = c.marked
		}
		for mode, want := range map[bot.Check]string{bot.CheckMark: c.marked, bot.CheckWithhold: c.withheld} {
			for size := 1; size <= len(c.written); size++ {
				j := judgeOf(verify.Said{Visitor: []string{"Wann ist auf?"}}, mode)
				var got strings.Builder
				for at := 0; at < len(c.written); at += size {
					got.WriteString(j.write(c.written[at:min(len(c.written), at+size)]))
				}
				got.WriteString(j.close())
				if strings.TrimRight(got.String(), " \n") != want || j.text() != strings.TrimRight(got.String(), " \n") {
					t.Errorf("%s, %s, pieces of %d: %q, want %q (text %q)", c.name, mode, size, got.String(), want, j.text())
					break
				}
			}
		}
	}
}

// Words flow while they are being written; a wrong number never does.
func TestNothingUnknownIsShownBeforeItsMark_C3(t *testing.T) {
	j := judgeOf(verify.Said{}, bot.CheckMark)
	var got string
	for _, piece := range []string{"Der Laden ", "ist am ", "Samstag ", "bis ", "17", " Uhr ", "geöffnet", ". ", "Eine "} {
		got += j.write(piece)
		if i := strings.Index(got, "17"); i >= 0 && !strings.Contains(got[i:], "nicht in unseren Quellen") {
			t.Fatalf("shown unmarked: %q", got)
		}
		if piece == "bis " && !strings.Contains(got, "Laden ist am") {
			t.Errorf("nothing flows: %q", got)
		}
	}
	if !strings.Contains(got, "17 Uhr geöffnet (nicht in unseren Quellen).") {
		t.Errorf("got %q", got)
	}
}

func FuzzJudge(f *testing.F) {
	f.Add("Am Samstag bis 17 Uhr [1]. | a | b |\n```\n", 3)
	f.Fuzz(func(t *testing.T, text string, size int) {
		if size < 1 || size > 50 || len(text) > 2000 {
			return
		}
		j := judgeOf(verify.Said{}, bot.CheckMark)
		for at := 0; at < len(text); at += size {
			j.write(text[at:min(len(text), at+size)])
		}
		j.close()
		for _, c := range j.citations() {
			if c.N < 1 || c.N > 2 {
				t.Errorf("citation %+v", c)
			}
		}
	})
}

// BenchmarkWrite is a paragraph that comes word by word.
func BenchmarkWrite(b *testing.B) {
	index, found := shop()
	for _, words := range []int{20, 300} {
		b.Run(fmt.Sprint(words), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				j := newJudge(index, found, verify.Said{}, "de", bot.CheckMark)
				for range words {
					j.write("wortä ")
				}
			}
		})
	}
}

// What a visitor asked stands over each of several answers, in their words: it backs nothing later.
func TestAQuestionThatIsRepeatedBacksNothing_C3(t *testing.T) {
	before := "### Kostet eine Inspektion 44 € und gibt es ein Leihrad?\n\nDazu habe ich nichts gefunden."
	j := judgeOf(verify.Said{Visitor: []string{"Und was kostet sie?"}, Operator: []string{backed(before)}}, bot.CheckMark)
	j.write("Eine Inspektion kostet 44 €.")
	j.close()
	if want := "Eine Inspektion kostet 44 € (nicht in unseren Quellen)."; j.text() != want {
		t.Errorf("got %s, want %s", j.text(), want)
	}
}
