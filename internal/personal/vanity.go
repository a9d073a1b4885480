package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/wordlist"
)

// vanityPrefixes begin numbers that end in a word: of free and paid lines in North America, Germany,
// Austria, Switzerland and Great Britain.
var vanityPrefixes = wordlist.Set(`800 888 877 866 855 844 833 900 0800 0700 0900 0180 01805 01801 01803 0820 0810 0848 0844 0345`)

// vanities finds telephone numbers that end in a word: "1-800-FLOWERS", "0800 PIZZAJETZT".
func (s *scan) vanities() {
	for i, g := range s.groups {
		if g.end+1 >= len(s.text) || !char.Capital(s.text[g.end+1]) || s.text[g.end] != '-' && s.text[g.end] != ' ' || !vanityPrefixes[s.text[g.start:g.end]] || char.Glued(s.text, g.start) && !s.groups[i].linked {
			continue
		}
		end, letters := g.end+1, 0
		for end < len(s.text) && (s.text[end] >= 'A' && s.text[end] <= 'Z' || letters > 0 && s.text[end] == '-' && end+1 < len(s.text) && s.text[end+1] >= 'A' && s.text[end+1] <= 'Z') {
			if s.text[end] != '-' {
				letters++
			}
			end++
		}
		start := g.start
		if i > 0 && s.groups[i-1].linked || i > 0 && g.linked && s.text[s.groups[i-1].start:s.groups[i-1].end] == "1" {
			start = s.groups[i-1].start
		}
		named := s.named(cluePhone, start, end, 48) || s.named(clueNumber, start, end, 48)
		if letters < 4 || letters > 12 || char.RunsOn(s.text, end) || s.text[g.end] == ' ' && !named || !named && len(s.text[start:end]) < 10 {
			continue
		}
		s.add(start, end, Phone, 0.8, strings.ToUpper(strings.ReplaceAll(s.text[start:end], " ", "-")))
	}
}
