package forest

import "golang.org/x/sys/cpu"

//go:noescape
func addAVX2(sums *[lanes]float32, b *block, features *int32, thresholds, values *float32, trees int)

var avx2 = cpu.X86.HasAVX2

func (e *Even) add(sums *[lanes]float32, b *block) {
	if !avx2 || e.depth != evenDepth || e.count == 0 {
		e.addPortable(sums, b)
		return
	}
	addAVX2(sums, b, &e.features[0], &e.thresholds[0], &e.values[0], e.count)
}
