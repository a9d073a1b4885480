package cli

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/webchatagent/wca/internal/app"
	"github.com/webchatagent/wca/internal/bot"
)

// botLine is the JSON of `wca bot show`; `wca bot list` leaves the settings out.
type botLine struct {
	ID        string        `json:"id"`
	PublicID  string        `json:"public_id"`
	Name      string        `json:"name"`
	CreatedAt time.Time     `json:"created_at"`
	Embedding string        `json:"embedding,omitempty"` // whose vectors search compares now, as in the API
	Version   int           `json:"version,omitempty"`
	Settings  *bot.Settings `json:"settings,omitempty"`
}

func lineOf(b bot.Bot) botLine {
	return botLine{ID: b.ID, PublicID: b.PublicID, Name: b.Name, CreatedAt: b.CreatedAt, Embedding: b.Embedder}
}

func (c *command) botShow() *cobra.Command {
	var name string
	var asJSON bool
	cmd := &cobra.Command{
		Use: "show [NAME]", Short: "Show what is set for a bot", Args: args(cobra.MaximumNArgs(1), "wca bot show NAME"),
		RunE: func(cmd *cobra.Command, given []string) error {
			if len(given) > 0 && name != "" {
				return usageError{errors.New("name the bot once, as in: wca bot show NAME")}
			}
			return c.withBot(cmd, name+strings.Join(given, ""), func(a *app.App, b bot.Bot) error {
				v, err := a.DB.PublishedSettings(cmd.Context(), b.Workspace, b.ID)
				if err != nil {
					return err
				}
				if asJSON {
					line := lineOf(b)
					line.Version, line.Settings = v.Number, &v.Settings
					return json.NewEncoder(c.out).Encode(line)
				}
				return c.showBot(a, b, v)
			})
		},
	}
	cmd.Flags().StringVar(&name, "bot", "", "name of the bot, as NAME")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}

// showBot prints what a bot is and every setting, by the name of its flag where `wca bot set` has one.
func (c *command) showBot(a *app.App, b bot.Bot, v bot.Version) error {
	t := c.table()
	row := func(name, value string) {
		fmt.Fprintf(t, "%s\t%s\n", name, strings.ReplaceAll(value, "\n", "\n\t"))
	}
	row("name", b.Name)
	row("public id", b.PublicID)
	row("id", b.ID)
	row("chat page", a.Config.URL()+"/c/"+b.PublicID)
	row("made", minute(b.CreatedAt))
	row("settings", fmt.Sprintf("version %d of %s", v.Number, minute(v.CreatedAt)))
	s := v.Settings
	for _, one := range slices.Concat(answering(s), vectors(b, s), looks(s), keeping(s), personalData(s.Personal)) {
		row(one[0], one[1])
	}
	return t.Flush()
}

// answering is what is set about how answers are made.
func answering(s bot.Settings) [][2]string {
	choices := s.Model.Choices()
	rows := [][2]string{{"model", choices[0].String()}}
	for _, other := range choices[1:] {
		rows = append(rows, [2]string{"fallback", other.String()})
	}
	if p := s.Model.Temperature; p != nil {
		rows = append(rows, [2]string{"temperature", fmt.Sprint(*p)})
	}
	if p := s.Model.TopP; p != nil {
		rows = append(rows, [2]string{"top-p", fmt.Sprint(*p)})
	}
	if n := s.Model.MaxTokens; n != 0 {
		rows = append(rows, [2]string{"max-tokens", strconv.Itoa(n)})
	}
	if s.Passages != 0 {
		rows = append(rows, [2]string{"passages", strconv.Itoa(s.Passages)})
	}
	rows = append(rows, [2]string{"instructions", cmp.Or(s.Model.Instructions, none)}, [2]string{"check", string(cmp.Or(s.Check, bot.CheckMark))})
	if s.Review {
		rows = append(rows, [2]string{"review", "true"})
	}
	return rows
}

// vectors is whose vectors are set, and whose search still compares while those are not complete.
func vectors(b bot.Bot, s bot.Settings) [][2]string {
	const own = "the built-in vectors"
	chosen := s.Embedding.ID()
	row := cmp.Or(chosen, "none: "+own)
	if b.Embedder != chosen {
		row += "\nnot in use yet, search compares " + cmp.Or(b.Embedder, own) + "; why it takes long, the server's log says"
	}
	return [][2]string{{"embedding", row}}
}

// looks is what is set about the chat on a website.
func looks(s bot.Settings) [][2]string {
	origins := "none: only this server's own pages"
	if len(s.Origins) > 0 {
		origins = strings.Join(s.Origins, ", ")
	}
	rows := [][2]string{{"origin", origins}, {"privacy-url", cmp.Or(s.PrivacyURL, none)}, {"languages", strings.Join(s.Languages, ", ")}}
	if s.Color != "" {
		rows = append(rows, [2]string{"color", s.Color})
	}
	if s.EndOnClose {
		rows = append(rows, [2]string{"end-on-close", "true"})
	}
	for _, texts := range []struct {
		name string
		by   map[string]string
	}{{"greeting", s.Greeting}, {"notice", s.Notice}, {"contact", s.Contact}} {
		for _, language := range slices.Sorted(maps.Keys(texts.by)) {
			rows = append(rows, [2]string{texts.name + " " + language, texts.by[language]})
		}
	}
	for _, language := range slices.Sorted(maps.Keys(s.Suggestions)) {
		rows = append(rows, [2]string{"suggestion " + language, strings.Join(s.Suggestions[language], "\n")})
	}
	return rows
}

// keeping is for how long what visitors write is kept.
func keeping(s bot.Settings) [][2]string {
	r := s.Retention
	if r.Kept() == 0 {
		return [][2]string{{"retention", "0: no text is stored"}}
	}
	mode := bot.RetentionDelete
	if r.Anonymises() {
		mode = bot.RetentionAnonymise
	}
	return [][2]string{{"retention", days(r.Kept())}, {"retention-mode", string(mode)}, {"ledger-days", strconv.Itoa(r.KeptInLedger())}}
}

// personalData is what is set about recognising and showing personal data.
func personalData(p bot.Personal) [][2]string {
	pages := p.OpenPages
	if pages == nil {
		pages = bot.OpenPages
	}
	list := func(all []string) string { return cmp.Or(strings.Join(all, ", "), none) }
	return [][2]string{
		{"personal-region", cmp.Or(p.Region, none)}, {"personal-off", list(p.Off)}, {"personal-public", list(p.Public)},
		{"personal-always", list(p.Always)}, {"personal-open-pages", list(pages)},
	}
}
