package extract_test

import (
	"testing"

	"github.com/webchatagent/wca/internal/extract/extracttest"
)

func TestTicksInWords(t *testing.T) {
	d := extracttest.File(t, "leistungen.csv", "Leistung;Basis;Komfort;Wert\nZahnreinigung bei uns;✗;✓;x\nDie Brille und das Glas;✔;❌;✓ ab 2\n")
	extracttest.BlocksAre(t, d, "row:Zahnreinigung bei uns\tnein ✗\tja ✓\tx", "row:Die Brille und das Glas\tja ✔\tnein ❌\t✓ ab 2")
}
