package extract

import (
	"regexp"
	"strconv"
)

// stepNumber is the number of a step in letters of its own, above its heading: "1", "02", "3.".
var stepNumber = regexp.MustCompile(`^0?(\d{1,2})[.)]?$`)

// numberedSteps puts the numbers of steps before the headings that they stand right above: "1. Anfragen". Only numbers
// that count up from 1, from heading to heading, are such.
func numberedSteps(segments []segment) []segment {
	var numbers []int // which segments are numbers above headings
	next := 1
	done := func() {
		if next == 2 { // a number alone
			numbers = numbers[:len(numbers)-1]
		}
		next = 1
	}
	for i := range segments[:max(0, len(segments)-1)] {
		s, below := &segments[i], &segments[i+1]
		if below.Kind != KindHeading || s.Kind == KindHeading || s.Kind == KindRow || s.linkChars > 0 || len(s.Text) > 4 {
			continue
		}
		m := stepNumber.FindStringSubmatch(s.Text)
		if m == nil {
			continue
		}
		n, _ := strconv.Atoi(m[1])
		if n != next {
			done()
		}
		if n == next {
			numbers = append(numbers, i)
			next++
		}
	}
	done()
	if len(numbers) == 0 {
		return segments
	}
	priced := pricedCards(segments)
	for _, i := range numbers {
		if c := segments[i].card; c != nil && priced[c.at] { // places among the things of a shop
			return segments
		}
	}
	for _, i := range numbers {
		step := stepNumber.FindStringSubmatch(segments[i].Text)[1]
		segments[i+1].Text = step + ". " + segments[i+1].Text
	}
	kept := segments[:0]
	for i := range segments {
		if len(numbers) > 0 && numbers[0] == i {
			numbers = numbers[1:]
			continue
		}
		kept = append(kept, segments[i])
	}
	return kept
}
