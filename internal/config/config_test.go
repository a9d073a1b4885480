package config

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func write(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "wca.toml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestFlagsBeatEnvironmentBeatFileBeatDefaults(t *testing.T) {
	file := write(t, "listen = \"1.1.1.1:1\"\nworkers = 3\nlog_level = \"warn\"\n")
	c, err := Load(Sources{
		File:    file,
		Environ: []string{"WCA_LISTEN=2.2.2.2:2", "WCA_WORKERS=7", "HOME=/x"},
		Flags:   map[string]string{"listen": "3.3.3.3:3"},
	})
	if err != nil {
		t.Fatal(err)
	}
	if c.Listen != "3.3.3.3:3" || c.Workers != 7 || c.LogLevel != "warn" || c.Model != "quote" {
		t.Errorf("got %+v", c)
	}
	origins := map[string]string{}
	for _, v := range c.Values {
		origins[v.Key] = v.Origin
	}
	for key, want := range map[string]string{
		"listen": "flag --listen", "workers": "environment WCA_WORKERS", "log_level": "file " + file, "model": "default",
	} {
		if origins[key] != want {
			t.Errorf("%s comes from %q, want %q", key, origins[key], want)
		}
	}
}

func TestWrongSettingsSayWhatIsWrong(t *testing.T) {
	for name, c := range map[string]struct {
		file string
		env  []string
		want string
	}{
		"unknown key":      {"lisen = \"x\"\n", nil, `wca.toml): did you mean "listen"`},
		"another word":     {"", []string{"WCA_NOPE=2"}, "(environment WCA_NOPE): `wca config example` lists all"},
		"unknown variable": {"", []string{"WCA_WORKRES=2"}, `(environment WCA_WORKRES): did you mean "workers"`},
		"no number":        {"workers = \"many\"\n", nil, "not a number"},
		"no TOML":          {"workers = 3\n= 3", nil, "(line 2, column 1) is not valid TOML"},
		"provider kind":    {"[providers.x]\nkind = \"chatty\"\n", nil, "use openai"},
		"provider address": {"[providers.ollama]\nbase_url = \"localhost:11434\"\n", nil, "is not an address like"},
		"provider field":   {"[providers.openai]\ntoken = \"a\"\n", nil, "a provider has"},
		"database":         {"database = \"postgre://u:p@h/x\"\n", nil, "a database postgre://… is unknown here"},
		"query":            {"public_url = \"https://chat.example/x?y\"\n", nil, "not an address"},
		"proxy's name":     {"trusted_proxies = \"proxy.local\"\n", nil, "neither an address nor a network"},
		"second proxy":     {"trusted_proxies = [\"10.0.0.0/8\", \"10.1\"]\n", nil, `"10.1" is neither`},
		"port alone":       {"listen = 8080\n", nil, "not an address with a port"},
		"port too large":   {"listen = \":80800\"\n", nil, "not an address with a port"},
		"no directory":     {"", []string{"WCA_DATA="}, "the directory is empty"},
		"public url":       {"public_url = \"chat.example\"\n", nil, "not an address"},
	} {
		t.Run(name, func(t *testing.T) {
			s := Sources{Environ: c.env}
			if c.file != "" {
				s.File = write(t, c.file)
			}
			_, err := Load(s)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

// Editors of Windows may begin a file with a mark, and its shell writes UTF-16.
func TestFilesOfWindowsAreRead(t *testing.T) {
	key := filepath.Join(t.TempDir(), "key")
	if err := os.WriteFile(key, []byte("\ufeffsk-1\r\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{"\ufeffworkers = 3\r\n", "\xff\xfew\x00o\x00r\x00k\x00e\x00r\x00s\x00=\x003\x00"} {
		c, err := Load(Sources{File: write(t, file), Environ: []string{"WCA_PROVIDERS_OPENAI_KEY_FILE=" + key}})
		if err != nil || c.Workers != 3 || c.Providers["openai"].Key != "sk-1" {
			t.Errorf("%q: %+v, %v", file, c.Providers, err)
		}
	}
}

func TestProxiesAreAddressesAndNetworks(t *testing.T) {
	c, err := Load(Sources{Environ: []string{"WCA_TRUSTED_PROXIES=10.1.2.3/8, 192.0.2.1 ::ffff:192.0.2.2,2001:db8::1"}})
	if err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(c.Trusted); got != "[10.0.0.0/8 192.0.2.1/32 192.0.2.2/32 2001:db8::1/128]" {
		t.Errorf("got %s", got)
	}
}

// Their own services give no answer without a key; a server that speaks the same may.
func TestProvidersWithoutAKeyAreKnown(t *testing.T) {
	for file, lacks := range map[string]bool{
		"[providers.x]\nkind = \"openai\"\n":                                              true,
		"[providers.x]\nkind = \"openai\"\nbase_url = \"https://eu.api.openai.com/v1\"\n": true,
		"[providers.x]\nkind = \"openai\"\nbase_url = \"http://127.0.0.1:1234/v1\"\n":     false,
		"[providers.x]\nkind = \"openai\"\nbase_url = \"https://notopenai.com/v1\"\n":     false,
		"[providers.x]\nkind = \"openai\"\nkey = \"sk-1\"\n":                              false,
		"[providers.gemini]\n":    true,
		"[providers.anthropic]\n": true,
		"[providers.ollama]\n":    false,
		"[providers.x]\nkind = \"compatible\"\nbase_url = \"https://models.example.com\"\n": false,
	} {
		c, err := Load(Sources{File: write(t, file)})
		if err != nil {
			t.Fatal(err)
		}
		if got := len(c.Keyless()) == 1; got != lacks {
			t.Errorf("%q lacks a key: %v", file, got)
		}
	}
}

func TestSecretsAreNeverShown_Q05(t *testing.T) {
	secret := write(t, "sk-very-secret-1234\n")
	c, err := Load(Sources{
		File:    write(t, "database = \"postgres://u:hunter22@h/db\"\n"),
		Environ: []string{"WCA_PROVIDERS_OPENAI_KEY_FILE=" + secret},
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := c.Providers["openai"].Key; got != "sk-very-secret-1234" {
		t.Errorf("key is %q", got)
	}
	for _, v := range c.Values {
		if strings.Contains(v.Value, "very-secret") || strings.Contains(v.Value, "hunter22") {
			t.Errorf("%s shows a secret: %s", v.Key, v.Value)
		}
	}
}

func TestExampleIsValidAndEmpty(t *testing.T) {
	c, err := Load(Sources{File: write(t, Example())})
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range c.Values {
		if v.Origin != "default" {
			t.Errorf("%s comes from %s", v.Key, v.Origin)
		}
	}
	uncommented := write(t, strings.NewReplacer("# [", "[", "# kind", "kind", "# region", "region", "# base_url", "base_url").Replace(Example()))
	if _, err := Load(Sources{File: uncommented}); err != nil {
		t.Errorf("with the providers switched on: %v", err)
	}
}

func TestTheSecretKeyStaysTheSame(t *testing.T) {
	dir := t.TempDir()
	first, err := Secret(dir)
	if err != nil || len(first) != 32 {
		t.Fatalf("got %d bytes, %v", len(first), err)
	}
	second, err := Secret(dir)
	if err != nil || string(first) != string(second) {
		t.Errorf("got %x then %x, %v", first, second, err)
	}
	if other, err := Secret(t.TempDir()); err != nil || string(other) == string(first) {
		t.Errorf("another instance got %x, too, %v", other, err)
	}
	if info, _ := os.Stat(filepath.Join(dir, "secret.key")); info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v", info.Mode())
	}
	os.WriteFile(filepath.Join(dir, "secret.key"), []byte("short"), 0o600)
	if _, err := Secret(dir); err == nil {
		t.Error("a damaged key was accepted")
	}
}

// The ledger, visitors and /trust are told the same of a provider on this machine or in its network, whether it says where
// it computes or not.
func TestAProviderNearbyNeedSayNoRegion_L2(t *testing.T) {
	for given, want := range map[string]string{
		"kind = \"ollama\"": "local", "kind = \"ollama\"\nbase_url = \"http://localhost:11434\"": "local", "base_url = \"http://10.1.2.3/v1\"\nkind = \"compatible\"": "local",
		"kind = \"ollama\"\nbase_url = \"http://127.0.0.1:11434\"\nregion = \"DE\"": "DE", "kind = \"ollama\"\nbase_url = \"https://gpu.example/\"": "", "kind = \"openai\"": "",
	} {
		c, err := Load(Sources{File: write(t, "[providers.x]\n"+given+"\n")})
		if err != nil {
			t.Fatal(err)
		}
		if got := c.Providers["x"].Region; got != want {
			t.Errorf("%s: region %q, want %q", given, got, want)
		}
	}
}

// The files of a database elsewhere are those beside it that begin with its name, also behind a link, and no folder; where
// names cannot be read they are those that it always has.
func TestTheFilesOfADatabaseElsewhere(t *testing.T) {
	folder, links := t.TempDir(), t.TempDir()
	file, link := filepath.Join(folder, "some.db"), filepath.Join(links, "other.db")
	for _, name := range []string{"some.db", "some.db-wal", "another.db"} {
		if err := os.WriteFile(filepath.Join(folder, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(os.Mkdir(filepath.Join(folder, "some.db-backups"), 0o700), os.Symlink(file, link)); err != nil {
		t.Fatal(err)
	}
	for _, at := range []string{"sqlite:" + file, file, link} {
		if got := (Config{Database: at}).Files(); !slices.Equal(got, []string{file, file + "-wal"}) {
			t.Errorf("%s: %q", at, got)
		}
	}
	gone := filepath.Join(folder, "no such folder", "some.db")
	if got := (Config{Database: gone}).Files(); !slices.Equal(got, []string{gone, gone + "-wal", gone + "-shm"}) {
		t.Errorf("without names: %q", got)
	}
}
