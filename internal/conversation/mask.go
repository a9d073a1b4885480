package conversation

import (
	"fmt"

	"github.com/webchatagent/wca/internal/personal"
	"github.com/webchatagent/wca/internal/pseudonym"
	"github.com/webchatagent/wca/internal/retrieve"
)

// masker replaces personal data in everything that a request says, before it goes to a model.
type masker struct {
	vault    *pseudonym.Vault
	finder   personal.Searcher // of what was said
	passages personal.Searcher // of what the sources say
}

// masker is that of an exchange; finder and said look through what the sources and what people say.
func (d *Desk) masker(x *exchange, index *retrieve.Index, finder *personal.Guarded, said personal.Searcher) masker {
	passages := d.Known.Of(finder, x.Bot.Workspace+"/"+x.Bot.ID, fmt.Sprint(x.Bot.Index, "/", x.settings.Number))
	open := passages.Shown(func() (texts, hosts []string) { return openPages(index, x.settings.Settings.Personal) })
	return masker{vault: pseudonym.NewVault(d.vaultKey(x.session), open), finder: said, passages: passages}
}

// said masks what the visitor says after a conversation so far.
func (m masker) said(text string, after []Message) string {
	text, _ = m.vault.Mask(personal.Behind(m.finder, before(Visitor, after)), text, pseudonym.Visitor)
	return text
}

// answered masks what the bot says after a conversation so far.
func (m masker) answered(text string, after []Message) string {
	text, _ = m.vault.Mask(personal.Behind(m.finder, before(Assistant, after)), text, pseudonym.History)
	return text
}

// before is what was said in a conversation before somebody's next message: it says what that tells.
func before(next Role, history []Message) (said []personal.Said) {
	for _, m := range history[max(0, len(history)-maxHistory):] {
		if m.Text != "" {
			said = append(said, personal.Said{Text: m.Text, Own: m.Role == next})
		}
	}
	return said
}

// instruction masks what the operator tells the model.
func (m masker) instruction(text string) string {
	text, _ = m.vault.Mask(m.passages, text, pseudonym.Instruction)
	return text
}

// passage masks what the bot's sources say.
func (m masker) passage(text string) string {
	text, _ = m.vault.Mask(m.passages, text, pseudonym.Source)
	return text
}

// counts says how much of what was replaced.
func (m masker) counts() map[string]int {
	return counted(m.vault.Counts())
}

func counted(types map[personal.Type]int) map[string]int {
	counts := map[string]int{}
	for t, n := range types {
		counts[string(t)] = n
	}
	return counts
}
