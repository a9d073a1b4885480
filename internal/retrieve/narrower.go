package retrieve

import (
	"cmp"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/retrieve/analysis"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// A question that leans on others may name something of which they say nothing: "und ein Kleid?" behind one for the price of
// shortening jeans, "what if I'm a student?" The words it borrows then find what was asked before again.

// Narrower are the readings of a question that leans on others with less of them: with the one before it only, with no more
// than how that one asks, and with none, in this order; with none only where that one asks for no kind of fact, or where this one
// says of whom or on what condition. There are none if it names nothing itself, or nothing but a detail of
// what was asked ("und für Kinder?").
func (q Query) Narrower() (out []Query) {
	if !borrows(q) || len(q.named()) == 0 {
		return nil
	}
	before := q.Context[len(q.Context)-1]
	with := func(context ...string) {
		narrower := q
		narrower.Context = context
		out = append(out, narrower)
	}
	if len(q.Context) > 1 && leans(before) {
		narrower := q
		narrower.Text, narrower.Context = q.Text+"\n"+keep(before, q.Text), nil
		out = append(out, narrower)
	}
	if how := onlyAsking(before); how != "" {
		narrower := q
		narrower.Text, narrower.Context = q.Text+"\n"+how, nil
		out = append(out, narrower)
	}
	if tokens := word.Tokens(q.Text, q.namedIn()); len(out) == 0 || onlyAsking(before) == "" || saysWho(q.Text, tokens) || supposes(tokens) {
		with()
	}
	return out
}

// supposes says whether a question asks what is so if something is: "and if I'm a student?"
func supposes(tokens []word.Token) bool {
	return slices.ContainsFunc(tokens, func(t word.Token) bool { return t.Text == "wenn" || t.Text == "falls" || t.Text == "if" })
}

// onlyAsking is how a question asks without what it asks of: "was kostet es" of "Was kostet es, Jeans zu kürzen?"; "" where it
// asks for no kind of fact.
func onlyAsking(text string) string {
	lang, _ := word.Language(text)
	lang = cmp.Or(lang, "de")
	tokens := word.Tokens(text, lang)
	if factsAsked(tokens) == 0 {
		return ""
	}
	var kept []string
	for i, t := range tokens {
		if ways[t.Text] != wayOther || factWords[stated.InGerman(t.Text, lang)] != 0 || stated.IsCostVerb(t.Text) || wayed(tokens, i) {
			kept = append(kept, t.Text)
		}
	}
	return strings.Join(kept, " ")
}

// wayed says whether the word at i says with an interrogative before it what is asked for: "how much", "wie lange".
func wayed(tokens []word.Token, i int) bool {
	return i > 0 && (ways[tokens[i-1].Text] == wayHow && amounts[tokens[i].Text])
}

// named are the words by which a question that leans on others names something itself.
func (q Query) named() (out []word.Token) {
	lang := q.namedIn()
	tokens := word.Tokens(q.Text, lang)
	_, pronoun := ownWords(q.Text, tokens, lang)
	capitals := slices.ContainsFunc(tokens[min(1, len(tokens)):], func(t word.Token) bool { return t.Capital })
	price := len(q.Context) > 0 && stated.AmountAsked(stated.AskedInGerman(word.Tokens(q.Context[len(q.Context)-1], lang), lang)) == stated.AmountPrice
	for i, t := range tokens {
		switch {
		case i > 0 && forWhom[tokens[i-1].Text] || i > 1 && forWhom[tokens[i-2].Text] && leading[tokens[i-1].Text]:
		case t.Kind != word.Letters || word.Stop(lang, t.Text) || isDay(t) || measures(t) || about[t.Text] || pronouns[t.Text]:
		case i+1 < len(tokens) && titlesOf[t.Text] || isMost(tokens, i): // many have a title; who asks for the most sees all
		case !price && (namesTime(tokens, i) || stated.IsFeast(t.Text)): // hours and dates tell it
		case lang == "de" && i+1 == len(tokens) && !t.Capital && supposes(tokens): // the verb of "wenn ich zwei nehme"
		case factWords[stated.InGerman(t.Text, lang)] != 0 || asksVerb(t.Text) || ways[t.Text] != wayOther || asksOnly(t.Text, lang):
		case (lang == "en" || !capitals) && pronoun && !supposes(tokens) && !(i > 0 && leading[tokens[i-1].Text] && !pronouns[tokens[i-1].Text]): // "how long does that take" names nothing
		case lang == "de" && (capitals && !t.Capital || declined(t.Text) && !t.Capital && i > 0 && leading[tokens[i-1].Text]):
		default:
			out = append(out, t)
		}
	}
	return out
}

var (
	// someTime are times that opening hours answer without their word.
	someTime = wordlist.Set("heute morgen fruh jetzt spater today tomorrow tonight now later")
	// tooMuch stand before "late" where it is no time of the day.
	tooMuch = wordlist.Set("zu too")
)

// namesTime says whether the word at i is a time of the day, or today and the like: "mittags", unlike "zu spät".
func namesTime(tokens []word.Token, i int) bool {
	return (tellsTime(tokens[i].Text) || someTime[tokens[i].Text]) && !(i > 0 && tooMuch[tokens[i-1].Text])
}

// namedIn is the language in which a question names something.
func (q Query) namedIn() string {
	lang, _ := word.Language(q.Text)
	return cmp.Or(lang, q.Language, "de")
}

// What a named word counts in a quote, and in what stands above it.
const (
	namedThereIn = 2
	namedAbove   = 1
)

// Lacks says whether what was found for a question that leans on others has nothing of what the question itself names: it
// answers the others again.
func (ix *Index) Lacks(found Results, q Query) bool {
	return borrows(q) && len(q.named()) > 0 && ix.Named(found, q) == 0
}

// Named says how well the best quote of what was found has the words by which a question names something itself.
func (ix *Index) Named(found Results, q Query) int {
	if quotes := ix.Quote(found, 1); len(quotes) > 0 {
		n, _ := ix.tells(ix.own(q), quotes[0].Passage, quotes[0].Text)
		return n
	}
	return 0
}

// itsName is a word by which a question names something itself, with those that mean the same.
type itsName struct {
	stem string
	same []alternative
}

// own are the words by which a question names something itself.
func (ix *Index) own(q Query) (out []itsName) {
	lang := q.namedIn()
	named := q.named()
	if len(named) == 0 {
		return nil
	}
	qu := ix.parse(Query{Text: q.Text, Language: lang})
	for _, t := range named {
		name := itsName{stem: word.Stem(lang, t)}
		if at := slices.IndexFunc(qu.concepts, func(c concept) bool { return c.word == t.Text }); at >= 0 {
			name.same = qu.concepts[at].alts
		}
		out = append(out, name)
	}
	return out
}

// tells says how well a text of a passage, or what stands above it, has what a question names itself, and whether it has all of
// that.
func (ix *Index) tells(own []itsName, p *passage.Passage, text string) (n int, all bool) {
	an := analysis.Analyser{Lang: p.Language, Table: ix.table}
	said, above := word.Tokens(text, p.Language), word.Tokens(strings.Join(append(slices.Clone(p.Headings), p.Title), "\n"), p.Language)
	all = true
	for _, name := range own {
		has := func(t word.Token) bool {
			id, known := ix.vocabulary.find(an.Stem(t))
			return strings.Contains(t.Text, name.stem) || known && slices.ContainsFunc(name.same, func(a alternative) bool { return a.id == id })
		}
		switch {
		case slices.ContainsFunc(said, has):
			n += namedThereIn
		case slices.ContainsFunc(above, has):
			n += namedAbove
		default:
			all = false
		}
	}
	return n, all
}

// Closer says whether what was found for a question with the name of a thing, which it points back to, is more about that than
// what was found without: it tells of the thing, as the other does not, and says as many words of the question.
func (ix *Index) Closer(told, found Results, q Query, thing string) bool {
	if !ix.Tells(told, thing) || ix.Tells(found, thing) {
		return false
	}
	lang := q.namedIn()
	var stems []string
	tokens := word.Tokens(q.Text, lang)
	named := whoAsked(tokens) != whoNot // "who teaches that?" is answered by a name beside "Instructor"
	for i, t := range tokens {
		if i > 0 && !(named && (namedBy[t.Text] || perhapsBy[t.Text])) && !word.Stop(lang, t.Text) && !pronouns[t.Text] && !asksOnly(t.Text, lang) && factWords[stated.InGerman(t.Text, lang)] == 0 && !stated.IsCostVerb(t.Text) {
			stems = append(stems, word.Stem(lang, t))
		}
	}
	said := func(r Results) (n int) {
		text, language := ix.bestSaid(r)
		tokens := word.Tokens(text, language)
		for _, stem := range stems {
			if slices.ContainsFunc(tokens, func(t word.Token) bool { return strings.Contains(t.Text, stem) }) {
				n++
			}
		}
		return n
	}
	return said(told) >= said(found)
}

// Continues says whether what was found for a question that leans on others stands in one of the documents, by their
// addresses, from which the one before was answered, and has all that the question itself names.
func (ix *Index) Continues(found Results, q Query, addresses []string) bool {
	if len(addresses) == 0 || !borrows(q) {
		return false
	}
	quotes := ix.Quote(found, 1)
	if len(quotes) == 0 || quotes[0].Silent || !slices.Contains(addresses, quotes[0].Passage.Address) {
		return false
	}
	_, all := ix.tells(ix.own(q), quotes[0].Passage, quotes[0].Text)
	return all || otherKind(word.Tokens(q.Text, q.namedIn()), q.namedIn())
}
