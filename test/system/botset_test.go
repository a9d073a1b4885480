package system

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/test/postgres"
)

func TestSettingsThatChangeNothingMakeNoVersion(t *testing.T) {
	d := sit(t)
	d.ok("bot", "create", "shop")
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"--origin", "https://shop.example"}, "Version 2"},
		{[]string{"--origin", "HTTPS://shop.example/"}, "Nothing changed: version 2"},
		{[]string{"--model", "quote", "--personal-region", "de", "--embedding", "none"}, "Nothing changed: version 2"},
		{[]string{"--personal-off", "PLATE"}, "Version 3"},
		{[]string{"--personal-off", "plate"}, "Nothing changed: version 3"},
		{[]string{"--personal-off", ""}, "Version 4"},
		{[]string{"--privacy-url", "https://www.example.de/datenschutz"}, "Version 5"},
		{[]string{"--privacy-url", ""}, "Version 6"},
	} {
		if code, _, messages := d.run("", append([]string{"bot", "set", "--bot", "shop"}, c.args...)...); code != 0 || !strings.Contains(messages, c.says) {
			t.Errorf("wca bot set %v: exit %d, %s", c.args, code, messages)
		}
	}
}

func TestEverythingThatIsSetForABotIsShown(t *testing.T) {
	d := sit(t)
	d.env = append(d.env, "WCA_PROVIDERS_MINE_KIND=openai", "WCA_PROVIDERS_MINE_KEY=sk-very-secret-1234")
	id := strings.TrimSpace(d.ok("bot", "create", "shop"))
	d.ok("bot", "set", "--model", "mine/m", "--instructions", "Sei kurz.\nSei freundlich.", "--check", "withhold", "--review", "--origin", "www.example.de", "--origin", "http://localhost:3000",
		"--privacy-url", "https://www.example.de/datenschutz", "--retention", "30", "--retention-mode", "anonymise", "--ledger-days", "7",
		"--personal-off", "PLATE", "--personal-public", "info@example.de", "--personal-always", "Projekt Falke", "--personal-open-pages", "team", "--personal-region", "AT")
	for _, args := range [][]string{{"bot", "show"}, {"bot", "show", "shop"}, {"bot", "show", "--bot", id}} {
		out := d.ok(args...)
		for _, shown := range []string{
			id, "version 2", "mine/m", "Sei freundlich.", "withhold", "review", "https://www.example.de, http://localhost:3000", "https://www.example.de/datenschutz",
			"30 days", "anonymise", "ledger-days", "PLATE", "info@example.de", "Projekt Falke", "team", "AT",
		} {
			if !strings.Contains(out, shown) {
				t.Errorf("wca %v lacks %q:\n%s", args, shown, out)
			}
		}
		if strings.Contains(out, "secret") {
			t.Errorf("a secret is shown: %s", out)
		}
	}
	var shown struct {
		PublicID string `json:"public_id"`
		Version  int
		Settings bot.Settings
	}
	if out := d.ok("bot", "show", "--json"); json.Unmarshal([]byte(out), &shown) != nil || shown.PublicID != id || shown.Version != 2 || shown.Settings.Model.Name != "m" || strings.Contains(out, "secret") {
		t.Errorf("as JSON: %s", out)
	}
	if out := d.ok("bot", "list", "--json"); !strings.Contains(out, `"public_id":"`+id+`"`) || strings.Contains(out, "settings") {
		t.Errorf("the list as JSON: %s", out)
	}
}

// What the chat looks like and which model comes in can be set without the API, a text for each language by itself.
func TestTheChatAndTheFallbacksAreSetAtTheCommandLine(t *testing.T) {
	for _, database := range []string{"", postgres.New(t)} {
		d := sit(t)
		d.env = append(d.env, "WCA_PROVIDERS_MINE_KIND=openai", "WCA_PROVIDERS_MINE_KEY=sk-1")
		if database != "" {
			d.env = append(d.env, "WCA_DATABASE="+database)
		}
		d.ok("bot", "create", "shop")
		set := []string{"bot", "set", "--bot", "shop"}
		d.ok(append(set, "--greeting", "de=Moin, was gibt es?", "--greeting", "en=Hello = hi", "--contact", "de=Telefon 0511 123456", "--notice", "en=A machine answers.",
			"--suggestion", "de=Wann ist offen?", "--suggestion", "de=Was kostet das, und wie lange?", "--suggestion", "en=When?", "--color", "#1A73e8", "--languages", "en,de",
			"--end-on-close", "--model", "mine/m", "--fallback", "mine/n", "--fallback", "quote", "--temperature", "0", "--top-p", "0.9", "--max-tokens", "300", "--passages", "4")...)
		settings := func() (s bot.Settings) {
			t.Helper()
			var shown struct{ Settings bot.Settings }
			must(t, json.Unmarshal([]byte(d.ok("bot", "show", "shop", "--json")), &shown))
			return shown.Settings
		}
		s := settings()
		if s.Greeting["de"] != "Moin, was gibt es?" || s.Greeting["en"] != "Hello = hi" || s.Contact["de"] != "Telefon 0511 123456" || s.Notice["en"] != "A machine answers." || s.Color != "#1A73e8" ||
			strings.Join(s.Languages, " ") != "en de" || !s.EndOnClose || len(s.Suggestions["de"]) != 2 || s.Suggestions["de"][1] != "Was kostet das, und wie lange?" || s.Suggestions["en"][0] != "When?" ||
			len(s.Model.Fallbacks) != 2 || s.Model.Fallbacks[0] != (bot.Choice{Provider: "mine", Name: "n"}) || *s.Model.Temperature != 0 || *s.Model.TopP != 0.9 || s.Model.MaxTokens != 300 || s.Passages != 4 {
			t.Errorf("set is %+v", s)
		}
		if out := d.ok("bot", "show", "shop"); !strings.Contains(out, "Moin") || !strings.Contains(out, "fallback") || !strings.Contains(out, "mine/n") || !strings.Contains(out, "end-on-close") {
			t.Errorf("shown: %s", out)
		}
		d.ok(append(set, "--greeting", "en=", "--suggestion", "de=Nur eine?", "--fallback", "", "--temperature", "", "--color", "", "--end-on-close=false")...)
		s = settings()
		if s.Greeting["de"] == "" || s.Greeting["en"] != "" || len(s.Suggestions["de"]) != 1 || len(s.Suggestions["en"]) != 1 || len(s.Model.Fallbacks) != 0 || s.Model.Temperature != nil || s.Color != "" || s.EndOnClose {
			t.Errorf("then it is %+v", s)
		}
		for _, wrong := range []struct{ flag, value, says string }{
			{"--greeting", "Moin", `--greeting is de=TEXT or en=TEXT, not "Moin"`},
			{"--contact", "fr=Bonjour", `--contact is de=TEXT or en=TEXT, not "fr=Bonjour"`},
			{"--suggestion", "=Wann?", "--suggestion is de=TEXT or en=TEXT"},
			{"--color", "blue", "of the form #1a73e8"},
			{"--languages", "de,fr", `does not speak "fr"`},
			{"--fallback", "/m", "--fallback is PROVIDER/MODEL"},
			{"--fallback", "gone/m", `"gone" is not configured`},
			{"--temperature", "warm", `--temperature is a number such as 0.5, not "warm"`},
			{"--temperature", "3", "between 0 and 2"},
			{"--passages", "50", "between 1 and 20"},
			{"--ledger-days", "9999", "The bytes that went to a model are kept between 0 days"},
		} {
			if code, _, messages := d.run("", append(set, wrong.flag, wrong.value)...); code != 2 || !strings.Contains(messages, wrong.says) {
				t.Errorf("%s %q: exit %d, %s", wrong.flag, wrong.value, code, messages)
			}
		}
		if code, _, messages := d.run("", append(set, "--greeting", "de=Moin, was gibt es?")...); code != 0 || !strings.Contains(messages, "Nothing changed") {
			t.Errorf("the same again: exit %d, %s", code, messages)
		}
	}
}
