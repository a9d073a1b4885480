package conversation

import (
	"context"
	"slices"
	"sync"
	"time"
)

// Unstored is a Store for bots that keep no text (retention of 0 days): of their messages it stores
// ids, times and counts, and holds the text in memory only, so that a visitor can go on talking and
// reload the page. It goes with the process, with the session, or an hour after the last message.
// Another server that shares the database doesn't know it. All other messages pass through.
type Unstored struct {
	Store
	Now func() time.Time

	mu       sync.Mutex
	sessions map[string]*held
}

type held struct {
	workspace, bot string

	at       time.Time // of the last message
	messages map[string]Message
}

// HeldFor is how long after the last message the text is held.
const HeldFor = time.Hour

const (
	maxSessions = 10_000 // a few kilobytes each
)

// BeginAnswer implements Store.
func (u *Unstored) BeginAnswer(ctx context.Context, opened *Session, question, answer *Message) (fresh bool, err error) {
	if !question.Unstored {
		return u.Store.BeginAnswer(ctx, opened, question, answer)
	}
	return u.beginUnsaid(ctx, opened, question, answer)
}

func (u *Unstored) beginUnsaid(ctx context.Context, opened *Session, question, answer *Message) (fresh bool, err error) {
	said := question.Text
	*question, *answer = unsaid(*question), unsaid(*answer)
	if fresh, err = u.Store.BeginAnswer(ctx, opened, question, answer); err != nil {
		return fresh, err
	}
	if fresh {
		question.Text = said
		u.hold(*question)
		u.hold(*answer)
		return fresh, nil
	}
	*question, *answer = u.filled(*question), u.filled(*answer)
	return fresh, nil
}

// FinishAnswer implements Store.
func (u *Unstored) FinishAnswer(ctx context.Context, answer *Message) error {
	if !answer.Unstored {
		return u.Store.FinishAnswer(ctx, answer)
	}
	u.hold(*answer)
	kept := new(Message)
	*kept = unsaid(*answer)
	err := u.Store.FinishAnswer(ctx, kept)
	if kept.Text != "" { // what it rests on was erased meanwhile
		answer.Text, answer.Citations = kept.Text, nil
		u.hold(*answer)
	}
	return err
}

// unsaid is a message without what was said.
func unsaid(m Message) Message {
	m.Text, m.Citations, m.Feedback.Text = "", nil, ""
	return m
}

// Messages implements Store.
func (u *Unstored) Messages(ctx context.Context, workspace, bot, session string) ([]Message, error) {
	messages, err := u.Store.Messages(ctx, workspace, bot, session)
	known := messages[:0]
	for _, m := range messages {
		if m = u.filled(m); m.Text != "" || m.State != Done { // else it was held and is forgotten
			known = append(known, m)
		}
	}
	return known, err
}

// WithoutText implements Store: they are held by another server, or were until their hour was over.
func (u *Unstored) WithoutText(ctx context.Context, workspace, bot, session string) ([]string, error) {
	ids, err := u.Store.WithoutText(ctx, workspace, bot, session)
	return slices.DeleteFunc(ids, func(id string) bool { return u.filled(Message{Session: session, ID: id}).Text != "" }), err
}

// Message implements Store.
func (u *Unstored) Message(ctx context.Context, workspace, bot, session, id string) (Message, error) {
	m, err := u.Store.Message(ctx, workspace, bot, session, id)
	return u.filled(m), err
}

// Sweep drops the sessions that keep refuses: others may have erased them.
func (u *Unstored) Sweep(keep func(workspace, bot, session string) bool) {
	u.mu.Lock()
	defer u.mu.Unlock()
	for id, s := range u.sessions {
		if !keep(s.workspace, s.bot, id) {
			delete(u.sessions, id)
		}
	}
}

// Expire drops the sessions that have been quiet for an hour.
func (u *Unstored) Expire() {
	u.mu.Lock()
	defer u.mu.Unlock()
	u.expire()
}

func (u *Unstored) expire() {
	oldest := u.Now().Add(-HeldFor)
	for id, s := range u.sessions {
		if s.at.Before(oldest) {
			delete(u.sessions, id)
		}
	}
}

func (u *Unstored) hold(m Message) {
	u.mu.Lock()
	defer u.mu.Unlock()
	s := u.sessions[m.Session]
	if s == nil {
		if m.Role == Assistant && m.State != Streaming {
			return // the visitor ended the chat meanwhile
		}
		if len(u.sessions) >= maxSessions {
			u.expire()
		}
		for some := range u.sessions { // still too many: any of them starts anew
			if len(u.sessions) < maxSessions {
				break
			}
			delete(u.sessions, some)
		}
		s = &held{workspace: m.Workspace, bot: m.Bot, messages: map[string]Message{}}
		if u.sessions == nil {
			u.sessions = map[string]*held{}
		}
		u.sessions[m.Session] = s
	}
	known, ok := s.messages[m.ID]
	if ok && known.At.After(m.At) { // it was begun anew meanwhile
		return
	}
	if !ok || known.State != m.State { // else it is only stored again
		s.at = u.Now()
	}
	s.messages[m.ID] = m
}

// filled is a stored message with the text that is held of it.
func (u *Unstored) filled(m Message) Message {
	u.mu.Lock()
	defer u.mu.Unlock()
	s := u.sessions[m.Session]
	if s == nil {
		return m
	}
	if known, ok := s.messages[m.ID]; ok {
		m.Text, m.Citations, m.Unstored = known.Text, known.Citations, true
	}
	return m
}
