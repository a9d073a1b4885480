package cli

import (
	"errors"
	"log/slog"
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
