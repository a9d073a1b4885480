package pseudonym

import (
	"strings"
	"sync"
)

// note is what the lexicon says about a word.
type note struct {
	clue uint32 // set of clues
}

// lexicon holds the word lists. It is read once in a process.
type lexicon struct{ clues map[string]uint32 }

var words = sync.OnceValue(func() *lexicon { return &lexicon{clues: clueIndex()} })

// readWords looks every word up and remembers where clues stand.
func (s *scan) readWords() {
	s.notes = make([]note, len(s.tokens))
	var small, pair []byte
	last := -1 // the word before, if nothing but "." and "-" stands between
	for i, t := range s.tokens {
		if t.kind != word {
			if c := s.text[t.start]; t.kind == number || c != '.' && c != '-' {
				last = -1
			}
			continue
		}
		small = appendLower(small[:0], s.text[t.start:t.end])
		bits := s.words.clues[string(small)]
		if last >= 0 && bits&(headNoun|secondWord) != 0 {
			before := s.tokens[last]
			both := uint32(0)
			if bits&secondWord != 0 && t.start-before.end <= 3 {
				pair = append(append(appendLower(pair[:0], s.text[before.start:before.end]), ' '), small...)
				both = s.words.clues[string(pair)]
			}
			if known := s.notes[last].clue; bits&headNoun != 0 && known != 0 {
				bits = known // a "tracking number" is about the tracking
			}
			bits |= both
		}
		bits &^= headNoun | secondWord
		last = i
		s.notes[i].clue = bits
		for c := clue(0); bits != 0; c++ {
			if bits&1 != 0 {
				s.clues[c] = append(s.clues[c], t.end)
			}
			bits >>= 1
		}
	}
}

// appendLower appends w in small letters, those of German and French included.
func appendLower(to []byte, w string) []byte {
	for i := range len(w) {
		c := w[i]
		switch {
		case c >= 'A' && c <= 'Z':
			c += 'a' - 'A'
		case c >= 0x80 && c <= 0x9e && c != 0x97 && i > 0 && w[i-1] == 0xc3: // À…Þ in UTF-8
			c += 0x20
		}
		to = append(to, c)
	}
	return to
}

// public holds the values that are never replaced.
type public struct {
	values  map[string]bool
	domains []string // "@firma.de"
}

func newPublic(f *Finder, list []string) public {
	p := public{values: map[string]bool{}}
	for _, v := range list {
		v = strings.TrimSpace(v)
		if strings.HasPrefix(v, "@") {
			p.domains = append(p.domains, strings.ToLower(v))
			continue
		}
		p.values[fold(v)] = true
		for _, e := range f.scan(newView(v).text) { // other spellings of the same number
			p.values[string(e.Type)+"\x00"+e.normal(v)] = true
		}
	}
	return p
}

func (p public) has(e Entity) bool {
	if len(p.values) == 0 && len(p.domains) == 0 {
		return false
	}
	value := e.value
	if p.values[fold(value)] || p.values[string(e.Type)+"\x00"+value] {
		return true
	}
	for _, d := range p.domains {
		if e.Type == Email && strings.HasSuffix(strings.ToLower(value), d) {
			return true
		}
	}
	return false
}

// normal is the value under which equal things are equal.
func (e Entity) normal(text string) string {
	if e.value != "" {
		return e.value
	}
	if e.Text != "" {
		return fold(e.Text)
	}
	return fold(text)
}

func fold(v string) string { return strings.Join(strings.Fields(strings.ToLower(v)), " ") }

// phrases are values that are always replaced.
type phrases []string

func newPhrases(list []string) phrases {
	var out phrases
	for _, v := range list {
		if v = strings.TrimSpace(v); v != "" {
			out = append(out, strings.ToLower(newView(v).text))
		}
	}
	return out
}

func (p phrases) find(s *scan) {
	if len(p) == 0 {
		return
	}
	lower := strings.ToLower(s.text)
	if len(lower) != len(s.text) { // a letter whose small form has another length: compare as written
		lower = s.text
	}
	for _, phrase := range p {
		for from := 0; ; {
			at := strings.Index(lower[from:], phrase)
			if at < 0 {
				break
			}
			start, end := from+at, from+at+len(phrase)
			if !glued(s.text, start) && !runsOn(s.text, end) {
				s.add(start, end, Private, 1, phrase)
			}
			from = end
		}
	}
}
