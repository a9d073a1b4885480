// Package widget is the visitor's side: the loader that a website includes, and the chat panel
// that it shows in an iframe from our own origin. The sources are TypeScript and CSS below src;
// what is served is built by widget/build, committed in dist and embedded here, so that neither
// building nor running the server needs Node.
package widget

import (
	"embed"
	"encoding/json"
	"fmt"
	"html"
	"slices"
	"strings"
	"sync"
)

//go:generate go run ./build .

//go:embed dist panel.html
var files embed.FS

// Files are the names of the panel's assets. They carry a hash of their content and never
// change it, so they can be cached for ever; the loader has no hash and should be cached for
// minutes only.
type Files struct {
	Script string `json:"script"`
	Style  string `json:"style"`
	Data   string `json:"data"` // loaded by the script when a visitor opens their data
}

// Loader is the script that a website includes as /widget.js.
func Loader() []byte { return read("dist/widget.js") }

// Asset is a file of the panel by its name in Manifest, with its content type.
func Asset(name string) (content []byte, contentType string, ok bool) {
	m := Manifest()
	switch name {
	case m.Script, m.Data:
		return read("dist/" + name), "text/javascript; charset=utf-8", true
	case m.Style:
		return read("dist/" + name), "text/css; charset=utf-8", true
	}
	return nil, "", false
}

// Manifest says how the panel's assets are called in this build.
func Manifest() Files { return manifest() }

var manifest = sync.OnceValue(func() Files {
	var m Files
	if err := json.Unmarshal(read("dist/manifest.json"), &m); err != nil {
		panic(fmt.Sprintf("widget: the embedded manifest: %v", err)) // a broken build, nothing a caller can do
	}
	return m
})

func read(name string) []byte {
	b, err := files.ReadFile(name)
	if err != nil {
		panic(fmt.Sprintf("widget: the embedded %s: %v", name, err)) // a broken build
	}
	return b
}

// Mode is how the panel is shown.
type Mode string

// Frame is the panel inside a website's iframe, Full the hosted page with nothing around it.
const (
	Frame Mode = "frame"
	Full  Mode = "page"
)

// ContentSecurityPolicy is the policy that the panel's page works with; frame-ancestors is added
// by the server, which knows the websites that may embed the bot.
const ContentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'"

// Config is what the panel knows about its bot. Texts are by language ("de", "en"). The panel
// checks every field again and falls back to its own texts where one is empty.
type Config struct {
	Bot         string              `json:"bot"`  // public id
	Name        string              `json:"name"` // shown in the header
	Language    string              `json:"language,omitempty"`
	Languages   []string            `json:"languages,omitempty"`
	Greeting    map[string]string   `json:"greeting,omitempty"`
	Suggestions map[string][]string `json:"suggestions,omitempty"`
	PrivacyURL  string              `json:"privacyURL,omitempty"`
	AINotice    map[string]string   `json:"aiNotice,omitempty"`
	Contact     map[string]string   `json:"contact,omitempty"` // where to turn to when the chat does not work
	Color       string              `json:"color,omitempty"`   // accent as #rrggbb
	EndOnClose  bool                `json:"endOnClose,omitempty"`
	Unstored    bool                `json:"unstored,omitempty"` // the text of the conversation is not stored
	Host        string              `json:"host,omitempty"`     // origin of the website around the iframe, the only one the panel talks to
}

// Page is the panel's HTML page, to be served at /embed/{bot} or /c/{bot}: it finds its assets at
// ../embed/assets/ and the chat's endpoints at ../v1/chat/{bot}, so a path prefix in front of all
// of them does no harm. It has neither inline script nor inline style. Until the script has come, on a slow network, it
// shows the bot's name.
func Page(mode Mode, c Config) ([]byte, error) {
	config, err := json.Marshal(c) // escapes <, > and &, so it cannot end the script element
	if err != nil {
		return nil, fmt.Errorf("writing the panel's configuration: %w", err)
	}
	m := Manifest()
	language := c.Language
	if language == "" {
		language = "de"
	}
	page := strings.NewReplacer(
		"%LANGUAGE%", html.EscapeString(language),
		"%MODE%", html.EscapeString(string(mode)),
		"%NAME%", html.EscapeString(c.Name),
		"%WITHOUT%", without(c),
		"%STYLE%", m.Style,
		"%SCRIPT%", m.Script,
		"%CONFIG%", string(config),
	).Replace(string(read("panel.html")))
	return []byte(page), nil
}

// without is what the page says where scripts are off: that the chat needs them, and how to reach people otherwise.
func without(c Config) string {
	var b strings.Builder
	for _, in := range []struct{ language, needs, otherwise, privacy string }{
		{"de", "Der Chat braucht JavaScript.", "So erreichen Sie uns auch:", "Datenschutzerklärung"},
		{"en", "The chat needs JavaScript.", "Other ways to reach us:", "Privacy policy"},
	} {
		if len(c.Languages) > 0 && !slices.Contains(c.Languages, in.language) {
			continue
		}
		fmt.Fprintf(&b, "<p lang=%q>%s", in.language, in.needs)
		if contact := c.Contact[in.language]; contact != "" {
			fmt.Fprintf(&b, " %s %s", in.otherwise, html.EscapeString(contact))
		}
		if c.PrivacyURL != "" {
			fmt.Fprintf(&b, " <a href=\"%s\">%s</a>", html.EscapeString(c.PrivacyURL), in.privacy)
		}
		b.WriteString("</p>")
	}
	return b.String()
}
