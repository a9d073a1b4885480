package cli

import (
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"github.com/webchatagent/wca/internal/pseudonym"
)

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// hint prints a message unless --quiet.
func (c *command) hint(format string, args ...any) {
	if !c.quiet {
		fmt.Fprintf(c.err, format, args...)
	}
}

func (c *command) marked(text string) string {
	return c.highlighted(text, pseudonym.Placeholders(text))
}

// highlighted is a text with some parts in reverse on a terminal; else it is the text.
func (c *command) highlighted(text string, parts [][2]int) string {
	if !isTerminal(c.out) {
		return text
	}
	var b strings.Builder
	last := 0
	for _, p := range parts {
		b.WriteString(text[last:p[0]] + "\033[7m" + text[p[0]:p[1]] + "\033[0m")
		last = p[1]
	}
	return b.String() + text[last:]
}
