// Package browser has the tests that need a real browser.
package browser

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// patience is how long a test waits for something that must happen.
const patience = 20 * time.Second

// chromium is the one browser of all tests, started by the first that needs it.
var chromium struct {
	once sync.Once
	ctx  context.Context
	stop func()
	err  error
}

func TestMain(m *testing.M) {
	code := m.Run()
	if chromium.stop != nil {
		chromium.stop()
	}
	os.Exit(code)
}

func find() string {
	for _, name := range []string{os.Getenv("WCA_CHROMIUM"), "chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); name != "" && err == nil {
			return path
		}
	}
	return ""
}

func launch(path string) {
	dir, err := os.MkdirTemp("", "wca-chromium-")
	if err != nil {
		chromium.err = err
		return
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.UserDataDir(dir), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.WindowSize(1000, 800),
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("lang", "de"),
		// Nothing of these tests may leave the machine, whatever a payload tries.
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"),
	)
	allocator, endAllocator := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, end := chromedp.NewContext(allocator)
	chromium.ctx = ctx
	chromium.err = chromedp.Do(ctx, chromedp.Navigate("about:blank"))
	chromium.stop = func() {
		end()
		endAllocator()
		os.RemoveAll(dir)
	}
}

// tab is a page, or the panel's frame in one, that a test looks at.
type tab struct {
	t   *testing.T
	ctx context.Context
	// noise is what the page wrote to the console.
	noise *noise
}

type noise struct {
	mu    sync.Mutex
	lines []string
}

func (n *noise) add(format string, args ...any) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.lines = append(n.lines, fmt.Sprintf(format, args...))
}

func (n *noise) String() string {
	n.mu.Lock()
	defer n.mu.Unlock()
	return strings.Join(n.lines, "\n")
}

// open makes a tab with storage of its own and goes to an address.
func open(t *testing.T, address string) *tab {
	t.Helper()
	path := find()
	if path == "" {
		if os.Getenv("WCA_REQUIRE_BROWSER") == "1" {
			t.Fatal("no Chromium found although WCA_REQUIRE_BROWSER=1: install chromium")
		}
		t.Skip("no Chromium found: install chromium to run the browser tests")
	}
	chromium.once.Do(func() { launch(path) })
	if chromium.err != nil {
		t.Fatalf("starting %s: %v", path, chromium.err)
	}
	ctx, cancel := chromedp.NewContext(chromium.ctx, chromedp.WithNewBrowserContext())
	t.Cleanup(cancel)
	b := &tab{t: t, ctx: ctx}
	b.listen()
	b.focused()
	b.do(chromedp.EmulateViewport(1000, 800))
	b.do(chromedp.Navigate(address))
	return b
}

// focused lets a tab be the one that its person looks at, whichever window of the browser is on top: only there an element
// with the focus shows it.
func (b *tab) focused() {
	b.t.Helper()
	if _, err := chromedp.Call(b.ctx, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true}); err != nil {
		b.t.Fatal(err)
	}
}

// sibling is another tab of the same visitor.
func (b *tab) sibling(address string) *tab {
	b.t.Helper()
	ctx, cancel := chromedp.NewContext(b.ctx)
	b.t.Cleanup(cancel)
	other := &tab{t: b.t, ctx: ctx}
	other.listen()
	other.focused()
	other.do(chromedp.Navigate(address))
	return other
}

func (b *tab) listen() {
	b.noise = &noise{}
	messages := chromedp.Console(b.ctx)
	go func() {
		for m, err := range messages {
			if err != nil {
				return
			}
			b.noise.add("%s", m)
		}
	}()
	dialogs := chromedp.Events(b.ctx, page.JavascriptDialogOpening)
	go func() {
		for d, err := range dialogs {
			if err != nil {
				return
			}
			b.noise.add("a dialog opened: %s", d.Message)
			chromedp.Call(b.ctx, page.HandleJavaScriptDialog, page.HandleJavaScriptDialogParams{Accept: false})
		}
	}()
}

// panel is the frame of the chat panel, as soon as it is there.
func (b *tab) panel() *tab {
	b.t.Helper()
	deadline := time.Now().Add(patience)
	for time.Now().Before(deadline) {
		targets, err := chromedp.Targets(b.ctx)
		if err != nil {
			b.t.Fatal(err)
		}
		for _, info := range targets {
			if info.Type == "iframe" && strings.Contains(info.URL, "/embed/") && info.BrowserContextID == chromedp.FromContext(b.ctx).BrowserContextID {
				ctx, cancel := chromedp.NewContext(b.ctx, chromedp.WithTargetID(info.TargetID))
				b.t.Cleanup(cancel)
				p := &tab{t: b.t, ctx: ctx}
				p.listen()
				p.wait(`!!document.querySelector("textarea")`)
				return p
			}
		}
	}
	b.t.Fatal("the panel's frame did not appear")
	return nil
}

func (b *tab) do(actions ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	if chromedp.FromContext(b.ctx).Target == nil {
		ctx = b.ctx // the first call makes the tab, which must outlive a timeout
	}
	if err := chromedp.Do(ctx, actions...); err != nil {
		b.t.Fatal(err)
	}
}

// run evaluates a script.
func (b *tab) run(script string) {
	b.t.Helper()
	b.do(chromedp.Evaluate[chromedp.Void](script, chromedp.EvalAwaitPromise))
}

// get evaluates an expression.
func get[T any](b *tab, expression string) T {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		b.t.Fatalf("%s: %v", expression, err)
	}
	return v
}

// wait waits until an expression is true.
func (b *tab) wait(expression string) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	action := chromedp.Poll[chromedp.Void]("!!("+expression+")", chromedp.WithPollingInterval(20*time.Millisecond), chromedp.WithPollingTimeout(patience))
	if _, err := chromedp.Run(ctx, action); err != nil {
		seen, _ := chromedp.Run(b.ctx, chromedp.Evaluate[string]("document.body.innerText"))
		b.t.Fatalf("waiting for %s: %v\nthe page shows:\n%s\nconsole:\n%s", expression, err, seen, b.noise)
	}
}

// until waits for something outside of the browser.
func until(t *testing.T, what string, ok func() bool) {
	t.Helper()
	for deadline := time.Now().Add(patience); !ok(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("waiting for: %s", what)
		}
	}
}

// button clicks the button, link or menu entry of that name.
func (b *tab) button(name string) {
	b.t.Helper()
	find := fmt.Sprintf(`[...document.querySelectorAll("button,a,summary")].find(e => e.checkVisibility() && !e.disabled && (e.getAttribute("aria-label") || e.innerText).trim() === %q)`, name)
	b.wait(find)
	b.run(find + ".click()")
}

// say types a text into the composer and sends it.
func (b *tab) say(text string) {
	b.t.Helper()
	b.run(fmt.Sprintf(`{const a = document.querySelector(".composer textarea"); a.value = %q; a.dispatchEvent(new Event("input"));
		a.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", bubbles: true}))}`, text))
}

// press presses a key that has an effect rather than a character, as a keyboard does.
func (b *tab) press(key input.DispatchKeyEventParams) {
	b.t.Helper()
	for _, kind := range []input.DispatchKeyEventType{input.DispatchKeyEventTypeKeyDown, input.DispatchKeyEventTypeKeyUp} {
		key.Type = kind
		if kind == input.DispatchKeyEventTypeKeyUp {
			key.Text = ""
		}
		if _, err := chromedp.Call(b.ctx, input.DispatchKeyEvent, key); err != nil {
			b.t.Fatal(err)
		}
	}
}

var (
	enter  = input.DispatchKeyEventParams{Key: "Enter", Code: "Enter", Text: "\r", WindowsVirtualKeyCode: 13}
	space  = input.DispatchKeyEventParams{Key: " ", Code: "Space", Text: " ", WindowsVirtualKeyCode: 32}
	escape = input.DispatchKeyEventParams{Key: "Escape", Code: "Escape", WindowsVirtualKeyCode: 27}
	end    = input.DispatchKeyEventParams{Key: "End", Code: "End", WindowsVirtualKeyCode: 35}
	forth  = input.DispatchKeyEventParams{Key: "Tab", Code: "Tab", WindowsVirtualKeyCode: 9}
	back   = input.DispatchKeyEventParams{Key: "Tab", Code: "Tab", WindowsVirtualKeyCode: 9, Modifiers: int64(chromedp.ModifierShift)}
)

func (b *tab) emulate(width, height int64, phone bool, features ...*emulation.MediaFeature) {
	b.t.Helper()
	var options []chromedp.EmulateViewportOption
	if phone {
		options = append(options, chromedp.EmulateMobile, chromedp.EmulateTouch)
	}
	b.do(chromedp.EmulateViewport(width, height, options...))
	if _, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: features}); err != nil {
		b.t.Fatal(err)
	}
}

// heard is what assistive technology knows of an element.
type heard struct{ role, name, description, expanded, pressed, checked, invalid, live string }

// tree is the page as assistive technology sees it, also inside closed shadow roots.
func (b *tab) tree() []heard {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	nodes, err := chromedp.Run(ctx, func(ctx context.Context, target *chromedp.Target) ([]*accessibility.Node, error) {
		r, err := cdp.Call(ctx, target, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
		return r.Nodes, err
	})
	if err != nil {
		b.t.Fatal(err)
	}
	var all []heard
	for _, n := range nodes {
		if n.Ignored {
			continue
		}
		h := heard{role: value(n.Role), name: value(n.Name), description: value(n.Description)}
		for _, p := range n.Properties {
			switch string(p.Name) {
			case "expanded":
				h.expanded = value(p.Value)
			case "pressed":
				h.pressed = value(p.Value)
			case "checked":
				h.checked = value(p.Value)
			case "invalid":
				h.invalid = value(p.Value)
			case "live":
				h.live = value(p.Value)
			}
		}
		all = append(all, h)
	}
	return all
}

func value(v *accessibility.Value) string {
	if v == nil {
		return ""
	}
	var plain any
	if err := json.Unmarshal(v.Value, &plain); err != nil {
		return ""
	}
	return fmt.Sprint(plain)
}

// hears returns the first element of the role whose name contains a text.
func (b *tab) hears(role, name string) heard {
	b.t.Helper()
	tree := b.tree()
	for _, h := range tree {
		if h.role == role && strings.Contains(h.name, name) {
			return h
		}
	}
	b.t.Errorf("assistive technology finds no %s %q", role, name)
	return heard{}
}
