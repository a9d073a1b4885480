package retrieve

import (
	"slices"
	"time"

	"github.com/webchatagent/wca/internal/date"
	"github.com/webchatagent/wca/internal/retrieve/analysis"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
)

// Query is a question to an index.
type Query struct {
	// Text is the question as asked.
	Text string
	// Language is what the caller knows about the question's language; "" is
	// fine. The words of the question count more.
	Language string
	// K is how many hits are wanted; 0 means 10.
	K int
	// Context holds earlier questions of the conversation, oldest first. A
	// question that leans on them ("und am Samstag?") borrows their words; a
	// question that stands alone does not.
	Context []string
	// Now tells which weekdays "today" and "tomorrow" are; zero: they are no days.
	Now time.Time
	// Vector is the question's vector from the embedder the index was built
	// with, or nil: then the static table serves alone.
	Vector []float32

	hours bool      // it asks for nothing but opening hours, see Meant
	on    date.Date // when it must hold, see Meant; zero: at any time
	own   int       // how much of Text was asked; what follows is borrowed from Context. 0: all of it
}

// question is an analysed query.
type question struct {
	lang     string
	concepts []concept
	couples  int // how many of them are two others together; they stand behind these
	grams    []gram
	gramNorm float32
	stemNorm float32
	facts    stated.Facts
	days     date.Days // the weekdays it names
	months   date.Months
	on       date.Date         // the day that what is told of parts of the year must be of; zero: any
	numbers  []string          // that it names, without zeros in front
	counted  []stated.Quantity // the quantities it names
	numbered []numberedName    // the things it names with a number
	spans    uint8             // the lengths of time it names, see spanWords
	vector   []int8
	scale    float32
	topics   []topicWeight
	order    []ordered
	bare     bool // it is in a language of which nothing is known but perhaps words of the table
	remote   bool // it is compared by a remote embedder's vectors
	nouns    []named
	thing    named // what it asks the existence of; its concept is -1 for none

	part  askedPart
	way   way   // how it asks
	focus []int // concepts that say what kind of thing it asks for: "poet" in "Which German poet …"

	amount    stated.Amount // the figure it wants
	when      stated.When   // the kind of time it wants
	who       who           // how much it wants a name
	without   string        // what it wants to do without: "ohne Auto"
	until     bool          // it wants the last moment for something: "bis wann"
	feast     bool          // it names one
	feasts    stated.Feasts // which
	hours     bool          // it is one for opening hours, see Meant
	comparing bool          // it asks which of several: "Welche ist die günstigste?"
	most      bool          // it asks for the one that is the most
	manner    manner        // how it is put
	defines   []int         // the concepts that it wants explained
}

// ordered is a word of the question in its place, function words included.
type ordered struct {
	id       uint32 // term id, or unknownTerm
	weight   float32
	function bool
}

const unknownTerm = 1<<32 - 1

// topicWeight is how much a topic counts in a question.
type topicWeight struct {
	topic  uint8
	weight float32 // the weights of a question add up to at most 1
	sure   float32 // how sure it is that the question is on the topic, whatever others it is on
}

type gram struct {
	key uint32
	idf float32
}

// parse analyses a query against the index: what it names, and what kind of answer it wants.
func (ix *Index) parse(q Query) *question {
	qu := &question{lang: ix.questionLanguage(q)}
	qu.bare = ix.dim == 0 || tableLanguage(qu.lang) < 0
	an := analysis.Analyser{Lang: qu.lang, Table: ix.table}
	t := wordingOf(q, qu.lang)
	qu.readStated(t, q.Now)
	qu.on, qu.hours = q.on, q.hours
	ix.addWords(qu, &an, t.own, 1)
	ix.addWords(qu, &an, t.earlier, borrowed)
	ix.addCouples(qu, t.text, t.own, 1)
	ix.addCouples(qu, t.text, t.earlier, borrowed)
	ix.addGrams(qu, t.own, 1, t.text)
	ix.addGrams(qu, t.earlier, borrowed, t.text)
	for i := range qu.concepts {
		c := &qu.concepts[i]
		qu.stemNorm += c.idf * c.weight
	}
	ix.questionVector(qu)
	all := t.all
	if verb, at := rejoined(t.own, qu.lang); verb != "" {
		whole := word.Token{Text: verb, Kind: word.Letters, Start: t.own[at].Start, End: t.own[at].End}
		ix.addVerb(qu, &an, t.own[at], whole)
		all = append(slices.Clone(all), whole)
	}
	ix.questionTopics(qu, &an, all)
	ix.questionOrder(qu, &an, all)
	qu.readWanted(t)
	qu.defines = qu.toDefine(t.own)
	ix.addThings(qu, &an, t)
	return qu
}
