package system

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/bot"
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
	d.ok("bot", "set", "--model", "mine/m", "--instructions", "Sei kurz.\nSei freundlich.", "--check", "withhold", "--origin", "www.example.de", "--origin", "http://localhost:3000",
		"--privacy-url", "https://www.example.de/datenschutz", "--retention", "30", "--retention-mode", "anonymise", "--ledger-days", "7",
		"--personal-off", "PLATE", "--personal-public", "info@example.de", "--personal-always", "Projekt Falke", "--personal-open-pages", "team", "--personal-region", "AT")
	for _, args := range [][]string{{"bot", "show"}, {"bot", "show", "shop"}, {"bot", "show", "--bot", id}} {
		out := d.ok(args...)
		for _, shown := range []string{
			id, "version 2", "mine/m", "Sei freundlich.", "withhold", "https://www.example.de, http://localhost:3000", "https://www.example.de/datenschutz",
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
