package table_test

import (
	"fmt"
	"math"
	"slices"
	"sort"
	"testing"

	"github.com/webchatagent/wca/internal/retrieve/table"
	"github.com/webchatagent/wca/internal/word"
)

func row(t *testing.T, lang, text string) int32 {
	t.Helper()
	token := word.Tokens(text, lang)[0]
	r := table.Default().Row(lang, word.Hash(word.Stem(lang, token)))
	if r == table.None {
		t.Fatalf("%s %q is not in the table", lang, text)
	}
	return r
}

func similarity(a, b int32) float64 {
	t := table.Default()
	x, y := make([]int8, t.Dim()), make([]int8, t.Dim())
	t.Vector(a, x)
	t.Vector(b, y)
	var xy, xx, yy float64
	for i := range x {
		xy += float64(x[i]) * float64(y[i])
		xx += float64(x[i]) * float64(x[i])
		yy += float64(y[i]) * float64(y[i])
	}
	return xy / math.Sqrt(xx*yy)
}

func TestRelatedWordsAreNear(t *testing.T) {
	for _, c := range []struct{ langA, a, langB, near, far string }{
		{"de", "Lieferzeit", "en", "delivery", "elephant"},
		{"de", "Hund", "de", "Katze", "Steuer"},
		{"de", "Arzt", "en", "doctor", "bicycle"},
		{"de", "Öffnungszeiten", "de", "geöffnet", "Hund"},
		{"en", "price", "de", "kostet", "schwimmen"},
		{"en", "refund", "de", "Rückerstattung", "Berg"},
	} {
		near := similarity(row(t, c.langA, c.a), row(t, c.langB, c.near))
		far := similarity(row(t, c.langA, c.a), row(t, c.langB, c.far))
		if near < far+0.2 {
			t.Errorf("%s–%s %.2f, %s–%s %.2f", c.a, c.near, near, c.a, c.far, far)
		}
	}
}

func TestTranslations(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"de", "Hund", "dog"}, {"de", "Lieferzeit", "delivery time"}, {"en", "dog", "hund"}, {"en", "invoice", "rechnung"},
	} {
		got := table.Default().Translations(row(t, c.lang, c.text))
		found := false
		for _, g := range got {
			found = found || g == c.want
		}
		if !found {
			t.Errorf("%s: %q, want %q among them", c.text, got, c.want)
		}
	}
}

func TestOpenRefusesDamagedData(t *testing.T) {
	for _, data := range [][]byte{nil, []byte("WCATAB02"), make([]byte, 100)} {
		if _, err := table.Open(data); err == nil {
			t.Errorf("opened %d bytes of nothing", len(data))
		}
	}
}

func TestEveryRowCanBeRead(t *testing.T) {
	tab := table.Default()
	v := make([]int8, tab.Dim())
	for r := range int32(tab.Rows()) {
		tab.Vector(r, v)
		tab.Translations(r)
		if w := tab.Weight(r); w < 0 || w > 1 {
			t.Fatalf("row %d weighs %f", r, w)
		}
	}
}

func TestNoComponentIsFarAboveTheOthers(t *testing.T) {
	tab := table.Default()
	v, squares := make([]int8, tab.Dim()), make([]float64, tab.Dim())
	for r := range int32(tab.Rows()) {
		tab.Vector(r, v)
		for i, x := range v {
			squares[i] += float64(x) * float64(x)
		}
	}
	if most, least := math.Sqrt(slices.Max(squares)), math.Sqrt(slices.Min(squares)); most > 2*least {
		t.Errorf("the strongest component is %.1f times as strong as the weakest", most/least)
	}
}

func ExampleTable_Translations() {
	t := table.Default()
	all := t.Translations(t.Row("de", word.Hash("katz")))
	sort.Strings(all)
	fmt.Println(all[0])
	// Output: cat
}
