package table_test

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"math"
	"os"
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
		{"fr", "livraison", "en", "delivery", "elephant"},
		{"nl", "fietsen", "de", "Fahrrad", "Steuer"},
		{"es", "precio", "fr", "prix", "chien"},
		{"cs", "lékař", "pt", "médico", "árvore"},
		{"tr", "köpek", "tr", "kedi", "vergi"},
		{"ru", "рыба", "uk", "риба", "гора"},
		{"ar", "سمك", "hi", "मछली", "पहाड़"},
		{"hu", "számla", "it", "conto", "cane"},
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

func TestDamagedWordsOfFurtherLanguagesAreRefused(t *testing.T) {
	static, err := os.ReadFile("static.bin")
	if err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile("abroad.bin")
	if err != nil {
		t.Fatal(err)
	}
	with := func(at int, b byte) []byte {
		data := slices.Clone(whole)
		data[at] ^= b
		return data
	}
	open := func(data []byte) error {
		tab, err := table.Open(static) // one takes them but once
		if err != nil {
			t.Fatal(err)
		}
		return tab.OpenAbroad(data)
	}
	if err := open(whole); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{
		"nothing": nil, "its beginning": []byte(table.MagicAbroad), "no languages": whole[:20], "cut": whole[:len(whole)-1], "more": append(slices.Clone(whole), 0),
		"another form": with(7, 1), "of another table": with(12, 1), "many languages": with(17, 1), "many words": with(27, 1), "a word less": with(24, 1),
	} {
		if open(data) == nil {
			t.Errorf("%s was opened", name)
		}
	}
	if table.Default().OpenAbroad(whole) == nil {
		t.Error("a second list was opened")
	}
	if empty := (*table.Table)(nil); empty.Rows()+empty.English() != 0 || empty.Knows("fr") || empty.Means(3) != nil {
		t.Error("the empty table knows words")
	}
}

// Opening looks at no word, so this is what tells that the file is whole.
func TestEveryWordOfAFurtherLanguageMeansEnglishOnes(t *testing.T) {
	data, err := os.ReadFile("abroad.bin")
	if err != nil {
		t.Fatal(err)
	}
	if crc32.ChecksumIEEE(data[12:]) != binary.LittleEndian.Uint32(data[8:]) {
		t.Error("the file is not as it was made")
	}
	tab := table.Default()
	v := make([]int8, tab.Dim())
	words := 0
	for row := int32(tab.Rows()); len(tab.Means(row)) > 0; row++ {
		for _, m := range tab.Means(row) {
			if int(m) < tab.Rows()-tab.English() || int(m) >= tab.Rows() {
				t.Fatalf("row %d means %d, which is no English word", row, m)
			}
		}
		tab.Vector(row, v)
		if w := tab.Weight(row); w <= 0 || w > 1 {
			t.Fatalf("row %d weighs %f", row, w)
		}
		words++
	}
	if words < 200000 {
		t.Errorf("only %d words", words)
	}
	if tab.Knows("fi") || !tab.Knows("fr") || !tab.Knows("de") {
		t.Error("the languages are not those of the file")
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
