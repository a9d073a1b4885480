package browser

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"github.com/webchatagent/wca/test/browser/widgetfake"
)

// faint lists what is seen too faintly: text below 4.5:1 and edges of controls below 3:1 (WCAG 2
// 1.4.3 and 1.4.11), and controls without a name.
const faint = `(() => {
	const parse = c => { const m = c.match(/[\d.]+/g).map(Number); return [m[0], m[1], m[2], m[3] ?? 1] };
	const over = (a, b) => [0, 1, 2].map(i => a[i] * a[3] + b[i] * (1 - a[3])).concat(1);
	const lum = c => { const [r, g, b] = c.map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b };
	const contrast = (a, b) => { const [x, y] = [lum(a), lum(b)].sort((p, q) => p - q); return (y + .05) / (x + .05) };
	const ground = e => { const layers = []; for (; e; e = e.parentElement) layers.push(parse(getComputedStyle(e).backgroundColor)); return layers.reverse().reduce((under, l) => over(l, under), [255, 255, 255, 1]) };
	const wrong = [];
	const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	for (let n; n = walk.nextNode();) {
		const e = n.parentElement;
		if (!n.data.trim() || !e.checkVisibility({opacityProperty: true}) || e.closest(".sr,:disabled,[aria-disabled=true]")) continue;
		for (let a = e; a; a = a.parentElement) if (getComputedStyle(a).opacity < 1) wrong.push("see-through text " + n.data.trim().slice(0, 40));
		const bg = ground(e), c = contrast(over(parse(getComputedStyle(e).color), bg), bg);
		if (c < 4.5) wrong.push(c.toFixed(2) + " text " + n.data.trim().slice(0, 40));
	}
	for (const e of document.querySelectorAll("button,.box,.reasons label,.why textarea,.data input")) {
		if (!e.checkVisibility() || e.closest(":disabled")) continue;
		const s = getComputedStyle(e), bg = ground(e.parentElement), name = e.getAttribute("aria-label") || e.labels?.[0]?.innerText || e.innerText || e.className;
		if (e.localName === "input" && !e.labels.length) wrong.push("no label: " + e.outerHTML.slice(0, 80));
		if (e.localName === "button" && !(e.getAttribute("aria-label") || e.innerText.trim())) wrong.push("no name: " + e.outerHTML.slice(0, 80));
		const icon = e.querySelector(":scope > svg");
		if (icon && contrast(over(parse(getComputedStyle(icon).color), ground(e)), ground(e)) < 3) wrong.push("icon of " + name);
		if (parseFloat(s.borderTopWidth) && parse(s.borderTopColor)[3] > 0 && !e.matches(".mark,.jump") && contrast(over(parse(s.borderTopColor), bg), bg) < 3) wrong.push("edge of " + name);
	}
	const ids = [...document.querySelectorAll("[id]")].map(e => e.id);
	if (new Set(ids).size !== ids.length) wrong.push("ids occur twice: " + ids);
	return [...new Set(wrong)];
})()`

// What the owner of a bot may say is shown, and none of it is cut.
func TestTextsOfTheOwnerAreShownWhole_H4(t *testing.T) {
	s := server(t)
	said := func(n int) string { return strings.Repeat("Wort ", n/5-1) + "Ende." }
	s.Config.Greeting, s.Config.AINotice, s.Config.Contact = map[string]string{"de": said(1000)}, map[string]string{"de": said(300)}, map[string]string{"de": said(300)}
	s.Config.Suggestions = map[string][]string{"de": {"eins", "zwei", "drei", "vier", "fünf", said(200)}}
	p := chat(t, s)
	p.wait(`document.querySelectorAll(".suggestions button").length === 6`)
	for selector, want := range map[string]string{".greeting": said(1000), ".notice": said(300), ".notice + .notice": said(300), ".suggestions li:last-child": said(200)} {
		if got := get[string](p, fmt.Sprintf(`document.querySelector(%q).textContent`, selector)); !strings.Contains(got, want) {
			t.Errorf("%s is %q", selector, got)
		}
	}
}

// A telephone number that can be tapped stands in one line, however narrow the window is.
func TestATelephoneNumberIsNotBroken_C8(t *testing.T) {
	s := server(t)
	s.Answers["Nummer?"] = &widgetfake.Answer{Chunks: []string{"So erreichen Sie uns: Telefon: [02224 98 76 54](tel:02224987654), Werkstatt: [02224 98 76 55](tel:02224987655), Büro: [02224 98 76 56](tel:02224987656)"}}
	p := chat(t, s)
	p.say("Nummer?")
	for _, width := range []int64{320, 375, 412} {
		p.emulate(width, 700, true)
		p.wait(fmt.Sprintf(`innerWidth === %d`, width))
		p.wait(`document.querySelectorAll(".markdown a[href^='tel:']").length === 3`)
		if broken := get[int](p, `[...document.querySelectorAll(".markdown a")].filter(a => a.getClientRects().length > 1).length`); broken > 0 {
			t.Errorf("at %d px %d numbers are broken", width, broken)
		}
	}
}

// However long an owner's notes are, in a low window there is room for what is said, and for the next question.
func TestLongNotesLeaveTheMessagesRoom_C8(t *testing.T) {
	s := server(t)
	note := map[string]string{"de": strings.Repeat("Wort ", 60)}
	s.Config.AINotice, s.Config.Contact = note, note
	p := chat(t, s)
	p.emulate(400, 360, false)
	p.wait(`innerHeight === 360`)
	p.say(samstag)
	p.wait(`document.querySelector(".sources")`)
	if high := get[float64](p, `document.querySelector(".scroll").clientHeight`); high < 120 {
		t.Errorf("the messages have %v px", high)
	}
	p.wait(`(r => r.top > 0 && r.bottom <= innerHeight)(document.querySelector(".composer").getBoundingClientRect())`)
	p.run(`document.querySelector(".notice + .notice").scrollIntoView({block: "end"})`)
	p.wait(`document.querySelector(".notice + .notice").getBoundingClientRect().bottom <= innerHeight`)
	if over := get[int](p, `document.documentElement.scrollHeight - innerHeight`); over > 0 {
		t.Errorf("the page is %d px too high", over)
	}
}

// Every brand colour stays readable, light and dark, in all states; the AI notice is always there.
func TestContrastAndNames_C7_C10_H1(t *testing.T) {
	s := server(t)
	s.Config.Suggestions = map[string][]string{"de": {samstag, "Was kostet eine Inspektion?"}}
	s.Answers["alles"] = &widgetfake.Answer{Chunks: []string{"# Titel\n\nText mit `code`, [Link](https://a.example/) und **fett**.[1]\n\n> Zitat\n\n```\nblock\n```\n\n|a|b|\n|-|-|\n|1|2|"}, Citations: s.Answers[samstag].Citations}
	s.Answers["warte"] = &widgetfake.Answer{Chunks: []string{"-"}, Step: make(chan struct{})}
	s.Answers["kaputt"] = &widgetfake.Answer{Fail: 500, Times: 1000}
	for _, theme := range []string{"light", "dark"} {
		for _, color := range []string{"#3556c8", "#ffd400", "#ffffff", "#000000", "#e11d48", "#7dd3fc", "#0b7a4b", "#808080"} {
			t.Run(theme+" "+color, func(t *testing.T) {
				p := open(t, s.URL+"/c/"+widgetfake.Bot+"?lang=de&theme="+theme+"&color="+url.QueryEscape(color))
				look := func(state string) {
					t.Helper()
					for _, w := range get[[]string](p, `Promise.all(document.getAnimations().filter(a => a.effect.getComputedTiming().iterations === 1).map(a => a.finished)).then(() => `+faint+`)`) {
						t.Errorf("%s: %s", state, w)
					}
					if !get[bool](p, `document.querySelector(".notice").checkVisibility() && document.querySelector(".notice").innerText.includes("KI-Assistenten")`) {
						t.Errorf("%s: the AI notice is not visible", state)
					}
				}
				p.wait(`document.querySelector(".suggestions")`)
				look("first")
				p.say("alles")
				p.wait(`document.querySelector(".sources")`)
				look("answer")
				p.say("warte")
				p.say("danach")
				p.wait(`document.querySelector(".queued")`)
				look("queue")
				p.button("Antwort stoppen")
				p.wait(`document.querySelectorAll("[role=log] .assistant").length === 3`)
				p.button("Nicht hilfreich")
				p.wait(`document.querySelector(".reasons")`)
				look("feedback")
				p.say("kaputt")
				p.wait(`document.querySelector(".problem")`)
				look("failure")
				p.button("Menü")
				look("menu")
				p.button("Meine Daten")
				p.wait(`document.querySelector(".data")`)
				look("data")
				p.run(`document.querySelectorAll("[role=switch]").forEach(e => e.checked = true)`)
				look("data, switched on")
				p.button("Schließen")
				p.button("Menü")
				p.button("Unterhaltung beenden und löschen")
				p.wait(`document.querySelector(".sheet")`)
				look("question")
			})
		}
	}
}

// Motion stops for those who asked for it, forced colours keep the edges, print shows no launcher.
func TestPreferences_C7_B2(t *testing.T) {
	s := server(t)
	step := make(chan struct{})
	s.Answers[samstag].Step = step
	defer close(step)
	p := chat(t, s)
	p.emulate(1000, 800, false, &emulation.MediaFeature{Name: "prefers-reduced-motion", Value: "reduce"}, &emulation.MediaFeature{Name: "forced-colors", Value: "active"})
	p.say(samstag)
	p.wait(`document.querySelector(".typing")`)
	if n := get[int](p, "document.getAnimations().length"); n != 0 {
		t.Errorf("%d animations run in spite of reduced motion", n)
	}
	if get[bool](p, `getComputedStyle(document.querySelector(".dots i")).backgroundColor === getComputedStyle(document.querySelector(".panel")).backgroundColor`) {
		t.Error("with forced colours nothing shows that an answer is being written")
	}
	if got := get[string](p, `getComputedStyle(document.querySelector(".bubble")).borderTopStyle`); got != "solid" {
		t.Error("with forced colours a message has no edge")
	}
	p.run(`document.querySelector("textarea").focus()`)
	p.wait(`getComputedStyle(document.querySelector(".composer .box")).outlineStyle === "solid"`) // no shadow is drawn there

	host := open(t, site(t, s, "", ""))
	host.wait(`document.elementFromPoint(innerWidth - 48, innerHeight - 48)?.localName === "wca-widget"`)
	if _, err := chromedp.Call(host.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"}); err != nil {
		t.Fatal(err)
	}
	host.wait(`document.elementFromPoint(innerWidth - 48, innerHeight - 48)?.localName !== "wca-widget"`)
}

// At 400 % zoom a second answer is seen, too, without scrolling after each question.
func TestAnAnswerIsSeenInLittleSpace_C8(t *testing.T) {
	s := server(t)
	p := chat(t, s)
	p.emulate(320, 256, false)
	p.wait(`innerWidth === 320`)
	for n := range 3 {
		p.run(`document.querySelector("textarea").focus(); document.querySelector("textarea").scrollIntoView({block: "end"})`)
		p.say(samstag)
		p.wait(fmt.Sprintf(`document.querySelectorAll(".sources").length === %d`, n+1))
		if seen := get[string](p, `(q => { const head = document.querySelector("header").getBoundingClientRect().bottom, answer = [...document.querySelectorAll(".assistant .markdown")].pop().getBoundingClientRect();
			return q.top < head - 1 ? "the question is below the head" : answer.top > innerHeight - 40 ? "the answer is below the edge" : "" })([...document.querySelectorAll(".visitor")].pop().getBoundingClientRect())`); seen != "" {
			t.Errorf("question %d: %s", n+1, seen)
		}
	}
}

// At 400 % zoom or with a phone's keyboard all of the panel can still be reached.
func TestLittleSpace_C8(t *testing.T) {
	s := server(t)
	p := chat(t, s)
	p.say(samstag)
	p.wait(`document.querySelector(".sources")`)
	p.emulate(320, 256, false)
	p.wait(`innerWidth === 320`)
	if over := get[int](p, `document.documentElement.scrollWidth - innerWidth`); over > 0 {
		t.Errorf("%d px too wide", over)
	}
	p.run(`document.querySelector("textarea").focus(); document.querySelector(".notice").scrollIntoView()`)
	p.wait(`(r => r.top >= 0 && r.bottom <= innerHeight)(document.querySelector(".notice").getBoundingClientRect())`)
	p.run(`document.querySelector(".sources a").scrollIntoView({block: "center"})`)
	p.wait(`(r => document.elementFromPoint(r.left + 20, r.top + r.height / 2)?.closest("a.source"))(document.querySelector(".sources a").getBoundingClientRect())`)
	const inside = `((r => r.top >= 0 && r.left >= 0 && r.right <= innerWidth && r.bottom <= innerHeight)(document.querySelector("%s").getBoundingClientRect()))`
	p.button("Menü")
	p.wait(strings.ReplaceAll(inside, "%s", "[role=menu]"))
	p.press(end)
	p.wait(strings.ReplaceAll(inside, "%s", "[role=menu] > :last-child") + ` && document.activeElement.href`)
	p.button("Meine Daten")
	p.wait(`document.querySelector(".sheet")`)
	p.wait(strings.ReplaceAll(inside, "%s", ".sheet") + "&&" + strings.ReplaceAll(inside, "%s", ".sheet h2"))

	// At 200 % zoom of a small laptop the panel stands beside the launcher, on both sides, as high as the window lets it.
	for _, position := range []string{"right", "left"} {
		host := open(t, site(t, s, "", `<!doctype html><title>Radhaus</title><script>window.wca=function(){(wca.q=wca.q||[]).push(arguments)};wca("open")</script><script async src="SERVER/widget.js" data-bot="BOT" data-position="`+position+`"></script>`))
		panel := host.panel()
		host.emulate(683, 330, false)
		panel.wait(`innerHeight >= 290 && innerWidth === 400`)
		at := map[string]string{"right": "[innerWidth - 48, innerWidth - 92]", "left": "[48, 92]"}[position]
		host.wait(at + `.every(x => document.elementFromPoint(x, innerHeight - 48)?.localName === "wca-widget")`)
		host.wait(`document.elementFromPoint(` + at + `[0], 150)?.localName !== "wca-widget"`)
		// A little wider than a phone it gives way rather than leave the window.
		host.emulate(484, 400, false)
		panel.wait(`innerWidth < 400 && innerWidth > 340`)
		host.wait(`[2, innerWidth - 3].every(x => document.elementFromPoint(x, 150)?.localName !== "wca-widget") && document.elementFromPoint(innerWidth / 2, 150).localName === "wca-widget"`)
	}
}

// At 200 % zoom of a window that is 800 pixels high the field for the next question stays in view below a long answer.
func TestTheComposerStaysInViewAtTwiceTheSize_C8(t *testing.T) {
	s := server(t)
	s.Answers["lang"] = &widgetfake.Answer{Chunks: []string{strings.Repeat("Ein Absatz, der von Fristen handelt.\n\n", 40)}}
	host := open(t, site(t, s, "", `<!doctype html><title>Radhaus</title><script>window.wca=function(){(wca.q=wca.q||[]).push(arguments)};wca("open")</script><script async src="SERVER/widget.js" data-bot="BOT"></script>`))
	p := host.panel()
	host.emulate(500, 400, false)
	p.wait(`innerHeight < 400`)
	p.say("lang")
	p.wait(`document.querySelector(".assistant .markdown p:nth-child(40)")`)
	p.wait(`(r => r.top > 0 && r.bottom <= innerHeight)(document.querySelector(".composer textarea").getBoundingClientRect())`)
	if high := get[float64](p, `document.querySelector("[role=log]").clientHeight`); high < 150 {
		t.Errorf("%.0f pixels are left for reading", high)
	}
}

// Code does not run under its copy button, and every paragraph has the direction of its own script.
// However long a conversation gets, it scrolls in its place: the head and the composer do not move.
func TestTheHeadStaysWhereItIs_C8(t *testing.T) {
	s := server(t)
	p := open(t, s.URL+"/c/"+widgetfake.Bot+"?lang=de")
	p.wait(`document.querySelector("textarea")`)
	for i := range 6 {
		p.say(samstag)
		p.wait(fmt.Sprintf(`document.querySelectorAll("[role=log] .sources").length === %d`, i+1))
	}
	if got := get[string](p, `document.documentElement.scrollHeight + " of " + innerHeight`); got != get[string](p, `innerHeight + " of " + innerHeight`) {
		t.Errorf("the chat is as high as %s", got)
	}
}

func TestCodeAndDirections_A5(t *testing.T) {
	s := server(t)
	s.Answers["Zeig"] = &widgetfake.Answer{Chunks: []string{"Der **Code**:\n\n```\n" + strings.Repeat("lang ", 200) + "\n```\n\nمرحبا بكم في متجرنا\n\nUnd weiter."}}
	p := chat(t, s)
	p.say("Zeig")
	p.wait(`document.querySelector(".code button")`)
	p.wait(`(([pre, button]) => pre.right <= button.left && pre.width > 300)([...document.querySelector(".code").children].map(e => e.getBoundingClientRect()))`)
	const side = `(e => { const r = document.createRange(); r.selectNodeContents(e); const t = r.getBoundingClientRect(), b = e.getBoundingClientRect(); return t.left - b.left < b.right - t.right ? "left" : "right" })`
	if got := get[[]string](p, `[...document.querySelectorAll("[role=log] .markdown > p")].map(`+side+`)`); !slices.Equal(got, []string{"left", "right", "left"}) {
		t.Errorf("the paragraphs stand %q", got)
	}
}

// On paper there is the whole conversation, black on white, without what can only be clicked.
func TestPrint_B2(t *testing.T) {
	s := server(t)
	s.Answers["viel"] = &widgetfake.Answer{Chunks: []string{strings.Repeat("Zeile\n\n", 120), "Ende"}}
	p := open(t, s.URL+"/c/"+widgetfake.Bot+"?lang=de&theme=dark")
	p.say("viel")
	p.wait(`document.querySelector("[role=log] .assistant .tools")`)
	pages := func() int {
		t.Helper()
		r, err := chromedp.Call(p.ctx, page.PrintToPDF, page.PrintToPDFParams{})
		if err != nil {
			t.Fatal(err)
		}
		return strings.Count(string(r.Data), "/Type /Page\n") + strings.Count(string(r.Data), "/Type /Page ")
	}
	if n := pages(); n < 3 {
		t.Errorf("120 lines are printed on %d pages", n)
	}
	if _, err := chromedp.Call(p.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"}); err != nil {
		t.Fatal(err)
	}
	p.wait(`[".composer", ".tools button", "[aria-haspopup]"].every(e => !document.querySelector(e).checkVisibility())`)
	p.wait(`[".bubble", ".markdown", "h1", ".notice"].every(e => getComputedStyle(document.querySelector(e)).color === "rgb(0, 0, 0)" && document.querySelector(e).checkVisibility())`)
}
