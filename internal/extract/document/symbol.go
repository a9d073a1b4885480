package document

// Symbols are signs of fonts of pictures (Wingdings and its like), which are stored as letters of no alphabet.
var Symbols = map[rune]string{
	0xF0FC: "✓", 0xF0FE: "✓", 0xF0FB: "✗", 0xF0FD: "✗", 0xF052: "✓", 0xF053: "✗", 0xF054: "✗", 0xF0A8: "☐", 0xF06F: "☐",
	0xF0B7: "•", 0xF0A7: "•", 0xF0D8: "•", 0xF02D: "•", 0xF0E0: "→", 0xF0E8: "→",
}

// Symbol is what a letter of such a font shows, "" where that is not known.
func Symbol(r rune) string {
	if r < 0xF000 && r >= 0x20 && r <= 0xFF {
		r += 0xF000
	}
	return Symbols[r]
}
