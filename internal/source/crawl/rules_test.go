package crawl

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

// shared returns the path of public test material, or skips.
func shared(t *testing.T, name string) string {
	t.Helper()
	root := os.Getenv("WCA_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "..", "..", "shared")
	}
	path := filepath.Join(root, "data", name)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("the public test material %s is not here", name)
	}
	return path
}

func TestRobotsAsOthersReadIt_RFC9309(t *testing.T) {
	data, err := os.ReadFile(shared(t, "robots/google_robots_vectors.json"))
	if err != nil {
		t.Fatal(err)
	}
	var rows []struct {
		Test, Robots, URL string
		UserAgent         string `json:"user_agent"`
		Allowed           bool
	}
	if err := json.Unmarshal(data, &rows); err != nil {
		t.Fatal(err)
	}
	if len(rows) < 100 {
		t.Fatalf("only %d rows", len(rows))
	}
	// RFC 9309, 2.2.2, compares with octets outside ASCII escaped and escaped ASCII unescaped; the
	// vectors test a function whose caller has done so already, or a rule of Google's own.
	beyond := map[int]string{63: "escaping", 65: "escaping", 66: "escaping", 78: "index.html stands for its directory"}
	for i, r := range rows {
		if beyond[i] != "" {
			continue
		}
		if got := parseRobots(r.Robots, r.UserAgent).allowed(r.URL); got != r.Allowed {
			t.Errorf("row %d (%s): %q for %q by\n%s\ngot %v", i, r.Test, r.URL, r.UserAgent, r.Robots, got)
		}
	}
}

func TestSitemapsAndFeedsOfOthers(t *testing.T) {
	for name, least := range map[string]int{"sitemap.xml": 5, "sitemap2.xml": 1, "sitemap.xml.gz": 5, "sitemap-hreflang.xml": 2, "feed1.atom": 2, "feed2.rss": 2} {
		f, err := os.Open(shared(t, "sitemaps-feeds/"+name))
		if err != nil {
			t.Fatal(err)
		}
		pages, sitemaps, err := parseSitemap(f)
		f.Close()
		if err != nil || len(pages)+len(sitemaps) < least {
			t.Errorf("%s: %d pages, %d sitemaps, %v", name, len(pages), len(sitemaps), err)
		}
	}
}

func TestNormalise(t *testing.T) {
	for in, want := range map[string]string{
		"HTTP://Example.TEST:80/a/../b/./c#x":         "http://example.test/b/c",
		"https://a.test":                              "https://a.test/",
		"https://a.test:443/":                         "https://a.test/",
		"https://a.test/x?utm_source=n&id=3&fbclid=z": "https://a.test/x?id=3",
		"https://a.test/x;jsessionid=ABC?y=1":         "https://a.test/x?y=1",
		"https://a.test/x?PHPSESSID=1":                "https://a.test/x",
		"https://a.test//x//":                         "https://a.test/x/",
		"https://a.test/%C3%BCber":                    "https://a.test/%C3%BCber",
		"https://a.test/über":                         "https://a.test/%C3%BCber",
		"mailto:a@b.test":                             "",
		"javascript:alert(1)":                         "",
		"file:///etc/passwd":                          "",
		"https://user:pass@a.test/":                   "",
		"//a.test/x":                                  "",
	} {
		if got := Normalise(in); got != want {
			t.Errorf("%s became %q, want %q", in, got, want)
		}
	}
}
