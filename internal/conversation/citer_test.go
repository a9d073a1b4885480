package conversation

import (
	"slices"
	"testing"

	"github.com/webchatagent/wca/internal/passage"
)

func places(addresses ...string) []passage.Passage {
	var out []passage.Passage
	for _, a := range addresses {
		out = append(out, passage.Passage{Address: a, Title: a, Text: "text of " + a})
	}
	return out
}

func TestMarkersAreCheckedAndNumberedByAppearance_L14(t *testing.T) {
	for name, c := range map[string]struct {
		passages []passage.Passage
		in, want string
		cited    []string
	}{
		"renumbered":       {places("a", "b", "c"), "X [3]. Y [1]. Z [3].", "X [1]. Y [2]. Z [1].", []string{"c", "a"}},
		"unknown dropped":  {places("a"), "X [7]. Y [1].", "X. Y [1].", []string{"a"}},
		"zero dropped":     {places("a"), "X [0].", "X.", nil},
		"list":             {places("a", "b"), "X [1, 2].", "X [1][2].", []string{"a", "b"}},
		"list partly":      {places("a"), "X [1; 9].", "X [1].", []string{"a"}},
		"same place":       {places("a", "a"), "X [1][2].", "X [1].", []string{"a"}},
		"no marker":        {places("a"), "array[i] and [note] stay", "array[i] and [note] stay", nil},
		"empty brackets":   {places("a"), "a [] b", "a [] b", nil},
		"open at the end":  {places("a"), "text [1", "text [1", nil},
		"huge number":      {places("a"), "[99999999999999999999999]", "", nil},
		"escaped":          {places("a"), `at \[1] or \[6] [1].`, `at \[1] or \[6] [1].`, []string{"a"}},
		"in code":          {places("b", "a"), "use `x[1]` and ``y`[9]`` [2].", "use `x[1]` and ``y`[9]`` [1].", []string{"a"}},
		"in a block":       {places("a"), "```\nx[1]\n`y[2]\n```\nSo [1].", "```\nx[1]\n`y[2]\n```\nSo [1].", []string{"a"}},
		"a lone backtick":  {places("a"), "5` long\nSo [1].", "5` long\nSo [1].", []string{"a"}},
		"not even one":     {places("a"), "5` long [1] [7]. So [1].", "5` long [1]. So [1].", []string{"a"}},
		"one in two lines": {places("a"), "5` [1]\n6` [1]", "5` [1]\n6` [1]", []string{"a"}},
		"code at the end":  {places("a"), "So [1]: `x[1]`", "So [1]: `x[1]`", []string{"a"}},
		"a year in braces": {places("a"), "seit [2019] da", "seit da", nil},
	} {
		t.Run(name, func(t *testing.T) {
			whole := newCiter(c.passages)
			got := whole.write(c.in) + whole.close()
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			var cited []string
			for i, one := range whole.citations() {
				if one.N != i+1 {
					t.Errorf("citation %d has number %d", i+1, one.N)
				}
				cited = append(cited, one.Document)
			}
			if !slices.Equal(cited, c.cited) {
				t.Errorf("cited %q, want %q", cited, c.cited)
			}
			for cut := range c.in { // however the stream is cut, the result is the same
				parts := newCiter(c.passages)
				if got := parts.write(c.in[:cut]) + parts.write(c.in[cut:]) + parts.close(); got != c.want || parts.text() != c.want {
					t.Errorf("cut at %d: got %q, stored %q", cut, got, parts.text())
				}
			}
		})
	}
}

// A line without end is not looked at again with each piece.
func TestALoneBacktickHoldsLittleBack(t *testing.T) {
	c := newCiter([]passage.Passage{{Address: "a"}})
	c.write("5` ")
	for range 200 {
		c.write("long [1] ")
	}
	if len(c.held) > longestCode || len(c.citations()) != 1 {
		t.Errorf("%d bytes are held, cited %v", len(c.held), c.citations())
	}
}

func TestACitationOpensWhereThePassageStands(t *testing.T) {
	for want, p := range map[string]passage.Passage{
		"https://a.test/x#hours":         {Address: "https://a.test/x", Anchor: "hours"},
		"https://a.test/list.pdf#page=3": {Address: "https://a.test/list.pdf", Page: 3, Anchor: "ignored"},
		"https://a.test/x":               {Address: "https://a.test/x"},
		"":                               {Address: "folder/price list.docx", Page: 2},
	} {
		if got := OpenURL(p); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestFarDownInALongDocumentOrWithANumberASectionIsAPlaceOfItsOwn(t *testing.T) {
	at := func(ordinal int, heading string) passage.Passage {
		return passage.Passage{Address: "bgb.md", Title: "BGB", Headings: []string{"BGB", heading}, Ordinal: ordinal, Text: heading}
	}
	c := newCiter([]passage.Passage{at(0, "Geltung"), at(3, "Inkrafttreten"), at(5, "§ 1"), at(400, "§ 433 Kaufvertrag"), at(401, "§ 433 Kaufvertrag"), at(900, "§ 573c Fristen")})
	if got, want := c.write("A [1]. B [2]. C [3]. D [4]. E [5]. F [6]. G [1]."), "A [1]. B [1]. C [2]. D [3]. E [3]. F [4]. G [1]."; got != want {
		t.Errorf("wrote %q, want %q", got, want)
	}
	var titles []string
	for _, citation := range c.citations() {
		titles = append(titles, citation.Title)
	}
	if want := []string{"BGB", "BGB – § 1", "BGB – § 433 Kaufvertrag", "BGB – § 573c Fristen"}; !slices.Equal(titles, want) {
		t.Errorf("cited %q, want %q", titles, want)
	}
}
