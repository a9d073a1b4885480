package cli

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/webchatagent/wca/internal/app"
	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/noun"
	"github.com/webchatagent/wca/internal/retention"
	"github.com/webchatagent/wca/internal/web/api"
)

// retention shows how long a bot's conversations are kept and what the job did.
func (c *command) retention() *cobra.Command {
	var name string
	var asJSON, run bool
	cmd := &cobra.Command{
		Use: "retention", Short: "Show how long a bot's conversations are kept, and what has been deleted", Args: noArgs,
		Long: "Show how long a bot's conversations are kept, and what has been deleted. A running server looks every hour; --run looks now.\nSet it with wca bot set --retention DAYS --retention-mode delete|anonymise --ledger-days DAYS.",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return c.withBot(cmd, name, func(a *app.App, b bot.Bot) error {
				version, err := a.DB.PublishedSettings(cmd.Context(), b.Workspace, b.ID)
				if err != nil {
					return err
				}
				rule := retention.Rule{Workspace: b.Workspace, Bot: b.ID, Retention: version.Settings.Retention}
				if run {
					if _, err := a.Retention.Apply(cmd.Context(), rule); err != nil {
						return err
					}
					if err := errors.Join(a.DB.Compact(cmd.Context()), a.DB.Clean(cmd.Context())); err != nil {
						return err
					}
				}
				runs, err := a.DB.RetentionRuns(cmd.Context(), b.Workspace, b.ID, 100, 0)
				if err != nil {
					return err
				}
				view := api.NewRetentionReport(rule.Retention, a.Retention.LedgerYears, runs)
				if asJSON {
					return json.NewEncoder(c.out).Encode(view)
				}
				return c.showRetention(view)
			})
		},
	}
	cmd.Flags().StringVar(&name, "bot", "", "name of the bot")
	cmd.Flags().BoolVar(&run, "run", false, "delete or anonymise now what is due")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}

func (c *command) showRetention(v api.RetentionReport) error {
	switch {
	case v.Days == 0:
		fmt.Fprintln(c.out, "No text of conversations is stored. Contact data that visitors give goes within two hours after their last message.")
	case v.Mode == bot.RetentionAnonymise:
		fmt.Fprintf(c.out, "Conversations are anonymised %s after their last message.\n", days(v.Days))
	default:
		fmt.Fprintf(c.out, "Conversations are deleted %s after their last message.\n", days(v.Days))
	}
	if v.LedgerDays == 0 {
		fmt.Fprintln(c.out, "The ledger keeps counts of what went to a model, not the bytes.")
	} else {
		fmt.Fprintf(c.out, "The ledger keeps the bytes that went to a model for %s.\n", days(v.LedgerDays))
	}
	fmt.Fprintf(c.out, "Its entries, with counts, go %s after the end of their year (setting ledger_years).\n", noun.Count(v.LedgerYears, "1 year", "years"))
	t := c.table()
	for _, r := range v.Runs {
		if r.Counts == (retention.Gone{}) {
			fmt.Fprintf(t, "%s\tnothing was due\n", minute(r.At))
			continue
		}
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\t%d contact data\t%s of the ledger\t%s of it\n",
			minute(r.At), r.Mode, noun.Count(r.Counts.Sessions, "1 conversation", "conversations"), noun.Count(r.Counts.Messages, "1 message", "messages"),
			noun.Count(r.Counts.Gaps, "1 unanswered question", "unanswered questions"), r.Counts.Contacts, noun.Count(r.Counts.Bodies, "1 body", "bodies"), noun.Count(r.Counts.Entries, "1 entry", "entries"))
	}
	return t.Flush()
}
