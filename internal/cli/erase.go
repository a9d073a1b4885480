package cli

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/webchatagent/wca/internal/app"
	"github.com/webchatagent/wca/internal/erasure"
	"github.com/webchatagent/wca/internal/workspace"
)

func (c *command) erase() *cobra.Command {
	var asJSON, yes bool
	cmd := &cobra.Command{
		Use: "erase session|contact|document|source|bot|workspace ID", Short: "Erase something everywhere and print the receipt",
		Long: `Erase a conversation, its contact data, a document, a source, a bot or the whole workspace everywhere: rows, passages,
vectors, files, queued jobs, the ledger's bodies, answers that quote it, and what servers hold in
memory. Of what was sent to others for a conversation or a bot the ledger keeps the day, the recipient and
the size. The receipt counts what went and says what a second look found. After an older backup of the
database was put back, the next start erases again what was erased since.

A bot and the workspace may be given by their names, a source and a document by their addresses, contact data by the id of
their conversation. wca bot list, wca workspace, wca sources --pages and wca sessions show these, wca erase list the receipts.`,
		Args: args(cobra.ExactArgs(2), "wca erase session ses_… --yes, or wca erase workspace NAME --yes"),
		RunE: func(cmd *cobra.Command, given []string) error {
			kind := erasure.Kind(given[0])
			if !slices.Contains(erasure.Kinds, kind) {
				return usageError{fmt.Errorf("a session, contact, document, source, bot or workspace can be erased, no %q", given[0])}
			}
			if !yes {
				return unsure("this erases the %s for good", kind)
			}
			return c.withWorkspace(cmd, func(a *app.App, w workspace.Workspace) error {
				id, err := subjectID(cmd.Context(), a, w, kind, given[1])
				if err != nil {
					return err
				}
				receipt, err := a.Eraser.Erase(cmd.Context(), w.ID, kind, id)
				if err != nil {
					return err
				}
				return c.printReceipts(asJSON, receipt)
			})
		},
	}
	cmd.Flags().BoolVar(&yes, "yes", false, "really erase")
	list := &cobra.Command{
		Use: "list", Short: "Show the receipts of erasures, newest first", Args: noArgs,
		Long: "Show the receipts of erasures, newest first: those of the workspace, and those of workspaces that have been erased themselves.",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return c.withWorkspace(cmd, func(a *app.App, w workspace.Workspace) error {
				all, err := receipts(cmd.Context(), a, w)
				if err != nil {
					return err
				}
				if len(all) == 0 && !asJSON {
					c.hint("Nothing has been erased.\n")
				}
				return c.printReceipts(asJSON, all...)
			})
		},
	}
	for _, one := range []*cobra.Command{cmd, list} {
		one.Flags().BoolVar(&asJSON, "json", false, "print JSON lines")
	}
	cmd.AddCommand(list)
	return cmd
}

// shownReceipts is how many receipts are listed at most.
const shownReceipts = 500

// receipts are those of the workspace and, as nobody else could still ask for them, those of workspaces
// that have been erased, newest first. What the checks of promises made and erased is left out.
func receipts(ctx context.Context, a *app.App, w workspace.Workspace) ([]erasure.Receipt, error) {
	all, err := a.DB.Erasures(ctx, w.ID, shownReceipts, 0)
	if err != nil {
		return nil, err
	}
	gone, err := a.DB.ErasuresOfGone(ctx)
	if err != nil {
		return nil, err
	}
	for _, r := range gone {
		if !workspace.Trial(r.Workspace) {
			all = append(all, r)
		}
	}
	slices.SortStableFunc(all, func(a, b erasure.Receipt) int { return b.At.Compare(a.At) })
	return all[:min(shownReceipts, len(all))], nil
}

// printReceipts prints what erasures did.
func (c *command) printReceipts(asJSON bool, receipts ...erasure.Receipt) error {
	list := c.listing(asJSON)
	for _, r := range receipts {
		verdict := "nothing is left"
		switch {
		case len(r.Remaining) > 0:
			verdict = "still found: " + counted(r.Remaining)
		case r.Disk == erasure.Vacuumed:
			verdict = "nothing is found; on the disk PostgreSQL writes over it, in tables up to 256 MB within the hour"
		case r.Disk == "":
			verdict = "the rows are gone, their bytes stay on the disk until the database is next tidied"
		}
		if r.At.After(time.Now().Add(time.Minute)) { // clocks differ
			verdict += "; its time is that of what was erased, which a clock that was ahead has written"
		}
		if err := list.row(r, "%s\t%s\t%s\t%s\t%s", r.ID, minute(r.At), r.Kind, counted(r.Counts), verdict); err != nil {
			return err
		}
	}
	return list.end()
}
