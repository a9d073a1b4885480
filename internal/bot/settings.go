package bot

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/idna"

	"github.com/webchatagent/wca/internal/problem"
)

// Languages are those the interface speaks.
var Languages = []string{"de", "en"}

// Default settings of a new bot; model is PROVIDER or PROVIDER/MODEL.
func Default(model string) Settings {
	first := ParseChoice(model)
	return Settings{Languages: Languages, Model: Model{Provider: first.Provider, Name: first.Name}, Personal: Personal{Region: "DE"}}
}

var color = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)

// Checked returns the settings in their stored form, or says what is wrong with them. Nothing
// given is dropped silently.
func (s Settings) Checked() (checked Settings, err error) {
	s.Personal.Off, s.Personal.OpenPages = slices.Clone(s.Personal.Off), slices.Clone(s.Personal.OpenPages) // the caller's stay as they are
	if len(s.Languages) == 0 {
		s.Languages = Languages
	}
	for _, l := range s.Languages {
		if err := spoken(l); err != nil {
			return Settings{}, err
		}
	}
	if !slices.Contains([]Check{"", CheckMark, CheckWithhold, CheckOff}, s.Check) {
		return Settings{}, invalid("check_unknown", "The check %q is unknown: use mark, withhold or off.", s.Check)
	}
	if s.Review && s.Check == CheckOff {
		return Settings{}, invalid("review_unchecked", "Answers whose sentences are not checked can't be reviewed: set check to mark or withhold, or review to false.")
	}
	if err := s.Retention.check(); err != nil {
		return Settings{}, err
	}
	if s.Color != "" && !color.MatchString(s.Color) {
		return Settings{}, invalid("color_wrong", "The colour %q is not of the form #1a73e8.", s.Color)
	}
	if s.PrivacyURL = strings.TrimSpace(s.PrivacyURL); s.PrivacyURL != "" && !webAddress(s.PrivacyURL) {
		return Settings{}, invalid("privacy_url_wrong", "The address of the privacy policy %q is not one like https://www.example.de/datenschutz.", s.PrivacyURL)
	}
	if s.Origins, err = origins(s.Origins); err != nil {
		return Settings{}, err
	}
	if err := s.checkTexts(); err != nil {
		return Settings{}, err
	}
	if s.Model.Provider == "" {
		s.Model.Provider = Quote
	}
	if err := s.Model.check(); err != nil {
		return Settings{}, err
	}
	if err := s.Embedding.check(); err != nil {
		return Settings{}, err
	}
	if err := s.Personal.normalise(); err != nil {
		return Settings{}, err
	}
	if s.Passages < 0 || s.Passages > 20 {
		return Settings{}, invalid("passages_wrong", "passages lies between 1 and 20; 0 means the default.")
	}
	return s, nil
}

// spoken says so of a language that the interface does not speak.
func spoken(language string) error {
	if slices.Contains(Languages, language) {
		return nil
	}
	return invalid("language_unknown", "The interface does not speak %q: use de or en.", language)
}

// How many characters a text that visitors read may have, and how many questions are offered: all of it is shown. What stands
// below the field for the question leaves the conversation its room.
const (
	maxGreeting    = 1000
	maxNote        = 300 // of the notice and the contact
	maxSuggestion  = 200
	maxSuggestions = 6
)

func (s Settings) checkTexts() error {
	for _, t := range []struct {
		name  string
		texts map[string]string
		most  int
	}{{"greeting", s.Greeting, maxGreeting}, {"notice", s.Notice, maxNote}, {"contact", s.Contact, maxNote}} {
		for l, text := range t.texts {
			if err := spoken(l); err != nil {
				return err
			}
			if n := utf8.RuneCountInString(text); n > t.most {
				return invalid("text_too_long", "The %s in %s has %d characters, it may have %d.", t.name, l, n, t.most)
			}
		}
	}
	for l, questions := range s.Suggestions {
		if spoken(l) != nil || len(questions) > maxSuggestions {
			return invalid("suggestions_wrong", "Suggested questions are for de and en, at most %d each.", maxSuggestions)
		}
		for _, q := range questions {
			if n := utf8.RuneCountInString(q); n > maxSuggestion {
				return invalid("suggestions_wrong", "A suggested question may have %d characters, one in %s has %d.", maxSuggestion, l, n)
			}
		}
	}
	return nil
}

func (m Model) check() error {
	for _, c := range m.Choices() {
		if c.Provider == Quote && c.Name != "" {
			return invalid("quote_named", "%s quotes without a model, so no name of one follows on it: write %s, or the name of a provider before the /.", Quote, Quote)
		}
	}
	if t := m.Temperature; t != nil && (*t < 0 || *t > 2) {
		return invalid("temperature_wrong", "The temperature lies between 0 and 2.")
	}
	if p := m.TopP; p != nil && (*p <= 0 || *p > 1) {
		return invalid("top_p_wrong", "top_p is above 0 and at most 1.")
	}
	if m.MaxTokens < 0 || m.MaxTokens > 32_000 {
		return invalid("max_tokens_wrong", "max_tokens lies between 1 and 32,000; 0 means the default.")
	}
	if utf8.RuneCountInString(m.Instructions) > 20_000 {
		return invalid("instructions_too_long", "Instructions may have at most 20,000 characters.")
	}
	return nil
}

// invalid is the problem that a setting cannot be what it is given as.
func invalid(code, format string, args ...any) error {
	return problem.New(problem.Invalid, code, format, args...)
}

// Same reports whether both settings say the same, however they are written down.
func (s Settings) Same(o Settings) bool {
	a, failed := json.Marshal(s)
	b, err := json.Marshal(o)
	return failed == nil && err == nil && bytes.Equal(a, b)
}

// maxAddress is how long the address of a page may be, in bytes.
const maxAddress = 2000

func webAddress(v string) bool {
	u, err := url.Parse(v)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Hostname() != "" && u.User == nil && len(v) <= maxAddress
}

// origins brings websites to the form that browsers send, each once.
func origins(given []string) ([]string, error) {
	all := []string{}
	for _, one := range given {
		o, err := origin(one)
		if err != nil {
			return nil, invalid("origin_wrong", "%q is not a website like https://www.example.de: %v.", one, err)
		}
		if !slices.Contains(all, o) {
			all = append(all, o)
		}
	}
	return all, nil
}

// origin brings a website as people write it to the form browsers send in the Origin header.
func origin(given string) (string, error) {
	v := strings.TrimSpace(given)
	whole := strings.Contains(v, "://")
	if !whole {
		v = "https://" + v
	}
	u, err := url.Parse(v)
	switch {
	case err != nil:
		return "", fmt.Errorf("it can't be read as an address")
	case u.Scheme != "https" && u.Scheme != "http":
		return "", fmt.Errorf("it must begin with https:// or http://")
	case u.Hostname() == "":
		return "", fmt.Errorf("the host is missing")
	case strings.Contains(u.Host, "*"):
		return "", fmt.Errorf("each website is named by itself, without *")
	case u.Path != "" && u.Path != "/", u.RawQuery != "", u.Fragment != "", u.User != nil:
		return "", fmt.Errorf("it must be the website without a path")
	}
	host, port := strings.ToLower(u.Hostname()), u.Port()
	if !whole && !strings.Contains(strings.Trim(host, "."), ".") && !strings.Contains(host, ":") && host != "localhost" { // a name of an intranet is written in full
		return "", fmt.Errorf("the name of a website has a dot; write http:// or https:// in front of a name of your own network")
	}
	if n, wrong := strconv.Atoi(port); port != "" && (wrong != nil || n < 1 || n > 65535) {
		return "", fmt.Errorf("a port is a number from 1 to 65535")
	}
	if !strings.Contains(host, ":") { // no IPv6 address
		if host, err = idna.Lookup.ToASCII(host); err != nil {
			return "", fmt.Errorf("the host is not a valid name")
		}
	} else {
		host = "[" + host + "]"
	}
	if port == "" || (u.Scheme == "https" && port == "443") || (u.Scheme == "http" && port == "80") {
		return u.Scheme + "://" + host, nil
	}
	return u.Scheme + "://" + host + ":" + port, nil
}
