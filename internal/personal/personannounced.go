package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/tagger"
	"github.com/webchatagent/wca/internal/wordlist"
)

// introductions are words after which somebody's name follows, by the first of them.
var introductions = func() map[string][][]string {
	by := map[string][][]string{}
	for _, words := range [][]string{
		{"ich", "heiße"}, {"ich", "heisse"}, {"ich", "heiß"}, {"ich", "heiss"}, {"wir", "heißen"}, {"wir", "heissen"}, {"mein", "name", "ist"}, {"mein", "name", "lautet"}, {"name", ":"}, {"vorname", ":"}, {"nachname", ":"}, {"my", "name", "is"},
		{"my", "name's"}, {"i'm", "called"}, {"i", "am", "called"}, {"name", "is"}, {"kontoinhaber", ":"}, {"inhaber", ":"}, {"ansprechpartner", ":"}, {"ansprechpartnerin", ":"},
		{"nachname", "ist"}, {"nachname", "lautet"}, {"nachname", "war"}, {"familienname", "ist"}, {"familienname", "lautet"}, {"vorname", "ist"}, {"vorname", "lautet"}, {"mädchenname", "ist"}, {"mädchenname", "war"},
		{"surname", "is"}, {"last", "name", "is"}, {"first", "name", "is"}, {"family", "name", "is"}, {"maiden", "name", "is"}, {"unter", "dem", "namen"}, {"unter", "meinem", "namen"},
		{"booked", "under"}, {"booking", "under"}, {"reservation", "under"}, {"mädchenname"},
		{"familienname"}, {"nachname"}, {"vorname"}, {"surname"}, {"last", "name"}, {"family", "name"}, {"first", "name"}, {"eheleute"}, {"familie"}, {"reservierung", "unter"}, {"reservierung", "auf"},
		{"reservierung", "für"}, {"tischreservierung", "auf"}, {"tischreservierung", "unter"}, {"tischreservierung", "für"}, {"auf", "den", "namen"}, {"auf", "dem", "namen"}, {"in", "the", "name", "of"}, {"under", "the", "name"}, {"under", "the", "name", "of"},
		{"unterzeichner", ":"}, {"unterzeichnerin", ":"}, {"versicherungsnehmer", ":"}, {"versicherungsnehmerin", ":"}, {"karteninhaber"}, {"karteninhaberin"}, {"kontoinhaber"}, {"kontoinhaberin"}, {"mieter", ":"},
		{"mieterin", ":"}, {"empfänger", ":"}, {"absender", ":"}, {"geschäftsführer", ":"}, {"geschäftsführerin", ":"}, {"inhaberin", ":"}, {"name", "lautet"}, {"signed", ":"}, {"passenger", ":"},
		{"versicherter", ":"}, {"patient", ":"}, {"patientin", ":"}, {"contact", ":"}, {"hier", "ist"}, {"this", "is"}, {"hier", "spricht"}, {"c", "/", "o"},
		{"someone", "called"}, {"somebody", "called"}, {"someone", "named"}, {"somebody", "named"}, {"jemand", "namens"}, {"jemanden", "namens"},
		{"people", "call", "me"}, {"everyone", "calls", "me"}, {"everybody", "calls", "me"}, {"friends", "call", "me"}, {"nennen", "mich"}, {"nennt", "mich"},
	} {
		by[words[0]] = append(by[words[0]], words)
	}
	return by
}()

// announced finds names where the text says that one follows.
func (s *scan) announced(start, end int) {
	if from, to := s.thanked(start, end); from < to {
		s.person(from, to, 0.7)
	}
	for i := start; i < end; i++ {
		t := s.tokens[i]
		if t.kind != word || !s.has(i, titles|callings|articles|greetings|signOffs|introducing) && !s.opens(i, opensName) {
			continue
		}
		switch {
		case s.has(i, titles) && (t.upper || s.small) && !s.ship(i):
			from := s.afterTitles(i+1, end)
			s.name(from, end, true)
			s.overLine(from, end)
			s.lone(from, end)
		case t.upper && i+1 < end && s.tokens[i+1].kind == word && s.tokens[i+1].upper && s.has(i, callings):
			from := s.afterTitles(i+1, end)
			if from < end && s.tokens[from].kind == word && !s.has(from, callings) {
				s.name(from, end, false)
				s.lone(from, end)
			}
		case i+3 < end && s.tokens[i+1].upper && s.initial(i+1) == i+3 && s.has(i, articles) && !s.tokens[i+1].line && (s.is(i+3, ',') || s.tokens[i+3].kind == word && !s.tokens[i+3].upper && s.lower(i+3) != "coli"):
			s.person(i+1, i+3, 0.6) // "die Aussage des K. ist", as judgements write it
		case i == start && s.has(i, greetings) && i+1 < end && s.greeted(i+1):
			s.name(i+1, end, false)
		case s.has(i, signOffs):
			j := i + 1
			for j < len(s.tokens) && j < i+3 && s.tokens[j].kind == mark {
				j++
			}
			if j < len(s.tokens) && !s.common(j) {
				s.name(j, min(len(s.tokens), j+3), false)
			}
		default:
			if at := s.namedMine(i); at > start {
				s.person(at-1, at, 0.7)
			}
			if next := s.toldName(i, end); next > 0 && !noEntries.Has(s.lower(next)) {
				s.name(next, end, false)
			}
			if s.callerName(i, end) {
				s.name(i+1, end, true)
			}
			if from, to := s.presented(start, i, end); from < to {
				s.person(from, to, 0.7)
			}
			if next := s.toldGerman(i, end); next > 0 {
				s.name(next, end, false)
			}
			if n := s.introduction(i, end); n > 0 {
				from := s.afterTitles(i+n, end)
				if known := s.knownBefore(from, end); called.Has(s.lower(i)) && known&anyWords != 0 && known&tagger.FirstName == 0 { // "someone called Support"
					continue
				}
				if from < end && s.nameField(i) && (noEntries.Has(s.lower(from)) || s.notes[from].clue>>clueBirth&1 == 1) { // "vorname VARCHAR(50)"
					continue
				}
				s.name(from, end, false)
				s.overLine(from, end)
			}
		}
	}
}

// namedMine gives the place behind the word that is said to be somebody's name in front of the word for a name at token i:
// "Quistorp ist mein Nachname", not "das ist mein Nachname". It is 0 if there is none.
func (s *scan) namedMine(i int) int {
	if !s.nameField(i) || i < 3 || !mine[s.lower(i-1)] || !beingName[s.lower(i-2)] {
		return 0
	}
	t, w := s.tokens[i-3], s.lower(i-3)
	if t.kind != word || len(w) < 2 || words().note(w).class&functionWords != 0 || !t.upper && s.known(i-3)&anyWords != 0 || s.known(i-3)&tagger.SmallEnglish != 0 {
		return 0
	}
	return i - 2
}

var (
	mine      = wordlist.Set("mein unser sein ihr my our his her")
	beingName = wordlist.Set("ist war is was")
)

// introduction says how many words from token i on are such that somebody's name follows, 0 if they are not.
func (s *scan) introduction(i, end int) int {
	if !s.has(i, introducing) {
		return 0
	}
	for _, words := range introductions[s.lower(i)] {
		if i+len(words) >= end {
			continue
		}
		same := true
		for k, w := range words {
			same = same && strings.EqualFold(s.word(i+k), w)
		}
		if same && !(words[0] == "name" && i > 0 && !s.tokens[i].line && (thingsNamed.Has(s.lower(i-1)) || s.has(i-1, legalForms))) {
			return len(words)
		}
	}
	return 0
}

// thingsNamed stand before "name" where it is the name of a thing: "Product name: Blue Widget".
var thingsNamed = wordlist.Sieved(`product produkt item artikel article file datei document dokument folder ordner brand marken marke model modell event project projekt
	company firmen business firm team group gruppe channel kanal page site website domain host server network netzwerk device gerät printer drucker app program
	game spiel song album film movie book buch street city town hotel school course kurs class table tabelle column field variable function package bot shop store
	colour color farb wine boat ship plan tariff tarif room recipe rezept dish plant breed sorte generic`)

// called begin introductions that also lead to what somebody does or is: "Sie nennen mich Kunde".
var called = wordlist.Sieved("someone somebody jemand jemanden people everyone everybody friends nennen nennt")

func (s *scan) afterTitles(i, end int) int {
	for i < end && (s.has(i, furtherTitles) || s.word(i) == "." || s.has(i, titles) || s.roleBefore(i, end)) {
		i++
	}
	return i
}
