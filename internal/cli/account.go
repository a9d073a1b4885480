package cli

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/webchatagent/wca/internal/app"
	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/pseudonym"
	"github.com/webchatagent/wca/internal/retention"
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
	fmt.Fprintf(c.out, "The visitor wrote\n\n%s\n", textOr(a.Question.Text, a))
	for i, t := range a.Sent {
		fmt.Fprintf(c.out, "\nWhat left the server, %d of %d: %s, to %s (%s), %s, %d bytes, on %s\n", i+1, len(a.Sent), t.Purpose, t.Recipient, orUnknown(t.Region), stamp(t.Time), t.BytesOut, t.LegalBasis)
		fmt.Fprintf(c.out, "Replaced before: %s\n", kinds(t.Categories))
		for _, one := range t.Said {
			fmt.Fprintf(c.out, "\nFor reading, %s:\n%s\n", orWord(one.Role, "a text for its vector"), c.marked(one.Text))
		}
		fmt.Fprintf(c.out, "\nExactly these bytes:\n%s\n", orWord(c.highlighted(string(t.Body), t.Placeholders), "(They are not kept, or not any more.)"))
		fmt.Fprintf(c.out, "\nWhat came back: %s, %s\n", outcome(t.Transfer), received(t.Transfer))
		if t.Reply != "" {
			fmt.Fprintf(c.out, "\nFor reading:\n%s\n", c.marked(t.Reply))
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
	fmt.Fprintf(c.out, "\nThe visitor was shown (put back: %s; named only: %s)\n\n%s\n", kinds(a.Answer.Trace.Restored), kinds(a.Answer.Trace.Unshown), textOr(a.Answer.Text, a))
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

// stamp is a time to the second, or the day where no more is kept.
func stamp(t time.Time) string {
	if retention.DayOnly(t) {
		return t.UTC().Format(time.DateOnly)
	}
	return t.Local().Format(time.DateTime)
}

func (c *command) marked(text string) string {
	return c.highlighted(text, pseudonym.Placeholders(text))
}

func orWord(value, otherwise string) string {
	if value == "" {
		return otherwise
	}
	return value
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

func orUnknown(region string) string { return orWord(region, "region unknown") }

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
