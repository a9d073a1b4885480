package retrieve

import (
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/word"
)

func TestTheFigureAskedForIsToldFromTheQuestion(t *testing.T) {
	for want, questions := range map[amount]string{
		amountPrice:   `Was kostet der Kurs? | Wie teuer ist das? | wie viel kostet ein zimmer | Wieviel kostet das? | Und was würde ein Umzug nach Kiel kosten? | What does shipping to Norway cost? | How much is a lesson? | how expensive is it | What do you charge? | Was verdient man bei euch? | abnehmberatung katze preis | kosten probetraining | day ticket price`,
		amountCount:   `Wie viele Plätze gibt es? | how many seats are there | Wieviele Leute dürfen mit? | wie viele mitglieder habt ihr`,
		amountMeasure: `Wie viel Platz brauche ich?`,
		amountFigure:  `Wie hoch ist die Kaution? | how high is the deposit`,
		amountSize:    `Wie groß ist der Saal? | how far is it | wie weit ist es zum Bahnhof`,
		amountAge:     `wie alt muss man sein | how old must my son be | How old do you have to be? | Mindestalter Klettern | min age climbing`,
		amountClock:   `Um wie viel Uhr geht es los? | wieviel uhr macht ihr zu | What time does the race start?`,
		amountTime:    `Wie lange habt ihr offen? | Wie lange gilt der Gutschein? | how long is the voucher valid`,

		amountIn + amount(kindTime):   `Wie viel Zeit brauche ich? | Wie viele Tage dauert das? | how many hours does it take | Wie lange dauert das? | how long does it take`,
		amountIn + amount(kindLength): `Wie tief ist das Becken? | how wide is the door`,
		amountIn + amount(kindWeight): `Wie schwer ist das Rad? | wie viele kilo darf es wiegen`,
		amountIn + amount(kindPower):  `wie viel kwp hat die anlage`,
		amountIn + amount(kindArea):   `wieviel quadratmeter hat der raum`,
		amountMuch:                    `wie viel? | Und wie viel denn? | how much | Wieviel genau?`,
		amountOld:                     `Wie alt ist die Bäckerei? | How old is the mill?`,
		amountPhone:                   `Wie ist eure Telefonnummer? | What is your phone number? | Wie ist die Notfallnummer? | what's your emergency number`,
		amountWhen:                    `Wann beginnt der Kurs? | ab wann habt ihr auf | When was it founded?`,
		amountNone:                    `Was ist im Preis enthalten? | Was passiert, wenn ich zu spät zahle und nicht komme? | Welche Kosten übernimmt die Kasse? | how do I pay | What happens if I pay late and cancel? | Wer zahlt das? | wie | how much water | Was | Was passiert, wenn es regnet? | do you tell me when it is ready`,
	} {
		for question := range strings.SplitSeq(questions, " | ") {
			if got := amountAsked(word.Tokens(question, "de")); got != want {
				t.Errorf("%q asks for %d, want %d", question, got, want)
			}
		}
	}
}

func TestAFigureIsStatedInNumbersOrWords(t *testing.T) {
	for _, c := range []struct {
		asked       amount
		stated, not string
	}{
		{amountPrice, `Der Kurs kostet 45 Euro. | Kurs (€): 45 | Der Eintritt ist frei. | Das erste Gespräch ist kostenlos. | Shipping is included. | Kinder zahlen die Hälfte. | zwei Euro pro Gang | Mit 40 % Eilaufschlag | The room rate includes breakfast.`,
			`The package includes a cable. | Der Kurs dauert 45 Minuten. | Montags um 10 Uhr | Seit 2009 sind wir für Sie da. | 10 % unserer Kunden kommen wieder. | Bitte zahlen Sie bar.`},
		{amountCount, `Der Saal hat 80 Plätze. | Acht Räume, davon zwei mit Flügel | Ein Hund pro Zimmer. | Es kamen 2000 Gäste. | Kinder haben wir keine. | Gäste: 80`,
			`Seit 2009 unterrichten wir Kinder. | Die Prüfung dauert 55 Minuten. | Mitglieder zahlen 48 €. | Dienstags um 19:30 Uhr | Am 3. Mai 2024 | Ein Chor für alle. | Im Jahr 2000 | Absagen ist bis höchstens 7 Tage vorher einmal möglich. | A full refund if you cancel at least 7 days before. | Nach zehn Jahren | Amtsgericht, HRB 0815`},
		{amountFigure, `Sie beträgt 500 €. | Ab 16 Jahren | Eine Stunde`, `Das dauert. | Sie ist hoch.`},
		{amountSize, `Der Saal hat 120 qm. | 1,60 kg | Fünf Minuten zu Fuß | Platz für 80 Personen`, `Er kostet 449 €. | Um 19:30 Uhr | Am 3. Mai 2024 | Er ist groß.`},
		{amountAge, `Ab 16 Jahren | Mindestalter: 14 | ages 4 to 8 | In jedem Alter | ab zwei Jahren | ab 8Jahre`, `Am 14. März 2027 um 14 Uhr | Alte Poststraße 24, 83022 Rosenheim | Es dreht sich zehn Minuten lang um 11:15 Uhr. | Er kostet 449 €. | Zwei Hunde | 30 Minuten | Dauer 45min`},
		{amountMuch, `25 Euro | 10 % | drei Koffer | 20 kg | Das ist kostenlos.`, `Telefon 030 1234567 | Gern.`},
		{amountOld, `Gebaut 1870 | Seit 120 Jahren | In der 4. Generation | acht Jahre`, `Alte Poststraße 24, 83022 Rosenheim | Ab 18 Uhr | Zwei Hunde`},
		{amountClock, `Ab 18 Uhr | from 10:30 | Thursdays from 6pm to 8pm | Um Mitternacht, täglich`, `Am 19. Juni 2027 | Im Mai | Der Kurs dauert zwei Stunden.`},
		{amountTime, `Das dauert 30 Minuten. | Eine Stunde | Bis 18 Uhr | lebenslang | drei Wochen | Wartezeit: 48 Std.`, `Das dauert. | £45 one ear, £65 both | Bis 15 kg | Der Versand kostet 5,90 €. | Seit 1989 | Telefon 030 1234567`},
		{amountPhone, `Telefon 030 1234567 | Call (323) 934-3936 | 323.934.3936`, `Rufen Sie uns an. | Postfach 1234 | 100 200 3000 m`},
		{amountWhen, `Montags | Ab 18 Uhr | Im Mai 2027 | Gegründet 1989 | Täglich | Sobald wir die Zahlung haben | Ab 30 € Bestellwert | binnen acht Wochen | nach zehn bis zwölf Tagen | on the 3rd of each month`, `Die Fahrt dauert gut zwei Stunden. | E-Mail: a@b.example | Telefon 030 1234567 | Wir beginnen.`},
		{amountIn + amount(kindTime), `Rechnen Sie mit 30 Minuten. | Eine Stunde | Eine Dreiviertelstunde | 45min | von 9 bis 13 Uhr | Dauer (Tage): 5 | Das gilt unbegrenzt.`,
			`Dienstag um 18:30 Uhr | £45 one ear, £65 both | Zweimal im Jahr | Der Schrank ist 90 cm hoch. | 12 Zoll`},
		{amountIn + amount(kindLength), `1,35 m tief | Tiefe (cm): 135 | zwei Meter`, `35 °C | Mittagsruhe ist von 13 bis 15 Uhr. | ab 12 Monaten | 3 Zimmer`},
		{amountIn + amount(kindWeight), `Es wiegt 3,2 kg. | 800g`, `12 Zoll, 119 Euro`},
		{amountIn + amount(kindArea), `120 m² | 85 qm`, `3–6 Leute, ab 12 Jahren`},
		{amountIn + amount(kindShare), `10 % | zehn Prozent`, `10 Euro`},
		{amountMeasure, `Rechnen Sie mit 30 Minuten. | Das dauert eine Stunde. | Nach zwei Wochen | 30 Cent je Kilometer | ab 35 € Warenwert nichts`, `Das dauert. | Um 19:30 Uhr | Seit 2009`},
	} {
		for i, texts := range []string{c.stated, c.not} {
			for text := range strings.SplitSeq(texts, " | ") {
				if c.asked.stated(text, word.Tokens(text, "de")) != (i == 0) {
					t.Errorf("%q states figure %d: %v", text, c.asked, i == 1)
				}
			}
		}
	}
}

// A quote without the figure asked for says so; where another text of the matter has it, that one comes first.
func TestAQuoteWithoutTheFigureAskedForIsSilent(t *testing.T) {
	page := func(text string) Passage {
		return Passage{ID: text, Document: text, Address: "https://g.example/" + text[:4], Title: "Musikschule", Text: text, Language: "de"}
	}
	course := page("Der Ferienkurs Bandwoche läuft in der ersten Woche der Sommerferien.")
	lessons := page("Eine Stunde Klavier kostet 30 Euro.")
	priced := page("Für den Ferienkurs Bandwoche zahlen Sie 120 Euro.")
	query := Query{Text: "Was kostet der Ferienkurs Bandwoche?", K: 6}
	for _, c := range []struct {
		passages []Passage
		want     string
		silent   bool
	}{
		{[]Passage{course, lessons}, course.Text, true},
		{[]Passage{course, lessons, priced}, priced.Text, false},
	} {
		ix := Build(c.passages, Options{})
		best := ix.Quote(ix.Search(query), 3)[0]
		if best.Text != c.want || best.Silent != c.silent {
			t.Errorf("%q is quoted, silent: %v", best.Text, best.Silent)
		}
	}
}

// A sentence in the question's own words answers whether it is so.
func TestASentenceInTheWordsOfTheQuestionAnswersIt(t *testing.T) {
	page := func(text string) Passage {
		return Passage{ID: text, Document: text, Address: "https://g.example/" + text[:4], Title: "Verleih", Text: text, Language: "de"}
	}
	for text, question := range map[string]string{
		"Hunde dürfen Sie gern mitbringen.": "Kann ich meinen Hund mitbringen?", "Kreditkarten nehmen wir nicht.": "Nehmen Sie Kreditkarten?",
	} {
		ix := Build([]Passage{page("Helme sind im Preis enthalten. Bitte bringen Sie einen Ausweis mit, und zahlen Sie in bar.\n" + text), page("Wir haben montags zu.")}, Options{})
		query := Query{Text: question, K: 6}
		if best := ix.Quote(ix.Search(query), 3); len(best) == 0 || best[0].Text != text {
			t.Errorf("%q is answered %q, want %q", question, texts(best), text)
		}
	}
}

func TestWhatOnlyRepeatsTheQuestionIsNotQuoted(t *testing.T) {
	page := func(text string) Passage {
		return Passage{ID: text, Document: text, Address: "https://g.example/" + text[:4], Title: "Shop", Text: text, Language: "en"}
	}
	ix := Build([]Passage{page("Gift voucher"), page("A voucher as a gift is sent by post.")}, Options{})
	query := Query{Text: "Do you have a gift voucher?", K: 6}
	if quotes := ix.Quote(ix.Search(query), 3); len(quotes) != 1 || quotes[0].Text != "A voucher as a gift is sent by post." {
		t.Errorf("quoted %q", texts(quotes))
	}
}
