package cli

import (
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/webchatagent/wca/internal/config"
)

func (c *command) config() *cobra.Command {
	cmd := &cobra.Command{Use: "config", Short: "Show the configuration", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() }}
	var asJSON bool
	show := &cobra.Command{
		Use: "show", Short: "Print each setting with its origin; secrets are shortened", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			cfg, err := c.settings(cmd)
			if err != nil {
				return err
			}
			for _, name := range cfg.Keyless() {
				c.hint("The provider %q has no key, so none of its models will answer: set %s or %s_FILE.\n", name, config.KeyName(name), config.KeyName(name))
			}
			if asJSON {
				return json.NewEncoder(c.out).Encode(cfg.Values)
			}
			t := c.table()
			for _, v := range cfg.Values {
				fmt.Fprintf(t, "%s\t%q\t%s\n", v.Key, v.Value, v.Origin)
			}
			return t.Flush()
		},
	}
	show.Flags().String("listen", "", "address to listen on")
	show.Flags().String("public-url", "", "address under which visitors reach this server")
	show.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	example := &cobra.Command{
		Use: "example", Short: "Print a commented configuration file", Args: noArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprint(c.out, config.Example())
			return err
		},
	}
	cmd.AddCommand(show, example)
	return cmd
}
