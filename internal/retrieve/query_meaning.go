package retrieve

import (
	"slices"

	"github.com/webchatagent/wca/internal/retrieve/analysis"
	"github.com/webchatagent/wca/internal/word"
)

// questionVector computes the vectors of the concepts and of the question.
func (ix *Index) questionVector(qu *question) {
	if ix.dim == 0 || !ix.table.Knows(qu.lang) {
		return
	}
	row, sum, all := make([]int8, ix.dim), make([]float32, ix.dim), make([]float32, ix.dim)
	known := false
	for i := range qu.concepts {
		c := &qu.concepts[i]
		if len(c.rows) == 0 {
			continue
		}
		clear(sum)
		for _, r := range c.rows {
			ix.table.Vector(r, row)
			w := ix.table.Weight(r) / float32(len(c.rows))
			for k, v := range row {
				sum[k] += w * float32(v)
			}
		}
		c.vector, c.scale = analysis.Quantise(sum)
		if c.part {
			continue
		}
		for k, v := range sum {
			all[k] += c.weight * v * c.idf
		}
		known = true
	}
	if known {
		qu.vector, qu.scale = analysis.Quantise(all)
	}
}

// questionTopics finds what a question is about. Topics that few passages of
// the index are on count more.
func (ix *Index) questionTopics(qu *question, an *analysis.Analyser, tokens []word.Token) {
	finder := analysis.NewTopicFinder(qu.lang, true)
	for _, t := range tokens {
		term, parts := an.Term(t)
		finder.Word(t, term, parts)
	}
	finder.End(0)
	if finder == nil {
		return
	}
	// A question that is mostly about something else (names, rare words) only
	// brushes the topic.
	var own, all float32
	var stands []int // concepts
	for i := range qu.concepts {
		c := &qu.concepts[i]
		if c.part {
			continue
		}
		all += c.idf * c.lacked
		if slices.Contains(finder.Used, c.term) || c.whole != 0 && slices.Contains(finder.Used, c.whole) {
			own += c.idf * c.lacked
			stands = append(stands, i)
		}
	}
	share := float32(1)
	if all > 0 {
		share = own / all
	}
	speaks := false
	var sum, most float32
	for _, t := range finder.Found() {
		df := 0
		for _, e := range ix.topics.list(uint32(t.Topic)) {
			if e&255 >= 128 {
				df++
			}
		}
		strength := float32(t.Strength) / 255
		w := strength * strength * strength * ix.idf(df)
		qu.topics = append(qu.topics, topicWeight{t.Topic, w, strength})
		speaks = speaks || df > 0
		sum += w
		most = max(most, strength)
	}
	for i := range qu.topics {
		qu.topics[i].weight *= most * share / sum
		qu.topics[i].sure *= share
	}
	for _, i := range stands {
		qu.concepts[i].spoken = speaks
	}
}
