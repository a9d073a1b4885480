package bot

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/problem"
)

func TestOriginsAreStoredAsBrowsersSendThem_W02(t *testing.T) {
	s, err := Settings{Origins: []string{
		"https://a.test", "HTTPS://A.test/", "a.test", "https://a.test:443", "http://b.test:8080", "https://bücher.example", "http://[::1]:80/",
	}}.Checked()
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"https://a.test", "http://b.test:8080", "https://xn--bcher-kva.example", "http://[::1]"}
	if !slices.Equal(s.Origins, want) {
		t.Errorf("got %q, want %q", s.Origins, want)
	}
}

func TestWhatIsNoWebsiteIsNoOrigin(t *testing.T) {
	for _, wrong := range []string{"foo", "https://", "ftp://a.test", "https://a.test/shop", "https://a.test?x", "https://a.test#x", "https://anna@a.test", "*.a.test", "https://*.a.test", "a.test:0", "a.test:80800", "mailto:anna@a.test", "", "a test.de"} {
		if s, err := (Settings{Origins: []string{wrong}}).Checked(); problem.KindOf(err) != problem.Invalid {
			t.Errorf("%q is taken as %q, %v", wrong, s.Origins, err)
		}
	}
	s, err := Settings{Origins: []string{"localhost:3000", "http://intranet", "192.0.2.7", "[::1]:8080"}}.Checked()
	if want := []string{"https://localhost:3000", "http://intranet", "https://192.0.2.7", "https://[::1]:8080"}; err != nil || !slices.Equal(s.Origins, want) {
		t.Errorf("got %q, %v", s.Origins, err)
	}
}

func TestWrongSettingsAreRefusedNotDropped(t *testing.T) {
	hot := 3.0
	for code, s := range map[string]Settings{
		"origin_wrong":        {Origins: []string{"https://a.test", "https://a.test/path"}},
		"language_unknown":    {Languages: []string{"fr"}},
		"color_wrong":         {Color: "red;}"},
		"privacy_url_wrong":   {PrivacyURL: "javascript:alert(1)"},
		"privacy_url_wrong ":  {PrivacyURL: "www.example.de/datenschutz"},
		"privacy_url_wrong  ": {PrivacyURL: "https://anna@example.de/datenschutz"},
		"temperature_wrong":   {Model: Model{Temperature: &hot}},
		"passages_wrong":      {Passages: 99},
		"text_too_long":       {Greeting: map[string]string{"de": strings.Repeat("ä", 1001)}},
		"text_too_long ":      {Notice: map[string]string{"en": strings.Repeat("a", 301)}},
		"text_too_long  ":     {Contact: map[string]string{"de": strings.Repeat("a", 301)}},
		"suggestions_wrong":   {Suggestions: map[string][]string{"de": make([]string, 7)}},
		"suggestions_wrong ":  {Suggestions: map[string][]string{"de": {strings.Repeat("a", 201)}}},
	} {
		_, err := s.Checked()
		var e *problem.Error
		if !errors.As(err, &e) || e.Code != strings.TrimSpace(code) || e.Kind != problem.Invalid {
			t.Errorf("%s: got %v", code, err)
		}
	}
}

func TestTextsMayBeAsLongAsTheChatShowsThem(t *testing.T) {
	note := map[string]string{"de": strings.Repeat("ä", 300)}
	_, err := Settings{Greeting: map[string]string{"de": strings.Repeat("ä", 1000)}, Notice: note, Contact: note, Suggestions: map[string][]string{"de": slices.Repeat([]string{strings.Repeat("ä", 200)}, 6)}}.Checked()
	if err != nil {
		t.Error(err)
	}
}

func TestDefaultModel(t *testing.T) {
	if m := Default("local/qwen3:8b").Model; m.Provider != "local" || m.Name != "qwen3:8b" {
		t.Errorf("got %+v", m)
	}
	s, err := Settings{}.Checked()
	if err != nil || s.Model.Provider != "quote" || len(s.Languages) != 2 {
		t.Errorf("got %+v, %v", s, err)
	}
}

func TestKindsOfPersonalDataAreChecked_D3(t *testing.T) {
	for _, region := range []string{"AT", "at", "GB", "LI", ""} {
		s, err := Settings{Personal: Personal{Off: []string{"plate", "IP"}, Region: region}}.Checked()
		if err != nil || !slices.Equal(s.Personal.Off, []string{"PLATE", "IP"}) || s.Personal.Region != strings.ToUpper(region) {
			t.Errorf("%v, %s, %v", s.Personal.Off, s.Personal.Region, err)
		}
	}
	for _, wrong := range []Personal{{Off: []string{"EMIAL"}}, {Off: []string{"PRIVATE"}}, {Region: "Germany"}, {Region: "XX"}, {Region: "ZZ"}, {Region: "UK"}, {Region: "EU"}, {Region: "49"}} {
		if _, err := (Settings{Personal: wrong}).Checked(); problem.KindOf(err) != problem.Invalid {
			t.Errorf("%+v: %v", wrong, err)
		}
	}
}

// With the domain of a provider of mailboxes in the list of what is public, every visitor's address there would leave.
func TestMailboxesOfAnybodyAreNotPublic_D3(t *testing.T) {
	for value, fine := range map[string]bool{"@gmail.com": false, " @GMX.de": false, "@": false, "@yahoo.co.uk": false, "@outlook.at": false, "@mail.com": false, "@live.shop.example": true, "@shop.example": true, "werkstatt.meier@gmail.com": true, "info@shop.example": true} {
		s := Default("quote")
		s.Personal.Public = []string{"0351 1234567", value}
		if _, err := s.Checked(); (err == nil) != fine {
			t.Errorf("%q: %v", value, err)
		}
	}
}

func TestCheckingLeavesWhatWasGivenAsItIs(t *testing.T) {
	off, pages := []string{"plate"}, []string{"/Impressum/"}
	s, err := Settings{Personal: Personal{Off: off, OpenPages: pages}}.Checked()
	if err != nil || s.Personal.Off[0] != "PLATE" || s.Personal.OpenPages[0] != "impressum" {
		t.Errorf("checked: %+v, %v", s.Personal, err)
	}
	if off[0] != "plate" || pages[0] != "/Impressum/" {
		t.Errorf("the caller's are now %q and %q", off, pages)
	}
	if s, err := (Settings{Personal: Personal{OpenPages: []string{}}}).Checked(); err != nil || s.Personal.OpenPages == nil {
		t.Errorf("that nothing is shown became that the usual is: %v, %v", s.Personal.OpenPages, err)
	}
}

// A list is never null in JSON: that nothing is said of the pages and that none are open stay apart.
func TestOpenPagesAreAListOrUnsaid(t *testing.T) {
	for text, nothing := range map[string]bool{`{"personal":{}}`: true, `{"personal":{"open_pages":null}}`: true, `{"personal":{"open_pages":[]}}`: false} {
		var s, again Settings
		if err := json.Unmarshal([]byte(text), &s); err != nil {
			t.Fatal(err)
		}
		made, err := json.Marshal(s)
		if err != nil || strings.Contains(string(made), `"open_pages":null`) {
			t.Errorf("%s became %s: %v", text, made, err)
		}
		if err := json.Unmarshal(made, &again); err != nil || (again.Personal.OpenPages == nil) != nothing {
			t.Errorf("%s became %s and %v: %v", text, made, again.Personal.OpenPages, err)
		}
	}
}

// Quoting has no models: a name behind it is a mistake, not to be dropped silently.
func TestQuotingHasNoModels(t *testing.T) {
	for _, wrong := range []Model{{Provider: Quote, Name: "x"}, {Provider: "local", Name: "m", Fallbacks: []Choice{{Provider: Quote, Name: "x"}}}} {
		if _, err := (Settings{Model: wrong}).Checked(); problem.KindOf(err) != problem.Invalid {
			t.Errorf("%+v: %v", wrong, err)
		}
	}
	if _, err := (Settings{Model: Model{Provider: "local", Name: "m", Fallbacks: []Choice{{Provider: Quote}}}}).Checked(); err != nil {
		t.Error(err)
	}
}
