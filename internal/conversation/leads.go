package conversation

import (
	"html"
	"net/url"
	"regexp"
	"slices"
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
	host    = regexp.MustCompile(`(?i)^(?:[a-z][a-z0-9+.-]*:)?[/\\]*(?:[^/\\?#]*@)?(?:www\.)?([^/\\?#]*)`)
	marked  = regexp.MustCompile(`(?:\[[0-9]+\])+[^\pL\pN]*$`)
	// nowhere is how an address begins, told of by itself: "beginnt mit https://".
	nowhere = regexp.MustCompile(`(?i)^[a-z][a-z0-9+.-]+:[/\\]*["'“”„‘’*_)\].,;:!?]*$`)
	// file is the name of a file, which is no host: "index.html#kontakt".
	file = regexp.MustCompile(`(?i)^[a-z0-9.-]+\.(?:html?|php|aspx?|jsp|js|json|xml|css|pdf|docx?|xlsx?|txt)[?#]`)
	// mark is the number of a source.
	mark = regexp.MustCompile(`^[0-9]+$`)
)

// beginnings are words that an address may go on from.
var beginnings = strings.Fields("h ht htt http https w ww www m ma mai mail mailto")

// mayLead says whether a part without spaces may still become what leading finds.
func mayLead(run string) bool {
	return strings.ContainsAny(run, `:/\.@&`) || slices.ContainsFunc(beginnings, func(word string) bool { return strings.EqualFold(run, word) })
}

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
	r := leadReader{leads: l, before: before, text: text, last: last, end: -1, sign: -1}
	for i := 0; i < len(text); {
		next := r.step(i)
		if next == i {
			return r.out.String(), text[i:]
		}
		i = next
	}
	return r.out.String(), ""
}

// leadReader reads a text from left to right and writes it without links that nobody gave.
type leadReader struct {
	leads  *leads
	before string
	text   string
	last   bool // nothing more comes
	out    strings.Builder
	// end is where the run ends, the part without spaces, that was read last; sign is the last sign in it that only
	// addresses have.
	end, sign int
}

// step writes what begins at i and says where to go on: at i itself where more must come first.
func (r *leadReader) step(i int) (next int) {
	switch r.text[i] {
	case '!': // a picture is no more than a link
		if i+1 == len(r.text) && r.mayWait(i) {
			return i
		}
		if strings.HasPrefix(r.text[i+1:], "[") {
			return i + 1
		}
	case '[':
		if next, ok := r.link(i); ok {
			return next
		}
	case '(': // behind what is left of a link, or too long for one, it would lead on
		if i > 0 && strings.HasSuffix(r.out.String(), "]") || i == 0 && strings.HasSuffix(r.before, "]") {
			r.out.WriteByte(' ')
		}
	}
	if next, ok := r.bare(i); ok {
		return next
	}
	r.out.WriteByte(r.text[i])
	return i + 1
}

func (r *leadReader) mayWait(i int) bool { return !r.last && len(r.text)-i < maxLead }

// link writes the Markdown link that begins at i, or its words if nobody gave it; ok is false where there is none.
func (r *leadReader) link(i int) (next int, ok bool) {
	label, target, length := link(r.text[i:min(i+maxLead, len(r.text))])
	if length <= 0 {
		return i, length == 0 && r.mayWait(i)
	}
	words, _ := r.leads.safe("", label, true)
	switch {
	case r.leads.gave(target):
		words = "[" + words + "](" + target + ")"
	case mark.MatchString(label):
		words = "[" + label + "]"
	}
	r.out.WriteString(words)
	return i + length, true
}

// bare writes the bare address that begins at i, or its host if nobody gave it; ok is false where there is none.
func (r *leadReader) bare(i int) (next int, ok bool) {
	begun, behind := r.begun(i)
	if i > r.end {
		if r.end = strings.IndexAny(r.text[i:], runEnds) + i; r.end < i {
			r.end = len(r.text)
		}
		r.sign = strings.LastIndexAny(r.text[i:r.end], `:/\.&`) + i
	}
	run, whole, following := r.text[i:r.end], r.end < len(r.text), byte(' ')
	if whole {
		following = r.text[r.end]
	}
	if run == "" || i > 0 && ofHost(behind) {
		return i, false
	}
	address := begun + run
	switch {
	case !whole && r.mayWait(i) && mayLead(address):
		return i, true
	case r.sign < i && !strings.Contains(begun, "."): // a word, as most are
		return i, false
	case nowhere.MatchString(address) && strings.IndexByte(" \"`", following) >= 0: // of an address browsers leave out other ends
		return i, false
	case file.MatchString(address):
		return i, false
	case !leading.MatchString(address):
		if address = html.UnescapeString(address); !leading.MatchString(address) {
			return i, false
		}
	}
	r.out.WriteString(strings.TrimPrefix(r.leads.address(address), begun))
	return i + len(run), true
}

// begun is what an address that goes on at i begins with in the text before, and the character before i.
func (r *leadReader) begun(i int) (begun string, behind byte) {
	switch {
	case i > 0:
		return "", r.text[i-1]
	case r.before != "":
		start := hostStart(r.before)
		return r.before[start:], r.before[max(start-1, 0)]
	}
	return "", ' '
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
