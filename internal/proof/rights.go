package proof

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"

	"github.com/webchatagent/wca/internal/bilingual"
	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/token"
)

// visitor sends a request with a session's secret, as the widget does.
func (b *bench) visitor(method, public, path, session, body string) (Answer, error) {
	r := b.request("/v1/chat/" + public + path)
	r.Method = method
	origin := "http://" + r.Host
	if at, err := url.Parse(b.Config.PublicURL); err == nil && at.Host != "" {
		origin = at.Scheme + "://" + at.Host
	}
	r.Header.Set("Origin", origin)
	if session != "" {
		r.Header.Set("WCA-Session", session)
	}
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
		r.Body = io.NopCloser(strings.NewReader(body))
	}
	return b.Ask(r)
}

// introduce has the visitor give contact data and go on asking.
func (b *bench) introduce(ctx context.Context) error {
	given := conversation.Contact{Name: b.planted.name, Email: b.planted.contact, Phone: visitorPhone}
	if _, err := b.stage.Desk.PutContact(ctx, b.bot, b.session, given); err != nil {
		return fmt.Errorf("giving contact data for the checks: %w", err)
	}
	_, err := b.goOn(ctx)
	return err
}

// goOn asks once more in the conversation and says how many requests to the model that took.
func (b *bench) goOn(ctx context.Context) (requests int, err error) {
	before := len(b.stage.Received())
	answer, err := b.stage.Desk.Answer(ctx, conversation.Question{Bot: b.bot, Session: b.session, Text: question, Language: "de", Channel: "proof"}, ignore)
	if err == nil && (answer.State != conversation.Done || answer.Refused) {
		err = fmt.Errorf("the answer is %s", answer.State)
	}
	if err != nil {
		return 0, fmt.Errorf("asking again for the checks: %w", err)
	}
	return len(b.stage.Received()) - before, nil
}

// leastSecret is how many characters of an alphabet of 32 hold 128 bits.
const leastSecret = 26

// checkSession looks at what is stored of a conversation, and where.
func checkSession(ctx context.Context, b *bench) finding {
	stored, err := b.Conversations.SessionByHash(ctx, b.bot.Workspace, b.bot.ID, token.Hash(b.session))
	if err != nil {
		return failed(err)
	}
	kept, err := b.Kept(ctx, b.began, b.session)
	if err != nil {
		return failed(err)
	}
	switch {
	case len(kept[b.session]) > 0 || strings.Contains(stored.ID, b.session):
		return broken("Das Geheimnis der Sitzung ist lesbar gespeichert.", "The secret of a session is stored readably.")
	case len(b.session[strings.Index(b.session, "_")+1:]) < leastSecret:
		return broken("Die Kennung der Sitzung ist zu kurz.", "The id of a session is too short.")
	}
	contact, err := b.Conversations.Contact(ctx, stored.Workspace, stored.Bot, stored.ID)
	if err != nil {
		return failed(err)
	}
	messages, err := b.Conversations.Messages(ctx, stored.Workspace, stored.Bot, stored.ID)
	if err != nil {
		return failed(err)
	}
	all := fmt.Sprintf("%+v %+v", stored, messages)
	switch {
	case contact.Name != b.planted.name || contact.Email != b.planted.contact || contact.Phone != visitorPhone:
		return broken("Kontaktdaten eines Besuchers wurden nicht gespeichert.", "Contact data of a visitor was not stored.")
	case strings.Contains(all, b.planted.name) || strings.Contains(all, b.planted.contact) || strings.Contains(contact.ID, stored.ID):
		return broken("Kontaktdaten stehen nicht getrennt von der Sitzung.", "Contact data is not kept apart from the session.")
	}
	return holds(
		"Gespeichert sind Nachrichten, Rückmeldungen zu Antworten, Zeiten, Sprache und Kennungen, vom Geheimnis der Sitzung nur ein Hash. Kontaktdaten, die der Besucher angegeben hat, stehen unter einer zufälligen Kennung für sich, nicht in der Sitzung und nicht in ihren %d Nachrichten.",
		"Stored: messages, feedback to answers, times, language, ids; of the session's secret only a hash; contact data that the visitor gave in a row of its own under a random id, not in the session or its %d messages.", len(messages))
}

// checkRights uses a visitor's rights, and tries to as somebody else.
func checkRights(ctx context.Context, b *bench) finding {
	own, err := b.visitor(http.MethodGet, b.bot.PublicID, "/session/export", b.session, "")
	if err != nil {
		return failed(err)
	}
	if own.Status != http.StatusOK || !strings.Contains(string(own.Body), b.asked) || !strings.Contains(string(own.Body), "16 Uhr") || !strings.Contains(string(own.Body), b.planted.contact) {
		return broken("Ein Besucher bekommt sein Gespräch nicht vollständig.", "A visitor does not get the whole conversation.")
	}
	for public, session := range map[string]string{b.bot.PublicID: "", b.neighbour.PublicID: b.session} {
		for method, path := range map[string]string{http.MethodGet: "/session/export", http.MethodPatch: "/session", http.MethodDelete: "/session/contact"} {
			foreign, err := b.visitor(method, public, path, session, "{}")
			if err != nil {
				return failed(err)
			}
			if foreign.Status == http.StatusOK || strings.Contains(string(foreign.Body), b.asked) {
				return broken("Ein Gespräch ist ohne sein Geheimnis oder über einen anderen Bot zugänglich.", "A conversation is open without its secret or through another bot.")
			}
		}
	}
	if f := b.elsewhere(); f.state != Holds {
		return f
	}
	if f := b.corrects(); f.state != Holds {
		return f
	}
	if f := b.wishes(ctx); f.state != Holds {
		return f
	}
	return holds(
		"Mit dem Geheimnis der Sitzung, nicht ohne es und nicht über einen anderen Bot: Frage, Antwort und Kontaktdaten wurden mitgenommen, Kontaktdaten berichtigt. Nach einem Widerspruch und während einer Einschränkung wurde ohne Anfrage an ein Modell geantwortet, und während der Einschränkung findet keine Suche das Gespräch. Das Löschen wird unter K2 geprüft.",
		"With the session's secret, not without it and not through another bot: question, answer and contact data were taken along; contact data was corrected; after an objection and under a restriction questions were answered with no request to a model, and under the restriction no search finds the conversation; erasing is checked under K2.")
}

// elsewhere gives the session's secret in the address and as a cookie, where it must not count.
func (b *bench) elsewhere() finding {
	for _, put := range []func(r *http.Request){
		func(r *http.Request) { r.URL.RawQuery = "session=" + b.session + "&WCA-Session=" + b.session },
		func(r *http.Request) { r.Header.Set("Cookie", "session="+b.session+"; WCA-Session="+b.session) },
	} {
		r := b.request("/v1/chat/" + b.bot.PublicID + "/session/export")
		put(r)
		a, err := b.Ask(r)
		if err != nil {
			return failed(err)
		}
		if a.Status == http.StatusOK {
			return broken("Das Geheimnis einer Sitzung gilt auch in der Adresse oder als Cookie.", "The secret of a session counts in an address or as a cookie, too.")
		}
	}
	return holds("Nur im Kopf der Anfrage.", "In the header only.")
}

// corrects has the visitor correct their contact data.
func (b *bench) corrects() finding {
	put, err := b.visitor(http.MethodPut, b.bot.PublicID, "/session/contact", b.session, `{"name":"`+b.planted.name+`","email":"`+b.planted.corrected+`"}`)
	if err != nil {
		return failed(err)
	}
	now, err := b.visitor(http.MethodGet, b.bot.PublicID, "/session/export", b.session, "")
	if err != nil {
		return failed(err)
	}
	if text := string(now.Body); put.Status != http.StatusOK || !strings.Contains(text, b.planted.corrected) || strings.Contains(text, b.planted.contact) {
		return broken("Ein Besucher kann seine Kontaktdaten nicht berichtigen.", "A visitor cannot correct their contact data.")
	}
	return holds("Berichtigt.", "Corrected.")
}

// wishes has the visitor object, restrict and lift both, and asks each time.
func (b *bench) wishes(ctx context.Context) finding {
	for _, step := range []struct {
		wish            string
		requests, found int
	}{
		{`{"no_model":true}`, 0, 1},
		{`{"no_model":false,"restricted":true}`, 0, 0},
		{`{"restricted":false}`, 1, 1},
	} {
		a, err := b.visitor(http.MethodPatch, b.bot.PublicID, "/session", b.session, step.wish)
		if err != nil {
			return failed(err)
		}
		requests, err := b.goOn(ctx)
		if err != nil {
			return failed(err)
		}
		found, err := b.Conversations.Sessions(ctx, b.bot.Workspace, b.bot.ID, b.asked, 10, 0)
		if err != nil {
			return failed(err)
		}
		if a.Status != http.StatusOK || requests != step.requests || len(found) != step.found {
			return broken("Ein Widerspruch oder eine Einschränkung eines Besuchers wird nicht beachtet.", "An objection or a restriction of a visitor is not respected.").
				saw(bilingual.AsIs(fmt.Sprintf("after %s: HTTP %d, %d requests to the model (want %d), found %d times (want %d)", step.wish, a.Status, requests, step.requests, len(found), step.found)))
		}
	}
	return holds("Beachtet.", "Respected.")
}
