package retrieve

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/stated"
	"github.com/webchatagent/wca/internal/word"
)

// ofNamed leaves out the quotes of other branches than the one that the question names, where hours, an address or a
// number is asked for: "Wann hat die Filiale Nord am Sonntag offen?" is not answered by the Sunday of "Filiale Süd". Where
// the named one is open then, or not, its own hours tell.
func (m *sentenceMatcher) ofNamed(all []Quote) []Quote {
	wanted := m.qu.facts & stated.Contact
	if m.qu.asksHours() || m.qu.days != 0 {
		wanted |= stated.OpeningHours
	}
	if wanted == 0 {
		return all
	}
	var sections []*passage.Passage
	for i := range all {
		if p := all[i].Passage; m.ix.facts[all[i].number]&wanted != 0 && !slices.Contains(sections, p) {
			sections = append(sections, p)
		}
	}
	if len(sections) < 2 {
		return all
	}
	var others []*passage.Passage
	for _, p := range sections {
		if slices.ContainsFunc(sections, func(o *passage.Passage) bool { return m.namesApart(o, p) && !m.namesApart(p, o) }) {
			others = append(others, p)
		}
	}
	return slices.DeleteFunc(all, func(q Quote) bool { return slices.Contains(others, q.Passage) })
}

// namesApart says whether the question has a word by which the heading of one passage differs from that of another that
// stands beside it, or its page's title and headings from those of another with the same heading, and which that one does not say either.
func (m *sentenceMatcher) namesApart(p, o *passage.Passage) bool {
	name, others := p.Heading(), o.Heading()
	if p.Document != o.Document {
		if name != others {
			return false
		}
		name, others = strings.Join(append([]string{p.Title}, p.Headings...), "\n"), strings.Join(append([]string{o.Title}, o.Headings...), "\n")
	}
	if len(p.Headings) != len(o.Headings) || len(p.Headings) == 0 || name == others {
		return false
	}
	an := m.analyser(p.Language)
	said := m.wordsOf(others+"\n"+o.Text, &an)
	for _, t := range word.Tokens(name, p.Language) {
		id, ok := m.ix.wordID(&an, t)
		if ok && !said[id] && m.qu.names(an.Stem(t)) && (t.Kind != word.Letters || len(t.Text) >= 3) {
			return true
		}
	}
	return false
}
