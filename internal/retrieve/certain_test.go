package retrieve

import "testing"

// What stands beside an answer is about the matter as much as the answer, and still not certain.
func TestWhatStandsBesideAnAnswerIsNotCertain(t *testing.T) {
	shop := firm("de",
		[2]string{"Laden", "# Lehrbücher\nWir kaufen Lehrbücher an, wenn sie nicht älter als drei Jahre sind. Ankauf nur montags von 14 bis 16 Uhr.\n# Versand\nDer Versand kostet 5,90 €. Ab 100 € ist er frei."},
		[2]string{"Verein", "# Vereinsheim\nDas Vereinsheim hat Platz für 80 Personen, eine Küche und eine Kegelbahn. Für Mitglieder kostet es 120 € pro Tag, für andere 220 €."},
		[2]string{"Praxis", "# Tiere\nDas Tier muss vor der Operation zwölf Stunden nüchtern sein, Wasser darf es trinken."})
	const certain = 0.7
	taken := 0.0
	for question, want := range map[string]bool{
		"Kauft ihr Lehrbücher an?":                     true,
		"Was kostet der Versand?":                      true,
		"Wie lange muss das Tier nüchtern sein?":       true,
		"Wie viele Personen passen ins Vereinsheim?":   true,
		"Wie viel bekomme ich für ein Lehrbuch?":       false,
		"Wie lange dauert die Operation?":              false,
		"Kann man das Vereinsheim mit Karte bezahlen?": false,
	} {
		r := shop.Search(Query{Text: question, Language: "de", K: 6})
		if !r.Enough || r.Certainty >= certain != want {
			t.Errorf("%q is certain to %.2f with an evidence of %.2f", question, r.Certainty, r.Evidence)
		}
		if !want {
			taken += r.Evidence - r.Certainty
		}
	}
	if taken < 0.1 { // where the way of paying is asked for the evidence is little already
		t.Errorf("%.2f is taken from the evidence of what stands beside answers", taken)
	}
}

// Where the forests know nothing of the language, a question is as certain as its evidence.
func TestCertaintyIsTheEvidenceWhereNothingMoreIsKnown(t *testing.T) {
	bakery := firm("nl", [2]string{"Bakkerij", "# Openingstijden\nDe bakkerij is open van dinsdag tot zaterdag van 7 tot 18 uur."})
	if r := bakery.Search(Query{Text: "Hoeveel kost een brood bij de bakkerij?", Language: "nl", K: 6}); r.Evidence == 0 || r.Certainty != r.Evidence {
		t.Errorf("certain to %.2f with an evidence of %.2f", r.Certainty, r.Evidence)
	}
}
