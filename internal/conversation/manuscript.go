package conversation

import (
	"context"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/llm"
	"github.com/webchatagent/wca/internal/llm/prompt"
	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/personal"
	"github.com/webchatagent/wca/internal/pseudonym"
	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/verify"
)

// manuscript is what an answer is written from, and by.
type manuscript struct {
	request  llm.Request
	restored *pseudonym.Restorer // nil: nothing was masked
	cited    writer
	leads    *leads  // what a visitor gets of that; nil: the sources are quoted
	review   *review // nil: the visitor reads the answer while it is being written
	shown    *shown
}

// reading is how the text of an exchange is looked through for personal data.
type reading struct {
	finder *personal.Guarded // in what the sources say
	said   personal.Searcher // in what people say
}

func (d *Desk) reading(x *exchange) reading {
	finder := personal.Guard(d.Recognise(x.settings.Settings.Personal))
	return reading{finder, personal.Once(finder)}
}

// prepare searches and drafts the answer. It is nil where the sources hold too little for one.
func (d *Desk) prepare(x *exchange, index *retrieve.Index, vector []float32) (*manuscript, error) {
	read := d.reading(x)
	d.look(x, index, read, vector)
	if each, all, places := both(index, x.soughtFor(read, index), x.language); places != nil {
		x.found = all
		return d.draft(x, index, read, func() []llm.Quote { return sideBySide(index, x.language, each, places) })
	}
	if !x.found.Enough {
		return nil, nil
	}
	return d.draft(x, index, read, func() []llm.Quote { return quotes(index, x.found, x.language, quotesShown, false) })
}

// look searches the sources for what is asked.
func (d *Desk) look(x *exchange, index *retrieve.Index, read reading, vector []float32) {
	query := x.soughtFor(read, index)
	query.Vector = vector
	said := x.query.Text
	if plain := query.Meant(); plain.Text != query.Text {
		said, query = plain.Text, plain
	} else {
		query = plain
	}
	cited := citedLast(x.history)
	x.found = readOtherwise(index, query, cited)
	if query.AsksOther() && len(cited) > 0 {
		if other := index.Besides(query, x.history[len(x.history)-1].Text, cited); other.Enough {
			x.found = other
		}
	}
	if thing, row := thingBefore(x.history, said); thing != "" && (row || !x.found.Enough) {
		if told := find(index, ofThing(query, thing)); told.Enough && index.Tells(told, thing) && !index.Lacks(told, lastClause(query)) && (!x.found.Enough || index.Closer(told, x.found, query, thing)) {
			x.found = told
		}
	}
	if name := chosen(x.history, x.Text); name != "" {
		if row := index.Row(query, name, citedWithRows(x.history)); row.Enough {
			x.found = row
		}
	}
	if query.AsksNext() != 0 {
		told, addresses := rowsBefore(x.history)
		if next := index.Next(query, told, addresses); next.Enough {
			x.found = next
		}
	}
	x.answer.Trace.SearchUS = d.Now().Sub(x.began).Microseconds()
	x.answer.Trace.Evidence, x.answer.Trace.Passages = x.found.Evidence, len(x.found.Hits)
}

// soughtFor is the question as the sources are searched for it, without its vector.
func (x *exchange) soughtFor(read reading, index *retrieve.Index) retrieve.Query {
	query := searched(read.said, index, x.query)
	query.K, query.Now = passagesShown(x.settings.Settings), x.settings.Settings.Clock(x.began)
	return query
}

// citedLast are the addresses of the documents from which the last answer was quoted, none where the sources held none.
func citedLast(history []Message) (addresses []string) {
	if n := len(history); n > 0 && history[n-1].Role == Assistant && !history[n-1].Refused {
		for _, c := range history[n-1].Citations {
			addresses = append(addresses, c.Document)
		}
	}
	return addresses
}

// draft puts together what an answer is written from, of what was found. quoted is what is shown where no model writes.
func (d *Desk) draft(x *exchange, index *retrieve.Index, read reading, quoted func() []llm.Quote) (*manuscript, error) {
	x.answer.Trace.Documents = documents(x.found)
	m := &manuscript{cited: newCiter(numbered(x.found))}
	if x.discreet { // else nothing leaves the server, and all is shown as it stands
		if err := d.mask(x, index, read, m); err != nil {
			return nil, err
		}
	}
	m.request.Language, m.request.Unsure = x.language, x.found.Certainty < sure
	m.request.Quotes = func() []llm.Quote { return m.shown.quotes(quoted()) }
	if t, model := &x.answer.Trace, &x.settings.Settings.Model; !model.Quotes() || !x.answer.ByModel() { // else a model was asked in an earlier try, and that stays known
		t.Provider, t.Model = model.Provider, model.Name
		if x.answer.ByModel() { // else nothing leaves
			t.Replaced = m.shown.masked.counts()
		}
	}
	return m, nil
}

// mask puts the request for a bot that has a model together, masked, and what its answer goes through on its way back.
func (d *Desk) mask(x *exchange, index *retrieve.Index, read reading, m *manuscript) error {
	s, found, finder := &x.settings.Settings, x.found, read.finder
	masked := d.masker(x, index, finder, read.said)
	m.restored = masked.vault.Restorer(x.language)
	m.restored.InLine = true
	m.shown = &shown{masked: masked, finder: finder, language: x.language}
	fresh := func() *judge {
		j := d.judge(x, index, found)
		j.invented = m.restored.Invented
		return j
	}
	var checked *judge
	if s.Checks() { // the built-in provider quotes, so its numbers are right; what a model writes is checked
		checked = fresh()
		m.cited = checked
	}
	if !s.Model.Quotes() {
		m.leads = &leads{given: func() string { return given(x, index, found) }}
	}
	var in prompt.Input
	m.request, in, x.answer.Trace.Prompt = compose(x, found, masked)
	if m.review = reviewer(x, in, masked, finder, fresh); m.review != nil {
		checked.second = m.review.overrule
	}
	if err := finder.Err(); err != nil {
		x.answer.Trace.Prompt = ""
		return err
	}
	return nil
}

// sure is the certainty from which on quotes are said to answer. On the sites of test/eval/sites that were not learned
// from, 94 of 100 answers to questions that have one are right from there on, below it 74.
const sure = 0.7

func passagesShown(s bot.Settings) int {
	if s.Passages > 0 {
		return min(s.Passages, 20)
	}
	return 6
}

// documents are those of the found passages, each once.
func documents(found retrieve.Results) []string {
	var ids []string
	for _, hit := range found.Hits {
		if !slices.Contains(ids, hit.Passage.Document) {
			ids = append(ids, hit.Passage.Document)
		}
	}
	return ids
}

// judge is who checks what a model writes.
func (d *Desk) judge(x *exchange, index *retrieve.Index, found retrieve.Results) *judge {
	s := &x.settings.Settings
	said := verify.Said{Visitor: []string{x.Text}, Operator: []string{s.Model.Instructions, s.Contact[x.language], d.Now().Format("02.01.2006 Monday")}}
	for _, m := range x.history {
		if m.Role == Visitor {
			said.Visitor = append(said.Visitor, m.Text)
		} else {
			said.Operator = append(said.Operator, backed(m.Text))
		}
	}
	return newJudge(index, found, said, x.language, s.Check)
}

// numbered are the passages in the order of their numbers.
func numbered(found retrieve.Results) []passage.Passage {
	out := make([]passage.Passage, len(found.Hits))
	for i, hit := range found.Hits {
		out[i] = *hit.Passage
	}
	return out
}

// write lets the model write and tells the visitor what it writes, checked and with what was replaced put
// back. If it fails on the way, what was written until then is judged as it stands.
func (d *Desk) write(ctx context.Context, x *exchange, m *manuscript, provider llm.Provider) error {
	defer func() { x.answer.take(m) }()
	var last string // that is not space
	for chunk, err := range provider.Stream(ctx, m.request) {
		if err != nil {
			if text := strings.TrimRight(m.rest(), " "); text != "" {
				x.out.delta(text)
			}
			return err
		}
		if said := strings.TrimSpace(chunk.Text); said != "" {
			last = said
		}
		if chunk.Finish == llm.Length && !strings.ContainsAny(last[max(0, len(last)-1):], ".!?:]") {
			chunk.Text += " …" // it may write no more: the visitor sees that the sentence has no end
		}
		if text := m.write(chunk.Text); text != "" {
			d.tell(x, text)
		}
		if chunk.Usage != nil {
			x.answer.Trace.In, x.answer.Trace.Out = chunk.Usage.In, chunk.Usage.Out
		}
	}
	var ended error
	if m.review != nil {
		m.review.draft.WriteString(m.restored.Close())
		ended = d.review(ctx, x, m.review, provider)
	}
	if text := m.rest(); text != "" {
		d.tell(x, text)
	}
	return ended
}

// tell gives the visitor what of the answer may be read now.
func (d *Desk) tell(x *exchange, text string) {
	if x.answer.Trace.FirstMS == 0 {
		x.answer.Trace.FirstMS = max(1, d.Now().Sub(x.began).Milliseconds())
	}
	x.out.delta(text)
}

// write takes a piece of the model's answer and gives what a visitor may read of it now.
func (m *manuscript) write(piece string) string {
	said := m.restored.Write(piece)
	if m.review != nil {
		m.review.draft.WriteString(said)
		return ""
	}
	return m.leads.write(m.cited.write(said))
}

// rest is what was still held back when the model ended.
func (m *manuscript) rest() string {
	said := m.restored.Close()
	if m.review != nil {
		said = m.review.draft.String() + said
	}
	return m.leads.write(m.cited.write(said)+m.cited.close()) + m.leads.close()
}

// given are the texts that an answer may lead to as they do: what the model reads, the pages that are known and what
// the conversation has said.
func given(x *exchange, index *retrieve.Index, found retrieve.Results) string {
	s := &x.settings.Settings
	texts := []string{x.Text, s.Model.Instructions, s.Contact[x.language], s.PrivacyURL}
	for _, hit := range found.Hits {
		texts = append(texts, hit.Passage.Title, hit.Text())
	}
	for i := range index.Len() {
		if p := index.Hit(i).Passage; i == 0 || p.Address != index.Hit(i-1).Passage.Address {
			texts = append(texts, p.Address)
		}
	}
	for _, m := range x.history {
		texts = append(texts, m.Text)
	}
	return strings.Join(texts, "\n")
}

// text is all that the visitor got.
func (m *manuscript) text() string {
	if m.leads == nil {
		return m.cited.text()
	}
	return m.leads.text()
}

// take notes what was written.
func (m *Message) take(from *manuscript) {
	put, named := from.restored.Restored()
	m.Trace.Restored, m.Trace.Unshown = counted(put), counted(named)
	m.Text, m.Citations = from.text(), from.shown.citations(from.cited.citations())
	if j, ok := from.cited.(*judge); ok {
		m.Trace.Claims, m.Trace.Supported = j.claims, j.supported
	}
}
