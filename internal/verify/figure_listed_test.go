package verify

import "testing"

// TestAListHasAsManyThingsAsItSays judges sentences that count what they list.
func TestAListHasAsManyThingsAsItSays(t *testing.T) {
	judged{"de", texts("de", "Tarif: Basis · Preis: 20 €\nTarif: Plus · Preis: 35 €\nTarif: Premium · Preis: 60 €", "Unsere Häuser stehen in zwei Städten: Haus Nord und Haus Mitte in Köln, Haus Süd in Bonn. Wir kümmern uns um Haut und Haar, Nägel und Wellness."), map[string]Reason{
		"Es gibt drei Tarife: Basis, Plus und Premium.":                            "",
		"Es gibt zwei Tarife: Basis, Plus und Premium.":                            Number,
		"Es gibt zwei Tarife: Basis und Plus.":                                     "",
		"Es gibt drei Häuser in zwei Städten: Haus Nord, Haus Mitte und Haus Süd.": "",
		"Wir haben drei Bereiche: Haut und Haar, Nägel und Wellness.":              "",
		"Wir haben zwei Bereiche: Haut und Haar, Nägel und Wellness.":              "",
		"Wir haben fünf Bereiche: Haut und Haar, Nägel und Wellness.":              Number,
	}}.check(t)
}
