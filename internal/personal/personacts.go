package personal

import (
	"maps"

	"github.com/webchatagent/wca/internal/personal/tagger"
	"github.com/webchatagent/wca/internal/wordlist"
)

// A given name alone may be that of a sofa or a class. What it does says whether it is somebody's: "Karsten hat angerufen", "Sagen Sie Haoyu,
// dass …", "ppa. Schneider".

var (
	// actVerbs are what only people do; saidParts end a clause that "hat" begins.
	actVerbs  = wordlist.Set("sagt sagte meint meinte ruft rief möchte wohnt wohnte schreibt schrieb fragt fragte wartet weiß wollte says said called told wants asked wrote phoned texted rang thinks lives")
	saidParts = wordlist.Set(`angerufen gesagt gemeint geschrieben bestellt bezahlt unterschrieben gekündigt abgeholt versprochen zugesagt gefragt vergessen verloren unterzeichnet gebucht
		called said told asked written ordered paid signed cancelled canceled collected promised lost booked forgotten`)
	// whomVerbs ask somebody to say something to somebody: "Können Sie Haoyu sagen, dass".
	whomVerbs = wordlist.Set("sagen ausrichten bestellen fragen bitten mitteilen anrufen erreichen sprechen bescheid informieren")
	// actFronts stand before who does something, in the middle of a sentence.
	actFronts = wordlist.Set("und dass weil ob wenn aber denn and that because if but when")
	// signedFor stand before the name of who signs for a firm.
	signedFor = wordlist.Set("ppa gez iv ia")
)

// actWords are all that stand behind a name here: a test that most words fail.
var actWords = func() map[string]bool {
	all := wordlist.Set("hat has klingeln läuten ,")
	maps.Copy(all, actVerbs)
	maps.Copy(all, whomVerbs)
	return all
}()

// saidReach is how many tokens behind "hat" the end of its clause may stand.
const saidReach = 8

// acting finds names in the sentence [start, end) by what those who bear them do.
func (s *scan) acting(start, end int) {
	s.signedFor(start, end)
	for i := start; i+1 < end; i++ {
		if t := s.tokens[i]; !t.upper || t.kind != word || t.held || s.tokens[i+1].line || s.tokens[i+1].upper {
			continue
		}
		if w, before := s.lower(i+1), ""; actWords[w] {
			if i > start {
				before = s.lower(i - 1)
			}
			clause := i == start || before == "," || actFronts[before]
			switch {
			case clause && (actVerbs[w] || (w == "hat" || w == "has") && s.saidBehind(i+2, end)), askedOf[before] && whomVerbs[w], before == "um" && w == "," && i+2 < end && pronounBehind[s.lower(i+2)]:
				if s.somebody(i) {
					s.person(i, i+1, 0.6)
				}
			case before == "bei" && (w == "klingeln" || w == "läuten"):
				if s.surname(i) && !germanNoun(s.lower(i)) {
					s.person(i, i+1, 0.6)
				}
			}
		}
	}
}

// pronounBehind go on about somebody who was named: "Es geht um Haoyu, sie ist krank".
var pronounBehind = wordlist.Set("er sie der die")

// askedOf are who is asked to say something to somebody.
var askedOf = wordlist.Set("sie du ihr bitte")

// somebody says whether token i is a given name and no other word.
func (s *scan) somebody(i int) bool {
	known := s.known(i)
	switch {
	case s.notes[i].clue != 0 || known&tagger.SmallEnglish != 0 || known&tagger.Place != 0 && !s.notes[i].given:
		return false
	case s.notes[i].given || s.has(i, usualNames) || known&tagger.FirstName != 0 && known&(tagger.Common|tagger.CommonEnglish) == 0:
		return !s.everydayThing(i) && !s.branded(i, i+1)
	}
	return pinyin(s.lower(i)) && known&anyWords == 0 && !s.everydayThing(i) && !germanNoun(s.lower(i))
}

// actsBehind says whether what stands at token i tells what only people do, of who is named before it.
func (s *scan) actsBehind(i int) bool {
	if i >= len(s.tokens) || s.tokens[i].line {
		return false
	}
	w := s.lower(i)
	return actVerbs[w] || (w == "hat" || w == "has") && s.saidBehind(i+1, len(s.tokens))
}

// saidBehind says whether the clause that goes on at token i ends in what only people have done.
func (s *scan) saidBehind(i, end int) bool {
	for j := i; j < end && j-i < saidReach && s.tokens[j].kind != mark; j++ {
		if saidParts[s.lower(j)] {
			return true
		}
	}
	return false
}

// signedFor takes the name at the beginning of a line behind the sign of who signs for a firm: "i.V. K.-H. Baumgärtner", "ppa. Schneider".
func (s *scan) signedFor(start, end int) {
	if !s.tokens[start].line || s.tokens[start].end-s.tokens[start].start > len("ppa") {
		return
	}
	i := start
	switch w := s.lower(i); {
	case signedFor[w]:
		i = s.skipDot(i + 1)
	case w == "i" && s.is(i+1, '.') && (s.lower(i+2) == "v" || s.lower(i+2) == "a"):
		i = s.skipDot(i + 3)
	default:
		return
	}
	from, last := i, i
	for i < len(s.tokens) && i-from < 7 && (i == from || !s.tokens[i].line) {
		t := s.tokens[i]
		if t.kind == word && t.upper && s.notes[i].clue == 0 && !s.has(i, legalForms) || t.kind == word && s.has(i, particles) {
			last = i + 1
		} else if !s.is(i, '.') && !s.is(i, '-') {
			break
		}
		i++
	}
	if last == from || i < len(s.tokens) && !s.tokens[i].line && !s.is(i, ',') || s.tokens[from].line && s.common(last-1) || !s.mayBeSurname(last-1) && s.known(last-1)&tagger.LastName == 0 {
		return
	}
	for from < last && (s.has(from, titles|furtherTitles) || s.is(from, '.')) {
		from++
	}
	if from < last {
		s.person(from, last, 0.7)
	}
}
