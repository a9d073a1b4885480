package forest

import "testing"

func TestPackAndRead(t *testing.T) {
	f := Forest{Base: 0.5, Trees: []Tree{
		{{Feature: 1, Left: 1, Right: 2, Threshold: 3}, {Feature: -1, Threshold: -1}, {Feature: -1, Threshold: 2}},
		{{Feature: -1, Threshold: 0.25}},
	}}
	packed := f.Pack(nil)
	got, rest, err := Read(append(packed, 7), 2)
	if err != nil || len(rest) != 1 {
		t.Fatalf("rest %v, error %v", rest, err)
	}
	for _, c := range []struct{ x, want float32 }{{3, -0.25}, {3.5, 2.75}} {
		if s := got.Score([]float32{0, c.x}); s != c.want {
			t.Errorf("score of %v is %v, want %v", c.x, s, c.want)
		}
	}
	if _, _, err := Read(packed, 1); err == nil {
		t.Error("a forest that looks at a number the rows do not have was read")
	}
	for n := range packed {
		if _, _, err := Read(packed[:n], 2); err == nil {
			t.Errorf("the first %d bytes were read as a whole", n)
		}
	}
	circle := Forest{Trees: []Tree{{{Feature: 0, Left: 0, Right: 0}}}}
	if _, _, err := Read(circle.Pack(nil), 1); err == nil {
		t.Error("a tree that leads back to its root was read")
	}
}
