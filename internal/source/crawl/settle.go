package crawl

import (
	"context"
	"net/url"
)

// settle follows a start address that leads to another host, example.de to www.example.com: the
// site that people mean is the one they are led to. It asks anew each time a crawl goes on, so that
// nobody has to remember the answer. moved is true if there is another host now.
func (c *Crawler) settle(ctx context.Context) (moved bool) {
	at := c.scope.Load().start
	for range 6 {
		if at.Path != "/" || at.RawQuery != "" { // a single page that leads elsewhere is no other site
			return moved
		}
		response, err := c.get(ctx, at.String(), nil)
		if err != nil {
			return moved // the page itself will fail and say why
		}
		response.Body.Close()
		location := response.Header.Get("Location")
		if response.StatusCode/100 != 3 || location == "" {
			return moved
		}
		next, err := at.Parse(location)
		if err != nil {
			return moved
		}
		to := Normalise(next.String())
		if to == "" {
			return moved
		}
		if c.scope.Load().contains(to) != "" {
			there, err := newScope(to, c.rules)
			if err != nil {
				return moved
			}
			c.scope.Store(&there)
			moved = true
		}
		if at, err = url.Parse(to); err != nil {
			return moved
		}
	}
	return moved
}
