package tagger

// features are what the model knows of a word from its neighbourhood, as hashes.
type features [48]uint64

// lexicalFeatures is how many of the features are about the word itself. They come first.
const lexicalFeatures = 7

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

// of makes the features of the i-th word.
func (f *features) of(words []Word, i int) {
	at := func(k int) *Word {
		if k < 0 || k >= len(words) {
			return &edge
		}
		return &words[k]
	}
	bb, b, w, a, aa := at(i-2), at(i-1), &words[i], at(i+1), at(i+2)
	first := uint32(0)
	if i == 0 {
		first = 1
	}
	marksBB, marksB, marks, marksA, marksAA := bb.marks, b.marks, w.marks, a.marks, aa.marks
	senseBB, senseB, sense, senseA, senseAA := uint32(bb.entry.Sense), uint32(b.entry.Sense), uint32(w.entry.Sense), uint32(a.entry.Sense), uint32(aa.entry.Sense)
	clusterBB, clusterB, cluster, clusterA, clusterAA := uint32(bb.entry.Cluster), uint32(b.entry.Cluster), uint32(w.entry.Cluster), uint32(a.entry.Cluster), uint32(aa.entry.Cluster)
	*f = features{
		one(0, w.hash),
		two(1, b.hash, w.hash),
		two(2, w.hash, a.hash),
		one(3, w.prefix[0]),
		one(4, w.prefix[1]),
		one(5, w.suffix[1]),
		one(6, w.suffix[2]),
		// Up to here a feature is about the word itself.
		start(7),
		one(8, w.suffix[0]),
		one(9, b.hash),
		one(10, a.hash),
		one(11, bb.hash),
		one(12, aa.hash),
		one(13, a.suffix[1]),
		one(14, b.suffix[1]),
		two(15, w.shape, first),
		two(16, b.shape, w.shape),
		two(17, w.shape, a.shape),
		three(18, b.shape, w.shape, a.shape),
		three(19, marks, first, w.shape),
		two(20, marksB, marks),
		two(21, marks, marksA),
		three(22, marksB, marks, marksA),
		one(23, sense),
		one(24, senseB),
		one(25, senseA),
		three(26, sense, w.shape, first),
		one(27, senseBB),
		one(28, senseAA),
		two(29, senseB, marks),
		two(30, senseA, marks),
		one(31, cluster),
		one(32, clusterB),
		one(33, clusterA),
		two(34, clusterB, cluster),
		two(35, cluster, clusterA),
		three(36, cluster, w.shape, first),
		two(37, marks, b.hash),
		two(38, marks, a.hash),
		two(39, marks, clusterA),
		two(40, marks, clusterB),
		two(41, marks, w.suffix[1]),
		three(42, marks, marksA, marksAA),
		three(43, marks, marksB, marksBB),
		two(44, b.suffix[1], marks),
		two(45, a.suffix[1], marks),
		two(46, clusterBB, clusterB),
		two(47, clusterA, clusterAA),
	}
}
