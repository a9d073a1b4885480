package remote

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Shared are limits that hold over all servers that share a database, whichever of them is asked: each tells the others
// now and then how much it was asked by whom, and counts against them what it hears. In between somebody may ask each of
// them as much as one allows at once; it is made up for afterwards. Whoever asks is told as a number of 24 bits. All must
// have the same Key.
type Shared []*Rate

// most is how many are told of: those who have asked most.
const most = 2000

// Tell gives what was asked here and is still counted: of each limit a line of numbers with how often each has asked since
// it is remembered.
func (s Shared) Tell() string {
	var lines []string
	for _, l := range s {
		lines = append(lines, l.tell())
	}
	return strings.Join(lines, "\n")
}

func (l *Rate) tell() string {
	if l.PerMinute <= 0 {
		return ""
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.begin()
	l.sweep(l.Now())
	asking := slices.DeleteFunc(slices.Collect(maps.Keys(l.buckets)), func(n number) bool { return l.buckets[n].taken == 0 })
	slices.SortFunc(asking, func(a, b number) int { return cmp.Or(l.buckets[b].taken-l.buckets[a].taken, cmp.Compare(a, b)) })
	var told []string
	for _, n := range asking[:min(most, len(asking))] {
		told = append(told, fmt.Sprintf("%06x:%d", uint64(n), l.buckets[n].taken))
	}
	return strings.Join(told, " ")
}

// Hear counts what other servers have told since they were last heard, by server.
func (s Shared) Hear(told map[string]string) {
	for i, l := range s {
		lines := map[string]string{}
		for server, all := range told {
			if all == "" { // it does not know yet that anybody listens
				continue
			}
			if parts := strings.Split(all, "\n"); i < len(parts) {
				lines[server] = parts[i]
			}
		}
		l.hear(lines)
	}
}

func (l *Rate) hear(told map[string]string) {
	if l.PerMinute <= 0 {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.begin()
	now := l.Now()
	maps.DeleteFunc(l.heard, func(server string, _ map[number]int) bool { _, lives := told[server]; return !lives })
	for server, line := range told {
		l.hearOf(server, line, now)
	}
}

// hearOf counts what a server tells. Of one that is heard for the first time, or once more, it is not known when it was
// asked: what time has made up for would count once more, and keep a busy office out. So it is no more than somebody may
// ask at once.
func (l *Rate) hearOf(server, line string, now time.Time) {
	last, known := l.heard[server]
	if !known {
		last = map[number]int{}
		l.heard[server] = last
	}
	told := map[number]bool{}
	for one := range strings.FieldsSeq(line) {
		written, count, _ := strings.Cut(one, ":")
		n64, wrong := strconv.ParseUint(written, 16, shared)
		taken, alsoWrong := strconv.Atoi(count)
		if wrong != nil || alsoWrong != nil {
			continue // a later version may tell more
		}
		n := number(n64)
		more := taken - last[n]
		if more < 0 { // it had forgotten them
			more = taken
		}
		if !known {
			more = min(more, int(l.burst()))
		}
		told[n], last[n] = true, taken
		if more > 0 {
			b := l.buckets[n]
			b.times = max(1, b.times)
			b.debt, b.at = l.owed(b, now)+float64(more), now
			l.buckets[n] = b
		}
	}
	maps.DeleteFunc(last, func(n number, _ int) bool { _, counted := l.buckets[n]; return !told[n] && !counted })
}
