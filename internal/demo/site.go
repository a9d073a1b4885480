package demo

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"html"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"time"
)

//go:generate go run ./site/generate

//go:embed site/public
var public embed.FS

// origin stands for the address of the site in the generated files.
const origin = "https://speichenhof.example"

// published is the Last-Modified of every file. A page that the options change
// is told apart by its ETag.
var published = time.Date(2026, time.March, 2, 8, 0, 0, 0, time.UTC)

// moved are old addresses, as every website that has lived for some years has
// them.
var moved = map[string]string{
	"/index.html":    "/de/",
	"/de/zeiten":     "/de/oeffnungszeiten",
	"/de/reparatur":  "/de/werkstatt",
	"/en/open-times": "/en/opening-hours",
}

// Options say what the sample website carries besides its content.
type Options struct {
	// WidgetURL is the origin of a WebChatAgent server, without a slash at the
	// end. Empty: the pages carry no widget.
	WidgetURL string
	// BotID is the public id of the bot that answers in the widget.
	BotID string
	// Color is the accent of the widget as #rrggbb; empty: the widget's own.
	Color string
}

// Site serves the website of the Speichenhof, a fictional bicycle shop: 50
// pages in German under /de/ and English under /en/, a price list in PDF and
// rental terms in DOCX under /downloads/, a sitemap, and a robots.txt that
// closes /intern/. / leads to the visitor's language. Canonical links and the
// sitemap name the host of the request. All pages are UTF-8 but /de/anfahrt,
// which is ISO-8859-1. Only GET and HEAD are answered.
func Site(o Options) http.Handler {
	return site{files: public, widget: widgetTag(o)}
}

type site struct {
	files  fs.FS
	widget []byte // script element for the end of a page, or nil
}

func widgetTag(o Options) []byte {
	if o.WidgetURL == "" {
		return nil
	}
	color := ""
	if o.Color != "" {
		color = ` data-color="` + html.EscapeString(o.Color) + `"`
	}
	return []byte(`<script async src="` + html.EscapeString(o.WidgetURL) + `/widget.js" data-bot="` +
		html.EscapeString(o.BotID) + `"` + color + `></script>` + "\n")
}

func (s site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "This site can only be read.", http.StatusMethodNotAllowed)
		return
	}
	if r.URL.Path == "/" {
		w.Header().Set("Vary", "Accept-Language")
		http.Redirect(w, r, "/"+preferred(r.Header.Get("Accept-Language"))+"/", http.StatusFound)
		return
	}
	if target, ok := moved[r.URL.Path]; ok {
		http.Redirect(w, r, target, http.StatusMovedPermanently)
		return
	}
	name := fileOf(r.URL.Path)
	body, err := fs.ReadFile(s.files, name)
	if err != nil {
		s.notFound(w)
		return
	}
	body = s.complete(r, name, body)
	digest := sha256.Sum256(body)
	w.Header().Set("Content-Type", contentType(name, body))
	w.Header().Set("ETag", `"`+hex.EncodeToString(digest[:12])+`"`)
	w.Header().Set("Cache-Control", "no-cache")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	http.ServeContent(w, r, "", published, bytes.NewReader(body))
}

// complete puts the host of the request and the widget into a file.
func (s site) complete(r *http.Request, name string, body []byte) []byte {
	switch path.Ext(name) {
	case ".html", ".xml", ".txt":
	default:
		return body
	}
	scheme := "http://"
	if r.TLS != nil {
		scheme = "https://"
	}
	host := html.EscapeString(r.Host)
	body = bytes.ReplaceAll(body, []byte(origin), []byte(scheme+host))
	if len(s.widget) > 0 && path.Ext(name) == ".html" {
		body = bytes.Replace(body, []byte("</body>"), append(bytes.Clone(s.widget), "</body>"...), 1)
	}
	return body
}

func (s site) notFound(w http.ResponseWriter) {
	body, err := fs.ReadFile(s.files, fileOf("/nicht-gefunden"))
	if err != nil {
		http.Error(w, "This page does not exist.", http.StatusNotFound)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(http.StatusNotFound)
	_, _ = w.Write(body) // a visitor who has gone needs no answer
}

// fileOf gives the embedded file of an address: /de/ is de/index.html and
// /de/preise is de/preise.html; names with an extension stand for themselves.
func fileOf(address string) string {
	if strings.HasSuffix(address, "/") {
		address += "index"
	}
	if path.Ext(address) == "" {
		address += ".html"
	}
	return "site/public" + path.Clean(address)
}

func contentType(name string, body []byte) string {
	switch path.Ext(name) {
	case ".html":
		if bytes.Contains(body, []byte(`<meta charset="iso-8859-1">`)) {
			return "text/html; charset=iso-8859-1"
		}
		return "text/html; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".svg":
		return "image/svg+xml"
	case ".xml":
		return "application/xml"
	case ".txt":
		return "text/plain; charset=utf-8"
	case ".pdf":
		return "application/pdf"
	case ".docx":
		return "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	}
	return "application/octet-stream"
}

// preferred gives en where a browser names English before German, else de.
func preferred(acceptLanguage string) string {
	for entry := range strings.SplitSeq(strings.ToLower(acceptLanguage), ",") {
		switch language, _, _ := strings.Cut(strings.TrimSpace(entry), "-"); {
		case strings.HasPrefix(language, "de"):
			return "de"
		case strings.HasPrefix(language, "en"):
			return "en"
		}
	}
	return "de"
}
