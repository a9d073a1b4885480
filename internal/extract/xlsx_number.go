package extract

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// numberFormat is how a spreadsheet shows a number, as far as a reader of text
// needs it: ECMA-376 part 1, 18.8.30 and 18.8.31.
type numberFormat struct {
	date, clock, spanned bool
	dots                 bool   // a date as 24.12.2026
	percent              bool   // times one hundred
	decimals             int    // -1 for as many as needed
	unit                 string // a currency, after the number
	set                  bool
}

func newNumberFormat(id int, code string) numberFormat {
	f := numberFormat{decimals: -1, set: true}
	if code == "" {
		switch {
		case id == 1 || id == 3 || id == 37 || id == 38:
			f.decimals = 0
		case id == 2 || id == 4 || id == 39 || id == 40:
			f.decimals = 2
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
	code, _, _ = strings.Cut(code, ";")
	var bare strings.Builder
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case '"':
			end := strings.IndexByte(code[i+1:], '"')
			if end < 0 {
				end = len(code) - i - 1
			}
			f.currency(code[i+1 : i+1+end])
			i += end + 1
		case '\\', '_', '*':
			i++ // the next character is shown, or its width is
			if c == '\\' && i < len(code) {
				f.currency(code[i:])
				bare.WriteByte(code[i] & 0x7F)
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
				mark, _, _ := strings.Cut(rest, "-")
				f.currency(mark)
			}
			i += end
		default:
			bare.WriteByte(c)
		}
	}
	f.currency(code)
	return f.shape(strings.ToLower(bare.String()))
}

// shape reads how the value is shown from a code in lower case that is bare of quotes, brackets and escapes.
func (f numberFormat) shape(low string) numberFormat {
	if strings.HasPrefix(low, "general") || low == "@" || low == "standard" {
		return f
	}
	f.percent = strings.Contains(low, "%")
	if strings.ContainsAny(low, "ydhs") || strings.Contains(low, "mmm") || low == "m" || low == "mm" {
		f.clock = strings.ContainsAny(low, "hs")
		f.date = strings.ContainsAny(low, "yd") || strings.Contains(low, "mmm")
		f.dots = strings.Contains(low, ".m") || strings.Contains(low, "d.")
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
	return f
}

func (f *numberFormat) currency(s string) {
	if f.unit != "" {
		return
	}
	for _, mark := range []string{"€", "EUR", "CHF", "Fr.", "£", "$", "USD", "GBP"} {
		if strings.HasPrefix(strings.TrimSpace(s), mark) || strings.HasSuffix(strings.TrimSpace(s), mark) && len(s) < 60 && mark == "€" {
			f.unit = mark
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
	case math.IsNaN(v) || math.IsInf(v, 0):
		return ""
	case f.spanned:
		minutes := int64(math.Round(v * 24 * 60))
		return strconv.FormatInt(minutes/60, 10) + ":" + twoDigits(minutes%60)
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
	if german {
		s = strings.ReplaceAll(s, ".", ",")
	}
	if unit != "" {
		s += " " + unit
	}
	return s
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
	case f.date:
		return t.Format(layout)
	}
	return t.Format(clock)
}

func twoDigits(n int64) string {
	if n < 0 {
		n = -n
	}
	if n < 10 {
		return "0" + strconv.FormatInt(n, 10)
	}
	return strconv.FormatInt(n, 10)
}
