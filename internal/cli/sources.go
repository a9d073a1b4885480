package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/webchatagent/wca/internal/app"
	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/erasure"
	"github.com/webchatagent/wca/internal/noun"
	"github.com/webchatagent/wca/internal/source"
	"github.com/webchatagent/wca/internal/source/crawl"
)

func (c *command) sources() *cobra.Command {
	var name, remove, accept string
	var asJSON, pages, yes bool
	cmd := &cobra.Command{
		Use: "sources", Short: "List what a bot reads, with the state of each page", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return c.withBot(cmd, name, func(a *app.App, b bot.Bot) error {
				if remove != "" {
					return c.removeSource(cmd, a, b, remove, yes)
				}
				if accept != "" {
					return c.acceptSource(cmd, a, b, accept)
				}
				return c.listSources(cmd, a, b, asJSON, pages)
			})
		},
	}
	cmd.Flags().StringVar(&name, "bot", "", "name of the bot")
	cmd.Flags().BoolVar(&pages, "pages", false, "list the pages, too")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON lines, one for each source, with its pages")
	cmd.Flags().StringVar(&remove, "remove", "", "address or id of a source to remove with everything read from it, for good; asks for --yes")
	cmd.Flags().BoolVar(&yes, "yes", false, "really remove")
	cmd.Flags().StringVar(&accept, "accept", "", "address or id of a website to take as it was found, removing what was kept although its pages are gone")
	return cmd
}

// sourceLine and pageLine are the JSON of `wca sources`.
type sourceLine struct {
	ID      string        `json:"id"`
	Kind    source.Kind   `json:"kind"`
	Address string        `json:"address"`
	State   source.State  `json:"state"`
	Message string        `json:"message,omitempty"`
	Counts  source.Counts `json:"counts"`
	Notice  source.Notice `json:"notice,omitzero"`
	LeftOut crawl.LeftOut `json:"left_out,omitzero"`
	Pages   []pageLine    `json:"pages"`
}

type pageLine struct {
	Address string           `json:"address"`
	State   source.PageState `json:"state"`
	Status  int              `json:"status,omitempty"`
	Code    string           `json:"code,omitempty"`
	Reason  string           `json:"reason,omitempty"`
	Effect  source.Effect    `json:"effect,omitempty"`
}

func (c *command) listSources(cmd *cobra.Command, a *app.App, b bot.Bot, asJSON, withPages bool) error {
	all, err := a.DB.Sources(cmd.Context(), b.Workspace, b.ID)
	if err != nil {
		return err
	}
	if len(all) == 0 && !asJSON {
		c.hintToRead(b)
	}
	list := c.listing(asJSON)
	for _, s := range all {
		line := sourceLine{ID: s.ID, Kind: s.Kind, Address: s.Address, State: s.State, Message: s.Message, Counts: s.Counts, Notice: s.Notice, LeftOut: s.LeftOut, Pages: []pageLine{}}
		if asJSON || withPages {
			for p, err := range source.AllPages(cmd.Context(), a.DB, s) {
				if err != nil {
					return err
				}
				line.Pages = append(line.Pages, pageLine{p.Address, p.State, p.Status, p.Code, p.Reason, p.Effect})
			}
		}
		if err := list.row(line, "%s\t%s\t%s\t%s\t%s\t%d failed\t%s", s.Kind, s.Address, s.State, documents(s.Counts.Documents), passages(s.Counts.Passages), s.Counts.Failed, s.Message); err != nil {
			return err
		}
		if asJSON { // the line has its pages
			continue
		}
		for _, p := range line.Pages {
			fmt.Fprintf(list.table, "  %s\t%s\t%s\t%s\n", p.State, p.Effect, p.Address, p.Reason)
		}
	}
	return list.end()
}

func (c *command) hintToRead(b bot.Bot) {
	c.hint("The bot %q reads nothing yet: wca ingest --bot %q https://www.example.de\n", b.Name, b.Name)
}

// readsNothing says so of a bot without sources, which can find nothing.
func (c *command) readsNothing(ctx context.Context, a *app.App, b bot.Bot) bool {
	all, err := a.DB.Sources(ctx, b.Workspace, b.ID)
	if err != nil || len(all) > 0 {
		return false
	}
	c.hintToRead(b)
	return true
}

func (c *command) removeSource(cmd *cobra.Command, a *app.App, b bot.Bot, what string, yes bool) error {
	s, err := sourceCalled(cmd.Context(), a, b, what)
	if err != nil {
		return err
	}
	if !yes {
		return unsure("this removes %s with %s for good", s.Address, documents(s.Counts.Documents))
	}
	if _, err := a.Eraser.Erase(cmd.Context(), b.Workspace, erasure.Source, s.ID); err != nil {
		return err
	}
	c.hint("Removed %s with %s.\n", s.Address, documents(s.Counts.Documents))
	return nil
}

// acceptSource takes a website as it was found. One that has to be read once more is read here.
func (c *command) acceptSource(cmd *cobra.Command, a *app.App, b bot.Bot, what string) error {
	s, err := sourceCalled(cmd.Context(), a, b, what)
	if err != nil {
		return err
	}
	kept := s.Counts.Kept
	if s, err = a.Library.Accept(cmd.Context(), b.Workspace, b.ID, s.ID); err != nil {
		return err
	}
	if s.State != source.Queued {
		c.hint("Removed %s; %s left of %s.\n", documents(kept), noun.Count(s.Counts.Documents, "1 is", "are"), s.Address)
		return nil
	}
	show := newProgress(c, b.Name, false)
	s, err = readSource(cmd.Context(), a, s, show)
	told, unknown := tellingPages(cmd.Context(), a, s)
	show.end(s.Address, s, told, err)
	return errors.Join(err, unknown)
}

// sourceCalled is the bot's source of this address or id.
func sourceCalled(ctx context.Context, a *app.App, b bot.Bot, what string) (source.Source, error) {
	all, err := a.DB.Sources(ctx, b.Workspace, b.ID)
	if err != nil {
		return source.Source{}, err
	}
	for _, s := range all {
		if s.IsMeant(what) {
			return s, nil
		}
	}
	return source.Source{}, fmt.Errorf("the bot %q has no source %q: see wca sources", b.Name, what)
}
