package verify

import "testing"

// Figures, days and people of the sources belong to what is said of them there, also where a sentence of the answer
// takes them from another one.
func TestWhatIsTakenFromAnotherSentenceIsNotBacked_C3(t *testing.T) {
	judged{language: "de", passages: texts("de",
		"Die Abendtour startet jeden Freitag um 18:30 Uhr am Bootssteg und kostet 29 € pro Person. Getränke sind dabei.",
		"April bis Oktober: Montag bis Freitag 9:00–18:00 Uhr.",
		"Gruppen ab 8 Personen erhalten 10 % Rabatt. Gäste mit Kurkarte zahlen 2 € weniger am Tag.",
		"Inhaberin ist Marlene Obermüller. Die Werkstatt leitet Zlatko Perišić. Touren führt Yasemin Öztürk-Hahn.",
		"Unsere Kurse finden dienstags und donnerstags statt. Am Mittwoch ist Ruhetag.",
	), said: map[string]Reason{
		"Die Abendtour startet jeden Donnerstag.":                                Number,
		"Die Abendtour startet jeden Freitag.":                                   "",
		"Die Abendtour startet freitags um 18:30 Uhr.":                           "",
		"Die Kurse finden donnerstags statt.":                                    "",
		"Die Kurse finden am Mittwoch statt.":                                    Number,
		"Freitags haben wir von 9 bis 18 Uhr geöffnet.":                          "",
		"Donnerstags haben wir von 9 bis 18 Uhr geöffnet.":                       "",
		"Gäste mit Kurkarte zahlen 10 % weniger.":                                Number,
		"Gäste mit Kurkarte zahlen 2 € weniger.":                                 "",
		"Marlene Obermüller leitet die Werkstatt.":                               Name,
		"Zlatko Perišić leitet die Werkstatt.":                                   "",
		"Die Touren führt Zlatko Perišić.":                                       Name,
		"Die Touren führt Yasemin Öztürk-Hahn.":                                  "",
		"Inhaberin ist Marlene Obermüller, die Werkstatt leitet Zlatko Perišić.": "",
		"Unsere Inhaberin heißt Marlene Obermüller.":                             "",
	}}.check(t)
	judged{language: "en", passages: texts("en",
		"The boat leaves every Friday at 6 pm. The office is open Monday to Friday.",
		"The owner is Mary Miller. John Carter runs the workshop.",
	), said: map[string]Reason{
		"The boat leaves every Thursday.":     Number,
		"The boat does not leave on Mondays.": "",
		"The boat leaves every Friday.":       "",
		"Mary Miller runs the workshop.":      Name,
		"John Carter runs the workshop.":      "",
		"The office is open on Thursdays.":    "",
		"The workshop is run by John Carter.": "",
	}}.check(t)
}
