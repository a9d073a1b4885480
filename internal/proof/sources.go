package proof

import (
	"context"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/erasure"
	"github.com/webchatagent/wca/internal/retrieve"
)

// checkSourceGone erases a document and looks for it everywhere.
func checkSourceGone(ctx context.Context, b *bench) finding {
	seen := b.kept[b.gone]
	if before, err := b.found(ctx, b.neighbour, b.gone); err != nil {
		return failed(err)
	} else if !before {
		return broken("Eine eben gelesene Quelle wird nicht gefunden.", "A source just read is not found.")
	}
	sources, err := b.Library.Store.Sources(ctx, b.neighbour.Workspace, b.neighbour.ID)
	if err != nil {
		return failed(err)
	}
	for _, s := range sources {
		receipt, err := b.Eraser.Erase(ctx, s.Workspace, erasure.Source, s.ID)
		if err != nil {
			return unerasable(err)
		}
		if len(receipt.Remaining) > 0 {
			return broken("Nach dem Löschen standen noch Zeilen in der Datenbank.", "After the erasure rows were left in the database.")
		}
	}
	after, err := b.found(ctx, b.neighbour, b.gone)
	switch {
	case err != nil:
		return failed(err)
	case after:
		return broken("Eine gelöschte Quelle wird noch gefunden.", "An erased source is still found.")
	}
	return b.remains(ctx, len(seen), b.gone)
}

// checkSourcesApart searches each bot for what only the other has read.
func checkSourcesApart(ctx context.Context, b *bench) finding {
	own, err := b.found(ctx, b.bot, b.word)
	if err != nil {
		return failed(err)
	}
	foreign, err := b.found(ctx, b.neighbour, b.word)
	if err != nil {
		return failed(err)
	}
	back, err := b.found(ctx, b.bot, b.gone)
	switch {
	case err != nil:
		return failed(err)
	case !own:
		return broken("Eine eben gelesene Quelle wird nicht gefunden.", "A source just read is not found.")
	case foreign || back:
		return broken("Ein Bot findet, was ein anderer gelesen hat.", "A bot finds what another one has read.")
	}
	return holds(
		"Zwei Bots haben je ein Dokument gelesen; jeder findet seines und nicht das des anderen.",
		"Two bots read one document each; each finds its own and not the other's.")
}

// found searches a bot for a word.
func (b *bench) found(ctx context.Context, of bot.Bot, word string) (bool, error) {
	now, err := b.Bots.Bot(ctx, of.Workspace, of.ID) // its index number has grown
	if err != nil {
		return false, err
	}
	results, err := b.stage.Desk.Search(ctx, now, retrieve.Query{Text: "Reihe der Fahrradwerkstatt " + word, K: 10})
	if err != nil {
		return false, err
	}
	return slices.ContainsFunc(results.Hits, func(h retrieve.Result) bool { return strings.Contains(h.Passage.Text, word) }), nil
}
