package conversation

import (
	"testing"

	"github.com/webchatagent/wca/internal/pseudonym"
	"github.com/webchatagent/wca/internal/retrieve"
)

// named finds one name.
type named string

func (n named) Find(text string) []pseudonym.Entity {
	for i := range text {
		if len(text)-i >= len(n) && text[i:i+len(n)] == string(n) {
			return []pseudonym.Entity{{Start: i, End: i + len(n), Type: pseudonym.Person}}
		}
	}
	return nil
}

func TestPersonsOnTheSiteAreSearchedForOthersAreNot(t *testing.T) {
	index := retrieve.Build([]retrieve.Passage{{
		ID: "1", Document: "team", Title: "Team", Headings: []string{"Mehmet Yıldız"}, Text: "Leiter der Gartenpflege.", Language: "de",
	}}, retrieve.Options{})
	for _, c := range []struct{ name, text, want string }{
		{"Mehmet Yildiz", "Wer ist Mehmet Yildiz?", "Wer ist Mehmet Yildiz?"},
		{"Peter Müller", "Mein Name ist Peter Müller, wer pflegt Gärten?", "Mein Name ist  , wer pflegt Gärten?"},
		{"Mehmet Müller", "Ich bin Mehmet Müller", "Ich bin"},
	} {
		if got := search(named(c.name), index, nil, c.text, "de", 3); got.Text != c.want {
			t.Errorf("%q is looked for as %q, want %q", c.text, got.Text, c.want)
		}
	}
}
