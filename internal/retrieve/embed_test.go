package retrieve

import "testing"

// A model knows synonyms that no word list has; its vectors take the table's place, and only when
// nearly all passages have them.
func TestARemoteEmbedderRanks(t *testing.T) {
	vector := func(document string) []float32 {
		if document == "/de/versand.html" {
			return []float32{0.9, 0.1, 0.2}
		}
		return []float32{-0.2, 0.9, 0.1}
	}
	passages := site()
	for i := range passages {
		passages[i].Embedded = PackVector("fake/3", vector(passages[i].Document))
	}
	question := Query{Text: "Zustellservice?", Vector: []float32{1, 0, 0.1}, K: 1}
	found := Build(passages, Options{Embedder: "fake/3"}).Search(question)
	if len(found.Hits) == 0 || found.Hits[0].Passage.Document != "/de/versand.html" {
		t.Errorf("with vectors: %v", documents(found))
	}
	same := func(a, b Results) bool {
		if len(a.Hits) != len(b.Hits) {
			return false
		}
		for i := range a.Hits {
			if a.Hits[i].Passage.ID != b.Hits[i].Passage.ID || a.Hits[i].Score != b.Hits[i].Score {
				return false
			}
		}
		return true
	}
	table := Build(site(), Options{}).Search(Query{Text: question.Text, K: 1})
	if got := Build(passages, Options{Embedder: "other/3"}).Search(question); !same(got, table) {
		t.Error("vectors of another model were used")
	}
	if got := Build(passages, Options{Embedder: "fake/3"}).Search(Query{Text: question.Text, Vector: []float32{1, 0}, K: 1}); !same(got, table) {
		t.Error("a question's vector of another size was used")
	}
	for i := range passages[:len(passages)/2] {
		passages[i].Embedded = nil
	}
	if got := Build(passages, Options{Embedder: "fake/3"}).Search(question); !same(got, table) {
		t.Error("half of the passages have vectors, and they were used")
	}
}
