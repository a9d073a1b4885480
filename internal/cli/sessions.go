package cli

import (
	"encoding/json"
	"fmt"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/webchatagent/wca/internal/app"
	"github.com/webchatagent/wca/internal/bot"
)

// sessionLine is the JSON of `wca sessions`.
type sessionLine struct {
	ID        string    `json:"id"`
	Channel   string    `json:"channel"`
	Language  string    `json:"language"`
	CreatedAt time.Time `json:"created_at"`
	LastAt    time.Time `json:"last_at"`
	Messages  int       `json:"messages"`
}

func (c *command) sessions() *cobra.Command {
	var name, find string
	var asJSON bool
	var limit int
	cmd := &cobra.Command{
		Use: "sessions", Short: "List a bot's conversations, or find those in which something was said", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return c.withBot(cmd, name, func(a *app.App, b bot.Bot) error {
				all, err := a.DB.Sessions(cmd.Context(), b.Workspace, b.ID, find, limit, 0)
				if err != nil {
					return err
				}
				t := tabwriter.NewWriter(c.out, 0, 0, 2, ' ', 0)
				for _, s := range all {
					if asJSON {
						if err := json.NewEncoder(c.out).Encode(sessionLine(s)); err != nil {
							return err
						}
						continue
					}
					fmt.Fprintf(t, "%s\t%s\t%s\t%d messages\n", s.ID, s.LastAt.Local().Format("2006-01-02 15:04"), s.Channel, s.Messages)
				}
				return t.Flush()
			})
		},
	}
	cmd.Flags().StringVar(&name, "bot", "", "name of the bot")
	cmd.Flags().StringVar(&find, "find", "", "only conversations in which this was said, such as an e-mail address")
	cmd.Flags().IntVar(&limit, "limit", 100, "how many to list")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON lines")
	return cmd
}
