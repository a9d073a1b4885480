package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/trial"
	"github.com/webchatagent/wca/test/eval/material"
)

// A turn whose answer stands on no page of its site measures nothing.
func TestEveryAnswerStandsOnAPageOfItsSite(t *testing.T) {
	t.Chdir("../../..")
	for _, part := range partNames {
		talks, err := read(part)
		if err != nil || len(talks) == 0 {
			t.Fatal("no talks:", err)
		}
		for _, one := range talks {
			site := filepath.Join(material.SiteFolder, one.Site)
			if _, err := os.Stat(site); err != nil {
				t.Fatal(err)
			}
			says, err := material.SiteSays(site)
			if err != nil {
				t.Fatal(err)
			}
			for i, turn := range one.Turns {
				for _, text := range append(turn.Texts, turn.Text) {
					for cell := range strings.SplitSeq(text, "|") {
						if !trial.Holds(says, cell) {
							t.Errorf("%s, turn %d of a talk for %s: a piece stands on no page", one.Site, i+1, part)
						}
					}
				}
			}
		}
	}
}

func TestATurnIsJudged(t *testing.T) {
	quoted := []struct{ N int }{{1}}
	for _, c := range []struct {
		turn turn
		got  answer
		want verdict
	}{
		{turn{Text: "Jeans | 17 €"}, answer{Answer: "**Jeans** – Preis: 17 €", Citations: quoted}, right},
		{turn{Text: "17 €"}, answer{Answer: "Am nächsten kommt: 17 €", Refused: true, Citations: quoted}, nearest},
		{turn{Text: "17 €"}, answer{Answer: "18 €", Citations: quoted}, wrong},
		{turn{Texts: []string{"a", "b"}}, answer{Answer: "a b"}, right},
		{turn{Texts: []string{"a", "b"}}, answer{Answer: "a"}, nearest},
		{turn{Refuse: true}, answer{Refused: true}, right},
		{turn{Refuse: true}, answer{Answer: "17 €", Citations: quoted}, wrong},
		{turn{Talk: true}, answer{Answer: "Gern geschehen."}, right},
		{turn{Talk: true}, answer{Answer: "Dazu habe ich nichts gefunden.", Refused: true}, nearest},
		{turn{Talk: true}, answer{Answer: "17 €", Citations: quoted}, wrong},
		{turn{Talk: true}, answer{Answer: "I cannot book, send, change or cancel anything myself", Refused: true}, right},
		{turn{Talk: true}, answer{Answer: "I cannot book, send, change or cancel anything myself. 17 €", Citations: quoted}, right},
	} {
		if got := c.turn.judge(c.got); got != c.want {
			t.Errorf("%+v is %s for %+v, want %s", c.got, got, c.turn, c.want)
		}
	}
}
