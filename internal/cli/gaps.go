package cli

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"github.com/webchatagent/wca/internal/app"
	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/conversation"
)

// gaps lists what visitors asked in vain.
func (c *command) gaps() *cobra.Command {
	var name string
	var asJSON bool
	cmd := &cobra.Command{
		Use: "gaps", Short: "List what visitors asked and the sources could not answer, by topic", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return c.withBot(cmd, name, func(a *app.App, b bot.Bot) error {
				topics, err := a.Desk.GapTopics(cmd.Context(), b.Workspace, b.ID)
				if err != nil {
					return err
				}
				if len(topics) == 0 && !asJSON {
					c.hint("No question has remained unanswered.\n")
				}
				for _, t := range topics {
					if asJSON {
						if err := json.NewEncoder(c.out).Encode(map[string]any{"question": t.Question, "count": len(t.Gaps), "questions": t.Questions, "gaps": t.Gaps, "language": t.Language, "latest": t.Latest}); err != nil {
							return err
						}
						continue
					}
					fmt.Fprintf(c.out, "%4d × %s  (%s)\n", len(t.Gaps), t.Question, t.Gaps[0])
					others := otherWordings(t)
					for _, question := range others[:min(len(others), mostWordings)] {
						fmt.Fprintf(c.out, "       %s\n", question)
					}
					if more := len(others) - mostWordings; more > 0 {
						fmt.Fprintf(c.out, "       … and %d more\n", more)
					}
				}
				if len(topics) > 0 && !asJSON {
					c.hint("One answer for all that ask the same: wca qa add --bot %q --gap %s \"ANSWER\"\n", b.Name, topics[0].Gaps[0])
				}
				return nil
			})
		},
	}
	cmd.Flags().StringVar(&name, "bot", "", "name of the bot")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON lines")
	return cmd
}

// mostWordings is how many other wordings of a topic are listed.
const mostWordings = 3

// otherWordings are the questions of a topic that its first line does not show, each once.
func otherWordings(t conversation.Topic) []string {
	var others []string
	for _, question := range t.Questions {
		if question != t.Question && !slices.Contains(others, question) {
			others = append(others, question)
		}
	}
	return others
}
