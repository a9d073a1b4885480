package extract

import "strings"

// symbols are signs of fonts of pictures (Wingdings and its like), which are stored as letters of no alphabet.
var symbols = map[rune]string{
	0xF0FC: "✓", 0xF0FE: "✓", 0xF0FB: "✗", 0xF0FD: "✗", 0xF052: "✓", 0xF053: "✗", 0xF054: "✗", 0xF0A8: "☐", 0xF06F: "☐",
	0xF0B7: "•", 0xF0A7: "•", 0xF0D8: "•", 0xF02D: "•", 0xF0E0: "→", 0xF0E8: "→",
}

// symbol is what a letter of such a font shows, "" where that is not known.
func symbol(r rune) string {
	if r < 0xF000 && r >= 0x20 && r <= 0xFF {
		r += 0xF000
	}
	return symbols[r]
}

// ticks say yes or no where they are all that stands in a cell. A cross may mean either and so may an empty box, so
// only those count that are drawn for it.
var ticks = map[string]bool{"✓": true, "✔": true, "✔️": true, "✅": true, "☑": true, "☑️": true, "🗸": true, "√": true, "✗": false, "✘": false, "❌": false, "✖": false, "✖️": false, "✕": false, "❎": false}

// ticksInWords adds to cells of tables that hold only a tick or a cross what it means, in the language of the text: who
// asks whether something is included wants to read yes or no, and nobody searches for a tick.
func ticksInWords(blocks []Block, language string) {
	yes, no := "yes", "no"
	if language == "de" {
		yes, no = "ja", "nein"
	}
	for i, b := range blocks {
		if b.Kind != KindRow || !strings.ContainsFunc(b.Text, func(r rune) bool { return r == '√' || r >= 0x2600 }) {
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
