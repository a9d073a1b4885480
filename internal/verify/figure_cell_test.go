package verify

import "testing"

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
		{"de", texts("de", "• Ganztagskarte: 95 € im Monat, mit Spind\n• Vormittagskarte (bis 12 Uhr): 55 € im Monat\n• Hunde: nur an der Leine\n• Katzen: nur in der Box"), map[string]Reason{
			"Die Ganztagskarte kostet 95 € im Monat, die Vormittagskarte 55 € im Monat.": "",
			"Hunde dürfen nur an der Leine mit.":                                         "",
			"Hunde dürfen nur in der Box mit.":                                           Words,
		}},
	} {
		j.check(t)
	}
}
