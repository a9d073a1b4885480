package personal

import (
	"net/netip"
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
)

func isAddress(s string) bool {
	_, err := netip.ParseAddr(s)
	return err == nil
}

// networks finds IPv4, IPv6 and MAC addresses.
func (s *scan) networks() {
	for i := range s.groups {
		s.ipv4At(i)
	}
	if strings.Count(s.text, ":") > 1 || strings.Count(s.text, "-") > 4 { // as the shortest of IPv6, or those of MAC
		s.colonRuns()
	}
	s.dottedMACs()
	s.bareMACs()
}

// dottedMACs finds MAC addresses as switches write them, "0c1a.a5bb.20e4".
func (s *scan) dottedMACs() {
	if s.longest < len("0c1a.a5bb.20e4") {
		return
	}
	for _, t := range s.tokens {
		if t.kind != mark && t.start+14 <= len(s.text) && s.text[t.start+4] == '.' && s.text[t.start+9] == '.' && !char.Glued(s.text, t.start) {
			s.dottedMAC(t.start)
		}
	}
}

// bareMACs finds MAC addresses written without or with unusual separators, "0c1aa5bb20e4",
// "09c581-a74ce2", "0c 1a a5 bb 20 e4", behind a word that names one.
func (s *scan) bareMACs() {
	if len(s.clues.ends[clueMAC]) == 0 && !s.holdsAny(MAC) {
		return
	}
	for _, t := range s.tokens {
		if size := t.end - t.start; t.kind == mark || size != 2 && size != 6 && size < 12 || char.Hex(s.text[t.start]) < 0 || char.Glued(s.text, t.start) {
			continue
		}
		r := s.read(t.start, 12, 1)
		if code := r.chars[:r.n]; r.n == 12 && !char.RunsOn(s.text, r.ends[11]) && allHex(code) && char.CountDigits(code) > 0 && r.even(12, t.start) && (s.named(clueMAC, t.start, r.ends[11], 24) || s.besideMAC(t.start, r.ends[11])) {
			s.add(t.start, r.ends[11], MAC, 0.9, strings.ToLower(string(code)))
		}
	}
}

// besideMAC says whether another MAC address stands near [start, end). The latest finds are looked at.
func (s *scan) besideMAC(start, end int) bool {
	const latest = 8
	for _, e := range s.found[max(0, len(s.found)-latest):] {
		if e.Type == MAC && (e.End <= start && start-e.End <= macReach || e.Start >= end && e.Start-end <= macReach) {
			return true
		}
	}
	return false
}

// macReach is how far beside another MAC address one without separators may stand, in bytes.
const macReach = 48

// foundBefore says whether a value of a type was found that ends at most reach bytes before pos. It looks at
// the latest finds only.
func (s *scan) foundBefore(t Type, pos, reach int) bool {
	for i := len(s.found) - 1; i >= max(0, len(s.found)-8); i-- {
		if e := s.found[i]; e.Type == t && e.End <= pos && pos-e.End <= reach {
			return true
		}
	}
	return false
}

func allHex(code []byte) bool {
	for _, c := range code {
		if char.Hex(c) < 0 {
			return false
		}
	}
	return true
}

// leastPublic is the first number from which four are hardly the version of a program.
const leastPublic = 20

// versionAt says whether the words beside four numbers make them the version of a program: "Update auf 10.4.2.118 eingespielt".
func (s *scan) versionAt(start, end int) bool {
	if endsIn(strings.TrimRight(s.text[max(0, start-24):start], " "), "update auf", "upgrade auf", "aktualisierung auf", "aktualisiert auf", "updated to", "upgraded to", "update to", "upgrade to", "patch", "hotfix", "build", "downgrade auf", "downgraded to", "rolled back to", "zurückgerollt auf") {
		return true
	}
	behind := strings.TrimLeft(char.Cut(s.folded, end, 16), " ")
	for _, w := range [...]string{"eingespielt", "installiert", "installed", "ausgerollt", "deployed", "released"} {
		if strings.HasPrefix(behind, w) {
			return true
		}
	}
	return false
}

// ipv4At finds an IPv4 address that begins at group i, dots plain or disguised as "[.]".
func (s *scan) ipv4At(i int) {
	if i+3 >= len(s.groups) {
		return
	}
	start, end := s.groups[i].start, s.groups[i+3].end
	if char.Glued(s.text, start) || start > 1 && s.text[start-1] == '.' && char.Digit(s.text[start-2]) || char.RunsOn(s.text, end) ||
		end+1 < len(s.text) && s.text[end] == '.' && char.Digit(s.text[end+1]) {
		return
	}
	small, disguised := true, false
	var octets [4]byte
	for k := range 4 {
		g := s.groups[i+k]
		v := s.value(g)
		if g.end-g.start > 3 || v > 255 || g.end-g.start > 1 && s.text[g.start] == '0' {
			return
		}
		octets[k] = byte(v)
		small = small && v < 10
		if k == 0 {
			continue
		}
		sep := s.text[s.groups[i+k-1].end:g.start]
		if len(sep) > 4 || strings.Trim(sep, " []()") != "." {
			return
		}
		disguised = disguised || sep != "."
	}
	_, named := s.clues.before(clueIP, start, 40)
	if octets[0] < leastPublic && (s.versionAt(start, end) || !named && s.versioned && s.version == [2]byte{octets[0], octets[1]}) {
		s.version, s.versioned = [2]byte{octets[0], octets[1]}, true
		return
	}
	named = named && !s.clues.goods(clueIP, start, 40) || s.foundBefore(IP, start, len(", ")) && s.groups[i+3].end-start > len("1.2.3.4")
	named = named || octets[0] == 192 && octets[1] == 168                                     // of a home or an office, and no version has such numbers
	named = named && !endsIn(strings.TrimRight(s.text[max(0, start-8):start], " "), "client") // which has a version, too
	if !named && octets[0] < 20 && octets[1] < 20 && octets[2] < 20 && (octets[0] != 10 || octets[3] < 20 && octets[1] > 0) {
		return // the version of a program: "12.2.0.79"
	}
	if octets[0] == 127 || octets[0] == 0 || octets[0] == 255 || (small || disguised) && !named && (small || octets[0] < 20 && octets[1] < 20) ||
		!named && s.clues.goods(clueIP, start, 40) && !s.goodsTold(start, 40) || start > 0 && (s.text[start-1] == 'v' || s.text[start-1] == 'V') {
		return
	}
	if s.ownRange(octets, end) {
		return
	}
	s.add(start, end, IP, 1, netip.AddrFrom4(octets).String())
}

// ownRange says whether what ends at pos is not one address but all of those that offices and homes give out themselves (RFC 1918), by the
// bits in front that they share: "10.0.0.0/8".
func (s *scan) ownRange(octets [4]byte, pos int) bool {
	n := 0
	if pos < len(s.text) && s.text[pos] == '/' {
		n = digitRun(s.text, pos+1)
	}
	if n == 0 || n > 2 || char.RunsOn(s.text, pos+1+n) {
		return false
	}
	bits := int(s.text[pos+1] - '0')
	if n == 2 {
		bits = char.Two([]byte(s.text[pos+1:]))
	}
	a := netip.AddrFrom4(octets)
	shared, err := a.Prefix(bits)
	return err == nil && a.IsPrivate() && bits < a.BitLen() && shared.Addr() == a
}

// colonRuns finds IPv6 and MAC addresses in runs of hex digits, colons, dots and hyphens.
func (s *scan) colonRuns() {
	text := s.text
	for at := 0; at < len(text); {
		i := at
		for i < len(text) && text[i] != ':' && text[i] != '-' {
			i++
		}
		if i == len(text) {
			return
		}
		from := i
		for from > at && i-from < 5 && char.Hex(text[from-1]) >= 0 {
			from--
		}
		if text[i] == ':' && i > at && char.Alnum(text[i-1]) && (from == i || char.Glued(text, from)) && i+1 < len(text) && char.Hex(text[i+1]) >= 0 {
			i++
			from = i // behind a label: "MAC-Adresse:0c:1a:…"
		}
		to := i
		for to < len(text) && to-from < 60 && (char.Hex(text[to]) >= 0 || text[to] == ':' || text[to] == '.' || text[to] == '-') {
			to++
		}
		at = to
		if to-from >= 60 {
			continue
		}
		if char.Glued(text, from) || char.RunsOn(text, to) || to == i+1 && from == i {
			continue
		}
		run := strings.TrimRight(text[from:to], ".-")
		if strings.HasSuffix(run, ":") && !strings.HasSuffix(run, "::") {
			run = run[:len(run)-1]
		}
		s.hexRun(from, run)
	}
}

func (s *scan) hexRun(from int, run string) {
	if mac(run) {
		s.add(from, from+len(run), MAC, 1, bareMAC(run))
		return
	}
	if strings.Count(run, ":") < 2 || strings.Contains(run, "-") {
		return
	}
	a, err := netip.ParseAddr(run)
	if err != nil || a.IsLoopback() || a.IsUnspecified() || !strings.ContainsAny(run, "0123456789") || len(run) < 5 {
		return
	}
	s.add(from, from+len(run), IP, 1, a.String())
}

// mac recognises six pairs of hex digits with colons or hyphens.
func mac(run string) bool {
	if len(run) != 17 {
		return false
	}
	sep := run[2]
	if sep != ':' && sep != '-' {
		return false
	}
	for i := range len(run) {
		if i%3 == 2 && run[i] != sep || i%3 != 2 && char.Hex(run[i]) < 0 {
			return false
		}
	}
	return true
}

// dottedMAC recognises 0011.2233.4455, whose dots are at their places.
func (s *scan) dottedMAC(pos int) {
	if char.RunsOn(s.text, pos+14) || pos+14 < len(s.text) && s.text[pos+14] == '.' && char.RunsOn(s.text, pos+15) {
		return
	}
	letters := false
	for i := range 14 {
		c := s.text[pos+i]
		if i%5 == 4 {
			continue
		}
		if char.Hex(c) < 0 {
			return
		}
		letters = letters || !char.Digit(c)
	}
	if letters {
		s.add(pos, pos+14, MAC, 1, bareMAC(s.text[pos:pos+14]))
	}
}

// bareMAC is a MAC address without the marks between its parts, which each maker of devices sets in its own way.
func bareMAC(written string) string {
	return strings.ToLower(strings.NewReplacer(":", "", "-", "", ".", "").Replace(written))
}
