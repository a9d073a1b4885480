package section

import "testing"

func TestPartsAreGoneOnAbout(t *testing.T) {
	for _, c := range []struct {
		question string
		earlier  []string
		want     string // "" for the question as it is
	}{
		{"und § 574?", []string{"Was steht in § 573c BGB?"}, "§ 574 BGB?"},
		{"Und was steht in § 574 Abs. 2?", []string{"§ 573c BGB", "Wann habt ihr auf?"}, "was steht in § 574 Abs. 2 BGB?"},
		{"und § 14", []string{"§ 13 bgb"}, "§ 14 bgb"},
		{"und Absatz 2?", []string{"Was steht in § 573c BGB?"}, "§ 573c Abs. 2 BGB"},
		{"was steht in abs. 3", []string{"§ 573c Abs. 1 BGB", "und § 574?"}, "§ 574 Abs. 3 BGB"},
		{"and paragraph (2)?", []string{"What does section 4 of the handbook say?"}, ""},
		{"and subsection 2?", []string{"What does section 4 of the handbook say?"}, "section 4 Abs. 2 handbook"},
		{"und Absatz 2?", []string{"Was steht unter Punkt 4?"}, "Punkt 4 Abs. 2"},
		{"und § 574 HGB?", []string{"§ 573c BGB"}, ""},
		{"und § 574?", []string{"Was steht in § 573c?"}, ""},
		{"und § 574?", nil, ""},
		{"and section 10?", []string{"What does section 9 say?"}, "What does section 10 say?"},
		{"und Artikel 4?", []string{"Was steht in Artikel 3?"}, "Was steht in Artikel 4"},
		{"and section 10, how do I pay?", []string{"What does section 9 say?"}, ""},
		{"und Absatz 2?", []string{"Wann habt ihr auf?"}, ""},
		{"Wie ist der Absatz 2025 gewesen?", []string{"§ 573c BGB"}, ""},
		{"und samstags?", []string{"§ 573c BGB"}, ""},
	} {
		got, ok := Onward(c.question, c.earlier)
		if want := c.want; ok != (want != "") || ok && got != want {
			t.Errorf("%q behind %q is %q, %v, want %q", c.question, c.earlier, got, ok, want)
		}
	}
}
