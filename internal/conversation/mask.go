package conversation

import (
	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/pseudonym"
)

// mask replaces personal data in everything that a request says, before it goes to a model
// (D2, D3), and returns how much of what was replaced.
func mask(v *pseudonym.Vault, finder *pseudonym.Finder, c *composed) map[string]int {
	c.System, _ = v.Mask(finder, c.System, pseudonym.Source)
	for i := range c.Messages {
		from := pseudonym.History
		if i == len(c.Messages)-1 {
			from = pseudonym.Visitor
		}
		c.Messages[i].Text, _ = v.Mask(finder, c.Messages[i].Text, from)
	}
	for i := range c.Evidence {
		c.Evidence[i].Text, _ = v.Mask(finder, c.Evidence[i].Text, pseudonym.Source)
	}
	for i := range c.Quotes {
		c.Quotes[i].Text, _ = v.Mask(finder, c.Quotes[i].Text, pseudonym.Source)
	}
	counts := map[string]int{}
	for t, n := range v.Counts() {
		counts[string(t)] = n
	}
	return counts
}

// personalData finds what a bot's settings take for personal.
func personalData(p bot.Personal) *pseudonym.Finder {
	return pseudonym.New(pseudonym.Options{Off: types(p.Off), Public: p.Public, Always: p.Always, Region: p.Region})
}

func types(names []string) []pseudonym.Type {
	out := make([]pseudonym.Type, len(names))
	for i, name := range names {
		out[i] = pseudonym.Type(name)
	}
	return out
}
