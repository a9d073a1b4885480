package retrieve

import (
	"math"

	"github.com/webchatagent/wca/internal/forest"
	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/retrieve/analysis"
	"github.com/webchatagent/wca/internal/retrieve/table"
)

// Options change how an index is built. The zero value is right for everything
// but experiments and remote embedders.
type Options struct {
	// Trees replace the built-in forest that corrects the order of the best hits.
	Trees *forest.Forest
	// WithoutTable leaves the static table out, and what is known of German
	// nouns and compounds: texts are read as those in languages that the table
	// does not know, and as their words are weighed.
	WithoutTable bool
	// Embedder is the ID of a remote embedder whose vectors (Passage.Embedded)
	// are used beside the table's for queries that carry one of the same
	// embedder (Query.Vector).
	Embedder string

	ranking *ranking // in place of defaultRanking
}

// maxPassages is what fits above the impact in an entry.
const maxPassages = 1 << 24

// Build makes an index of passages, which it keeps and which must not be
// changed afterwards. Passages without a usable stored analysis are analysed
// now, which takes some hundred microseconds each. More than 16 million
// passages are cut off.
func Build(passages []passage.Passage, o Options) *Index {
	if len(passages) > maxPassages {
		passages = passages[:maxPassages]
	}
	ix := &Index{passages: passages, rank: defaultRanking(), sections: sections(passages)}
	if o.ranking != nil {
		ix.rank = *o.ranking
	}
	if o.Trees != nil {
		ix.trees = o.Trees.Even()
	} else {
		ix.trees = rankingForest()
	}
	if !o.WithoutTable {
		ix.table = table.Default()
	}
	ix.dim = ix.table.Dim()
	b := builder{ix: ix, stored: table.Default()}
	b.read()
	ix.feet = feetOf(passages, ix.document)
	b.terms()
	b.grams()
	b.topics()
	b.rows()
	b.findMeanings()
	b.middle()
	ix.remote = buildRemote(passages, o.Embedder)
	ix.scratch.New = func() any { return newScratch(ix) }
	return ix
}

// builder carries what Build needs only while it runs.
type builder struct {
	ix     *Index
	stored *table.Table // the table stored analyses were made with
	parts  []part
	length float64 // words of all texts
}

// saturate is BM25's frequency part for a weighted frequency in a text of the
// given length, as 8 bits of at most k1+1.
func (b *builder) saturate(w float32, length int, average float32) uint32 {
	r := &b.ix.rank
	part := w * (r.K1 + 1) / (w + r.K1*(1-r.B+r.B*float32(length)/average))
	return min(255, uint32(part/(r.K1+1)*255+0.5))
}

func (b *builder) averageLength() float32 {
	return max(1, float32(b.length/float64(max(1, len(b.ix.passages)))))
}

// terms numbers the vocabulary and lays out its postings and the sequences.
func (b *builder) terms() {
	ids, counts := b.number()
	b.layTerms(ids, counts)
	b.laySequence()
}

// number fills the vocabulary and gives the number of each term of each passage in turn, and how many passages have each
// word of the vocabulary.
func (b *builder) number() (ids, counts []uint32) {
	ix := b.ix
	total := 0
	for w := range b.parts {
		total += len(b.parts[w].terms)
	}
	ix.vocabulary = newVocabulary(total / 6)
	ids = make([]uint32, 0, total)
	for w := range b.parts {
		for _, t := range b.parts[w].terms {
			id := ix.vocabulary.add(uint32(t >> 32))
			if int(id) == len(counts) {
				counts = append(counts, 0)
			}
			counts[id]++
			ids = append(ids, id)
		}
	}
	return ids, b.functionWords(counts)
}

// layTerms lays out the postings of the vocabulary.
func (b *builder) layTerms(ids, counts []uint32) {
	ix := b.ix
	ix.rareness = make([]float32, len(counts))
	for id, df := range counts {
		ix.rareness[id] = ix.idf(int(df))
	}
	ix.terms = newPostings(counts, len(ids), (ix.rank.K1+1)/255)
	average, next := b.averageLength(), 0
	for w := range b.parts {
		p := &b.parts[w]
		at := 0
		for i, n := range p.termCount {
			doc := uint32(p.first+i) << 8
			for _, t := range p.terms[at : at+int(n)] {
				impact := b.saturate(math.Float32frombits(uint32(t)), p.lengths[i], average)
				ix.terms.put(ids[next], doc|impact)
				next++
			}
			at += int(n)
		}
		p.terms = nil
	}
}

// laySequence lays out the words of the passages in their order, each with what it looks like.
func (b *builder) laySequence() {
	ix := b.ix
	total := 0
	for w := range b.parts {
		total += len(b.parts[w].seq)
	}
	ix.sequence = make([]uint32, 0, total)
	ix.sequenceAt = make([]uint32, 0, len(ix.passages)+1)
	for w := range b.parts {
		p := &b.parts[w]
		at := 0
		for _, n := range p.seqCount {
			ix.sequenceAt = append(ix.sequenceAt, uint32(len(ix.sequence)))
			flag := uint32(0)
			for _, h := range p.seq[at : at+int(n)] {
				if h > 0 && h < analysis.MarksEnd {
					flag = flagOf[h]
					continue
				}
				if h == 0 {
					ix.sequence = append(ix.sequence, endsSentence)
				} else if id, ok := ix.vocabulary.find(h); ok {
					ix.sequence = append(ix.sequence, id|flag)
				}
				flag = 0
			}
			at += int(n)
		}
		p.seq = nil
	}
	ix.sequenceAt = append(ix.sequenceAt, uint32(len(ix.sequence)))
}

// functionWords numbers the function words, which have no postings.
func (b *builder) functionWords(counts []uint32) []uint32 {
	for w := range b.parts {
		seq := b.parts[w].seq
		for i, h := range seq {
			if h != analysis.FunctionMark || i+1 == len(seq) {
				continue
			}
			if id := b.ix.vocabulary.add(seq[i+1]); int(id) == len(counts) {
				counts = append(counts, 0)
			}
		}
	}
	return counts
}

// grams lays out the gram postings. Their key is the upper part of the hash, so
// many bits that two grams rarely share one.
func (b *builder) grams() {
	ix := b.ix
	total := 0
	for w := range b.parts {
		total += len(b.parts[w].grams)
	}
	bits := uint(10)
	for 1<<bits < total && bits < 20 {
		bits++
	}
	ix.gramShift = 24 - bits
	counts := make([]uint32, 1<<bits)
	for w := range b.parts {
		for _, g := range b.parts[w].grams {
			counts[g>>8>>ix.gramShift]++
		}
	}
	ix.grams = newPostings(counts, total, (ix.rank.K1+1)/255)
	average := b.averageLength()
	var impacts [256]uint32
	for w := range b.parts {
		p := &b.parts[w]
		at := 0
		for i, n := range p.gramCount {
			doc := uint32(p.first+i) << 8
			for u := range impacts {
				impacts[u] = 0
			}
			for _, g := range p.grams[at : at+int(n)] {
				unit := g & 255
				if impacts[unit] == 0 {
					impacts[unit] = b.saturate(float32(unit)/32, p.lengths[i], average)
				}
				ix.grams.put(g>>8>>ix.gramShift, doc|impacts[unit])
			}
			at += int(n)
		}
		p.grams = nil
	}
}

// topics lists the passages on each topic.
func (b *builder) topics() {
	counts := make([]uint32, analysis.TopicCount())
	total := 0
	for w := range b.parts {
		for _, list := range b.parts[w].topics {
			for _, t := range list {
				counts[t.Topic]++
				total++
			}
		}
	}
	b.ix.topics = newPostings(counts, total, 1.0/255)
	for w := range b.parts {
		for i, list := range b.parts[w].topics {
			for _, t := range list {
				b.ix.topics.put(uint32(t.Topic), uint32(b.parts[w].first+i)<<8|uint32(t.Strength))
			}
		}
	}
}

// rows collects the table's vectors of all words in the index.
func (b *builder) rows() {
	ix := b.ix
	if ix.dim == 0 {
		return
	}
	place := map[int32]int32{}
	ix.rowOf = make([][]int32, len(ix.langs))
	for l, lang := range ix.langs {
		if !ix.table.Knows(lang) {
			continue
		}
		ix.rowOf[l] = make([]int32, len(ix.vocabulary.hashes))
		for id, hash := range ix.vocabulary.hashes {
			ix.rowOf[l][id] = -1
			row := analysis.RowOf(ix.table, lang, hash)
			if row == table.None {
				continue
			}
			at, ok := place[row]
			if !ok {
				at = int32(len(place))
				place[row] = at
				ix.rowVectors = append(ix.rowVectors, make([]int8, ix.dim)...)
				v := ix.rowVectors[int(at)*ix.dim:]
				ix.table.Vector(row, v[:ix.dim])
				ix.rowScales = append(ix.rowScales, unitScale(v[:ix.dim]))
			}
			ix.rowOf[l][id] = at
		}
	}
}

// middle finds what all passages have in common, which says nothing about any
// of them and is left out of comparisons.
func (b *builder) middle() {
	ix := b.ix
	if ix.dim == 0 {
		return
	}
	sum := make([]float32, ix.dim)
	for i, scale := range ix.scales {
		if scale == 0 {
			continue
		}
		for k, v := range ix.vectors[i*ix.dim : (i+1)*ix.dim] {
			sum[k] += scale * float32(v)
		}
	}
	ix.center, ix.unit = analysis.Quantise(sum)
	if ix.center == nil {
		return
	}
	ix.lean, ix.apart = make([]float32, len(ix.scales)), make([]float32, len(ix.scales))
	for i, scale := range ix.scales {
		ix.lean[i] = float32(dot(ix.center, ix.vectors[i*ix.dim:(i+1)*ix.dim])) * scale * ix.unit
		ix.apart[i] = max(0.05, 1-ix.lean[i]*ix.lean[i])
	}
}

// unitScale is the factor that gives v length one.
func unitScale(v []int8) float32 {
	sum := 0
	for _, x := range v {
		sum += int(x) * int(x)
	}
	if sum == 0 {
		return 0
	}
	return float32(1 / math.Sqrt(float64(sum)))
}
