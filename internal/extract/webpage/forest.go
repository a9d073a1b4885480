package webpage

import (
	_ "embed"
	"math"
	"sync"

	"golang.org/x/net/html"

	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/extract/refusal"
	"github.com/webchatagent/wca/internal/forest"
)

// learned holds the trees made by test/eval/extraction/learn.
//
//go:embed content.bin
var learned []byte

// judges are the two forests, whose scores are the log-odds that a segment is
// content: the first looks at the evidence, the second also at what the first
// thinks of the segments nearby.
type judges struct{ first, second *forest.Even }

var contentJudges = sync.OnceValue(func() judges {
	first, rest, err := forest.Read(learned, 0)
	second, rest, err2 := forest.Read(rest, 0)
	if err != nil || err2 != nil || len(rest) > 0 {
		panic("webpage: content.bin does not fit the program; run test/eval/extraction/learn")
	}
	return judges{first.Even(), second.Even()}
})

// odds gives the log-odds of each piece.
func (j judges) odds(pieces []Piece) []float64 {
	rows := make([][]float32, len(pieces))
	for i := range pieces {
		rows[i] = pieces[i].Evidence
	}
	return scores(j.second, Reconsidered(pieces, scores(j.first, rows)))
}

func scores(f *forest.Even, rows [][]float32) []float64 {
	sums := make([]float32, len(rows))
	f.Scores(sums, rows...)
	out := make([]float64, len(rows))
	for i, s := range sums {
		out[i] = float64(s)
	}
	return out
}

// Piece is a block of a web page as the choice of content sees it.
type Piece struct {
	Text     string
	Evidence []float32
	// Groups number what belongs together: the elements around it, from the
	// nearest, that hold more than the one before; what looks like it on the page,
	// such as the titles of all cards; and all cards of which it is a part.
	Groups [5]int
}

// Pieces gives all blocks of a web page, content or not, with the evidence about
// them. It exists for the program that learns how to weigh the evidence.
func Pieces(source, address string) ([]Piece, error) {
	root, hide, err := treeOf(source)
	if err != nil {
		return nil, refusal.Damaged.Because(err)
	}
	segments := walk(root, hide)
	out := pieces(root, address, segments, newSurroundings())
	for i := range out {
		out[i].Text = document.Document{Blocks: []document.Block{segments[i].Block}}.Text()
	}
	return out, nil
}

func pieces(root *html.Node, address string, segments []segment, around *surroundings) []Piece {
	p := newPageEvidence(root, address, segments, around)
	numbers := map[any]int{}
	number := func(of any) int {
		if numbers[of] == 0 {
			numbers[of] = len(numbers) + 1
		}
		return numbers[of]
	}
	out := make([]Piece, len(segments))
	for i := range segments {
		out[i].Evidence = p.row(i)
		x := around.of(segments[i].at)
		out[i].Groups[3] = number(looks(&segments[i]))
		out[i].Groups[4] = number(x.repeated().parent)
		for level := range 3 {
			inside := x.segments
			for x.parent != nil && (x.segments == inside && level > 0 || x.segments < 2) {
				x = x.parent
			}
			out[i].Groups[level] = number(x)
		}
	}
	return out
}

// looks is the same for what a style sheet shows alike.
func looks(s *segment) string {
	key := string(s.Kind)
	n := s.at
	for range 3 {
		if n == nil || n.Type != html.ElementNode {
			break
		}
		key += "/" + n.Data + "." + firstWord(attr(n, "class"))
		n = n.Parent
	}
	return key
}

// Reconsidered adds to the evidence about each piece what a first judgement, as
// log-odds, says about it, its neighbours and those in the same elements.
func Reconsidered(pieces []Piece, odds []float64) [][]float32 {
	type mean struct{ sum, weight float64 }
	groups := map[int]mean{}
	weights := make([]float64, len(pieces))
	chances := make([]float64, len(pieces))
	all, top := mean{}, 0.0
	for i, p := range pieces {
		weights[i] = float64(p.Evidence[0]) // the logarithm of its length
		chances[i] = 1 / (1 + math.Exp(-odds[i]))
		for _, g := range p.Groups {
			m := groups[g]
			groups[g] = mean{m.sum + weights[i]*chances[i], m.weight + weights[i]}
		}
		all = mean{all.sum + weights[i]*chances[i], all.weight + weights[i]}
		top = max(top, chances[i])
	}
	share := func(m mean) float32 {
		if m.weight == 0 {
			return 0
		}
		return float32(m.sum / m.weight)
	}
	out := make([][]float32, len(pieces))
	before := mean{}
	for i, p := range pieces {
		row := append(make([]float32, 0, len(p.Evidence)+20), p.Evidence...)
		row = append(row, float32(odds[i]), float32(top), share(all), float32(math.Log1p(all.sum)))
		for _, d := range [...]int{-3, -2, -1, 1, 2, 3} {
			if k := i + d; k >= 0 && k < len(pieces) {
				row = append(row, float32(odds[k]))
			} else {
				row = append(row, -8)
			}
		}
		for _, d := range [...]int{4, 12, 40} {
			m := mean{}
			for k := max(0, i-d); k <= min(len(pieces)-1, i+d); k++ {
				if k != i {
					m = mean{m.sum + weights[k]*chances[k], m.weight + weights[k]}
				}
			}
			row = append(row, share(m))
		}
		for _, g := range p.Groups {
			m := groups[g]
			row = append(row, share(mean{m.sum - weights[i]*chances[i], m.weight - weights[i]}))
		}
		after := mean{all.sum - before.sum, all.weight - before.weight}
		out[i] = append(row, share(before), share(after))
		before = mean{before.sum + weights[i]*chances[i], before.weight + weights[i]}
	}
	return out
}
