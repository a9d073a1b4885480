// Package anytext makes texts as nobody would write them, for tests of what reads texts that anybody may write.
package anytext

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// pieces are what rules look for, whole and cut off.
var pieces = strings.Fields("30kg 5 1. 24.12. 2026 bis – Jahre ab unter 45min m² % € Mai und Uhr 18:30 ist Sohn Frau Zobel ohne Auto . , wie lange dauert alt ( +49 0351 km Silvester may of th 2nd · ½ 日 2026-12-24 10- x5 \xff ß zwei oder mehr als")

// Read hands over 20,000 texts, the same in each run, and fails the test with the text at which read panics.
func Read(t *testing.T, read func(text string)) {
	t.Helper()
	text := ""
	defer func() {
		if failed := recover(); failed != nil {
			t.Fatalf("%q: %v", text, failed)
		}
	}()
	random := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		var b strings.Builder
		for range 1 + random.IntN(8) {
			b.WriteString(pieces[random.IntN(len(pieces))])
			b.WriteString([]string{"", " ", " ", "\n"}[random.IntN(4)])
		}
		text = b.String()
		read(text)
	}
}
