package cli

import (
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/webchatagent/wca/internal/app"
	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/erasure"
	"github.com/webchatagent/wca/internal/noun"
	"github.com/webchatagent/wca/internal/workspace"
)

func (c *command) bot() *cobra.Command {
	cmd := &cobra.Command{Use: "bot", Short: "Make, list, show, rename, set and delete bots", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() }}
	cmd.AddCommand(c.botCreate(), c.botList(), c.botShow(), c.botRename(), c.botSet(), c.botDelete())
	return cmd
}

func (c *command) botCreate() *cobra.Command {
	return &cobra.Command{
		Use: "create NAME", Short: "Make a bot", Args: args(cobra.ExactArgs(1), "wca bot create NAME"),
		RunE: func(cmd *cobra.Command, given []string) error {
			return c.makingWorkspace(cmd, func(a *app.App, w workspace.Workspace) error {
				b, err := a.NewBot(cmd.Context(), w.ID, given[0])
				if err != nil {
					return misused(err)
				}
				fmt.Fprintln(c.out, b.PublicID)
				c.hint("The bot %q was made; visitors read this name (wca bot rename changes it). Let it read: wca ingest --bot %q https://www.example.de\nIts chat page: %s/c/%s\n", b.Name, b.Name, a.Config.URL(), b.PublicID)
				return nil
			})
		},
	}
}

func (c *command) botList() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "list", Short: "List the bots", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return c.withWorkspace(cmd, func(a *app.App, w workspace.Workspace) error {
				bots, err := a.DB.Bots(cmd.Context(), w.ID)
				if err != nil {
					return err
				}
				list := c.listing(asJSON)
				for _, b := range bots {
					if err := list.row(lineOf(b), "%s\t%s\t%s", b.Name, b.PublicID, b.CreatedAt.Format(time.DateOnly)); err != nil {
						return err
					}
				}
				if len(bots) == 0 && !asJSON {
					c.hint("There is no bot yet: make one with wca bot create NAME\n")
				}
				return list.end()
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON lines")
	return cmd
}

func (c *command) botRename() *cobra.Command {
	return &cobra.Command{
		Use: "rename NAME NEW", Short: "Call a bot by another name, which its visitors read", Args: args(cobra.ExactArgs(2), "wca bot rename NAME NEW"),
		RunE: func(cmd *cobra.Command, given []string) error {
			if given[0] == "" {
				return usageError{errors.New("the name of the bot to rename is empty")}
			}
			name, err := bot.CheckName(given[1])
			if err != nil {
				return misused(err)
			}
			return c.withBot(cmd, given[0], func(a *app.App, b bot.Bot) error {
				if err := a.DB.RenameBot(cmd.Context(), b.Workspace, b.ID, name); err != nil {
					return misused(err)
				}
				c.hint("The bot %q is now called %q.\n", b.Name, name)
				return nil
			})
		},
	}
}

func (c *command) botDelete() *cobra.Command {
	var yes bool
	cmd := &cobra.Command{
		Use: "delete NAME", Short: "Delete a bot with its sources and conversations", Args: args(cobra.ExactArgs(1), "wca bot delete NAME --yes"),
		RunE: func(cmd *cobra.Command, given []string) error {
			if given[0] == "" { // an unset variable of a script: it must not mean the only bot there is
				return usageError{errors.New("the name of the bot to delete is empty")}
			}
			return c.withBot(cmd, given[0], func(a *app.App, b bot.Bot) error {
				if !yes {
					sources, err := a.DB.Sources(cmd.Context(), b.Workspace, b.ID)
					if err != nil {
						return err
					}
					known := 0
					for _, s := range sources {
						known += s.Counts.Documents
					}
					return unsure("this deletes the bot %q with %s, %s and all its conversations", b.Name, noun.Count(len(sources), "1 source", "sources"), documents(known))
				}
				receipt, err := a.Eraser.Erase(cmd.Context(), b.Workspace, erasure.Bot, b.ID)
				if err != nil {
					return err
				}
				c.hint("The bot %q was deleted, with the receipt %s: see wca erase list\n", b.Name, receipt.ID)
				return nil
			})
		},
	}
	cmd.Flags().BoolVar(&yes, "yes", false, "really delete")
	return cmd
}
