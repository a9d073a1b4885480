package fact

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/idna"
	"golang.org/x/net/publicsuffix"
)

// HasDomain reports whether a text may have a domain: a dot between letters.
func HasDomain(text string) bool {
	for from := 0; ; {
		next := strings.IndexByte(text[from:], '.')
		if next < 0 {
			return false
		}
		at := from + next
		if at > 0 && at+2 < len(text) && inLabel(text[at-1]) && inLabel(text[at+1]) && (text[at+1] > '9' || text[at+2] > '9') {
			return true
		}
		from = at + 1
	}
}

// inLabel reports whether a byte may be part of a domain's name, in any script.
func inLabel(b byte) bool {
	return IsDigit(b) || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= utf8.RuneSelf
}

// domains takes the bare domains, with their paths, out of the words of a text.
func (f *Facts) domains(text string) string { return wordByWord(text, HasDomain, f.domainsOf) }

func (f *Facts) domainsOf(piece string) string {
	var rest strings.Builder
	for piece != "" {
		from := strings.IndexFunc(piece, isLabelRune)
		if from < 0 {
			break
		}
		end := from + labelled(piece[from:])
		domain := domainIn(piece[from:end])
		if domain == "" {
			rest.WriteString(piece[:end])
			piece = piece[end:]
			continue
		}
		end = from + len(domain)
		if strings.HasPrefix(piece[end:], "/") {
			if stop := strings.IndexAny(piece[end:], " \t\r\n<>\"'])"); stop >= 0 {
				end += stop
			} else {
				end = len(piece)
			}
		}
		f.Add(Fact{Kind: Link, Value: sameLink(piece[from:end])})
		rest.WriteString(piece[:from] + " ")
		piece = piece[end:]
	}
	return rest.String() + piece
}

func isLabelRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// labelled is how long the labels with dots between are that a text begins with.
func labelled(text string) int {
	end := strings.IndexFunc(text, func(r rune) bool { return r != '.' && r != '-' && !isLabelRune(r) })
	if end < 0 {
		return len(text)
	}
	return end
}

// domainIn is the domain that some labels with dots between begin with, "" if they do with none. What follows its last
// label may be the next sentence, without a space between: "radwerk.example.Dort".
func domainIn(labels string) string {
	for labels != "" {
		labels = strings.TrimRight(labels, ".-")
		dot := strings.LastIndexByte(labels, '.')
		if dot <= 0 {
			return ""
		}
		if last := labels[dot+1:]; topLevel(last) || mixesScripts(labels) {
			return labels
		}
		labels = labels[:dot]
	}
	return ""
}

// reserved are the last labels of domains that nobody can have.
var reserved = []string{"example", "test", "invalid", "localhost", "onion", "local"}

// topLevel reports whether a label may be a domain's last. A word with a capital begins the next sentence.
func topLevel(label string) bool {
	small := strings.ToLower(label)
	if len(label) < 2 || label != small && label != strings.ToUpper(label) {
		return false
	}
	if slices.Contains(reserved, small) {
		return true
	}
	if !isASCII(small) {
		var err error
		if small, err = idna.ToASCII(small); err != nil {
			return false
		}
	}
	suffix, listed := publicsuffix.PublicSuffix("a." + small)
	return listed && strings.HasSuffix(suffix, small)
}

func isASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
}

// mixesScripts reports whether a text has Latin letters beside Greek or Cyrillic ones, which look like them.
func mixesScripts(text string) bool {
	latin, other := false, false
	for _, r := range text {
		latin = latin || unicode.Is(unicode.Latin, r)
		other = other || unicode.In(r, unicode.Cyrillic, unicode.Greek)
	}
	return latin && other
}
