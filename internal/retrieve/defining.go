package retrieve

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/retrieve/analysis"
	"github.com/webchatagent/wca/internal/section"
	"github.com/webchatagent/wca/internal/sentence"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// Who asks "Was ist ein Fernabsatzvertrag?" wants the sentence that says so, "Fernabsatzverträge sind Verträge, bei denen
// …", not one of the many that have the word.

// askedToDefine are the words before what a question wants explained, up to its end or one of the words behind.
var askedToDefine = map[string][][]string{
	"de": {{"was", "ist"}, {"was", "sind"}, {"wer", "ist"}, {"was", "bedeutet"}, {"was", "bedeuten"}, {"was", "heisst"}, {"was", "versteht", "man", "unter"}, {"was", "bezeichnet"}, {"definition"}, {"definiere"}},
	"en": {{"what", "is"}, {"what", "are"}, {"whats"}, {"what", "does"}, {"what", "do"}, {"meaning", "of"}, {"definition", "of"}, {"define"}},
}

var (
	// beforeDefined stand before what is defined and after "what is".
	beforeDefined = wordlist.Set("ein eine einem einer einen der die das den dem denn eigentlich von a an the")
	// articled are the articles among them: a thing follows.
	articled = wordlist.Set("ein eine einem einer einen der die das a an the")
	// endAsking stand behind it: "what does X mean".
	endAsking = wordlist.Set("mean means stand for do genau eigentlich uberhaupt exactly")
	// copulas stand before the kind of thing that something is, explaining before whatever explains it.
	copulas    = wordlist.Set("ist sind gilt gelten heisst is are")
	explaining = wordlist.Set("bedeutet bedeuten bezeichnet bezeichnen means mean refers denotes describes")
	ofKind     = wordlist.Set("ein eine einer der die das jede jeder jedes wer was alle a an the any anyone what when")
	// goesOn begin the clause behind "… ist Schenkung, wenn".
	goesOn = wordlist.Set("wer wenn dass der die das wo welche welcher welches who which that if when where")
)

// definingWords is of how many words what a question wants explained is at most.
const definingWords = 3

// toDefine are the concepts that a question wants explained, in their order; none if it asks something else.
func (qu *question) toDefine(tokens []word.Token) (out []int) {
	if qu.amount != stated.AmountNone || qu.when != stated.WhenAny || qu.facts&^stated.Name != 0 || qu.comparing {
		return nil
	}
	rest := behindAny(tokens, askedToDefine[qu.lang])
	if n := len(tokens); rest == nil && n > 1 && tokens[n-1].Text == "definition" {
		rest = tokens[:n-1]
	}
	article := false
	for len(rest) > 0 && beforeDefined[rest[0].Text] {
		article = article || articled[rest[0].Text]
		rest = rest[1:]
	}
	for len(rest) > 0 && endAsking[rest[len(rest)-1].Text] {
		rest = rest[:len(rest)-1]
	}
	if len(rest) == 0 || len(rest) > definingWords || !article && saysHowItIs(tokens, rest[len(rest)-1], qu.lang) {
		return nil
	}
	for _, t := range rest {
		i := slices.IndexFunc(qu.concepts, func(c concept) bool { return c.word == t.Text })
		if i < 0 || !qu.concepts[i].known {
			return nil
		}
		out = append(out, i)
	}
	return out
}

// saysHowItIs says whether "Was ist …?" ends with how something is rather than with a thing, and asks for all that is so:
// "Was ist verboten?", "What is included?"
func saysHowItIs(tokens []word.Token, last word.Token, lang string) bool {
	switch {
	case lang == "de":
		return !last.Capital && (standAt(tokens, 0, []string{"was", "ist"}) || standAt(tokens, 0, []string{"was", "sind"}))
	case lang == "en":
		return strings.HasSuffix(last.Text, "ed") && !last.Capital
	}
	return false
}

// behindAny are the tokens behind the first of the openings with which they begin, none if they begin with none.
func behindAny(tokens []word.Token, openings [][]string) []word.Token {
	for _, opening := range openings {
		if standAt(tokens, 0, opening) {
			return tokens[len(opening):]
		}
	}
	return nil
}

// What a passage, and a line of it, gains that says what is asked to be explained; a passage under a heading that is
// nothing but its name gains headedGives.
const definingGives, headedGives, lineDefinesGives = 0.3, 0.2, 0.2

// definingFirst puts candidates that explain what a question wants explained before those that do not.
func (ix *Index) definingFirst(qu *question, s *scratch) {
	if len(qu.defines) == 0 {
		return
	}
	for i := range s.candidates {
		c := &s.candidates[i]
		p := &ix.passages[c.doc]
		an := analysis.Analyser{Lang: p.Language, Table: ix.table}
		switch {
		case slices.ContainsFunc(sentence.In(p.Text), func(span sentence.Span) bool { return ix.defines(qu, p.Text[span.Start:span.End], &an) }):
			c.score += definingGives
		case ix.isNamed(qu, p.Heading(), &an):
			c.score += headedGives
		}
	}
	s.sort()
}

// defines says whether a line says what the things are that a question wants explained.
func (ix *Index) defines(qu *question, line string, an *analysis.Analyser) bool {
	tokens := word.Tokens(line, an.Lang)
	n := len(qu.defines)
	for i := 0; i+n <= len(tokens); i++ {
		if ix.areDefined(qu, tokens[i:i+n], an) && isDefined(line, tokens, i, i+n) {
			return true
		}
	}
	return false
}

// isDefined says whether a line says what the words from first to end of it are.
func isDefined(line string, tokens []word.Token, first, end int) bool {
	before, after := word.Before(line, tokens, first), line[tokens[end-1].End:]
	if end < len(tokens) {
		after = word.Gap(line, tokens[end-1], tokens[end])
	}
	if strings.HasSuffix(before, "(") && strings.HasPrefix(after, ")") { // what stands before it is called so
		return true
	}
	if end == len(tokens) {
		return false
	}
	next := tokens[end]
	if first > 0 && copulas[tokens[first-1].Text] && strings.HasPrefix(after, ",") && goesOn[next.Text] {
		return true
	}
	switch {
	case !begins(tokens[:first]):
		return false
	case strings.HasPrefix(after, ":") || strings.ContainsAny(after, "“”\""), limitedTo(tokens, end), standAt(tokens, end, []string{"versteht", "man"}):
		return true
	case slices.ContainsFunc(tokens[:first], func(t word.Token) bool { return t.Text == "durch" }):
		return next.Text == "wird" || next.Text == "werden"
	}
	return explaining[next.Text] || copulas[next.Text] && isKind(tokens[end+1:])
}

// isKind says whether words behind "is" begin with what kind of thing something is: "ein Vertrag, der …", "bewegliche
// Sachen", "jede natürliche Person", and not "verpflichtet, …".
func isKind(tokens []word.Token) bool {
	if len(tokens) < 2 {
		return false
	}
	first, second := tokens[0], tokens[1]
	return ofKind[first.Text] || first.Capital || second.Capital && (strings.HasSuffix(first.Text, "e") || strings.HasSuffix(first.Text, "er") || strings.HasSuffix(first.Text, "es"))
}

// areDefined says whether words are what a question wants explained.
func (ix *Index) areDefined(qu *question, tokens []word.Token, an *analysis.Analyser) bool {
	for k, i := range qu.defines {
		if id, ok := ix.wordID(an, tokens[k]); !ok || !qu.concepts[i].is(id) {
			return false
		}
	}
	return true
}

// latestDefined is before which word of a line that explains something its name begins: "(1) Als ein …".
const latestDefined = 4

// begins says whether nothing but numbers and articles stands before the name of what a line explains.
func begins(tokens []word.Token) bool {
	return len(tokens) <= latestDefined && !slices.ContainsFunc(tokens, func(t word.Token) bool {
		return t.Kind != word.Number && len(t.Text) > 1 && !beforeDefined[t.Text] && t.Text != "als" && t.Text != "unter" && t.Text != "durch"
	})
}

// limitedTo says whether "im Sinne dieses Gesetzes ist" stands at the i-th word of a line.
func limitedTo(tokens []word.Token, i int) bool {
	if !standAt(tokens, i, []string{"im", "sinne"}) && !standAt(tokens, i, []string{"im", "sinn"}) {
		return false
	}
	return slices.ContainsFunc(tokens[i+2:min(len(tokens), i+2+latestDefined)], func(t word.Token) bool { return copulas[t.Text] })
}

// isNamed says whether a heading is nothing but the name of what a question wants explained, a number before it aside.
func (ix *Index) isNamed(qu *question, heading string, an *analysis.Analyser) bool {
	tokens := word.Tokens(section.Title(heading), an.Lang)
	for len(tokens) > 0 && beforeDefined[tokens[0].Text] {
		tokens = tokens[1:]
	}
	return len(tokens) == len(qu.defines) && ix.areDefined(qu, tokens, an)
}
