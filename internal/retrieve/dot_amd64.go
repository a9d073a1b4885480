package retrieve

import "golang.org/x/sys/cpu"

//go:noescape
func dotAVX2(a, b *int8, n int) int32

var avx2 = cpu.X86.HasAVX2

// dot is the inner product of two vectors of the same length.
func dot(a, b []int8) int32 {
	n := len(a) &^ 15
	if !avx2 || n == 0 {
		return dotPortable(a, b)
	}
	b = b[:len(a)]
	s := dotAVX2(&a[0], &b[0], n)
	if n < len(a) {
		s += dotPortable(a[n:], b[n:])
	}
	return s
}
