package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/webchatagent/wca/internal/app"
	"github.com/webchatagent/wca/internal/bot"
)

func (c *command) botSet() *cobra.Command {
	var name string
	var yes bool
	var flags settingFlags
	cmd := &cobra.Command{
		Use: "set", Short: "Change a bot's settings and publish them", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if !anySetting(cmd) {
				return usageError{errors.New("say what is to change, such as --model, --instructions, --greeting, --origin or --retention: see wca bot set --help")}
			}
			return misused(c.withBot(cmd, name, func(a *app.App, b bot.Bot) error {
				version, err := a.DB.PublishedSettings(cmd.Context(), b.Workspace, b.ID)
				if err != nil {
					return err
				}
				s := version.Settings
				if err := flags.apply(cmd, a, &s); err != nil {
					return err
				}
				if s, err = s.Checked(); err != nil {
					return err
				}
				if _, err := a.Models.Open(s.Model); err != nil && (cmd.Flags().Changed("model") || cmd.Flags().Changed("fallback")) {
					return err
				} else if err != nil {
					c.hint("No question can be answered: %s\n", sentence(err))
				}
				if !yes {
					if err := shortens(cmd.Context(), a, b, version.Settings.Retention, s.Retention); err != nil {
						return err
					}
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
			}))
		},
	}
	cmd.Flags().StringVar(&name, "bot", "", "name of the bot")
	cmd.Flags().BoolVar(&yes, "yes", false, "really let conversations go that a shorter --retention or --ledger-days lets go at once")
	flags.add(cmd)
	return cmd
}

// anySetting reports whether a flag says what is to change.
func anySetting(cmd *cobra.Command) bool {
	given, own := false, cmd.LocalNonPersistentFlags()
	cmd.Flags().Visit(func(f *pflag.Flag) { given = given || f.Name != "bot" && f.Name != "yes" && own.Lookup(f.Name) != nil })
	return given
}

// settingFlags are the flags of `wca bot set`.
type settingFlags struct {
	model, instructions, check, embedding, privacy string
	review                                         bool
	origins                                        []string
	keep                                           retentionFlags
	personal                                       personalFlags
	looks                                          looksFlags
	writes                                         modelFlags
}

func (f *settingFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.model, "model", "", "PROVIDER/MODEL, or quote for the built-in one")
	cmd.Flags().StringVar(&f.instructions, "instructions", "", "own instructions to the model")
	cmd.Flags().StringVar(&f.check, "check", "", "what becomes of sentences that the sources do not back: mark, withhold or off")
	cmd.Flags().BoolVar(&f.review, "review", false, "ask the model which sentences of its answer the sources back before a visitor sees any (--review=false ends it)")
	cmd.Flags().StringVar(&f.embedding, "embedding", "", "model that makes the vectors search compares: PROVIDER/MODEL or PROVIDER/MODEL@DIMENSIONS; none for the built-in ones")
	cmd.Flags().StringVar(&f.privacy, "privacy-url", "", "page with your privacy policy, which the chat links to; \"\" for none")
	f.keep.add(cmd)
	f.personal.add(cmd)
	f.looks.add(cmd)
	f.writes.add(cmd)
	cmd.Flags().StringSliceVar(&f.origins, "origin", nil, "website that may embed the bot (repeatable; replaces the list)")
}

// apply puts into the settings what the flags say, and leaves the rest as it is.
func (f *settingFlags) apply(cmd *cobra.Command, a *app.App, s *bot.Settings) error {
	given := cmd.Flags().Changed
	if given("model") {
		first := bot.ParseChoice(f.model)
		if first.Provider == "" {
			return usageError{fmt.Errorf("--model is PROVIDER/MODEL, or quote for the built-in one, not %q", f.model)}
		}
		s.Model.Provider, s.Model.Name = first.Provider, first.Name
	}
	if given("instructions") {
		s.Model.Instructions = f.instructions
	}
	if given("check") {
		s.Check = bot.Check(f.check)
	}
	if given("review") {
		s.Review = f.review
	}
	if given("embedding") {
		s.Embedding = nil
		if f.embedding != "none" {
			e, ok := bot.ParseEmbedding(f.embedding)
			if !ok {
				return usageError{fmt.Errorf("--embedding is PROVIDER/MODEL, PROVIDER/MODEL@DIMENSIONS or none, not %q", f.embedding)}
			}
			if _, err := a.Models.OpenEmbedder(e); err != nil {
				return err
			}
			s.Embedding = &e
		}
	}
	if given("origin") {
		s.Origins = f.origins
	}
	if given("privacy-url") {
		s.PrivacyURL = f.privacy
	}
	f.keep.apply(cmd, &s.Retention)
	f.personal.apply(cmd, &s.Personal)
	if err := f.looks.apply(cmd, s); err != nil {
		return err
	}
	return f.writes.apply(cmd, s)
}

// publish makes the settings those that visitors are answered with.
func (c *command) publish(ctx context.Context, a *app.App, b bot.Bot, s bot.Settings) error {
	version, err := bot.Publish(ctx, a.DB, b, s, a.Keys.Now())
	if err != nil {
		return err
	}
	c.hint("Version %d of the settings of %q is published.\n", version.Number, b.Name)
	return nil
}
