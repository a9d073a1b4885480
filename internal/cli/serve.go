package cli

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/webchatagent/wca/internal/app"
)

func (c *command) serve() *cobra.Command {
	cmd := &cobra.Command{
		Use: "serve", Short: "Run the server: chat pages, widget, API and background work", Args: noArgs,
		Long: "Run the server. Without any configuration it keeps its data in ./wca-data and listens on 127.0.0.1:8080.",
		RunE: func(cmd *cobra.Command, _ []string) (err error) {
			cfg, err := c.settings(cmd)
			if err != nil {
				return err
			}
			a, err := app.Open(cmd.Context(), cfg, app.Options{Version: c.version, Log: c.log(cfg, slog.LevelDebug)})
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, a.Close()) }()
			handOver := c.showKey
			if !isTerminal(c.err) { // it would stand in the service's log
				handOver = func(secret string) error { return c.leaveKey(filepath.Join(cfg.Data, "owner-key"), secret) }
			}
			if _, err := c.firstStart(cmd.Context(), a, handOver); err != nil {
				return err
			}
			return a.Run(cmd.Context(), func(url string) { c.hint("WebChatAgent runs at %s (stop with Ctrl-C)\n", url) })
		},
	}
	cmd.Flags().String("listen", "", "address to listen on (default 127.0.0.1:8080)")
	cmd.Flags().String("public-url", "", "how visitors reach the server, such as https://chat.example.com")
	return cmd
}

// leaveKey writes the owner key into a file for its owner.
func (c *command) leaveKey(path, secret string) error {
	if err := os.WriteFile(path, []byte(secret+"\n"), 0o600); err != nil {
		c.hint("The owner key could not be left in a file: %v\n", err)
		return c.showKey(secret) // else nobody would ever have it
	}
	_, err := fmt.Fprintf(c.err, "A new workspace was made. Its owner key is in %s: keep it safe and remove the file.\n", path)
	return err
}

// hint prints a message unless --quiet.
func (c *command) hint(format string, args ...any) {
	if !c.quiet {
		fmt.Fprintf(c.err, format, args...)
	}
}

// freePort returns a loopback address that nobody listens on now, the wanted one if possible.
func freePort(ctx context.Context, wanted string) (string, error) {
	var lc net.ListenConfig
	for _, address := range []string{wanted, "127.0.0.1:0"} {
		l, err := lc.Listen(ctx, "tcp", address)
		if err != nil {
			continue
		}
		defer l.Close()
		return l.Addr().String(), nil
	}
	return "", errors.New("no free port on 127.0.0.1")
}
