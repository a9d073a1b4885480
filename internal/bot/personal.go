package bot

import "github.com/webchatagent/wca/internal/pseudonym"

// Recognise says how personal data is found under a bot's settings.
type Recognise func(Personal) pseudonym.Searcher

// Finder is the Recognise of everything but tests.
func Finder(p Personal) pseudonym.Searcher {
	off := make([]pseudonym.Type, len(p.Off))
	for i, name := range p.Off {
		off[i] = pseudonym.Type(name)
	}
	return pseudonym.New(pseudonym.Options{Off: off, Public: p.Public, Always: p.Always, Region: p.Region})
}
