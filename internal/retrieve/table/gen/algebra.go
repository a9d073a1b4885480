package main

import (
	"math"
	"sort"
)

// The explicit float64 conversions keep compilers from fusing multiplication
// and addition, which would give other bytes on other processors.

func inner(a, b []float64) float64 {
	sum := 0.0
	for i := range a {
		sum += float64(a[i] * b[i])
	}
	return sum
}

func length(v []float64) float64 { return math.Max(1e-12, math.Sqrt(inner(v, v))) }

func addScaled(to, v []float64, by float64) {
	for i := range to {
		to[i] += float64(v[i] * by)
	}
}

func normalise(v []float64) {
	by := 1 / length(v)
	for i := range v {
		v[i] *= by
	}
}

// removeCommon subtracts the mean and projects out the strongest directions,
// both computed on the first n vectors.
func removeCommon(vectors [][]float64, n, directions int) {
	mean := make([]float64, len(vectors[0]))
	for _, v := range vectors[:n] {
		addScaled(mean, v, 1/float64(n))
	}
	for _, v := range vectors {
		addScaled(v, mean, -1)
	}
	axes, _ := principal(vectors[:n])
	for _, axis := range axes[:directions] {
		for _, v := range vectors {
			addScaled(v, axis, -inner(v, axis))
		}
	}
}

// principal gives the principal axes of centred vectors, strongest first, and
// the variance along each.
func principal(vectors [][]float64) ([][]float64, []float64) {
	d := len(vectors[0])
	cov := make([][]float64, d)
	for i := range cov {
		cov[i] = make([]float64, d)
	}
	for _, v := range vectors {
		for i := range v {
			for j := i; j < d; j++ {
				cov[i][j] += float64(v[i] * v[j])
			}
		}
	}
	for i := range cov {
		for j := i; j < d; j++ {
			cov[i][j] /= float64(len(vectors))
			cov[j][i] = cov[i][j]
		}
	}
	return eigen(cov)
}

// eigen finds the eigenvectors of a symmetric matrix by Jacobi rotations. Signs
// are fixed so that the largest component is positive.
func eigen(a [][]float64) ([][]float64, []float64) {
	d := len(a)
	v := make([][]float64, d)
	for i := range v {
		v[i] = make([]float64, d)
		v[i][i] = 1
	}
	for range 60 {
		off := 0.0
		for i := range a {
			for j := i + 1; j < d; j++ {
				off += float64(a[i][j] * a[i][j])
			}
		}
		if off < 1e-18 {
			break
		}
		for p := range a {
			for q := p + 1; q < d; q++ {
				rotate(a, v, p, q)
			}
		}
	}
	order := make([]int, d)
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool { return a[order[i]][order[i]] > a[order[j]][order[j]] })
	axes, values := make([][]float64, d), make([]float64, d)
	for n, k := range order {
		axis := make([]float64, d)
		largest := 0
		for i := range axis {
			axis[i] = v[i][k]
			if math.Abs(axis[i]) > math.Abs(axis[largest]) {
				largest = i
			}
		}
		if axis[largest] < 0 {
			for i := range axis {
				axis[i] = -axis[i]
			}
		}
		axes[n], values[n] = axis, a[k][k]
	}
	return axes, values
}

func rotate(a, v [][]float64, p, q int) {
	if math.Abs(a[p][q]) < 1e-15 {
		return
	}
	theta := (a[q][q] - a[p][p]) / (2 * a[p][q])
	t := 1 / (math.Abs(theta) + math.Sqrt(float64(theta*theta)+1))
	if theta < 0 {
		t = -t
	}
	c := 1 / math.Sqrt(float64(t*t)+1)
	s := t * c
	for i := range a {
		x, y := a[i][p], a[i][q]
		a[i][p] = float64(c*x) - float64(s*y)
		a[i][q] = float64(s*x) + float64(c*y)
	}
	for i := range a {
		x, y := a[p][i], a[q][i]
		a[p][i] = float64(c*x) - float64(s*y)
		a[q][i] = float64(s*x) + float64(c*y)
	}
	for i := range v {
		x, y := v[i][p], v[i][q]
		v[i][p] = float64(c*x) - float64(s*y)
		v[i][q] = float64(s*x) + float64(c*y)
	}
}
