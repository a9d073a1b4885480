package personal

import (
	"slices"
	"sort"
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/wordlist"
)

// Names under which people log in, and are found in social networks, have any form: only what stands around them tells.

var (
	// nameLabels are words behind which such a name follows, accountLabels those that also mean other things.
	nameLabels = wordlist.Set(`anmeldename anmeldenamen benutzer-id benutzerkennung benutzername benutzernamen kontoname kundenlogin login-id login-name
		loginname nickname nutzerkennung nutzername nutzernamen profilname spielername accountname gamertag screenname user-id user-name userid username`)
	accountLabels = wordlist.Set("benutzer kennung login nutzer user handle")
	// nameSeconds are the second words of labels of two: "user name".
	nameSeconds = wordlist.Set("name id")
	// usernameLinks may stand between such a word and the name.
	usernameLinks = wordlist.Set(`ist lautet is war was heißt also mal jetzt noch immer eigentlich glaube ich i think would be should sein müsste dort da there used to als as
		unter under auf on heiße bin bei dem den name namen handle profil profile account nick mein my me mir mich mit am i'm i’m folgt folge follow find finden findest findet ihr du sie you can euch ihnen dir with at ihrem eurem`)
	// noUsernames stand there and are none, or are those of machines.
	noUsernames = wordlist.Set(`admin administrator root guest gast test demo vergessen forgotten forgot ändern change changed falsch wrong erforderlich required optional pflichtfeld
		passwort password kennwort und and oder or e-mail email mail e-mail-adresse ungültig invalid unbekannt unknown gesperrt blocked gleich identisch anonymous anonym
		hier here button seite page link www-data nobody postgres null none nil undefined string true false neu new leer empty ja nein yes no sichtbar möglich nicht not
		kundennummer kundennr telefonnummer mobilnummer mitgliedsnummer vergeben taken already bereits frei wählbar gespeichert`)
	// ownUser say that one person speaks of themselves or of another one, firmUser that a firm does.
	ownUser  = wordlist.Set("ich mein meine meinem meinen meiner mich mir i my me i'm i’m im mine sein seine seinem seinen his her dein deinem deinen")
	firmUser = wordlist.Set("wir uns unser unsere unserem unseren unserer we us our ours")
)

// userLabel says what kind of word stands before a name.
type userLabel uint8

const (
	networkLabel userLabel = iota // a social network
	accountLabel
	nameLabel
)

// usernames finds the names of users that are told, "mein Benutzername ist mmuster77", and those under which people say that
// they are found in a social network, "mein Instagram ist @lea.k92". What firms write of themselves stays.
func (s *scan) usernames() {
	for _, end := range s.clues.ends[clueUser] {
		i := s.tokenAt(end)
		switch label := s.userLabel(i - 1); {
		case end < len(s.text) && s.text[end] == '_' || i > 1 && s.is(i-2, '_'): // "user_agent", "db_user"
		case label == networkLabel:
			s.handleBehind(i)
			s.handleBefore(i - 1)
		default:
			s.nameBehind(i, label)
			s.nameBefore(i-1, label)
		}
	}
	for _, c := range s.clues.cells {
		if c.clues>>clueUser&1 != 0 {
			s.nameInCell(s.tokenAt(c.start), c.end)
		}
	}
	s.loggedIn()
}

// userLabel says what the word at token i, which ends a clue, is.
func (s *scan) userLabel(i int) userLabel {
	switch w := s.lower(i); {
	case nameLabels[w], nameSeconds[w]:
		return nameLabel
	case accountLabels[w]:
		return accountLabel
	}
	return networkLabel
}

// usernameTokens is how many tokens may stand between the label and the name.
const usernameTokens = 7

// toldName is how a name stands behind its label.
type toldName struct {
	at                     int  // its first token
	direct, said, quoted   bool // behind a colon or the like, behind a verb, in quotes
	equals, below, between bool // behind "=", in the line below, not directly
}

// behindLabel reads what stands between a label and a name, from token i on. It gives no name where a sentence begins between.
func (s *scan) behindLabel(i int) (t toldName, ok bool) {
	j := i
	for ; j < len(s.tokens) && j-i < usernameTokens; j++ {
		if s.tokens[j].line {
			if t.below || !t.direct && !(j == i && i > 0 && s.tokens[i-1].line) {
				return t, false
			}
			t.below = true
		}
		w := s.lower(j)
		switch {
		case s.is(j, ':'), s.is(j, '|'), s.is(j, '>'), s.is(j, '-') && s.tokens[j].gap, w == "–", w == "→":
			t.direct = true
		case s.is(j, '='):
			t.direct, t.equals = true, true
		case s.is(j, '?') && j+1 < len(s.tokens) && s.tokens[j+1].line:
			t.direct = true
		case s.is(j, '"'), s.is(j, '\''), s.is(j, '`'), w == "„", w == "“", w == "‚", w == "«", w == "»":
			t.quoted = true
		case s.is(j, '('), s.is(j, '*'), s.is(j, '['):
		case usernameLinks[w] && !s.is(j+1, '_') && !s.is(j+1, '.'):
			t.said, t.quoted = true, false
		default:
			t.at, t.between = j, j > i
			return t, s.tokens[j].kind != mark || s.is(j, '@')
		}
	}
	return t, false
}

// nameBehind takes the name of a user behind the label that ends before token i.
func (s *scan) nameBehind(i int, label userLabel) {
	t, ok := s.behindLabel(i)
	if !ok || t.at == i && !s.tokens[i].gap || label == accountLabel && s.inCode(i) {
		return
	}
	start := s.tokens[t.at].start
	end, shaped := s.usernameAt(start)
	if end == 0 {
		return
	}
	own := s.ownBefore(i-1, i)
	strange := s.tokens[t.at].end == end && s.known(t.at)&anyWords == 0 && s.notes[t.at].clue == 0
	if t.quoted && s.openQuote(t.at-1) && !s.tokens[t.at].gap && !s.closesQuote(end) { // somebody's whole name
		return
	}
	alone := s.clauseEnds(end) || t.quoted || t.equals || strings.IndexByte("\"'<&,}\t", s.text[end]) >= 0
	switch {
	case shaped && label == accountLabel && s.ofThing(i-1, t, s.text[start:end], own || t.equals || s.passwordNext(end)):
		return
	case shaped && (label == nameLabel || t.direct || own && (t.said || !t.between)):
	case shaped && !t.said && strings.ContainsAny(s.text[start:end], "_."):
	case label == nameLabel && t.direct && alone && (strange || s.wholeLine(i, end) || t.quoted || t.below):
	case label == nameLabel && (own || t.quoted || s.opensLine(i)) && strange && alone && t.between:
	case label == accountLabel && strange && smallLetters(s.text[start:end]) && (s.passwordNext(end) || s.logsInFrom(end)):
	case label == accountLabel && strange && alone && (t.equals || own && (t.direct || t.said) || t.direct && s.wholeLine(i, end) && smallLetters(s.text[start:end])):
	default:
		return
	}
	s.username(start, end)
}

// closesQuote says whether a quotation mark stands at pos.
func (s *scan) closesQuote(pos int) bool {
	i := s.tokenAt(pos)
	return i < len(s.tokens) && s.tokens[i].start == pos && (s.openQuote(i) || s.is(i, '`') || s.is(i, '»'))
}

// ofThing says whether what stands behind a label at token i that also means other things is the mark of one, "Kennung: IP67", or a
// model of one, "my handle HX20 is broken". somebodys says that a person or a computer speaks of who logs in.
func (s *scan) ofThing(i int, t toldName, name string, somebodys bool) bool {
	if name[0] == '@' || strings.ContainsAny(name, "_.") {
		return false
	}
	return char.InCapitals(name) && (!somebodys || s.lower(i) == "handle" && !t.said && !t.direct)
}

// declares are words behind which code names what it makes.
var declares = wordlist.Set("class const let var def func function type struct interface new import from")

// inCode says whether the label that ends before token i is a name in the code of a program: "const user = …", "class User(Model)".
func (s *scan) inCode(i int) bool {
	return i > 1 && declares[s.lower(i-2)] && (s.is(i, '=') || s.is(i, '(') || s.is(i, ':') || s.is(i, '{')) || s.is(i, '(') && !s.tokens[i].gap
}

// beforeLabel may stand between a name and its label: "lea_k92 is my username", "with lea_k92 as user name".
var beforeLabel = wordlist.Set("ist is war was mein meine my der the as als user login")

// nameBefore takes the name of a user that stands before its label, which ends with token i.
func (s *scan) nameBefore(i int, label userLabel) {
	j := i - 1
	for j >= 0 && i-j < usernameTokens && beforeLabel[s.lower(j)] {
		j--
	}
	if j < 0 || j > i-2 || label != nameLabel || s.tokens[j+1].line {
		return
	}
	for j > 0 && s.quoteAt(j) {
		j--
	}
	start := s.tokens[j].end
	for start > 0 && s.tokens[j].end-start < mostUsername && !char.Space(s.text[start-1]) && s.text[start-1] != '"' && s.text[start-1] != '(' {
		start--
	}
	if start == s.tokens[j].end || !char.Alnum(s.text[start]) {
		return
	}
	if end, shaped := s.usernameAt(start); shaped && end == s.tokens[j].end {
		s.username(start, end)
	}
}

// opensLine says whether the label that ends before token i begins a sentence or stands behind a mark: "Username is gwilkes, …".
func (s *scan) opensLine(i int) bool {
	label := i - 1
	return label >= 0 && (s.tokens[label].line || label > 0 && s.tokens[label-1].kind == mark)
}

// passwordNext says whether the word for a password stands soon behind the name of a user that ends at end: "Login fkessler,
// Startpasswort …".
func (s *scan) passwordNext(end int) bool {
	ends := s.clues.ends[clueSecret]
	i := sort.SearchInts(ends, end)
	return i < len(ends) && ends[i]-end <= nextReach && !strings.ContainsAny(s.text[end:ends[i]], ".!?")
}

// logsInFrom says whether a log goes on behind the name of a user with where they came from: "user kmueller from 91.64.203.118".
func (s *scan) logsInFrom(end int) bool {
	rest := char.Cut(s.text, end, len(" from 1"))
	return len(rest) == len(" from 1") && strings.HasPrefix(rest, " from ") && char.Digit(rest[len(rest)-1])
}

// wholeLine says whether nothing else stands in the line of a label, which ends before token i, and its value, which ends at end.
func (s *scan) wholeLine(i, end int) bool {
	label := i - 1
	if label > 0 && nameSeconds[s.lower(label)] && s.notes[label].clue>>clueUser&1 != 0 && !nameLabels[s.lower(label)] {
		label--
	}
	rest := strings.TrimLeft(char.Cut(s.text, end, 4), " \t*")
	return label >= 0 && (s.tokens[label].line || label > 0 && s.tokens[label-1].line && s.tokens[label-1].kind == mark) && (rest == "" || rest[0] == '\n' || rest[0] == '\r')
}

// nameInCell takes the name of a user that fills a cell from token i on, which ends before end, of a column of such names.
func (s *scan) nameInCell(i, end int) {
	if i >= len(s.tokens) || s.tokens[i].kind != word {
		return
	}
	stop, shaped := s.usernameAt(s.tokens[i].start)
	if stop > 0 && stop <= end && strings.Trim(s.text[stop:min(end, len(s.text))], " \t|;,\r\n\"") == "" && (shaped || s.known(i)&anyWords == 0 && smallLetters(s.word(i))) {
		s.username(s.tokens[i].start, stop)
	}
}

// loggedAs are the words behind which somebody says as whom they are logged in.
var loggedAs = [...]string{
	"eingeloggt als", "angemeldet als", "einloggen als", "anmelden als", "eingeloggt unter", "angemeldet unter", "registriert als", "registriert unter",
	"logged in as", "signed in as", "log in as", "login as", "logged on as", "registered as",
}

// loggedBefore says whether t is the last of those words.
func (s *scan) loggedBefore(t token) bool {
	switch s.folded[t.start:t.end] {
	case "as", "als", "unter":
		before := s.folded[:t.end]
		return slices.ContainsFunc(loggedAs[:], func(w string) bool { return strings.HasSuffix(before, w) })
	}
	return false
}

// loggedIn takes those names.
func (s *scan) loggedIn() {
	for i, t := range s.tokens {
		if c := s.folded[t.start]; c != 'a' && c != 'u' || t.end-t.start > len("unter") || i+1 == len(s.tokens) || !s.loggedBefore(t) {
			continue
		}
		j := i + 1
		if s.tokens[j].start-t.end > len(" \"") {
			continue
		}
		if s.tokens[j].kind == mark && j+1 < len(s.tokens) && !s.tokens[j+1].gap {
			j++
		}
		start := s.tokens[j].start
		end, shaped := s.usernameAt(start)
		if end > 0 && (shaped || s.tokens[j].end == end && s.known(j)&anyWords == 0 && smallLetters(s.text[start:end]) && s.clauseEnds(end)) {
			s.username(start, end)
		}
	}
}

func (s *scan) username(start, end int) {
	s.add(start, end, Username, 0.7, strings.ToLower(strings.TrimPrefix(s.text[start:end], "@")))
}

// ownBefore says whether one person speaks of their own in the sentence of token i, up to token end, and no firm does.
func (s *scan) ownBefore(i, end int) bool {
	own := false
	for j := min(end, len(s.tokens)) - 1; j >= 0 && i-j < 14; j-- {
		w := s.lower(j)
		switch {
		case firmUser[w]:
			return false
		case ownUser[w]:
			own = true
		}
		if j <= i && (s.tokens[j].line || j > 0 && s.tokens[j].gap && (s.is(j-1, '.') || s.is(j-1, '!') || s.is(j-1, '?'))) {
			break
		}
	}
	return own
}
