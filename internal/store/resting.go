package store

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"slices"
	"strings"
	"time"

	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/erasure"
)

// resting finds in conversations what rests on documents that go: the answers that cite them, or may quote them
// without saying so. Of all requests that showed them to a model the bytes go, and of those that came later in the
// conversation, which held its answers.
type resting struct {
	ids, addresses map[string]bool
	told           string // the last session in which an answer has rested on them
}

func restingOn(documents []copied) *resting {
	r := &resting{ids: map[string]bool{}, addresses: map[string]bool{}}
	for _, d := range documents {
		r.ids[d.id], r.addresses[d.address] = true, true
	}
	return r
}

// answered is an answer as far as it is needed here.
type answered struct {
	conversation.Message
	place     int64
	withdrawn bool // a sentence stands in its place already
}

// look says of the next answer whether it goes, and whether the bytes that were sent for it do.
func (r *resting) look(a answered) (answer, bytes bool) {
	shown := a.Shown(r.ids)
	answer = a.RestsOn(r.ids, r.addresses) || r.told == a.Session && a.Unattributed()
	if answer || shown && a.withdrawn {
		r.told = a.Session
	}
	return answer && !a.withdrawn, shown || r.told == a.Session
}

// emptyAnswers takes out of conversations with a message since a time what rests on documents: a sentence stands
// in place of the answers.
func (db *DB) emptyAnswers(ctx context.Context, t transaction, s erasure.Subject, documents []copied, since time.Time, counts map[string]int) error {
	rest := restingOn(documents)
	for some, err := range db.answers(ctx, t, s, since) {
		if err != nil {
			return err
		}
		if err := db.emptySome(ctx, t, s, rest, some, counts); err != nil {
			return err
		}
	}
	return nil
}

func (db *DB) emptySome(ctx context.Context, t transaction, s erasure.Subject, rest *resting, some []answered, counts map[string]int) error {
	if err := db.onlyThere(ctx, t, s, rest, some); err != nil {
		return err
	}
	taken, sent := map[string][]string{}, []string{} // ids of answers, by language; of those whose bytes go
	for _, a := range some {
		answer, bytes := rest.look(a)
		if answer {
			taken[a.Language] = append(taken[a.Language], a.ID)
		}
		if bytes {
			sent = append(sent, a.ID)
		}
	}
	change := func(name, set, column string, ids []string, given ...any) error {
		list, err := json.Marshal(ids)
		if err != nil || len(ids) == 0 {
			return err
		}
		table, _, _ := strings.Cut(name, ".")
		n, err := db.changed(ctx, t, "UPDATE "+table+" SET "+set+" AND "+db.among(column), append(given, s.Workspace, s.Bot, string(list))...)
		counts[name] += n
		return err
	}
	for language, ids := range taken {
		if err := change("message.text", "text = ?, citations = '' WHERE workspace = ? AND bot = ?", "id", ids, erasure.Withdrawn(language)); err != nil {
			return err
		}
	}
	return change("transfer.body", "body = NULL, returned = NULL WHERE body IS NOT NULL AND workspace = ? AND bot = ?", "answer", sent)
}

// onlyThere takes out of what answers say that people are reached by the documents that went before those that go: who
// erases pages one after the other leaves the last one alone in saying it.
func (db *DB) onlyThere(ctx context.Context, t transaction, s erasure.Subject, rest *resting, some []answered) error {
	among := func(id string) bool { return rest.ids[id] }
	before := map[string]bool{}
	for _, a := range some {
		if slices.ContainsFunc(a.Trace.Contact, among) {
			for _, id := range a.Trace.Contact {
				before[id] = true
			}
		}
	}
	if err := db.withoutThere(ctx, t, s.Workspace, s.Bot, "id", before); err != nil {
		return err
	}
	for i, a := range some {
		if slices.ContainsFunc(a.Trace.Contact, among) {
			some[i].Trace.Contact = slices.DeleteFunc(a.Trace.Contact, func(id string) bool { return before[id] && !rest.ids[id] })
		}
	}
	return nil
}

// emptyAnswersInParts does so in all conversations, some at a time; others write in between. It returns since when
// conversations have to be looked at once more: answers may have come, or come to their end, meanwhile.
func (db *DB) emptyAnswersInParts(ctx context.Context, s erasure.Subject, part *pace) (since time.Time, err error) {
	var latest int64
	if err := db.read.QueryRowContext(ctx, db.q("SELECT COALESCE(MAX(last_at), 0) FROM session WHERE workspace = ? AND bot = ? AND anonymised_at = 0"), s.Workspace, s.Bot).Scan(&latest); err != nil {
		return since, fmt.Errorf("looking for the latest conversation: %w", err)
	}
	since = moment(latest).Add(-2 * conversation.Abandoned)
	documents, err := db.documentsOf(ctx, db.read, s)
	if err != nil {
		return since, err
	}
	rest, last := restingOn(documents), beforeAll
	err = part.each(ctx, db, s.Workspace, func(t transaction, most int) (int, error) {
		n, counts := min(most, answersAtOnce), map[string]int{}
		some, err := db.answersAfter(ctx, t, s, time.Time{}, last, n)
		if err != nil {
			return 0, err
		}
		if err := db.emptySome(ctx, t, s, rest, some, counts); err != nil {
			return 0, err
		}
		if len(some) < n {
			return 0, db.countErased(ctx, t, s, counts)
		}
		last = some[n-1]
		return most, db.countErased(ctx, t, s, counts) // there may be more
	})
	return since, err
}

// answersAtOnce is how many answers, of some kilobytes each, are held in memory.
const answersAtOnce = 1000

// answers are those of a bot in conversations with a message since a time, some at a time, those of a conversation in
// their order. They may be changed meanwhile.
func (db *DB) answers(ctx context.Context, t transaction, s erasure.Subject, since time.Time) iter.Seq2[[]answered, error] {
	return func(yield func([]answered, error) bool) {
		last := beforeAll
		for {
			some, err := db.answersAfter(ctx, t, s, since, last, answersAtOnce)
			if !yield(some, err) || err != nil || len(some) < answersAtOnce {
				return
			}
			last = some[len(some)-1]
		}
	}
}

// beforeAll stands before every answer.
var beforeAll = answered{place: -1}

// answersAfter are at most n answers behind the last one.
func (db *DB) answersAfter(ctx context.Context, t transaction, s erasure.Subject, since time.Time, last answered, n int) (some []answered, err error) {
	recent, given := "", []any{erasure.Withdrawn("de"), erasure.Withdrawn("en"), s.Workspace, s.Bot, last.Session, last.Session, last.place}
	if !since.IsZero() {
		recent = " AND session IN (SELECT id FROM session WHERE workspace = ? AND bot = ? AND anonymised_at = 0 AND last_at >= ?)"
		given = append(given, s.Workspace, s.Bot, micros(since))
	}
	r, err := t.QueryContext(ctx, db.q(`SELECT session, place, id, language, refused, citations, trace, CASE WHEN text IN (?, ?) THEN 1 ELSE 0 END FROM message
		WHERE workspace = ? AND bot = ? AND role = 'assistant' AND session >= ? AND (session > ? OR place > ?)`+recent+" ORDER BY session, place LIMIT ?"), append(given, n)...)
	if err != nil {
		return nil, fmt.Errorf("reading answers: %w", err)
	}
	defer r.Close()
	for r.Next() {
		var a answered
		var refused, withdrawn int64
		var citations, trace string
		if err := r.Scan(&a.Session, &a.place, &a.ID, &a.Language, &refused, &citations, &trace, &withdrawn); err != nil {
			return nil, fmt.Errorf("reading answers: %w", err)
		}
		a.Refused, a.withdrawn = refused != 0, withdrawn != 0
		if citations != "" {
			err = json.Unmarshal([]byte(citations), &a.Citations)
		}
		if trace != "" && err == nil {
			err = json.Unmarshal([]byte(trace), &a.Trace)
		}
		if err != nil {
			return nil, fmt.Errorf("decoding an answer: %w", err)
		}
		some = append(some, a)
	}
	return some, r.Err()
}
