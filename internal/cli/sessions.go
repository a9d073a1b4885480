package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/webchatagent/wca/internal/app"
	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/noun"
	"github.com/webchatagent/wca/internal/web/api"
	"github.com/webchatagent/wca/internal/web/embed"
)

func (c *command) sessions() *cobra.Command {
	var name, find, export string
	var asJSON bool
	var limit int
	cmd := &cobra.Command{
		Use: "sessions", Short: "List a bot's conversations, or find those in which something was said", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if limit < 1 {
				return usageError{fmt.Errorf("--limit is 1 or more, not %d", limit)}
			}
			if export != "" && find != "" {
				return usageError{errors.New("--find finds conversations, --export hands one out: give one of them")}
			}
			return c.withBot(cmd, name, func(a *app.App, b bot.Bot) error {
				if export != "" {
					return c.handOut(cmd.Context(), a, b, export, asJSON)
				}
				all, err := a.DB.Sessions(cmd.Context(), b.Workspace, b.ID, find, limit, 0)
				if err != nil {
					return err
				}
				list := c.listing(asJSON)
				for _, s := range all {
					if err := list.row(api.ViewSession(s), "%s\t%s\t%s\t%s\t%s", s.ID, lastAt(s), s.Channel, noun.Count(s.Messages, "1 message", "messages"), particulars(s)); err != nil {
						return err
					}
				}
				if len(all) == 0 && !asJSON {
					c.hint("%s\n", noneFound(find))
				}
				return list.end()
			})
		},
	}
	cmd.Flags().StringVar(&name, "bot", "", "name of the bot")
	cmd.Flags().StringVar(&find, "find", "", "only conversations in which this was said or stands in the contact data, such as an e-mail address or, in any notation, a phone number")
	cmd.Flags().StringVar(&export, "export", "", "id of the conversation to print whole, as its visitor may download it: for who asks you for a copy of their data")
	cmd.Flags().IntVar(&limit, "limit", 100, "how many to list")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON lines")
	return cmd
}

// handOut prints what is stored of a conversation.
func (c *command) handOut(ctx context.Context, a *app.App, b bot.Bot, session string, asJSON bool) error {
	version, err := a.DB.PublishedSettings(ctx, b.Workspace, b.ID)
	if err != nil {
		return err
	}
	visitors := embed.Visitors{Desk: a.Desk, Ledger: a.DB, Bots: a.DB}
	data, text, err := visitors.Copy(ctx, b, &version.Settings, session)
	switch {
	case err != nil:
		return err
	case asJSON:
		return json.NewEncoder(c.out).Encode(data)
	}
	_, err = fmt.Fprint(c.out, text)
	return err
}

func noneFound(find string) string {
	if find != "" {
		return "In no conversation that may be shown was this found: restricted ones are not searched."
	}
	return "There is no conversation."
}

// lastAt is when a conversation was last used; of an anonymised one only the day is known.
func lastAt(s conversation.Summary) string {
	if s.Anonymised {
		return s.LastAt.UTC().Format(time.DateOnly)
	}
	return minute(s.LastAt)
}

// particulars are what became of a conversation, what its visitor wishes for it, and how to reach them.
func particulars(s conversation.Summary) string {
	var out []string
	if s.Anonymised {
		out = append(out, "anonymised")
	}
	if s.NoModel {
		out = append(out, "no model")
	}
	if s.Restricted {
		out = append(out, "restricted")
	}
	for _, given := range []string{s.Contact.Name, s.Contact.Email, s.Contact.Phone} {
		if given != "" {
			out = append(out, given)
		}
	}
	return strings.Join(out, ", ")
}
