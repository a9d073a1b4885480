package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/webchatagent/wca/internal/personal"
	"github.com/webchatagent/wca/internal/pseudonym"
	"github.com/webchatagent/wca/internal/source"
)

func (c *command) pseudonymise() *cobra.Command {
	var asJSON bool
	var region string
	cmd := &cobra.Command{
		Use: "pseudonymise", Short: "Replace personal data in text from stdin", Args: noArgs,
		Long: `Replace personal data in text from stdin. With --json it reads JSON lines {"id","text"} and prints
{"id","text","entities":[{"start","end","type","placeholder"}]} with offsets in characters of the input.`,
		RunE: func(*cobra.Command, []string) error {
			if !personal.IsRegion(strings.ToUpper(region)) {
				return usageError{fmt.Errorf("--region is the code of a country in ISO 3166, such as DE, AT, CH or GB, not %q", region)}
			}
			finder := personal.New(personal.Options{Region: region})
			if asJSON {
				return pseudonym.CLI(c.in, c.out, finder)
			}
			text, err := io.ReadAll(io.LimitReader(c.in, source.MaxFile))
			if err != nil {
				return fmt.Errorf("reading stdin: %w", err)
			}
			guarded := personal.Guard(finder)
			masked, _ := pseudonym.NewVault(nil, pseudonym.Shown{}).Mask(guarded, string(text), pseudonym.Visitor)
			if err := guarded.Err(); err != nil {
				return err
			}
			_, err = io.WriteString(c.filtered(), masked)
			return err
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "JSON lines in and out")
	cmd.Flags().StringVar(&region, "region", "DE", "region of phone numbers without country code")
	return cmd
}
