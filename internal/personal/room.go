package personal

import (
	"sync"

	"github.com/webchatagent/wca/internal/personal/tagger"
)

// room is the working memory of a scan, used again and again: a visitor's sentence is read in less time than it takes to make it.
type room struct {
	scan   scan
	tokens []token
	notes  []note
	ids    []int32
	facts  []wordFacts
	groups []group
	dates  []span
	found  []Entity
	own    []string // empty between uses, as found is
	words  tagger.Text
	tagger tagger.Room
}

var rooms = sync.Pool{New: func() any { return new(room) }}

// largestRoom is how many tokens a room may have that is kept.
const largestRoom = 1 << 14

// leave gives the scan's room back, without the text and its words.
func (s *scan) leave() {
	r := s.room
	if cap(s.tokens) > largestRoom {
		return
	}
	r.tokens, r.notes, r.ids, r.facts, r.groups = s.tokens, s.notes, s.ids, s.ownFacts, s.groups
	if s.dates != nil {
		r.dates = s.dates
	}
	clear(s.found[:cap(s.found)]) // what was taken out again, too
	r.found = s.found[:0]
	r.words.Forget()
	ends := s.clues.ends
	for c := range ends {
		ends[c] = ends[c][:0]
	}
	*s = scan{clues: clueing{ends: ends}}
	rooms.Put(r)
}
