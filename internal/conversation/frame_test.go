package conversation

import "testing"

func TestWhatIsPoliteAroundAQuestionIsLeftOut(t *testing.T) {
	for text, want := range map[string]string{
		"Guten Tag, ich wollte mal nachfragen: Wann haben Sie geöffnet? Vielen Dank im Voraus!":                      "Wann haben Sie geöffnet?",
		"Sehr geehrte Damen und Herren, was kostet der Kurs? Über eine kurze Rückmeldung würde ich mich sehr freuen": "was kostet der Kurs?",
		"hallo ich hätte da mal eine frage gibts bei euch eis danke euch lg anna":                                    "gibts bei euch eis",
		"Good morning, sorry to bother you, could you tell me when you open? Kind regards, Ann":                      "when you open?",
		"Was haben Sie vorhin gesagt, wie lange ich Zeit habe?":                                                      "wie lange ich Zeit habe?",
		"What did you say again, how much is it?":                                                                    "how much is it?",
		"Was haben Sie gegen Motten?":                                                                                "Was haben Sie gegen Motten?",
		"hey 😊 are dogs allowed? thx":                                                                                "are dogs allowed?",
		"seit wann gibt es euch 🚗💚":                                                                                  "seit wann gibt es euch",
		"Morgen offen?":                                                                                              "Morgen offen?",
		"Guten Tag morgen offen?":                                                                                    "morgen offen?",
		"Morgen, habt ihr offen?":                                                                                    "habt ihr offen?",
		"Guten Morgen zusammen! - Wann ist Kurs":                                                                     "Wann ist Kurs",
		"Tag der offenen Tür wann?":                                                                                  "Tag der offenen Tür wann?",
		"Zusammen mit Hund buchen?":                                                                                  "Zusammen mit Hund buchen?",
		"Hi-Fi Anlage kaufen?":                                                                                       "Hi-Fi Anlage kaufen?",
		"behandelt ihr BG Patienten":                                                                                 "behandelt ihr BG Patienten",
		"Behandelt ihr auch mich? BG Anna":                                                                           "Behandelt ihr auch mich?",
		"wann habt ihr offen, vg":                                                                                    "wann habt ihr offen",
		"Was kosten Grüße aus Hamburg":                                                                               "Was kosten Grüße aus Hamburg",
		"macht ihr Geburtstags-Grüße":                                                                                "macht ihr Geburtstags-Grüße",
		"Ist das Becken 30° warm? 🌊":                                                                                 "Ist das Becken 30° warm?",
		"Vielen Dank für Ihre Mühe!":                                                                                 "Vielen Dank für Ihre Mühe!",
		"Haben Sie Dankeskarten?":                                                                                    "Haben Sie Dankeskarten?",
		"Hallo Pizza, wann offen?":                                                                                   "Pizza, wann offen?",
		"Was kostet ein Grußkartenset?":                                                                              "Was kostet ein Grußkartenset?",
	} {
		if got := unframed(text); got != want {
			t.Errorf("%q is read %q, want %q", text, got, want)
		}
	}
}

func TestAQuestionBehindAFewSentencesOfOneself(t *testing.T) {
	for text, want := range map[string]string{
		"Wir sind erst letzten Monat hierher gezogen. Wann habt ihr am Samstag offen?": "Wann habt ihr am Samstag offen?",
		"My sister sent me your page last week. How much is a day ticket":              "How much is a day ticket",
		"Was kostet der Kurs? Ich komme mit meiner Tochter, wann fängt er an?":         "",
		"Ich suche ein Rad für meinen Sohn. Es soll leicht sein.":                      "",
		"Das Wetter ist schön heute bei euch. Wann habt ihr offen?":                    "",
	} {
		if _, got := behindStory(text); got != want {
			t.Errorf("%q asks %q, want %q", text, got, want)
		}
	}
}
