package browser

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/storage"
	"github.com/chromedp/chromedp"

	"github.com/webchatagent/wca/test/browser/widgetfake"
)

const samstag = "Haben Sie am Samstag geöffnet?"

// server is the fake with one cited answer, which must not have been misused at the end.
func server(t *testing.T) *widgetfake.Server {
	t.Helper()
	s := widgetfake.Start()
	t.Cleanup(s.Close)
	t.Cleanup(func() {
		for _, v := range s.Violations() {
			t.Errorf("against the contract: %s", v)
		}
	})
	s.Config.PrivacyURL = "https://radhaus.example/datenschutz"
	s.Answers[samstag] = &widgetfake.Answer{
		Chunks: []string{"Ja, **samstags** von 10 ", "bis 16 Uhr.[1]", " Die Werkstatt bis 14 Uhr.[2][7]"},
		Citations: []widgetfake.Citation{
			{N: 1, Title: "Öffnungszeiten", URL: "https://radhaus.example/zeiten", Document: "https://radhaus.example/zeiten", Passage: "Mittwoch – Samstag · 10 bis 16 Uhr\nUnser Laden in Linden ist samstags geöffnet.\nBis bald"},
			{N: 2, Title: "Preisliste", Document: "preise.pdf", Passage: "Werkstatt Sa 10–14 Uhr", Page: 2},
		},
	}
	return s
}

// site is a website, on an origin of its own, that includes the widget.
func site(t *testing.T, s *widgetfake.Server, policy, html string) string {
	t.Helper()
	if html == "" {
		html = `<!doctype html><html lang="de"><meta name="viewport" content="width=device-width"><title>Radhaus</title><h1>Radhaus</h1><button id="own">Eigener Knopf</button><script async src="SERVER/widget.js" data-bot="BOT"></script></html>`
	}
	html = strings.NewReplacer("SERVER", s.URL, "BOT", widgetfake.Bot).Replace(html)
	h := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/favicon.ico" {
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		if policy != "" {
			w.Header().Set("Content-Security-Policy", strings.ReplaceAll(policy, "SERVER", s.URL))
		}
		fmt.Fprint(w, html)
	}))
	t.Cleanup(h.Close)
	// Another site than that of the server, so the frame is a third party as in real life.
	return strings.Replace(h.URL, "127.0.0.1", "localhost", 1)
}

// launcher clicks where the launcher is.
func (b *tab) launcher() {
	b.t.Helper()
	b.wait(`document.elementFromPoint(innerWidth - 48, innerHeight - 48)?.localName === "wca-widget"`)
	w := get[float64](b, "innerWidth")
	h := get[float64](b, "innerHeight")
	b.do(chromedp.MouseClickXY(w-48, h-48))
}

// From the first click to the end of the chat: nothing before the click, one server, no cookie,
// a streamed answer with its sources, feedback, and nothing left behind.
func TestWholeVisit_C3_E1_W08_W15_W16(t *testing.T) {
	s := server(t)
	s.Config.Suggestions = map[string][]string{"de": {samstag}}
	step := make(chan struct{})
	s.Answers[samstag].Step = step
	host := open(t, site(t, s, "", ""))
	host.wait(`document.querySelector("wca-widget")`)

	if got := s.Requests(); !slices.Equal(got, []string{"GET /widget.js"}) {
		t.Errorf("before the first click the server was asked for %q", got)
	}
	if n := get[int](host, "localStorage.length + sessionStorage.length"); n != 0 {
		t.Errorf("before the first click %d keys are stored", n)
	}
	if h := host.hears("button", "Chat öffnen"); h.expanded != "false" {
		t.Errorf("the closed launcher is expanded=%q", h.expanded)
	}

	host.launcher()
	p := host.panel()
	host.hears("button", "Chat schließen")
	p.wait(`document.activeElement.localName === "textarea"`)
	if n := get[int](p, "localStorage.length + sessionStorage.length"); n != 0 {
		t.Errorf("before the first message %d keys are stored", n)
	}
	notice := "Sie chatten mit einem KI-Assistenten."
	p.wait(fmt.Sprintf(`document.querySelector("footer").innerText.includes(%q)`, notice))

	p.button(samstag)
	p.wait(`document.querySelector(".typing")`)
	p.wait(`!document.querySelector(".suggestions")`)
	step <- struct{}{}
	p.wait(`document.querySelector(".live .markdown strong")?.textContent === "samstags"`)
	if get[bool](p, `!!document.querySelector("[role=log] .assistant, .live a, .live button")`) {
		t.Error("an unfinished answer stands in the log or has links")
	}
	close(step)
	p.wait(`document.querySelector("[role=log] .assistant .sources")`)

	if text := get[string](p, `document.querySelector("[role=log] .assistant .markdown").textContent`); strings.Contains(text, "7") || strings.Contains(text, "*") {
		t.Errorf("the answer shows a marker nothing supports, or raw Markdown: %q", text)
	}
	if h := p.hears("link", "Quelle 1: Öffnungszeiten (öffnet in neuem Tab)"); h.description != "" && h.description != h.name {
		t.Errorf("beside its name a marker is read out as %q", h.description)
	}
	p.hears("button", "Quelle 2: Preisliste")
	if href := get[string](p, `document.querySelector("a.mark").href`); href != "https://radhaus.example/zeiten#:~:text=Unser%20Laden%20in%20Linden%20ist%20samstags" {
		t.Errorf("the marker leads to %q", href)
	}
	if rel := get[string](p, `document.querySelector("a.mark").rel`); rel != "noopener noreferrer nofollow" {
		t.Errorf("the marker's rel is %q", rel)
	}
	p.button("Quelle 2: Preisliste")
	p.wait(`document.querySelector("details[open] blockquote").innerText.includes("Werkstatt Sa")`)
	p.wait(`document.querySelector("footer").innerText.includes("KI-Assistenten")`)

	kept := get[map[string]string](p, `Object.fromEntries(Object.entries(localStorage))`)
	if len(kept) != 1 || !strings.Contains(kept["wca:"+widgetfake.Bot], `"session":"s_`) {
		t.Errorf("localStorage holds %v", kept)
	}

	p.button("Nicht hilfreich")
	until(t, "the feedback", func() bool { return len(s.Given()) == 1 })
	p.run(`document.querySelector(".reasons input[value=incomplete]").click()`)
	p.button("Rückmeldung senden")
	until(t, "the reasons", func() bool { return len(s.Given()) == 2 })
	if f := s.Given()[1]; f.Value != "down" || !slices.Equal(f.Reasons, []string{"incomplete"}) {
		t.Errorf("the feedback is %+v", f)
	}
	p.button("Hilfreich")
	until(t, "the changed feedback", func() bool { return len(s.Given()) == 3 })
	if h := p.hears("button", "Hilfreich"); h.pressed != "true" {
		t.Errorf("the chosen feedback is pressed=%q", h.pressed)
	}

	p.button("Menü")
	p.button("Unterhaltung beenden und löschen")
	p.hears("alertdialog", "Unterhaltung beenden und löschen?")
	p.button("Beenden und löschen")
	p.wait(`!document.querySelector("[role=log] .message") && document.querySelector(".suggestions")`)
	if n := get[int](p, "localStorage.length + sessionStorage.length"); n != 0 {
		t.Errorf("after the end %d keys are stored", n)
	}
	if s.Sessions() != 0 {
		t.Error("the server still has the session")
	}

	for _, b := range []*tab{host, p} {
		for _, name := range get[[]string](b, `performance.getEntriesByType("resource").map(e => e.name)`) {
			if u, err := url.Parse(name); err != nil || (!strings.HasPrefix(name, s.URL) && u.Hostname() != "localhost" && u.Scheme != "data") {
				t.Errorf("%s was requested", name)
			}
		}
		if c := get[string](b, "document.cookie"); c != "" {
			t.Errorf("a cookie %q", c)
		}
	}
	cookies, err := chromedp.CallBrowser(host.ctx, storage.GetCookies, storage.GetCookiesParams{BrowserContextID: chromedp.FromContext(host.ctx).BrowserContextID})
	if err != nil || len(cookies.Cookies) != 0 {
		t.Errorf("the browser has cookies %v (%v)", cookies.Cookies, err)
	}
	if host.noise.String() != "" || p.noise.String() != "" {
		t.Errorf("console:\n%s\n%s", host.noise, p.noise)
	}
}

// With the keyboard alone: open, ask, reach the sources and feedback, close, and be where one was.
func TestKeyboardOnly_C1_C2_C5(t *testing.T) {
	s := server(t)
	host := open(t, site(t, s, "", ""))
	host.wait(`document.querySelector("wca-widget")`)

	host.press(forth) // the page's own button
	host.press(forth)
	host.wait(`document.activeElement.localName === "wca-widget"`)
	host.press(enter)
	p := host.panel()
	p.wait(`document.activeElement.localName === "textarea"`)
	p.hears("dialog", "Radhaus Linden")
	for _, r := range samstag {
		host.do(chromedp.KeyEvent(string(r)))
	}
	host.press(enter)
	p.wait(`document.querySelector(".sources")`)
	if value := get[string](p, `document.querySelector("textarea").value`); value != "" {
		t.Errorf("after sending the composer holds %q", value)
	}

	// Backwards from the composer through the answer: every control has a name and shows focus.
	var met []string
	for range 14 {
		host.press(back)
		met = append(met, get[string](p, `(e => (e.getAttribute("aria-label") || e.innerText || e.localName).trim().split("\n")[0])(document.activeElement)`))
		// Waited for, as a frame that is entered from its page hears of it a moment later. The composer shows its focus on the box around it.
		p.wait(`(e => { const s = getComputedStyle(e); return e === document.body || s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2 ||
			e.localName === "textarea" && getComputedStyle(e.closest(".box")).boxShadow !== "none" })(document.activeElement)`)
	}
	for _, want := range []string{"Nicht hilfreich", "Hilfreich", "Antwort kopieren", "Quelle 2: Preisliste", "Quelle 1: Öffnungszeiten (öffnet in neuem Tab)", "Chat minimieren", "Menü"} {
		if !slices.Contains(met, want) {
			t.Errorf("Tab does not reach %q, only %q", want, met)
		}
	}

	p.run(`document.querySelector("[aria-haspopup]").focus()`)
	host.press(enter)
	p.wait(`document.activeElement.closest("[role=menu]")`)
	host.press(escape) // closes the menu only
	p.wait(`document.querySelector("[role=menu]").hidden`)
	host.hears("button", "Chat schließen")
	host.press(escape)
	until(t, "the panel closes", func() bool {
		return slices.ContainsFunc(host.tree(), func(h heard) bool { return h.name == "Chat öffnen" && h.expanded == "false" })
	})
	host.wait(`document.activeElement.localName === "wca-widget"`)

	// Opened from the page's own button, focus returns there.
	host.run(`own.focus(); wca("open")`)
	p.wait(`document.activeElement.localName === "textarea"`)
	host.press(escape)
	host.wait(`document.activeElement.id === "own"`)
}
