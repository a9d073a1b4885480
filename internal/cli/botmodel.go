package cli

import (
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"github.com/webchatagent/wca/internal/bot"
)

// modelFlags are those of `wca bot set` about how a model writes.
type modelFlags struct {
	fallbacks              []string
	temperature, topP      string
	maxTokens, mostPassage int
}

func (f *modelFlags) add(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringArrayVar(&f.fallbacks, "fallback", nil, "model that is asked where --model fails, as PROVIDER/MODEL (repeatable, in their order; replaces the list); \"\" for none")
	flags.StringVar(&f.temperature, "temperature", "", "from 0 to 2; \"\" for the provider's own")
	flags.StringVar(&f.topP, "top-p", "", "above 0, up to 1; \"\" for the provider's own")
	flags.IntVar(&f.maxTokens, "max-tokens", 0, "how long an answer may be, in tokens; 0 for the usual length")
	flags.IntVar(&f.mostPassage, "passages", 0, "how many passages a model is shown, up to 20; 0 for the usual number")
}

func (f *modelFlags) apply(cmd *cobra.Command, s *bot.Settings) error {
	given := cmd.Flags().Changed
	if given("fallback") {
		s.Model.Fallbacks = nil
		for _, one := range f.fallbacks {
			other := bot.ParseChoice(one)
			switch {
			case one == "" && len(f.fallbacks) == 1:
			case other.Provider == "":
				return usageError{fmt.Errorf("--fallback is PROVIDER/MODEL, or quote for the built-in one, not %q", one)}
			default:
				s.Model.Fallbacks = append(s.Model.Fallbacks, other)
			}
		}
	}
	for name, one := range map[string]struct {
		given string
		to    **float64
	}{"temperature": {f.temperature, &s.Model.Temperature}, "top-p": {f.topP, &s.Model.TopP}} {
		if !given(name) {
			continue
		}
		*one.to = nil
		if one.given != "" {
			n, err := strconv.ParseFloat(one.given, 64)
			if err != nil {
				return usageError{fmt.Errorf("--%s is a number such as 0.5, not %q", name, one.given)}
			}
			*one.to = &n
		}
	}
	if given("max-tokens") {
		s.Model.MaxTokens = f.maxTokens
	}
	if given("passages") {
		s.Passages = f.mostPassage
	}
	return nil
}
