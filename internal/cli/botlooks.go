package cli

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/webchatagent/wca/internal/bot"
)

// looksFlags are those of `wca bot set` about the chat on a website.
type looksFlags struct {
	greeting, notice, contact, suggestion []string
	languages                             []string
	color                                 string
	endOnClose                            bool
}

func (f *looksFlags) add(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringArrayVar(&f.greeting, "greeting", nil, "first words of the chat, as de=TEXT or en=TEXT (repeatable); \"de=\" for the usual ones")
	flags.StringArrayVar(&f.notice, "notice", nil, "wording of the note that an AI answers, as de=TEXT or en=TEXT (repeatable); \"de=\" for the usual one")
	flags.StringArrayVar(&f.contact, "contact", nil, "how people are reached where the bot has no answer, as de=TEXT or en=TEXT (repeatable); \"de=\" for what the website says")
	flags.StringArrayVar(&f.suggestion, "suggestion", nil, "question offered before the first message, as de=QUESTION or en=QUESTION (repeatable; replaces those of the language); \"de=\" for none")
	flags.StringSliceVar(&f.languages, "languages", nil, "languages of the chat, the first is the usual one: de,en")
	flags.StringVar(&f.color, "color", "", "colour of the chat, such as #1a73e8; \"\" for the usual one")
	flags.BoolVar(&f.endOnClose, "end-on-close", false, "offer to end the chat when it is closed")
}

func (f *looksFlags) apply(cmd *cobra.Command, s *bot.Settings) error {
	for name, one := range map[string]struct {
		given []string
		texts *map[string]string
	}{"greeting": {f.greeting, &s.Greeting}, "notice": {f.notice, &s.Notice}, "contact": {f.contact, &s.Contact}} {
		texts := maps.Clone(*one.texts)
		for _, given := range one.given {
			language, text, err := spoken(name, given)
			if err != nil {
				return err
			}
			if texts == nil {
				texts = map[string]string{}
			}
			if texts[language] = text; text == "" {
				delete(texts, language)
			}
		}
		*one.texts = texts
	}
	suggestions := map[string][]string{}
	for _, given := range f.suggestion {
		language, question, err := spoken("suggestion", given)
		if err != nil {
			return err
		}
		if suggestions[language] = slices.Clone(suggestions[language]); question != "" {
			suggestions[language] = append(suggestions[language], question)
		}
	}
	s.Suggestions = maps.Clone(s.Suggestions)
	for language, questions := range suggestions {
		if s.Suggestions == nil {
			s.Suggestions = map[string][]string{}
		}
		if s.Suggestions[language] = questions; len(questions) == 0 {
			delete(s.Suggestions, language)
		}
	}
	if cmd.Flags().Changed("languages") {
		s.Languages = f.languages
	}
	if cmd.Flags().Changed("color") {
		s.Color = f.color
	}
	if cmd.Flags().Changed("end-on-close") {
		s.EndOnClose = f.endOnClose
	}
	return nil
}

// spoken reads LANGUAGE=TEXT.
func spoken(flag, given string) (language, text string, err error) {
	language, text, ok := strings.Cut(given, "=")
	if language = strings.TrimSpace(language); !ok || !slices.Contains(bot.Languages, language) {
		return "", "", usageError{fmt.Errorf("--%s is de=TEXT or en=TEXT, not %q", flag, given)}
	}
	return language, strings.TrimSpace(text), nil
}

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
