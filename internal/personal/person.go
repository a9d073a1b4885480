package personal

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/personal/tagger"
	"github.com/webchatagent/wca/internal/wordlist"
)

// persons finds names of people: where the text says that a name follows ("Frau …", "ich heiße …"),
// where the tagger sees one, and where a name that was found stands again.
func (s *scan) persons() {
	before := len(s.found)
	s.holdFound()
	for start := 0; start < len(s.tokens); {
		end := s.sentenceEnd(start)
		s.announced(start, end)
		if s.initials {
			s.withInitial(start, end)
		}
		s.given(start, end)
		if s.capital {
			s.capitalNames(start, end)
		}
		s.ticketNames(start, end)
		if s.small {
			s.smallNames(start, end)
		}
		s.mailed(start, end)
		if s.patronymic {
			s.patronyms(start, end)
		}
		s.tagged(start, end)
		start = end
	}
	s.askedNames()
	s.signature()
	s.fieldNames()
	s.pathNames()
	s.again(s.found[before:])
	s.beside(before)
}

// longest is how many words are looked at together. Longer sentences are cut, so that no text takes
// more than linear time.
const longest = 80

// sentenceEnd is where the sentence that begins at a token ends.
func (s *scan) sentenceEnd(start int) int {
	for i := start + 1; i < len(s.tokens); i++ {
		t := s.tokens[i]
		if t.line || i-start >= longest {
			return i
		}
		if before := s.tokens[i-1]; before.kind == mark && t.gap && strings.IndexByte(".!?", s.text[before.start]) >= 0 {
			if i-start >= 2 && (s.has(i-2, abbreviations) || s.initial(i-2) > 0) {
				continue
			}
			return i
		}
	}
	return len(s.tokens)
}

func (s *scan) word(i int) string { return s.text[s.tokens[i].start:s.tokens[i].end] }

// introductions are words after which somebody's name follows, by the first of them.
var introductions = func() map[string][][]string {
	by := map[string][][]string{}
	for _, words := range [][]string{
		{"ich", "heiße"}, {"ich", "heisse"}, {"ich", "heiß"}, {"ich", "heiss"}, {"wir", "heißen"}, {"wir", "heissen"}, {"mein", "name", "ist"}, {"mein", "name", "lautet"}, {"name", ":"}, {"vorname", ":"}, {"nachname", ":"}, {"my", "name", "is"},
		{"my", "name's"}, {"i'm", "called"}, {"i", "am", "called"}, {"name", "is"}, {"kontoinhaber", ":"}, {"inhaber", ":"}, {"ansprechpartner", ":"}, {"ansprechpartnerin", ":"},
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
			if next := s.toldName(i, end); next > 0 && !noEntries[s.lower(next)] {
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
				if known := s.knownBefore(from, end); called[s.lower(i)] && known&anyWords != 0 && known&tagger.FirstName == 0 { // "someone called Support"
					continue
				}
				if from < end && s.nameField(i) && (noEntries[s.lower(from)] || s.notes[from].clue>>clueBirth&1 == 1) { // "vorname VARCHAR(50)"
					continue
				}
				s.name(from, end, false)
				s.overLine(from, end)
			}
		}
	}
}

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
		if same && !(words[0] == "name" && i > 0 && !s.tokens[i].line && (thingsNamed[s.lower(i-1)] || s.has(i-1, legalForms))) {
			return len(words)
		}
	}
	return 0
}

// thingsNamed stand before "name" where it is the name of a thing: "Product name: Blue Widget".
var thingsNamed = wordlist.Set(`product produkt item artikel article file datei document dokument folder ordner brand marken marke model modell event project projekt
	company firmen business firm team group gruppe channel kanal page site website domain host server network netzwerk device gerät printer drucker app program
	game spiel song album film movie book buch street city town hotel school course kurs class table tabelle column field variable function package bot shop store
	colour color farb wine boat ship plan tariff tarif room recipe rezept dish plant breed sorte generic`)

// called begin introductions that also lead to what somebody does or is: "Sie nennen mich Kunde".
var called = wordlist.Set("someone somebody jemand jemanden people everyone everybody friends nennen nennt")

func (s *scan) afterTitles(i, end int) int {
	for i < end && (s.has(i, furtherTitles) || s.word(i) == "." || s.has(i, titles) || s.roleBefore(i, end)) {
		i++
	}
	return i
}

// name notes the capitalised words from i on as a name. titled says that a single common word may be
// one, too: "Frau Koch".
func (s *scan) name(i, end int, titled bool) {
	first, last, n := i, i, 0
	for i < end && n < 4 {
		t := s.tokens[i]
		w := s.word(i)
		if t.kind != word || t.line && i > first {
			break
		}
		if next := s.behindParticles(i, end); next > i {
			if i == first && !s.leadsSurname(i, next) {
				break
			}
			i = next
			continue
		}
		if next := s.initial(i); next > 0 && next < end && s.tokens[next].upper && !s.tokens[next].line {
			i = next
			continue
		}
		known := s.known(i)
		takes := t.upper && (known&(tagger.FirstName|tagger.LastName) != 0 || known&tagger.Common == 0 || s.notes[i].family || titled && n == 0)
		if s.small && !t.upper {
			listed := known&(tagger.FirstName|tagger.LastName) != 0 || known&tagger.AnyName != 0 && known&(tagger.Common|tagger.CommonEnglish) == 0
			takes = n == 0 && (titled || listed) && !s.has(i, functionWords) || n > 0 && !s.has(i, functionWords) && (listed || known&(tagger.Common|tagger.CommonEnglish) == 0)
		}
		if !titled && n == 0 && (s.has(i, thingsBefore) || houses[s.lower(i)]) && known&(tagger.FirstName|tagger.LastName) == 0 { // "Empfänger: Kirchengemeinde St. Markus"
			break
		}
		if !titled && n == 0 && s.entryThing(i, first) {
			break
		}
		if !takes || utf8.RuneCountInString(w) < 2 || s.has(i, noPerson) {
			break
		}
		i++
		n++
		last = i
	}
	if n == 1 && s.firstBehind(first, last) {
		last += 2
	}
	if n > 0 && !(last < len(s.tokens) && s.has(last, legalForms) && !s.tokens[last].line) {
		s.person(first, last, 0.85)
	}
}

// firstBehind says whether a given name stands behind a comma after the surname in the tokens [from, to), to which a label
// leads: "Name: Kahl, Erdmute".
func (s *scan) firstBehind(from, to int) bool {
	i := to + 1
	if from == 0 || !s.is(from-1, ':') || !s.is(to, ',') || !s.upperWord(i) || s.notes[i].clue != 0 || !s.wholeEnd(i+1) {
		return false
	}
	return s.known(i)&tagger.FirstName != 0 || s.known(i)&(tagger.Common|tagger.CommonEnglish|tagger.Place) == 0 && !germanNoun(s.lower(i)) && !s.has(i, titles|functionWords)
}

// initial says whether token i is the initial of a name, and which token follows it; 0 if it is none.
func (s *scan) initial(i int) int {
	if i < 0 || i >= len(s.tokens) || s.tokens[i].end-s.tokens[i].start > utf8.UTFMax || s.tokens[i].kind != word || !s.tokens[i].upper || utf8.RuneCountInString(s.word(i)) != 1 {
		return 0
	}
	if i+1 < len(s.tokens) && s.is(i+1, '.') && !s.tokens[i+1].gap {
		i++
	}
	return i + 1
}

// withInitials widens a name by the initials before it, and by those behind it with the surname that
// follows: "J. F. Kennedy", "Vanessa P. Hertzog".
func (s *scan) withInitials(from, to int) (int, int) {
	for from >= 2 && s.is(from-1, '.') && s.initial(from-2) == from && !s.tokens[from].line {
		from -= 2
	}
	last := to
	if s.initial(to-1) > 0 && to-from > 1 {
		last = to - 1
	}
	for range 2 {
		next := s.initial(last)
		if next == 0 || s.tokens[last].line {
			break
		}
		last = next
		if last < len(s.tokens) && s.tokens[last].kind == word && s.tokens[last].upper && !s.tokens[last].line && utf8.RuneCountInString(s.word(last)) > 1 && !s.common(last) {
			return from, max(to, last+1)
		}
	}
	return from, to
}

// knownBefore is what is known of token i if it stands before token end.
func (s *scan) knownBefore(i, end int) uint8 {
	if i >= end {
		return 0
	}
	return s.known(i)
}

func (s *scan) known(i int) uint8 { return s.about(s.ids[i]).names }

func (s *scan) common(i int) bool {
	return s.known(i)&tagger.Common != 0 && s.known(i)&(tagger.FirstName|tagger.LastName) == 0
}

// lean is how readily a word is taken for a part of a name; 0.3 gave the best balance on sentences
// kept back from training.
const lean = 0.3

// strict is the same where a word is in no list of names, in a text of another language than the training's, or
// where it is one of the dictionary, too.
const strict = -0.5

func (s *scan) tagged(start, end int) {
	if !s.worthALook(start, end) {
		return
	}
	spans := s.names.Persons(s.ids[start:end], &s.room.tagger, lean)
	if len(spans) == 0 {
		return
	}
	abroad := s.abroad(start, end)
	surer := map[float32][]tagger.Span{} // by the lean, asked for where it matters
	sureOf := func(lean float32, from, to int) bool {
		if _, asked := surer[lean]; !asked {
			surer[lean] = s.names.Again(&s.room.tagger, lean)
		}
		return slices.ContainsFunc(surer[lean], func(sp tagger.Span) bool { return start+sp.Start <= from && to <= start+sp.End })
	}
	for _, span := range spans {
		from, to := start+span.Start, start+span.End
		from = s.behindBar(from, to)
		for from < to && s.beforeName(from, to) {
			from++
		}
		for to > from && (s.tokens[to-1].kind != word || to-from > 1 && !s.tokens[to-1].upper && !s.small) { // "Andrew said"
			to--
		}
		if from == to || to-from == 1 && s.everydayThing(from) || s.byMeans(from, to) || to < len(s.tokens) && s.has(to, legalForms) || s.isThing(from, to) || s.madeBy(from, to) || !s.plausible(from, to) || s.cited(to) {
			continue
		}
		if abroad {
			begin, believed := s.believed(from, to, start, end)
			switch {
			case believed:
				from = begin
			case s.joins(from, to):
			case s.nameLike(from, to):
				if !sureOf(strict, start+span.Start, start+span.End) {
					continue
				}
			default:
				continue
			}
		} else if from, to = s.withoutPronouns(from, to); from == to || s.things(from, to) || s.grade(from, to) || to-from == 1 && s.ordinary(from) || !s.running(start, end) && !s.listed(from, to) {
			continue // "Dimethylether", "Haarfön, Glätteisen"
		} else if lean, doubted := s.doubt(from, to); doubted && !sureOf(lean, from, to) {
			continue // "Nagel in der Lauffläche"
		}
		from, to = s.withInitials(from, to)
		if from, to = s.firstBefore(from, start), s.widen(from, to); !s.branded(from, to) {
			s.person(from, to, 0.7)
		}
	}
}

// beforeName says whether the first word of what the tagger took for a name only leads to it: "Frau",
// "Prinzessin", "Verbandsdirektor".
func (s *scan) beforeName(i, to int) bool {
	if s.has(i, titles|leading) || i+1 < to && s.has(i, greetings|callings) || s.tokens[i].kind != word {
		return true
	}
	return i+1 < to && s.tokens[i+1].kind == word && s.tokens[i+1].upper && (s.has(i, ranks) || s.names.Compound(s.ids[i]) || s.roleBefore(i, to) || houses[s.lower(i)])
}

// isThing says whether the words around what the tagger took for a name, or its last one, make it the
// name of a thing or a place.
func (s *scan) isThing(from, to int) bool {
	if to < len(s.tokens) && s.tokens[to].kind == word && !s.tokens[to].line && s.has(to, thingsAfter) {
		return true
	}
	if to-from > 1 && s.has(to-1, thingsAfter) || to-from > 1 && s.has(from, thingsBefore) {
		return true
	}
	if houses[s.lower(from)] {
		return true
	}
	return from > 0 && !s.tokens[from].line && s.tokens[from-1].kind == word && s.tokens[from-1].upper && (s.has(from-1, thingsBefore) || houses[s.lower(from-1)] && s.known(from)&tagger.FirstName == 0)
}

// houses stand before their own name, "Kita Moorwichtel", and before somebody's who calls from there.
var houses = wordlist.Set("kita kindergarten klinik tierklinik kirchengemeinde pfarrei")

// plausible drops what is a thing called after somebody, and single words in small letters.
func (s *scan) plausible(from, to int) bool {
	if to-from == 1 && s.notes[from].clue != 0 {
		return false // "Geb.", "Tel."
	}
	upper := false
	for i := from; i < to; i++ {
		w := s.word(i)
		upper = upper || s.tokens[i].upper
		if at := strings.LastIndexByte(w, '-'); at > 0 && at+1 < len(w) && !s.notes[i].family {
			if part := tagger.Default().Known(w[at+1:]); part&tagger.Common != 0 && part&(tagger.FirstName|tagger.LastName) == 0 {
				return false
			}
		}
	}
	return upper
}

func (s *scan) person(from, to int, score float64) {
	if to-from == 1 && s.halfWord(to) {
		return
	}
	start, end := s.tokens[from].start, s.tokens[to-1].end
	if strings.IndexByte(s.text[start:end], ';') >= 0 { // between cells of a table
		return
	}
	if digitCount([]byte(s.text[start:end])) > 1 || s.ofWork(from, to) || to-from == 1 && s.modelNamed(from) {
		return
	}
	s.add(start, end, Person, score, fold(s.text[start:end]))
}

// halfWord says whether a hyphen stands before token to that leaves the rest of a word to the next one, "Sonn-
// und Feiertage".
func (s *scan) halfWord(to int) bool {
	if !s.is(to, '-') || s.tokens[to].gap || to+1 >= len(s.tokens) || !s.tokens[to+1].gap {
		return false
	}
	switch s.lower(to + 1) {
	case "und", "oder", "sowie", "and", "or":
		whole := to + 2 // a noun and not another name: "Müller- und Meierhof"
		return whole < len(s.tokens) && (germanNoun(s.lower(whole)) || compoundThing(s.lower(whole)))
	}
	return false
}

// again finds parts of names that were found elsewhere in the text: "Sabine Kowalczyk … Kowalczyk".
func (s *scan) again(found []Entity) {
	parts := map[int32]bool{} // the numbers of the words
	taken := map[int]bool{}
	if !slices.ContainsFunc(found, func(e Entity) bool { return e.Type == Person }) {
		return
	}
	abroad := s.abroadText()
	for _, e := range found {
		if e.Type != Person {
			continue
		}
		firm := !abroad || e.Score > 0.8 || s.firm(e)
		for i := s.tokenAt(e.Start); i < len(s.tokens) && s.tokens[i].end <= e.End; i++ {
			taken[s.tokens[i].start] = true
			if firm && s.tokens[i].upper && utf8.RuneCountInString(s.word(i)) >= 3 && s.known(i)&tagger.Common == 0 && !(abroad && s.dictionaryWord(i)) && (abroad || !s.thing(i)) {
				parts[s.ids[i]] = true
			}
		}
	}
	if len(parts) == 0 {
		return
	}
	for i, t := range s.tokens {
		if t.kind == word && t.upper && parts[s.ids[i]] && !taken[t.start] && (i+1 == len(s.tokens) || !s.has(i+1, legalForms)) {
			s.person(i, i+1, 0.6)
		}
	}
}

// tokenAt is the first token that begins at pos or later.
func (s *scan) tokenAt(pos int) int {
	i, _ := slices.BinarySearchFunc(s.tokens, pos, func(t token, pos int) int { return t.start - pos })
	return i
}
