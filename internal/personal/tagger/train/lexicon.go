package main

import (
	"bytes"
	"fmt"
	"log"
	"maps"
	"math"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/webchatagent/wca/internal/personal/tagger"
	"github.com/webchatagent/wca/internal/retrieve/table"
	"github.com/webchatagent/wca/internal/word"
)

// names are the lists of names.
type names struct{ first, last, places, all []string }

func readNames(folder string) (n names, err error) {
	for file, list := range map[string]*[]string{"first.txt": &n.first, "last.txt": &n.last, "places.txt": &n.places, "all.txt": &n.all} {
		b, err := open(filepath.Join(folder, file))
		if err != nil {
			return n, err
		}
		*list = strings.Fields(strings.ReplaceAll(string(b), " ", "_"))
	}
	return n, nil
}

// Sizes of the lexicon.
const (
	clusteredWords = 90000
	commonAtLeast  = 2
)

func buildLexicon(n names, in input) (map[string]tagger.Entry, error) {
	words := map[string]tagger.Entry{}
	mark := func(list []string, m uint8) {
		for _, w := range list {
			w = tagger.Fold(strings.ReplaceAll(w, "_", " "))
			if strings.Contains(w, " ") || len(w) < 2 {
				continue
			}
			e := words[w]
			e.Marks |= m
			words[w] = e
		}
	}
	mark(n.first, tagger.FirstName)
	mark(n.last, tagger.LastName)
	mark(n.places, tagger.Place)
	mark(n.all, tagger.AnyName)
	pairs, err := readPairs(in.ding)
	if err != nil {
		return nil, fmt.Errorf("reading the dictionary: %w", err)
	}
	mark(commonWords(pairs, 0), tagger.Common)
	mark(commonWords(pairs, 1), tagger.CommonEnglish)
	small, err := smallWords(in.ding)
	if err != nil {
		return nil, fmt.Errorf("reading the dictionary: %w", err)
	}
	for _, w := range small {
		if e, ok := words[w]; ok {
			e.Marks |= tagger.SmallEnglish
			words[w] = e
		}
	}
	clusters, err := clusterWords(in.glove, words, pairs)
	if err != nil {
		return nil, fmt.Errorf("reading the word vectors: %w", err)
	}
	for w, c := range clusters {
		e := words[w]
		e.Cluster = c
		words[w] = e
	}
	for w, c := range senses(words, pairs) {
		e := words[w]
		e.Sense = c
		words[w] = e
	}
	return words, nil
}

// pair is a German phrase and its English translation, as folded words.
type pair [2][]string

// readPairs reads the dictionary. Its lines hold forms of a word in parallel: "sagen | er sagte ::
// to say | he said".
func readPairs(path string) ([]pair, error) {
	b, err := open(path)
	if err != nil {
		return nil, err
	}
	phrase := func(text string) []string {
		text = notes.ReplaceAllString(text, " ")
		var out []string
		for _, w := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }) {
			if w = strings.Trim(w, "-"); len(w) >= 2 && len(w) <= 24 && !fillers[tagger.Fold(w)] {
				out = append(out, tagger.Fold(w))
			}
		}
		return out
	}
	var out []pair
	for line := range strings.Lines(string(b)) {
		german, english, ok := strings.Cut(strings.TrimSpace(line), " :: ")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		g, e := strings.Split(german, "|"), strings.Split(english, "|")
		for i := range min(len(g), len(e)) {
			out = append(out, pair{phrase(g[i]), phrase(e[i])})
		}
	}
	return out, nil
}

// smallWords are the words of the English side that stand there in small letters at least as often as with
// a capital.
func smallWords(path string) ([]string, error) {
	b, err := open(path)
	if err != nil {
		return nil, err
	}
	small := map[string]int{}
	for line := range strings.Lines(string(b)) {
		_, english, ok := strings.Cut(line, " :: ")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for _, w := range strings.FieldsFunc(notes.ReplaceAllString(english, " "), func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }) {
			folded := tagger.Fold(w)
			if w == folded {
				small[folded]++
			} else {
				small[folded]--
			}
		}
	}
	var out []string
	for w, n := range small {
		if n >= 0 && len(w) >= 3 {
			out = append(out, w)
		}
	}
	return out, nil
}

// notes are grammar and subject in brackets.
var notes = regexp.MustCompile(`[{\[(/][^}\])/]*[}\])/]`)

// fillers stand in the dictionary without belonging to the word.
var fillers = map[string]bool{"to": true, "sb": true, "sth": true, "jdn": true, "jdm": true, "jds": true, "etw": true, "er": true, "sie": true, "he": true, "she": true, "ich": true, "sich": true, "the": true, "an": true, "der": true, "die": true, "das": true}

// commonWords are the words of one side that stand there more than once.
func commonWords(pairs []pair, side int) []string {
	count := map[string]int{}
	for _, p := range pairs {
		for _, w := range p[side] {
			if len(w) >= 3 {
				count[w]++
			}
		}
	}
	var out []string
	for w, n := range count {
		if n >= commonAtLeast {
			out = append(out, w)
		}
	}
	slices.Sort(out)
	return out
}

const (
	dims     = 100
	clusters = 255
	rounds   = 10
)

// clusterWords groups words by their vectors (k-means on the unit sphere): words that stand in the
// same places, such as surnames of politicians or first names of women.
// German words join the group that is nearest to the mean of their translations.
func clusterWords(path string, wanted map[string]tagger.Entry, pairs []pair) (map[string]uint8, error) {
	b, err := open(path)
	if err != nil {
		return nil, err
	}
	at := bytes.Index(b, []byte(`"vectors":{"`))
	if at < 0 {
		return nil, fmt.Errorf("%s holds no vectors", path)
	}
	b = b[at+len(`"vectors":{`):]
	var list []string
	var vectors [][]float32
	for n := 0; len(b) > 0 && b[0] == '"'; n++ {
		colon := bytes.Index(b, []byte(`":[`))
		if colon < 1 {
			break
		}
		w := string(b[1:colon])
		b = b[colon+3:]
		stop := bytes.IndexByte(b, ']')
		if stop < 0 {
			break
		}
		numbers := string(b[:stop])
		if b = b[stop+1:]; len(b) > 0 && b[0] == ',' {
			b = b[1:]
		}
		_, known := wanted[w]
		if n > clusteredWords && (!known || wanted[w].Marks&(tagger.FirstName|tagger.LastName) == 0) || !letters(w) {
			continue
		}
		v := make([]float32, dims)
		sum := 0.0
		for i, text := range strings.SplitN(numbers, ",", dims+1)[:dims] {
			x, err := strconv.ParseFloat(text, 32)
			if err != nil {
				return nil, fmt.Errorf("the vector of %q: %w", w, err)
			}
			v[i] = float32(x)
			sum += x * x
		}
		for i := range v {
			v[i] /= float32(math.Sqrt(max(1e-9, sum)))
		}
		list, vectors = append(list, w), append(vectors, v)
	}
	of, centers := group(vectors, clusters)
	out := make(map[string]uint8, len(list))
	known := make(map[string][]float32, len(list))
	for i, w := range list {
		out[w] = of[i] + 1
		known[w] = vectors[i]
	}
	for w, v := range translated(pairs, known) {
		if _, ok := out[w]; !ok || wanted[w].Marks&tagger.Common != 0 && wanted[w].Marks&tagger.CommonEnglish == 0 {
			out[w] = uint8(nearest(v, centers)) + 1
		}
	}
	return out, nil
}

// translated gives German words the mean vector of their translations.
func translated(pairs []pair, english map[string][]float32) map[string][]float32 {
	out := map[string][]float32{}
	for _, p := range pairs {
		if len(p[0]) != 1 || len(p[1]) == 0 || len(p[1]) > 2 {
			continue
		}
		v := out[p[0][0]]
		if v == nil {
			v = make([]float32, dims)
		}
		for _, w := range p[1] {
			for k, x := range english[w] {
				v[k] += x / float32(len(p[1]))
			}
		}
		out[p[0][0]] = v
	}
	for w, v := range out {
		if slices.Max(v) == 0 && slices.Min(v) == 0 {
			delete(out, w)
		}
	}
	return out
}

func nearest(v []float32, centers [][]float32) int {
	best, most := 0, float32(math.Inf(-1))
	for c, center := range centers {
		s := float32(0)
		for k := range v {
			s += float32(v[k] * center[k])
		}
		if s > most {
			best, most = c, s
		}
	}
	return best
}

func letters(w string) bool {
	for _, r := range w {
		if !unicode.IsLetter(r) && r != '-' {
			return false
		}
	}
	return len(w) >= 2
}

func group(vectors [][]float32, clusters int) (of []uint8, centers [][]float32) {
	dims := len(vectors[0])
	centers = make([][]float32, clusters)
	for c := range centers {
		centers[c] = slices.Clone(vectors[c*len(vectors)/clusters/8]) // spread over the frequent words
	}
	of = make([]uint8, len(vectors))
	for range rounds {
		sums := make([][]float64, clusters)
		for c := range sums {
			sums[c] = make([]float64, dims)
		}
		for i, v := range vectors {
			best := nearest(v, centers)
			of[i] = uint8(best)
			for k, x := range v {
				sums[best][k] += float64(x)
			}
		}
		for c, sum := range sums {
			length := 0.0
			for _, x := range sum {
				length += float64(x * x)
			}
			if length == 0 {
				continue
			}
			for k, x := range sum {
				centers[c][k] = float32(x / math.Sqrt(length))
			}
		}
	}
	return of, centers
}

// senses groups the words of the table of word vectors by meaning.
func senses(words map[string]tagger.Entry, pairs []pair) map[string]uint8 {
	t := table.Default()
	seen := map[string]bool{}
	var list []string
	var vectors [][]float32
	row := make([]int8, t.Dim())
	add := func(w string) {
		if seen[w] {
			return
		}
		seen[w] = true
		tokens := word.Tokens(w, "de")
		if len(tokens) != 1 {
			return
		}
		r := t.Row("de", word.Hash(word.Stem("de", tokens[0])))
		if r == table.None {
			if r = t.Row("en", word.Hash(word.Stem("en", tokens[0]))); r == table.None {
				return
			}
		}
		t.Vector(r, row)
		v := make([]float32, len(row))
		sum := 0.0
		for i, x := range row {
			v[i] = float32(x)
			sum += float64(v[i] * v[i])
		}
		for i := range v {
			v[i] /= float32(math.Sqrt(max(1e-9, sum)))
		}
		list, vectors = append(list, w), append(vectors, v)
	}
	for _, p := range pairs {
		if len(p[0]) == 1 {
			add(p[0][0])
		}
	}
	for _, w := range slices.Sorted(maps.Keys(words)) {
		add(w)
	}
	log.Printf("%d words with senses", len(list))
	of, _ := group(vectors, 255)
	out := map[string]uint8{}
	for i, w := range list {
		out[w] = of[i] + 1
	}
	return out
}
