package conversation

import (
	"slices"
	"strings"
	"unicode"

	"github.com/webchatagent/wca/internal/bilingual"
	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/personal"
	"github.com/webchatagent/wca/internal/retrieve"
)

// aroundContact are the words with which somebody leaves how to reach them, and nothing else.
var aroundContact = words(`hallo hi hey guten tag morgen abend ich wir bin heiße mein meine name ist lautet sind und oder hier unter an auf per via bitte danke gern gerne sie du ihr mich mir uns einfach
	nummer telefonnummer handynummer mobilnummer telefon handy tel mobil festnetz mail email e adresse mailadresse emailadresse kontakt kontaktdaten daten erreichbar erreichen erreicht
	ruf rufe rufen ruft anrufen zurückrufen zurück rückruf um anruf melden melde meldet schreib schreibe schreiben schreibt antworten
	hello good morning afternoon evening i we am m my our name is s it are and or here at on by please thanks thank you me us just can could
	number phone mobile cell telephone mailing address contact details data reachable reach call back callback ring text write to get in touch with pls plz`)

// leavesContact says whether a message is a phone number or an e-mail address with at most a name, an address and
// the words for leaving such: it asks for nothing that could be looked for. around is what stands beside the data.
func leavesContact(text string, finder personal.Searcher) (around string, leaves bool) {
	if strings.Contains(text, "?") {
		return "", false
	}
	found := finder.Find(text)
	if !slices.ContainsFunc(found, func(e personal.Entity) bool { return e.Type == personal.Phone || e.Type == personal.Email }) {
		return "", false
	}
	var rest strings.Builder
	end := 0
	for _, e := range found {
		switch e.Type {
		case personal.Phone, personal.Email, personal.Person, personal.Address:
			rest.WriteString(text[end:max(end, e.Start)] + " / ")
			end = max(end, e.End)
		}
	}
	rest.WriteString(text[end:])
	// A name that is not recognised: two or three words side by side that are written like one.
	var name, longest, names int
	for _, w := range strings.FieldsFunc(rest.String(), func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;:.!()–-", r) }) {
		switch {
		case w == "/":
			name = 0
		case aroundContact[strings.ToLower(w)]:
			name = 0
		case unicode.IsUpper([]rune(w)[0]) && !strings.ContainsFunc(w, func(r rune) bool { return !unicode.IsLetter(r) }):
			name++
			names++
			longest = max(longest, name)
		default:
			return "", false
		}
	}
	return strings.ReplaceAll(rest.String(), " / ", " "), names == 0 || names == longest && names >= 2 && names <= 3
}

// leftReply says to who left their contact data in a message where it belongs; of a restricted conversation nobody
// would see it there either. The names are those of the chat's menu (widget/src/catalogue).
func leftReply(language string, restricted bool) string {
	said := bilingual.Of("Ich bin ein KI-Assistent und kann weder zurückrufen noch etwas weitergeben.", "I am an AI assistant and can neither call back nor pass anything on.")
	if !restricted {
		said = said.Add(bilingual.Of(
			" Damit unser Team Sie erreichen kann, tragen Sie Ihre Kontaktdaten bitte im Menü des Chats unter „Meine Daten“ ein.",
			" For our team to be able to reach you, please enter your contact data in the menu of the chat under “My data”."))
	}
	return said.Add(bilingual.Of(" Wenn Sie eine Frage haben, stellen Sie sie gern hier.", " If you have a question, do ask it here.")).In(language)
}

// instructed says whether a model has instructions of the operator's own: it may have been told to ask for contact data.
func instructed(s bot.Settings) bool { return !s.Model.Quotes() && s.Model.Instructions != "" }

// contactLeft answers who leaves their contact data, "" to anybody else.
func (d *Desk) contactLeft(x *exchange, index *retrieve.Index) string {
	s := x.settings.Settings
	if instructed(s) || !strings.ContainsAny(x.Text, "@0123456789") {
		return ""
	}
	around, leaves := leavesContact(x.Text, d.Recognise(bot.Personal{Region: s.Personal.Region})) // also what models may get
	if !leaves {
		return ""
	}
	// "erika@example.org" is no English.
	language := answerLanguage(&Question{Text: around, Language: x.Language}, x.history, s.Languages)
	return leftReply(language, x.session.Restricted) + reached(language, d.contact(x, index, language))
}
