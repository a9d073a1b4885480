package cli

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/webchatagent/wca/internal/app"
	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/config"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/store"
	"github.com/webchatagent/wca/internal/workspace"
)

// settings loads the configuration with this command's flags.
func (c *command) settings(cmd *cobra.Command) (config.Config, error) {
	given := map[string]string{}
	cmd.Flags().Visit(func(f *pflag.Flag) {
		switch key := strings.ReplaceAll(f.Name, "-", "_"); key {
		case "data", "database", "allow_private", "log_level", "listen", "public_url":
			given[key] = f.Value.String()
		}
	})
	cfg, err := config.Load(config.Sources{Flags: given, Environ: os.Environ(), File: c.file})
	if err != nil {
		return cfg, usageError{err}
	}
	return cfg, nil
}

func (c *command) log(cfg config.Config, lowest slog.Level) *slog.Logger {
	var level slog.Level
	if err := level.UnmarshalText([]byte(cfg.LogLevel)); err != nil {
		level = slog.LevelInfo
	}
	options := &slog.HandlerOptions{Level: max(level, lowest)}
	if cfg.LogFormat == "json" {
		return slog.New(discreet{slog.NewJSONHandler(c.err, options)})
	}
	return slog.New(discreet{slog.NewTextHandler(c.err, options)})
}

// open opens the instance for a command that is no server, and its workspace.
func (c *command) open(cmd *cobra.Command) (*app.App, workspace.Workspace, error) {
	cfg, err := c.settings(cmd)
	if err != nil {
		return nil, workspace.Workspace{}, err
	}
	lowest := slog.LevelError // the command itself says what happened
	if cfg.LogLevel == "debug" {
		lowest = slog.LevelDebug
	}
	a, err := app.Open(cmd.Context(), cfg, app.Options{Version: c.version, Log: c.log(cfg, lowest)})
	if err != nil {
		return nil, workspace.Workspace{}, err
	}
	w, err := c.firstStart(cmd.Context(), a, c.showKey)
	if err != nil {
		return nil, w, errors.Join(err, a.Close())
	}
	return a, w, nil
}

// firstStart makes the workspace at the very first start and hands its key over, once.
func (c *command) firstStart(ctx context.Context, a *app.App, handOver func(secret string) error) (workspace.Workspace, error) {
	w, secret, err := a.Keys.FirstStart(ctx)
	if err != nil {
		return w, fmt.Errorf("making the first workspace: %w", err)
	}
	if secret != "" {
		_, err = fmt.Fprintf(c.err, "The database %s was empty: a new workspace was made.\n", store.Name(a.Config.DSN()))
		err = errors.Join(err, handOver(secret))
	}
	return w, err
}

func (c *command) showKey(secret string) error {
	_, err := fmt.Fprintf(c.err, "Its owner key is shown this once, keep it safe:\n\n    %s\n\n", secret)
	return err
}

// makingWorkspace runs a command that may be the first on a machine: it makes the database and the workspace if there are
// none.
func (c *command) makingWorkspace(cmd *cobra.Command, run func(a *app.App, w workspace.Workspace) error) (err error) {
	a, w, err := c.open(cmd)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	return run(a, w)
}

// withWorkspace runs a command on what is there: of a database that is not, or is empty, as with a slip in --data or
// --database, it would say that nothing is stored, nothing to be erased and no promise broken.
func (c *command) withWorkspace(cmd *cobra.Command, run func(a *app.App, w workspace.Workspace) error) error {
	cfg, err := c.settings(cmd)
	if err != nil {
		return err
	}
	switch missing, err := store.Missing(cmd.Context(), cfg.DSN()); {
	case err != nil:
		return err
	case missing:
		return fmt.Errorf("there is no database %s, or nothing in it: name the right one with --data or --database, or begin with `wca bot create NAME`", store.Name(cfg.DSN()))
	}
	return c.makingWorkspace(cmd, run)
}

// withBot runs a command on the bot that its --bot flag names.
func (c *command) withBot(cmd *cobra.Command, name string, run func(a *app.App, b bot.Bot) error) error {
	return c.withWorkspace(cmd, func(a *app.App, w workspace.Workspace) error {
		b, err := c.findBot(cmd.Context(), a, w, name)
		if err != nil {
			return err
		}
		return run(a, b)
	})
}

// findBot finds the named bot; without a name the only one there is.
func (c *command) findBot(ctx context.Context, a *app.App, w workspace.Workspace, name string) (bot.Bot, error) {
	if name != "" {
		b, err := bot.Find(ctx, a.DB, w.ID, name)
		if problem.Is(err, problem.NotFound) {
			return b, c.unknownBot(ctx, a, w, name)
		}
		return b, err
	}
	all, err := a.DB.Bots(ctx, w.ID)
	switch {
	case err != nil:
		return bot.Bot{}, err
	case len(all) == 1:
		return all[0], nil
	case len(all) == 0:
		return bot.Bot{}, errors.New("there is no bot yet: make one with `wca bot create NAME`")
	}
	return bot.Bot{}, usageError{fmt.Errorf("there are several bots, %s: say which with --bot NAME", named(all))}
}

// unknownBot names the bots that there are instead.
func (c *command) unknownBot(ctx context.Context, a *app.App, w workspace.Workspace, name string) error {
	all, err := a.DB.Bots(ctx, w.ID)
	switch {
	case err != nil:
		return err
	case len(all) == 0:
		return fmt.Errorf("there is no bot %q, and no other yet: make it with `wca bot create %q`", name, name)
	}
	names := make([]string, len(all))
	for i, b := range all {
		if names[i] = b.Name; strings.EqualFold(b.Name, name) {
			return fmt.Errorf("there is no bot %q: did you mean %q?", name, b.Name)
		}
	}
	if meant := config.Meant(name, names); meant != "" {
		return fmt.Errorf("there is no bot %q, only %s: did you mean %q? If not, make it with `wca bot create %q`", name, named(all), meant, name)
	}
	return fmt.Errorf("there is no bot %q, only %s: make it with `wca bot create %q`", name, named(all), name)
}

// named lists the names of bots, the first ten of them.
func named(bots []bot.Bot) string {
	var names []string
	for _, b := range bots[:min(10, len(bots))] {
		names = append(names, strconv.Quote(b.Name))
	}
	if len(bots) > 10 {
		names = append(names, "…")
	}
	return strings.Join(names, ", ")
}

// leaveKey writes the owner key into a file for its owner.
func (c *command) leaveKey(path, secret string) error {
	if err := os.WriteFile(path, []byte(secret+"\n"), 0o600); err != nil {
		c.hint("The owner key could not be left in a file: %v\n", err)
		return c.showKey(secret) // else nobody would ever have it
	}
	_, err := fmt.Fprintf(c.err, "Its owner key is in %s: keep it safe and remove the file.\n", path)
	return err
}
