package retrieve

import (
	"math"
	"runtime"
	"slices"
	"sync"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/retrieve/analysis"
	"github.com/webchatagent/wca/internal/stated"
)

// part is the work of one goroutine: the passages from first on.
type part struct {
	first, end int
	lengths    []int
	termCount  []uint32 // weighted terms per passage
	terms      []uint64 // hash<<32 | weight bits
	gramCount  []uint32
	grams      []uint32 // 24-bit hash<<8 | weight in 1/32
	seqCount   []uint32
	seq        []uint32 // hashes
	langs      []string
	topics     [][]analysis.TopicStrength
}

// read decodes all analyses, in parallel, and reduces them to weighted terms.
func (b *builder) read() {
	ix := b.ix
	n := len(ix.passages)
	ix.facts = make([]stated.Facts, n)
	ix.language = make([]uint8, n)
	ix.document = make([]int32, n)
	ix.scales = make([]float32, n)
	ix.vectors = make([]int8, n*ix.dim)
	workers := max(1, min(runtime.GOMAXPROCS(0), 8, n/64))
	b.parts = make([]part, workers)
	sideBySide(workers, func(w int) {
		p := &b.parts[w]
		p.first, p.end = w*n/workers, (w+1)*n/workers
		b.readPart(p)
	})
	number := map[string]uint8{}
	documents := map[string]int32{}
	for w := range b.parts {
		p := &b.parts[w]
		for i, lang := range p.langs {
			l, ok := number[lang]
			if !ok && len(ix.langs) < 255 {
				l = uint8(len(ix.langs))
				number[lang] = l
				ix.langs = append(ix.langs, lang)
			}
			ix.language[p.first+i] = l
			b.length += float64(p.lengths[i])
		}
	}
	for i := range ix.passages {
		d, ok := documents[ix.passages[i].Document]
		if !ok {
			d = int32(len(documents))
			documents[ix.passages[i].Document] = d
		}
		ix.document[i] = d
	}
}

// sideBySide does n parts of a work at once and waits for them. A panic in one is one of who waits, where it can be recovered.
func sideBySide(n int, do func(part int)) {
	broken := make([]error, n)
	var parts sync.WaitGroup
	for i := range n {
		parts.Go(func() {
			broken[i] = problem.Guard(func() error {
				do(i)
				return nil
			})
		})
	}
	parts.Wait()
	for _, err := range broken {
		if err != nil {
			panic(err)
		}
	}
}

func (b *builder) readPart(p *part) {
	ix := b.ix
	var a analysis.Analysis
	weights := termWeights{of: map[uint32]float32{}, order: make([]uint32, 0, 256)}
	for i := p.first; i < p.end; i++ {
		b.readPassage(&ix.passages[i], &a)
		ix.facts[i] = a.Facts
		if len(a.Vector) == ix.dim && ix.dim > 0 {
			copy(ix.vectors[i*ix.dim:], a.Vector)
			ix.scales[i] = a.Scale
		}
		p.langs = append(p.langs, a.Lang)
		p.topics = append(p.topics, slices.Clone(a.Topics))
		p.lengths = append(p.lengths, a.Length)
		weights.read(&a, &ix.rank)
		p.addTerms(&weights)
		p.seq = append(p.seq, a.Words...)
		p.seqCount = append(p.seqCount, uint32(len(a.Words)))
		p.addGrams(&a, &ix.rank)
	}
}

// readPassage decodes the stored analysis of a passage, or makes it where none is of use.
func (b *builder) readPassage(p *passage.Passage, a *analysis.Analysis) {
	if p.Analysed == nil || a.Decode(p.Analysed, b.stored) != nil {
		*a = *analysis.Of(p, b.stored)
	}
	if b.ix.table == nil {
		a.Words = bareWords(a.Words, a.Lang)
	}
}

// termWeights are the terms of one passage in the order they come, with what each counts in all its fields.
type termWeights struct {
	of    map[uint32]float32
	order []uint32
}

func (t *termWeights) read(a *analysis.Analysis, r *ranking) {
	clear(t.of)
	t.order = t.order[:0]
	mark := uint32(0)
	for _, term := range a.Words {
		switch {
		case term > 0 && term < analysis.MarksEnd:
			mark = term
			continue
		case mark == analysis.PartMark:
			t.add(term, r.Fields[analysis.FieldPart])
		case mark != analysis.FunctionMark:
			t.add(term, r.Fields[analysis.FieldText])
		}
		mark = 0
	}
	for field, terms := range a.Extra {
		for _, term := range terms {
			t.add(term, r.Fields[field])
		}
	}
}

func (t *termWeights) add(term uint32, weight float32) {
	if term == 0 || weight == 0 {
		return
	}
	old, ok := t.of[term]
	if !ok {
		t.order = append(t.order, term)
	}
	t.of[term] = old + weight
}

func (p *part) addTerms(t *termWeights) {
	for _, term := range t.order {
		p.terms = append(p.terms, uint64(term)<<32|uint64(math.Float32bits(t.of[term])))
	}
	p.termCount = append(p.termCount, uint32(len(t.order)))
}

func (p *part) addGrams(a *analysis.Analysis, r *ranking) {
	before := len(p.grams)
	for times, grams := range a.Grams {
		weight := float32(times + 1)
		switch times {
		case analysis.GramHeading:
			weight = r.GramHeading
		case analysis.GramTitle:
			weight = r.GramTitle
		}
		if weight == 0 {
			continue
		}
		unit := uint32(weight * 32)
		for _, h := range grams {
			p.grams = append(p.grams, h<<8|unit)
		}
	}
	p.gramCount = append(p.gramCount, uint32(len(p.grams)-before))
}

// bareWords leaves out what another language than German does not have: parts of compounds, and nouns that are told by
// their capital.
func bareWords(words []uint32, lang string) []uint32 {
	out := words[:0]
	for i := 0; i < len(words); i++ {
		switch w := words[i]; {
		case w == analysis.PartMark:
			i++
		case w != analysis.CapitalMark || lang != "de":
			out = append(out, w)
		}
	}
	return out
}
