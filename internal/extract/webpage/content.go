package webpage

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"github.com/webchatagent/wca/internal/extract/contact"
	"github.com/webchatagent/wca/internal/extract/document"
)

const (
	// recallWeight is how much more leaving something out counts than keeping too
	// much: what is not indexed can never be an answer.
	recallWeight = 1.25
	// noContent is the chance of its likeliest block below which a page is taken
	// to have no content of its own: menus around a part that scripts fill.
	noContent = 0.4
	// fewWords is how many words of content such a page may promise all the same:
	// lists of many short entries, none of them sure, promise more together.
	fewWords = 50
	// ownWords is how many words a page has at least outside its menus and feet for what is in them to be judged.
	ownWords = 25
	// mostJudged is how many segments a page may have whose segments are judged one by one; of longer ones, with
	// tables of thousands of rows, the names of elements decide.
	mostJudged = 20_000
)

// content chooses the segments that are content of the page. Learned weights give
// each a chance; taken are the likeliest ones, as many as promise the best
// balance of recall and precision for this page (the F measure with
// recallWeight), and whatever tells how to reach the owner and when, and what a buyer may choose.
func content(root *html.Node, address string, segments []segment) []document.Block {
	if len(segments) == 0 {
		return nil
	}
	chances := make([]float64, len(segments))
	around := newSurroundings()
	limit := math.Inf(1)
	own := hasOwn(segments, around)
	plainly := !own || len(segments) > mostJudged || smallPage(segments, around)
	if len(segments) <= mostJudged {
		for i, odds := range contentJudges().odds(pieces(root, address, segments, around)) {
			chances[i] = 1 / (1 + math.Exp(-odds))
		}
		if own && (!barren(segments, chances) || hasProse(segments, around)) {
			limit = bestLimit(segments, chances)
		}
	}
	calls := callsIn(segments)
	of, says := entries(segments, calls)
	endGroups(segments, of)
	taken := func(i int) bool {
		return chances[i] >= limit || plainly && plainContent(&segments[i], around) || atAnEnd(i, len(segments)) && reachable(&segments[i]) ||
			segments[i].choice && !around.of(segments[i].at).around
	}
	listed := map[*html.Node]bool{} // cards, of which all is content if anything is
	for i, card := range of {
		if card != nil {
			listed[card] = listed[card] || taken(i)
		}
	}
	var out []document.Block
	told := map[string]bool{}
	ends := 0 // of what is left out
	for i := range segments {
		b := segments[i].Block
		b.Ends = sooner(b.Ends, ends)
		ends = b.Ends
		switch card := of[i]; {
		case card == nil && (!taken(i) || b.Kind != document.KindHeading && calls[b.Text]), card != nil && (!listed[card] || i > 0 && of[i-1] == card):
			continue
		case card != nil:
			b.Kind, b.Level, b.Text, b.Bold = document.KindItem, 1, says[card], 0
		}
		// Pages repeat parts for small screens and for cards that open.
		if len(b.Text) > 40 && b.Kind != document.KindRow && b.Kind != document.KindCode {
			if told[b.Text] {
				continue
			}
			told[b.Text] = true
		}
		ends = 0
		out = append(out, b)
	}
	return out
}

// atAnEnd says whether a segment is near enough to the beginning or end of a page to be asked how to reach the owner.
func atAnEnd(i, of int) bool { return i < mostJudged/2 || i >= of-mostJudged/2 }

// barren says whether a page has no content of its own by the chances of its
// segments: none is likely, and all together promise only a few words.
func barren(segments []segment, chances []float64) bool {
	promised := 0.0
	for i, c := range chances {
		promised += c * float64(len(strings.Fields(segments[i].Text)))
	}
	return slices.Max(chances) < noContent && promised < fewWords
}

// hasOwn says whether a page has text outside its menus and feet: where scripts fill in all the rest, what a menu says
// may look like content.
func hasOwn(segments []segment, around *surroundings) bool {
	words := 0
	for i := range segments {
		if !around.of(segments[i].at).site {
			if words += len(strings.Fields(segments[i].Text)); words >= ownWords {
				return true
			}
		}
	}
	return false
}

// smallPage says whether a page has so little text that nothing of it may be
// lost. The weights were learned on long pages and doubt short ones.
func smallPage(segments []segment, around *surroundings) bool {
	all, own := 0, 0
	for i := range segments {
		all += len(segments[i].Text)
		if plainContent(&segments[i], around) {
			own += len(segments[i].Text)
		}
	}
	return own < 3000 && all < 4000
}

// hasProse says whether a page has a paragraph so long that it must be content.
func hasProse(segments []segment, around *surroundings) bool {
	for i := range segments {
		s := &segments[i]
		if s.linkChars*5 < len(s.Text) && plainContent(s, around) && len(strings.Fields(s.Text)) >= 50 {
			return true
		}
	}
	return false
}

// plainContent judges by the names of elements alone.
func plainContent(s *segment, around *surroundings) bool {
	x := around.of(s.at)
	if s.control && s.Kind != document.KindHeading || x.around {
		return false
	}
	return s.Kind == document.KindHeading || s.linkChars*10 <= len(s.Text)*8 || s.cut && document.EndsSentence(s.Text) || x.roles&(roleMain|roleArticle) != 0
}

// bestLimit is the chance from which segments are taken.
func bestLimit(segments []segment, chances []float64) float64 {
	order := make([]int, len(chances))
	words := make([]float64, len(chances))
	expected := 0.0
	for i, c := range chances {
		order[i] = i
		words[i] = float64(len(strings.Fields(segments[i].Text)))
		expected += words[i] * c
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(chances[b], chances[a]) })
	best, limit, hit, taken := 0.0, 0.0, 0.0, 0.0
	for _, i := range order {
		hit += words[i] * chances[i]
		taken += words[i]
		if f := hit / (taken + recallWeight*recallWeight*expected); f > best {
			best, limit = f, chances[i]
		}
	}
	return limit
}

// reaching are words of links by which one reaches somebody.
var reaching = []string{"mail", "kontakt", "contact", "schreib", "write", "anruf", "call", "tel", "phone", "notdienst", "hotline", "whatsapp"}

// saysReach says whether the text of a link promises that one reaches somebody, or it has none.
func saysReach(text string) bool {
	return !document.Meaningful(text) || document.Mentions(strings.ToLower(text), reaching)
}

// reachable says whether a segment tells how to reach the owner: short, and not a
// control of the page or a link to where it is told.
func reachable(s *segment) bool {
	text := s.Text
	if s.given != "" {
		if own := strings.Replace(text, s.given, "", 1); s.links > 1 || !saysReach(own) {
			text = own
		}
	}
	if s.linkChars > 0 && !strings.ContainsAny(text, "@0123456789") {
		return false
	}
	return !s.control && len(text) < 300 && contact.Told(text)
}
