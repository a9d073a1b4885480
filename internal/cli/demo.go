package cli

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/webchatagent/wca/internal/app"
	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/config"
	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/demo"
	"github.com/webchatagent/wca/internal/noun"
	"github.com/webchatagent/wca/internal/source"
	"github.com/webchatagent/wca/internal/web/api"
)

func (c *command) demo() *cobra.Command {
	var once bool
	cmd := &cobra.Command{
		Use: "demo", Short: "See it work: a sample site is read, questions are answered, the widget is shown", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return c.runDemo(cmd, once) },
	}
	cmd.Flags().BoolVar(&once, "once", false, "exit after the questions; fails if an expected source is not cited")
	return cmd
}

// runDemo does with a sample site what a customer does with their own: serve, make a bot, let it
// read, ask, show the widget. Everything lives in a temporary directory.
func (c *command) runDemo(cmd *cobra.Command, once bool) (err error) {
	ctx, cancel := context.WithCancel(cmd.Context())
	defer cancel()
	dir, err := os.MkdirTemp("", "wca-demo-")
	if err != nil {
		return fmt.Errorf("making a temporary data directory: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()

	listen, err := freePort(ctx, "127.0.0.1:8080")
	if err != nil {
		return err
	}
	cfg, err := config.Load(config.Sources{Flags: map[string]string{
		"data": dir, "listen": listen, "allow_private": "true", "public_url": "http://" + listen,
	}})
	if err != nil {
		return err
	}
	a, err := app.Open(ctx, cfg, app.Options{Version: c.version, Log: c.log(cfg, slog.LevelWarn)})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	w, _, err := a.Keys.FirstStart(ctx)
	if err != nil {
		return err
	}
	served := make(chan error, 1)
	ready := make(chan struct{})
	go func() {
		served <- a.Run(ctx, func(string) { close(ready) })
		cancel() // without a server there is nothing to show
	}()
	defer func() {
		cancel()
		err = errors.Join(err, <-served)
	}()
	select {
	case <-ready:
	case <-ctx.Done():
		return nil
	}
	fmt.Fprintf(c.out, "WebChatAgent runs at %s with a temporary data directory.\n", cfg.URL())
	return c.showDemo(ctx, a, w.ID, once)
}

// showDemo has a bot read the sample site and answer, and shows it until ctx ends.
func (c *command) showDemo(ctx context.Context, a *app.App, workspace string, once bool) error {
	b, err := a.NewBot(ctx, workspace, "Demo")
	if err != nil {
		return err
	}
	site, stop, err := serveSite(ctx, demo.Options{WidgetURL: a.Config.URL(), BotID: b.PublicID, Color: demo.Color})
	if err != nil {
		return err
	}
	defer stop()
	if err := c.setUpDemo(ctx, a, b, site); err != nil {
		return err
	}

	fmt.Fprintf(c.out, "Reading the sample site at %s …\n", site)
	began := time.Now()
	s, _, err := c.addSource(ctx, a, b, source.Website{Address: site + "/", Rules: demo.Rules()})
	if err != nil {
		return err
	}
	show := newProgress(c, b.Name, false)
	if s, err = readSource(ctx, a, s, show); err != nil {
		return fmt.Errorf("reading the sample site: %w", err)
	}
	show.end(site, s, told{}, nil)
	fmt.Fprintf(c.out, "%s, %s in %.1f s\n", documents(s.Counts.Documents), passages(s.Counts.Passages), time.Since(began).Seconds())

	wrong, err := c.askDemo(ctx, a, b)
	if err != nil {
		return err
	}
	if once {
		if wrong > 0 {
			return fmt.Errorf("%s not answered from the expected source", noun.Count(wrong, "1 question was", "questions were"))
		}
		return nil
	}
	fmt.Fprintf(c.out, "\nThe sample site with the widget: %s/de/\nThe chat page:                   %s/c/%s\nStop with Ctrl-C.\n", site, a.Config.URL(), b.PublicID)
	<-ctx.Done()
	return nil
}

func (c *command) setUpDemo(ctx context.Context, a *app.App, b bot.Bot, site string) error {
	settings := demo.Settings(bot.Default(a.Config.Model))
	settings.Origins = []string{site}
	settings, err := settings.Checked()
	if err != nil {
		return err
	}
	_, err = bot.Publish(ctx, a.DB, b, settings, a.Keys.Now())
	return err
}

// askDemo asks the sample questions and returns how many were not answered as expected.
func (c *command) askDemo(ctx context.Context, a *app.App, b bot.Bot) (wrong int, err error) {
	b, err = a.DB.Bot(ctx, b.Workspace, b.ID)
	if err != nil {
		return 0, err
	}
	for _, q := range demo.Questions() {
		fmt.Fprintf(c.out, "\n— %s\n", q.Text)
		answer, err := askOnce(ctx, a, conversation.Question{Bot: b, Text: q.Text, Language: q.Language, Channel: "cli"}, c.printAnswer)
		if err != nil {
			return 0, err
		}
		c.printCitations(answer)
		if problem := unexpected(q, answer); problem != "" {
			wrong++
			fmt.Fprintf(c.err, "wca: %s\n", problem)
		}
	}
	return wrong, nil
}

func unexpected(q demo.Question, answer api.Answer) string {
	if q.ExpectSource == "" {
		if !answer.Refused {
			return fmt.Sprintf("%q should have been refused", q.Text)
		}
		return ""
	}
	for _, one := range answer.Citations {
		if strings.HasSuffix(one.Document, q.ExpectSource) {
			return ""
		}
	}
	return fmt.Sprintf("%q does not cite %s", q.Text, q.ExpectSource)
}

// serveSite serves the sample site on loopback.
func serveSite(ctx context.Context, o demo.Options) (url string, stop func(), err error) {
	var lc net.ListenConfig
	listener, err := lc.Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return "", nil, fmt.Errorf("serving the sample site: %w", err)
	}
	server := &http.Server{Handler: demo.Site(o), ReadHeaderTimeout: 5 * time.Second}
	done := make(chan struct{})
	go func() {
		defer close(done)
		_ = server.Serve(listener)
	}()
	return "http://" + listener.Addr().String(), func() { server.Close(); <-done }, nil
}

// freePort returns a loopback address that nobody listens on now, the wanted one if possible.
func freePort(ctx context.Context, wanted string) (string, error) {
	var lc net.ListenConfig
	for _, address := range []string{wanted, "127.0.0.1:0"} {
		l, err := lc.Listen(ctx, "tcp", address)
		if err != nil {
			continue
		}
		defer l.Close()
		return l.Addr().String(), nil
	}
	return "", errors.New("no free port on 127.0.0.1")
}
