package retrieve

// signals are what a passage's scores are made of; each is about 0 to 1.
type signals [signalCount]float32

const (
	// signalStem, signalGram, signalCosine and signalTopic come from the first
	// look at all passages: words, character grams, vectors, everyday topics.
	signalStem = iota
	signalGram
	signalCosine
	signalTopic
	// signalWords says how well each word of the question is met by its nearest
	// word in the passage; signalEven the same with rare words counting little
	// more than common ones.
	signalWords
	signalEven
	// signalSentence is signalWords within the best sentence.
	signalSentence
	// signalNear counts words of the question that stand together in both,
	// function words left out; signalPairs counts neighbours with them.
	signalNear
	signalPairs
	// signalFunction is the share of the question's function words in the
	// passage: a question often repeats the wording of its answer.
	signalFunction
	// signalFact says that the passage states the kind of thing asked for.
	signalFact
	// signalLanguage says that it is in the language of the question.
	signalLanguage
	// signalOutside is the similarity by the vectors of a remote embedder, 0
	// where there are none.
	signalOutside
	signalCount
)

func (s *signals) weighed(weights *signals) float32 {
	var sum float32
	for i, w := range weights {
		sum += w * s[i]
	}
	return sum
}
