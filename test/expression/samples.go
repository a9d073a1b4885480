// Package expression makes texts that regular expressions match, for tests that hold an expression against the words by
// which a program looks whether it may match at all.
package expression

import (
	"math/rand/v2"
	"regexp"
	"regexp/syntax"
	"strings"
)

// Samples are texts in small letters that an expression matches, chosen at random, the same in each run: as many as asked
// for but for those that fail its assertions, such as "\b". They go each way of its alternatives alike.
func Samples(p *regexp.Regexp, n int) []string {
	parsed, err := syntax.Parse(p.String(), syntax.Perl)
	if err != nil {
		return nil
	}
	r := rand.New(rand.NewPCG(1, 2))
	var out []string
	for range n {
		var b strings.Builder
		write(&b, parsed, r)
		if text := strings.ToLower(b.String()); p.MatchString(text) {
			out = append(out, text)
		}
	}
	return out
}

// most is how often what may be repeated without end is.
const most = 3

func write(b *strings.Builder, p *syntax.Regexp, r *rand.Rand) {
	repeat := func(least, atMost int) {
		if atMost < 0 {
			atMost = least + most
		}
		for range least + r.IntN(atMost-least+1) {
			write(b, p.Sub[0], r)
		}
	}
	switch p.Op {
	case syntax.OpLiteral:
		b.WriteString(string(p.Rune))
	case syntax.OpCharClass:
		b.WriteRune(one(p.Rune, r))
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		b.WriteByte('x')
	case syntax.OpCapture:
		write(b, p.Sub[0], r)
	case syntax.OpConcat:
		for _, s := range p.Sub {
			write(b, s, r)
		}
	case syntax.OpAlternate:
		write(b, p.Sub[r.IntN(len(p.Sub))], r)
	case syntax.OpStar:
		repeat(0, most)
	case syntax.OpPlus:
		repeat(1, most)
	case syntax.OpQuest:
		repeat(0, 1)
	case syntax.OpRepeat:
		repeat(p.Min, p.Max)
	}
}

// one is a character of a class, given by the ends of its ranges: a space if it has one, of a large one a plain letter or digit.
func one(ranges []rune, r *rand.Rand) rune {
	const small = 16
	size := 0
	for i := 0; i < len(ranges); i += 2 {
		if ranges[i] <= ' ' && ' ' <= ranges[i+1] {
			return ' '
		}
		size += int(ranges[i+1]-ranges[i]) + 1
	}
	if size > small {
		for _, plain := range "x7" {
			for i := 0; i < len(ranges); i += 2 {
				if ranges[i] <= plain && plain <= ranges[i+1] {
					return plain
				}
			}
		}
	}
	at := r.IntN(max(1, min(size, small)))
	for i := 0; i < len(ranges); i += 2 {
		n := int(ranges[i+1]-ranges[i]) + 1
		if at < n {
			return ranges[i] + rune(at)
		}
		at -= n
	}
	return 'x'
}
