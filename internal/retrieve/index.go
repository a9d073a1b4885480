package retrieve

import (
	"sync"

	"github.com/webchatagent/wca/internal/forest"
	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/retrieve/analysis"
	"github.com/webchatagent/wca/internal/retrieve/table"
	"github.com/webchatagent/wca/internal/section"
	"github.com/webchatagent/wca/internal/stated"
)

// Index answers searches over a fixed set of passages. It is immutable and safe
// for concurrent use.
type Index struct {
	passages []passage.Passage
	rank     ranking
	trees    *forest.Even
	table    *table.Table
	language []uint8  // per passage: index into languages
	langs    []string // languages present
	facts    []stated.Facts
	topics   postings // by topic; the impact is the strength
	document []int32  // per passage: number of its document
	sections map[section.Ref][]int32
	feet     feet

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

	rowOf      [][]int32 // per language and term id: place in rowVectors, or -1; nil for a language that the table does not know
	rowVectors []int8    // dim per used row
	rowScales  []float32
	meanings   []meaning // of words of further languages, by row

	remote  *remote
	scratch sync.Pool
}

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
var flagOf = [analysis.MarksEnd]uint32{analysis.PartMark: isPart, analysis.FunctionMark: isFunction, analysis.CapitalMark: isCapital, analysis.NumberMark: isNumber, analysis.YearMark: isNumber | isCapital}

// Len is the number of passages.
func (ix *Index) Len() int { return len(ix.passages) }

// Passage returns the i-th passage as given to Build. It must not be changed.
func (ix *Index) Passage(i int) *passage.Passage { return &ix.passages[i] }

// nearlyAll is which share of the passages makes the language of an index: some are lists of names, which may be in any.
const nearlyAll = 0.9

// Language is "de" or "en" where nearly all passages that show a language are in it, else "".
func (ix *Index) Language() string {
	var in [256]int
	all := 0
	for _, l := range ix.language {
		in[l]++
		if ix.langs[l] != "" {
			all++
		}
	}
	for l, lang := range ix.langs {
		if tableLanguage(lang) >= 0 && float64(in[l]) > nearlyAll*float64(all) {
			return lang
		}
	}
	return ""
}

// memoryBytes is about how much memory the index holds, its passages included.
func (ix *Index) memoryBytes() int64 {
	n := int64(cap(ix.language)) + 2*int64(cap(ix.facts)) + 4*int64(cap(ix.document))
	n += 4 * int64(cap(ix.vocabulary.slots)+cap(ix.vocabulary.hashes))
	n += 4 * int64(cap(ix.terms.at)+cap(ix.terms.entries)+cap(ix.rareness)+cap(ix.grams.at)+cap(ix.grams.entries))
	n += 4 * int64(cap(ix.sequenceAt)+cap(ix.sequence))
	n += int64(cap(ix.vectors)) + 4*int64(cap(ix.scales)+cap(ix.lean)+cap(ix.apart))
	n += 4*int64(cap(ix.rowScales)) + int64(cap(ix.rowVectors))
	n += 12 * int64(cap(ix.meanings))
	for _, rows := range ix.rowOf {
		n += 4 * int64(cap(rows))
	}
	n += ix.remote.bytes()
	for _, list := range ix.sections {
		n += 64 + 4*int64(cap(list))
	}
	for i := range ix.passages {
		p := &ix.passages[i]
		n += 224 + int64(len(p.Text)+len(p.Analysed)+len(p.Embedded)+len(p.ID))
		for _, h := range p.Headings {
			n += 16 + int64(len(h))
		}
	}
	return n
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
