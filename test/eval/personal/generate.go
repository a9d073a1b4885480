package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// The halves of the corpus: sentences, labels, streets and towns differ.
const (
	tuning = 0
	report = 1
)

var halves = [2]string{"tuning", "report"}

// generator makes the values and sentences of one half in one language, always the same.
type generator struct {
	r        *rand.Rand
	half     int
	language string
}

func newGenerator(half int, language, what string) *generator {
	seed := uint64(half + 1)
	for _, c := range language + what {
		seed = seed*1_000_003 + uint64(c)
	}
	return &generator{r: rand.New(rand.NewPCG(seed, 4)), half: half, language: language}
}

func (g *generator) n(n int) int { return g.r.IntN(n) }

func pickFrom[T any](g *generator, list []T) T { return list[g.r.IntN(len(list))] }

func (g *generator) pick(list []string) string { return pickFrom(g, list) }

func (g *generator) chars(from string, n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = from[g.r.IntN(len(from))]
	}
	return string(b)
}

func (g *generator) digits(n int) string { return g.chars("0123456789", n) }

// nonZero makes n digits of which the first is none.
func (g *generator) nonZero(n int) string { return g.chars("123456789", 1) + g.digits(n-1) }

// fill replaces the slots of a sentence without personal data.
func (g *generator) fill(sentence string) string {
	var b strings.Builder
	for {
		open := strings.IndexByte(sentence, '{')
		if open < 0 {
			b.WriteString(sentence)
			return b.String()
		}
		end := open + strings.IndexByte(sentence[open:], '}')
		b.WriteString(sentence[:open])
		b.WriteString(g.slot(sentence[open+1 : end]))
		sentence = sentence[end+1:]
	}
}

func (g *generator) slot(name string) string {
	if name, size, ok := strings.Cut(name, ":"); ok && name == "n" {
		n := 0
		fmt.Sscan(size, &n)
		return g.nonZero(n)
	}
	switch name {
	case "price":
		if g.language == "de" {
			return g.pick([]string{fmt.Sprintf("%d,%02d €", 1+g.n(900), g.n(100)), fmt.Sprintf("%d EUR", 10+g.n(5000)), fmt.Sprintf("%d.%03d,00 Euro", 1+g.n(20), g.n(1000)), fmt.Sprintf("CHF %d.–", 10+g.n(300))})
		}
		return g.pick([]string{fmt.Sprintf("$%d.%02d", 1+g.n(900), g.n(100)), fmt.Sprintf("£%d", 10+g.n(500)), fmt.Sprintf("€%d,%03d.00", 1+g.n(20), g.n(1000)), fmt.Sprintf("%d dollars", 10+g.n(5000))})
	case "date":
		return g.day(g.language, 2015+g.n(12))
	case "isbn":
		body := "978" + g.pick([]string{"3", "0"}) + g.digits(8)
		isbn := swissOf(body)
		return g.pick([]string{isbn, isbn[:3] + "-" + isbn[3:4] + "-" + isbn[4:7] + "-" + isbn[7:12] + "-" + isbn[12:], isbn[3:4] + "-" + isbn[4:8] + "-" + isbn[8:12] + "-" + "X"})
	case "ean":
		return swissOf("40" + g.digits(10))
	case "iban":
		iban := ibanOf("DE", g.digits(18))
		wrong := byte('0' + (iban[3]-'0'+1+byte(g.n(9)))%10)
		return iban[:3] + string(wrong) + iban[4:]
	case "version":
		return g.pick([]string{fmt.Sprintf("%d.%d.%d", g.n(20), g.n(20), g.n(20)), fmt.Sprintf("v%d.%d", 1+g.n(9), g.n(30)), fmt.Sprintf("%d.%d.%d.%d", g.n(9), g.n(9), g.n(9), g.n(9))})
	case "time":
		return g.pick([]string{fmt.Sprintf("%02d:%02d", 7+g.n(14), 15*g.n(4)), fmt.Sprintf("%d.%02d", 7+g.n(14), 15*g.n(4)), fmt.Sprint(7 + g.n(14))})
	case "year":
		return fmt.Sprint(1950 + g.n(77))
	}
	panic("sentences.txt has a slot {" + name + "} that nobody fills")
}
