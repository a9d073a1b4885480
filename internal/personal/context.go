package personal

import (
	"sort"
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
)

// clueing remembers where in a text clues stand.
type clueing struct {
	ends  [clues][]int // of the words, in order
	cells []cell       // of tables, in order
}

// before says how many bytes before pos the nearest such clue ends, if within reach.
func (c *clueing) before(kind clue, pos, reach int) (distance int, ok bool) {
	ends := c.ends[kind]
	i := sort.SearchInts(ends, pos+1)
	if cell := c.cellAt(pos); cell != nil {
		switch {
		case cell.clues>>kind&1 != 0:
			return 1, true
		case cell.apart && (i == 0 || ends[i-1] <= cell.start):
			return 0, false
		}
	}
	if i == 0 || pos-ends[i-1] > reach {
		return 0, false
	}
	return pos - ends[i-1], true
}

// afterReach is how far behind a value the word may end that says what it is: "… is my account number".
const afterReach = 56

// named says whether such a clue ends at most reach bytes before start, or stands behind end in the
// same sentence with no other number between.
func (s *scan) named(kind clue, start, end, reach int) bool {
	if _, ok := s.clues.before(kind, start, reach); ok {
		return true
	}
	ends := s.clues.ends[kind]
	i := sort.SearchInts(ends, end)
	if i == len(ends) || ends[i]-end > afterReach {
		return false
	}
	for j := end; j < ends[i]; j++ {
		switch c := s.text[j]; {
		case char.Digit(c), c == '\n', c == '|', c == ';', c == '.' && j+1 < len(s.text) && s.text[j+1] == ' ', c == ':':
			return false
		}
	}
	return true
}

// nearer says whether a clue of one kind before pos is nearer than any of another.
func (c *clueing) nearer(kind, than clue, pos, reach int) bool {
	far, ok := c.before(kind, pos, reach)
	if !ok {
		return false
	}
	other, named := c.before(than, pos, reach)
	return !named || other > far
}

// goodsReach is how far before a number the word for what it counts stands at most that names it directly, in bytes.
const goodsReach = len(": #")

// goodsDirect says whether a word about goods stands directly before the number at pos: "Ticket 6563667", "Seriennummer: XR41".
func (s *scan) goodsDirect(pos int) bool {
	far, ok := s.clues.before(clueGoods, pos, goodsReach)
	return ok && s.clues.cellAt(pos) == nil && strings.Trim(s.text[pos-far:pos], " :#.") == ""
}

// goods says whether the nearest word about a number before pos is one about goods, not of kind.
func (c *clueing) goods(kind clue, pos, reach int) bool { return c.nearer(clueGoods, kind, pos, reach) }
