package webpage_test

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/extract"
	"github.com/webchatagent/wca/internal/extract/refusal"
)

// shape is a page of one thing over and over.
type shape struct {
	name         string
	begin, every string // %d is its number
	end          string
}

var shapes = []shape{
	{"paragraphs", "", "<p>Wort %d", ""},
	{"boxes", "<div>", `<div class="box"><div>Ding %d</div><div>12 Uhr</div></div>`, "</div>"},
	{"boxes with prices", "<div>", `<div class="box"><a href="/%d"><h3>Rad</h3></a><div>99 €</div><a href="/cart">In den Warenkorb</a></div>`, "</div>"},
	{"boxes of many classes", "<div>", `<div class="a%dx">Ding</div>`, "</div>"},
	{"spans", "<p>", `<span class="a">%d</span><span class="b">x</span>`, ""},
	{"lines", "<p>", `Wort %d<br>`, ""},
	{"rules", strings.Repeat("<i></i>", 2000), `<a href="/%d">Wort</a><hr>`, ""},
	{"links", "<p>", `<a href="/%d">Wort</a> `, ""},
	{"a link around boxes", `<a href="/">`, `<div>Wort %d</div>`, "</a>"},
	{"headings", "", "<h2>Kapitel %d</h2><p>Text.</p>", ""},
	{"first headings", "<title>" + strings.Repeat("Kapitel und ", 2000) + "</title>", "<h1>Kapitel %d</h1>", ""},
	{"headings in sections", "", "<section id=s%d><div><h2>Kapitel</h2></div><p>Text.</section>", ""},
	{"accordions of details", "", "<details><summary>Frage %d?</summary><p>Antwort.</p></details>", ""},
	{"accordions of buttons", "", `<button aria-expanded="false">Wie lautet die Frage %d?</button><p>Antwort.</p>`, ""},
	{"terms", "<dl>", "<dt>Wort %d<dd>" + strings.Repeat("lang ", 60), "</dl>"},
	{"short terms", "<dl>", "<dt>Wort %d<dd>Sinn", "</dl>"},
	{"terms without meanings", "<dl>", "<dt>Wort %d", "</dl>"},
	{"meanings", "<dl><dt>Wort", "<dd>Sinn %d", "</dl>"},
	{"items", "<ul>", "<li>Ding %d", "</ul>"},
	{"items of two", "<ul>", "<li><b>Ding %d</b><p>Sinn</p></li>", "</ul>"},
	{"one item", "<ul><li>", "<p>Ding %d</p>", "</ul>"},
	{"tables", "", "<table><tr><th>a<th>b<tr><td>%d<td>c</table>", ""},
	{"tables in tables", "", strings.Repeat("<table><tr><td>a<td>", 20) + "%d" + strings.Repeat("</table>", 20), ""},
	{"rows", "<table>", "<tr><td>%d<td>b", "</table>"},
	{"rows in bodies", "<table>", "<tbody><tr><td>%d<td>b</tbody>", "</table>"},
	{"rows of a hidden body", "<table><tbody hidden class=panel>", "<tr><td>%d<td>b", "</table>"},
	{"spans of cells", "<table>", "<tr>" + strings.Repeat("<td rowspan=200 colspan=2>%[1]d", 100), "</table>"},
	{"header rows", "<table><thead>", "<tr><th>%d<th>b", "</thead></table>"},
	{"tables of boxes", "", `<div role=table><div role=row><div role=cell>%d</div><div role=cell>b</div></div></div>`, ""},
	{"rows of boxes", "<div role=table>", `<div role=row><div role=cell>%d</div><div role=cell>b</div></div>`, "</div>"},
	{"code", "<div>", "<pre>x := %d</pre>", ""},
	{"words", "<p>", "Wort %d ", ""},
	{"deep boxes", "", strings.Repeat("<div><div></div>", 200) + "Wort %d" + strings.Repeat("</div>", 200), ""},
	{"deep lists", "", strings.Repeat("<ul><li>Ding", 100) + "%d" + strings.Repeat("</ul>", 100), ""},
	{"empty boxes", "Wort", "<div></div><!--%d-->", ""},
	{"empty boxes deep down", strings.Repeat("<div><div></div>", 400) + "Wort", "<i></i>", ""},
	{"boxes deep down", strings.Repeat("<div><div></div>", 400), "<div>Wort %d</div>", ""},
	{"menus without links", strings.Repeat("<div class=menu>", 400), "<div class=menu>Wort %d</div>", ""},
	{"hidden forms behind questions", "", "<p>Was?</p><div hidden><div><form>Wort %d</form></div></div>", ""},
	{"links deep down", strings.Repeat("<div><div></div>", 400), `<a href="/%d">Wort</a>, `, ""},
	{"hidden boxes", "", "<div hidden>Wort %d</div>", ""},
	{"hidden boxes in hidden boxes", strings.Repeat("<div hidden>", 400), "<p>Wort %d", ""},
	{"choices", "<form action=/cart>", "<label>Ding</label><select name=option[%d]><option>S<option>M</select>", "</form>"},
	{"choices of many", "<form action=/cart><label>Ding</label><select name=option[]>", "<option>%d", "</select></form>"},
	{"forms", "", "<form hidden><input type=password></form>Wort %d", ""},
	{"passwords deep down", strings.Repeat("<div hidden>", 400), "<input type=password>%d", ""},
	{"for readers without scripts", strings.Repeat("<noscript>", 400), "<p>Wort %d", ""},
	{"formatting that nobody ends", unended(400), "<p>Wort %d", ""},
	{"formatting that somebody ends", "", "<b><p>Wort %d</b>", ""},
	{"attributes of the body", "", "<body a%d=b>", "Wort"},
	{"attributes", "<div", " a%d=b", ">Wort</div>"},
	{"attributes above", "<div " + attributes(20000) + ">", "<pre>Wort %d</pre><div hidden>x</div>", "</div>"},
	{"names above", "<div class='" + strings.Repeat("accord ", 20000) + "'>", "<pre>Wort %d</pre><div hidden class=panel>x</div><div hidden>y</div><h2>z</h2>", "</div>"},
	{"styles", "", "<style>.a%d { display: none }</style>", "Wort"},
	{"rules of a style", "<style>", ".a%d { display: none }\n", "</style>Wort"},
	{"items of microdata", "", "<div itemscope><b itemprop=telephone>+49 %d</b></div>", ""},
	{"microdata in microdata", strings.Repeat("<div itemscope itemprop=a>", 400), "<b itemprop=b>Wort %d</b>", ""},
	{"properties in properties", "<div itemscope>" + strings.Repeat("<div itemprop=a>", 400), "<b itemprop=b>Wort %d</b>", ""},
	{"things", "<script type='application/ld+json'>[1", `,{"telephone":"%d","email":"Wort"}`, "]</script><p>Wort " + strings.Repeat("wort ", 10000)},
	{"products", "<script type='application/ld+json'>[1", `,{"@type":"Product","name":"Rad %d","offers":{"price":"9"}}`, "]</script><p>Wort " + strings.Repeat("wort ", 10000)},
	{"questions", "<script type='application/ld+json'>{\"@type\":\"FAQPage\",\"mainEntity\":[1", `,{"name":"Rad %d?","acceptedAnswer":{"text":"Antwort %[1]d"}}`, "]}</script><p>Wort " + strings.Repeat("wort ", 10000)},
	{"scripts", "", "<script type='application/ld+json'>{\"@type\":\"Product\",\"name\":\"%d\"}</script>", "Wort"},
	{"prices", "<p>", "%d,00 EUR ", ""},
	{"telephones", "", "<p>0%d 123456", ""},
	{"tags never closed", "", "<", "Wort"},
	{"nested deeper than may be", strings.Repeat("<div>", 600), "<p>Wort %d", ""},
}

func attributes(n int) string {
	var out strings.Builder
	for i := range n {
		fmt.Fprintf(&out, "a%d ", i)
	}
	return out.String()
}

func unended(n int) string {
	var out strings.Builder
	for i := range n {
		fmt.Fprintf(&out, "<b id=b%d>", i)
	}
	return out.String()
}

// page is a page of a shape whose repeated part has a length in bytes.
func (s shape) page(length int) []byte {
	var out strings.Builder
	out.WriteString(s.begin)
	for i := 0; out.Len() < len(s.begin)+length; i++ {
		if strings.Contains(s.every, "%") {
			fmt.Fprintf(&out, s.every, i)
		} else {
			out.WriteString(s.every)
		}
	}
	return []byte(out.String() + s.end)
}

// cost is what reading a page takes of the processor, other threads and the collection of garbage aside, and of memory.
func cost(t *testing.T, e *extract.Extractor, page []byte) (time.Duration, uint64) {
	t.Helper()
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	runtime.GC()
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	began := processorTime(t)
	_, err := e.Extract(context.Background(), extract.Input{URL: "https://a.example/", ContentType: "text/html", Body: page})
	took := processorTime(t) - began
	runtime.ReadMemStats(&after)
	if refused := (*refusal.Error)(nil); err != nil && !errors.As(err, &refused) {
		t.Fatal(err)
	}
	return took, after.TotalAlloc - before.TotalAlloc
}

func processorTime(t *testing.T) time.Duration {
	t.Helper()
	const ofThread = 1 // RUSAGE_THREAD
	var u syscall.Rusage
	if err := syscall.Getrusage(ofThread, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// A page four times as long takes four times as much: what grows with the square would take sixteen times as much.
func TestPagesTakeTimeByTheirLength(t *testing.T) {
	if testing.Short() {
		t.Skip("half a minute")
	}
	const length, times, most = 300_000, 4, 6
	e := extract.New(extract.Options{})
	cost(t, e, []byte("<p>Wort")) // what is made once
	for _, s := range shapes {
		t.Run(s.name, func(t *testing.T) {
			short, long := s.page(length), s.page(times*length)
			took, tookLong := time.Hour, time.Hour
			for range 5 { // the processor's caches and other programs have a say, too
				now, memory := cost(t, e, short)
				nowLong, memoryLong := cost(t, e, long)
				took, tookLong = min(took, now), min(tookLong, nowLong)
				if memoryLong > most*memory+1<<20 {
					t.Fatalf("%d bytes of memory, and of %d times as much page %d", memory, times, memoryLong)
				}
				if tookLong <= most*took+20*time.Millisecond {
					return
				}
			}
			t.Fatalf("%v, and of %d times as much page %v", took, times, tookLong)
		})
	}
}

// The largest pages of a few parts of their own, or of one said over and over, take at most four times as much as one of as many
// paragraphs, on whatever machine.
func TestLargePagesAreReadInTime(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	const length, times, most = 2 << 20, 2, 4
	e := extract.New(extract.Options{})
	least := func(page []byte) time.Duration {
		took := time.Hour
		for range times { // other programs have a say, too
			now, _ := cost(t, e, page)
			took = min(took, now)
		}
		return took
	}
	named := map[string][]byte{"one paragraph": []byte(strings.Repeat("<p>Ein Absatz mit einigen Wörtern, wie er auf Seiten steht.</p>", length/64))}
	for _, s := range shapes {
		switch s.name {
		case "paragraphs", "boxes with prices", "rows", "tables in tables", "formatting that nobody ends", "empty boxes deep down", "hidden boxes in hidden boxes":
			named[s.name] = s.page(length)
		}
	}
	usual := least(named["paragraphs"])
	for name, page := range named {
		if took := least(page); took > most*usual {
			t.Errorf("%s: %v, where paragraphs take %v", name, took, usual)
		}
	}
	if len(named) != 8 {
		t.Errorf("only %d shapes are known by their names", len(named))
	}
}
