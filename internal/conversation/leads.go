package conversation

import (
	"html"
	"net/url"
	"regexp"
	"strings"
	"unicode"
)

// leads lets what a model writes lead only to where a text leads that the model may have it from. A page may tell it to
// write down what a visitor said behind an address of its own, and whatever shows the answer asks for that: a click, a
// picture or the preview of a messenger is enough. So of a link that nobody gave its words are left, of a bare address
// its host; a picture is never more than a link.
type leads struct {
	given   func() string // the texts that may be led to, asked for where there is a link
	known   string
	held    string // what may become a link
	before  string // of what was given: the end that an address may go on from
	written strings.Builder
}

// maxLead is how much waits for the end of a link, in bytes.
const maxLead = 4096

var (
	// leading is what an address begins with that browsers and messengers ask for.
	leading = regexp.MustCompile(`(?i)^(?:[a-z][a-z0-9+.-]+:(?://|\\\\)|https?:[/\\]|(?://|\\\\)(?:[a-z0-9-]+\.)+[a-z]{2,}|www\.[a-z0-9]|mailto:[^?]+\?|(?:[a-z0-9-]+\.)+[a-z]{2,}(?::[0-9]+)?(?:/[^?#]*)?[?#])`)
	// mayLead is what may still become one.
	mayLead = regexp.MustCompile(`(?i)[:/\\.@&]|^(?:h|ht|htt|https?|w|ww|www|m|ma|mai|mail|mailto)$`)
	host    = regexp.MustCompile(`(?i)^(?:[a-z][a-z0-9+.-]*:)?[/\\]*(?:[^/\\?#]*@)?(?:www\.)?([^/\\?#]*)`)
	marked  = regexp.MustCompile(`(?:\[[0-9]+\])+[^\pL\pN]*$`)
	// nowhere is how an address begins, told of by itself: "beginnt mit https://".
	nowhere = regexp.MustCompile(`(?i)^[a-z][a-z0-9+.-]+:[/\\]*["'“”„‘’*_)\].,;:!?]*$`)
	// file is the name of a file, which is no host: "index.html#kontakt".
	file = regexp.MustCompile(`(?i)^[a-z0-9.-]+\.(?:html?|php|aspx?|jsp|js|json|xml|css|pdf|docx?|xlsx?|txt)[?#]`)
	// mark is the number of a source.
	mark = regexp.MustCompile(`^[0-9]+$`)
)

// runEnds are behind what no address goes on.
const runEnds = " \t\r\n<>\"`|"

func (l *leads) write(piece string) string {
	if l == nil {
		return piece
	}
	return l.take(l.held+piece, false)
}

func (l *leads) close() string {
	if l == nil {
		return ""
	}
	return l.take(l.held, true)
}

func (l *leads) text() string { return strings.TrimRight(l.written.String(), " \n") }

func (l *leads) take(text string, last bool) (out string) {
	out, l.held = l.safe(l.before, text, last)
	l.before += out
	l.before = l.before[max(hostStart(l.before)-1, len(l.before)-maxLead, 0):]
	l.written.WriteString(out)
	return out
}

// hostStart is where the part of a text begins that may be of the name of a host.
func hostStart(text string) int {
	for i := len(text); i > 0; i-- {
		if !ofHost(text[i-1]) {
			return i
		}
	}
	return 0
}

// safe is a text without links that nobody gave, and what of it must wait for more; before is what it goes on from.
func (l *leads) safe(before, text string, last bool) (out, held string) {
	var b strings.Builder
	end, sign := -1, -1 // of the part without spaces that i is in: its end, and the last sign in it that only addresses have
	for i := 0; i < len(text); {
		waits := !last && len(text)-i < maxLead
		switch text[i] {
		case '!':
			if i+1 == len(text) && waits {
				return b.String(), text[i:]
			}
			if strings.HasPrefix(text[i+1:], "[") {
				i++
				continue
			}
		case '[':
			label, target, length := link(text[i:min(i+maxLead, len(text))])
			if length == 0 && waits {
				return b.String(), text[i:]
			}
			if length > 0 {
				words, _ := l.safe("", label, true)
				switch {
				case l.gave(target):
					words = "[" + words + "](" + target + ")"
				case mark.MatchString(label):
					words = "[" + label + "]"
				}
				b.WriteString(words)
				i += length
				continue
			}
		case '(': // behind what is left of a link, or too long for one, it would lead on
			if i > 0 && strings.HasSuffix(b.String(), "]") || i == 0 && strings.HasSuffix(before, "]") {
				b.WriteByte(' ')
			}
		}
		begun, behind := "", byte(' ')
		if i > 0 {
			behind = text[i-1]
		} else if before != "" {
			start := hostStart(before)
			begun, behind = before[start:], before[max(start-1, 0)]
		}
		if i > end {
			if end = strings.IndexAny(text[i:], runEnds) + i; end < i {
				end = len(text)
			}
			sign = strings.LastIndexAny(text[i:end], `:/\.&`) + i
		}
		run, whole, next := text[i:end], end < len(text), byte(' ')
		if whole {
			next = text[end]
		}
		if run != "" && (i == 0 || !ofHost(behind)) {
			switch address := begun + run; {
			case !whole && waits && mayLead.MatchString(address):
				return b.String(), text[i:]
			case sign < i && !strings.Contains(begun, "."): // a word, as most are
			case nowhere.MatchString(address) && strings.IndexByte(" \"`", next) >= 0: // of an address browsers leave out other ends
			case file.MatchString(address):
			case leading.MatchString(address):
				b.WriteString(strings.TrimPrefix(l.address(address), begun))
				i += len(run)
				continue
			case leading.MatchString(html.UnescapeString(address)):
				b.WriteString(strings.TrimPrefix(l.address(html.UnescapeString(address)), begun))
				i += len(run)
				continue
			}
		}
		b.WriteByte(text[i])
		i++
	}
	return b.String(), ""
}

// link is a Markdown link that a text begins with: its words, where it leads to, and how long it is; -1 if it begins with
// none, 0 if more must come.
func link(text string) (label, target string, length int) {
	depth := 0
	for i := range len(text) {
		switch text[i] {
		case '\n':
			if strings.HasPrefix(text[i+1:], "\n") {
				return "", "", -1
			}
		case '[':
			depth++
		case ']':
			depth--
		}
		if depth > 0 {
			continue
		}
		if i+1 == len(text) {
			return "", "", 0
		}
		if text[i+1] != '(' {
			return "", "", -1
		}
		label, target = text[1:i], text[i+2:]
		open, angled := 0, strings.HasPrefix(target, "<")
		for k := range len(target) {
			switch c := target[k]; {
			case c == '>':
				angled = false
			case angled:
			case c == '(':
				open++
			case c == ')':
				if open--; open < 0 {
					return label, target[:k], i + 2 + k + 1
				}
			}
		}
		return "", "", 0
	}
	return "", "", 0
}

// gave reports whether a Markdown link may lead to its target.
func (l *leads) gave(target string) bool {
	to := strings.TrimSpace(target)
	if inside, rest, ok := strings.Cut(strings.TrimPrefix(to, "<"), ">"); ok && to[0] == '<' && strings.TrimSpace(rest) == "" {
		to = inside
	}
	switch scheme, rest, _ := strings.Cut(strings.ToLower(to), ":"); scheme {
	case "tel", "sms", "mailto": // nothing is asked for at an address, so long as no words go with it
		if !strings.ContainsAny(rest, "?&#") {
			return true
		}
	}
	return l.has(to)
}

// address is a bare address, or its host if nobody gave it.
func (l *leads) address(run string) string {
	tail := marked.FindString(run)
	to := strings.TrimRightFunc(strings.TrimSuffix(run, tail), func(r rune) bool {
		return (unicode.IsPunct(r) || unicode.IsSymbol(r)) && !strings.ContainsRune(`/\#=&%$+-`, r)
	})
	switch whom, _, asked := strings.Cut(to, "?"); {
	case l.has(to):
		return run
	case asked && strings.HasPrefix(strings.ToLower(to), "mailto:"):
		return whom + run[len(to):]
	}
	return host.FindStringSubmatch(to)[1] + run[len(to):]
}

// has reports whether a text that was given has the address, or one that begins with it.
func (l *leads) has(to string) bool {
	if l.known == "" {
		l.known = " " + alike(l.given()) + " "
	}
	to = alike(to)
	if _, rest, ok := strings.Cut(to, "://"); ok && strings.HasPrefix(to, "http") {
		to = rest
	}
	to = strings.TrimSuffix(strings.TrimPrefix(to, "www."), "/")
	if !strings.ContainsAny(to, ".:") {
		return false
	}
	for from := 0; ; {
		at := strings.Index(l.known[from:], to) + from
		if at < from {
			return false
		}
		end := at + len(to)
		begins := !ofHost(l.known[at-1]) || strings.HasSuffix(l.known[:at], "www.")
		if begins && (strings.Contains(to, "/") || !ofHost(l.known[end]) || l.known[end] == '.' && !ofHost(l.known[end+1])) {
			return true
		}
		from = at + 1
	}
}

func ofHost(c byte) bool {
	return c == '-' || c == '.' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80
}

var escaped = regexp.MustCompile(`%[0-9A-Fa-f]{2}`)

// alike is a text as addresses in it are compared.
func alike(text string) string {
	text = escaped.ReplaceAllStringFunc(html.UnescapeString(text), func(s string) string {
		c, err := url.PathUnescape(s)
		if err != nil {
			return s
		}
		return c
	})
	return strings.Join(strings.Fields(strings.ToLower(text)), " ")
}
