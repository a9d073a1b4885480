package personal

import (
	"net/url"
	"strings"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/wordlist"
)

// maxURL is how much of an address is read, in bytes. Longer ones are cut, not missed.
const maxURL = 4096

// urls finds addresses that carry credentials, a token or personal data.
func (s *scan) urls() {
	for at := 0; ; {
		i := -1
		if s.letters.mayHold("://") {
			i = strings.Index(s.text[at:], "://")
		}
		if i < 0 {
			s.bareURLs()
			s.barePaths()
			return
		}
		i += at
		at = i + 3
		start := i
		for start > 0 && i-start < 12 && (char.Alnum(s.text[start-1]) || start < i && strings.IndexByte("+.-", s.text[start-1]) >= 0) {
			start--
		}
		if start == i {
			continue
		}
		end := urlEnd(s.text, at)
		if end > at && telling(s.text[at:end]) {
			s.add(start, end, URL, 0.9, s.text[start:end])
		}
		at = max(at, end)
	}
}

// bareURLs finds those without "https://".
func (s *scan) bareURLs() {
	const www = "www."
	if !s.letters.mayHold(www) {
		return
	}
	for at := 0; ; {
		i := strings.Index(s.folded[at:], www)
		if i < 0 {
			return
		}
		start := at + i
		at = start + len(www)
		if start > 0 && !char.Space(s.text[start-1]) && strings.IndexByte("(<\"'>:|", s.text[start-1]) < 0 {
			continue
		}
		end := urlEnd(s.text, at)
		if telling(s.text[start:end]) {
			s.add(start, end, URL, 0.9, s.text[start:end])
		}
		at = max(at, end)
	}
}

// pathReach is how far before its query the path of an address without its host may begin, in bytes.
const pathReach = 200

// barePaths finds those without their host, as in logs of servers: "GET /orders?email=…".
func (s *scan) barePaths() {
	for at := 0; s.letters.has('?') && s.letters.has('/'); {
		i := strings.IndexByte(s.text[at:], '?')
		if i < 0 {
			return
		}
		i += at
		start := i
		for start > at && i-start < pathReach && (char.Alnum(s.text[start-1]) || strings.IndexByte("/-_.~%", s.text[start-1]) >= 0) {
			start--
		}
		at = i + 1
		if start == i || s.text[start] != '/' || start > 0 && !char.Space(s.text[start-1]) && strings.IndexByte("\"'(`", s.text[start-1]) < 0 {
			continue
		}
		end := urlEnd(s.text, at)
		if strings.IndexByte(s.text[at:end], '@') > 0 && telling(s.text[start:end]) {
			s.add(start, end, URL, 0.8, s.text[start:end])
		}
		at = max(at, end)
	}
}

// urlEnd gives the end of the address that goes on at i: before a space, a quote or a bracket,
// and without the punctuation of the sentence.
func urlEnd(text string, i int) int {
	from, open := i, 0
	for i < len(text) && i-from < maxURL {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		switch {
		case r <= ' ', strings.ContainsRune("\"<>`|“”„«»", r):
			return trimURL(text, from, i)
		case r == '(':
			open++
		case r == ')':
			if open--; open < 0 {
				return trimURL(text, from, i)
			}
		case r == ']' && !strings.Contains(text[from:min(i, from+64)], "["):
			return trimURL(text, from, i)
		}
		i += size
	}
	return trimURL(text, from, i)
}

func trimURL(text string, from, end int) int {
	for end > from && strings.IndexByte(".,:;!?'*", text[end-1]) >= 0 {
		end--
	}
	return end
}

// telling says whether what stands behind "://" holds more than a public address.
func telling(rest string) bool {
	host := rest
	if i := strings.IndexAny(rest, "/?"); i >= 0 {
		host = rest[:i]
	}
	if i := strings.LastIndexByte(host, '@'); i > 0 {
		return true // user:password@host, also where the password holds "#"
	}
	// A password with "/" or "?" in it.
	if i := strings.IndexByte(rest, '@'); i > 0 && strings.IndexByte(host, ':') > 0 && !strings.Contains(rest[:i], "=") && !portFollows(host) {
		return true
	}
	i := strings.IndexAny(rest, "?#;")
	path := rest
	if i >= 0 {
		path = rest[:i]
	}
	if tellingPath(path) || calendarOf(path) {
		return true
	}
	asks := asksForKey(path)
	if i < 0 {
		return false
	}
	for query := rest[i+1:]; query != ""; {
		var part string
		if j := strings.IndexAny(query, "&;#?"); j >= 0 {
			part, query = query[:j], query[j+1:]
		} else {
			part, query = query, ""
		}
		key, value, ok := strings.Cut(part, "=")
		if asks && len(value) >= 12 && char.CountDigits([]byte(value)) > 2 && strings.IndexFunc(value, char.Letter) >= 0 && !countingKeys[strings.ToLower(key)] {
			return true // "/auth/magic?t=8f3kd93kd02k"
		}
		if ok && len(value) > 2 && (tellingKey(key) || strings.Contains(value, "@") || shuffledWithin(value) && !countingKeys[strings.ToLower(key)]) {
			return true
		}
	}
	return false
}

// calendarOf says whether a path leads to somebody's calendar, named by an address of mail: who has the link reads it. Of other paths
// with such an address only that is personal data, and the link can be given back with it.
func calendarOf(path string) bool {
	at := strings.IndexByte(path, '@')
	return at > 0 && path[at-1] != '/' && (strings.HasSuffix(path, ".ics") || strings.Contains(path, "/ical/"))
}

// asksForKey says whether the last part of a path is one behind which a key stands.
func asksForKey(path string) bool {
	last := path[strings.LastIndexByte(path, '/')+1:]
	for w := range strings.FieldsFuncSeq(last, func(r rune) bool { return r == '-' || r == '_' || r == '.' }) {
		if askingPaths[strings.ToLower(w)] {
			return true
		}
	}
	return false
}

// tellingPath says whether a part of the path is a key: who has the address may do something.
func tellingPath(path string) bool {
	asks, shares := false, false
	for part := range strings.SplitSeq(path, "/") {
		if asks && len(part) >= 16 && strings.ContainsAny(part, "0123456789") && !strings.ContainsAny(part, "._") || len(part) >= 12 && (asks || shares) && random(part) && !strings.ContainsAny(part, ".%") {
			return true
		}
		if at := strings.LastIndexByte(part, '_'); asks && len(part)-at > 12 && char.CountDigits([]byte(part[at+1:])) > 2 {
			return true
		}
		if shuffledWithin(part) && strings.IndexByte(part, '.') < 0 {
			return true
		}
		shares = sharingPaths[part]
		for w := range strings.FieldsFuncSeq(part, func(r rune) bool { return r == '-' || r == '_' || r == '.' }) {
			asks = asks || askingPaths[strings.ToLower(w)]
		}
	}
	return false
}

// countingKeys are parameters by which programs count who came from where, or that name a film or a picture.
var countingKeys = wordlist.Set("gclid fbclid msclkid dclid gbraid wbraid ttclid li_fat_id mc_cid mc_eid yclid v list id pid si igsh igshid cid h hl ved ei sxsrf gs_lp oq")

// leastShuffled is how long what nobody can guess is at least, in bytes.
const leastShuffled = 16

// shuffledWithin says whether letters and digits stand in a row that is so long and in no order, between other signs.
func shuffledWithin(value string) bool {
	for from := 0; from+leastShuffled <= len(value); {
		to := from
		for to < len(value) && char.Alnum(value[to]) {
			to++
		}
		if shuffled(value[from:to]) {
			return true
		}
		from = to + 1
	}
	return false
}

// shuffled says whether a word of small letters, capitals and digits changes between them as often as chance does.
func shuffled(w string) bool {
	if len(w) < leastShuffled {
		return false
	}
	kinds, changes, last := 0, 0, 0
	for i := range len(w) {
		kind := 1
		switch c := w[i]; {
		case char.Digit(c):
			kind = 2
		case char.Capital(c):
			kind = 4
		case !char.ASCII(c):
			return false
		}
		if kinds |= kind; last != 0 && kind != last && (last != 4 || kind != 1) { // a capital before small letters begins a word
			changes++
		}
		last = kind
	}
	return kinds == 7 && 4*changes >= len(w)
}

// askingPaths are parts of addresses behind which a key stands.
var askingPaths = wordlist.Set(`reset verify verification confirm confirmation activate activation invite invitation
	token login magic signin auth unsubscribe abmelden bestätigen aktivieren einladung hooks webhook webhooks
	checkout share password passwort recover recovery register session download join sso oauth callback redeem claim magiclink passwordless optin private secret`)

// sharingPaths are parts of addresses directly behind which the key of a file stands that somebody shares.
var sharingPaths = wordlist.Set("d s t f sh file folders")

func portFollows(host string) bool {
	i := strings.IndexByte(host, ':')
	return i >= 0 && i+1 < len(host) && char.Digits([]byte(host[i+1:]))
}

// tellingParts are what names of parameters consist of whose values are nobody else's business.
var tellingParts = wordlist.Set(`token key apikey session sessionid sid sig signature code password passwd pwd pass passwort
	kennwort auth authkey secret email mail phone tel telefon access jwt ticket otp user username login name vorname
	nachname firstname lastname credential credentials phpsessid jsessionid sessid hash nonce invite iban birthday
	geburtsdatum kunde kundin customer benutzer nutzer mitglied member patient address adresse accesstoken authtoken usertoken useremail
	pw passcode passphrase pin tkn surname dob birth birthdate birthday gebdat mobile handy ssn nino konto sessionkey sessiontoken bearer saml assertion magic`)

// tellingKey says whether a parameter is named after a secret or a person: "access_token",
// "X-Amz-Signature", "userEmail".
func tellingKey(key string) bool {
	if plain, err := url.QueryUnescape(key); err == nil {
		key = plain
	}
	if tellingParts[strings.ToLower(key)] {
		return true
	}
	from := 0
	for i := 1; i <= len(key); i++ {
		if i < len(key) && (char.Alnum(key[i]) && !(key[i] >= 'A' && key[i] <= 'Z' && key[i-1] >= 'a')) {
			continue
		}
		if tellingParts[strings.ToLower(strings.Trim(key[from:i], "_-.[]"))] {
			return true
		}
		from = i
	}
	return false
}
