package conversation

import (
	"cmp"
	"strings"

	"github.com/webchatagent/wca/internal/bilingual"
)

// An aside is about the conversation itself and names nothing that could be looked for: "kürzer bitte",
// "warum?", "say that again". It goes on about the question before. A model, which knows what was said,
// gets that question's passages; who only quotes says what it can do.
type aside struct{ kind, language string }

// again asks for nothing but the answer before.
const again = "again"

// asideOf reads a message that is nothing else; its kind is "" for any other.
func asideOf(text string) aside {
	words := bareWords(text)
	if a, ok := asides[words]; ok {
		return a
	}
	if repeating.made(strings.Fields(words)) {
		return aside{kind: again}
	}
	return aside{}
}

// repeating is how people ask to be told again.
var repeating = talk{again, words(`wiederhole wiederholen wiederhol wiederholst wiederholung nochmal nochmals repeat again`),
	words(`das dies es mir bitte sag sage sagen sagst können könnten sie kannst könntest du die letzte letzten deine ihre antwort hallo hi entschuldigung mal noch einmal
	please can could you that it this say tell me the last your answer sorry once`)}

var asides = func() map[string]aside {
	m := map[string]aside{}
	for kind, lists := range map[string]map[string]string{
		again: {
			"de": "noch einmal|noch einmal bitte|bitte noch einmal|noch mal|noch mal bitte|was hast du gesagt|was haben sie gesagt|sag das noch mal|sagen sie das noch einmal|sag das noch einmal|wie bitte",
			"en": "once more|one more time|come again|pardon|what did you say|what was that",
		},
		"yes": {
			"de": "ja|jo|jawohl|ja bitte|bitte|ja gern|ja gerne|gern|gerne|ja genau|genau|klar|na klar|ja klar|natürlich|jap|jep|doch",
			"en": "yes|yeah|yep|yup|yes please|please|sure|of course|exactly|correct|yes sure",
		},
		"shorter": {
			"de": "kürzer|kürzer bitte|bitte kürzer|geht das kürzer|geht das auch kürzer|geht es kürzer|geht es auch kürzer|geht s kürzer|geht s auch kürzer|kurzfassung|kurzfassung bitte|zusammenfassung|zusammenfassung bitte|fass das zusammen|fass dich kurz|fassen sie sich kurz|fassen sie das zusammen|fasse das zusammen|fasse das kurz zusammen|das ist zu lang|zu lang|einfacher bitte|einfacher|bitte einfacher|bitte kurz|kurz bitte",
			"en": "shorter|shorter please|make it shorter|can you make it shorter|in short|in short please|tl dr|tldr|summary|summary please|summarize|summarise|summarize that|summarise that|too long|that is too long|that s too long|be brief|briefly please|simpler|simpler please",
		},
		"unclear": {
			"de": "das verstehe ich nicht|verstehe ich nicht|verstehe das nicht|verstehe nicht|ich verstehe nicht|ich verstehe das nicht|ich verstehe es nicht|das versteh ich nicht|versteh ich nicht|das habe ich nicht verstanden|habe ich nicht verstanden|ich habe das nicht verstanden|nicht verstanden|das kapiere ich nicht|kapiere ich nicht|das ist mir unklar|unklar|hä|häh|was meinst du|was meinst du damit|was meinen sie|was meinen sie damit|was heißt das|was heißt das denn|was bedeutet das|was soll das heißen|was soll das bedeuten|kannst du das erklären|können sie das erklären|erkläre das|erklär das|erklären sie das|erklären sie das bitte|bitte erklären",
			"en": "i don t understand|i do not understand|i don t understand that|i do not understand that|i don t understand this|i don t get it|i didn t get that|i did not understand|i didn t understand|i didn t understand that|unclear|that is unclear|that s unclear|huh|what do you mean|what do you mean by that|what does that mean|what does this mean|can you explain|can you explain that|could you explain that|explain|explain that|explain please|please explain",
		},
		"why": {
			"de": "warum|wieso|weshalb|warum denn|wieso denn|warum das|wieso das|warum ist das so|wieso ist das so|weshalb das|und warum|und wieso|aber warum|warum nicht|wieso nicht|und warum nicht|wie kommt das",
			"en": "why|why is that|why so|how come|but why|and why|why not|and why not|why that",
		},
		"more": {
			"de": "und|und weiter|weiter|mehr|mehr bitte|mehr dazu|mehr infos|mehr informationen|ja und|na und|und jetzt|und dann|und nun|was noch|noch was|noch etwas|sonst noch was|sonst noch etwas|und sonst|und was noch|ist das alles|war das alles|das ist alles|genauer|genauer bitte|bitte genauer|geht das genauer|etwas genauer|ausführlicher|ausführlicher bitte",
			"en": "and|and then|and now|so|so what|go on|continue|more|more please|tell me more|more info|more information|more details|what else|anything else|is that all|is that it|that s it|in more detail|more detail please|be more specific",
		},
		"sure": {
			"de": "wirklich|echt|sicher|ganz sicher|ehrlich|ist das sicher|ist das wahr|stimmt das|stimmt das wirklich|stimmt das auch|stimmt das so|bist du sicher|sind sie sicher|bist du dir sicher|sind sie sich sicher|bist du da sicher|woher weißt du das|woher wissen sie das",
			"en": "really|for real|are you sure|are you sure about that|is that true|is that right|is that correct|is this correct|how do you know|how do you know that|seriously",
		},
	} {
		for language, list := range lists {
			for words := range strings.SplitSeq(list, "|") {
				m[words] = aside{kind, language}
			}
		}
	}
	return m
}()

// goneOn is what an aside is answered with by who only quotes; "" where the answer before is looked for
// again. Without a question before, whoever answers asks for one.
func (x *exchange) goneOn(contact func() string) (answer, in string) {
	a := asideOf(x.Text)
	if a.kind == "" {
		return "", ""
	}
	in = "en"
	if cmp.Or(a.language, x.language) == "de" {
		in = "de"
	}
	switch {
	case questionBefore(x.history) == "":
		return replies["nothing"].In(in), in
	case !x.settings.Settings.Model.Quotes() || a.kind == again:
		return "", ""
	case a.kind == "yes":
		return replies["nothing"].In(in), in
	}
	answer = quoting[a.kind].In(in)
	if a.kind != "shorter" && a.kind != "more" {
		answer += reached(in, contact())
	}
	return answer, in
}

// quoting is what who only quotes says to asides.
var quoting = map[string]bilingual.Text{
	"shorter": bilingual.Of(
		"Kürzer oder einfacher sagen kann ich es leider nicht: Ich gebe nur wieder, was auf dieser Website steht. Fragen Sie gern nach einer Einzelheit daraus.",
		"I am sorry, I cannot put it more briefly or simply: I only quote what this website says. Just ask about a detail of it."),
	"unclear": bilingual.Of(
		"Das tut mir leid. Mit eigenen Worten erklären kann ich es nicht: Ich gebe nur wieder, was auf dieser Website steht. Fragen Sie gern nach einer Einzelheit, oder wenden Sie sich an unser Team.",
		"I am sorry about that. I cannot explain it in words of my own: I only quote what this website says. Just ask about a detail, or turn to our team."),
	"why": bilingual.Of(
		"Begründen kann ich es leider nicht: Ich gebe nur wieder, was auf dieser Website steht. Fragen Sie am besten in einem ganzen Satz, worum es Ihnen geht.",
		"I am sorry, I cannot give reasons for it: I only quote what this website says. It is best to ask in a whole sentence what you would like to know."),
	"more": bilingual.Of(
		"Mehr kann ich dazu nicht sagen: Ich gebe nur wieder, was auf dieser Website steht. Fragen Sie gern nach einer Einzelheit, am besten in einem ganzen Satz.",
		"I cannot say more about it: I only quote what this website says. Just ask about a detail, best in a whole sentence."),
	"sure": bilingual.Of(
		"Ich gebe nur wieder, was auf dieser Website steht. Wenn Sie ganz sicher sein möchten, fragen Sie bitte unser Team.",
		"I only quote what this website says. If you need to be certain, please ask our team."),
}

// goesOn reports whether a message asks nothing of its own and goes on about the question before.
func goesOn(text string) bool { return languageWish(text).only || asideOf(text).kind != "" }

// questionBefore is the last thing that a visitor has asked, "" if nothing.
func questionBefore(history []Message) string {
	for i := len(history) - 1; i >= 0; i-- {
		if m := &history[i]; m.Role == Visitor && m.Text != "" && !goesOn(m.Text) && !greets(m.Text) {
			return m.Text
		}
	}
	return ""
}
