package main

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// readApertium reads a dictionary of the translator Apertium as its packages have it, compiled by lttoolbox to a
// transducer, whose paths are the words with what they are translated to.
func readApertium(root, packed, pair, from, to string) ([]translation, error) {
	data, err := os.ReadFile(filepath.Join(root, "usr/share/apertium/apertium-"+packed, pair+".autobil.bin"))
	if err != nil {
		return nil, err
	}
	r := transducerReader{rest: data}
	r.read()
	if r.bad {
		return nil, fmt.Errorf("reading the transducer of %s: %w", pair, errors.New("not in the form of lttoolbox 3.7"))
	}
	var out []translation
	to2 := map[string][][]string{}
	var order []string
	for _, p := range r.pairs {
		f, t := phrase(p[0], from), phrase(p[1], to)
		if len(f) != 1 || len(t) == 0 || len(t) > longest {
			continue
		}
		if len(to2[f[0]]) == 0 {
			order = append(order, f[0])
		}
		to2[f[0]] = append(to2[f[0]], t)
	}
	for _, f := range order {
		out = append(out, translations([][]string{{f}}, to2[f])...)
	}
	return out, nil
}

// transducerReader reads a file of lttoolbox: the letters of the language, tags and pairs of symbols, and transducers
// over these.
type transducerReader struct {
	rest  []byte
	bad   bool
	tags  int
	both  [][2]int // pairs of symbols; those below zero are tags
	pairs [][2]string
}

func (r *transducerReader) take(n int) []byte {
	if n > len(r.rest) {
		r.bad = true
		return make([]byte, n)
	}
	out := r.rest[:n]
	r.rest = r.rest[n:]
	return out
}

// number reads a number of one to four bytes, whose first two bits tell how many follow.
func (r *transducerReader) number() int {
	first := r.take(1)[0]
	n := int(first & 0x3f)
	for _, b := range r.take(int(first >> 6)) {
		n = n<<8 | int(b)
	}
	return n
}

func (r *transducerReader) text() string {
	var b strings.Builder
	for n := r.number(); n > 0 && !r.bad; n-- {
		b.WriteRune(rune(r.number()))
	}
	return b.String()
}

// header skips the marks of the format's version and tells its features.
func (r *transducerReader) header(mark string) (features uint64) {
	if len(r.rest) < 12 || string(r.rest[:4]) != mark {
		return 0
	}
	return binary.LittleEndian.Uint64(r.take(12)[4:])
}

func (r *transducerReader) read() {
	r.header("LTTB")
	for n := r.number(); n > 0 && !r.bad; n-- {
		r.number() // a letter
	}
	r.tags = r.number()
	for n := r.tags; n > 0 && !r.bad; n-- {
		r.text()
	}
	for n := r.number(); n > 0 && !r.bad; n-- {
		first := r.number() - r.tags
		r.both = append(r.both, [2]int{first, r.number() - r.tags})
	}
	for n := r.number(); n > 0 && !r.bad; n-- {
		name := r.text()
		states, initial := r.transducer()
		if strings.HasPrefix(name, "main@") && !r.bad { // others hold patterns of numbers and addresses
			w := walk{r: r, arcs: states, on: make([]bool, len(states)), seen: map[[2]string]bool{}, been: map[half]bool{}}
			w.from(initial, nil, nil, false, false)
		}
	}
}

// arc leads from a state to another.
type arc struct{ symbols, to int }

// transducer reads the arcs of each state, and the number of the first one.
func (r *transducerReader) transducer() (arcs [][]arc, initial int) {
	const weighted = 1
	weights := r.header("LTTD")&weighted != 0
	weigh := func() {
		if weights {
			r.number()
			r.number()
		}
	}
	initial = r.number()
	for n := r.number(); n > 0 && !r.bad; n-- {
		r.number() // a final state
		weigh()
	}
	states := r.number()
	for s := 0; s < states && !r.bad; s++ {
		symbols := 0
		var own []arc
		for n := r.number(); n > 0 && !r.bad; n-- {
			symbols += r.number()
			own = append(own, arc{symbols, (s + r.number()) % states})
			weigh()
			if symbols >= len(r.both) {
				r.bad = true
			}
		}
		arcs = append(arcs, withoutPatterns(own))
	}
	r.bad = r.bad || initial >= states
	return arcs, initial
}

// A pattern as [a-z]+, which holds no words, leads by so many arcs from a state to another, or by so many in all where a
// word has so many letters already.
const patternFrom, deepPatternFrom, deep = 12, 18, 4

func withoutPatterns(arcs []arc) []arc {
	to := map[int]int{}
	for _, a := range arcs {
		to[a.to]++
	}
	return slices.DeleteFunc(arcs, func(a arc) bool { return to[a.to] >= patternFrom })
}

// walk goes all ways through a transducer that do not come back to where they were, until both words are at their tags.
type walk struct {
	r    *transducerReader
	arcs [][]arc
	on   []bool // per state: the way leads through it
	been map[half]bool
	seen map[[2]string]bool
}

// half is where one of the words is at its tags and the other is not, which many ways lead to.
type half struct {
	state   int
	in, out string
	inDone  bool
}

func (w *walk) from(state int, in, out []rune, inDone, outDone bool) {
	if inDone && outDone {
		p := [2]string{string(in), string(out)}
		if !w.seen[p] {
			w.seen[p] = true
			w.r.pairs = append(w.r.pairs, p)
		}
		return
	}
	if len(in) >= deep && len(w.arcs[state]) >= deepPatternFrom {
		return
	}
	if inDone || outDone {
		h := half{state, string(in), string(out), inDone}
		if w.been[h] {
			return
		}
		w.been[h] = true
	}
	w.on[state] = true
	defer func() { w.on[state] = false }()
	for _, a := range w.arcs[state] {
		symbols := w.r.both[a.symbols]
		if w.on[a.to] || figure(symbols[0]) || figure(symbols[1]) {
			continue
		}
		i, iDone := step(in, symbols[0], inDone)
		o, oDone := step(out, symbols[1], outDone)
		w.from(a.to, i, o, iDone, oDone)
	}
}

// figure says whether a symbol stands in numbers, of which a dictionary knows the form and not one by one.
func figure(symbol int) bool { return '0' <= symbol && symbol <= '9' }

// step adds a symbol to a word, whose tags end it; 0 is none.
func step(text []rune, symbol int, done bool) ([]rune, bool) {
	switch {
	case done || symbol < 0:
		return text, done || symbol < 0
	case symbol == 0 || symbol > math.MaxInt32:
		return text, false
	}
	return append(text[:len(text):len(text)], rune(symbol)), false
}
