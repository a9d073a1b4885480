package cli

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/webchatagent/wca/internal/app"
	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/noun"
	"github.com/webchatagent/wca/internal/problem"
)

// visitorsWords shows what is stored of a visitor's question: what recognition misses stands in it, and
// nobody else can notice.
const visitorsWords = `The question is stored in the visitor's words, without personal data that is recognised:
  %s
It stays when the visitor erases the conversation. If it says too much, put it in your own words:
  wca qa delete --bot %q %s --yes && wca qa add --bot %q "QUESTION" "ANSWER"
`

// qa manages questions with answers that win over what is found.
func (c *command) qa() *cobra.Command {
	cmd := &cobra.Command{Use: "qa", Short: "Write answers to questions; they win over what is found", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() }}
	cmd.AddCommand(c.qaAdd(), c.qaList(), c.qaDelete())
	return cmd
}

func (c *command) qaAdd() *cobra.Command {
	var name, gap string
	cmd := &cobra.Command{
		Use: "add [QUESTION] ANSWER", Short: "Write the answer to a question", Args: args(cobra.RangeArgs(1, 2), `wca qa add --bot shop "Haben Sie einen Parkplatz?" "Ja, direkt vor dem Laden."`),
		RunE: func(cmd *cobra.Command, given []string) error {
			p := conversation.Pair{Answer: given[len(given)-1]}
			switch {
			case len(given) == 2:
				p.Question = given[0]
			case gap == "":
				return usageError{errors.New("give a question and an answer, or --gap ID and an answer")}
			}
			return c.withBot(cmd, name, func(a *app.App, b bot.Bot) error {
				p, closed, err := a.Desk.Teach(cmd.Context(), b.Workspace, b.ID, p, gap)
				if problem.Is(err, problem.Conflict) {
					return fmt.Errorf("%s This deletes it: wca qa delete --bot %q %s --yes", sentence(err), b.Name, p.ID)
				}
				if err != nil {
					return misused(err)
				}
				fmt.Fprintln(c.out, p.ID)
				if len(given) == 1 {
					c.hint(visitorsWords, p.Question, b.Name, p.ID, b.Name)
				}
				if closed > 0 {
					c.hint("It answers %s that had no answer.\n", noun.Count(closed, "1 question", "questions"))
				}
				return nil
			})
		},
	}
	cmd.Flags().StringVar(&gap, "gap", "", "id of the unanswered question that this answers (see wca gaps); give a QUESTION, too, to put it in your own words")
	cmd.Flags().StringVar(&name, "bot", "", "name of the bot")
	return cmd
}

func (c *command) qaList() *cobra.Command {
	var name string
	var asJSON bool
	cmd := &cobra.Command{
		Use: "list", Short: "List the questions with their answers", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return c.withBot(cmd, name, func(a *app.App, b bot.Bot) error {
				pairs, err := a.DB.Pairs(cmd.Context(), b.Workspace, b.ID)
				if err != nil {
					return err
				}
				if len(pairs) == 0 && !asJSON {
					c.hint("No answer is written yet: wca qa add --bot %q \"Haben Sie einen Parkplatz?\" \"Ja, direkt vor dem Laden.\"\n", b.Name)
				}
				rows := c.listing(asJSON)
				for _, p := range pairs {
					view := map[string]string{"id": p.ID, "question": p.Question, "answer": p.Answer, "language": p.Language}
					if err := rows.row(view, "%s\t%s\t%s", p.ID, p.Question, strings.Join(strings.Fields(p.Answer), " ")); err != nil {
						return err
					}
				}
				return rows.end()
			})
		},
	}
	cmd.Flags().StringVar(&name, "bot", "", "name of the bot")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON lines")
	return cmd
}

func (c *command) qaDelete() *cobra.Command {
	var name string
	var yes bool
	cmd := &cobra.Command{
		Use: "delete ID", Short: "Remove a question with its answer", Args: args(cobra.ExactArgs(1), "wca qa delete --bot shop pair_… --yes"),
		RunE: func(cmd *cobra.Command, given []string) error {
			return c.withBot(cmd, name, func(a *app.App, b bot.Bot) error {
				if !yes {
					pairs, err := a.DB.Pairs(cmd.Context(), b.Workspace, b.ID)
					if err != nil {
						return err
					}
					if n := slices.IndexFunc(pairs, func(p conversation.Pair) bool { return p.ID == given[0] }); n >= 0 {
						return unsure("this removes the question %q with its answer for good", pairs[n].Question)
					}
				}
				if err := a.DB.DeletePair(cmd.Context(), b.Workspace, b.ID, given[0]); err != nil {
					return err
				}
				c.hint("The question was removed with its answer.\n")
				return nil
			})
		},
	}
	cmd.Flags().StringVar(&name, "bot", "", "name of the bot")
	cmd.Flags().BoolVar(&yes, "yes", false, "really remove")
	return cmd
}
