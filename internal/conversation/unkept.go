package conversation

import "context"

// Unkept is a desk like d for questions that are no visitor's, such as those of the command line: an
// answer ends with the context of who asks, and nothing of it is stored but the ledger's entry without its
// bytes, so that nothing of it has to be erased and no receipt of that stands among those of visitors.
func (d *Desk) Unkept() *Desk {
	beside := d.Beside()
	beside.Store, beside.unkept = unkept{d.Store}, true
	beside.Running = &Running{} // of its own: EndUnwanted would look for these answers in the database
	return beside
}

// unkept is a Store that takes no conversation in.
type unkept struct{ Store }

// BeginAnswer implements Store.
func (unkept) BeginAnswer(context.Context, *Session, *Message, *Message) (fresh bool, err error) {
	return true, nil
}

// FinishAnswer implements Store.
func (unkept) FinishAnswer(context.Context, *Message) error { return nil }

// Noting implements Store.
func (unkept) Noting(ctx context.Context, _ *Message) (context.Context, error) { return ctx, nil }

// RecordGap implements Store.
func (unkept) RecordGap(context.Context, Gap) error { return nil }
