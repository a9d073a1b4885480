package retrieve

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// Visitors write as they speak ("wat kost des", "habts ihr"), in the shorthand of messengers ("r u open pls") and with
// slips in the smallest words ("wei lange", "hwo much"). Those words say how a question is asked and are read as they are
// written elsewhere. Words for things are left: those are the index's to know (mistyped.go).

//go:embed colloquial.txt
var colloquialText string

// colloquials are such words with what they are written as, by language.
var colloquials = sync.OnceValue(func() map[string]map[string]string {
	all := map[string]map[string]string{}
	for lang, line := range wordlist.Lines(colloquialText) {
		if all[lang] == nil {
			all[lang] = map[string]string{}
		}
		written, heard, _ := strings.Cut(line, ":")
		for w := range strings.FieldsSeq(heard) {
			all[lang][w] = written
		}
	}
	return all
})

// ofYou are German verbs that Bavarians end with an s where "ihr" does something: "habts heute offen?", "machts ihr …"
var ofYou = wordlist.Set("habts machts gebts nehmts könnts seids müssts dürfts wollts verkaufts bietets kriegts bringts kommts")

// beforeCosts stand before "kost" where it is a verb, and not the food: "wat kost", "wie viel kost".
var beforeCosts = wordlist.Set("was wat wos wsa viel wieviel wievil des das dat")

// Written is a message in German or English with its colloquial words as they are written elsewhere; one in another
// language is left as it is.
func Written(text string) string {
	lang, sure := word.Language(text)
	switch {
	case tableLanguage(lang) >= 0:
	case sure >= 0.3:
		return text
	default:
		lang = "de"
	}
	var b strings.Builder
	last, before := 0, ""
	rest := 0
	for rest < len(text) {
		start := strings.IndexFunc(text[rest:], letter)
		if start < 0 {
			break
		}
		start += rest
		end := len(text)
		if n := strings.IndexFunc(text[start:], func(r rune) bool { return !letter(r) }); n >= 0 {
			end = start + n
		}
		rest = end
		own := text[start:end]
		folded := strings.ToLower(own)
		if (own == folded || before == "") && !joined(text, start, end) {
			if as := writtenAs(folded, before, text[end:], lang); as != "" {
				b.WriteString(text[last:start])
				b.WriteString(as)
				last = end
			}
		}
		before = folded
	}
	if last == 0 {
		return text
	}
	return b.String() + text[last:]
}

// joins are signs that make one of words without spaces: "info@ham.de", ".net", "no-net".
const joins = "@./_-"

// joined says whether a word of a text is part of an address, a name of a file or a compound.
func joined(text string, start, end int) bool {
	if start > 0 && strings.IndexByte(joins, text[start-1]) >= 0 {
		return true
	}
	if end >= len(text) || strings.IndexByte(joins, text[end]) < 0 {
		return false
	}
	next, _ := utf8.DecodeRuneInString(text[end+1:])
	return letter(next)
}

func letter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '\'' || r == '’' }

// writtenAs is what a colloquial word is written as between its neighbours, "" of any other.
func writtenAs(folded, before, behind, lang string) string {
	switch {
	case lang == "de" && ofYou[folded]:
		verb := strings.TrimSuffix(folded, "s")
		if strings.HasPrefix(strings.TrimLeft(strings.ToLower(behind), " "), "ihr") {
			return verb
		}
		return verb + " ihr"
	case lang == "de" && folded == "kost" && beforeCosts[before]:
		return "kostet"
	}
	return colloquials()[lang][folded]
}
