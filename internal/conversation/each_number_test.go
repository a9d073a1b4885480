package conversation

import "testing"

// Several answers become one, whose sources are numbered through; what stands in brackets otherwise stays as it is.
func TestNumbersOfSourcesAreThoseOfTheWholeAnswer(t *testing.T) {
	j := joined{used: []Citation{{N: 1, Document: "a"}}}
	const said = "So [1], `x[1]`, ` alone [1], \\[1] and [2].\n```\ny[1]\n```\n[1]"
	const want = "So [2], `x[1]`, ` alone [2], \\[1] and [2].\n```\ny[1]\n```\n[2]"
	if got := j.numbered(said, []Citation{{N: 1, Document: "b"}}); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
