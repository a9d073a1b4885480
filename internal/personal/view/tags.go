package view

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/wordlist"
)

// inlineTags are those of HTML that a browser shows nothing of between two letters, blockTags those that begin a line.
var (
	inlineTags = wordlist.Set("b i u s em strong span font mark small big wbr code tt kbd sub sup ins del")
	blockTags  = wordlist.Set("br p div li tr h1 h2 h3 h4 h5 h6")
	lookTags   = wordlist.Set("class style dir lang align color face size width height valign") // attributes that hold nothing of anybody
)

// longestTag is how long a tag may be that is read over, in bytes.
const longestTag = 200

// tag reads a tag of HTML at i as a browser shows it: nothing, or a new line. It returns the place behind it, i if what
// stands there is to be read as it is: no tag, or one whose attributes may hold something themselves, "mailto:".
func (n *normaliser) tag(i int) int {
	size := strings.IndexByte(n.in[i:min(len(n.in), i+longestTag)], '>') + 1
	if size < 3 {
		return i
	}
	name, attributes, _ := strings.Cut(strings.TrimSuffix(strings.TrimPrefix(n.in[i+1:i+size-1], "/"), "/"), " ")
	name = strings.ToLower(name)
	shown := ""
	switch {
	case inlineTags[name]:
	case blockTags[name]:
		if name == "br" || len(n.buf) > 0 && n.buf[len(n.buf)-1] != '\n' {
			shown = "\n"
		}
	default:
		return i
	}
	if !onlyLooks(attributes) {
		return i
	}
	n.put(shown, i, size)
	return i + size
}

// onlyLooks reports whether the attributes of a tag tell how something looks, and nothing else.
func onlyLooks(attributes string) bool {
	for attributes = strings.TrimSpace(attributes); attributes != ""; attributes = strings.TrimSpace(attributes) {
		name, rest, ok := strings.Cut(attributes, "=")
		if !ok || !lookTags[strings.ToLower(strings.TrimSpace(name))] || rest == "" {
			return false
		}
		end := strings.IndexByte(rest, ' ')
		if quote := rest[0]; quote == '"' || quote == '\'' {
			end = strings.IndexByte(rest[1:], quote) + 2
			if end < 2 {
				return false
			}
		}
		if end < 0 || end >= len(rest) {
			return true
		}
		attributes = rest[end:]
	}
	return true
}

// emoji reports whether a character is a picture that stands for no letter and no digit.
func emoji(r rune) bool {
	return r >= 0x1f300 && r <= 0x1faff || r >= 0x2600 && r <= 0x2775 || r >= 0x2b00 && r <= 0x2bff
}

// pictured reads pictures between two digits as a space: "0171😀234😀5678". It returns the place behind them, i if none
// stand so.
func (n *normaliser) pictured(i int) int {
	if k := len(n.buf); k == 0 || !char.Digit(n.buf[k-1]) {
		return i
	}
	end := i
	for at, r := range n.in[i:min(len(n.in), i+longestTag)] {
		if !emoji(r) && plain(r) != "" {
			if !char.Digit(n.in[i+at]) {
				return i
			}
			end = i + at
			break
		}
	}
	if end > i {
		n.put(" ", i, end-i)
	}
	return end
}
