package conversation

import (
	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/retrieve/word"
)

// answerLanguage is the language the visitor has asked for, now or before, else the question's if
// it shows one, else the one spoken so far, else the interface's.
func answerLanguage(q *Question, history []Message) string {
	if wish := languageWish(q.Text); wish.language != "" {
		return wish.language
	}
	for i := len(history) - 1; i >= 0; i-- {
		if history[i].Role != Visitor {
			continue
		}
		if wish := languageWish(history[i].Text); wish.language != "" {
			return wish.language
		}
	}
	if l, sure := word.Language(q.Text); (l == "de" || l == "en") && sure >= 0.5 {
		return l
	}
	guess, sure := retrieve.GermanOrEnglish(q.Text)
	if sure >= 2 {
		return guess
	}
	for i := len(history) - 1; i >= 0; i-- {
		if history[i].Role == Visitor && history[i].Language != "" {
			return history[i].Language // one word in a conversation may be a name of the site
		}
	}
	if sure > 0 {
		return guess
	}
	return q.Language
}

// spoken says in which languages the bot answers, "" to who asks in one of them.
func spoken(question string) string {
	if l, sure := word.Language(question); l == "" || l == "de" || l == "en" || sure < 0.5 {
		return ""
	}
	return "Ich antworte auf Deutsch und Englisch. – I answer in German and English.\n\n"
}

// refusal says kindly that the sources hold no answer, shows what comes nearest to one, if anything does,
// and says where to turn to.
func refusal(language, near, contact string) string {
	switch {
	case language == "de" && near != "":
		return "Eine sichere Antwort darauf habe ich in unseren Informationen nicht gefunden. Am nächsten kommt diese Stelle:\n\n" + near + reached(language, contact)
	case language == "de":
		return "Dazu habe ich in unseren Informationen leider nichts gefunden, und raten möchte ich nicht. Vielleicht fragen Sie es noch einmal mit anderen Worten?" + reached(language, contact)
	case near != "":
		return "I did not find a sure answer to this in our information. This comes nearest:\n\n" + near + reached(language, contact)
	}
	return "Sorry, I could not find anything about this in our information, and I would rather not guess. Perhaps you can ask it in other words?" + reached(language, contact)
}

// reached says how people are reached, "" if nobody said so.
func reached(language, contact string) string {
	switch {
	case contact == "":
		return ""
	case language == "de":
		return "\n\nSo erreichen Sie uns: " + contact
	}
	return "\n\nHow to reach us: " + contact
}

// contact is how the bot's settings say that people are reached, else how the site says so itself.
// index may be nil.
func contact(s bot.Settings, index *retrieve.Index, language string) string {
	if own := s.Contact[language]; own != "" || index == nil {
		return own
	}
	return index.Contact(language)
}
