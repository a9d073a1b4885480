package personal

import (
	"os"
	"strings"
	"testing"
)

// Sentences of customers about products, bookings, repairs, contracts, recipes and sports, one a line, with the numbers, dates and
// names that such sentences have.
func TestSentencesAboutThingsStayAsTheyAre_D3(t *testing.T) {
	file, err := os.ReadFile("testdata/harmless.txt")
	if err != nil {
		t.Fatal(err)
	}
	f := New(Options{Year: 2026})
	for line := range strings.Lines(string(file)) {
		for _, e := range f.Find(strings.ReplaceAll(strings.TrimSuffix(line, "\n"), `\n`, "\n")) {
			t.Errorf("%q: %q is taken for %s", line, e.Text, e.Type)
		}
	}
}

// What looks like personal data and is none: forms that say what to enter, sizes in a row, sums beside the word for a bank.
func TestOrdinaryTextsStayAsTheyAre_D3(t *testing.T) {
	f := New(Options{})
	for _, text := range []string{
		"Nachname: ja, Vorname: nein", "Middle name: leave blank", "Vorname: alle Felder ausfüllen", "firstName: enter here",
		"Größen: 0150|0160|0170|0180 cm, welche nehme ich?", "Längen 0150;0160;0170 mm", "0151*2345*678 mm",
		"Kontonummer und Bankleitzahl brauchen Sie nicht mehr, die IBAN reicht.",
		"ErnstSchmidtStrasse.png und ernst-schmidt-platz.jpg herunterladen",
		"Firstname: required, lastname: required, email: optional", `{"firstName": {"type": "string", "required": true}, "lastName": {"type": "string"}}`,
		`<label for="lastname">Last name</label><input id="lastname" name="lastname" value="">`, "SELECT first_name, last_name FROM customers WHERE id = 42;",
		"String firstName = user.getFirstName();", "first_name = models.CharField(max_length=50)", "Menü > Vorname > Speichern", `{"firstName":"First name","lastName":"Last name","phone":"Phone number"}`,
		"CREATE TABLE kunde (vorname VARCHAR(50), nachname VARCHAR(50));", "SELECT vorname AS Rufname, nachname FROM kunde;",
		"Name;Farbe;Preis\nTisch Oslo;Eiche;299\nStuhl Malmö;Buche;89", "Kunde;Telefon;Status\nNeukunde;vorhanden;offen\nStammkunde;fehlt;erledigt",
		"<table><tr><th>Name</th><th>Größe</th></tr><tr><td>Ahorn</td><td>120 cm</td></tr></table>", `<p class="intro">Unsere <b>Preise</b> gelten ab dem <i>1. Januar 2026</i>.</p>`,
		"data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4", "The build id is Y29uZmlnLXYyLXByb2Q= for the current release.",
		`{"created": "2026-03-12T10:00:00Z", "updated": "2026-03-13T11:30:00Z", "status": "active"}`, "if (x <b && y> c) return;",
		"Das CE-Kennzeichen CE0297 fehlt auf der Verpackung", "Auf dem Typenschild: Kennzeichen CE 0482", "CE-Kennzeichen CE 2797 fehlt", "Kostet die Inspektion fürs Auto mit Gutschein AUTO50 weniger?", "Auto waschen in der Waschstraße: Programm WASH30 oder PREM45?",
		"gutschein auto50 fürs auto in der werkstatt einlösen?", "programm wash30 in der waschstraße fürs auto", "Mietwagen Klasse ECMR24 in der Garage abholen", "Motor TSI150 oder TDI190, welcher verbraucht weniger?", "PriceList_2026.pdf und SummerSale-Flyer.pdf herunterladen",
		"Karten für Romeo und Julia am 14.3.", "Romeo and Juliet tickets", "Does Harry Potter Lego 76419 include minifigures?", "Ist die Jacke Modell \"Helene\" da?", "das Sofa „Helene“ in grau",
		"the LLC name is Dogwood Roofing", "Vorname | Nachname | Telefon", "my MacBook broke",
		"Product name: Blue Widget", "Modellname: Helene, Farbe: Rot", "Kundenlogin: Hier klicken", "Folgen Sie uns: Instagram @bäckerei.kolb, TikTok @kolb_brot", "who is behind the twitter account @oakandfern?",
		"Benutzername: mindestens 6 Zeichen", "Im Feld Benutzername geben Sie Ihre Kundennummer ein.", "Wo finde ich die IMEI? *#06# wählen", "File name: Annual Report", "Event name: Summer Party", "customer name: Anonymous", "Name: Anonym", "RomeoJulia.pdf und TristanIsolde.pdf",
		"Läuft mein Steam auf Windows11?", "Set user = nginx; in nginx.conf and restart.", "class User(models.Model): name = CharField(max_length=40)", "const user = useState(null);", "let login = form.login_1;", "My handle HX20 is broken, do you sell spares?",
		"Kennung: DE-ÖKO-006", "Kennung: IP67", "Ich will auf Instagram werben.Was kostet das?", "mein insta ist kaputt.bitte helfen", "mein insta story2 lädt nicht",
		"Passt für Fahrgestellnummern WDB2020001A123456 bis WDB2020001A223456", "Bestellnummer 35-209900-176148-1 wann kommt die?", "Wallet in Braun, Artikel 3FZbgi29cpjq2GjdwV8eyHuJJnkLtk", "Sie nennen mich Kunde, aber helfen nicht", "someone called Support and got no answer",
		"username = request.form['username']", `username = os.environ["DB_USER"]`, "Ich habe auf Insta @laden_koeln gesehen, dass ihr heute offen habt", "I follow @nasa on Twitter", "I found you via @design_hub on Instagram", "Mein Lieblingsladen ist @cafe_nord auf Instagram", "Nutzerkennung: 10-stellig",
		"Größe 0160 → 0170", "0171\n2345678\n3456789", "Teil 0171\n2345678 Stück", "0171 – 5😀",
		"Ich mag 5😀 von 10😀 Punkten, 3⭐ 4⭐", "our price list: 12 small oak court shoes london edition",
	} {
		for _, e := range f.Find(text) {
			t.Errorf("%q: %q is taken for %s", text, e.Text, e.Type)
		}
	}
	for _, text := range []string{"Kontonummer 1234567 (BLZ siehe Website), Beitrag 120 00 Euro", "Kto. 1234567, BLZ-Gebühr 120 00 EUR"} {
		if found := f.Find(text); len(found) != 1 || found[0].Text != "1234567" {
			t.Errorf("%q: found %v", text, found)
		}
	}
}
