package conversation

import (
	"net/url"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/retrieve"
)

// openPages are the texts of the bot's pages whose personal data anybody may read: the imprint, how to reach
// the company, who works there, and the titles of all pages of a website. With them come the names of the
// websites: firms are called after people.
func openPages(index *retrieve.Index, p bot.Personal) (texts, hosts []string) {
	names := p.OpenPages
	if names == nil {
		names = bot.OpenPages
	}
	if len(names) == 0 {
		return nil, nil // the operator wants nothing shown
	}
	known := map[string]bool{} // by address: passages of a page stand together, but ask only once
	for i := range index.Len() {
		passage := index.Passage(i)
		open, ok := known[passage.Address]
		if !ok {
			page := published(passage.Address)
			open = page != nil && opens(page, names)
			known[passage.Address] = open
			if page != nil {
				texts = append(texts, passage.Title)
				if !slices.Contains(hosts, page.Hostname()) && len(hosts) < mostHosts {
					hosts = append(hosts, page.Hostname())
				}
			}
		}
		if open {
			texts = append(texts, passage.Text)
		}
	}
	return texts, hosts
}

// mostHosts is of how many websites the names are looked at.
const mostHosts = 20

// published gives the address of a page of a website, nil for a file: it was not published by putting it
// here.
func published(address string) *url.URL {
	u, err := url.Parse(address)
	if err != nil || u.Scheme == "" || u.Host == "" {
		return nil
	}
	return u
}

// opens reports whether one of the names is a part of the address's path: "/de/impressum.html".
func opens(u *url.URL, names []string) bool {
	for _, part := range strings.Split(strings.ToLower(u.Path), "/") {
		part, _, _ = strings.Cut(part, ".")
		if slices.Contains(names, part) {
			return true
		}
	}
	return false
}
