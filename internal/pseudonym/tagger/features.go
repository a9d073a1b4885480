package tagger

// features collects what the model knows of a word from its neighbourhood.
type features struct {
	list []uint64
	id   uint64
}

func (f *features) add(parts ...uint32) {
	f.id++
	h := f.id * 0x9E3779B97F4A7C15
	for _, p := range parts {
		h = (h ^ uint64(p)) * 0xff51afd7ed558ccd
		h ^= h >> 32
	}
	f.list = append(f.list, h)
}

// lexicalFeatures come first.
const lexicalFeatures = 7

// lexical reports whether the i-th of the listed features is about the word itself.
func (f *features) lexical(i int) bool { return i < lexicalFeatures }

// edge stands for a word before the beginning or behind the end.
var edge = wordView{hash: 1, shape: 1}

// of lists the features of the i-th word.
func (f *features) of(words []wordView, i int) {
	f.list, f.id = f.list[:0], 0
	at := func(k int) *wordView {
		if i+k < 0 || i+k >= len(words) {
			return &edge
		}
		return &words[i+k]
	}
	w, b, bb, a, aa := at(0), at(-1), at(-2), at(1), at(2)
	first := uint32(0)
	if i == 0 {
		first = 1
	}
	marks := func(v *wordView) uint32 {
		m := uint32(v.entry.Marks) << 1
		if v.capital {
			m |= 1
		}
		if v.compound {
			m |= 1 << 8
		}
		return m
	}
	cluster := func(v *wordView) uint32 { return uint32(v.entry.Cluster) }

	f.add(w.hash)
	f.add(b.hash, w.hash)
	f.add(w.hash, a.hash)
	f.add(w.prefix[0])
	f.add(w.prefix[1])
	f.add(w.suffix[1])
	f.add(w.suffix[2])
	// Up to here a feature is about the word itself.
	f.add()
	f.add(w.suffix[0])
	f.add(b.hash)
	f.add(a.hash)
	f.add(bb.hash)
	f.add(aa.hash)
	f.add(a.suffix[1])
	f.add(b.suffix[1])
	f.add(w.shape, first)
	f.add(b.shape, w.shape)
	f.add(w.shape, a.shape)
	f.add(b.shape, w.shape, a.shape)
	f.add(marks(w), first, w.shape)
	f.add(marks(b), marks(w))
	f.add(marks(w), marks(a))
	f.add(marks(b), marks(w), marks(a))
	sense := func(v *wordView) uint32 { return uint32(v.entry.Sense) }
	f.add(sense(w))
	f.add(sense(b))
	f.add(sense(a))
	f.add(sense(w), w.shape, first)
	f.add(sense(bb))
	f.add(sense(aa))
	f.add(sense(b), marks(w))
	f.add(sense(a), marks(w))
	f.add(cluster(w))
	f.add(cluster(b))
	f.add(cluster(a))
	f.add(cluster(b), cluster(w))
	f.add(cluster(w), cluster(a))
	f.add(cluster(w), w.shape, first)
	f.add(marks(w), b.hash)
	f.add(marks(w), a.hash)
	f.add(marks(w), cluster(a))
	f.add(marks(w), cluster(b))
	f.add(marks(w), w.suffix[1])
	f.add(marks(w), marks(a), marks(at(2)))
	f.add(marks(w), marks(b), marks(at(-2)))
	f.add(b.suffix[1], marks(w))
	f.add(a.suffix[1], marks(w))
	f.add(cluster(bb), cluster(b))
	f.add(cluster(a), cluster(aa))
}
