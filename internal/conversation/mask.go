package conversation

import "github.com/webchatagent/wca/internal/pseudonym"

// masker replaces personal data in everything that a request says, before it goes to a model.
type masker struct {
	vault    *pseudonym.Vault
	finder   *pseudonym.Finder
	passages pseudonym.Searcher
}

// said masks what was said in the conversation.
func (m masker) said(text string) string {
	text, _ = m.vault.Mask(m.finder, text, pseudonym.Visitor)
	return text
}

// passage masks what the bot's sources say.
func (m masker) passage(text string) string {
	text, _ = m.vault.Mask(m.passages, text, pseudonym.Source)
	return text
}

// counts says how much of what was replaced.
func (m masker) counts() map[string]int {
	counts := map[string]int{}
	for t, n := range m.vault.Counts() {
		counts[string(t)] = n
	}
	return counts
}
