// Package section reads how parts of long documents are numbered: "§ 573c", "Artikel 13", "4.2 Haftung", "Chapter 3".
package section

import (
	"cmp"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/wordlist"
)

// Kind is what a part is called.
type Kind uint8

// The kinds of parts. Bare are those whose number stands without a word before it, as in "4.2 Haftung".
const (
	None Kind = iota
	Bare
	Paragraph
	Article
	Section
	Chapter
	Part
	Annex
	Step
	Rule
)

var kinds = func() map[string]Kind {
	m := map[string]Kind{}
	for kind, words := range map[Kind]string{
		Paragraph: "paragraph paragraf paragraphen paragrafen",
		Article:   "art artikel article articles",
		Section:   "abschnitt abschnitte section sections sec ziffer ziffern ziff punkt punkte clause clauses klausel klauseln",
		Chapter:   "kapitel kap chapter chapters",
		Part:      "teil part",
		Annex:     "anlage anhang annex appendix schedule",
		Step:      "schritt step",
		Rule:      "regel rule",
	} {
		for w := range wordlist.Set(words) {
			m[w] = kind
		}
	}
	return m
}()

// Ambiguous says whether the word for a kind is often said of other things: goods are articles, shops open "Punkt 8".
func (k Kind) Ambiguous() bool { return k == Article || k == Section }

// several are words for parts by which a list of numbers is announced.
var several = wordlist.Set("paragraphen paragrafen articles abschnitte sections ziffern punkte clauses klauseln chapters")

// also are the kinds by which a part that is asked for as one kind may be headed, in the order in which they are tried:
// who asks for "Punkt 5" or "Paragraph 5" of terms of business means "§ 5" or "5. Haftung", whichever there is, and "Artikel 242 BGB" is a § to lawyers.
var also = map[Kind][]Kind{
	Paragraph: {Paragraph, Section, Bare},
	Section:   {Section, Bare, Paragraph},
	Article:   {Article, Paragraph},
	Chapter:   {Chapter, Bare},
	Step:      {Step, Bare},
	Rule:      {Rule, Bare},
}

// Ref names a part of a document.
type Ref struct {
	Kind   Kind
	Number string // in small letters: "573c", "4.2", "iv"
}

// Likely are the parts that a reference in a question may mean, the likeliest first.
func (r Ref) Likely() []Ref {
	out := []Ref{}
	for _, kind := range also[r.Kind] {
		out = append(out, Ref{kind, r.Number})
	}
	if len(out) == 0 {
		out = append(out, r)
	}
	return out
}

// Of is the part that a heading begins.
func Of(heading string) (Ref, bool) {
	ref, _ := cut(heading)
	return ref, ref.Kind != None
}

// Cited says whether a heading begins with a number by which people cite what stands below, such as "§ 1"; "1. Anfahrt" is
// no such one.
func Cited(heading string) bool {
	ref, ok := Of(heading)
	return ok && ref.Kind != Bare
}

// Title is a heading without the number of the part that it begins: "Verbraucher" of "§ 13 Verbraucher".
func Title(heading string) string {
	_, title := cut(heading)
	return title
}

func cut(heading string) (ref Ref, title string) {
	first, rest, _ := strings.Cut(spaced(heading), " ")
	ref, used := read(first, rest)
	switch {
	case used > 1:
		_, rest, _ = strings.Cut(rest, " ")
	case used == 0:
		number := numberOf(first)
		if !startsWithDigit(number) {
			return Ref{}, heading
		}
		ref = Ref{Bare, number}
	}
	return ref, strings.TrimLeft(rest, ":–- ")
}

// Question is what is asked of a part.
type Question struct {
	Ref Ref
	// Passage is the number of the part's paragraph ("Abs. 2"), "" where none is named. Sentences and numbers within one are
	// not told apart.
	Passage string
	// Of is the word that may name the document, as in "§ 7 UWG"; "" where none stands there.
	Of string
}

// reference is what a question asks of a part, and where its words say so: the reference stands at start, its paragraph
// at paragraph, and both end at end. Behind them stands the document.
type reference struct {
	Question
	words                 []string
	start, paragraph, end int
}

// mostParts is how many parts a question names at most: who names more asks for none of them as it stands there.
const mostParts = 5

// Asked finds the parts that a question names, "§§ 323, 326 BGB", and gives the rest of its words. One without a document
// has that of the next, else of the one before. There are none where the numbers are no list for sure: "§ 5, 6".
func Asked(question string) (asked []Question, rest string) {
	all, rest := references(question)
	if len(all) > mostParts {
		return nil, rest
	}
	for _, r := range all {
		asked = append(asked, r.Question)
	}
	for i := len(asked) - 2; i >= 0; i-- {
		asked[i].Of = cmp.Or(asked[i].Of, asked[i+1].Of)
	}
	for i := 1; i < len(asked); i++ {
		asked[i].Of = cmp.Or(asked[i].Of, asked[i-1].Of)
	}
	return asked, rest
}

// referred is the one part that a question names; ok is false where it names none, or several.
func referred(question string) (r reference, ok bool) {
	if all, _ := references(question); len(all) == 1 {
		return all[0], true
	}
	return reference{}, false
}

func references(question string) (all []reference, rest string) {
	words := strings.Fields(spaced(withRanges(question)))
	var others []string
	for i := 0; i < len(words); {
		next := ""
		if i+1 < len(words) {
			next = words[i+1]
		}
		ref, used := read(words[i], next)
		if ref.Kind == None {
			others = append(others, words[i])
			i++
			continue
		}
		listed := strings.HasPrefix(strings.TrimLeft(words[i], "(„\"“"), "§§") || several[bareWord(words[i])]
		for kind := ref.Kind; ref.Kind != None; {
			if number := words[i+used-1]; !listed && goesOn(number, words[i+used:]) {
				return nil, strings.Join(words, " ")
			}
			r := reference{Question: Question{Ref: ref}, words: words, start: i, paragraph: i + used}
			i = r.further()
			all = append(all, r)
			ref = Ref{}
			if !listed {
				continue
			}
			if ref, used = inList(kind, words[i:]); ref.Kind == None || !through[bareWord(words[i])] {
				continue
			}
			within, ok := inside(r.Ref, ref)
			if !ok {
				return nil, strings.Join(words, " ")
			}
			for _, ref := range within {
				r.Ref = ref
				all = append(all, r)
			}
		}
	}
	return all, strings.Join(others, " ")
}

// rangeOf finds a range with a dash behind words that announce several parts: "§§ 433-435".
var rangeOf = regexp.MustCompile(`(?i)(§§\s*|\b(?:paragraphen|paragrafen|articles|artikeln?|abschnitten?|sections|ziffern|punkten?|clauses|klauseln|chapters)\s+)(\d+\pL?)\s*[-–—]\s*(\d)`)

// withRanges is a question with a word in place of the dash of such a range.
func withRanges(question string) string { return rangeOf.ReplaceAllString(question, "$1$2 bis $3") }

// inList is the next part of a list ("323, 326 und 440") at the beginning of words, and how many of them it takes.
func inList(kind Kind, words []string) (Ref, int) {
	used := 0
	if len(words) > 1 && between[bareWord(words[0])] {
		used++
	}
	if used == len(words) {
		return Ref{}, 0
	}
	return numbered(kind, words[used], used+1)
}

// inside are the parts between the first and the last of a range, "§§ 433 bis 436"; ok is false where they cannot be
// counted or are too many.
func inside(first, last Ref) (within []Ref, ok bool) {
	from, err := strconv.Atoi(first.Number)
	to, errTo := strconv.Atoi(last.Number)
	if err != nil || errTo != nil || to <= from || to-from >= mostParts {
		return nil, false
	}
	for n := from + 1; n < to; n++ {
		within = append(within, Ref{first.Kind, strconv.Itoa(n)})
	}
	return within, true
}

// goesOn says whether a further number follows that of a part: "§ 5 und 8", "Artikel 3 bis 7", "§ 5, 6".
func goesOn(number string, fields []string) bool {
	if len(fields) > 1 && between[bareWord(fields[0])] {
		fields = fields[1:]
	} else if !strings.HasSuffix(number, ",") {
		return false
	}
	return len(fields) > 0 && startsWithDigit(numberOf(fields[0]))
}

// further reads what may follow a reference, its paragraph and its document, and says where they end.
func (r *reference) further() (end int) {
	passage, used := smallerParts(r.words[r.paragraph:])
	r.Passage, r.end = passage, r.paragraph+used
	of := r.end
	for of < len(r.words) && belonging[bareWord(r.words[of])] {
		of++
	}
	if of < len(r.words) {
		name := strings.Trim(r.words[of], ".,:;?!()\"„“”")
		if first, _ := utf8.DecodeRuneInString(name); unicode.IsUpper(first) || unicode.IsLetter(first) && of > r.end {
			r.Of = name
			return of + 1
		}
	}
	return r.end
}

// smallerParts reads the parts of a part at the beginning of words ("Abs. 2 Satz 1", "(2)"): the number of its paragraph,
// "" where none is named, and how many words they take.
func smallerParts(fields []string) (passage string, used int) {
	for used < len(fields) {
		w, next := fields[used], ""
		if used+1 < len(fields) {
			next = numberOf(fields[used+1])
		}
		switch number := numberOf(strings.Trim(w, "()")); {
		case len(w) > 2 && w[0] == '(' && number != "":
			passage = cmp.Or(passage, number)
			used++
			continue
		case paragraphs[bareWord(w)] && next != "":
			passage = cmp.Or(passage, next)
			used += 2
			continue
		case smaller[bareWord(w)] && next != "":
			used += 2
			continue
		case following[bareWord(w)]:
			used++
			continue
		}
		break
	}
	return passage, used
}

// paragraphs are words for the paragraphs of a part, smaller those for what is smaller, between those between the numbers
// of two parts, through those of them between the ends of a range, following those that say "and the next", belonging those between a part and its document.
var (
	paragraphs = wordlist.Set("abs absatz para paragraph paragraf subsection")
	smaller    = wordlist.Set("satz s nr nummer lit buchst buchstabe")
	between    = wordlist.Set("und bis oder sowie and to or through")
	through    = wordlist.Set("bis to through")
	following  = wordlist.Set("f ff")
	belonging  = wordlist.Set("der des dem den die im in aus vom von unserer unserem eurer eurem ihrer ihrem of the from your our")
)

// read is the reference at the beginning of two words, and how many of them it takes.
func read(first, second string) (Ref, int) {
	first = strings.TrimLeft(first, "(„\"“")
	if rest := strings.TrimLeft(first, "§"); rest != first {
		if rest == "" {
			return numbered(Paragraph, second, 2)
		}
		return numbered(Paragraph, rest, 1)
	}
	kind := kinds[bareWord(first)]
	if kind == None {
		return Ref{}, 0
	}
	second, _, _ = strings.Cut(second, " ")
	return numbered(kind, second, 2)
}

func numbered(kind Kind, text string, used int) (Ref, int) {
	text, _, _ = strings.Cut(text, " ")
	number := numberOf(cmp.Or(strings.TrimSuffix(strings.TrimRight(text, ".,?!"), "ff"), text)) // "433ff."
	if number == "" || kind <= Section && !startsWithDigit(number) {
		return Ref{}, 0
	}
	return Ref{kind, number}, used
}

// spaced has a space wherever one may be missing around a number: "Art.13", "5(2)".
func spaced(text string) string {
	var b strings.Builder
	var before, last rune
	for _, r := range text {
		if r == '(' && (unicode.IsDigit(last) || last == ')') || unicode.IsDigit(r) && last == '.' && unicode.IsLetter(before) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		before, last = last, r
	}
	return b.String()
}

func startsWithDigit(w string) bool { return w != "" && w[0] >= '0' && w[0] <= '9' }

func bareWord(w string) string { return strings.ToLower(strings.TrimRight(w, ".,:;?!")) }

// numberOf is a word as the number of a part, "" if it is none: digits with points between them and perhaps a letter
// behind, a Roman number, or one letter.
func numberOf(w string) string {
	w = strings.TrimRight(w, ".,:;?!)–-\"“”")
	roman, digits := true, false
	for i, r := range w {
		roman = roman && strings.ContainsRune("IVX", r)
		switch {
		case r >= '0' && r <= '9':
			digits = true
		case r == '.' && digits:
		case i == len(w)-1 && r < utf8.RuneSelf && unicode.IsLetter(r) && (digits || i == 0):
		case roman:
		default:
			return ""
		}
	}
	if len(w) > longestNumber {
		return ""
	}
	return strings.ToLower(w)
}

// longestNumber is of how many bytes the number of a part is at most: "12.10.3a".
const longestNumber = 8
