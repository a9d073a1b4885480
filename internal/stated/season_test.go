package stated

import (
	"testing"

	"github.com/webchatagent/wca/internal/date"
	"github.com/webchatagent/wca/internal/word"
)

func TestPartsOfAYearHaveADayOrNot(t *testing.T) {
	for text, want := range map[string][2]bool{ // holds on the last of November, is told
		"1. April bis 31. Mai":                             {false, true},
		"2 November to 13 March":                           {true, true},
		"16 September to 1 November":                       {false, true},
		"Von November bis März geschlossen":                {true, true},
		"im August haben wir länger offen":                 {false, true},
		"15.10.–15.12.":                                    {true, true},
		"Am 24. und 25. Dezember geschlossen":              {false, false},
		"Montag bis Freitag 8 bis 18 Uhr":                  {false, false},
		"1. Juni bis 15. Juli, 20. November bis 6. Januar": {true, true},
	} {
		holds, told := InSeason(text, word.Tokens(text, ""), date.Date{Day: 30, Month: 11})
		if holds != want[0] || told != want[1] {
			t.Errorf("%q: %v, %v, want %v", text, holds, told, want)
		}
	}
}
