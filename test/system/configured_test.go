package system

import (
	"slices"
	"strings"
	"testing"

	llmfake "github.com/webchatagent/wca/test/fake/llm"
)

func TestFlagsBeatEnvironmentBeatsFile(t *testing.T) {
	d := sit(t)
	file := d.write("wca.toml", "listen = \"127.0.0.1:1111\"\nlog_level = \"warn\"\nrate = 7\n")
	d.env = append(d.env, "WCA_LISTEN=127.0.0.1:2222", "WCA_LOG_LEVEL=error")
	out := d.ok("config", "show", "--config", file, "--listen", "127.0.0.1:3333")
	for _, want := range [][2]string{{"127.0.0.1:3333", "flag"}, {"error", "environment"}, {"7", "file"}} {
		found := false
		for line := range strings.Lines(out) {
			found = found || strings.Contains(line, want[0]) && strings.Contains(line, want[1])
		}
		if !found {
			t.Errorf("%s from the %s is not shown:\n%s", want[0], want[1], out)
		}
	}
	d.env = append(d.env, "WCA_PROVIDERS_X_KIND=openai", "WCA_PROVIDERS_X_KEY=sk-secret-1234")
	if out := d.ok("config", "show", "--config", file); strings.Contains(out, "sk-secret") {
		t.Error("a key is shown")
	}
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"config", "show", "--config", "missing.toml"}, "missing.toml"},
		{[]string{"config", "show", "--config", d.write("wrong.toml", "listn = \"x\"\n")}, "listn"},
		{[]string{"serve", "--listen", "nonsense"}, "nonsense"},
	} {
		if code, out, messages := d.run("", c.args...); code == 0 || !strings.Contains(messages, c.says) || out != "" {
			t.Errorf("wca %v: exit %d, out %q, %s", c.args, code, out, messages)
		}
	}
}

func TestAWrongKeyOfAProviderIsNamed_L19(t *testing.T) {
	d := sit(t)
	model := llmfake.New(t, "openai", llmfake.Script{Tokens: []string{"Ja."}})
	d.env = append(d.env, "WCA_PROVIDERS_MINE_KIND=openai", "WCA_PROVIDERS_MINE_BASE_URL="+model.BaseURL(), "WCA_PROVIDERS_MINE_KEY=sk-wrong-key", "WCA_MODEL=mine/m")
	d.ok("bot", "create", "shop")
	d.ok("ingest", "--bot", "shop", d.write("zeiten.md", "# Öffnungszeiten\n\nSamstags ist von 10 bis 16 Uhr geöffnet.\n"))
	code, out, messages := d.run("", "ask", "--bot", "shop", "Wann ist samstags geöffnet?")
	if code != 1 || !strings.Contains(messages, "auth") || strings.Contains(out+messages, "sk-wrong-key") || strings.Count(messages, "\n") != 1 {
		t.Errorf("exit %d, out %q, messages %q", code, out, messages)
	}
}

// A bot whose model's provider is not configured could answer nothing: it is not made, and one whose provider is gone
// says why.
func TestAProviderThatIsNotConfiguredIsNamed(t *testing.T) {
	d := sit(t)
	plain := d.env
	d.env = append(slices.Clone(plain), "WCA_MODEL=nowhere/m")
	if code, out, messages := d.run("", "bot", "create", "shop"); code != 2 || out != "" || !strings.Contains(messages, `The provider "nowhere" is not configured`) {
		t.Errorf("exit %d, out %q, %s", code, out, messages)
	}
	d.env = append(slices.Clone(plain), "WCA_MODEL=mine/m", "WCA_PROVIDERS_MINE_KIND=ollama", "WCA_PROVIDERS_MINE_BASE_URL=http://127.0.0.1:1")
	d.ok("bot", "create", "shop")
	d.ok("ingest", "--bot", "shop", d.write("zeiten.md", "# Öffnungszeiten\n\nSamstags ist von 10 bis 16 Uhr geöffnet.\n"))
	d.env = plain
	if code, out, messages := d.run("", "ask", "--bot", "shop", "Wann ist samstags geöffnet?"); code != 1 || out != "" || !strings.Contains(messages, `The provider "mine" is not configured on this server`) {
		t.Errorf("exit %d, out %q, %s", code, out, messages)
	}
}

// The own service of a provider answers nothing without a key, so none is chosen without one; a server at home may.
func TestAProviderWithoutAKeyIsNamed(t *testing.T) {
	d := sit(t)
	d.ok("bot", "create", "shop")
	d.env = append(d.env, "WCA_PROVIDERS_MINE_KIND=openai")
	for _, args := range [][]string{{"--model", "mine/m"}, {"--embedding", "mine/m"}} {
		if code, _, messages := d.run("", append([]string{"bot", "set"}, args...)...); code != 2 || !strings.Contains(messages, `The provider "mine" has no key on this server: set WCA_PROVIDERS_MINE_KEY`) {
			t.Errorf("wca bot set %v: exit %d, %s", args, code, messages)
		}
	}
	if code, _, messages := d.run("", "config", "show"); code != 0 || !strings.Contains(messages, "WCA_PROVIDERS_MINE_KEY") {
		t.Errorf("wca config show: exit %d, %s", code, messages)
	}
	if code, _, messages := d.run("", "config", "show", "--quiet"); code != 0 || messages != "" {
		t.Errorf("wca config show --quiet: exit %d, %s", code, messages)
	}
	d.env = append(d.env, "WCA_PROVIDERS_MINE_BASE_URL=http://127.0.0.1:1/v1")
	if code, _, messages := d.run("", "bot", "set", "--model", "mine"); code != 2 || !strings.Contains(messages, "write it as mine/MODEL") {
		t.Errorf("without a model: exit %d, %s", code, messages)
	}
	d.ok("bot", "set", "--model", "mine/m")
	d.env = slices.DeleteFunc(d.env, func(v string) bool { return strings.HasPrefix(v, "WCA_PROVIDERS_MINE_BASE_URL") })
	if code, _, messages := d.run("", "bot", "set", "--privacy-url", "https://www.example.de/datenschutz"); code != 0 || !strings.Contains(messages, "has no key") {
		t.Errorf("another setting: exit %d, %s", code, messages)
	}
}

// What serving needs to be right is told by every command.
func TestAWrongProxyIsToldAtOnce(t *testing.T) {
	d := sit(t)
	d.env = append(d.env, "WCA_TRUSTED_PROXIES=proxy.local")
	for _, args := range [][]string{{"config", "show"}, {"bot", "list"}, {"serve"}} {
		if code, _, messages := d.run("", args...); code != 2 || !strings.Contains(messages, `"proxy.local" is neither an address nor a network`) {
			t.Errorf("wca %v: exit %d, %s", args, code, messages)
		}
	}
}
