package retrieve

import (
	"cmp"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// A question that cannot be understood alone takes over words from its predecessor: "und am Samstag?",
// "what about Saturday?", "was kostet das?".

// Standing is the question with the words that it borrows from earlier ones, so
// that it can be understood alone.
func (q Query) Standing() string { return withContext(q).Text }

// borrows says whether a question cannot be understood without earlier ones.
func borrows(q Query) bool {
	return len(q.Context) > 0 && leans(q.Text) && !placeAfterPrice(q)
}

// withContext adds the words a leaning question borrows to its text.
func withContext(q Query) Query {
	if !borrows(q) {
		return q
	}
	if asksWayThere(q.Text) {
		return withPlace(q)
	}
	asked := q.Text
	// The nearest question that stands on its own, and those between: what each names is replaced by what comes after it.
	for i := len(q.Context) - 1; i >= 0 && i >= len(q.Context)-3; i-- {
		earlier := q.Context[i]
		q.Text += "\n" + keep(keep(earlier, q.Text), asked)
		if !leans(earlier) {
			break
		}
	}
	q.Context = nil
	return q
}

var (
	// thither stand for a place that was named; going are words by which somebody asks how to come or to park there.
	thither = wordlist.Set("da dort dorthin dahin hin there")
	going   = wordlist.Set("hin dorthin dahin komm komme kommt kommen parke parken parkt parkplatz parkplatze get reach park parking")
)

// asksWayThere says whether a question asks how to come to a place that was named, or to park there, and points back to
// nothing else: "wie komm ich da hin?"
func asksWayThere(text string) bool {
	lang, _ := word.Language(text)
	tokens := word.Tokens(text, cmp.Or(lang, "de"))
	there, goes := false, false
	for i, t := range tokens {
		switch {
		case i > 0 && expletives[tokens[i-1].Text] == t.Text, addresses(tokens, i):
		case thither[t.Text]:
			there = true
		case pronouns[t.Text]:
			return false
		}
		goes = goes || going[t.Text]
	}
	return there && goes
}

// withPlace adds the place that was named last, if any: of what else was asked there nothing is asked any more.
func withPlace(q Query) Query {
	for _, earlier := range slices.Backward(q.Context) {
		lang, _ := word.Language(earlier)
		tokens := word.Tokens(earlier, cmp.Or(lang, "de"))
		if all := whereabouts(tokens); len(all) > 0 {
			q.Text += "\n" + earlier[tokens[all[0][0]].Start:tokens[all[0][1]-1].End]
			break
		}
	}
	q.Context = nil
	return q
}

// bareWhere are the words of a question that asks where something is and does not say what.
var bareWhere = wordlist.Set("wo ist sind liegt das es die denn genau eigentlich und where is are that it they this exactly and")

// There is a question that points back with nothing but a word for a place, and names something itself, with that place
// and without what else was asked before: "Gibt es dort WLAN?", "Kann ich da meinen Hund mitbringen?"
func (q Query) There() (Query, bool) {
	if len(q.Context) == 0 || len(namedThere(q.Text)) == 0 {
		return q, false
	}
	return withPlace(q), true
}

// Names says whether the best quote of what was found, or what stands above it, has one of the words by which such a
// question names something: else it is of what was asked before.
func (ix *Index) Names(found Results, q Query) bool {
	quotes := ix.Quote(found, 1)
	if len(quotes) == 0 {
		return false
	}
	p := quotes[0].Passage
	said := strings.Join(append(slices.Clone(p.Headings), p.Title, quotes[0].Text), "\n")
	stems := namedThere(q.Text)
	return slices.ContainsFunc(word.Tokens(said, p.Language), func(t word.Token) bool {
		return slices.ContainsFunc(stems, func(stem string) bool { return strings.Contains(t.Text, stem) })
	})
}

// namedThere are the stems of the words by which a question names something, if it has a word for a place that was named
// and no other pronoun.
func namedThere(text string) (stems []string) {
	lang, _ := word.Language(text)
	lang = cmp.Or(lang, "de")
	tokens := word.Tokens(text, lang)
	there := false
	for i, t := range tokens {
		switch {
		case i > 0 && expletives[tokens[i-1].Text] == t.Text, addresses(tokens, i):
		case thither[t.Text]:
			there = true
		case pronouns[t.Text]:
			return nil
		case i > 0 && !word.Stop(lang, t.Text) && t.Kind == word.Letters && (t.Capital || lang != "de"):
			stems = append(stems, word.Stem(lang, t))
		}
	}
	if !there {
		return nil
	}
	return stems
}

// placeAfterPrice says whether a question asks no more than where that is of which the price was asked before. Who has
// heard a price asks where to go; the words of that question would find the price again.
func placeAfterPrice(q Query) bool {
	lang, _ := word.Language(q.Text)
	where := false
	for _, t := range word.Tokens(q.Text, lang) {
		if !bareWhere[t.Text] {
			return false
		}
		where = where || ways[t.Text] == wayWhere
	}
	before := q.Context[len(q.Context)-1]
	lang, _ = word.Language(before)
	return where && stated.AmountAsked(word.Tokens(before, lang)) == stated.AmountPrice
}

// WithEarlier is the question behind those it cannot be understood without, oldest first, so that who reads
// it knows what was asked: "Impft ihr Katzen? – Brauche ich dafür einen Termin?"
func (q Query) WithEarlier() string {
	if !borrows(q) {
		return q.Text
	}
	first := len(q.Context) - 1
	for first > 0 && first > len(q.Context)-3 && leans(q.Context[first]) {
		first--
	}
	return strings.Join(append(slices.Clone(q.Context[first:]), q.Text), " – ")
}

// Alone is a question without the earlier ones, if it begins with "and" or points back with a word like
// "dafür", and asks something of its own: "und wie ist die Telefonnummer?", "Brauche ich dafür einen Termin?"
func (q Query) Alone() (Query, bool) {
	if text, ok := unpointed(q.Text); ok && len(q.Context) > 0 && !leans(text) {
		q.Text, q.Context = text, nil
		return q, true
	}
	if lang, _ := word.Language(q.Text); len(q.Context) > 0 && onlyDetail(word.Tokens(q.Text, lang)) {
		q.Context = nil
		return q, true
	}
	first, rest, _ := strings.Cut(strings.TrimSpace(q.Text), " ")
	first = strings.ToLower(strings.TrimRight(first, ","))
	if len(q.Context) == 0 || first != "und" && first != "aber" && first != "and" && first != "but" || leans(rest) {
		return q, false
	}
	lang, _ := word.Language(rest)
	if !slices.ContainsFunc(word.Tokens(rest, lang), func(t word.Token) bool { return ways[t.Text] != wayOther }) {
		return q, false
	}
	q.Text, q.Context = rest, nil
	return q, true
}

// pointing are words by which a question goes on about what was said and that it can do without.
var pointing = wordlist.Set("dafur dazu dabei")

// unpointed is a question without such a word, if it has one.
func unpointed(text string) (string, bool) {
	for _, t := range word.Tokens(text, "de") {
		if pointing[t.Text] {
			return text[:t.Start] + strings.TrimLeft(text[t.End:], " "), true
		}
	}
	return text, false
}

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

func isDay(t word.Token) bool { return stated.IsWeekday(t.Text) && len(t.Text) > 3 }

var (
	placePrepositions = wordlist.Set("in im am an auf bei beim zum nach at to")
	leading           = wordlist.Set(`der die das dem den ein eine einen einem einer the a an ihr ihre ihrer ihrem ihren eure eurer eurem unserer unserem`)
	// about are words for what may be asked of a thing: "und die Dauer?" goes on about the same one.
	about = wordlist.Set(`dauer termin termine beginn ende ort anmeldung voraussetzung voraussetzungen ablauf rabatt rabatte ermassigung versand lieferung lieferzeit grosse farbe farben
		duration date dates start end place registration requirements discount discounts shipping delivery size colour color`)
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
		for end < len(tokens) && tokens[end].Capital && tokens[end].Kind == word.Letters && stated.DayWord(tokens[end].Text) == 0 && !stated.IsMonth(tokens[end].Text) {
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

// bareThing says whether a question is nothing but "and" and another thing: "und ein Kaffee?"
func bareThing(tokens []word.Token) bool {
	if len(tokens) < 2 || len(tokens) > 5 || tokens[0].Text != "und" && tokens[0].Text != "and" && tokens[0].Text != "oder" && tokens[0].Text != "or" || factsAsked(tokens) != 0 {
		return false
	}
	rest := tokens[1:]
	for len(rest) > 0 && leading[rest[0].Text] {
		rest = rest[1:]
	}
	return len(rest) > 0 && !slices.ContainsFunc(rest, func(t word.Token) bool {
		return ways[t.Text] != wayOther || placePrepositions[t.Text] || detailing[t.Text] || pronouns[t.Text] || about[t.Text] || stated.DayWord(t.Text) != 0 || measures(t)
	})
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

// openers begin questions that continue the one before.
var openers = []string{
	"und ", "und,", "aber ", "oder ", "auch ", "was ist mit", "wie ist es mit", "wie sieht es", "wie siehts", "gilt das", "gilt dies", "geht das", "dann ",
	"and ", "but ", "or ", "also ", "what about", "how about", "what if", "does that", "is that", "does this", "then ", "same for",
	"warum", "wieso", "weshalb", "why", "sonst noch", "noch etwas", "anything else", "more", "mehr dazu", "genauer", "wirklich", "really",
}

// pronouns stand for something said before.
var pronouns = wordlist.Set(`das es sie er ihn ihm ihnen dies diese dieser dieses diesen diesem dazu davon dafur dabei damit daran darauf daruber darin dort da deren
dessen denen it that this they them those these there he she him her its their ones`)

// articles are pronouns that only lead to the noun behind them: "was kostet das Training".
var articles = wordlist.Set("das")

// demonstratives are articles that stand for a noun where none follows: "Wie lange gelten die?", "Gibt es
// den auch in Blau?".
var demonstratives = wordlist.Set("der die den dem")

// expletives are pronouns that stand for nothing after a word: "gibt es", "is there".
var expletives = map[string]string{"gibt": "es", "is": "there", "are": "there", "was": "there", "were": "there", "will": "there"}

// leans reports whether a question needs an earlier one to be understood: it
// begins with a continuation, or has a pronoun and hardly any words of its own,
// or is one or two words.
func leans(text string) bool {
	lower := strings.ToLower(strings.TrimSpace(text))
	lang, _ := word.Language(text)
	if lang == "" {
		lang = "de"
	}
	tokens := word.Tokens(text, lang)
	own, pronoun := ownWords(text, tokens, lang)
	if asksWhereYouAre(tokens) {
		return false
	}
	if own == 0 {
		return pronoun || len(tokens) < 4 || !everyday(tokens, lang)
	}
	if onlyHow(tokens) || onlyDetail(tokens) {
		return true
	}
	for _, o := range openers {
		if strings.HasPrefix(lower, o) && own <= 4 {
			return true
		}
	}
	return pronoun && own <= 2
}

// PointsBack reports whether a question speaks of something that was named before it: "Und was kostet es dort?", "What do
// you charge?"
func PointsBack(text string) bool {
	lang, _ := word.Language(text)
	lang = cmp.Or(lang, "de")
	tokens := word.Tokens(text, lang)
	own, pronoun := ownWords(text, tokens, lang)
	return pronoun || leans(text) || own <= 1 && stated.AmountAsked(tokens) == stated.AmountPrice
}

// ownWords counts the words by which a question says itself what it is about, and tells whether it has a pronoun for that.
func ownWords(text string, tokens []word.Token, lang string) (own int, pronoun bool) {
	for i, t := range tokens {
		switch {
		case demonstratives[t.Text]:
			pronoun = pronoun || lang == "de" && (i+1 == len(tokens) || word.Stop(lang, tokens[i+1].Text)) &&
				(i == 0 || !strings.Contains(word.Gap(text, tokens[i-1], t), ","))
		case addresses(tokens, i):
		case pronouns[t.Text]:
			noun := i+1 < len(tokens) && tokens[i+1].Capital && !word.Stop(lang, tokens[i+1].Text)
			pronoun = pronoun || !(articles[t.Text] && noun) && !(i > 0 && expletives[tokens[i-1].Text] == t.Text)
		case !word.Stop(lang, t.Text):
			own++
		}
	}
	return own, pronoun
}

// onlyDetail says whether a question is nothing but a detail of another: "für Erwachsene?", "how many kids?"
func onlyDetail(tokens []word.Token) bool {
	if len(tokens) > 1 && (tokens[0].Text == "und" || tokens[0].Text == "and") {
		tokens = tokens[1:]
	}
	if len(tokens) < 2 || len(tokens) > 3 {
		return false
	}
	if forWhom[tokens[0].Text] {
		return true
	}
	if len(tokens) == 3 && ways[tokens[0].Text] == wayHow && amounts[tokens[1].Text] {
		return !asksVerb(tokens[2].Text)
	}
	return len(tokens) == 2 && ways[tokens[0].Text] == wayAmount && !asksVerb(tokens[1].Text)
}

// measures says whether a word is part of a figure: how much or for how long stays the same of another thing.
func measures(t word.Token) bool { return t.Kind == word.Number || stated.IsFigure(t.Text) }

// forWhom are those of detailing that say nothing without what it is for; "mit Rezept?" and "ohne Termin?" do.
var forWhom = wordlist.Set("fur pro for per")

// asksVerb says whether a word is a verb or an adverb that asks something with an interrogative alone: "wie viel kostet",
// "what now".
func asksVerb(folded string) bool {
	return beginning[folded] || stated.IsCostVerb(folded) || factWords[folded] != 0
}

// asksWhereYouAre says whether a question is where those are who are asked: "Und wo seid ihr?", "where are you".
func asksWhereYouAre(tokens []word.Token) bool {
	where, you := false, false
	for i, t := range tokens {
		switch {
		case ways[t.Text] == wayWhere:
			where = true
		case spokenTo[t.Text], addresses(tokens, i):
			you = true
		case !bareWhere[t.Text] && !seeking[t.Text]:
			return false
		}
	}
	return where && you
}

var (
	spokenTo = wordlist.Set("ihr euch you")
	seeking  = wordlist.Set("seid finde findet ich man kann can i do we find")
)

// onlyHow says whether a question is nothing but how much of something: "Wie teuer?", "Und wie groß?"
func onlyHow(tokens []word.Token) bool {
	if len(tokens) > 1 && (tokens[0].Text == "und" || tokens[0].Text == "and") {
		tokens = tokens[1:]
	}
	return len(tokens) == 2 && ways[tokens[0].Text] == wayHow && (amounts[tokens[1].Text] || stated.AsksPrice(tokens[1].Text))
}

// addresses says whether the word at i is how who is asked is spoken to: "Wann haben Sie geöffnet?"
func addresses(tokens []word.Token, i int) bool {
	t := tokens[i]
	return i > 0 && (t.Text == "sie" || t.Text == "ihnen") && (t.Capital || tokens[i-1].Text == "haben")
}

// everyday reports whether a question of nothing but function words is about an everyday topic all
// the same: "Wann habt ihr auf?"
func everyday(tokens []word.Token, lang string) bool {
	finder := newTopicFinder(lang, true)
	for _, t := range tokens {
		finder.word(t, topicWord(lang, t), nil)
	}
	finder.end(0)
	return len(finder.found()) > 0
}
