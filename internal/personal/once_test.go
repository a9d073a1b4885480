package personal

import (
	"slices"
	"testing"
)

type counting struct {
	Searcher
	asked int
}

func (c *counting) Find(text string) []Entity {
	c.asked++
	return c.Searcher.Find(text)
}

func TestTheSameTextIsLookedThroughOnce_D3(t *testing.T) {
	const text = "Bitte an max@example.org schreiben."
	under := &counting{Searcher: New(Options{})}
	once := Once(under)
	first := once.Find(text)
	want := slices.Clone(first)
	first[0].Text = "changed by who asked"
	if again := once.Find(text); !slices.Equal(again, want) || len(again) != 1 {
		t.Errorf("found %v, then %v", want, again)
	}
	once.Find("Anders.")
	if under.asked != 2 {
		t.Errorf("looked %d times through two texts", under.asked)
	}
}
