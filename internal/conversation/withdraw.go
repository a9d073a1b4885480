package conversation

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/webchatagent/wca/internal/erasure"
)

// Withdraw puts erasure.Withdrawn in the place of what is held of answers that rest on documents erased by now, and of
// those of a model behind them, which may build on them.
func (u *Unstored) Withdraw(ctx context.Context) error {
	for of, used := range u.used() {
		if err := u.Store.Gone(ctx, of.workspace, of.bot, used.ids, used.addresses, u.Now().Add(-HeldFor)); err != nil {
			return fmt.Errorf("looking what documents were erased: %w", err)
		}
		if len(used.ids)+len(used.addresses) == 0 {
			continue
		}
		u.mu.Lock()
		for _, s := range u.sessions {
			if s.workspace == of.workspace && s.bot == of.bot {
				s.withdraw(used)
			}
		}
		u.mu.Unlock()
	}
	return nil
}

// basis are documents, by their ids and addresses.
type basis struct{ ids, addresses map[string]bool }

// used are the documents that held answers were made from, by bot.
func (u *Unstored) used() map[struct{ workspace, bot string }]basis {
	all := map[struct{ workspace, bot string }]basis{}
	u.mu.Lock()
	defer u.mu.Unlock()
	for _, s := range u.sessions {
		of := struct{ workspace, bot string }{s.workspace, s.bot}
		if all[of].ids == nil {
			all[of] = basis{map[string]bool{}, map[string]bool{}}
		}
		for _, m := range s.messages {
			for _, id := range slices.Concat(m.Trace.Documents, m.Trace.Contact) {
				all[of].ids[id] = true
			}
			for _, c := range m.Citations {
				all[of].addresses[c.Document] = true
			}
		}
	}
	return all
}

func (s *held) withdraw(gone basis) {
	told := false // later answers may build on one that goes
	for _, m := range slices.SortedFunc(maps.Values(s.messages), func(a, b Message) int { return a.At.Compare(b.At) }) {
		if m.RestsOn(gone.ids, gone.addresses) || told && m.Unattributed() {
			told = true
			m.Text, m.Citations = erasure.Withdrawn(m.Language), nil
			s.messages[m.ID] = m
		}
	}
}
