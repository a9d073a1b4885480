package retrieve

import "slices"

// traits are the numbers by which the forest of reorder.go tells candidates apart: the signals as they
// are, how a candidate stands among the others, what a close reading of the passage finds, and what kind
// of question it is.
type traits [traitCount]float32

const (
	// traitScore is the weighed signals, traitScoreBehind and the next ones how far a candidate is behind
	// the best in these, traitPlace its place by the score.
	traitScore = int(signalCount) + iota
	traitScoreBehind
	traitGramBehind
	traitWordsBehind
	traitSentenceBehind
	traitCosineBehind
	traitPlace

	// traitExact is signalWords of words met by themselves; traitLack the weight of the weightiest word
	// that is not met, traitRarest and traitSecond how well the two weightiest words are met, traitNames
	// how well the names are.
	traitExact
	traitLack
	traitRarest
	traitSecond
	traitNames
	// traitPair is how much two sentences that follow each other say of the question, traitRun the weight
	// of the most words a sentence has in the question's order without another between.
	traitPair
	traitRun
	// traitLength is the logarithm of the number of words, traitSentences the number of sentences;
	// traitCapitals, traitNumbers and traitFocus count and compare as those of the best sentence do.
	traitLength
	traitSentences
	traitCapitals
	traitNumbers
	traitFocus

	// What follows is of the sentence that says most of the question. traitBestEven, traitBestExact and
	// traitBestNames are as above; traitBestLength is the logarithm of its words, traitBestPlace its place,
	// traitBestStart the weight of the question's words it begins with, traitBestCompact how close
	// together it has them.
	traitBestEven
	traitBestExact
	traitBestNames
	traitBestLength
	traitBestPlace
	traitBestStart
	traitBestCompact
	// traitBestCapitals counts words capitalised inside the sentence that the question does not have,
	// traitBestNameRuns runs of such words, traitBestYears years; traitWanted counts what "who", "where",
	// "when" and "how many" ask for.
	traitBestCapitals
	traitBestNameRuns
	traitBestYears
	traitWanted
	// traitBestFocus is how near some other word is to what kind of thing is asked for, traitFocusMet
	// whether the kind itself is named.
	traitBestFocus
	traitFocusMet

	// traitCompany is the likeness, by vectors, with the candidates ahead, traitNearest with the nearest;
	// traitShared and traitSharedMost weigh the words it shares with them and the question does not have.
	traitCompany
	traitNearest
	traitShared
	traitSharedMost

	// Of the question: its number of words, whether it is German, whether the passage is in another
	// language, and whether the kind of fact asked for is stated (1), is not (-1), or none is asked for.
	traitConcepts
	traitGerman
	traitForeign
	traitFacts
	traitCount
)

// describe puts the candidates in another language behind those that are not, says how many the latter are, and fills
// rows with the traits that all have among those on their side. The candidates must be in order.
func (ix *Index) describe(qu *question, candidates []candidate, s *scratch, rows []traits) (own int) {
	slices.SortStableFunc(candidates, func(a, b candidate) int { return ix.foreign(qu, a.doc) - ix.foreign(qu, b.doc) })
	for own < len(candidates) && ix.foreign(qu, candidates[own].doc) == 0 {
		own++
	}
	ix.describeSide(qu, candidates[:own], s, rows[:own])
	ix.describeSide(qu, candidates[own:], s, rows[own:])
	return own
}

// foreign is 1 for a passage in another language than the question's. Numbers and names are in none.
func (ix *Index) foreign(qu *question, doc int32) int {
	if lang := ix.langs[ix.language[doc]]; lang != "" && lang != qu.lang {
		return 1
	}
	return 0
}

func (ix *Index) describeSide(qu *question, candidates []candidate, s *scratch, rows []traits) {
	if len(candidates) == 0 {
		return
	}
	m := newMatcher(ix, qu, s)
	defer m.leave(s)
	behind := [...]struct{ signal, trait int }{
		{signalGram, traitGramBehind}, {signalWords, traitWordsBehind}, {signalSentence, traitSentenceBehind}, {signalCosine, traitCosineBehind},
	}
	var most signals
	for i := range candidates {
		for _, b := range behind {
			most[b.signal] = max(most[b.signal], candidates[i].signals[b.signal])
		}
	}
	for i := range candidates {
		c, t := &candidates[i], &rows[i]
		*t = traits{}
		copy(t[:], c.signals[:])
		t[traitScore], t[traitScoreBehind], t[traitPlace] = c.score, candidates[0].score-c.score, float32(i)
		for _, b := range behind {
			t[b.trait] = most[b.signal] - c.signals[b.signal]
		}
		t[traitConcepts] = float32(len(qu.concepts) - qu.couples)
		switch {
		case ix.facts[c.doc]&qu.facts != 0:
			t[traitFacts] = 1
		case qu.facts != 0:
			t[traitFacts] = -1
		}
		if qu.lang == "de" && !qu.bare {
			t[traitGerman] = 1
		}
		t[traitForeign] = float32(ix.foreign(qu, c.doc))
		m.readClosely(int(c.doc), s, t)
	}
	ix.company(candidates, s, rows)
}
