package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/webchatagent/wca/internal/config"
)

// help shows the help of a command; of an unknown one it says so.
func (c *command) help(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use: "help [COMMAND]", Short: "Help about any command",
		RunE: func(_ *cobra.Command, given []string) error {
			about, rest, err := root.Find(given)
			if err != nil || len(rest) > 0 {
				if len(rest) > 0 {
					if meant := commandMeant(about, rest[0]); meant != "" {
						return usageError{fmt.Errorf("there is no command %q: did you mean %s %s?", strings.Join(given, " "), about.CommandPath(), meant)}
					}
				}
				return usageError{fmt.Errorf("there is no command %q: see wca help", strings.Join(given, " "))}
			}
			about.InitDefaultHelpFlag()
			return about.Help()
		},
	}
}

// wrongFlag says what a flag takes where something else or nothing was given, and of an unknown one which was probably meant.
func wrongFlag(cmd *cobra.Command, err error) error {
	if unknown, ok := errors.AsType[*pflag.NotExistError](err); ok {
		return unknownFlag(cmd, unknown)
	}
	if bare, ok := errors.AsType[*pflag.ValueRequiredError](err); ok {
		return fmt.Errorf("--%s is given without its value: %s", bare.GetFlag().Name, bare.GetFlag().Usage)
	}
	wrong, ok := errors.AsType[*pflag.InvalidValueError](err)
	if !ok {
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

func unknownFlag(cmd *cobra.Command, unknown *pflag.NotExistError) error {
	given := "--" + unknown.GetSpecifiedName()
	if unknown.GetSpecifiedShortnames() != "" {
		given = "-" + unknown.GetSpecifiedName()
	}
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if !f.Hidden {
			names = append(names, f.Name)
		}
	})
	if meant := config.Meant(unknown.GetSpecifiedName(), names); meant != "" {
		return fmt.Errorf("%s has no flag %s: did you mean --%s?", cmd.CommandPath(), given, meant)
	}
	return fmt.Errorf("%s has no flag %s: see %s --help", cmd.CommandPath(), given, cmd.CommandPath())
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
	if len(args) == 0 {
		return nil
	}
	if meant := commandMeant(cmd, args[0]); meant != "" {
		return usageError{fmt.Errorf("unknown command or argument %q: did you mean %s %s?", args[0], cmd.CommandPath(), meant)}
	}
	return usageError{fmt.Errorf("unknown command or argument %q: see %s --help", args[0], cmd.CommandPath())}
}

// commandMeant is the command below another that somebody who typed a word probably meant.
func commandMeant(above *cobra.Command, typed string) string {
	var names []string
	for _, c := range above.Commands() {
		if c.IsAvailableCommand() {
			names = append(names, c.Name())
		}
	}
	return config.Meant(typed, names)
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
