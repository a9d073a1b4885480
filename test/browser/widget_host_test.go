package browser

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"github.com/webchatagent/wca/test/browser/widgetfake"
)

// A page that does its worst: takes all styles away, hides buttons and frames, transforms its body,
// writes from right to left, pollutes prototypes and replaces functions; its policy allows our
// server's scripts and frames and nothing else, and demands Trusted Types.
const hostilePolicy = "default-src 'none'; script-src SERVER 'nonce-x'; frame-src SERVER; style-src 'nonce-x'; require-trusted-types-for 'script'; trusted-types 'none'"

const hostilePage = `<!doctype html><html lang="de" dir="rtl"><head><title>Feindlich</title>
<style nonce="x">
*{all:unset!important}
button,iframe,wca-widget{display:none!important;visibility:hidden!important;opacity:0!important;pointer-events:none!important}
wca-widget{position:static!important;transform:translateX(-9999px) scale(0)!important;filter:blur(9px)!important;z-index:-1!important;clip-path:inset(50%)!important;width:1px!important}
html{font-size:62.5%!important}
body{transform:rotate(3deg)!important;position:fixed!important}
</style>
<script nonce="x">
window.broken = [];
addEventListener("securitypolicyviolation", e => broken.push(e.violatedDirective + " " + e.blockedURI));
addEventListener("error", e => broken.push(e.message));
Object.prototype.polluted = "yes"; Object.prototype.bots = undefined; Object.prototype.wca = 0;
window.fetch = () => { throw new Error("fetch") };
JSON.parse = JSON.stringify = () => { throw new Error("JSON") };
</script>
<script async src="SERVER/widget.js" data-bot="BOT" data-color="#0b7a4b" data-z="5000"></script></head><body><p>Text</p></body></html>`

func TestHostilePage_W11_W14_B3(t *testing.T) {
	s := server(t)
	host := open(t, site(t, s, hostilePolicy, hostilePage))
	host.wait(`document.querySelector("wca-widget")`)
	corners := func(x, y, size float64) bool {
		return get[bool](host, fmt.Sprintf(`[[4, %[3]v/2], [%[3]v/2, 4], [%[3]v-4, %[3]v/2], [%[3]v/2, %[3]v-4]].every(([dx, dy]) => document.elementFromPoint(%[1]v + dx, %[2]v + dy)?.localName === "wca-widget")`, x, y, size))
	}
	w, h := get[float64](host, "innerWidth"), get[float64](host, "innerHeight")
	if !corners(w-20-56, h-20-56, 56) {
		t.Error("the launcher is not where it should be")
	}
	host.launcher()
	p := host.panel()
	if !corners(w-20-400, h-90-500, 390) {
		t.Error("the panel is not where it should be")
	}
	p.say(samstag)
	p.wait(`document.querySelector(".sources")`)
	p.wait(`document.activeElement.localName === "textarea"`)
	if got := get[string](p, `getComputedStyle(document.documentElement).getPropertyValue("--fill").trim()`); got != "#0b7a4b" {
		t.Errorf("the panel's accent is %q", got)
	}
	host.run(`wca("close")`)
	host.wait(`document.elementFromPoint(innerWidth - 200, innerHeight - 300)?.localName !== "wca-widget"`)
	if broken := get[[]string](host, "broken"); len(broken) != 0 {
		t.Errorf("the page broke: %q", broken)
	}
	if host.noise.String() != "" || p.noise.String() != "" {
		t.Errorf("console:\n%s\n%s", host.noise, p.noise)
	}
}

// Frameworks change routes and swap bodies; tag managers include scripts again. One launcher stays.
func TestPageThatChangesItself_B1_B2(t *testing.T) {
	s := server(t)
	host := open(t, site(t, s, "", `<!doctype html><html lang="en"><title>App</title><body><p>0</p>
		<script>window.wca=window.wca||function(){(wca.q=wca.q||[]).push(arguments)};
			window.heard=[];wca("on","open",e=>heard.push(["open",e.detail]));wca("on","message:sent",e=>heard.push(["sent",e.detail]));wca("prefill","A draft")</script>
		<script async src="SERVER/widget.js" data-bot="BOT"></script><script async src="SERVER/widget.js" data-bot="BOT"></script></body></html>`))
	p := host.panel() // the queued call opened it
	p.wait(`document.querySelector("textarea").value === "A draft"`)
	host.run(`(async () => {
		for (let i = 1; i <= 50; i++) {
			history.pushState({}, "", "/route/" + i + "?secret=1");
			const body = document.createElement("body");
			body.innerHTML = "<p>" + i + "</p>";
			if (i % 2) document.body.replaceWith(body); else document.body.innerHTML = body.innerHTML;
			if (i === 25) document.documentElement.replaceChildren(document.createElement("head"), body);
			const again = document.createElement("script");
			again.src = ` + "`" + s.URL + "/widget.js`" + `; again.dataset.bot = "` + widgetfake.Bot + `";
			document.body.append(again);
			await new Promise(done => again.onload = done);
		}
	})()`)
	if n := get[int](host, `document.querySelectorAll("wca-widget").length`); n != 1 {
		t.Fatalf("after 50 routes there are %d launchers", n)
	}
	p = host.panel() // it was taken out once and loaded again, with the draft
	p.wait(`document.querySelector("textarea").value === "A draft"`)
	host.run(`wca("send", "hello")`)
	p.wait(`document.querySelector("[role=log] .assistant")`)
	heard := get[string](host, "JSON.stringify(heard)")
	if want := `[["open",{"bot":"pub_fake"}],["sent",{"bot":"pub_fake"}]]`; heard != want {
		t.Errorf("the page heard %s, want %s", heard, want)
	}
	if strings.Contains(heard, "hello") {
		t.Error("an event carries the text of a message")
	}
	host.run(`wca("destroy")`)
	if n := get[int](host, `document.querySelectorAll("wca-widget").length`); n != 0 {
		t.Errorf("after destroy there are %d launchers", n)
	}
}

// Messages from elsewhere are no commands, whatever they look like (W12).
func TestForeignMessages_W12(t *testing.T) {
	s := server(t)
	host := open(t, site(t, s, "", ""))
	host.launcher()
	p := host.panel()
	host.run(`
		postMessage({wca: 1, name: "close"}, "*");
		postMessage("x".repeat(10e6), "*");
		const f = document.body.appendChild(document.createElement("iframe"));
		f.srcdoc = "<script>parent.postMessage({wca:1,name:'close'},'*');parent.postMessage(null,'*')</" + "script>";
		new Promise(done => f.onload = done)`)
	p.run(`postMessage({wca: 1, type: "send", text: "forged"}, "*"); new Promise(done => setTimeout(done))`)
	if h := host.hears("button", "Chat schließen"); h.expanded != "true" {
		t.Error("a foreign message closed the panel")
	}
	if s.Tries("forged") != 0 || get[bool](p, `document.body.innerText.includes("forged")`) {
		t.Error("a foreign message was sent as a question")
	}
}

// On a phone the panel takes the screen, the page behind it is out of reach, and all comes back.
func TestPhone_A2_C8(t *testing.T) {
	s := server(t)
	host := open(t, site(t, s, "", ""))
	host.emulate(360, 640, true)
	host.launcher()
	p := host.panel()
	p.wait(`innerWidth === 360 && innerHeight === 640`)
	p.wait(`document.activeElement.localName === "h1"`) // no keyboard that covers the greeting
	p.wait(`document.querySelector("[role=dialog]").getAttribute("aria-modal") === "true"`)
	if !get[bool](host, `document.body.inert && document.documentElement.style.overflow === "hidden"`) {
		t.Error("the page behind the panel can still be reached or scrolled")
	}
	if size := get[string](p, `getComputedStyle(document.querySelector("textarea")).fontSize`); size != "16px" {
		t.Errorf("the composer's font has %s, phones zoom in below 16px", size)
	}
	if hint := get[string](p, `document.querySelector("textarea").enterKeyHint`); hint == "send" {
		t.Error("the Enter key of a phone, which begins a line, is called Send")
	}
	p.say(samstag)
	p.wait(`document.querySelector(".sources")`)
	host.emulate(320, 480, true)
	p.wait(`innerWidth === 320`)
	if over := get[int](p, `document.documentElement.scrollWidth - innerWidth`); over > 0 {
		t.Errorf("at 320 px the panel is %d px too wide", over)
	}
	small := get[[]string](p, `[...document.querySelectorAll("button,a[href],summary,label")].filter(e => e.checkVisibility() && !e.closest("p,.markdown p a:not(.mark)"))
		.map(e => [e.getBoundingClientRect(), e.getAttribute("aria-label") || e.innerText]).filter(([r]) => r.width < 24 || r.height < 24).map(([, n]) => n)`)
	if len(small) > 0 {
		t.Errorf("smaller than 24 px: %q", small)
	}
	p.button("Chat minimieren")
	host.wait(`!document.body.inert && document.documentElement.style.overflow === ""`)

	// Going back, which Escape stands for where there is no such button, closes what is on top.
	host.run(`new Promise(done => setTimeout(done, 100))`) // clicks go by what has been drawn
	host.launcher()
	p.wait(`document.activeElement.localName === "h1"`)
	p.button("Menü")
	host.press(escape)
	p.wait(`document.querySelector("[role=menu]").hidden`)
	p.button("Menü")
	p.button("Unterhaltung beenden und löschen")
	p.wait(`document.querySelector("dialog[open]")`)
	host.press(escape)
	p.wait(`!document.querySelector("dialog")`)
	if !get[bool](host, `document.body.inert`) {
		t.Error("with the menu or the question the panel was closed too")
	}
	p.run(`document.activeElement.blur()`)
	host.press(escape)
	host.wait(`!document.body.inert`)

	// A sheet that was open before the window became small is still on top.
	host.emulate(1000, 700, false)
	host.launcher()
	p.wait(`innerWidth < 480 && document.activeElement.localName === "textarea"`)
	p.button("Menü")
	p.button("Unterhaltung beenden und löschen")
	p.wait(`document.querySelector("dialog[open]")`)
	host.emulate(400, 700, false)
	p.wait(`document.querySelector("[role=dialog]").getAttribute("aria-modal") === "true"`)
	host.press(escape)
	p.wait(`!document.querySelector("dialog")`)
	if !get[bool](host, `document.body.inert`) {
		t.Error("with the sheet the panel was closed too")
	}
	host.press(escape)
	host.wait(`!document.body.inert`)
}

// What the visitor was doing is there again on the next page, and in a second tab (A2.5, W10).
func TestNextPageAndSecondTab_A2_W10(t *testing.T) {
	s := server(t)
	address := site(t, s, "", "")
	host := open(t, address)
	host.launcher()
	p := host.panel()
	p.say(samstag)
	p.wait(`document.querySelector(".sources")`)
	p.run(`{const a = document.querySelector("textarea"); a.value = "Und am Sonn"; a.dispatchEvent(new Event("input"))}`)

	host.do(chromedp.Navigate(address + "/kontakt"))
	p = host.panel()
	p.wait(`document.querySelector(".sources") && document.querySelector("textarea").value === "Und am Sonn"`)
	if get[bool](host, `document.activeElement.localName === "wca-widget"`) {
		t.Error("the panel took the focus without being asked")
	}

	full := host.sibling(s.URL + "/c/" + widgetfake.Bot + "?lang=de") // third-party storage is apart from the hosted page's
	full.wait(`document.querySelector("textarea")`)
	if get[bool](full, `!!document.querySelector("[role=log] .message")`) {
		t.Error("the hosted page shows the conversation of another site")
	}
	full.say("Hallo")
	full.wait(`document.querySelector("[role=log] .assistant .tools")`)
	second := full.sibling(s.URL + "/c/" + widgetfake.Bot + "?lang=de")
	second.wait(`document.querySelectorAll("[role=log] .message").length === 2`)
	second.say("Noch etwas")
	full.wait(`document.querySelectorAll("[role=log] .message").length === 4`)

	// What one tab asks while another still waits for its answer is in both.
	slow := make(chan struct{})
	s.Answers["langsam"] = &widgetfake.Answer{Chunks: []string{"Eins. ", "Zwei."}, Step: slow}
	full.say("langsam")
	slow <- struct{}{}
	full.wait(`document.querySelector(".live .markdown")?.textContent.includes("Eins.")`)
	second.wait(`document.querySelectorAll("[role=log] .message").length === 4`)
	second.say("Dazwischen")
	second.wait(`[...document.querySelectorAll("[role=log] .visitor")].some(m => m.innerText.includes("Dazwischen")) && document.querySelector(".send:not(.stop)")`)
	close(slow)
	full.wait(`[...document.querySelectorAll("[role=log] .visitor")].filter(m => /langsam|Dazwischen/.test(m.innerText)).length === 2`)
	second.wait(`[...document.querySelectorAll("[role=log] .visitor")].filter(m => /langsam|Dazwischen/.test(m.innerText)).length === 2`)

	second.run(`document.querySelector("[aria-haspopup]").click()`)
	second.button("Unterhaltung beenden und löschen")
	second.button("Beenden und löschen")
	full.wait(`document.querySelectorAll("[role=log] .message").length === 0`)
	full.wait(`document.querySelector(".banner[role=status]").innerText === "Die Unterhaltung wurde in einem anderen Tab beendet."`)
	if s.Sessions() != 1 {
		t.Errorf("%d sessions are left, want that of the website", s.Sessions())
	}

	// Also while an answer is being written.
	step := make(chan struct{})
	s.Answers["lang"] = &widgetfake.Answer{Chunks: []string{"Eins. ", "Zwei."}, Step: step}
	defer close(step)
	full.say("lang")
	step <- struct{}{}
	full.wait(`document.querySelector(".live .markdown")?.textContent.includes("Eins.")`)
	second.wait(`document.querySelector("[role=log] .visitor")`)
	second.run(`document.querySelector("[aria-haspopup]").click()`)
	second.button("Unterhaltung beenden und löschen")
	second.button("Beenden und löschen")
	full.wait(`!document.querySelector(".message.visitor") && document.querySelector(".send:not(.stop)")`)
	full.wait(`document.querySelector(".banner").innerText === "Die Unterhaltung wurde in einem anderen Tab beendet."`)
}

// A page may transform or zoom its root: the launcher keeps its corner, and the panel its head in the window.
func TestUnusualRoots_B3(t *testing.T) {
	s := server(t)
	for _, style := range []string{"transform: translateX(0)", "perspective: 9px", "zoom: 1.5"} {
		t.Run(style, func(t *testing.T) {
			host := open(t, site(t, s, "", `<!doctype html><html lang="de" style="`+style+`"><title>Radhaus</title><body style="height: 3000px"><script async src="SERVER/widget.js" data-bot="BOT"></script></body></html>`))
			host.wait(`document.querySelector("wca-widget")`)
			host.run(`scrollTo(0, 500)`)
			host.launcher()
			host.panel()
			host.run(`new Promise(done => setTimeout(done, 200))`) // what an animation moves is not yet where it will be
			host.wait(`document.elementFromPoint(innerWidth - 200, innerHeight - 250)?.localName === "wca-widget"`)
			if !get[bool](host, `document.elementFromPoint(innerWidth - 200, 10)?.localName !== "wca-widget"`) {
				t.Error("the panel's head is outside of the window")
			}
		})
	}
}

// What pages have besides: a base for their links, another direction, rules for unknown elements, no doctype, a dark ground.
func TestUnusualPages_B3(t *testing.T) {
	const script = `<script async src="SERVER/widget.js" data-bot="BOT" data-lang="de"></script>`
	// A page in a frame tells the one around it when its launcher is there.
	const framed = `<!doctype html><html lang="de"><title>Radhaus</title><h1>Radhaus</h1>` + script + `<script>
const tell = setInterval(() => {
  if (document.elementFromPoint(innerWidth - 48, innerHeight - 48)?.localName !== "wca-widget") return
  clearInterval(tell)
  parent.postMessage("launcher", "*")
}, 20)</script>`
	for name, html := range map[string]string{
		"base":       `<!doctype html><base href="https://elsewhere.example/deep/" target="_blank"><title>Radhaus</title>` + script,
		"rtl":        `<!doctype html><html lang="ar" dir="rtl"><title>Radhaus</title><h1>مرحبا</h1>` + script,
		"vertical":   `<!doctype html><html style="writing-mode: vertical-rl; font-size: 40px; letter-spacing: 5px; text-transform: uppercase"><title>Radhaus</title><h1>Hoch</h1>` + script,
		"grid":       `<!doctype html><html style="display: grid; gap: 50px; min-height: 100vh"><title>Radhaus</title><style>html > * { margin: 30px !important; max-width: 100px !important } :not(:defined) { display: none !important } ::before { content: "x" !important }</style>` + script,
		"scrolls":    `<!doctype html><html style="filter: grayscale(1); contain: layout; overflow: hidden; height: 100%"><title>Radhaus</title><body style="height: 100%; overflow: auto"><div style="height: 3000px"></div>` + script,
		"no doctype": `<title>Radhaus</title><table width=100% height=100%><tr><td>Radhaus</table>` + script,
		"in a frame": `<!doctype html><title>Radhaus</title><script>onmessage = e => { window.told = e.data }</script><iframe style="position: fixed; inset: 0; width: 100%; height: 100%; border: 0" src="SITE"></iframe>`,
	} {
		t.Run(name, func(t *testing.T) {
			s := server(t)
			host := open(t, site(t, s, "", strings.ReplaceAll(html, "SITE", site(t, s, "", framed))))
			if name == "in a frame" {
				host.wait(`window.told === "launcher"`)
				host.do(chromedp.MouseClickXY(get[float64](host, "innerWidth")-48, get[float64](host, "innerHeight")-48))
			} else {
				host.launcher()
			}
			p := host.panel()
			p.say(samstag)
			p.wait(`document.querySelector(".sources") && getComputedStyle(document.querySelector("h1")).textTransform === "none"`)
			if size := get[string](p, `innerWidth + "x" + innerHeight`); size != "400x690" {
				t.Errorf("the panel has %s", size)
			}
			if host.noise.String() != "" || p.noise.String() != "" {
				t.Errorf("console:\n%s\n%s", host.noise, p.noise)
			}
		})
	}
}

// What somebody slips with in an attribute does not cost the website its chat, nor push it out of sight.
func TestSlipsInAttributes_A1(t *testing.T) {
	s := server(t)
	for _, attributes := range []string{`data-bot=" BOT "`, `data-bot="BOT" data-offset="20px"`, `data-bot="BOT" data-offset="right"`, `data-bot="BOT" data-offset="20px 30px"`, `data-bot="BOT" data-z="high" data-position="middle" data-theme="night" data-color="red"`} {
		host := open(t, site(t, s, "", `<!doctype html><html lang="de"><title>Radhaus</title><div style="position:relative;z-index:5;height:3000px;background:#eee">Radhaus</div><script async src="SERVER/widget.js" `+attributes+`></script></html>`))
		host.wait(`document.querySelector("wca-widget")`)
		if !get[bool](host, `document.elementFromPoint(innerWidth - 48, innerHeight - 48).localName === "wca-widget"`) {
			t.Errorf("with %s the launcher is not in its corner: %s", attributes, host.noise)
		}
	}
}

// Two bots for which the site names no place stand side by side, and others where it places them.
func TestTwoBotsOnAPageDoNotCoverEachOther_A1(t *testing.T) {
	s := server(t)
	at := func(host *tab, x string) string {
		return get[string](host, `[...document.querySelectorAll("wca-widget")].indexOf(document.elementFromPoint(`+x+`, innerHeight - 48)).toString()`)
	}
	both := open(t, site(t, s, "", `<!doctype html><title>Radhaus</title><script async src="SERVER/widget.js" data-bot="BOT"></script><script async src="SERVER/widget.js" data-bot="pub_other"></script>`))
	both.wait(`document.querySelectorAll("wca-widget").length === 2`)
	if right, left := at(both, "innerWidth - 48"), at(both, "innerWidth - 124"); right != "0" || left != "1" {
		t.Errorf("in one corner the bots %s and %s stand", right, left)
	}
	// Also where both name the same place, in whatever words.
	same := open(t, site(t, s, "", `<!doctype html><title>Radhaus</title><script async src="SERVER/widget.js" data-bot="BOT" data-position="right"></script><script async src="SERVER/widget.js" data-bot="pub_other" data-offset="20"></script>`))
	same.wait(`document.querySelectorAll("wca-widget").length === 2`)
	if right, left := at(same, "innerWidth - 48"), at(same, "innerWidth - 124"); right == left || right == "-1" || left == "-1" {
		t.Errorf("in the corner that both name the bots %s and %s stand", right, left)
	}
	apart := open(t, site(t, s, "", `<!doctype html><title>Radhaus</title><script async src="SERVER/widget.js" data-bot="BOT" data-position="right"></script><script async src="SERVER/widget.js" data-bot="pub_other" data-position="left"></script>`))
	apart.wait(`document.querySelectorAll("wca-widget").length === 2`)
	if right, left := at(apart, "innerWidth - 48"), at(apart, "48"); right == left || right == "-1" || left == "-1" {
		t.Errorf("in two corners the bots %s and %s stand", right, left)
	}
}

// Back from the browser's cache of pages the panel is as the visitor left it on the page after, not as it was before.
func TestBackFromTheCacheOfPages_B2(t *testing.T) {
	s := server(t)
	address := site(t, s, "", "")
	host := open(t, address)
	host.launcher()
	p := host.panel()
	p.say(samstag)
	p.wait(`document.querySelector(".sources")`)
	p.run(`{const a = document.querySelector("textarea"); a.value = "Und dann?"; a.dispatchEvent(new Event("input"))}`)
	host.run(`addEventListener("pageshow", e => window.cached = e.persisted)`)
	host.do(chromedp.Navigate(address + "/zwei"))
	p = host.panel()
	p.wait(`document.querySelector("textarea").value === "Und dann?"`)
	p.say("Und dann?")
	p.wait(`document.querySelectorAll("[role=log] .message").length === 4`)
	host.run(`setTimeout(() => history.back())`)
	until(t, "the page comes back from the cache", func() bool {
		ctx, cancel := context.WithTimeout(host.ctx, time.Second) // a question that falls into the change of pages is not answered
		defer cancel()
		cached, err := chromedp.Run(ctx, chromedp.Evaluate[bool](`!!window.cached`))
		return err == nil && cached
	})
	p = host.panel()
	p.wait(`document.querySelectorAll("[role=log] .message").length === 4 && document.querySelector("textarea").value === ""`)
	if h := host.hears("button", "Chat schließen"); h.expanded != "true" || host.noise.String() != "" {
		t.Errorf("the launcher is %+v, console: %s", h, host.noise)
	}
	host.press(escape)
	until(t, "the chat is closed", func() bool { // the panel tells the page, which may open it before that
		return slices.ContainsFunc(host.tree(), func(h heard) bool { return h.role == "button" && strings.Contains(h.name, "Chat öffnen") })
	})
	host.run(`own.focus(); wca("open")`)
	p.wait(`document.activeElement.localName === "textarea"`)
}

// A panel that could not be loaded is tried again by closing and opening it: the network may have been away.
func TestPanelIsTriedAgain_A6(t *testing.T) {
	s := server(t)
	s.Away.Store(true)
	host := open(t, site(t, s, "", ""))
	host.launcher()
	until(t, "the panel is asked for", func() bool { return slices.Contains(s.Requests(), "GET /embed/"+widgetfake.Bot) })
	host.run(`new Promise(done => setTimeout(done, 300))`)
	s.Away.Store(false)
	host.launcher() // closes
	host.launcher()
	host.panel()
	if n := get[int](host, `document.querySelectorAll("wca-widget").length`); n != 1 {
		t.Errorf("there are %d launchers", n)
	}
}

// A site that hides the launcher hides the badge too, and shows both again.
func TestHiddenLauncher_A1(t *testing.T) {
	s := server(t)
	host := open(t, site(t, s, "", ""))
	host.wait(`document.elementFromPoint(innerWidth - 48, innerHeight - 48)?.localName === "wca-widget"`)
	host.run(`wca("hide")`)
	host.wait(`document.elementFromPoint(innerWidth - 48, innerHeight - 48)?.localName !== "wca-widget"`)
	if slices.ContainsFunc(host.tree(), func(h heard) bool { return h.role == "status" || h.name == "Chat öffnen" }) {
		t.Error("a hidden launcher is still told of")
	}
	host.run(`wca("show")`)
	host.wait(`document.elementFromPoint(innerWidth - 48, innerHeight - 48)?.localName === "wca-widget"`)
}

// A minimised panel tells of a new answer by badge and name, and says so (A1.4).
func TestUnread_A1(t *testing.T) {
	s := server(t)
	step := make(chan struct{})
	s.Answers[samstag].Step = step
	host := open(t, site(t, s, "", ""))
	host.run(`window.counts = []; addEventListener("wca:unread", e => counts.push(e.detail.count))`)
	host.launcher()
	p := host.panel()
	p.say(samstag)
	step <- struct{}{}
	p.wait(`document.querySelector(".live strong")`)
	p.button("Chat minimieren")
	host.wait(`document.activeElement.localName === "wca-widget"`)
	if h := host.hears("status", ""); h.live != "polite" {
		t.Errorf("before there is news its place is live=%q", h.live)
	}
	close(step)
	host.wait(`counts.includes(1)`)
	host.hears("button", "Chat öffnen, 1 ungelesen")
	host.hears("StaticText", "1 ungelesen")
	host.launcher()
	host.wait(`counts.at(-1) === 0`)
	if counts := get[[]int](host, "counts"); !slices.Equal(counts, []int{1, 0}) {
		t.Errorf("the counts were %v", counts)
	}
}
