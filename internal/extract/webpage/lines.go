package webpage

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestFigure is how many bytes a line may have that is no more than a figure.
const longestFigure = 40

// addressLine is the line of an address with the town: "22301 Hamburg", "Leeds LS1 4AP".
var addressLine = regexp.MustCompile(`^(?:[A-Z]{1,2}-)?\d{4,5} \p{Lu}\p{Ll}|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$`)

var (
	// streetLine is the line of an address with the street and house: "Lange Straße 12a", "4 Mill Lane".
	streetLine = regexp.MustCompile(`(?i)(?:str\.|straße|strasse|gasse|weg|allee|damm|chaussee) \d{1,3} ?[a-z]?$|` +
		`^\d{1,4}[a-z]? (?:\p{L}[\p{L}'’.-]* ){1,3}(?:street|st|road|rd|lane|avenue|ave|row|way|drive|square|terrace|mews)\.?$`)
	// clockLine is a time of day, or from which to which.
	clockLine = regexp.MustCompile(`(?i)\d\s?(?:uhr|[ap]\.?m\b)|\d[:.]\d\d\s*[–-]|^\D{0,6}\d{1,2}\s*[–-]\s*\d{1,2}$`)
)

// figureLine is a figure and what it counts: "9–18 Uhr", "2,5 kg", "ab 3 Tagen". Telephone numbers are none.
var figureLine = regexp.MustCompile(`^(?:\p{L}{1,4}\.? )?[1-9]?\d{1,3}(?:[.,:]\d{1,3})?(?:\s*[–-]\s*\d{1,4}(?:[.,:]\d{1,3})?)?\s?[\p{L}%°²³.]{0,10}$`)

// rowsInLines makes rows of one whose cells hold columns of their own, made by breaks: as many lines in each, in one of
// them nothing but prices or figures. What stands on one line holds for all, as a cell does that spans rows. Other rows
// stay one, on one line: breaks also make addresses.
func rowsInLines(cells []string) [][]string {
	lines, figures, named, hours, street := 0, false, false, false, false
	for _, c := range cells {
		if !strings.Contains(c, "\n") {
			continue
		}
		n := 1 + strings.Count(c, "\n")
		if lines > 0 && lines != n {
			return [][]string{onOneLine(cells)}
		}
		lines = n
		switch {
		case allFigures(c):
			figures, hours = true, hours || clockLine.MatchString(c)
		case runsOn(c):
			return [][]string{onOneLine(cells)}
		default:
			named, street = true, street || namesOneStreet(c)
		}
	}
	if !figures || !named || hours && street {
		return [][]string{onOneLine(cells)}
	}
	rows := make([][]string, lines)
	for _, c := range cells {
		parts := strings.Split(c, "\n")
		for i := range rows {
			rows[i] = append(rows[i], parts[min(i, len(parts)-1)])
		}
	}
	return rows
}

// runsOn says whether the lines of a text are one thing: an address, or a line that goes on with the next, "Inspektion",
// "mit Wäsche".
func runsOn(text string) bool {
	above := rune(0) // what the line above begins with
	for line := range strings.SplitSeq(text, "\n") {
		line = strings.TrimSpace(line)
		first, _ := utf8.DecodeRuneInString(line)
		if addressLine.MatchString(line) || unicode.IsUpper(above) && (first == '(' || unicode.IsLower(first)) {
			return true
		}
		above = first
	}
	return false
}

// namesOneStreet says whether one line of a text is a street and the others are not: hours beside it are of one place.
func namesOneStreet(text string) bool {
	streets := 0
	for line := range strings.SplitSeq(text, "\n") {
		if streetLine.MatchString(strings.TrimSpace(line)) {
			streets++
		}
	}
	return streets == 1
}

// allFigures says whether each line of a text is a price or another figure.
func allFigures(text string) bool {
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimSpace(line); len(line) > longestFigure || !onlyPrice(line) && !figureLine.MatchString(line) {
			return false
		}
	}
	return true
}

func onOneLine(cells []string) []string {
	out := make([]string, len(cells))
	for i, c := range cells {
		out[i] = strings.ReplaceAll(c, "\n", " ")
	}
	return out
}
