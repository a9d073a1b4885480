//go:build !amd64

package retrieve

// dot is the inner product of two vectors of the same length.
func dot(a, b []int8) int32 { return dotPortable(a, b) }
