package retrieve

import (
	"testing"

	"github.com/webchatagent/wca/internal/passage"
)

func TestTheSiteSaysHowItIsReached(t *testing.T) {
	team := passage.Passage{ID: "t", Document: "t", Title: "Team", Text: "Katrin Öttl\nTelefon 08141 55 66 73", Language: "de"}
	imprint := passage.Passage{ID: "i", Document: "i", Title: "Impressum", Text: "Gärtnerei GmbH\nTelefon: 08141 55 66 70\nAmtsgericht München", Language: "de"}
	contact := passage.Passage{ID: "k", Document: "k", Title: "Kontakt", Text: "Hauptstraße 1\nTelefon: 08141 55 66 70\nFax: 08141 55 66 79\nE-Mail: info@g.example\nWir freuen uns.", Language: "de"}
	english := passage.Passage{ID: "e", Document: "e", Title: "Contact", Text: "Phone: +49 8141 556670", Language: "en"}
	table := passage.Passage{ID: "r", Document: "r", Title: "Kontakt", Text: "Bereich: Laden · Telefon: 08141 55 66 70\nBereich: Büro · Telefon: 08141 55 66 71 · E-Mail: info@g.example", Language: "de"}
	prose := passage.Passage{ID: "p", Document: "p", Title: "Kontakt", Text: "Gärtnerei GmbH Hauptstraße 1 82256 Fürstenfeldbruck Telefon 08141 / 55 66 70 Telefax 08141 / 55 66 79 Mail info@g.example Amtsgericht München, HRB 12345", Language: "de"}
	sentence := passage.Passage{ID: "s", Document: "s", Title: "Kontakt", Text: "E-Mails beantworten wir innerhalb von zwei Werktagen, am schnellsten geht es unter 08141 55 66 70.", Language: "de"}
	besides := passage.Passage{ID: "b", Document: "b", Title: "Kontakt", Text: sentence.Text + "\nTelefon 08141 55 66 70\ninfo@g.example", Language: "de"}
	foot := func(id string) passage.Passage {
		return passage.Passage{ID: id, Document: id, Title: id, Text: "Was hier steht, ist von " + id + ".\nGärtnerei GmbH · Hauptstraße 1, 82256 Fürstenfeldbruck · info@g.example · 08141 55 66 70", Language: "de"}
	}
	lines := passage.Passage{ID: "l", Document: "l", Title: "Kontakt", Text: "Telefon 08141 55 66 70 info@g.example", Language: "de"}
	dots := passage.Passage{ID: "d", Document: "d", Title: "Kontakt", Text: "Telefon 08141 55 66 70 · WhatsApp 0150 55 66 71 info@g.example", Language: "de"}
	head := passage.Passage{ID: "h", Document: "k", Title: "Kontakt", Text: "Rufen Sie uns an: 08141 55 66 70", Language: "de"}
	for want, passages := range map[string][]passage.Passage{
		"":                                       {team},
		sentence.Text:                            {sentence},
		"Telefon 08141 55 66 70, info@g.example": {besides},
		"info@g.example, 08141 55 66 70":         {team, foot("Kurse"), foot("Preise"), foot("Laden")},
		"Telefon: 08141 55 66 70":                {team, imprint},
		"Telefon: 08141 55 66 70, E-Mail: info@g.example": {english, imprint, head, contact, team},
		"Telefon: +49 8141 556670":                        {english},
		"Laden (Telefon: 08141 55 66 70); Büro (Telefon: 08141 55 66 71, E-Mail: info@g.example)": {table},
		"Telefon: 08141 / 55 66 70, E-Mail: info@g.example":                                       {prose},
	} {
		if got := reached(Build(passages, Options{}), "de"); got != want {
			t.Errorf("reached by %q, want %q", got, want)
		}
	}
	for want, p := range map[string]passage.Passage{
		"Phone: 08141 55 66 70, E-mail: info@g.example":                                       contact,
		"Laden (Phone: 08141 55 66 70); Büro (Phone: 08141 55 66 71, E-mail: info@g.example)": table,
	} {
		if got := reached(Build([]passage.Passage{p}, Options{}), "en"); got != want {
			t.Errorf("in English reached by %q, want %q", got, want)
		}
	}
	for want, p := range map[string]passage.Passage{
		"Telefon 08141 55 66 70, info@g.example":                         lines,
		"Telefon: 08141 / 55 66 70, c@g.example":                         {ID: "o", Document: "o", Title: "Kontakt", Text: "Telefon: 08141 / 55 66 70 · c@g.example", Language: "de"},
		"Telefon: 08141 556670, E-Mail: d@g.example":                     {ID: "u", Document: "u", Title: "Impressum", Text: "Telefon: 08141 556670\nE-Mail: d@g.example\nTelefon: 08141 / 55 66 70 · d@g.example", Language: "de"},
		"Telefon: 08141 55 66 70, E-Mail: b@g.example":                   {ID: "f", Document: "f", Title: "Impressum", Text: "Telefon: 08141 55 66 70\nTelefax: 08141 55 66 79\nE-Mail: b@g.example", Language: "de"},
		"a@g.example, 08141 55 66 70":                                    {ID: "m", Document: "m", Title: "Kontakt", Text: "a@g.example 08141 55 66 70", Language: "de"},
		"Telefon 08141 55 66 70, WhatsApp 0150 55 66 71, info@g.example": dots,
	} {
		if got := reached(Build([]passage.Passage{p}, Options{}), "de"); got != want {
			t.Errorf("reached by %q, want %q", got, want)
		}
	}
	if got, want := reached(Build([]passage.Passage{english}, Options{}), "de"), "Telefon: +49 8141 556670"; got != want {
		t.Errorf("in German reached by %q, want %q", got, want)
	}
	if got, want := reached(Build([]passage.Passage{prose}, Options{}), "en"), "Phone: 08141 / 55 66 70, E-mail: info@g.example"; got != want {
		t.Errorf("in English reached by %q, want %q", got, want)
	}
}

// Of two branches the same one is told in whatever order their pages were read.
func TestTheSameBranchIsTold(t *testing.T) {
	branch := func(id, number string) passage.Passage {
		return passage.Passage{ID: id, Document: id, Title: "Kontakt", Address: "https://g.example/" + id, Text: "Telefon: " + number + "\nE-Mail: " + id + "@g.example", Language: "de"}
	}
	altstadt, bahnhof := branch("altstadt", "08141 55 66 70"), branch("bahnhof", "08141 55 66 80")
	foot := func(id string, p passage.Passage) passage.Passage {
		p.ID, p.Document, p.Title, p.Address = id+p.ID, id+p.ID, id, "https://g.example/"+id+p.ID
		return p
	}
	const want = "Telefon: 08141 55 66 70, E-Mail: altstadt@g.example"
	var feet, back []passage.Passage
	for _, id := range []string{"Preise", "Kurse", "Team"} {
		feet, back = append(feet, foot(id, altstadt), foot(id, bahnhof)), append(back, foot(id, bahnhof), foot(id, altstadt))
	}
	for _, passages := range [][]passage.Passage{{altstadt, bahnhof}, {bahnhof, altstadt}, feet, back} {
		if got := reached(Build(passages, Options{}), "de"); got != want {
			t.Errorf("reached by %q, want %q", got, want)
		}
	}
}

func reached(ix *Index, language string) string {
	said, _ := ix.Contact(language)
	return said
}
