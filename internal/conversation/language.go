package conversation

import (
	"strings"

	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/retrieve/word"
)

// answerLanguage is the language the visitor has asked for, now or before (in it, until they write a whole sentence in
// the other one), else the question's if
// it shows one, else the one spoken so far, else the interface's.
func answerLanguage(q *Question, history []Message) string {
	if wish := languageWish(q.Text); wish.language != "" {
		return wish.language
	}
	turned := clearly(q.Text)
	for i := len(history) - 1; i >= 0; i-- {
		if history[i].Role != Visitor {
			continue
		}
		if wish := languageWish(history[i].Text); wish.language != "" {
			if in, _ := retrieve.GermanOrEnglish(history[i].Text); turned != "" && in == wish.language {
				return turned // "Can you answer in English?" wishes for no more than the language it is in
			}
			return wish.language
		}
		if turned == "" {
			turned = clearly(history[i].Text)
		}
	}
	l, sure := word.Language(q.Text)
	if (l == "de" || l == "en") && sure >= 0.5 {
		return l
	}
	var guess string
	var words int
	if l == "" || sure <= 0.5 { // a question in Spanish has words that are German or English, too
		guess, words = retrieve.GermanOrEnglish(q.Text)
	}
	if words >= 2 {
		return guess
	}
	for i := len(history) - 1; i >= 0; i-- {
		if history[i].Role == Visitor && history[i].Language != "" {
			return history[i].Language // one word in a conversation may be a name of the site
		}
	}
	if words > 0 {
		return guess
	}
	return q.Language
}

// wholeSentence is how many words make sure which language somebody has gone over to.
const wholeSentence = 4

// clearly is the language, German or English, of a whole sentence that is in no other; "" of any other text.
func clearly(text string) string {
	if l, sure := word.Language(text); (l == "de" || l == "en") && sure > 0.5 && len(strings.Fields(text)) >= wholeSentence {
		return l
	}
	return ""
}

// spoken says in which languages the bot answers, "" to who asks in one of them.
func spoken(question string) string {
	if l, sure := word.Language(question); l == "" || l == "de" || l == "en" || sure < 0.5 {
		return ""
	}
	return "Ich antworte auf Deutsch und Englisch. – I answer in German and English.\n\n"
}
