package verify

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/webchatagent/wca/internal/date"
	"github.com/webchatagent/wca/internal/verify/fact"
	"github.com/webchatagent/wca/internal/verify/pattern"
)

// roughly is a number that is told roughly, with what it counts.
var roughly = pattern.New([]string{"rund", "etwa", "circa", "ca.", "ungefähr", "zirka", "knapp", "fast", "about", "around", "roughly", "approx", "nearly", "almost", "some"},
	regexp.MustCompile(`(?i)\b(?:(rund|etwa|circa|ca\.|zirka|ungefähr|about|around|roughly|approximately|approx\.|some)|(knapp|fast|nearly|almost))\s+([€£$]?)(\d+(?:[.,]\d+)*)(\s?(?:[€£$%]|\pL+))?`))

// mostOff is by how much a number may differ from the one that it stands roughly for, in parts of it.
const mostOff = 0.06

// mostPoints is by how many points of a hundred a share may differ.
const mostPoints = 2

// bounds stand before a number that is exact however it is told: "ab etwa 20 Jahren"; alsoBounds anywhere before it.
var (
	bounds     = regexp.MustCompile(`(?i)\b(?:ab|bis(?: zu)?|unter|über|als|mindestens|höchstens|maximal|max\.?|min\.?|under|over|below|above|from|than|up to|at least|at most)\s*$`)
	alsoBounds = regexp.MustCompile(`(?i)\b(?:mindest|höchst|minimum|maximum)`)
)

// rounds reports whether what stands around a number lets it be rounded: it is no bound, no day of a month and no year.
func rounds(before, number, after string, x fact.Fact) bool {
	if bounds.MatchString(before) || alsoBounds.MatchString(before) {
		return false
	}
	if x.Unit != "" && x.Unit != fact.Things.Kind {
		return true
	}
	month := strings.TrimLeft(strings.TrimPrefix(after, "."), " ")
	if end := strings.IndexFunc(month, func(r rune) bool { return !unicode.IsLetter(r) }); end >= 0 {
		month = month[:end]
	}
	year, err := strconv.Atoi(number)
	return date.Month(strings.ToLower(month)) == 0 && (err != nil || year < 1000 || year > 2199)
}

// exact is a text with the numbers of the sources in the place of those that it tells roughly: "rund 48 Plätze" for
// "rund 50 Plätze" of 48. What it names otherwise is judged by them.
func (c *Checker) exact(text string) string {
	if !pattern.HasAny(strings.ToLower(text), roughly.Hints) {
		return text
	}
	text = inMinutes(text)
	if !roughly.In(text) {
		return text
	}
	found := roughly.FindAllStringSubmatchIndex(text, -1)
	for _, at := range slices.Backward(found) {
		told := fact.Of(text[at[6]:at[1]]).All()
		if len(told) != 1 || told[0].Kind != fact.Number || fact.IsMoney(told[0]) || c.stated(told[0]) || !rounds(text[:at[0]], text[at[8]:at[9]], text[at[9]:], told[0]) {
			continue
		}
		if own := c.nearNumber(told[0], at[4] >= 0); own != "" {
			text = text[:at[8]] + own + text[at[9]:]
		}
	}
	return text
}

// roughSpan is a length of time in words that is told roughly: "rund eine Stunde".
var roughSpan = regexp.MustCompile(`(?i)\b(rund|etwa|circa|ca\.|zirka|ungefähr|knapp|fast|gut|about|around|roughly|approximately|approx\.|nearly|almost|some)\s+(?:(eine stunde|one hour|an hour)|((?:eine )?halbe stunde|half an hour)|((?:anderthalb|eineinhalb) stunden|an hour and a half|one and a half hours)|(zwei stunden|two hours)|((?:eine )?viertelstunde|a quarter of an hour)|((?:eine )?dreiviertelstunde|three quarters of an hour)|(drei stunden|three hours))\b( and a)?`)

// inMinutes is a text with the lengths of time that it tells roughly and in words in minutes.
func inMinutes(text string) string {
	for _, at := range slices.Backward(roughSpan.FindAllStringSubmatchIndex(text, -1)) {
		for i, minutes := range []string{"60", "30", "90", "120", "15", "45", "180"} {
			if g := 2 * (i + 2); at[g] >= 0 && at[18] < 0 {
				text = text[:at[g]] + minutes + " min" + text[at[g+1]:]
			}
		}
	}
	return text
}

// nearNumber is the number of the hits that a rounded one is nearest to, "" if none is near. below says that it is a
// little less.
func (c *Checker) nearNumber(x fact.Fact, below bool) (nearest string) {
	value, most := valueOf(x), mostOff
	if value != math.Trunc(value) || int(value)%5 != 0 {
		return "" // it is not rounded
	}
	for i := range c.hits {
		for _, own := range c.source(i).All() {
			if own.Kind != fact.Number || own.Unit != x.Unit {
				continue
			}
			theirs := valueOf(own)
			off := math.Abs(value-theirs) / theirs
			if below && theirs > value || math.IsNaN(off) || off >= most || x.Unit == fact.MeasureOf("%").Kind && math.Abs(value-theirs) > mostPoints {
				continue
			}
			nearest, most = own.Value, off
			if x.Amount != "" && x.Amount != x.Value { // "rund eine Stunde" of 58 minutes
				in, err := strconv.ParseFloat(x.Value, 64)
				if err != nil {
					return ""
				}
				nearest = strconv.FormatFloat(theirs*in/value, 'g', 6, 64)
			}
		}
	}
	if c.language == "de" {
		nearest = strings.ReplaceAll(nearest, ".", ",")
	}
	return nearest
}
