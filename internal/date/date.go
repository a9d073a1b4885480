// Package date reads days and months in German and English text.
package date

import "strings"

// Date is a day of any year.
type Date struct{ Day, Month int }

// monthNames are those of both languages, in small letters, with their usual abbreviations and as they are written
// without umlauts.
var monthNames = func() map[string]int {
	m := map[string]int{}
	for i, names := range []string{
		"januar jänner jaenner janner january jan", "februar feber february feb", "märz maerz marz march", "april apr", "mai may", "juni june", "juli july",
		"august aug", "september sept sep", "oktober october okt oct", "november nov", "dezember december dez dec",
	} {
		for _, name := range strings.Fields(names) {
			m[name] = i + 1
		}
	}
	return m
}()

// Month is the number of the month that a word in small letters names, 0 if none.
func Month(name string) int { return monthNames[name] }

// monthDays are the days of the months, of February without the leap day.
var monthDays = [13]int{0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

// Next is the day after.
func (d Date) Next() Date {
	switch {
	case d.Day < monthDays[d.Month]:
		return Date{d.Day + 1, d.Month}
	case d.Month < 12:
		return Date{1, d.Month + 1}
	}
	return Date{1, 1}
}

// DaysTo is how many days later the next day of the date of another is.
func (d Date) DaysTo(later Date) int {
	days := later.Day - d.Day
	for m := d.Month; m != later.Month; m = m%12 + 1 {
		days += monthDays[m]
	}
	if days < 0 {
		days += 365
	}
	return days
}
