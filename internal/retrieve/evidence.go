package retrieve

import "math"

// enough is the Evidence from which on an answer is given. It is set where one
// in ten questions without any answer in the sources would still be answered.
const enough = 0.5

// evidence estimates how likely it is that the best candidates answer the
// question, from how well they cover it.
func (ix *Index) evidence(qu *question, best []candidate) float64 {
	if len(best) == 0 || len(qu.concepts) == 0 {
		return 0
	}
	c := best[0]
	x := 14*(float64(ix.rank.Stem*c.signals[signalStem]+ix.rank.Gram*c.signals[signalGram]+ix.rank.Vector*c.signals[signalCosine])-0.2) + 4*(float64(c.signals[signalWords])-0.5) - 1.1
	// Who asks about an everyday topic in quite other words than the page ("Wann habt ihr auf?")
	// covers little of it.
	x += 25 * math.Max(0, float64(c.signals[signalTopic])-0.15)
	if qu.remote {
		x += 6 * (float64(c.signals[signalOutside]) - 0.3)
	}
	return 1 / (1 + math.Exp(-x))
}
