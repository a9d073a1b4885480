package proof

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/bilingual"
	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/conversation"
)

// checkSettings publishes changed settings and looks at the next request to the model.
func checkSettings(ctx context.Context, b *bench) finding {
	version, err := b.Bots.PublishedSettings(ctx, b.bot.Workspace, b.bot.ID)
	if err != nil {
		return failed(err)
	}
	s, temperature, instruction := version.Settings, 0.25, "Antworte kurz zur Reihe "+random()
	s.Model.Temperature, s.Model.MaxTokens, s.Model.Instructions = &temperature, 321, instruction
	changed, err := bot.Publish(ctx, b.Bots, b.bot, s, b.Now())
	if err == nil {
		_, err = b.stage.Desk.Answer(ctx, conversation.Question{Bot: b.bot, Text: question, Language: "de", Channel: "proof"}, ignore)
	}
	if err != nil {
		return failed(err)
	}
	received := b.stage.Received()
	var sent struct {
		Model       string  `json:"model"`
		Temperature float64 `json:"temperature"`
		MaxTokens   int     `json:"max_tokens"`
	}
	body := received[len(received)-1]
	if err := json.Unmarshal(body, &sent); err != nil {
		return failed(err)
	}
	versions, err := b.Bots.Versions(ctx, b.bot.Workspace, b.bot.ID)
	if err != nil {
		return failed(err)
	}
	if sent.Model != "first" || sent.Temperature != temperature || sent.MaxTokens != 321 || !strings.Contains(string(body), instruction) || len(versions) != 2 {
		return broken("Geänderte Einstellungen kamen beim Modell nicht an.", "Changed settings did not reach the model.")
	}
	return holds(
		"Fassung %d wurde veröffentlicht; die nächste Anfrage enthielt ihr Modell, ihre Temperatur, ihre Höchstlänge und ihre Anweisungen; die frühere Fassung ist noch da.",
		"Published version %d; the next request carried its model, temperature, maximum and instructions; the former version is kept.", changed.Number)
}

func ignore(conversation.Event) error { return nil }

// checkFailover asks a bot whose first model fails.
func checkFailover(ctx context.Context, b *bench) finding {
	unknown := func(s bot.Settings) bool {
		return slices.ContainsFunc(s.Model.Choices(), func(one bot.Choice) bool {
			_, known := b.Config.Providers[one.Provider]
			return !known && one.Provider != bot.Quote
		})
	}
	if f, some := b.brokenBy(ctx, unknown, "Ein Modell oder Ersatz ist bei einem Anbieter gewählt, der nicht eingerichtet ist", "A model or fallback of a provider is chosen that is not configured"); some {
		return f
	}
	lost := func(s bot.Settings) bool {
		if s.Embedding == nil {
			return false
		}
		_, known := b.Config.Providers[s.Embedding.Provider]
		return !known
	}
	if f, some := b.brokenBy(ctx, lost, "Vektoren für die Suche soll ein Anbieter bilden, der nicht eingerichtet ist; gesucht wird ohne sie", "Vectors for search are to be made by a provider that is not configured; search does without them"); some {
		return f
	}
	s := bot.Default(b.stage.Provider + "/" + Failing)
	s.Model.Fallbacks = []bot.Choice{{Provider: b.stage.Provider, Name: "second"}}
	failing, err := bot.Make(ctx, b.Bots, b.bot.Workspace, "Ersatzbot", s, b.Now())
	if err == nil {
		err = b.read(ctx, failing, "werkstatt.md", b.text())
	}
	if err != nil {
		return failed(err)
	}
	answer, err := b.stage.Desk.Answer(ctx, conversation.Question{Bot: failing, Text: question, Language: "de", Channel: "proof"}, ignore)
	if err != nil {
		return failed(err)
	}
	received := b.stage.Received()
	if answer.State != conversation.Done || !strings.Contains(string(received[len(received)-1]), `"model":"second"`) {
		return broken("Nach dem Ausfall des ersten Modells antwortete kein Ersatz.", "After the first model failed no other answered.")
	}
	return holds(
		"Das erste Modell antwortete mit einem Fehler; das zweite schrieb die Antwort.",
		"The first model answered with an error; the second one wrote the answer.")
}

// checkCitations looks whether the answer names where it comes from, and whether any bot has the
// check of sentences switched off.
func checkCitations(ctx context.Context, b *bench) finding {
	off := func(s bot.Settings) bool { return s.Check == bot.CheckOff }
	if f, some := b.brokenBy(ctx, off, "Bei mindestens einem Bot ist die Prüfung der Antworten abgeschaltet (check: off)", "At least one bot does not check its answers (check: off)"); some {
		return f
	}
	switch a := b.answer; {
	case a.State != conversation.Done || !strings.Contains(a.Text, "16 Uhr"):
		return broken("Die Antwort auf eine Frage zur Quelle kam nicht.", "A question that the source answers was not answered.")
	case len(a.Citations) == 0 || !strings.Contains(a.Citations[0].Passage, "16 Uhr"):
		return broken("Die Antwort nennt die Fundstelle nicht.", "The answer does not cite its passage.")
	}
	return holds(
		"Eine Antwort wurde aus der Quelle geschrieben und nennt die Stelle, an der es steht.",
		"An answer was written from the source and cites the passage that says it.")
}

// checkNeeded looks at the bytes that the model received: the question and the passage, nothing of
// another bot, no ids.
func checkNeeded(_ context.Context, b *bench) finding {
	switch {
	case !strings.Contains(b.body, "am Samstag geöffnet"), !strings.Contains(b.body, b.word):
		return broken("Das Modell bekam die Frage oder die Fundstelle nicht.", "The model did not get the question or the passage.")
	case strings.Contains(b.body, b.gone):
		return broken("Das Modell bekam den Text eines anderen Bots.", "The model got text of another bot.")
	}
	heads := b.stage.Heads()
	for _, id := range []string{b.bot.Workspace, b.bot.ID, b.bot.PublicID, b.answer.ID, b.answer.Session, b.session, b.mark, b.planted.typed} {
		if strings.Contains(b.body, id) || strings.Contains(heads, id) {
			return broken("Kennungen von Besuchern oder Kunden gehen an das Modell.", "Ids of visitors or customers go to the model.")
		}
	}
	return holds(
		"%d Bytes erreichten das Modell: Frage und Fundstelle, kein Text eines anderen Bots, keine Kennung von Arbeitsbereich, Bot, Sitzung oder Antwort, auch nicht in Adresse und Kopfzeilen.",
		"%d bytes reached the model: question and passage, no other bot's text, no id of workspace, bot, session or answer, nor any in address and headers.", len(b.body))
}

// checkNoAccount looks for what the account is called, and for the contact data of a visitor who goes
// on asking, in the bytes that the model received.
func checkNoAccount(_ context.Context, b *bench) finding {
	if b.body == "" {
		return unchecked("Das Modell bekam nichts.", "The model got nothing.")
	}
	received := b.stage.Received()
	for _, planted := range []string{b.planted.mail, trialName, b.mark, b.secret, b.planted.name, b.planted.contact, "besucherfeld", visitorPhone} {
		for _, body := range received {
			if strings.Contains(string(body), planted) {
				return broken("Angaben zum Konto oder Kontaktdaten von Besuchern gehen an das Modell.", "Account data or contact data of visitors goes to the model.")
			}
		}
	}
	return holds(
		"Name des Arbeitsbereichs, Bezeichnung und Geheimnis seines Schlüssels, Name, E-Mail-Adresse und Telefonnummer eines Besuchers: Nichts davon steht in den %d Anfragen.",
		"Name of the workspace, label and secret of its key, name, e-mail address and phone number of a visitor: none is in the %d requests.", len(received))
}

// checkPseudonyms looks for planted personal data in the bytes that the model received and in the
// ledger, and at bots that have types of it switched off.
func checkPseudonyms(ctx context.Context, b *bench) finding {
	if b.body == "" {
		return broken("Das Modell bekam nichts; die Ersetzung ist nicht nachweisbar.", "The model got nothing, so nothing shows the replacement.")
	}
	everything := ""
	for _, body := range b.stage.Received() { // also by the model that failed and the one that came in
		everything += string(body)
	}
	for _, t := range b.transfers {
		everything += string(t.Body)
	}
	for _, planted := range []string{plantedName, "Kanarienburg", b.planted.title, b.planted.mail, b.planted.typed, plantedPhone, plantedIBAN, strings.ReplaceAll(plantedIBAN, " ", "")} {
		if strings.Contains(everything, planted) {
			return broken("Eingestreute personenbezogene Daten gingen unersetzt an das Modell.", "Planted personal data went to the model as it was.")
		}
	}
	off := func(s bot.Settings) bool { return len(s.Personal.Off) > 0 }
	if f, some := b.brokenBy(ctx, off, "Arten personenbezogener Daten sind von der Ersetzung ausgenommen", "Kinds of personal data are exempt from replacement"); some {
		return f
	}
	f := holds(
		"Name, E-Mail-Adresse, Telefonnummer und IBAN standen in der Quelle, eine weitere Adresse in der Frage; nichts davon steht in den %d abgesendeten Anfragen, auch nicht in denen an den Ersatz, und nichts im Verzeichnis der Übermittlungen.",
		"Name, e-mail address, phone number and IBAN stood in the source, another address in the question; none of them is in the %d requests that left, failover included, or in the ledger.", len(b.stage.Received()))
	f.reason = bilingual.Of(
		"Soweit sie erkannt werden: Ein seltener Name oder eine ungewöhnliche Schreibweise kann der Erkennung entgehen.",
		"As far as it is recognised: a rare name or an unusual way of writing may escape recognition.",
	)
	return f
}
