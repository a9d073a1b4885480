package browser

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"github.com/webchatagent/wca/test/browser/widgetfake"
)

// chat opens the hosted page of the fake's bot.
func chat(t *testing.T, s *widgetfake.Server) *tab {
	t.Helper()
	p := open(t, s.URL+"/c/"+widgetfake.Bot+"?lang=de")
	p.wait(`document.querySelector("textarea")`)
	return p
}

const answerText = `document.querySelector("[role=log] .assistant .markdown")?.textContent ?? ""`

// A stream that breaks is no lost answer: the server finishes it and the panel fetches it, without
// asking again (A6.1).
func TestBrokenStream_A6(t *testing.T) {
	s := server(t)
	step := make(chan struct{})
	s.Answers[samstag].Step = step
	s.Answers[samstag].Cut = true
	p := chat(t, s)
	p.say(samstag)
	p.wait(`document.querySelector(".visitor time")`) // the stream has begun
	step <- struct{}{}
	p.wait(`document.querySelector(".banner").textContent.startsWith("Verbindung unterbrochen")`)
	close(step)
	p.wait(answerText + `.includes("14 Uhr")`)
	p.wait(`document.querySelector(".sources") && document.querySelector(".banner").textContent === ""`)
	if n := s.Tries(samstag); n != 1 {
		t.Errorf("the question was asked %d times", n)
	}
	// And the same after a reload in the middle.
	slow := make(chan struct{})
	s.Answers["langsam"] = &widgetfake.Answer{Chunks: []string{"Eins. ", "Zwei."}, Step: slow, Cut: true}
	p.say("langsam")
	p.wait(`document.querySelectorAll(".visitor time").length === 2`)
	slow <- struct{}{}
	p.wait(`document.querySelector(".banner").textContent.startsWith("Verbindung unterbrochen")`)
	p.do(chromedp.Reload())
	p.wait(`document.querySelector(".live .markdown")?.textContent.includes("Eins.")`)
	close(slow)
	p.wait(`[...document.querySelectorAll("[role=log] .assistant .markdown")].at(-1).textContent === "Eins. Zwei."`)
}

// Failures say what happened and what to do, in the visitor's language and without the server's
// own words; sending again neither doubles the question nor its answer.
func TestFailureAndRetry_A5(t *testing.T) {
	s := server(t)
	s.Answers[samstag].Fail, s.Answers[samstag].Times = 503, 1
	p := chat(t, s)
	p.say(samstag)
	p.wait(`document.querySelector("[role=alert]")?.innerText.includes("ausgelastet")`)
	if text := get[string](p, "document.body.innerText"); strings.Contains(text, "internal") || strings.Contains(text, "503") {
		t.Errorf("the panel shows the server's words: %s", text)
	}
	notWriting := func(when string) {
		t.Helper()
		p.run(`new Promise(done => setTimeout(done, 100))`) // announcements come 50 ms late, by timers of the same page
		if said := get[string](p, `document.body.textContent`); strings.Contains(said, "Antwort wird geschrieben") {
			t.Errorf("%s a screen reader still reads that an answer is being written", when)
		}
	}
	notWriting("after a failure")
	p.button("Erneut senden")
	p.wait(`document.querySelector(".sources")`)
	notWriting("after the answer")
	if n := get[int](p, `document.querySelectorAll("[role=log] .message").length`); n != 2 {
		t.Errorf("%d messages are shown, want 2", n)
	}

	s.Answers["zu viel"] = &widgetfake.Answer{Fail: 429, Times: 1, Wait: 2, Chunks: []string{"Gut."}}
	p.say("zu viel")
	p.wait(`document.querySelector(".again")?.disabled && /in \d Sekunde/.test(document.querySelector(".again").innerText)`)
	p.wait(`!document.querySelector(".again").disabled`)
	p.button("Erneut senden")
	p.wait(`[...document.querySelectorAll("[role=log] .assistant .markdown")].at(-1).textContent === "Gut."`)

	s.Forget()
	p.say("nach dem Ablauf")
	p.wait(`document.querySelectorAll("[role=log] .message").length === 2`)
	p.wait(answerText + `.includes("leider nicht")`)
	if s.Sessions() != 1 {
		t.Errorf("%d sessions, want a new one", s.Sessions())
	}
}

// Stop frees the server at once and keeps what was written; questions asked meanwhile wait.
func TestStopAndQueue_A4(t *testing.T) {
	s := server(t)
	step := make(chan struct{}, 1)
	s.Answers["lang"] = &widgetfake.Answer{Chunks: []string{"Anfang ", "und Ende"}, Step: step}
	p := chat(t, s)
	p.say("lang")
	step <- struct{}{}
	p.wait(`document.querySelector(".live .markdown")?.textContent.trim() === "Anfang"`)
	p.say(samstag)
	p.wait(`document.querySelector(".queued")`)
	if s.Tries(samstag) != 0 {
		t.Error("the second question did not wait")
	}
	p.button("Antwort stoppen")
	until(t, "the server is told", func() bool { return len(s.Stopped()) == 1 })
	p.wait(`document.querySelector(".stopped") && document.querySelector(".sources")`)
	order := get[[]string](p, `[...document.querySelectorAll("[role=log] .message")].map(m => m.className.split(" ")[1])`)
	if want := []string{"visitor", "assistant", "visitor", "assistant"}; !slices.Equal(order, want) {
		t.Errorf("the messages stand in the order %q", order)
	}
}

// Too long is marked, not cut; an input method's Enter does not send; Escape hatch: recall.
func TestComposer_A4(t *testing.T) {
	s := server(t)
	p := chat(t, s)
	p.run(`window.area = document.querySelector("textarea"); window.type = v => { area.value = v; area.dispatchEvent(new Event("input")) }; type("ä".repeat(1985))`)
	p.wait(`document.querySelector(".hint").textContent === "Noch 15 Zeichen"`)
	p.run(`type("😀".repeat(2003))`)
	p.wait(`document.querySelector(".hint").textContent.startsWith("3 Zeichen zu viel") && document.querySelector(".send").disabled && area.getAttribute("aria-invalid") === "true"`)
	// That is said once, and again to who tries to send; not at every key.
	const said = `document.querySelector("[role=status].sr").textContent`
	p.wait(said + `.startsWith("3 Zeichen zu viel")`)
	p.run(`type("😀".repeat(2002)); new Promise(done => setTimeout(done, 200))`)
	if got := get[string](p, said); !strings.HasPrefix(got, "3 Zeichen") || get[bool](p, `!!document.querySelector(".composer [role=alert]")`) {
		t.Errorf("at a key %q is read out", got)
	}
	p.run(`area.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", bubbles: true}))`)
	p.wait(said + `.startsWith("2 Zeichen zu viel")`)
	p.run(`type("مرحبا")`)
	if got := get[string](p, `getComputedStyle(area).direction`); got != "rtl" {
		t.Errorf("Arabic is written %s", got)
	}
	p.run(`type("かんじ"); area.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", isComposing: true, bubbles: true})); area.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", shiftKey: true, bubbles: true}))`)
	if get[bool](p, `!!document.querySelector("[role=log] .message") || area.value !== "かんじ"`) {
		t.Error("an Enter that should not send did")
	}
	p.say("kurz")
	p.wait(`document.querySelector("[role=log] .assistant")`)
	p.run(`area.dispatchEvent(new KeyboardEvent("keydown", {key: "ArrowUp", bubbles: true, cancelable: true}))`)
	p.wait(`area.value === "kurz"`)
}

// A question that was not answered says so after a reload, too, and stands once; sent again it is answered in its place.
func TestUnansweredQuestionCanBeSentAgainLater_A5(t *testing.T) {
	s := server(t)
	s.Answers["Kaputt?"] = &widgetfake.Answer{Broken: 1, Chunks: []string{"Doch nicht."}}
	p := chat(t, s)
	p.say("Kaputt?")
	p.wait(`document.querySelector(".failed [role=alert]")?.innerText.includes("Bitte noch einmal.")`)
	p.say(samstag)
	p.wait(`document.querySelector(".sources")`)
	p.run(`dispatchEvent(new StorageEvent("storage", {storageArea: localStorage, key: null}))`) // as another tab makes it load again
	p.wait(`document.querySelectorAll(".visitor").length === 2`)
	for range 2 {
		p.wait(`document.querySelectorAll("[role=log] .message").length === 3 && document.querySelector(".failed")?.innerText.includes("Nicht beantwortet.")`)
		p.do(chromedp.Reload())
	}
	p.button("Erneut senden")
	p.wait(`[...document.querySelectorAll("[role=log] .markdown")].some(e => e.textContent === "Doch nicht.") && !document.querySelector(".failed")`)
	p.do(chromedp.Reload())
	p.wait(`document.querySelectorAll("[role=log] .message").length === 4 && !document.querySelector(".failed")`)
	if got := get[[]string](p, `[...document.querySelectorAll("[role=log] .markdown")].map(e => e.textContent.slice(0, 4))`); !slices.Equal(got, []string{"Doch", "Ja, "}) {
		t.Errorf("the answers are %q", got)
	}
}

// Who types the number of an account or a card is told that a chat is no place for it, once; other numbers are let be.
func TestBankDetailsAreWarnedOf_H5(t *testing.T) {
	p := chat(t, server(t))
	p.run(`window.area = document.querySelector("textarea"); window.type = v => { area.value = v; area.dispatchEvent(new Event("input")) }; window.hint = () => document.querySelector(".hint").textContent`)
	for _, text := range []string{"Meine IBAN ist DE89 3704 0044 0532 0130 00", "de89370400440532013000", "GB29 NWBK 6016 1331 9268 19", "Karte 4111 1111 1111 1111", "4111-1111-1111-1111", "378282246310005"} {
		if got := get[string](p, fmt.Sprintf(`(type(%q), hint())`, text)); got != "Bitte senden Sie hier keine Bank- oder Kartendaten." {
			t.Errorf("%q: %q", text, got)
		}
	}
	p.wait(`document.querySelector("[role=status].sr").textContent.startsWith("Bitte senden Sie hier keine")`)
	if get[bool](p, `document.querySelector(".send").disabled`) {
		t.Error("the warning keeps from sending")
	}
	for _, text := range []string{"+49 511 1234567", "0511 / 123 456 789", "Bestellung 2026-11-30-4711", "Art. 123456789012", "004915123456789", "0049 1512 3456 7890", "BA12 passt zu KX4000 und KX5000"} {
		if got := get[string](p, fmt.Sprintf(`(type(%q), hint())`, text)); got != "" {
			t.Errorf("%q: %q", text, got)
		}
	}
}

const atEnd = `(e => e.scrollHeight - e.scrollTop - e.clientHeight < 2)(document.querySelector(".scroll"))`

// An answer that fills more than the window is read from its beginning, below its question or the end of a long one. Who
// goes to the end while it is written follows it, and the next question is in sight.
func TestLongAnswerIsReadFromItsBeginning_A2(t *testing.T) {
	s := server(t)
	long := "Ich erzähle. " + strings.Repeat("Und dann noch etwas.\n", 60) + "Wann habt ihr auf?"
	step := make(chan struct{})
	rows := strings.Repeat("Zeile\n\n", 60)
	s.Answers["viel"] = &widgetfake.Answer{Chunks: []string{rows, rows, rows, "Ende"}, Step: step}
	s.Answers[strings.ReplaceAll(long, "\n", " ")] = &widgetfake.Answer{Chunks: []string{rows}}
	s.Answers["kurz"] = &widgetfake.Answer{Chunks: []string{"Ja."}}
	p := chat(t, s)
	// How far below the upper edge of the messages, in parts of their height, the last one of a kind begins.
	at := func(kind string) string {
		return `(e => ([...document.querySelectorAll("` + kind + `")].pop().getBoundingClientRect().top - e.getBoundingClientRect().top) / e.clientHeight)(document.querySelector(".scroll"))`
	}
	tells := `document.querySelector(".scroll").scrollHeight`
	p.say("viel")
	step <- struct{}{}
	p.wait(`document.querySelector(".live .markdown p")`)
	p.wait(at(".visitor") + " >= 0 && " + at(".live") + " < 0.4 && document.querySelector('.jump').checkVisibility()")
	p.run(`document.querySelector(".scroll").scrollTop = 1e6; new Promise(done => setTimeout(done, 100))`)
	before := get[int](p, tells)
	step <- struct{}{}
	p.wait(fmt.Sprintf("%s > %d + 500 && %s", tells, before, atEnd))
	close(step)
	p.wait(`document.querySelector("[role=log] .assistant .tools") && ` + atEnd)
	p.say("kurz")
	p.wait(`[...document.querySelectorAll("[role=log] .assistant .tools")].length === 2 && ` + atEnd)
	p.say(strings.ReplaceAll(long, "\n", " "))
	p.wait(`[...document.querySelectorAll("[role=log] .assistant .tools")].length === 3`)
	if where := get[float64](p, at(".assistant")); where < 0.1 || where > 0.4 {
		t.Errorf("the answer to a long question begins at %v of the window", where)
	}
}

// Who reads further up, and goes on to another page, reads on there; who is at the end stays at the end.
func TestPlaceOfReadingIsKept_A2(t *testing.T) {
	s := server(t)
	s.Answers["viel"] = &widgetfake.Answer{Chunks: []string{strings.Repeat("Zeile\n\n", 120), "Ende"}}
	p := chat(t, s)
	p.say("viel")
	p.wait(`document.querySelector("[role=log] .assistant .tools")`)
	p.run(`document.querySelector(".scroll").scrollTop = 1e6; new Promise(done => setTimeout(done, 100))`)
	p.do(chromedp.Reload())
	p.wait(`document.querySelector("[role=log] .assistant .tools") && ` + atEnd)
	p.run(`document.querySelector(".scroll").scrollTop = 700; new Promise(done => setTimeout(done, 100))`)
	p.do(chromedp.Reload())
	p.wait(`document.querySelector("[role=log] .assistant .tools") && document.querySelector(".scroll").scrollTop === 700`)
	p.run(`document.querySelector(".scroll").scrollTop = 1e6; new Promise(done => setTimeout(done, 100))`)
	p.do(chromedp.Reload())
	p.wait(`document.querySelector("[role=log] .assistant .tools") && ` + atEnd)
}

// The conversation so far that could not be loaded is loaded as soon as there is a connection again.
func TestHistoryComesWithTheConnection_A6(t *testing.T) {
	s := server(t)
	p := chat(t, s)
	p.say(samstag)
	p.wait(`document.querySelector(".sources")`)
	if _, err := chromedp.Call(p.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: `{const real = fetch; let n = 0; window.fetch = (...all) => /messages$/.test(all[0]) && n++ === 0 ? Promise.reject(new TypeError("offline")) : real(...all)}`}); err != nil {
		t.Fatal(err)
	}
	p.do(chromedp.Reload())
	p.wait(`document.querySelector(".banner")?.innerText.includes("konnte nicht geladen werden")`)
	p.run(`dispatchEvent(new Event("online"))`)
	p.wait(`document.querySelector(".sources") && document.querySelector(".banner").textContent === ""`)
}

// The interface changes its language in place and keeps the conversation and the draft.
func TestLanguageAndExport_H4_I1(t *testing.T) {
	s := server(t)
	p := chat(t, s)
	p.say(samstag)
	p.wait(`document.querySelector(".sources")`)
	p.run(`{const a = document.querySelector("textarea"); a.value = "Entwurf"; a.dispatchEvent(new Event("input"))}`)
	p.button("Menü")
	p.button("English")
	p.wait(`document.documentElement.lang === "en" && document.querySelector("footer").innerText.includes("You are chatting with an AI assistant.")`)
	if !get[bool](p, `document.querySelector(".sources h2").textContent === "Sources" && document.querySelector("textarea").value === "Entwurf"`) {
		t.Error("conversation or draft did not survive the change of language")
	}
	p.run(`window.saved = ""; HTMLAnchorElement.prototype.click = function () { saved = this.download; fetch(this.href).catch(() => {}) }`)
	p.run(`document.querySelector("[aria-haspopup]").click()`)
	p.run(`[...document.querySelectorAll("[role=menuitem]")].find(e => e.innerText === "Download conversation").dispatchEvent(new MouseEvent("click"))`)
	p.wait(`/^chat-\d{4}-\d\d-\d\d\.json$/.test(saved)`)
}

// Visitors see what is stored of them, until when and who answered, take it along and delete it.
// Where a model wrote some answers and the server found others itself, neither is said of all.
func TestWhoGaveSomeOfTheAnswers_D4(t *testing.T) {
	s := server(t)
	s.Answers["Danke"] = &widgetfake.Answer{Chunks: []string{"Gern geschehen."}, By: "this server"}
	p := chat(t, s)
	p.say(samstag)
	p.wait(`document.querySelectorAll("[role=log] .assistant .tools").length === 1`)
	p.say("Danke")
	p.wait(`document.querySelectorAll("[role=log] .assistant .tools").length === 2`)
	p.run(openData)
	p.wait(`document.querySelector(".sheet li")`)
	text := get[string](p, `document.querySelector(".sheet").innerText`)
	for _, want := range []string{"Einen Teil der Antworten gab das Sprachmodell lokal/modell-1.", "Einen Teil der Antworten gab dieser Server, ohne Sprachmodell."} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in %q", want, text)
		}
	}
}

func TestMyData_E1_E4_K1(t *testing.T) {
	s := server(t)
	p := chat(t, s)
	if !get[bool](p, `document.querySelector("[aria-haspopup]").click() || [...document.querySelectorAll("[role=menuitem]")].find(e => e.innerText === "Meine Daten").ariaDisabled === "true"`) {
		t.Error("there is data before anything was said")
	}
	p.run(`document.querySelector("[aria-haspopup]").click()`)
	p.say(samstag)
	p.wait(`document.querySelector(".sources")`)
	open := `document.querySelector("[aria-haspopup]").click(); [...document.querySelectorAll("[role=menuitem]")].find(e => e.innerText === "Meine Daten").click()`
	p.run(open)
	p.wait(`document.querySelector(".sheet li")`)
	text := get[string](p, `document.querySelector(".sheet").innerText`)
	for _, want := range []string{"Meine Daten", "2 Nachrichten", "Der Schlüssel dazu liegt in diesem Browser, bis Sie die Unterhaltung beenden.", "21. Februar 2027", "lokal/modell-1", "Nicht ersetzt werden: Namen.", "modell.example (Ort laut Betreiber: EU)", "alles gelöscht"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in %q", want, text)
		}
	}
	if !get[bool](p, `[...document.querySelectorAll(".wish p")].every(e => e.clientWidth >= document.querySelector(".data").clientWidth - 1)`) {
		t.Error("what a switch does is squeezed beside it")
	}
	if to := get[string](p, `document.querySelector(".sheet .data > a").href`); to != s.Config.PrivacyURL {
		t.Errorf("the privacy policy is at %q", to)
	}
	if !get[bool](p, `document.activeElement.innerText === "Meine Daten" && document.activeElement.closest(".sheet").matches("dialog:modal")`) {
		t.Error("the focus is not at the top of the sheet")
	}
	p.press(escape)
	p.wait(`!document.querySelector(".sheet")`)
	p.run(`window.real = fetch; window.fetch = async (...all) => { const data = await (await real(...all)).json(); data.messages.length = 1; return Response.json(data) }`)
	p.run(open)
	p.wait(`document.querySelector(".sheet li")?.innerText.startsWith("Gespeichert ist 1 Nachricht dieser")`)
	p.run(`fetch = real`)
	p.press(escape)
	p.wait(`!document.querySelector(".sheet")`)
	p.run(`window.saved = ""; HTMLAnchorElement.prototype.click = function () { saved = this.download }`)
	p.run(open)
	p.wait(`document.querySelector(".sheet li")`)
	p.button("Als Text herunterladen")
	p.wait(`/^chat-.*\.txt$/.test(saved) && !document.querySelector(".sheet")`)
	p.run(open)
	p.wait(`document.querySelector(".sheet li")`)
	p.button("Unterhaltung beenden und löschen") // which asks first, as everywhere
	p.wait(`document.querySelectorAll(".sheet").length === 1 && document.querySelector(".sheet[role=alertdialog]") && document.activeElement.innerText === "Abbrechen"`)
	if s.Sessions() != 1 {
		t.Error("the conversation was deleted without a question")
	}
	p.button("Beenden und löschen")
	p.wait(`!document.querySelector(".sheet") && !document.querySelector(".sources")`)
	if n := get[int](p, `Object.keys(localStorage).filter(k => localStorage[k].includes("s_")).length`); n != 0 {
		t.Error("the session is still in the browser's storage")
	}
}
