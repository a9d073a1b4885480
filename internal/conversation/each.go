package conversation

import (
	"cmp"
	"context"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/llm"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/retrieve"
)

// replyToEach answers the questions of a message one by one, each as if it had been asked by itself after those before it.
// Where a model writes, it gets what was found for all of them and writes one text. It reports false, and says nothing,
// where the message is better answered as a whole: none of them has an answer, or one has none that another leans on.
func (d *Desk) replyToEach(ctx context.Context, x *exchange, index *retrieve.Index, turn *turn) (bool, error) {
	each := x.eachApart()
	for _, one := range each {
		if _, err := d.knownAnswer(ctx, one, index); err != nil {
			return false, err
		}
	}
	vectors, err := d.vectorsOf(ctx, each)
	if err != nil {
		return false, err
	}
	if err := turn.goOn(ctx); err != nil {
		return false, err
	}
	for i, one := range each {
		if !one.known() {
			d.look(one, index, d.reading(one), vectors[i])
		}
	}
	turn.pause()
	byQuotes := x.settings.Settings.Model.Quotes()
	if byQuotes {
		if err := d.quoteEach(ctx, each, index); err != nil {
			return false, err
		}
	}
	if some, whole := answered(each); whole {
		x.parts = nil
		return false, nil
	} else if !some {
		return false, nil
	}
	x.noteFound(each)
	if !byQuotes {
		return true, d.writeForAll(ctx, x, each, index)
	}
	d.sayEach(ctx, x, each, index, &joined{out: func(text string) { d.tell(x, text) }})
	return true, nil
}

// eachApart are the questions of a message as exchanges of their own. What they say is heard by nobody.
func (x *exchange) eachApart() []*exchange {
	out := make([]*exchange, len(x.parts))
	for i, p := range x.parts {
		one := *x
		one.parts, one.Text, one.question.Text, one.out = nil, p.text, p.text, listener{gone: true}
		one.query.Text, one.query.Context = p.text, slices.Clone(x.query.Context)
		for _, before := range x.parts[:i] {
			one.query.Context = append(one.query.Context, before.question)
		}
		out[i] = &one
	}
	return out
}

// known says whether an exchange has its answer without a search.
func (x *exchange) known() bool { return x.answer.Text != "" }

// answered says whether some of several questions have an answer, and whether the message is better taken as a whole: one
// has none, and one leans on another.
func answered(each []*exchange) (some, whole bool) {
	leaning, lacking := false, false
	for i, one := range each {
		has := one.known() || one.found.Enough
		some, lacking = some || has, lacking || !has
		leaning = leaning || i > 0 && retrieve.PointsBack(one.query.Text)
	}
	return some, leaning && lacking
}

// vectorsOf are the vectors of those questions that are to be searched for, asked for at the same time.
func (d *Desk) vectorsOf(ctx context.Context, each []*exchange) ([][]float32, error) {
	vectors, failures := make([][]float32, len(each)), make([]error, len(each))
	var all sync.WaitGroup
	for i, one := range each {
		if one.known() || one.settings.Settings.Embedding == nil {
			continue
		}
		all.Go(func() {
			failures[i] = problem.Guard(func() error {
				vectors[i] = d.vector(ctx, one)
				return nil
			})
		})
	}
	all.Wait()
	return vectors, cmp.Or(failures...)
}

// noteFound notes how the answers of a message were found: of the evidence the weakest that one of them rests on.
func (x *exchange) noteFound(each []*exchange) {
	t := &x.answer.Trace
	for _, one := range each {
		if one.found.Enough {
			if t.Passages == 0 || one.found.Evidence < t.Evidence {
				t.Evidence = one.found.Evidence
			}
			t.Passages += len(one.found.Hits)
		}
		o := &one.answer.Trace
		t.SearchUS = max(t.SearchUS, o.SearchUS)
		t.Provider, t.Model, t.Prompt = cmp.Or(o.Provider, t.Provider), cmp.Or(o.Model, t.Model), cmp.Or(o.Prompt, t.Prompt)
		for _, id := range o.Documents {
			if !slices.Contains(t.Documents, id) {
				t.Documents = append(t.Documents, id)
			}
		}
		if one.contact != "" {
			x.contact, x.contactFrom = one.contact, one.contactFrom
		}
	}
}

// quoteEach has every question answered with what the sources say to it.
func (d *Desk) quoteEach(ctx context.Context, each []*exchange, index *retrieve.Index) error {
	for _, one := range each {
		if one.known() || !one.found.Enough {
			continue
		}
		m, err := d.draft(one, index, d.reading(one), func() []llm.Quote { return quotes(index, one.found, one.language, quotesShown, false) })
		if err != nil {
			return err
		}
		if err := d.haveWritten(ctx, one, m); err != nil {
			return err
		}
		if one.found.Enough = one.answer.Text != ""; one.found.Enough { // else no sentence holds what is asked for
			one.answer.Text = one.errandNote(func() string { return d.contact(one, index, one.language) }) + one.answer.Text
		}
	}
	return nil
}

// writeForAll has the model answer all questions that something was found for, and says the rest behind it.
func (d *Desk) writeForAll(ctx context.Context, x *exchange, each []*exchange, index *retrieve.Index) error {
	var searched []*exchange
	var found []retrieve.Results
	var rest strings.Builder
	for i, one := range each {
		if one.known() || !one.found.Enough {
			continue
		}
		searched, found = append(searched, one), append(found, one.found)
		rest.WriteString(x.query.Text[x.parts[i].start:x.parts[i].end])
	}
	all := joined{out: x.out.delta}
	if len(found) > 0 {
		if len(found) < len(each) {
			x.rest = strings.TrimSpace(rest.String())
		}
		var places [][]int
		x.found, places = retrieve.Together(found, passagesForAll(x.settings.Settings, len(found)))
		m, err := d.draft(x, index, d.reading(x), func() []llm.Quote { return quotesForAll(index, x.language, found, places, quotesShown) })
		if err != nil {
			return err
		}
		if err := d.haveWritten(ctx, x, m); err != nil {
			return err
		}
		all.begin(x.answer.Text, x.answer.Citations)
		for _, one := range searched {
			one.answered = x.answer.Text != "" // else all was withheld
		}
	}
	d.sayEach(ctx, x, each, index, &all)
	return nil
}

// passagesForAll is how many passages a model gets for several questions: half as many again for each further one.
func passagesForAll(s bot.Settings, n int) int { return min(passagesShown(s)*(n+1)/2, 20) }

// quotesForAll are the quotes for several questions, at most limit for each, by the numbers of the passages that they share.
func quotesForAll(index *retrieve.Index, language string, found []retrieve.Results, places [][]int, limit int) (out []llm.Quote) {
	for i, one := range found {
		for _, q := range quotes(index, one, language, limit, false) {
			if place := places[i][q.N-1]; place >= 0 {
				q.N = place + 1
				out = append(out, q)
			}
		}
	}
	return out
}

// sayEach says what is known of each question that the model has not answered, those with the same answer together, and
// openly which of them have none. What comes nearest to one of those is left out where the model has cited nothing: by a
// citation an answer is taken for one that rests on nothing else of what it was shown.
func (d *Desk) sayEach(ctx context.Context, x *exchange, each []*exchange, index *retrieve.Index, all *joined) {
	uncited := all.text.Len() > 0 && len(all.used) == 0
	x.answer.Refused = true
	lacking := false
	for i, one := range each {
		if !one.answered && one.answer.Text == "" {
			lacking = true
			one.answer.Refused, one.answer.Citations = true, nil
			near := ""
			if !uncited {
				near = d.nearest(one, index)
			}
			if saidIn := all.numbered(near, one.answer.Citations); holds(all.text.String()+"\n"+all.waiting, saidIn) {
				near, one.answer.Citations = "", nil
			}
			one.answer.Text = refusal(x.language, near, "")
			d.recordGap(ctx, one)
		}
		if one.answered || one.found.Enough && !one.answer.Refused || strings.HasPrefix(one.answer.Trace.Prompt, "pair:") {
			x.answer.Refused = false
		}
		all.put(x.parts[i].question, one)
	}
	if len(all.questions) == len(each) { // one answer to all
		all.questions = all.questions[:0]
		all.say(all.waiting)
	}
	all.close()
	if lacking {
		if contact := d.contact(x, index, x.language); contact != "" && !strings.Contains(all.text.String(), contact) {
			all.say(reached(x.language, contact))
		}
	}
	x.answer.Text, x.answer.Citations = strings.TrimSpace(all.text.String()), all.used
}

// joined is one answer made of several, with the numbers of their sources put right.
type joined struct {
	out       func(text string)
	text      strings.Builder
	used      []Citation
	questions []string // of those that wait, as they have the same answer
	waiting   string
}

// begin takes an answer that the visitor has already.
func (j *joined) begin(text string, cited []Citation) {
	j.text.WriteString(text)
	j.used = slices.Clone(cited)
}

// put adds a question with its answer, if the model has not answered it.
func (j *joined) put(question string, one *exchange) {
	if one.answered {
		return
	}
	text := j.numbered(strings.TrimSpace(one.answer.Text), one.answer.Citations)
	_, quoted, quotes := strings.Cut(text, "\n\n")
	if text != j.waiting && !(quotes && one.found.Enough && holds(j.waiting, quoted)) {
		j.close()
		j.waiting = text
	}
	j.questions = append(j.questions, question)
}

// holds says whether a text has all lines of another, in a list or not.
func holds(text, of string) bool {
	lines := map[string]bool{"": true}
	for line := range strings.Lines(text) {
		lines[strings.TrimPrefix(strings.TrimSpace(line), "- ")] = true
	}
	for line := range strings.Lines(of) {
		if !lines[strings.TrimPrefix(strings.TrimSpace(line), "- ")] {
			return false
		}
	}
	return true
}

// overPart is before the questions that a part of an answer is about.
const overPart = "### "

// close says what waits.
func (j *joined) close() {
	if len(j.questions) == 0 {
		return
	}
	before := ""
	if j.text.Len() > 0 {
		before = "\n\n"
	}
	j.say(before + overPart + unmarkedUp(strings.Join(j.questions, " ")) + "\n\n" + llm.WithoutLead(j.waiting))
	j.questions, j.waiting = nil, ""
}

func (j *joined) say(text string) {
	j.text.WriteString(text)
	j.out(text)
}

// signsOfMarkup would be read as Markdown, or as the number of a source.
var signsOfMarkup = strings.NewReplacer("*", "", "_", " ", "[", "(", "]", ")", "<", "", ">", "", "`", "", "|", "/", "\\", "", "\n", " ", "#", "")

// unmarkedUp is what a visitor wrote as it can stand in an answer.
func unmarkedUp(text string) string { return signsOfMarkup.Replace(text) }

// citedAt finds the numbers of sources in an answer, and others in brackets.
var citedAt = regexp.MustCompile(`\[\d+\]`)

// numbered is a text with the numbers that its sources have in the whole answer.
func (j *joined) numbered(text string, cited []Citation) string {
	numbers := map[string]string{}
	for _, c := range cited {
		at := slices.IndexFunc(j.used, func(u Citation) bool { return u.Document == c.Document && u.Page == c.Page })
		if at < 0 {
			at = len(j.used)
			j.used = append(j.used, c)
			j.used[at].N = at + 1
		}
		numbers["["+strconv.Itoa(c.N)+"]"] = "[" + strconv.Itoa(at+1) + "]"
	}
	var out strings.Builder
	var span codeSpan
	at := 0
	for _, m := range citedAt.FindAllStringIndex(text, -1) {
		span.read(text[at:m[0]])
		marker := text[m[0]:m[1]]
		if literal, _ := span.literal(text[m[0]:], true); !literal { // else code or brackets of a source: "\[4]"
			marker = cmp.Or(numbers[marker], marker)
		}
		span.read(marker)
		out.WriteString(text[at:m[0]] + marker)
		at = m[1]
	}
	return out.String() + text[at:]
}
