package cli

import (
	"context"
	"fmt"
	"log/slog"
	"sync"

	"github.com/webchatagent/wca/internal/personal"
	"github.com/webchatagent/wca/internal/pseudonym"
)

// discreet takes personal data out of what errors and panics say before it is written to the log: they
// may repeat what a visitor typed, or what a provider of models says of it.
type discreet struct{ slog.Handler }

// recognised finds personal data in reports. Addresses of machines stay: an operator needs to know which
// server does not answer, and those of visitors never get there.
var recognised = sync.OnceValue(func() *personal.Guarded {
	return personal.Guard(personal.New(personal.Options{Off: []personal.Type{personal.IP}}))
})

// Handle implements slog.Handler.
func (d discreet) Handle(ctx context.Context, r slog.Record) error {
	clean := slog.NewRecord(r.Time, r.Level, r.Message, r.PC)
	r.Attrs(func(a slog.Attr) bool {
		clean.AddAttrs(withoutPersons(a))
		return true
	})
	return d.Handler.Handle(ctx, clean)
}

// WithAttrs implements slog.Handler.
func (d discreet) WithAttrs(attrs []slog.Attr) slog.Handler {
	clean := make([]slog.Attr, len(attrs))
	for i, a := range attrs {
		clean[i] = withoutPersons(a)
	}
	return discreet{d.Handler.WithAttrs(clean)}
}

// WithGroup implements slog.Handler.
func (d discreet) WithGroup(name string) slog.Handler { return discreet{d.Handler.WithGroup(name)} }

// withoutPersons cleans what was not written by this program's own hand: errors and whatever was
// panicked with. Ids, counts and times are left alone.
func withoutPersons(a slog.Attr) slog.Attr {
	value := a.Value.Resolve()
	reported := a.Key == "error" || a.Key == "err" || a.Key == "panic" // the job queue calls them err
	if value.Kind() != slog.KindAny && !(reported && value.Kind() == slog.KindString) {
		return a
	}
	text := fmt.Sprint(value.Any())
	masked, found := pseudonym.Anonymise(recognised(), text)
	switch {
	case recognised().Err() != nil:
		return slog.String(a.Key, "not shown: "+personal.ErrFailed.Error())
	case len(found) == 0:
		return a
	}
	return slog.String(a.Key, masked)
}
