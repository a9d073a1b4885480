package personal

import (
	"github.com/webchatagent/wca/internal/personal/tagger"
	"github.com/webchatagent/wca/internal/wordlist"
)

// Names of China stand in their own order, the surname first, and both parts may be one syllable: "Wu Ting", "Zhao Lei". No list holds the
// given names; the surnames are few.

// chineseSurnames are those that most people there bear, without those that are words of German or English.
var chineseSurnames = wordlist.Sieved(`wang li zhang liu chen yang huang zhao wu zhou xu zhu hu guo gao lin luo zheng liang xie tang xu deng cao peng zeng xiao tian
	dong yuan cai jiang yu ye cheng wei lü ding shen yao cui zhong lu jin shi liao jia xia fu fang zou xiong meng qin qiu hou yin xue yan lei duan hao shao mao chang qian lai
	hong wen shu tao pang niu geng guan zhuang ning xiang ruan kuang`)

// doubtfulSurnames are of those which are words of German or English, too: a given name of two syllables has to stand beside them.
var doubtfulSurnames = wordlist.Set("fan long pan ren song sun kong bai su gu mo ji dai ma bo he ning sha fei kang lan yong dan man mei")

// chineseNames finds such names in the sentence [start, end).
func (s *scan) chineseNames(start, end int) {
	for i := start; i+1 < end; i++ {
		if t := s.tokens[i]; !t.upper || t.end-t.start > longSyllable || !s.tokens[i+1].upper || !chineseSurnames.Has(s.lower(i)) || s.dictionaryWord(i) || s.tokens[i].held {
			continue
		}
		j := i + 1
		if !s.upperWord(j) || !s.tokens[j].gap || s.notes[j].clue != 0 || s.has(j, functionWords|articles|prepositions) {
			continue
		}
		if w := s.lower(j); !syllable(w) && !pinyin(w) || s.branded(i, j+1) || i > start && s.upperWord(i-1) && s.tokens[i-1].kind == word && !s.titled(i-1) && !s.has(i-1, greetings) || i > start && syllable(s.lower(i-1)) && s.tokens[i-1].upper || s.upperWord(j+1) && s.known(j+1)&(tagger.FirstName|tagger.LastName) == 0 { // "Da Hong Pao", "Gao Yi Tee"
			continue
		}
		s.person(i, j+1, 0.7)
		i = j
	}
	s.chineseGiven(start, end)
}

// chineseGiven finds those in the sentence [start, end) whose given name of two syllables tells them: before the surname, as people write it
// in Europe, "Haoyu Meng", or behind one that is another word, too, "Pan Xinyi".
func (s *scan) chineseGiven(start, end int) {
	for i := start; i < end; i++ {
		if t := s.tokens[i]; !t.upper || t.held || t.end-t.start < leastPinyin || s.known(i)&anyWords != 0 || !(i+1 < end && s.chineseSurname(i+1) || i > start && s.chineseSurname(i-1)) || !pinyin(s.lower(i)) || s.notes[i].clue != 0 || s.germanThing(i) {
			continue
		}
		from, to := i, i+1
		switch {
		case to < end && s.chineseSurname(to) && s.upperWord(to) && !s.tokens[to].held:
			to++
		case i > start && s.chineseSurname(i-1) && s.tokens[i-1].upper && !s.tokens[i].line && !s.tokens[i-1].held && (i-1 == start || !s.upperWord(i-2) || s.titled(i-2)):
			from--
		default:
			continue
		}
		if !s.branded(from, to) && s.tokens[to-1].gap && !(to < len(s.tokens) && (s.has(to, legalForms|thingsAfter) || s.upperWord(to) && s.known(to)&(tagger.FirstName|tagger.LastName) == 0)) {
			s.person(from, to, 0.7)
		}
	}
}

// chineseSurname says whether token i can be one.
func (s *scan) chineseSurname(i int) bool {
	w := s.lower(i)
	return chineseSurnames.Has(w) || doubtfulSurnames[w]
}

// germanThing says whether the word at token i is a German noun.
func (s *scan) germanThing(i int) bool {
	w := s.lower(i)
	return germanNoun(w) || compoundThing(w) || thingEnding(w) || s.everydayThing(i)
}
