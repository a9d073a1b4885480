package dashboard

import (
	"context"
	"errors"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/web/respond"
)

// soon is after how many seconds it is worth trying again where the database is away.
const soon = 10

// failure is what a page says about an error.
type failure struct {
	Title, Text, Reference string
	Again                  string // address to try again, "" where that is of no use
	Framed                 bool   // it stands in the frame of somebody's website
}

// Failed answers a page's request that came to nothing: a browser gets a page in the visitor's language, a
// program a problem.
func (p *Pages) Failed(w http.ResponseWriter, r *http.Request, err error) {
	if !strings.Contains(r.Header.Get("Accept"), "text/html") {
		respond.Error(w, err, p.Log)
		return
	}
	c := words(r)
	found := respond.From(err, p.Log)
	if found.Status == http.StatusInternalServerError && p.away(r) {
		found.Status = http.StatusServiceUnavailable
	}
	f := failure{Title: c.Failed, Text: c.FailedText, Reference: found.Ref, Again: r.URL.RequestURI(), Framed: strings.HasPrefix(r.URL.Path, "/embed/")}
	switch found.Status {
	case http.StatusServiceUnavailable:
		f.Title, f.Text = c.Away, c.AwayText
		wait := soon
		if e := (*problem.Error)(nil); errors.As(err, &e) && e.Wait > 0 {
			wait = e.Wait
		}
		w.Header().Set("Retry-After", strconv.Itoa(wait))
	case http.StatusNotFound, http.StatusGone:
		f.Title, f.Text, f.Again = c.Missing, c.MissingText, ""
		if f.Framed || strings.HasPrefix(r.URL.Path, "/c/") {
			f.Title, f.Text = c.NoChat, c.NoChatText
		}
	case http.StatusForbidden:
		f.Title, f.Text, f.Again = c.NotHere, c.NotHereText, ""
	}
	allowed := policy
	if f.Framed {
		allowed = framed
	}
	p.write(w, r, found.Status, allowed, failed(c, f))
}

// away reports whether the database does not answer.
func (p *Pages) away(r *http.Request) bool {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(r.Context()), 2*time.Second)
	defer cancel()
	return p.Ready(ctx) != nil
}
