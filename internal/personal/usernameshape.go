package personal

import (
	"strings"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/personal/tagger"
	"github.com/webchatagent/wca/internal/wordlist"
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
	for end < len(s.text) && end-start <= mostUsername && (char.Alnum(s.text[end]) || s.text[end] == '.' || s.text[end] == '_' || s.text[end] == '-' || s.text[end] >= utf8.RuneSelf && char.RunsOn(s.text, end)) {
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
	if end < len(s.text) && (s.text[end] == '(' || s.text[end] == '[') { // "useState(null)", "os.environ[…]"
		return 0, false
	}
	if len(name) < leastUsername || len(name) > mostUsername || char.RunsOn(s.text, end) || end < len(s.text) && (s.text[end] == '@' || s.text[end] == '/') || noUsername(name) {
		return 0, false
	}
	return end, tag || start > pos || usernameShape(name)
}

// noUsername says whether a word in small letters is none: it has no letter, stands for a name, or is the address of a website.
func noUsername(name string) bool {
	if noUsernames[name] || strings.IndexFunc(name, char.Letter) < 0 || usernameLinks[name] {
		return true
	}
	if stem := strings.TrimRight(name, "0123456789."); machines[stem] || machines[name] {
		return true
	}
	for _, part := range [...]string{"name", "user", "nutzer", "example", "beispiel", "muster_", "xxx", "www.", "-stellig", "-zeichen"} {
		if strings.Contains(name, part) {
			return true
		}
	}
	dot := strings.LastIndexByte(name, '.')
	return dot > 0 && knownTLD(name[dot+1:])
}

// machines are programs and makes that numbers of versions follow, and under whose names services run.
var machines = wordlist.Set(`windows win macos ios ipados android ubuntu debian fedora linux centos iphone ipad pixel galaxy playstation ps xbox firefox chrome safari
	edge office node python java php docker mysql mariadb mongodb redis nginx apache apache2 httpd tomcat jenkins git daemon systemd deploy elasticsearch rabbitmq grafana`)

// twoWords says whether a full stop keeps two words of the language apart whose space somebody forgot: "mein insta ist kaputt.bitte helfen".
func twoWords(name string) bool {
	a, b, two := strings.Cut(name, ".")
	is := func(w string) bool {
		known := tagger.Default().Known(w)
		return known&(tagger.Common|tagger.CommonEnglish|tagger.SmallEnglish) != 0 && known&tagger.FirstName == 0
	}
	return two && is(a) && is(b)
}

// numberedWord says whether a name is a word of the language with one digit behind it: "story2".
func numberedWord(name string) bool {
	last := len(name) - 1
	known := tagger.Default().Known(name[:last])
	return char.Digit(name[last]) && known&(tagger.Common|tagger.CommonEnglish|tagger.SmallEnglish) != 0 && known&tagger.FirstName == 0
}

// usernameShape says whether a word in small letters has letters with digits behind them, an underscore or a full stop between.
func usernameShape(name string) bool {
	letters := 0
	for i := range len(name) {
		c := name[i]
		switch {
		case !char.Digit(c) && c != '.' && c != '_' && c != '-':
			letters++
		case c == '_' && letters > 0, c == '.' && letters > 0 && i+2 < len(name) && len(name) > 4, char.Digit(c) && letters > 2, char.Digit(c) && letters > 1 && i+1 < len(name) && char.Digit(name[i+1]):
			return len(name) > leastUsername || c == '_'
		}
	}
	return false
}
