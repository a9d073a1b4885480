package personal

import "testing"

func TestDaysOfBirthHaveOneValueHoweverTheyAreWritten_D3(t *testing.T) {
	f := New(Options{Year: 2026})
	for text, want := range map[string]string{
		"geb. 12.3.80": "1980-03-12", "geboren am 12. März 1980": "1980-03-12", "DOB: 1980-03-12": "1980-03-12", "born March 12th, 1980": "1980-03-12", "born on the 12th of March 1980": "1980-03-12", "DOB 28/03/1980": "1980-03-28", "DOB 03/28/80": "1980-03-28",
		"DOB 3/4/1980": "3/4/1980", "geboren im März 1980": "märz 1980", "geb. 2.9.19": "2019-09-02",
	} {
		found := f.Find(text)
		if len(found) != 1 || found[0].Value() != want {
			t.Errorf("%q has the values %v, want %q", text, found, want)
		}
	}
}

func TestAPublicDayOfBirthStaysHoweverItIsWritten_D3(t *testing.T) {
	for _, public := range []string{"geb. 12.3.1980", "12.3.1980"} {
		f := New(Options{Year: 2026, Public: []string{public}})
		for _, text := range []string{"geb. 12.3.1980", "geboren am 12. März 1980"} {
			if found := f.Find(text); len(found) != 0 {
				t.Errorf("found %v in %q, public %q", found, text, public)
			}
		}
	}
}
