package cli

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/webchatagent/wca/internal/app"
	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/web/api"
)

// account shows what became of a question: what left the server for its answer (D4).
func (c *command) account() *cobra.Command {
	var name string
	var asJSON bool
	cmd := &cobra.Command{
		Use: "account ANSWER", Short: "Show what left the server for an answer", Args: args(cobra.ExactArgs(1), "wca account --bot NAME msg_…"),
		Long: "Show what became of a question: what the visitor wrote, exactly the bytes that left the server (placeholders are highlighted on a terminal), what came back, and what was shown.",
		RunE: func(cmd *cobra.Command, given []string) error {
			return c.withBot(cmd, name, func(a *app.App, b bot.Bot) error {
				account, err := a.Desk.Account(cmd.Context(), a.DB, b.Workspace, b.ID, given[0])
				if err != nil {
					return err
				}
				v := api.ViewAccount(account)
				if asJSON {
					return json.NewEncoder(c.out).Encode(v)
				}
				fmt.Fprintf(c.out, "The visitor wrote\n\n%s\n", v.Question)
				for i, t := range account.Sent {
					fmt.Fprintf(c.out, "\nWhat left the server, %d of %d: %s, to %s (%s), %s, %d bytes, on %s\n", i+1, len(account.Sent), t.Purpose, t.Recipient, orUnknown(t.Region), t.Time.Format("2006-01-02 15:04:05"), t.BytesOut, t.LegalBasis)
					fmt.Fprintf(c.out, "Replaced before: %s\n\n%s\n", kinds(t.Categories), c.highlighted(string(t.Body), t.Placeholders))
					fmt.Fprintf(c.out, "\nWhat came back: status %d, %d bytes\n\n%s\n", t.Status, t.BytesIn, t.Returned)
				}
				if len(account.Sent) == 0 {
					fmt.Fprintln(c.out, "\nNothing left the server.")
				}
				fmt.Fprintf(c.out, "\nThe visitor was shown (put back: %s; named only: %s)\n\n%s\n", kinds(v.Restored), kinds(v.Unshown), v.Answer)
				return nil
			})
		},
	}
	cmd.Flags().StringVar(&name, "bot", "", "name of the bot")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}

// highlighted is a text with some parts in reverse on a terminal; else it is the text.
func (c *command) highlighted(text string, parts [][2]int) string {
	if !isTerminal(c.out) {
		return text
	}
	var b strings.Builder
	last := 0
	for _, p := range parts {
		b.WriteString(text[last:p[0]] + "\033[7m" + text[p[0]:p[1]] + "\033[0m")
		last = p[1]
	}
	return b.String() + text[last:]
}

func orUnknown(region string) string {
	if region == "" {
		return "region unknown"
	}
	return region
}

// kinds lists counts by kind: "EMAIL 1, PHONE 2".
func kinds(counts map[string]int) string {
	if len(counts) == 0 {
		return "nothing"
	}
	var out []string
	for kind, n := range counts {
		out = append(out, fmt.Sprintf("%s %d", kind, n))
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}
