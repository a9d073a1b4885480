package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/wordlist"
)

// units stand behind numbers that count something.
var units = wordlist.Sieved(`uhr € eur euro $ usd chf % prozent stück stk kg g km m cm mm gb mb tb kwh mah wh baud views aufrufe watt w volt v
	liter l ml tage tagen jahre jahren monate stunden std sek min minuten personen mal pm am px
	dpi hz mhz ghz bar days years pieces people ps hp bhp kw ccm hm höhenmeter höhenmetern`)

// longestUnit is how long the longest of them is, in bytes.
const longestUnit = len("höhenmetern")

// lastHour is the greatest number of an hour before "am" or "pm".
const lastHour = 12

func (s *scan) unitAfter(end int) bool {
	rest := char.Cut(s.text, end, 12)
	at := end + len(rest)
	rest = strings.TrimLeft(rest, " ")
	at -= len(rest)
	stop := 0
	for stop < len(rest) && rest[stop] != ' ' && rest[stop] != '.' && rest[stop] != ',' && rest[stop] != '\n' && rest[stop] != ')' {
		stop++
	}
	if stop == 0 || stop > longestUnit {
		return false
	}
	unit := s.smallAt(at, at+stop)
	if unit == "am" || unit == "pm" { // of an hour; else a German preposition: "0176 4482 9317 am besten"
		from := end
		for from > 0 && end-from < 3 && char.Digit(s.text[from-1]) {
			from--
		}
		return end-from == 1 || end-from == 2 && char.Two([]byte(s.text[from:end])) <= lastHour
	}
	return units.Has(unit)
}
