package source

import (
	"net/url"
	"path"
	"strings"
)

// nameOf is how a document without a title is called: a file by its name, which tells nothing of the folders around it,
// and a page by its address without what only machines need.
func nameOf(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return path.Base(strings.ReplaceAll(address, `\`, "/"))
	}
	switch name := path.Base(u.Path); strings.ToLower(path.Ext(name)) {
	case "", ".html", ".htm", ".php", ".asp", ".aspx", ".jsp":
		return u.Host + strings.TrimSuffix(u.Path, "/")
	default:
		return name
	}
}
