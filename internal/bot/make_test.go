package bot

import "testing"

func TestNameIsSomethingToReadOnOneLine(t *testing.T) {
	if name, err := CheckName("  Radladen Süd "); err != nil || name != "Radladen Süd" {
		t.Fatalf("%q, %v", name, err)
	}
	for _, name := range []string{"", " ", "\u200b", "a\u2028b", "\u202egnp", "a\xff"} {
		if _, err := CheckName(name); err == nil {
			t.Errorf("%+q was taken for a name", name)
		}
	}
}
