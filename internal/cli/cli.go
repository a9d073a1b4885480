// Package cli is the command line. Data goes to stdout, messages to stderr. Exit codes: 0 done,
// 1 failed, 2 wrong use, 3 no answer found.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"os/signal"
	"runtime/debug"
	"strconv"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/webchatagent/wca/internal/app"
	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/config"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/workspace"
)

// Exit codes.
const (
	exitOK = iota
	exitFailed
	exitUsage
	exitNoAnswer
)

// errNoAnswer ends a command with exitNoAnswer and no message.
var errNoAnswer = errors.New("no answer found")

// usageError ends a command with exitUsage.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

// command is what all commands share.
type command struct {
	version string
	in      io.Reader
	out     io.Writer // data
	err     io.Writer // messages
	file    string    // configuration file
	flags   *pflag.FlagSet
	quiet   bool
}

// Main runs the command line and returns the exit code. SIGINT and SIGTERM end it gently, a
// second one at once.
func Main(version string, args []string, in io.Reader, out, err io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop)
	return Run(ctx, version, args, in, out, err)
}

// Run is Main without signals.
func Run(ctx context.Context, version string, args []string, in io.Reader, out, errOut io.Writer) int {
	c := &command{version: versionOf(version), in: in, out: out, err: errOut}
	root := c.root()
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(errOut)
	err := root.ExecuteContext(ctx)
	var usage usageError
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errNoAnswer):
		return exitNoAnswer
	case errors.As(err, &usage), strings.HasPrefix(err.Error(), "unknown "), strings.HasPrefix(err.Error(), "required flag"):
		fmt.Fprintf(errOut, "wca: %s\n", sentence(err))
		return exitUsage
	case errors.Is(err, context.Canceled) && ctx.Err() != nil:
		fmt.Fprintln(errOut, "wca: interrupted")
		return exitFailed
	default:
		fmt.Fprintf(errOut, "wca: %s\n", sentence(err))
		return exitFailed
	}
}

// sentence is what a person at the terminal needs to read of an error.
func sentence(err error) string {
	var p *problem.Error
	if errors.As(err, &p) && p.Kind != problem.Internal {
		return p.Message
	}
	var file *fs.PathError
	if errors.As(err, &file) && file.Op == "open" {
		plain := file.Error()
		switch {
		case errors.Is(err, fs.ErrNotExist):
			plain = fmt.Sprintf("there is no file %s", file.Path)
		case errors.Is(err, fs.ErrPermission):
			plain = fmt.Sprintf("this user may not open the file %s", file.Path)
		}
		return strings.Replace(err.Error(), file.Error(), plain, 1)
	}
	return err.Error()
}

func (c *command) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "wca",
		Short: "WebChatAgent answers questions from your website and files, with sources",
		Long: `WebChatAgent answers questions from your website and files, with sources.

  wca demo                                            see it work on a sample site
  wca bot create shop                                 make a bot
  wca ingest --bot shop https://www.example.de x.pdf  let it read
  wca ask --bot shop "Wann haben Sie geöffnet?"       ask it
  wca serve                                           chat page, widget and API`,
		SilenceUsage: true, SilenceErrors: true,
		CompletionOptions: cobra.CompletionOptions{HiddenDefaultCmd: true},
		Args:              noArgs,
		RunE:              func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	c.flags = root.PersistentFlags()
	c.flags.StringVar(&c.file, "config", os.Getenv("WCA_CONFIG"), "configuration file (TOML)")
	c.flags.String("data", "", "data directory")
	c.flags.String("database", "", "postgres://… instead of SQLite in the data directory")
	c.flags.Bool("allow-private", false, "read private and loopback addresses, too")
	c.flags.String("log-level", "", "debug, info, warn or error")
	c.flags.BoolVarP(&c.quiet, "quiet", "q", false, "no progress and hints")
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{wrongFlag(err)} })
	root.SetHelpCommand(c.help(root))
	root.AddCommand(
		c.serve(), c.demo(), c.bot(), c.ingest(), c.sources(), c.search(), c.ask(), c.extract(), c.extractChild(), c.lookChild(),
		c.pseudonymise(), c.qa(), c.gaps(), c.ledger(), c.account(), c.retention(), c.sessions(), c.erase(), c.prove(), c.eval(), c.workspace(), c.keys(), c.config(), c.versionCommand(),
	)
	return root
}

// help shows the help of a command; of an unknown one it says so.
func (c *command) help(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use: "help [COMMAND]", Short: "Help about any command",
		RunE: func(_ *cobra.Command, given []string) error {
			about, rest, err := root.Find(given)
			if err != nil || len(rest) > 0 {
				return usageError{fmt.Errorf("there is no command %q: see wca help", strings.Join(given, " "))}
			}
			about.InitDefaultHelpFlag()
			return about.Help()
		},
	}
}

// wrongFlag says what a flag takes where something else was given.
func wrongFlag(err error) error {
	var wrong *pflag.InvalidValueError
	if !errors.As(err, &wrong) {
		return err
	}
	f := wrong.GetFlag()
	takes := map[string]string{
		"int": "a whole number", "float64": "a number", "duration": "a duration such as 30m or 24h", "bool": "true or false", "stringSlice": "a list with commas between",
	}[f.Value.Type()]
	if takes == "" {
		return err
	}
	return fmt.Errorf("--%s takes %s, not %q: %s", f.Name, takes, wrong.GetValue(), f.Usage)
}

func noArgs(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usageError{fmt.Errorf("unknown command or argument %q: see %s --help", args[0], cmd.CommandPath())}
	}
	return nil
}

// args wraps an argument check so that its failure is wrong use.
func args(check cobra.PositionalArgs, hint string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, given []string) error {
		if check(cmd, given) == nil {
			return nil
		}
		for more := given; len(more) < len(given)+3; {
			if more = append(more, ""); check(cmd, more) == nil {
				return usageError{fmt.Errorf("something is missing; it is written as in: %s", hint)}
			}
		}
		return usageError{fmt.Errorf("these are too many arguments; what has spaces stands in quotation marks, as in: %s", hint)}
	}
}

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
		err = handOver(secret)
	}
	return w, err
}

func (c *command) showKey(secret string) error {
	_, err := fmt.Fprintf(c.err, "A new workspace was made. Its owner key is shown this once, keep it safe:\n\n    %s\n\n", secret)
	return err
}

// withWorkspace runs a command that is no server on the instance.
func (c *command) withWorkspace(cmd *cobra.Command, run func(a *app.App, w workspace.Workspace) error) (err error) {
	a, w, err := c.open(cmd)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	return run(a, w)
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

func (c *command) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: "Print the version", Args: noArgs,
		RunE: func(*cobra.Command, []string) error {
			fmt.Fprintln(c.out, "wca", c.version)
			return nil
		},
	}
}

// versionOf is the linker's version, or what the build knows of its source.
func versionOf(linked string) string {
	if linked != "" {
		return linked
	}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "development"
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			return "development " + s.Value[:12]
		}
	}
	return "development"
}
