package office

import (
	"testing"
	"unicode/utf8"
)

func FuzzNumberFormat(f *testing.F) {
	for _, code := range []string{`_-* #,##0.00\ "€"_-`, `[$-407]d. mmmm yyyy`, "00000", ";;;@", "[h]:mm", "# ?/?"} {
		f.Add(code, 46080.5, 164)
	}
	f.Fuzz(func(t *testing.T, code string, value float64, id int) {
		if s := newNumberFormat(id, code).show(value, id%2 == 0, id%3 == 0); utf8.ValidString(code) && !utf8.ValidString(s) {
			t.Fatalf("%q of %v: %q", code, value, s)
		}
	})
}

func TestNumberFormats(t *testing.T) {
	for _, c := range []struct {
		id    int
		code  string
		value float64
		want  string
	}{
		{0, "", 0.1 + 0.2, "0.3"}, {0, "", 1234567, "1234567"}, {0, "", 1e20, "1e+20"}, {1, "", 2.6, "3"}, {10, "", 0.125, "12.50 %"},
		{14, "", 1, "1900-01-01"}, {14, "", 60, "1900-02-28"}, {14, "", 61, "1900-03-01"}, {22, "", 46080.5, "2026-02-27 12:00"},
		{164, "DD.MM.YYYY", 46080, "27.02.2026"}, {164, `[$-407]d. mmmm yyyy;@`, 46080, "27. Februar 2026"}, {164, "hh:mm", 0.75, "18:00"},
		{164, "[h]:mm", 1.5, "36:00"}, {164, `[$€-407]\ #,##0.00`, 5, "€5.00"}, {164, `"rot" 0`, 7, "7"}, {164, `0.0`, 1.25, "1.2"}, {164, "General", 1.5, "1.5"},
		{164, `0.0" kg"`, 38.5, "38.5 kg"}, {164, `0\ \S\t\d`, 2, "2 Std"}, {164, `#,##0.00\ "€/Tag"`, 1690, "1,690.00 €/Tag"}, {164, `"a;b" 0`, 3, "3"},
		{164, `[$£-809]#,##0.00`, -1240.5, "-£1,240.50"}, {164, `_-* #,##0.00\ "€"_-;\-* #,##0.00\ "€"_-`, 9, "9.00 €"}, {3, "", 1234567, "1,234,567"},
		{164, `[$-407]dddd, d. mmmm yyyy`, 46213, "Freitag, 10. Juli 2026"}, {164, `ddd d mmm yyyy`, 46213, "Fri 10 Jul 2026"}, {164, `d. mmm`, 46213, "10.07.2026"},
		{164, `00000`, 1067, "01067"}, {164, `"D-"00000`, 1067, "01067"}, {164, `00000`, 123456, "123456"}, {164, `0.00`, 7, "7.00"}, {164, `;;;`, 777, ""}, {164, `;;;@`, 777, ""},
		{164, `#,##0.00_);(#,##0.00)`, -1234.5, "-1,234.50"}, {164, `0.0%`, 0.195, "19.5 %"},
	} {
		if got := newNumberFormat(c.id, c.code).show(c.value, false, false); got != c.want {
			t.Errorf("%d %q of %v: %q, want %q", c.id, c.code, c.value, got, c.want)
		}
	}
}

func TestNumbersInGerman(t *testing.T) {
	for code, want := range map[string]string{`#,##0.00\ "€"`: "1.690,50 €", `0.0" km"`: "1690,5 km", `[$£-809]#,##0.00`: "1.690,50 £"} {
		if got := newNumberFormat(164, code).show(1690.5, false, true); got != want {
			t.Errorf("%q: %q, want %q", code, got, want)
		}
	}
}
