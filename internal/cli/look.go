package cli

import (
	"github.com/spf13/cobra"

	"github.com/webchatagent/wca/internal/app"
)

// lookChild is the process in which the files of a running database are read.
func (c *command) lookChild() *cobra.Command {
	return &cobra.Command{
		Use: app.LookCommand, Hidden: true, Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return app.Look(cmd.Context(), c.in, c.raw) },
	}
}
