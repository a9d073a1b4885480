package webpage

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/webchatagent/wca/internal/extract/document"
)

// codeList are the signs behind a thing that a note below explains, as those of allergens: "a,c,g", "2", "1, 3, g".
var codeList = regexp.MustCompile(`^(?:\d{1,2}|[A-Za-z]\d?)(?:[,;./ ]+(?:\d{1,2}|[A-Za-z]\d?))*$`)

const (
	// longestCodes is how many bytes such signs have at most.
	longestCodes = 30
	// wordBefore is how many letters a word has at least of which a number set high is no power.
	wordBefore = 4
)

// codes reads signs set high or small right behind a word, in brackets apart from it: "Schnitzel (a,c,g)", not
// "Schnitzela,c,g". It says whether an element was such.
func (w *walker) codes(n *html.Node) bool {
	if n.DataAtom != atom.Sup && n.DataAtom != atom.Small || w.pre || w.sizes.of(n) > longestCodes {
		return false
	}
	text := document.OneLine(textOf(n, longestCodes+1))
	if !codeList.MatchString(text) || w.space && n.DataAtom == atom.Small && !strings.Contains(text, ",") {
		return false
	}
	before, letters := w.text, 0
	if last, _ := utf8.DecodeLastRune(before); last == ')' || last == '"' || last == '“' {
		letters = wordBefore
	} else if !unicode.IsLower(last) {
		return false
	}
	for len(before) > 0 && letters < wordBefore {
		r, size := utf8.DecodeLastRune(before)
		if !unicode.IsLetter(r) {
			break
		}
		before, letters = before[:len(before)-size], letters+1
	}
	if figure := !strings.ContainsFunc(text, unicode.IsLetter); letters < 2 || figure && letters < wordBefore {
		return false
	}
	w.gap()
	w.words("(" + text + ")")
	return true
}

// spokenOnly says whether an element is only there to be heard: what it says is beside what eyes see, not part of a word.
func spokenOnly(n *html.Node) bool {
	for class := range strings.FieldsSeq(attr(n, "class")) {
		switch class {
		case "visually-hidden", "sr-only", "screen-reader-text", "screenreader-only", "visuallyhidden":
			first, _ := utf8.DecodeRuneInString(textOf(n, 1))
			return unicode.IsLetter(first) || unicode.IsDigit(first)
		}
	}
	return false
}
