package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/webchatagent/wca/internal/app"
	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/proof"
	"github.com/webchatagent/wca/internal/workspace"
)

// prove checks the promises on the instance as it is configured.
func (c *command) prove() *cobra.Command {
	var asJSON bool
	language := "en"
	if strings.HasPrefix(os.Getenv("LANG"), "de") {
		language = "de"
	}
	cmd := &cobra.Command{
		Use: "prove", Short: "Check every promise on this instance", Args: noArgs,
		Long: "Check every promise on this instance and its configuration. The checks work in workspaces of their own, which are\nremoved again. The exit code is 1 if a promise that is built is broken, or could not be checked.",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if !slices.Contains(bot.Languages, language) {
				return usageError{fmt.Errorf("--language %q is unknown: use de or en", language)}
			}
			return c.withWorkspace(cmd, func(a *app.App, _ workspace.Workspace) error {
				report, err := a.Prover.Run(cmd.Context())
				if asJSON {
					err = errors.Join(err, json.NewEncoder(c.out).Encode(report))
				} else {
					err = errors.Join(err, c.showProof(report, language))
				}
				if ids := report.Broken(); len(ids) > 0 {
					err = errors.Join(err, fmt.Errorf("broken: %s", strings.Join(ids, ", ")))
				}
				if ids := report.Late(); len(ids) > 0 {
					err = errors.Join(err, fmt.Errorf("not checked, as that took too long: %s. Please repeat wca prove when the server has less to do", strings.Join(ids, ", ")))
				}
				return err
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	cmd.Flags().StringVar(&language, "language", language, "language of the table: de or en")
	return cmd
}

func (c *command) showProof(report proof.Report, language string) error {
	t := c.table()
	for _, r := range report.Results {
		fmt.Fprintf(t, "%s\t%s\t%s\n", r.ID, r.State.Words().In(language), r.Promise.In(language))
		for _, more := range []string{r.Reason.In(language), r.Evidence.In(language)} {
			if more != "" {
				fmt.Fprintf(t, "\t\t  %s\n", more)
			}
		}
	}
	return t.Flush()
}
