package crawl

import (
	"context"
	"fmt"
	"hash/maphash"
	"strings"

	"github.com/webchatagent/wca/internal/bilingual"
	"github.com/webchatagent/wca/internal/noun"
)

// LeftOut counts addresses of the site that a limit kept out. There may be more: nobody knows what
// the pages lead to that were not read.
type LeftOut struct {
	Pages int `json:"pages" doc:"By the limit on pages."`
	Depth int `json:"depth" doc:"By the limit on links from the start."`
}

// Sentence says for people what is missing and why, in German or English; "" if nothing is.
func (l LeftOut) Sentence(language string, rules Rules) string {
	rules = rules.withDefaults()
	var said []string
	for _, kept := range []struct {
		n     int
		limit bilingual.Text
	}{
		{l.Pages, bilingual.Of(
			"Die Grenze von "+noun.Count(rules.MaxPages, "einer Seite", "Seiten")+" ist erreicht; sie lässt sich mit --max-pages anheben.",
			"the limit of "+noun.Count(rules.MaxPages, "one page", "pages")+" was reached; raise it with --max-pages.",
		)},
		{l.Depth, bilingual.Of(
			"Von der Startseite aus sind es mehr als "+noun.Count(rules.MaxDepth, "ein Link", "Links")+" bis dorthin; diese Grenze lässt sich mit --max-depth anheben.",
			"more than "+noun.Count(rules.MaxDepth, "one link", "links")+" away from the start; raise this limit with --max-depth.",
		)},
	} {
		if kept.n > 0 {
			count := bilingual.Of(
				"Mindestens "+noun.Count(kept.n, "eine weitere Adresse wurde", "weitere Adressen wurden")+" nicht gelesen: ",
				"At least "+noun.Count(kept.n, "one further address was", "further addresses were")+" not read: ")
			said = append(said, count.Add(kept.limit).In(language))
		}
	}
	return strings.Join(said, " ")
}

// limit is what keeps an address out.
type limit byte

const (
	inside  limit = iota // the frontier knows the address
	byPages              // Rules.MaxPages
	byDepth              // Rules.MaxDepth
)

// maxJudged bounds what is remembered of addresses: a website may have any number of them, and
// "at least" stays true.
const maxJudged = 200_000

// leftOut remembers by hash which limit keeps an address out, so that each counts once.
type leftOut struct {
	seed  maphash.Seed
	kept  map[uint64]limit
	count LeftOut
	told  LeftOut // what the frontier knows
}

func newLeftOut() *leftOut {
	return &leftOut{seed: maphash.MakeSeed(), kept: map[uint64]limit{}}
}

func (l *leftOut) judged(address string) (limit, bool) {
	why, ok := l.kept[maphash.String(l.seed, address)]
	return why, ok
}

func (l *leftOut) judge(address string, why limit) {
	at := maphash.String(l.seed, address)
	l.tally(l.kept[at], -1)
	l.tally(why, 1)
	l.kept[at] = why
}

func (l *leftOut) tally(why limit, n int) {
	switch why {
	case byPages:
		l.count.Pages += n
	case byDepth:
		l.count.Depth += n
	}
}

// leave notes that a limit keeps these addresses out, unless the frontier knows them from another
// way. It tells the frontier of the first, and then when their number has doubled: what a killed
// crawl knew is not lost, and not every page costs a write.
func (c *Crawler) leave(ctx context.Context, f Frontier, pages []Page, why limit) error {
	var fresh []string
	for _, p := range pages {
		if _, ok := c.left.judged(p.URL); !ok && len(c.left.kept)+len(fresh) < maxJudged {
			fresh = append(fresh, p.URL)
		}
	}
	if len(fresh) == 0 {
		return nil
	}
	unknown, err := f.Unknown(ctx, fresh)
	if err != nil {
		return fmt.Errorf("looking for addresses that are left out: %w", err)
	}
	for _, address := range fresh {
		c.left.judge(address, inside)
	}
	for _, address := range unknown {
		c.left.judge(address, why)
	}
	if now, told := c.left.count, c.left.told; now.Pages >= max(1, 2*told.Pages) || now.Depth >= max(1, 2*told.Depth) {
		return c.tell(ctx, f)
	}
	return nil
}

// tell lets the frontier know how many addresses are left out.
func (c *Crawler) tell(ctx context.Context, f Frontier) error {
	if c.left.count == c.left.told {
		return nil
	}
	if err := f.LeaveOut(ctx, c.left.count); err != nil {
		return fmt.Errorf("noting how many addresses are left out: %w", err)
	}
	c.left.told = c.left.count
	return nil
}
