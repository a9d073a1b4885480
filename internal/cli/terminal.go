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
		fmt.Fprintf(&visible{to: c.err}, format, args...)
	}
}

func (c *command) marked(text string) string {
	return c.highlighted(text, pseudonym.Placeholders(text))
}

// highlighted is a text as it is shown, on a terminal with some parts in reverse: to be written to raw.
func (c *command) highlighted(text string, parts [][2]int) string {
	if !isTerminal(c.raw) {
		return shown(text)
	}
	var b strings.Builder
	last := 0
	for _, p := range parts {
		b.WriteString(shown(text[last:p[0]]) + "\033[7m" + shown(text[p[0]:p[1]]) + "\033[0m")
		last = p[1]
	}
	return b.String() + shown(text[last:])
}

// filtered is where a text goes that other programs read: as it is, unless that is a terminal.
func (c *command) filtered() io.Writer {
	if isTerminal(c.raw) {
		return c.out
	}
	return c.raw
}
