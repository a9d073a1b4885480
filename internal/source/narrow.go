package source

import (
	"context"
	"fmt"
	"maps"
	"strings"

	"github.com/webchatagent/wca/internal/problem"
)

// CodeMostLeave is of the problem that new rules would remove most of what was read of a website, or that most files of
// a folder are gone.
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
	leaving, err := l.leaving(ctx, known, excluded)
	if err != nil || !(Counts{Documents: known.Counts.Documents, Kept: len(leaving)}).most() {
		return err
	}
	return problem.New(problem.Conflict, CodeMostLeave,
		"By these rules %d of the %d documents of %s would be removed: %s. Nothing was changed.", len(leaving), known.Counts.Documents, s.Address, someOf(leaving))
}

// FolderKeepsMost refuses files of a known folder without which most of its documents would be removed, and names some
// of them: the folder may be half copied, or a drive away. New files count against that, as new pages do.
func (l *Library) FolderKeepsMost(ctx context.Context, workspace, bot, address string, files []string) error {
	known, err := l.Store.Source(ctx, workspace, bot, Source{Workspace: workspace, Bot: bot, Kind: File, Address: address}.derivedID())
	switch {
	case problem.Is(err, problem.NotFound):
		return nil
	case err != nil:
		return fmt.Errorf("looking for the folder among the sources: %w", err)
	}
	added := map[string]bool{}
	for _, name := range files {
		added[name] = true
	}
	there := maps.Clone(added)
	leaving, err := l.leaving(ctx, known, func(name string) bool {
		delete(added, name)
		return !there[name]
	})
	if err != nil || !(Counts{Documents: known.Counts.Documents + len(added), New: len(added), Kept: len(leaving)}).most() {
		return err
	}
	return problem.New(problem.Conflict, CodeMostLeave,
		"The files of %d of the %d documents of %s are no longer there: %s. Nothing was changed.", len(leaving), known.Counts.Documents, address, someOf(leaving))
}

// leaving are the addresses of the documents of a source that go.
func (l *Library) leaving(ctx context.Context, s Source, goes func(address string) bool) (leaving []string, err error) {
	for d, err := range AllDocuments(ctx, l.Store, s.Workspace, s.Bot) {
		if err != nil {
			return nil, fmt.Errorf("looking which documents would go: %w", err)
		}
		if d.Source == s.ID && goes(d.Address) {
			leaving = append(leaving, d.Address)
		}
	}
	return leaving, nil
}

// someOf names the first few of those that go.
func someOf(leaving []string) string {
	named := strings.Join(leaving[:leavingNamed], ", ")
	if more := len(leaving) - leavingNamed; more > 0 {
		named += fmt.Sprintf(" and %d more", more)
	}
	return named
}
