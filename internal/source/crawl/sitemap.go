package crawl

import (
	"bufio"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"net/http"
	"strings"
)

// Limits on sitemaps: the protocol allows 50 MB and 50,000 addresses a file.
const (
	maxSitemap   = 50 << 20
	maxAddresses = 50_000
	maxSitemaps  = 50
)

// addSitemaps adds the addresses of all sitemaps to the frontier: those that robots.txt names,
// else the usual one. A sitemap that can't be read is no reason to stop. When the limit on pages is
// reached it looks on until it knows whether anything is left out.
func (c *Crawler) addSitemaps(ctx context.Context, f Frontier) error {
	reading, cancel := context.WithTimeout(ctx, mapping)
	defer cancel()
	waiting := c.robots.sitemaps
	if len(waiting) == 0 {
		at := *c.scope.Load().start
		at.Path, at.RawPath, at.RawQuery, at.Fragment = "/sitemap.xml", "", "", ""
		if waiting = []string{at.String()}; !c.robots.allowed(at.String()) {
			waiting = nil
		}
	}
	seen := map[string]bool{}
	for len(waiting) > 0 && len(seen) < maxSitemaps && reading.Err() == nil && (c.total < c.rules.MaxPages || c.left.count.Pages == 0) {
		address := waiting[0]
		waiting = waiting[1:]
		if u, err := c.scope.Load().start.Parse(address); err == nil {
			address = u.String()
		}
		if address = Normalise(address); address == "" || seen[address] {
			continue
		}
		seen[address] = true
		pages, more, err := c.readSitemap(reading, address)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			c.log.Debug("a sitemap can't be read", "error", err)
		}
		waiting = append(waiting, more...)
		if err := c.add(ctx, f, 1, pages); err != nil {
			return err
		}
	}
	return nil
}

func (c *Crawler) readSitemap(ctx context.Context, address string) (pages, sitemaps []string, err error) {
	for range maxRedirects + 1 {
		response, err := c.get(ctx, address, nil)
		if err != nil {
			return nil, nil, err
		}
		if location := response.Header.Get("Location"); response.StatusCode/100 == 3 && location != "" {
			response.Body.Close()
			next, err := response.Request.URL.Parse(location)
			if err != nil {
				return nil, nil, err
			}
			address = next.String()
			continue
		}
		defer response.Body.Close()
		if response.StatusCode != http.StatusOK {
			return nil, nil, errors.New(response.Status)
		}
		return parseSitemap(response.Body)
	}
	return nil, nil, errors.New("too many redirects")
}

// parseSitemap reads a sitemap, a sitemap index, a feed or a list of addresses, packed or not. It
// returns what it could read, also if the rest is broken.
func parseSitemap(r io.Reader) (pages, sitemaps []string, err error) {
	unpacked, err := unzipped(io.LimitReader(r, maxSitemap))
	if err != nil {
		return nil, nil, err
	}
	in := bufio.NewReader(io.LimitReader(unpacked, maxSitemap))
	start, _ := in.Peek(512)
	if !bytes.Contains(start, []byte("<")) {
		return readList(in)
	}
	d := xml.NewDecoder(in)
	d.Strict = false
	d.CharsetReader = func(_ string, input io.Reader) (io.Reader, error) { return input, nil } // addresses are ASCII
	d.Entity = map[string]string{}
	var inSitemap bool
	depth := 0
	for len(pages)+len(sitemaps) < maxAddresses {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return pages, sitemaps, nil
		}
		if err != nil {
			return pages, sitemaps, err
		}
		switch t := token.(type) {
		case xml.EndElement:
			depth--
			if t.Name.Local == "sitemap" {
				inSitemap = false
			}
		case xml.StartElement:
			if depth++; depth > 50 {
				return pages, sitemaps, errors.New("nested too deeply")
			}
			switch t.Name.Local {
			case "sitemap":
				inSitemap = true
			case "loc", "link":
				address, ended, err := locates(d, t)
				if err != nil {
					return pages, sitemaps, err
				}
				if ended {
					depth--
				}
				switch {
				case !strings.HasPrefix(address, "http"):
				case inSitemap:
					sitemaps = append(sitemaps, address)
				default:
					pages = append(pages, address)
				}
			}
		}
	}
	return pages, sitemaps, nil
}

// locates is the address that an element of a sitemap or feed tells: its text or, as in Atom, its href, unless that leads
// to something else than a page. ended says that the element's end was read, too.
func locates(d *xml.Decoder, t xml.StartElement) (address string, ended bool, err error) {
	if strings.Contains(t.Name.Space, "image") || strings.Contains(t.Name.Space, "video") {
		return "", false, nil
	}
	rel := "alternate"
	for _, a := range t.Attr {
		switch a.Name.Local {
		case "href":
			address = a.Value
		case "rel":
			rel = a.Value
		}
	}
	if address != "" {
		if rel != "alternate" {
			address = ""
		}
		return address, false, nil
	}
	next, err := d.Token()
	switch next := next.(type) {
	case xml.CharData:
		address = strings.TrimSpace(string(next))
	case xml.EndElement:
		ended = true
	}
	return address, ended, err
}

func readList(in io.Reader) (pages, _ []string, err error) {
	lines := bufio.NewScanner(in)
	for lines.Scan() && len(pages) < maxAddresses {
		if line := strings.TrimSpace(lines.Text()); strings.HasPrefix(line, "http") {
			pages = append(pages, line)
		}
	}
	return pages, nil, lines.Err()
}
