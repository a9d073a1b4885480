package demo

import (
	"encoding/xml"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
)

type sitemapFile struct {
	URLs []struct {
		Loc string `xml:"loc"`
	} `xml:"url"`
}

// get asks for an address without following redirects.
func get(t *testing.T, address string, header ...string) (*http.Response, string) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i+1 < len(header); i += 2 {
		request.Header.Set(header[i], header[i+1])
	}
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	response, err := client.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response, string(body)
}

func serve(t *testing.T, o Options) string {
	t.Helper()
	server := httptest.NewServer(Site(o))
	t.Cleanup(server.Close)
	return server.URL
}

func TestSiteEveryPageOfTheSitemapIsSoundAndItsLinksLeadSomewhere(t *testing.T) {
	base := serve(t, Options{})
	response, body := get(t, base+"/sitemap.xml")
	if got := response.Header.Get("Content-Type"); got != "application/xml" {
		t.Errorf("sitemap served as %q", got)
	}
	var listed sitemapFile
	if err := xml.Unmarshal([]byte(body), &listed); err != nil {
		t.Fatal(err)
	}
	if len(listed.URLs) != 50 {
		t.Errorf("%d pages in the sitemap, want 50", len(listed.URLs))
	}
	seen := map[string]bool{}
	for _, entry := range listed.URLs {
		seen[entry.Loc] = true
		checkPage(t, base, entry.Loc, seen)
	}
	for _, file := range []string{"/downloads/preisliste-2026.pdf", "/downloads/mietbedingungen.docx"} {
		if !seen[base+file] {
			t.Errorf("no page links to %s", file)
		}
	}
}

func checkPage(t *testing.T, base, address string, seen map[string]bool) {
	t.Helper()
	response, body := get(t, address)
	if response.StatusCode != http.StatusOK {
		t.Errorf("%s: status %d", address, response.StatusCode)
		return
	}
	decoded, err := charset.NewReader(strings.NewReader(body), response.Header.Get("Content-Type"))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := html.Parse(decoded)
	if err != nil {
		t.Fatal(err)
	}
	headings, alternates := 0, 0
	for node := range doc.Descendants() {
		switch node.Data {
		case "h1":
			headings++
		case "link":
			switch attribute(node, "rel") {
			case "canonical":
				if got := attribute(node, "href"); got != address {
					t.Errorf("%s: canonical %s", address, got)
				}
			case "alternate":
				alternates++
			}
		}
		for _, name := range []string{"href", "src"} {
			link := attribute(node, name)
			if link == "" || strings.HasPrefix(link, "#") {
				continue
			}
			checkLink(t, base, address, link, seen)
		}
	}
	if headings != 1 {
		t.Errorf("%s: %d headings of the first level, want 1", address, headings)
	}
	if alternates != 2 {
		t.Errorf("%s: %d languages, want 2", address, alternates)
	}
}

func checkLink(t *testing.T, base, page, link string, seen map[string]bool) {
	t.Helper()
	from, err := url.Parse(page)
	if err != nil {
		t.Fatal(err)
	}
	target, err := from.Parse(link)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(target.String(), base+"/") {
		t.Errorf("%s: loads or links something outside the site: %s", page, link)
		return
	}
	if seen[target.String()] {
		return
	}
	seen[target.String()] = true
	if response, _ := get(t, target.String()); response.StatusCode != http.StatusOK {
		t.Errorf("%s: link to %s: status %d", page, link, response.StatusCode)
	}
}

func attribute(node *html.Node, name string) string {
	for _, a := range node.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func TestSiteHeaders(t *testing.T) {
	base := serve(t, Options{})
	cases := []struct {
		path, contentType, contains string
		status                      int
	}{
		{"/de/", "text/html; charset=utf-8", "Räder, die zu Ihrem Leben passen", 200},
		{"/en/opening-hours", "text/html; charset=utf-8", "on Saturday from 10 am to 4 pm", 200},
		{"/de/anfahrt", "text/html; charset=iso-8859-1", "Am G\xfcterschuppen 7", 200},
		{"/assets/site.css", "text/css; charset=utf-8", ":focus-visible", 200},
		{"/assets/kranich.svg", "image/svg+xml", "<svg", 200},
		{"/robots.txt", "text/plain; charset=utf-8", "Disallow: /intern/\n\nSitemap: " + base + "/sitemap.xml", 200},
		{"/downloads/preisliste-2026.pdf", "application/pdf", "%PDF-", 200},
		{"/downloads/mietbedingungen.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK", 200},
		{"/de/gibt-es-nicht", "text/html; charset=utf-8", "Diese Seite gibt es nicht", 404},
		{"/../../site.go", "text/html; charset=utf-8", "Diese Seite gibt es nicht", 404},
	}
	for _, c := range cases {
		response, body := get(t, base+c.path)
		if response.StatusCode != c.status || response.Header.Get("Content-Type") != c.contentType {
			t.Errorf("%s: %d %s, want %d %s", c.path, response.StatusCode, response.Header.Get("Content-Type"), c.status, c.contentType)
		}
		if !strings.Contains(body, c.contains) {
			t.Errorf("%s: does not contain %q", c.path, c.contains)
		}
		if len(response.Cookies()) > 0 {
			t.Errorf("%s sets a cookie", c.path)
		}
	}
}

func TestSiteAnswersConditionalRequests(t *testing.T) {
	base := serve(t, Options{})
	first, _ := get(t, base+"/de/preise")
	tag, modified := first.Header.Get("ETag"), first.Header.Get("Last-Modified")
	if tag == "" || modified == "" {
		t.Fatalf("ETag %q, Last-Modified %q", tag, modified)
	}
	if again, _ := get(t, base+"/de/preise", "If-None-Match", tag); again.StatusCode != http.StatusNotModified {
		t.Errorf("same ETag: status %d", again.StatusCode)
	}
	if again, _ := get(t, base+"/de/preise", "If-Modified-Since", modified); again.StatusCode != http.StatusNotModified {
		t.Errorf("not modified since: status %d", again.StatusCode)
	}
	if again, _ := get(t, base+"/de/preise", "If-None-Match", `"old"`); again.StatusCode != http.StatusOK {
		t.Errorf("other ETag: status %d", again.StatusCode)
	}
}

func TestSiteLeadsToTheVisitorsLanguageAndFromOldAddresses(t *testing.T) {
	base := serve(t, Options{})
	cases := []struct {
		path, language, target string
		status                 int
	}{
		{"/", "", "/de/", 302},
		{"/", "de-DE,de;q=0.9,en;q=0.8", "/de/", 302},
		{"/", "fr,en-GB;q=0.9,de;q=0.1", "/en/", 302},
		{"/de/zeiten", "", "/de/oeffnungszeiten", 301},
	}
	for _, c := range cases {
		response, _ := get(t, base+c.path, "Accept-Language", c.language)
		if got := response.Header.Get("Location"); got != c.target || response.StatusCode != c.status {
			t.Errorf("%s for %q: %d %s, want %d %s", c.path, c.language, response.StatusCode, got, c.status, c.target)
		}
	}
}

func TestSiteCarriesTheWidgetOnlyWhenAsked(t *testing.T) {
	const tag = `<script async src="http://127.0.0.1:8080/widget.js" data-bot="bot_1"></script>` + "\n</body>"
	_, with := get(t, serve(t, Options{WidgetURL: "http://127.0.0.1:8080", BotID: "bot_1"})+"/de/")
	if !strings.Contains(with, tag) {
		t.Error("the widget is missing at the end of the page")
	}
	_, without := get(t, serve(t, Options{})+"/de/")
	if strings.Contains(without, "<script") {
		t.Error("a script although no widget was asked for")
	}
}

// The demonstration shows that the PDF and the Word file were read, so no page
// may say what they say.
func TestQuestionsOnFilesHaveNoAnswerOnAPage(t *testing.T) {
	base := serve(t, Options{})
	_, body := get(t, base+"/sitemap.xml")
	only := regexp.MustCompile(`(?i)schaltauge|27,90|schlüssel`)
	var listed sitemapFile
	if err := xml.Unmarshal([]byte(body), &listed); err != nil {
		t.Fatal(err)
	}
	for _, entry := range listed.URLs {
		if _, page := get(t, entry.Loc); only.MatchString(page) {
			t.Errorf("%s says %q", entry.Loc, only.FindString(page))
		}
	}
	for _, q := range Questions() {
		if q.ExpectSource == "" {
			continue
		}
		if response, _ := get(t, base+q.ExpectSource); response.StatusCode != http.StatusOK {
			t.Errorf("%s: the source %s answers %d", q.Text, q.ExpectSource, response.StatusCode)
		}
	}
}
