package personal

import "github.com/webchatagent/wca/internal/personal/tagger"

// smallNames finds names written in small letters throughout: a first name that is no other word, and
// what can be a surname behind it.
func (s *scan) smallNames(start, end int) {
	const words = tagger.Common | tagger.CommonEnglish
	for i := start; i+1 < end; i++ {
		t := s.tokens[i]
		if t.kind != word || t.end-t.start < 3 || s.has(i, functionWords) || s.tokens[i+1].kind != word || s.tokens[i+1].line || s.notes[i].clue != 0 {
			continue
		}
		first := s.known(i)
		if first&tagger.FirstName == 0 || first&(words|tagger.Place) != 0 && !s.has(i, usualNames) && !(i > start && s.has(i-1, beforeNames)) {
			continue
		}
		j := s.behindLetter(i+1, end)
		j = s.behindParticles(j, end)
		last := s.known(j)
		if s.has(j, functionWords|prepositions|articles) || s.tokens[j].end-s.tokens[j].start < 3 || s.notes[j].clue != 0 ||
			last&(tagger.FirstName|tagger.LastName) == 0 && last&words != 0 && last&tagger.AnyName == 0 {
			continue
		}
		if j+1 < end && s.tokens[j+1].kind == word && (s.known(j+1)&tagger.LastName != 0 && s.known(j+1)&words == 0 || s.notes[j+1].family && !s.has(j+1, functionWords|articles)) {
			j++ // a second first name stood before
		}
		if !s.branded(i, j+1) && !s.ofWork(i, j) {
			s.person(i, j+1, 0.7)
		}
		i = j
	}
}

// behindLetter skips the first letter of a further name at token i, "bertram m jørgensen", where no word of
// the language stands behind it.
func (s *scan) behindLetter(i, end int) int {
	j := i + 1
	if s.tokens[i].end-s.tokens[i].start != 1 || j >= end {
		return i
	}
	if s.tokens[j].kind != word || s.tokens[j].line || s.known(j)&anyWords != 0 && s.known(j)&tagger.LastName == 0 || s.tokens[j].end-s.tokens[j].start < 5 {
		return i
	}
	return j
}
