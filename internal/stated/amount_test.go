package stated

import (
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/word"
)

func TestTheFigureAskedForIsToldFromTheQuestion(t *testing.T) {
	for want, questions := range map[Amount]string{
		AmountPrice:   `Was kostet der Kurs? | Wie teuer ist das? | wie viel kostet ein zimmer | Wieviel kostet das? | Und was würde ein Umzug nach Kiel kosten? | What does shipping to Norway cost? | How much is a lesson? | how expensive is it | What do you charge? | Was verdient man bei euch? | abnehmberatung katze preis | kosten probetraining | day ticket price | lastenrad verleih wochenpreis | gehalt azubi berufskraftfahrer | what is the starting salary for trainees | what's the exam fee | Was kostet das pro Liter | was nehmt ihr für einen Schlauch | Was berechnen Sie dafür? | was zahl ich für eine rücksendung | ab wieviel euro | how much to spay a dog | Was hat der Umbau gekostet? | Was muss ich für die Platine rechnen? | was darf ich für ein gutes Rad ausgeben | total cost accounting masters | monatliche gebühr depot`,
		AmountCount:   `Wie viele Plätze gibt es? | how many seats are there | Wieviele Leute dürfen mit? | wie viele mitglieder habt ihr`,
		AmountMeasure: `Wie viel Platz brauche ich?`,
		AmountFigure:  `Wie hoch ist die Kaution? | how high is the deposit`,
		AmountSize:    `Wie groß ist der Saal? | how far is it | wie weit ist es zum Bahnhof`,
		AmountAge:     `wie alt muss man sein | how old must my son be | How old do you have to be? | Mindestalter Klettern | min age climbing | ab welchem alter ebike leihen | Bis zu welchem Alter ist es frei? | from what age can they climb | which ages is it for`,
		AmountClock:   `Um wie viel Uhr geht es los? | wieviel uhr macht ihr zu | What time does the race start?`,
		AmountTime:    `Wie lange habt ihr offen? | Wie lange gilt der Gutschein? | how long is the voucher valid`,

		amountIn + Amount(kindTime):   `Wie viel Zeit brauche ich? | Wie viele Tage dauert das? | how many hours does it take | Wie lange dauert das? | how long does it take | delivery time | processing times`,
		amountIn + Amount(kindWarmth): `Wie heiß muss der Ofen sein? | Ab welcher Zimmertemperatur schimmelt es? | bei wieviel Grad waschen | How hot is the water? | what temperature should it be`,
		amountIn + Amount(kindPixels): `Wie viel Megapixel hat die Kamera?`,
		amountIn + Amount(kindBytes):  `wie viele gb hat der tarif`,
		amountIn + Amount(kindVolume): `papiertonne größe liter`,
		amountIn + Amount(kindLength): `schrank tiefe cm | how far are the walks in miles | Wie tief ist das Becken? | how wide is the door | Wie hoch ragt der Turm auf?`,
		amountIn + Amount(kindWeight): `Wie schwer ist das Rad? | wie viele kilo darf es wiegen | was wiegt das stadtrad | wieviel wiegt es | Wie viel darf mein Gepäck wiegen? | how much does the tent weigh | what does it weigh | vitamin c dosis mg`,
		amountIn + Amount(kindPower):  `wie viel kwp hat die anlage`,
		amountIn + Amount(kindArea):   `wieviel quadratmeter hat der raum`,
		AmountMuch:                    `wie viel? | Und wie viel denn? | how much | Wieviel genau?`,
		AmountOld:                     `Wie alt ist die Bäckerei? | How old is the mill?`,
		AmountPhone:                   `Wie ist eure Telefonnummer? | What is your phone number? | Wie ist die Notfallnummer? | what's your emergency number | durchwahl svenja pohl`,
		AmountMail:                    `Wie ist Ihre E-Mail-Adresse? | mailadresse praxis | what's your email address`,
		AmountNext:                    `Wann ist der nächste Kurs? | when is the next tour | Wann kommt er das nächste Mal?`,
		AmountWhen:                    `Wann beginnt der Kurs? | ab wann habt ihr auf | When was it founded? | Ausstellung Moritzburg: bis wann komme ich rein? | schnupperkurs wann | trial class when | toddler group thursday time | half term dates | delivery date`,
		AmountNone:                    `jobs part time | save the date | How hot is the curry? | Wie warm muss ich mich anziehen? | What is included in the price? | what are the differences in price | bett 200 cm breit oder 90 cm | abholung gelbe tonne | Was ist im Preis enthalten? | Was passiert, wenn ich zu spät zahle und nicht komme? | Welche Kosten übernimmt die Kasse? | how do I pay | What happens if I pay late and cancel? | Wer zahlt das? | wie | how much water | Was | Was nehmen Sie mit? | Was nimmt man für die Wanderung mit? | Was passiert, wenn es regnet? | do you tell me when it is ready | is the price negotiable | Mit was muss ich beim Umbau rechnen? | Wie warm muss ich mich anziehen? | Wissen Sie, wann es regnet? | time`,
	} {
		for question := range strings.SplitSeq(questions, " | ") {
			if got := AmountAsked(word.Tokens(question, "de")); got != want {
				t.Errorf("%q asks for %d, want %d", question, got, want)
			}
		}
	}
}

func TestPayIsAskedForByItsWords(t *testing.T) {
	for question, want := range map[string]bool{"Wie hoch ist das Gehalt?": true, "Welcher Stundenlohn?": true, "Was kostet Milch mit wenig Fettgehalt?": false, "Was kostet das?": false} {
		if got := AsksPay(word.Tokens(question, "de")); got != want {
			t.Errorf("%q asks for pay: %v", question, got)
		}
	}
}

func TestAFigureIsStatedInNumbersOrWords(t *testing.T) {
	for _, c := range []struct {
		asked         Amount
		StatedIn, not string
	}{
		{AmountPrice, `Der Kurs kostet 45 Euro. | Kurs (€): 45 | Der Eintritt ist frei. | Das erste Gespräch ist kostenlos. | Shipping is included. | Kinder zahlen die Hälfte. | zwei Euro pro Gang | Mit 40 % Eilaufschlag | The room rate includes breakfast.`,
			`The package includes a cable. | Der Kurs dauert 45 Minuten. | Montags um 10 Uhr | Seit 2009 sind wir für Sie da. | 10 % unserer Kunden kommen wieder. | Bitte zahlen Sie bar.`},
		{AmountCount, `Der Saal hat 80 Plätze. | Acht Räume, davon zwei mit Flügel | Ein Hund pro Zimmer. | Es kamen 2000 Gäste. | Kinder haben wir keine. | Gäste: 80`,
			`Seit 2009 unterrichten wir Kinder. | Die Prüfung dauert 55 Minuten. | Mitglieder zahlen 48 €. | Dienstags um 19:30 Uhr | Am 3. Mai 2024 | Ein Chor für alle. | Im Jahr 2000 | Absagen ist bis höchstens 7 Tage vorher einmal möglich. | A full refund if you cancel at least 7 days before. | Nach zehn Jahren | Amtsgericht, HRB 0815 | Das 250-Megawatt-Kraftwerk | Der 15-malige Sieger | Er leistet 200 MW. | It does not engage in it in any way.`},
		{AmountFigure, `Sie beträgt 500 €. | Ab 16 Jahren | Eine Stunde`, `Das dauert. | Sie ist hoch.`},
		{AmountSize, `Der Saal hat 120 qm. | 1,60 kg | Fünf Minuten zu Fuß | Platz für 80 Personen`, `Er kostet 449 €. | Um 19:30 Uhr | Am 3. Mai 2024 | Er ist groß.`},
		{AmountAge, `Ab 16 Jahren | Mindestalter: 14 | ages 4 to 8 | In jedem Alter | ab zwei Jahren | ab 8Jahre | bis zum zwölften Lebensjahr | Welpen ab 8 Wochen | der 47-Jährige | Unter 16 Eintritt frei`, `Der 15-malige Sieger | Preis für 1 Woche: 95 € | Am 14. März 2027 um 14 Uhr | Alte Poststraße 24, 83022 Rosenheim | Es dreht sich zehn Minuten lang um 11:15 Uhr. | Er kostet 449 €. | Zwei Hunde | 30 Minuten | Dauer 45min | Salsa auf 400 Quadratmetern | Hinter dem Haus stehen 15 Plätze bereit.`},
		{AmountMail, `Schreiben Sie an post@a.example.`, `Schreiben Sie uns eine E-Mail.`},
		{AmountNext, `Am 3. Mai | Samstag, 9 Uhr | im Juni | on 5 July`, `Für Kinder von drei bis sieben Jahren | 18 € | Termine hängen im Flur.`},
		{AmountMuch, `25 Euro | 10 % | drei Koffer | 20 kg | Das ist kostenlos.`, `Telefon 030 1234567 | Gern.`},
		{AmountOld, `Gebaut 1870 | Seit 120 Jahren | In der 4. Generation | acht Jahre`, `Alte Poststraße 24, 83022 Rosenheim | Ab 18 Uhr | Zwei Hunde`},
		{AmountClock, `Ab 18 Uhr | from 10:30 | Thursdays from 6pm to 8pm | Um Mitternacht, täglich`, `Am 19. Juni 2027 | Im Mai | Der Kurs dauert zwei Stunden.`},
		{AmountTime, `Das dauert 30 Minuten. | Eine Stunde | Bis 18 Uhr | lebenslang | drei Wochen | Wartezeit: 48 Std.`, `Das dauert. | £45 one ear, £65 both | Bis 15 kg | Der Versand kostet 5,90 €. | Seit 1989 | Telefon 030 1234567 | Torten für zwei Personen`},
		{AmountPhone, `Telefon 030 1234567 | Call (323) 934-3936 | 323.934.3936 | Petra Nienhaus, Durchwahl: -52`, `Rufen Sie uns an. | Postfach 1234 | 100 200 3000 m`},
		{AmountWhen, `Montags | Ab 18 Uhr | Im Mai 2027 | Gegründet 1989 | Täglich | Sobald wir die Zahlung haben | Ab 30 € Bestellwert | binnen acht Wochen | nach zehn bis zwölf Tagen | on the 3rd of each month`, `Die Fahrt dauert gut zwei Stunden. | Kurs: Segeln · Dauer: 3 Stunden · Erwachsene: 59 € · Kinder: 45 € | Dauer: 2 Wochenenden · Preis: 420 € | E-Mail: a@b.example | Telefon 030 1234567 | Wir beginnen.`},
		{amountIn + Amount(kindTime), `Rechnen Sie mit 30 Minuten. | Eine Stunde | Eine Dreiviertelstunde | 45min | von 9 bis 13 Uhr | Dauer (Tage): 5 | Das gilt unbegrenzt.`,
			`Dienstag um 18:30 Uhr | £45 one ear, £65 both | Zweimal im Jahr | Der Schrank ist 90 cm hoch. | 12 Zoll`},
		{amountIn + Amount(kindLength), `1,35 m tief | Tiefe (cm): 135 | zwei Meter`, `35 °C | Mittagsruhe ist von 13 bis 15 Uhr. | ab 12 Monaten | 3 Zimmer`},
		{amountIn + Amount(kindWeight), `Es wiegt 3,2 kg. | 800g`, `12 Zoll, 119 Euro`},
		{amountIn + Amount(kindArea), `120 m² | 85 qm`, `3–6 Leute, ab 12 Jahren`},
		{amountIn + Amount(kindShare), `10 % | zehn Prozent`, `10 Euro`},
		{amountIn + Amount(kindWarmth), `unter 14 Grad | 20 °C | bei 60° waschen`, `Er kostet 14 Euro. | Es ist warm.`},
		{AmountMeasure, `Rechnen Sie mit 30 Minuten. | Das dauert eine Stunde. | Nach zwei Wochen | 30 Cent je Kilometer | ab 35 € Warenwert nichts`, `Das dauert. | Um 19:30 Uhr | Seit 2009`},
	} {
		for i, texts := range []string{c.StatedIn, c.not} {
			for text := range strings.SplitSeq(texts, " | ") {
				if c.asked.StatedIn(text, word.Tokens(text, "de")) != (i == 0) {
					t.Errorf("%q states figure %d: %v", text, c.asked, i == 1)
				}
			}
		}
	}
}
