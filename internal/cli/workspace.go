package cli

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/webchatagent/wca/internal/app"
	"github.com/webchatagent/wca/internal/noun"
	"github.com/webchatagent/wca/internal/workspace"
)

// workspaceLine is the JSON of `wca workspace`.
type workspaceLine struct {
	ID        string    `json:"id"`
	Name      string    `json:"name"`
	CreatedAt time.Time `json:"created_at"`
	Bots      int       `json:"bots"`
}

func (c *command) workspace() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "workspace", Short: "Show the workspace: its name, id, first day and number of bots", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return c.withWorkspace(cmd, func(a *app.App, w workspace.Workspace) error {
				bots, err := a.DB.Bots(cmd.Context(), w.ID)
				if err != nil {
					return err
				}
				if asJSON {
					return json.NewEncoder(c.out).Encode(workspaceLine{ID: w.ID, Name: w.Name, CreatedAt: w.CreatedAt, Bots: len(bots)})
				}
				_, err = fmt.Fprintf(c.out, "%s\t%s\t%s\t%s\n", w.Name, w.ID, w.CreatedAt.Format(time.DateOnly), noun.Count(len(bots), "1 bot", "bots"))
				return err
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}
