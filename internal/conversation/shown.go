package conversation

import (
	"github.com/webchatagent/wca/internal/llm"
	"github.com/webchatagent/wca/internal/personal"
	"github.com/webchatagent/wca/internal/retrieve"
)

// shown is what a visitor reads of the sources: the same in a model's sentences, in the passages that these
// rest on, and where a bot that has a model quotes for once. What a model must not put into an answer does
// not stand beside it either. Nil, of a bot that only ever quotes, shows all as it stands: quoting is what
// such a bot is for, and nothing of it leaves the server.
type shown struct {
	masked   masker
	finder   *personal.Guarded
	language string
}

// shown is nil for a bot that only ever quotes.
func (d *Desk) shown(x *exchange, index *retrieve.Index) *shown {
	if !x.discreet {
		return nil
	}
	finder := personal.Guard(d.Recognise(x.settings.Settings.Personal))
	masked := d.masker(x, index, finder, personal.Once(finder))
	masked.said(x.Text, x.history) // what the visitor typed may be shown
	return &shown{masked: masked, finder: finder, language: x.language}
}

func (s *shown) text(text string) string {
	if s == nil {
		return text
	}
	return s.masked.vault.Readable(s.masked.passages, text, s.language)
}

// sure is false where personal data could not be looked for: then nothing of a source is shown.
func (s *shown) sure() bool { return s == nil || s.finder.Err() == nil }

func (s *shown) quotes(all []llm.Quote) []llm.Quote {
	for i := range all {
		all[i].Text, all[i].Heading = s.text(all[i].Text), s.text(all[i].Heading)
	}
	return all
}

// citations are those of an answer.
func (s *shown) citations(all []Citation) []Citation {
	if s == nil {
		return all
	}
	for i := range all {
		all[i].Title, all[i].Passage = s.text(all[i].Title), s.text(all[i].Passage)
		if !s.sure() {
			all[i].Title, all[i].Passage = "", ""
		}
	}
	return all
}
