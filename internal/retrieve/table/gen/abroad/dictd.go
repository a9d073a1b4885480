package main

import (
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/webchatagent/wca/internal/retrieve/table/gen/gloss"
	"github.com/webchatagent/wca/internal/word"
)

// translation is an entry of a dictionary: one of the ways to say a phrase of one language in another.
type translation struct {
	from, to []string // folded words, function words left out
	weight   float64  // the less the more there are, and the later it stands
}

// longest is how many words a phrase may have that says anything of them.
const longest = 2

// readDictd reads a dictionary of FreeDict in the form that dictd serves:
//
//	headword, headword /pronunciation/ <n>
//	1. translation, translation
//	2. translation
func readDictd(root, pair, from, to string) ([]translation, error) {
	path := filepath.Join(root, "usr/share/dictd/freedict-"+pair+".dict.dz")
	lines, err := unpackedLines(path)
	if err != nil {
		return nil, fmt.Errorf("reading the dictionary %s: %w", pair, err)
	}
	entries, err := entriesOf(strings.TrimSuffix(path, ".dict.dz")+".index", lines)
	if err != nil {
		return nil, fmt.Errorf("reading the index of the dictionary %s: %w", pair, err)
	}
	var out []translation
	for _, entry := range entries {
		head, body, _ := strings.Cut(entry, "\n")
		out = append(out, translations(headwords(head, from), chunks(body, to))...)
	}
	return out, nil
}

func unpackedLines(path string) (string, error) {
	file, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer file.Close()
	z, err := gzip.NewReader(file)
	if err != nil {
		return "", err
	}
	text, err := io.ReadAll(z)
	return string(text), err
}

// entriesOf cuts a dictionary into its entries by its index, whose lines are a headword, where its entry begins and how
// long it is, in a notation of 64 digits. What is said of the dictionary itself is left out.
func entriesOf(index, text string) (entries []string, err error) {
	list, err := os.ReadFile(index)
	if err != nil {
		return nil, err
	}
	seen := map[int]bool{}
	for line := range strings.Lines(string(list)) {
		fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(fields) < 3 || strings.HasPrefix(fields[0], "00") {
			continue
		}
		at, length := number64(fields[1]), number64(fields[2])
		if seen[at] || at+length > len(text) {
			continue
		}
		seen[at] = true
		entries = append(entries, strings.TrimLeft(text[at:at+length], "\n"))
	}
	return entries, nil
}

func number64(digits string) (n int) {
	for _, d := range digits {
		n = n<<6 + strings.IndexRune("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", d)
	}
	return n
}

// headwords are those of the first line of an entry.
func headwords(line, lang string) (out [][]string) {
	if i := strings.Index(line, " /"); i > 0 {
		line = line[:i]
	}
	for head := range strings.SplitSeq(gloss.OutsideBrackets(line), ",") {
		if words := phrase(head, lang); len(words) > 0 {
			out = append(out, words)
		}
	}
	return out
}

var (
	// numbering begins a line or a meaning in it.
	numbering = regexp.MustCompile(`^\s*(?:[0-9]+|[IVX]+|[a-h])[.)]\s`)
	quoted    = regexp.MustCompile(`"[^"]*"`)
)

// chunks are the translations that the lines below give, in their order.
func chunks(body, lang string) (out [][]string) {
	for line := range strings.Lines(body) {
		if strings.HasPrefix(line, " - ") || strings.HasPrefix(line, "- ") || strings.Contains(line, "See also:") {
			continue // what an example says
		}
		line = quoted.ReplaceAllString(gloss.OutsideBrackets(line), " ")
		for range 2 {
			line = numbering.ReplaceAllString(line, "")
		}
		for chunk := range strings.FieldsFuncSeq(line, func(r rune) bool { return strings.ContainsRune(",;:،؛.!?", r) }) {
			if words := phrase(chunk, lang); len(words) > 0 {
				out = append(out, words)
			}
		}
	}
	return out
}

// mostChunks are read of an entry: the first ones say what a word means, and many that follow are far from that.
const mostChunks = 12

func translations(from, to [][]string) (out []translation) {
	to = to[:min(len(to), mostChunks)]
	for _, f := range from {
		for i, t := range to {
			if len(f) <= longest && len(t) <= longest {
				out = append(out, translation{f, t, weightOf(i, len(to))})
			}
		}
	}
	return out
}

// phrase gives the words of a phrase that are no function words.
func phrase(text, lang string) (words []string) {
	for _, t := range word.Tokens(text, lang) {
		if t.Kind == word.Letters && !word.Stop(lang, t.Text) && (len(t.Text) > 1) && !(lang == "en" && t.Text == "to") {
			words = append(words, t.Text)
		}
	}
	return words
}
