package personal

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
)

// Keys to recover a disk of Windows have so many groups of so many digits.
const keyGroups, keyGroup = 8, 6

// recoveryKey finds such a key.
func (s *scan) recoveryKey(i int) int {
	if i+keyGroups > len(s.groups) || s.groups[i].end-s.groups[i].start != keyGroup {
		return 0
	}
	for k := i; k < i+keyGroups; k++ {
		if g := s.groups[k]; g.end-g.start != keyGroup || k > i && s.text[s.groups[k-1].end:g.start] != "-" {
			return 0
		}
	}
	s.add(s.groups[i].start, s.groups[i+keyGroups-1].end, Secret, 1, s.text[s.groups[i].start:s.groups[i+keyGroups-1].end])
	return keyGroups
}

// The key on the back of a router has so many groups of so many digits, or all of them together.
const routerGroups, routerGroup = 5, 4

// How far before such a key and behind it the network or its router may be spoken of, in bytes.
const routerReach, routerBehind = 160, 48

// routerWords are those for networks and routers.
var routerWords = [...]string{
	"wlan", "wifi", "wi-fi", "router", "fritz", "speedport", "easybox",
	"homebox", "connect box", "netzwerk", "network", "wpa", "repeater", "hotspot",
}

// networkKey finds such a key where a network is spoken of: "hinten auf der Box, 5812 7740 3391 0264 8857".
func (s *scan) networkKey(i int) int {
	g := s.groups[i]
	n := 1
	if g.end-g.start == routerGroup {
		for n < maxGroups && i+n < len(s.groups) && s.groups[i+n].linked && s.groups[i+n].end-s.groups[i+n].start == routerGroup && s.groups[i+n].start-s.groups[i+n-1].end == 1 {
			n++
		}
		if _, told := s.clues.before(clueSecret, g.start, len(" lautet: ")); n != routerGroups && !(n == routerGroups-1 && told) {
			return 0
		}
	} else if g.end-g.start != routerGroups*routerGroup {
		return 0
	}
	end := s.groups[i+n-1].end
	if g.linked || char.RunsOn(s.text, end) || i+n < len(s.groups) && s.groups[i+n].start == end+1 && s.groups[i+n].linked { // of an IBAN
		return 0
	}
	before, behind := s.folded[max(0, g.start-routerReach):g.start], char.Cut(s.folded, end, routerBehind)
	_, told := s.clues.before(clueSecret, g.start, routerReach/2)
	if !told && !slices.ContainsFunc(routerWords[:], func(w string) bool { return strings.Contains(before, w) || strings.Contains(behind, w) }) || s.clues.goods(clueSecret, g.start, len(" nr. ")) {
		return 0
	}
	s.add(g.start, end, Secret, 0.8, s.text[g.start:end])
	return n
}
