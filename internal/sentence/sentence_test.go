package sentence

import (
	"reflect"
	"slices"
	"testing"
)

func TestSentences(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Fee incl. VAT: €55. Parts excl. VAT.", []string{"Fee incl. VAT: €55.", "Parts excl. VAT."}},
		{"Wir liefern z. B. nach Wien. Das dauert ca. 3 Tage.", []string{"Wir liefern z. B. nach Wien.", "Das dauert ca. 3 Tage."}},
		{"Ab dem 1. Januar gilt Nr. 5 bzw. Art. 6. Danach nicht.", []string{"Ab dem 1. Januar gilt Nr. 5 bzw. Art. 6.", "Danach nicht."}},
		{"Das reicht bis weit ins 19. Jahrhundert hinein. Danach im 2. Stock.", []string{"Das reicht bis weit ins 19. Jahrhundert hinein.", "Danach im 2. Stock."}},
		{"• 1. Weihnachtsfeiertag: geschlossen\n• 2. Stock", []string{"• 1. Weihnachtsfeiertag: geschlossen", "• 2. Stock"}},
		{"Am 24. 12. ist zu, 2. Advent offen. Sonst nicht.", []string{"Am 24. 12. ist zu, 2. Advent offen.", "Sonst nicht."}},
		{"Mo.–Fr. 8:00–18:00 Uhr\nSa. 9:00–12:00 Uhr", []string{"Mo.–Fr. 8:00–18:00 Uhr", "Sa. 9:00–12:00 Uhr"}},
		{"He said \"Stop.\" Then he left! Why? It cost 3.50 dollars.", []string{"He said \"Stop.\"", "Then he left!", "Why?", "It cost 3.50 dollars."}},
		{"HRB 20417, USt-IdNr. DE 815 550 123. Zuständig ist die Kammer.", []string{"HRB 20417, USt-IdNr. DE 815 550 123.", "Zuständig ist die Kammer."}},
		{"Kurs: Segeln · Tag: So. · Beginn: 11 Uhr\nKurs: Kajak", []string{"Kurs: Segeln · Tag: So. · Beginn: 11 Uhr", "Kurs: Kajak"}},
		{"The jobs end on Dec. 9. Others stay.", []string{"The jobs end on Dec. 9.", "Others stay."}},
		{"Open Sat. 10 to 4 and Sun. 11 to 3. We rest in the sun. Come by.", []string{"Open Sat. 10 to 4 and Sun. 11 to 3.", "We rest in the sun.", "Come by."}},
		{"Dr. Müller ist da. J. S. Bach auch.", []string{"Dr. Müller ist da.", "J. S. Bach auch."}},
		{"The year was 1999. Then came 2000.", []string{"The year was 1999.", "Then came 2000."}},
		{"Schreiben Sie an info@firma.de. Wir antworten.", []string{"Schreiben Sie an info@firma.de.", "Wir antworten."}},
		{" \n ", nil},
	} {
		var got []string
		for _, s := range In(c.text) {
			got = append(got, c.text[s.Start:s.End])
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("sentences(%q)\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

// A text in which nothing may end is not cut: who waits for the end of a sentence need not look.
func TestWhatMayEndIsAllThatEnds(t *testing.T) {
	for r := rune(1); r < 0x3100; r++ {
		for _, text := range []string{"Wir öffnen" + string(r) + " Sie kommen.", "Ανοίγουμε" + string(r) + " Ελάτε εδώ"} {
			if spans := In(text); len(spans) > 1 && !MayEnd(text[:spans[1].Start]) {
				t.Errorf("%q ends at %U", text, r)
			}
		}
	}
}

func TestSentencesOfOtherScripts(t *testing.T) {
	for text, want := range map[string][]string{
		"Πού είστε; Είμαστε στην Πάτρα.":                           {"Πού είστε;", "Είμαστε στην Πάτρα."},
		"「開いていますか？」はい。土曜も開けます。":                                    {"「開いていますか？」", "はい。", "土曜も開けます。"},
		"Halt: Markt · 1. Fahrt: 9:45 · 2. Fahrt: 11:45. Täglich.": {"Halt: Markt · 1. Fahrt: 9:45 · 2. Fahrt: 11:45.", "Täglich."},
		"Mieszka przy ul. Długiej 4. Zapraszamy.":                  {"Mieszka przy ul. Długiej 4.", "Zapraszamy."},
	} {
		var got []string
		for _, s := range In(text) {
			got = append(got, text[s.Start:s.End])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q", got)
		}
	}
}
