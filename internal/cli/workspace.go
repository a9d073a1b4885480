package cli

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/webchatagent/wca/internal/app"
	"github.com/webchatagent/wca/internal/noun"
	"github.com/webchatagent/wca/internal/workspace"
)

func (c *command) workspace() *cobra.Command {
	return &cobra.Command{
		Use: "workspace", Short: "Show the workspace: its name, id, first day and number of bots", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return c.withWorkspace(cmd, func(a *app.App, w workspace.Workspace) error {
				bots, err := a.DB.Bots(cmd.Context(), w.ID)
				if err != nil {
					return err
				}
				_, err = fmt.Fprintf(c.out, "%s\t%s\t%s\t%s\n", w.Name, w.ID, w.CreatedAt.Format(time.DateOnly), noun.Count(len(bots), "1 bot", "bots"))
				return err
			})
		},
	}
}
