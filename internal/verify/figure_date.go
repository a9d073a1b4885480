package verify

import "github.com/webchatagent/wca/internal/date"

// otherDate reports whether a sentence names a day of a month that the sources have in other months only:
// "22. September" of "10. bis 22. August".
func (c *Checker) otherDate(cl *claim) bool {
	stated := date.In(cl.text)
	if len(stated) == 0 {
		return false
	}
	if c.dates == nil {
		c.dates = map[date.Date]bool{}
		for _, text := range append(c.backers(), c.said.Visitor...) {
			for _, d := range date.In(text) {
				c.dates[d.Date] = true
			}
		}
	}
	for _, d := range stated {
		if c.dates[d.Date] {
			continue
		}
		for own := range c.dates {
			if own.Day == d.Day {
				return true
			}
		}
	}
	return false
}
