package conversation

import (
	"context"
	"fmt"
	"strings"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/pseudonym"
	"github.com/webchatagent/wca/internal/retrieve"
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
	query.Vector = d.Vectors.Question(ctx, b, settings.Settings, "", query.Standing())
	return index.Search(query), nil
}

// search is what to look for when a visitor asks text. Who they are and how to reach them says
// nothing about that and is left out.
func search(finder pseudonym.Searcher, index *retrieve.Index, history []Message, text, language string, k int) retrieve.Query {
	earlier := asked(history)
	for i := range earlier {
		earlier[i] = impersonal(finder, index, earlier[i])
	}
	query := retrieve.ResolveFollowUp(earlier, impersonal(finder, index, text))
	query.Language, query.K = language, k
	return query
}

// asked is what the visitor has asked, oldest first.
func asked(history []Message) []string {
	var out []string
	for _, m := range history {
		if m.Role == Visitor && asideOf(m.Text).kind == "" {
			out = append(out, m.Text)
		}
	}
	return out
}

// find searches. Where a story comes before the question ("Guten Tag, mein Name ist …, ich war
// gestern bei Ihnen. Wann …?") and the whole finds too little, the question alone is tried.
func find(index *retrieve.Index, query retrieve.Query) (retrieve.Query, retrieve.Results) {
	found := index.Search(query)
	if alone := asking(query.Text); !found.Enough && alone != "" && alone != query.Text {
		again := query
		again.Text = alone
		if better := index.Search(again); better.Enough {
			return again, better
		}
	}
	return query, found
}

// impersonal is a text without the personal data in it that the sources know nothing of: "Wer ist
// Frau Öttl?" asks about somebody whom the site names, "Ich bin Frau Öttl" mostly comes from others.
func impersonal(finder pseudonym.Searcher, index *retrieve.Index, text string) string {
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
	return strings.TrimSpace(b.String())
}

// asking is the sentences of a text that end in a question mark.
func asking(text string) string {
	var questions []string
	for _, s := range retrieve.Sentences(text) {
		if one := strings.TrimSpace(text[s[0]:s[1]]); strings.HasSuffix(one, "?") {
			questions = append(questions, one)
		}
	}
	return strings.Join(questions, " ")
}
