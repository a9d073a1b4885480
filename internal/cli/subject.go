package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/webchatagent/wca/internal/app"
	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/erasure"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/source"
	"github.com/webchatagent/wca/internal/workspace"
)

// subjectID is the id of what a person names: a bot by its name, a source or document by its address, contact data by
// their conversation.
func subjectID(ctx context.Context, a *app.App, w workspace.Workspace, kind erasure.Kind, given string) (string, error) {
	var find func(ctx context.Context, a *app.App, b bot.Bot, given string) ([]string, error)
	switch kind {
	case erasure.Bot:
		b, err := bot.Find(ctx, a.DB, w.ID, given)
		return b.ID, err
	case erasure.Workspace:
		if given != w.Name && given != w.ID {
			return "", fmt.Errorf("there is no workspace %q, only %q (%s)", given, w.Name, w.ID)
		}
		return w.ID, nil
	case erasure.Source:
		find = sourcesCalled
	case erasure.Document:
		find = documentsCalled
	case erasure.Contact:
		find = contactOf
	default:
		return given, nil
	}
	bots, err := a.DB.Bots(ctx, w.ID)
	if err != nil {
		return "", err
	}
	var ids []string
	for _, b := range bots {
		found, err := find(ctx, a, b, given)
		if err != nil {
			return "", err
		}
		ids = append(ids, found...)
	}
	switch len(ids) {
	case 0:
		return given, nil
	case 1:
		return ids[0], nil
	}
	return "", usageError{fmt.Errorf("%s is read more than once: name one %s by its id: %s", given, kind, strings.Join(ids, ", "))}
}

func sourcesCalled(ctx context.Context, a *app.App, b bot.Bot, given string) (ids []string, err error) {
	sources, err := a.DB.Sources(ctx, b.Workspace, b.ID)
	for _, s := range sources {
		if s.IsMeant(given) {
			ids = append(ids, s.ID)
		}
	}
	return ids, err
}

func documentsCalled(ctx context.Context, a *app.App, b bot.Bot, given string) (ids []string, err error) {
	for d, err := range source.AllDocuments(ctx, a.DB, b.Workspace, b.ID) {
		if err != nil {
			return nil, err
		}
		if d.Address == given {
			ids = append(ids, d.ID)
		}
	}
	return ids, nil
}

func contactOf(ctx context.Context, a *app.App, b bot.Bot, session string) ([]string, error) {
	c, err := a.DB.Contact(ctx, b.Workspace, b.ID, session)
	if problem.Is(err, problem.NotFound) {
		return nil, nil
	}
	return []string{c.ID}, err
}
