package verify

import (
	"strings"

	"github.com/webchatagent/wca/internal/verify/fact"
	"github.com/webchatagent/wca/internal/word"
)

// frameWord is a word or number of a sentence that is laid beside another one.
type frameWord struct {
	text    string // as written
	root    string
	content bool // it says what the sentence is about
	number  bool
}

// mostFramed is how many words two sentences have at most that are laid beside each other.
const mostFramed = 60

// framed are the words of a sentence. Parts joined by a hyphen are one.
func (c *Checker) framed(sentence string) []frameWord {
	out := make([]frameWord, 0, 24)
	end := -1
	word.Each(sentence, c.language, func(t word.Token) {
		text := sentence[t.Start:t.End]
		if len(out) > 0 && t.Start == end+1 && sentence[end] == '-' {
			last := &out[len(out)-1]
			last.text += "-" + text
			last.root += "-" + word.Stem(c.language, t)
			last.content, end = true, t.End
			return
		}
		w := frameWord{text: text, root: word.Stem(c.language, t), number: t.Kind == word.Number}
		w.content = t.Kind == word.Letters && len(t.Text) > 1 && !word.StopEither(t.Text) && !fillers[strings.ToLower(text)] && !ofAddress(sentence, t.Start, t.End)
		out, end = append(out, w), t.End
	})
	return out
}

// ofAddress reports whether a word of a text is part of an address, which is right or wrong as a whole.
func ofAddress(text string, from, to int) bool {
	return from > 0 && strings.IndexByte("@.", text[from-1]) >= 0 || to < len(text) && text[to] == '@' || fact.HasDomain(text[to-1:min(len(text), to+3)])
}

// gap is where a sentence and the source that it is laid beside differ, between words that they share: in[from:to] of
// each.
type gap struct{ claim, source [2]int }

// layBeside lays two sentences beside each other, word by word, and gives where they differ, and where the second has
// each word of the first, -1 if it does not.
func layBeside(claim, source []frameWord) (out []gap, place []int) {
	n, m := len(claim), len(source)
	// most[i][j] is how many words claim[i:] and source[j:] share at most in their order.
	var most [mostFramed + 1][mostFramed + 1]uint8
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			if claim[i].root == source[j].root {
				most[i][j] = most[i+1][j+1] + 1
			} else {
				most[i][j] = max(most[i+1][j], most[i][j+1])
			}
		}
	}
	place = make([]int, n)
	for i := range place {
		place[i] = -1
	}
	from := gap{}
	i, j := 0, 0
	for i < n && j < m {
		switch {
		case claim[i].root == source[j].root:
			out = append(out, gap{[2]int{from.claim[0], i}, [2]int{from.source[0], j}})
			place[i] = j
			i, j = i+1, j+1
			from = gap{claim: [2]int{i}, source: [2]int{j}}
		case most[i+1][j] >= most[i][j+1]:
			i++
		default:
			j++
		}
	}
	return append(out, gap{[2]int{from.claim[0], n}, [2]int{from.source[0], m}}), place
}

// soleContent is where the only word among some stands that says what the sentence is about, -1 if there are others.
func soleContent(words []frameWord, among [2]int) int {
	at := -1
	for i := among[0]; i < among[1]; i++ {
		if words[i].content {
			if at >= 0 {
				return -1
			}
			at = i
		}
	}
	return at
}

// contents are those of the words that say what a sentence is about.
func contents(words []frameWord) []frameWord {
	var out []frameWord
	for _, w := range words {
		if w.content {
			out = append(out, w)
		}
	}
	return out
}

// has reports whether some words have one.
func has(words []frameWord, root string) bool {
	for _, w := range words {
		if w.root == root {
			return true
		}
	}
	return false
}
