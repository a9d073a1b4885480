package pseudonym

import "github.com/webchatagent/wca/internal/pseudonym/tagger"

// smallNames finds names written in small letters throughout: a first name that is no other word, and
// what can be a surname behind it.
func (s *scan) smallNames(start, end int) {
	const words = tagger.Common | tagger.CommonEnglish
	for i := start; i+1 < end; i++ {
		t := s.tokens[i]
		if t.kind != word || t.end-t.start < 3 || functionWords[s.lower(i)] || s.tokens[i+1].kind != word || s.tokens[i+1].line || s.notes[i].clue != 0 {
			continue
		}
		first := s.known(i)
		if first&tagger.FirstName == 0 || first&(words|tagger.Place) != 0 && !usualNames[s.lower(i)] && !(i > start && beforeNames[s.lower(i-1)]) {
			continue
		}
		j := i + 1
		for j+1 < end && particles[s.lower(j)] && s.tokens[j+1].kind == word && j-i < 3 {
			j++
		}
		last := s.known(j)
		if w := s.lower(j); functionWords[w] || prepositions[w] || articles[w] || s.tokens[j].end-s.tokens[j].start < 3 || s.notes[j].clue != 0 ||
			last&(tagger.FirstName|tagger.LastName) == 0 && last&words != 0 && last&tagger.AnyName == 0 {
			continue
		}
		if j+1 < end && s.tokens[j+1].kind == word && s.known(j+1)&tagger.LastName != 0 && s.known(j+1)&words == 0 {
			j++ // a second first name stood before
		}
		s.person(i, j+1, 0.7)
		i = j
	}
}

// beforeNames stand before the name of who writes or is meant, in small letters.
var beforeNames = set("bin am ist is lg gruß gruss grüße auf mit von name heiße heisse herrn für hi hallo dear regards cheers thanks")

// usualNames are first names that dictionaries hold as words, too, and that people in German and English
// speaking countries bear most.
var usualNames = set(`michael thomas andreas peter stefan stephan christian martin daniel markus frank sabine petra monika andrea claudia susanne julia anna maria sarah laura lena lisa katharina christine nicole
	stefanie melanie sandra birgit karin ursula renate helga hans klaus jürgen wolfgang uwe dieter horst günter werner heinz manfred bernd ralf jörg jens dirk sven lars jan tim tom paul max felix leon lukas
	jonas david simon alexander sebastian matthias florian philipp patrick dennis marco robert johannes anton emil oskar emma mia hannah hanna sophie marie lea clara johanna charlotte eva barbara gabriele
	brigitte angelika heike silke anja tanja katja nadine jana sonja vanessa jessica james john william george charles richard joseph edward henry thomas jack harry oliver jacob ryan kevin brian steven
	andrew kenneth joshua elizabeth jennifer linda patricia susan margaret karen nancy betty helen sandra donna carol ruth sharon michelle laura emily rachel rebecca olivia amy kate lucy ali mohamed mohammed
	mehmet mustafa ahmet fatma fatima ayşe ayse emre elif nguyen giovanni marco luca francesco pierre jean michel marie ivan olga svetlana natalia dmitri wojciech piotr krzysztof katarzyna agnieszka
	rajesh priya dietmar lieselotte annegret swantje ole siobhan deborah brandon chantal tariq olena bartosz`)
