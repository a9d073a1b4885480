package verify

import "testing"

// TestAListHasAsManyThingsAsItSays judges sentences that count what they list.
func TestAListHasAsManyThingsAsItSays(t *testing.T) {
	judged{"de", texts("de", "Tarif: Basis · Preis: 20 €\nTarif: Plus · Preis: 35 €\nTarif: Premium · Preis: 60 €"), map[string]Reason{
		"Es gibt drei Tarife: Basis, Plus und Premium.": "",
		"Es gibt zwei Tarife: Basis, Plus und Premium.": Number,
		"Es gibt zwei Tarife: Basis und Plus.":          "",
	}}.check(t)
}
