package personal

import (
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/personal/checkdigit"
	"github.com/webchatagent/wca/internal/wordlist"
)

// insuredStates give health cards whose number has twenty digits, by their number in ISO 3166 behind "80".
var insuredStates = wordlist.Set("80040 80056 80203 80208 80246 80250 80276 80348 80372 80380 80438 80442 80528 80578 80616 80620 80642 80703 80705 80724 80752 80756 80826")

// europeanCard finds the number of a European health insurance card, in one piece or in groups: "8027 6881 0944 0017 3825".
func (s *scan) europeanCard(i int) int {
	start := s.groups[i].start
	if s.text[start] != '8' || s.groups[i].end-start < 2 || s.text[start+1] != '0' {
		return 0
	}
	digits, upTo := s.join(i, maxGroups)
	n := len(upTo)
	if len(digits) != 20 || !insuredStates[string(digits[:5])] || !s.ends(i+n-1) {
		return 0
	}
	end := s.groups[i+n-1].end
	s.add(start, end, HealthID, 0.9, string(digits))
	return n
}

// How far from a number of the British health service it may be named, or a patient be spoken of, in bytes, before it
// and behind it.
const nhsReach, nhsBehind, patientBehind = 160, 16, 64

// patientWords are those of a text about a patient.
var patientWords = [...]string{"patient", " gp ", " gp,", " gp.", "surgery", " ward", "ward ", "clinic", "hospital", "referral", "bay "}

// nhsAt finds numbers of the British health service in texts that speak of it or of a patient: their check digit says
// the rest.
func (s *scan) nhsAt(i int) int {
	if g := s.groups[i]; g.end-g.start != 10 && (g.end-g.start != 3 || i+2 >= len(s.groups) || s.groups[i+2].end-g.start != len("943 476 5919")) {
		return 0
	}
	digits, upTo := s.join(i, 10)
	n := len(upTo)
	if n == 0 || len(digits) != 10 || !s.ends(i+n-1) || n != 1 && (n != 3 || upTo[0] != 3 || upTo[1] != 6) || !checkdigit.NHSNumber(digits) {
		return 0
	}
	start, end := s.groups[i].start, s.groups[i+n-1].end
	if s.dialled(start) {
		return 0
	}
	before, behind := s.folded[max(0, start-nhsReach):start], char.Cut(s.folded, end, patientBehind)
	if !strings.Contains(before, "nhs") && !strings.Contains(char.Cut(behind, 0, nhsBehind), "nhs") {
		if digits[0] != '4' && digits[0] != '6' && digits[0] != '7' && digits[0] != '9' {
			return 0 // none is given that begins so
		}
		if _, ok := s.clues.before(cluePhone, start, nhsReach/4); ok || !slices.ContainsFunc(patientWords[:], func(w string) bool { return strings.Contains(before, w) || strings.Contains(behind, w) }) {
			return 0
		}
	}
	s.add(start, end, HealthID, 0.9, string(digits))
	return n
}

// socialNumberAt finds social security numbers without letters: CH, AT, US.
func (s *scan) socialNumberAt(i int) int {
	digits, upTo := s.join(i, 13)
	start := s.groups[i].start
	for n := len(upTo); n > 0; n-- {
		d := digits[:upTo[n-1]]
		if len(d) != 13 && len(d) != 10 && len(d) != 9 || !s.ends(i+n-1) {
			continue
		}
		end := s.groups[i+n-1].end
		named := s.named(clueSocial, start, end, 60)
		ok := false
		switch len(d) {
		case 13:
			ok = string(d[:3]) == "756" && checkdigit.EAN13(d) && (named || n == 4 || !s.clues.goods(clueSocial, start, 30))
		case 10:
			ok = checkdigit.AustrianSocialID(d) && (named || len(s.clues.ends[clueSocial]) > 0 || n == 2 && upTo[0] == 4 && s.text[s.groups[i].end] == ' ' && !s.dialled(start) && s.region == "AT")
		case 9:
			shape := n == 3 && upTo[0] == 3 && upTo[1] == 5
			ok = (shape && s.text[start+3] == '-' && s.text[start+6] == '-' || named && (n == 1 || shape || n == 9)) &&
				string(d[:3]) != "000" && string(d[:3]) != "666" && string(d[3:5]) != "00" && string(d[5:]) != "0000" &&
				!s.clues.goods(clueSocial, start, 30)
		}
		if ok && !(len(d) == 9 && n == 1 && s.clues.nearer(clueBIC, clueSocial, start, 60)) { // the routing number of a bank
			s.add(start, end, SocialID, 0.95, string(d))
			return n
		}
	}
	return 0
}
