package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/wordlist"
)

// phraseReach is how many bytes a passphrase may have, and seedReach one of twelve words or more from which the keys of a wallet are made.
const phraseReach, seedReach = 96, 240

// phrases finds passwords that are words: "passphrase: velvet otter drives north", "mein Kundenkennwort ist blaue
// Giraffe". No word of it may be one that speaks of a password, "is too short", "ist leider falsch".
func (s *scan) phrases() {
	if len(s.clues.ends[clueSecret]) == 0 && !s.holds("phrase") {
		return
	}
	for i, t := range s.tokens {
		if t.kind != word || s.notes[i].clue>>clueSecret&1 == 0 && !(s.lower(i) == "phrase" && i > 0 && phraseKinds[s.lower(i-1)]) {
			continue
		}
		w := s.lower(i)
		least := 0 // words it has at least; none if nothing may be told so
		switch {
		case strings.HasSuffix(w, "phrase"):
			if s.seedBehind(i) {
				continue
			}
			least = 3
		case strings.Contains(w, "passw"), strings.Contains(w, "paßw"), strings.Contains(w, "kennwort"), strings.HasSuffix(w, "losungswort"), strings.HasSuffix(w, "codewort"):
			least = 1
		default:
			continue
		}
		s.phraseBehind(i, least)
	}
}

// phraseKinds stand before "phrase" where it is one of words that keep something safe.
var phraseKinds = wordlist.Set("recovery seed pass backup secret wallet mnemonic")

// leastSeed and mostSeed are how many words the phrase of a wallet has (BIP 39).
const leastSeed, mostSeed = 12, 24

// seedBehind takes the words of such a phrase behind its name at token i, which only spaces, commas and the numbers of the words part, and
// says whether there are some.
func (s *scan) seedBehind(i int) bool {
	j := i + 1
	for j < len(s.tokens) && j-i < 5 && (s.is(j, ':') || s.is(j, '=') || s.is(j, '"') || phraseLinks[s.lower(j)]) {
		j++
	}
	n, last := 0, 0
	for k := j; k < len(s.tokens) && s.tokens[k].end-s.tokens[j].start <= seedReach && n <= mostSeed; k++ {
		switch t := s.tokens[k]; {
		case t.kind == word && !t.upper && t.end-t.start > 2 && t.end-t.start < 9 && smallLetters(s.text[t.start:t.end]):
			n, last = n+1, k
		case s.is(k, ','), s.is(k, '.') && s.tokens[k-1].kind == number, t.kind == number && s.digitsAt(k) > 0 && s.digitsAt(k) < 3:
		default:
			k = len(s.tokens)
		}
	}
	if n < leastSeed || n > mostSeed {
		return false
	}
	for k := j; k <= last; k++ {
		if s.has(k, functionWords) {
			return false
		}
	}
	s.add(s.tokens[j].start, s.tokens[last].end, Secret, 0.8, s.text[s.tokens[j].start:s.tokens[last].end])
	return true
}

// phraseStart gives the token behind what joins the name of a secret at token i with its words, and the last that does.
func (s *scan) phraseStart(i int) (j int, link string) {
	from := s.behindAside(i + 1)
	j = from
	for j < len(s.tokens) && j-from < 3 && !s.tokens[j].line && (s.is(j, ':') || s.is(j, '=') || s.is(j, '"') || s.is(j, '\'') || s.tokens[j].kind == word && phraseLinks[s.lower(j)]) {
		link = s.lower(j)
		j++
	}
	for link != "" && j+1 < len(s.tokens) && writtenHow[s.lower(j)] {
		j++
	}
	return j, link
}

// phraseBehind takes the words behind the name of the secret at token i if there are so many or more.
func (s *scan) phraseBehind(i, least int) {
	j, link := s.phraseStart(i)
	if j >= len(s.tokens) || s.tokens[j].line || s.tokens[j].kind != word {
		return
	}
	start := s.tokens[j].start
	rest := char.Cut(s.text, start, phraseReach)
	stop := strings.IndexAny(rest, ".,;:!?()[]/\\\"\n\r|<>")
	if stop < 0 && len(rest) == phraseReach {
		return
	}
	if stop < 0 {
		stop = len(rest)
	}
	if k := strings.Index(rest[:stop], " - "); k > 0 {
		stop = k
	}
	phrase := strings.TrimRight(rest[:stop], " ")
	quoted := link == "\"" && stop < len(rest) && rest[stop] == '"'
	n, digits, about := 0, false, false
	for k := j; k < len(s.tokens) && s.tokens[k].start < start+len(phrase); k++ {
		w := s.lower(k)
		switch {
		case s.tokens[k].kind == number && s.unitAfter(s.tokens[k].end): // "is checked every 90 days"
			return
		case s.tokens[k].kind == number && n > 0:
			digits = true
		case s.tokens[k].kind != word && w != "-" && w != "'":
			return
		case s.has(k, functionWords):
			return
		}
		about = about || speaksOfPasswords(w) || k == j && sinceWords[w]
		if s.tokens[k].kind == word {
			n++
		}
	}
	switch {
	case n > 8, about && (n < 4 || least < 3):
		return
	case quoted && (n > 1 || digits):
	case least == 3: // a phrase
		if n < 3 || link != ":" && link != "=" && !digits && n < 4 {
			return
		}
	case link != "is" && link != "ist" && link != "was" && link != "war" && link != "lautet" && link != "heißt":
		return // others have looked behind the colon
	case n == 1 && !(s.tokens[j].upper && len(phrase) > 4 && (link == "ist" || link == "war" || link == "heißt")) && !s.ownPassword(i, j, phrase):
		return
	case n > 3:
		return
	case n > 1 && !digits && smallLetters(strings.ReplaceAll(phrase, " ", "")) && describing(phrase) && strings.Contains(link, "ist"): // "ist handschriftlich vermerkt"
		return
	}
	s.add(start, start+len(phrase), Secret, 0.6, phrase)
}

// writtenHow are words that say how a password is written: "is all one word bluebadgerfield".
var writtenHow = wordlist.Set("all one word lowercase zusammengeschrieben kleingeschrieben alles")

// mostAside is how many tokens may stand in brackets between the name of a password and what it is.
const mostAside = 8

// behindAside gives the token behind what stands in brackets from token i on, i itself if nothing does: "password (all lower case) is …".
func (s *scan) behindAside(i int) int {
	if !s.is(i, '(') {
		return i
	}
	for k := i + 1; k < len(s.tokens) && k-i <= mostAside && !s.tokens[k].line; k++ {
		if s.is(k, ')') {
			return k + 1
		}
	}
	return i
}

// ownPassword says whether the password at token i, whose value is at another, is somebody's or one of a bank, and a word in small letters that
// describes nothing its value: "telephone banking password is tangerine".
func (s *scan) ownPassword(i, valueAt int, value string) bool {
	if len(value) < 5 || smallLetters(value) == (value[0] >= 'A' && value[0] <= 'Z') {
		return false
	}
	if describing(value) {
		return false
	}
	if k := valueAt; len(value) > 6 && k < len(s.tokens) && s.known(k) == 0 { // a word that no dictionary has: "ist handyvonuwe"
		return true
	}
	if i == 0 {
		return false
	}
	switch s.lower(i - 1) {
	case "banking", "telephone", "phone", "security", "account", "memorable", "my", "his", "her", "our":
		return true
	}
	return false
}

// describing says whether a word ends as those do that describe something.
func describing(w string) bool {
	for _, e := range [...]string{"ed", "ing", "able", "ible", "ly", "ive", "al", "ous", "ic", "ful", "less", "ent", "ant", "t", "bar", "ig", "lich", "isch", "en", "los"} {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// phraseLinks may stand between the word for a secret and its words.
var phraseLinks = wordlist.Set("is was ist war lautet heißt")

// speaksOfPasswords says whether a word says what is the matter with a password.
func speaksOfPasswords(w string) bool { return notPasswords[w] || aboutPasswords[w] }

// aboutPasswords are words that say something about a password and are none.
var aboutPasswords = wordlist.Set(`too wrong incorrect invalid expired required mandatory locked weak strong secure insecure
	saved stored visible hidden encrypted empty missing correct right fine set changed reset short long blank
	unknown temporary different unique important private public identical sensitive case same old new still
	always never already really case-sensitive safe bad good easy simple longer shorter okay gone lost
	stuck useless worthless shown sent given known kept protected written printed used reused working broken
	rejected refused accepted denied blocked disabled enabled ready available needed alphanumeric default
	falsch abgelaufen ungültig gesperrt leer richtig korrekt sicher unsicher gespeichert bekannt
	unbekannt weg verloren leider immer noch nie schon wieder plötzlich angeblich laut zu lang kurz gültig
	pflicht teil voraussetzung bestandteil geheim privat weiterhin gleich identisch dasselbe
	unverändert neu alt einfach schwer zurückgesetzt geändert verschlüsselt notwendig erforderlich nötig
	geschützt sichtbar unsichtbar schwach stark hinterlegt eingegeben abhanden unbrauchbar kompromittiert
	geleakt fehlerhaft ok super toll blöd doof quatsch unsinn schrott standard chefsache sache
	irgendwie wohl vermutlich wahrscheinlich offenbar anscheinend definitiv sehr ziemlich ganz etwas kaum
	fast mindestens höchstens maximal minimum maximum zeichen characters letters digits entweder weder`)
