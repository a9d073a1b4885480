package retrieve

import (
	"cmp"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// What a follow-up says takes the place of what the question before it said: "am Samstag" that of "am Montag".

// keep drops from the earlier question what the new one replaces: the weekday, when it names another,
// the place ("und im Gewerbegebiet?"), and the thing of which a price or the existence was asked ("und
// Kaffee?").
func keep(earlier, text string) string {
	lang, _ := word.Language(earlier + " " + text)
	tokens, before := word.Tokens(text, lang), word.Tokens(earlier, lang)
	drop := make([]bool, len(before))
	if slices.ContainsFunc(tokens, isDay) {
		for i, t := range before {
			drop[i] = isDay(t)
		}
	}
	if len(whereabouts(tokens)) > 0 {
		for _, at := range whereabouts(before) {
			for i := at[0]; i < at[1]; i++ {
				drop[i] = true
			}
		}
	}
	if bareThing(tokens) && onlyDetail(before) && !slices.ContainsFunc(before, measures) {
		return "" // another thing is not for those that the one before is for
	}
	if bareThing(tokens) {
		for _, i := range replaceable(before, lang) {
			drop[i] = true
		}
	}
	if otherKind(tokens, lang) {
		for _, i := range kinds(before) {
			drop[i] = true
		}
	}
	for _, i := range ofDetail(before, tokens, lang) {
		drop[i] = true
	}
	var b strings.Builder
	last := 0
	for i, t := range before {
		if drop[i] {
			b.WriteString(earlier[last:t.Start])
			last = t.End
		}
	}
	b.WriteString(earlier[last:])
	return b.String()
}

// AboutDays reports whether a question names a weekday or asks when there is open.
func AboutDays(text string) bool {
	lang, _ := word.Language(text)
	tokens := word.Tokens(text, cmp.Or(lang, "de"))
	return slices.ContainsFunc(tokens, func(t word.Token) bool { return isDay(t) || stated.IsOpening(t.Text) })
}

// OnlyPlace reports whether a question is nothing but another place: "und in Nordstemmen?"
func OnlyPlace(text string) bool {
	lang, _ := word.Language(text)
	rest := behindGoingOn(word.Tokens(text, cmp.Or(lang, "de")))
	at := places(rest)
	return len(at) == 1 && at[0][0] == 0 && at[0][1] == len(rest)
}

func isDay(t word.Token) bool { return stated.IsWeekday(t.Text) && len(t.Text) > 3 }

var (
	placePrepositions = wordlist.Set("in im am an auf bei beim zum nach at to")
	leading           = wordlist.Set(`der die das dem den ein eine einen einem einer the a an ihr ihre ihrer ihrem ihren eure eurer eurem unserer unserem`)
	// about are words for what may be asked of a thing: "und die Dauer?" goes on about the same one.
	about = wordlist.Set(`dauer termin termine beginn ende ort anmeldung voraussetzung voraussetzungen ablauf rabatt rabatte ermassigung versand lieferung lieferzeit grosse farbe farben
		duration date dates start end place registration requirements discount discounts shipping delivery size colour color`)
	// qualities are how a thing may be: "und vegan?" asks for the same one.
	qualities = wordlist.Set(`vegan vegetarisch glutenfrei laktosefrei zuckerfrei alkoholfrei koscher halal bio online digital gebraucht barrierefrei
		vegetarian gluten dairy lactose sugar alcohol free kosher organic used wheelchair accessible`)
)

// places are the token ranges of phrases of place: "am Marktplatz", "in der Filiale Nord".
func places(tokens []word.Token) (out [][2]int) {
	for i := 0; i < len(tokens); i++ {
		if !placePrepositions[tokens[i].Text] {
			continue
		}
		from := i + 1
		for from < len(tokens) && leading[tokens[from].Text] {
			from++
		}
		end := from
		for end < len(tokens) && tokens[end].Capital && tokens[end].Kind == word.Letters && stated.DayWord(tokens[end].Text) == 0 && !stated.IsMonth(tokens[end].Text) && !stated.IsFeast(tokens[end].Text) {
			end++
		}
		if end > from {
			out = append(out, [2]int{i, end})
			i = end - 1
		}
	}
	return out
}

// whereabouts are the token ranges of phrases of place and of branches: "Filiale Nord", "den Salon Altstadt".
func whereabouts(tokens []word.Token) [][2]int {
	out := places(tokens)
	for i := 0; i < len(tokens); i++ {
		end := i + 1
		for ownPlaces[tokens[i].Text] && end < len(tokens) && tokens[end].Capital && tokens[end].Kind == word.Letters && stated.DayWord(tokens[end].Text) == 0 {
			end++
		}
		if end > i+1 {
			out = append(out, [2]int{i, end})
			i = end - 1
		}
	}
	return out
}

// goingOn are how a question goes on to another thing, the longest first.
var goingOn = [][]string{
	{"und", "was", "ist", "mit"}, {"und", "wie", "ist", "es", "mit"}, {"was", "ist", "mit"}, {"wie", "ist", "es", "mit"}, {"wie", "siehts", "mit"}, {"and", "what", "about"}, {"and", "how", "about"},
	{"what", "about"}, {"how", "about"}, {"und"}, {"and"}, {"oder"}, {"or"},
}

// behindGoingOn are the tokens of a question behind the words by which it goes on, nil if it does not.
func behindGoingOn(tokens []word.Token) []word.Token {
	for _, words := range goingOn {
		if len(tokens) > len(words) && slices.EqualFunc(tokens[:len(words)], words, func(t word.Token, w string) bool { return t.Text == w }) {
			return tokens[len(words):]
		}
	}
	return nil
}

// bareThing says whether a question is nothing but another thing: "und ein Kaffee?", "what about kids?"
func bareThing(tokens []word.Token) bool {
	rest := behindGoingOn(tokens)
	if len(rest) == 0 || len(rest) > 4 || factsAsked(rest) != 0 || endsDoing(rest) || kindOf(rest) {
		return false
	}
	for len(rest) > 0 && leading[rest[0].Text] {
		rest = rest[1:]
	}
	named := func(t word.Token) bool { return !qualities[t.Text] && t.Text != "auch" && t.Text != "also" }
	return slices.ContainsFunc(rest, named) && !slices.ContainsFunc(rest, func(t word.Token) bool {
		return ways[t.Text] != wayOther || placePrepositions[t.Text] || detailing[t.Text] || pronouns[t.Text] || about[t.Text] || stated.DayWord(t.Text) != 0 || measures(t)
	})
}

// endsDoing says whether words end with a German infinitive behind its object: "selber Kuchen mitbringen".
func endsDoing(tokens []word.Token) bool {
	n := len(tokens)
	return n > 1 && tokens[n-2].Capital && !tokens[n-1].Capital && len(tokens[n-1].Text) > 4 && strings.HasSuffix(tokens[n-1].Text, "en")
}

// kindOf says whether words name another kind of the same thing in English: "a bigger one", "the large ones".
func kindOf(tokens []word.Token) bool {
	for i := range tokens {
		if i > 0 && standsForThing(tokens, i) && !word.Stop("en", tokens[i-1].Text) {
			return true
		}
	}
	return false
}

// otherKind says whether a question names another kind of what was asked about by nothing but an adjective: "und die
// größere mit Führung?", "und was kostet der kleine?", "how much is the bigger one?"
func otherKind(tokens []word.Token, lang string) bool {
	if lang != "de" {
		return kindOf(tokens)
	}
	for i, t := range tokens {
		if i == 0 || !leading[tokens[i-1].Text] || t.Capital || word.Stop(lang, t.Text) || !declined(t.Text) {
			continue
		}
		if i+1 == len(tokens) || placePrepositions[tokens[i+1].Text] || detailing[tokens[i+1].Text] {
			return true
		}
	}
	return false
}

func declined(folded string) bool {
	return len(folded) > 3 && slices.ContainsFunc([]string{"e", "en", "er", "es"}, func(end string) bool { return strings.HasSuffix(folded, end) })
}

// sized are English adjectives that tell things of a kind apart.
var sized = wordlist.Set(`small smaller smallest little big bigger biggest large larger largest medium short shorter shortest long longer longest
	cheap cheaper cheapest expensive new old single double normal standard regular full half`)

// kinds are the places of the adjectives between an article and its noun.
func kinds(tokens []word.Token) (out []int) {
	for i := 1; i+1 < len(tokens); i++ {
		if leading[tokens[i-1].Text] && sized[tokens[i].Text] && !word.Stop("en", tokens[i+1].Text) {
			out = append(out, i)
		}
		if leading[tokens[i-1].Text] && !tokens[i].Capital && declined(tokens[i].Text) && tokens[i+1].Capital {
			out = append(out, i)
		}
	}
	return out
}

// detailing are prepositions by which a question tells more of a thing: "und für Kinder?" asks about the same thing
// for others, "und mit Fango?" with more, "and for six weeks?" for another time.
var detailing = wordlist.Set("fur mit ohne pro per ab seit uber unter gegen for with without per from over under by")

// ofDetail are the places of the tokens of a question that what the new one says after the same preposition stands for:
// of "Was kostet eine Impfung für Katzen?" those of "für Katzen" where "und für Hunde?" follows.
func ofDetail(before, tokens []word.Token, lang string) (out []int) {
	if len(tokens) > 5 {
		return nil
	}
	at := slices.IndexFunc(tokens, func(t word.Token) bool { return detailing[t.Text] })
	if at < 0 || at > 1 {
		return nil
	}
	for i := range before {
		if before[i].Text != tokens[at].Text {
			continue
		}
		for end := i; end < len(before) && (end == i || leading[before[end].Text] || !word.Stop(lang, before[end].Text)); end++ {
			out = append(out, end)
			if end > i && !leading[before[end].Text] && before[end].Kind != word.Number {
				break // "for a cat next week" keeps the week
			}
		}
	}
	return out
}

// replaceable are the places of the tokens of a question that name a thing another may stand for.
func replaceable(tokens []word.Token, lang string) (out []int) {
	if stated.AmountAsked(tokens) != stated.AmountPrice && !bareThing(tokens) {
		if i := thing(tokens, lang); i >= 0 {
			return []int{i}
		}
		return nil
	}
	behind := map[int]bool{}
	for _, at := range places(tokens) {
		for i := at[0]; i < at[1]; i++ {
			behind[i] = true
		}
	}
	for i, t := range tokens {
		noun := t.Capital && lang != "en" || lang == "en" && i > 0 && leading[tokens[i-1].Text]
		if i > 0 && noun && !behind[i] && !leading[t.Text] && factWords[t.Text] == 0 {
			out = append(out, i)
		}
	}
	return out
}

// measures says whether a word is part of a figure: how much or for how long stays the same of another thing.
func measures(t word.Token) bool { return t.Kind == word.Number || stated.IsFigure(t.Text) }
