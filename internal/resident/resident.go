// Package resident says how data that is part of the program's own file is read, so that no more of it
// becomes memory than is looked at. Systems that cannot be told read it as they like.
package resident

import (
	"fmt"
	"strings"
)

// whole gives the part of b that whole pages of the given size hold.
func whole(b []byte, at uintptr, page int) []byte {
	skip := -int(at) & (page - 1)
	if skip >= len(b) {
		return nil
	}
	b = b[skip:]
	return b[:len(b)&^(page-1)]
}

// mapping is a range of addresses.
type mapping struct{ from, to uintptr }

// unchanged finds the mappings of a file that cannot be written to and hold nothing but what stands in the
// file, in what Linux says of a process's memory (proc(5), /proc/pid/smaps).
func unchanged(smaps, file string) (found []mapping) {
	var m mapping
	for line := range strings.Lines(smaps) {
		fields := strings.Fields(line)
		switch {
		case len(fields) == 3 && fields[0] == "Anonymous:":
			if fields[1] == "0" && m.to > m.from {
				found = append(found, m)
			}
			m = mapping{}
		case len(fields) >= 6 && len(fields[1]) == 4: // 00400000-00452000 r-xp 00000000 08:02 173521 /usr/bin/wca
			m = mapping{}
			if fields[1][1] == 'w' || strings.Join(fields[5:], " ") != file {
				continue
			}
			if _, err := fmt.Sscanf(fields[0], "%x-%x", &m.from, &m.to); err != nil {
				m = mapping{}
			}
		}
	}
	return found
}
