package embed

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/webchatagent/wca/internal/bilingual"
	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/personal"
	"github.com/webchatagent/wca/internal/web/respond"
)

// held is everything that is stored of a visitor's conversation (E2, K1).
type held struct {
	Bot       string         `json:"bot"`
	Session   string         `json:"session"`
	Language  string         `json:"language"`
	Wishes    wishes         `json:"wishes"`
	Contact   *contact       `json:"contact,omitempty"`
	Started   time.Time      `json:"started"`
	Last      time.Time      `json:"last"`
	KeptUntil *time.Time     `json:"kept_until"`          // unless something is written before; null: no text is stored any more, or it stays until a restriction is lifted
	Stored    bool           `json:"stored"`              // false: the text is held in memory only, for an hour after the last message at most
	NotStored bilingual.Text `json:"not_stored,omitzero"` // says so
	Then      string         `json:"then"`                // what happens then: delete or anonymise
	// Placeholders says what is replaced before a model reads it; null where none answered.
	Placeholders bilingual.Text `json:"placeholders,omitzero"`
	// Recipients are those to whom anything of the conversation went; Sent says so in words, and what the
	// ledger keeps of it.
	Recipients  []recipient    `json:"recipients,omitempty"`
	Sent        bilingual.Text `json:"sent,omitzero"`
	ContactKept bilingual.Text `json:"contact_kept,omitzero"` // until when contact data is, where the conversation's day does not say it
	PrivacyURL  string         `json:"privacy_url,omitempty"` // of the operator's privacy policy
	Messages    []heldMessage  `json:"messages"`
	WithoutText int            `json:"without_text,omitempty"` // further messages whose text is over, or in the memory of the server that answered
}

type heldMessage struct {
	message
	AnsweredBy string         `json:"answered_by,omitempty"` // provider/model; "this server" without a model
	Replaced   map[string]int `json:"replaced,omitempty"`    // personal data that was replaced before a model read it, by kind
	Exempt     []string       `json:"exempt,omitempty"`      // kinds that were not replaced, because the operator had switched them off

	FeedbackReasons []string `json:"feedback_reasons,omitempty"` // what the visitor found wrong, in conversation.FeedbackReasons
	FeedbackText    string   `json:"feedback_text,omitempty"`    // and wrote to it
}

// thisServer answers where no model does: by quoting, from written answers, with a greeting.
const thisServer = "this server"

// export hands visitors what is stored of their conversation, for programs or for reading.
func (v *Visitors) export(w http.ResponseWriter, r *http.Request, at *visit) error {
	session, messages, err := v.Desk.History(r.Context(), at.bot, at.session)
	if err != nil {
		return err
	}
	out, err := v.gathered(r.Context(), at.bot, session, messages, &at.published.Settings)
	if err != nil {
		return err
	}
	if strings.HasPrefix(r.Header.Get("Accept"), "text/plain") {
		w.Header().Set("Content-Disposition", `attachment; filename="conversation.txt"`)
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		_, err := w.Write([]byte(out.text()))
		return err
	}
	w.Header().Set("Content-Disposition", `attachment; filename="conversation.json"`)
	respond.JSON(w, out)
	return nil
}

// Copy is the same for the operator, to hand out to a visitor who asks them for it: for programs and for reading.
func (v *Visitors) Copy(ctx context.Context, b bot.Bot, settings *bot.Settings, session string) (data any, text string, err error) {
	s, messages, err := v.Desk.HistoryByID(ctx, b, session)
	if err != nil {
		return nil, "", err
	}
	out, err := v.gathered(ctx, b, s, messages, settings)
	return out, out.text(), err
}

// gathered is everything that is stored of a conversation.
func (v *Visitors) gathered(ctx context.Context, b bot.Bot, s conversation.Session, messages []conversation.Message, settings *bot.Settings) (held, error) {
	off, err := v.switchedOff(ctx, b, messages)
	if err != nil {
		return held{}, err
	}
	out := holding(b, s, messages, settings, off)
	if out.WithoutText, err = v.Desk.WithoutText(ctx, s); err != nil {
		return held{}, err
	}
	sent, err := v.Ledger.SentFor(ctx, s.Workspace, s.Bot, s.ID)
	if err != nil {
		return held{}, err
	}
	out.Recipients = recipients(sent)
	out.Sent = told(out.Recipients, settings.Retention, s.Restricted)
	given, err := v.Desk.Contact(ctx, s)
	if err != nil {
		return held{}, err
	}
	if given.ID != "" {
		out.Contact = &contact{given.Name, given.Email, given.Phone}
	}
	return out, nil
}

// holding puts together what is stored. off are the kinds switched off, by the number of the settings.
func holding(b bot.Bot, s conversation.Session, messages []conversation.Message, settings *bot.Settings, off map[int][]string) held {
	keep := settings.Retention
	h := held{Bot: b.Name, PrivacyURL: settings.PrivacyURL, Session: s.ID, Language: s.Language, Wishes: wishes(s.Wishes), Started: s.CreatedAt, Last: s.LastAt, Stored: stored(messages, keep), Then: string(keep.Mode), Messages: make([]heldMessage, len(messages))}
	if h.Then == "" {
		h.Then = string(bot.RetentionDelete)
	}
	if days := keep.Kept(); days > 0 && !s.Restricted {
		until := s.LastAt.AddDate(0, 0, days)
		h.KeptUntil = &until
	}
	if !h.Stored {
		h.NotStored = notStored
	}
	if keep.Kept() == 0 {
		h.ContactKept = contactKept(s.Restricted)
	}
	var earlier []string
	for i, m := range messages {
		h.Messages[i] = heldMessage{message: shown(m), FeedbackReasons: m.Feedback.Reasons, FeedbackText: m.Feedback.Text}
		if m.Role != conversation.Assistant {
			continue
		}
		h.Messages[i].Text = conversation.WithoutTaps(m.Text)
		h.Messages[i].AnsweredBy = thisServer
		if m.ByModel() {
			h.Messages[i].AnsweredBy, h.Messages[i].Replaced = bot.Choice{Provider: m.Trace.Provider, Name: m.Trace.Model}.String(), m.Trace.Replaced
			h.Messages[i].Exempt = off[m.Trace.Settings]
			earlier = append(earlier, off[m.Trace.Settings]...)
		}
	}
	if slices.ContainsFunc(messages, conversation.Message.ByModel) {
		h.Placeholders = placeholders(settings.Personal.Off, earlier)
	}
	return h
}

// stored reports whether text of a conversation is stored. It also is where the bot's owner has
// switched storing off in the middle of it.
func stored(messages []conversation.Message, keep bot.Retention) bool {
	return keep.Kept() > 0 || slices.ContainsFunc(messages, func(m conversation.Message) bool { return m.Text != "" && !m.Unstored })
}

// notStored says what there is of a conversation whose text is not stored.
var notStored = bilingual.Of(
	"Der Text dieser Unterhaltung wird nicht gespeichert. Er steht nur im Arbeitsspeicher, höchstens bis eine Stunde nach der letzten Nachricht. Gespeichert sind Zeit und Sprache, unter einer zufälligen Kennung ohne Ihren Namen.",
	"The text of this conversation is not stored. It is held in memory only, for an hour after the last message at most. Time and language are stored, under a random id without your name.")

// contactKept says what becomes of contact data where no text is stored: it goes with what is left of the
// conversation, and who is to call back has to know that as well as who gives a number.
func contactKept(restricted bool) bilingual.Text {
	if restricted {
		return bilingual.Of(
			"Kontaktdaten bleiben gespeichert, bis Sie die Einschränkung aufheben oder sie löschen.",
			"Contact data is kept until you lift the restriction or delete it.")
	}
	return bilingual.Of(
		"Kontaktdaten werden spätestens zwei Stunden nach der letzten Nachricht gelöscht.",
		"Contact data is deleted within two hours after the last message.")
}

// exportWords are the words of the text in a language.
type exportWords struct {
	title, started, until, deleted, anonymised, noMore, you, server, model, replaced, date   string
	noModel, restricted, name, email, phone, incomplete, oneWithoutText, withoutText, policy string
	helpful, unhelpful                                                                       string
	reasons                                                                                  map[string]string // by code
}

var exported = map[string]exportWords{
	"de": {
		title: "Ihr Gespräch mit %s", started: "Begonnen am %s, Kennung %s", until: "Gespeichert bis %s, wenn Sie nichts mehr schreiben; dann wird es %s.",
		deleted: "gelöscht", anonymised: "anonymisiert: Der Text wird gelöscht, nur Zahlen bleiben",
		noMore: "Neue Nachrichten werden nicht gespeichert; die gespeicherten werden spätestens zwei Stunden nach der letzten gelöscht.",
		you:    "Sie", server: "Assistent (auf diesem Server, ohne Sprachmodell)", model: "Assistent (Sprachmodell %s)",
		replaced: "Vor dem Senden an das Sprachmodell ersetzt, in Ihren Fragen und in den Textstellen: %s", date: "02.01.2006 15:04 MST",
		noModel:    "Sie haben der Verarbeitung durch Sprachmodelle widersprochen: Nichts aus diesem Gespräch geht an ein Sprachmodell.",
		restricted: "Sie haben die Verarbeitung eingeschränkt: Was vom Gespräch gespeichert ist, wird aufbewahrt, bis Sie das aufheben, und nicht anders verwendet.",
		name:       "Ihr Name: %s", email: "Ihre E-Mail-Adresse: %s", phone: "Ihre Telefonnummer: %s",
		policy:  "Datenschutzerklärung des Betreibers: %s",
		helpful: "Ihre Rückmeldung: hilfreich", unhelpful: "Ihre Rückmeldung: nicht hilfreich",
		reasons:        map[string]string{"wrong": "falsch", "incomplete": "unvollständig", "off_topic": "passt nicht zur Frage", "unclear": "schwer verständlich", "source": "Quelle passt nicht"},
		incomplete:     "(Diese Antwort wurde nicht fertig.)",
		oneWithoutText: "Der Text einer Nachricht dieses Gesprächs fehlt hier: Er ist schon gelöscht oder liegt nur im Arbeitsspeicher des Servers, der geantwortet hat.",
		withoutText:    "Der Text von %d Nachrichten dieses Gesprächs fehlt hier: Er ist schon gelöscht oder liegt nur im Arbeitsspeicher des Servers, der geantwortet hat.",
	},
	"en": {
		title: "Your conversation with %s", started: "Begun on %s, id %s", until: "Stored until %s if you write nothing more; then it is %s.",
		deleted: "deleted", anonymised: "anonymised: the text is deleted, only counts stay",
		noMore: "New messages are not stored; those that are stored are deleted within two hours after the last one.",
		you:    "You", server: "Assistant (on this server, without a language model)", model: "Assistant (language model %s)",
		replaced: "Replaced before sending to the language model, in your questions and in the passages: %s", date: "2 January 2006 15:04 MST",
		noModel:    "You object to processing by language models: nothing of this conversation goes to one.",
		restricted: "You have restricted the processing: what is stored of the conversation is kept until you lift that, and not used otherwise.",
		name:       "Your name: %s", email: "Your e-mail address: %s", phone: "Your phone number: %s",
		policy:  "The operator's privacy policy: %s",
		helpful: "Your feedback: helpful", unhelpful: "Your feedback: not helpful",
		reasons:        map[string]string{"wrong": "wrong", "incomplete": "incomplete", "off_topic": "does not fit the question", "unclear": "hard to understand", "source": "source does not fit"},
		incomplete:     "(This answer was not finished.)",
		oneWithoutText: "The text of one message of this conversation is missing here: it has expired or is held only in the memory of the server that answered.",
		withoutText:    "The text of %d messages of this conversation is missing here: it has expired or is held only in the memory of the server that answered.",
	},
}

// text is the conversation for reading.
func (h held) text() string {
	words, ok := exported[h.Language]
	if !ok {
		words = exported["en"]
	}
	var b strings.Builder
	fmt.Fprintf(&b, words.title+"\n"+words.started+"\n", h.Bot, h.Started.Format(words.date), h.Session)
	switch {
	case h.KeptUntil != nil:
		then := words.deleted
		if h.Then == string(bot.RetentionAnonymise) {
			then = words.anonymised
		}
		fmt.Fprintf(&b, words.until+"\n", h.KeptUntil.Format(words.date), then)
	case h.NotStored != bilingual.Text{}:
		b.WriteString(h.NotStored.In(h.Language) + "\n")
	case !h.Wishes.Restricted:
		b.WriteString(words.noMore + "\n")
	}
	switch h.WithoutText {
	case 0:
	case 1:
		b.WriteString(words.oneWithoutText + "\n")
	default:
		fmt.Fprintf(&b, words.withoutText+"\n", h.WithoutText)
	}
	if h.Placeholders != (bilingual.Text{}) {
		b.WriteString(h.Placeholders.In(h.Language) + "\n")
	}
	if h.Sent != (bilingual.Text{}) {
		b.WriteString(h.Sent.In(h.Language) + "\n")
	}
	if h.PrivacyURL != "" {
		fmt.Fprintf(&b, words.policy+"\n", h.PrivacyURL)
	}
	h.particulars(&b, words)
	for _, m := range h.Messages {
		who := words.you
		switch m.AnsweredBy {
		case "":
		case thisServer:
			who = words.server
		default:
			who = fmt.Sprintf(words.model, m.AnsweredBy)
		}
		fmt.Fprintf(&b, "\n%s, %s\n%s\n", who, m.At.Format(words.date), m.Text)
		if m.State == string(conversation.Failed) {
			b.WriteString(words.incomplete + "\n")
		}
		for _, c := range m.Citations {
			fmt.Fprintln(&b, strings.TrimSpace("– "+c.Title+" "+c.URL))
		}
		if len(m.Replaced) > 0 {
			fmt.Fprintf(&b, words.replaced+"\n", personal.Counted(m.Replaced, h.Language))
		}
		m.judged(&b, words)
	}
	return b.String()
}

// judged is what the visitor has said of an answer.
func (m heldMessage) judged(b *strings.Builder, words exportWords) {
	switch m.Feedback {
	case "up":
		b.WriteString(words.helpful)
	case "down":
		b.WriteString(words.unhelpful)
	default:
		return
	}
	for i, code := range m.FeedbackReasons {
		b.WriteString([]string{" – ", ", "}[min(i, 1)] + words.reasons[code])
	}
	b.WriteString("\n")
	if m.FeedbackText != "" {
		b.WriteString(m.FeedbackText + "\n")
	}
}

// particulars are what the visitor wishes and how to reach them.
func (h held) particulars(b *strings.Builder, words exportWords) {
	if h.Wishes.NoModel {
		b.WriteString(words.noModel + "\n")
	}
	if h.Wishes.Restricted {
		b.WriteString(words.restricted + "\n")
	}
	if h.Contact == nil {
		return
	}
	for _, line := range []struct{ form, given string }{{words.name, h.Contact.Name}, {words.email, h.Contact.Email}, {words.phone, h.Contact.Phone}} {
		if line.given != "" {
			fmt.Fprintf(b, line.form+"\n", line.given)
		}
	}
	if h.ContactKept != (bilingual.Text{}) {
		b.WriteString(h.ContactKept.In(h.Language) + "\n")
	}
}
