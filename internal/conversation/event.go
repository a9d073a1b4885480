package conversation

import (
	"errors"

	"github.com/webchatagent/wca/internal/bilingual"
	"github.com/webchatagent/wca/internal/llm"
	"github.com/webchatagent/wca/internal/problem"
)

// EventKind says what happened on the way to an answer.
type EventKind string

// The kinds, in the order they come: one Start, any number of Delta, then Finished or Failure.
const (
	Start    EventKind = "start"
	Delta    EventKind = "delta"
	Finished EventKind = "done"
	Failure  EventKind = "error"
)

// Event is the one type that every channel renders.
type Event struct {
	Kind     EventKind
	Session  string // Start: the secret of a session made just now, else ""
	Question string // Start: id of the visitor's message
	Answer   string // id of the answer
	Language string // Start: language of the answer
	Text     string // Delta: what to append
	Message  *Message
	Err      error // Failure
	Retry    bool  // Failure: whether asking again may help
}

func failed(answer *Message, err error) Event {
	retry := true
	var model *llm.Error
	if errors.As(err, &model) {
		retry = model.Retryable()
	} else if k := problem.KindOf(err); k == problem.Invalid || k == problem.Limited {
		retry = false
	}
	return Event{Kind: Failure, Answer: answer.ID, Message: answer, Err: err, Retry: retry}
}

// listener forwards events until the other side is gone; after that it swallows them.
type listener struct {
	emit func(Event) error
	gone bool
}

func (l *listener) delta(text string) { l.send(Event{Kind: Delta, Text: text}) }

func (l *listener) send(e Event) {
	if !l.gone && l.emit(e) != nil {
		l.gone = true
	}
}

// Sentence is what a visitor reads about a failed answer: what happened and what to do, without
// names of providers or anything internal.
func Sentence(err error, language string) string {
	var model *llm.Error
	if errors.As(err, &model) {
		return model.Public(language)
	}
	if problem.Is(err, problem.Limited) {
		return bilingual.Of(
			"Auf diese Frage kam mehrmals keine Antwort zustande. Bitte stellen Sie sie später noch einmal.",
			"This question could not be answered after several tries. Please ask it again later.").In(language)
	}
	return bilingual.Of(
		"Die Antwort konnte nicht fertiggestellt werden. Bitte versuchen Sie es noch einmal.",
		"The answer could not be completed. Please try again.").In(language)
}
