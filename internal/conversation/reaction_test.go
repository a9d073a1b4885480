package conversation

import "testing"

// Who only says how they like what they have read, or what they will do then, is not searched for.
func TestAReactionIsNoQuestion(t *testing.T) {
	for want, texts := range map[string][]string{
		"reaction": {
			"das ist aber happig", "puh, das ist ganz schön viel", "ach schade, so viele sind wir nicht", "schade, das finde ich nicht fair", "na gut dann ruf ich an", "ok, ich überlege es mir nochmal",
			"schade, ich wollte mit dem Hund kommen", "oh je, das tut mir leid", "klingt gut", "das ist mir zu teuer", "Wow, das ist ja günstig!", "ich bin echt froh", "ok, ich frag erst mal meinen Mann",
			"ok danke, ich bin echt besorgt", "that's steep", "oh that's not bad at all", "that's a bit pricey", "oh no, that's a shame", "ok I'll think about it then", "I'm so worried", "ouch, we can't afford that", "sounds lovely",
			"das ist ja happig für zwei Stunden", "da hab ich mit weniger gerechnet", "super, dann kommen wir am Sonntag vorbei!", "da kann ich leider nicht", "dann muss ich wohl woanders schauen", "that's more than I thought", "she'll love it", "I'll have to ask my husband first",
			"mein Mann wird sich freuen", "ich hoffe das klappt", "wie ärgerlich", "oh nein", "sorry für die vielen fragen", "ui das ist ja günstig", "ok, verstehe", "my daughter is so excited", "how lovely", "that's a lot of money", "fair enough", "I'll speak to my wife", "ja das hat geholfen", "I hope it works",
		},
		"thanks":   {"Vielen Dank, klingt super!", "Oh je, na gut. Danke trotzdem", "thanks anyway", "lovely, thank you", "ok danke, das ist sehr nett", "brilliant, thanks a lot!", "ok danke, überleg ich mir"},
		"farewell": {"alles klar, dann bis samstag", "dann bis morgen, danke", "schönes Wochenende!", "great, see you on saturday", "danke und bis bald", "thanks and see you soon", "have a nice evening", "Ihnen auch einen schönen Tag"},
		"": {
			"Ich habe riesige Angst vorm Bohren", "I am nervous about needles", "leider habe ich keinen Führerschein, brauche ich den", "haben Sie mehr als zwei Zimmer", "ich habe Angst vor Spritzen, was kann man da machen", "ich suche schnelle Hilfe", "thanks, is there a room for two",
			"bis Samstag geöffnet", "bis wann", "ok und bis Samstag", "wie weit ist das", "wie schön ist der Garten", "how far is it", "freuen sich Kinder bei euch über Besuch", "nein, zwei Kinder", "Ich hoffe ihr könnt mir sagen was das kostet", "bis Montag?",
			"ok danke, preise kinder", "super, ich suche ein Geschenk für meine Frau", "ok, und was kostet das", "gut, kostet das extra", "ok super. Habt ihr samstags auf?", "ist das teuer", "nein, ich meinte Niederurnen",
			"Danke, das war falsch", "günstig parken", "Ich ruf dich an, wann ist auf", "ok, ich brauche noch einen Termin", "das ist für zwei Personen", "dann bitte für Dienstag 10 Uhr", "Was kostet das", "teuer", "ok, Samstag 10 Uhr",
			"great, we need a towel too", "ok and on sundays", "ok, und wenn ich nicht da bin", "ok and if it rains", "gut, falls wir früher kommen", "is that expensive", "ok danke, ihr erreicht mich unter erika@example.org", "ok but is it far", "thanks, we'd like to bring our dog",
			"oh nein mein Hund hat Schokolade gefressen er zittert", "Oh je, es riecht nach Gas", "oh no, my cat has swallowed a needle", "oh no, it is on fire", "oh je das Wasser läuft aus der Wand", "I'm worried my dog is ill", "schade, das hat nicht funktioniert", "well, it is broken",
			"hoffentlich habt ihr sonntags auf", "ich hoffe ihr habt glutenfreies Brot", "I hope you are open on Sunday", "ja ich bin Mitglied", "nein es geht um die Filiale am Markt", "nein wir sind vier",
			"ok ich bestelle das", "super, ich nehme zwei", "danke, ich warte noch auf meine Rechnung",
		},
	} {
		for _, text := range texts {
			switch got := topicOf(text).topic; {
			case got == want, got == "heard" && want == "reaction":
			case want == "" && got != "reaction" && got != "thanks" && got != "farewell":
			default:
				t.Errorf("%q is %q, want %q", text, got, want)
			}
		}
	}
}
