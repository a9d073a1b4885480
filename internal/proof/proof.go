// Package proof checks the promises of this software against the instance that runs: each promise
// has an id, a sentence for people and, once it is built, a check that really does what is
// promised and looks at what came of it.
package proof

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"
	"time"

	"github.com/webchatagent/wca/internal/bilingual"
	"github.com/webchatagent/wca/internal/workspace"
)

// State says what a check found.
type State string

// The states.
const (
	Holds     State = "holds"
	Partly    State = "partly"    // what is built of it, and is not switched off by a setting that keeps less, holds; the rest is named in the reason
	Broken    State = "broken"    // it is built and is not kept
	Missing   State = "missing"   // not built yet
	Unchecked State = "unchecked" // cannot be checked here
)

// Words are what people read of a state.
func (s State) Words() bilingual.Text {
	switch s {
	case Holds:
		return bilingual.Of("hält", "holds")
	case Partly:
		return bilingual.Of("hält teilweise", "holds in part")
	case Broken:
		return bilingual.Of("gebrochen", "broken")
	case Missing:
		return bilingual.Of("noch nicht gebaut", "not built yet")
	}
	return bilingual.Of("hier nicht prüfbar", "cannot be checked here")
}

// Promise is one promise.
type Promise struct {
	ID    string
	Text  bilingual.Text
	Built bool
	Lacks bilingual.Text // what is not built of it
	check func(ctx context.Context, b *bench) finding
}

// Result is what became of one promise. It names no customer, no bot and no person: it is public.
type Result struct {
	ID       string         `json:"id"`
	Promise  bilingual.Text `json:"promise"`
	State    State          `json:"state" enum:"holds,partly,broken,missing,unchecked"`
	Reason   bilingual.Text `json:"reason"`
	Evidence bilingual.Text `json:"evidence,omitzero" doc:"What the check did and saw."`

	late bool
}

// Report is one run of all checks.
type Report struct {
	At      time.Time `json:"at" doc:"When the run ended; the zero time before the first one."`
	Results []Result  `json:"results"`
}

// Broken lists the ids of promises that are built and not kept.
func (r Report) Broken() []string {
	var ids []string
	for _, one := range r.Results {
		if one.State == Broken {
			ids = append(ids, one.ID)
		}
	}
	return ids
}

// Late lists the ids of promises whose checks took too long, so that nothing is known of them.
func (r Report) Late() []string {
	var ids []string
	for _, one := range r.Results {
		if one.late {
			ids = append(ids, one.ID)
		}
	}
	return ids
}

// Public is the report for everybody: of what is not kept or could not be checked only the reason is
// told, not what the check saw.
func (r Report) Public() Report {
	open := Report{At: r.At, Results: slices.Clone(r.Results)}
	for i, one := range open.Results {
		if one.State != Holds && one.State != Partly {
			open.Results[i].Evidence = bilingual.Text{}
		}
	}
	return open
}

// finding is what a check reports. Without a reason the promise's own words stand.
type finding struct {
	state    State
	reason   bilingual.Text
	evidence bilingual.Text
	err      error // what kept the check from its end
}

// holds tells in both languages what the check did and saw; both have the same values in the same order.
func holds(de, en string, values ...any) finding {
	seen := bilingual.Of(de, en)
	if len(values) > 0 {
		seen = seen.Format(values...)
	}
	return finding{state: Holds, evidence: seen}
}

func broken(de, en string) finding { return finding{state: Broken, reason: bilingual.Of(de, en)} }

// saw adds to a finding what the check saw.
func (f finding) saw(evidence bilingual.Text) finding {
	f.evidence = evidence
	return f
}

func unchecked(de, en string) finding { return finding{state: Unchecked, reason: bilingual.Of(de, en)} }

// failed is a check that an error kept from its end: that proves neither one nor the other.
func failed(err error) finding {
	if late(err) {
		return finding{
			state: Unchecked,
			reason: bilingual.Of(
				"Die Prüfung wurde abgebrochen, weil sie zu lange dauerte: Der Server hat viel zu tun, oder in seinem Datenverzeichnis und im Ordner für temporäre Dateien liegt sehr viel. Bitte „wca prove“ zu einer ruhigeren Zeit wiederholen.",
				"The check was stopped because it took too long: the server is busy, or very much lies in its data directory and in the folder for temporary files. Please repeat “wca prove” at a quieter time."),
			evidence: bilingual.AsIs("error: " + err.Error()),
			err:      err,
		}
	}
	return finding{
		state:    Unchecked,
		reason:   bilingual.Of("Die Prüfung kam nicht zu Ende. Der Befehl „wca prove“ nennt den Fehler.", "The check did not come to its end. The command “wca prove” names the error."),
		evidence: bilingual.AsIs("error: " + err.Error()),
		err:      err,
	}
}

// late reports whether an error is that the time for a check was over.
func late(err error) bool { return errors.Is(err, context.DeadlineExceeded) }

// checkTime bounds one check.
const checkTime = 30 * time.Second

// Prover runs the checks and remembers the last run.
type Prover struct {
	Instance Instance

	running sync.Mutex // one run at a time
	mu      sync.Mutex
	last    Report
	seen    map[string]int // the published settings when the last run began
}

// Last is the latest run of this process.
func (p *Prover) Last() Report {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.last
}

// A result is a day old at most, and newer where settings were published since: they may break a promise or
// keep it again. Many changes make one run.
const (
	runEvery = 24 * time.Hour
	runApart = time.Minute
)

// Due reports whether it is time for a run.
func (p *Prover) Due(ctx context.Context) (bool, error) {
	p.mu.Lock()
	age, seen := p.Instance.Now().Sub(p.last.At), p.seen
	p.mu.Unlock()
	if age >= runEvery || age < runApart {
		return age >= runEvery, nil
	}
	now, err := p.published(ctx)
	return err == nil && !maps.Equal(now, seen), err
}

// published are the numbers of the settings that bots answer by, but for those that checks have made.
func (p *Prover) published(ctx context.Context) (map[string]int, error) {
	numbers, err := p.Instance.Bots.PublishedNumbers(ctx)
	if err != nil {
		return nil, fmt.Errorf("reading which settings are published: %w", err)
	}
	maps.DeleteFunc(numbers, func(bot string, _ int) bool { return workspace.Trial(bot) })
	return numbers, nil
}

// Run makes all checks, one after the other. It works in workspaces of its own, which it removes
// again. An error means that a check was kept from its end or that something of its workspaces may
// have stayed; the report is there all the same. Checks that took too long are told by Report.Late.
func (p *Prover) Run(ctx context.Context) (Report, error) {
	p.running.Lock()
	defer p.running.Unlock()
	seen, unseen := p.published(ctx) // before the checks: what is published meanwhile asks for another run
	b := &bench{Instance: p.Instance, began: time.Now()}
	setup, cancel := context.WithTimeout(ctx, 2*checkTime)
	b.trouble = b.open(setup)
	cancel()
	results, errs := make([]Result, 0, len(Promises())), []error{ctx.Err(), unseen}
	if !late(b.trouble) {
		errs = append(errs, b.trouble)
	}
	for _, one := range Promises() {
		r, err := one.run(ctx, b)
		results = append(results, r)
		if err != nil && (b.trouble == nil || !errors.Is(err, b.trouble)) { // said once
			errs = append(errs, fmt.Errorf("checking %s: %w", one.ID, err))
		}
	}
	// What was made goes also when the run was interrupted.
	closing, cancel := context.WithTimeout(context.WithoutCancel(ctx), 2*checkTime)
	defer cancel()
	err := errors.Join(append(errs, b.close(closing))...)
	report := Report{At: p.Instance.Now().UTC(), Results: results}
	if ctx.Err() == nil {
		p.mu.Lock()
		p.last, p.seen = report, seen
		p.mu.Unlock()
	}
	return report, err
}

func (p Promise) run(ctx context.Context, b *bench) (Result, error) {
	r := Result{ID: p.ID, Promise: p.Text, State: Missing, Reason: p.Lacks}
	if !p.Built {
		return r, nil
	}
	ctx, cancel := context.WithTimeout(ctx, checkTime)
	defer cancel()
	f := p.check(ctx, b)
	r.State, r.Reason, r.Evidence, r.late = f.state, f.reason, f.evidence, late(f.err)
	if f.state == Holds && p.Lacks != (bilingual.Text{}) {
		r.State, r.Reason = Partly, p.Lacks
	}
	if r.late {
		return r, nil
	}
	return r, f.err
}
