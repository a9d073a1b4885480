package main

import (
	"fmt"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// The ways in which values are hidden from simple patterns, on purpose or by the program that
// showed them.
var (
	unseen          = []string{"small letters", "zero width", "soft hyphens", "fullwidth", "typographic"}
	disguisedCode   = append([]string{"spaced", "entities", "percent", "mathematical"}, unseen...)
	disguisedNumber = append([]string{"dotted", "words", "arabic"}, disguisedCode...)
	disguisedDate   = append([]string{"entities", "spaced dots"}, unseen...)
	disguisedText   = append([]string{"entities", "decomposed"}, unseen...)
	disguisedIP     = []string{"bracketed dots", "zero width", "fullwidth"}
	disguisedMail   = []string{"(at)", "[ät] punkt", "at dot", "spaced @", "{at}", "(at) (dot)", "klammeraffe", "entities", "percent", "zero width", "soft hyphens", "fullwidth"}
)

// disguise writes value in another way.
func (g *generator) disguise(how, value string) string {
	switch how {
	case "small letters":
		return strings.ToLower(value)
	case "zero width":
		return between(value, 3, g.pick([]string{"\u200b", "\u200d", "\u2060", "\ufeff"}))
	case "soft hyphens":
		return between(value, 4, "\u00ad")
	case "spaced":
		return spread(value, " ")
	case "dotted":
		return strings.ReplaceAll(spread(value, "."), "+.", "+")
	case "spaced dots":
		return strings.NewReplacer(".", " . ", "-", " - ", "/", " / ").Replace(value)
	case "fullwidth":
		return digitsFrom(value, '０')
	case "mathematical":
		return digitsFrom(value, '𝟎')
	case "arabic":
		return digitsFrom(value, '٠')
	case "typographic":
		return strings.NewReplacer(" ", g.pick([]string{"\u00a0", "\u202f", "\u2009"}), "-", g.pick([]string{"\u2011", "\u2010", "\u2013"})).Replace(value)
	case "words":
		return g.inWords(value)
	case "entities":
		return g.inEntities(value)
	case "percent":
		return inPercent(value)
	case "decomposed":
		return norm.NFD.String(value)
	case "bracketed dots":
		if strings.Contains(value, ":") {
			return between(value, 5, "\u200b")
		}
		return strings.ReplaceAll(value, ".", "[.]")
	case "hxxp":
		return strings.Replace(value, "http", "hxxp", 1)
	}
	return g.disguiseMail(how, value)
}

func (g *generator) disguiseMail(how, value string) string {
	local, domain, _ := strings.Cut(value, "@")
	switch how {
	case "(at)":
		return local + g.pick([]string{"(at)", " (at) ", "[at]", " [at] ", "(AT)", "(@)"}) + domain
	case "[ät] punkt":
		return local + g.pick([]string{" [ät] ", "(ät)", " ät "}) + strings.ReplaceAll(domain, ".", " punkt ")
	case "at dot":
		return local + g.pick([]string{" at ", " AT ", "_at_"}) + strings.ReplaceAll(domain, ".", g.pick([]string{" dot ", " punkt ", "(punkt)"}))
	case "spaced @":
		return local + g.pick([]string{" @ ", " @", "@ "}) + domain
	case "{at}":
		return local + "{at}" + strings.ReplaceAll(domain, ".", "{dot}")
	case "(at) (dot)":
		sep := g.pick([]string{"(dot)", " (dot) ", "[punkt]"})
		return strings.ReplaceAll(local, ".", sep) + " (at) " + strings.ReplaceAll(domain, ".", sep)
	case "klammeraffe":
		return local + g.pick([]string{"(Klammeraffe)", " [klammeraffe] "}) + domain
	}
	panic("nobody knows the disguise " + how)
}

// between writes sep behind each n characters.
func between(s string, n int, sep string) string {
	var b strings.Builder
	i := 0
	for _, r := range s {
		if i > 0 && i%n == 0 {
			b.WriteString(sep)
		}
		b.WriteRune(r)
		i++
	}
	return b.String()
}

// spread writes sep between all letters and digits; other characters but "+" go.
func spread(s, sep string) string {
	var parts []string
	for _, r := range s {
		if r == '+' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' {
			parts = append(parts, string(r))
		}
	}
	return strings.Join(parts, sep)
}

func digitsFrom(s string, zero rune) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return zero + r - '0'
		}
		return r
	}, s)
}

var digitWords = map[string][]string{
	"de": {"null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"},
	"en": {"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"},
}

func (g *generator) inWords(s string) string {
	var words []string
	for _, r := range s {
		switch {
		case r == '+':
			words = append(words, "plus")
		case r == '2' && g.language == "de" && g.n(3) == 0:
			words = append(words, "zwo")
		case r >= '0' && r <= '9':
			words = append(words, digitWords[g.language][r-'0'])
		}
	}
	return strings.Join(words, " ")
}

func (g *generator) inEntities(s string) string {
	named := map[rune]string{'ß': "&szlig;", 'ü': "&uuml;", 'ö': "&ouml;", 'ä': "&auml;", '@': "&commat;"}
	hex := g.n(2) == 0
	var b strings.Builder
	for i, r := range s {
		switch name := named[r]; {
		case name != "" && g.n(2) == 0:
			b.WriteString(name)
		case r > 127 || r == '@' || i%2 == 0 && r != '\n':
			if hex {
				fmt.Fprintf(&b, "&#x%x;", r)
			} else {
				fmt.Fprintf(&b, "&#%d;", r)
			}
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func inPercent(s string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		if c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' || c == '.' || c == '-' {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}
