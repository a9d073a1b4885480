package journal

import (
	"context"
	"encoding/json"
	"fmt"
	"hash/maphash"
	"iter"
	"time"
)

// Kind is one kind of entries. The database knows them, too.
type Kind[E any] struct {
	// ID tells entries apart. It is "" for what a line of another kind decodes to.
	ID func(E) string
	// Known reads the entries that the database knows, in any order.
	Known func(ctx context.Context) iter.Seq2[E, error]
	// Again does what the database did not know when Known was read, the oldest first, and returns how
	// much of it the database still lacked. It is given at most atOnce.
	Again func(ctx context.Context, unknown []E) (done int, err error)
	// At is when an entry was made. One of before Since that the database does not know is over: it is not
	// done again, and Forget takes it out.
	At    func(E) time.Time
	Since time.Time

	Done    int // what the database lacked: an older backup of it had come back
	Renewed int // what the journal lacked: it was lost or damaged, or is another server's

	seed    maphash.Seed
	noted   map[uint64]bool // by the mark of an entry that the database knows: whether the journal does
	unknown []E
}

// atOnce is how many entries are held in memory at most; of all others some 30 bytes each.
const atOnce = 10_000

// side is a Kind, whatever its entries.
type side interface {
	begin(ctx context.Context) error
	take(ctx context.Context, line []byte) error
	end(ctx context.Context, path Journal) error
	over(line []byte) bool
}

// Reconcile brings the journal and the database to the same knowledge: what only the journal knows is done
// again, what only the database knows is added. Each is read once; the database again if the journal
// lacks something.
func (path Journal) Reconcile(ctx context.Context, kinds ...side) error {
	for _, k := range kinds { // before the journal is read: whoever adds an entry meanwhile does it there first
		if err := k.begin(ctx); err != nil {
			return fmt.Errorf("reading what the database knows of the journal: %w", err)
		}
	}
	err := path.read(func(line []byte) error {
		for _, k := range kinds {
			if err := k.take(ctx, line); err != nil {
				return err
			}
		}
		return ctx.Err()
	})
	if err != nil {
		return err
	}
	for _, k := range kinds {
		if err := k.end(ctx, path); err != nil {
			return err
		}
	}
	return nil
}

func (k *Kind[E]) mark(e E) uint64 { return maphash.String(k.seed, k.ID(e)) }

func (k *Kind[E]) begin(ctx context.Context) error {
	k.seed, k.noted = maphash.MakeSeed(), map[uint64]bool{}
	for e, err := range k.Known(ctx) {
		if err != nil {
			return err
		}
		k.noted[k.mark(e)] = false
	}
	return nil
}

func (k *Kind[E]) take(ctx context.Context, line []byte) error {
	var e E
	if json.Unmarshal(line, &e) != nil || k.ID(e) == "" {
		return nil // of another kind, or torn: what it noted had not begun
	}
	mark := k.mark(e)
	if _, known := k.noted[mark]; known {
		k.noted[mark] = true
		return nil
	}
	if k.At(e).Before(k.Since) {
		return nil
	}
	if k.unknown = append(k.unknown, e); len(k.unknown) < atOnce {
		return nil
	}
	return k.again(ctx)
}

func (k *Kind[E]) over(line []byte) bool {
	var e E
	if json.Unmarshal(line, &e) != nil || k.ID(e) == "" || !k.At(e).Before(k.Since) {
		return false
	}
	_, known := k.noted[k.mark(e)]
	return !known
}

func (k *Kind[E]) again(ctx context.Context) error {
	if len(k.unknown) == 0 {
		return nil
	}
	n, err := k.Again(ctx, k.unknown)
	k.Done += n
	k.unknown = k.unknown[:0]
	if err != nil {
		return fmt.Errorf("doing again what an older backup does not know: %w", err)
	}
	return nil
}

func (k *Kind[E]) end(ctx context.Context, path Journal) error {
	if err := k.again(ctx); err != nil {
		return err
	}
	lacks := false
	for _, noted := range k.noted {
		lacks = lacks || !noted
	}
	if !lacks {
		return nil
	}
	var lost []any
	add := func() error {
		if err := path.Add(lost...); err != nil {
			return err
		}
		k.Renewed += len(lost)
		lost = lost[:0]
		return nil
	}
	for e, err := range k.Known(ctx) {
		if err != nil {
			return fmt.Errorf("reading what the journal lacks: %w", err)
		}
		if noted, known := k.noted[k.mark(e)]; noted || !known {
			continue
		}
		if lost = append(lost, e); len(lost) == atOnce {
			if err := add(); err != nil {
				return err
			}
		}
	}
	if len(lost) == 0 {
		return nil
	}
	return add()
}
