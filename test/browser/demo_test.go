package browser

import (
	"context"
	"fmt"
	"log/slog"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/webchatagent/wca/internal/app"
	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/config"
	"github.com/webchatagent/wca/internal/demo"
	"github.com/webchatagent/wca/internal/source"
)

// whole starts the real server with a bot that has read the sample site, and the site with the
// widget on another origin.
func whole(t *testing.T) (a *app.App, b bot.Bot, server, site string) {
	t.Helper()
	cfg, err := config.Load(config.Sources{Flags: map[string]string{"data": t.TempDir(), "allow_private": "true"}})
	if err != nil {
		t.Fatal(err)
	}
	// The files of the site are not read here, so the child that opens them may be missing.
	a, err = app.Open(t.Context(), cfg, app.Options{Version: "test", Log: slog.New(slog.DiscardHandler), Child: []string{"/nonexistent"}})
	if err != nil {
		t.Fatal(err)
	}
	s := httptest.NewServer(a.Handler())
	t.Cleanup(func() {
		s.Close()
		a.Desk.Running.Wait(context.Background())
		if err := a.Close(); err != nil {
			t.Error(err)
		}
	})
	w, _, err := a.Keys.FirstStart(t.Context())
	if err == nil {
		b, err = a.NewBot(t.Context(), w.ID, "Radbot")
	}
	if err != nil {
		t.Fatal(err)
	}
	pages := httptest.NewServer(demo.Site(demo.Options{WidgetURL: s.URL, BotID: b.PublicID, Color: demo.Color}))
	t.Cleanup(pages.Close)
	site = strings.Replace(pages.URL, "127.0.0.1", "localhost", 1)
	settings := demo.Settings(bot.Default("quote"))
	settings.Origins = []string{site}
	if _, err := bot.Publish(t.Context(), a.DB, b, settings, a.Keys.Now()); err != nil {
		t.Fatal(err)
	}
	rules := demo.Rules()
	rules.Exclude = append(rules.Exclude, "/downloads/*")
	read, err := a.Library.AddSite(t.Context(), b.Workspace, b.ID, source.Website{Address: pages.URL, Rules: rules})
	for again := true; err == nil && again; {
		again, err = a.Library.Ingest(t.Context(), b.Workspace, b.ID, read.ID, nil)
	}
	if err == nil {
		read, err = a.DB.Source(t.Context(), b.Workspace, b.ID, read.ID)
	}
	if err != nil || read.Message != "" {
		t.Fatalf("the sample site was not read whole: %q, %v", read.Message, err)
	}
	return a, b, s.URL, site
}

// The demonstration as its visitor sees it: from the first click to a cited answer to the end of the
// chat, in the real program.
func TestDemonstration_C3_E1_E4(t *testing.T) {
	a, b, _, site := whole(t)
	host := open(t, site+"/de/")
	host.wait(`document.querySelector("wca-widget")`)
	host.launcher()
	p := host.panel()
	p.say("Wie lange hat der Laden am Samstag geöffnet?")
	p.wait(`document.querySelector("[role=log] .assistant .sources")`)
	text := get[string](p, `document.querySelector("[role=log] .assistant .markdown").textContent`)
	if !strings.Contains(text, "16 Uhr") {
		t.Errorf("the answer is %q", text)
	}
	if href := get[string](p, `document.querySelector("a.mark").href`); !strings.Contains(href, "/de/oeffnungszeiten") {
		t.Errorf("the source is %q", href)
	}
	if path := os.Getenv("WCA_PICTURE"); path != "" {
		p.wait(`document.getAnimations().every(a => a.playState === "finished")`)
		p.run(`document.querySelector("[role=log]").scrollTo(0, 0)`)
		picture(t, host, path)
	}
	p.say("Wer hat die Fußball-Weltmeisterschaft 2014 gewonnen?")
	p.wait(`[...document.querySelectorAll("[role=log] .assistant .markdown")].some(e => e.textContent.includes("leider nichts gefunden"))`)
	secret := get[string](p, fmt.Sprintf(`JSON.parse(localStorage.getItem("wca:%s")).session`, b.PublicID))
	_, all, err := a.Desk.History(t.Context(), b, secret)
	if err != nil || len(all) != 4 {
		t.Errorf("the server holds %d messages, %v", len(all), err)
	}

	p.button("Menü")
	p.button("Unterhaltung beenden und löschen")
	p.button("Beenden und löschen")
	p.wait(`localStorage.length === 0`)
	if _, _, err := a.Desk.History(t.Context(), b, secret); err == nil {
		t.Error("the server still holds the conversation")
	}
	if cookies := get[string](host, "document.cookie"); cookies != "" {
		t.Errorf("cookies: %s", cookies)
	}
}

// picture draws the page as it is now: `make picture` makes the README's with it.
func picture(t *testing.T, b *tab, path string) {
	t.Helper()
	shot, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
	if err == nil {
		err = os.WriteFile(path, shot, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// The chat page is the same panel without a website around it.
func TestChatPage(t *testing.T) {
	_, b, server, _ := whole(t)
	p := open(t, server+"/c/"+b.PublicID)
	p.wait(`!!document.querySelector("textarea")`)
	p.say("How long do I have to return something I bought online?")
	p.wait(`document.querySelector("[role=log] .assistant .sources")`)
	if text := get[string](p, `document.querySelector("[role=log] .assistant .markdown").textContent`); !strings.Contains(text, "30 days") {
		t.Errorf("the answer is %q", text)
	}
	if noise := p.noise.String(); noise != "" {
		t.Errorf("the console says %s", noise)
	}
}

// The start page and the description of the API load nothing from elsewhere and need no script.
func TestPagesForPeople_P09(t *testing.T) {
	_, b, server, _ := whole(t)
	p := open(t, server+"/?lang=de")
	p.wait(`document.body.innerText.includes("Radbot")`)
	if href := get[string](p, `document.querySelector("a.button").getAttribute("href")`); href != "/c/"+b.PublicID {
		t.Errorf("the chat page is %q", href)
	}
	p.do(chromedp.Navigate(server + "/docs?lang=en"))
	p.wait(`document.body.innerText.includes("/v1/chat/{bot}/messages")`)
	foreign := get[int](p, `performance.getEntriesByType("resource").filter(e => !e.name.startsWith(location.origin)).length`)
	if foreign != 0 || p.noise.String() != "" {
		t.Errorf("%d foreign requests, console: %s", foreign, p.noise)
	}
}
