package pseudonym

import "github.com/webchatagent/wca/internal/personal"

// Placeholders says where placeholders stand in a text, and what a restorer would take for one, as ranges of bytes.
func Placeholders(text string) [][2]int {
	var out [][2]int
	for i := 0; i < len(text); i++ {
		if text[i] != '_' {
			continue
		}
		start, end := i, i+1
		for start > 0 && text[start-1] >= 'A' && text[start-1] <= 'Z' {
			start--
		}
		for end < len(text) && (text[end] >= 'A' && text[end] <= 'Z' || isDigit(text[end])) {
			end++
		}
		if code := text[i+1 : end]; personal.Type(text[start:i]).Known() && (len(code) >= codeLength || counted(code)) {
			out = append(out, [2]int{start, end})
			i = end - 1
		}
	}
	return out
}
