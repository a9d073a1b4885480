package conversation

import (
	"context"
	"net/mail"
	"regexp"
	"strings"
	"time"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/erasure"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/token"
	"github.com/webchatagent/wca/internal/word"
)

// Contact is how a visitor can be reached, if they have said so in their data (E2). It is kept apart
// from the session and its messages, under an id of its own, and is never part of a request to a
// model (D2).
type Contact struct {
	Workspace string
	Bot       string
	ID        string
	Session   string // goes with the session when that is erased
	Name      string
	Email     string
	Phone     string
	At        time.Time // when it was written or last corrected
}

// Limits of contact data, in characters.
const (
	maxName  = 200
	maxEmail = 254 // RFC 5321, 4.5.3.1.3
	maxPhone = 40
)

// checked returns the contact data in its stored form, or says what is wrong with it. The code of
// the problem names the field.
func (c Contact) checked() (Contact, error) {
	c.Name, c.Email, c.Phone = strings.Join(strings.Fields(c.Name), " "), strings.TrimSpace(c.Email), strings.Join(strings.Fields(c.Phone), " ")
	wrong := func(code, format string, args ...any) (Contact, error) {
		return Contact{}, problem.New(problem.Invalid, code, format, args...)
	}
	switch {
	case c.Name == "" && c.Email == "" && c.Phone == "":
		return wrong("contact_empty", "Please give a name, an e-mail address or a phone number, or delete the contact data.")
	case c.Name != "" && !word.OneLine(c.Name, maxName):
		return wrong("contact_name", "The name may have at most %d characters, not only invisible ones and no control characters.", maxName)
	case c.Email != "" && !mailbox(c.Email):
		return wrong("contact_email", "The e-mail address is not of the form name@example.org.")
	case c.Phone != "" && !dialled(c.Phone):
		return wrong("contact_phone", "The phone number may hold digits, spaces and the characters + ( ) / - . only, and has 5 to 15 digits.")
	}
	return c, nil
}

// mailbox reports whether a text is one e-mail address and nothing else.
func mailbox(text string) bool {
	if len(text) > maxEmail || strings.ContainsAny(text, "<>\"() \t") {
		return false
	}
	parsed, err := mail.ParseAddress(text)
	if err != nil || parsed.Address != text {
		return false
	}
	_, domain, _ := strings.Cut(text, "@")
	return strings.Contains(strings.Trim(domain, "."), ".") && !strings.HasPrefix(domain, "[")
}

var phone = regexp.MustCompile(`^\+?[0-9 ()/.\-]+$`)

// dialled reports whether a text is a phone number, which has at most 15 digits (E.164).
func dialled(text string) bool {
	digits := 0
	for _, r := range text {
		if r >= '0' && r <= '9' {
			digits++
		}
	}
	return len(text) <= maxPhone && phone.MatchString(text) && digits >= 5 && digits <= 15
}

// Contact returns what a visitor has given of contact data, the zero value if nothing.
func (d *Desk) Contact(ctx context.Context, s Session) (Contact, error) {
	c, err := d.Store.Contact(ctx, s.Workspace, s.Bot, s.ID)
	if problem.Is(err, problem.NotFound) {
		return Contact{}, nil
	}
	return c, err
}

// PutContact stores a visitor's contact data (Art. 16 GDPR): of c name, e-mail and phone. What was
// there before is erased. It returns what is stored.
func (d *Desk) PutContact(ctx context.Context, b bot.Bot, secret string, c Contact) (Contact, error) {
	s, err := d.Session(ctx, b, secret)
	if err != nil {
		return Contact{}, err
	}
	if c, err = c.checked(); err != nil {
		return Contact{}, err
	}
	if _, err := d.eraseContact(ctx, s); err != nil && !problem.Is(err, problem.NotFound) {
		return Contact{}, err
	}
	c.Workspace, c.Bot, c.Session, c.ID, c.At = s.Workspace, s.Bot, s.ID, token.ID("con"), d.Now().UTC()
	return c, goneMeanwhile(d.Store.PutContact(ctx, c))
}

// DeleteContact erases a visitor's contact data; without any it gives problem.NotFound.
func (d *Desk) DeleteContact(ctx context.Context, b bot.Bot, secret string) (erasure.Receipt, error) {
	s, err := d.Session(ctx, b, secret)
	if err != nil {
		return erasure.Receipt{}, err
	}
	return d.eraseContact(ctx, s)
}

func (d *Desk) eraseContact(ctx context.Context, s Session) (erasure.Receipt, error) {
	c, err := d.Store.Contact(ctx, s.Workspace, s.Bot, s.ID)
	if err != nil {
		return erasure.Receipt{}, err
	}
	return d.Eraser.Erase(ctx, s.Workspace, erasure.Contact, c.ID)
}
