package verify

import "testing"

func TestConditionsAreNotLeftOut_C3(t *testing.T) {
	for _, j := range []judged{
		{"en", texts("en", "Only assistance dogs are allowed in the studio. Phone support is available on the Gold plan only.", "The Basic plan includes e-mail support. Repairs from $200 include a loan bike. Nervous horses are ridden with a guide."), map[string]Reason{
			"Dogs are allowed in the studio.":            Condition,
			"Assistance dogs are allowed in the studio.": "",
			"The Basic plan includes phone support.":     Condition,
			"The Gold plan includes phone support.":      "",
			"Every repair includes a loan bike.":         Condition,
			"A repair from $200 includes a loan bike.":   "",
		}},
		{"de", texts("de", "Geführte Touren gibt es nur für Gruppen. Einen Leihwagen stellen wir ab einem Auftrag von 300 Euro.", "Die Karten gibt es im Laden und im Internet. Wir streichen alle Zäune außer Metallzäune. Nimm bitte unbenutzte Handtücher."), map[string]Reason{
			"Geführte Touren gibt es auch für Einzelne.":      Condition,
			"Geführte Touren gibt es für Gruppen.":            "",
			"Bei jedem Auftrag stellen wir einen Leihwagen.":  Condition,
			"Ab 300 € Auftrag stellen wir einen Leihwagen.":   "",
			"Die Karten gibt es nur im Laden.":                Condition,
			"Die Karten gibt es im Laden.":                    "",
			"Wir streichen auch Metallzäune.":                 Negation,
			"Metallzäune streichen wir nicht.":                "",
			"Nimm bitte benutzte Handtücher.":                 Negation,
			"Die Karten gibt es weltweit im Laden.":           Condition,
			"Die Karten gibt es im Laden, weil das Amt will.": Words,
			"Weil das Amt will, gibt es die Karten im Laden.": Words,
		}},
		{"en", texts("en", "Children are treated free of charge. Applications must be made before the work begins.", "The workshop moved from Dover to Deal in 2019."), map[string]Reason{
			"Adults are treated free of charge.":                   Words,
			"Children are treated for free.":                       "",
			"Applications can also be made after the work begins.": Condition,
		}},
	} {
		j.check(t)
	}
}

func TestAmountsBelongToWhatStandsBesideThem_C3(t *testing.T) {
	for _, j := range []judged{
		{"en", texts("en", "The fee is £65 on weekdays and £95 at weekends. Bicycles are insured up to £1,000, tandems up to £2,500.", "A night costs £14, breakfast is £6. Bed linen is included. The filter is cleaned twice a month. Groups of ten or more get a guide. We have three looms. A loom seats 2 to 4 people. The bus leaves every 20 minutes."), map[string]Reason{
			"At weekends the fee is £65.":          Number,
			"At weekends the fee is £95.":          "",
			"Bicycles are insured up to £2,500.":   Number,
			"Tandems are insured up to £2,500.":    "",
			"Breakfast is included.":               Number,
			"You don't have to pay for bed linen.": "",
			"The loom seats two people.":           "",
			"The loom seats 4 people.":             "",
			"We have four looms.":                  Number,
			"We have 3 looms.":                     "",
			"Groups of five or more get a guide.":  Number,
			"The bus leaves every 30 minutes.":     Number,
			"The bus leaves every 20 minutes.":     "",
			"Twice a month the filter is cleaned.": "",
			"Twice a year the filter is cleaned.":  Number,
		}},
		{"de", texts("de", "Erwachsene zahlen 12 Euro, Kinder von 4 bis 14 Jahren 6 Euro. Das Parken ist kostenlos. Der Kurs umfasst sechs Abende. Die Gruppe hat höchstens 8 Teilnehmende. Die Miete läuft mindestens 6 Tage.", "Die Werkstatt ist im zweiten Stock. Bollerwagen verleihen wir für 4 Euro am Tag. Zuschuss der Krankenkasse: 784,94 Euro."), map[string]Reason{
			"Kinder von 4 bis 14 Jahren zahlen 12 Euro.":    Number,
			"Kinder von 4 bis 14 Jahren zahlen 6 €.":        "",
			"Das Parken kostet 4 Euro am Tag.":              Number,
			"Für das Parken zahlen Sie nichts.":             "",
			"Der Kurs umfasst acht Abende.":                 Number,
			"Der Kurs umfasst 6 Abende.":                    "",
			"Die Werkstatt ist im dritten Stock.":           Number,
			"Die Krankenkasse übernimmt 784,94 Euro.":       "",
			"Höchstens acht Personen sind in einer Gruppe.": "",
			"Die höchste Dauer der Miete: 6 Tage.":          Number,
		}},
	} {
		j.check(t)
	}
}

func TestTheSameIsSaidInOtherWords_C3(t *testing.T) {
	for _, j := range []judged{
		{"de", texts("de", "Unser Laden hat Dienstag bis Samstag ab 17:30 Uhr geöffnet. Montag ist Ruhetag. Termine können Sie bis 24 Stunden vorher absagen, danach kostet es 35 Euro.", "Wir nehmen EC-Karte und Barzahlung, keine Kreditkarten. Die Hotline ist rund um die Uhr besetzt. Die Tonne wird jeden zweiten Donnerstag geleert."), map[string]Reason{
			"Am Donnerstag öffnet der Laden um halb sechs.":              "",
			"Am Sonntag öffnet der Laden um halb sechs.":                 Number,
			"Montags haben wir geschlossen.":                             "",
			"Weniger als 24 Stunden vorher kostet das Absagen 35 €.":     "",
			"Mit Kreditkarte können Sie nicht bezahlen.":                 "",
			"Die Hotline ist 24 Stunden am Tag besetzt.":                 "",
			"Die Tonne wird donnerstags alle zwei Wochen geleert.":       "",
			"Die Tonne wird jeden Donnerstag geleert.":                   Condition,
			"Der Laden öffnet um 5 Uhr nachmittags und 30 Minuten dazu.": Number,
		}},
		{"en", texts("de", "Die Sprechstunde ist mittwochs von 9 bis 12 Uhr."), map[string]Reason{
			"The consultation is on Wednesdays from 9 am to noon.":     "",
			"The consultation is on Wednesdays from 9 am to midnight.": Number,
		}},
		{"en", texts("en", "Private households pay no VAT. Businesses are charged the rate of 20%. Both kilns are electric.", "The market is open on Fridays from 2 pm to 5 pm. For stays of more than 14 nights we grant a 10% discount. A visit lasts 45 minutes. Weddings are photographed by Lena Marsh and Omar Said."), map[string]Reason{
			"Businesses pay 20 percent VAT.":                             "",
			"Businesses pay no VAT.":                                     Condition,
			"On Fridays the market is open until 5 in the afternoon.":    "",
			"On Fridays the market is open until 4 in the afternoon.":    Number,
			"If you stay longer than 14 nights, you get 10 percent off.": "",
			"A visit lasts three quarters of an hour.":                   "",
			"Lena Marsh and Omar Said both photograph weddings.":         "",
			"No gas kilns, both kilns are electric.":                     "",
		}},
	} {
		j.check(t)
	}
}

// Words of German and English are not looked for in other languages.
func TestOtherLanguagesAreNotJudgedByTheseWords_C3(t *testing.T) {
	for _, j := range []judged{
		{"fr", texts("fr", "Le marché est ouvert du 3 au 20 septembre. Vous pouvez réserver en ligne. Le musée est fermé le lundi."), map[string]Reason{
			"Le marché est ouvert le 3 septembre.":   "",
			"Vous pouvez réserver online, en ligne.": "",
		}},
	} {
		j.check(t)
	}
}
