package crawl

import (
	"context"
	"net/url"
	"strings"

	"github.com/webchatagent/wca/internal/egress"
)

// settle follows a start address that leads to another host, example.de to www.example.com: the
// site that people mean is the one they are led to. It asks anew each time a crawl goes on, so that
// nobody has to remember the answer. moved is true if there is another host now; why says why there was no answer.
func (c *Crawler) settle(ctx context.Context) (moved bool, why *Closed) {
	at := c.scope.Load().start
	for range maxRedirects + 1 {
		if at.Path != "/" || at.RawQuery != "" { // a single page that leads elsewhere is no other site
			return moved, nil
		}
		response, err := c.get(ctx, at.String(), nil)
		if err != nil {
			return moved, silent(err)
		}
		response.Body.Close()
		if after := egress.RetryAfter(response.Header); isBusy(response.StatusCode) && after > maxWait {
			c.robots.busy = &Busy{Status: response.StatusCode, RetryAfter: after}
			return moved, nil
		}
		if response.StatusCode >= 500 {
			return moved, &Closed{Reason: ServerError}
		}
		if response.StatusCode >= 400 {
			return moved, &Closed{Reason: BadStatus}
		}
		location := response.Header.Get("Location")
		if response.StatusCode/100 != 3 || location == "" {
			return moved, nil
		}
		next, err := at.Parse(location)
		if err != nil {
			return moved, nil
		}
		to := Normalise(next.String())
		if to == "" {
			return moved, nil
		}
		if !c.scope.Load().contains(to) {
			there, err := newScope(to, c.rules)
			if err != nil {
				return moved, nil
			}
			c.scope.Store(&there)
			moved = true
		}
		if at, err = url.Parse(to); err != nil {
			return moved, nil
		}
	}
	return moved, nil
}

// Moved is a website that led to its own pages before and leads to another one now: nobody asked for that one,
// whose pages would take the place of what was read.
type Moved struct{ To string }

func (m *Moved) Error() string { return "the start address leads to " + m.To + " by now" }

const (
	movedTo   = "The address leads to another website by now, "
	movedKept = ". What was read before is kept. If the other website is right, remove this one and add that."
)

// Sentence says so to a person.
func (m *Moved) Sentence() string { return movedTo + m.To + movedKept }

// MovedInGerman is the Sentence of a Moved in German; ok is false for other sentences.
func MovedInGerman(sentence string) (german string, ok bool) {
	to, is := strings.CutPrefix(sentence, movedTo)
	to, ends := strings.CutSuffix(to, movedKept)
	return "Die Adresse führt inzwischen zu einer anderen Website, " + to + ". Was vorher gelesen wurde, bleibt erhalten. Ist die andere gemeint, entfernen Sie diese und fügen Sie jene hinzu.", is && ends
}
