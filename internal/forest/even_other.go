//go:build !amd64

package forest

func (e *Even) add(sums *[lanes]float32, b *block) { e.addPortable(sums, b) }
