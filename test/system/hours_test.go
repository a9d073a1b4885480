package system

import (
	"strings"
	"testing"
)

// What visitors ask most is when somebody is there, in whatever words: the hours of every day come first, in one table.
func TestTheOpeningHoursAreToldHoweverAskedFor(t *testing.T) {
	i := begin(t, nil).read()
	for _, c := range []struct{ question, lead, first string }{
		{"Wann habt ihr auf?", "Das habe ich dazu gefunden:", "Der Laden ist montags bis freitags von 9:30 bis 18:30 Uhr"}, // read as the third one
		{"wann seid ihr da?", "Das habe ich dazu gefunden:", "| Montag bis Mittwoch | 9:30–18:30 Uhr "},
		{"Wann habt ihr geöffnet?", "Das habe ich dazu gefunden:", "Der Laden ist montags bis freitags von 9:30 bis 18:30 Uhr"},
		{"What are your opening hours?", "Here is what I found:", "| Monday to Wednesday | 9:30 am–6:30 pm "},
	} {
		got := i.ask("", c.question)
		if got.Refused || !strings.HasPrefix(got.Text, c.lead) {
			t.Errorf("%s: %s", c.question, got.Text)
		}
		at := strings.Index(got.Text, c.first)
		if at < 0 || at > 200 {
			t.Errorf("%s: %q does not come first: %s", c.question, c.first, got.Text)
		}
		if n := strings.Count(got.Text, "|---|---|---|---|"); n > 1 {
			t.Errorf("%s: %d tables: %s", c.question, n, got.Text)
		}
		if got := strings.Index(got.Text, "Feiertag"); got >= 0 && got < at {
			t.Errorf("%s: holidays first", c.question)
		}
	}
}

func TestWaysToGetInTouchAreToldHoweverAskedFor(t *testing.T) {
	i := begin(t, nil).read()
	for _, question := range []string{"Wie erreiche ich euch?", "kontakt", "How can I reach you?"} {
		if got := i.ask("", question); got.Refused || !strings.Contains(got.Text, "30 23125") {
			t.Errorf("%s: %s", question, got.Text)
		}
	}
}

// Quotes of which it is doubtful whether they answer are introduced as what they are.
func TestAnUnsureAnswerSaysSo(t *testing.T) {
	i := begin(t, nil).read()
	if got := i.ask("", "Kann ich Ratenzahlung machen?"); got.Refused || !strings.HasPrefix(got.Text, "Das könnte Ihre Frage beantworten:\n\n") {
		t.Errorf("got %s", got.Text)
	}
}

// What stands beside an answer is much about the matter, and introduced as doubtful all the same.
func TestWhatStandsBesideAnAnswerIsNotSure(t *testing.T) {
	i := begin(t, nil)
	for name, text := range map[string]string{
		"laden.md":  "# Laden\n\n## Lehrbücher\n\nWir kaufen Lehrbücher an, wenn sie nicht älter als drei Jahre sind. Ankauf nur montags von 14 bis 16 Uhr.\n\n## Versand\n\nDer Versand kostet 5,90 €. Ab 100 € ist er frei.\n",
		"verein.md": "# Verein\n\n## Vereinsheim\n\nDas Vereinsheim hat Platz für 80 Personen, eine Küche und eine Kegelbahn. Für Mitglieder kostet es 120 € pro Tag, für andere 220 €.\n",
		"praxis.md": "# Praxis\n\n## Tiere\n\nDas Tier muss vor der Operation zwölf Stunden nüchtern sein, Wasser darf es trinken.\n",
	} {
		s, err := i.file(name, text)()
		must(t, err)
		i.ingest(s.ID)
	}
	for question, doubtful := range map[string]bool{"Wie viel bekomme ich für ein Lehrbuch?": true, "Kauft ihr Lehrbücher an?": false} {
		if got := i.ask("", question); got.Refused || strings.HasPrefix(got.Text, "Das könnte Ihre Frage beantworten:\n\n") != doubtful {
			t.Errorf("%s: %s", question, got.Text)
		}
	}
}
