package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
)

// Where somebody logs in is often told without a word for the password: "login mwegner / Fruehling!23", "guest_net /
// marmalade-82-Otter", "ich tippe Sonnenblume#77 ein".

// loginReach is how far behind the word for a login the password may stand, in bytes.
const loginReach = 64

// loginWords are parts of words for logins and networks.
var loginWords = [...]string{
	"login", "log in", "logon", "logging in", "einlogg", "eingelogg", "anmeld", "angemeld", "benutzer", "user", "nutzer", "wifi", "wi-fi",
	"wlan", "ssid", "creds", "credential", "zugang", "zugäng", "admin", "ftp", "ssh", "hotspot", "guest", "gäste",
}

// speaksOfLogin says whether a word is or holds one of these, or may begin one of two words.
func speaksOfLogin(w string) bool {
	return strings.HasPrefix(w, "log") || holdsLogin(w)
}

// loginSeconds are the lower five bits of the second bytes of those parts that begin with a byte, as a set, and loginParts
// these parts.
var loginSeconds, loginParts = func() (seconds [256]uint32, parts [256][]string) {
	for _, part := range loginWords {
		seconds[part[0]] |= 1 << (part[1] & 31)
		parts[part[0]] = append(parts[part[0]], part)
	}
	return seconds, parts
}()

// holdsLogin says whether one of these parts stands in a text in small letters.
func holdsLogin(text string) bool {
	for at := 0; at+1 < len(text); at++ {
		if loginSeconds[text[at]]>>(text[at+1]&31)&1 == 0 {
			continue
		}
		for _, part := range loginParts[text[at]] {
			if strings.HasPrefix(text[at:], part) {
				return true
			}
		}
	}
	return false
}

// loginBefore says whether the line speaks of a login before pos.
func (s *scan) loginBefore(pos int) bool {
	said := s.folded[max(0, pos-loginReach):pos]
	return holdsLogin(said[strings.LastIndexByte(said, '\n')+1:])
}

// pairs finds the password of a pair of name and password with a stroke between.
func (s *scan) pairs() {
	if !s.letters.mayHold(" / ") {
		return
	}
	for at := 0; ; {
		i := char.IndexSpaced(s.text[at:], " / ")
		if i < 0 {
			return
		}
		i += at
		at = i + len(" / ")
		end := passwordEnd(s.text, at)
		value := s.text[at:end]
		if len(value) < 6 || i == 0 || strings.IndexByte(value, '/') >= 0 || mailLike(value) || !s.loginBefore(i) {
			continue
		}
		n := char.CountDigits([]byte(value))
		if n == len(value) && n < leastNetworkKey || n < len(value) && (n == 0 || !mixed(value) && !wordsWithDigits(value)) {
			continue
		}
		if named, announced := s.pairNamed(i); !named || !announced && n < 2 && !signedWithin(value) {
			continue
		}
		s.add(at, end, Secret, 0.7, value)
	}
}

// pairNamed says whether the name that ends at pos stands behind the word for a login, and whether with a colon or the
// like between: "login: eva", "the login is eva", "login eva".
func (s *scan) pairNamed(pos int) (named, announced bool) {
	j := s.tokenAt(pos) - 1
	for k := 0; k < 12 && j > 0 && !s.tokens[j].line; k++ {
		j--
		switch w := s.lower(j); {
		case s.is(j, ':'), s.is(j, '='), w == "is", w == "ist", s.is(j, '"') && s.tokens[j].gap:
			return true, true
		case s.tokens[j].kind == word && loginWord(w):
			return true, false
		case s.is(j, ','), s.is(j, '/') && s.tokens[j].gap:
			return false, false
		}
	}
	return false, false
}

// loginWord says whether a word is one of those for logins and networks.
func loginWord(w string) bool {
	for _, part := range loginWords {
		if strings.HasPrefix(w, part) {
			return true
		}
	}
	return false
}

// leastNetworkKey is how many digits the key of a wireless network has that is made of digits alone.
const leastNetworkKey = 16

// wordsWithDigits says whether words and numbers are strung together with hyphens.
func wordsWithDigits(w string) bool {
	return strings.Count(w, "-") > 1 && strings.IndexFunc(w, char.Letter) >= 0
}

// mailLike says whether a word has the shape of an address of e-mail, which a password told so never has.
func mailLike(w string) bool {
	at := strings.IndexByte(w, '@')
	if at < 1 {
		return false
	}
	dot := strings.LastIndexByte(w, '.')
	return dot > at+1 && len(w)-dot > 2 && strings.IndexFunc(w[at+1:], func(r rune) bool { return !char.Letter(r) && !(r >= '0' && r <= '9') && r != '.' && r != '-' }) < 0
}

// toldFar takes the value [pos, end) if it can be nothing but a password and a word for one, or for a login,
// stands before it, in another sentence, too.
func (s *scan) toldFar(pos, end int, value string) bool {
	if !signed(value) || !signedWithin(value) {
		return false
	}
	if _, told := s.clues.before(clueSecret, pos, retoldReach); !told && !s.loginBefore(pos) {
		return false
	}
	s.add(pos, end, Secret, 0.7, value)
	return true
}

// usedReach is how far before a password the verb may stand that says that it was used, in bytes.
const usedReach = 24

// used says whether a verb stands before pos that says that somebody uses, used or tries what follows, "früher hatte
// ich immer Bello1966".
func (s *scan) used(pos int) bool {
	said := s.folded[max(0, pos-usedReach):pos]
	for _, w := range [...]string{"hatte ", "nehme ", "nehm ich ", "nutz ich ", "benutz ich ", "verwende ich ", "nehm ", "nutze ", "benutze ", "verwende ", "tippe ", "gebe ", "probiert", "versuch", "i had ", "i used ", "i use ", "typing ", "i type ", "i tried ", "i try ", "entering ", "i enter "} {
		if i := strings.LastIndex(said, w); i >= 0 && !strings.ContainsAny(said[i:], ".!?\n,") {
			return true
		}
	}
	return false
}

// usedAt takes a word with digits behind it at [pos, end) if somebody says that it is the password that they use.
func (s *scan) usedAt(pos, end int, value string) bool {
	digits := char.CountDigits([]byte(value))
	if digits == 0 || digits > len(value)-3 || !mixed(value) || !allAlnum(value) || value[0] < 'A' || value[0] > 'Z' || !s.used(pos) {
		return false
	}
	if _, told := s.clues.before(clueSecret, pos, retoldReach); !told {
		return false
	}
	s.add(pos, end, Secret, 0.6, value)
	return true
}

// signedWithin says whether one of the signs that only passwords have stands in a word, not at its end, or at the
// end behind a digit, and nothing that an address or a setting has.
func signedWithin(w string) bool {
	if strings.ContainsAny(w, "/=:(){}[]") || mailLike(w) || strings.HasPrefix(w, "@") {
		return false
	}
	at := strings.IndexAny(w, "!#$%&?*^~+@")
	return at >= 0 && (at < len(w)-1 || w[at] != '!' || random(w)) && !strings.HasPrefix(w, "#")
}
