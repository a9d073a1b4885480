package personal

import (
	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/wordlist"
)

// Some tell a number of a telephone in stages, each part with words or in a line of its own: "phone starts 07700\nthen 900\nthen 552",
// "fängt mit 0171 an, dann 448, dann 2931".

// How far before the first part the word for a telephone may stand, and how many bytes stand between two parts.
const stagesReach, mostBetween = 64, 40

// How many digits such a number has, and how many parts.
const leastStaged, mostStaged, mostStages = 9, 13, 6

var (
	// stageWords stand between the parts, and nextWords are those of them that say that a further part comes.
	stageWords = wordlist.Set(`then and dann und ends endet ending with mit an geht weiter continues goes on rest the der ist is last
		second half part halfs zweite zweiter hälfte teil danach next followed by after that noch zum am ende in schluss it followd im anschluss finally`)
	nextWords = wordlist.Set("then dann ends endet ending weiter continues goes rest second zweite zweiter danach next followed last schluss ende finally")
	// stagedWords stand before the first part and say that others follow.
	stagedWords = wordlist.Set("starts start starting begins beginning beginnt fängt first erst zuerst teilen teilstücken stages parts pieces bits stücken")
)

// stages finds the parts of such numbers.
func (s *scan) stages() {
	for i := 0; i < len(s.groups); i++ {
		g := s.groups[i]
		if n := g.end - g.start; n < 3 || n > 6 || s.text[g.start] != '0' || char.Glued(s.text, g.start) || char.RunsOn(s.text, g.end) || i+1 >= len(s.groups) || !s.clues.has(cluePhone, clueNumber) {
			continue // most numbers
		}
		if s.text[g.start+1] == '0' || s.clues.goods(cluePhone, g.start, stagesReach) && s.clues.goods(clueNumber, g.start, stagesReach) {
			continue // "error 0441"
		}
		if !s.named(cluePhone, g.start, g.end, stagesReach) && !s.named(clueNumber, g.start, g.end, stagesReach) {
			continue
		}
		last, digits, said := i, g.end-g.start, s.firstOfStages(g.start)
		for j := i + 1; j < len(s.groups) && j-i < mostStages && digits < leastStaged+2; j++ {
			ok, next := s.betweenStages(s.groups[j-1].end, s.groups[j].start, said)
			if size := s.groups[j].end - s.groups[j].start; !ok || size < 2 || digits+size > mostStaged || char.RunsOn(s.text, s.groups[j].end) {
				break
			}
			said = said || next
			digits += s.groups[j].end - s.groups[j].start
			last = j
		}
		if last == i || !said || digits < leastStaged || s.unitAfter(s.groups[last].end) {
			continue
		}
		for ; i <= last; i++ {
			s.add(s.groups[i].start, s.groups[i].end, Phone, 0.6, s.text[s.groups[i].start:s.groups[i].end])
		}
		i = last
	}
}

// has says whether a word for one of two kinds stands anywhere in the text.
func (c *clueing) has(one, other clue) bool { return len(c.ends[one])+len(c.ends[other]) > 0 }

// firstOfStages says whether a word before pos says that a number begins there and others follow.
func (s *scan) firstOfStages(pos int) bool {
	for i, k := s.tokenAt(pos)-1, 0; i >= 0 && k < 5; i, k = i-1, k+1 {
		if stagedWords[s.lower(i)] {
			return true
		}
	}
	return false
}

// betweenStages says whether what stands between two groups of digits may stand between parts of a number, and whether it says that a
// further part comes. lines says that a line that ends is enough.
func (s *scan) betweenStages(from, to int, lines bool) (ok, next bool) {
	if to-from > mostBetween {
		return false, false
	}
	i := s.tokenAt(from)
	for ; i < len(s.tokens) && s.tokens[i].start < to; i++ {
		w := s.lower(i)
		switch {
		case s.is(i, ','), s.is(i, ':'), s.is(i, '.'), s.is(i, '-'), s.is(i, '>'):
		case stageWords[w]:
			next = next || nextWords[w]
		default:
			return false, false
		}
	}
	return next || lines && i < len(s.tokens) && s.tokens[i].line || lines && to-from < 4, next
}
