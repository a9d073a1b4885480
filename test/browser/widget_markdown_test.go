package browser

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/evanw/esbuild/pkg/api"

	"github.com/webchatagent/wca/test/browser/widgetfake"
)

// renderer opens a page that has the panel's Markdown renderer as window.render(text, growing),
// which returns a new element.
func renderer(t *testing.T) *tab {
	t.Helper()
	built := api.Build(api.BuildOptions{
		Stdin: &api.StdinOptions{Loader: api.LoaderTS, ResolveDir: filepath.Join("..", "..", "widget", "src", "panel"), Contents: `
			import { MarkdownView, plain } from "./markdown/view";
			const context = { growing: false, newTab: "neuer Tab", code: () => {}, marker: (n: number) => {
				if (n > 3) return null;
				const s = document.createElement("sup"); s.dataset.n = String(n); s.textContent = String(n); return s } };
			const fresh = () => new MarkdownView(document.createElement("div"));
			Object.assign(window, { MarkdownView, plain, context, fresh,
				render: (text: string, growing: boolean) => { const v = fresh(); growing ? v.grow(text, context) : v.finish(text, context); return v.element } });`},
		Bundle: true, Format: api.FormatIIFE, Charset: api.CharsetUTF8,
	})
	if len(built.Errors) > 0 {
		t.Fatal(built.Errors)
	}
	s := widgetfake.Start()
	t.Cleanup(s.Close)
	p := open(t, s.URL+"/c/"+widgetfake.Bot)
	p.run(string(built.OutputFiles[0].Contents))
	return p
}

func quoted(v any) string {
	b, _ := json.Marshal(v)
	return string(b)
}

func TestMarkdown_A5(t *testing.T) {
	p := renderer(t)
	cases := []struct{ text, html string }{
		{"Ein *Wort*, ein **zweites**, ein ***drittes***, `code` und ~~nichts~~.", "<p>Ein <em>Wort</em>, ein <strong>zweites</strong>, ein <em><strong>drittes</strong></em>, <code>code</code> und <del>nichts</del>.</p>"},
		{"5 * 3 * 2 = 30 und snake_case_name", "<p>5 * 3 * 2 = 30 und snake_case_name</p>"},
		{"eins\nzwei\n\ndrei", "<p>eins<br>zwei</p><p>drei</p>"},
		{"# Oben\n### Unten ###", "<h2>Oben</h2><h3>Unten</h3>"},
		{"### Eins\n#### Darin\n### Zwei\n# Drei", "<h2>Eins</h2><h3>Darin</h3><h2>Zwei</h2><h2>Drei</h2>"},
		{"- a\n- b\n  - c\n\n1. x\n2. y", "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul><ol><li>x</li><li>y</li></ol>"},
		{"3. drei\n4. vier", `<ol start="3"><li>drei</li><li>vier</li></ol>`},
		{"2026. war ein Jahr\nfolgt", `<ol start="2026"><li>war ein Jahr<br>folgt</li></ol>`},
		{"> Zitat\n> weiter", "<blockquote><p>Zitat<br>weiter</p></blockquote>"},
		{"```html\n<b>*x*</b>\n```\ndanach", `<div class="code"><pre tabindex="0" role="group" aria-label="Code" dir="ltr"><code>&lt;b&gt;*x*&lt;/b&gt;</code></pre></div><p>danach</p>`},
		{"---", "<hr>"},
		{"| a | b |\n|---|--:|\n| 1 | **2** |", `<div class="table" tabindex="0" role="group" aria-label="a, b"><table><thead><tr><th scope="col">a</th><th class="end" scope="col">b</th></tr></thead><tbody><tr><td>1</td><td class="end"><strong>2</strong></td></tr></tbody></table></div>`},
		{"Ja.[1] Nein [9]. [2, 3]", `<p>Ja.<sup data-n="1">1</sup> Nein. <sup data-n="2">2</sup><sup data-n="3">3</sup></p>`},
		{"\\*nicht\\* &amp; <b>roh</b>", "<p>*nicht* &amp;amp; &lt;b&gt;roh&lt;/b&gt;</p>"},
		{"a<br>b", "<p>a<br>b</p>"},
		{"![Bild](https://evil.example/x.png)", "<p>Bild</p>"},
		{"[x](javascript:alert(1)) [y](data:text/html,z) [z](  vbscript:a)", "<p><span>x</span> <span>y</span> <span>z</span></p>"},
	}
	for _, c := range cases {
		if got := get[string](p, "render("+quoted(c.text)+", false).innerHTML"); got != c.html {
			t.Errorf("%q gives\n  %s, want\n  %s", c.text, got, c.html)
		}
	}

	links := []struct{ text, href, label string }{
		{"[Zeiten](https://a.example/z_(1)?q=1&r=2 \"Titel\")", "https://a.example/z_(1)?q=1&r=2", "Zeiten"},
		{"Siehe https://a.example/z.", "https://a.example/z", "https://a.example/z"},
		{"(https://a.example/z)", "https://a.example/z", "https://a.example/z"},
		{"<https://a.example/*z*>", "https://a.example/*z*", "https://a.example/*z*"},
		{"[Mail](mailto:info@a.example)", "mailto:info@a.example", "Mail"},
		{"[Anruf](tel:+49511123456)", "tel:+49511123456", "Anruf"},
	}
	for _, c := range links {
		got := get[[]string](p, "(a => a ? [a.getAttribute('href'), a.firstChild.textContent, a.rel, a.target] : [])(render("+quoted(c.text)+", false).querySelector('a'))")
		if want := []string{c.href, c.label, "noopener noreferrer nofollow", "_blank"}; quoted(got) != quoted(want) {
			t.Errorf("%q gives the link %q, want %q", c.text, got, want)
		}
	}

	copied := get[string](p, "plain(render("+quoted("Ja, **[hier](https://a.example/)**.[1]\n\n- a\n- b\n\n|x|y|\n|-|-|\n|1|2|")+", false))")
	if want := "Ja, hier (https://a.example/).[1]\n\n- a\n- b\n\nx\ty\t\n1\t2"; copied != want {
		t.Errorf("copying gives %q, want %q", copied, want)
	}
}

// A number or an address that can be tapped is read out and copied once, in whatever notation it stands.
func TestWhatCanBeTappedIsSaidOnce_C3(t *testing.T) {
	p := renderer(t)
	for text, want := range map[string][2]string{
		"Telefon: [02224 / 98 76-54](tel:02224987654)":       {"", "Telefon: 02224 / 98 76-54"},
		"[+49 (0)30 23125 140](tel:+493023125140)":           {"", "+49 (0)30 23125 140"},
		"E-Mail: [info@c.example](mailto:info@c.example)":    {"", "E-Mail: info@c.example"},
		"[Rufen Sie an](tel:0511123456)":                     {"0511123456", "Rufen Sie an (0511123456)"},
		"[0511 123456](tel:0900123456)":                      {"0900123456", "0511 123456 (0900123456)"},
		"[Schreiben Sie](mailto:info@c.example)":             {"info@c.example", "Schreiben Sie (info@c.example)"},
		"[Zeiten](https://c.example/zeiten) und mehr":        {"https://c.example/zeiten", "Zeiten (https://c.example/zeiten) und mehr"},
		"Siehe https://c.example/zeiten und was dort steht.": {"", "Siehe https://c.example/zeiten und was dort steht."},
	} {
		shown := "render(" + quoted(text) + ", false)"
		if got := get[[]string](p, "(e => [e.querySelector('a').title, plain(e)])("+shown+")"); got[0] != want[0] || got[1] != want[1] {
			t.Errorf("%q is told as %q and copied as %q, want %q", text, got[0], got[1], want)
		}
	}
}

// Whatever is cut off at whatever byte, no raw syntax is seen and what was seen does not go away.
func TestMarkdownGrows_A5(t *testing.T) {
	p := renderer(t)
	fixture := strings.Join([]string{
		"# Öffnungszeiten", "Wir haben **samstags *immer* geöffnet** und ~~nie~~ `ab 10 Uhr`.[1] Mehr [hier auf der Seite](https://a.example/zeiten) und https://a.example/b[2, 3].",
		"- erstens\n- **zweitens**\n  1. innen\n  2. weiter\n- drittens", "1. eins\n2. zwei", "> Zitat **fett**", "```go\nfunc main() {}\n```",
		"| Tag | Zeit |\n|:---|---:|\n| **Mo** | 10–19 [1] |\n| Sa | `10–16` |", "---", "![Bild](https://a.example/x.png) Ende ***ganz*** und __gut__.",
	}, "\n\n")
	wrong := get[[]string](p, `(text => {
		const view = fresh(), wrong = [];
		let longest = 0;
		for (let i = 1; i <= text.length; i++) {
			view.grow(text.slice(0, i), context);
			const seen = view.element.textContent;
			if (/\*\*|\*\w|~~|\x60|\]\(|^#|\[\d|\||https:\/\/a\.example\/(zeiten|x)|---|!\[/.test(seen.replace("func main() {}", ""))) wrong.push("raw syntax: " + JSON.stringify(seen.slice(-60)));
			if (seen.length < longest - 4) wrong.push("text vanished: " + JSON.stringify(text.slice(Math.max(0, i - 30), i)) + " " + longest + " → " + seen.length);
			longest = Math.max(longest, seen.length);
		}
		const grown = view.element.innerHTML.replace(/<sup.*?<\/sup>/g, "");
		if (grown !== render(text, false).innerHTML.replace(/<sup.*?<\/sup>/g, "")) wrong.push("the end differs: " + grown);
		return wrong.slice(0, 8);
	})(`+quoted(fixture)+`)`)
	for _, w := range wrong {
		t.Error(w)
	}

	// Blocks that are complete are not touched again.
	if !get[bool](p, `(() => { const v = fresh(); v.grow("Eins.\n\nZwei.\n\nDr", context); const [a, b] = v.element.children; v.grow("Eins.\n\nZwei.\n\nDrei **und", context); return v.element.children[0] === a && v.element.children[1] === b })()`) {
		t.Error("a finished paragraph was rendered again")
	}
}

// Texts made to be slow are not: each is rendered, growing and whole, within a second, or on a busy machine in time that
// grows as its length (X16).
func TestMarkdownHostileSizes_X16(t *testing.T) {
	p := renderer(t)
	texts := map[string]string{
		"quotes": strings.Repeat(">", 100_000), "brackets": strings.Repeat("[", 100_000), "closed brackets": strings.Repeat("[a", 50_000) + strings.Repeat("]", 50_000),
		"stars": strings.Repeat("*a ", 50_000), "star runs": strings.Repeat("*", 20_000) + "a" + strings.Repeat("*", 20_000), "mixed emphasis": strings.Repeat("*_~~a", 20_000),
		"backticks": strings.Repeat("` `` ``` ", 10_000), "rising backticks": rising("`", 280), "links": strings.Repeat("[a](https://a.example) ", 50_000),
		"open links": strings.Repeat("[a](", 30_000), "table": "|a|b|\n|-|-|\n" + strings.Repeat("|1|2|\n", 170_000), "wide table": strings.Repeat("|a", 30_000) + "\n" + strings.Repeat("|-", 30_000),
		"spaces": "# " + strings.Repeat(" ", 100_000) + "x\n" + strings.Repeat("a"+strings.Repeat(" ", 100), 400), "lists": nested(2_000), "fences": strings.Repeat("```\n", 10_000),
		"fence and spaces": "```" + strings.Repeat(" ", 39_000) + "`", "rules": strings.Repeat("* ", 20_000) + "x", "bars": strings.Repeat("|\n-|\n", 8_000), "addresses": strings.Repeat("https://", 20_000),
		"escapes": strings.Repeat("\\", 100_000), "entities": strings.Repeat("<br", 30_000), "citations": strings.Repeat("[1,", 30_000), "words_": strings.Repeat("a_", 30_000),
	}
	took := func(text string) float64 {
		return get[float64](p, `(text => { const start = performance.now(); render(text, true); render(text, false); return performance.now() - start })(`+quoted(text)+`)`)
	}
	for name, text := range texts {
		ms := took(text)
		for range 3 { // a busy machine is no fault of the text, more than linear time is
			if ms < 1000 || ms < 5000 && ms < 3*took(text[:len(text)/2]) {
				ms = 0
				break
			}
			ms = took(text)
		}
		if ms > 0 {
			t.Errorf("%s take %.0f ms", name, ms)
		}
	}
}

func rising(s string, n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(s, i) + " ")
	}
	return b.String()
}

func nested(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", 2*(i%400)) + "- x\n")
	}
	return b.String()
}

// Payloads made to run a script, as answers, questions, titles and addresses: nothing runs, nothing
// is requested, and the elements are those of the Markdown subset (X01, X02, X03, X05).
func TestPayloadsAreInert_X01_X03_X05(t *testing.T) {
	shared := os.Getenv("WCA_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "..", "shared")
	}
	payloads := corpus(t, filepath.Join(shared, "data"))
	if len(payloads) < 1000 {
		t.Skipf("no corpus of payloads below %s: set WCA_SHARED", shared)
	}
	s := server(t)
	p := chat(t, s)
	p.run(`window.ran = 0; for (const f of ["alert", "confirm", "prompt", "print"]) window[f] = () => ran++`)
	const size = 60
	for i := 0; i < len(payloads); i += size {
		part := payloads[i:min(i+size, len(payloads))]
		a := &widgetfake.Answer{Chunks: []string{strings.Join(part, "\n\n")}}
		for n, payload := range part[:min(8, len(part))] {
			a.Citations = append(a.Citations, widgetfake.Citation{N: n + 1, Title: payload, URL: payload, Document: payload, Passage: payload})
		}
		for n, payload := range part {
			a.Chunks = append(a.Chunks, fmt.Sprintf("\n\n[%d] [Text](%s) <%s> ![%s](%s)", n+1, payload, payload, payload, payload))
		}
		question := string([]rune(fmt.Sprintf("%d %s", i, part[0]))[:min(1500, len([]rune(fmt.Sprintf("%d %s", i, part[0]))))])
		s.Answers[strings.TrimSpace(question)] = a
		p.say(strings.ReplaceAll(question, "\n", " "))
		p.wait(fmt.Sprintf(`document.querySelectorAll("[role=log] .assistant .tools").length === %d`, i/size+1))
	}
	found := get[[]string](p, `(() => {
		const tags = new Set("article,div,p,span,strong,em,del,code,pre,ul,ol,li,h2,h3,h4,blockquote,hr,br,table,thead,tbody,tr,th,td,a,sup,button,section,details,summary,svg,path,time".split(","));
		const names = new Set("class,dir,lang,href,target,rel,referrerpolicy,title,tabindex,role,scope,start,type,id,datetime,data-n,viewBox,d".split(","));
		const wrong = [];
		for (const e of document.querySelectorAll("[role=log] *")) {
			if (!tags.has(e.localName)) wrong.push("element " + e.localName);
			for (const a of e.attributes) if (!names.has(a.name) && !a.name.startsWith("aria-")) wrong.push("attribute " + a.name + " of " + e.localName);
			if (e.href && typeof e.href === "string" && !/^(https?:|mailto:|tel:)/.test(e.href)) wrong.push("link " + e.href);
		}
		if (ran) wrong.push(ran + " payloads ran");
		return wrong.slice(0, 10);
	})()`)
	for _, w := range found {
		t.Error(w)
	}
	for _, name := range get[[]string](p, `performance.getEntriesByType("resource").map(e => e.name)`) {
		if !strings.HasPrefix(name, s.URL) && !strings.HasPrefix(name, "data:") {
			t.Errorf("%s was requested", name)
		}
	}
	if noise := p.noise.String(); noise != "" {
		t.Errorf("console:\n%s", noise)
	}
	t.Logf("%d payloads", len(payloads))
}

// corpus reads the payloads of both collections.
func corpus(t *testing.T, data string) []string {
	t.Helper()
	var all []string
	var vectors []struct{ Payload string }
	if b, err := os.ReadFile(filepath.Join(data, "dompurify-xss", "vectors.json")); err == nil {
		if err := json.Unmarshal(b, &vectors); err != nil {
			t.Fatal(err)
		}
	}
	for _, v := range vectors {
		all = append(all, v.Payload)
	}
	files, _ := filepath.Glob(filepath.Join(data, "patt-xss", "*.txt"))
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(b)) {
			if line = strings.TrimSpace(strings.ToValidUTF8(line, "")); line != "" && filepath.Base(f) != "SOURCE.txt" {
				all = append(all, line)
			}
		}
	}
	return all
}
