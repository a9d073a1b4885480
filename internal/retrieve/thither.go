package retrieve

import (
	"cmp"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// "Wie komm ich da hin?", "Gibt es dort WLAN?": of the questions before only the place counts.

var (
	// thither stand for a place that was named; going are words by which somebody asks how to come or to park there.
	thither = wordlist.Set("da dort dorthin dahin hin there")
	going   = wordlist.Set("hin dorthin dahin komm komme kommt kommen parke parken parkt parkplatz parkplatze get reach park parking")
)

// pointsThere says whether words have one for a place that was named and point back to nothing else, and which of them are
// left without it.
func pointsThere(tokens []word.Token) (left []word.Token, ok bool) {
	for i, t := range tokens {
		switch {
		case i > 0 && expletives[tokens[i-1].Text] == t.Text, addresses(tokens, i):
		case thither[t.Text]:
			ok = true
		case pronouns[t.Text]:
			return nil, false
		default:
			left = append(left, t)
		}
	}
	return left, ok
}

// asksWayThere says whether a question asks how to come to a place that was named, or to park there, and points back to
// nothing else: "wie komm ich da hin?"
func asksWayThere(text string) bool {
	lang, _ := word.Language(text)
	tokens := word.Tokens(text, cmp.Or(lang, "de"))
	_, there := pointsThere(tokens)
	return there && slices.ContainsFunc(tokens, func(t word.Token) bool { return going[t.Text] })
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

var (
	// coming are the words of a question how to come to those who are asked, besides those for them and for where they are.
	coming = wordlist.Set(`wie komm komme kommt kommen finde findet finden ich man wir am besten schnellsten denn eigentlich zu und hin her da dort dorthin dahin hierher hierhin ihnen sie ok okay
		how do does can i we one get come go find best to and there here is it the way easiest`)
	comes    = wordlist.Set("komm komme kommt kommen finde findet finden get come go find")
	wayToYou = wordlist.Set("euch ihnen sie hin her da dort dorthin dahin hierher hierhin you there here")
	// theWay asks for what pages say of it, and less for those that say no more than an address.
	theWay = map[string][2]string{"de": {"Anfahrt mit Bus, Bahn oder Auto", "Wie ist die Anfahrt?"}, "en": {"How do I get here by bus, train or car?", "What is your address?"}}
)

// WayHere are the readings of a question how to come to those who are asked, or to the place that was named before, and asks
// nothing else: "Wie komme ich zu euch?" has no word of a page that tells the way. There are none of any other question.
func (q Query) WayHere() (out []Query) {
	lang, _ := word.Language(q.Text)
	lang = cmp.Or(lang, q.Language)
	if lang != "de" && lang != "en" {
		return nil
	}
	how, verb, here := false, false, false
	for _, t := range word.Tokens(q.Text, lang) {
		if !coming[t.Text] && !wayToYou[t.Text] {
			return nil
		}
		how, verb, here = how || ways[t.Text] == wayHow, verb || comes[t.Text], here || wayToYou[t.Text]
	}
	if !how || !verb || !here {
		return nil
	}
	for _, text := range theWay[lang] {
		reading := q
		reading.Text = text
		out = append(out, withPlace(reading))
	}
	return out
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
	said, language := ix.bestSaid(found)
	stems := namedThere(q.Text)
	if len(stems) == 0 {
		stems = namedByItself(q.Text)
	}
	return slices.ContainsFunc(word.Tokens(said, language), func(t word.Token) bool {
		return slices.ContainsFunc(stems, func(stem string) bool { return strings.Contains(t.Text, stem) })
	})
}

// Tells says whether the best quote of what was found, or what stands above it, has a name.
func (ix *Index) Tells(found Results, name string) bool {
	said, _ := ix.bestSaid(found)
	return strings.Contains(strings.ToLower(said), strings.ToLower(name))
}

// bestSaid is the best quote of what was found with what stands above it, and its language; "" where there is none.
func (ix *Index) bestSaid(found Results) (said, language string) {
	quotes := ix.Quote(found, 1)
	if len(quotes) == 0 {
		return "", ""
	}
	p := quotes[0].Passage
	return strings.Join(append(slices.Clone(p.Headings), p.Title, quotes[0].Text), "\n"), p.Language
}

// namedThere are the stems of the words by which a question names something, if it has a word for a place that was named
// and no other pronoun.
func namedThere(text string) (stems []string) {
	lang, _ := word.Language(text)
	lang = cmp.Or(lang, "de")
	tokens := word.Tokens(text, lang)
	left, there := pointsThere(tokens)
	if !there {
		return nil
	}
	for _, t := range left {
		if t.Start > tokens[0].Start && !word.Stop(lang, t.Text) && t.Kind == word.Letters && (t.Capital || lang != "de") {
			stems = append(stems, word.Stem(lang, t))
		}
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
