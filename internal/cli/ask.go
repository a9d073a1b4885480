package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/webchatagent/wca/internal/app"
	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/web/api"
)

func (c *command) ask() *cobra.Command {
	var name, language string
	var asJSON bool
	cmd := &cobra.Command{
		Use: "ask QUESTION", Short: "Ask a bot a question; exit code 3 when it finds no answer",
		Args: args(cobra.MinimumNArgs(1), `wca ask --bot NAME "Wann haben Sie geöffnet?"`),
		RunE: func(cmd *cobra.Command, given []string) error {
			if !slices.Contains(bot.Languages, language) {
				return usageError{fmt.Errorf("--language %q is unknown: use de or en", language)}
			}
			if strings.TrimSpace(strings.Join(given, "")) == "" {
				return usageError{errors.New("the question is empty")}
			}
			return c.withBot(cmd, name, func(a *app.App, b bot.Bot) error {
				each := c.printAnswer
				if asJSON {
					each = nil
				}
				answer, err := askOnce(cmd.Context(), a, conversation.Question{Bot: b, Text: strings.Join(given, " "), Language: language, Channel: "cli"}, each)
				if err != nil {
					if each != nil && answer.Answer != "" {
						fmt.Fprintln(c.out) // what went wrong is said on a line of its own
					}
					return err
				}
				if asJSON {
					err = json.NewEncoder(c.out).Encode(answer)
				} else {
					c.printCitations(answer)
				}
				if err == nil && answer.Refused {
					c.readsNothing(cmd.Context(), a, b)
					return errNoAnswer
				}
				return err
			})
		},
	}
	cmd.Flags().StringVar(&name, "bot", "", "name of the bot")
	cmd.Flags().StringVar(&language, "language", "de", "de or en, if the question does not show its language")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object")
	return cmd
}

// askOnce asks and keeps nothing: a question at the command line is no visitor's. It ends with ctx.
func askOnce(ctx context.Context, a *app.App, q conversation.Question, each func(string)) (api.Answer, error) {
	answer, err := api.Ask(ctx, a.Desk.Unkept(), q, each)
	if err != nil && ctx.Err() != nil {
		err = ctx.Err() // what failed then only tells of that
	}
	answer.Session, answer.ID = "", ""
	return answer, err
}

// printAnswer prints a part of an answer. Links that a terminal cannot tap come whole: they are put in by the program itself.
func (c *command) printAnswer(text string) { fmt.Fprint(c.out, conversation.WithoutTaps(text)) }

func (c *command) printCitations(answer api.Answer) {
	fmt.Fprintln(c.out)
	if len(answer.Citations) > 0 {
		fmt.Fprintln(c.out)
	}
	for _, one := range answer.Citations {
		where := one.URL
		if where == "" {
			where = one.Document
			if one.Page > 0 {
				where = fmt.Sprintf("%s, p. %d", where, one.Page)
			}
		}
		fmt.Fprintf(c.out, "[%d] %s – %s\n", one.N, one.Title, where)
	}
}
