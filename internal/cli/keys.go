package cli

import (
	"fmt"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/webchatagent/wca/internal/app"
	"github.com/webchatagent/wca/internal/web/api"
	"github.com/webchatagent/wca/internal/workspace"
)

func (c *command) keys() *cobra.Command {
	cmd := &cobra.Command{Use: "keys", Short: "Make, list and revoke keys for the API", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() }}
	var role string
	create := &cobra.Command{
		Use: "create LABEL", Short: "Make a key and print it this once", Args: args(cobra.ExactArgs(1), "wca keys create \"website build\" --role editor"),
		RunE: func(cmd *cobra.Command, given []string) error {
			return c.withWorkspace(cmd, func(a *app.App, w workspace.Workspace) error {
				_, secret, err := a.Keys.Create(cmd.Context(), w.ID, given[0], workspace.Role(role))
				if err != nil {
					return misused(err)
				}
				fmt.Fprintln(c.out, secret)
				return nil
			})
		},
	}
	create.Flags().StringVar(&role, "role", "editor", "owner, editor or analyst")
	var asJSON bool
	list := &cobra.Command{
		Use: "list", Short: "List the keys", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return c.withWorkspace(cmd, func(a *app.App, w workspace.Workspace) error {
				keys, err := a.DB.Keys(cmd.Context(), w.ID)
				if err != nil {
					return err
				}
				lines := c.listing(asJSON)
				for _, k := range keys {
					state := "valid"
					if !k.RevokedAt.IsZero() {
						state = "revoked " + k.RevokedAt.Format(time.DateOnly)
					}
					if err := lines.row(api.KeyOf(k), "%s\t%s…\t%s\t%s\t%s", k.ID, k.Prefix, k.Role, state, k.Label); err != nil {
						return err
					}
				}
				return lines.end()
			})
		},
	}
	list.Flags().BoolVar(&asJSON, "json", false, "print JSON lines")
	var yes bool
	revoke := &cobra.Command{
		Use: "revoke ID", Short: "Revoke a key", Args: args(cobra.ExactArgs(1), "wca keys revoke key_… --yes"),
		RunE: func(cmd *cobra.Command, given []string) error {
			return c.withWorkspace(cmd, func(a *app.App, w workspace.Workspace) error {
				if !yes {
					keys, err := a.DB.Keys(cmd.Context(), w.ID)
					if err != nil {
						return err
					}
					if n := slices.IndexFunc(keys, func(k workspace.Key) bool { return k.ID == given[0] }); n >= 0 {
						return unsure("this revokes the key %s… (%s) for good, and what works with it stops", keys[n].Prefix, keys[n].Label)
					}
				}
				if err := a.DB.RevokeKey(cmd.Context(), w.ID, given[0], a.Keys.Now().UTC()); err != nil {
					return err
				}
				c.hint("The key %s was revoked: nothing is answered to it any more.\n", given[0])
				return nil
			})
		},
	}
	revoke.Flags().BoolVar(&yes, "yes", false, "really revoke")
	cmd.AddCommand(create, list, revoke)
	return cmd
}
