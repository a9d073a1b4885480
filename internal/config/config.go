// Package config reads the settings of the process: flags beat environment beat file beat
// defaults, and every value knows where it came from.
package config

import (
	"fmt"
	"maps"
	"net/netip"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Config is what the process runs with.
type Config struct {
	Data         string         // directory of database, key and caches
	Listen       string         // host:port to listen on
	PublicURL    string         // how visitors reach the server; "" means http://Listen
	Database     string         // DSN; "" means SQLite in Data
	AllowPrivate bool           // crawl private addresses, too
	Model        string         // PROVIDER or PROVIDER/MODEL for new bots
	IndexMemory  int            // MB of search indexes kept in memory
	Workers      int            // jobs at once
	Rate         int            // questions a minute from one address, and as many changes of what is known of the visitor; 0 means no limit
	Trusted      []netip.Prefix // proxies whose X-Forwarded-For is believed
	LogFormat    string         // text or json
	LogLevel     string         // debug, info, warn, error
	Erasures     string         // file that remembers erasures and objections beside the database; "" means in Data
	LogDays      int            // how long the server log is kept; 0 means it is not
	ErasureYears int            // how long receipts of erasures and the journal are kept after the end of their year
	LedgerYears  int            // how long the ledger's entries are kept after the end of their year
	Drain        time.Duration  // how long a stop waits for open answers
	Providers    map[string]Provider
	SecretFile   string   // the configuration file, if a key or a password stands in it
	KeyFiles     []string // those that hold one key or password each, as WCA_DATABASE_FILE names one
	Values       []Value  // all of the above with their origins, for `wca config show`
}

// Provider is a configured source of language models.
type Provider struct {
	Kind    string // openai, compatible, gemini, ollama, anthropic
	BaseURL string
	Key     string
	Region  string // where it computes, for the ledger: "EU", "US" …; "local" is this machine or its network, also where nothing else is said
}

// LacksKey reports whether a request to the provider must fail because it has no key: its own service gives no
// answer without one, a server of somebody else's that speaks the same may.
func (p Provider) LacksKey() bool {
	service, known := map[string]string{"openai": "openai.com", "gemini": "googleapis.com", "anthropic": "anthropic.com"}[p.Kind]
	if !known || p.Key != "" {
		return false
	}
	u, err := url.Parse(p.BaseURL)
	return p.BaseURL == "" || err == nil && strings.HasSuffix("."+u.Hostname(), "."+service)
}

// near reports whether the provider's address is this machine's or one of a private network, so that nobody need say where it
// computes.
func (p Provider) near() bool {
	if p.BaseURL == "" {
		return p.Kind == "ollama" // asked on this machine then
	}
	u, err := url.Parse(p.BaseURL)
	if err != nil {
		return false
	}
	if host := u.Hostname(); host == "localhost" || strings.HasSuffix(host, ".localhost") {
		return true
	}
	a, err := netip.ParseAddr(u.Hostname())
	return err == nil && (a.IsLoopback() || a.IsPrivate() || a.IsLinkLocalUnicast())
}

// KeyName is the environment variable of a provider's key.
func KeyName(provider string) string { return envName("providers." + provider + ".key") }

// Keyless lists the providers that lack a key.
func (c Config) Keyless() []string {
	var names []string
	for name, p := range c.Providers {
		if p.LacksKey() {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// Value is one setting with its origin.
type Value struct {
	Key    string `json:"key"`
	Value  string `json:"value"` // secrets are shown as their last four characters
	Origin string `json:"origin"`
}

// Sources are the places settings come from. Nil or empty ones are skipped.
type Sources struct {
	Flags   map[string]string // by key
	Environ []string          // as os.Environ
	File    string            // path of a TOML file; it must exist if named
}

type setting struct {
	key, fallback, doc string
	set                func(c *Config, v string) error
}

func settings() []setting {
	return []setting{
		{"data", "wca-data", "Directory of the database, the secret key and caches.", func(c *Config, v string) error { return setDirectory(&c.Data, v) }},
		{"listen", "127.0.0.1:8080", "Address to listen on.", func(c *Config, v string) error { return setListen(&c.Listen, v) }},
		{"public_url", "", "How visitors reach the server, such as https://chat.example.com; websites that are read are told it, too.", setPublicURL},
		{"database", "", "postgres://… for PostgreSQL; empty for SQLite in the data directory.", setDatabase},
		{"allow_private", "false", "Read sources at private and loopback addresses, too (intranets).", func(c *Config, v string) error { return setBool(&c.AllowPrivate, v) }},
		{"model", "quote", "Model of new bots as PROVIDER or PROVIDER/MODEL; \"quote\" is built in and needs no key.", func(c *Config, v string) error { c.Model = v; return nil }},
		{"index_memory", "256", "Megabytes of memory for search indexes.", func(c *Config, v string) error { return setInt(&c.IndexMemory, v, 8, 1<<20) }},
		{"workers", "4", "Jobs worked on at once.", func(c *Config, v string) error { return setInt(&c.Workers, v, 1, 256) }},
		{"rate", "30", "Questions a minute from one visitor's address, and as many changes to their wishes and contact data; 0 means no limit.", func(c *Config, v string) error { return setInt(&c.Rate, v, 0, 1_000_000) }},
		{"trusted_proxies", "", "Comma-separated addresses or networks whose X-Forwarded-For is believed.", func(c *Config, v string) error { return setNetworks(&c.Trusted, v) }},
		{"log_format", "text", "text or json.", func(c *Config, v string) error { return setOneOf(&c.LogFormat, v, "text", "json") }},
		{"log_level", "info", "debug, info, warn or error.", func(c *Config, v string) error { return setOneOf(&c.LogLevel, v, "debug", "info", "warn", "error") }},
		{"erasures", "", "File that remembers erasures and what visitors objected to, so that both hold again after an older backup was restored; empty for erasures.jsonl in the data directory. Keep it out of what you restore; servers that share a database should share it, too.", func(c *Config, v string) error { c.Erasures = v; return nil }},
		{"log_days", "14", "Days that the server log (DATA/logs) is kept, with anonymised addresses; 0 switches it off.", func(c *Config, v string) error { return setInt(&c.LogDays, v, 0, 3650) }},
		{"erasure_years", "3", "Years that receipts of erasures, and what the journal of them says, are kept after the end of the year of the erasure. What an even older backup brings back is not erased again.", func(c *Config, v string) error { return setInt(&c.ErasureYears, v, 0, 30) }},
		{"ledger_years", "3", "Years that the ledger keeps its entries (what left the server, to whom, why and how much) after the end of the year in which it left; each bot says for how many days it keeps the bytes.", func(c *Config, v string) error { return setInt(&c.LedgerYears, v, 0, 30) }},
		{"drain", "15s", "How long a stop waits for answers being written.", func(c *Config, v string) error { return setDuration(&c.Drain, v) }},
	}
}

// Load reads all sources. Unknown keys are errors that suggest the nearest known one.
func Load(s Sources) (Config, error) {
	c := Config{Providers: map[string]Provider{}}
	file, err := readFile(s.File)
	if err != nil {
		return c, err
	}
	env, files, err := readEnviron(s.Environ)
	if err != nil {
		return c, err
	}
	for _, key := range slices.Sorted(maps.Keys(files)) {
		if secret(key, env[key]) {
			c.KeyFiles = append(c.KeyFiles, files[key])
		}
	}
	known := map[string]bool{}
	for _, one := range settings() {
		known[one.key] = true
		v := Value{Key: one.key, Value: one.fallback, Origin: "default"}
		for _, place := range []struct {
			values map[string]string
			origin string
		}{{file, "file " + s.File}, {env, "environment " + envName(one.key)}, {s.Flags, "flag --" + strings.ReplaceAll(one.key, "_", "-")}} {
			if given, ok := place.values[one.key]; ok {
				v.Value, v.Origin = given, place.origin
			}
		}
		if err := one.set(&c, v.Value); err != nil {
			return c, fmt.Errorf("%s (%s): %w", one.key, v.Origin, err)
		}
		if one.key == "database" {
			v.Value = hidePassword(v.Value)
		}
		c.Values = append(c.Values, v)
	}
	if err := c.readProviders(file, env, s.File); err != nil {
		return c, err
	}
	for _, key := range slices.Sorted(maps.Keys(file)) {
		if !known[key] && !strings.HasPrefix(key, "providers.") {
			return c, unknownKey(key, "file "+s.File, known)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(env)) {
		if !known[key] && !strings.HasPrefix(key, "providers.") {
			return c, unknownKey(key, "environment "+envName(key), known)
		}
	}
	if slices.ContainsFunc(slices.Collect(maps.Keys(file)), func(key string) bool { return secret(key, file[key]) }) {
		c.SecretFile = s.File
	}
	if c.Data, err = filepath.Abs(c.Data); err != nil {
		return c, fmt.Errorf("data: %w", err)
	}
	return c, nil
}

// secret reports whether a setting is one, or has one in it.
func secret(key, value string) bool {
	return strings.HasPrefix(key, "providers.") && strings.HasSuffix(key, ".key") || key == "database" && hidePassword(value) != value
}

// URL is how visitors reach the server, without a slash at the end.
func (c Config) URL() string {
	if c.PublicURL != "" {
		return c.PublicURL
	}
	listen := c.Listen
	if strings.HasPrefix(listen, ":") {
		listen = "127.0.0.1" + listen
	}
	return "http://" + listen
}

// DSN names the database to open.
func (c Config) DSN() string {
	if c.Database != "" {
		return c.Database
	}
	return "sqlite:" + filepath.Join(c.Data, "wca.db")
}

// File is the file of the database, "" for PostgreSQL.
func (c Config) File() string {
	dsn := c.DSN()
	if strings.HasPrefix(dsn, "postgres://") || strings.HasPrefix(dsn, "postgresql://") {
		return ""
	}
	return strings.TrimPrefix(dsn, "sqlite:")
}

// Files are the database and what lies beside it, such as its log: files whose names begin with its. Of a folder whose names
// this user may not read they are those that the database always has.
func (c Config) Files() []string {
	file := c.File()
	if file == "" {
		return nil
	}
	if at, err := filepath.EvalSymlinks(file); err == nil { // the log lies beside what a link leads to
		file = at
	}
	entries, err := os.ReadDir(filepath.Dir(file))
	if err != nil {
		return []string{file, file + "-wal", file + "-shm"}
	}
	var files []string
	for _, e := range entries {
		if e.Type().IsRegular() && strings.HasPrefix(e.Name(), filepath.Base(file)) {
			files = append(files, filepath.Join(filepath.Dir(file), e.Name()))
		}
	}
	return files
}

// envName is the environment variable of a key.
func envName(key string) string {
	return "WCA_" + strings.ToUpper(strings.ReplaceAll(key, ".", "_"))
}

// Example is a commented configuration file with every key and its default.
func Example() string {
	var b strings.Builder
	b.WriteString("# Configuration of WebChatAgent. Flags and environment variables (WCA_KEY) beat this file.\n\n")
	for _, s := range settings() {
		fmt.Fprintf(&b, "# %s\n", s.doc)
		switch {
		case s.fallback == "true" || s.fallback == "false" || isNumber(s.fallback):
			fmt.Fprintf(&b, "# %s = %s\n\n", s.key, s.fallback)
		default:
			fmt.Fprintf(&b, "# %s = %q\n\n", s.key, s.fallback)
		}
	}
	b.WriteString(`# Language models. The name is yours; kind is openai, gemini, ollama, anthropic or compatible
# (any server that speaks OpenAI's chat completions). Put keys into the environment or a file:
# WCA_PROVIDERS_MYOPENAI_KEY or WCA_PROVIDERS_MYOPENAI_KEY_FILE.
#
# [providers.myopenai]
# kind = "openai"
# region = "EU"
# base_url = "https://eu.api.openai.com/v1"
#
# [providers.local]
# kind = "ollama"
# base_url = "http://127.0.0.1:11434"
`)
	return b.String()
}
