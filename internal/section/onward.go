package section

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/wordlist"
)

// Onward gives a question that goes on about a part asked for before what it leaves out: behind "§ 573c BGB" the question
// "und § 574?" asks for § 574 of the same document, and "und Absatz 2?" for another paragraph of the same part. earlier
// are the questions before it, oldest first; ok is false where nothing is to be added.
func Onward(question string, earlier []string) (whole string, ok bool) {
	if len(earlier) == 0 {
		return question, false
	}
	r, named := referred(question)
	fields := strings.Fields(question)
	if named && r.of() != "" || !named && !asksParagraph(fields) {
		return question, false
	}
	before, ok := latest(earlier)
	if !ok {
		return question, false
	}
	if !named {
		number, _ := smallerParts(fields[len(fields)-2:])
		part := strings.TrimRight(strings.Join(before.words[before.start:before.paragraph], " "), "?!,;:")
		words := []string{part, "Abs.", number, before.of()}
		return strings.TrimSpace(strings.Join(words, " ")), true
	}
	if before.of() == "" {
		return r.askedAs(question, before)
	}
	words := slices.Clone(r.words)
	last := words[r.end-1]
	bare := strings.TrimRight(last, "?!,;:")
	words[r.end-1] = bare + " " + before.of() + last[len(bare):]
	if first := bareWord(words[0]); r.start > 0 && (first == "und" || first == "and") {
		words = words[1:]
	}
	return strings.Join(words, " "), true
}

// askedAs is a question that names nothing but another part of a kind that may be something else, too, "and section 10?", as
// the one before it asks.
func (r *reference) askedAs(question string, before reference) (whole string, ok bool) {
	bare := r.end == len(r.words) && !slices.ContainsFunc(r.words[:r.start], func(w string) bool { return !goingOn[bareWord(w)] })
	if !bare || !r.Ref.Kind.Ambiguous() || r.Ref.Kind != before.Ref.Kind {
		return question, false
	}
	named := slices.Clone(r.words[r.start:r.end])
	named[len(named)-1] = strings.TrimRight(named[len(named)-1], "?!.,;:")
	return strings.Join(slices.Concat(before.words[:before.start], named, before.words[before.end:]), " "), true
}

// goingOn are the words before another part that a question goes on to.
var goingOn = wordlist.Set("und and was ist mit what how about in")

// latest is the last of the questions that names a part, with what it takes from those before it itself.
func latest(earlier []string) (reference, bool) {
	for i, question := range slices.Backward(earlier) {
		whole, _ := Onward(question, earlier[:i])
		if r, ok := referred(whole); ok {
			return r, true
		}
	}
	return reference{}, false
}

// of is the word that may name the document. Many write "§ 13 bgb": nothing else stands alone behind a reference.
func (r *reference) of() string {
	if r.Of == "" && r.end == len(r.words)-1 && !says[bareWord(r.words[r.end])] {
		return strings.Trim(r.words[r.end], ".,:;?!")
	}
	return r.Of
}

// says are verbs behind a reference that ask what stands there.
var says = wordlist.Set("say says state states mean means cover covers regulate regulates besagt sagt regelt bedeutet steht")

// asksParagraph says whether a question asks for a paragraph by its number and for nothing else: "und Absatz 2?", "Was steht
// in Abs. 3?"
func asksParagraph(fields []string) bool {
	if len(fields) < 2 {
		return false
	}
	behind := fields[len(fields)-2:]
	if number, used := smallerParts(behind); number == "" || used != 2 || !paragraphs[bareWord(behind[0])] {
		return false
	}
	for _, w := range fields[:len(fields)-2] {
		if !leading[bareWord(w)] {
			return false
		}
	}
	return true
}

// leading are words before a reference that ask for nothing but what stands there.
var leading = wordlist.Set(`und auch noch dann oder in im unter nach zu was wie ist mit der den dem das steht sagt besagt regelt lautet heisst heißt bitte zeig zeige mir
	and or also what how about does is the of says say show me please`)
