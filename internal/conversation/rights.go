package conversation

import (
	"strings"

	"github.com/webchatagent/wca/internal/bilingual"
	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/noun"
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
		please now here and or what which how where kindly hereby personal right hello there everything`)
)

var rightsAsked = []right{
	{topic: "erase", doing: words(`lösche löschen lösch löscht gelöscht löschung entferne entfernen entfernt vergiss vergessen vernichten delete deleted deletion erase erased erasure remove removed wipe forget`), thing: ownData, certainly: words(`me mich alles everything`)},
	{topic: "kept", doing: words(`lange long dauer`), thing: words(`speichert speichern gespeichert speicherst aufbewahrt aufgehoben speicherdauer store stored keep kept saved save retain retained`)},
	{topic: "access", doing: words(`speichert speichern gespeichert speicherst gesammelt sammelt sammelst erhebt erhoben wisst wissen weißt verarbeitet auskunft kopie herunterladen einsehen datenauskunft
		store stored save saved collect collected know process processed keep kept copy access`), thing: ownData, certainly: words(`mich mir uns me us`)},
	{topic: "access", doing: words(`speichert gespeichert notiert stored saved`), thing: words(`nummer telefonnummer handynummer name namen adresse mail email number phone address`)},
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

// rightsAfter are what somebody goes on to ask who has asked for a right.
var rightsAfter = func() map[string]string {
	m := map[string]string{}
	for topic, list := range map[string]string{
		"kept": "wie lange|wie lange denn|und wie lange|wie lang|für wie lange|how long|for how long|and how long|how long for",
		"sent": "wer bekommt die|wer bekommt das|wer bekommt sie|wer kriegt die|wer sieht das|wer sieht die|wer liest das|und wer bekommt die|und wer sieht das|an wen|who gets it|who gets them|who sees it|who sees that|who can see it|who can see that|who reads it|who has access",
	} {
		for words := range strings.SplitSeq(list, "|") {
			m[words] = topic
		}
	}
	return m
}()

// rightAfter is the topic of a message that goes on about a right asked for before, "" for any other.
func rightAfter(words, before string) string {
	if before == "" {
		return ""
	}
	list := strings.Fields(bareWords(before))
	if rightOf(list) == "" && rightsAfter[strings.Join(list, " ")] == "" {
		return ""
	}
	return rightsAfter[words]
}

// rightReply says how a visitor comes by their right, with what the bot's settings make of their data. The names of
// entries are those of the chat's menu (widget/src/catalogue).
func rightReply(topic, language string, s bot.Settings, restricted bool) string {
	if topic == "sent" && s.Model.Quotes() && s.Embedding == nil {
		topic = "unsent"
	}
	answer := strings.ReplaceAll(rightReplies[topic].In(language), "{kept}", keptInWords(s.Retention, restricted).In(language))
	if s.PrivacyURL != "" {
		answer += bilingual.Of(" Mehr dazu steht in der [Datenschutzerklärung](%s).", " The [privacy policy](%s) says more.").Format(s.PrivacyURL).In(language)
	}
	return answer + bilingual.Of(
		"\n\nFür alles, was nicht diesen Chat betrifft, wenden Sie sich bitte an unser Team.",
		"\n\nFor anything that is not about this chat, please turn to our team.").In(language)
}

func keptInWords(r bot.Retention, restricted bool) bilingual.Text {
	days := r.Kept()
	switch {
	case restricted:
		return bilingual.Of(
			"Was gespeichert ist, bleibt, bis Sie die Einschränkung aufheben oder die Unterhaltung löschen.",
			"What is stored stays until you lift the restriction or delete the conversation.")
	case days == 0:
		return bilingual.Of(
			"Der Text wird nirgends gespeichert: Er bleibt bis zu eine Stunde nach Ihrer letzten Nachricht im Arbeitsspeicher. Kontaktdaten gehen binnen zwei Stunden.",
			"The text is not stored anywhere: it stays in memory for up to an hour after your last message. Contact data goes within two hours.")
	}
	after := bilingual.Of(noun.Count(days, "Einen Tag", "Tage"), noun.Count(days, "One day", "days"))
	if r.Anonymises() {
		return after.Add(bilingual.Of(
			" nach Ihrer letzten Nachricht wird der Text gelöscht; ohne Bezug zu Ihnen bleiben Anzahl und Tag der Nachrichten.",
			" after your last message the text is deleted; the number and day of the messages stay, with nothing that leads to you."))
	}
	return after.Add(bilingual.Of(" nach Ihrer letzten Nachricht wird alles gelöscht.", " after your last message all of it is deleted."))
}

var rightReplies = map[string]bilingual.Text{
	"erase": bilingual.Of(
		"Das können Sie hier selbst tun: Wählen Sie im Menü des Chats „Unterhaltung beenden und löschen“. Damit wird alles aus dieser Unterhaltung gelöscht, auch Ihre Kontaktdaten, und Sie erhalten eine Bestätigung.",
		"You can do so here yourself: choose “End and delete conversation” in the menu of the chat. That deletes all of this conversation, your contact data included, and you get a confirmation."),
	"access": bilingual.Of(
		"Gespeichert werden Ihre Nachrichten und die Antworten mit Zeit und Sprache unter einer zufälligen Kennung, dazu Kontaktdaten, falls Sie welche angeben. {kept} Alles davon sehen Sie im Menü des Chats unter „Meine Daten“; dort können Sie es auch herunterladen.",
		"Your messages and the answers are stored with time and language under a random id, and contact data if you give any. {kept} You see all of it in the menu of the chat under “My data”, where you can download it, too."),
	"kept": bilingual.Of(
		"{kept} Früher löschen können Sie selbst: Wählen Sie im Menü des Chats „Unterhaltung beenden und löschen“.",
		"{kept} You can delete it earlier yourself: choose “End and delete conversation” in the menu of the chat."),
	"object": bilingual.Of(
		"Das können Sie hier selbst tun: Im Menü des Chats unter „Meine Daten“ schließen Sie aus, dass ein Sprachmodell antwortet, oder schränken die Verarbeitung ein. Beides gilt sofort.",
		"You can do so here yourself: in the menu of the chat, under “My data”, you rule out that a language model answers, or restrict the processing. Both hold at once."),
	"rectify": bilingual.Of(
		"Kontaktdaten, die Sie in diesem Chat angegeben haben, ändern oder löschen Sie im Menü des Chats unter „Meine Daten“.",
		"Contact data that you gave in this chat is changed or deleted in the menu of the chat, under “My data”."),
	"sent": bilingual.Of(
		"Zum Antworten gehen Ihre Frage, passende Textstellen und, wo nötig, der bisherige Verlauf an einen Anbieter von Sprachmodellen. Personenbezogene Daten werden vorher durch Platzhalter ersetzt, soweit sie erkannt werden. Im Menü des Chats unter „Meine Daten“ steht, wer etwas erhalten hat, und Sie können es ausschließen.",
		"To answer, your question, matching passages and, where needed, the conversation so far go to a provider of language models. Personal data is replaced by placeholders before, as far as it is recognised. The menu of the chat says under “My data” who got something, and there you can rule it out."),
	"unsent": bilingual.Of(
		"In diesem Chat antwortet der Server selbst. An ein Sprachmodell oder einen anderen Dienst geht von Ihren Nachrichten nichts.",
		"In this chat the server answers itself. Nothing of your messages goes to a language model or another service."),
}
