package cli

import (
	"cmp"
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/webchatagent/wca/internal/app"
	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/egress"
	"github.com/webchatagent/wca/internal/noun"
	"github.com/webchatagent/wca/internal/web/api"
	"github.com/webchatagent/wca/internal/workspace"
)

// ledger lists what left the server (D4, L2).
func (c *command) ledger() *cobra.Command {
	var name, purpose string
	var limit int
	var sums, asJSON bool
	cmd := &cobra.Command{
		Use: "ledger", Short: "List what left the server, or add it up by recipient", Args: noArgs,
		Long: "List what left the server, the latest first: when, what for, to whom, how much, what was replaced before. --sums adds up the last 30 days by purpose and recipient. The bytes themselves are shown by wca account ANSWER.",
		RunE: func(cmd *cobra.Command, _ []string) error {
			switch egress.Purpose(purpose) {
			case "", egress.Model, egress.Embedding, egress.Crawl:
			default:
				return usageError{fmt.Errorf("--purpose is model, embedding or crawl, not %q", purpose)}
			}
			if limit < 1 {
				return usageError{fmt.Errorf("--limit is 1 or more, not %d", limit)}
			}
			return c.withWorkspace(cmd, func(a *app.App, w workspace.Workspace) error {
				f := egress.Filter{Purpose: egress.Purpose(purpose)}
				if name != "" {
					b, err := c.findBot(cmd.Context(), a, w, name)
					if err != nil {
						return err
					}
					f.Bot = b.ID
				}
				if sums {
					return c.listSums(cmd.Context(), a, w, f, asJSON)
				}
				return c.listTransfers(cmd.Context(), a, w, f, limit, asJSON)
			})
		},
	}
	cmd.Flags().StringVar(&name, "bot", "", "only of this bot")
	cmd.Flags().StringVar(&purpose, "purpose", "", "only for this purpose: model, embedding or crawl")
	cmd.Flags().IntVar(&limit, "limit", 100, "how many to list")
	cmd.Flags().BoolVar(&sums, "sums", false, "add up the last 30 days by purpose and recipient")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON lines")
	return cmd
}

// listTransfers lists what left, the latest first.
func (c *command) listTransfers(ctx context.Context, a *app.App, w workspace.Workspace, f egress.Filter, limit int, asJSON bool) error {
	all, err := a.DB.Ledger(ctx, w.ID, f, limit, 0)
	if err != nil {
		return err
	}
	if len(all) == 0 && !asJSON {
		c.hint(nothingLeft)
	}
	list := c.listing(asJSON)
	for _, t := range all {
		if err := list.row(api.ViewTransfer(conversation.Sent{Transfer: t}), "%s\t%s\t%s\t%s\t%d bytes out\t%s\treplaced: %s\t%s\t%s",
			stamp(t.Time), t.Purpose, t.Recipient, cmp.Or(t.Region, regionUnknown), t.BytesOut, received(t), counted(t.Categories), outcome(t), whatFor(t)); err != nil {
			return err
		}
	}
	return list.end()
}

// listSums adds up what left within the last 30 days.
func (c *command) listSums(ctx context.Context, a *app.App, w workspace.Workspace, f egress.Filter, asJSON bool) error {
	all, err := a.DB.LedgerSums(ctx, w.ID, f, a.Keys.Now().AddDate(0, 0, -30))
	if err != nil {
		return err
	}
	if len(all) == 0 && !asJSON {
		c.hint(nothingLeft)
	}
	list := c.listing(asJSON)
	for _, s := range all {
		if err := list.row(api.ViewSum(s), "%s\t%s\t%s\t%s\t%d bytes out\t%d bytes in\tlast on %s",
			s.Purpose, s.Recipient, cmp.Or(s.Region, regionUnknown), noun.Count(s.Transfers, "once", "times"), s.BytesOut, s.BytesIn, minute(s.Last)); err != nil {
			return err
		}
	}
	return list.end()
}

const nothingLeft = "Nothing of this kind has left the server.\n"

// underway is said of a transfer of which it is not known how it ended.
const underway = "underway, or broken off"

// received is how much came back.
func received(t egress.Transfer) string {
	if t.Underway() {
		return "… bytes in"
	}
	return fmt.Sprint(t.BytesIn, " bytes in")
}

// outcome is how a transfer ended.
func outcome(t egress.Transfer) string {
	switch {
	case t.Error != "":
		return t.Error
	case t.Underway():
		return underway
	}
	return fmt.Sprint("status ", t.Status)
}

// whatFor names the answer or the page that a transfer was made for.
func whatFor(t egress.Transfer) string {
	if t.Answer != "" {
		return t.Answer
	}
	return t.Path
}
