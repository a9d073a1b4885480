package verify

import (
	"fmt"
	"strings"
	"testing"
)

// What stands in one row of a table is not said of another: hours, places, people.
func TestACellIsThatOfItsRow_C3(t *testing.T) {
	const courses = "Kurs: Schwindel und Gleichgewicht · Ort: Münster · Leitung: Ute Brand · Termin: 12. März · Dauer: 3 Tage\n" +
		"Kurs: Tapen · Ort: Bochum · Leitung: Karl Lenz · Termin: 20. September · Dauer: 1 Tag\n" +
		"Kurs: Atemtherapie · Ort: Bochum · Leitung: Ute Brand · Termin: 4. Juni · Dauer: 2 Tage\nAm 20. September zeigen wir Atemtherapie auch in Münster."
	for _, j := range []judged{
		{"de", texts("de", courses), map[string]Reason{
			"Der Kurs Schwindel und Gleichgewicht findet am 12. März in Münster statt.":         "",
			"Der Kurs Schwindel und Gleichgewicht findet in Bochum statt.":                      Words,
			"Der Kurs Schwindel und Gleichgewicht ist am 4. Juni.":                              Number,
			"Der Kurs Tapen dauert 3 Tage.":                                                     Number,
			"Tapen dauert 1 Tag, Schwindel und Gleichgewicht 3 Tage.":                           "",
			"Atemtherapie zeigen wir am 20. September in Münster.":                              "",
			"Tapen und Atemtherapie gibt es in Bochum, Schwindel und Gleichgewicht in Münster.": "",
		}},
		{"en", texts("en", "Day: Friday · Morning: 8.30–11.30 · Afternoon: 2–5 pm\nDay: Saturday · Morning: 9.00–12.00 · Afternoon: –"), map[string]Reason{
			"On Saturday we are open from 9.00 to 12.00 in the morning.": "",
			"On Saturday we are open from 8.30 to 11.30 in the morning.": Number,
			"On Friday we open at 8.30, on Saturday at 9.00.":            "",
		}},
		{"de", texts("de", "Kurs: Kajak · Tag: Sa. · Beginn: 9 Uhr · Ort: Bootshaus\nKurs: Segeln · Tag: So. · Beginn: 11 Uhr · Ort: Steg 1"), map[string]Reason{
			"Segeln beginnt sonntags um 11 Uhr am Steg 1.":    "",
			"Segeln beginnt samstags um 11 Uhr am Steg 1.":    Number,
			"Kajak beginnt am Samstag um 9 Uhr am Bootshaus.": "",
		}},
		{"en", texts("en", "Office: Ripley · Mon: 9am–5pm · Tue: closed · Thu: 9am–7pm\nOffice: Belper · Mon: 10am–6pm · Tue: 9am–1pm · Thu: closed"), map[string]Reason{
			"On Thursdays the Ripley office is open from 9am to 7pm.": "",
			"On Mondays the Belper office opens at 10am.":             "",
			"On Mondays the Ripley office is open from 9am to 7pm.":   Number,
		}},
		{"en", texts("en", "Lesson: Manual, one hour · Standard: £38 · Student: £34\nLesson: Automatic, one hour · Standard: £42 · Student: £38\nLesson: Test day package · Standard: £120 · Student: –"), map[string]Reason{
			"Prices range from £38 for a manual hour to £120 for the test day package.": "",
			"The test day package costs £42.":                                           Number,
		}},
		{"en", texts("en", "Bike: Tandem · Half day: £24 · Full day: £36\nBike: E-bike · Half day: £26 · Full day: £40\nWe ask for a £50 deposit per bike; for e-bikes the deposit is £150."), map[string]Reason{
			"Hiring an e-bike for a full day costs £40, plus a £150 deposit.": "",
		}},
		{"de", texts("de", "Saison: Nebensaison · Zelt: 12 € · Wohnmobil: 24 €\nSaison: Hauptsaison (Juli, August) · Zelt: 17 € · Wohnmobil: 32 €\n• Familienkarte (2 Erwachsene, 3 Kinder): 13 €\n• Sauna: 14 €\n• Handtuch: 50 €"), map[string]Reason{
			"Ein Zelt kostet in der Hauptsaison 12 €.":         Number,
			"Ein Zelt kostet in der Hauptsaison 17 €.":         "",
			"Die Familienkarte kostet 14 €.":                   Number,
			"Die Familienkarte kostet 13 €.":                   "",
			"Familienkarte und Handtuch kosten zusammen 63 €.": "",
		}},
		{"en", texts("en", "Area: Jedburgh · Day: Wednesday · Charge: £2.00\nArea: Hawick · Day: Thursday · Charge: £2.50\n• Mini (5 items): £11\n• Classic (8 items): £16\n• Fruit only (6 items): £13"), map[string]Reason{
			"In Hawick a Mini box including delivery comes to £13.50.": "",
			"A Mini box costs £13.":                                    Number,
		}},
		{"de", texts("de", "• Ganztagskarte: 95 € im Monat, mit Spind\n• Vormittagskarte (bis 12 Uhr): 55 € im Monat\n• Hunde: nur an der Leine\n• Katzen: nur in der Box"), map[string]Reason{
			"Die Ganztagskarte kostet 95 € im Monat, die Vormittagskarte 55 € im Monat.": "",
			"Hunde dürfen nur an der Leine mit.":                                         "",
			"Hunde dürfen nur in der Box mit.":                                           Words,
		}},
	} {
		j.check(t)
	}
}

// BenchmarkLongTables judges an answer of twelve sentences by a table of three hundred rows.
func BenchmarkLongTables(b *testing.B) {
	var passages, answer []string
	for i := range 12 {
		var rows []string
		for k := range 25 {
			n := 25*i + k
			rows = append(rows, fmt.Sprintf("Artikel: Schraube Sorte%c%c rot %d mm · Preis: %d,50 € · Lager: Regal %d · Lieferzeit: %d Tage", 'a'+n%26, 'a'+n/26, n, n+3, n%40, n%9+1))
		}
		passages = append(passages, strings.Join(rows, "\n"))
		answer = append(answer, fmt.Sprintf("Die Schraube Sorte%ca in Rot mit %d mm kostet %d,50 € und liegt in Regal %d.", 'a'+i, i, i+3, i))
	}
	index, hits := allOf(texts("de", passages...))
	for b.Loop() {
		c := New(index, hits, Said{}, "de")
		for _, sentence := range answer {
			c.Sentence(sentence)
		}
	}
}
