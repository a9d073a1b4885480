package conversation

import (
	"regexp"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/bilingual"
)

// An errand is something to be done outside the chat: an appointment booked or cancelled, an order changed, a call.
// Nobody here can do it, and a quote alone ("Termine können bis 24 Stunden vorher abgesagt werden") reads as if it were
// done. Who asks whether it is done is told that it is not; who orders it, beside what the site says.

// longestErrand is how many words a message has at most that asks for nothing but whether an errand is done.
const longestErrand = 12

// The words of "Ist der Termin jetzt bestätigt?" and "Haben Sie das eingetragen?": what is asked about is a state, the
// visitor's own or what was spoken of, and nothing else is named.
var (
	doneErrand = words(`bestätigt gebucht eingetragen abgesagt storniert reserviert notiert vorgemerkt angemeldet abgemeldet umgebucht verschoben weitergeleitet weitergegeben ausgerichtet
		booked cancelled canceled confirmed reserved registered enrolled rescheduled`)
	stateOf = words(`ist sind bin hab habe haben hast habt wurde am is has have did`)
	ofWhom  = words(`mein meine meinen meiner mich mir ich wir uns das dies die der sie es jetzt nun damit termin reservierung buchung bestellung
		my me i we us it that this she he her him now so then appointment reservation booking order place`)
	aroundErrand = words(`du ihr ihnen er denn dann also schon auch wirklich nun fest so und hallo bitte den dem für you the for in already really and yet been hello please still`)

	// The words of "Wann rufen Sie mich zurück?" and "Please call me back".
	callErrand   = words(`zurückrufen zurückruft rückruf zurück anrufen callback back`)
	callVerb     = words(`ruf rufe rufen rufst ruft zurückrufen zurückruft rückruf anrufen meldet call callback ring phone`)
	aroundCalled = words(`wann bitte um einen ein sie du ihr mich mir uns können könnten kannst könnt könntet mal doch denn dann jetzt gleich heute morgen ich möchte will hätte gern gerne auf werde werden wird würden würdet und hallo zurück an ok okay gut
		when will can could would you me us please i want would like a the get today tomorrow soon and hello to ok`)
)

// asksIfDone says whether a message asks for nothing but whether an errand is done.
func asksIfDone(words []string) bool {
	if len(words) > longestErrand {
		return false
	}
	done, state, whom := false, false, false
	for _, w := range words {
		done, state, whom = done || doneErrand[w], state || stateOf[w], whom || ofWhom[w]
		if !doneErrand[w] && !stateOf[w] && !ofWhom[w] && !aroundErrand[w] {
			return false
		}
	}
	return done && state && whom
}

// wantsCall says whether a message asks for nothing but to be called, or when that will be.
func wantsCall(words []string) bool {
	if len(words) > longestErrand || len(words) == 0 {
		return false
	}
	back, verb := false, false
	for _, w := range words {
		back, verb = back || callErrand[w], verb || callVerb[w]
		if !callErrand[w] && !callVerb[w] && !aroundCalled[w] {
			return false
		}
	}
	me := slices.Contains(words, "mich") || slices.Contains(words, "me") || slices.Contains(words, "uns") || slices.Contains(words, "us")
	return verb && (back && !slices.Contains(words, "anrufen") || me) && !(slices.Contains(words, "ich") && slices.Contains(words, "anrufen") && !me)
}

// orders finds that somebody has an errand done: "Sagen Sie meinen Termin ab", "book me in for Tuesday", or says that
// they have to or want to have it done: "Ich muss meinen Termin absagen".
var orders = regexp.MustCompile(`(?i)(?:^|[.,;!\n]|\b(?:dann|bitte|also|und|jetzt|ok|okay|gut|then|please|pls|so|and|just)\s)\s*(?:` +
	`sag(?:e?n sie|e?)\s.*\btermin\b.*\bab\b|` +
	`merk(?:en sie|e?)\s[^?]*\bvor\b|` +
	`(?:verlänger|bestell|notier|cancel)(?:e?n sie|e?t?)\s[^?]*\b(?:die|das|den|mein\pL*|unsere?\pL*)\b|` +
	`komm(?:en sie|e?t?) bitte\b|ruf(?:en sie|e?t?) (?:bitte|doch|mal|mich|uns|ihn|mein\pL*|den|die)\b[^?]*\ban\s*(?:$|[,.!;])|verbinde(?:n sie|t)?\s(?:bitte )?(?:mich|uns)\b|hiermit (?:meld|kündig|bestell|stornier|buch)e|` +
	`verschieben wir\s|storniert (?:bitte )?(?:mein|unser|den|die)|` +
	`(?:stornier|reservier|verschieb|verleg)(?:e?n sie|e?)\s.*\b(?:mein|mir|mich|uns|den|die|das|einen|eine|ein)|` +
	`buch(?:e?n sie|e?)\s.*\b(?:mir|mich|uns)\b|` +
	`(?:trag|meld)(?:e?n sie|e?)\s.*\b(?:mich|uns|meine[nr]?)\b.*\b(?:ein|an|ab)\b|` +
	`(?:meld|nehm|setz)(?:e?n sie|e?|e?t)\s(?:\pL+\s){0,2}?(?:bitte|mich|uns|sie|ihn|mein\pL*|unsere?\pL*)\s(?:\pL+\s){0,5}?(?:an|ab|auf|ein)\s*(?:$|[,.!;])|` +
	`(?:setz|schreib|pack)(?:e?n sie|e?t?)\s[^?]*\b(?:mich|uns|sie|ihn)\b[^?]*\bauf (?:die|eure|ihre) (?:\pL*liste)\b|` +
	`(?:schick|send|leg|bestell|notier|merk|verlänger|änder|kündig|erstatt|überweis|mach|halt|heb|bring|liefer|besorg|pack|stell)(?:e?n sie|e?|e?t bitte)\s(?:(?:bitte|doch|mal|gleich|noch|dann|es|das|sie|ihn|die)\s)*(?:mir|mich|uns|ihm|mein\pL*|unsere?\pL*)\b|` +
	`(?:buch|reservier|bestell|notier|verlänger|schick|trag|leg|änder)(?:e?n sie|e?t?)\sbitte\b|` +
	`(?:sag|gib|gebt|geb|richt)(?:e?n sie|e?t?)\s[^?]*\b(?:bescheid|weiter|aus)\s*(?:$|[,.!;])|` +
	`bitte (?:[^?.!]* )?(?:reservieren|buchen|zurücklegen|stornieren|absagen|verlängern|anmelden|eintragen|vormerken|umbuchen|verschieben)\s*[.!]*$|` +
	`(?:gib|gebt|geben sie)\s[^?]*\b(?:mir|uns)\b[^?]*\b(?:termin|platz|tisch|zimmer|stunde|slot|kurs)\b|` +
	`bitte (?:einen (?:termin|tisch) )?(?:für|am|um) (?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|morgen|heute|\d)|` +
	`(?:send|post|ring|call|phone|text|email|e-mail|put|keep|hold|save|order|add|get|bring|refund|remind|let|make) (?:me|us|him|her|them|my name)\b[^?]*(?:\b(?:know|a|an|the|my|our|one|some|two|three|back|down|on|off|for|to)\b|\d)|` +
	`(?:hold|keep|save|reserve|cancel|change|move|book|extend|renew) (?:the|my|our|that|this|a|an|one|two|it)\b|` +
	`tell\s[^?]*\b(?:late|cancel|can['’]t|cannot|won['’]t)\b|` +
	`book (?:me|us|my|him|her)\b|sign (?:me|us|him|her) up\b|` +
	`(?:cancel|reschedule|move|change) my (?:[\w'’-]+ ){0,3}(?:appointment|booking|order|lesson|class|place|reservation|ticket)s?\b|` +
	`reserve (?:me|us)\b` +
	`)|\b(?:\d+|eine?n?|zwei|drei|vier|fünf|sechs|one|two|three|four|five|six) (?:karten?|plätze|tickets?|seats?|places)\b[^?]*\b(?:bitte|please)\s*[.!]*$|` +
	`bitte (?:\d+|eine?n?|zwei|drei|vier|fünf|sechs) (?:karten?|plätze|tickets?)\b|` +
	`\b(?:i|we)(?:['’]?ll| will) (?:take|have) (?:the|a|an|one|two|three|four|five|six|\d+)\b[^?]*\b(?:tickets?|seats?|room|table|place|slot|appointment|pitch)|` +
	`\b(?:(?:ich|wir) (?:nehmen?|hätten? (?:gern|gerne))|nehmen? (?:ich|wir)|hätten? (?:ich|wir) (?:gern|gerne)) (?:bitte |dann |gern |gerne )*(?:den|das|die|einen|eine|ein|zwei|drei|vier|fünf|sechs|\d+)\s[^?]*?\b(?:\pL*termin|tisch|platz|plätze|zimmer|karten?|tickets?|reservierung|stunde)\b[^?]*$|\b(?:ich|wir) (?:muss|müssen|will|wollen|möchten?|würden? (?:gern|gerne)|wollten?)\s[^?]*\b(?:absagen|stornieren|verschieben|verlegen|umbuchen|buchen|reservieren|vorbestellen)\b|` +
	`\b(?:ich|wir) (?:muss|müssen|will|wollen|möchten?|würden? (?:gern|gerne)|wollten?)\s[^?]*\b(?:termin|kurs|platz)\b[^?]*\b(?:vereinbaren|machen|ausmachen)\b|` +
	`(?:^|[.,;!\n]\s*|\b(?:hi|hello|ok|okay|so|and|but)\s)(?:i|we)(?:['’]?d like|\s(?:need|want|have|would like|d like))\s+to (?:cancel|book|reserve|reschedule|move)\b`)

// asksToDo finds an order that is put as a question: "Können Sie den Termin verschieben?", "Can you cancel my lesson?"
var asksToDo = regexp.MustCompile(`(?i)(?:^|[.,!?\n])\s*(?:(?:please|pls|bitte|und|and|so|ok|hi|hello|hallo)\s)?(?:` +
	`(?:könn(?:en|ten) sie|k(?:ann|önnte)st du|könntet? ihr|würden sie)\s[^?]*\b(?:mein(?:en|e|em)?|mich|mir|uns|den termin|die (?:bestellung|buchung|reservierung)|das|bitte)\b[^?]*\b(?:verschieben|verlegen|absagen|stornieren|buchen|eintragen|reservieren|umbuchen|anmelden|abmelden|vormerken|zurücklegen|schicken|zuschicken|zusenden|senden|mailen|vorbestellen|freihalten|aufheben|hinterlegen|ausrichten|weiterleiten|weitergeben|notieren|bestellen|stornieren|verlängern|freischalten|verbinden|durchstellen|vorbeischicken|fertig ?machen|bescheid (?:geben|sagen))\s*[?.!]*$|` +
	`(?:könn(?:en|ten) sie|k(?:ann|önnte)st du|könntet? ihr|würden sie)\s[^?]*\b(?:mir|uns)\b[^?]*\b(?:\pL*termin|platz|tisch|zimmer)\b[^?]*\bgeben\s*[?.!]*$|` +
	`(?:könn(?:en|ten) sie|k(?:ann|önnte)st du|könntet? ihr|würden sie)\s[^?]*\b(?:mich|uns|sie|ihn)\b[^?]*\bauf (?:die|eure|ihre) \pL*liste\b|` +
	`(?:kann|könnte|können|könnten) (?:ich|wir)\s[^?]*\b(?:\pL*termin|buchung|reservierung|kurs)\b[^?]*\bauf\s[^?]*\b(?:verschieben|verlegen|umbuchen)\b|` +
	`(?:can|could|may) (?:i|we) (?:please )?have (?:a|an|one|two|three|four|five|six|\d+) (?:tickets?|seats?|table|room|pitch)|` +
	`(?:can|could|would|will) (?:you|someone|somebody) (?:please |pls |just )?(?:book (?:me|us|him|her|a|an|the|my|our|one|two|three|four)|add (?:me|us|him|her|my)|ring (?:me|us)|call (?:me|us)|e-?mail (?:me|us)|order (?:it|me|us|one)|make (?:me|us) an? (?:appointment|booking|reservation)|put it on|sign (?:me|us|him|her|my [\w-]+) up|(?:cancel|reschedule|move|change) (?:my|our)|reserve (?:me|us|a|the|one|two|three|four)|put (?:me|us|him|her)|(?:hold|save|keep) (?:me|us|one|two|a|it|the \w+ for)|send me|let (?:the|my|your) [^?]*\bknow|tell (?:my|your|her|his|them|dr|mr|mrs|ms|miss|the \w+ (?:that|he|she|i|we|my)\b)|pass on|get (?:[\w-]+ ){1,3}to (?:call|ring|phone|e-?mail)|phone (?:me|us)|send [^?]*\bto (?:me|us|my|our)\b|ask (?:them|him|her|the \w+|your \w+) to|pass (?:it|this|that) on)\b)`)

// howMuch finds a question without its mark.
var howMuch = regexp.MustCompile(`(?i)\b(?:how (?:much|long|many)|was kostet|was kosten|wie ?viel|wie lange)\b`)

// asksYou finds a question without its mark that begins with its verb: "bestellt ihr das auch". Who is polite orders it.
var asksYou = regexp.MustCompile(`(?i)^\s*\pL+t ihr\b`)

// ordersErrand says whether somebody has an errand done and asks nothing else.
func ordersErrand(text string) bool {
	return !strings.Contains(text, "?") && orders.MatchString(text) && !howMuch.MatchString(text) && !(asksYou.MatchString(text) && !strings.Contains(strings.ToLower(text), "bitte")) || asksToDo.MatchString(text)
}

// Questions whether something of the visitor's own has come or is ready: "Haben Sie meine Bestellung bekommen?", "Ist meine
// Überweisung fertig?", "did you get my email?" A chat that reads a site's pages cannot see it.
var asksForOwn = regexp.MustCompile(`(?i)^\s*(?:(?:und|and|aber|but|also|so|hallo|hello|hi|ok|okay|bitte)\b[\s,!.]*)*(?:` +
	`(?:haben sie|habt ihr|hast du|hat (?:ihr|euer) team)\s(?:[^.?!]*\s)?(?:meine?|meinen|unsere?n?)\s[^.?!]*\b(?:bekommen|erhalten|gekriegt|gelesen|gesehen|bearbeitet|verschickt|versendet|versandt|abgeschickt|vorliegen|schon|bereits)|` +
	`(?:ist|sind|wurden?|kam|kamen)\s(?:denn |schon |jetzt |eigentlich )*(?:meine?|unsere?)\s[^.?!]*\b(?:angekommen|eingegangen|eingetroffen|fertig|verschickt|versendet|versandt|unterwegs|bearbeitet|verbucht|durch|an|raus|rausgegangen|schon da)|` +
	`lieg(?:t|en)\s[^.?!]*\b(?:meine?|unsere?)\s[^.?!]*\bvor|` +
	`was ist (?:denn |jetzt |eigentlich )*mit (?:meine[rnm]|unsere[rnm]) (?:bestellung|anfrage|bewerbung|anmeldung|buchung|nachricht|mail|e-mail|reservierung|antrag|paket|lieferung)|` +
	`(?:did (?:you|your team|they)(?: guys| already)* (?:get|receive|see|read|process|review)|have (?:you|your team|they)(?: guys| already)* (?:gotten|received|seen|read|processed|reviewed))\s(?:my|our)\s[^.?!]*|` +
	`did (?:my|our)\s[^.?!]*\b(?:arrive|come|get|go)(?: through| in| there)*|` +
	`(?:has|have|is|are|was|were) (?:my|our)\s[^.?!]*\b(?:received|arrived|ready|through|processed|shipped|dispatched|sent)(?: out| off| yet| already| now)*` +
	`)\s*[?.! ]*$`)

// Questions that have somebody look how something of the visitor's own stands: "Könnt ihr nachsehen, ob mein Termin noch
// steht?", "Can you check whether my order has shipped?", or ask it themselves: "Steht mein Termin noch?"
var asksToLook = regexp.MustCompile(`(?i)^\s*(?:(?:und|and|hallo|hello|hi|bitte|please)\b[\s,!.]*)*(?:` +
	`(?:(?:können|könnten) sie|könnte?t? ihr|k(?:ann|önnte)st du)\s(?:(?:bitte|mal|einmal|kurz|schnell|eben|mir|uns|für mich)\s)*(?:nachsehen|nachschauen|nachgucken|schauen|gucken|prüfen|checken|sehen|sagen|herausfinden),?\s` +
	`(?:ob|wann|wo|wie weit)\s(?:denn |schon )*` + ownGerman + `[^.?!]*\b(?:steht|bleibt|stattfindet|klappt|kommt|ankommt|vorliegt|bestätigt|gebucht|eingetragen|angekommen|eingegangen|eingetroffen|verschickt|versendet|versandt|unterwegs|bearbeitet|verbucht|genehmigt|fertig|raus|da)(?: ist| sind| wurde| wurden| worden ist)?|` +
	`(?:steht|bleibt|klappt)\s(?:denn |eigentlich )*` + ownGerman + `[^.?!]*|` +
	`(?:can|could|would) you (?:please |just |quickly )*(?:check|see|look up|tell me|find out|confirm)\s(?:if|whether|when|where|that)\s` + ownEnglish + `[^.?!]*\b(?:shipped|sent|dispatched|confirmed|booked|arrived?|arrives|received|through|ready|processed|approved|paid|on|way|coming|comes?)(?: yet| already| now)*|` +
	`(?:can|could|would) you (?:please |just |quickly )*(?:check|look up|confirm)\s` + ownEnglish + `(?: please)?|` +
	`is ` + ownEnglish + `[^.?!]*\bstill (?:on|there|valid|booked)` +
	`)\s*[?.! ]*$`)

// What a firm has on file of a visitor.
const (
	ownGerman  = `(?:meine?|unsere?)\s(?:[\pL-]+\s)?(?:termin|bestellung|buchung|reservierung|paket|lieferung|sendung|anfrage|bewerbung|anmeldung|antrag|überweisung|zahlung|rezept|erstattung|[\pL]*(?:termin|bestellung|buchung|reservierung|anmeldung|antrag))\b`
	ownEnglish = `(?:my|our)\s(?:[\w'’-]+ ){0,3}?(?:order|booking|appointment|parcel|package|delivery|reservation|payment|application|prescription|refund|registration)\b`
	// longestLook is how many words such a question has at most.
	longestLook = 20
)

// own are words one of which both questions have.
var own = []string{"mein", "unser", "my", "our"}

// asksIfArrived says whether a message asks for nothing but whether something has come or how it stands. Who wants an
// appointment for it asks more.
func asksIfArrived(text string) bool {
	if small := strings.ToLower(text); !slices.ContainsFunc(own, func(word string) bool { return strings.Contains(small, word) }) {
		return false
	}
	n := len(strings.Fields(text))
	return n <= longestErrand && asksForOwn.MatchString(text) || n <= longestLook && asksToLook.MatchString(text)
}

// errandReplies are said of errands. That nothing has happened is said without knowing what the team has done.
var (
	undone = bilingual.Of(
		"Nein, durch diesen Chat nicht: Ich bin ein KI-Assistent und kann nichts buchen, eintragen, ändern oder absagen. Was unser Team vorliegen hat, sehe ich nicht. Bitte fragen Sie dort nach.",
		"No, not through this chat: I am an AI assistant and cannot book, register, change or cancel anything. What our team has on file I cannot see. Please ask them.")
	unseen = bilingual.Of(
		"Das kann ich leider nicht sehen: Ich bin ein KI-Assistent und habe keinen Einblick in Nachrichten, Bestellungen, Termine oder Akten. Unser Team kann es Ihnen sagen.",
		"I am sorry, I cannot see that: I am an AI assistant and have no access to messages, orders, appointments or files. Our team can tell you.")
	unable = bilingual.Of(
		"Ich selbst kann nichts buchen, verschicken, ändern oder absagen; bitte wenden Sie sich dafür an unser Team.",
		"I cannot book, send, change or cancel anything myself; please turn to our team for that.")
)

// errandNote is what who orders an errand reads before what the site says of it, "" for anybody else. A model that
// writes says so in its own words.
func (x *exchange) errandNote(contact func() string) string {
	if !x.settings.Settings.Model.Quotes() || !ordersErrand(x.Text) {
		return ""
	}
	return unable.In(x.language) + reached(x.language, contact()) + "\n\n"
}
