package retrieve

import "golang.org/x/sys/cpu"

//go:noescape
func dotAVX2(a, b *int8, n int) int32

//go:noescape
func dotsAVX2(a, rows *int8, n int, out *int32, count int)

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

// dots puts the inner products of a with each of the vectors of its length that stand end to end in rows into
// out.
func dots(a, rows []int8, out []int32) {
	n, count := len(a), len(out)&^3
	if !avx2 || n == 0 || n%16 != 0 {
		dotsPortable(a, rows, out)
		return
	}
	if count > 0 {
		_ = rows[n*count-1]
		dotsAVX2(&a[0], &rows[0], n, &out[0], count)
	}
	for i := count; i < len(out); i++ {
		out[i] = dotAVX2(&a[0], &rows[i*n : (i+1)*n][0], n)
	}
}
