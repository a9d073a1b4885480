package retrieve

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/passage"
)

// site is a small shop in two languages.
func site() []passage.Passage {
	var all []passage.Passage
	for _, d := range []struct {
		id  string
		doc document.Document
	}{
		{"/de/versand.html", document.Document{Title: "Versand", Language: "de", Blocks: []document.Block{
			{Kind: document.KindHeading, Level: 1, Text: "Versand und Lieferung"},
			{Kind: document.KindParagraph, Text: "Wir liefern mit DHL innerhalb Deutschlands. Die Lieferzeit beträgt zwei bis drei Werktage. Ab 50 Euro Bestellwert ist die Lieferung kostenlos."},
			{Kind: document.KindHeading, Level: 2, Text: "Rückgabe", Anchor: "rueckgabe"},
			{Kind: document.KindParagraph, Text: "Sie können Artikel innerhalb von 30 Tagen zurückschicken. Das Rücksendeetikett liegt dem Paket bei."},
		}}},
		{"/de/kontakt.html", document.Document{Title: "Kontakt", Language: "de", Blocks: []document.Block{
			{Kind: document.KindHeading, Level: 1, Text: "Öffnungszeiten"},
			{Kind: document.KindRow, Text: "Montag–Freitag\t8:00–18:00 Uhr", Header: []string{"Tag", "Zeit"}},
			{Kind: document.KindRow, Text: "Samstag\t9:00–13:00 Uhr", Header: []string{"Tag", "Zeit"}},
			{Kind: document.KindHeading, Level: 1, Text: "So erreichen Sie uns"},
			{Kind: document.KindParagraph, Text: "Telefon: 089 1234567, E-Mail: hallo@example.org"},
		}}},
		{"/en/shipping.html", document.Document{Title: "Shipping", Language: "en", Blocks: []document.Block{
			{Kind: document.KindHeading, Level: 1, Text: "Shipping and delivery"},
			{Kind: document.KindParagraph, Text: "We ship with DHL within Germany. Delivery takes two to three working days. Orders over 50 euros are delivered free of charge."},
			{Kind: document.KindHeading, Level: 2, Text: "Returns"},
			{Kind: document.KindParagraph, Text: "You can return items within 30 days. The return label is in the parcel."},
		}}},
	} {
		all = append(all, passage.Split(d.doc, passage.Options{Document: d.id, Address: "https://example.org" + d.id})...)
	}
	for i := range all {
		Analyse(&all[i])
	}
	return all
}

func TestSearchFindsThePageInTheLanguageOfTheQuestion(t *testing.T) {
	ix := Build(site(), Options{})
	for question, want := range map[string]string{
		"Wie lange dauert die Lieferung?":    "/de/versand.html",
		"How long does delivery take?":       "/en/shipping.html",
		"Was sind die Oeffnungszeiten?":      "/de/kontakt.html",
		"Kann ich einen Artikel zurückgeben": "/de/versand.html",
		"Can I return an item?":              "/en/shipping.html",
		"telefonnummer":                      "/de/kontakt.html",
	} {
		r := ix.Search(Query{Text: question, K: 3})
		if len(r.Hits) == 0 || r.Hits[0].Passage.Document != want {
			t.Errorf("%q: got %v, want %s", question, documents(r), want)
		}
	}
}

func documents(r Results) []string {
	var out []string
	for _, h := range r.Hits {
		out = append(out, h.Passage.ID)
	}
	return out
}

func TestSearchOfNothing(t *testing.T) {
	if r := Build(nil, Options{}).Search(Query{Text: "Hallo?"}); len(r.Hits) != 0 || r.Enough {
		t.Errorf("empty index answered %v", r)
	}
	ix := Build(site(), Options{})
	for _, text := range []string{"", "???", "\xff\xfe", strings.Repeat("wort ", 3000), strings.Repeat("ü", 5000)} {
		ix.Search(Query{Text: text})
		ix.quote(ix.parse(ix.respelt(Query{Text: text})), ix.Search(Query{Text: "Lieferung"}).Hits, 3, false)
	}
}

func TestOffTopicQuestionIsRefused(t *testing.T) {
	ix := Build(site(), Options{})
	if r := ix.Search(Query{Text: "Wer hat 1974 die Fußballweltmeisterschaft gewonnen?"}); r.Enough {
		t.Errorf("evidence %.2f for an off-topic question", r.Evidence)
	}
	if r := ix.Search(Query{Text: "Wie lange ist die Lieferzeit?"}); !r.Enough {
		t.Errorf("evidence %.2f for an answered question", r.Evidence)
	}
}

func TestQuoteGivesTheSentence(t *testing.T) {
	ix := Build(site(), Options{})
	for question, want := range map[string]string{
		"Wie lange ist die Lieferzeit?":              "zwei bis drei Werktage",
		"Wie lange haben Sie am Samstag geöffnet?":   "9:00–13:00",
		"How many days do I have to return an item?": "within 30 days",
		"Wie erreiche ich Sie per Telefon?":          "089 1234567",
	} {
		q := Query{Text: question}
		quotes := ix.Quote(ix.Search(q), 1)
		if len(quotes) != 1 || !strings.Contains(quotes[0].Text, want) {
			t.Errorf("%q: quoted %+v, want %q", question, quotes, want)
			continue
		}
		if c := quotes[0]; c.Passage.Text[c.Start:c.End] != c.Text {
			t.Errorf("%q: offsets do not point at the quote", question)
		}
	}
}

func TestFollowUpBorrowsTheSubject(t *testing.T) {
	ix := Build(site(), Options{})
	q := Query{Text: "Und am Samstag?", Context: []string{"Wann habt ihr am Montag geöffnet?"}}
	quotes := ix.Quote(ix.Search(q), 1)
	if len(quotes) == 0 || !strings.Contains(quotes[0].Text, "9:00–13:00") {
		t.Errorf("quoted %+v", quotes)
	}
	alone := Query{Text: "Wie lange dauert die Lieferung nach Hause?", Context: []string{"Wann habt ihr am Montag geöffnet?"}}
	if got := withContext(alone); got.Text != alone.Text {
		t.Errorf("a question that stands alone became %q", got.Text)
	}
}

func TestQuestionsThatStandAlone(t *testing.T) {
	for text, want := range map[string]bool{
		"Und am Samstag?":                    true,
		"Was kostet das?":                    true,
		"Kann ich das umsonst ausprobieren?": true,
		"Is it open?":                        true,
		"Wie viel?":                          true,
		"Wann habt ihr auf?":                 false,
		"Was kostet das Training?":           false,
		"Gibt es Internet?":                  false,
		"Are there any vacancies?":           false,
	} {
		if got := leans(text); got != want {
			t.Errorf("%q leans on an earlier question: %v, want %v", text, got, want)
		}
	}
}

func TestEarlierQuestionsDecideBetweenEquals(t *testing.T) {
	ix := Build([]passage.Passage{
		{ID: "car", Document: "car", Language: "en", Text: "Car hire\nThe deposit is 300 euros and comes back with the next invoice. A car holds five people."},
		{ID: "bike", Document: "bike", Language: "en", Text: "Bicycle hire\nThe deposit is 50 euros and comes back with the next invoice. A bicycle holds one person."},
		{ID: "shop", Document: "shop", Language: "en", Text: "Our shop sells helmets, lights and locks for every day."},
		{ID: "courses", Document: "courses", Language: "en", Text: "Courses for beginners start in spring and take six weeks."},
		{ID: "repairs", Document: "repairs", Language: "en", Text: "Repairs usually take three working days."},
		{ID: "team", Document: "team", Language: "en", Text: "Our team of eight has looked after guests for twenty years."},
	}, Options{})
	for about, want := range map[string]string{"How many people fit into a car?": "car", "Is a bicycle made for one person?": "bike"} {
		q := Query{Text: "When does the deposit come back?", Context: []string{about}}
		hits := ix.Search(q).Hits
		if len(hits) == 0 || hits[0].Passage.ID != want {
			t.Errorf("after %q the deposit of %+v is found, want that of the %s", about, hits, want)
		}
		q = Query{Text: "Do you sell helmets and locks?", Context: []string{about}}
		if hits := ix.Search(q).Hits; len(hits) == 0 || hits[0].Passage.ID != "shop" {
			t.Errorf("after %q a question about the shop finds %+v", about, hits)
		}
	}
}

func TestStoredAnalysisGivesTheSameResults(t *testing.T) {
	stored := site()
	fresh := site()
	for i := range fresh {
		fresh[i].Analysed = nil
	}
	damaged := site()
	for i := range damaged {
		damaged[i].Analysed = damaged[i].Analysed[:len(damaged[i].Analysed)/2]
	}
	q := Query{Text: "Wann ist die Lieferung kostenlos?"}
	want := Build(stored, Options{}).Search(q)
	for name, passages := range map[string][]passage.Passage{"fresh": fresh, "damaged": damaged} {
		got := Build(passages, Options{}).Search(q)
		if len(got.Hits) != len(want.Hits) {
			t.Fatalf("%s: %d hits, want %d", name, len(got.Hits), len(want.Hits))
		}
		for i := range got.Hits {
			if got.Hits[i].Score != want.Hits[i].Score || got.Hits[i].Passage.ID != want.Hits[i].Passage.ID {
				t.Errorf("%s: hit %d is %s %f, want %s %f", name, i, got.Hits[i].Passage.ID, got.Hits[i].Score, want.Hits[i].Passage.ID, want.Hits[i].Score)
			}
		}
	}
}

func TestSearchIsSafeForConcurrentUse(t *testing.T) {
	ix := Build(site(), Options{})
	want := documents(ix.Search(Query{Text: "Lieferzeit"}))
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 50 {
				if got := documents(ix.Search(Query{Text: "Lieferzeit"})); strings.Join(got, " ") != strings.Join(want, " ") {
					t.Errorf("got %v, want %v", got, want)
				}
			}
		})
	}
	wg.Wait()
}

func TestNearDuplicatesAppearOnce(t *testing.T) {
	text := "Die Lieferzeit beträgt innerhalb Deutschlands zwei bis drei Werktage, in die Schweiz etwa eine Woche, nach Österreich vier Werktage ab Bestellung. Sperrige Möbel bringt eine Spedition nach Vereinbarung eines Termins bis in die Wohnung."
	ix := Build([]passage.Passage{
		{ID: "a", Document: "a", Text: text}, {ID: "b", Document: "b", Text: text + " Danke."}, {ID: "c", Document: "c", Text: "Die Lieferzeit ist lang."},
	}, Options{})
	if r := ix.Search(Query{Text: "Lieferzeit in die Schweiz"}); len(r.Hits) != 2 {
		t.Errorf("got %v", documents(r))
	}
}

func TestNeighboursAreJoined(t *testing.T) {
	ix := Build([]passage.Passage{
		{ID: "a0", Document: "a", Ordinal: 0, Text: "Fahrräder reparieren wir in der Werkstatt."},
		{ID: "a1", Document: "a", Ordinal: 1, Text: "Die Reparatur der Fahrräder dauert drei Tage."},
		{ID: "b0", Document: "b", Ordinal: 0, Text: "Kaffee gibt es im Hof."},
	}, Options{})
	r := ix.Search(Query{Text: "Wie lange dauert die Reparatur der Fahrräder?"})
	if len(r.Hits) == 0 || len(r.Hits[0].Neighbours) != 1 {
		t.Fatalf("got %v", documents(r))
	}
	if got := r.Hits[0].Text(); !strings.HasPrefix(got, "Fahrräder reparieren") || !strings.Contains(got, "drei Tage") {
		t.Errorf("joined text %q", got)
	}
}

func TestCacheLoadsOnceAndForgetsTheOldest(t *testing.T) {
	passages := site()
	size := Build(passages, Options{}).memoryBytes()
	c := Cache{Budget: 2*size + size/2}
	loads := map[string]int{}
	var mu sync.Mutex
	get := func(key, version string) {
		t.Helper()
		_, err := c.Get(context.Background(), key, version, func(context.Context) (*Index, error) {
			mu.Lock()
			loads[key+version]++
			mu.Unlock()
			return Build(site(), Options{}), nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	var wg sync.WaitGroup
	for range 10 {
		wg.Go(func() { get("a", "1") })
	}
	wg.Wait()
	if loads["a1"] != 1 {
		t.Errorf("a loaded %d times", loads["a1"])
	}
	get("b", "1")
	get("a", "1")
	get("c", "1") // b leaves
	get("a", "1")
	get("b", "1")
	get("b", "2")
	if loads["a1"] != 1 || loads["b1"] != 2 || loads["b2"] != 1 {
		t.Errorf("loads: %v", loads)
	}
	if c.Used() > c.Budget {
		t.Errorf("uses %d of %d bytes", c.Used(), c.Budget)
	}
	c.Sweep(func(key, version string) bool { return key == "b" && version == "2" })
	get("b", "2")
	if loads["b2"] != 1 {
		t.Error("the one to keep was swept away")
	}
	c.Sweep(func(string, string) bool { return false })
	if c.Used() != 0 {
		t.Errorf("empty cache uses %d bytes", c.Used())
	}
}

func TestCachePassesOnErrors(t *testing.T) {
	var c Cache
	broken := errors.New("disk is gone")
	_, err := c.Get(context.Background(), "a", "1", func(context.Context) (*Index, error) { return nil, broken })
	if !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	release := make(chan struct{})
	finished := make(chan struct{})
	cancel()
	_, err = c.Get(ctx, "a", "1", func(context.Context) (*Index, error) { defer close(finished); <-release; return nil, nil })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	close(release)
	<-finished
}

// The answer often stands beside the sentence that has the question's words.
func TestAShortSectionIsQuotedWhole(t *testing.T) {
	section := "Jeden ersten Montag im Monat zeigen wir Anfängern die Nähmaschine.\nAn die Maschine kommt jeder. Es sind sechs Plätze.\n42 € pro Abend, Material inklusive."
	long := section + "\n" + strings.Repeat("Bitte melden Sie sich im Laden an oder rufen Sie uns zu den Öffnungszeiten an. ", 4)
	paragraph := strings.TrimSpace(strings.Repeat("Im Kurs nähen Sie eine Tasche mit Reißverschluss und Futter, die Sie am Ende mit nach Hause nehmen und gern herzeigen. ", 3))
	for _, c := range []struct{ text, quoted, want string }{
		{section, "Es sind sechs Plätze.", section},
		{long, "Es sind sechs Plätze.", "An die Maschine kommt jeder. Es sind sechs Plätze."},
		{section + "\n• Zickzackstich\n• Geradstich", "Es sind sechs Plätze.", "An die Maschine kommt jeder. Es sind sechs Plätze."},
		{paragraph + "\n" + long, "Im Kurs nähen Sie eine Tasche mit Reißverschluss und Futter, die Sie am Ende mit nach Hause nehmen und gern herzeigen.", paragraph},
	} {
		i := strings.Index(c.text, c.quoted)
		got := Whole([]Quote{{Passage: &passage.Passage{Text: c.text}, Text: c.quoted, Start: i, End: i + len(c.quoted)}})
		if len(got) != 1 || got[0].Text != c.want {
			t.Errorf("%q of %q is shown as %+v, want %q", c.quoted, c.text, got, c.want)
		}
	}
}

func TestWhatIsQuotedCanBeReadByItself(t *testing.T) {
	const coffee = "Kaffee gibt es auch, dazu Wasser, Tee und an den meisten Tagen des Jahres einen Kuchen, den die Bäckerei nebenan am Morgen frisch gebacken hat, und wer länger bleibt, sieht der Meisterin bei der Arbeit zu."
	p := &passage.Passage{Text: "Eine Inspektion dauert zwei Stunden. Sie kostet 189 Euro. Sie können gern warten. " + coffee + "\nDort steht ein Tisch.\n" +
		strings.Repeat("Die Werkstatt liegt im Hof hinter dem Laden, die Einfahrt ist neben der Bäckerei. ", 4)}
	quote := func(text string) Quote {
		i := strings.Index(p.Text, text)
		return Quote{Passage: p, Text: text, Start: i, End: i + len(text)}
	}
	for _, c := range []struct{ quotes, want []string }{
		{[]string{"Sie kostet 189 Euro."}, []string{"Eine Inspektion dauert zwei Stunden. Sie kostet 189 Euro."}},
		{[]string{"Sie kostet 189 Euro.", "Eine Inspektion dauert zwei Stunden."}, []string{"Eine Inspektion dauert zwei Stunden. Sie kostet 189 Euro."}},
		{[]string{coffee, "Eine Inspektion dauert zwei Stunden."}, []string{coffee, "Eine Inspektion dauert zwei Stunden."}},
		{[]string{coffee, "Sie können gern warten."}, []string{"Sie können gern warten. " + coffee}},
		{[]string{"Dort steht ein Tisch.", coffee}, []string{"Dort steht ein Tisch.", coffee}},
	} {
		var quotes []Quote
		for _, text := range c.quotes {
			quotes = append(quotes, quote(text))
		}
		var got []string
		for _, q := range Whole(quotes) {
			got = append(got, q.Text)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q became %q, want %q", c.quotes, got, c.want)
		}
	}
}

func TestGroupsOfQuestions(t *testing.T) {
	asked := []string{
		"Kann man bei Ihnen parken?", "Verkaufen Sie Gutscheine?", "Gibt es einen Parkplatz vor dem Laden?", "Haben Sie Parkplätze?",
		"Darf mein Hund mit?", "Kann ich einen Gutschein kaufen?", "Wo kann ich parken?",
	}
	var questions []Question
	for _, text := range asked {
		questions = append(questions, Question{Text: text, Language: "de"})
	}
	var got []string
	for _, g := range Group(questions) {
		slices.Sort(g)
		got = append(got, fmt.Sprint(g))
	}
	if want := "[0 2 3 6] [1 5] [4]"; strings.Join(got, " ") != want {
		t.Errorf("grouped as %v, want %s", got, want)
	}
	if got := Group(nil); len(got) != 0 {
		t.Errorf("no questions give %v", got)
	}
}
