package pdf

import "testing"

func TestPDFText_LigaturesAndMarks(t *testing.T) {
	for in, want := range map[string]string{
		"e\uFB03zient \uFB01nden Schi\uFB00e": "effizient finden Schiffe", "Pro\u0002": "Pro-", "10\u00A0%": "10 %", "m² ½ ™": "m² ½ ™",
		"\uF0B7 Punkt": "• Punkt", "weich\u00ADer": "weich-er", " \r\n": "",
	} {
		if got := readable(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestJoinLines(t *testing.T) {
	for _, c := range []struct{ above, line, want string }{
		{"Werk-", "statt", "Werkstatt"}, {"E-Mail-", "Adresse", "E-Mail-Adresse"}, {"Ein-", "und Ausgang", "Ein- und Ausgang"}, {"2024-", "25", "2024-25"},
		{"das ist -", "meine ich", "das ist - meine ich"}, {"Ende.", "Anfang", "Ende. Anfang"}, {"", "Anfang", "Anfang"}, {"CO2-", "arm", "CO2-arm"},
	} {
		if got := joinLines(c.above, c.line); got != c.want {
			t.Errorf("%q + %q: %q, want %q", c.above, c.line, got, c.want)
		}
	}
}

func TestStainsAndColumnsOfAScan(t *testing.T) {
	table := "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n" +
		"4\t1\t1\t1\t1\t0\t100\t100\t900\t40\t-1\t\n" +
		"5\t1\t1\t1\t1\t1\t100\t100\t100\t40\t96.1\tKleine\n" +
		"5\t1\t1\t1\t1\t2\t210\t100\t180\t40\t95.0\tInspektion\n" +
		"5\t1\t1\t1\t1\t3\t800\t100\t60\t40\t93.0\t59\n" +
		"5\t1\t1\t1\t1\t4\t870\t100\t20\t40\t12.0\t;|\n" +
		"5\t1\t1\t1\t2\t1\tx\t160\t20\t40\t90\tkaputt\n"
	runs := scannedRuns(table, 1000)
	if len(runs) != 2 || runs[0].text != "Kleine Inspektion" || runs[1].text != "59" || runs[0].left >= runs[1].left || runs[0].top <= runs[0].bottom {
		t.Errorf("%+v", runs)
	}
}
