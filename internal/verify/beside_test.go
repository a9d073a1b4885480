package verify

import (
	"testing"

	"github.com/webchatagent/wca/internal/passage"
)

// TestOneSideOfAMatterIsNotTheOther judges sentences that are written like their source but for the side of a matter.
func TestOneSideOfAMatterIsNotTheOther(t *testing.T) {
	for _, j := range []judged{
		{"de", []passage.Passage{{Text: "Warme Küche gibt es bis 21 Uhr, danach noch kalte Platte. Freie Plätze können Sie online buchen. Die Prüfung muss mindestens 21 Tage vor dem Umzug erfolgt sein. Die Tour findet meist am Vormittag statt. Kaffee gibt es nur im Foyer. Die Fahrt dauert rund 40 Minuten. Den Schlüssel schicken wir Ihnen zu. Für den Antrag brauchen wir eine Vollmacht.", Language: "de"}}, map[string]Reason{
			"Warme Küche gibt es ab 21 Uhr.":                                 Condition,
			"Warme Küche gibt es bis 21 Uhr.":                                "",
			"Freie Plätze müssen Sie online buchen.":                         Condition,
			"Sie können freie Plätze online buchen.":                         "",
			"Die Prüfung muss höchstens 21 Tage vor dem Umzug erfolgt sein.": Condition,
			"Die Tour findet immer am Vormittag statt.":                      Condition,
			"Die Tour findet meistens am Vormittag statt.":                   "",
			"Kaffee gibt es auch im Foyer.":                                  Condition,
			"Die Fahrt dauert genau 40 Minuten.":                             Condition,
			"Die Fahrt dauert etwa 40 Minuten.":                              "",
			"Den Schlüssel schicken Sie uns zu.":                             Words,
			"Für den Antrag brauchen Sie eine Vollmacht.":                    "",
		}},
		{"en", []passage.Passage{{Text: "Students may bring their own laptops. Bands can set up from 5pm. Please show your card at our desk. Workshops usually last a morning. We recommend a policy for your belongings; in houses it isn't included.", Language: "en"}}, map[string]Reason{
			"Students must bring their own laptops.":                                 Condition,
			"Students can bring their own laptops.":                                  "",
			"Bands can set up until 5pm.":                                            Condition,
			"Please show our card at your desk.":                                     Words,
			"Workshops always last a morning.":                                       Condition,
			"We recommend a policy for our belongings; in houses it isn't included.": Words,
			"We recommend a policy for our belongings.":                              Words,
		}},
	} {
		j.check(t)
	}
}

// TestALimitIsNotMadeUp judges sentences that limit what their source does not, and leave out on what a gift depends.
func TestALimitIsNotMadeUp(t *testing.T) {
	for _, j := range []judged{
		{"de", texts("de", "Der Aufzug ist vorhanden und steht Gästen offen. Die Lieferung ist kostenlos, wenn Sie für 40 Euro bestellen. Der Pavillon bietet Grill und Musikbox. Am Sonntag ruht der Betrieb. Von März bis November stehen die Kühe auf der Weide. Einfach abstellen ist verboten."), map[string]Reason{
			"Der Aufzug steht nur mit Gutschein Gästen offen.":            Condition,
			"Der Pavillon bietet nur für Mitglieder Grill und Musikbox.":  Condition,
			"Der Pavillon bietet Grill und Musikbox.":                     "",
			"Die Lieferung ist kostenlos.":                                Condition,
			"Die Lieferung ist kostenlos, wenn Sie für 40 € bestellen.":   "",
			"Ab einer Bestellung von 40 € ist die Lieferung kostenlos.":   "",
			"Von November bis März stehen die Kühe auf der Weide.":        Condition,
			"Die Kühe stehen von März bis November auf der Weide.":        "",
			"Einfach abstellen ist nicht verboten.":                       Negation,
			"Laut Website gilt: Der Pavillon bietet Grill und Musikbox.":  "",
			"Der Pavillon bietet Grill; am Sonntag ruht der Betrieb.":     "",
			"Der Pavillon bietet Grill; der Aufzug kostet 3 Euro am Tag.": Number,
		}},
		{"en", texts("en", "Cancellation is free if you tell us a week ahead. The function room holds sixty people. Guide dogs may join every tour except the mill room."), map[string]Reason{
			"Cancellation is free.":                                       Condition,
			"Cancellation is free if you tell us one week ahead.":         "",
			"The function room holds, by arrangement only, sixty people.": Condition,
			"Guide dogs may join every tour apart from the mill room.":    "",
		}},
	} {
		j.check(t)
	}
}

// TestANameIsNotPutInThePlaceOfAnother judges sentences written like their source but for who it is.
func TestANameIsNotPutInThePlaceOfAnother(t *testing.T) {
	judged{"de", texts("de", "Dienstältester Fahrer ist Hubert Kraus mit vielen unfallfreien Kilometern. Den Empfang leitet Frau Kesselring. Rufen Sie uns an: 05121 99 41 77. Im Notfall: +49 171 555 02 33."), map[string]Reason{
		"Dienstältester Fahrer ist Frau Kesselring mit vielen unfallfreien Kilometern.": Name,
		"Dienstältester Fahrer ist Hubert Kraus.":                                       "",
		"Den Empfang leitet Hubert Kraus.":                                              Name,
		"Rufen Sie uns unter 05421 994177 an.":                                          Link,
		"Rufen Sie uns unter +49 (0)5121 994177 an.":                                    "",
		"Rufen Sie uns unter (05121) 99 41 77 an.":                                      "",
		"Im Notfall wählen Sie 0171 5550233.":                                           "",
		"Im Notfall wählen Sie 0181 5550233.":                                           Link,
	}}.check(t)
}

// TestAFigureOfAnotherSentenceIsNotItsOwn judges sentences written like their source with the figure of another.
func TestAFigureOfAnotherSentenceIsNotItsOwn(t *testing.T) {
	for _, j := range []judged{
		{"de", []passage.Passage{{Text: "Unterlagen von Bewerbern löschen wir drei Monate nach der Absage. Rechnungen bewahren wir zehn Jahre auf. Das Abo läuft drei, sechs oder zwölf Monate. Es folgen zwei bis vier Probesitzungen. Auf Nähte geben wir zwölf Monate Garantie. Das Sommerfest feiern wir am 20. Juni. Im Oktober ist der Laden am 3. geschlossen.", Language: "de"}}, map[string]Reason{
			"Unterlagen von Bewerbern löschen wir zehn Jahre nach der Absage.": Number,
			"Unterlagen von Bewerbern löschen wir 3 Monate nach der Absage.":   "",
			"Rechnungen bewahren wir drei Monate auf.":                         Number,
			"Das Abo läuft drei, 6 oder zwölf Monate.":                         "",
			"Es folgen 2 bis vier Probesitzungen.":                             "",
			"Das Abo läuft drei, 9 oder zwölf Monate.":                         Number,
			"Auf Nähte geben wir ein Jahr Garantie.":                           "",
			"Das Sommerfest feiern wir am 20. Oktober.":                        Number,
			"Das Sommerfest feiern wir am 20.6.":                               "",
		}},
		{"en", []passage.Passage{{Text: "A power flush takes six hours. Boilers are serviced in two hours. The summer show opens on 7 June.", Language: "en"}}, map[string]Reason{
			"A power flush takes two hours.":    Number,
			"A power flush takes 6 hours.":      "",
			"The summer show opens on June 7.":  "",
			"Boilers are serviced in 2 hours.":  "",
			"Boilers are serviced in six hours": Number,
		}},
	} {
		j.check(t)
	}
}

// TestARowHasTheFigureThatASentenceLacks judges what is told of rows beside sentences that speak of the same with other
// figures, and what mixes the two.
func TestARowHasTheFigureThatASentenceLacks(t *testing.T) {
	for _, j := range []judged{
		{"de", texts("de", "Die Probefahrt mit einem E-Bike kostet 25 €, die wir beim Kauf anrechnen.\nModell: E-Bike · Preis: 2.199 €\nModell: Stadtrad · Preis: 799 €", "Mit der ersten Rundfahrt bis Seefischbach, zu Fuß nach Au, mit der dritten Fahrt um 17 Uhr zurück.\nHalt: Markt · 1. Fahrt: 9:45 · 2. Fahrt: 11:45\nHalt: Seefischbach · 1. Fahrt: 10:35 · 2. Fahrt: 12:35", "Dokument: Reisepass ab 24 Jahren · Gebühr: 70,00 €\nDokument: Reisepass unter 24 Jahren · Gebühr: 37,50 €"), map[string]Reason{
			"E-Bike kostet 2.199 €.":                        "",
			"Der Preis für E-Bike beträgt 2.199 €.":         "",
			"Der Reisepass kostet ab 24 Jahren 70 €.":       "",
			"Ein Reisepass unter 24 Jahren kostet 37,50 €.": "",
			"Ein Reisepass unter 24 Jahren kostet 70 €.":    Number,
			"2. Fahrt bei Seefischbach: 12:35.":             "",
			"Die Probefahrt mit einem E-Bike kostet 799 €.": Number,
		}},
		{"en", texts("en", "Two adults at the same address pay £64 for two Classic plans.\nPlan: Classic · Monthly price: £36\nPlan: Complete · Monthly price: £47"), map[string]Reason{
			"You pay £36 for Classic.": "",
			"You pay £47 for Classic.": Number,
		}},
	} {
		j.check(t)
	}
}

// TestACellDeniesNothingOfOthers judges what is told of cells in rows of which another cell denies something.
func TestACellDeniesNothingOfOthers(t *testing.T) {
	judged{"en", texts("en", "Trains leave twenty minutes apart on weekdays. Class: Vinyasa · Pace: fast · Heat: no · Length: 75 min · Level: some experience\nClass: Ashtanga · Pace: own pace · Heat: no · Length: 90 min · Level: regular practice\nNo.: 1744 · Name: Bluebell Nell · Wheels: 0-4-0 · Status: in service\nNo.: 62 · Name: Foundry Lad · Wheels: 0-6-0 · Status: under repair"), map[string]Reason{
		"Pace for Vinyasa: fast.":                    "",
		"Level for Vinyasa: some experience.":        "",
		"Vinyasa is a fast class with heat.":         Negation,
		"Status for 62: under repair.":               "",
		"On weekdays trains leave every 20 minutes.": "",
	}}.check(t)
}
