package personal

import (
	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/personal/tagger"
)

// Most sentences with capitals name nobody, and asking the tagger is dear. So a sentence is first looked at for a word of which
// the rules about the tagger's answers may believe that it is somebody's name.

// worthALook says whether there is such a word in the sentence [start, end), and one that the tagger looks at a sentence for.
func (s *scan) worthALook(start, end int) bool {
	if !s.names.WorthALook(s.ids[start:end]) {
		return false
	}
	abroad := s.abroad(start, end)
	running := abroad && s.running(start, end)
	for i := start; i < end; i++ {
		if s.mayBearName(i) && (abroad && s.mayBeBelieved(i, running) || !abroad && s.mayBeSomebody(i)) {
			return true
		}
	}
	return false
}

// mayBearName says whether token i is a word with a capital that is part of no other find and none of those with which
// sentences begin: "My", "Der", of which there is a surname somewhere.
func (s *scan) mayBearName(i int) bool {
	t := s.tokens[i]
	return t.kind == word && t.upper && !t.held && !(s.notes[i].lean != 0 && s.begins(i)) && !pronouns.Has(s.lower(i)) && s.word(i) != "I"
}

// holdFound notes which tokens are part of what was found: it is no name, even if the tagger takes a part of it for one.
func (s *scan) holdFound() {
	for _, e := range s.found {
		if s.off[e.Type] {
			continue
		}
		for i := s.tokenAt(e.Start); i < len(s.tokens) && s.tokens[i].end <= e.End; i++ {
			s.tokens[i].held = true
		}
	}
}

// mayBeBelieved says whether a name can be believed for the word at token i in a sentence of another language than German.
func (s *scan) mayBeBelieved(i int, running bool) bool {
	w := s.word(i)
	if brandLike(w) || running && len(w) > 1 && char.InCapitals(w) {
		return false
	}
	known := s.known(i)
	return !s.dictionaryWord(i) || known&tagger.FirstName != 0 || known&tagger.LastName != 0 && !s.beginsName(i)
}

// mayBeSomebody says whether a name can be believed for the word at token i in a German sentence.
func (s *scan) mayBeSomebody(i int) bool {
	switch known := s.known(i); {
	case known&(tagger.FirstName|tagger.LastName) != 0:
		return true
	case known&tagger.AnyName != 0:
		return !s.plainThing(i)
	case known&(tagger.Common|tagger.CommonEnglish) != 0:
		return false
	}
	return !s.plainThing(i)
}
