package conversation

import (
	"context"
	"strings"

	"github.com/webchatagent/wca/internal/bilingual"
	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/llm"
	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/token"
)

// refuse says kindly that the sources hold no sure answer, shows what comes nearest to one, and notes
// the question.
func (d *Desk) refuse(ctx context.Context, x *exchange, index *retrieve.Index) {
	x.answer.Refused, x.answer.Citations = true, nil
	contact := d.contact(x, index, x.language)
	if note := x.errandNote(func() string { return contact }); note != "" {
		x.answer.Text = strings.TrimSpace(note)
	} else {
		x.answer.Text = spoken(x.Text) + refusal(x.language, d.nearest(x, index), contact)
	}
	x.out.delta(x.answer.Text)
	d.recordGap(ctx, x)
}

// nearest is the quote that comes nearest to an answer, cited, "" where nothing does.
func (d *Desk) nearest(x *exchange, index *retrieve.Index) string {
	if x.found.Evidence < nearBy {
		return ""
	}
	cited, shown := newCiter(numbered(x.found)), d.shown(x, index)
	nearest := shown.quotes(quotes(index, x.found, x.language, 1, true))
	if !shown.sure() {
		return ""
	}
	near := cited.write(strings.TrimSpace(strings.Join(llm.Quoted(nearest), ""))) + cited.close()
	x.answer.Citations = shown.citations(cited.citations())
	return near
}

// nearBy is the evidence from which on the best quote is shown though it is not taken for an answer. On
// the tuning sites of test/eval/sites 14 of the 20 shown for a question that has an answer hold it; from
// 0.02 on, four more would, and unrelated text would be shown for half as many questions again that
// have none.
const nearBy = 0.1

// recordGap notes a question that the sources hold no answer to, for the customer to see.
func (d *Desk) recordGap(ctx context.Context, x *exchange) {
	if x.question.Unstored || x.session.Restricted || goesOn(x.question.Text) { // the question before is noted already
		return
	}
	if len(x.parts) > 0 { // each is a question of its own
		for _, one := range x.eachApart() {
			d.recordGap(ctx, one)
		}
		return
	}
	whole := x.query
	whole.Text = x.question.Text
	err := d.Store.RecordGap(ctx, Gap{
		Workspace: x.question.Workspace, Bot: x.question.Bot, ID: token.ID("gap"), Session: x.question.Session,
		Message: x.question.ID, Question: whole.WithEarlier(), Language: x.question.Language, Evidence: x.answer.Trace.Evidence, At: d.Now().UTC(),
	})
	if err != nil {
		d.Log.Error("recording an unanswered question", "bot", x.question.Bot, "error", err)
	}
}

// refusal says kindly that the sources hold no answer, shows what comes nearest to one, if anything does,
// and says where to turn to.
func refusal(language, near, contact string) string {
	if near != "" {
		return bilingual.Of(
			"Eine sichere Antwort darauf habe ich in unseren Informationen nicht gefunden. Am nächsten kommt diese Stelle:\n\n",
			"I did not find a sure answer to this in our information. This comes nearest:\n\n").In(language) + near + reached(language, contact)
	}
	return bilingual.Of(
		"Dazu habe ich in unseren Informationen leider nichts gefunden, und raten möchte ich nicht. Vielleicht fragen Sie es noch einmal mit anderen Worten?",
		"Sorry, I could not find anything about this in our information, and I would rather not guess. Perhaps you can ask it in other words?").In(language) + reached(language, contact)
}

// reached says how people are reached, "" if nobody said so.
func reached(language, contact string) string {
	if contact == "" {
		return ""
	}
	return bilingual.Of("\n\nSo erreichen Sie uns: ", "\n\nHow to reach us: ").In(language) + contact
}

// contact is how the bot's settings say that people are reached, else how the site says so itself, else how the settings
// say so in another language: a number needs none. index may be nil. Of what the site says with data that this bot shows
// nobody nothing is said: without that it helps nobody. It is Markdown.
func (d *Desk) contact(x *exchange, index *retrieve.Index, language string) string {
	own := x.settings.Settings.Contact
	if own[language] != "" {
		return tappable(own[language])
	}
	if index != nil {
		said, documents := index.Contact(language)
		if shown := d.shown(x, index); said != "" && shown.text(said) == said && shown.sure() {
			x.contact, x.contactFrom = tappable(said), documents
			return x.contact
		}
	}
	for _, l := range bot.Languages {
		if own[l] != "" {
			return tappable(own[l])
		}
	}
	return ""
}
