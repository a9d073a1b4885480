package retrieve

import (
	"github.com/webchatagent/wca/internal/retrieve/analysis"
	"github.com/webchatagent/wca/internal/retrieve/table"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
	"github.com/webchatagent/wca/internal/wordlist"
)

// openings begin questions whether there is something; the thing follows.
var openings = map[string][][2]string{
	"de": {{"gibt", "es"}, {"gibts", ""}, {"habt", "ihr"}, {"haben", "sie"}, {"hat", "es"}, {"bietet", "ihr"}, {"bieten", "sie"}, {"verkauft", "ihr"}, {"verkaufen", "sie"}, {"fuhrt", "ihr"}, {"fuhren", "sie"}, {"vermietet", "ihr"}, {"vermieten", "sie"},
		{"macht", "ihr"}, {"machen", "sie"}, {"baut", "ihr"}, {"bauen", "sie"}, {"repariert", "ihr"}, {"reparieren", "sie"}, {"behandelt", "ihr"}, {"behandeln", "sie"},
		{"nehmt", "ihr"}, {"nehmen", "sie"}, {"akzeptiert", "ihr"}, {"akzeptieren", "sie"}, {"verleiht", "ihr"}, {"verleihen", "sie"}},
	"en": {{"is", "there"}, {"are", "there"}, {"do", "you"}, {"do", "u"}, {"can", "you"}, {"can", "u"}, {"have", "you"}},
}

// owning are the verbs behind "do you" that ask whether there is something.
var owning = wordlist.Set("have offer sell provide serve stock carry rent do make teach run repair handle support take accept hire board keep treat")

// describing stand between such an opening and the thing.
var describing = map[string]map[string]bool{
	"de": wordlist.Set("ein eine einen einem einer kein keine keinen auch noch schon hier denn eigentlich bei euch ihnen uns im am in auf an der die das dem den irgendwo irgendwelche was etwas so sonst nur wirklich"),
	"en": wordlist.Set("a an any the some also still got here your"),
}

// thing finds what a question asks the existence of ("Gibt es bei euch einen Pool?"): the place of its
// token, -1 if the question asks something else.
func thing(tokens []word.Token, lang string) int {
	i := afterOpening(tokens, lang)
	if i < 0 {
		i = afterOwner(tokens, lang)
	}
	if i < 0 {
		return -1
	}
	capitals := false
	for _, t := range tokens[i:] {
		capitals = capitals || t.Capital
	}
	for ; i < len(tokens); i++ {
		t := tokens[i]
		if describing[lang][t.Text] || word.Stop(lang, t.Text) || passing[lang][t.Text] || t.Kind == word.Number {
			continue
		}
		if lang == "de" && capitals && !t.Capital {
			continue // "vegane Gerichte"
		}
		if lang == "de" && placed(tokens, i) {
			continue // "auf dem Hof ein Restaurant"
		}
		for lang == "en" && i+1 < len(tokens) && !word.Stop(lang, tokens[i+1].Text) && !passing[lang][tokens[i+1].Text] && tokens[i+1].Kind != word.Number {
			i++ // "climbing shoes": the last word says what it is
		}
		if stated.IsWeekday(t.Text) {
			return -1 // "Haben Sie am Samstag offen?"
		}
		if example := exampleOf(tokens, i); example >= 0 {
			return example
		}
		return i
	}
	return -1
}

// exampleOf is the place of the example that says which of the things of token i are meant, -1 if none does:
// "Kryptowährungen wie Bitcoin", "cards such as Amex", but not "die gleichen Preise wie Aldi".
func exampleOf(tokens []word.Token, i int) int {
	if i > 0 && equalling[tokens[i-1].Text] {
		return -1
	}
	rest := tokens[i+1:]
	at := 0
	switch {
	case len(rest) > 1 && (rest[0].Text == "wie" || rest[0].Text == "like"):
		at = 1
	case len(rest) > 2 && rest[0].Text == "such" && rest[1].Text == "as":
		at = 2
	}
	if at == 0 || !rest[at].Capital { // "so etwas wie ein Pool", "dogs like that"
		return -1
	}
	return i + 1 + at
}

// equalling stand before what is compared.
var equalling = wordlist.Set("gleiche gleichen gleicher gleiches selbe selben dieselbe dieselben denselben dasselbe derselbe derselben same")

// afterOpening is the place behind such an opening within the first words.
func afterOpening(tokens []word.Token, lang string) int {
	for i := 0; i < len(tokens) && i < 3; i++ {
		for _, o := range openings[lang] {
			switch {
			case tokens[i].Text != o[0]:
			case o[1] == "":
				return i + 1
			case i+1 < len(tokens) && tokens[i+1].Text == o[1]:
				if i > 0 && (o[0] == "nehmt" || o[0] == "nehmen") {
					return -1 // "was nehmen Sie fürs Krallenschneiden"
				}
				verb := o[0] == "do" || o[0] == "can"
				if verb && (i+2 >= len(tokens) || !owning[tokens[i+2].Text]) {
					return -1
				}
				if verb {
					return i + 3
				}
				return i + 2
			}
		}
	}
	return -1
}

// afterOwner is the place behind the article of what somebody has: "Hat die Wohnung einen Balkon?",
// "Does the flat have a dishwasher?".
func afterOwner(tokens []word.Token, lang string) int {
	if len(tokens) < 4 {
		return -1
	}
	has := tokens[0].Text == "hat" || tokens[0].Text == "haben"
	if lang == "en" {
		has = tokens[0].Text == "does" || tokens[0].Text == "do"
	}
	for i := 2; has && i < len(tokens)-1 && i < 7; i++ {
		switch {
		case lang == "de" && (tokens[i].Text == "ein" || tokens[i].Text == "eine" || tokens[i].Text == "einen"):
			return i + 1
		case lang == "en" && (tokens[i].Text == "a" || tokens[i].Text == "an" || tokens[i].Text == "any") && tokens[i-1].Text == "have":
			return i + 1
		}
	}
	return -1
}

// placed says whether a preposition of place stands before token i, over an article, and another noun
// follows: then the token says where.
func placed(tokens []word.Token, i int) bool {
	j := i - 1
	if j > 0 && (tokens[j].Text == "dem" || tokens[j].Text == "der" || tokens[j].Text == "den" || tokens[j].Text == "eurem" || tokens[j].Text == "ihrem") {
		j--
	}
	switch tokens[max(0, j)].Text {
	case "auf", "in", "im", "am", "an", "bei", "beim", "fur", "zu", "zum", "mit":
	default:
		return false
	}
	for _, t := range tokens[i+1:] {
		if t.Capital {
			return true
		}
	}
	return false
}

// named is a noun of a question.
type named struct {
	concept int
	topics  []uint8 // that the word alone points to
	other   bool    // it is a compound whose last part the index has and whose first it has not
}

// nouns finds the nouns of a German question, which begin with a capital; of other languages none.
func (ix *Index) nouns(qu *question, an *analysis.Analyser, tokens []word.Token, text string) (out []named) {
	if qu.lang != "de" {
		return nil
	}
	for i, t := range tokens {
		if !t.Capital || i == 0 || passing[qu.lang][t.Text] || qu.asking(tokens, i) || beginsSentence(text, t.Start) || exampleOf(tokens, i) >= 0 {
			continue
		}
		if n := ix.named(qu, an, t); n.concept >= 0 {
			out = append(out, n)
		}
	}
	return out
}

func beginsSentence(text string, at int) bool {
	for at > 0 && (text[at-1] == ' ' || text[at-1] == '\n') {
		at--
	}
	return at == 0 || text[at-1] == '.' || text[at-1] == '?' || text[at-1] == '!'
}

// named looks a word of the question up among its concepts; concept is -1 if it is none.
func (ix *Index) named(qu *question, an *analysis.Analyser, t word.Token) named {
	term, parts := an.Term(t)
	n := named{concept: -1}
	if term == 0 {
		return n
	}
	lexical := analysis.RowOf(ix.table, qu.lang, term) != table.None // as "Fahrrad"
	n.other = len(parts) > 1 && !lexical && !ix.has(parts[0]) && ix.has(parts[len(parts)-1])
	for i := range qu.concepts {
		if qu.concepts[i].term == term {
			n.concept = i
		}
	}
	finder := analysis.NewTopicFinder(qu.lang, true)
	finder.Word(t, term, nil)
	finder.End(0)
	for _, found := range finder.Found() {
		n.topics = append(n.topics, found.Topic)
	}
	return n
}

// lacks is how much a passage lacks a noun of the question, 0 to 1: neither its word, nor one of its
// parts, nor one that is like it, nor its everyday topic. met is how well each concept is met by the
// passage doc.
func (ix *Index) lacks(qu *question, n named, met []float32, doc int) float32 {
	c := &qu.concepts[n.concept]
	if c.known {
		return 0
	}
	for _, topic := range n.topics {
		if ix.topicOf(topic, doc) > onTopic {
			return 0
		}
	}
	best := met[n.concept]
	for i := n.concept + 1; i < len(qu.concepts) && qu.concepts[i].part && !n.other; i++ { // a "Bootsführerschein" is no "Führerschein"
		best = max(best, partCounts*met[i])
	}
	if best < alikeEnough {
		best = 0
	}
	return (1 - best) * min(1, c.lacked)
}

// alikeEnough is how like a noun another word must be to stand for it at all: a balcony is somewhat
// like a door.
const alikeEnough = 0.65

// onTopic is how much a passage must be on a topic that a noun points to.
const onTopic = 0.3
