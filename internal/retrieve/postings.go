package retrieve

// postings are lists of passages by key, laid end to end. An entry is the
// passage's number above 8 bits of impact, the saturated frequency in units of
// maxImpact/255.
type postings struct {
	at      []uint32
	entries []uint32
	impact  float32 // value of one unit
}

func (p *postings) list(key uint32) []uint32 { return p.entries[p.at[key]:p.at[key+1]] }

// newPostings prepares lists of the given lengths for filling in order with
// put.
func newPostings(counts []uint32, total int, impact float32) postings {
	p := postings{at: make([]uint32, len(counts)+1), entries: make([]uint32, total), impact: impact}
	// at[k+1] is where list k is filled next; when all is filled, it is where
	// the list ends, which is what at[k+1] means.
	sum := uint32(0)
	for k, n := range counts {
		p.at[k+1] = sum
		sum += n
	}
	return p
}

func (p *postings) put(key, entry uint32) {
	at := p.at[key+1]
	p.entries[at] = entry
	p.at[key+1] = at + 1
}

// add gives each passage of a list what it gets by its impact, one unit of which is worth the weight.
func (p *postings) add(to []float32, key uint32, weight float32) {
	list := p.list(key)
	if len(list) < 512 {
		for _, e := range list {
			to[e>>8] += weight * float32(e&255)
		}
		return
	}
	var worth [256]float32 // to look up takes less than to convert and multiply
	for i := range worth {
		worth[i] = weight * float32(i)
	}
	for _, e := range list {
		to[e>>8] += worth[e&255]
	}
}

// vocabulary numbers term hashes in the order they first appear.
type vocabulary struct {
	hashes []uint32 // by id
	slots  []uint32 // id + 1 by hash, open addressing; a power of two long
}

func newVocabulary(expect int) vocabulary {
	size := 64
	for size < 2*expect {
		size *= 2
	}
	return vocabulary{slots: make([]uint32, size)}
}

func (v *vocabulary) find(hash uint32) (uint32, bool) {
	mask := uint32(len(v.slots) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		id := v.slots[i]
		if id == 0 {
			return 0, false
		}
		if v.hashes[id-1] == hash {
			return id - 1, true
		}
	}
}

func (v *vocabulary) add(hash uint32) uint32 {
	if 2*len(v.hashes) >= len(v.slots) {
		v.grow()
	}
	mask := uint32(len(v.slots) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		id := v.slots[i]
		if id == 0 {
			v.hashes = append(v.hashes, hash)
			v.slots[i] = uint32(len(v.hashes))
			return uint32(len(v.hashes) - 1)
		}
		if v.hashes[id-1] == hash {
			return id - 1
		}
	}
}

func (v *vocabulary) grow() {
	v.slots = make([]uint32, 2*len(v.slots))
	mask := uint32(len(v.slots) - 1)
	for id, hash := range v.hashes {
		i := hash & mask
		for v.slots[i] != 0 {
			i = (i + 1) & mask
		}
		v.slots[i] = uint32(id + 1)
	}
}
