package personal

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/wordlist"
)

// secrets finds passwords and keys: by a word that announces one, by the shape that a service
// gives its keys.
func (s *scan) secrets() {
	if s.longest >= leastKey {
		s.keys()
		s.shapedKeys()
		s.keyHalves()
		s.productKeys()
	}
	s.privateKeys()
	s.userFlags()
	s.mysqlFlags()
	s.licenceKeys()
	s.swapped()
	s.settings()
	s.pins()
	s.cardAccess()
	s.lockCodes()
	s.keypads()
	s.pairs()
	s.phrases()
	s.agreed()
	s.cardBacks()
	s.retold()
	s.setSecrets()
	s.triedPins()
	s.nextPins()
	if len(s.clues.ends[clueSecret]) == 0 && !s.seen.login {
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

// passwordLinks may stand between the word and the password it announces.
var passwordLinks = wordlist.Set(`ist lautet is war was jetzt now wäre wär heißt auf to mit als as für for neu used neue neues new mein my dein ihr das der the
	following folgendes folgende immer noch früher mal sonst bisher die weiterhin still always geändert changed set gesetzt vom von of would be sei will should soll übrigens eigentlich halt eben btw currently actually really aktuell momentan derzeit`)

// webAddress says whether an address in the web begins at pos, or goes on there behind its protocol.
func webAddress(text string, pos int) bool {
	rest := text[pos:]
	return strings.HasPrefix(rest, "https://") || strings.HasPrefix(rest, "http://") || strings.HasPrefix(rest, "//") && pos > 0 && text[pos-1] == ':'
}

// passwordAt takes the word at pos if it looks like a password that is announced. It returns its
// end, 0 if it is none.
func (s *scan) passwordAt(pos int) int {
	if pos > 0 && !char.Space(s.text[pos-1]) && strings.IndexByte(":=\"'`*(<[>|", s.text[pos-1]) < 0 && s.text[pos-1] < 0x80 {
		return 0
	}
	if pos > 1 && s.text[pos-1] == ':' && char.Digit(s.text[pos-2]) && char.Digit(s.text[pos]) { // "06:55:10Z"
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
		if signed(value) && !s.otherSetting(pos) && !endsIn(strings.TrimRight(s.text[max(0, pos-16):pos], " :\"'„“”‚‘"), "wlan", "wifi", "wi-fi", "netz", "hotspot") && (s.foundBefore(Secret, pos, secretReach) || endsIn(strings.TrimRight(s.text[max(0, pos-8):pos], " \"'„“:"), " pass", " key", " pw")) {
			s.add(pos, end, Secret, 0.7, value)
			return end
		}
		if !mixed(value) || !s.named(clueSecret, pos, end, 0) || s.nextTold(end) || smallLetters(strings.ReplaceAll(value, "_", "")) { // "id_rsa passphrase"
			return 0
		}
		s.add(pos, end, Secret, 0.7, value)
		return end
	}
	if !s.announces(pos, far, end) {
		return 0
	}
	s.add(pos, end, Secret, 0.8, value)
	return end
}

// announces says whether the word for a secret that ends far before pos announces what stands at [pos, end), so that it is a password.
func (s *scan) announces(pos, far, end int) bool {
	value := s.text[pos:end]
	direct, ok := s.linked(pos-far, pos)
	ok = ok || s.text[pos-far:pos] == ", " && end < len(s.text) && s.text[end] == ',' && char.CountDigits([]byte(value)) > 0 // "my password, Bluebadger1, is not accepted"
	if !ok && s.otherSetting(pos) {
		return false
	}
	said := !ok && (saidBefore(s.text[pos-far:pos]) || s.saidByColon(pos-far, pos))
	if far == 0 || !ok && !signed(value) && !(said && mixed(value)) && !((ok || said) && (hyphened(value) || lautet(s.text[pos-far:pos]))) || len(value) < 4 || passwordLinks[strings.ToLower(value)] {
		return false
	}
	allowed := !notPasswords[strings.ToLower(value)]
	var alone bool // it is the password, whatever it looks like
	switch {
	case ok && wordTold(s.text[:pos-far]) && !saysFor(s.text[pos-far:pos]):
		alone = allowed && value[0] >= 'A' && value[0] <= 'Z'
	case (ok || said) && lautet(s.text[pos-far:pos]):
		alone = allowed && !strings.HasPrefix(strings.ToLower(value), "wie") && strings.ToLower(value) != "folgendermaßen"
	}
	if direct && (end == len(s.text) || strings.IndexByte("\r\n|<", s.text[end]) >= 0) {
		alone = alone || allowed
	}
	return alone || mixed(value) || hyphened(value)
}

// otherSetting says whether the value at pos stands behind the name of a setting that begins its line and names no secret, as in
// files that set programs up: "  schema: v2_4_0".
func (s *scan) otherSetting(pos int) bool {
	i := s.tokenAt(pos) - 1
	for i > 0 && s.quoteAt(i) {
		i--
	}
	if i < 1 || !s.is(i, ':') && !s.is(i, '=') {
		return false
	}
	name := i - 1
	return s.tokens[name].kind == word && s.tokens[name].line && name > 0 && s.notes[name].clue&(1<<clueSecret|1<<cluePIN) == 0
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
var userWords = [...]string{
	"nutzername", "benutzername", "benutzer", "nutzer", "username", "user name", "user", "login", "login-name", "ssid", "netz",
	"netzwerk", "network", "netzname", "wlan heißt", "netzwerk heißt", "wifi is called", "network is called", "wlan-name", "wifi name",
	"nutzername ist", "benutzername ist", "username is", "user name is", "login is", "login ist", "nickname ist", "nickname is",
}

// namesUser says whether the word directly before pos says that the name of a user or of a network stands there.
func (s *scan) namesUser(pos int) bool {
	return endsIn(strings.TrimRight(s.text[max(0, pos-24):pos], " :='\"„“"), userWords[:]...)
}

// saysFor says whether what stands between the name of such a word and the next capital says what it is for: "Codewort für die Kita".
func saysFor(gap string) bool {
	first, _, _ := strings.Cut(strings.TrimLeft(gap, " "), " ")
	switch strings.ToLower(first) {
	case "für", "for", "of", "von", "vom", "to", "zu":
		return true
	}
	return false
}

// wordTold says whether a text ends in the name of a secret that is a word, "memorable word".
func wordTold(text string) bool { return endsIn(text, "memorable word", "codewort", "losungswort") }

// secretReach is how far behind a password a further one may stand.
const secretReach = 48

// saidBefore says whether what stands between the word and the password ends in "is", in one sentence.
func saidBefore(gap string) bool {
	if correctedTo(gap) {
		return true
	}
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
	case "name", "namen": // "is my dog's name Biscuit99"
		return strings.Contains(gap, " is ") || strings.Contains(gap, " ist ") || strings.Contains(gap, " was ") || strings.Contains(gap, " war ")
	}
	return false
}

// correctedTo says whether a text ends in words behind which what is right follows: " on file is wrong, it should be".
func correctedTo(gap string) bool {
	gap = strings.ToLower(strings.TrimRight(gap, " \"'„“:"))
	return !strings.ContainsAny(gap, ".!?\n;") && endsIn(gap, "it should be", "richtig ist", "richtig wäre", "correct is", "correct one is", "right one is", "sondern", "but it is", "but it's", "stimmt ist")
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

// notPasswords stand behind "password:" in forms and questions.
var notPasswords = wordlist.Set(`vergessen zurücksetzen ändern falsch optional pflichtfeld anzeigen wiederholen
	bestätigen forgotten forgot reset change wrong required show repeat confirm kein keine keiner keins keines none ja nein`)

// answerTo gives what stands between the question for a password and the answer that begins at pos, without who speaks: nothing but the words of
// an answer if the answer is all of its clause.
func (s *scan) answerTo(gap string, pos int) string {
	question, speaker, lines := strings.Cut(gap, "\n")
	if lines {
		if strings.TrimSpace(question) != "" {
			return gap
		}
		gap = speaker
		if colon := strings.IndexByte(speaker, ':'); colon > 0 && !strings.Contains(strings.TrimSpace(speaker[:colon]), " ") {
			gap = speaker[colon+1:]
		}
	}
	if !s.clauseEnds(passwordEnd(s.text, pos)) {
		return "?"
	}
	return gap
}

// linked says whether only words that link stand in [from, to), and whether a colon or an equals
// sign ends them.
func (s *scan) linked(from, to int) (direct, ok bool) {
	gap := s.text[from:to]
	if behind, asked := strings.CutPrefix(gap, "?"); asked {
		gap = s.answerTo(behind, to)
	}
	bare := strings.Trim(gap, " \t\n\r\"'`*„“”‚‘()[]<>|")
	if led := strings.TrimLeft(bare, "."); len(bare)-len(led) >= leastLeaders { // "password ........ Sommer-6672"
		bare = led
	}
	direct = strings.HasSuffix(bare, ":") || strings.HasSuffix(bare, "=")
	for w := range strings.FieldsSeq(strings.Trim(bare, ":= –-|>")) {
		if !passwordLinks[strings.ToLower(w)] {
			return direct, false
		}
	}
	return direct, true
}
