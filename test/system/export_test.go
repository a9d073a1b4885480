package system

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/app"
	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/conversation"
	llmfake "github.com/webchatagent/wca/test/fake/llm"
)

// A visitor can take along everything that is stored of them, for programs and for reading: what was
// said, until when it is kept, who answered, what was replaced.
func TestAVisitorTakesTheirDataAlong_E2_K1(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		model := llmfake.New(t, "openai", llmfake.Script{Tokens: []string{"Samstags bis 16 Uhr [1]."}})
		i := beginWith(t, settings, model).read()
		first := i.ask("", "Wie lange hat der Laden am Samstag geöffnet? Antwort an erika@example.org")
		i.ask(first.Session, "Vielen Dank!")
		var data struct {
			Bot, Then string
			Started   time.Time
			Last      time.Time
			Until     *time.Time `json:"kept_until"`
			Messages  []struct {
				Role, Text string
				By         string `json:"answered_by"`
				Replaced   map[string]int
			}
		}
		r := i.do("GET", i.chat("/session/export"), "", "WCA-Session", first.Session)
		must(t, json.Unmarshal([]byte(i.text(r)), &data))
		if data.Bot != "Radbot" || data.Then != "delete" || data.Until == nil || data.Until.Sub(data.Last) < 89*24*time.Hour || len(data.Messages) != 4 {
			t.Fatalf("got %+v", data)
		}
		if m := data.Messages; m[0].By != "" || !strings.Contains(m[0].Text, "erika@example.org") || m[1].By != "fake/m" || m[1].Replaced["EMAIL"] < 1 || m[3].By != "this server" {
			t.Errorf("messages: %+v", m)
		}
		text := i.text(i.do("GET", i.chat("/session/export"), "", "WCA-Session", first.Session, "Accept", "text/plain"))
		for _, want := range []string{"Ihr Gespräch mit Radbot", "erika@example.org", "Sprachmodell fake/m", fmt.Sprintf("in den Textstellen: %d\u00a0×\u00a0E-Mail-Adressen", data.Messages[1].Replaced["EMAIL"]), "ohne Sprachmodell", "gelöscht"} {
			if !strings.Contains(text, want) {
				t.Errorf("%q is missing in\n%s", want, text)
			}
		}
		judge := func(body string) int {
			return i.do("PUT", i.chat("/messages/"+first.Answer+"/feedback"), body, "WCA-Session", first.Session).StatusCode
		}
		if s := judge(`{"value":"down","reasons":["incomplete","Frau Huber"]}`); s != http.StatusBadRequest {
			t.Errorf("a reason of one's own: status %d", s)
		}
		if s := judge(`{"value":"down","reasons":["incomplete","source"],"text":"Das sagte mir FRAU ÖZTÜRK anders."}`); s != http.StatusNoContent {
			t.Errorf("feedback: status %d", s)
		}
		text = i.text(i.do("GET", i.chat("/session/export"), "", "WCA-Session", first.Session, "Accept", "text/plain"))
		if !strings.Contains(text, "nicht hilfreich – unvollständig, Quelle passt nicht\nDas sagte mir FRAU ÖZTÜRK anders.\n") {
			t.Errorf("feedback is missing in\n%s", text)
		}
		if text := i.text(i.do("GET", i.chat("/session/export"), "", "WCA-Session", first.Session)); !strings.Contains(text, `"feedback_reasons":["incomplete","source"],"feedback_text":"Das sagte mir FRAU ÖZTÜRK anders."`) {
			t.Errorf("feedback is missing in %s", text)
		}
		i.wish(first.Session, `{"no_model":true}`, `{"no_model":true,"restricted":false}`)
		i.ask(first.Session, "Wie lange hat der Laden am Samstag geöffnet? Antwort an hugo@example.org")
		text = i.text(i.do("GET", i.chat("/session/export"), "", "WCA-Session", first.Session, "Accept", "text/plain"))
		if _, later, _ := strings.Cut(text, "hugo@example.org"); !strings.Contains(later, "ohne Sprachmodell") || strings.Contains(later, "ersetzt") {
			t.Errorf("after an objection: %s", text)
		}
		zero := 0
		i.set(func(s *bot.Settings) { s.Retention.Days = &zero })
		if text := i.text(i.do("GET", i.chat("/session/export"), "", "WCA-Session", first.Session, "Accept", "text/plain")); !strings.Contains(text, "nicht gespeichert") {
			t.Errorf("without storing: %s", text)
		}
		if r := i.do("GET", i.chat("/session/export"), "", "WCA-Session", "s_somebodyelse"); r.StatusCode == http.StatusOK {
			t.Error("a wrong secret was let in")
		}
	})
}

// What is said of placeholders is true: as far as data is recognised, and without the kinds that the
// operator has switched off, now or for earlier answers.
func TestVisitorsAreToldWhatIsNotReplaced_D3_K1(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		model := llmfake.New(t, "openai", llmfake.Script{Tokens: []string{"Samstags bis 16 Uhr [1]."}})
		i := beginWith(t, settings, model).read()
		const question = "Mein Name ist Hildegard Krause. Wie lange hat der Laden am Samstag geöffnet?"
		export := func(session string) (de, en string, exempt []string, text string) {
			var data struct {
				Placeholders struct{ De, En string }
				Messages     []struct{ Exempt []string }
			}
			must(t, json.Unmarshal([]byte(i.text(i.do("GET", i.chat("/session/export"), "", "WCA-Session", session))), &data))
			for _, m := range data.Messages {
				exempt = append(exempt, strings.Join(m.Exempt, " "))
			}
			return data.Placeholders.De, data.Placeholders.En, exempt, i.text(i.do("GET", i.chat("/session/export"), "", "WCA-Session", session, "Accept", "text/plain"))
		}
		off := func(kinds ...string) { i.set(func(s *bot.Settings) { s.Personal.Off = kinds }) }

		session := i.ask("", question).Session
		if de, en, _, text := export(session); !strings.HasSuffix(de, "soweit sie erkannt werden.") || !strings.HasSuffix(en, "as far as it is recognised.") || !strings.Contains(text, de) {
			t.Errorf("all kinds are replaced: %q, %q\n%s", de, en, text)
		}
		off("PERSON", "PHONE")
		i.ask(session, question)
		if sent := model.Requests(); !strings.Contains(string(sent[len(sent)-1].Body), "Hildegard Krause") {
			t.Fatal("the name was replaced though it is switched off")
		}
		de, en, exempt, text := export(session)
		if !strings.Contains(de, "werden nicht ersetzt: Namen, Telefonnummern.") || !strings.Contains(en, "not replaced: names, phone numbers.") || !strings.Contains(text, de) || strings.Contains(de, "früher") {
			t.Errorf("names go out: %q, %q\n%s", de, en, text)
		}
		if len(exempt) != 4 || exempt[1] != "" || exempt[3] != "PERSON PHONE" {
			t.Errorf("by message: %q", exempt)
		}
		off("PHONE")
		if de, en, _, _ := export(session); !strings.Contains(de, "Betreibers werden nicht ersetzt: Telefonnummern. Bei früheren Antworten wurden nicht ersetzt: Namen.") ||
			!strings.Contains(en, "not replaced: phone numbers. For earlier answers, these were not replaced: names.") {
			t.Errorf("names went out: %q, %q", de, en)
		}
		i.set(func(s *bot.Settings) { s.Model.Provider = "quote" })
		if de, en, _, text := export(i.ask("", question).Session); de+en != "" || strings.Contains(text, "Platzhalter") {
			t.Errorf("without a model: %q, %q\n%s", de, en, text)
		}
	})
}

// Where no text is stored, the panel and the export say so; of a conversation that was stored before
// storing was switched off, they do not.
func TestVisitorsAreToldWhatIsStored_C1_E2_E4(t *testing.T) {
	i := begin(t, nil).read()
	panel := func() string { return i.text(i.do("GET", "/embed/"+i.bot.PublicID, "")) }
	export := func(session string) (stored bool, until *time.Time, text string) {
		var data struct {
			Stored bool
			Until  *time.Time `json:"kept_until"`
		}
		must(t, json.Unmarshal([]byte(i.text(i.do("GET", i.chat("/session/export"), "", "WCA-Session", session))), &data))
		return data.Stored, data.Until, i.text(i.do("GET", i.chat("/session/export"), "", "WCA-Session", session, "Accept", "text/plain"))
	}
	before := i.ask("", openOnSaturday).Session
	if stored, until, text := export(before); !stored || until == nil || !strings.Contains(text, "Gespeichert bis") || strings.Contains(panel(), `"unstored"`) {
		t.Errorf("stored: %v until %v\n%s", stored, until, text)
	}
	i.set(func(s *bot.Settings) { s.Retention.Days = new(0) })
	if !strings.Contains(panel(), `"unstored":true`) {
		t.Error("the panel is not told that no text is stored")
	}
	after := i.ask("", openOnSaturday).Session
	if data := i.text(i.do("GET", i.chat("/session/export"), "", "WCA-Session", after)); !strings.Contains(data, "spätestens zwei Stunden nach der letzten") || !strings.Contains(data, "within two hours after the last") {
		t.Errorf("until when contact data will be kept is not said before it is given: %s", data)
	}
	if stored, until, text := export(after); stored || until != nil || !strings.Contains(text, "nur im Arbeitsspeicher, höchstens bis eine Stunde") {
		t.Errorf("not stored: %v until %v\n%s", stored, until, text)
	}
	i.do("PUT", i.chat("/session/contact"), `{"name":"Erika Beispiel"}`, "WCA-Session", after)
	if _, _, text := export(after); !strings.Contains(text, "Erika Beispiel\nKontaktdaten werden spätestens zwei Stunden nach der letzten Nachricht gelöscht.") {
		t.Errorf("how long contact data is kept:\n%s", text)
	}
	i.wish(after, `{"restricted":true}`, `{"no_model":false,"restricted":true}`)
	if stored, _, text := export(after); stored || !strings.Contains(text, "nur im Arbeitsspeicher") || strings.Contains(text, "zwei Stunden") {
		t.Errorf("not stored and restricted: %v\n%s", stored, text)
	}
	if stored, until, text := export(before); !stored || until != nil || strings.Contains(text, "Arbeitsspeicher") || !strings.Contains(text, "Neue Nachrichten werden nicht gespeichert") {
		t.Errorf("stored before: %v until %v\n%s", stored, until, text)
	}
	i.wish(before, `{"restricted":true}`, `{"no_model":false,"restricted":true}`)
	if stored, _, text := export(before); !stored || strings.Contains(text, "Neue Nachrichten") || !strings.Contains(text, "wird aufbewahrt, bis Sie das aufheben") {
		t.Errorf("stored before and restricted: %v\n%s", stored, text)
	}
}

// Text that another server holds in memory, or nobody any more, is missing in what a visitor takes along:
// it says so.
func TestMissingTextIsSaidToBeMissing_C1_E4_K1(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		i := begin(t, settings).read()
		stored := i.ask("", openOnSaturday).Session
		i.set(func(s *bot.Settings) { s.Retention.Days = new(0) })
		i.ask(stored, openOnSaturday)
		here := i.ask("", openOnSaturday).Session
		other := i.beside()
		handler := other.Handler()
		beside := httptest.NewServer(handler)
		t.Cleanup(beside.Close)
		export := func(at, session string) (messages, missing int, text string) {
			t.Helper()
			i.url = at
			var data struct {
				Messages []struct{ Text string }
				Missing  int `json:"without_text"`
			}
			must(t, json.Unmarshal([]byte(i.text(i.do("GET", i.chat("/session/export"), "", "WCA-Session", session))), &data))
			return len(data.Messages), data.Missing, i.text(i.do("GET", i.chat("/session/export"), "", "WCA-Session", session, "Accept", "text/plain"))
		}
		const says = "Der Text von 2 Nachrichten dieses Gesprächs fehlt hier: Er ist schon gelöscht oder liegt nur im Arbeitsspeicher"
		server := i.url
		if n, missing, text := export(server, here); n != 2 || missing != 0 || strings.Contains(text, "fehlt hier") {
			t.Errorf("at the server that answered: %d messages, %d without text\n%s", n, missing, text)
		}
		if n, missing, text := export(beside.URL, here); n != 0 || missing != 2 || !strings.Contains(text, says) {
			t.Errorf("at another server: %d messages, %d without text\n%s", n, missing, text)
		}
		if n, missing, text := export(server, stored); n != 4 || missing != 0 || strings.Contains(text, "fehlt hier") {
			t.Errorf("stored in part, at the server that answered: %d messages, %d without text\n%s", n, missing, text)
		}
		if n, missing, text := export(beside.URL, stored); n != 2 || missing != 2 || !strings.Contains(text, says) {
			t.Errorf("stored in part, at another server: %d messages, %d without text\n%s", n, missing, text)
		}
	})
}

// What is said to be held for an hour is not held for longer.
func TestTextThatIsNotStoredGoesInTime_E4(t *testing.T) {
	i := begin(t, nil).read()
	i.set(func(s *bot.Settings) { s.Retention.Days = new(0) })
	now := time.Now()
	other, err := app.Open(t.Context(), i.config, app.Options{Version: "test", Log: slog.New(slog.DiscardHandler), Now: func() time.Time { return now }})
	must(t, err)
	t.Cleanup(func() { must(t, other.Close()) })
	published, err := other.DB.PublishedSettings(t.Context(), i.bot.Workspace, i.bot.ID)
	must(t, err)
	ask := func() (session string) {
		_, err := other.Desk.Answer(t.Context(), conversation.Question{Bot: i.bot, Published: &published, Text: openOnSaturday, Channel: "widget"}, func(e conversation.Event) error {
			session += e.Session
			return nil
		})
		must(t, err)
		return session
	}
	held := func(session string) int {
		_, messages, err := other.Desk.History(t.Context(), i.bot, session)
		must(t, err)
		return len(messages)
	}
	first := ask()
	now = now.Add(conversation.HeldFor - time.Minute)
	second := ask()
	if held(first) != 2 || held(second) != 2 {
		t.Fatalf("held are %d and %d messages", held(first), held(second))
	}
	now = now.Add(2 * time.Minute)
	_, err = other.Desk.End(t.Context(), i.bot, second) // what happens every ten seconds happens after an erasure, too
	must(t, err)
	if n := held(first); n != 0 {
		t.Errorf("after an hour %d messages are held", n)
	}
}

// A visitor is told to whom their words went, where that is, and how long a copy stays in the ledger.
func TestVisitorsAreToldWhoGotTheirWords_D4_K1(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		i, _ := withModelOn(t, settings, llmfake.Script{Tokens: []string{"Samstags bis 16 Uhr [1]."}})
		const policy = "https://radhaus.example/datenschutz"
		i.set(func(s *bot.Settings) { s.PrivacyURL = policy })
		export := func(session string) (sent struct {
			Recipients []struct{ Name, Region, Purpose string }
			Sent       struct{ De, En string }
			Policy     string `json:"privacy_url"`
		}, text string) {
			must(t, json.Unmarshal([]byte(i.text(i.do("GET", i.chat("/session/export"), "", "WCA-Session", session))), &sent))
			return sent, i.text(i.do("GET", i.chat("/session/export"), "", "WCA-Session", session, "Accept", "text/plain"))
		}
		session := i.ask("", openOnSaturday).Session
		got, text := export(session)
		if len(got.Recipients) != 1 || got.Recipients[0].Region != "EU" || got.Recipients[0].Purpose != "model" || got.Policy != policy {
			t.Fatalf("exported %+v", got)
		}
		if !strings.Contains(got.Sent.De, "(Ort laut Betreiber: EU)") || !strings.Contains(got.Sent.De, "höchstens 30 Tage im Protokoll") ||
			!strings.Contains(got.Sent.En, "for at most 30 days") || !strings.Contains(text, got.Sent.De) || !strings.Contains(text, policy) {
			t.Errorf("in words: %+v\n%s", got.Sent, text)
		}
		other := i.ask("", "Hallo").Session
		if got, text := export(other); got.Recipients != nil || got.Sent.De != "" || strings.Contains(text, "Protokoll") {
			t.Errorf("of a conversation that nobody got: %+v\n%s", got, text)
		}
		i.set(func(s *bot.Settings) { s.Retention.Ledger = new(1) })
		if got, _ := export(session); !strings.Contains(got.Sent.De, "höchstens 1 Tag im") {
			t.Errorf("after a day: %+v", got.Sent)
		}
		i.set(func(s *bot.Settings) { s.Retention.Ledger = new(0) })
		if got, _ := export(session); !strings.Contains(got.Sent.De, "kein Text") || !strings.Contains(got.Sent.En, "no text") {
			t.Errorf("without bodies: %+v", got.Sent)
		}
		i.wish(session, `{"restricted":true}`, `{"no_model":false,"restricted":true}`)
		if got, _ := export(session); !strings.Contains(got.Sent.De, "bis Sie die Einschränkung aufheben") {
			t.Errorf("restricted: %+v", got.Sent)
		}
	})
}

func TestACitedFileIsNamedInTheExport_K1(t *testing.T) {
	i := begin(t, nil)
	s, err := i.file("lager.txt", "Ein Radlager kostet 7 Euro.")()
	must(t, err)
	i.ingest(s.ID)
	answer := i.ask("", "Was kostet ein Radlager?")
	text := i.text(i.do("GET", i.chat("/session/export"), "", "WCA-Session", answer.Session, "Accept", "text/plain"))
	if !strings.Contains(text, "\n– lager.txt\n") {
		t.Errorf("exported was %q", text)
	}
}

// However long a conversation is, all of it is taken along, and the day named is the one on which retention takes it.
func TestALongConversationIsTakenAlongWhole_K1_E4(t *testing.T) {
	i := begin(t, nil).read()
	days := 30
	i.set(func(s *bot.Settings) { s.Retention.Days = &days })
	session := ""
	for n := range 12 {
		session = i.ask(session, fmt.Sprintf("Kanarienfrage %d?", n)).Session
	}
	var data struct {
		Last     time.Time
		Until    time.Time `json:"kept_until"`
		Messages []struct{ Text string }
	}
	_, said := i.told("GET", "/session/export", "", session)
	must(t, json.Unmarshal([]byte(said), &data))
	if len(data.Messages) != 24 || data.Messages[0].Text != "Kanarienfrage 0?" || data.Messages[22].Text != "Kanarienfrage 11?" {
		t.Errorf("%d messages: %+v", len(data.Messages), data.Messages)
	}
	if kept := data.Until.Sub(data.Last); kept != time.Duration(days)*24*time.Hour {
		t.Errorf("kept for %v", kept)
	}
	if _, text := i.told("GET", "/session/export", "", session, "Accept", "text/plain"); strings.Count(text, "Kanarienfrage") != 12 {
		t.Errorf("for reading:\n%s", text)
	}
}

// What can be tapped in the chat is text where nothing can: in what a visitor takes along, and in the account of an answer.
func TestLinksToTelephonesAreTextInFiles_E2(t *testing.T) {
	i := begin(t, nil).read()
	i.set(func(s *bot.Settings) {
		s.Contact = map[string]string{"de": "Telefon 0511 12 34 56, laden@radhaus.example"}
	})
	first := i.ask("", "Verkaufen Sie Blumen?")
	if !strings.Contains(first.Text, "[0511 12 34 56](tel:0511123456)") {
		t.Fatalf("the chat says %q", first.Text)
	}
	account, err := i.app.Desk.Account(t.Context(), i.app.DB, i.bot.Workspace, i.bot.ID, first.Answer)
	must(t, err)
	for where, text := range map[string]string{
		"the data":    i.text(i.do("GET", i.chat("/session/export"), "", "WCA-Session", first.Session)),
		"the text":    i.text(i.do("GET", i.chat("/session/export"), "", "WCA-Session", first.Session, "Accept", "text/plain")),
		"the account": account.Answer.Text,
	} {
		if strings.Contains(text, "](") || !strings.Contains(text, "Telefon 0511 12 34 56, laden@radhaus.example") {
			t.Errorf("%s: %s", where, text)
		}
	}
}
