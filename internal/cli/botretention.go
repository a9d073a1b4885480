package cli

import (
	"github.com/spf13/cobra"

	"github.com/webchatagent/wca/internal/bot"
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
