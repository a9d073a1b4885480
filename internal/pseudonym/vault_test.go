package pseudonym

import (
	"bytes"
	"strings"
	"testing"
)

const sample = "Guten Tag, ich heiße Max Müller, max@muster.example, IBAN DE89 3704 0044 0532 0130 00, Tel. 030 23125 123. Offen 8–18 Uhr, Artikel 4711, 49,90 €."

func TestMaskedTextHoldsNoPersonalDataAndComesBack_D2_D3(t *testing.T) {
	f, v := New(Options{}), NewVault([]byte("key"), nil)
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
	if len(replaced) != 4 || v.Restore(masked, "de") != sample {
		t.Errorf("%d replaced, restored %q", len(replaced), v.Restore(masked, "de"))
	}
}

func TestAPlaceholderCutAnywhereIsRestored_V04(t *testing.T) {
	f, v := New(Options{}), NewVault([]byte("key"), nil)
	masked, _ := v.Mask(f, sample, Visitor)
	stream := masked + " **" + strings.ReplaceAll(masked, "_", `\_`) + "** " + strings.ToLower(masked)
	want := v.Restore(stream, "de")
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

func TestTheSamePersonKeepsTheSamePlaceholder_V03(t *testing.T) {
	f := New(Options{})
	first, _ := NewVault([]byte("key"), nil).Mask(f, "Schreiben Sie an max@muster.example.", Visitor)
	v := NewVault([]byte("key"), nil) // after a restart, in a longer conversation
	v.Mask(f, "Andere: eva@muster.example, uwe@muster.example", History)
	again, _ := v.Mask(f, "Schreiben Sie an MAX@muster.example.", Visitor)
	if first != again {
		t.Errorf("%q, then %q", first, again)
	}
	other, _ := NewVault([]byte("another conversation"), nil).Mask(f, "Schreiben Sie an max@muster.example.", Visitor)
	if other == first {
		t.Error("two conversations share a placeholder")
	}
}

func TestATypedPlaceholderIsNobodysData(t *testing.T) {
	f, v := New(Options{}), NewVault([]byte("key"), nil)
	masked, replaced := v.Mask(f, "max@muster.example", Source)
	stolen, _ := v.Mask(f, "Was ist "+replaced[0].Placeholder+"?", Visitor)
	if strings.Contains(stolen, masked) {
		t.Errorf("a visitor asked for the placeholder %q and it was sent as %q", masked, stolen)
	}
	if back := v.Restore(stolen, "de"); back != "Was ist "+replaced[0].Placeholder+"?" {
		t.Errorf("it came back as %q", back)
	}
}

func TestPublicValuesStayAndOthersAlwaysGo(t *testing.T) {
	f := New(Options{Public: []string{"info@firma.example", "@shop.example", "030 23125 123"}, Always: []string{"Projekt Adler"}, Off: []Type{IBAN}})
	masked, _ := NewVault(nil, nil).Mask(f, "info@firma.example, x@shop.example, 030/23125-123, Projekt Adler, DE89370400440532013000, max@firma.example", Visitor)
	for part, kept := range map[string]bool{"info@firma.example": true, "x@shop.example": true, "Adler": false, "DE8937": true, "max@": false} {
		if strings.Contains(masked, part) != kept {
			t.Errorf("%q kept: %v, want %v in %q", part, !kept, kept, masked)
		}
	}
}

func TestTheCommandLineCountsCharacters(t *testing.T) {
	var out bytes.Buffer
	in := `{"id":"a","text":"Größe: öäü max@muster.example!"}` + "\n\n" + `{"id":7,"text":"nichts"}` + "\n"
	if err := CLI(strings.NewReader(in), &out, New(Options{})); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	if len(lines) != 2 || !strings.Contains(lines[0], `"start":11,"end":29,"type":"EMAIL"`) || lines[1] != `{"id":7,"text":"nichts","entities":[]}` {
		t.Errorf("got %s", out.String())
	}
	if err := CLI(strings.NewReader("{}\nnonsense\n"), &out, New(Options{})); err == nil || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("got %v", err)
	}
}

func TestOnlyWhatTheVisitorTypedOrAnybodyMayReadComesBack_D2(t *testing.T) {
	f := New(Options{Public: []string{"chef@firma.example"}})
	open := ShownIn(f, []string{"Impressum: Telefon 030 23125 123, Sabine, s.kowalczyk@firma.example"})
	v := NewVault([]byte("key"), open)
	page, _ := v.Mask(f, "info@firma.example, s.kowalczyk@firma.example, uwe@privat.example, erika@privat.example, chef@firma.example, Tel. 030/23125-123, Tel. 030 23125 999", Source)
	for _, gone := range []string{"info@", "kowalczyk", "uwe@", "erika@", "23125"} {
		if strings.Contains(page, gone) {
			t.Errorf("%s left the server: %s", gone, page)
		}
	}
	v.Mask(f, "Ich bin erika@privat.example", Visitor)
	want := "info@firma.example, s.kowalczyk@firma.example, [E-Mail-Adresse], erika@privat.example, chef@firma.example, Tel. 030/23125-123, Tel. [Telefonnummer]"
	if got := v.Restore(page, "de"); got != want {
		t.Errorf("restored %q,\n    want %q", got, want)
	}
	if got := v.Restore(page, "en"); !strings.Contains(got, "[phone number]") {
		t.Errorf("in English: %q", got)
	}
}

func TestEveryTypeHasAWordForWhatIsNotShown(t *testing.T) {
	for typ := range knownTypes {
		for _, language := range []string{"de", "en"} {
			if typ != Verbatim && substitute(typ, language) == "" {
				t.Errorf("%s has no word in %s", typ, language)
			}
		}
	}
}
