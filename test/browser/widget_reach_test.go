package browser

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"github.com/webchatagent/wca/test/browser/widgetfake"
)

// Who listens hears on entering that it is a machine, and each question and answer once.
func TestWhatIsReadOut_C3_H1(t *testing.T) {
	s := server(t)
	host := open(t, site(t, s, "", ""))
	host.launcher()
	p := host.panel()
	p.wait(`document.activeElement.localName === "textarea"`)
	p.hears("dialog", "Radhaus Linden KI-Assistent")

	const added = `read.join("|").split(%q).length - 1`
	p.run(`window.read = []; new MutationObserver(all => all.forEach(m => m.addedNodes.forEach(n => m.target.matches("[role=log], .visitor") && read.push(n.textContent)))).observe(document.body, {childList: true, subtree: true})`)
	s.Answers["Einmal?"] = &widgetfake.Answer{Chunks: []string{"Nur einmal."}, Fail: 503, Times: 1}
	p.say("Einmal?")
	p.button("Erneut senden")
	p.wait(`document.querySelector("[role=log] .assistant .tools")`)
	for _, text := range []string{"Einmal?", "Nur einmal."} {
		if n := get[int](p, strings.ReplaceAll(added, "%q", `"`+text+`"`)); n != 1 {
			t.Errorf("%q is read out %d times", text, n)
		}
	}
	s.Answers["Tafel"] = &widgetfake.Answer{Chunks: []string{"|Tag|**Laden**|\n|-|-|\n|Mo|9|\n\n```\nx\n```"}}
	p.say("Tafel")
	p.wait(`document.querySelectorAll("[role=log] .assistant .tools").length === 2`)
	p.hears("group", "Tag, Laden")
	p.hears("group", "Code")

	// Escape that ends the composition of a character does not close the chat.
	p.run(`document.querySelector("textarea").dispatchEvent(new KeyboardEvent("keydown", {key: "Escape", isComposing: true, bubbles: true})); new Promise(done => setTimeout(done, 100))`)
	if h := host.hears("button", "Chat schließen"); h.expanded != "true" {
		t.Error("Escape of an input method closed the panel")
	}
}

// A control that goes, or that has not worked, does not take the focus with it.
func TestFocusIsKept_C2(t *testing.T) {
	s := server(t)
	s.Config.Suggestions = map[string][]string{"de": {samstag}}
	host := open(t, site(t, s, "", ""))
	host.emulate(360, 640, true)
	host.launcher()
	p := host.panel()
	p.wait(`document.activeElement.localName === "h1"`)
	p.run(`document.querySelector(".suggestions button").focus()`)
	host.press(enter)
	p.wait(`document.querySelector(".sources") && document.activeElement.matches(".scroll")`)

	// Nor does the button that sends, which has nothing to send any more; nor the one that stops.
	host.emulate(1000, 800, false)
	step := make(chan struct{})
	s.Answers["lang"] = &widgetfake.Answer{Chunks: []string{strings.Repeat("Zeile\n\n", 60), "Ende"}, Step: step}
	p.run(`document.querySelector("textarea").focus()`)
	host.do(chromedp.KeyEvent("lang"))
	host.press(forth)
	p.wait(`document.activeElement.ariaLabel === "Senden"`)
	host.press(enter)
	p.wait(`document.activeElement.localName === "textarea" && document.querySelector(".send.stop")`)
	host.press(forth)
	host.press(enter)
	p.wait(`document.querySelector(".stopped") && document.activeElement.localName === "textarea"`)
	host.emulate(360, 640, true)

	p.run(`window.real = fetch; window.fetch = () => new Promise((_, no) => setTimeout(no, 300, new TypeError("offline")))`)
	p.button("Menü")
	p.button("Unterhaltung beenden und löschen")
	p.wait(`document.querySelector(".sheet")`)
	host.press(back)
	host.press(enter)
	p.wait(`document.querySelector(".sheet [role=alert]").textContent.includes("konnte nicht gelöscht werden")`)
	if got := get[string](p, `document.activeElement.innerText`); got != "Beenden und löschen" {
		t.Errorf("after a failure the focus is on %q", got)
	}
	p.run(`fetch = real`)
	host.press(enter)
	p.wait(`!document.querySelector(".sheet") && document.activeElement.ariaLabel === "Menü"`)
	p.wait(`document.querySelector(".banner[role=status]").innerText === "Die Unterhaltung wurde beendet und gelöscht."`)

	p.say("lang")
	step <- struct{}{}
	p.wait(`document.querySelectorAll(".live p").length === 60`)
	p.run(`document.querySelector(".scroll").scrollTop = 0; new Promise(done => setTimeout(done, 100))`)
	close(step)
	p.wait(`document.querySelector(".jump").checkVisibility()`)
	p.run(`document.querySelector(".jump").focus()`)
	host.press(enter)
	p.wait(`!document.querySelector(".jump").checkVisibility() && document.activeElement.matches(".scroll")`)
}

// On a slow network "my data" says that it is coming, opens once, and takes back that it could not be fetched.
func TestMyDataOnSlowNetwork_A6(t *testing.T) {
	s := server(t)
	p := chat(t, s)
	p.say(samstag)
	p.wait(`document.querySelector(".sources")`)
	p.offline(true)
	p.run(openData)
	p.wait(`document.querySelector(".banner").innerText.includes("konnten nicht abgerufen werden")`)
	p.offline(false)
	p.run(`window.real = fetch; window.fetch = async (...all) => { await new Promise(done => setTimeout(done, 900)); return real(...all) }`)
	p.run(openData)
	p.run(openData)
	p.wait(`document.querySelector(".banner").innerText === "Ihre Daten werden abgerufen …"`)
	p.wait(`document.querySelector(".sheet .data") && document.querySelector(".banner").textContent === ""`)
	p.run(`new Promise(done => setTimeout(done, 1000))`)
	if n := get[int](p, `document.querySelectorAll(".sheet").length`); n != 1 {
		t.Errorf("%d sheets are open", n)
	}
}

// A question asked without a connection waits for it, however long that takes, as is said.
func TestLongWithoutConnection_A6(t *testing.T) {
	s := server(t)
	p := chat(t, s)
	p.run(`const real = setTimeout; window.setTimeout = (f, ms, ...all) => real(f, ms / 100, ...all)`)
	p.offline(true)
	p.say(samstag)
	p.wait(`document.querySelector(".banner").innerText.includes("sobald Sie wieder online sind")`)
	p.run(`new Promise(done => real(done, 1200))`) // two minutes
	if get[bool](p, `!!document.querySelector("[role=alert]")`) {
		t.Error("the question was given up")
	}
	p.offline(false)
	p.wait(`document.querySelector(".sources") && document.querySelector(".banner").textContent === ""`)
	if n := s.Tries(samstag); n != 1 {
		t.Errorf("the question was asked %d times", n)
	}
}

// Who waits without a connection is told that, and not that an answer is being written; also when the connection goes while
// waiting, and comes back. What was stopped before it was sent is not called sent.
func TestWaitingWithoutConnectionIsNotWriting_A6(t *testing.T) {
	s := server(t)
	step := make(chan struct{})
	s.Answers["langsam"] = &widgetfake.Answer{Chunks: []string{"Eins. ", "Zwei."}, Step: step, Cut: true} // written on, whoever listens
	p := chat(t, s)
	const writing = `(document.body.textContent.includes("Antwort wird geschrieben") || !!document.querySelector(".typing"))`
	p.offline(true)
	p.say(samstag)
	p.wait(`document.querySelector(".banner").innerText.startsWith("Keine Verbindung") && document.querySelector(".visitor").innerText.includes("Noch nicht gesendet") && !` + writing)
	p.run(`new Promise(done => setTimeout(done, 100))`) // announcements come a moment late
	if get[bool](p, writing) {
		t.Error("without a connection it is said that an answer is being written")
	}
	p.offline(false)
	p.wait(`document.querySelector(".sources") && document.querySelector(".banner").textContent === ""`)

	p.say("langsam")
	p.wait(writing + ` && document.querySelectorAll(".visitor time").length === 2`) // the server has it
	p.offline(true)
	p.wait(`document.querySelector(".banner").innerText.startsWith("Verbindung unterbrochen") && !` + writing)
	p.offline(false)
	step <- struct{}{}
	p.wait(`document.querySelector(".live .markdown")?.textContent.includes("Eins.")`)
	close(step)
	p.wait(`[...document.querySelectorAll("[role=log] .markdown")].at(-1).textContent === "Eins. Zwei." && document.querySelector(".banner").textContent === ""`)

	p.offline(true)
	p.say("Doch nicht")
	p.wait(`document.querySelector(".banner").innerText.startsWith("Keine Verbindung")`)
	p.button("Antwort stoppen")
	p.wait(`document.querySelector(".failed [role=alert]")?.innerText.trim() === "Nicht gesendet." && document.querySelector(".banner").textContent === ""`)
	p.offline(false)
	p.button("Erneut senden")
	p.wait(`[...document.querySelectorAll("[role=log] .markdown")].at(-1).textContent.includes("weiß ich leider nicht")`)
}

// Dates and times can be read in one way only, in both languages: no month before the day, no half of the day.
func TestDatesAreUnambiguous_I2(t *testing.T) {
	s := server(t)
	for language, want := range map[string][]string{"de": {"Dienstag 3. November 2026", "Dienstag 3. November 2026 um 15:04", "21. Februar 2027"}, "en": {"Tuesday 3 November 2026", "Tuesday 3 November 2026 at 15:04", "21 February 2027"}} {
		p := open(t, s.URL+"/c/"+widgetfake.Bot+"?lang="+language)
		p.wait(`document.querySelector("textarea")`)
		p.say(samstag)
		p.wait(`document.querySelector(".sources")`)
		at := `new Date(2026, 10, 3, 15, 4).toISOString()`
		p.run(`sessionStorage.clear(); window.real = fetch`)
		if _, err := chromedp.Call(p.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: `{const real = fetch; window.fetch = async (...all) => { const r = await real(...all); if (!/messages$/.test(all[0])) return r; const data = await r.json(); data.messages.forEach(m => m.at = ` + at + `); return Response.json(data) }}`}); err != nil {
			t.Fatal(err)
		}
		p.do(chromedp.Reload())
		p.wait(`document.querySelector(".sources")`)
		const plain = `.replace(",", "")` // the comma behind the weekday is not in every version
		if day, moment, clock := get[string](p, `document.querySelector(".day time").textContent`+plain), get[string](p, `document.querySelector(".tools time").title`+plain), get[string](p, `document.querySelector(".tools time").textContent`); day != want[0] || moment != want[1] || clock != "15:04" {
			t.Errorf("%s: the day is %q, the moment %q, the time %q", language, day, moment, clock)
		}
		p.run(`document.querySelector("[aria-haspopup]").click(); document.querySelector("[role=menuitem]").click()`)
		p.wait(`document.querySelector(".sheet li")`)
		if got := get[string](p, `document.querySelector(".sheet ul").innerText`); !strings.Contains(got, want[2]) {
			t.Errorf("%s: the day of deletion is not %q in %q", language, want[2], got)
		}
	}
}

// offline takes the network away from the page, or gives it back.
func (b *tab) offline(off bool) {
	b.t.Helper()
	if _, err := chromedp.Call(b.ctx, network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{
		MatchedNetworkConditions: []*network.Conditions{{Offline: off, DownloadThroughput: -1, UploadThroughput: -1}}}); err != nil {
		b.t.Fatal(err)
	}
	if _, err := chromedp.Call(b.ctx, network.OverrideNetworkState, network.OverrideNetworkStateParams{Offline: off, DownloadThroughput: -1, UploadThroughput: -1}); err != nil {
		b.t.Fatal(err)
	}
}

// Messages that leave the page because there are so many are not gone without a word.
func TestManyMessages_K3(t *testing.T) {
	s := server(t)
	p := chat(t, s)
	for range 101 {
		p.say("Hallo")
	}
	p.wait(`document.querySelector("[role=log]").firstElementChild.textContent.startsWith("Ältere Nachrichten")`)
	p.wait(`document.querySelectorAll("[role=log] .message").length === 200 && document.querySelector(".send:not(.stop)")`)
	p.do(chromedp.Reload())
	p.wait(`document.querySelectorAll("[role=log] .message").length === 200 && document.querySelector("[role=log]").firstElementChild.textContent.startsWith("Ältere Nachrichten")`)
}

// On a slow network the chat shows whose it is before its script has come, and then in its place.
func TestNameBeforeTheScript_K4(t *testing.T) {
	s := server(t)
	p := open(t, "about:blank")
	if _, err := chromedp.Call(p.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: `document.addEventListener("readystatechange", () => window.early ??= document.body?.innerText)`}); err != nil {
		t.Fatal(err)
	}
	p.do(chromedp.Navigate(s.URL + "/c/" + widgetfake.Bot))
	p.wait(`document.querySelector("textarea")`)
	if early := get[string](p, `window.early`); early != "Radhaus Linden" {
		t.Errorf("before its script the page shows %q", early)
	}
	if n := get[int](p, `document.querySelectorAll("h1").length`); n != 1 {
		t.Errorf("with its script it has %d headings", n)
	}
}

// Without scripts the hosted page says so, and how to reach people.
func TestWithoutScripts_A3(t *testing.T) {
	s := server(t)
	s.Config.Contact = map[string]string{"de": "0511 123456 <b>"}
	p := open(t, "about:blank")
	if _, err := chromedp.Call(p.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
		t.Fatal(err)
	}
	p.do(chromedp.Navigate(s.URL + "/c/" + widgetfake.Bot))
	p.hears("heading", "Radhaus Linden")
	p.hears("StaticText", "Der Chat braucht JavaScript. So erreichen Sie uns auch: 0511 123456 <b>")
	p.hears("link", "Datenschutzerklärung")
	p.hears("StaticText", "The chat needs JavaScript.")
}

// A quote in another language than the panel's is read out in that language, the number behind it and everything around it
// in the panel's. What a model writes is in the language of the answer, whatever its sources are in.
func TestQuotesAreReadInTheirLanguage_H1_I1(t *testing.T) {
	s := server(t)
	german := widgetfake.Citation{N: 1, Title: "Öffnungszeiten", URL: "https://radhaus.example/zeiten", Document: "https://radhaus.example/zeiten", Language: "de"}
	english := widgetfake.Citation{N: 2, Title: "Opening hours", Document: "hours.pdf", Passage: "On Saturday until 2 pm", Language: "en"}
	said := []string{"Das habe ich dazu gefunden:\n\n- Samstag bis 14 Uhr [1]\n- On Saturday until 2 pm [2]"}
	s.Answers["gemischt"] = &widgetfake.Answer{Chunks: said, Citations: []widgetfake.Citation{german, english}, Quoted: true}
	s.Answers["Modell"] = &widgetfake.Answer{Chunks: said, Citations: []widgetfake.Citation{german, english}}
	s.Answers["Liste"] = &widgetfake.Answer{Chunks: []string{"Das habe ich dazu gefunden:\n\n**Hours**\n\n- Monday\n- Saturday [2]\n\n| Day | Time |\n|---|---|\n| Sunday | closed |\n\n[2]"}, Citations: []widgetfake.Citation{english}, Quoted: true}
	host := open(t, site(t, s, "", ""))
	host.launcher()
	p := host.panel()
	tongues := func(selector string) []string {
		return get[[]string](p, fmt.Sprintf(`[...[...document.querySelectorAll(".assistant")].pop().querySelectorAll(%q)].map(e => e.closest("[lang]").lang)`, selector))
	}
	say := func(question string, answers int) {
		p.say(question)
		p.wait(fmt.Sprintf(`document.querySelectorAll("[role=log] .assistant .sources").length === %d`, answers))
	}
	say("gemischt", 1)
	for selector, want := range map[string][]string{"p": {"de"}, ".markdown li": {"de", "en"}, "sup": {"de", "de"}, ".title": {"de", "en"}, "blockquote": {"en"}} {
		if got := tongues(selector); !slices.Equal(got, want) {
			t.Errorf("%s is read in %q, not in %q", selector, got, want)
		}
	}
	say("Liste", 2)
	for selector, want := range map[string][]string{".markdown li": {"en", "en"}, "td": {"en", "en"}, ".markdown p:first-child": {"de"}} {
		if got := tongues(selector); !slices.Equal(got, want) {
			t.Errorf("of a list and a table %s is read in %q, not in %q", selector, got, want)
		}
	}
	say("Modell", 3)
	if got := tongues(".markdown li"); !slices.Equal(got, []string{"de", "de"}) {
		t.Errorf("what a model wrote is read in %q", got)
	}
	host.do(chromedp.Reload())
	host.launcher()
	p = host.panel()
	p.wait(`document.querySelectorAll("[role=log] .assistant .sources").length === 3`)
	if got := get[[]string](p, `[...document.querySelector("[role=log] .assistant").querySelectorAll(".markdown li")].map(e => e.lang)`); !slices.Equal(got, []string{"de", "en"}) {
		t.Errorf("after a reload the items are in %q", got)
	}
}
