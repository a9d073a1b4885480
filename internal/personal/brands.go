package personal

import "strings"

// branded says whether the tokens [from, to) are the name of a make that is called after somebody, and
// nothing but the make can be meant.
func (s *scan) branded(from, to int) bool {
	if from > 0 && (s.titled(from-1) || s.is(from-1, '.') && from > 1 && s.titled(from-2)) {
		return false
	}
	name := strings.ToLower(s.text[s.tokens[from].start:s.tokens[to-1].end])
	name = strings.ReplaceAll(name, "’", "'")
	return s.words.brands[name] || s.words.brands[strings.TrimSuffix(name, "'s")]
}
