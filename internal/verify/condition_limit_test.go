package verify

import "testing"

// "Only", "exclusively" and "not without" are one notion: a sentence may put one for another and must not leave it out.
func TestWhatHoldsOfNothingElseIsNotSaidOfMore_C3(t *testing.T) {
	for _, j := range []judged{
		{"de", texts("de",
			"Kinder unter 12 Jahren dürfen nur in Begleitung eines Erwachsenen ins Becken. Der telefonische Kundendienst ist ausschließlich für Premiumkunden da.",
			"Ohne Helm ist die Teilnahme an der Tour nicht möglich.",
		), map[string]Reason{
			"Wer noch nicht 12 ist, darf nicht ohne erwachsene Begleitung ins Becken.": "",
			"Kinder unter 12 Jahren dürfen ins Becken.":                                Condition,
			"Nur Premiumkunden erreichen den Kundendienst per Telefon.":                "",
			"Der telefonische Kundendienst ist Premiumkunden vorbehalten.":             "",
			"An der Tour können Sie nur mit Helm teilnehmen.":                          "",
			"Die Teilnahme an der Tour ist ohne Helm möglich.":                         Negation,
			"Die Teilnahme an der Tour ist möglich.":                                   Condition,
		}},
		{"en", texts("en",
			"Only members aged 21 or over can use the weight room. Juniors train in the hall.",
			"Live chat is reserved exclusively for Gold customers.",
			"You cannot enter the workshop without safety shoes.",
		), map[string]Reason{
			"Juniors can use the weight room.":                      Condition,
			"Only members aged 21 or over may use the weight room.": "",
			"Only Gold customers can use the live chat.":            "",
			"The live chat is for Gold customers only.":             "",
			"You can only enter the workshop with safety shoes.":    "",
			"You can't enter the workshop without safety shoes.":    "",
			"You can enter the workshop.":                           Condition,
			"You can enter the workshop without safety shoes.":      Negation,
		}},
	} {
		j.check(t)
	}
}
