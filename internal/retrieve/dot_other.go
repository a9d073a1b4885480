//go:build !amd64

package retrieve

// dot is the inner product of two vectors of the same length.
func dot(a, b []int8) int32 { return dotPortable(a, b) }

// dots puts the inner products of a with each of the vectors of its length that stand end to end in rows into
// out.
func dots(a, rows []int8, out []int32) { dotsPortable(a, rows, out) }
