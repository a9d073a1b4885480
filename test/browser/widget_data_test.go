package browser

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/test/browser/widgetfake"
)

const (
	said     = `document.querySelector(".sheet [role=status]").textContent`
	openData = `document.querySelector("[aria-haspopup]").click(); [...document.querySelectorAll("[role=menuitem]")].find(e => e.innerText === "Meine Daten").click()`
)

// A visitor objects, restricts and gives contact data with the keyboard alone, in the real program;
// what is wrong is said at the field, and what has changed is read out.
func TestDataSheet_C1_E2_K1(t *testing.T) {
	a, b, _, site := whole(t)
	host := open(t, site+"/de/")
	host.wait(`document.querySelector("wca-widget")`)
	host.launcher()
	p := host.panel()
	p.say("Wie lange hat der Laden am Samstag geöffnet?")
	p.wait(`document.querySelector("[role=log] .assistant .sources")`)
	secret := get[string](p, fmt.Sprintf(`JSON.parse(localStorage.getItem("wca:%s")).session`, b.PublicID))
	stored := func() (conversation.Wishes, conversation.Contact) {
		t.Helper()
		session, err := a.Desk.Session(t.Context(), b, secret)
		if err != nil {
			t.Fatal(err)
		}
		contact, err := a.Desk.Contact(t.Context(), session)
		if err != nil {
			t.Fatal(err)
		}
		return session.Wishes, contact
	}
	if get[int](p, `performance.getEntriesByType("resource").filter(e => e.name.includes("/data.")).length`) != 0 {
		t.Error("the data sheet is loaded before anybody opens it")
	}
	p.run(openData)
	p.wait(`document.activeElement.closest(".sheet h2")`)
	p.hears("dialog", "Meine Daten")
	if s := p.hears("switch", "Kein Sprachmodell für diese Unterhaltung"); s.checked != "false" || !strings.Contains(s.description, "Nichts aus dieser Unterhaltung geht an ein Sprachmodell.") {
		t.Errorf("the switch is heard as %+v", s)
	}

	host.press(forth)
	p.wait(`document.activeElement.id === "data-no_model"`)
	if !get[bool](p, `(s => s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2)(getComputedStyle(document.activeElement))`) {
		t.Error("the focus on a switch cannot be seen")
	}
	host.press(space)
	p.wait(said + ` === "Kein Sprachmodell für diese Unterhaltung: eingeschaltet."`)
	host.press(forth)
	host.press(space)
	p.wait(said + ` === "Verarbeitung einschränken: eingeschaltet." && document.querySelector(".sheet ul").innerText.includes("bis Sie die Einschränkung aufheben")`)
	if w, _ := stored(); w != (conversation.Wishes{NoModel: true, Restricted: true}) {
		t.Errorf("stored is %+v", w)
	}
	if s := p.hears("switch", "Verarbeitung einschränken"); s.checked != "true" {
		t.Errorf("the switch is heard as %+v", s)
	}

	host.press(forth)
	host.do(chromedp.KeyEvent("Erika Beispiel"))
	host.press(forth)
	host.do(chromedp.KeyEvent("erika"))
	host.press(enter)
	p.wait(`document.activeElement.id === "data-email" && document.activeElement.ariaInvalid === "true"`)
	if f := p.hears("textbox", "E-Mail-Adresse"); f.invalid != "true" || !strings.Contains(f.description, "name@beispiel.de") {
		t.Errorf("the wrong field is heard as %+v", f)
	}
	host.do(chromedp.KeyEvent("@example.org"))
	host.press(enter)
	p.wait(said + ` === "Ihre Kontaktdaten wurden gespeichert." && !document.querySelector(".sheet [aria-invalid]")`)
	if _, c := stored(); c.Name != "Erika Beispiel" || c.Email != "erika@example.org" || c.Phone != "" {
		t.Errorf("stored is %+v", c)
	}
	// The keyboard stays in the sheet, in both directions.
	p.run(`document.querySelector(".choices button:last-child").focus()`)
	host.press(forth)
	p.wait(`document.activeElement.id === "data-no_model"`)
	host.press(back)
	p.wait(`document.activeElement.innerText === "Schließen"`)
	host.press(escape)
	p.wait(`!document.querySelector(".sheet") && document.activeElement.getAttribute("aria-label") === "Menü"`)

	p.run(openData)
	p.wait(`document.querySelector("#data-no_model:checked") && document.querySelector("#data-restricted:checked") && document.querySelector("#data-email").value === "erika@example.org"`)
	if g := p.hears("group", "Ihre Kontaktdaten"); !strings.Contains(g.description, "Damit der Betreiber Sie erreichen kann.") {
		t.Errorf("what contact data is for is not said: %+v", g)
	}
	p.button("Kontaktdaten löschen")
	p.wait(said + ` === "Ihre Kontaktdaten wurden gelöscht." && document.activeElement.id === "data-name" && document.activeElement.value === ""`)
	if _, c := stored(); c != (conversation.Contact{}) {
		t.Errorf("stored is still %+v", c)
	}
	p.run(`fetch = () => Promise.resolve(new Response('{"code":"too_many_changes"}', {status: 429})); document.querySelector("#data-restricted").click()`)
	p.wait(said + `.includes("zu viele Änderungen") && document.querySelector("#data-restricted").checked`)
	p.run(`fetch = () => Promise.reject(new TypeError("offline")); document.querySelector("#data-restricted").click()`)
	p.wait(said + `.includes("prüfen Sie Ihre Verbindung") && document.querySelector("#data-restricted").checked`)
	if w, _ := stored(); !w.Restricted {
		t.Error("the restriction is lifted without a connection")
	}
	host.emulate(320, 500, true)
	p.wait(`innerWidth <= 320`)
	if over := get[int](p, `document.querySelector(".sheet").scrollWidth - document.querySelector(".sheet").clientWidth`); over > 0 {
		t.Errorf("the sheet is %d px too wide", over)
	}
	noise := strings.TrimSpace(strings.Replace(p.noise.String(), "error: Failed to load resource: the server responded with a status of 400 (Bad Request)", "", 1))
	if host.noise.String() != "" || noise != "" {
		t.Errorf("console:\n%s\n%s", host.noise, noise)
	}
}

// Where no text is stored, neither the greeting nor the data sheet says that it is, in both languages.
func TestWhatIsNotStoredIsNotSaidToBe_C1_E4(t *testing.T) {
	a, b, _, site := whole(t)
	version, err := a.DB.PublishedSettings(t.Context(), b.Workspace, b.ID)
	if err == nil {
		version.Settings.Retention.Days = new(0)
		_, err = bot.Publish(t.Context(), a.DB, b, version.Settings, a.Keys.Now())
	}
	if err != nil {
		t.Fatal(err)
	}
	host := open(t, site+"/de/")
	host.wait(`document.querySelector("wca-widget")`)
	host.launcher()
	p := host.panel()
	greeting := func() string { return get[string](p, `document.querySelector(".process").textContent`) }
	p.wait(`document.querySelector(".process")`)
	if got := greeting(); !strings.Contains(got, "der Text wird nicht gespeichert") || strings.Contains(got, "und gespeichert") {
		t.Errorf("the greeting says %q", got)
	}
	choose := func(item string) {
		p.run(fmt.Sprintf(`document.querySelector("[aria-haspopup]").click(); [...document.querySelectorAll("[role=menuitem], [role=menuitemradio]")].find(e => e.innerText === %q).click()`, item))
	}
	choose("English")
	p.wait(`document.documentElement.lang === "en"`)
	if got := greeting(); !strings.Contains(got, "the text is not stored") || strings.Contains(got, "and stored") {
		t.Errorf("the English greeting says %q", got)
	}
	p.say("Wie lange hat der Laden am Samstag geöffnet?")
	p.wait(`document.querySelector("[role=log] .assistant .sources")`)
	facts := func() string { return get[string](p, `document.querySelector(".sheet ul").innerText`) }
	choose("My data")
	p.wait(`document.querySelector(".sheet ul")`)
	if got := facts(); !strings.Contains(got, "is held in memory only") || !strings.Contains(got, "Contact data is deleted within two hours") || strings.Contains(got, "messages of this conversation are stored") {
		t.Errorf("the English sheet says %q", got)
	}
	p.button("Close")
	p.wait(`!document.querySelector(".sheet")`)
	choose("Deutsch")
	p.wait(`document.documentElement.lang === "de"`)
	p.run(openData)
	p.wait(`document.querySelector(".sheet ul")`)
	if got := facts(); !strings.Contains(got, "nur im Arbeitsspeicher, höchstens bis eine Stunde nach der letzten Nachricht") || !strings.Contains(got, "Kontaktdaten werden spätestens zwei Stunden") || strings.Contains(got, "Gespeichert sind 2 Nachrichten") {
		t.Errorf("the sheet says %q", got)
	}
	// A restriction keeps nothing that is not there.
	p.run(`document.querySelector("#data-restricted").click()`)
	p.wait(said + ` === "Verarbeitung einschränken: eingeschaltet."`)
	if got := facts(); !strings.Contains(got, "nur im Arbeitsspeicher") || strings.Contains(got, "Aufbewahrt") {
		t.Errorf("restricted, the sheet says %q", got)
	}
}

// A question that reached the server just before the page went is in the conversation, and not in the composer once more.
func TestQuestionSentBeforeLeavingStandsOnce_A2(t *testing.T) {
	s := server(t)
	p := chat(t, s)
	p.say(samstag)
	p.wait(`document.querySelector(".sources")`)
	// It is sent, but nothing comes back any more.
	p.run(`{const real = fetch; window.fetch = (...all) => all[1].method === "POST" ? (real(...all), new Promise(() => {})) : real(...all)}`)
	p.say("Noch da?")
	until(t, "the question arrives", func() bool { return s.Tries("Noch da?") == 1 })
	p.say("Danach?")
	p.wait(`document.querySelector(".queued")`)
	p.run(`{const a = document.querySelector("textarea"); a.value = "Getippt"; a.dispatchEvent(new Event("input"))}`)
	p.do(chromedp.Reload())
	p.wait(`document.querySelectorAll("[role=log] .assistant").length === 2`)
	if got := get[string](p, `document.querySelector("textarea").value`); got != "Danach?\n\nGetippt" {
		t.Errorf("after coming back the composer holds %q", got)
	}
	if n := get[int](p, `document.body.innerText.split("Noch da?").length - 1`); n != 1 {
		t.Errorf("the question stands %d times", n)
	}
}

// A question that did not get through before the page went is in the composer again, in this tab alone and not for ever.
func TestUnsentQuestionIsADraftAgain_A2(t *testing.T) {
	s := server(t)
	s.Answers["Kaputt?"] = &widgetfake.Answer{Fail: 503, Times: 1000}
	p := chat(t, s)
	p.say(samstag)
	p.wait(`document.querySelector(".sources")`)
	p.say("Kaputt?")
	p.wait(`document.querySelector(".failed")`)
	p.offline(true)
	p.say("Ohne Netz?")
	p.wait(`document.querySelector(".waiting")`)
	p.say("Danach?")
	p.run(`{const a = document.querySelector("textarea"); a.value = "Getippt"; a.dispatchEvent(new Event("input"))}`)
	p.run(`window.fetch = () => new Promise(() => {})`)
	p.offline(false)
	p.do(chromedp.Reload())
	p.wait(`document.querySelector(".sources")`)
	if got := get[string](p, `document.querySelector("textarea").value`); got != "Kaputt?\n\nOhne Netz?\n\nDanach?\n\nGetippt" {
		t.Errorf("after reloading the composer holds %q", got)
	}
	if n := get[int](p, `localStorage.length`); n != 1 {
		t.Errorf("localStorage holds %d keys, want the session alone", n)
	}
	p.button("Menü")
	p.button("Unterhaltung beenden und löschen")
	p.button("Beenden und löschen")
	p.wait(`!document.querySelector("[role=log] .message")`)
	p.do(chromedp.Reload())
	p.wait(`document.querySelector("textarea")`)
	if n := get[int](p, `localStorage.length + sessionStorage.length + document.querySelector("textarea").value.length`); n != 0 {
		t.Error("something is left after the end")
	}
}
