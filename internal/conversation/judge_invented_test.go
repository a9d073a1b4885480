package conversation

import (
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/retrieve"
	"github.com/webchatagent/wca/internal/verify"
)

// reachable is a firm with addresses, numbers and a price, which answers change a little.
func reachable(mode bot.Check) *judge {
	index := retrieve.Build([]passage.Passage{
		{Address: "https://www.radwerk.example/kontakt", Title: "Kontakt", Language: "de", Text: "Sie erreichen uns unter 0661 555 7710 oder per E-Mail an laden@radwerk.example. Mehr dazu steht auf www.radwerk.example/termine. Die Werkstatt von Käthe Möller hat die Adresse möller-räder.de und käthe@radwerk.example. Eine Inspektion kostet 59 €."},
	}, retrieve.Options{})
	return newJudge(index, retrieve.Results{Hits: []retrieve.Result{index.Hit(0)}}, verify.Said{}, "de", mode)
}

// written is what a judge gives of an answer that comes in pieces of some bytes, after each.
func written(j *judge, answer string, size int) []string {
	var out strings.Builder
	var all []string
	for at := 0; at < len(answer); at += size {
		out.WriteString(j.write(answer[at:min(len(answer), at+size)]))
		all = append(all, out.String())
	}
	out.WriteString(j.close())
	return append(all, out.String())
}

// TestNothingInventedReachesAVisitorUnmarked_C3 writes addresses and numbers that no source has in all ways that are shown
// as one. The first word is what must not be shown before its mark.
func TestNothingInventedReachesAVisitorUnmarked_C3(t *testing.T) {
	for _, way := range []string{
		// Links.
		"rad-pfusch Mehr dazu steht auf https://rad-pfusch.example/termine.",
		"rad-pfusch Mehr dazu steht auf HTTPS://RAD-PFUSCH.example/termine.",
		"termine2 Mehr dazu steht auf www.radwerk.example/termine2.",
		"termine? Mehr dazu steht auf https://www.radwerk.example/termine?x=1.",
		"rad-pfusch Mehr dazu steht auf rad-pfusch.example.",
		"rad-pfusch Mehr dazu steht auf rad-pfusch.ru.",
		"rad-pfusch Mehr dazu steht auf rad-pfusch.services.",
		"rad-pfusch Mehr dazu steht auf RAD-PFUSCH.COM.",
		"rad-pfusch Mehr dazu steht auf rad-pfusch.com/termine.",
		"rad-pfusch Mehr dazu steht auf radwerk.example.rad-pfusch.com.",
		"rad-pfusch Mehr dazu steht auf https://www.radwerk.example@rad-pfusch.com/termine.",
		"radwerk.com Mehr dazu steht auf www.radwerk.com.",
		"rad-pfusch Mehr dazu steht auf **rad-pfusch.com**.",
		"rad-pfusch Mehr dazu steht auf `rad-pfusch.com`.",
		"rad-pfusch Mehr dazu steht auf ``https://rad-pfusch.com``.",
		"rad-pfusch Mehr dazu steht auf <https://rad-pfusch.com/a>.",
		"rad-pfusch Mehr dazu steht auf [unserer Seite](https://rad-pfusch.com/a).",
		"rad-pfusch Mehr dazu steht auf [unserer Seite](<https://rad-pfusch.com/a>).",
		"rad-pfusch Mehr dazu steht auf [unserer Seite]( https://rad-pfusch.com/a \"Termine\").",
		"rad-pfusch Mehr dazu steht auf [unserer Seite](//rad-pfusch.com/a).",
		"rad-pfusch Mehr dazu steht auf [unserer Seite](rad-pfusch).",
		"pfusch Mehr dazu steht auf [unserer Seite](/pfusch/termine).",
		"pfusch Mehr dazu steht auf [unserer Seite](javascript:pfusch()).",
		"rad-pfusch Mehr dazu steht auf [www.radwerk.example/termine](https://rad-pfusch.com).",
		"rad-pfusch Mehr dazu steht auf [rad-pfusch.com](https://www.radwerk.example/termine).",
		"rad-pfusch Mehr dazu steht auf [unserer\nSeite](https://rad-pfusch.com).",
		"rad-pfusch Mehr dazu steht auf [unserer Seite](\nhttps://rad-pfusch.com).",
		"rad-pfusch Mehr dazu steht auf [unserer Seite][a].\n\n[a]: https://rad-pfusch.com",
		"rad-pfusch Mehr dazu steht auf [unserer Seite][1].\n\n[1]: https://rad-pfusch.com \"Termine\"",
		"rad-pfusch Mehr dazu steht auf [unserer Seite].\n\n[unserer Seite]: <rad-pfusch.com>",
		"rad-pfusch ![Räder](https://rad-pfusch.com/a.png)",
		"rad-pfusch Mehr dazu steht auf <a href=\"https://rad-pfusch.com\">unserer Seite</a>.",
		"rad-pfusch Mehr dazu steht auf <a href=//rad-pfusch.com>unserer Seite</a>.",
		"rad-pfusch <img src=rad-pfusch.com/a.png>",
		"rad-pfusch ## rad-pfusch.com",
		"rad-pfusch - rad-pfusch.com",
		"rad-pfusch > Mehr dazu steht auf rad-pfusch.com.",
		"rad-pfusch | Seite | Adresse |\n|---|---|\n| Termine | rad-pfusch.com |",
		"rad-pfusch ```\ncurl https://rad-pfusch.com\n```",
		"rad-pfusch Mehr dazu steht auf ftp://rad-pfusch.com/termine.",
		`pfusch Mehr dazu steht auf rad\-pfusch\.com.`,
		`pfusch Mehr dazu steht auf [unserer Seite](https:\/\/rad-pfusch\.com).`,
		"pfusch Mehr dazu steht auf rad-pfusch**.**com.",
		"pfusch Mehr dazu steht auf rad-pfusch&#46;com.",
		"pfusch Mehr dazu steht auf rad-pfusch(.)com.",
		"pfusch Mehr dazu steht auf rad-pfusch[.]com.",
		"com Mehr dazu steht auf rad-pfusch (dot) com.",
		"pfusch Mehr dazu steht auf rad-pfusch\u200b.com.",
		"pfusch Mehr dazu steht auf rad-pfusch\u2024com.",
		"pfusch Mehr dazu steht auf rad-pfusch\uff0ecom.",
		"r\u0430dwerk Mehr dazu steht auf www.r\u0430dwerk.example/termine.",           // Cyrillic a
		"rаdwеrk Mehr dazu steht auf rаdwеrk.example.",                                 // Cyrillic a and e
		"radwerk.exаmple Mehr dazu steht auf radwerk.exаmple.",                         // Cyrillic a
		"xn--rdwerk Mehr dazu steht auf xn--rdwerk-3fg.example.",                       // punycode
		"müller-räder Die Werkstatt von Käthe Möller hat die Adresse müller-räder.de.", // "ller-r"
		"molller-räder Die Werkstatt von Käthe Möller hat die Adresse molller-räder.de.",
		"пфуш Mehr dazu steht auf пфуш.рф.",
		// Mail addresses.
		"termin@ Schreiben Sie an termin@radwerk.example.",
		"radwerk.com Schreiben Sie an laden@radwerk.com.",
		"radwerk.example.com Schreiben Sie an laden@radwerk.example.com.",
		"mail.radwerk Schreiben Sie an laden@mail.radwerk.example.",
		"2@ Schreiben Sie an laden2@radwerk.example.",
		"günthe Schreiben Sie an günthe@radwerk.example.",
		"termin Schreiben Sie an [uns](mailto:termin@radwerk.example).",
		"termin Schreiben Sie an [uns](mailto:termin@radwerk.example?subject=Termin).",
		"termin Schreiben Sie an <termin@radwerk.example>.",
		"termin Schreiben Sie an <mailto:termin@radwerk.example>.",
		"termin Schreiben Sie an `termin@radwerk.example`.",
		"termin@ Schreiben Sie an **termin@**radwerk.example.",
		"radwerk Schreiben Sie an termin (at) radwerk.example.",
		"termin Schreiben Sie an termin[at]radwerk.example.",
		"termin Schreiben Sie an termin(ät)radwerk.example.",
		"radwerk Schreiben Sie an termin [at] radwerk [dot] example.",
		"example Schreiben Sie an termin at radwerk dot example.",
		`termin Schreiben Sie an termin\@radwerk.example.`,
		"termin Schreiben Sie an termin&#64;radwerk.example.",
		"termin Schreiben Sie an termin\uff20radwerk.example.",
		"radwerk Schreiben Sie an termin @ radwerk.example.",
		// Telephone numbers.
		"7701 Sie erreichen uns unter 0661 555 7701.",
		"7701 Sie erreichen uns unter 0661/5557701.",
		"7701 Sie erreichen uns unter 0661-555-7701.",
		"7701 Sie erreichen uns unter 0661.555.7701.",
		"7701 Sie erreichen uns unter +49 661 555 7701.",
		"7701 Sie erreichen uns unter +49 (0) 661 555 7701.",
		"7701 Sie erreichen uns unter (0661) 555 77 01 oder 5557701.",
		"7701 Sie erreichen uns unter [dieser Nummer](tel:+496615557701).",
		"7701 Sie erreichen uns unter <tel:+496615557701>.",
		"7701 Sie erreichen uns unter tel:06615557701.",
		"0662 Sie erreichen uns unter 0662 555 7710.",
		"557710 Sie erreichen uns unter 0661 557710.",
		"**01** Sie erreichen uns unter 0661 555 77**01**.",
		"7701 Sie erreichen uns unter 0661 555\u200b7701.",
		"7701 Sie erreichen uns unter 0661\u00a0555\u00a07701.",
		"7701 Sie erreichen uns unter 0661–555–7701.",
		"\uff17\uff10\uff11 Sie erreichen uns unter 0661 555 \uff17\uff17\uff10\uff11.",
		"\uff10\uff16\uff16\uff12 Sie erreichen uns unter \uff10\uff16\uff16\uff12\uff15\uff15\uff15\uff17\uff17\uff10\uff11.",
		"116117 Sie erreichen uns unter 116117.",
		"555-0199 Sie erreichen uns unter 1-800-555-0199.",
		"0170 Sie erreichen uns unter `0170 1234567`.",
		"0170 | Werkstatt | 0170 1234567 |",
		// Prices.
		"69 Eine Inspektion kostet 69 €.",
		"69 Eine Inspektion kostet **69**€.",
		"69 Eine Inspektion kostet `69 €`.",
		"69 Eine Inspektion kostet EUR 69,00.",
		"69 Eine Inspektion kostet 69,– Euro.",
		"\uff16\uff19 Eine Inspektion kostet \uff16\uff19 €.",
		"&#54;&#57; Eine Inspektion kostet &#54;&#57; €.",
		"neunundsechzig Eine Inspektion kostet neunundsechzig Euro.",
		`\69 Eine Inspektion kostet 5\69 €.`,
		"5**9**0 Eine Inspektion kostet 5**9**0 €.",
		"5\u200b9\u200b0 Eine Inspektion kostet 5\u200b9\u200b0 €.",
		"59.000 Eine Inspektion kostet 59.000 €.",
		"5,9 Eine Inspektion kostet 5,9 €.",
		"Cent Eine Inspektion kostet 59 Cent.",
		"- Inspektion: **69 €**",
		"| Inspektion | 69 € |",
		"### Inspektion: 69 €",
	} {
		invented, answer, _ := strings.Cut(way, " ")
		if strings.ContainsAny(invented, "-|#") && len(invented) <= 3 {
			invented, answer = "69", way
		}
		for _, size := range []int{1, 2, 3, 7, 1000} {
			mark := strings.ToLower(strings.TrimSpace(unbacked.De))
			all := written(reachable(bot.CheckMark), answer, size)
			for _, so := range all {
				if _, behind, shown := strings.Cut(strings.ToLower(so), strings.ToLower(invented)); shown && !strings.Contains(behind, mark) {
					t.Errorf("pieces of %d of %q: unmarked: %q", size, answer, so)
					break
				}
			}
			if so := strings.ToLower(all[len(all)-1]); !strings.Contains(so, mark) {
				t.Errorf("pieces of %d of %q: nothing is marked: %q", size, answer, so)
			}
			all = written(reachable(bot.CheckWithhold), answer, size)
			if so := all[len(all)-1]; strings.Contains(strings.ToLower(so), strings.ToLower(invented)) {
				t.Errorf("pieces of %d of %q: not withheld: %q", size, answer, so)
			}
			if t.Failed() && size == 1 {
				break
			}
		}
	}
}

// TestWhatTheSourcesHaveMayBeWrittenInAnyWay_C3 writes the firm's own addresses and numbers.
func TestWhatTheSourcesHaveMayBeWrittenInAnyWay_C3(t *testing.T) {
	for _, answer := range []string{
		"Mehr dazu steht auf https://www.radwerk.example/termine.",
		"Mehr dazu steht auf https://radwerk.example/termine/.",
		"Mehr dazu steht auf `www.radwerk.example/termine`.",
		"Mehr dazu steht auf **www.radwerk.example/termine**.",
		"Mehr dazu steht auf [unserer Seite](https://www.radwerk.example/termine).",
		"Mehr dazu steht auf [unserer Seite](<https://www.radwerk.example/termine> \"Termine\").",
		"Mehr dazu steht auf <https://www.radwerk.example/kontakt>.",
		"Mehr dazu steht auf WWW.Radwerk.example.",
		`Mehr dazu steht auf www.radwerk\.example/termine.`,
		"Die Werkstatt von Käthe Möller hat die Adresse https://möller-räder.de.",
		"Schreiben Sie an laden@radwerk.example.",
		"Schreiben Sie an **laden@radwerk.example**!",
		"Schreiben Sie an [laden@radwerk.example](mailto:laden@radwerk.example).",
		"Schreiben Sie an <laden@radwerk.example>.",
		"Schreiben Sie an laden(at)radwerk.example.",
		"Schreiben Sie an käthe@radwerk.example.",
		"Sie erreichen uns unter 0661/5557710.",
		"Sie erreichen uns unter 0661.555.7710.",
		"Sie erreichen uns unter 0661–5557710.",
		"Sie erreichen uns unter +49 661 5557710.",
		"Sie erreichen uns unter [0661 555 7710](tel:+496615557710).",
		"Sie erreichen uns unter **0661** 555 7710.",
		"Eine Inspektion kostet **59** €.",
		"Eine Inspektion kostet 59,00 Euro.",
		"Eine Inspektion kostet `59 €`.",
	} {
		if all := written(reachable(bot.CheckMark), answer, 3); strings.Contains(all[len(all)-1], strings.TrimSpace(unbacked.De)) {
			t.Errorf("marked: %q", all[len(all)-1])
		}
	}
}
