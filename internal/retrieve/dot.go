package retrieve

// dotsPortable puts the inner products of a with each of the vectors of its length that stand end to end in
// rows into out.
func dotsPortable(a, rows []int8, out []int32) {
	for i := range out {
		out[i] = dotPortable(a, rows[i*len(a):(i+1)*len(a)])
	}
}

// dotPortable is the inner product of two vectors of the same length.
func dotPortable(a, b []int8) int32 {
	var s0, s1, s2, s3 int32
	b = b[:len(a)]
	i := 0
	for ; i+4 <= len(a); i += 4 {
		s0 += int32(a[i]) * int32(b[i])
		s1 += int32(a[i+1]) * int32(b[i+1])
		s2 += int32(a[i+2]) * int32(b[i+2])
		s3 += int32(a[i+3]) * int32(b[i+3])
	}
	for ; i < len(a); i++ {
		s0 += int32(a[i]) * int32(b[i])
	}
	return s0 + s1 + s2 + s3
}
