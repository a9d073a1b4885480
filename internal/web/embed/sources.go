package embed

import (
	"fmt"

	"github.com/webchatagent/wca/internal/conversation"
)

// sources are an answer's citations as visitors get them. Where a file lies on the server is not theirs to know, and
// its name is in the title as far as it may be shown: what tells two files apart is that, counted where it is the same.
func sources(all []conversation.Citation) []conversation.Citation {
	out := make([]conversation.Citation, len(all))
	files := map[string]int{} // paths of a title
	named := map[string]string{}
	for i, c := range all {
		if c.URL == "" {
			name, known := named[c.Document]
			if !known {
				name = c.Title
				if files[c.Title]++; files[c.Title] > 1 {
					name = fmt.Sprintf("%s (%d)", c.Title, files[c.Title])
				}
				named[c.Document] = name
			}
			c.Document = name
		}
		out[i] = c
	}
	return out
}
