package personal

import (
	"strings"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/personal/char"
)

// dotBefore recognises a spelled-out dot that ends at end, "max(punkt)muster", "max punkt muster",
// and returns its beginning.
func (s *scan) dotBefore(end int) int {
	from := max(0, end-len(" (unterstrich) "))
	tail := s.folded[from:end]
	for _, dot := range [...]string{"(dot)", "[dot]", "(punkt)", "[punkt]", "{dot}", "{punkt}", " dot ", " punkt ", " underscore ", " unterstrich ", " minus ", " hyphen ", " bindestrich ", " dash ", " strich ", " tiefstrich ", " plus ", " (unterstrich) ", " (underscore) ", "(unterstrich)", "(underscore)", " (minus) ", "(minus)", " (dot) ", " (punkt) ", " [dot] ", " [punkt] ", "(.)", "[.]"} {
		if strings.HasSuffix(tail, dot) {
			return end - len(dot)
		}
	}
	return 0
}

// undot writes spelled-out dots as dots.
func undot(s string) string {
	s = strings.ToLower(s)
	return strings.NewReplacer(" (punkt) ", ".", " (dot) ", ".", " [punkt] ", ".", " [dot] ", ".", "(punkt)", ".", "(dot)", ".", "[punkt]", ".", "[dot]", ".",
		"{punkt}", ".", "{dot}", ".", " punkt ", ".", " dot ", ".", "(.)", ".", "[.]", ".", " underscore ", "_", " unterstrich ", "_", " minus ", "-", " hyphen ", "-", " bindestrich ", "-", " dash ", "-", " strich ", "-", " tiefstrich ", "_", " plus ", "+", " (unterstrich) ", "_", " (underscore) ", "_", "(unterstrich)", "_", "(underscore)", "_", " (minus) ", "-", "(minus)", "-").Replace(s)
}

// domain reads a domain from pos: labels with dots or spelled-out dots. It returns its end (0 if
// none), its plain form and whether a dot was spelled out or spaced.
func (s *scan) domain(pos int) (end int, plain string, dots bool) {
	if pos < len(s.text) && s.text[pos] == '[' {
		if stop := strings.IndexByte(s.text[pos:min(len(s.text), pos+48)], ']'); stop > 6 && isAddress(strings.TrimPrefix(s.text[pos+1:pos+stop], "IPv6:")) {
			return pos + stop + 1, s.text[pos : pos+stop+1], false
		}
		return 0, "", false
	}
	var labels []string
	i := pos
	for len(labels) < 10 {
		stop := i + beforeDot(s.text[i:labelEnd(s.text, i)])
		if stop == i {
			break
		}
		labels = append(labels, s.text[i:stop])
		end = stop
		next, spelledOut := s.dot(stop)
		if next == 0 {
			break
		}
		if spelledOut && len(labels) >= 2 && s.text[next-1] == ' ' && !s.bracketedDot(stop) && !knownTLD(s.text[next:labelEnd(s.text, next)]) && !strings.EqualFold(labels[len(labels)-1], "co") {
			break
		}
		// "firma.de.Danke", "firma.de . Und": the sentence goes on.
		if len(labels) >= 2 && knownTLD(labels[len(labels)-1]) && next < len(s.text) && s.text[next] >= 'A' && s.text[next] <= 'Z' &&
			labels[len(labels)-1] == strings.ToLower(labels[len(labels)-1]) {
			break
		}
		if labelEnd(s.text, next) == next {
			break
		}
		dots = dots || spelledOut
		i = next
	}
	if len(labels) < 2 {
		return 0, "", false
	}
	last := labels[len(labels)-1]
	if !validTLD(last) {
		return 0, "", false
	}
	return end, strings.ToLower(strings.Join(labels, ".")), dots
}

// dot recognises a dot at i, plain or spelled out, and returns where the next label begins.
func (s *scan) dot(i int) (next int, spelledOut bool) {
	if i >= len(s.text) {
		return 0, false
	}
	if s.text[i] == '.' {
		if i+2 < len(s.text) && s.text[i+1] == ' ' && s.knownEnd(i+2) {
			return i + 2, true
		}
		return i + 1, false
	}
	j := i
	for j < len(s.text) && j-i < 3 && s.text[j] == ' ' {
		j++
	}
	if j >= len(s.text) {
		return 0, false
	}
	stop := 0
	switch c := s.text[j]; {
	case c == '-' || c == '_' || c == '*':
		stop = s.spelled(j, "dot", "punkt")
	case c == '(' || c == '[' || c == '{' || c == '<' || c == '|':
		stop = s.bracketed(j, "dot", "punkt", ".", "point")
	case j > i && c == '.' && s.knownEnd(skipGap(s.text, j, 3)):
		stop = j + 1
	case j > i && strings.EqualFold(char.Cut(s.text, j, 4), "dot "):
		stop = j + 4
	case j > i && strings.EqualFold(char.Cut(s.text, j, 6), "punkt "):
		stop = j + 6
	}
	if stop == 0 {
		return 0, false
	}
	for k := 0; k < 3 && stop < len(s.text) && s.text[stop] == ' '; k++ {
		stop++
	}
	return stop, true
}

// beforeDot gives how much of a label stands before a dot that is spelled out within it: "gmx-dot-de", "gmx_punkt_de".
func beforeDot(label string) int {
	for i := 1; i+len("-dot-") < len(label); i++ {
		if c := label[i]; c != '-' && c != '_' {
			continue
		}
		for _, w := range [...]string{"dot", "punkt"} {
			if end := i + 1 + len(w); end < len(label) && label[end] == label[i] && strings.EqualFold(label[i+1:end], w) {
				return i
			}
		}
	}
	return len(label)
}

// bracketedDot says whether the dot behind a label that ends at i is written in brackets: "(dot)".
func (s *scan) bracketedDot(i int) bool {
	rest := strings.TrimLeft(char.Cut(s.text, i, 4), " ")
	return rest != "" && strings.IndexByte("([{<|", rest[0]) >= 0
}

// labelEnd gives the end of a domain label that begins at i.
func labelEnd(text string, i int) int {
	from := i
	for i < len(text) && i-from < 64 {
		c := text[i]
		if c < utf8.RuneSelf {
			if !char.Alnum(c) && c != '-' && c != '_' {
				break
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if !char.Letter(r) {
			break
		}
		i += size
	}
	for i > from && text[i-1] == '-' {
		i--
	}
	return i
}

// validTLD says whether a label can be the last: letters only, or punycode.
func validTLD(label string) bool {
	if strings.HasPrefix(strings.ToLower(label), "xn--") {
		return true
	}
	n := 0
	for _, r := range label {
		if !char.Letter(r) {
			return false
		}
		n++
	}
	return n >= 2 && n <= 24
}

var tlds = strings.Fields(`de at ch li lu com net org info biz eu io co uk us fr it es nl be pl cz dk se no fi pt hu sk si hr ro bg gr ie tr ru ua
	edu gov mil int name me tv cc app dev ai shop online site tech cloud blog berlin hamburg bayern koeln wien swiss gmbh email digital media consulting club`)

func knownTLD(domain string) bool {
	last := strings.ToLower(domain[strings.LastIndexByte(domain, '.')+1:])
	for _, t := range tlds {
		if t == last {
			return true
		}
	}
	return false
}

// knownEnd says whether the labels from i on end in a known top level domain.
func (s *scan) knownEnd(i int) bool {
	end := i
	for range 6 {
		stop := labelEnd(s.text, end)
		if stop == end {
			break
		}
		if knownTLD(s.text[end:stop]) && (stop >= len(s.text) || s.text[stop] != '.' || stop+1 >= len(s.text) || !char.Alnum(s.text[stop+1])) {
			return true
		}
		if stop >= len(s.text) {
			break
		}
		next := stop
		for k := 0; k < 3 && next < len(s.text) && (s.text[next] == '.' || s.text[next] == ' '); k++ {
			next++
		}
		if next == stop {
			break
		}
		end = next
	}
	return false
}
