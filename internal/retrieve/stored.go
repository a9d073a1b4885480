package retrieve

import (
	"bytes"
	"runtime"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/retrieve/analysis"
	"github.com/webchatagent/wca/internal/retrieve/table"
)

// Analyse does the language work of one passage: it fills Language, where the
// text shows it, and Analysed. A language given beforehand (the page said so)
// decides only where the text is too short to tell.
func Analyse(p *passage.Passage) {
	p.Analysed = analysis.Of(p, table.Default()).Encode(table.Default())
}

// Renew analyses those of the passages anew whose stored analysis another version of the program made, several at once, and
// returns them: who stores them again spares every later Build the work.
func Renew(passages []passage.Passage) []passage.Passage {
	stamp := Stamp()
	var renewed []int
	for i, p := range passages {
		if !bytes.HasPrefix(p.Analysed, stamp) {
			renewed = append(renewed, i)
		}
	}
	if len(renewed) == 0 {
		return nil
	}
	workers := min(runtime.GOMAXPROCS(0), len(renewed))
	sideBySide(workers, func(part int) {
		for k := part; k < len(renewed); k += workers {
			Analyse(&passages[renewed[k]])
		}
	})
	out := make([]passage.Passage, 0, len(renewed))
	for _, i := range renewed {
		out = append(out, passages[i])
	}
	return out
}

// Stamp is what every stored analysis begins with that this version of the program made.
func Stamp() []byte { return analysis.Stamp(table.Default()) }
