package retrieve

import (
	"math/rand/v2"
	"testing"
)

func TestDotIsTheSameOnEveryProcessor(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for n := range 300 {
		a, b := make([]int8, n), make([]int8, n)
		for i := range a {
			a[i], b[i] = int8(random.IntN(256)-128), int8(random.IntN(256)-128)
		}
		if got, want := dot(a, b), dotPortable(a, b); got != want {
			t.Errorf("length %d: %d, want %d", n, got, want)
		}
	}
	lowest := make([]int8, 256)
	for i := range lowest {
		lowest[i] = -128
	}
	if got := dot(lowest, lowest); got != 256*128*128 {
		t.Errorf("the lowest values: %d", got)
	}
}

func TestDotsAreThoseOfEachRow(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for _, n := range []int{1, 16, 48, 100, 128} {
		for count := range 13 {
			a, rows := make([]int8, n), make([]int8, n*count)
			for i := range a {
				a[i] = int8(random.IntN(256) - 128)
			}
			for i := range rows {
				rows[i] = int8(random.IntN(256) - 128)
			}
			got := make([]int32, count)
			dots(a, rows, got)
			for i := range got {
				if want := dotPortable(a, rows[i*n:(i+1)*n]); got[i] != want {
					t.Errorf("length %d, row %d of %d: %d, want %d", n, i, count, got[i], want)
				}
			}
		}
	}
}

func BenchmarkDot(b *testing.B) {
	x, y := make([]int8, 128), make([]int8, 128)
	for b.Loop() {
		dot(x, y)
	}
}
