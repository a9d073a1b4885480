package cli

import (
	"fmt"
	"maps"
	"slices"
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
