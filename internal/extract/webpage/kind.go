package webpage

import (
	"net/url"
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// pageKind is what speaks for a page being of some kind. Kinds differ in what is
// their content: a shop's page lists cards, a forum's answers are its text, while
// the comments below an article are not.
type pageKind struct {
	article, product, collection, forum, docs float32
	pathDepth, slugWords                      int
	script                                    int // bytes of scripts
	described                                 map[string]bool
	titled                                    map[string]bool
}

var (
	datedPath     = regexp.MustCompile(`/(?:19|20)\d\d/\d{1,2}(?:/|-|$)`)
	articlePath   = regexp.MustCompile(`/(?:blog|news|article|articles|post|posts|story|stories|magazin|magazine|ratgeber|aktuelles|artikel|guides?|learn)(?:/|$)`)
	productPath   = regexp.MustCompile(`/(?:products?|produkte?|p|dp|item|itm|ip|app|artikel|gp)/|\.p\d+|-p-?\d+`)
	collectPath   = regexp.MustCompile(`/(?:collections?|categor(?:y|ies)|kategorien?|c|cat|shop|store|browse|search|tags?|topics?|archives?|list|best-?sellers?|sale|jobs)(?:/|$)`)
	forumPath     = regexp.MustCompile(`/(?:forums?|threads?|topics?|t|questions?|discussions?|community|d|comments|viewtopic|showthread|boards?)(?:/|\.|-|$)|[?&]t(?:opic)?=\d`)
	docsPath      = regexp.MustCompile(`/(?:docs?|documentation|reference|manual|api|help|support|wiki|handbook|tutorials?|kb)(?:/|$)`)
	typesDeclared = regexp.MustCompile(`"@type"\s*:\s*"(?:https?://schema\.org/)?(\w+)"`)
)

// kindOf reads the signs of a page's kind: its address, what it declares to
// machines and the program that made it.
func kindOf(root *html.Node, address string) pageKind {
	k := pageKind{described: map[string]bool{}, titled: map[string]bool{}}
	if u, err := url.Parse(address); err == nil {
		k.fromAddress(u)
	}
	for n := range root.Descendants() {
		switch {
		case n.Type != html.ElementNode:
		case n.DataAtom == atom.Meta:
			k.fromMeta(strings.ToLower(attr(n, "property")+attr(n, "name")), attr(n, "content"))
		case n.DataAtom == atom.Script && n.FirstChild != nil:
			source := n.FirstChild.Data
			k.script += len(source)
			if strings.Contains(attr(n, "type"), "ld+json") {
				for _, m := range typesDeclared.FindAllStringSubmatch(source[:min(len(source), 100_000)], 50) {
					k.fromType(m[1])
				}
			}
		case n.DataAtom == atom.Title:
			for _, w := range plainWords(rawText(n)) {
				k.titled[w] = true
			}
		case attr(n, "itemtype") != "":
			t := attr(n, "itemtype")
			k.fromType(t[strings.LastIndexByte(t, '/')+1:])
		}
	}
	return k
}

func (k *pageKind) fromAddress(u *url.URL) {
	path := strings.ToLower(u.Path)
	if u.RawQuery != "" {
		path += "?" + strings.ToLower(u.RawQuery)
	}
	k.pathDepth = strings.Count(strings.Trim(u.Path, "/"), "/")
	if strings.Trim(u.Path, "/") != "" {
		k.pathDepth++
		slug := u.Path[strings.LastIndexByte(strings.TrimRight(u.Path, "/"), '/')+1:]
		k.slugWords = strings.Count(slug, "-") + strings.Count(slug, "_") + 1
	}
	host, _, _ := strings.Cut(strings.TrimPrefix(u.Host, "www."), ".")
	for _, sign := range []struct {
		to   *float32
		path *regexp.Regexp
	}{{&k.article, articlePath}, {&k.article, datedPath}, {&k.product, productPath}, {&k.collection, collectPath}, {&k.forum, forumPath}, {&k.docs, docsPath}} {
		if sign.path.MatchString(path) {
			*sign.to++
		}
	}
	switch host {
	case "forum", "forums", "community", "discuss", "discourse", "discussions", "talk":
		k.forum += 2
	case "docs", "doc", "developer", "developers", "help", "support", "wiki", "api", "dev":
		k.docs += 2
	case "blog", "news", "magazin":
		k.article++
	case "shop", "store":
		k.product += 0.5
		k.collection += 0.5
	}
}

func (k *pageKind) fromMeta(name, content string) {
	low := strings.ToLower(content)
	switch name {
	case "og:type", "ogtype":
		switch {
		case low == "article":
			k.article++
		case strings.Contains(low, "product.group"):
			k.collection += 2
		case strings.Contains(low, "product"):
			k.product += 2
		}
	case "article:published_time", "citation_title":
		k.article++
	case "product:price:amount", "og:price:amount":
		k.product += 2
	case "generator":
		for _, g := range []string{"discourse", "phpbb", "vbulletin", "xenforo", "mybb", "nodebb", "smf", "invision", "flarum", "vanilla"} {
			if strings.Contains(low, g) {
				k.forum += 2
			}
		}
		for _, g := range []string{"docusaurus", "sphinx", "mkdocs", "gitbook", "hugo", "vitepress", "antora", "jekyll", "docfx"} {
			if strings.Contains(low, g) {
				k.docs++
			}
		}
	case "description", "og:description", "twitter:description":
		for _, w := range plainWords(content) {
			k.described[w] = true
		}
	}
}

// fromType counts a type of schema.org.
func (k *pageKind) fromType(name string) {
	switch name {
	case "Article", "NewsArticle", "BlogPosting", "Report", "ReportageNewsArticle":
		k.article++
	case "Product", "ProductGroup":
		k.product++
	case "CollectionPage", "ItemList", "OfferCatalog", "SearchResultsPage":
		k.collection += 2
	case "DiscussionForumPosting", "QAPage", "Answer":
		k.forum += 2
	case "TechArticle", "APIReference", "HowTo":
		k.docs++
	}
}

// numbers gives the kind as evidence.
func (k *pageKind) numbers() []float32 {
	return []float32{min(k.article, 4), min(k.product, 4), min(k.collection, 4), min(k.forum, 4), min(k.docs, 4), float32(min(k.pathDepth, 8)), float32(min(k.slugWords, 12))}
}

var plain = strings.NewReplacer("ä", "a", "ö", "o", "ü", "u", "ß", "ss")

// plainWords gives the words of a text in lower case and without umlauts.
func plainWords(s string) []string {
	return strings.FieldsFunc(plain.Replace(strings.ToLower(s)), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// shareOf says how many of the first words a set has, short ones aside.
func shareOf(set map[string]bool, words []string, least int) float32 {
	n, hit := 0, 0
	for _, w := range words {
		if len(w) <= least {
			continue
		}
		if n++; set[w] {
			hit++
		}
		if n >= 40 {
			break
		}
	}
	return ratio(hit, n)
}

// topic is what a heading announces.
type topic int

const (
	topicNone topic = iota
	topicRelated
	topicComments
	topicNews
	topicFollow
	topicAround
	topicText
	topics
)

// topicWords begin or make up headings. They are compared as plainWords.
var topicWords = map[topic][]string{
	topicRelated: {"related", "recommended", "you may", "you might", "more from", "more in", "more on", "more like", "read next", "up next", "similar", "popular", "trending",
		"latest", "recent", "also", "customers who", "people also", "frequently bought", "best sellers", "bestseller", "featured", "top stories", "most read", "most popular", "recently viewed",
		"don t miss", "further reading", "keep reading", "suggested", "other", "see also", "explore", "discover more", "what to read", "whats new", "continue reading", "in this section",
		"ahnliche", "aehnliche", "verwandte", "weitere", "mehr", "das konnte", "das koennte", "auch interessant", "passend", "neueste", "aktuelle", "beliebte", "meistgelesen", "kunden kauften", "kunden die", "kunden haben", "andere kunden", "lesen sie auch", "zuletzt", "empfehl"},
	topicComments: {"comment", "leave a", "add a comment", "join the", "discussion", "reader", "responses", "replies", "reviews", "customer review", "ratings", "write a review", "thoughts on",
		"kommentar", "schreibe", "bewertung", "kundenbewertung", "rezension", "kundenrezension", "diskussion", "antworten"},
	topicNews:   {"newsletter", "subscribe", "sign up", "join our", "get the", "get our", "stay", "stay up to date", "email", "never miss", "anmeld", "abonnier", "jetzt anmelden", "bleiben sie"},
	topicFollow: {"share", "follow", "connect", "contact", "teilen", "folgen", "social", "about the author", "about author", "written by", "uber den autor", "ueber den autor", "author"},
	topicAround: {"menu", "navigation", "categories", "archive", "tags", "search", "filter", "sort", "links", "quick links", "resources", "company", "support", "legal", "information", "customer service", "help",
		"account", "cookie", "privacy", "kategorien", "archiv", "suche", "rechtliches", "unternehmen", "service", "informationen", "table of contents", "contents", "on this page", "inhalt"},
	topicText: {"description", "overview", "details", "features", "specification", "introduction", "about this", "about", "how", "what", "why", "faq", "frequently asked", "conclusion", "summary", "benefits", "product details",
		"beschreibung", "produktbeschreibung", "eigenschaften", "technische", "einleitung", "fazit", "haufige fragen", "leistungen", "angebot", "offnungszeiten", "preise", "uber uns", "wie", "was", "warum"},
}

// topicOf reads a heading.
func topicOf(heading string) topic {
	words := strings.Join(plainWords(heading), " ")
	if words == "" || len(words) > 80 {
		return topicNone
	}
	for t := topicRelated; t < topics; t++ {
		for _, w := range topicWords[t] {
			if strings.HasPrefix(words, w) && (len(words) == len(w) || words[len(w)] == ' ' || len(w) > 5) {
				return t
			}
		}
	}
	return topicNone
}
