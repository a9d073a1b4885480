package fact

import (
	"html"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Seen is a text as those see it who read it: without what Markdown takes away and what is not shown at all, with the
// character for an entity, one notation for digits, dots and hyphens, and mail addresses that are spelled out ("(at)")
// put together. Addresses and numbers are told by it, however they are written. A text that has none of this is returned
// as it is.
func Seen(text string) string {
	at := firstHidden(text)
	if at < 0 {
		return text
	}
	if strings.IndexByte(text, '&') >= 0 {
		text = html.UnescapeString(text)
	}
	var out strings.Builder
	out.Grow(len(text))
	at = min(at, len(text))
	out.WriteString(text[:at])
	for at < len(text) {
		r, n := utf8.DecodeRuneInString(text[at:])
		at += n
		switch {
		case r == '\\' && at < len(text) && isPunctuation(text[at]):
			out.WriteByte(text[at])
			at++
		case r == '*', r == '`', r == '~' && at < len(text) && text[at] == '~':
		case r == '~' && at > 1 && text[at-2] == '~':
		case r < utf8.RuneSelf:
			out.WriteByte(byte(r))
		default:
			if r = shown(r); r >= 0 {
				out.WriteRune(r)
			}
		}
	}
	return together(out.String())
}

// firstHidden is where a text first has what Seen may change, -1 if it has nothing of it.
func firstHidden(text string) int {
	for at := 0; at < len(text); {
		switch b := text[at]; {
		case b == '\\', b == '&', b == '*', b == '`', b == '~':
			return at
		case b == '(', b == '[', b == '{', b == '@':
			if spellsOut(text[at:]) {
				return at
			}
			at++
		case b == 'd' || b == 'D' || b == 'p' || b == 'P':
			if at > 0 && text[at-1] == ' ' && (hasFold(text[at:], "dot ") || hasFold(text[at:], "punkt ")) {
				return at
			}
			at++
		case b < utf8.RuneSelf:
			at++
		default:
			r, n := utf8.DecodeRuneInString(text[at:])
			if shown(r) != r {
				return at
			}
			at += n
		}
	}
	return -1
}

// shown is the character in whose place another is seen, -1 if it is not seen.
func shown(r rune) rune {
	switch {
	case r < 0xAD: // Latin signs and the space that does not break
		return r
	case r >= 0xFF01 && r <= 0xFF5E: // those as wide as Chinese ones
		return r - 0xFF01 + '!'
	case r == '\u2024', r == '\u3002', r == '\uFF61':
		return '.'
	case r == '\u2010', r == '\u2011', r == '\u2212':
		return '-'
	case unicode.Is(unicode.Cf, r):
		return -1
	case r > 0x660 && unicode.Is(unicode.Nd, r):
		zero := r
		for unicode.Is(unicode.Nd, zero-1) && r-zero < 9 {
			zero--
		}
		return '0' + r - zero
	}
	return r
}

func isPunctuation(b byte) bool {
	return b >= '!' && b <= '/' || b >= ':' && b <= '@' || b >= '[' && b <= '`' || b >= '{' && b <= '~'
}

func hasFold(text, prefix string) bool {
	return len(text) >= len(prefix) && strings.EqualFold(text[:len(prefix)], prefix)
}

// spellsOut reports whether a text begins with "(at)", "[dot]" or the like, or an "@" with a space behind it.
func spellsOut(text string) bool {
	if text[0] == '@' {
		return len(text) > 1 && text[1] == ' '
	}
	text = strings.TrimLeft(text[1:], " ")
	for _, w := range []string{"at", "ät", "@", "dot", "punkt", "."} {
		if hasFold(text, w) {
			rest := strings.TrimLeft(text[len(w):], " ")
			return rest != "" && strings.IndexByte(")]}", rest[0]) >= 0
		}
	}
	return false
}

var (
	bracketedAt  = regexp.MustCompile(`(?i)\s*[(\[{]\s*(?:at|ät|@)\s*[)\]}]\s*`)
	bracketedDot = regexp.MustCompile(`(?i)\s*[(\[{]\s*(?:dot|punkt|\.)\s*[)\]}]\s*`)
	wordsAtDot   = regexp.MustCompile(`(?i)([\pL\pN._+-]+) (?:at|ät) ([\pL\pN-]+) (?:dot|punkt) (\pL{2,})\b`)
	wordsDot     = regexp.MustCompile(`(?i)(@[\pL\pN-]+) (?:dot|punkt) (\pL{2,})\b`)
	spacedAt     = regexp.MustCompile(`([\pL\pN._+-]) ?@ ([\pL\pN-]+\.\pL{2})`)
)

// together puts addresses together that are spelled out.
func together(text string) string {
	if strings.ContainsAny(text, "([{") {
		text = bracketedDot.ReplaceAllString(bracketedAt.ReplaceAllString(text, "@"), ".")
	}
	small := strings.ToLower(text)
	if strings.Contains(small, " dot ") || strings.Contains(small, " punkt ") {
		text = wordsDot.ReplaceAllString(wordsAtDot.ReplaceAllString(text, "$1@$2.$3"), "$1.$2")
	}
	if strings.Contains(text, "@ ") {
		text = spacedAt.ReplaceAllString(text, "$1@$2")
	}
	return text
}
