package webpage

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/extract/refusal"
)

const (
	// hardlyWords is below how many readable words a page may be one that scripts fill: an imprint has more.
	hardlyWords = 60
	// ownLetters is from how many letters on the main part of a page is its own: what waits for scripts says less.
	ownLetters = 40
	// muchState is how many bytes of data for scripts are more than a page needs that shows its text by itself.
	muchState = 4000
)

var (
	// mounts are the ids of elements that programs of the kind fill: React, Vue, Angular, Next, Nuxt, Gatsby, Svelte.
	mounts = map[string]bool{
		"root": true, "app": true, "__next": true, "__nuxt": true, "___gatsby": true, "svelte": true, "react-root": true,
		"app-root": true, "reactroot": true, "application": true, "main-app": true, "mount": true, "q-app": true,
	}
	// wantsScripts is what such pages say to readers without scripts.
	wantsScripts = regexp.MustCompile(`(?i)javascript.{0,80}(?:enabl|activ|requir|need|turn|aktivier|einschalt|ben(?:ö|oe)tig|erforder|n(?:ö|oe)tig)|(?:enabl|activ|requir|need|turn|aktivier|ben(?:ö|oe)tig|erforder|schalten).{0,80}javascript`)
)

// leftToScripts says of a page with hardly a text that scripts fill it in the browser, nil where nothing shows that: an
// empty place for what they make, a request to let them run, or much data for them. That data is not read: it tells
// neither what of it a reader sees nor what it belongs to, and may hold what nobody is to see.
func leftToScripts(root *html.Node, hide *hider, blocks []document.Block) *refusal.Error {
	words := 0
	for _, b := range blocks {
		if words += len(strings.Fields(b.Text)); words >= hardlyWords {
			return nil
		}
	}
	runs, waits, hints, own := false, false, false, false
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		runs = runs || isScript(n)
		waits = waits || isMount(n, hide.sizes)
		hints = hints || asksForScripts(n) || isState(n)
		own = own || isMainPart(n) && hide.sizes.of(n) >= ownLetters
	}
	if !runs || own || !waits && (!hints || isHeaded(blocks)) {
		return nil
	}
	return refusal.ByScripts.Because(nil, words)
}

// isMainPart says whether an element is one that a page has for what it is about.
func isMainPart(n *html.Node) bool {
	return n.DataAtom == atom.Main || n.DataAtom == atom.Article || attr(n, "role") == "main"
}

// isHeaded says whether a text stands below a heading of the page: many pages that say what they say without scripts ask for
// them, too, or hold data for them.
func isHeaded(blocks []document.Block) bool {
	for i, b := range blocks[:max(0, len(blocks)-1)] {
		if next := blocks[i+1]; b.Kind == document.KindHeading && b.Level == 1 && next.Kind != document.KindHeading && strings.ContainsRune(next.Text, ' ') {
			return true
		}
	}
	return false
}

// isScript says whether an element is a script that a browser runs.
func isScript(n *html.Node) bool {
	kind := attr(n, "type")
	return n.DataAtom == atom.Script && (kind == "" || kind == "module" || strings.Contains(kind, "javascript")) && (hasAttr(n, "src") || n.FirstChild != nil)
}

// isMount says whether an element is a place for what a script makes, with nothing in it so far.
func isMount(n *html.Node, s sizes) bool {
	named := mounts[strings.ToLower(attr(n, "id"))] || n.Data == "app-root" || n.Data == "ion-app"
	return named && (s.of(n) == 0 || s.of(n) <= longestClutter && loading.MatchString(textOf(n, longestClutter)))
}

// asksForScripts says whether an element is a page's request to readers without scripts to let them run.
func asksForScripts(n *html.Node) bool {
	return n.DataAtom == atom.Noscript && n.Parent != nil && n.Parent.DataAtom == atom.Body && wantsScripts.MatchString(textOf(n, 1000))
}

// isState says whether an element holds much data for scripts.
func isState(n *html.Node) bool {
	return n.DataAtom == atom.Script && attr(n, "type") == "application/json" && n.FirstChild != nil && len(n.FirstChild.Data) >= muchState
}
