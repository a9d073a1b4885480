package conversation

import (
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/bot"
)

// What is about the conversation names nothing to look for: it goes on about the question before.
func TestWhatIsAboutTheConversationGoesOnAboutTheQuestionBefore(t *testing.T) {
	history := []Message{
		{Role: Visitor, Text: "Was kostet eine Breze?", Language: "de"}, {Role: Assistant, Text: "0,95 € [1]", Language: "de"},
		{Role: Visitor, Text: "ok", Language: "de"}, {Role: Assistant, Text: "Gut.", Language: "de"},
		{Role: Visitor, Text: "Kürzer bitte!", Language: "de"}, {Role: Assistant, Text: "…", Language: "de"},
	}
	contact := func() string { return "Telefon 030 1234" }
	for _, c := range []struct{ text, quoted, unasked string }{
		{"ja", "Was möchten Sie wissen", "Was möchten Sie wissen"},
		{"Ja, bitte!", "Was möchten Sie wissen", "Was möchten Sie wissen"},
		{"yes please", "What would you like to know", "What would you like to know"},
		{"warum?", "Begründen", "Was möchten Sie wissen"},
		{"Why?", "give reasons", "What would you like"},
		{"kürzer bitte", "Kürzer", "Was möchten"},
		{"Geht's auch kürzer?", "Kürzer", "Was möchten"},
		{"Shorter, please.", "briefly", "What would"},
		{"das verstehe ich nicht", "Telefon 030 1234", "Was möchten"},
		{"I don't understand.", "Telefon 030 1234", "What would"},
		{"und?", "Mehr kann ich", "Was möchten"},
		{"Anything else?", "cannot say more", "What would"},
		{"Bist du sicher?", "Telefon 030 1234", "Was möchten"},
		{"Wiederhole das", "", "Was möchten"},
		{"Können Sie das bitte noch einmal wiederholen?", "", "Was möchten"},
		{"Say that again", "", "Was möchten"},
		{"repeat please", "", "Was möchten"},
	} {
		x := chatting(c.text, "de", bot.Settings{Model: bot.Model{Provider: bot.Quote}})
		x.history = history
		if got, _ := x.goneOn(contact); c.quoted == "" && got != "" || !strings.Contains(got, c.quoted) {
			t.Errorf("%q: %q, want %q", c.text, got, c.quoted)
		}
		if got, _ := chatting(c.text, "de", bot.Settings{}).goneOn(contact); !strings.Contains(got, c.unasked) {
			t.Errorf("%q with nothing asked: %q, want %q", c.text, got, c.unasked)
		}
		x.settings.Settings.Model.Provider = "openai"
		if got, _ := x.goneOn(contact); got != "" {
			t.Errorf("%q is answered %q in place of a model", c.text, got)
		}
		if got := sought(c.text, history); got != "Was kostet eine Breze?" {
			t.Errorf("%q looks for %q", c.text, got)
		}
	}
	for _, question := range []string{
		"Warum ist der Laden zu?", "und am Samstag?", "Gibt es kürzere Kurse?", "Kann ich den Kurs wiederholen?", "Why is it closed?", "Can I order again?",
		"Muss ich die Prüfung noch einmal machen?", "Ist das Brot sicher ohne Nüsse?", "Mehrweg?", "Was bedeutet Dinkel?", "Is more bread available?",
	} {
		if a := asideOf(question); a.kind != "" {
			t.Errorf("%q is a question, taken for %q", question, a.kind)
		}
	}
}
