package stated

import (
	"math/bits"

	"github.com/webchatagent/wca/internal/date"
	"github.com/webchatagent/wca/internal/word"
)

// InSeason says whether a text that tells of a part of the year, "1. April bis 31. Mai", "November to March", tells of one
// that has the day; told is false where it tells of none, or of single days only.
func InSeason(text string, tokens []word.Token, day date.Date) (holds, told bool) {
	named := date.In(text)
	for i := 1; i < len(named); i++ {
		if named[i].Until {
			told = true
			first := named[i-1].Date
			holds = holds || first.DaysTo(day) <= first.DaysTo(named[i].Date)
		}
	}
	if len(named) > 0 {
		return holds, told
	}
	months := MonthsIn(text, tokens)
	return months&date.MonthSet(day.Month) != 0, bits.OnesCount16(uint16(months)) > 0
}
