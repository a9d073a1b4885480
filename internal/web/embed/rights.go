package embed

import (
	"net/http"

	"github.com/webchatagent/wca/internal/conversation"
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

// unhurried refuses who sends too much in a short time.
func (v *Visitors) unhurried(r *http.Request) error {
	ok, wait := v.Rate.Allow(v.Proxies.Addr(r))
	if ok {
		return nil
	}
	e := problem.New(problem.Limited, "too_many_questions", "These are many questions in a short time. Please wait %d seconds.", int(wait.Seconds()))
	e.Wait = int(wait.Seconds())
	return e
}
