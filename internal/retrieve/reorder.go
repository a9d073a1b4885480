package retrieve

import (
	_ "embed"
	"sync"

	"github.com/webchatagent/wca/internal/forest"
	"github.com/webchatagent/wca/internal/passage"
)

// rankingTrees is made by `make ranking` from the tuning halves of public question sets and from the invented
// sites for tuning.
//
//go:embed ranking.bin
var rankingTrees []byte

var rankingForest = sync.OnceValue(func() *forest.Even {
	f, rest, err := forest.Read(rankingTrees, traitCount)
	if err != nil || len(rest) > 0 {
		panic("retrieve: ranking.bin does not fit the program; run make ranking")
	}
	return f.Even()
})

const (
	// reordered is how many of the best candidates the forest looks at.
	reordered = 32
	// foreignCosts is what candidates in another language than the question's lose where one in its language is at
	// least as good: of a website in two languages a visitor wants the pages that he can read.
	foreignCosts = 0.1
	// twinAlike is from which likeness on two passages say the same in two languages: of pieces of XQuAD and their
	// translations 85 of 100 are so much alike, of each and what else is nearest to it 12. twinBehind sets the
	// other one back.
	twinAlike, twinBehind = 0.75, 0.01
	// Steepness is how much more likely a candidate is to be the one that answers than another whose
	// score is 1 less, as a natural logarithm. The forest adds to the score in these units.
	Steepness = 8
)

// reorder corrects the scores of the best candidates by what the forest says, and sorts them again.
//
// The forest has learned to tell candidates of one language apart, and its numbers mean something among these only.
// So those in the question's language and the others are looked at apart, and which of them come first is for the
// signals to say.
func (ix *Index) reorder(qu *question, s *scratch) {
	best := s.candidates[:min(reordered, len(s.candidates))]
	if len(best) < 2 || !qu.matters() { // no word to go by
		return
	}
	rows := s.traits[:len(best)]
	own := ix.describe(qu, best, s, rows)
	shift, foreign := ix.correct(best[:own], rows[:own]), best[own:]
	back := ix.correct(foreign, rows[own:]) - shift
	if own > 0 && len(foreign) > 0 {
		if best[0].plain >= foreign[0].plain {
			back += foreignCosts
		}
		for i := range foreign {
			foreign[i].score -= back
		}
		ix.twinsFirst(best[:own], foreign)
	}
	var least float32
	for i := range best {
		best[i].row = int32(i)
		least = min(least, best[i].score-best[i].plain)
	}
	for i := len(best); i < len(s.candidates); i++ {
		s.candidates[i].score += least // or else they would pass those that were looked at
	}
	s.sort()
}

// twinsFirst puts a candidate in the question's language before the one that says the same in another, where a website
// has both: "Wie kann ich stornieren?" is nearer to "cancel" than to "absagen".
func (ix *Index) twinsFirst(own, foreign []candidate) {
	for i := range foreign {
		f := &foreign[i]
		twin, most := -1, float32(twinAlike)
		for k := range own {
			if alike := ix.alikeness(own[k].doc, f.doc); alike >= most {
				twin, most = k, alike
			}
		}
		if twin >= 0 && own[twin].score <= f.score {
			own[twin].score, f.score = f.score, own[twin].score-twinBehind
		}
	}
}

// alikeness is the likeness of two passages by their vectors, 0 where one has none.
func (ix *Index) alikeness(a, b int32) float32 {
	if ix.dim == 0 {
		return 0
	}
	return float32(dot(ix.vectors[int(a)*ix.dim:int(a+1)*ix.dim], ix.vectors[int(b)*ix.dim:int(b+1)*ix.dim])) * ix.scales[a] * ix.scales[b]
}

// correct adds to the scores of candidates in one language what the forest says, and returns by how much the best
// has become better than the best was.
func (ix *Index) correct(candidates []candidate, rows []traits) float32 {
	if len(candidates) == 0 {
		return 0
	}
	var sums [reordered]float32
	var numbers [reordered][]float32
	for i := range rows {
		numbers[i] = rows[i][:]
	}
	ix.trees.Scores(sums[:len(rows)], numbers[:len(rows)]...)
	before := candidates[0].score
	after := before + sums[0]/Steepness
	for i := range candidates {
		candidates[i].score += sums[i] / Steepness
		after = max(after, candidates[i].score)
	}
	return after - before
}

// Example is what the forest sees of a candidate. It exists for the program that grows the forest.
type Example struct {
	Passage *passage.Passage
	// Score is what the candidate has without the forest.
	Score float32
	// Traits are the numbers that the forest looks at.
	Traits []float32
}

// Examples are the candidates of a search that the forest looks at, in the order they have without it.
func (ix *Index) Examples(q Query) []Example {
	q = withContext(q)
	qu := ix.parse(q)
	s := ix.scratch.Get().(*scratch)
	defer ix.release(s)
	ix.readEarlier(q, qu.lang, s)
	ix.rankAll(qu, q, s, 0)
	best := s.candidates[:min(reordered, len(s.candidates))]
	rows := s.traits[:len(best)]
	ix.describe(qu, best, s, rows)
	out := make([]Example, len(best))
	for i, c := range best {
		out[i] = Example{&ix.passages[c.doc], c.score, append([]float32(nil), rows[i][:]...)}
	}
	return out
}
