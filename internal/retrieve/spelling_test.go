package retrieve

import (
	"slices"
	"testing"

	"github.com/webchatagent/wca/internal/passage"
)

func TestBothSpellingsOfEnglishFindEachOther(t *testing.T) {
	ix := Build([]passage.Passage{
		{ID: "1", Document: "1", Language: "en", Text: "You can customize the color of the frame and the center panel in the catalog."},
		{ID: "2", Document: "2", Language: "en", Text: "Our organisation labels every parcel by hand before it leaves the harbour."},
		{ID: "3", Document: "3", Language: "en", Text: "We are open on weekdays from nine to five and closed on public holidays."},
		{ID: "4", Document: "4", Language: "en", Text: "Parcels that were cancelled are sent back within a week."},
	}, Options{})
	for question, want := range map[string]string{
		"Can I customise the colour?":                "1",
		"Which catalogue shows the centre?":          "1",
		"What does the organization do at a harbor?": "2",
		"Was my order canceled?":                     "4",
	} {
		found := ix.Search(Query{Text: question, K: 4})
		if len(found.Hits) == 0 || found.Hits[0].Passage.ID != want || found.Hits[0].Coverage < 0.4 {
			t.Errorf("%s: found %+v, want passage %s", question, found.Hits, want)
		}
	}
}

func TestOtherSpellingsAreOfTheSameForm(t *testing.T) {
	for text, want := range map[string]string{
		"organise": "organize", "organized": "organised", "organising": "organizing", "colours": "colors", "centre": "center", "center": "centre",
		"catalogues": "catalogs", "defense": "defence", "cancelled": "canceled", "traveler": "traveller", "analyse": "analyze", "neighbor": "neighbour",
	} {
		if !slices.Contains(otherSpellings(text), want) {
			t.Errorf("%s: %v, want %s", text, otherSpellings(text), want)
		}
	}
}
