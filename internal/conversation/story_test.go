package conversation

import (
	"slices"
	"testing"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/retrieve"
)

const (
	spokenStory = "hallo ich hab da mal ne frage also meine mutter ist 84 und hatte vor drei wochen eine hüft op jetzt ist sie aus der reha zurück und kann nicht so gut laufen und wir wohnen im dritten stock ohne aufzug "
	toldStory   = "Ich habe vor zwei Wochen bei euch ein Trekkingrad gekauft, war alles super, aber seit gestern macht die Kette komische Geräusche und das Hinterrad eiert ein bisschen. Mein Nachbar meinte, das könnte die Kassette sein, aber ich kenne mich nicht aus. "
)

// Of a long story only what is asked at its end is looked for.
func TestBehindALongStoryTheQuestionIsAsked(t *testing.T) {
	for text, want := range map[string]string{
		spokenStory + "kommt ihr auch nach hause":                             "kommt ihr auch nach hause",
		spokenStory + "was kostet ein hausbesuch":                             "was kostet ein hausbesuch",
		spokenStory + "und jetzt muss ich sehen wie es weitergeht":            "",
		toldStory + "Was kostet es, das Laufrad zu zentrieren?":               "Was kostet es, das Laufrad zu zentrieren?",
		toldStory + "Jedenfalls wollte ich fragen, was kostet das Zentrieren": "was kostet das Zentrieren",
		toldStory + "Danke schon mal!":                                        "",
		"Ich war gestern bei Ihnen. Wann öffnen Sie?":                         "",
		"Was kostet die Inspektion? " + toldStory + "Und wann habt ihr auf?":  "",
	} {
		if _, got := behindStory(text); got != want {
			t.Errorf("%q asks %q, want %q", text, got, want)
		}
	}
	index := retrieve.Build([]passage.Passage{
		{ID: "1", Document: "besuch", Title: "Leistungen", Headings: []string{"Hausbesuche"}, Text: "Hausbesuche machen wir nur bei ärztlicher Verordnung und im Umkreis von 6 Kilometern um die Praxis.", Language: "de"},
		{ID: "2", Document: "reha", Title: "Aktuelles", Text: "Nach meiner Hüft-OP und der Reha konnte ich nach drei Wochen wieder laufen, auch in den dritten Stock ohne Aufzug. Danke!", Language: "de"},
		{ID: "3", Document: "zeiten", Title: "Zeiten", Text: "Samstag 6 bis 13 Uhr", Language: "de"},
	}, retrieve.Options{})
	found := find(index, retrieve.Query{Text: spokenStory + "macht ihr auch hausbesuche", Language: "de", K: 3})
	if len(found.Hits) == 0 || found.Hits[0].Passage.Document != "besuch" {
		t.Errorf("found %+v", found)
	}
}

// What was said without asking anything is nothing that a question goes on about, and of a story only its question is.
func TestOnlyQuestionsAreGoneOnAbout(t *testing.T) {
	var history []Message
	for _, text := range []string{spokenStory + "kommt ihr auch nach hause", "Du dummer Bot", "danke", "Hallo, wann habt ihr auf?", "ok sorry", "haben Sie das eingetragen?"} {
		history = append(history, Message{Role: Visitor, Text: text}, Message{Role: Assistant, Text: "…"})
	}
	if got := asked(history, ""); !slices.Equal(got, []string{"kommt ihr auch nach hause", "wann habt ihr auf?"}) {
		t.Errorf("asked %q", got)
	}
}
