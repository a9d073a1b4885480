package source

import (
	"net/url"
	"path"
	"strings"
)

// Called is how a document is called. One without a title of its own is stored under its address: a file is then called
// by its name, which tells nothing of the folders around it, and a page by its address without what only machines need.
func Called(title, address string) string {
	if title != address {
		return title
	}
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return strings.Map(unturned, path.Base(strings.ReplaceAll(address, `\`, "/")))
	}
	switch name := path.Base(u.Path); strings.ToLower(path.Ext(name)) {
	case "", ".html", ".htm", ".php", ".asp", ".aspx", ".jsp":
		return u.Host + strings.TrimSuffix(u.Path, "/")
	default:
		return strings.Map(unturned, name)
	}
}

// unturned leaves out what turns the direction of writing: a file's name would be shown as another. Extraction leaves it out of
// all that a document says itself.
func unturned(r rune) rune {
	if r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
		return -1
	}
	return r
}
