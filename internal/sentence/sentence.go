// Package sentence cuts text into its sentences, list items and table rows, in all languages and scripts that are read.
// Where they end is stored with the passages of a bot: a change here needs a new version in package retrieve/analysis.
package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// Span is a half-open range of bytes in a text.
type Span struct{ Start, End int }

// In gives the sentences of a text in their order. A line break always ends one, since the
// lines of a passage are paragraphs, list items or table rows. Abbreviations
// (z. B., Nr., Dr., e.g.), ordinals and dates (1. Januar), initials and decimal
// points do not. Spans have no white space at either end and are never empty.
func In(text string) []Span {
	var out []Span
	start := 0
	add := func(end int) {
		s, e := start, end
		for s < e {
			r, n := utf8.DecodeRuneInString(text[s:e])
			if !unicode.IsSpace(r) {
				break
			}
			s += n
		}
		for s < e {
			r, n := utf8.DecodeLastRuneInString(text[s:e])
			if !unicode.IsSpace(r) {
				break
			}
			e -= n
		}
		if s < e {
			out = append(out, Span{s, e})
		}
		start = end
	}
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		next := i + n
		switch r {
		case '\n':
			add(i)
			start = next
		case '。', '！', '？', '।', '۔', '؟', '\u037e':
			next = closing(text, next)
			add(next)
		case ';':
			if last, _ := utf8.DecodeLastRuneInString(text[:i]); unicode.Is(unicode.Greek, last) && breaksAfter(text, next) {
				add(next) // a Greek question mark
			}
		case '!', '?', '…':
			next = closing(text, next)
			if breaksAfter(text, next) {
				add(next)
			}
		case '.':
			next = closing(text, next)
			if breaksAfter(text, next) && !abbreviated(text, start, i, next) {
				add(next)
			}
		}
		i = next
	}
	add(len(text))
	return out
}

// closing moves past quotation marks, brackets and further punctuation that
// belong to the sentence ending before i.
func closing(text string, i int) int {
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !strings.ContainsRune(`.!?…"'”“’»«)]」』）！？。`, r) {
			break
		}
		// An opening quote after a space belongs to the next sentence, and
		// that space would have stopped the loop.
		i += n
	}
	// Footnote marks of encyclopaedias: "…sentence.[12] Next".
	for i+2 < len(text) && text[i] == '[' {
		j := strings.IndexByte(text[i:], ']')
		if j < 0 || j > 5 {
			break
		}
		i += j + 1
	}
	return i
}

// breaksAfter reports whether a sentence may end at i: white space follows, and
// then something that can begin a sentence.
func breaksAfter(text string, i int) bool {
	if i >= len(text) {
		return true
	}
	r, n := utf8.DecodeRuneInString(text[i:])
	if !unicode.IsSpace(r) {
		return false
	}
	rest := strings.TrimLeftFunc(text[i+n:], unicode.IsSpace)
	if rest == "" {
		return true
	}
	r, _ = utf8.DecodeRuneInString(rest)
	return !unicode.IsLower(r) && r != betweenCells
}

// betweenCells stands between the cells of a row, which is one sentence: "Tag: So. · Beginn: 11 Uhr".
const betweenCells = '·'

// abbreviated reports whether the full stop at dot, in the sentence that began
// at start, belongs to an abbreviation, an initial or an ordinal number. next
// is where the following text begins.
func abbreviated(text string, start, dot, next int) bool {
	if next > dot+1 { // a quotation mark or bracket closed after it
		return false
	}
	from := dot
	for from > start {
		r, n := utf8.DecodeLastRuneInString(text[start:from])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			break
		}
		from -= n
	}
	before := text[from:dot]
	if before == "" {
		return false
	}
	if word.AllDigits(before) {
		// "am 1. Januar", "2. Stock": an ordinal, unless the number is a
		// year or clearly closes the sentence.
		return len(before) <= 2 && next < len(text) && text[next] != '\n' && germanOrdinal(text, from, next)
	}
	if utf8.RuneCountInString(before) == 1 {
		r, _ := utf8.DecodeRuneInString(before)
		return unicode.IsLetter(r) // z. B., J. S. Bach
	}
	lower := strings.ToLower(before)
	if abbreviations[lower] || strings.HasSuffix(lower, "nr") { // "USt-IdNr. DE…"
		return true
	}
	return before != lower && (titles[before] || days[before] && beginsWithDigit(text[next:]))
}

func beginsWithDigit(text string) bool {
	text = strings.TrimLeft(text, " \u00a0")
	return text != "" && text[0] >= '0' && text[0] <= '9'
}

// germanOrdinal guesses whether the short number before a full stop is an
// ordinal: the next word is a month, or a word such as "im", "am", "der" comes
// before it.
func germanOrdinal(text string, from, next int) bool {
	rest := strings.TrimLeft(text[next:], " \u00a0")
	following := rest
	if i := strings.IndexAny(rest, " \n,.;"); i >= 0 {
		following = rest[:i]
	}
	if stated.IsMonth(strings.ToLower(strings.ReplaceAll(following, "ä", "a"))) {
		return true
	}
	if countedOff[strings.ToLower(following)] {
		return true
	}
	fields := strings.Fields(text[max(0, from-24):from])
	if len(fields) == 0 || fields[len(fields)-1] == "•" {
		return true // a numbered line or item: "1. Vertragsschluss"
	}
	switch strings.ToLower(strings.Trim(fields[len(fields)-1], ",;:()–-")) {
	case string(betweenCells): // a numbered column: "Halt: Markt · 1. Fahrt: 9:45"
		return true
	case "am", "vom", "zum", "bis", "im", "der", "dem", "den", "des", "das", "die", "ab", "seit", "jeden", "und", "beim", "zur":
		return true
	}
	return false
}

// countedOff are words before which a short number with a full stop is an ordinal: "ins 19. Jahrhundert".
var countedOff = wordlist.Set("jahrhundert jahrhunderts jh stock obergeschoss og etage lebensjahr lebensjahres geburtstag klasse auflage lebensmonat tag woche monat schuljahr advent feiertag weihnachtstag weihnachtsfeiertag osterfeiertag osterfeiertage weihnachtsfeiertage")

// abbreviations that are followed by a full stop and then by a capital letter
// or a number without a sentence ending, in lower case.
var abbreviations = wordlist.Set(`abb abs adr allg art aufl bd bes best bez bspw bzgl bzw ca chr dgl dipl dir do dr eigtl einschl entspr etc evtl exkl fa fam ff
fig fr gem ggf ggfs hbf hl hr hrsg ing inh inkl insb int ital jan feb mär apr jun jul aug sep sept oct okt nov dec dez jh jhd kap kfm lat lfd lt max mi min mind mio
mo mrd mwst od op orig pf pl pos prof rd sa sog spr st std str stv tel telef tägl uam ubers usf usw ust usti vgl vol vorm vs wg zb zt zuz zzgl zzt
approx appt avg co corp dept e.g eg est excl ext i.e ie inc incl jr ltd mr mrs ms mt no prof rev sen sr approx vs gen col lt capt sgt gov rep hon al cf
av avda pza sra aprox sig dott vd dhr mevr adr godz tzv cad mah sok ul тел ул вул просп бул обл`)

// titles are capitalised abbreviations before names.
var titles = map[string]bool{"Hr": true, "Fr": true, "Frl": true, "Dr": true, "Mr": true, "Mrs": true, "Ms": true}

// days are short for weekdays where a time or a day follows: "Sat. 10 am". Most are words as well.
var days = map[string]bool{"Mo": true, "Di": true, "Mi": true, "Do": true, "Fr": true, "Sa": true, "So": true, "Mon": true, "Tue": true, "Tues": true,
	"Wed": true, "Thu": true, "Thur": true, "Thurs": true, "Fri": true, "Sat": true, "Sun": true}

// MayEnd reports whether a text has what may end a sentence before its own end.
// It is asked with each word of an answer that is being written.
func MayEnd(text string) bool {
	for _, r := range text { // strings.ContainsAny takes ten times as long where not all it looks for is ASCII
		switch r {
		case '.', '!', '?', '…', '\n', '。', '！', '？', '।', '۔', '؟', ';', '\u037e':
			return true
		}
	}
	return false
}
