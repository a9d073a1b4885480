package conversation

import (
	"fmt"
	"strings"

	"github.com/webchatagent/wca/internal/bot"
)

// right is what somebody wants of the data of this conversation (K1): to have it erased, to know what is stored.
// A message asks for it if it is made of such words only, one of each list among them: "Wie lösche ich mein
// Kundenkonto?" is for the website to answer.
type right struct {
	topic                   string
	doing, thing, certainly map[string]bool // certainly: together with a word of doing these need no thing
}

// longestRight is how many words a message has at most that asks for nothing else.
const longestRight = 14

var (
	ownData = words(`daten datei informationen infos angaben eingaben kontaktdaten chatdaten chatverlauf verlauf chat gespräch gespräche unterhaltung konversation nachrichten nachricht fragen
		data information details messages message conversation chat history personal questions`)
	// around are the words such a message is put with. Whose data it is does not tell it from another question:
	// "Welche Daten speichert ihr?" asks about the own, too.
	around = words(`ich wir du ihr sie man mein meine meinen meiner meines meinem mich mir uns unsere eure ihre von über zu zum zur an der die das dies diese dieser diesen dem den des
		ein eine einen alle alles bitte jetzt hier und oder wieder sofort gern gerne möchte will wollen würde kann können könnt könnten kannst könntest soll sollen muss wird werden wurde wurden
		ist sind was welche wie dass habe haben habt gebt gibst geben leitet eigentlich denn mal personenbezogene personenbezogenen gespeicherten gespeicherte hallo in im aus auf hiermit bei euch ihnen dir noch es
		i we you they it my me our your all any this that these the a an of about from for with on in to do does did is are be been was were can could would will want like d need have has must
		please now here and or what which how where kindly hereby personal right hello there`)
)

var rightsAsked = []right{
	{topic: "erase", doing: words(`lösche löschen lösch löscht gelöscht löschung entferne entfernen entfernt vergiss vergessen vernichten delete deleted deletion erase erased erasure remove removed wipe forget`), thing: ownData, certainly: words(`me mich`)},
	{topic: "kept", doing: words(`lange long dauer`), thing: words(`speichert speichern gespeichert speicherst aufbewahrt aufgehoben speicherdauer store stored keep kept saved save retain retained`)},
	{topic: "access", doing: words(`speichert speichern gespeichert speicherst gesammelt sammelt sammelst erhebt erhoben wisst wissen weißt verarbeitet auskunft kopie herunterladen einsehen datenauskunft
		store stored save saved collect collected know process processed keep kept copy access`), thing: ownData, certainly: words(`mich mir uns me us`)},
	{topic: "object", doing: words(`widerspreche widersprechen widerspruch widerrufe widerrufen widerruf einschränken einschränkung ablehnen object objection withdraw restrict restriction opt`),
		thing: words(`verarbeitung datenverarbeitung daten einwilligung sprachmodell ki processing data consent model ai`)},
	{topic: "rectify", doing: words(`berichtigen berichtige berichtigung korrigieren korrigiere korrektur ändern ändere rectify rectification correct change`), thing: words(`daten kontaktdaten angaben data details`)},
	{topic: "sent", doing: words(`gesendet geschickt weitergegeben weitergeleitet übermittelt übertragen geteilt mitgelesen sent shared forwarded transferred`), thing: words(`daten data chat chatverlauf gespräch unterhaltung konversation conversation`)},
	{topic: "sent", doing: words(`gesendet geschickt weitergegeben weitergeleitet übermittelt übertragen geteilt teilt weiter schickt sendet schickst sendest sent shared share pass passed forwarded send transfer transferred`),
		thing: words(`chatgpt openai google gemini anthropic sprachmodell ki usa dritte dritten third parties model ai others anyone anybody`)},
}

// rightOf is the topic of a message that asks for nothing but a right of who writes, "" for any other.
func rightOf(words []string) string {
	if len(words) > longestRight {
		return ""
	}
	for _, r := range rightsAsked {
		doing, thing, certain, other := false, false, false, false
		for _, w := range words {
			doing = doing || r.doing[w]
			thing = thing || r.thing[w]
			certain = certain || r.certainly[w]
			other = other || !r.doing[w] && !r.thing[w] && !around[w] && !ownData[w]
		}
		if doing && (thing || certain) && !other {
			return r.topic
		}
	}
	return ""
}

// rightReply says how a visitor comes by their right, with what the bot's settings make of their data. The names of
// entries are those of the chat's menu (widget/src/catalogue).
func rightReply(topic, language string, s bot.Settings, restricted bool) string {
	answer := rightReplies[language][topic]
	switch topic {
	case "access", "kept":
		answer = strings.ReplaceAll(answer, "{kept}", keptInWords(language, s.Retention, restricted))
	case "sent":
		if s.Model.Quotes() && s.Embedding == nil {
			answer = rightReplies[language]["unsent"]
		}
	}
	more, policy := "\n\nFür alles, was nicht diesen Chat betrifft, wenden Sie sich bitte an unser Team.", " Mehr dazu steht in der [Datenschutzerklärung](%s)."
	if language != "de" {
		more, policy = "\n\nFor anything that is not about this chat, please turn to our team.", " The [privacy policy](%s) says more."
	}
	if s.PrivacyURL != "" {
		answer += fmt.Sprintf(policy, s.PrivacyURL)
	}
	return answer + more
}

func keptInWords(language string, r bot.Retention, restricted bool) string {
	german, days := language == "de", r.Kept()
	switch {
	case restricted && german:
		return "Was gespeichert ist, bleibt, bis Sie die Einschränkung aufheben oder die Unterhaltung löschen."
	case restricted:
		return "What is stored stays until you lift the restriction or delete the conversation."
	case days == 0 && german:
		return "Der Text wird nirgends gespeichert: Er bleibt bis zu eine Stunde nach Ihrer letzten Nachricht im Arbeitsspeicher. Kontaktdaten gehen binnen zwei Stunden."
	case days == 0:
		return "The text is not stored anywhere: it stays in memory for up to an hour after your last message. Contact data goes within two hours."
	}
	after := fmt.Sprintf("%d Tage", days)
	if days == 1 {
		after = "Einen Tag"
	}
	if !german {
		after = fmt.Sprintf("%d days", days)
		if days == 1 {
			after = "One day"
		}
	}
	switch {
	case german && r.Anonymises():
		return after + " nach Ihrer letzten Nachricht wird der Text gelöscht; ohne Bezug zu Ihnen bleiben Anzahl und Tag der Nachrichten."
	case german:
		return after + " nach Ihrer letzten Nachricht wird alles gelöscht."
	case r.Anonymises():
		return after + " after your last message the text is deleted; the number and day of the messages stay, with nothing that leads to you."
	}
	return after + " after your last message all of it is deleted."
}

var rightReplies = map[string]map[string]string{
	"de": {
		"erase":   "Das können Sie hier selbst tun: Wählen Sie im Menü des Chats „Unterhaltung beenden und löschen“. Damit wird alles aus dieser Unterhaltung gelöscht, auch Ihre Kontaktdaten, und Sie erhalten eine Bestätigung.",
		"access":  "Gespeichert werden Ihre Nachrichten und die Antworten mit Zeit und Sprache unter einer zufälligen Kennung, dazu Kontaktdaten, falls Sie welche angeben. {kept} Alles davon sehen Sie im Menü des Chats unter „Meine Daten“; dort können Sie es auch herunterladen.",
		"kept":    "{kept} Früher löschen können Sie selbst: Wählen Sie im Menü des Chats „Unterhaltung beenden und löschen“.",
		"object":  "Das können Sie hier selbst tun: Im Menü des Chats unter „Meine Daten“ schließen Sie aus, dass ein Sprachmodell antwortet, oder schränken die Verarbeitung ein. Beides gilt sofort.",
		"rectify": "Kontaktdaten, die Sie in diesem Chat angegeben haben, ändern oder löschen Sie im Menü des Chats unter „Meine Daten“.",
		"sent":    "Zum Antworten gehen Ihre Frage, passende Textstellen und, wo nötig, der bisherige Verlauf an einen Anbieter von Sprachmodellen. Personenbezogene Daten werden vorher durch Platzhalter ersetzt, soweit sie erkannt werden. Im Menü des Chats unter „Meine Daten“ steht, wer etwas erhalten hat, und Sie können es ausschließen.",
		"unsent":  "In diesem Chat antwortet der Server selbst. An ein Sprachmodell oder einen anderen Dienst geht von Ihren Nachrichten nichts.",
	},
	"en": {
		"erase":   "You can do so here yourself: choose “End and delete conversation” in the menu of the chat. That deletes all of this conversation, your contact data included, and you get a confirmation.",
		"access":  "Your messages and the answers are stored with time and language under a random id, and contact data if you give any. {kept} You see all of it in the menu of the chat under “My data”, where you can download it, too.",
		"kept":    "{kept} You can delete it earlier yourself: choose “End and delete conversation” in the menu of the chat.",
		"object":  "You can do so here yourself: in the menu of the chat, under “My data”, you rule out that a language model answers, or restrict the processing. Both hold at once.",
		"rectify": "Contact data that you gave in this chat is changed or deleted in the menu of the chat, under “My data”.",
		"sent":    "To answer, your question, matching passages and, where needed, the conversation so far go to a provider of language models. Personal data is replaced by placeholders before, as far as it is recognised. The menu of the chat says under “My data” who got something, and there you can rule it out.",
		"unsent":  "In this chat the server answers itself. Nothing of your messages goes to a language model or another service.",
	},
}
