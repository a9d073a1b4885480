package source

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/webchatagent/wca/internal/bilingual"
	"github.com/webchatagent/wca/internal/source/crawl"
)

// NoticeCode names what a run met that is more than the matter of a page.
type NoticeCode string

// The codes. After each of them what was read before is kept.
const (
	Vanished    NoticeCode = "vanished"    // most pages are gone or ask not to be read
	SameText    NoticeCode = "same_text"   // every page says the same
	Maintenance NoticeCode = "maintenance" // the website asks to come back later
	Unanswered  NoticeCode = "unanswered"  // the website does not say what may be read
)

// Notice is what the operator of a source should know of its latest run. The zero value is nothing.
type Notice struct {
	Code   NoticeCode   `json:"code,omitempty" enum:"vanished,same_text,maintenance,unanswered" doc:"Why what was read before is kept; missing if the reading went as it should."`
	Kept   int          `json:"kept,omitempty" doc:"How many documents would be removed."`
	Of     int          `json:"of,omitempty" doc:"How many documents there were before the reading."`
	Reason crawl.Reason `json:"reason,omitempty" doc:"Why, as a word; of documents that would be removed, of the first."`
	Said   []string     `json:"said,omitempty" doc:"Of a page that was read and refused: which reason it is and the values in it."`
	Why    string       `json:"why,omitempty" doc:"The same as a sentence."`
	Status int          `json:"status,omitempty" doc:"HTTP status by which the website asks to come back later."`
	Since  time.Time    `json:"since,omitzero" doc:"When the website was first found so."`
	Again  time.Time    `json:"again,omitzero" doc:"When it is looked at again."`
	Pause  crawl.Pause  `json:"pause,omitzero" doc:"A pause between requests that robots.txt asks for and that makes the reading long."`
}

// few is how many documents may always be removed at once less one: as many can be the wish of who owns the website.
const few = 3

// How much later a reading has to find the same for what was read to give way. A deployment that went wrong in the
// evening is mended in the morning; a page in maintenance may stand for a weekend, and nobody takes single pages back
// by it.
const (
	believeVanished = 12 * time.Hour
	believeSame     = 72 * time.Hour
)

// most reports whether a run would remove more than half of the documents there were before it, new ones counted
// against that: a website that was built anew at other addresses has not vanished.
func (c Counts) most() bool {
	return c.Kept >= few && 2*(c.Documents-c.Kept) < c.before()
}

// before is how many documents there were before the run, without those that left at once.
func (c Counts) before() int { return c.Documents - c.New }

// addresses is how many addresses of a website there are to read.
func (c Counts) addresses() int { return c.Pending + c.Done + c.Skipped + c.Failed }

// wellAlready reports whether so many documents were seen in place that the rest can't be most of them.
func (c Counts) wellAlready() bool { return 2*(c.New+c.Changed+c.Unchanged) >= c.before() }

// confirms reports whether a run that begins now and finds the same again is to be believed, because the notice is old
// enough or the operator said so.
func (n Notice) confirms(code NoticeCode, begun time.Time) bool {
	wait := believeVanished
	if code == SameText {
		wait = believeSame
	}
	return n.Code == code && !begun.Before(n.Since.Add(wait))
}

// Sentence says in German or English why what was read before is kept; "" if there is no Code.
func (n Notice) Sentence(language string) string {
	why := Page{Code: string(n.Reason), Said: n.Said, Reason: n.Why}.why()
	kept := bilingual.Of(" Was vorher gelesen wurde, bleibt erhalten.", " What was read before is kept.")
	again, later := clock(n.Again), clock(n.Since.Add(believeVanished))
	retried := bilingual.Of(" Ein laufender Server versucht es wieder: "+again.De+".", " A running server tries again at "+again.En+".")
	var said bilingual.Text
	switch n.Code {
	case Vanished:
		said = bilingual.Of(
			fmt.Sprintf("%d von %d Seiten sollen auf einmal nicht mehr gelesen werden oder sind verschwunden (%s). Das kann ein Versehen auf der Website sein, darum bleibt vorerst erhalten, was vorher gelesen wurde. Gelöscht wird es, wenn die Website am %s oder später wieder so vorgefunden wird, oder sofort mit wca sources --accept.", n.Kept, n.Of, strings.TrimSuffix(why.De, "."), later.De),
			fmt.Sprintf("%d of %d pages are suddenly gone or ask not to be read (%s). This may be a mistake on the website, so what was read before is kept for now. It is removed if the website is found so again at %s or later, or at once by wca sources --accept.", n.Kept, n.Of, strings.TrimSuffix(why.En, "."), later.En))
	case SameText:
		said = bilingual.Of(
			"Alle Seiten, nach denen gefragt wurde, zeigen auf einmal denselben Text; die Website wird wohl gerade gewartet.",
			"All pages that were asked for suddenly show the same text; the website seems to be in maintenance.",
		).Add(kept).Add(retried).Add(bilingual.Of(" Soll die Website so übernommen werden: wca sources --accept.", " To take the website in as it is: wca sources --accept."))
	case Unanswered:
		said = why.Add(kept).Add(retried)
	case Maintenance:
		said = bilingual.Of("Die Website wird gerade gewartet oder ist überlastet (Status %d).", "The website is in maintenance or overloaded (status %d).").Format(n.Status)
		if n.Of > 0 {
			said = said.Add(kept)
		}
		said = said.Add(retried)
	}
	return said.In(language)
}

// clock is a time for people.
func clock(at time.Time) bilingual.Text {
	return bilingual.Of(at.UTC().Format("02.01.2006, 15:04 Uhr UTC"), at.UTC().Format("2006-01-02 15:04 UTC"))
}

// Remarks says in German or English what else is to be known of a source that was read: pauses that make the
// reading long, addresses that a limit kept out, pages that scripts fill. "" if there is nothing.
func (s Source) Remarks(language string) string {
	return strings.TrimSpace(strings.TrimSpace(s.Notice.Pause.Sentence(language)+" "+s.LeftOut.Sentence(language, s.Rules)) + " " + s.Counts.scripted(language))
}

// comeBack is when a website that asks for it without naming a time is asked again. A time that it names is kept
// within soonest and latest.
const (
	soonest  = 10 * time.Minute
	comeBack = time.Hour
	latest   = 24 * time.Hour
)

// notice says what is to be known of a run that has ended, and removes what it may remove.
func (l *Library) notice(ctx context.Context, s Source, before Notice, failure error) (Notice, error) {
	n := Notice{Pause: s.Notice.Pause, Of: s.Counts.before()}
	if n.Pause.Wanted > 0 {
		n.Pause.Addresses = s.Counts.addresses()
	}
	since := func(code NoticeCode) time.Time {
		if before.Code == code {
			return before.Since
		}
		return s.EndedAt
	}
	var busy *crawl.Busy
	var closed *crawl.Closed
	switch {
	case errors.As(failure, &busy):
		wait := comeBack
		if busy.RetryAfter > 0 {
			wait = min(max(busy.RetryAfter, soonest), latest).Truncate(time.Second)
		}
		n.Code, n.Status, n.Since, n.Again = Maintenance, busy.Status, since(Maintenance), s.EndedAt.Add(wait)
	case errors.As(failure, &closed):
		n.Code, n.Reason, n.Why = Unanswered, closed.Reason, said(closed.Reason, closed.Detail)
		n.Since, n.Again = since(Unanswered), s.EndedAt.Add(comeBack)
	case errors.Is(failure, errSame):
		n.Code, n.Since, n.Again = SameText, since(SameText), s.EndedAt.Add(comeBack)
	case failure == nil && s.Counts.most() && !before.confirms(Vanished, s.StartedAt):
		n.Code, n.Kept, n.Since = Vanished, s.Counts.Kept, since(Vanished)
		n.Again = n.Since.Add(believeVanished)
		if n.Again.Before(s.EndedAt) {
			n.Again = s.EndedAt
		}
		if next := s.next(); !next.IsZero() && next.Before(n.Again) {
			n.Again = next
		}
		first, err := l.Store.Pages(ctx, s.Workspace, s.Bot, s.ID, Some{Effect: Kept, Limit: 1})
		if err != nil {
			return n, fmt.Errorf("looking why pages are gone: %w", err)
		}
		for _, p := range first {
			n.Reason, n.Said, n.Why = crawl.Reason(p.Code), p.Said, p.Reason
			if sentence := n.Reason.Sentence("en"); strings.HasPrefix(p.Reason, sentence) {
				n.Why = sentence // without the address where it leads
			}
		}
	default:
		if failure == nil && s.Counts.Kept > 0 {
			return Notice{Pause: n.Pause}, l.removeKept(ctx, s)
		}
		return Notice{Pause: n.Pause}, nil
	}
	return n, nil
}

// removeKept removes the documents whose pages are gone, which were kept.
func (l *Library) removeKept(ctx context.Context, s Source) error {
	if _, err := l.Store.RemoveKept(ctx, s.Workspace, s.Bot, s.ID); err != nil {
		return fmt.Errorf("removing what is gone: %w", err)
	}
	if err := l.Store.RaiseIndex(ctx, s.Workspace, s.Bot); err != nil {
		return fmt.Errorf("making the index new: %w", err)
	}
	return nil
}
