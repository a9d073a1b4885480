// Package cli is the command line. Data goes to stdout, messages to stderr. Exit codes: 0 done,
// 1 failed, 2 wrong use, 3 no answer found.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/webchatagent/wca/internal/problem"
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

// misused is the error of a command that was given a value which is wrong, one of usage.
func misused(err error) error {
	if problem.Is(err, problem.Invalid) {
		return usageError{err}
	}
	return err
}

// unsure is the error of a command that would do what nobody can undo, and was not told --yes. It says what that is.
func unsure(what string, args ...any) error {
	return usageError{fmt.Errorf(what+": repeat with --yes", args...)}
}

// command is what all commands share.
type command struct {
	version string
	in      io.Reader
	out     io.Writer // data, with what strangers wrote made visible
	raw     io.Writer // the same place for what may be written as it is
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
	c := &command{version: versionOf(version), in: in, out: &visible{to: out}, raw: out, err: errOut}
	root := c.root()
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(errOut)
	err := root.ExecuteContext(ctx)
	var usage usageError
	said := &visible{to: errOut}
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errNoAnswer):
		return exitNoAnswer
	case errors.As(err, &usage), strings.HasPrefix(err.Error(), "unknown "), strings.HasPrefix(err.Error(), "required flag"):
		fmt.Fprintf(said, "wca: %s\n", sentence(err))
		return exitUsage
	case errors.Is(err, context.Canceled) && ctx.Err() != nil:
		fmt.Fprintln(errOut, "wca: interrupted")
		return exitFailed
	default:
		fmt.Fprintf(said, "wca: %s\n", sentence(err))
		return exitFailed
	}
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
	root.PersistentPreRunE = func(cmd *cobra.Command, _ []string) error { return emptyFlag(cmd.Flags()) }
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error { return usageError{wrongFlag(cmd, err)} })
	root.SetHelpCommand(c.help(root))
	root.AddCommand(
		c.serve(), c.demo(), c.bot(), c.ingest(), c.sources(), c.search(), c.ask(), c.extract(), c.extractChild(), c.lookChild(),
		c.pseudonymise(), c.qa(), c.gaps(), c.ledger(), c.account(), c.retention(), c.sessions(), c.erase(), c.prove(), c.eval(), c.workspace(), c.keys(), c.config(), c.versionCommand(),
	)
	return root
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
