package personal

import (
	"github.com/webchatagent/wca/internal/personal/char"
	"github.com/webchatagent/wca/internal/wordlist"
)

// plateOfState reads letters and digits at token i behind the name of one of the United States, "Nevada 482-M91". It
// returns their end, 0 if there are none.
func (s *scan) plateOfState(i int) int {
	if i == 0 || !s.has(i-1, states) || s.tokens[i-1].end-s.tokens[i-1].start < 4 || !s.tokens[i-1].upper || s.tokens[i].line {
		return 0
	}
	start := s.tokens[i].start
	end := start
	for end < len(s.text) && end-start < 9 && (char.Digit(s.text[end]) || s.text[end] >= 'A' && s.text[end] <= 'Z' || s.text[end] == '-' && end > start) {
		end++
	}
	if end-start > 1 && end-start < 5 && i+1 < len(s.tokens) && s.tokens[i].end == end && !s.tokens[i+1].line && s.tokens[i+1].end-end < 6 && s.text[end] == ' ' && char.InCapitals(s.text[s.tokens[i+1].start:s.tokens[i+1].end]) { // "Florida 48A BCD"
		end = s.tokens[i+1].end
	}
	digits := char.CountDigits([]byte(s.text[start:end]))
	if bare := len(bare(s.text[start:end])); bare < 5 || bare > 8 || digits < 2 || digits == bare || char.RunsOn(s.text, end) || s.text[end-1] == '-' || !s.named(cluePlate, start, end, plateReach) {
		return 0
	}
	return end
}

// ownPlate gives the end of a plate of Great Britain, "AB12 CDE", or Ireland, "191-D-20473", at pos, whose
// shapes are like no other's; 0 if there is none.
func ownPlate(text string, pos int) int {
	if char.Digit(text[pos]) {
		year := digitRun(text, pos)
		if year != 2 && year != 3 {
			return 0
		}
		from := plateSign(text, pos+year)
		letters, at := letterRun(text, from, true)
		if letters < 1 || letters > 2 || text[from-1] != '-' && !irishCounties[text[from:at]] {
			return 0
		}
		number := plateSign(text, at)
		if n := digitRun(text, number); n > 0 && n < 7 && (text[number-1] == '-' || n > 2) {
			return number + n
		}
		return 0
	}
	if end := indianPlate(text, pos); end > 0 {
		return end
	}
	letters, at := letterRun(text, pos, true)
	if letters != 2 || digitRun(text, at) != 2 || at+2 >= len(text) || text[at+2] != ' ' {
		return 0
	}
	if letters, stop := letterRun(text, at+3, true); letters == 3 {
		return stop
	}
	return 0
}

// indianStates are those of India as they stand in plates.
var indianStates = wordlist.Set("AN AP AR AS BR CG CH DD DL DN GA GJ HP HR JH JK KA KL LA LD MH ML MN MP MZ NL OD OR PB PY RJ SK TN TR TS UK UP WB")

// indianPlate gives the end of a plate of India, "KA 05 MN 4471", "DL3CAB1234", at pos, 0 if there is none.
func indianPlate(text string, pos int) int {
	if pos+2 > len(text) || !char.Capital(text[pos]) || !char.Capital(text[pos+1]) || !indianStates[text[pos:pos+2]] {
		return 0
	}
	at := plateSign(text, pos+2)
	district := digitRun(text, at)
	if district < 1 || district > 2 {
		return 0
	}
	at += district
	letters := 0
	for k := 0; k < 2; k++ { // "3C AB"
		n, end := letterRun(text, plateSign(text, at), true)
		if n == 0 {
			break
		}
		letters, at = letters+n, end
	}
	number := plateSign(text, at)
	if letters < 1 || letters > 3 || currencies[text[at-letters:at]] || digitRun(text, number) != 4 {
		return 0
	}
	return number + 4
}

// smallBritish gives the end of a British plate in small letters at token t behind a word for plates, "kennzeichen: hs61 jul", 0 if
// there is none. Its last letters are no word.
func (s *scan) smallBritish(t token) int {
	const size = len("hs61 jul")
	if t.end-t.start != 4 || t.start+size > len(s.text) || t.upper {
		return 0
	}
	letters, at := letterRun(s.text, t.start, false)
	if letters != 2 || digitRun(s.text, at) != 2 || s.text[at+2] != ' ' {
		return 0
	}
	letters, stop := letterRun(s.text, at+3, false)
	if letters != 3 || char.RunsOn(s.text, stop) || s.words.note(s.text[at+3:stop]).class&(functionWords|prepositions|articles) != 0 || notTowns[s.text[at+3:stop]] || !s.named(cluePlate, t.start, stop, plateReach) {
		return 0
	}
	return stop
}

// irishCounties are those of Ireland as they stand in plates.
var irishCounties = wordlist.Set("C CE CN CW D DL G KE KK KY L LD LH LK LM LS MH MN MO OY RN SO T TN TS W WD WH WW WX")

// americanPlate gives the end of a usual plate of North America, "HVK 4082", "PKD-7731", at pos, 0 if there is
// none.
func americanPlate(text string, pos int) int {
	letters, at := letterRun(text, pos, true)
	if letters < 3 || letters > 4 || at >= len(text) || text[at] != ' ' && text[at] != '-' {
		return 0
	}
	if engines[text[pos:at]] {
		return 0
	}
	n := digitRun(text, at+1)
	if end := at + 1 + n; (n == 3 || n == 4) && !(end+1 < len(text) && text[end] == '-' && char.Digit(text[end+1])) {
		return end
	}
	return 0
}

// engines stand behind the make of a car as the letters of a plate do: "Golf GTI 245".
var engines = wordlist.Set("VTEC GTI GTD GTE TDI TSI TFSI FSI CDI HDI DCI TDCI AMG SUV CVT DSG EUR USD GBP")

// californianPlate gives the end of a plate of California at pos, a digit, three letters and three digits, 0 if
// there is none.
func californianPlate(text string, pos int) int {
	if digitRun(text, pos) != 1 {
		return 0
	}
	if letters, at := letterRun(text, pos+1, true); letters == 3 && at == pos+4 && digitRun(text, at) == 3 {
		return at + 3
	}
	return 0
}
