package wordlist

// Sieve holds words and tells most others by their first letter and their length to be none of them, without looking for them.
// It is for lists that are asked about many words.
type Sieve struct {
	words   map[string]bool
	lengths [32]uint64 // of the words, by the lower five bits of their first byte: a bit for each, modulo 64
}

// Sieved holds the words of a text.
func Sieved(words string) *Sieve { return Sift(Set(words)) }

// Sift holds the words of a set, of which none is empty.
func Sift(set map[string]bool) *Sieve {
	s := &Sieve{words: set}
	for w := range set {
		s.lengths[w[0]&31] |= 1 << (len(w) & 63)
	}
	return s
}

// Has reports whether w is one of the words.
func (s *Sieve) Has(w string) bool {
	return len(w) > 0 && s.lengths[w[0]&31]>>(len(w)&63)&1 != 0 && s.words[w]
}
