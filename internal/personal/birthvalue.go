package personal

import (
	"fmt"
	"strings"
	"unicode"
)

// monthStems are the first three letters of the months in German and English, in small letters, by which month of the year it is.
var monthStems = map[string]int{
	"jan": 1, "jän": 1, "feb": 2, "mär": 3, "mrz": 3, "mar": 3, "mae": 3, "apr": 4, "mai": 5, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "dez": 12, "dec": 12,
}

// lastOfCentury is the last year of two digits that is one of this century: as in days of birth, later ones are of the last.
const lastOfCentury = 35

// dayOf brings a day of birth to one form, "1980-03-12", however it is written, so that both of "12.3.80" and "12 March 1980" are one value. It
// is empty for what is told in words, without its year, or in an order that the numbers do not tell: "3/4/1980".
func dayOf(written string) string {
	parts := strings.FieldsFunc(written, func(r rune) bool { return !unicode.IsLetter(r) && !(r >= '0' && r <= '9') })
	var numbers []int
	var sizes []int
	month := 0
	for _, p := range parts {
		n := digitRun(p, 0)
		if n == 0 {
			if stem := []rune(strings.ToLower(p)); isMonth(p) && len(stem) >= 3 && month == 0 {
				month = monthStems[string(stem[:3])]
				continue
			}
			if w := strings.ToLower(p); w != "of" && w != "the" {
				return ""
			}
			continue
		}
		if n > 4 || n < len(p) && n > 2 { // "19800312T00"
			return ""
		}
		value := 0
		for _, c := range []byte(p[:n]) {
			value = 10*value + int(c-'0')
		}
		numbers, sizes = append(numbers, value), append(sizes, n)
	}
	year, day := 0, 0
	switch {
	case month > 0 && len(numbers) == 2 && sizes[0] < 3:
		day, year = numbers[0], numbers[1]
	case month > 0 || len(numbers) != 3:
		return ""
	case sizes[0] == 4:
		year, month, day = numbers[0], numbers[1], numbers[2]
	case strings.IndexByte(written, '.') > 0 || numbers[0] > 12 || numbers[0] == numbers[1]:
		day, month, year = numbers[0], numbers[1], numbers[2]
	case numbers[1] > 12:
		month, day, year = numbers[0], numbers[1], numbers[2]
	default:
		return ""
	}
	switch {
	case year < 100 && year > lastOfCentury:
		year += 1900
	case year < 100:
		year += 2000
	}
	if month < 1 || month > 12 || day < 1 || day > 31 {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", year, month, day)
}
