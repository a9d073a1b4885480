package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/webchatagent/wca/internal/app"
	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/source"
)

func (c *command) ingest() *cobra.Command {
	var name string
	var asJSON bool
	var wanted source.Website
	cmd := &cobra.Command{
		Use: "ingest URL|PATH…", Short: "Let a bot read websites, files and folders",
		Long: `Let a bot read websites, files and folders. An interrupted run goes on when the command is given again;
reading the same address again takes over what changed and removes what is gone. Rules of a website that are
not given again stay as they are; --include "" takes them away.

What a bot has read it may tell every visitor, so let it read only what they may know. A bot with a model shows of
personal data in files only a word such as "[phone number]", except what --personal-public and --personal-open-pages
of wca bot set open; a bot without one quotes word for word.`,
		Args: args(cobra.MinimumNArgs(1), "wca ingest --bot NAME https://www.example.de price-list.pdf"),
		RunE: func(cmd *cobra.Command, given []string) error {
			if err := wanted.Rules.Check(); err != nil {
				return usageError{err}
			}
			return c.withBot(cmd, name, func(a *app.App, b bot.Bot) error {
				return c.ingestAll(cmd, a, b, wanted, given, asJSON)
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&name, "bot", "", "name of the bot")
	f.BoolVar(&asJSON, "json", false, "print JSON lines: one for each page and a last one for each source")
	f.DurationVar(&wanted.Every, "every", 0, "read the website again after this time, such as 24h (by a running server)")
	f.StringSliceVar(&wanted.Rules.Include, "include", nil, "pattern of whole paths to read, such as /blog/** (repeatable)")
	f.StringSliceVar(&wanted.Rules.Exclude, "exclude", nil, "pattern of whole paths to leave out, such as /shop/** (repeatable)")
	f.BoolVar(&wanted.Accepted, "accept", false, "take --include and --exclude, or a folder as it is now, although most of what was read before is removed by that")
	f.IntVar(&wanted.Rules.MaxPages, "max-pages", 0, "how many pages at most; 0 for 1,000")
	f.IntVar(&wanted.Rules.MaxDepth, "max-depth", 0, "how many links from the start at most; 0 for 10")
	return cmd
}

// ingestAll lets the bot read what was given, one after the other, each as wanted.
func (c *command) ingestAll(cmd *cobra.Command, a *app.App, b bot.Bot, wanted source.Website, given []string, asJSON bool) error {
	show := newProgress(c, b.Name, asJSON)
	var failed error
	quoted := false
	for _, what := range given {
		site := wanted
		site.Address = what
		site, err := c.asBefore(cmd, a, b, site)
		if err != nil {
			return err
		}
		s, err := c.ingestOne(cmd.Context(), a, b, site, show)
		if errors.Is(err, context.Canceled) {
			return err
		}
		quoted = quoted || s.Kind == source.File && s.Counts.Documents > 0
		if err != nil && len(given) > 1 && !strings.Contains(err.Error(), what) {
			err = fmt.Errorf("%s: %w", what, err)
		}
		failed = errors.Join(failed, err)
	}
	if quoted {
		if err := c.hintToQuotes(cmd.Context(), a, b); err != nil {
			return err
		}
	}
	if err := a.UpdateVectors(cmd.Context(), b); err != nil {
		failed = errors.Join(failed, fmt.Errorf("search goes on with the built-in vectors: %w", err))
	}
	if failed != nil && asJSON {
		return errors.New("not everything could be read")
	}
	return failed
}

// ingestOne lets the bot read a website, file or folder and tells how that ended.
func (c *command) ingestOne(ctx context.Context, a *app.App, b bot.Bot, site source.Website, show *progress) (source.Source, error) {
	s, left, err := c.addSource(ctx, a, b, site)
	if err == nil {
		s, err = readSource(ctx, a, s, show)
	}
	told, unknown := tellingPages(ctx, a, s)
	if err == nil {
		err = unknown
	}
	show.end(site.Address, s, told, err)
	if err == nil && show.json == nil && len(site.Rules.Include) > 0 && s.Counts.Documents <= 1 {
		c.hint("Nothing but the start address fits --include. A pattern is a whole path: * stands for a part of it, ** for any number of parts, as in /blog/**\n")
	}
	return s, errors.Join(left, err)
}

// hintToQuotes says of a bot without a model what visitors read of its files: that is for who takes them in to decide.
func (c *command) hintToQuotes(ctx context.Context, a *app.App, b bot.Bot) error {
	v, err := a.DB.PublishedSettings(ctx, b.Workspace, b.ID)
	if err == nil && v.Settings.Model.Quotes() {
		c.hint("This bot has no model: it quotes to visitors what files say word for word, personal data included.\n")
	}
	return err
}

// asBefore adds to the rules those of a known website that the flags say nothing of: who gives the command again to
// have it read does not want it read otherwise.
func (c *command) asBefore(cmd *cobra.Command, a *app.App, b bot.Bot, site source.Website) (source.Website, error) {
	known, err := a.Library.Site(cmd.Context(), b.Workspace, b.ID, site.Address)
	if problem.Is(err, problem.NotFound) || problem.Is(err, problem.Invalid) { // new, or no website at all
		return site, nil
	}
	if err != nil {
		return site, err
	}
	var stays []string
	keep := func(flag string, was any, set bool, take func()) {
		if !cmd.Flags().Changed(flag) && set {
			take()
			stays = append(stays, fmt.Sprintf("--%s %v", flag, was))
		}
	}
	r := known.Rules
	keep("include", strings.Join(r.Include, ","), len(r.Include) > 0, func() { site.Rules.Include = r.Include })
	keep("exclude", strings.Join(r.Exclude, ","), len(r.Exclude) > 0, func() { site.Rules.Exclude = r.Exclude })
	keep("max-pages", r.MaxPages, r.MaxPages > 0, func() { site.Rules.MaxPages = r.MaxPages })
	keep("max-depth", r.MaxDepth, r.MaxDepth > 0, func() { site.Rules.MaxDepth = r.MaxDepth })
	keep("every", fmt.Sprintf("%gh", known.Every.Hours()), known.Every > 0, func() { site.Every = known.Every })
	if len(stays) > 0 {
		c.hint("As before: %s\n", strings.Join(stays, " "))
	}
	return site, nil
}

// readSource reads a source in this process, or watches while a server does.
func readSource(ctx context.Context, a *app.App, s source.Source, show *progress) (source.Source, error) {
	var watching time.Time // since when another process has the source
	said := false
	for {
		again, err := a.Library.Ingest(ctx, s.Workspace, s.Bot, s.ID, show.update)
		if err != nil {
			return s, err
		}
		now, err := a.DB.Source(ctx, s.Workspace, s.Bot, s.ID)
		if err != nil {
			return s, err
		}
		s = now
		switch {
		case s.State == source.Failed:
			return s, errors.New(s.Message)
		case s.State == source.Ready && !again && s.Counts.Done == 0 && s.Counts.Failed > 0: // what was read before is kept
			return s, errors.New(s.Message)
		case s.State == source.Ready && !again && s.Counts.Pending > 0: // it was stopped
			return s, errors.New(s.Message)
		case s.State == source.Ready && !again:
			return s, nil
		case again:
			watching = time.Time{}
			continue
		case watching.IsZero():
			watching = time.Now()
		case !said && time.Since(watching) >= time.Second:
			said = true
			show.waiting()
		}
		show.update(s, nil)
		select {
		case <-ctx.Done():
			return s, ctx.Err()
		case <-time.After(300 * time.Millisecond):
		}
	}
}
