package conversation

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/personal"
	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/sentence"
)

// Search finds passages as an answer would, without writing one.
func (d *Desk) Search(ctx context.Context, b bot.Bot, query retrieve.Query) (retrieve.Results, error) {
	settings, err := d.Bots.PublishedSettings(ctx, b.Workspace, b.ID)
	if err != nil {
		return retrieve.Results{}, fmt.Errorf("reading the bot's settings: %w", err)
	}
	index, err := d.Indexes.Index(ctx, b)
	if err != nil {
		return retrieve.Results{}, fmt.Errorf("opening the index: %w", err)
	}
	query = query.Meant()
	query.Vector = d.Vectors.Question(ctx, b, settings.Settings, "", query.Standing(), nil)
	return index.Search(query), nil
}

// searched is a query as the sources are searched for it. Who the visitors are and how to reach them says
// nothing about what they ask and is left out.
func searched(finder personal.Searcher, index *retrieve.Index, query retrieve.Query) retrieve.Query {
	query.Text, query.Context = impersonal(finder, index, query.Text), slices.Clone(query.Context)
	for i, earlier := range query.Context {
		query.Context[i] = impersonal(finder, index, earlier)
	}
	return query
}

// leantOn is how many questions before it another one leans on at most.
const leantOn = 4

// asked is what the visitor has asked last, oldest first: not what was said to nobody's question ("danke", "du dummer Bot"),
// which nothing goes on about. Of several questions of a message the one that next, what is asked now, goes on about is the last.
func asked(history []Message, next string) []string {
	if newSubject.MatchString(next) {
		return nil
	}
	var out []string
	for i := len(history) - 1; i >= 0 && len(out) < leantOn; i-- {
		if m := &history[i]; m.Role == Visitor && asideOf(m.Text).kind == "" && topicOf(m.Text).topic == "" {
			question := sought(m.Text, history[:i])
			if _, last := behindStory(question); last != "" {
				question = last
			}
			out = append(out, latestFirst(question, next)...)
		}
	}
	slices.Reverse(out)
	return out
}

// behindTold is what is found for the question at the end of a story, with the story behind it; near says that it comes near.
// Where the whole of a short one finds more, that is: it may name the thing, as before "Was muss ich zahlen?".
func behindTold(index *retrieve.Index, query retrieve.Query) (found retrieve.Results, near bool) {
	story, last := behindStory(query.Text)
	if last == "" {
		return retrieve.Results{}, false
	}
	again := query
	again.Text, again.Context = last, append(slices.Clone(query.Context), story)
	found = index.Search(again)
	if found.Enough && len(strings.Fields(query.Text)) < told {
		if whole := index.Search(query); whole.Evidence > found.Evidence {
			return whole, true
		}
	}
	return found, found.Evidence >= nearBy
}

// newSubject finds that somebody says themselves that they ask about something else: "Was anderes: …"
var newSubject = regexp.MustCompile(`(?i)^\s*(?:(?:und|ach|ok|okay|so|dann|hallo|danke|thanks|and|now|oh)[\s,.!]+)*(?:` +
	`(?:(?:noch|mal|nochmal|jetzt)\s)*(?:was|etwas) (?:ganz )?anderes|(?:(?:noch|mal)\s)?(?:eine )?(?:ganz )?andere (?:frage|sache)|(?:anderes|neues) thema|themenwechsel|` +
	`(?:on )?(?:something|a|an|one)? ?(?:completely )?(?:else|different|another|separate) ?(?:question|topic|note|thing|subject)?)\s*[:,.!–-]`)

// ofTheOneBefore finds a question that names nothing but what it wants to know of the matter of the one before it: "Do you ship
// to Ireland? What's the postage?"
var ofTheOneBefore = regexp.MustCompile(`(?i)^(?:what(?:['’]?s| is| are)|was (?:ist|sind)|wie (?:hoch|lange?|groß) (?:ist|sind)) (?:the|(?:dann |denn )?(?:der|die|das)) [\pL-]+\?*$`)

// latestFirst are the questions of a message, the last one first, one that leans on the one before it together with that: behind one who asks "und freitags?" that is the one about days.
func latestFirst(message, next string) (out []string) {
	parts := several(message)
	if parts == nil {
		return []string{message}
	}
	for i, p := range parts {
		if i > 0 && (retrieve.PointsBack(p.question) || ofTheOneBefore.MatchString(p.question)) {
			out[len(out)-1] += " " + p.question
			continue
		}
		out = append(out, p.question)
	}
	slices.Reverse(out)
	if retrieve.AboutDays(next) || retrieve.OnlyPlace(next) { // hours differ from place to place, prices seldom
		slices.SortStableFunc(out, func(a, b string) int {
			switch onDays, too := retrieve.AboutDays(a), retrieve.AboutDays(b); {
			case onDays == too:
				return 0
			case onDays:
				return -1
			}
			return 1
		})
	}
	return out
}

// find searches. Behind a long story the question is looked for by itself first: the story names much that it
// is not about. Where a shorter one comes before the question ("Guten Tag, mein Name ist …, ich war gestern bei
// Ihnen. Wann …?") and the whole finds too little, the question alone is tried, and one that only begins as if
// it went on without the questions before it. Where it points to a place and names something of which what is found
// does not speak, it is looked for with that place alone: a price that was asked before is none of its matter. cited are the addresses of the
// documents from which the question before was answered.
func find(index *retrieve.Index, query retrieve.Query, cited ...string) retrieve.Results {
	found, near := behindTold(index, query)
	if found.Enough {
		return found
	}
	whole := index.Search(query)
	if near && whole.Evidence < sure { // of the rest something may be found that nobody asked for
		return found
	}
	if there, ok := query.There(); ok {
		if better := index.Search(there); better.Enough && !index.Names(whole, query) {
			return better
		}
	}
	if own, ok := query.ByItself(); ok {
		if better := index.Search(own); better.Enough && !index.Names(whole, query) && index.Names(better, query) {
			return better
		}
	}
	if !whole.Enough && whole.Evidence >= nearBy && index.Continues(whole, query, cited) {
		whole.Enough = true
		return whole
	}
	if better, ok := narrower(index, query, whole); ok {
		return better
	}
	found = whole
	found.Enough = whole.Enough && !index.Lacks(whole, query)
	if found.Enough {
		return found
	}
	if len(query.Context) > 0 && query.Standing() == query.Text { // what was asked before is none of its matter
		again := query
		again.Context = nil
		if better := index.Search(again); better.Enough {
			return better
		}
	}
	if when := whenThere(query.Text); when != "" {
		again := query
		again.Text, again.Context = when, nil
		if better := index.Search(again); better.Enough {
			return better
		}
	}
	if alone := asking(query.Text); alone != "" && alone != query.Text {
		again := query
		again.Text = alone
		if better := index.Search(again); better.Enough {
			return better
		}
	}
	if alone, ok := query.Alone(); ok {
		if better := index.Search(alone); better.Enough {
			return better
		}
	}
	return found
}

// narrower is what is found for a question that leans on others with less of them, if it has more of what the question itself
// names than what is found with them.
func narrower(index *retrieve.Index, query retrieve.Query, whole retrieve.Results) (retrieve.Results, bool) {
	readings := query.Narrower()
	if len(readings) == 0 {
		return whole, false
	}
	least := 1
	if whole.Enough {
		least += index.Named(whole, query)
	}
	for _, reading := range readings {
		if found := index.Search(reading); found.Enough && index.Named(found, query) >= least {
			return found, true
		}
	}
	return whole, false
}

// impersonal is a text without the personal data in it that the sources know nothing of: "Wer ist
// Frau Öttl?" asks about somebody whom the site names, "Ich bin Frau Öttl" mostly comes from others. What is nothing but
// another name stays as it is: without that it would ask the question before once more.
func impersonal(finder personal.Searcher, index *retrieve.Index, text string) string {
	found := finder.Find(text)
	if len(found) == 0 {
		return text
	}
	var b strings.Builder
	last := 0
	for _, e := range found {
		if index.Has(text[e.Start:e.End]) {
			continue
		}
		b.WriteString(text[last:e.Start])
		b.WriteByte(' ')
		last = e.End
	}
	b.WriteString(text[last:])
	if rest := strings.TrimSpace(b.String()); !onlyGoesOn.MatchString(rest) {
		return rest
	}
	return text
}

// onlyGoesOn finds that nothing is left of a question that goes on to somebody else: "und Frau Dr. …?"
var onlyGoesOn = regexp.MustCompile(`(?i)^(?:(?:und|and|oder|or)|(?:(?:und|and) )?(?:was ist mit|wie ist es (?:mit|bei)|what about|how about))(?: bei)?(?: (?:herrn?|frau|mr|mrs|ms|dr|prof)\b\.?)*[ ?]*$`)

// asking is the sentences of a text that ask something, without what somebody says of themselves before:
// "Guten Tag, mein Name ist Petra Holm, wann haben Sie geöffnet?"
func asking(text string) string {
	var questions []string
	for _, s := range sentence.In(text) {
		one := strings.TrimSpace(text[s.Start:s.End])
		introduced := introduces.MatchString(one)
		if introduced {
			one = lastAsked(one)
		}
		if strings.HasSuffix(one, "?") || introduced && retrieve.BeginsAsking(one) {
			questions = append(questions, one)
		}
	}
	return strings.Join(questions, " ")
}

// introduces finds that somebody says who and where they are, or how they are reached.
var introduces = regexp.MustCompile(`(?i)\b(?:mein name|ich hei(?:ß|ss)e|ich bin|hier (?:ist|spricht|schreibt)|ich wohne|wohne in|meine (?:nummer|adresse|telefonnummer|handynummer|e-?mail)|my name|i am|i'm|this is|i live|my (?:number|phone|address|e-?mail))\b|@|\+?\d[\d /-]{6,}\d`)

// lastAsked is the last part of a sentence that begins as a question does, the sentence if none does.
func lastAsked(sentence string) string {
	for end := len(sentence); ; {
		at := strings.LastIndexAny(sentence[:end], ",;:)–")
		if at < 0 {
			return sentence
		}
		if part := strings.TrimLeft(sentence[at:], ",;:)– "); retrieve.BeginsAsking(part) {
			return part
		}
		end = at
	}
}
