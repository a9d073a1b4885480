package cli

import (
	"cmp"
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/webchatagent/wca/internal/app"
	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/web/api"
)

// account shows what became of a question: what left the server for its answer (D4).
func (c *command) account() *cobra.Command {
	var name string
	var asJSON bool
	cmd := &cobra.Command{
		Use: "account ANSWER", Short: "Show what left the server for an answer", Args: args(cobra.ExactArgs(1), "wca account --bot NAME msg_…"),
		Long: "Show what became of a question: what the visitor wrote, what left the server, for reading and as exactly the bytes (placeholders are highlighted on a terminal), what came back, and what was shown.",
		RunE: func(cmd *cobra.Command, given []string) error {
			return c.withBot(cmd, name, func(a *app.App, b bot.Bot) error {
				account, err := a.Desk.Account(cmd.Context(), a.DB, b.Workspace, b.ID, given[0])
				if err != nil {
					return err
				}
				if asJSON {
					return json.NewEncoder(c.out).Encode(api.ViewAccount(account))
				}
				c.tell(account)
				return nil
			})
		},
	}
	cmd.Flags().StringVar(&name, "bot", "", "name of the bot")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}

// tell writes the account of an answer for reading, each transfer with exactly its bytes.
func (c *command) tell(a conversation.Account) {
	marked := func(of, text string) { fmt.Fprintf(c.raw, "\nFor reading%s:\n%s\n", of, c.marked(text)) }
	fmt.Fprintf(c.out, "The visitor wrote\n\n%s\n", textOr(a.Question.Text, a))
	for i, t := range a.Sent {
		fmt.Fprintf(c.out, "\nWhat left the server, %d of %d: %s, to %s (%s), %s, %d bytes, on %s\n", i+1, len(a.Sent), t.Purpose, t.Recipient, cmp.Or(t.Region, regionUnknown), stamp(t.Time), t.BytesOut, t.LegalBasis)
		fmt.Fprintf(c.out, "Replaced before: %s\n", counted(t.Categories))
		for _, one := range t.Said {
			marked(", "+cmp.Or(one.Role, "a text for its vector"), one.Text)
		}
		fmt.Fprintf(c.raw, "\nExactly these bytes:\n%s\n", cmp.Or(c.highlighted(string(t.Body), t.Placeholders), "(They are not kept, or not any more.)"))
		fmt.Fprintf(c.out, "\nWhat came back: %s, %s\n", outcome(t.Transfer), received(t.Transfer))
		if t.Reply != "" {
			marked("", t.Reply)
		}
		if len(t.Returned) > 0 {
			fmt.Fprintf(c.out, "\nExactly these bytes:\n%s\n", t.Returned)
		}
	}
	switch {
	case len(a.Sent) == 0 && a.Anonymised:
		fmt.Fprintln(c.out, "\nWhat left the server for this answer is in wca ledger with its day and counts; nothing leads from there to the answer.")
	case len(a.Sent) == 0:
		fmt.Fprintln(c.out, "\nNothing left the server.")
	}
	fmt.Fprintf(c.out, "\nThe visitor was shown (put back: %s; named only: %s)\n\n%s\n", counted(a.Answer.Trace.Restored), counted(a.Answer.Trace.Unshown), textOr(a.Answer.Text, a))
}

// textOr is a text, or why there is none.
func textOr(text string, a conversation.Account) string {
	switch {
	case text != "":
		return text
	case a.Anonymised:
		return "(The text was removed when its time was over: the conversation is anonymised.)"
	case a.Question.Text == "":
		return "(The text is not stored.)"
	}
	return "(There is no finished answer.)"
}
