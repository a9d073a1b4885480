package date

// Days is a set of days of the week, Monday first.
type Days uint8

// The sets that have a name.
const (
	Workdays Days = 1<<5 - 1
	Saturday Days = 1 << 5
	Weekend  Days = 1<<5 | 1<<6
	EveryDay Days = 1<<7 - 1
)

// To are the days from these to others, over the end of the week if need be.
func (d Days) To(last Days) Days { return span(d, last, EveryDay) }

// Months is a set of months, January first.
type Months uint16

const everyMonth Months = 1<<12 - 1

// MonthSet holds a month, 1 to 12; of 0 it is empty.
func MonthSet(month int) Months { return Months(1<<month) >> 1 }

// To are the months from these to others, over the end of the year if need be.
func (m Months) To(last Months) Months { return span(m, last, everyMonth) }

// span goes from first to last, from the end of all to its beginning; from an empty set it goes nowhere.
func span[S Days | Months](first, last, all S) S {
	var out S
	end := all - all/2
	for one := first; one != 0 && one != last && out != all; {
		out |= one
		if one <<= 1; one > end {
			one = 1
		}
	}
	return out | last
}
