package personal

import (
	"slices"
	"strings"
	"unicode"
)

// mailed finds the name of who says who they are and whose e-mail address, which stands in the text, says the same:
// "Ich bin Planta Zwiebelmark, planta@zwiebelmark.example". No other word has to know the name.
func (s *scan) mailed(start, end int) {
	var own []string
	for i := start; i+3 < end; i++ {
		if !s.upperWord(i+3) || !s.upperWord(i+2) || !(s.lower(i) == "ich" && s.lower(i+1) == "bin" || s.lower(i) == "i" && s.lower(i+1) == "am") {
			continue
		}
		if own == nil {
			if own = s.mailWords(); len(own) == 0 {
				return
			}
		}
		if slices.Contains(own, Spelt(s.lower(i+2))) && slices.Contains(own, Spelt(s.lower(i+3))) {
			s.person(i+2, i+4, 0.8)
		}
	}
}

// mailWords are the words of the e-mail addresses that were found.
func (s *scan) mailWords() (all []string) {
	for _, e := range s.found {
		if e.Type == Email {
			all = append(all, strings.FieldsFunc(Spelt(strings.ToLower(s.text[e.Start:e.End])), func(r rune) bool { return !unicode.IsLetter(r) })...)
		}
	}
	return all
}
