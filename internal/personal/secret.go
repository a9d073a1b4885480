package personal

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// secrets finds passwords and keys: by a word that announces one, by the shape that a service
// gives its keys.
func (s *scan) secrets() {
	s.keys()
	s.shapedKeys()
	s.privateKeys()
	s.userFlags()
	s.settings()
	s.pins()
	s.lockCodes()
	s.keypads()
	s.pairs()
	s.phrases()
	s.cardBacks()
	s.retold()
	s.triedPins()
	if len(s.clues.ends[clueSecret]) == 0 && !s.login {
		return
	}
	end := 0
	for _, t := range s.tokens {
		if t.start < end || t.kind == mark && s.text[t.start] >= utf8.RuneSelf {
			continue
		}
		if e := s.passwordAt(t.start); e > 0 {
			end = e
		}
	}
}

// keyPrefixes begin the keys of well-known services, with the least length of what follows.
var keyPrefixes = []struct {
	prefix string
	length int
}{
	{"sk-", 20}, {"sk_live_", 16}, {"sk_test_", 16}, {"pk_live_", 16}, {"pk_test_", 16}, {"rk_live_", 16}, {"whsec_", 20}, {"ghp_", 30}, {"gho_", 30}, {"ghs_", 30}, {"ghu_", 30}, {"ghr_", 30},
	{"github_pat_", 30}, {"glpat-", 16}, {"xoxb-", 20}, {"xoxp-", 20}, {"xoxa-", 20}, {"xoxs-", 20}, {"xapp-", 20}, {"AKIA", 16}, {"ASIA", 16}, {"AIza", 30}, {"ya29.", 20}, {"npm_", 30},
	{"pypi-", 30}, {"dop_v1_", 30}, {"hf_", 30}, {"SG.", 30}, {"eyJ", 30}, {"shpat_", 20}, {"sbp_", 30}, {"gsk_", 30}, {"AGE-SECRET-KEY-", 40}, {"key-", 32}, {"EAAC", 40}, {"xkeysib-", 40},
	{"xai-", 40}, {"hvs.", 20}, {"hvb.", 20}, {"sq0atp-", 20}, {"sq0csp-", 20}, {"sntrys_", 20}, {"sntryu_", 20}, {"rubygems_", 40}, {"r8_", 30}, {"PMAK-", 40}, {"pplx-", 30}, {"dapi", 32}, {"ntn_", 30}, {"secret_", 30}, {"NRAK-", 20},
	{"NRJS-", 16}, {"live_", 28}, {"test_", 28}, {"lin_api_", 30}, {"lin_oauth_", 30}, {"pat-eu1-", 36}, {"pat-na1-", 36}, {"glsa_", 30}, {"glc_", 30}, {"GOCSPX-", 24}, {"figd_", 30}, {"EAA", 60}, {"sl.", 60}, {"dp.pt.", 30}, {"dp.st.", 30},
	{"dckr_pat_", 20}, {"dckr_oat_", 20}, {"ATATT3", 40}, {"ATCTT3", 40}, {"pk.eyJ", 40}, {"sk.eyJ", 40}, {"access_token$", 30}, {"glrt-", 16}, {"gldt-", 16}, {"doo_v1_", 30}, {"dor_v1_", 30}, {"shpss_", 20}, {"shpca_", 20}, {"shppa_", 20},
	{"xoxe-", 20}, {"xoxe.", 20}, {"tskey-", 20}, {"nfp_", 30}, {"pul-", 40}, {"sgp_", 40}, {"cfut_", 30}, {"re_", 24}, {"rnd_", 24}, {"phc_", 30}, {"phx_", 30}, {"ops_eyJ", 60}, {"AQ.Ab8", 30}, {"v1.0-", 40}, {"sk_", 40},
}

// How much of a key and of a JSON web token is read, in bytes.
const (
	maxKey   = 256
	maxToken = 8192
)

// keySeconds are the lower five bits of the second bytes of the prefixes that begin with a byte, as a set.
var keySeconds = func() (m [256]uint32) {
	for _, k := range keyPrefixes {
		m[k.prefix[0]] |= 1 << (k.prefix[1] & 31)
	}
	return m
}()

// keys finds keys that their services mark by a prefix, and JSON web tokens.
func (s *scan) keys() {
	text := s.text
	for at := 0; at+1 < len(text); at++ {
		if keySeconds[text[at]]>>(text[at+1]&31)&1 == 0 || glued(text, at) {
			continue
		}
		if end := s.keyAt(at); end > at {
			s.add(at, end, Secret, 1, text[at:end])
			at = end - 1
		}
	}
}

// keyAt gives the end of the key that begins at pos, 0 if none does.
func (s *scan) keyAt(pos int) int {
	for _, k := range keyPrefixes {
		if !strings.HasPrefix(s.text[pos:], k.prefix) {
			continue
		}
		end := pos + len(k.prefix)
		digits := 0
		longest := maxKey
		if k.prefix == "eyJ" {
			longest = maxToken
		}
		for end < len(s.text) && end-pos < longest && (isAlnum(s.text[end]) || strings.IndexByte("_-.", s.text[end]) >= 0 || s.text[end] == '$' && k.prefix == "access_token$") {
			if isDigit(s.text[end]) {
				digits++
			}
			end++
		}
		for end > pos && strings.IndexByte("_-.", s.text[end-1]) >= 0 {
			end--
		}
		if end-pos-len(k.prefix) >= k.length && (digits > 0 || k.prefix == "eyJ" || k.prefix == "AKIA" || k.prefix == "ASIA") {
			return end
		}
	}
	return 0
}

// shapedKeys finds keys that no prefix of letters marks, but their shape: of Twilio, of bots of Telegram and of DeepL.
func (s *scan) shapedKeys() {
	for _, t := range s.tokens {
		if t.end-t.start < len("b5619859") || t.kind == mark || glued(s.text, t.start) {
			continue
		}
		end := 0
		switch key := s.text[t.start:t.end]; {
		case len(key) == 34 && (key[:2] == "SK" || key[:2] == "AC") && hexRun(key[2:]) == 32:
			end = t.end
		case allDigits([]byte(key)) && len(key) <= 10 && strings.HasPrefix(s.text[t.end:], ":AA"):
			end = t.end + 1
			for end < len(s.text) && end-t.end < maxKey && (isAlnum(s.text[end]) || s.text[end] == '_' || s.text[end] == '-') {
				end++
			}
			if end-t.end != 36 {
				end = 0
			}
		case len(key) >= 8 && key[0] < 0x80:
			if at := t.start + uuidSize; uuidAt(s.text, t.start) && strings.HasPrefix(s.text[at:], ":fx") {
				end = at + len(":fx")
			}
		}
		if end > 0 && !runsOn(s.text, end) {
			s.add(t.start, end, Secret, 1, s.text[t.start:end])
		}
	}
}

// hexRun is how many hexadecimal digits in small letters a text begins with.
func hexRun(text string) (n int) {
	for n < len(text) && (isDigit(text[n]) || text[n] >= 'a' && text[n] <= 'f') {
		n++
	}
	return n
}

// uuidSize is how long a UUID is: "b5619859-3673-febe-dbd7-d0994459bdaf".
const uuidSize = 36

// uuidAt says whether a UUID stands at pos.
func uuidAt(text string, pos int) bool {
	if pos < 0 || pos+uuidSize > len(text) {
		return false
	}
	for i := range uuidSize {
		switch c := text[pos+i]; i {
		case 8, 13, 18, 23:
			if c != '-' {
				return false
			}
		default:
			if !isDigit(c) && (c|0x20 < 'a' || c|0x20 > 'f') {
				return false
			}
		}
	}
	return !glued(text, pos) && !runsOn(text, pos+uuidSize)
}

// privateKeys finds what stands between "-----BEGIN … PRIVATE KEY-----" and its end.
func (s *scan) privateKeys() {
	const begin, end = "-----BEGIN ", "-----END "
	for at := 0; ; {
		i := strings.Index(s.text[at:], begin)
		if i < 0 {
			return
		}
		i += at
		at = i + len(begin)
		title := cut(s.text, at, 48)
		if !strings.Contains(title, "PRIVATE KEY-----") {
			continue
		}
		stop := len(s.text)
		if j := strings.Index(s.text[at:], end); j >= 0 {
			stop = at + j + len(end)
			if k := strings.Index(s.text[stop:], "-----"); k >= 0 && k < 48 {
				stop += k + 5
			}
		}
		s.add(i, stop, Secret, 1, s.text[i:stop])
		at = stop
	}
}

// curlReach is how far behind the name of the program its user can stand.
const curlReach = 160

// userFlags finds the password in "curl -u name:password https://…"; other programs have a group there.
func (s *scan) userFlags() {
	if !strings.Contains(s.text, "curl ") {
		return
	}
	for _, flag := range [...]string{" -u ", " --user "} {
		for at := 0; ; {
			i := strings.Index(s.text[at:], flag)
			if i < 0 {
				break
			}
			at += i + len(flag)
			if !strings.Contains(s.text[max(0, at-curlReach):at], "curl ") {
				continue
			}
			end := passwordEnd(s.text, at)
			if colon := strings.IndexByte(s.text[at:end], ':'); colon > 0 && end-at-colon > 4 && s.text[at+colon+1] != '/' {
				s.add(at+colon+1, end, Secret, 0.8, s.text[at+colon+1:end])
			}
		}
	}
}

// passwordLinks may stand between the word and the password it announces.
var passwordLinks = map[string]bool{
	"ist": true, "lautet": true, "is": true, "war": true, "was": true, "jetzt": true, "now": true, "wäre": true, "wär": true, "heißt": true, "auf": true, "to": true, "mit": true, "als": true, "as": true,
	"für": true, "for": true, "neu": true, "used": true, "neue": true, "neues": true, "new": true, "mein": true, "my": true, "dein": true, "ihr": true, "das": true, "der": true, "the": true, "following": true, "folgendes": true, "folgende": true,
	"immer": true, "noch": true, "früher": true, "mal": true, "sonst": true, "bisher": true, "die": true, "weiterhin": true, "still": true, "always": true, "geändert": true, "changed": true, "set": true, "gesetzt": true, "vom": true, "von": true, "of": true, "would": true, "be": true, "sei": true,
}

// namesSetting says whether [pos, end) is the name of a setting whose value follows: "client_secret: …".
func (s *scan) namesSetting(pos, end int) bool {
	name := strings.TrimRight(s.text[pos:end], ":=")
	if !strings.Contains(name, "_") || !(end-pos > len(name) || end < len(s.text) && strings.IndexByte(":=", s.text[end]) >= 0) {
		return false
	}
	return smallLetters(strings.ReplaceAll(name, "_", ""))
}

// webAddress says whether an address in the web begins at pos, or goes on there behind its protocol.
func webAddress(text string, pos int) bool {
	rest := text[pos:]
	return strings.HasPrefix(rest, "https://") || strings.HasPrefix(rest, "http://") || strings.HasPrefix(rest, "//") && pos > 0 && text[pos-1] == ':'
}

// passwordAt takes the word at pos if it looks like a password that is announced. It returns its
// end, 0 if it is none.
func (s *scan) passwordAt(pos int) int {
	if pos > 0 && !isSpace(s.text[pos-1]) && strings.IndexByte(":=\"'`*(<[>|", s.text[pos-1]) < 0 && s.text[pos-1] < 0x80 {
		return 0
	}
	if pos > 1 && s.text[pos-1] == ':' && isDigit(s.text[pos-2]) && isDigit(s.text[pos]) { // "06:55:10Z"
		return 0
	}
	if s.goodsDirect(pos) {
		return 0
	}
	far, announced := s.clues.before(clueSecret, pos, 40)
	end := passwordEnd(s.text, pos)
	if !announced && !mixed(s.text[pos:end]) { // most words: only what is announced may look like one
		return 0
	}
	if at := strings.IndexByte(s.text[pos:end], '='); at > 0 && variable(s.text[pos:pos+at]) { // "STRIPE_KEY=…": of settings
		return 0
	}
	value := s.text[pos:end]
	if variable(value) || s.namesSetting(pos, end) || webAddress(s.text, pos) || strings.HasPrefix(value, "[") || strings.IndexByte(value, '=') > 0 && !announced || s.dateHere(pos) {
		return 0
	}
	if s.namesUser(pos) {
		return 0
	}
	if at := strings.IndexByte(value, '='); at > 0 && far > len("= ") && smallLetters(value[:at]) { // "api key=… client=91.64.200.17"
		return 0
	}
	if mailLike(value) { // "Zugangsdaten: eva@firma.de"
		return 0
	}
	if s.usedAt(pos, end, value) {
		return end
	}
	if !announced {
		if s.toldFar(pos, end, value) {
			return end
		}
		if signed(value) && !endsIn(strings.TrimRight(s.text[max(0, pos-16):pos], " :\"'„“”‚‘"), "wlan", "wifi", "wi-fi", "netz", "hotspot") && (s.foundBefore(Secret, pos, secretReach) || endsIn(strings.TrimRight(s.text[max(0, pos-8):pos], " \"'„“:"), " pass", " key", " pw")) {
			s.add(pos, end, Secret, 0.7, value)
			return end
		}
		if !mixed(value) || !s.named(clueSecret, pos, end, 0) || s.nextTold(end) {
			return 0
		}
		s.add(pos, end, Secret, 0.7, value)
		return end
	}
	direct, ok := s.linked(pos-far, pos)
	said := !ok && (saidBefore(s.text[pos-far:pos]) || s.saidByColon(pos-far, pos))
	if far == 0 || !ok && !signed(value) && !(said && mixed(value)) && !((ok || said) && (hyphened(value) || lautet(s.text[pos-far:pos]))) || len(value) < 4 || passwordLinks[strings.ToLower(value)] {
		return 0
	}
	allowed := !notPasswords[strings.ToLower(value)]
	var alone bool // it is the password, whatever it looks like
	switch {
	case ok && wordTold(s.text[:pos-far]):
		alone = value[0] >= 'A' && value[0] <= 'Z'
	case (ok || said) && lautet(s.text[pos-far:pos]):
		alone = allowed && !strings.HasPrefix(strings.ToLower(value), "wie") && strings.ToLower(value) != "folgendermaßen"
	}
	if direct && (end == len(s.text) || strings.IndexByte("\r\n|<", s.text[end]) >= 0) {
		alone = alone || allowed
	}
	if !alone && !mixed(value) && !hyphened(value) {
		return 0
	}
	s.add(pos, end, Secret, 0.8, value)
	return end
}

// nextReach is how far behind a name the word for its password may end, in bytes.
const nextReach = 28

// nextTold says whether the word for a password that follows a name names what stands behind it: "Guest WiFi is
// Harbour_Guest, password seagull42".
func (s *scan) nextTold(end int) bool {
	ends := s.clues.ends[clueSecret]
	i := sort.SearchInts(ends, end)
	if i == len(ends) || ends[i]-end > nextReach {
		return false
	}
	at := ends[i]
	for at < len(s.text) && at-ends[i] < 3 && strings.IndexByte(" :=", s.text[at]) >= 0 {
		at++
	}
	for _, link := range [...]string{"is ", "ist ", "lautet "} {
		if strings.HasPrefix(s.text[at:], link) {
			at += len(link)
		}
	}
	return at > ends[i] && mixed(s.text[at:passwordEnd(s.text, at)])
}

// userWords stand before what is told along with a password and is none.
var userWords = [...]string{"nutzername", "benutzername", "benutzer", "nutzer", "username", "user name", "user", "login", "login-name", "ssid", "netz", "netzwerk", "network", "netzname", "wlan heißt", "netzwerk heißt", "wifi is called", "network is called", "wlan-name", "wifi name"}

// namesUser says whether the word directly before pos says that the name of a user or of a network stands there.
func (s *scan) namesUser(pos int) bool {
	return endsIn(strings.TrimRight(s.text[max(0, pos-24):pos], " :='\"„“"), userWords[:]...)
}

func smallLetters(w string) bool {
	for i := range len(w) {
		if w[i] < 'a' || w[i] > 'z' {
			return false
		}
	}
	return w != ""
}

// wordTold says whether a text ends in the name of a secret that is a word, "memorable word".
func wordTold(text string) bool { return endsIn(text, "memorable word", "codewort", "losungswort") }

// secretReach is how far behind a password a further one may stand.
const secretReach = 48

// variable says whether a word is the name of a setting, "DB_PASSWORD".
func variable(w string) bool {
	for i := range len(w) {
		if w[i] != '_' && (w[i] < 'A' || w[i] > 'Z') {
			return false
		}
	}
	return len(w) > 3 && strings.Contains(w, "_")
}

// longestSetting is how many bytes the name of a setting may have.
const longestSetting = 64

// settings finds what is set where the name says that it is secret: "export LEDGER_API_KEY=…".
func (s *scan) settings() {
	for at := 0; ; {
		i := strings.IndexByte(s.text[at:], '=')
		if i < 0 {
			return
		}
		i += at
		at = i + 1
		from := i
		for from > 0 && i-from < longestSetting && (s.text[from-1] == '_' || s.text[from-1] >= 'A' && s.text[from-1] <= 'Z') {
			from--
		}
		if !secretVariable(s.text[from:i]) {
			s.queryValue(i)
			continue
		}
		if end := passwordEnd(s.text, at); end-at >= 6 && s.text[at] != '$' {
			s.add(at, end, Secret, 0.8, s.text[at:end])
			at = end
		}
	}
}

// queryValue takes what stands behind the equals sign at i if it is the key of a session or the like in the
// query of an address without its host, as in logs of servers: "GET /export?session=c7e1a94b0f5d4b62".
func (s *scan) queryValue(i int) {
	from := i
	for from > 0 && i-from < longestSetting && (s.text[from-1] == '_' || s.text[from-1] == '-' || isASCIILetter(s.text[from-1])) {
		from--
	}
	if from == i || from == 0 || s.text[from-1] != '?' && s.text[from-1] != '&' {
		return
	}
	switch strings.ToLower(s.text[from:i]) {
	case "session", "sessionid", "session_id", "sid", "token", "access_token", "auth", "key", "apikey", "api_key", "sig", "signature", "phpsessid", "jsessionid":
	default:
		return
	}
	end := i + 1
	for end < len(s.text) && end-i < maxKey && (isAlnum(s.text[end]) || strings.IndexByte("-_.", s.text[end]) >= 0) {
		end++
	}
	if value := s.text[i+1 : end]; len(value) >= 12 && mixed(value) {
		s.add(i+1, end, Secret, 0.7, value)
	}
}

// secretVariable says whether the name of a setting says that it is secret, "LEDGER_API_KEY".
func secretVariable(name string) bool {
	for part := range strings.SplitSeq(name, "_") {
		switch part {
		case "KEY", "TOKEN", "SECRET", "PASSWORD", "PASS", "PWD", "PASSPHRASE":
			return true
		}
	}
	return false
}

// saidBefore says whether what stands between the word and the password ends in "is", in one sentence.
func saidBefore(gap string) bool {
	if strings.ContainsAny(gap, ".!?\n,;") {
		return false
	}
	words := strings.Fields(strings.Trim(gap, " \"'`„“‚:="))
	if len(words) == 0 {
		return false
	}
	switch strings.ToLower(words[len(words)-1]) {
	case "is", "was", "ist", "war", "lautet", "to", "auf":
		return true
	}
	return false
}

// saidByColon says whether a clause that goes on behind the word for a password ends in a colon at pos, and not in
// the label of something else: "Kennwort steht auf dem Aufkleber: 29071844".
func (s *scan) saidByColon(from, pos int) bool {
	gap := strings.TrimRight(s.text[from:pos], " \"'„“")
	if !strings.HasSuffix(gap, ":") || strings.ContainsAny(gap, ".!?\n,;") || strings.Count(gap, ":") > 1 {
		return false
	}
	i := s.tokenAt(from+len(gap)-1) - 1
	return i >= 0 && s.notes[i].clue == 0 && !s.namesUser(pos)
}

// lautet says whether the verb stands last in gap behind which Germans name a word as it is.
func lautet(gap string) bool {
	return strings.HasSuffix(strings.TrimRight(gap, " \"'„“:"), "lautet")
}

// hyphened says whether a word is made of three or more small words, as people build passwords that can
// be kept in mind: "kipper-on-toast".
func hyphened(w string) bool {
	if strings.Count(w, "-") < 2 || w == "up-to-date" || w == "case-by-case" {
		return false
	}
	for i := range len(w) {
		if c := w[i]; c != '-' && (c < 'a' || c > 'z') {
			return false
		}
	}
	return w[0] != '-' && w[len(w)-1] != '-'
}

// notPasswords stand behind "password:" in forms and questions.
var notPasswords = map[string]bool{
	"vergessen": true, "zurücksetzen": true, "ändern": true, "falsch": true, "optional": true, "pflichtfeld": true, "anzeigen": true, "wiederholen": true, "bestätigen": true,
	"forgotten": true, "forgot": true, "reset": true, "change": true, "wrong": true, "required": true, "show": true, "repeat": true, "confirm": true, "keines": true, "none": true, "ja": true, "nein": true,
}

// linked says whether only words that link stand in [from, to), and whether a colon or an equals
// sign ends them.
func (s *scan) linked(from, to int) (direct, ok bool) {
	gap := s.text[from:to]
	bare := strings.Trim(gap, " \t\n\r\"'`*„“”‚‘()[]<>|")
	direct = strings.HasSuffix(bare, ":") || strings.HasSuffix(bare, "=")
	for w := range strings.FieldsSeq(strings.Trim(bare, ":= –-|>")) {
		if !passwordLinks[strings.ToLower(w)] {
			return direct, false
		}
	}
	return direct, true
}

// passwordEnd gives the end of a password at pos: before a space, a closing quote or a bracket, and
// without the punctuation of the sentence.
func passwordEnd(text string, pos int) int {
	end := pos
	for end < len(text) && end-pos < 256 {
		c := text[end]
		if endsPassword[c] || c == "“"[0] && (strings.HasPrefix(text[end:], "“") || strings.HasPrefix(text[end:], "”")) {
			break
		}
		end++
	}
	for end > pos && strings.IndexByte(".,;:?)]'*", text[end-1]) >= 0 {
		end--
	}
	return end
}

// endsPassword are the bytes of which each ends a password.
var endsPassword = [256]bool{' ': true, '\t': true, '\n': true, '\r': true, '"': true, '`': true, '<': true, '>': true, '|': true}

// signed says whether letters, digits and signs stand in a word as they do in passwords only.
func signed(w string) bool {
	return mixed(w) && len(w) >= 8 && random(w) && strings.ContainsAny(w, "0123456789") || mixed(w) && strings.ContainsAny(w, "0123456789") && strings.IndexFunc(w, isLetter) >= 0 && strings.ContainsAny(w[1:], "!#$%&+=?@^_~*")
}

// random says whether small and large letters and digits stand in a word without order, or large letters
// in the middle of small ones: "uuqxmy2rQT7A".
func random(w string) bool {
	large, small, digits := 0, 0, 0
	for i := range len(w) {
		switch c := w[i]; {
		case isDigit(c):
			digits++
		case c >= 'A' && c <= 'Z' && i > 0:
			large++
		case c >= 'a' && c <= 'z':
			small++
		}
	}
	return large > 1 && small > 1 && (digits > 0 || large > 2) || large > 0 && small > 1 && digits > 1
}

// mixed says whether a word looks like a password: letters and digits, or letters and signs that
// words do not have.
func mixed(w string) bool {
	if len(w) < 6 {
		return false
	}
	letters, digits, signs := 0, 0, 0
	for i := range len(w) {
		switch c := w[i]; {
		case isDigit(c):
			digits++
		case isASCIILetter(c) || c >= 0x80:
			letters++
		case strings.IndexByte("!#$%&+=?@^_~*", c) >= 0:
			signs++
		}
	}
	if digits > 9 && digits+strings.Count(w, "-") == len(w) {
		return true
	}
	return digits > 0 && letters+signs > 0 || letters > 0 && signs > 0 && (w[len(w)-1] != '!' || random(w)) || digits == len(w)
}
