package conversation

import (
	"net/url"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/retrieve"
)

// openPages are the texts of the bot's pages whose personal data anybody may read: the imprint, how
// to reach the company, who works there.
func openPages(index *retrieve.Index, p bot.Personal) []string {
	names := p.OpenPages
	if names == nil {
		names = bot.OpenPages
	}
	known := map[string]bool{} // by address: passages of a page stand together, but ask only once
	var texts []string
	for i := range index.Len() {
		passage := index.Passage(i)
		open, ok := known[passage.Address]
		if !ok {
			open = opens(passage.Address, names)
			known[passage.Address] = open
		}
		if open {
			texts = append(texts, passage.Text)
		}
	}
	return texts
}

// opens reports whether one of the names is a part of the address's path: "/de/impressum.html".
func opens(address string, names []string) bool {
	u, err := url.Parse(address)
	if err != nil || u.Scheme == "" {
		return false // a file: it was not published by putting it here
	}
	for _, part := range strings.Split(strings.ToLower(u.Path), "/") {
		part, _, _ = strings.Cut(part, ".")
		if slices.Contains(names, part) {
			return true
		}
	}
	return false
}
