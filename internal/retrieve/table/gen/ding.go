package main

import (
	"bufio"
	"os"
	"strings"

	"github.com/webchatagent/wca/internal/retrieve/table/gen/gloss"
	"github.com/webchatagent/wca/internal/word"
)

// pair is a German phrase and an English one that the dictionary gives as
// translations of each other.
type pair struct {
	german, english []string // folded words, function words left out
	// alternatives is how many pairs its line segment gives; a pair weighs the
	// less the more there are.
	alternatives int
	headword     bool // from the first segment of a line, not from an example
}

// maxWords keeps whole example sentences out of the single-word statistics:
// too many words on both sides say little about which is which.
const maxWords = 6

// readDing reads lines of the form
//
//	Tür {f}; Pforte {f} | Türen {pl} :: door; gate | doors
//
// where | separates forms and examples that stand in the same order on both
// sides, and ; separates synonyms.
func readDing(path string) ([]pair, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var out []pair
	lines := bufio.NewScanner(file)
	lines.Buffer(make([]byte, 1<<20), 1<<20)
	for lines.Scan() {
		line := lines.Text()
		if strings.HasPrefix(line, "#") {
			continue
		}
		german, english, ok := strings.Cut(line, " :: ")
		if !ok {
			continue
		}
		g, e := strings.Split(german, " | "), strings.Split(english, " | ")
		if len(g) != len(e) {
			continue
		}
		for i := range g {
			out = append(out, segment(g[i], e[i], i == 0)...)
		}
	}
	return out, lines.Err()
}

func segment(german, english string, headword bool) []pair {
	g, e := phrases(german, "de"), phrases(english, "en")
	var out []pair
	for _, a := range g {
		for _, b := range e {
			if len(a) <= maxWords && len(b) <= maxWords {
				out = append(out, pair{german: a, english: b, headword: headword})
			}
		}
	}
	for i := range out {
		out[i].alternatives = len(g) * len(e)
	}
	return out
}

// phrases splits synonyms and drops everything in brackets (grammar, usage,
// subject, explanations), slashed alternatives after the first, and function
// words.
func phrases(s, lang string) [][]string {
	var out [][]string
	for _, p := range strings.Split(gloss.OutsideBrackets(s), ";") {
		var words []string
		for _, field := range strings.Fields(p) {
			if i := strings.IndexByte(field, '/'); i > 0 {
				field = field[:i]
			}
			if placeholders[field] || strings.HasSuffix(field, "…") || strings.HasPrefix(field, "…") {
				continue
			}
			for _, t := range word.Tokens(field, lang) {
				if t.Kind == word.Letters && len(t.Text) > 1 && !word.Stop(lang, t.Text) {
					words = append(words, t.Text)
				}
			}
		}
		if len(words) > 0 {
			out = append(out, words)
		}
	}
	return out
}

var placeholders = map[string]bool{
	"etw.": true, "jdm.": true, "jdn.": true, "jds.": true, "jd.": true, "sth.": true, "sb.": true, "sb.’s": true, "sth.’s": true, "so.": true, "to": true,
}
