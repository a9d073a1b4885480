package extract

import (
	"strings"

	"github.com/webchatagent/wca/internal/extract/document"
)

// ticks say yes or no where they are all that stands in a cell. A cross may mean either and so may an empty box, so
// only those count that are drawn for it.
var ticks = map[string]bool{"✓": true, "✔": true, "✔️": true, "✅": true, "☑": true, "☑️": true, "🗸": true, "√": true, "✗": false, "✘": false, "❌": false, "✖": false, "✖️": false, "✕": false, "❎": false}

// ticksInWords adds to cells of tables that hold only a tick or a cross what it means, in the language of the text: who
// asks whether something is included wants to read yes or no, and nobody searches for a tick.
func ticksInWords(blocks []document.Block, language string) {
	yes, no := "yes", "no"
	if language == "de" {
		yes, no = "ja", "nein"
	}
	for i, b := range blocks {
		if b.Kind != document.KindRow || !strings.ContainsFunc(b.Text, func(r rune) bool { return r == '√' || r >= 0x2600 }) {
			continue
		}
		cells := strings.Split(b.Text, "\t")
		for k, cell := range cells {
			switch is, known := ticks[strings.TrimSpace(cell)]; {
			case known && is:
				cells[k] = yes + " " + strings.TrimSpace(cell)
			case known:
				cells[k] = no + " " + strings.TrimSpace(cell)
			}
		}
		blocks[i].Text = strings.Join(cells, "\t")
	}
}
