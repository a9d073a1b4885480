package conversation

import (
	"strings"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/retrieve/word"
)

// answerLanguage is the question's language if it shows one, else the one spoken so far, else
// the interface's.
func answerLanguage(q Question, history []Message) string {
	if l, sure := word.Language(q.Text); (l == "de" || l == "en") && sure >= 0.5 {
		return l
	}
	for i := len(history) - 1; i >= 0; i-- {
		if history[i].Role == Visitor && history[i].Language != "" {
			return history[i].Language
		}
	}
	return q.Language
}

// refusal says kindly that the sources hold no answer, and where to turn to.
func refusal(language string, s bot.Settings) string {
	text := "Sorry, I could not find anything about this in our information, and I would rather not guess. Perhaps you can ask it in other words?"
	if language == "de" {
		text = "Dazu habe ich in unseren Informationen leider nichts gefunden, und raten möchte ich nicht. Vielleicht fragen Sie es noch einmal mit anderen Worten?"
	}
	if contact := s.Contact[language]; contact != "" {
		if language == "de" {
			return text + "\n\nSo erreichen Sie uns: " + contact
		}
		return text + "\n\nHow to reach us: " + contact
	}
	return text
}

// smallTalk answers what is no question about the sources: greetings, thanks, farewells, who
// is there. It only takes messages that are nothing else.
func smallTalk(text, language string, b bot.Bot, s bot.Settings) (string, bool) {
	words := strings.Join(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return strings.ContainsRune(" \t\n.,;:!?-–…'’\"„“”()👋🙂😊👍🙏", r)
	}), " ")
	kind, ok := phrases[words]
	if !ok {
		return "", false
	}
	if kind.language != "" {
		language = kind.language
	}
	if language != "de" {
		language = "en"
	}
	answer := replies[language][kind.topic]
	if kind.topic == "greeting" {
		if own := s.Greeting[language]; own != "" {
			answer = own
		}
	}
	return strings.ReplaceAll(answer, "{bot}", b.Name), true
}

type phrase struct{ topic, language string }

var phrases = func() map[string]phrase {
	m := map[string]phrase{}
	for topic, lists := range map[string]map[string]string{
		"greeting": {
			"":   "hi|hey|hallo hallo|hello hello",
			"de": "hallo|guten tag|guten morgen|guten abend|moin|moin moin|servus|grüß gott|grüezi|hallo zusammen|hallo guten tag|tag|hi guten tag|guten tag zusammen",
			"en": "hello|good morning|good afternoon|good evening|hi there|hello there|hey there|good day",
		},
		"thanks": {
			"de": "danke|danke schön|dankeschön|vielen dank|danke sehr|besten dank|herzlichen dank|super danke|ok danke|okay danke|alles klar danke|danke für die hilfe|danke für ihre hilfe|danke das hilft|prima danke|vielen lieben dank",
			"en": "thanks|thank you|thank you very much|thanks a lot|many thanks|ok thanks|okay thanks|great thanks|perfect thanks|thanks for your help|thank you so much|cheers",
		},
		"farewell": {
			"":   "ciao|bye bye",
			"de": "tschüss|tschüß|auf wiedersehen|bis bald|tschau|schönen tag noch|einen schönen tag noch|servus bis bald",
			"en": "bye|goodbye|see you|see you later|have a nice day|good bye",
		},
		"identity": {
			"de": "wer bist du|wer sind sie|bist du ein mensch|sind sie ein mensch|bist du ein roboter|bist du eine ki|sind sie eine ki|mit wem spreche ich|mit wem schreibe ich|was kannst du|was können sie|was kannst du alles|bist du echt|spreche ich mit einem menschen",
			"en": "who are you|are you human|are you a human|are you a robot|are you a bot|are you an ai|am i talking to a human|am i talking to a person|what can you do|what are you|are you real",
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

var replies = map[string]map[string]string{
	"de": {
		"greeting": "Guten Tag! Was möchten Sie wissen?",
		"thanks":   "Gern geschehen. Fragen Sie ruhig weiter, wenn noch etwas offen ist.",
		"farewell": "Auf Wiedersehen und alles Gute.",
		"identity": "Ich bin {bot}, ein KI-Assistent und kein Mensch. Ich beantworte Fragen aus den Inhalten dieser Website und nenne die Quellen dazu. Dabei kann ich mich irren.",
	},
	"en": {
		"greeting": "Hello! What would you like to know?",
		"thanks":   "You're welcome. Just ask if anything else comes up.",
		"farewell": "Goodbye, and all the best.",
		"identity": "I am {bot}, an AI assistant, not a human. I answer questions from the contents of this website and name the sources. I can make mistakes.",
	},
}
