package retrieve

import (
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/passage"
)

// What a follow-up names takes the place of what was named before; what it does not name stays.
func TestAFollowUpKeepsWhatItDoesNotReplace(t *testing.T) {
	for _, c := range []struct {
		earlier []string
		text    string
		want    string
	}{
		{[]string{"Wann haben Sie am Marktplatz geöffnet?"}, "und im Gewerbegebiet Süd?", "und im Gewerbegebiet Süd?\nWann haben Sie   geöffnet?"},
		{[]string{"Wann haben Sie geöffnet?", "und im Gewerbegebiet Süd?"}, "und am Samstag?", "und am Samstag?\nund im Gewerbegebiet Süd?\nWann haben Sie geöffnet?"},
		{[]string{"Haben Sie am Samstag geöffnet?"}, "und im Gewerbegebiet Süd?", "und im Gewerbegebiet Süd?\nHaben Sie am Samstag geöffnet?"},
		{[]string{"Was kostet eine Breze?"}, "und Kaffee?", "und Kaffee?\nWas kostet eine ?"},
		{[]string{"Was kostet ein Zimmer am See?"}, "und eine Ferienwohnung?", "und eine Ferienwohnung?\nWas kostet ein  am See?"},
		{[]string{"Was kostet der Kurs?"}, "und die Dauer?", "und die Dauer?\nWas kostet der Kurs?"},
		{[]string{"Wo bekomme ich einen Ausweis?"}, "und die Gebühren?", "und die Gebühren?\nWo bekomme ich einen Ausweis?"},
		{[]string{"Habt ihr Pizza?"}, "und vegan?", "und vegan?\nHabt ihr Pizza?"},
		{[]string{"Do you sell bread?"}, "and gluten free?", "and gluten free?\nDo you sell bread?"},
		{[]string{"Haben Sie Parkplätze?"}, "und Toiletten?", "und Toiletten?\nHaben Sie ?"},
		{[]string{"How much is a pretzel?"}, "what about a coffee?", "what about a coffee?\nHow much is a ?"},
		{[]string{"Was kostet eine Breze?"}, "und was ist mit Kaffee?", "und was ist mit Kaffee?\nWas kostet eine ?"},
		{[]string{"Was kostet die kleine Weinprobe pro Person?"}, "und die größere mit Kellerführung?", "und die größere mit Kellerführung?\nWas kostet die  Weinprobe pro Person?"},
		{[]string{"Was kostet der kleine Saal?"}, "und der große?", "und der große?\nWas kostet der  Saal?"},
		{[]string{"Was kostet der kleine Saal?"}, "und die Küche?", "und die Küche?\nWas kostet der kleine ?"},
		{[]string{"Which vaccines do I need?"}, "how much is the bigger one?", "how much is the bigger one?\nWhich vaccines do I need?"},
		{[]string{"Which vaccines do I need?"}, "how much is the yellow fever one?", "how much is the yellow fever one?"},
		{[]string{"Was kostet ein Transporter?"}, "den Bus, was kostet der", "den Bus, was kostet der"},
		{[]string{"Macht ihr Brautfrisuren?"}, "was kostet sowas?", "was kostet sowas?\nMacht ihr Brautfrisuren?"},
		{[]string{"Macht ihr Brautfrisuren?"}, "Wie lange dauert so etwas?", "Wie lange dauert so etwas?\nMacht ihr Brautfrisuren?"},
		{[]string{"How much is a pretzel?"}, "and a coffee?", "and a coffee?\nHow much is a ?"},
		{[]string{"Verschickt ihr nach Dänemark?"}, "und in die Schweiz?", "und in die Schweiz?\nVerschickt ihr  ?"},
		{[]string{"Was kostet eine Massage?"}, "und 40 Minuten?", "und 40 Minuten?\nWas kostet eine Massage?"},
		{[]string{"Was kostet eine Massage?"}, "und mit Fango?", "und mit Fango?\nWas kostet eine Massage?"},
		{[]string{"Was kostet eine Impfung für Katzen?"}, "und für Hunde?", "und für Hunde?\nWas kostet eine Impfung  ?"},
		{[]string{"How much is a vaccination for a cat?"}, "and for a dog?", "and for a dog?\nHow much is a vaccination   ?"},
		{[]string{"Was kostet eine Impfung für Katzen?", "für Kaninchen?"}, "und ein Chip?", "und ein Chip?\n\nWas kostet eine  für ?"},
		{[]string{"Was kostet ein Tandem?", "und für drei Tage?"}, "und ein Lastenrad?", "und ein Lastenrad?\nund für drei Tage?\nWas kostet ein ?"},
		{[]string{"Was kostet die Inspektion?"}, "für E-Bikes?", "für E-Bikes?\nWas kostet die Inspektion?"},
		{[]string{"Do you do parties for kids?"}, "how many kids?", "how many kids?\nDo you do parties for kids?"},
		{[]string{"Gibt es Kurse?"}, "Wie viel kostet der Versand?", "Wie viel kostet der Versand?"},
		{[]string{"Was kostet eine Massage?"}, "ohne Rezept?", "ohne Rezept?"},
		{[]string{"Habt ihr am Samstag offen?"}, "Und wo seid ihr?", "Und wo seid ihr?"},
		{[]string{"Are you open on Saturdays?"}, "And where are you exactly?", "And where are you exactly?"},
		{[]string{"Gibt es Kurse?"}, "Wie teuer?", "Wie teuer?\nGibt es Kurse?"},
		{[]string{"Gibt es Kurse?"}, "Wo ist das?", "Wo ist das?\nGibt es Kurse?"},
		{[]string{"Was kostet ein E-Bike am Tag?"}, "Wo ist das?", "Wo ist das?"},
		{[]string{"How much is a pretzel?"}, "And where is that?", "And where is that?"},
		{[]string{"Was kostet ein E-Bike am Tag?"}, "Wo gibt es das?", "Wo gibt es das?\nWas kostet ein E-Bike am Tag?"},
		{[]string{"Gibt es Kurse?"}, "Wie teuer ist der Versand?", "Wie teuer ist der Versand?"},
		{[]string{"Hat die Filiale Bahnhof sonntags offen?", "und samstags?"}, "und in Grafenried?", "und in Grafenried?\nund samstags?\nHat die    offen?"},
		{[]string{"Wann hat der Salon Altstadt auf?"}, "und die Filiale Nord?", "und die Filiale Nord?\nWann hat der   auf?"},
		{[]string{"Habt ihr samstags auf?", "und in Nordstemmen?", "und montags?"}, "wie komm ich da hin?", "wie komm ich da hin?\nin Nordstemmen"},
		{[]string{"Habt ihr samstags auf?"}, "wie komm ich da hin?", "wie komm ich da hin?"},
		{[]string{"Habt ihr samstags auf?", "und an Weihnachten?"}, "und wie komm ich da hin?", "und wie komm ich da hin?"},
		{[]string{"Hat die Filiale Nord sonntags auf?"}, "Kann man da parken?", "Kann man da parken?\nFiliale Nord"},
		{[]string{"Gibt es am Donnerstag Kurse?"}, "Brauche ich da einen Termin?", "Brauche ich da einen Termin?\nGibt es am Donnerstag Kurse?"},
		{[]string{"Wann ist am Montag offen?"}, "und am Dienstag?", "und am Dienstag?\nWann ist am  offen?"},
	} {
		if got := (Query{Text: c.text, Context: c.earlier}).Standing(); got != c.want {
			t.Errorf("%q after %q is %q, want %q", c.text, c.earlier, got, c.want)
		}
	}
}

func TestAFollowUpIsReadWithWhatItIsAbout(t *testing.T) {
	for _, c := range []struct {
		earlier    []string
		text, want string
	}{
		{[]string{"Impft ihr Katzen?"}, "Brauche ich dafür einen Termin?", "Impft ihr Katzen? – Brauche ich dafür einen Termin?"},
		{[]string{"Wo seid ihr?", "Wann habt ihr am Montag auf?", "und am Samstag?"}, "und sonntags?", "Wann habt ihr am Montag auf? – und am Samstag? – und sonntags?"},
		{[]string{"Impft ihr Katzen?"}, "Wo kann ich bei euch parken?", "Wo kann ich bei euch parken?"},
		{nil, "und sonntags?", "und sonntags?"},
	} {
		if got := (Query{Text: c.text, Context: c.earlier}).WithEarlier(); got != c.want {
			t.Errorf("%q after %q is read as %q, want %q", c.text, c.earlier, got, c.want)
		}
	}
}

// Who has heard that there is something asks on in two words.
func TestHowMuchIsAskedOfWhatWasNamedBefore(t *testing.T) {
	ix := firm("de",
		[2]string{"Leistungen", "# Hausbesuche\nHausbesuche machen wir donnerstags im Umkreis von 10 km. Dafür berechnen wir 25 Euro Wegegeld.\n# Kastration\nDie Kastration eines Katers kostet rund 95 Euro.\n# Kurse\nAbsagen sind bis drei Tage vorher kostenlos. Der nächste Kurs ist am 14. März 2027 um 14 Uhr."},
		[2]string{"Versand", "Wir verschicken nach Deutschland, Dänemark und Österreich. Innerhalb Deutschlands kostet der Versand 5,90 €, nach Dänemark und Österreich 12,90 €. In die Schweiz liefern wir nicht."})
	for _, c := range [][3]string{
		{"Macht ihr Hausbesuche?", "wie viel?", "25 Euro"},
		{"Kostet der Versand nach Österreich etwas?", "Wie viel denn?", "12,90 €"},
		{"Kastriert ihr Kater?", "wie teuer?", "95 Euro"},
		{"Verschickt ihr nach Dänemark?", "und in die Schweiz?", "In die Schweiz liefern wir nicht"},
		{"Kann ich einen Kurs absagen?", "bis wann?", "drei Tage vorher"},
	} {
		q := Query{Text: c[1], Context: []string{c[0]}}
		q.Language = "de"
		r := ix.Search(q)
		quotes := Whole(ix.Quote(r, 1))
		if !r.Enough || len(quotes) == 0 || quotes[0].Silent || !strings.Contains(quotes[0].Text, c[2]) {
			t.Errorf("%q %q: evidence %.2f, %+v, want %q", c[0], c[1], r.Evidence, quotes, c[2])
		}
	}
}

func TestAQuestionThatOnlyBeginsAsAFollowUpStandsAlone(t *testing.T) {
	for text, want := range map[string]string{
		"und wie ist die Telefonnummer?": "wie ist die Telefonnummer?", "Und wann haben Sie geöffnet?": "wann haben Sie geöffnet?", "and where is your shop?": "where is your shop?",
		"Brauche ich dafür einen Termin?": "Brauche ich einen Termin?",
		"und am Samstag?":                 "", "und was kostet das?": "", "und im Gewerbegebiet?": "", "Wie ist die Telefonnummer?": "",
	} {
		alone, ok := Query{Text: text, Context: []string{"Was kostet eine Breze?"}}.Alone()
		if ok != (want != "") || ok && (alone.Text != want || len(alone.Context) > 0) {
			t.Errorf("%q stands alone as %q: %v", text, alone.Text, ok)
		}
	}
}

// A follow-up about another place is about the same day, and about hours.
func TestAFollowUpOnAPlaceKeepsTheDay(t *testing.T) {
	page := func(heading, text string) passage.Passage {
		return passage.Passage{ID: heading, Document: "filialen", Title: "Filialen", Headings: []string{"Filialen", heading}, Text: text, Language: "de"}
	}
	ix := Build([]passage.Passage{
		page("Marktplatz", "Unser Stammhaus am Marktplatz mit kleinem Café.\n• Montag bis Freitag: 6 bis 18 Uhr\n• Samstag: 6 bis 13 Uhr"),
		page("Gewerbegebiet Süd", "Die Filiale im Gewerbegebiet Süd hat 20 Parkplätze direkt vor der Tür.\n• Montag bis Freitag: 5 bis 17 Uhr\n• Samstag: 8 bis 12 Uhr"),
		{ID: "jobs", Document: "jobs", Title: "Jobs", Text: "Im Gewerbegebiet Süd suchen wir eine Verkäuferin.", Language: "de"},
	}, Options{})
	for _, c := range []struct {
		earlier []string
		text    string
		want    string
	}{
		{[]string{"Haben Sie am Samstag geöffnet?"}, "und im Gewerbegebiet Süd?", "• Samstag: 8 bis 12 Uhr"},
		{[]string{"Haben Sie im Gewerbegebiet Süd am Samstag geöffnet?"}, "und am Marktplatz?", "• Samstag: 6 bis 13 Uhr"},
		{[]string{"Wann haben Sie geöffnet?"}, "und im Gewerbegebiet Süd?", "• Montag bis Freitag: 5 bis 17 Uhr\n• Samstag: 8 bis 12 Uhr"},
	} {
		query := Query{Text: c.text, Context: c.earlier, K: 6}
		if best := ix.Quote(ix.Search(query), 3); len(best) == 0 || best[0].Text != c.want {
			t.Errorf("%q after %q is answered %q, want %q", c.text, c.earlier, texts(best), c.want)
		}
	}
}

// What begins as if it went on and names things of its own may be asked by itself.
func TestAQuestionOfItsOwnBehindAnd(t *testing.T) {
	for text, want := range map[string]bool{
		"und selber Kuchen mitbringen?": true,
		"und ein Kleid?":                false, "und am Samstag?": false, "und für Kinder mit Hund?": false, "und in Nordstemmen parken?": false, "und was kostet das?": false, "und die größere mit Kellerführung?": false, "Kuchen mitbringen?": false,
	} {
		if _, ok := (Query{Text: text, Context: []string{"Geht ein Kindergeburtstag samstags?"}}).ByItself(); ok != want {
			t.Errorf("%q by itself: %v", text, ok)
		}
	}
}

// A question that points to a place and names what it asks of it is not about what else was asked there.
func TestAQuestionThatPointsToAPlaceLeavesTheRestBehind(t *testing.T) {
	for text, want := range map[string]string{
		"Gibt es dort WLAN?": "Gibt es dort WLAN?\nin Nordstemmen", "Kann ich da auch meinen Hund mitbringen?": "Kann ich da auch meinen Hund mitbringen?\nin Nordstemmen", "Is there a toilet there?": "Is there a toilet there?\nin Nordstemmen",
		"Was kostet das dort?": "", "Und dort?": "", "Ist sie da?": "", "Gibt es WLAN?": "", "Is there a toilet?": "", "Wie komme ich dahin?": "",
	} {
		q, ok := Query{Text: text, Context: []string{"Was kostet ein Haarschnitt in Nordstemmen?"}}.There()
		if ok != (want != "") || ok && (q.Text != want || q.Context != nil) {
			t.Errorf("%q: %q %q %v", text, q.Text, q.Context, ok)
		}
	}
}
