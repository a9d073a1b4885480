package personal

import "github.com/webchatagent/wca/internal/wordlist"

// The fields into which forms split a day.
var (
	dayFields   = wordlist.Set("tag day dd")
	monthFields = wordlist.Set("monat month mm")
	yearFields  = wordlist.Set("jahr year yyyy jjjj")
)

// birthsInFields finds days of birth of which a form has the day, the month and the year each in a field of its own: "Day: 14 Month: 06
// Year: 1977". The year tells them from other days.
func (s *scan) birthsInFields() {
	if !s.holds("month") && !s.holds("monat") && !s.holds("mm:") {
		return
	}
	for i := range s.tokens {
		if !dayFields[s.lower(i)] && !monthFields[s.lower(i)] && !yearFields[s.lower(i)] {
			continue
		}
		var at [3]int
		fields, k := 0, i
		for ; fields < 3; fields++ {
			v := s.dayFieldValue(k)
			if v == 0 {
				break
			}
			kind := fieldKind(s.lower(k))
			if kind < 0 || at[kind] > 0 {
				break
			}
			at[kind] = v
			k = v + 1
			for k < len(s.tokens) && (s.is(k, ',') || s.is(k, ';') || s.is(k, '|') || s.is(k, '/') || s.is(k, '-')) {
				k++
			}
		}
		if fields < 3 || !s.yearOfBirth(at[2]) {
			continue
		}
		for _, v := range at {
			t := s.tokens[v]
			s.add(t.start, t.end, BirthDate, 0.7, s.text[t.start:t.end])
		}
	}
}

// fieldKind is 0 for a day, 1 for a month, 2 for a year and -1 for any other word.
func fieldKind(w string) int {
	switch {
	case dayFields[w]:
		return 0
	case monthFields[w]:
		return 1
	case yearFields[w]:
		return 2
	}
	return -1
}

// dayFieldValue gives the token of the value of the field that token i names, 0 if there is none that fits.
func (s *scan) dayFieldValue(i int) int {
	if i >= len(s.tokens) {
		return 0
	}
	v := i + 1
	for v < len(s.tokens) && (s.is(v, ':') || s.is(v, '=') || s.is(v, '|')) {
		v++
	}
	if v == i+1 || v >= len(s.tokens) {
		return 0
	}
	n, letters := 0, 1
	if s.tokens[v].kind == number {
		n, letters = s.numberToken(v)
	}
	switch kind := fieldKind(s.lower(i)); {
	case kind == 0 && letters == 0 && n > 0 && n < 32, kind == 2 && letters == 0,
		kind == 1 && (letters == 0 && n > 0 && n < 13 || s.tokens[v].kind == word && isMonth(s.text[s.tokens[v].start:s.tokens[v].end])):
		return v
	}
	return 0
}
