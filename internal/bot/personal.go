package bot

import "github.com/webchatagent/wca/internal/pseudonym"

// Finder finds what these settings take for personal data.
func (p Personal) Finder() *pseudonym.Finder {
	off := make([]pseudonym.Type, len(p.Off))
	for i, name := range p.Off {
		off[i] = pseudonym.Type(name)
	}
	return pseudonym.New(pseudonym.Options{Off: off, Public: p.Public, Always: p.Always, Region: p.Region})
}
