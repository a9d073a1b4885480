package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/webchatagent/wca/internal/app"
	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/erasure"
)

func (c *command) bot() *cobra.Command {
	cmd := &cobra.Command{Use: "bot", Short: "Make, list, show, set and delete bots", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() }}
	cmd.AddCommand(c.botCreate(), c.botList(), c.botShow(), c.botSet(), c.botDelete())
	return cmd
}

func (c *command) botCreate() *cobra.Command {
	return &cobra.Command{
		Use: "create NAME", Short: "Make a bot", Args: args(cobra.ExactArgs(1), "wca bot create NAME"),
		RunE: func(cmd *cobra.Command, given []string) (err error) {
			a, w, err := c.open(cmd)
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, a.Close()) }()
			b, err := a.NewBot(cmd.Context(), w.ID, given[0])
			if err != nil {
				return err
			}
			fmt.Fprintln(c.out, b.PublicID)
			c.hint("The bot %q was made. Let it read: wca ingest --bot %q https://www.example.de\nIts chat page: %s/c/%s\n", b.Name, b.Name, a.Config.URL(), b.PublicID)
			return nil
		},
	}
}

func (c *command) botList() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "list", Short: "List the bots", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) (err error) {
			a, w, err := c.open(cmd)
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, a.Close()) }()
			bots, err := a.DB.Bots(cmd.Context(), w.ID)
			if err != nil {
				return err
			}
			t := tabwriter.NewWriter(c.out, 0, 0, 2, ' ', 0)
			for _, b := range bots {
				if asJSON {
					if err := json.NewEncoder(c.out).Encode(lineOf(b)); err != nil {
						return err
					}
					continue
				}
				fmt.Fprintf(t, "%s\t%s\t%s\n", b.Name, b.PublicID, b.CreatedAt.Format("2006-01-02"))
			}
			if len(bots) == 0 && !asJSON {
				c.hint("There is no bot yet: make one with wca bot create NAME\n")
			}
			return t.Flush()
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON lines")
	return cmd
}

func (c *command) botSet() *cobra.Command {
	var name, model, instructions, check, embedding, privacy string
	var origins []string
	var keep retentionFlags
	var personal personalFlags
	cmd := &cobra.Command{
		Use: "set", Short: "Change a bot's settings and publish them", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if !anySetting(cmd) {
				return usageError{errors.New("say what is to change, such as --model, --instructions, --origin or --retention: see wca bot set --help")}
			}
			return c.withBot(cmd, name, func(a *app.App, b bot.Bot) error {
				version, err := a.DB.PublishedSettings(cmd.Context(), b.Workspace, b.ID)
				if err != nil {
					return err
				}
				s := version.Settings
				if cmd.Flags().Changed("model") {
					if provider, _, _ := strings.Cut(model, "/"); provider == "" {
						return usageError{fmt.Errorf("--model is PROVIDER/MODEL, or quote for the built-in one, not %q", model)}
					}
					s.Model.Provider, s.Model.Name = bot.Default(model).Model.Provider, bot.Default(model).Model.Name
				}
				if cmd.Flags().Changed("instructions") {
					s.Model.Instructions = instructions
				}
				if cmd.Flags().Changed("check") {
					s.Check = bot.Check(check)
				}
				if cmd.Flags().Changed("embedding") {
					s.Embedding = nil
					if embedding != "none" {
						e, ok := bot.ParseEmbedding(embedding)
						if !ok {
							return usageError{fmt.Errorf("--embedding is PROVIDER/MODEL, PROVIDER/MODEL@DIMENSIONS or none, not %q", embedding)}
						}
						if _, err := a.Models.OpenEmbedder(e); err != nil {
							return err
						}
						s.Embedding = &e
					}
				}
				if cmd.Flags().Changed("origin") {
					s.Origins = origins
				}
				if cmd.Flags().Changed("privacy-url") {
					s.PrivacyURL = privacy
				}
				keep.apply(cmd, &s.Retention)
				personal.apply(cmd, &s.Personal)
				if s, err = s.Checked(); err != nil {
					return err
				}
				if _, err := a.Models.Open(s.Model); err != nil && cmd.Flags().Changed("model") {
					return err
				} else if err != nil {
					c.hint("No question can be answered: %s\n", sentence(err))
				}
				if s.Same(version.Settings) {
					c.hint("Nothing changed: version %d of the settings of %q says so already.\n", version.Number, b.Name)
				} else if err := c.publish(cmd.Context(), a, b, s); err != nil {
					return err
				}
				if cmd.Flags().Changed("embedding") {
					return a.UpdateVectors(cmd.Context(), b)
				}
				return nil
			})
		},
	}
	cmd.Flags().StringVar(&name, "bot", "", "name of the bot")
	cmd.Flags().StringVar(&model, "model", "", "PROVIDER/MODEL, or quote for the built-in one")
	cmd.Flags().StringVar(&instructions, "instructions", "", "own instructions to the model")
	cmd.Flags().StringVar(&check, "check", "", "what becomes of sentences that the sources do not back: mark, withhold or off")
	cmd.Flags().StringVar(&embedding, "embedding", "", "model that makes the vectors search compares: PROVIDER/MODEL or PROVIDER/MODEL@DIMENSIONS; none for the built-in ones")
	cmd.Flags().StringVar(&privacy, "privacy-url", "", "page with your privacy policy, which the chat links to; \"\" for none")
	keep.add(cmd)
	personal.add(cmd)
	cmd.Flags().StringSliceVar(&origins, "origin", nil, "website that may embed the bot (repeatable; replaces the list)")
	return cmd
}

// anySetting reports whether a flag says what is to change.
func anySetting(cmd *cobra.Command) bool {
	given, own := false, cmd.LocalNonPersistentFlags()
	cmd.Flags().Visit(func(f *pflag.Flag) { given = given || f.Name != "bot" && own.Lookup(f.Name) != nil })
	return given
}

// publish makes the settings those that visitors are answered with.
func (c *command) publish(ctx context.Context, a *app.App, b bot.Bot, s bot.Settings) error {
	draft, err := a.DB.SaveDraft(ctx, b.Workspace, b.ID, s, a.Keys.Now().UTC())
	if err != nil {
		return err
	}
	if err := a.DB.Publish(ctx, b.Workspace, b.ID, draft.Number); err != nil {
		return err
	}
	c.hint("Version %d of the settings of %q is published.\n", draft.Number, b.Name)
	return nil
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
					documents := 0
					for _, s := range sources {
						documents += s.Counts.Documents
					}
					return usageError{fmt.Errorf("this deletes the bot %q with %d sources, %d documents and all its conversations: repeat with --yes", b.Name, len(sources), documents)}
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
