package document

import (
	"strings"

	"github.com/webchatagent/wca/internal/word"
)

// Language decides between what the page declares and what its words say; the
// words win when there are enough of them, because templates often declare
// English for everything.
func Language(declared string, blocks []Block) string {
	declared = strings.ToLower(strings.TrimSpace(declared))
	if i := strings.IndexAny(declared, "-_"); i > 0 {
		declared = declared[:i]
	}
	if len(declared) != 2 {
		declared = ""
	}
	var sample strings.Builder
	for _, b := range blocks {
		if b.Kind != KindCode {
			sample.WriteString(b.Text + "\n")
		}
		if sample.Len() > 10000 {
			break
		}
	}
	said, sure := word.Language(sample.String())
	switch {
	case declared == "":
		if sure < 0.3 {
			return ""
		}
		return said
	case said != "" && sure > 0.65 && sample.Len() > 200:
		return said
	}
	return declared
}
