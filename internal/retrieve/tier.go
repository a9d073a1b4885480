package retrieve

import (
	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/sentence"
	"github.com/webchatagent/wca/internal/stated"
)

// tiers looks for rows and items among the lines that divide between them what the question counts, and marks the one
// that holds for it: of "bis 60 Tage vorher", "59 bis 30 Tage" and "29 bis 8 Tage" the last for "20 Tage". It has
// as many of the question's words as any of them, the others are not meant.
func (m *sentenceMatcher) tiers(p *passage.Passage, spans []sentence.Span, lines []line) {
	if len(m.qu.counted) == 0 {
		return
	}
	var group []stated.Tier // of the lines before i
	for i := range lines {
		t, ok := stated.TierIn(p.Text[spans[i].Start:spans[i].End], p.Language)
		if ok && lines[i].item && (len(group) == 0 || group[0].Same(t.Quantity)) {
			group = append(group, t)
			continue
		}
		m.divide(group, lines[i-len(group):i])
		group = group[:0]
		if ok && lines[i].item {
			group = append(group, t)
		}
	}
	m.divide(group, lines[len(lines)-len(group):])
}

// divide marks the one of neighbouring tiers, and of the lines that say them, that holds for what the question counts.
func (m *sentenceMatcher) divide(group []stated.Tier, lines []line) {
	if len(group) < 2 {
		return
	}
	best := stated.TierFor(group, m.qu.counted)
	if best < 0 {
		return
	}
	meant := &lines[best].signals
	for k := range group {
		other := &lines[k].signals
		for n := range meant {
			meant[n] = max(meant[n], other[n])
		}
		other[quoteFit] = -1
	}
	meant[quoteFit] = 1
}
