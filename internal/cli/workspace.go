package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"
)

func (c *command) workspace() *cobra.Command {
	return &cobra.Command{
		Use: "workspace", Short: "Show the workspace: its name, id, first day and number of bots", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) (err error) {
			a, w, err := c.open(cmd)
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, a.Close()) }()
			bots, err := a.DB.Bots(cmd.Context(), w.ID)
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(c.out, "%s\t%s\t%s\t%d bots\n", w.Name, w.ID, w.CreatedAt.Format("2006-01-02"), len(bots))
			return err
		},
	}
}
