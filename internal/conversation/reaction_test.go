package conversation

import "testing"

// Who only says how they like what they have read, or what they will do then, is not searched for.
func TestAReactionIsNoQuestion(t *testing.T) {
	for want, texts := range map[string][]string{
		"reaction": {
			"das ist aber happig", "puh, das ist ganz schön viel", "ach schade, so viele sind wir nicht", "schade, das finde ich nicht fair", "na gut dann ruf ich an", "ok, ich überlege es mir nochmal",
			"schade, ich wollte mit dem Hund kommen", "oh je, das tut mir leid", "klingt gut", "das ist mir zu teuer", "Wow, das ist ja günstig!", "ich bin echt froh", "ok, ich frag erst mal meinen Mann",
			"ok danke, ich bin echt besorgt", "that's steep", "oh that's not bad at all", "that's a bit pricey", "oh no, that's a shame", "ok I'll think about it then", "I'm so worried", "ouch, we can't afford that", "sounds lovely",
		},
		"thanks": {"Vielen Dank, klingt super!", "Oh je, na gut. Danke trotzdem", "thanks anyway", "lovely, thank you", "ok danke, das ist sehr nett", "brilliant, thanks a lot!", "ok danke, überleg ich mir"},
		"": {
			"ok danke, preise kinder", "super, ich suche ein Geschenk für meine Frau", "ok, und was kostet das", "gut, kostet das extra", "ok super. Habt ihr samstags auf?", "ist das teuer", "nein, ich meinte Niederurnen",
			"Danke, das war falsch", "günstig parken", "Ich ruf dich an, wann ist auf", "ok, ich brauche noch einen Termin", "das ist für zwei Personen", "dann bitte für Dienstag 10 Uhr", "Was kostet das", "teuer", "ok, Samstag 10 Uhr",
			"great, we need a towel too", "ok and on sundays", "is that expensive", "ok danke, ihr erreicht mich unter erika@example.org", "ok but is it far", "thanks, we'd like to bring our dog",
		},
	} {
		for _, text := range texts {
			switch got := topicOf(text).topic; {
			case got == want, got == "heard" && want == "reaction":
			case want == "" && got != "reaction" && got != "thanks":
			default:
				t.Errorf("%q is %q, want %q", text, got, want)
			}
		}
	}
}
