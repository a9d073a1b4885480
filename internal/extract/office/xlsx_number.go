package office

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// numberFormat is how a spreadsheet shows a number, as far as a reader of text
// needs it: ECMA-376 part 1, 18.8.30 and 18.8.31.
type numberFormat struct {
	date, clock, spanned bool
	dots                 bool   // a date as 24.12.2026
	percent              bool   // times one hundred
	decimals             int    // -1 for as many as needed
	unit                 string // a currency or what is counted
	before               bool   // the currency stands before the number
	grouped              bool   // thousands are set apart
	long                 string // how a date with a name of its month or day is written, "" for others
	german               bool   // it names days and months in German
	digits               int    // before the point at least, filled with zeros
	blank                bool   // numbers are not shown
	lead                 string // a word before the figures that bounds them
	set                  bool
}

func newNumberFormat(id int, code string) numberFormat {
	f := numberFormat{decimals: -1, set: true}
	if code == "" {
		switch {
		case id == 1 || id == 3 || id == 37 || id == 38:
			f.decimals, f.grouped = 0, id != 1
		case id == 2 || id == 4 || id == 39 || id == 40:
			f.decimals, f.grouped = 2, id != 2
		case id == 9:
			f.percent, f.decimals = true, 0
		case id == 10:
			f.percent, f.decimals = true, 2
		case id >= 14 && id <= 17, id >= 27 && id <= 31, id == 36, id >= 50 && id <= 54, id == 57, id == 58:
			f.date = true
		case id == 18, id == 19, id == 20, id == 21, id >= 32 && id <= 35, id == 55, id == 56, id == 45, id == 47:
			f.clock = true
		case id == 46:
			f.spanned = true
		case id == 22:
			f.date, f.clock = true, true
		}
		return f
	}
	return f.parse(code)
}

// parse reads the first section of a format code.
func (f numberFormat) parse(code string) numberFormat {
	whole := code
	code = firstSection(code)
	f.blank = code == "" && strings.Trim(whole, "; @") == ""
	var bare, said strings.Builder // without what is shown as it is, and what of that is behind the figures
	figures := false
	literal := func(s string) {
		if f.currency(s, !figures); figures {
			said.WriteString(s)
		} else if word := strings.ToLower(strings.TrimSpace(s)); bounds[word] {
			f.lead = word + " "
		}
	}
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case '"':
			end := strings.IndexByte(code[i+1:], '"')
			if end < 0 {
				end = len(code) - i - 1
			}
			literal(code[i+1 : i+1+end])
			i += end + 1
		case '\\', '_', '*':
			i++ // the next character is shown, or its width is
			if c == '\\' && i < len(code) {
				_, size := utf8.DecodeRuneInString(code[i:])
				literal(code[i : i+size])
				if r := rune(code[i]); size == 1 && !unicode.IsLetter(r) {
					bare.WriteByte(code[i])
				}
				i += size - 1
			}
		case '[':
			end := strings.IndexByte(code[i:], ']')
			if end < 0 {
				return f
			}
			inside := code[i+1 : i+end]
			switch strings.ToLower(inside) {
			case "h", "hh", "m", "mm", "s", "ss":
				f.spanned = true
			}
			if rest, is := strings.CutPrefix(inside, "$"); is {
				mark, locale, _ := strings.Cut(rest, "-")
				f.currency(mark, !figures)
				f.german = f.german || germanLocale(locale)
			}
			i += end
		default:
			if figures = figures || strings.IndexByte("0#?", c) >= 0; c >= utf8.RuneSelf || c == '$' {
				_, size := utf8.DecodeRuneInString(code[i:])
				f.currency(code[i:i+size], !figures)
			}
			bare.WriteByte(c)
		}
	}
	f.currency(code, !figures)
	f = f.shape(strings.ToLower(bare.String()))
	f.counts(said.String())
	return f
}

// bounds are the words before figures by which these mean less than they say.
var bounds = map[string]bool{"ab": true, "bis": true, "bis zu": true, "ca.": true, "max.": true, "min.": true, "from": true, "up to": true}

// germanLocale knows German, Austrian and Swiss ones: numbers of Windows or their names.
func germanLocale(s string) bool {
	s = strings.ToLower(s)
	return strings.HasPrefix(s, "de") || len(s) >= 3 && len(s) <= 4 && slices.Contains([]string{"407", "807", "c07"}, s[len(s)-3:])
}

// firstSection is what is before the first semicolon outside quotes.
func firstSection(code string) string {
	quoted := false
	for i := 0; i < len(code); i++ {
		switch c := code[i]; {
		case c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case c == ';' && !quoted:
			return code[:i]
		}
	}
	return code
}

// longestUnit is how many letters a unit has at most.
const longestUnit = 16

// counts takes words of a format beside its figures for what is counted: "38,5 kg", "45 min", "9,00 €/Tag".
func (f *numberFormat) counts(said string) {
	said = strings.Join(strings.Fields(said), " ")
	if f.date || f.clock || f.spanned || f.percent || utf8.RuneCountInString(said) > longestUnit || !strings.ContainsFunc(said, unicode.IsLetter) {
		return
	}
	if f.unit == "" || strings.HasPrefix(said, f.unit) && !f.before {
		f.unit, f.before = said, false
	}
}

// shape reads how the value is shown from a code in lower case that is bare of quotes, brackets and escapes.
func (f numberFormat) shape(low string) numberFormat {
	if strings.HasPrefix(low, "general") || low == "@" || low == "standard" {
		return f
	}
	f.percent = strings.Contains(low, "%")
	if whole, _, _ := strings.Cut(low, "."); strings.Contains(whole, ",") && strings.ContainsAny(whole, "0#?") {
		f.grouped = true
	}
	if strings.ContainsAny(low, "ydhs") || strings.Contains(low, "mmm") || low == "m" || low == "mm" {
		f.clock = strings.ContainsAny(low, "hs")
		f.date = strings.ContainsAny(low, "yd") || strings.Contains(low, "mmm")
		f.dots = strings.Contains(low, ".m") || strings.Contains(low, "d.")
		names := strings.Contains(low, "mmm") && strings.Contains(low, "y") && strings.Contains(low, "d") || strings.Contains(low, "ddd")
		if f.date && !f.clock && names && len(low) <= 40 {
			f.long = low
		}
		return f
	}
	if strings.ContainsAny(low, "0#?") {
		f.decimals = 0
		if _, after, found := strings.Cut(low, "."); found {
			f.decimals = len(after) - len(strings.TrimLeft(after, "0#?"))
			if strings.Contains(after, "#") {
				f.decimals = -1
			}
		}
	}
	if strings.ContainsAny(low, "/") || strings.Contains(low, "e+") {
		f.decimals = -1
	}
	if f.decimals == 0 && strings.Trim(low, "0") == "" {
		f.digits = min(len(low), 20)
	}
	return f
}

// currency takes the mark of a currency from a piece of a format, which stands before the figures or behind them.
func (f *numberFormat) currency(s string, before bool) {
	if f.unit != "" {
		return
	}
	for _, mark := range []string{"€", "EUR", "CHF", "Fr.", "£", "$", "USD", "GBP"} {
		if strings.HasPrefix(strings.TrimSpace(s), mark) || strings.HasSuffix(strings.TrimSpace(s), mark) && len(s) < 60 && mark == "€" {
			f.unit, f.before = mark, before
			return
		}
	}
}

// show writes a number as a reader of the sheet sees it; days are counted from
// 1900 or 1904.
func (f numberFormat) show(v float64, days1904, german bool) string {
	if !f.set {
		f.decimals = -1
	}
	switch {
	case f.blank, math.IsNaN(v), math.IsInf(v, 0):
		return ""
	case f.spanned:
		minutes := int64(math.Round(v * 24 * 60))
		return fmt.Sprintf("%d:%02d", minutes/60, max(minutes%60, -minutes%60))
	case (f.date || f.clock) && v >= 0 && v < 2958466: // the year 10000
		return f.moment(v, days1904, german)
	}
	unit := f.unit
	if f.percent {
		v *= 100
		unit = "%"
	}
	var s string
	if f.decimals >= 0 {
		s = strconv.FormatFloat(v, 'f', min(f.decimals, 10), 64)
	} else {
		// Fifteen digits are what a sheet computes with; the rest is noise.
		s = strconv.FormatFloat(v, 'g', 15, 64)
		if parsed, err := strconv.ParseFloat(s, 64); err == nil && math.Abs(parsed) < 1e15 && (parsed == 0 || math.Abs(parsed) > 1e-9) {
			s = strconv.FormatFloat(parsed, 'f', -1, 64)
		}
	}
	if n := f.digits - len(s); n > 0 && v >= 0 {
		s = strings.Repeat("0", n) + s
	}
	s = f.written(s, german)
	s = f.lead + s
	switch {
	case unit == "":
	case f.before && !f.percent && !german && strings.ContainsAny(unit, "€£$"):
		if rest, negative := strings.CutPrefix(s, "-"); negative {
			return "-" + unit + rest
		}
		s = unit + s
	default:
		s += " " + unit
	}
	return s
}

// written sets the thousands of a number apart where its format does, and writes it as the language does.
func (f numberFormat) written(s string, german bool) string {
	whole, rest, fraction := strings.Cut(s, ".")
	if f.grouped && !strings.Contains(s, "e") {
		for i := len(whole) - 3; i > 0 && whole[i-1] != '-'; i -= 3 {
			whole = whole[:i] + "," + whole[i:]
		}
	}
	if fraction {
		whole += "." + rest
	}
	if german {
		whole = strings.NewReplacer(".", ",", ",", ".").Replace(whole)
	}
	return whole
}

// moment writes a date, a time of day or both.
func (f numberFormat) moment(v float64, days1904, german bool) string {
	epoch := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if days1904 {
		epoch = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	} else if v < 60 {
		epoch = epoch.AddDate(0, 0, 1) // Excel believes that 1900 had a 29 February
	}
	days := math.Floor(v)
	t := epoch.AddDate(0, 0, int(days)).Add(time.Duration(math.Round((v-days)*86400)) * time.Second)
	layout := "2006-01-02"
	if f.dots || german {
		layout = "02.01.2006"
	}
	clock := "15:04"
	if t.Second() != 0 {
		clock = "15:04:05"
	}
	switch {
	case f.date && f.clock:
		return t.Format(layout + " " + clock)
	case f.long != "":
		return longDate(f.long, t, german || f.german)
	case f.date:
		return t.Format(layout)
	}
	return t.Format(clock)
}

var (
	monthsInGerman = strings.Fields("Januar Februar März April Mai Juni Juli August September Oktober November Dezember")
	daysInGerman   = strings.Fields("Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag")
)

// longDate writes a date with the name of its month or day by a format in lower case.
func longDate(format string, t time.Time, german bool) string {
	month, day := t.Month().String(), t.Weekday().String()
	if german {
		month, day = monthsInGerman[t.Month()-1], daysInGerman[t.Weekday()]
	}
	short := func(s string, n int) string { r := []rune(s); return string(r[:min(n, len(r))]) }
	weekday := 3
	if german {
		weekday = 2
	}
	var out strings.Builder
	for i := 0; i < len(format); {
		c, n := format[i], 1
		for i+n < len(format) && format[i+n] == c {
			n++
		}
		switch {
		case c == 'd' && n > 3:
			out.WriteString(day)
		case c == 'd' && n == 3:
			out.WriteString(short(day, weekday))
		case c == 'd':
			out.WriteString(padded(t.Day(), n))
		case c == 'm' && n > 3:
			out.WriteString(month)
		case c == 'm' && n == 3:
			out.WriteString(short(month, 3))
		case c == 'm':
			out.WriteString(padded(int(t.Month()), n))
		case c == 'y' && n > 2:
			out.WriteString(strconv.Itoa(t.Year()))
		case c == 'y':
			out.WriteString(padded(t.Year()%100, 2))
		case c == '@':
		case c == '/' && german: // a place for the mark of the language
			out.WriteByte('.')
		default:
			out.WriteString(format[i : i+n])
		}
		i += n
	}
	return strings.TrimSpace(out.String())
}

// padded writes a number with zeros before it, so that it has some digits.
func padded(n, digits int) string { return fmt.Sprintf("%0*d", digits, n) }
