package extract_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/extract/extracttest"
)

func TestQuestionsAboveTheirAnswersAreHeadings(t *testing.T) {
	outline := func(d document.Document) string {
		var out strings.Builder
		for _, b := range d.Blocks {
			if b.Kind == document.KindHeading {
				fmt.Fprintf(&out, "%s ", strings.Repeat("#", b.Level))
			}
			out.WriteString(strings.ReplaceAll(b.Text, "\n", " / ") + "\n")
		}
		return out.String()
	}
	const (
		dog, loose = "Darf mein Hund mit?\n", "In Nordstemmen ja, angeleint. In der Altstadt bitte nicht.\n"
		card, cash = "Kann ich mit Karte zahlen? Und mit Gutschein?\n", "Ja, mit girocard ab 10 Euro und mit jedem Gutschein.\n"
		asked      = "# Häufige Fragen\n## " + dog + loose + "## " + card + cash
	)
	for _, c := range []struct {
		name, body, want string
	}{
		{"soft.md", "# Häufige Fragen\n\n**Darf mein Hund mit?**\nIn Nordstemmen ja, angeleint. In der Altstadt bitte nicht.\n\n**Kann ich mit Karte zahlen? Und mit Gutschein?**\nJa, mit girocard ab 10 Euro und mit jedem Gutschein.\n", asked},
		{"apart.md", "# Häufige Fragen\n\n**Darf mein Hund mit?**\n\nIn Nordstemmen ja, angeleint. In der Altstadt bitte nicht.\n\n**Kann ich mit Karte zahlen? Und mit Gutschein?**\n\nJa, mit girocard ab 10 Euro und mit jedem Gutschein.\n", asked},
		{"spaced.md", "# Häufige Fragen\n\n**Darf mein Hund mit?&nbsp;&nbsp;**\n\nIn Nordstemmen ja, angeleint. In der Altstadt bitte nicht.\n", "# Häufige Fragen\n## " + dog + loose},
		{"break.html", "<main><h1>Häufige Fragen</h1><p><strong>Darf mein Hund mit?</strong><br>In Nordstemmen ja, angeleint. In der Altstadt bitte nicht.</p><p><b>Kann ich mit Karte zahlen?</b> <span style='font-weight: bold'>Und mit Gutschein?</span><br>Ja, mit girocard ab 10 Euro und mit jedem Gutschein.</p></main>", asked},
		{"few.html", "<main><h1>Über uns</h1><p>Haben Sie Fragen?</p><p>Rufen Sie uns an, wir beraten Sie gern und kommen auch zu Ihnen nach Hause.</p><p>Das ist <b>wirklich? Ja!</b></p></main>",
			"# Über uns\nHaben Sie Fragen?\nRufen Sie uns an, wir beraten Sie gern und kommen auch zu Ihnen nach Hause.\nDas ist wirklich? Ja!\n"},
		{"alone.html", "<main><h1>Fragen</h1><h2>Ware</h2><div>Wie lange hält Honig?</div><div>Zwei Jahre und länger.</div><div>Gibt es Proben?</div><div>Am Stand auf dem Markt, ja.</div><div>Versendet ihr ins Ausland?</div><div>Nein.</div></main>",
			"# Fragen\n## Ware\n### Wie lange hält Honig?\nZwei Jahre und länger.\n### Gibt es Proben?\nAm Stand auf dem Markt, ja.\n### Versendet ihr ins Ausland?\nNein.\n"},
		{"unanswered.md", "# Prüfen Sie\n\nSind alle Fenster zu?\n\nIst der Herd aus?\n\nLiegt der Schlüssel im Kasten?\n\n**Noch Fragen?**\n", "# Prüfen Sie\nSind alle Fenster zu?\nIst der Herd aus?\nLiegt der Schlüssel im Kasten?\nNoch Fragen?\n"},
	} {
		if got := outline(extracttest.File(t, c.name, c.body)); got != c.want {
			t.Errorf("%s:\n%swant\n%s", c.name, got, c.want)
		}
	}
}
