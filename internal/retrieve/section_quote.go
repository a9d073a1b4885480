package retrieve

import (
	"cmp"
	"slices"
	"strings"
)

// partQuotes are the passages of parts that are asked for as such, as they stand there, or their paragraphs that are named.
func (ix *Index) partQuotes(part *askedPart, hits []Result, max int) (out []Quote) {
	for i := range hits {
		for k, number := range hits[i].numbers() {
			if !slices.Contains(part.passages, int32(number)) {
				continue
			}
			p := hits[i].Passages()[k]
			start, end := paragraphOf(p.Text, part.paragraphs[int32(number)])
			if end == 0 {
				continue
			}
			out = append(out, Quote{Hit: i, Passage: p, number: number, Start: start, End: end, Text: p.Text[start:end], Score: 1, Met: 1, part: true})
		}
	}
	place := func(q Quote) int { return slices.Index(part.passages, int32(q.number)) }
	slices.SortStableFunc(out, func(a, b Quote) int { return cmp.Compare(place(a), place(b)) })
	return out[:min(len(out), max)]
}

// paragraphOf is where the paragraph with a number begins and ends in a text, "(2) …"; the whole text, up to a length, for
// none. end is 0 where the text does not have it.
func paragraphOf(text, number string) (start, end int) {
	if number != "" {
		if start = paragraphMark(text, number); start < 0 {
			return 0, 0
		}
		if next := paragraphMark(text[start+1:], ""); next >= 0 {
			text = strings.TrimRight(text[:start+1+next], " \n")
		}
	}
	if len(text)-start <= linesTogether {
		return start, len(text)
	}
	end = start + linesTogether
	for _, mark := range []string{"\n", ". ", " "} {
		if at := strings.LastIndex(text[start:end], mark); at > linesTogether/2 {
			return start, start + at + len(strings.TrimRight(mark, " \n"))
		}
	}
	return start, start + len(strings.ToValidUTF8(text[start:end], ""))
}

// paragraphMark is where the mark of a paragraph with a number stands in a text, "(2)" at the beginning of it, of a line or
// behind a sentence; the first mark for no number; -1 for none.
func paragraphMark(text, number string) int {
	for at := 0; at < len(text); at++ {
		open := strings.IndexByte(text[at:], '(')
		if open < 0 {
			break
		}
		at += open
		inside, _, _ := strings.Cut(text[at+1:min(len(text), at+1+longestMark)], ")")
		before := strings.TrimRight(text[:at], " ")
		if inside == "" || inside[0] < '0' || inside[0] > '9' || number != "" && inside != number || before != "" && !strings.ContainsAny(before[len(before)-1:], "\n.;!?:") {
			continue
		}
		return at
	}
	return -1
}

// longestMark is of how many bytes what stands between the brackets of a mark is at most, with the one behind it: "12a)".
const longestMark = 5
