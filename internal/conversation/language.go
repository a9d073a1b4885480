package conversation

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/word"
)

// answerLanguage is the language that shows, else the interface's.
func answerLanguage(q *Question, history []Message, offered []string) string {
	return cmp.Or(shownLanguage(q.Text, history, offered), q.Language)
}

// siteLanguage is the language of nearly all that the bot knows, where the interface offers it: "half term dates" is
// English where all pages are, whatever the browser speaks. It is "" where the index cannot be had; the answer says so.
func (d *Desk) siteLanguage(ctx context.Context, x *exchange) string {
	index, err := d.Indexes.Index(ctx, x.Bot)
	if err != nil || index == nil {
		return ""
	}
	if l := index.Language(); offers(x.settings.Settings.Languages, l) {
		return l
	}
	return ""
}

// offers says whether the interface of a bot speaks a language; of one that says nothing of it, it does.
func offers(languages []string, language string) bool {
	return len(languages) == 0 || slices.Contains(languages, language)
}

// shownLanguage is the language the visitor has asked for, now or before (in it, until they write a whole sentence in
// the other one), else the question's if it shows one, else the one spoken so far; "" if none shows. Who writes in a
// language that the bot does not speak gets English where the interface offers it: more of them read that than German.
func shownLanguage(text string, history []Message, offered []string) string {
	if wish := languageWish(text); wish.language != "" {
		return wish.language
	}
	turned := clearly(text)
	for i := len(history) - 1; i >= 0; i-- {
		if history[i].Role != Visitor {
			continue
		}
		if wish := languageWish(history[i].Text); wish.language != "" {
			if in, _ := retrieve.GermanOrEnglish(history[i].Text); turned != "" && in == wish.language {
				break // "Can you answer in English?" wishes for no more than the language it is in
			}
			return wish.language
		}
		if turned == "" {
			turned = clearly(history[i].Text)
		}
	}
	l, sure := word.Language(text)
	if (l == "de" || l == "en") && sure >= 0.5 {
		return l
	}
	var guess string
	var words int
	if l == "" || sure <= 0.5 { // a question in Spanish has words that are German or English, too
		guess, words = retrieve.GermanOrEnglish(text)
	}
	if words >= 2 {
		return guess
	}
	for i := len(history) - 1; i >= 0; i-- {
		if history[i].Role == Visitor && history[i].Language != "" {
			return history[i].Language // one word in a conversation may be a name of the site
		}
	}
	switch {
	case foreign(text) && offers(offered, "en"):
		return "en"
	case words > 0:
		return guess
	}
	return ""
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

// foreign says whether a text is in a language that the bot does not speak. Which one need not be sure: "Quanto costa?"
// is no German.
func foreign(text string) bool {
	l, sure := word.Language(text)
	if l == "" || l == "de" || l == "en" {
		return false
	}
	if sure > 0.5 {
		return true
	}
	n := len(word.Tokens(text, l))
	if _, words := retrieve.GermanOrEnglish(text); words == 0 && n >= wholeSentence && sure >= 0.25 {
		return true
	}
	return sure == 0.5 && n >= 3 // "ok" is a word of Hungarian
}

// spoken says in which languages the bot answers, "" to who asks in one of them.
func spoken(question string) string {
	if !foreign(question) {
		return ""
	}
	return "Ich antworte auf Deutsch und Englisch. – I answer in German and English.\n\n"
}
