package conversation

import (
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/bot"
)

// Who asks the chat about their data is told how they come by their right, and is not searched an answer for.
func TestWhoAsksForTheirDataIsToldHow_K1(t *testing.T) {
	days := 30
	s := bot.Settings{Model: bot.Model{Provider: "quote"}, Retention: bot.Retention{Days: &days}}
	for want, texts := range map[string][]string{
		"beenden und löschen": {"Lösche meine Daten", "Bitte löschen Sie alle meine Daten!", "Kann ich den Chat löschen?", "Löschen Sie alles", "Ich möchte, dass Sie mich vergessen", "Bitte Chat löschen", "Wie kann ich diese Unterhaltung löschen?"},
		"„Meine Daten“; dort": {"Welche Daten speichert ihr über mich?", "Was wisst ihr über mich?", "Kann ich eine Kopie meiner Daten haben?", "Speichert ihr meine Nachrichten?", "Auskunft über meine Daten", "Wird der Chat gespeichert?", "Welche Daten werden gespeichert?", "Haben Sie die Nummer gespeichert?"},
		"30 Tage nach":        {"Wie lange speichert ihr meine Nachrichten?", "Wie lange wird das gespeichert?", "Welche Daten speichert ihr über mich?"},
		"schränken die":       {"Ich widerspreche der Verarbeitung meiner Daten", "Ich möchte die Verarbeitung einschränken", "Ich widerrufe meine Einwilligung"},
		"ändern oder löschen": {"Ich möchte meine Daten berichtigen", "Bitte meine Kontaktdaten ändern"},
		"Server selbst":       {"Wird das an ChatGPT gesendet?", "Werden meine Daten weitergegeben?", "Gebt ihr meine Daten an Dritte weiter?"},
		"End and delete":      {"Delete my data please", "Please erase this conversation", "forget me", "delete everything", "I want my data deleted"},
		"under “My data”, wh": {"What data do you store about me?", "What do you know about me?", "Can I have a copy of my data?"},
		"30 days after":       {"How long do you keep my messages?"},
		"Both hold":           {"I object to the processing of my data"},
		"server answers its":  {"Is my data sent to OpenAI?", "Do you share my data with third parties?"},
		"": {
			"Wie lösche ich mein Kundenkonto?", "Wie lange ist die Garantie?", "Wie viele Daten kann ich in der Cloud speichern?", "Löscht die Feuerwehr auch nachts?", "Wie ändere ich meine Lieferadresse?",
			"Ich möchte meinen Vertrag widerrufen", "Wie widerrufe ich die Bestellung?", "Welche Informationen brauchen Sie von mir?", "Wer weiß, was das kostet?", "Können Sie meine alten Daten vom Handy retten?",
			"Wie lange dauert das Gespräch?", "Ich habe eine Nachricht geschickt", "Wo finde ich die Daten der Kurse?", "Kann ich eine Kopie der Rechnung haben?", "Wie lange hält der Akku?", "Ich möchte die Nummer wissen", "Do you know the number?", "Wie kann ich die Nummer speichern?",
			"Schickt ihr mir Informationen?", "Können Sie mir die Daten geben?", "Wo werden meine Daten gespeichert?", "Kann ich meine Daten exportieren?", "Can you share information with me?", "Can you send me information?", "Do you delete old orders?", "How long do I have to keep the receipt?", "How long does the conversation take?", "Can you send me the data sheet?", "Can I change the date?", "Do you store bikes in winter?", "How do I delete my account?",
		},
	} {
		for _, text := range texts {
			language := answerLanguage(&Question{Text: text, Language: "de"}, nil, nil)
			got, in := chatting(text, language, s).smallTalk(func() string { return "" })
			if want == "" && in != "" || !strings.Contains(got, want) {
				t.Errorf("%q: %q, want %q in it", text, got, want)
			}
		}
	}
}

// What is said of the time data is kept and of models is what the bot is set to.
func TestAnswersAboutDataFollowTheSettings_K1(t *testing.T) {
	none := 0
	s := bot.Settings{Model: bot.Model{Provider: "local", Name: "m"}, PrivacyURL: "https://shop.example/privacy", Retention: bot.Retention{Days: &none}}
	for text, want := range map[string][]string{
		"Wird das an ChatGPT gesendet?":              {"Anbieter von Sprachmodellen", "](https://shop.example/privacy)"},
		"Wie lange speichert ihr meine Nachrichten?": {"nirgends gespeichert", "So erreichen Sie uns: Telefon 1"},
	} {
		got, _ := chatting(text, "de", s).smallTalk(func() string { return "Telefon 1" })
		for _, w := range want {
			if !strings.Contains(got, w) {
				t.Errorf("%q: %q, want %q in it", text, got, w)
			}
		}
	}
	s.Retention = bot.Retention{Mode: bot.RetentionAnonymise}
	if got, _ := chatting("How long do you keep my messages?", "en", s).smallTalk(func() string { return "" }); !strings.Contains(got, "90 days after your last message the text is deleted; the number") {
		t.Errorf("%q", got)
	}
	x := chatting("Wie lange speichert ihr meine Nachrichten?", "de", s)
	x.session.Restricted = true
	if got, _ := x.smallTalk(func() string { return "" }); !strings.Contains(got, "bis Sie die Einschränkung aufheben") {
		t.Errorf("%q", got)
	}
}

// Who has asked for a right goes on about it.
func TestAfterARightWhatFollowsIsAboutIt_K1(t *testing.T) {
	for _, c := range []struct{ before, text, want string }{
		{"Speichert ihr meine Daten?", "Wie lange?", "kept"},
		{"Speichert ihr meine Daten?", "Und wer bekommt die?", "sent"},
		{"What do you store about me?", "for how long?", "kept"},
		{"Wie lange dauert die Inspektion?", "Wie lange?", ""},
		{"Speichert ihr meine Daten?", "Wie lange habt ihr auf?", ""},
		{"", "Wie lange?", ""},
	} {
		if got := rightAfter(bareWords(c.text), c.before); got != c.want {
			t.Errorf("%q after %q: %q, want %q", c.text, c.before, got, c.want)
		}
	}
}
