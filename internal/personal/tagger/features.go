package tagger

// What the model knows of a word from itself and its neighbourhood are features, told apart by hashes.
// Most are about one word only, the word itself or one beside it: their weights are added up once for
// all places where that word stands.

// start is where the hash of the i-th feature starts.
func start(i uint64) uint64 { return (i + 1) * 0x9E3779B97F4A7C15 }

// mix takes a part of a feature into its hash.
func mix(h uint64, part uint32) uint64 {
	h = (h ^ uint64(part)) * 0xff51afd7ed558ccd
	return h ^ h>>32
}

func one(i uint64, a uint32) uint64 { return mix(start(i), a) }

func two(i uint64, a, b uint32) uint64 { return mix(mix(start(i), a), b) }

func three(i uint64, a, b, c uint32) uint64 { return mix(mix(mix(start(i), a), b), c) }

// edge stands for a word before the beginning or behind the end.
var edge = Word{hash: 1, shape: 1}

// packMarks packs what the lexicon says about a word with what its letters say.
func (w *Word) packMarks() uint32 {
	m := uint32(w.entry.Marks) << 1
	if w.capital {
		m |= 1
	}
	if w.compound {
		m |= 1 << 8
	}
	return m
}

// places is how many words a feature can be about: two before, one before, the word itself, one behind,
// two behind.
const places = 5

// itself is the place of the word that is to be judged.
const itself = 2

// alone appends the features about the letters and the marks of the word alone, where it stands at a place.
func (w *Word) alone(to []uint64, place int) []uint64 {
	switch place {
	case itself - 2:
		return append(to, one(11, w.hash))
	case itself - 1:
		return append(to, one(9, w.hash), one(14, w.suffix[1]))
	case itself + 1:
		return append(to, one(10, w.hash), one(13, w.suffix[1]))
	case itself + 2:
		return append(to, one(12, w.hash))
	}
	return append(to, one(0, w.hash), one(3, w.prefix[0]), one(4, w.prefix[1]), one(5, w.suffix[1]), one(6, w.suffix[2]), // lexical
		start(7), one(8, w.suffix[0]), two(41, w.marks, w.suffix[1]))
}

// senseFeature and clusterFeature number the features about the sense and the cluster of the word at each place. Two words away
// the cluster makes none.
var (
	senseFeature   = [places]uint64{27, 24, 23, 25, 28}
	clusterFeature = [places]uint64{itself - 1: 32, itself: 31, itself + 1: 33}
)

// meaning appends the features about the sense and the cluster of the word alone, where it stands at a place.
func (w *Word) meaning(to []uint64, place int) []uint64 {
	to = append(to, one(senseFeature[place], uint32(w.entry.Sense)))
	if f := clusterFeature[place]; f > 0 {
		to = append(to, one(f, uint32(w.entry.Cluster)))
	}
	return to
}

// begins appends the features about a word and whether a sentence begins with it.
func (w *Word) begins(to []uint64, first uint32) []uint64 {
	return append(to, two(15, w.shape, first), three(19, w.marks, first, w.shape), three(26, uint32(w.entry.Sense), w.shape, first), three(36, uint32(w.entry.Cluster), w.shape, first))
}

// together appends the features about several words.
func together(to []uint64, bb, b, w, a, aa *Word) []uint64 {
	clusterBB, clusterB, cluster, clusterA, clusterAA := uint32(bb.entry.Cluster), uint32(b.entry.Cluster), uint32(w.entry.Cluster), uint32(a.entry.Cluster), uint32(aa.entry.Cluster)
	return append(to,
		two(1, b.hash, w.hash), two(2, w.hash, a.hash), // lexical
		two(16, b.shape, w.shape), two(17, w.shape, a.shape), three(18, b.shape, w.shape, a.shape),
		two(20, b.marks, w.marks), two(21, w.marks, a.marks), three(22, b.marks, w.marks, a.marks), three(42, w.marks, a.marks, aa.marks), three(43, w.marks, b.marks, bb.marks),
		two(29, uint32(b.entry.Sense), w.marks), two(30, uint32(a.entry.Sense), w.marks),
		two(34, clusterB, cluster), two(35, cluster, clusterA), two(46, clusterBB, clusterB), two(47, clusterA, clusterAA),
		two(37, w.marks, b.hash), two(38, w.marks, a.hash), two(39, w.marks, clusterA), two(40, w.marks, clusterB),
		two(44, b.suffix[1], w.marks), two(45, a.suffix[1], w.marks))
}

// How many of the features of alone and of together come first that are about the word's letters.
const (
	lexicalAlone    = 5
	lexicalTogether = 2
)
