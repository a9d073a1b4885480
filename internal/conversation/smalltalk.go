package conversation

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/webchatagent/wca/internal/bilingual"
	"github.com/webchatagent/wca/internal/retrieve"
)

// smallTalk answers what is no question about the sources: greetings, thanks, farewells, who is there, what becomes of
// the visitor's data; and says in which language. Of all else it says nothing.
func (x *exchange) smallTalk(contact func() string) (answer, in string) {
	about := topicOf(x.query.Text)
	right := ""
	if about.topic == "" {
		words := bareWords(x.query.Text)
		if right = cmp.Or(rightOf(strings.Fields(words)), rightAfter(words, questionBefore(x.history))); right == "" {
			return "", ""
		}
	}
	if about.topic == "whom" && contact() == "" {
		return "", ""
	}
	if about.topic == "call" && instructed(x.settings.Settings) {
		return "", ""
	}
	in = "en"
	if cmp.Or(about.language, x.language) == "de" {
		in = "de"
	}
	if right != "" {
		return rightReply(right, in, x.settings.Settings, x.session.Restricted) + reached(in, contact()), in
	}
	answer = replies[about.topic].In(in)
	switch about.topic {
	case "call":
		answer = leftReply(in, x.session.Restricted) + reached(in, contact())
	case "greeting":
		answer = cmp.Or(x.settings.Settings.Greeting[in], answer)
	case "complaint", "person", "abuse", "doubt", "undone", "unseen", "whom":
		answer += reached(in, contact())
	}
	return strings.ReplaceAll(answer, "{bot}", x.Bot.Name), in
}

// topicOf is what a message is about that is nothing but small talk; the topic is "" for any other.
func topicOf(text string) phrase {
	words := bareWords(text)
	if languageWish(text).only {
		return phrase{topic: "language"}
	}
	if known, ok := phrases[words]; ok {
		return known
	}
	if !hasWord(text) {
		return phrase{topic: signs(text)}
	}
	if language, asks := asksWhoAnswers(words); asks {
		return phrase{topic: "identity", language: language}
	}
	list := strings.Fields(words)
	switch {
	case asksIfDone(list):
		return phrase{topic: "undone"}
	case asksIfArrived(text):
		return phrase{topic: "unseen"}
	case wantsCall(slices.DeleteFunc(slices.Clone(list), isNumber)):
		return phrase{topic: "call"}
	}
	for _, t := range talks {
		if t.made(list) && (t.topic != "abuse" && t.topic != "heard" || !strings.Contains(text, "?")) {
			return phrase{topic: t.topic}
		}
	}
	return phrase{topic: reaction(text)}
}

func bareWords(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return strings.ContainsRune(" \t\n.,;:!?-–…'’\"„“”()", r) || unicode.In(r, unicode.So, unicode.Sk, unicode.Variation_Selector)
	}), " ")
}

// isNumber says whether a word has no letters: "0171".
func isNumber(w string) bool { return !strings.ContainsFunc(w, unicode.IsLetter) }

func hasWord(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) })
}

// signs is what is said with nothing but signs: "👍" is no question, "😡" is anger, "???" and "🤔" ask for something.
func signs(text string) string {
	switch {
	case strings.ContainsAny(text, "😡😠🤬🖕👎"):
		return "abuse"
	case strings.ContainsAny(text, "🙏❤💐"):
		return "thanks"
	case strings.ContainsAny(text, "👍👌✅🆗"):
		return "heard"
	case strings.ContainsAny(text, "👋"):
		return "greeting"
	}
	return "nothing"
}

func greets(text string) bool {
	_, ok := phrases[bareWords(text)]
	return ok
}

// sought is what a message asks for: itself, or, where it only goes on about the question before, that.
func sought(text string, history []Message) string {
	before := questionBefore(history)
	if goesOn(text) {
		if before != "" {
			return plainly(before)
		}
		return text
	}
	if before != "" {
		if meant := corrected(text); meant != "" {
			return meant
		}
	}
	return plainly(text)
}

// plainly is a message as it is read: in the words that are written elsewhere, without what is only polite.
func plainly(text string) string {
	text = afterGreeting(withoutWish(text))
	if topicOf(text).topic != "" || asideOf(text).kind != "" {
		return text
	}
	return retrieve.Written(unframed(text))
}

// corrects finds that somebody asks the question before about something else: "nein, ich meinte Vellmar", "no, on Sunday".
var corrects = regexp.MustCompile(`(?i)^\s*(?:(?:nein|nee|ne|no|sorry|entschuldigung|ach|nicht doch|oh)[,.! ]+)*(?:` +
	`(?:ich )?mein(?:te|e) (?:doch |eigentlich |natürlich |aber )?|i mean(?:t)?,? (?:actually )?|` +
	`(?:nein|nee|no)[,.! ]+((?:in|am|im|bei|beim|für|zur|zum|ohne|mit|on|at|for|with|without|the|der|die|das) ))(.+)$`)

// germanNo begin a correction in German.
var germanNo = words("nein nee ne ach entschuldigung")

// another names what is meant only by what it is not: "die andere Filiale".
var another = regexp.MustCompile(`(?i)\b(?:ander(?:e[nmrs]?|s)|other|else)\b`)

// longestMeant is how many words what is meant instead has at most.
const longestMeant = 6

// notThis finds what was not meant before what was: "Nicht Frau Roth, Dr. Yilmaz", "not Monday, Tuesday".
var notThis = regexp.MustCompile(`(?i)^\s*(?:(?:nein|no|ach|oh|sorry)[,.! ]+)*(?:nicht|(not)) (?:[\pL\d.-]+ ){0,3}?[\pL\d-]+, ?(?:sondern |but )?([^,]+?)[\s.!]*$`)

// notThat is what a correction says was not meant: "…, not the price".
var notThat = regexp.MustCompile(`(?i)\s*,?\s+(?:und |and |but )?(?:nicht|not|kein|keine|keinen)\s[^,?]*$`)

// corrected is what a message asks that only corrects the question before, as one that goes on about it; "" of any other.
func corrected(text string) string {
	if m := notThis.FindStringSubmatch(text); m != nil && !strings.HasSuffix(strings.TrimSpace(text), "?") && len(strings.Fields(m[2])) <= longestMeant {
		if m[1] != "" {
			return "and " + m[2]
		}
		return "und " + m[2]
	}
	text = strings.TrimRight(notThat.ReplaceAllString(strings.TrimRight(text, "?.! "), ""), ", ")
	m := corrects.FindStringSubmatch(text)
	if m == nil || len(strings.Fields(m[2])) > longestMeant || topicOf(text).topic != "" || another.MatchString(m[2]) {
		return ""
	}
	meant := m[1] + m[2]
	if retrieve.BeginsAsking(meant) || lastAsked(meant) != meant {
		return meant
	}
	if first, _, _ := strings.Cut(strings.ToLower(m[0]), " "); !germanNo[strings.TrimRight(first, ",.!")] && !strings.Contains(strings.ToLower(text), "mein") {
		return "and " + meant
	}
	return "und " + meant
}

// withoutWish leaves out the sentences that only wish for a language: "Can you answer in English? When are you closed?"
// does not ask who speaks English.
func withoutWish(text string) string {
	if !bare.MatchString(text) {
		return text
	}
	var rest strings.Builder
	for left := text; left != ""; {
		end := strings.IndexAny(left, ".!?:\n") + 1
		if end == 0 {
			end = len(left)
		}
		if !languageWish(strings.TrimRight(left[:end], ".!?:\n")).only {
			rest.WriteString(left[:end])
		}
		left = left[end:]
	}
	if asked := strings.TrimSpace(rest.String()); strings.ContainsFunc(asked, unicode.IsLetter) {
		return asked
	}
	return text
}

// afterGreeting leaves out what begins a message politely: "Ok super, danke. Was kostet …".
func afterGreeting(text string) string {
	if list := strings.Fields(bareWords(text)); slices.ContainsFunc(talks, func(t talk) bool { return t.made(list) }) || reaction(text) != "" {
		return text // "Danke, das hilft mir sehr": what follows is no question by itself
	}
	rest := text
	for {
		at := strings.IndexAny(rest, ",.!:\n")
		if at < 0 || !polite(rest[:at]) {
			return heardBefore.ReplaceAllString(rest, "$1")
		}
		next := strings.TrimLeft(rest[at:], ",.!:\n ")
		if !strings.ContainsFunc(next, unicode.IsLetter) {
			return text
		}
		rest = next
	}
}

// heardBefore finds what says that an answer was heard before a question goes on without a comma: "ok und samstags?"
// Of "gut und günstig" nothing is left out. The joint stays, by it the question goes on.
var heardBefore = regexp.MustCompile(`(?i)^\s*(?:(?:ok|okay|okey|danke|dankeschön|vielen dank|merci|super|prima|perfekt|schade|alles klar|thanks|thank you|great|perfect|cheers)\s+)+((?:und|aber|and|but)\s)`)

// polite reports whether a few words greet, thank or confirm and do nothing else.
func polite(text string) bool {
	small := func(words string) bool {
		switch phrases[words].topic {
		case "greeting", "thanks", "heard", "reaction", "nothing":
			return true
		}
		return false
	}
	words := bareWords(text)
	if small(words) {
		return true
	}
	for _, link := range []string{"und ", "and ", "aber ", "but ", "so ", "dann "} { // "Danke, und noch eine Frage: …"
		if rest, ok := strings.CutPrefix(words, link); ok && small(rest) {
			return true
		}
	}
	for w := range strings.FieldsSeq(words) {
		if !small(w) {
			return false
		}
	}
	return words != ""
}

type phrase struct{ topic, language string }

var phrases = func() map[string]phrase {
	m := map[string]phrase{}
	for topic, lists := range map[string]map[string]string{
		"greeting": {
			"":   "hi|hey|hiya|yo|hey hey|hallo hallo|hello hello|start|hallöchen",
			"de": "hallo|guten tag|guten morgen|guten abend|moin|moin moin|servus|servus zusammen|tach|hallo ihr lieben|grüß sie gott|grüß euch|grüß gott|grüezi|hallo zusammen|hallo guten tag|tag|hi guten tag|guten tag zusammen",
			"en": "hello|good morning|good afternoon|good evening|hi there|hello there|hey there|good day",
		},
		"thanks": {
			"de": "danke|merci|merci vilmal|merci vielmals|danke schön|dankeschön|vielen dank|danke sehr|besten dank|herzlichen dank|super danke|ok danke|okay danke|alles klar danke|danke für die hilfe|danke für ihre hilfe|danke das hilft|prima danke|vielen lieben dank",
			"en": "thanks|thank you|thank you very much|thanks a lot|many thanks|ok thanks|okay thanks|great thanks|perfect thanks|thanks for your help|thank you so much|cheers|cheers mate|ta|ok ta|ta very much|bless you|bless you thanks",
		},
		"farewell": {
			"":   "ciao|bye bye",
			"de": "tschüss|tschüß|auf wiedersehen|bis bald|tschau|schönen tag noch|einen schönen tag noch|servus bis bald|bis dann|super bis dann|ok bis dann|gut bis dann|danke bis dann|bis morgen|bis später|bis dahin|dann bis morgen|dann bis später",
			"en": "bye|goodbye|see you|see you later|have a nice day|good bye|see you then|see you tomorrow|see you soon|great see you then|ok see you then",
		},
		"identity": {
			"de": "wer bist du|wer sind sie|bist du ein mensch|sind sie ein mensch|bist du ein roboter|bist du eine ki|sind sie eine ki|mit wem spreche ich|mit wem schreibe ich|was kannst du|was können sie|was kannst du alles|bist du echt|spreche ich mit einem menschen|wie heißt du|wie heißen sie|wie ist dein name|wie ist ihr name|was bist du|bist du ein bot|bist du ein chatbot|bist du eine maschine|bist du chatgpt|wer ist da|wer antwortet hier|wer schreibt hier",
			"en": "who are you|are you human|are you a human|are you a robot|are you a bot|are you an ai|am i talking to a human|am i talking to a person|what can you do|what are you|are you real|what is your name|what s your name|whats your name|who am i talking to|are you chatgpt|is this a bot|is this a real person|am i talking to a bot|who is this",
		},
		"feelings": {
			"de": "wie geht es dir|wie geht es ihnen|wie geht s|wie gehts|wie gehts dir|wie geht s dir|hallo wie geht es dir|hallo wie gehts|hallo wie geht es ihnen|na wie gehts|alles gut",
			"en": "how are you|how are you doing|how is it going|how s it going|hi how are you|hello how are you|what s up|whats up",
		},
		"heard": {
			"":   "ok|okay|super|top|sorry|ok sorry|oh sorry|hm|hmm|oh",
			"de": "gut|alles klar|verstanden|in ordnung|aha|ach so|achso|prima|toll|gut zu wissen|schön|na gut|das war s|das wars|das war alles|das war es|das war s schon|das wär s|das wärs|das wäre alles|passt|passt schon|passt danke|schon gut|macht nichts|kein problem|egal|schon okay|schon ok|gut dann melde ich mich|dann melde ich mich|ich melde mich|ok ich melde mich|ich melde mich dann|dann rufe ich an|ok dann rufe ich an|gut dann rufe ich an|ich rufe an|ich überlege es mir|mal sehen|entschuldigung|tut mir leid|schade|hmm schade|hm schade|oh schade|ach schade|wie schade",
			"en": "alright|all right|got it|i see|great|good to know|good|understood|fine|cool|that s all|thats all|that is all|that was all|that will be all|that ll be all|never mind|nevermind|no worries|no problem|don t worry|i ll call then|i will call then|i ll give you a call|i ll call you|i ll be in touch|i ll think about it|too bad|oh too bad|pity|what a pity|that s a shame|what a shame",
		},
		"reaction": {
			"":   "haha|hahaha|hihi|hehe|lol|uff|puh|phew|na toll|na super",
			"de": "oh nein|so ein mist|zum glück|gott sei dank|na dann|na dann eben nicht|dann eben nicht|verstehe|verstehe ich|ok verstehe|ah verstehe|das wusste ich nicht|das wusste ich gar nicht|geht klar|mach ich|dann ist ja gut|ist ja gut|das geht ja|das geht ja noch|das geht noch|dann machen wir das so|dann mach ich das so|machen wir so|so machen wir das|gefällt mir|gefällt mir gut|gefällt mir nicht|gefällt mir gar nicht|ach mensch|hab ich mir gedacht|das hab ich mir gedacht",
			"en": "oh no|oh dear|will do|ok will do|makes sense|that makes sense|fair enough|good to hear|glad to hear it|glad to hear that|i didn t know that|let me think about it|let me think|thank goodness|ha nice|nice one|great stuff|that s all i needed|that s me sorted|can t wait|we can t wait|i can t wait",
		},
		"nothing": {
			"de": "noch eine frage|noch ne frage|eine frage noch|eine frage|ich habe eine frage|ich hab eine frage|ich hätte eine frage|ich habe noch eine frage|ich hätte noch eine frage|noch was|noch etwas|übrigens|ach ja|eine andere frage|andere frage|nächste frage|was anderes|mal was anderes|noch was anderes|nochmal was anderes|etwas anderes|etwas ganz anderes|was ganz anderes|andere sache|anderes thema|neue frage|neues thema",
			"en": "one more thing|one more question|another question|i have a question|i have another question|quick question|a question|by the way|oh and|next question|something else|on another note|different question|different topic|another thing|different thing|separate question",
		},
		"whom": {
			"de": "an wen kann ich mich wenden|an wen kann man sich wenden|an wen darf ich mich wenden|an wen muss ich mich wenden|an wen soll ich mich wenden|an wen wende ich mich|an wen kann ich mich da wenden|an wen wende ich mich da|und an wen kann ich mich wenden|und an wen wende ich mich|wen kann ich fragen|wen kann ich da fragen|wen soll ich fragen|wo kann ich nachfragen|wo kann ich fragen",
			"en": "who can i contact|who do i contact|who should i contact|who can i ask|who do i ask|who should i ask|who do i speak to|who should i speak to|who can i speak to|who can i talk to|who do i talk to|whom can i contact",
		},
		"doubt": {
			"de": "das stimmt nicht|stimmt nicht|das ist falsch|falsch|das ist nicht richtig|das habe ich nicht gefragt|das war nicht meine frage|das hilft mir nicht|das hilft nicht|das meinte ich nicht|das meine ich nicht",
			"en": "that is wrong|that s wrong|thats wrong|wrong|that is not right|that s not right|that is not what i asked|that s not what i asked|that doesn t help|this doesn t help|that does not help|not what i meant",
		},
		"abuse": {
			"de": "halt die klappe|klappe halten|verpiss dich",
			"en": "shut up|shut the hell up|get lost|go away",
		},
	} {
		for language, list := range lists {
			for _, words := range strings.Split(list, "|") {
				m[words] = phrase{topic, language}
			}
		}
	}
	return m
}()

var replies = map[string]bilingual.Text{
	"greeting": bilingual.Of(
		"Guten Tag! Was möchten Sie wissen?",
		"Hello! What would you like to know?"),
	"thanks": bilingual.Of(
		"Gern geschehen. Fragen Sie ruhig weiter, wenn noch etwas offen ist.",
		"You're welcome. Just ask if anything else comes up."),
	"farewell": bilingual.Of(
		"Auf Wiedersehen und alles Gute.",
		"Goodbye, and all the best."),
	"identity": bilingual.Of(
		"Ich bin {bot}, ein KI-Assistent und kein Mensch. Ich beantworte Fragen aus den Inhalten dieser Website und nenne die Quellen dazu. Dabei kann ich mich irren.",
		"I am {bot}, an AI assistant, not a human. I answer questions from the contents of this website and name the sources. I can make mistakes."),
	"person": bilingual.Of(
		"Ich bin ein KI-Assistent und kann Sie nicht verbinden. Eine Nachricht an unser Team erreicht Menschen.",
		"I am an AI assistant and cannot put you through. A message to our team reaches people."),
	"whom": bilingual.Of(
		"Am besten wenden Sie sich direkt an unser Team.",
		"It is best to turn to our team directly."),
	"undone": undone,
	"unseen": unseen,
	"feelings": bilingual.Of(
		"Danke der Nachfrage. Was möchten Sie wissen?",
		"Thanks for asking. What would you like to know?"),
	"nothing": bilingual.Of(
		"Was möchten Sie wissen? Fragen Sie mich einfach.",
		"What would you like to know? Just ask me."),
	"heard": bilingual.Of(
		"Gut. Fragen Sie gern weiter, wenn noch etwas offen ist.",
		"Good. Just ask if anything else comes up."),
	"reaction": bilingual.Of(
		"Das verstehe ich. Fragen Sie gern weiter, wenn noch etwas offen ist.",
		"I see. Just ask if anything else comes up."),
	"doubt": bilingual.Of(
		"Das tut mir leid. Sehen Sie am besten in der genannten Quelle nach, oder fragen Sie noch einmal mit anderen Worten.",
		"I am sorry about that. Please have a look at the source named, or ask again in other words."),
	"language": bilingual.Of(
		"Gern, ich antworte auf Deutsch. Was möchten Sie wissen?",
		"Of course, I will answer in English. What would you like to know?"),
	"complaint": bilingual.Of(
		"Das tut mir leid. Ich bin ein KI-Assistent und kann keine Beschwerde aufnehmen. Bitte wenden Sie sich damit an unser Team.",
		"I am sorry about that. I am an AI assistant and cannot take a complaint. Please turn to our team with it."),
	"abuse": bilingual.Of(
		"Es tut mir leid, dass Sie verärgert sind. Sagen Sie mir, worum es geht, dann suche ich die passende Auskunft heraus.",
		"I am sorry that you are upset. Tell me what it is about, and I will look for the information."),
}

// wish is that answers be in a language.
type wish struct {
	language string // "de", "en" or "" for none
	only     bool   // the message says nothing else
}

// wishes finds "bitte auf Englisch", "can you speak German?", "English please".
var (
	wishFor  = regexp.MustCompile(`(?i)\b(?:auf|in|into|speak|sprechen sie|sprichst du|sprecht ihr|können sie|kannst du|können wir)\s+(?:auch\s+|bitte\s+)*(englisch|english|deutsch|german)\b`)
	wishOnly = regexp.MustCompile(`(?i)^\s*(?:hi|hello|hallo|und|and|ok|okay|dann|then|so|danke|thanks|sorry|entschuldigung|please|bitte|könnten|können|kannst|könntest|can|could|sie|du|you|wir|we|das|it|that|this|mir|me|auch|also|antworten|antworte|answer|reply|schreiben|schreib|write|speak|talk|sprechen|sprich|sprichst|reden|sagen|say|noch\s?mal|noch einmal|again|auf|in|only|nur|jetzt|wieder|now|lieber|rather|instead|do|i|prefer|englisch|english|deutsch|german|[,.!?\s])+$`)
	bare     = regexp.MustCompile(`(?i)\b(englisch|english|deutsch|german)\b`)
)

// languageWish reads which language a visitor wants to be answered in.
func languageWish(text string) wish {
	if len(text) > 400 || !bare.MatchString(text) {
		return wish{}
	}
	only := wishOnly.MatchString(text)
	m := wishFor.FindStringSubmatch(text)
	if m == nil && only {
		m = bare.FindStringSubmatch(text)
	}
	if m == nil || !only && !asksToAnswer.MatchString(text) {
		return wish{}
	}
	language := "de"
	if strings.HasPrefix(strings.ToLower(m[1]), "en") {
		language = "en"
	}
	return wish{language: language, only: only}
}

// asksToAnswer tells a wish for an answer's language from a question about one ("Gibt es den Katalog
// auf Englisch?").
var asksToAnswer = regexp.MustCompile(`(?i)\b(?:antworte|antworten sie|bitte (?:wieder |nun |jetzt )?(?:auf|in)|answer|reply|respond|please (?:in|speak|write)|(?:in|auf) (?:english|englisch|german|deutsch),? (?:please|bitte))\b`)
