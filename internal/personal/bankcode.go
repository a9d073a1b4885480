package personal

import (
	"sort"
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
)

// How far from the number of an account the number of its bank stands at most, and how far before that the word for it, in bytes.
const bankCodeReach, bankCodeWord = 64, 28

// bankCodes finds the number of the bank beside that of an account: "sort code 20-45-81, account 33489912". With it the account
// is somebody's, while alone it is no more than the name of a bank.
func (s *scan) bankCodes() {
	for _, e := range s.found {
		if e.Type != Account {
			continue
		}
		i := sort.Search(len(s.groups), func(i int) bool { return s.groups[i].start >= e.Start-bankCodeReach })
		for i < len(s.groups) && s.groups[i].start < e.End+bankCodeReach {
			n := s.bankCodeAt(i)
			if n > 0 {
				start, end := s.groups[i].start, s.groups[i+n-1].end
				s.add(start, end, Account, 0.7, bare(s.text[start:end]))
			}
			i += max(1, n)
		}
	}
}

// bankCodeAt gives how many groups from i are the number of a bank that a word names, 0 if they are none.
func (s *scan) bankCodeAt(i int) int {
	start := s.groups[i].start
	if char.Glued(s.text, start) || !s.clues.nearer(clueBIC, clueAccount, start, bankCodeWord) && !s.sortCode(i, 1) && !s.sortCode(i, 3) && s.behindSortCode(i) == 0 {
		return 0
	}
	digits, upTo := s.join(i, 9)
	for n := min(len(upTo), 3); n > 0; n-- {
		switch d := digits[:upTo[n-1]]; {
		case len(d) < 5 || len(d) == 7 || !s.ends(i+n-1) || s.unitAfter(s.groups[i+n-1].end) || s.isDate(i) && n == 3 && len(d) > 6:
		case n == 3 && len(d) == 6 && s.groups[i].end-start != 2:
		case strings.ContainsAny(s.text[start:s.groups[i+n-1].end], "/()\t"):
		default:
			return n
		}
	}
	return 0
}
