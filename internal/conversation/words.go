package conversation

import (
	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/retrieve/word"
)

// answerLanguage is the language the visitor has asked for, now or before, else the question's if
// it shows one, else the one spoken so far, else the interface's.
func answerLanguage(q Question, history []Message) string {
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
