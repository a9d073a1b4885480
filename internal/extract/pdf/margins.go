package pdf

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/webchatagent/wca/internal/extract/contact"
)

var pageNumber = regexp.MustCompile(`(?i)^\W*(?:seite|page|blatt|s\.|p\.)?\W*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:/|von|of)\s*\d{1,4})?\W*$`)

// dropMargins removes page numbers and what repeats at the top or bottom of many
// pages. What tells how to reach somebody stays once, and rows of a table that begins or ends there stay.
func dropMargins(pages [][]line, heights []float64) {
	if len(pages) < 2 {
		return
	}
	m := margins{pages: len(pages), alike: map[string]int{}, same: map[string]int{}, told: map[string]bool{}}
	for i, lines := range pages {
		m.count(lines, heights[i])
	}
	for i, lines := range pages {
		pages[i] = m.without(lines, heights[i])
	}
}

// margins is what stands at the top and bottom of how many pages.
type margins struct {
	pages       int
	alike, same map[string]int // pages with a text but for its figures, and with the very text
	told        map[string]bool
}

func (m margins) count(lines []line, height float64) {
	seen := map[string]bool{}
	for _, l := range lines {
		if !inMargin(l, height) {
			continue
		}
		if key := marginKey(l.text); !seen["#"+key] {
			seen["#"+key] = true
			m.alike[key]++
		}
		if !seen[l.text] {
			seen[l.text] = true
			m.same[l.text]++
		}
	}
}

// often says whether so many pages have something that it is no part of what they tell.
func (m margins) often(n int) bool { return n >= 3 && n*5 >= m.pages*2 || m.pages == 2 && n == 2 }

// without is what a page says without its margins, in the order that it has.
func (m margins) without(lines []line, height float64) []line {
	drop := map[line]bool{}
	rows := byHeight(lines)
	highest, lowest := extremes(lines)
	for i, row := range rows {
		if !slices.ContainsFunc(row, func(l line) bool { return inMargin(l, height) || l.bottom <= lowest || l.top >= highest }) || m.inTable(rows, i) {
			continue
		}
		whole := !slices.ContainsFunc(row, func(l line) bool { return !pageNumber.MatchString(l.text) && !m.often(m.alike[marginKey(l.text)]) })
		for _, l := range row {
			key, repeated := marginKey(l.text), m.often(m.alike[marginKey(l.text)]) && inMargin(l, height)
			switch {
			case pageNumber.MatchString(l.text):
				drop[l] = (inMargin(l, height) || len(lines) > 3) && (whole || len(row) < 3)
			case repeated && (whole || inWords(key)) && (m.told[key] || !contact.HasData(l.text)):
				drop[l] = true
			case repeated:
				m.told[key] = true
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(lines), func(l line) bool { return drop[l] })
}

// inTable says whether a row of lines is one of a table, the header included: two of them begin or end where some do in
// the row above or below, which tells what no other page does.
func (m margins) inTable(rows [][]line, i int) bool {
	if len(rows[i]) < 2 {
		return false
	}
	for _, k := range []int{i - 1, i + 1} {
		if k < 0 || k >= len(rows) || !m.tells(rows[k]) {
			continue
		}
		upper, lower := rows[min(i, k)][0], rows[max(i, k)][0]
		if upper.bottom-lower.top > 2.2*upper.size {
			continue
		}
		aligned := 0
		for _, l := range rows[i] {
			if slices.ContainsFunc(rows[k], func(o line) bool {
				near := 0.8 * l.size
				return math.Abs(l.left-o.left) < near || math.Abs(l.right-o.right) < near
			}) {
				aligned++
			}
		}
		if aligned >= 2 {
			return true
		}
	}
	return false
}

// tells says whether something of a row stands on this page only.
func (m margins) tells(row []line) bool {
	return slices.ContainsFunc(row, func(l line) bool { return !pageNumber.MatchString(l.text) && !m.often(m.same[l.text]) })
}

// inWords says whether a text has more letters than figures.
func inWords(key string) bool {
	letters := strings.IndexFunc(key, unicode.IsLetter)
	return letters >= 0 && strings.Count(key, "#")*2 < len([]rune(key))
}

func inMargin(l line, height float64) bool {
	return height > 0 && (l.bottom > height*0.88 || l.top < height*0.12)
}

// extremes are where the text of a page begins and ends.
func extremes(lines []line) (highest, lowest float64) {
	highest, lowest = math.Inf(-1), math.Inf(1)
	for _, l := range lines {
		highest, lowest = max(highest, l.top), min(lowest, l.bottom)
	}
	return highest, lowest
}

// marginKey is the same for "Seite 3" and "Seite 4".
func marginKey(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return '#'
		}
		return r
	}, s)
}
