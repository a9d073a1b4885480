package cli

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/webchatagent/wca/internal/app"
	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/web/api"
)

func (c *command) search() *cobra.Command {
	var name, queries string
	var k int
	var asJSON bool
	cmd := &cobra.Command{
		Use: "search QUERY", Short: "Find passages without asking a model",
		Args: func(_ *cobra.Command, given []string) error {
			if (queries == "") == (len(given) == 0) {
				return usageError{fmt.Errorf("give a query or --queries FILE, as in: wca search --bot NAME \"Lieferzeit\"")}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, given []string) error {
			if k < 1 || k > 1000 {
				return usageError{fmt.Errorf("--k lies between 1 and 1000")}
			}
			return c.withBot(cmd, name, func(a *app.App, b bot.Bot) error {
				find := func(query string) ([]api.Hit, error) {
					found, err := a.Desk.Search(cmd.Context(), b, retrieve.Query{Text: query, K: k})
					return api.Hits(found), err
				}
				if queries != "" {
					return c.searchFile(queries, find)
				}
				query := strings.TrimSpace(strings.Join(given, " "))
				if query == "" {
					return usageError{errors.New("the query is empty")}
				}
				hits, err := find(query)
				if err != nil {
					return err
				}
				if asJSON {
					return json.NewEncoder(c.out).Encode(map[string]any{"query": query, "results": hits})
				}
				for i, h := range hits {
					fmt.Fprintf(c.out, "%2d. %.3f  %s\n    %s\n    %s\n", i+1, h.Score, h.Title, h.Document, excerpt(h.Passage, 200))
				}
				if len(hits) == 0 {
					if !c.readsNothing(cmd.Context(), a, b) {
						c.hint("Nothing was found.\n")
					}
					return errNoAnswer
				}
				return nil
			})
		},
	}
	cmd.Flags().StringVar(&name, "bot", "", "name of the bot")
	cmd.Flags().IntVar(&k, "k", 10, "how many passages")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	cmd.Flags().StringVar(&queries, "queries", "", `file of JSON lines {"id","query"}, - for stdin; prints {"id","results"} a line`)
	return cmd
}

// searchFile answers many queries.
func (c *command) searchFile(path string, find func(query string) ([]api.Hit, error)) error {
	var in io.Reader = c.in
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return fmt.Errorf("reading the queries: %w", err)
		}
		defer f.Close()
		in = f
	}
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 16<<20)
	out := bufio.NewWriter(c.out)
	defer out.Flush()
	encode := json.NewEncoder(out)
	for n := 1; lines.Scan(); n++ {
		if strings.TrimSpace(lines.Text()) == "" {
			continue
		}
		var q struct {
			ID    json.RawMessage `json:"id"`
			Query string          `json:"query"`
		}
		if err := json.Unmarshal(lines.Bytes(), &q); err != nil {
			return fmt.Errorf("%s, line %d is not a JSON object with id and query, whose value is text", path, n)
		}
		if q.ID == nil {
			q.ID = json.RawMessage("null")
		}
		hits, err := find(q.Query)
		if err != nil {
			return err
		}
		if err := encode.Encode(struct {
			ID      json.RawMessage `json:"id"`
			Results []api.Hit       `json:"results"`
		}{q.ID, hits}); err != nil {
			return err
		}
	}
	return lines.Err()
}

func excerpt(text string, n int) string {
	text = strings.Join(strings.Fields(text), " ")
	if runes := []rune(text); len(runes) > n {
		return string(runes[:n]) + " …"
	}
	return text
}
