package verify

import (
	"slices"
	"strconv"
	"strings"
)

// fact is something in a text that is either right or wrong: a number, a time, a day, a link.
type fact struct {
	kind  factKind
	value string // in one notation: "1299", "49.9", "16:00", "example.org/a"
	// unit is what a number measures, "" if the text does not say, and amount how much of it in the
	// unit's base: 30 minutes of half an hour.
	unit, amount string
}

type factKind uint8

const (
	numberFact factKind = iota
	timeFact
	spokenFact // a time on a clock of twelve hours
	dayFact    // of the week, Monday is 0
	monthFact
	linkFact

	// Keys, which no text has as facts of its own.
	bareFact   // a number without its measure
	amountFact // an amount without its notation
	oneFact    // a length of time that is named without a number: "monatlich"

	nameFact // a name of two words or more, which only otherClause reads
)

// facts are those of a text.
type facts struct {
	all []fact
	// few and, where there are more, many have all of them and, under keys that no fact of a text has,
	// numbers without their measure and amounts without their notation.
	few  []fact
	many map[fact]bool
}

// manyFacts is from how many on they are looked up faster than looked through.
const manyFacts = 12

func (f *facts) add(x fact) {
	if f.holds(x) {
		return
	}
	f.key(x)
	f.all = append(f.all, x)
	if x.unit != "" {
		f.key(fact{kind: bareFact, value: x.value})
		f.key(fact{kind: amountFact, unit: x.unit, amount: x.amount})
	}
}

// same notes an amount that a text has without stating it in numbers.
func (f *facts) same(x fact) {
	f.key(x)
	f.key(fact{kind: bareFact, value: x.value})
	f.key(fact{kind: amountFact, unit: x.unit, amount: x.amount})
}

func (f *facts) key(x fact) {
	switch {
	case f.many != nil:
		f.many[x] = true
	case f.holds(x):
	case len(f.few) < manyFacts:
		f.few = append(f.few, x)
	default:
		f.many = make(map[fact]bool, 4*manyFacts)
		for _, own := range f.few {
			f.many[own] = true
		}
		f.many[x] = true
	}
}

// holds reports whether there is a fact or key that is written alike.
func (f *facts) holds(x fact) bool {
	if f.many != nil {
		return f.many[x]
	}
	return slices.Contains(f.few, x)
}

// has says whether a source's facts back one of an answer, which may be written another way.
func (f *facts) has(x fact) bool {
	if f.holds(x) {
		return true
	}
	switch x.kind {
	case timeFact: // "von 9 bis 18:30 Uhr": the first is a mere number there
		hours, minutes, _ := strings.Cut(x.value, ":")
		h, _ := strconv.Atoi(hours)
		if minutes == "00" && f.holds(fact{kind: numberFact, value: hours}) {
			return true
		}
		if h > 12 { // "4 to 6 pm"
			h -= 12
			twelve := strconv.Itoa(h)
			return f.holds(fact{kind: timeFact, value: twelve + ":" + minutes}) || f.holds(fact{kind: spokenFact, value: twelve + ":" + minutes}) || minutes == "00" && f.holds(fact{kind: numberFact, value: twelve})
		}
		return f.holds(fact{kind: spokenFact, value: x.value})
	case spokenFact:
		hours, minutes, _ := strings.Cut(x.value, ":")
		h, _ := strconv.Atoi(hours)
		return f.has(fact{kind: timeFact, value: x.value}) || f.has(fact{kind: timeFact, value: strconv.Itoa((h+12)%24) + ":" + minutes})
	case numberFact:
		if x.unit != "" {
			return f.holds(fact{kind: amountFact, unit: x.unit, amount: x.amount}) || f.holds(x.inDays()) || f.holds(fact{kind: numberFact, value: x.value}) ||
				x.value == "1" && f.holds(fact{kind: oneFact, unit: x.unit, amount: x.amount})
		}
		if f.holds(fact{kind: bareFact, value: x.value}) || f.holds(fact{kind: timeFact, value: x.value + ":00"}) {
			return true
		}
		h, err := strconv.Atoi(x.value) // "5 in the afternoon"
		return err == nil && h < 12 && f.holds(fact{kind: timeFact, value: strconv.Itoa(h+12) + ":00"})
	case linkFact: // a page of a site that the source names, or the other way round
		for _, own := range f.all {
			if own.kind == linkFact && (strings.HasPrefix(own.value, x.value+"/") || own.value == strings.TrimSuffix(x.value, "/") || strings.HasPrefix(x.value, phoneMark) && dialsAlike(own.value, x.value)) {
				return true
			}
		}
	}
	return false
}

// inDays is the key of a number of months as one of days, thirty each: "drei Monate" of "90 Tage".
func (x fact) inDays() fact {
	n, err := strconv.ParseFloat(x.amount, 64)
	if x.unit != "months" || err != nil {
		return fact{kind: amountFact, unit: x.unit, amount: x.amount}
	}
	return fact{kind: amountFact, unit: "time", amount: measures["days"].of(strconv.FormatFloat(30*n, 'g', -1, 64)).amount}
}

// some reports whether there is another fact of the kind, and of the measure if x has one.
func (f *facts) some(x fact) bool {
	for _, own := range f.all {
		if own.kind == x.kind && (x.unit == "" || own.unit == x.unit || own.unit == "") && own != x {
			return true
		}
	}
	return false
}

// any reports whether there is such a fact, anyKind whether there is one of a kind.
func (f *facts) any(such func(fact) bool) bool { return slices.ContainsFunc(f.all, such) }

func (f *facts) anyKind(kind factKind) bool {
	return f.any(func(x fact) bool { return x.kind == kind })
}

// sameAmount reports whether one of the amounts or times stands in both.
func (f *facts) sameAmount(other *facts) bool {
	return f.any(func(x fact) bool { return isMeasured(x) && other.has(x) })
}

// isMeasured says whether a fact is an amount with its measure, or a time.
func isMeasured(x fact) bool {
	return x.kind == numberFact && x.unit != "" && x.unit != things.kind || x.kind == timeFact
}

// isFigure says whether a fact is an amount, a time, or a number of few digits of what is counted: none of a postcode.
func isFigure(x fact) bool {
	return isMeasured(x) || x.kind == spokenFact || x.kind == numberFact && (len(x.value) < 3 || x.unit == things.kind && len(x.value) < 4)
}

// isDay and isTime say whether a fact is a day of the week, or a time.
func isDay(x fact) bool { return x.kind == dayFact }

func isTime(x fact) bool { return x.kind == timeFact || x.kind == spokenFact }

// placed says whether a fact belongs to what it stands beside.
func placed(x fact) bool { return x.kind != linkFact && (x.kind != numberFact || x.unit != "") }

// money and lasting are the measures of prices and of lengths of time.
var (
	money   = []string{"eur", "usd", "gbp", "chf"}
	lasting = []string{"time", "months", "nights"}
)

// isMoney says whether a fact is an amount of money.
func isMoney(x fact) bool { return slices.Contains(money, x.unit) }
