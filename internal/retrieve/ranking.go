package retrieve

// ranking holds the weights of the score. defaultRanking was tuned on one half
// of public question sets (see test/eval/retrieval).
type ranking struct {
	// K1 and B are BM25's saturation and length normalisation.
	K1, B float32
	// Fields weigh an occurrence by where it is: text, compound part, heading,
	// title, path.
	Fields [5]float32
	// GramHeading and GramTitle weigh character grams of headings and title.
	GramHeading, GramTitle float32
	// Stem, Gram and Vector add up to the first score, which picks candidates.
	// Topic weighs that question and passage are on the same everyday topic.
	Stem, Gram, Vector, Topic float32
	// Outside weighs the similarity by a remote embedder's vectors in it.
	Outside float32
	// Candidates is how many passages the second score looks at.
	Candidates int
	// Weights make the second score.
	Weights signals
	// Translation weighs a term that came from the dictionary.
	Translation float32
	// Part weighs the parts of a compound in the question.
	Part float32
}

// defaultRanking is what an Index uses when Options says nothing else.
func defaultRanking() ranking {
	return ranking{
		K1: 0.6, B: 0.5,
		Fields:      [5]float32{1, 0.6, 0.5, 0.3, 0.2},
		GramHeading: 0.5, GramTitle: 0.3,
		Stem: 0.4, Gram: 0.4, Vector: 0.2, Topic: 0.2, Outside: 0.6,
		Candidates: 64,
		Weights: signals{
			signalGram: 0.46, signalCosine: 0.17, signalTopic: 0.4, signalWords: 0.18, signalEven: 0.05, signalSentence: 0.2,
			signalNear: 0.12, signalPairs: 0.02, signalFunction: 0, signalFact: 0.04, signalLanguage: 0.2, signalOutside: 0.8,
		},
		Translation: 0.7, Part: 0.5,
	}
}
