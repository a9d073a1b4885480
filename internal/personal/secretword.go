package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/wordlist"
)

// Banks, alarm companies and schools agree on a word by which they know somebody: "memorable word is kittiwake", "Codewort
// Ankerplatz". It has no shape of its own; the name of such a word, what joins it and that it stands alone tell it.

// agreedWords are words for such a word, and agreedKinds are those before "word", "answer" and the like in English.
var (
	agreedWords = wordlist.Sieved(`codewort codeword passwort password kennwort kundenkennwort telefonkennwort telefon-kennwort losungswort sicherheitswort geheimwort
		abholwort abholcode abholkennwort kundenpasswort telefonpasswort parole merkwort sicherheitsantwort geheimantwort safeword codewords`)
	agreedKinds = wordlist.Sieved("memorable security secret safe code pickup up pass collection question")
	agreedHeads = wordlist.Sieved("word place name answer phrase password keyword")
)

// agreedLinks stand before the word itself. One of them has to, unless the name of the word means nothing else.
var agreedLinks = wordlist.Set("is was ist war lautet heißt lautete wäre : = be bleibt remains -")

// agreedBetween is how many words may say what the word is for before the link, "the password for collecting Ella is …".
const agreedBetween = 5

// agreed finds such words.
func (s *scan) agreed() {
	if !s.speaksOfWords() {
		return
	}
	for i, t := range s.tokens {
		if t.kind != word {
			continue
		}
		w, link := s.lower(i), ""
		for _, is := range [...]string{"'s", "’s"} {
			if strings.HasSuffix(w, is) {
				w, link = strings.TrimSuffix(w, is), "is"
			}
		}
		english := agreedHeads.Has(w) && i > 0 && !t.line && agreedKinds.Has(s.lower(i-1))
		if w == "answer" && english && s.lower(i-1) != "security" && s.lower(i-1) != "secret" && s.lower(i-1) != "question" { // "the pickup answer was rude"
			continue
		}
		if !english && !agreedWords.Has(w) {
			continue
		}
		s.agreedBehind(i, link, english && (w != "password" || s.lower(i-1) != "secret" && s.lower(i-1) != "security") || len(w) > len("passwort") || w == "codewort" || w == "codeword" || w == "kennwort" || w == "merkwort" || w == "parole")
	}
}

// speaksOfWords says whether the text may have a word for such a word at all.
func (s *scan) speaksOfWords() bool {
	for _, w := range [...]string{"wor", "memorable", "answer", "antwort", "parole", "abhol", "pickup", "pass"} {
		if s.holds(w) {
			return true
		}
	}
	return false
}

// agreedBehind takes the word that is told behind its name at token i, which may have a link in it. sure says that the name means
// nothing else.
func (s *scan) agreedBehind(i int, link string, sure bool) {
	j := i + 1
	for k := 0; k < agreedBetween && j < len(s.tokens) && s.tokens[j].kind == word && !s.tokens[j].line && !agreedLinks[s.lower(j)] && agreedFor[s.lower(i+1)]; k++ {
		j++
	}
	for j < len(s.tokens) && !s.tokens[j].line && (agreedLinks[s.lower(j)] || sinceWords[s.lower(j)] && link != "" || s.quoteAt(j)) {
		if !s.quoteAt(j) {
			link = s.lower(j)
		}
		j++
	}
	if j >= len(s.tokens) || s.tokens[j].line || s.tokens[j].kind != word || j > i+1 && link == "" && !s.quoteAt(j-1) {
		return
	}
	t, value := s.tokens[j], s.lower(j)
	ends := j+1 < len(s.tokens) && s.quoteAt(j+1) || s.clauseEnds(t.end)
	if !ends || strings.HasPrefix(s.text[t.end:], "-") || strings.HasPrefix(s.text[t.end:], ":") || len(value) < 4 || speaksOfPasswords(value) || notAgreed[value] || s.has(j, functionWords) || s.notes[j].clue != 0 || passwordLinks[value] || strings.HasPrefix(char.Cut(s.text, t.end, 2), "?") {
		return
	}
	switch {
	case abstract(value):
		return
	case sure && (link == ":" || link == "="):
	case sure && link != "": // "is missing", "is not accepted", and "is kittiwake"
		if !t.upper && describing(value) && !strings.HasSuffix(value, "t") && !calmEnds(value) {
			return
		}
	case sure || (link == ":" || link == "=") && t.upper: // "Codewort Ankerplatz, bitte", "Passwort: Ankerplatz. Danke"
		if !t.upper && !(link == "" && (s.lower(i) == "codeword" || s.lower(i) == "word" && !describing(value) && s.rare(j))) {
			return
		}
	case link != "" && j > i+2 && agreedFor[s.lower(i+1)] && !describing(value): // "password for collecting Ella is marmalade"
	default:
		return
	}
	s.add(t.start, t.end, Secret, 0.6, s.text[t.start:t.end])
}

// rare says whether token i is none of the words that most texts have.
func (s *scan) rare(i int) bool { return int(s.ids[i]) >= len(s.commonFacts) }

// agreedFor begin what such a word is for.
var agreedFor = wordlist.Set("i we ich wir for of at with beim bei für zum zur der des vom am im fürs")

// notAgreed are words behind the name of an agreed word that say something of it or of the form that it is asked for in.
var notAgreed = wordlist.Set(`durchhalten optional required pflichtfeld angeben eingeben nennen merken festlegen wählen enter choose select
	here hier below unten above oben attached anbei something etwas nothing nichts anything yours mine meins
	eingabe angabe hinweis note tipp tips hilfe help info information bitte please danke thanks verification
	security sicherheit login anmeldung konto account email e-mail mail telefon phone name datum date test
	beispiel example muster irgendwas unknown nobody jemand somebody funktioniert works klappt fehlt stimmt
	passt geht over about that this what which where when dass weil`)

// abstract says whether a word ends as German and English ones do that name what nobody agrees on as a word to be known by.
func abstract(w string) bool {
	for _, e := range [...]string{"ung", "heit", "keit", "schaft", "tion", "ness", "ment", "ity"} {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// calmEnds says whether a word ends in "en" as short nouns do as often as words that describe something: "raven", "linden".
func calmEnds(w string) bool {
	return strings.HasSuffix(w, "en") && !strings.HasSuffix(w, "ken") && len(w) < 7
}
