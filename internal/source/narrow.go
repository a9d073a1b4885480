package source

import (
	"context"
	"fmt"
	"strings"

	"github.com/webchatagent/wca/internal/problem"
)

// CodeMostLeave is of the problem that new rules would remove most of what was read of a website.
const CodeMostLeave = "rules_remove_most"

// leavingNamed is how many documents are named that would be removed.
const leavingNamed = 3

// keepsMost refuses rules by which most of the documents of a known website would be removed, and names some of them.
func (l *Library) keepsMost(ctx context.Context, s Source) error {
	known, err := l.Store.Source(ctx, s.Workspace, s.Bot, s.derivedID())
	switch {
	case problem.Is(err, problem.NotFound):
		return nil
	case err != nil:
		return fmt.Errorf("looking for the website among the sources: %w", err)
	case known.Rules.Same(s.Rules):
		return nil
	}
	excluded, err := s.Rules.Excludes(s.Address)
	if err != nil {
		return err
	}
	var leaving []string
	for offset := 0; ; offset += 500 {
		documents, err := l.Store.Documents(ctx, s.Workspace, s.Bot, 500, offset)
		if err != nil {
			return fmt.Errorf("looking what the rules leave out: %w", err)
		}
		for _, d := range documents {
			if d.Source == known.ID && excluded(d.Address) {
				leaving = append(leaving, d.Address)
			}
		}
		if len(documents) < 500 {
			break
		}
	}
	if !(Counts{Documents: known.Counts.Documents, Kept: len(leaving)}).most() {
		return nil
	}
	named := strings.Join(leaving[:leavingNamed], ", ")
	if more := len(leaving) - leavingNamed; more > 0 {
		named += fmt.Sprintf(" and %d more", more)
	}
	return problem.New(problem.Conflict, CodeMostLeave,
		"By these rules %d of the %d documents of %s would be removed: %s. Nothing was changed.", len(leaving), known.Counts.Documents, s.Address, named)
}
