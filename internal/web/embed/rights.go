package embed

import (
	"net/http"
	"time"

	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/noun"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/web/respond"
)

// wishes are conversation.Wishes as visitors see them.
type wishes struct {
	NoModel    bool `json:"no_model"`
	Restricted bool `json:"restricted"`
}

// contact is conversation.Contact as visitors give and see it.
type contact struct {
	Name  string `json:"name"`
	Email string `json:"email"`
	Phone string `json:"phone"`
}

// wish lets visitors object to models and restrict the processing of their conversation (K1).
func (v *Visitors) wish(w http.ResponseWriter, r *http.Request, at *visit) error {
	var change conversation.Wish
	if err := decode(r, &change); err != nil {
		return err
	}
	if err := v.unhurried(r); err != nil { // a wish is noted for good
		return err
	}
	now, err := v.Desk.Wish(r.Context(), at.bot, at.session, change)
	if err != nil {
		return err
	}
	respond.JSON(w, wishes(now))
	return nil
}

// putContact stores or corrects contact data.
func (v *Visitors) putContact(w http.ResponseWriter, r *http.Request, at *visit) error {
	var in contact
	if err := decode(r, &in); err != nil {
		return err
	}
	if err := v.unhurried(r); err != nil { // a correction erases what was there, which is noted for good
		return err
	}
	stored, err := v.Desk.PutContact(r.Context(), at.bot, at.session, conversation.Contact{Name: in.Name, Email: in.Email, Phone: in.Phone})
	if err != nil {
		return err
	}
	respond.JSON(w, contact{stored.Name, stored.Email, stored.Phone})
	return nil
}

func (v *Visitors) deleteContact(w http.ResponseWriter, r *http.Request, at *visit) error {
	receipt, err := v.Desk.DeleteContact(r.Context(), at.bot, at.session)
	if err != nil {
		return err
	}
	respond.JSON(w, receipt)
	return nil
}

// unhurried refuses who changes too much in a short time.
func (v *Visitors) unhurried(r *http.Request) error {
	if ok, wait := v.Changes.Allow(v.Proxies.Addr(r)); !ok {
		return hurried(wait, "too_many_changes", "This was not saved: there were many changes in a short time. Please try again in %s.")
	}
	return nil
}

// hurried says how long to wait; format has a place for the seconds.
func hurried(wait time.Duration, code, format string) error {
	seconds := int(wait.Seconds())
	e := problem.New(problem.Limited, code, format, noun.Count(seconds, "1 second", "seconds"))
	e.Wait = seconds
	return e
}
