package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// help shows the help of a command; of an unknown one it says so.
func (c *command) help(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use: "help [COMMAND]", Short: "Help about any command",
		RunE: func(_ *cobra.Command, given []string) error {
			about, rest, err := root.Find(given)
			if err != nil || len(rest) > 0 {
				return usageError{fmt.Errorf("there is no command %q: see wca help", strings.Join(given, " "))}
			}
			about.InitDefaultHelpFlag()
			return about.Help()
		},
	}
}

// wrongFlag says what a flag takes where something else was given.
func wrongFlag(err error) error {
	var wrong *pflag.InvalidValueError
	if !errors.As(err, &wrong) {
		return err
	}
	f := wrong.GetFlag()
	takes := map[string]string{
		"int": "a whole number", "float64": "a number", "duration": "a duration such as 30m or 24h", "bool": "true or false", "stringSlice": "a list with commas between",
	}[f.Value.Type()]
	if takes == "" {
		return err
	}
	return fmt.Errorf("--%s takes %s, not %q: %s", f.Name, takes, wrong.GetValue(), f.Usage)
}

// emptyFlag refuses a flag that names or finds something and has no value, such as a variable that a script forgot to set:
// without it the command would be about everything.
func emptyFlag(flags *pflag.FlagSet) (err error) {
	flags.Visit(func(f *pflag.Flag) {
		switch f.Name {
		case "bot", "find", "export", "remove", "accept", "gap", "queries", "purpose", "baseline", "save":
			if strings.TrimSpace(f.Value.String()) == "" {
				err = usageError{fmt.Errorf("the value of --%s is empty: %s", f.Name, f.Usage)}
			}
		}
	})
	return err
}

func noArgs(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usageError{fmt.Errorf("unknown command or argument %q: see %s --help", args[0], cmd.CommandPath())}
	}
	return nil
}

// args wraps an argument check so that its failure is wrong use.
func args(check cobra.PositionalArgs, hint string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, given []string) error {
		if check(cmd, given) == nil {
			return nil
		}
		for more := given; len(more) < len(given)+3; {
			if more = append(more, ""); check(cmd, more) == nil {
				return usageError{fmt.Errorf("something is missing; it is written as in: %s", hint)}
			}
		}
		return usageError{fmt.Errorf("these are too many arguments; what has spaces stands in quotation marks, as in: %s", hint)}
	}
}
