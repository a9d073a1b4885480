package personal

import (
	"github.com/webchatagent/wca/internal/personal/tagger"
	"github.com/webchatagent/wca/internal/wordlist"
)

// Names of China stand in their own order, the surname first, and both parts may be one syllable: "Wu Ting", "Zhao Lei". No list holds the
// given names; the surnames are few.

// chineseSurnames are those that most people there bear, without those that are words of German or English.
var chineseSurnames = wordlist.Set(`wang li zhang liu chen yang huang zhao wu zhou xu zhu hu guo gao lin luo zheng liang xie tang xu deng cao peng zeng xiao tian
	dong yuan cai jiang yu ye cheng wei lü ding shen yao cui zhong lu jin shi liao jia xia fu fang zou xiong meng qin qiu hou yin xue yan lei duan hao shao mao chang qian lai
	hong wen shu tao pang niu geng guan zhuang ning xiang ruan kuang`)

// chineseNames finds such names in the sentence [start, end).
func (s *scan) chineseNames(start, end int) {
	for i := start; i+1 < end; i++ {
		if t := s.tokens[i]; !t.upper || t.end-t.start > longSyllable || !s.tokens[i+1].upper || !chineseSurnames[s.lower(i)] || s.dictionaryWord(i) || s.tokens[i].held {
			continue
		}
		j := i + 1
		if !s.upperWord(j) || !s.tokens[j].gap || s.notes[j].clue != 0 || s.has(j, functionWords|articles|prepositions) {
			continue
		}
		if w := s.lower(j); !syllables()[w] && !pinyin(w) || s.branded(i, j+1) || i > start && s.upperWord(i-1) && s.tokens[i-1].kind == word && !s.titled(i-1) && !s.has(i-1, greetings) || i > start && syllables()[s.lower(i-1)] && s.tokens[i-1].upper || s.upperWord(j+1) && s.known(j+1)&(tagger.FirstName|tagger.LastName) == 0 { // "Da Hong Pao", "Gao Yi Tee"
			continue
		}
		s.person(i, j+1, 0.7)
		i = j
	}
}
