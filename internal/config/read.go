package config

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// unmarked is a text in UTF-8 of what editors and shells of Windows write, UTF-8 or UTF-16 with a mark at its beginning.
func unmarked(data []byte) ([]byte, error) {
	out, _, err := transform.Bytes(unicode.BOMOverride(transform.Nop), data)
	return out, err
}

// readFile flattens a TOML file to keys with dots.
func readFile(path string) (map[string]string, error) {
	out := map[string]string{}
	if path == "" {
		return out, nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("reading the configuration file: %w", err)
	}
	if data, err = unmarked(data); err != nil {
		return nil, fmt.Errorf("reading the configuration file %s: %w", path, err)
	}
	var tree map[string]any
	if err := toml.Unmarshal(data, &tree); err != nil {
		var at *toml.DecodeError
		if errors.As(err, &at) {
			row, column := at.Position()
			path = fmt.Sprintf("%s (line %d, column %d)", path, row, column)
		}
		return nil, fmt.Errorf("the configuration file %s is not valid TOML: %s", path, strings.TrimPrefix(err.Error(), "toml: "))
	}
	flatten("", tree, out)
	return out, nil
}

func flatten(prefix string, tree map[string]any, out map[string]string) {
	for key, v := range tree {
		switch v := v.(type) {
		case map[string]any:
			if len(v) == 0 { // [providers.ollama] alone says all
				out[prefix+key] = ""
			}
			flatten(prefix+key+".", v, out)
		case []any:
			var parts []string
			for _, item := range v {
				parts = append(parts, fmt.Sprint(item))
			}
			out[prefix+key] = strings.Join(parts, ",")
		default:
			out[prefix+key] = fmt.Sprint(v)
		}
	}
}

// readEnviron picks the WCA_ variables. WCA_KEY_FILE names a file that holds the value of WCA_KEY,
// as container secrets do; files are those, by setting.
func readEnviron(environ []string) (values, files map[string]string, err error) {
	known := map[string]string{}
	for _, s := range settings() {
		known[envName(s.key)] = s.key
	}
	out, files := map[string]string{}, map[string]string{}
	for _, pair := range environ {
		name, value, _ := strings.Cut(pair, "=")
		file := ""
		if !strings.HasPrefix(name, "WCA_") || slices.Contains(notSettings, name) {
			continue
		}
		if known[name] == "" && strings.HasSuffix(name, "_FILE") {
			data, err := os.ReadFile(value)
			if err == nil {
				data, err = unmarked(data)
			}
			if err != nil {
				return nil, nil, fmt.Errorf("%s: %w", name, err)
			}
			file = value
			name, value = strings.TrimSuffix(name, "_FILE"), strings.TrimSpace(string(data))
		}
		key := known[name]
		if provider, ok := strings.CutPrefix(name, "WCA_PROVIDERS_"); ok {
			for _, field := range providerFields {
				if own, ok := strings.CutSuffix(provider, "_"+strings.ToUpper(field)); ok {
					key = "providers." + strings.ToLower(own) + "." + field
				}
			}
		}
		if key == "" {
			key = strings.ToLower(strings.TrimPrefix(name, "WCA_"))
		}
		if out[key] = value; file != "" {
			files[key] = file
		}
	}
	return out, files, nil
}

// notSettings are variables of the same prefix that are no settings: they steer tests and name
// the configuration file and the key of API clients.
var notSettings = []string{"WCA_CONFIG", "WCA_KEY", "WCA_SHARED", "WCA_REQUIRE_BROWSER", "WCA_REQUIRE_POSTGRES", "WCA_EXTRACT_CHILD"}

var providerFields = []string{"base_url", "kind", "key", "region"}

func (c *Config) readProviders(file, env map[string]string, path string) error {
	for _, place := range []struct {
		values map[string]string
		origin string
	}{{file, "file " + path}, {env, "environment"}} {
		for _, key := range slices.Sorted(maps.Keys(place.values)) {
			rest, ok := strings.CutPrefix(key, "providers.")
			if !ok {
				continue
			}
			name, field, ok := strings.Cut(rest, ".")
			if !ok && place.values[key] == "" {
				c.Providers[name] = Provider{}
				continue
			}
			if !ok || !slices.Contains(providerFields, field) {
				return fmt.Errorf("unknown setting %q: a provider has %s", key, strings.Join(providerFields, ", "))
			}
			p, v := c.Providers[name], place.values[key]
			shown := v
			switch field {
			case "kind":
				p.Kind = v
			case "base_url":
				p.BaseURL = v
			case "region":
				p.Region = v
			case "key":
				p.Key, shown = v, lastFour(v)
			}
			c.Providers[name] = p
			c.Values = append(c.Values, Value{Key: key, Value: shown, Origin: place.origin})
		}
	}
	for name, p := range c.Providers {
		if p.Kind == "" {
			p.Kind = name // [providers.openai] needs no kind
		}
		if !slices.Contains([]string{"openai", "compatible", "gemini", "ollama", "anthropic"}, p.Kind) {
			return fmt.Errorf("providers.%s.kind: %q is unknown, use openai, gemini, ollama, anthropic or compatible", name, p.Kind)
		}
		if p.BaseURL != "" && !baseAddress(p.BaseURL) {
			return fmt.Errorf("providers.%s.base_url: %q is not an address like http://127.0.0.1:11434; a key belongs into providers.%[1]s.key", name, hidePassword(p.BaseURL))
		}
		if p.Region == "" && p.near() {
			p.Region = "local"
		}
		c.Providers[name] = p
	}
	return nil
}

func lastFour(secret string) string {
	if len(secret) < 12 {
		return "…"
	}
	return "…" + secret[len(secret)-4:]
}

// passwords are parameters of an address that hold a secret.
var passwords = regexp.MustCompile(`(?i)((?:^|[?&])(?:(?:ssl)?password|(?:api_?)?key|token)=)[^&]*`)

// hidePassword shows a database's address without its passwords, also where it is not written as it should be: all
// between the user's name and the last @ counts as one.
func hidePassword(dsn string) string {
	scheme, rest, ok := strings.Cut(dsn, "://")
	if !ok {
		return dsn // a file
	}
	if at := strings.LastIndex(rest, "@"); at >= 0 {
		if user, _, given := strings.Cut(rest[:at], ":"); given {
			rest = user + ":xxxxx" + rest[at:]
		}
	}
	return scheme + "://" + passwords.ReplaceAllString(rest, "${1}xxxxx")
}

func unknownKey(key, origin string, known map[string]bool) error {
	if best := Meant(key, slices.Sorted(maps.Keys(known))); best != "" {
		return fmt.Errorf("unknown setting %q (%s): did you mean %q?", key, origin, best)
	}
	return fmt.Errorf("unknown setting %q (%s): `wca config example` lists all", key, origin)
}

// Meant is the name that somebody who typed another probably meant: the one with the fewest letters changed, at most
// three and no more than half of them; "" if none is that near.
func Meant(typed string, names []string) (best string) {
	distance := min(4, len(typed)/2+1) // of a short one more than half would be another word
	for _, name := range names {
		if d := levenshtein(typed, name); d < distance {
			best, distance = name, d
		}
	}
	return best
}

func levenshtein(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		diagonal := row[0]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := diagonal
			if a[i-1] != b[j-1] {
				cost++
			}
			diagonal = row[j]
			row[j] = min(row[j]+1, row[j-1]+1, cost)
		}
	}
	return row[len(b)]
}
