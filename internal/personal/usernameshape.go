package personal

import (
	"strings"
	"unicode/utf8"
)

// leastUsername and mostUsername are how long the name of a user is, in bytes.
const leastUsername, mostUsername = 3, 40

// usernameAt gives the end of the name of a user at pos, 0 if there is none, and whether it has a form that no word has: digits
// behind letters, an underscore, a full stop inside or "@" in front.
func (s *scan) usernameAt(pos int) (end int, shaped bool) {
	start := pos
	if s.text[pos] == '@' {
		start++
	}
	end = start
	for end < len(s.text) && end-start <= mostUsername && (isAlnum(s.text[end]) || s.text[end] == '.' || s.text[end] == '_' || s.text[end] == '-' || s.text[end] >= utf8.RuneSelf && runsOn(s.text, end)) {
		_, size := utf8.DecodeRuneInString(s.text[end:])
		end += size
	}
	for end > start && (s.text[end-1] == '.' || s.text[end-1] == '-') {
		end--
	}
	name := s.folded[start:end]
	tag := end+4 < len(s.text) && s.text[end] == '#' && digitRun(s.text, end+1) == 4
	if tag {
		end += len("#1234")
	}
	if len(name) < leastUsername || len(name) > mostUsername || runsOn(s.text, end) || end < len(s.text) && (s.text[end] == '@' || s.text[end] == '/') || noUsername(name) {
		return 0, false
	}
	return end, tag || start > pos || usernameShape(name)
}

// noUsername says whether a word in small letters is none: it has no letter, stands for a name, or is the address of a website.
func noUsername(name string) bool {
	if noUsernames[name] || strings.IndexFunc(name, isLetter) < 0 || usernameLinks[name] {
		return true
	}
	for _, part := range [...]string{"name", "user", "nutzer", "example", "beispiel", "muster_", "xxx", "www."} {
		if strings.Contains(name, part) {
			return true
		}
	}
	dot := strings.LastIndexByte(name, '.')
	return dot > 0 && knownTLD(name[dot+1:])
}

// usernameShape says whether a word in small letters has letters with digits behind them, an underscore or a full stop between.
func usernameShape(name string) bool {
	letters := 0
	for i := range len(name) {
		c := name[i]
		switch {
		case !isDigit(c) && c != '.' && c != '_' && c != '-':
			letters++
		case c == '_' && letters > 0, c == '.' && letters > 0 && i+2 < len(name) && len(name) > 4, isDigit(c) && letters > 2, isDigit(c) && letters > 1 && i+1 < len(name) && isDigit(name[i+1]):
			return len(name) > leastUsername || c == '_'
		}
	}
	return false
}
