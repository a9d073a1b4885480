package verify

import (
	"strconv"
	"testing"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/retrieve"
)

// judged says what sentences about some passages are judged as, all of which were found.
type judged struct {
	language string // of the sentences
	passages []passage.Passage
	said     map[string]Reason
}

func (j judged) check(t *testing.T) {
	t.Helper()
	index, hits := allOf(j.passages)
	for text, want := range j.said {
		judge(t, New(index, hits, Said{}, j.language), text, want)
	}
}

// judge checks what a sentence is judged as, "" if it is supported.
func judge(t *testing.T, c *Checker, text string, want Reason) {
	t.Helper()
	if v := c.Sentence(text); v.Reason != want || v.Supported != (want == "") {
		t.Errorf("%q: %+v, want %q", text, v, want)
	}
}

// texts are passages of a text each.
func texts(language string, texts ...string) []passage.Passage {
	var passages []passage.Passage
	for i, text := range texts {
		passages = append(passages, passage.Passage{ID: strconv.Itoa(i), Document: strconv.Itoa(i), Text: text, Language: language})
	}
	return passages
}

// allOf are an index of passages, and all of them as hits.
func allOf(passages []passage.Passage) (*retrieve.Index, []retrieve.Result) {
	index := retrieve.Build(passages, retrieve.Options{})
	var hits []retrieve.Result
	for i := range index.Len() {
		hits = append(hits, index.Hit(i))
	}
	return index, hits
}
