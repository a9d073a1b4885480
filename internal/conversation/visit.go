package conversation

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/erasure"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/token"
)

// check tidies the question up, or says what is wrong with it.
func (q *Question) check() error {
	q.Text = strings.TrimSpace(strings.ToValidUTF8(q.Text, "�"))
	if q.Text == "" {
		return problem.New(problem.Invalid, "question_empty", "Please write a question.")
	}
	if n := utf8.RuneCountInString(q.Text); n > maxQuestion {
		return problem.New(problem.TooLarge, "question_too_long", "The question has %d characters; at most %d are possible.", n, maxQuestion)
	}
	if len(q.ClientID) > maxClientID {
		return problem.New(problem.Invalid, "client_id_too_long", "client_id may have at most %d characters.", maxClientID)
	}
	if q.ClientID == "" {
		q.ClientID = token.ID("c")
	}
	if q.Language != "de" && q.Language != "en" {
		q.Language = "de"
	}
	return nil
}

// enter finds the visitor's session or, at the first message, makes one, which is stored with that
// message, and returns its secret.
// A session that is unknown or ended is not made anew behind the visitor's back (W05, W08).
func (d *Desk) enter(ctx context.Context, q *Question) (s Session, minted string, err error) {
	if q.Session != "" {
		s, err = d.Session(ctx, q.Bot, q.Session)
		return s, "", err
	}
	minted = token.Secret("s")
	now := d.Now().UTC()
	s = Session{
		Workspace: q.Bot.Workspace, Bot: q.Bot.ID, ID: token.ID("ses"), Hash: token.Hash(minted),
		Channel: q.Channel, Language: q.Language, CreatedAt: now, LastAt: now,
	}
	return s, minted, nil
}

// Session finds the session of a secret. Unknown, ended and other bots' sessions are all gone.
func (d *Desk) Session(ctx context.Context, b bot.Bot, secret string) (Session, error) {
	s, err := d.Store.SessionByHash(ctx, b.Workspace, b.ID, token.Hash(secret))
	if problem.Is(err, problem.NotFound) {
		return Session{}, gone()
	}
	return s, err
}

func gone() error {
	return problem.New(problem.Gone, "session_gone", "This conversation has ended. Please start a new one.")
}

// goneMeanwhile makes the error of a session that ended after its visitor was let in, through retention, another tab or
// another server, that of one which had ended before.
func goneMeanwhile(err error) error {
	var missing *problem.Error
	if errors.As(err, &missing) && missing.Code == problem.Missing("session").Code {
		return gone()
	}
	return err
}

// History returns the messages of a visitor's session, oldest first.
func (d *Desk) History(ctx context.Context, b bot.Bot, secret string) (Session, []Message, error) {
	s, err := d.Session(ctx, b, secret)
	if err != nil {
		return Session{}, nil, err
	}
	messages, err := d.Store.Messages(ctx, s.Workspace, s.Bot, s.ID)
	return s, messages, err
}

// HistoryByID is History for the operator, to hand out to who asks for it (Art. 15 GDPR). A conversation whose
// processing is restricted they do not see.
func (d *Desk) HistoryByID(ctx context.Context, b bot.Bot, session string) (Session, []Message, error) {
	s, err := d.Store.SessionByID(ctx, b.Workspace, b.ID, session)
	if err != nil {
		return Session{}, nil, err
	}
	if s.Restricted {
		return Session{}, nil, problem.New(problem.Forbidden, "session_restricted", "The visitor has restricted the processing of this conversation, so it is not shown. They can download it themselves in the chat, under “My data”.")
	}
	messages, err := d.Store.Messages(ctx, s.Workspace, s.Bot, s.ID)
	return s, messages, err
}

// WithoutText is how many messages of a session History does not give, because their text is not stored
// and not held here.
func (d *Desk) WithoutText(ctx context.Context, s Session) (int, error) {
	ids, err := d.Store.WithoutText(ctx, s.Workspace, s.Bot, s.ID)
	return len(ids), err
}

// Message returns one message of a visitor's session.
func (d *Desk) Message(ctx context.Context, b bot.Bot, secret, id string) (Message, error) {
	s, err := d.Session(ctx, b, secret)
	if err != nil {
		return Message{}, err
	}
	return d.Store.Message(ctx, s.Workspace, s.Bot, s.ID, id)
}

// Stop ends an answer that is being written, by another server within a second; what is there is kept.
// Stopping a finished answer changes nothing.
func (d *Desk) Stop(ctx context.Context, b bot.Bot, secret, answer string) error {
	s, err := d.Session(ctx, b, secret)
	if err != nil {
		return err
	}
	if d.Running.Stop(s.ID, answer) {
		return nil
	}
	return d.Store.StopAnswer(ctx, s.Workspace, s.Bot, s.ID, answer)
}

// Judge stores the visitor's feedback on an answer, or takes it back with the zero value. What they
// write with it is for others to read: of a restricted session it is not stored.
func (d *Desk) Judge(ctx context.Context, b bot.Bot, secret, answer string, f Feedback) error {
	if f.Value != "" && f.Value != "up" && f.Value != "down" {
		return problem.New(problem.Invalid, "feedback_unknown", "The value must be up, down or none.")
	}
	if utf8.RuneCountInString(f.Text) > 1000 || len(f.Reasons) > 10 {
		return problem.New(problem.TooLarge, "feedback_too_long", "Feedback may have at most 1,000 characters and 10 reasons.")
	}
	if slices.ContainsFunc(f.Reasons, func(r string) bool { return !slices.Contains(FeedbackReasons, r) }) {
		return problem.New(problem.Invalid, "reason_unknown", "The reasons are %s.", strings.Join(FeedbackReasons, ", "))
	}
	s, err := d.Session(ctx, b, secret)
	if err != nil {
		return err
	}
	settings, err := d.Bots.PublishedSettings(ctx, b.Workspace, b.ID)
	if err != nil {
		return fmt.Errorf("reading the bot's settings: %w", err)
	}
	if settings.Settings.Retention.Kept() == 0 || s.Restricted {
		f.Text = ""
	}
	return goneMeanwhile(d.Store.SetFeedback(ctx, s.Workspace, s.Bot, s.ID, answer, f))
}

// Eraser erases everything of a session, or its contact data.
type Eraser interface {
	Erase(ctx context.Context, workspace string, kind erasure.Kind, id string) (erasure.Receipt, error)
}

// End erases the session with everything in it; its secret is worth nothing afterwards (E1, E4).
func (d *Desk) End(ctx context.Context, b bot.Bot, secret string) (erasure.Receipt, error) {
	s, err := d.Session(ctx, b, secret)
	if err != nil {
		return erasure.Receipt{}, err
	}
	receipt, err := d.Eraser.Erase(ctx, s.Workspace, erasure.Session, s.ID)
	if problem.Is(err, problem.NotFound) { // ended just now, through another tab or server
		return receipt, gone()
	}
	return receipt, err
}

// vaultKey derives the key of a session's placeholders, so that the same value has the same
// placeholder in all turns and after a restart, with nothing stored.
func (d *Desk) vaultKey(s Session) []byte {
	mac := hmac.New(sha256.New, d.Secret)
	mac.Write([]byte("placeholders\x00" + s.Workspace + "\x00" + s.ID))
	return mac.Sum(nil)
}
