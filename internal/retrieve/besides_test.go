package retrieve

import (
	"testing"

	"github.com/webchatagent/wca/internal/passage"
)

func TestTheOtherIsFoundBesideTheOneThatWasTold(t *testing.T) {
	ix := Build([]passage.Passage{
		{ID: "t#0", Document: "t", Address: "team", Title: "Unser Team", Headings: []string{"Unser Team", "Dr. Ostermann"}, Language: "de", Text: "Fachärztin für Allgemeinmedizin. Sprechtage: Montag bis Donnerstag."},
		{ID: "t#1", Document: "t", Address: "team", Title: "Unser Team", Headings: []string{"Unser Team", "Dr. Brokmeier"}, Ordinal: 1, Language: "de", Text: "Facharzt für Innere Medizin. Sprechtage: Dienstag und Freitag."},
		{ID: "t#2", Document: "t", Address: "team", Title: "Unser Team", Headings: []string{"Unser Team", "Leyla Demirci"}, Ordinal: 2, Language: "de", Text: "Angestellte Fachärztin. Sprechtage: Mittwoch."},
		{ID: "z#0", Document: "z", Address: "zeiten", Title: "Zeiten", Headings: []string{"Zeiten"}, Language: "de", Text: "Montag bis Freitag von 8 bis 12 Uhr."},
	}, Options{})
	q := Query{Text: "und der andere?", Language: "de", Context: []string{"Wann ist Dr. Ostermann da?"}}
	const told = "Fachärztin für Allgemeinmedizin. Sprechtage: Montag bis Donnerstag. [1]"
	if found := ix.Besides(q, told, []string{"team"}); !found.Enough || found.Hits[0].Passage.ID == "t#0" {
		t.Errorf("the other is %+v", found.Hits)
	}
	q.Text = "und die andere Fachärztin?"
	if found := ix.Besides(q, told, []string{"team"}); !found.Enough || found.Hits[0].Passage.ID != "t#2" {
		t.Errorf("the other doctor is %+v", found.Hits)
	}
	q.Text = "und der andere Masseur?"
	if found := ix.Besides(q, told, []string{"team"}); found.Enough {
		t.Errorf("the other masseur is %+v", found.Hits[0].Passage.ID)
	}
	q.Text = "und die andere Fachärztin?"
	if found := ix.Besides(q, told, []string{"zeiten"}); found.Enough {
		t.Errorf("the other is %+v, of a document that was not cited", found.Hits[0].Passage.ID)
	}
	for text, want := range map[string]bool{"und die andere Ärztin?": true, "and the other one?": true, "what about the other barn?": true, "was ist mit dem anderen?": true, "und die andere Ärztin, wann ist die da?": true,
		"Kann ich auch an einem Tag kommen, an dem die andere Gruppe da ist?": false, "und am anderen Ufer?": false, "and another thing?": false,
		"Ist der Parkplatz auf der anderen Seite?": false, "I lost my key the other day": false, "can we come the other way round?": false, "Does the other half pay?": false} {
		if got := (Query{Text: text, Context: q.Context}).AsksOther(); got != want {
			t.Errorf("%q asks for the other: %v", text, got)
		}
	}
}
