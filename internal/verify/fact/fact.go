// Package fact reads what a text states that is either right or wrong (numbers, times, days, months, links), writes it in one
// notation and tells whether what one text states backs what another does.
//
// What a claim states is read with Claimed, what a source does with Of or, piece by piece, into a Facts; those of the source
// are then asked with Has whether they have one of the claim: "16 Uhr" of "4 pm", "90 Tage" of "drei Monate". Sources are
// read generously and claims narrowly: a number that only might be meant backs one, but need not be backed.
//
// Which weekdays and months a text names is read by package stated, as everywhere. The rest of stated reads for another
// question and has words of its own: what kind of thing a text in any language tells, by folded words, and where a quantity
// asked about lies in what holds. What it tells is stored with passages and weighs in their order, so that its units are
// those that questions are asked in (a year is an age there and twelve months here) and a word more is a new analysis;
// the units here are those in which one amount may be written in two ways.
package fact

import (
	"slices"
	"strconv"
	"strings"
)

// Fact is something in a text that is either right or wrong: a number, a time, a day, a link.
type Fact struct {
	Kind  Kind
	Value string // in one notation: "1299", "49.9", "16:00", "example.org/a"
	// Unit is what a number measures, "" if the text does not say, and Amount how much of it in the
	// unit's base: 30 minutes of half an hour.
	Unit, Amount string
}

// Kind is of what sort a fact is.
type Kind uint8

// The kinds of facts.
const (
	Number Kind = iota // of something, or an amount where it has a unit
	Time               // on a clock of 24 hours
	Spoken             // a time on a clock of twelve hours
	Day                // of the week, Monday is 0
	Month              // January is 1
	Link               // a web or mail address or a telephone number

	// Keys, which no text has as facts of its own.
	bare       // a number without its measure
	amountOnly // an amount without its notation
	one        // a length of time that is named without a number: "monatlich"

	Name // of two words or more; no text is read for it, whoever compares facts adds it
)

// Facts are those of a text, or of several; the zero Facts has none.
type Facts struct {
	all []Fact
	// few and, where there are more, many have all of them and, under keys that no fact of a text has,
	// numbers without their measure and amounts without their notation.
	few  []Fact
	many map[Fact]bool

	byDay  bool // a time is told on a clock of 24 hours: "14 Uhr", "16:00"
	byHalf bool // a time is told on a clock of twelve hours: "4 pm", "8 Uhr abends"
}

// manyFacts is from how many on they are looked up faster than looked through.
const manyFacts = 12

// Add adds a fact unless there is one that is written alike.
func (f *Facts) Add(x Fact) {
	if f.Holds(x) {
		return
	}
	f.key(x)
	f.all = append(f.all, x)
	if x.Unit != "" {
		f.key(Fact{Kind: bare, Value: x.Value})
		f.key(Fact{Kind: amountOnly, Unit: x.Unit, Amount: x.Amount})
	}
}

// All are the facts, each once, in the order in which they were read. The slice is not the caller's to change.
func (f *Facts) All() []Fact { return f.all }

// same notes an amount that a text has without stating it in numbers.
func (f *Facts) same(x Fact) {
	f.key(x)
	f.key(Fact{Kind: bare, Value: x.Value})
	f.key(Fact{Kind: amountOnly, Unit: x.Unit, Amount: x.Amount})
}

// key notes what is looked up and is no fact of the text.
func (f *Facts) key(x Fact) {
	switch {
	case f.many != nil:
		f.many[x] = true
	case f.Holds(x):
	case len(f.few) < manyFacts:
		f.few = append(f.few, x)
	default:
		f.many = make(map[Fact]bool, 4*manyFacts)
		for _, own := range f.few {
			f.many[own] = true
		}
		f.many[x] = true
	}
}

// Holds reports whether there is a fact that is written alike, or that the text says without numbers.
func (f *Facts) Holds(x Fact) bool {
	if f.many != nil {
		return f.many[x]
	}
	return slices.Contains(f.few, x)
}

// HoldsNumber reports whether there is a number that is written alike, whatever it measures.
func (f *Facts) HoldsNumber(value string) bool {
	return f.Holds(Fact{Kind: Number, Value: value}) || f.Holds(Fact{Kind: bare, Value: value})
}

// Has says whether a source's facts back one of an answer, which may be written another way.
func (f *Facts) Has(x Fact) bool {
	if f.Holds(x) {
		return true
	}
	switch x.Kind {
	case Time: // "von 9 bis 18:30 Uhr": the first is a mere number there
		hours, minutes, _ := strings.Cut(x.Value, ":")
		h, _ := strconv.Atoi(hours)
		if minutes == "00" && f.Holds(Fact{Kind: Number, Value: hours}) {
			return true
		}
		if h > 12 { // "4 to 6 pm"
			h -= 12
			twelve := strconv.Itoa(h)
			if f.byDay && !f.byHalf { // "10–20 Uhr" is not until ten at night
				return f.Holds(Fact{Kind: Spoken, Value: twelve + ":" + minutes})
			}
			return f.Holds(Fact{Kind: Time, Value: twelve + ":" + minutes}) || f.Holds(Fact{Kind: Spoken, Value: twelve + ":" + minutes}) || minutes == "00" && f.Holds(Fact{Kind: Number, Value: twelve})
		}
		return f.Holds(Fact{Kind: Spoken, Value: x.Value})
	case Spoken:
		hours, minutes, _ := strings.Cut(x.Value, ":")
		h, _ := strconv.Atoi(hours)
		return f.Has(Fact{Kind: Time, Value: x.Value}) || f.Has(Fact{Kind: Time, Value: strconv.Itoa((h+12)%24) + ":" + minutes})
	case Number:
		if x.Unit != "" {
			return f.Holds(Fact{Kind: amountOnly, Unit: x.Unit, Amount: x.Amount}) || f.Holds(x.inDays()) || f.Holds(Fact{Kind: Number, Value: x.Value}) ||
				x.Value == "1" && f.Holds(Fact{Kind: one, Unit: x.Unit, Amount: x.Amount})
		}
		if f.Holds(Fact{Kind: bare, Value: x.Value}) || f.Holds(Fact{Kind: Time, Value: x.Value + ":00"}) {
			return true
		}
		h, err := strconv.Atoi(x.Value) // "5 in the afternoon"
		return err == nil && h < 12 && f.Holds(Fact{Kind: Time, Value: strconv.Itoa(h+12) + ":00"})
	case Link: // a page of a site that the source names, or the other way round
		for _, own := range f.all {
			if own.Kind == Link && (strings.HasPrefix(own.Value, x.Value+"/") || own.Value == strings.TrimSuffix(x.Value, "/") || strings.HasPrefix(x.Value, phoneMark) && dialsAlike(own.Value, x.Value)) {
				return true
			}
		}
	}
	return false
}

// inDays is the key of a number of months as one of days, thirty each: "drei Monate" of "90 Tage".
func (x Fact) inDays() Fact {
	n, err := strconv.ParseFloat(x.Amount, 64)
	if x.Unit != "months" || err != nil {
		return Fact{Kind: amountOnly, Unit: x.Unit, Amount: x.Amount}
	}
	return Fact{Kind: amountOnly, Unit: "time", Amount: measures["days"].Of(strconv.FormatFloat(30*n, 'g', -1, 64)).Amount}
}

// Another reports whether there is another fact of the kind, and of the measure if x has one.
func (f *Facts) Another(x Fact) bool {
	for _, own := range f.all {
		if own.Kind == x.Kind && (x.Unit == "" || own.Unit == x.Unit || own.Unit == "") && own != x {
			return true
		}
	}
	return false
}

// Any reports whether there is such a fact.
func (f *Facts) Any(such func(Fact) bool) bool { return slices.ContainsFunc(f.all, such) }

// AnyKind reports whether there is a fact of a kind.
func (f *Facts) AnyKind(kind Kind) bool {
	return f.Any(func(x Fact) bool { return x.Kind == kind })
}

// SameAmount reports whether one of the amounts or times stands in both.
func (f *Facts) SameAmount(other *Facts) bool {
	return f.Any(func(x Fact) bool { return IsMeasured(x) && other.Has(x) })
}

// IsMeasured says whether a fact is an amount with its measure, or a time.
func IsMeasured(x Fact) bool {
	return x.Kind == Number && x.Unit != "" && x.Unit != Things.Kind || x.Kind == Time
}

// IsFigure says whether a fact is an amount, a time, or a number of few digits of what is counted: none of a postcode.
func IsFigure(x Fact) bool {
	return IsMeasured(x) || x.Kind == Spoken || x.Kind == Number && (len(x.Value) < 3 || x.Unit == Things.Kind && len(x.Value) < 4)
}

// IsDay says whether a fact is a day of the week.
func IsDay(x Fact) bool { return x.Kind == Day }

// IsTime says whether a fact is a time, of whichever clock.
func IsTime(x Fact) bool { return x.Kind == Time || x.Kind == Spoken }

// IsPlaced says whether a fact belongs to what it stands beside.
func IsPlaced(x Fact) bool { return x.Kind != Link && (x.Kind != Number || x.Unit != "") }

// Money and Lasting are the units of prices and of lengths of time.
var (
	Money   = []string{"eur", "usd", "gbp", "chf"}
	Lasting = []string{"time", "months", "nights"}
)

// IsMoney says whether a fact is an amount of money.
func IsMoney(x Fact) bool { return slices.Contains(Money, x.Unit) }
