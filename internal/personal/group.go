package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
)

// group is a run of ASCII digits.
type group struct {
	start, end int
	linked     bool // a separator as in phone and card numbers stands between it and the group before
}

// digitGroups lists all runs of digits, in the room of others.
func digitGroups(text string, room []group) []group {
	groups := room[:0]
	head, count := 0, 0 // where the linked groups began, and how many digits they have
	for i := 0; i < len(text); {
		if !char.Digit(text[i]) {
			i++
			continue
		}
		g := group{start: i}
		for i < len(text) && char.Digit(text[i]) {
			i++
		}
		g.end = i
		if n := len(groups); n > 0 {
			gap := text[groups[n-1].end:g.start]
			g.linked = separates(gap) || count < 7 && text[g.start] != '0' && pointed(gap) && (text[head] == '0' || head > 0 && text[head-1] == '+')
		}
		if !g.linked {
			head, count = g.start, 0
		}
		count += g.end - g.start
		groups = append(groups, g)
	}
	return groups
}

// pointed says whether gap is a point in the middle of a line as typesetters put it behind the code of a town: "0921 · 507
// 88 41".
func pointed(gap string) bool {
	if len(gap) >= 8 {
		return false
	}
	switch strings.Trim(gap, " )") {
	case "·", "•", "‧", "∙":
		return true
	}
	return false
}

// separates says whether gap can stand inside one number.
func separates(gap string) bool {
	if len(gap) == 0 || len(gap) > 5 {
		return false
	}
	for i := 0; i < len(gap); i++ {
		switch gap[i] {
		case ' ', '-', '.', '/', '(', ')', '[', ']', '_', '\t':
		default:
			return false
		}
	}
	return true
}

// maxGroups is how many groups one number can have: 19 digits, each on its own.
const maxGroups = 20

// joined are the groups from one on that are linked, joined to one number.
type joined struct {
	from   int // one more than the first group; 0 for none
	n      int // groups
	digits [maxGroups]byte
	upTo   [maxGroups]int // of each group, the digits up to its end
}

// join reads groups i… up to n groups or limit digits, maxGroups at most, as long as they are linked. It returns the
// digits and, for each group read, the count of digits up to its end. They are valid until the next call for another group.
func (s *scan) join(i, limit int) (digits []byte, upTo []int) {
	c := &s.joined
	if c.from != i+1 {
		s.joinAll(i)
	}
	n := c.n
	for n > 0 && c.upTo[n-1] > limit {
		n--
	}
	if n == 0 {
		return nil, nil
	}
	return c.digits[:c.upTo[n-1]], c.upTo[:n]
}

// joinAll joins as many groups from i on as one number can have.
func (s *scan) joinAll(i int) {
	c := &s.joined
	c.from, c.n = i+1, 0
	digits := c.digits[:0]
	for j := i; j < len(s.groups) && j < i+maxGroups && (j == i || s.groups[j].linked); j++ {
		g := s.groups[j]
		if len(digits)+g.end-g.start > maxGroups {
			break
		}
		digits = append(digits, s.text[g.start:g.end]...)
		c.upTo[c.n] = len(digits)
		c.n++
	}
}

// ends says whether a number may end after group j: nothing is glued to it.
func (s *scan) ends(j int) bool {
	end := s.groups[j].end
	if char.RunsOn(s.text, end) {
		return false
	}
	if end < len(s.text) && s.text[end] == ',' && (digitRun(s.text, end+1) > 3 && s.groups[j].end-s.groups[j].start > 3 || s.cellBegins(end+1)) { // a comma between cells
		return true
	}
	// "1234,50" and "1234.50" go on; a sentence's full stop or comma does not.
	return !(end+1 < len(s.text) && (s.text[end] == ',' || s.text[end] == '.') && char.Digit(s.text[end+1]) &&
		!(j+1 < len(s.groups) && s.groups[j+1].linked && s.text[end] == '.' && s.groups[j].end-s.groups[j].start > 3))
}

// cellBegins says whether a cell of a table begins at pos.
func (s *scan) cellBegins(pos int) bool {
	c := s.clues.cellAt(pos)
	return c != nil && c.start == pos
}
