package personal

import (
	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/personal/tagger"
	"github.com/webchatagent/wca/internal/wordlist"
)

var (
	// shortTitles stand before a name with a full stop, plainTitles without one.
	shortTitles = wordlist.Set("mag mmag ing pfr dkfm prim bgm kpt hptm lt olt oblt frl fam hrn sr br dir insp stud cand arch hfr lic dipl")
	plainTitles = wordlist.Set("di kommr stb ra rain ostr str stdir studr hrn frl fam mdl mdb")
	// rolesBefore are what people are, before whose surname.
	rolesBefore = wordlist.Set(`hofrat hofrätin pater dekan dekanin rektor rektorin leutnant hauptmann hausmeister hausmeisterin meister kollege kollegen kollegin trainer trainerin coach chef chefin architekt architektin
		heilpraktiker heilpraktikerin physiotherapeut physiotherapeutin schwester pfleger pfarrer pfarrerin bürgermeister bürgermeisterin oberarzt oberärztin chefarzt chefärztin stadtrat stadträtin ministerialrat
		steuerberater steuerberaterin notar notarin makler maklerin fahrer monteur hausverwalter hausverwalterin vermieter vermieterin nachbar nachbarn nachbarin lehrer lehrerin betreuer betreuerin hebamme
		kommissar kommissarin wachtmeister sekretärin sachbearbeiter sachbearbeiterin techniker technikerin gruppenleiter gruppenleiterin
		colleague coach nurse sister brother father pastor reverend sergeant captain constable inspector detective officer councillor`)
)

// titledNames finds surnames that no list has behind a title or what somebody is, in the sentence [start, end): "Mag. Pichlbauer", "Hausmeister
// Pichlbauer".
func (s *scan) titledNames(start, end int) {
	for i, last := start, len(s.tokens); i < end && i+1 < last; i++ {
		if t := s.tokens[i]; !t.upper || t.kind != word || t.held || s.tokens[i+1].line {
			continue
		}
		next := i + 1
		if s.is(next, '.') {
			if s.tokens[next].gap || !shortTitles[s.lower(i)] {
				continue
			}
			for next++; next+1 < last && (s.has(next, titles|furtherTitles) || s.is(next, '.') || s.is(next, '-')) && !s.tokens[next].line; next++ {
			}
		} else if w := s.lower(i); !s.tokens[next].upper || !rolesBefore[w] && !(plainTitles[w] && (char.Capital(s.text[s.tokens[i].start+1]) || char.Capital(s.text[s.tokens[i].end-1]))) {
			continue
		}
		if next < last && !s.tokens[next].line && s.unlistedSurname(next) && !s.branded(i, next+1) {
			s.person(next, next+1, 0.6)
		}
	}
}

// unlistedSurname says whether token i is a word with a capital that is no other word and may be a surname.
func (s *scan) unlistedSurname(i int) bool {
	if !s.surname(i) || s.tokens[i].held || s.germanThing(i) || s.branded(i, i+1) || s.upperWord(i+1) && s.known(i+1)&tagger.LastName == 0 {
		return false
	}
	known := s.known(i)
	return known&anyWords == 0 && s.tokens[i].end-s.tokens[i].start > 3 && s.capitals(i) < 3
}
