package retrieve

import "testing"

func TestTheSiteSaysHowItIsReached(t *testing.T) {
	team := Passage{ID: "t", Document: "t", Title: "Team", Text: "Katrin Öttl\nTelefon 08141 55 66 73", Language: "de"}
	imprint := Passage{ID: "i", Document: "i", Title: "Impressum", Text: "Gärtnerei GmbH\nTelefon: 08141 55 66 70\nAmtsgericht München", Language: "de"}
	contact := Passage{ID: "k", Document: "k", Title: "Kontakt", Text: "Hauptstraße 1\nTelefon: 08141 55 66 70\nFax: 08141 55 66 79\nE-Mail: info@g.example\nWir freuen uns.", Language: "de"}
	for want, passages := range map[string][]Passage{
		"":                        {team},
		"Telefon: 08141 55 66 70": {team, imprint},
		"Telefon: 08141 55 66 70, E-Mail: info@g.example": {imprint, contact, team},
	} {
		if got := Build(passages, Options{}).Contact(); got != want {
			t.Errorf("reached by %q, want %q", got, want)
		}
	}
}
