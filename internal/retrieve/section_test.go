package retrieve

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/passage"
)

// terms of two firms' business, numbered as such texts are.
func numberedTerms() *Index {
	var passages []passage.Passage
	add := func(address, title, heading, text string) {
		ordinal := 0
		if n := len(passages); n > 0 && passages[n-1].Document == address {
			ordinal = passages[n-1].Ordinal + 1
		}
		passages = append(passages, passage.Passage{ID: address + heading + text, Document: address, Address: address, Title: title, Headings: []string{title, heading}, Text: text, Ordinal: ordinal, Language: "de"})
	}
	add("agb.md", "Allgemeine Geschäftsbedingungen (AGB)", "§ 1 Geltung", "Diese Bedingungen gelten für alle Verträge über Fahrräder. Für die Lieferung gilt § 3.")
	add("agb.md", "Allgemeine Geschäftsbedingungen (AGB)", "§ 3 Lieferung", "(1) Wir liefern in zehn Werktagen.\n(2) Teillieferungen sind zulässig, wenn sie zumutbar sind.")
	add("agb.md", "Allgemeine Geschäftsbedingungen (AGB)", "§ 3 Lieferung", "(3) Fällt die Lieferung aus, erstatten wir den Preis.")
	add("agb.md", "Allgemeine Geschäftsbedingungen (AGB)", "§ 3a Abholung", "Abgeholt wird in der Werkstatt. Es gelten § 3 und § 1.")
	add("hausordnung.md", "Hausordnung", "3. Ruhezeiten", "Von 22 bis 6 Uhr ist es im Haus ruhig.")
	add("hausordnung.md", "Hausordnung", "4. Fahrräder", "Fahrräder stehen im Keller, nicht im Treppenhaus.")
	return Build(passages, Options{})
}

func TestAPartAskedForByItsNumberIsQuotedAsItStands(t *testing.T) {
	ix := numberedTerms()
	for question, want := range map[string][]string{
		"Was steht in § 3 AGB?":                       {"(1) Wir liefern in zehn Werktagen.\n(2) Teillieferungen sind zulässig, wenn sie zumutbar sind.", "(3) Fällt die Lieferung aus, erstatten wir den Preis."},
		"§3 abs. 2 agb":                               {"(2) Teillieferungen sind zulässig, wenn sie zumutbar sind."},
		"was regelt Paragraph 3a":                     {"Abgeholt wird in der Werkstatt. Es gelten § 3 und § 1."},
		"Was steht unter Punkt 3 der Hausordnung?":    {"Von 22 bis 6 Uhr ist es im Haus ruhig."},
		"Was steht unter Punkt 3 der AGB?":            {"(1) Wir liefern in zehn Werktagen.\n(2) Teillieferungen sind zulässig, wenn sie zumutbar sind.", "(3) Fällt die Lieferung aus, erstatten wir den Preis."},
		"Was besagt Ziffer 4 eurer Hausordnung genau": {"Fahrräder stehen im Keller, nicht im Treppenhaus."},
	} {
		found := ix.Search(Query{Text: question})
		var got []string
		for _, q := range Whole(ix.Quote(found, 3)) {
			got = append(got, q.Text)
		}
		if !found.Enough || strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("%q is answered (%.2f) by %q, want %q", question, found.Evidence, got, want)
		}
	}
}

func TestAPartIsGoneOnAboutInItsDocument(t *testing.T) {
	ix := numberedTerms()
	for _, c := range []struct {
		question string
		earlier  []string
		want     string
	}{
		{"und Punkt 3?", []string{"Was steht unter Punkt 4 der Hausordnung?"}, "Von 22 bis 6 Uhr ist es im Haus ruhig."},
		{"und Absatz 2?", []string{"Was steht in § 1 AGB?", "und § 3?"}, "(2) Teillieferungen sind zulässig, wenn sie zumutbar sind."},
	} {
		found := ix.Search(Query{Text: c.question, Context: c.earlier})
		var got []string
		for _, q := range Whole(ix.Quote(found, 3)) {
			got = append(got, q.Text)
		}
		if !found.Enough || strings.Join(got, "|") != c.want {
			t.Errorf("%q behind %q is answered (%.2f) by %q, want %q", c.question, c.earlier, found.Evidence, got, c.want)
		}
	}
}

// What is joined to a hit is cited as that: neighbours with numbers of their own are hits of their own.
func TestPartsWithDifferentNumbersAreHitsOfTheirOwn(t *testing.T) {
	found := numberedTerms().Search(Query{Text: "Was steht zur Lieferung und zur Geltung der Verträge?"})
	for _, hit := range found.Hits {
		for _, p := range hit.Passages() {
			if strings.HasPrefix(p.Heading(), "§") && p.Heading() != hit.Passage.Heading() {
				t.Errorf("%q is joined to %q", p.Heading(), hit.Passage.Heading())
			}
		}
	}
}

func TestAPartThatNoDocumentHasIsNotAnswered(t *testing.T) {
	ix := numberedTerms()
	for _, question := range []string{"Was steht in § 17 AGB?", "Was steht in § 17 der Hausordnung?", "Was steht unter Punkt 17 der Hausordnung?", "Was steht in § 3 StGB?", "Was sagt Paragraph 99?"} {
		if found := ix.Search(Query{Text: question}); found.Enough {
			t.Errorf("%q is answered by %q", question, found.Hits[0].Text())
		}
	}
}

func TestSeveralPartsAreQuotedTogether(t *testing.T) {
	ix := numberedTerms()
	for question, want := range map[string]string{
		"Was steht in §§ 1, 3a AGB?":                               "§ 1 Geltung|§ 3a Abholung",
		"Was steht in §§ 1 und 3a?":                                "§ 1 Geltung|§ 3a Abholung",
		"was ist der unterschied zwischen § 3a und § 3 Abs. 3 agb": "§ 3a Abholung|§ 3 Lieferung",
	} {
		found := ix.Search(Query{Text: question})
		var got []string
		for _, q := range Whole(ix.Quote(found, 3)) {
			got = append(got, q.Passage.Heading())
		}
		if !found.Enough || strings.Join(got, "|") != want {
			t.Errorf("%q is answered (%.2f) from %q, want %q", question, found.Evidence, got, want)
		}
	}
}

// A long part leaves room for the others that are asked for.
func TestALongPartLeavesRoomForOthers(t *testing.T) {
	var passages []passage.Passage
	add := func(heading, text string) {
		passages = append(passages, passage.Passage{ID: heading + text, Document: "bgb", Address: "bgb.md", Title: "BGB", Headings: []string{"BGB", heading}, Text: text, Ordinal: len(passages), Language: "de"})
	}
	for _, text := range []string{"(1) Der Gläubiger kann zurücktreten.", "(2) Die Fristsetzung ist entbehrlich.", "(3) An ihre Stelle tritt eine Abmahnung.", "(4) Das gilt vor Fälligkeit."} {
		add("§ 323 Rücktritt", text)
	}
	add("§ 326 Befreiung von der Gegenleistung", "Der Anspruch auf die Gegenleistung entfällt.")
	ix := Build(passages, Options{})
	found := ix.Search(Query{Text: "§§ 323, 326 BGB"})
	var got []string
	for _, q := range ix.Quote(found, 3) {
		got = append(got, q.Text)
	}
	if want := "Der Anspruch auf die Gegenleistung entfällt."; len(got) != 3 || got[1] != want || !strings.HasPrefix(got[0], "(1)") {
		t.Errorf("quoted %q, want the beginning of one and %q", got, want)
	}
}

func TestAQuestionAboutAPartIsAnsweredFromThere(t *testing.T) {
	ix := numberedTerms()
	found := ix.Search(Query{Text: "Wie lange dauert es nach § 3 AGB, bis die Fahrräder kommen?"})
	if got := found.Hits[0].Passage.Heading(); got != "§ 3 Lieferung" {
		t.Errorf("found %q first", got)
	}
}

func TestAPartHasItsHeadingOnce(t *testing.T) {
	ix := numberedTerms()
	quotes := Whole(ix.Quote(ix.Search(Query{Text: "§ 3 AGB"}), 3))
	if len(quotes) != 2 || quotes[0].Heading != "§ 3 Lieferung" || quotes[1].Heading != "" {
		t.Errorf("quoted %+v", quotes)
	}
	quotes = Whole(ix.Quote(ix.Search(Query{Text: "Punkt 3"}), 3))
	if len(quotes) != 1 || quotes[0].Heading != "3. Ruhezeiten" {
		t.Errorf("quoted %+v", quotes)
	}
}

func TestAPartIsQuotedWithThePartsWithinIt(t *testing.T) {
	page := func(heading, text string, ordinal int) passage.Passage {
		return passage.Passage{ID: heading, Document: "d", Title: "Handbuch", Headings: []string{"Handbuch", "2 Inbetriebnahme", heading}, Text: text, Ordinal: ordinal, Language: "de"}
	}
	ix := Build([]passage.Passage{page("2.1 Auspacken", "Folie abziehen und eben aufstellen.", 0), page("2.2 Entkalken", "Alle drei Monate entkalken.", 1)}, Options{})
	quotes := Whole(ix.Quote(ix.Search(Query{Text: "Was steht in Kapitel 2?"}), 3))
	if len(quotes) != 2 || quotes[0].Heading != "2.1 Auspacken" || quotes[1].Heading != "2.2 Entkalken" {
		t.Errorf("quoted %+v", quotes)
	}
}

func TestALongPartIsCutBetweenLinesOrSentences(t *testing.T) {
	line := strings.Repeat("Wort ", 30) + "Ende."
	for _, text := range []string{strings.Repeat(line+"\n", 9), strings.Repeat(line+" ", 9), strings.Repeat("Ä", linesTogether)} {
		start, end := paragraphOf(text, "")
		got := text[start:end]
		if len(got) > linesTogether || len(got) < linesTogether/2 || strings.ToValidUTF8(got, "") != got || strings.Contains(text, "Ende.") && !strings.HasSuffix(got, "Ende.") {
			t.Errorf("%q was cut", got)
		}
	}
}

func TestWordsForPartsThatAreSaidOfOtherThings(t *testing.T) {
	ix := numberedTerms()
	for _, question := range []string{"Was kostet Artikel 3?", "Wie groß ist Artikel 3?", "Habt ihr Artikel 3?", "Öffnet ihr Punkt 3 Uhr?", "Habt ihr Punkt 3 auf?"} {
		if part := ix.partAsked(question, "de"); part.passages != nil || part.missing {
			t.Errorf("%q is taken for a question about a part", question)
		}
	}
	ix = Build([]passage.Passage{{ID: "1", Document: "d", Headings: []string{"Teil 1: Möbel"}, Text: "Möbel aus Eiche.", Language: "de"}}, Options{})
	for question, want := range map[string]bool{"Habt ihr Teil 3?": false, "Wie viel kostet Teil 3?": false, "Was steht in Teil 3?": true, "Teil 3": true} {
		if part := ix.partAsked(question, "de"); part.missing != want {
			t.Errorf("%q: missing is %v", question, part.missing)
		}
	}
}

func TestParagraphsAreFoundByTheirNumber(t *testing.T) {
	ix := numberedTerms()
	if found := ix.Search(Query{Text: "Was steht in § 3 Abs. 9 AGB?"}); found.Enough {
		t.Error("a paragraph that the part lacks is answered")
	}
	if part := ix.partAsked("Was steht in § 1 Abs. 2 AGB?", "de"); len(part.passages) != 1 || len(part.paragraphs) > 0 {
		t.Errorf("of a part without numbered paragraphs %+v is meant", part)
	}
	text := "(1) Es gilt Absatz (2) nicht. (2) Wir liefern (in 3 Tagen). (3) Ende."
	if start, end := paragraphOf(text, "2"); text[start:end] != "(2) Wir liefern (in 3 Tagen)." {
		t.Errorf("the second paragraph is %q", text[start:end])
	}
}

func TestADocumentIsNamedByWhatItIsCalledForShort(t *testing.T) {
	ix := Build([]passage.Passage{{ID: "1", Document: "d", Title: "Allgemeine Geschäftsbedingungen", Address: "https://shop.example/bedingungen", Headings: []string{"§ 3 Lieferung"}, Text: "Wir liefern.", Language: "de"}}, Options{})
	for question, want := range map[string]bool{"Was steht in § 3 der AGB?": true, "was steht in § 3 der agb": true, "WAS STEHT IN § 3 DRIN": true, "Was steht in § 3 BGB?": false, "Was steht in § 3 StGB?": false} {
		if found := ix.Search(Query{Text: question}); found.Enough != want {
			t.Errorf("%q is answered: %v", question, found.Enough)
		}
	}
	for short, name := range map[string]string{"DSGVO": "Datenschutz-Grundverordnung", "BGB": "Bürgerliches Gesetzbuch", "TMG": "Telemediengesetz"} {
		if !shortens(short, name) || shortens(short, "Allgemeine Geschäftsbedingungen") || shortens(short, "") {
			t.Errorf("%s is not short for %s alone", short, name)
		}
	}
}

func TestAPartOfManyDocumentsIsChosenByTheOtherWords(t *testing.T) {
	var passages []passage.Passage
	for i := range 3000 {
		id, text := strconv.Itoa(i), "Dieses Rad wiegt wenig."
		if i == 2500 {
			text = "Diese Sackkarre trägt viel."
		}
		passages = append(passages, passage.Passage{ID: id, Document: id, Headings: []string{"1. Beschreibung"}, Text: text, Language: "de"})
	}
	ix := Build(passages, Options{})
	began := time.Now()
	found := ix.Search(Query{Text: "Was steht unter § 1 zur Sackkarre? " + strings.Repeat("Lampe ", 300)})
	if took := time.Since(began); found.Hits[0].Passage.ID != "2500" || took > 2*time.Second {
		t.Errorf("found %s first after %v", found.Hits[0].Passage.ID, took)
	}
}
