package retrieve

import (
	"math"
	"runtime"
	"slices"
	"sync"

	"github.com/webchatagent/wca/internal/forest"
	"github.com/webchatagent/wca/internal/retrieve/table"
)

// Options change how an index is built. The zero value is right for everything
// but experiments and remote embedders.
type Options struct {
	// Ranking replaces DefaultRanking.
	Ranking *Ranking
	// Trees replace the built-in forest that corrects the order of the best hits.
	Trees *forest.Forest
	// WithoutTable leaves the static table out: stems and grams only.
	WithoutTable bool
	// Embedder is the ID of a remote embedder whose vectors (Passage.Embedded)
	// are used beside the table's for queries that carry one of the same
	// embedder (Query.Vector).
	Embedder string
}

// Index answers searches over a fixed set of passages. It is immutable and safe
// for concurrent use.
type Index struct {
	passages []Passage
	rank     Ranking
	trees    *forest.Even
	table    *table.Table
	language []uint8  // per passage: index into languages
	langs    []string // languages present
	facts    []facts
	topics   postings // by topic; the impact is the strength
	document []int32  // per passage: number of its document

	vocabulary vocabulary
	terms      postings  // by term id
	rareness   []float32 // the idf of terms
	grams      postings  // by the upper bits of the gram's hash
	gramShift  uint

	sequenceAt []uint32 // per passage: where its words begin in sequence; one more at the end
	sequence   []uint32 // term ids with marks

	dim     int
	vectors []int8    // dim per passage
	scales  []float32 // makes a vector's length one; 0 = none
	center  []int8    // the mean direction of all passages
	unit    float32   // makes center's length one
	lean    []float32 // per passage: cosine with center
	apart   []float32 // per passage: the square of what is left of its length without center's direction

	rowOf      [2][]int32 // per table language and term id: place in rowVectors, or -1
	rowVectors []int8     // dim per used row
	rowScales  []float32

	remote  *remote
	scratch sync.Pool
}

// postings are lists of passages by key, laid end to end. An entry is the
// passage's number above 8 bits of impact, the saturated frequency in units of
// maxImpact/255.
type postings struct {
	at      []uint32
	entries []uint32
	impact  float32 // value of one unit
}

func (p *postings) list(key uint32) []uint32 { return p.entries[p.at[key]:p.at[key+1]] }

// Marks of an entry of Index.sequence: a part of the compound before it, the
// end of a sentence (and nothing else), a function word, a word capitalised
// inside its sentence, a number.
const (
	isPart       = 1 << 31
	endsSentence = 1 << 30
	isFunction   = 1 << 29
	isCapital    = 1 << 28
	isNumber     = 1 << 27
	termOnly     = isNumber - 1
)

// flagOf is the mark of an entry that a mark of an analysis stands for.
var flagOf = [marksEnd]uint32{partMark: isPart, functionMark: isFunction, capitalMark: isCapital, numberMark: isNumber, yearMark: isNumber | isCapital}

// maxPassages is what fits above the impact in an entry.
const maxPassages = 1 << 24

// Build makes an index of passages, which it keeps and which must not be
// changed afterwards. Passages without a usable stored analysis are analysed
// now, which takes some hundred microseconds each. More than 16 million
// passages are cut off.
func Build(passages []Passage, o Options) *Index {
	if len(passages) > maxPassages {
		passages = passages[:maxPassages]
	}
	ix := &Index{passages: passages, rank: DefaultRanking()}
	if o.Ranking != nil {
		ix.rank = *o.Ranking
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
	b := builder{ix: ix, stored: table.Default(), id: analysisID(table.Default())}
	b.read()
	b.terms()
	b.grams()
	b.topics()
	b.rows()
	b.middle()
	ix.remote = buildRemote(passages, o.Embedder)
	ix.scratch.New = func() any { return newScratch(ix) }
	return ix
}

// Len is the number of passages.
func (ix *Index) Len() int { return len(ix.passages) }

// Passage returns the i-th passage as given to Build. It must not be changed.
func (ix *Index) Passage(i int) *Passage { return &ix.passages[i] }

// MemoryBytes is about how much memory the index holds, its passages included.
func (ix *Index) MemoryBytes() int64 {
	n := int64(cap(ix.language)) + 2*int64(cap(ix.facts)) + 4*int64(cap(ix.document))
	n += 4 * int64(cap(ix.vocabulary.slots)+cap(ix.vocabulary.hashes))
	n += 4 * int64(cap(ix.terms.at)+cap(ix.terms.entries)+cap(ix.rareness)+cap(ix.grams.at)+cap(ix.grams.entries))
	n += 4 * int64(cap(ix.sequenceAt)+cap(ix.sequence))
	n += int64(cap(ix.vectors)) + 4*int64(cap(ix.scales)+cap(ix.lean)+cap(ix.apart))
	n += 4*int64(cap(ix.rowOf[0])+cap(ix.rowOf[1])+cap(ix.rowScales)) + int64(cap(ix.rowVectors))
	n += ix.remote.bytes()
	for i := range ix.passages {
		p := &ix.passages[i]
		n += 224 + int64(len(p.Text)+len(p.Analysed)+len(p.Embedded)+len(p.ID))
		for _, h := range p.Headings {
			n += 16 + int64(len(h))
		}
	}
	return n
}

// idf is BM25's weight of a term that df of n passages have.
func (ix *Index) idf(df int) float32 {
	n := float64(len(ix.passages))
	return float32(math.Log(1 + (n-float64(df)+0.5)/(float64(df)+0.5)))
}

// A small site does not show how rare words are: of twenty passages hardly any knows a word of a
// question, and "bezahlen" would count as much as "Bitcoin". An index of fewer than leastPassages is
// therefore filled up with passages of so many words of ordinary text.
const (
	leastPassages   = 400
	wordsOfOrdinary = 40
)

// rarity is the idf of something that df passages have and that makes up a share of the words of
// ordinary text.
func (ix *Index) rarity(df int, share float64) float32 {
	n := float64(len(ix.passages))
	filled := max(0, leastPassages-n)
	d := float64(df) + filled*(1-math.Exp(-wordsOfOrdinary*share))
	return float32(math.Log(1 + (n+filled-d+0.5)/(d+0.5)))
}

// share is how much of ordinary text a word of the table makes up; 0 for others.
func (ix *Index) share(row int32) float64 {
	if row == table.None {
		return 0
	}
	return ix.table.Share(row)
}

// builder carries what Build needs only while it runs.
type builder struct {
	ix     *Index
	stored *table.Table // the table stored analyses were made with
	id     uint32
	parts  []part
	length float64 // words of all texts
}

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
	topics     [][]topicStrength
}

// read decodes all analyses, in parallel, and reduces them to weighted terms.
func (b *builder) read() {
	ix := b.ix
	n := len(ix.passages)
	ix.facts = make([]facts, n)
	ix.language = make([]uint8, n)
	ix.document = make([]int32, n)
	ix.scales = make([]float32, n)
	ix.vectors = make([]int8, n*ix.dim)
	workers := max(1, min(runtime.GOMAXPROCS(0), 8, n/64))
	b.parts = make([]part, workers)
	var wg sync.WaitGroup
	for w := range b.parts {
		p := &b.parts[w]
		p.first, p.end = w*n/workers, (w+1)*n/workers
		wg.Go(func() { b.readPart(p) })
	}
	wg.Wait()
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

func (b *builder) readPart(p *part) {
	ix := b.ix
	var a analysis
	weights := map[uint32]float32{}
	order := make([]uint32, 0, 256)
	for i := p.first; i < p.end; i++ {
		passage := &ix.passages[i]
		if passage.Analysed == nil || a.decode(passage.Analysed, b.id, b.stored.Dim()) != nil {
			a = *analyseWith(passage, b.stored)
		}
		ix.facts[i] = a.facts
		if len(a.vector) == ix.dim && ix.dim > 0 {
			copy(ix.vectors[i*ix.dim:], a.vector)
			ix.scales[i] = a.scale
		}
		p.langs = append(p.langs, a.lang)
		p.topics = append(p.topics, slices.Clone(a.topics))
		p.lengths = append(p.lengths, a.length)
		clear(weights)
		order = order[:0]
		add := func(term uint32, w float32) {
			if term == 0 || w == 0 {
				return
			}
			old, ok := weights[term]
			if !ok {
				order = append(order, term)
			}
			weights[term] = old + w
		}
		mark := uint32(0)
		for _, term := range a.words {
			switch {
			case term > 0 && term < marksEnd:
				mark = term
				continue
			case mark == partMark:
				add(term, ix.rank.Fields[fieldPart])
			case mark != functionMark:
				add(term, ix.rank.Fields[fieldText])
			}
			mark = 0
		}
		for f := range a.extra {
			for _, term := range a.extra[f] {
				add(term, ix.rank.Fields[f])
			}
		}
		for _, term := range order {
			p.terms = append(p.terms, uint64(term)<<32|uint64(math.Float32bits(weights[term])))
		}
		p.termCount = append(p.termCount, uint32(len(order)))
		p.seq = append(p.seq, a.words...)
		p.seqCount = append(p.seqCount, uint32(len(a.words)))
		before := len(p.grams)
		for g, grams := range a.grams {
			w := float32(g + 1)
			switch g {
			case gramHeading:
				w = ix.rank.GramHeading
			case gramTitle:
				w = ix.rank.GramTitle
			}
			if w == 0 {
				continue
			}
			unit := uint32(w * 32)
			for _, h := range grams {
				p.grams = append(p.grams, h<<8|unit)
			}
		}
		p.gramCount = append(p.gramCount, uint32(len(p.grams)-before))
	}
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
	ix := b.ix
	total, seq := 0, 0
	for w := range b.parts {
		total += len(b.parts[w].terms)
		seq += len(b.parts[w].seq)
	}
	ix.vocabulary = newVocabulary(total / 6)
	ids := make([]uint32, 0, total)
	var counts []uint32
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
	counts = b.functionWords(counts)
	ix.rareness = make([]float32, len(counts))
	for id, df := range counts {
		ix.rareness[id] = ix.idf(int(df))
	}
	ix.terms = newPostings(counts, total, (ix.rank.K1+1)/255)
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
	ix.sequence = make([]uint32, 0, seq)
	ix.sequenceAt = make([]uint32, 0, len(ix.passages)+1)
	for w := range b.parts {
		p := &b.parts[w]
		at := 0
		for _, n := range p.seqCount {
			ix.sequenceAt = append(ix.sequenceAt, uint32(len(ix.sequence)))
			flag := uint32(0)
			for _, h := range p.seq[at : at+int(n)] {
				if h > 0 && h < marksEnd {
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
			if h != functionMark || i+1 == len(seq) {
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
	counts := make([]uint32, len(knownTopics().names))
	total := 0
	for w := range b.parts {
		for _, list := range b.parts[w].topics {
			for _, t := range list {
				counts[t.topic]++
				total++
			}
		}
	}
	b.ix.topics = newPostings(counts, total, 1.0/255)
	for w := range b.parts {
		for i, list := range b.parts[w].topics {
			for _, t := range list {
				b.ix.topics.put(uint32(t.topic), uint32(b.parts[w].first+i)<<8|uint32(t.strength))
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
	for l, lang := range tableLanguages {
		ix.rowOf[l] = make([]int32, len(ix.vocabulary.hashes))
		present := false
		for _, have := range ix.langs {
			present = present || have == lang
		}
		for id, hash := range ix.vocabulary.hashes {
			ix.rowOf[l][id] = -1
			if !present {
				continue
			}
			row := rowOf(ix.table, lang, hash)
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
	ix.center, ix.unit = quantise(sum)
	if ix.center == nil {
		return
	}
	ix.lean, ix.apart = make([]float32, len(ix.scales)), make([]float32, len(ix.scales))
	for i, scale := range ix.scales {
		ix.lean[i] = float32(dot(ix.center, ix.vectors[i*ix.dim:(i+1)*ix.dim])) * scale * ix.unit
		ix.apart[i] = max(0.05, 1-ix.lean[i]*ix.lean[i])
	}
}

var tableLanguages = [2]string{"de", "en"}

func tableLanguage(lang string) int {
	for l, name := range tableLanguages {
		if name == lang {
			return l
		}
	}
	return -1
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
