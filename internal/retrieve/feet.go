package retrieve

import (
	"hash/maphash"
	"net/url"
	"strings"

	"github.com/webchatagent/wca/internal/passage"
)

const (
	// fewestFeet is in how many documents of a website a line stands at least that is one of its foot or head, and most of
	// them have it.
	fewestFeet = 4
	// shortestFoot is how many bytes such a line has at least.
	shortestFoot = 8
)

// feet are the lines at the beginning and end of most documents of a website: what is said on every page is read beside
// nothing else.
type feet struct {
	seed  maphash.Seed
	lines map[uint64]bool
}

// feetOf finds them among passages whose documents are numbered.
func feetOf(passages []passage.Passage, document []int32) feet {
	f := feet{seed: maphash.MakeSeed(), lines: map[uint64]bool{}}
	first, last := map[int32]int{}, map[int32]int{}
	for i := range passages {
		d := document[i]
		if k, known := first[d]; !known || passages[i].Ordinal < passages[k].Ordinal {
			first[d] = i
		}
		if k, known := last[d]; !known || passages[i].Ordinal > passages[k].Ordinal {
			last[d] = i
		}
	}
	type line struct {
		site string
		hash uint64
	}
	documents, in := map[string]int{}, map[line]int{}
	for d, end := range last {
		site := siteOf(passages[end].Address)
		documents[site]++
		seen := map[uint64]bool{}
		for _, at := range [...]int{first[d], end} {
			for text := range strings.SplitSeq(passages[at].Text, "\n") {
				if h := maphash.String(f.seed, text); len(text) >= shortestFoot && !seen[h] {
					seen[h] = true
					in[line{site, h}]++
				}
			}
		}
	}
	for l, n := range in {
		if n >= fewestFeet && 2*n > documents[l.site] {
			f.lines[l.hash] = true
		}
	}
	return f
}

// siteOf is the website of an address, "" of a file.
func siteOf(address string) string {
	if u, err := url.Parse(address); err == nil {
		return u.Host
	}
	return ""
}

// own is the part of a text, from start to end, without the lines at its ends that stand in most documents; the whole text
// where it has no other.
func (f *feet) own(text string) (start, end int) {
	if end = len(text); len(f.lines) == 0 {
		return 0, end
	}
	for start < end {
		line, _, _ := strings.Cut(text[start:end], "\n")
		if !f.lines[maphash.String(f.seed, line)] {
			break
		}
		start = min(end, start+len(line)+1)
	}
	for start < end {
		begin := start + strings.LastIndexByte(text[start:end], '\n') + 1
		if !f.lines[maphash.String(f.seed, text[begin:end])] {
			break
		}
		end = max(start, begin-1)
	}
	if start >= end {
		return 0, len(text)
	}
	return start, end
}
