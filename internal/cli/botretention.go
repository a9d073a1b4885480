package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"github.com/webchatagent/wca/internal/app"
	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/noun"
	"github.com/webchatagent/wca/internal/retention"
)

// retentionFlags are those of `wca bot set`.
type retentionFlags struct {
	days, ledger int
	mode         string
}

func (f *retentionFlags) add(cmd *cobra.Command) {
	cmd.Flags().IntVar(&f.days, "retention", 0, "days that conversations are kept after their last message, such as 30, 90 or 365; 0: no text is stored at all, and contact data that visitors give goes within two hours")
	cmd.Flags().StringVar(&f.mode, "retention-mode", "", "what happens then: delete, or anonymise (text goes, counts stay)")
	cmd.Flags().IntVar(&f.ledger, "ledger-days", 0, "days that the ledger keeps the bytes that went to a model; its counts stay for the years of the setting ledger_years")
}

func (f *retentionFlags) apply(cmd *cobra.Command, r *bot.Retention) {
	if cmd.Flags().Changed("retention") {
		r.Days = &f.days
	}
	if cmd.Flags().Changed("ledger-days") {
		r.Ledger = &f.ledger
	}
	if cmd.Flags().Changed("retention-mode") {
		r.Mode = bot.RetentionMode(f.mode)
	}
}

// shortens says what goes with the next look at a bot if it keeps for as long as then instead of now, and asks for it.
func shortens(ctx context.Context, a *app.App, b bot.Bot, now, then bot.Retention) error {
	of := func(r bot.Retention) retention.Rule {
		return retention.Rule{Workspace: b.Workspace, Bot: b.ID, Retention: r}
	}
	gone, err := a.Retention.Goes(ctx, of(now), of(then))
	if err != nil {
		return err
	}
	var goes []string
	if gone.Sessions > 0 {
		how := "deletes"
		if then.Anonymises() {
			how = "anonymises"
		}
		goes = append(goes, how+" "+noun.Count(gone.Sessions, "1 stored conversation", "stored conversations"))
	}
	if gone.Bodies > 0 {
		goes = append(goes, "deletes what the ledger keeps of "+noun.Count(gone.Bodies, "1 request", "requests"))
	}
	if len(goes) == 0 {
		return nil
	}
	return unsure("within the hour this %s of the bot %q for good", strings.Join(goes, " and "), b.Name)
}
