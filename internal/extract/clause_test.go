package extract_test

import (
	"testing"

	"github.com/webchatagent/wca/internal/extract/extracttest"
)

// A clause that is quoted alone tells where in the contract it stands.
func TestClausesTellWhereTheyStand(t *testing.T) {
	d := extracttest.File(t, "agb.txt", "§ 4 Rückgabe\n\n(1) Orte sind:\na) Weserfurth;\nb) Hagenbruch;\nc) Otterbucht.\n\n(2) Verspätung kostet 9 €.\n\n7. Platz der Wertung\n\n§ 4a Pfand\n\n(1) 20 €.\n\nANHANG\n\n(1) Karte")
	extracttest.BlocksAre(t, d, "heading:§ 4 Rückgabe", "item:§ 4 (1) Orte sind:", "item:§ 4 (1) a) Weserfurth;", "item:§ 4 (1) b) Hagenbruch;",
		"item:§ 4 (1) c) Otterbucht.", "item:§ 4 (2) Verspätung kostet 9 €.", "item:Platz der Wertung", "heading:§ 4a Pfand", "item:§ 4a (1) 20 €.", "heading:ANHANG", "item:(1) Karte")
	d = extracttest.File(t, "agb.md", "## § 2 Kosten\n\n(1) Es gilt:\n\na) Eins\n\ni. Erstens\n\nii. Zweitens\n\nb) Zwei\n\n(2) Ende\n\na) Neu\n\nd) Nichts")
	extracttest.BlocksAre(t, d, "heading:§ 2 Kosten", "paragraph:§ 2 (1) Es gilt:", "paragraph:§ 2 (1) a) Eins", "paragraph:§ 2 (1) a) i. Erstens", "paragraph:§ 2 (1) a) ii. Zweitens",
		"paragraph:§ 2 (1) b) Zwei", "paragraph:§ 2 (2) Ende", "paragraph:§ 2 (2) a) Neu", "paragraph:d) Nichts")
}
