package guarded

import (
	"errors"

	"github.com/webchatagent/wca/internal/extract/refusal"
)

// CheckJSON refuses JSON that opens more brackets than its reader should
// follow.
func CheckJSON(source string) error {
	depth, quoted := 0, false
	for i := 0; i < len(source); i++ {
		switch c := source[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{' || c == '[':
			if depth++; depth > maxNesting {
				return refusal.Hostile.Because(errors.New("JSON nested too deeply"))
			}
		case c == '}' || c == ']':
			depth--
		}
	}
	return nil
}

// maxNesting bounds how deep JSON may nest; real files stay below 30.
const maxNesting = 200
