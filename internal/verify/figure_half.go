package verify

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// clockHalf is a time with the half of the day that it is in.
var clockHalf = regexp.MustCompile(`(?i)\b(\d{1,2})(?:[:.](\d\d))?\s?([ap])\.?m\b`)

// halfHour is a time on a clock of twelve hours, and whether it is in the second half of the day.
type halfHour struct {
	time string
	pm   bool
}

// halves are the times of a text that say which half of the day they are in.
func halves(text string) (out []halfHour) {
	if !strings.ContainsAny(text, "mM") {
		return nil
	}
	for _, m := range clockHalf.FindAllStringSubmatch(text, -1) {
		hour, err := strconv.Atoi(m[1])
		if err != nil {
			continue
		}
		minutes := m[2]
		if minutes == "" {
			minutes = "00"
		}
		out = append(out, halfHour{strconv.Itoa(hour%12) + ":" + minutes, m[3] == "p" || m[3] == "P"})
	}
	return out
}

// otherHalf reports whether a sentence gives a time in the morning that its sources give in the afternoon or the evening,
// or the other way round: "2 am" of "2 pm".
func (c *Checker) otherHalf(cl *claim) bool {
	own := halves(cl.text)
	if len(own) == 0 {
		return false
	}
	var there []halfHour
	for _, text := range c.backers() {
		there = append(there, halves(text)...)
	}
	nearest := halves(cl.backing.Sentence)
	return slices.ContainsFunc(own, func(x halfHour) bool {
		other := halfHour{x.time, !x.pm}
		if cl.near() && slices.Contains(nearest, other) && !slices.Contains(nearest, x) {
			return true
		}
		return slices.Contains(there, other) && !slices.Contains(there, x)
	})
}
