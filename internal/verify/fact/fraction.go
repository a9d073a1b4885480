package fact

import (
	"regexp"
	"slices"
	"strings"
)

// fractionHints are what fractionTold has in it, in small letters.
var fractionHints = []string{"drittel", "viertel", "fünftel", "zehntel", "third", "quarter", "fifth", "tenth"}

// halfHints are what halfTold and halfWord have in them.
var halfHints = []string{"hälfte", "halb", "half", "halv"}

// fractionTold is a part of a whole in words.
var fractionTold = regexp.MustCompile(`(?i)\b(?:(ein(?:em|es|s)?|one|a)|(zwei|two)|(drei|three))[\s-]+(?:(drittel|thirds?)|(viertel|quarters?)|(fünftel|fifths?)|(zehntel|tenths?))\b`)

// notShare begins what follows a fraction that is none of a whole: a time, a length of time, or a place in a row ("a
// third person"). sharePart begins what follows one that is.
var (
	notShare  = regexp.MustCompile(`(?i)^\s*(?:nach|vor|past|to\b|acht|stunde|jahr|(?:of )?an hour|liter|pfund|kilo|mile|\d)`)
	sharePart = regexp.MustCompile(`(?i)^\s*(?:$|[.,;:!?)–-]|of|off|less|more|cheaper|lower|higher|discount|back|is|are|will|and|or)`)
)

// hourAnd ends what stands before a fraction of an hour: "an hour and a quarter".
var hourAnd = regexp.MustCompile(`(?i)\bhours? and $`)

// halfTold is half of a whole.
var halfTold = regexp.MustCompile(`(?i)\b(?:(?:die|zur) hälfte|half (?:off|the (?:price|fee|costs?|amount)|of (?:the|it)))\b`)

// halfWord is what a source may tell half of a whole by, and ofTime begins what follows it where it is a time, a length
// of time, or a measure: "halb neun", "half an hour", "halbes Kilo".
var (
	halfWord = regexp.MustCompile(`(?i)hälfte|halbier|\b(?:halb(?:e[mnrs]?)?|half|halved?|halves)\b`)
	ofTime   = regexp.MustCompile(`(?i)^[\s-]*(?:\d|past|an? (?:hour|day|mile|pound|dozen)|hour|day|board|year|month|term|dozen|litre|mile|pound|stunde|tag|jahr|monat|dutzend|liter|pfund|kilo|meter|pension|(?:eins?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)\b)`)
)

// halved reports whether a text of a source may tell half of a whole.
func halved(text string) bool {
	for _, at := range halfWord.FindAllStringIndex(text, -1) {
		if !ofTime.MatchString(text[at[1]:]) {
			return true
		}
	}
	return false
}

// shares are what a part of a whole is in per cent.
func shares(text string) (out []Fact) {
	for _, at := range fractionTold.FindAllStringSubmatchIndex(text, -1) {
		rest := text[at[1]:]
		if notShare.MatchString(rest) || hourAnd.MatchString(text[:at[0]]) {
			continue
		}
		if at[2] >= 0 && at[3]-at[2] == 1 && !sharePart.MatchString(rest) {
			continue
		}
		parts := [][]string{{"33", "25", "20", "10"}, {"67", "50", "40", "20"}, {"100", "75", "60", "30"}}
		for n := range 3 {
			for of := range 4 {
				if at[2*(n+1)] >= 0 && at[2*(of+4)] >= 0 {
					out = append(out, measures["%"].Of(parts[n][of]))
				}
			}
		}
	}
	return out
}

// sharesIn adds the parts of a whole that a text tells in words as what they are in per cent; a source may tell half in
// more ways.
func (f *Facts) sharesIn(text string, source bool) {
	small := strings.ToLower(text)
	half := slices.ContainsFunc(halfHints, func(w string) bool { return strings.Contains(small, w) })
	switch {
	case half && source && halved(text):
		f.same(measures["%"].Of("50"))
	case half && !source && halfTold.MatchString(text):
		f.Add(measures["%"].Of("50"))
	}
	if !slices.ContainsFunc(fractionHints, func(w string) bool { return strings.Contains(small, w) }) {
		return
	}
	for _, x := range shares(text) {
		if source {
			f.same(x)
		} else {
			f.Add(x)
		}
	}
}
