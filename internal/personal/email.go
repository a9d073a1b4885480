package personal

import (
	"strings"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/wordlist"
)

// emails finds mail addresses around each "@" and around its usual disguises.
func (s *scan) emails() {
	for at := 0; s.letters.has('@'); {
		i := strings.IndexByte(s.text[at:], '@')
		if i < 0 {
			break
		}
		i += at
		n := len(s.found)
		if at = s.emailAt(i, i+1, false, i+1); len(s.found) == n {
			s.cutOffMail(i)
		}
		s.spacedMail(i)
	}
	text := s.text
	for i := 0; i < len(text); i++ {
		if !besideSign[text[i]] {
			continue
		}
		switch text[i] {
		case '(', '[', '{', '<', '|':
			if end := s.bracketed(i, "at", "@", "ät", "klammeraffe", "affe", "a", "bei", "at sign", "at-zeichen", "at zeichen", "snabel-a", "arroba", "æt", "aet"); end > 0 {
				i = s.emailAt(i, end, true, end) - 1
			}
		case ' ', '_', '-', '*':
			if i+2 >= len(text) || !mailInitial[text[i+1]] || !mailSecond[text[i+2]] {
				continue
			}
			if end := s.spelled(i, "at", "ät", "klammeraffe", "at-zeichen", "@t", "aet"); end > 0 {
				i = s.emailAt(i, end, true, end) - 1
			}
		}
	}
}

// besideSign are the characters that stand before the sign where it is disguised.
var besideSign = func() (m [256]bool) {
	for _, c := range []byte("([{<| _-*") {
		m[c] = true
	}
	return m
}()

// mailInitial says with which bytes the words for the sign begin: a test that most words fail.
var mailInitial = func() (m [256]bool) {
	for _, c := range []byte("aAkK@\xc3") {
		m[c] = true
	}
	return m
}()

// mailSecond says the same of their second bytes.
var mailSecond = func() (m [256]bool) {
	for _, c := range []byte("tTlLeE\xa4\x84") {
		m[c] = true
	}
	return m
}()

// bracketed recognises "(at)", "[ at ]", "{at}" that begins at i and returns its end.
func (s *scan) bracketed(i int, names ...string) int {
	closing := byte('|')
	switch s.text[i] {
	case '(':
		closing = ')'
	case '[', '{':
		closing = s.text[i] + 2
	case '<':
		closing = '>'
	}
	inside := s.text[i+1 : min(len(s.text), i+18)]
	end := strings.IndexByte(inside, closing)
	if end < 1 {
		return 0
	}
	name := strings.ToLower(strings.Trim(inside[:end], " \t*_-"))
	for _, n := range names {
		if name == n {
			return i + 1 + end + 1
		}
	}
	return 0
}

// spelled recognises " at ", "_at_", "-at-" that begins at i.
func (s *scan) spelled(i int, names ...string) int {
	sep := s.text[i]
	for _, n := range names {
		end := i + 1 + len(n)
		if end < len(s.text) && s.text[end] == sep && strings.EqualFold(s.text[i+1:end], n) {
			return end + 1
		}
	}
	return 0
}

// emailAt reads the address whose "@" stands in [from, to). Disguised ones need a dot that is
// spelled out too or a domain that is known as such. It returns where to go on.
func (s *scan) emailAt(from, to int, disguised bool, next int) int {
	left := from
	if left > 0 && s.text[left-1] == '@' && s.text[from] == '@' { // "eva@@firma.de"
		left--
	}
	for left > 0 && from-left < 3 && s.text[left-1] == ' ' {
		left--
	}
	start := s.localStart(left)
	if disguised && char.Space(s.text[from]) && toWhom[strings.ToLower(s.text[start:left])] { // "write to me at"
		return next
	}
	right := to
	for right < len(s.text) && right-to < 3 && s.text[right] == ' ' {
		right++
	}
	if left == from && right < len(s.text) && s.text[right] == '\n' && s.knownEnd(right+1) { // cut at the end of a line
		right++
	}
	if start == left {
		return next
	}
	end, domain, dots := s.domain(right)
	if right > to && left < from && !disguised && !dots && !s.knownEnd(right) {
		return next
	}
	if end == 0 {
		if end, domain = s.provider(right); end == 0 {
			if end, domain = s.cutProvider(right); end == 0 || disguised && !(dotted(domain) && providers[domain[:strings.IndexByte(domain, '.')]]) {
				return next
			}
		}
	}
	spaced := disguised || left < from || right > to
	bracket := disguised && strings.IndexByte("([{|<", s.text[from]) >= 0 && to-from >= 3 // "(at)" is nothing else
	if spaced && !(dots || bracket || knownTLD(domain)) {
		return next
	}
	if disguised && char.Space(s.text[from]) && !dots && to-from < 6 && s.text[from+1] != '@' && !s.mailNamed(start) && !strings.ContainsAny(s.text[start:left], "._0123456789") { // "look at example.com"
		return next
	}
	local := s.text[start:left]
	if strings.ContainsAny(local, " ([") {
		local = undot(local)
	}
	s.add(start, end, Email, 1, strings.ToLower(local+"@"+domain))
	return end
}

// toWhom are words before "at" that begin no address: "reach me at", "schreib mir at".
var toWhom = wordlist.Set("me us him her them mich mir uns ihn")

// providers are those of mail that people name without the dot: "eva at gmail com".
var providers = wordlist.Set(`gmail googlemail gmx web yahoo outlook hotmail icloud freenet aol posteo mailbox proton protonmail live bluewin aon t-online`)

// provider reads "gmail com" at pos: the end, and the domain with its dot; 0 if something else stands there.
func (s *scan) provider(pos int) (end int, domain string) {
	gap := strings.IndexByte(char.Cut(s.text, pos, 14), ' ')
	if gap <= 0 || !providers[strings.ToLower(s.text[pos:pos+gap])] {
		return 0, ""
	}
	top := wordHere(s.text, pos+gap+1)
	if len(top) < 2 || len(top) > 3 || !knownTLD("x."+strings.ToLower(top)) {
		return 0, ""
	}
	end = pos + gap + 1 + len(top)
	return end, strings.ToLower(s.text[pos:pos+gap] + "." + top)
}

// dotted says whether a domain has a dot.
func dotted(domain string) bool { return strings.IndexByte(domain, '.') > 0 }

// cutProvider reads the name of a provider of mail whose end is missing or stands behind a comma, "eva@gmail",
// "eva@web,de"; 0 if something else stands there.
func (s *scan) cutProvider(pos int) (end int, domain string) {
	end = labelEnd(s.text, pos)
	domain = strings.ToLower(s.text[pos:end])
	if len(domain) < 3 {
		return 0, ""
	}
	if strings.HasPrefix(s.text[end:], ",") {
		if top := wordHere(s.text, end+1); len(top) > 1 && len(top) < 4 && knownTLD("x."+strings.ToLower(top)) {
			return end + 1 + len(top), domain + "." + strings.ToLower(top)
		}
	}
	if !providers[domain] && !(pos > 1 && s.text[pos-1] == '@' && smallLetters(domain) && s.dottedName(pos-1) && !char.RunsOn(s.text, end)) {
		return 0, ""
	}
	return end, domain
}

// dottedName says whether two names with a dot between, as hardly anything but an address of e-mail has them, end at pos:
// "eva.meyer@firma".
func (s *scan) dottedName(pos int) bool {
	start := s.localStart(pos)
	first, last, ok := strings.Cut(strings.ToLower(s.text[start:pos]), ".")
	return ok && len(first) > 1 && len(last) > 2 && smallLetters(first) && smallLetters(last)
}

// mailNamed says whether a word about mail stands not far before pos.
func (s *scan) mailNamed(pos int) bool {
	before := strings.ToLower(s.text[max(0, pos-40):pos])
	return strings.Contains(before, "mail") || strings.Contains(before, "schreib") || strings.Contains(before, "write to") || strings.Contains(before, "reach me") || strings.Contains(before, "adresse")
}

// maxLocal is the longest local part that is read, in bytes (RFC 5321: 64 octets).
const maxLocal = 72

// localStart gives the beginning of the local part that ends at end.
func (s *scan) localStart(end int) int {
	if end > 0 && s.text[end-1] == '"' {
		from := max(0, end-maxLocal)
		if open := strings.LastIndexByte(s.text[from:end-1], '"'); open >= 0 && !strings.Contains(s.text[from+open:end], "\n") {
			return from + open
		}
	}
	i := end
	for i > 0 && end-i < maxLocal {
		c := s.text[i-1]
		if c < utf8.RuneSelf {
			if c == ')' || c == ']' || c == '}' {
				if open := s.dotBefore(i); open > 0 {
					i = open
					continue
				}
				break
			}
			if c == ' ' {
				if open := s.dotBefore(i); open > 0 {
					i = open
					continue
				}
				break
			}
			if !char.Alnum(c) && strings.IndexByte("._%+-'&!#$*=?^{|}~/", c) < 0 {
				break
			}
			i--
			continue
		}
		r, size := utf8.DecodeLastRuneInString(s.text[:i])
		if !char.Letter(r) && !char.Mark(r) {
			break
		}
		i -= size
	}
	// Punctuation that opens a sentence or an attribute is not part of the address.
	for i < end && !char.Alnum(s.text[i]) && s.text[i] < utf8.RuneSelf && s.text[i] != '_' && s.text[i] != '"' {
		i++
	}
	if j := strings.LastIndexAny(s.text[i:end], "=/?"); j >= 0 && j+1 < end-i {
		i += j + 1
	}
	// A quote opens, but "o'neil" has an apostrophe.
	if j := strings.LastIndexByte(s.text[i:end], '\''); j >= 0 && j+1 < end-i && (j == 0 || !char.ASCII(s.text[i+j-1]) || !char.ASCII(s.text[i+j+1])) {
		i += j + 1
	}
	return i
}
