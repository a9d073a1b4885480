package retrieve

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/sentence"
)

// "Nein, dafür ist das Landratsamt zuständig." does not say for what.
func TestYesAndNoAreShownUnderTheirQuestion(t *testing.T) {
	const question = "Bekomme ich hier meinen Aufenthaltstitel?"
	for _, c := range []struct{ text, quoted, want string }{
		{"Nein, dafür ist das Landratsamt zuständig.", "Nein, dafür ist das Landratsamt zuständig.", question},
		{"Dafür ist das Landratsamt zuständig.", "Dafür ist das Landratsamt zuständig.", question},
		{"Aufenthaltstitel gibt es nur im Landratsamt am Marktplatz.", "Aufenthaltstitel gibt es nur im Landratsamt am Marktplatz.", ""},
		{"Das Amt sagt dazu: Nein, das Landratsamt.", "Nein, das Landratsamt.", ""},
	} {
		q := Quote{Passage: &passage.Passage{Title: "Fragen", Headings: []string{"Fragen", question}, Text: c.text, Language: "de"}, Text: c.quoted}
		q.Start = len(c.text) - len(c.quoted)
		q.End = len(c.text)
		if got := q.heading(); got != c.want {
			t.Errorf("%q is shown under %q, want %q", c.quoted, got, c.want)
		}
		q.asked = true // the visitor has asked just this
		if got := q.heading(); got != "" {
			t.Errorf("%q is shown under %q though that was asked", c.quoted, got)
		}
	}
}

// "To reload configuration, execute:" says nothing without the command.
func TestWhatAColonSpeaksOfIsQuotedWithIt(t *testing.T) {
	const long = "Nobody needs to know all of this at once, but who runs a server for others will be glad to have read it before the first morning on which it stands still. " +
		"It is short, it has examples, and each of them can be tried on any machine without breaking what runs there, which is more than most of its kind may say of themselves. Those who only write for it may leave it out."
	for _, c := range []struct{ text, from, want string }{
		{long + "\nTo reload configuration, execute:\nnginx -s reload\nOnce the main process has heard that, it checks the file.", "To reload", "To reload configuration, execute:\nnginx -s reload"},
		{long + "\nStart the site:\ncd my-website\nnpx start\nOpen it in a browser and go on.", "Start", "Start the site:\ncd my-website\nnpx start"},
		{long + "\nDo as follows:\nAsk us. Then read.\nMore of that later.", "Do as", "Do as follows:\nAsk us. Then read."},
		{long + "\nFirst part:\nThe rest:\n• none", "First", "First part:"},
	} {
		i := strings.Index(c.text, c.from)
		end := i + strings.IndexByte(c.text[i:], ':') + 1
		q := Quote{Passage: &passage.Passage{Text: c.text, Language: "en"}, Text: c.text[i:end], Start: i, End: end}
		if got := Whole([]Quote{q}); got[0].Text != c.want {
			t.Errorf("%q, want %q", got[0].Text, c.want)
		}
	}
}

// Opening hours were cut between two passages, and the weekend found first.
func TestATableInTwoPassagesIsQuotedAsOne(t *testing.T) {
	week := &passage.Passage{ID: "1", Document: "d", Ordinal: 0, Text: "Wir sind für Sie da.\nTag: Montag · Laden: 9–18 Uhr\nTag: Freitag · Laden: 9–17 Uhr"}
	weekend := &passage.Passage{ID: "2", Document: "d", Ordinal: 1, Text: "Tag: Samstag · Laden: 10–16 Uhr\nTag: Sonntag · Laden: geschlossen\nTermine nur mit Anmeldung."}
	rows := func(p *passage.Passage, from, to string) Quote {
		q := Quote{Passage: p, Item: true, Start: strings.Index(p.Text, from), End: strings.Index(p.Text, to) + len(to)}
		q.Text = p.Text[q.Start:q.End]
		return q
	}
	monday, saturday := rows(week, "Tag: Montag", "9–17 Uhr"), rows(weekend, "Tag: Samstag", "geschlossen")
	all := monday.Text + "\n" + saturday.Text
	for name, c := range map[string]struct {
		quotes []Quote
		want   []string
	}{
		"the weekend first":   {[]Quote{saturday, monday}, []string{all}},
		"the week first":      {[]Quote{monday, saturday}, []string{all}},
		"one row is meant":    {[]Quote{rows(weekend, "Tag: Samstag", "10–16 Uhr"), monday}, []string{"Tag: Samstag · Laden: 10–16 Uhr", monday.Text}},
		"rows are left out":   {[]Quote{monday, rows(weekend, "Tag: Sonntag", "geschlossen")}, []string{monday.Text, "Tag: Sonntag · Laden: geschlossen"}},
		"within one passage":  {[]Quote{monday}, []string{monday.Text}},
		"the rest of a table": {[]Quote{rows(weekend, "Tag: Samstag", "geschlossen"), rows(week, "Tag: Freitag", "9–17 Uhr")}, []string{"Tag: Freitag · Laden: 9–17 Uhr\n" + saturday.Text}},
	} {
		if got := texts(Whole(c.quotes)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// A firm with two shops has two tables under the same heading.
func TestQuotesUnderTheSameHeadingNameTheirPages(t *testing.T) {
	hours := func(title, text string) Quote {
		p := &passage.Passage{ID: title, Document: title, Title: title, Headings: []string{title, "Öffnungszeiten"}, Text: text}
		return Quote{Passage: p, Item: true, End: len(text), Text: text}
	}
	north := hours("Salon Nord", "• Montag: 9–18 Uhr\n• Dienstag: 9–18 Uhr")
	south := hours("Salon Süd", "• Montag: geschlossen\n• Dienstag: 8–14 Uhr")
	for name, c := range map[string]struct {
		quotes []Quote
		want   []string
	}{
		"one shop":  {[]Quote{north}, []string{"Öffnungszeiten"}},
		"two shops": {[]Quote{north, south}, []string{"Salon Nord – Öffnungszeiten", "Salon Süd – Öffnungszeiten"}},
	} {
		var got []string
		for _, q := range Whole(c.quotes) {
			got = append(got, q.Heading)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// However the pieces of a table rank, it is one in the end, in reading order.
func TestATableCutInThreeIsWhole(t *testing.T) {
	var pieces []Quote
	for i, text := range []string{"Tag: Mo · Zeit: 8\nTag: Di · Zeit: 9", "Tag: Mi · Zeit: 10\nTag: Do · Zeit: 11", "Tag: Fr · Zeit: 12\nTag: Sa · Zeit: 13"} {
		p := &passage.Passage{Document: "d", Ordinal: i, Text: text}
		pieces = append(pieces, Quote{Passage: p, Text: text, End: len(text), Item: true})
	}
	want := pieces[0].Text + "\n" + pieces[1].Text + "\n" + pieces[2].Text
	for _, order := range [][3]int{{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}} {
		got := wholeTables([]Quote{pieces[order[0]], pieces[order[1]], pieces[order[2]]})
		if len(got) != 1 || got[0].Text != want || got[0].Passage != pieces[order[0]].Passage {
			t.Errorf("%v: %q", order, texts(got))
		}
	}
}

func TestWhatSpeaksOfACommandIsQuotedWithIt(t *testing.T) {
	text := "Errors go to a file.\nDo this by naming the module:\nLogLevel info rewrite:trace5\nThis sets the level for one module. It replaces RewriteLog.\nThis is the last paragraph. It speaks of itself."
	p := &passage.Passage{Text: text, Language: "en"}
	quote := func(sentence string) Quote {
		start := strings.Index(text, sentence)
		return Quote{Passage: p, Text: sentence, Start: start, End: start + len(sentence)}
	}
	for sentence, want := range map[string]string{
		"This sets the level for one module.": "Do this by naming the module:\nLogLevel info rewrite:trace5\nThis sets the level for one module.",
		"This is the last paragraph.":         "This is the last paragraph.",
		"Errors go to a file.":                "Errors go to a file.",
	} {
		if got := quote(sentence).announced().Text; got != want {
			t.Errorf("%q is quoted as %q, want %q", sentence, got, want)
		}
	}
}

func TestWhoWroteAPageAndWhenIsNotReadWithWhatItSays(t *testing.T) {
	for _, byline := range []string{"September 17, 2019 Helmut Rubik 0", "von Anja Traut am 14. Mai 2014, 15:40 Uhr", "Posted by Konstantin 21.10.2019", "Dienstag, 1. Februar 2022"} {
		ix := Build([]passage.Passage{{ID: "1", Document: "p", Address: "https://g.example/p", Title: "Plejaden", Headings: []string{"Plejaden"}, Language: "de",
			Text: byline + "\nDie dichten Wolken um die Plejaden sind hier kaum zu erkennen. Blau leuchten die Nebel."}}, Options{})
		best := Whole(ix.Quote(ix.Search(Query{Text: "Sind die Wolken um die Plejaden zu erkennen?"}), 1))
		if len(best) != 1 || !strings.HasPrefix(best[0].Text, "Die dichten Wolken") || !strings.HasSuffix(best[0].Text, "Nebel.") {
			t.Errorf("quoted %q", texts(best))
		}
	}
	for _, said := range []string{"Am 3. Mai 2027 öffnet das Bad.", "Mindestens 14 Tage vorher", "Von Mai bis September 2025: täglich 9–18 Uhr", "Von 9 bis 17 Uhr, Tel. 04321/1234", "von 1000 € bis 5000 €", "By 31 March 2025 please register", "Published in 2019 by Faber"} {
		if tellsWhoAndWhen(said) {
			t.Errorf("%q is taken for who wrote a page", said)
		}
	}
	days := "24.12.2025 geschlossen\n31.12.2025 nur bis 12 Uhr"
	if byline(days, sentence.In(days), 0) || byline(days, sentence.In(days), 1) {
		t.Error("a list of days is taken for who wrote a page")
	}
}

// A sentence is read with the few beside it, however many its paragraph has: many are quoted in a time that grows as they do.
// It is a second, and was a minute.
func TestManySentencesOfOneParagraphAreQuotedInTime(t *testing.T) {
	p := passage.Passage{ID: "1", Document: "a", Text: strings.Repeat("Schraube? (Preis 5) ", 30_000), Language: "de"}
	ix := Build([]passage.Passage{p}, Options{})
	began := time.Now()
	if quotes := ix.Quote(ix.Search(Query{Text: "Was kostet der Preis?"}), 3); time.Since(began) > 15*time.Second {
		t.Errorf("%d quotes take %v", len(quotes), time.Since(began))
	}
}
