package webpage

import (
	"regexp"
	"strconv"

	"github.com/webchatagent/wca/internal/extract/document"
)

// stepNumber is the number of a step in letters of its own, above its heading: "1", "02", "3.".
var stepNumber = regexp.MustCompile(`^0?(\d{1,2})[.)]?$`)

// mostSteps is the highest number that is more likely that of a step than a count of things.
const mostSteps = 12

// numbersStep says whether a text may be the number of a step.
func numbersStep(text string) bool {
	m := stepNumber.FindStringSubmatch(text)
	if m == nil {
		return false
	}
	n, err := strconv.Atoi(m[1])
	return err == nil && n <= mostSteps
}

// saysStep is a heading that has its number itself.
var saysStep = regexp.MustCompile(`^0?(\d{1,2})[.):]`)

// numberedSteps puts the numbers of steps before the headings that they stand right above: "1. Anfragen".
func numberedSteps(segments []segment) []segment {
	numbers := stepNumbers(segments)
	if len(numbers) == 0 {
		return segments
	}
	priced := pricedCards(segments)
	for _, i := range numbers {
		if c := segments[i].card; c != nil && priced[c.at] { // places among the things of a shop
			return segments
		}
	}
	kept := segments[:0]
	for i := range segments {
		if len(numbers) == 0 || numbers[0] != i {
			kept = append(kept, segments[i])
			continue
		}
		numbers = numbers[1:]
		segments[i+1].Ends = sooner(segments[i+1].Ends, segments[i].Ends)
		step, heading := stepNumber.FindStringSubmatch(segments[i].Text)[1], &segments[i+1]
		if own := saysStep.FindStringSubmatch(heading.Text); own == nil || own[1] != step {
			heading.Text = step + ". " + heading.Text
		}
	}
	return kept
}

// stepNumbers gives which segments are numbers of steps: those that count up from 1, from heading to heading of one
// rank. A number alone is none.
func stepNumbers(segments []segment) []int {
	var numbers []int
	next, rank := 1, 0
	done := func() {
		if next == 2 {
			numbers = numbers[:len(numbers)-1]
		}
		next = 1
	}
	for i := range segments[:max(0, len(segments)-1)] {
		s, below := &segments[i], &segments[i+1]
		if below.Kind != document.KindHeading || s.Kind == document.KindHeading || s.Kind == document.KindRow || s.linkChars > 0 || len(s.Text) > 4 {
			continue
		}
		m := stepNumber.FindStringSubmatch(s.Text)
		if m == nil {
			continue
		}
		n, _ := strconv.Atoi(m[1])
		if n != next || n > 1 && below.Level != rank {
			done()
		}
		if n == next {
			numbers, rank = append(numbers, i), below.Level
			next++
		}
	}
	done()
	return numbers
}
