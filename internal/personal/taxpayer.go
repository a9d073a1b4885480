package personal

import (
	"strings"

	"github.com/webchatagent/wca/internal/personal/char"
)

// employerWords name the number of an employer or a payer of taxes in the United States.
var employerWords = [...]string{
	"tax id", "taxpayer", "employer id", "employer no", "federal id", "fed id", "fed. id", "fein", "tin", "ein", "irs number", "irs no", "w9", "w-9",
}

// employerReach is how far from such a number the word for it may stand, in bytes.
const employerReach = 48

// employers finds the numbers that employers have in the United States beside their name: "EIN 84-2917735", "EIN of
// the club is 84-2917735", "61-4482903 (EIN)".
func (s *scan) employers() {
	for i, g := range s.groups {
		end := g.end
		switch {
		case g.end-g.start == 9:
		case g.end-g.start == 2 && i+1 < len(s.groups) && s.groups[i+1].start == g.end+1 && s.groups[i+1].end-g.end == 8 && (s.text[g.end] == '-' || s.text[g.end] == ' '):
			end = s.groups[i+1].end
		default:
			continue
		}
		if char.Glued(s.text, g.start) || char.RunsOn(s.text, end) || end+1 < len(s.text) && s.text[end] == '-' && char.Digit(s.text[end+1]) || g.start > 1 && s.text[g.start-1] == '-' && char.Digit(s.text[g.start-2]) {
			continue
		}
		if s.employerNamed(g.start, end) {
			s.add(g.start, end, TaxID, 0.9, bare(s.text[g.start:end]))
		}
	}
}

// employerColumns finds such numbers in the column of a table that is headed by the word for them alone: "Company;EIN;State".
func (s *scan) employerColumns() {
	if !s.letters.mayHold("EIN") {
		return
	}
	for at := 0; ; {
		i := strings.Index(s.text[at:], "EIN")
		if i < 0 {
			return
		}
		i += at
		at = i + len("EIN")
		if char.Glued(s.text, i) || char.RunsOn(s.text, at) {
			continue
		}
		line := strings.LastIndexByte(s.text[:i], '\n') + 1
		end := len(s.text)
		if k := strings.IndexByte(s.text[at:], '\n'); k >= 0 {
			end = at + k
		}
		at = end       // each line once
		sep := byte(0) // none where the word stands alone in its line
		for _, c := range []byte("\t|;,") {
			if strings.IndexByte(s.text[line:end], c) >= 0 {
				sep = c
				break
			}
		}
		columns, column := cells(s.text[line:end], string(sep)), strings.Count(s.text[line:i], string(sep))
		if sep == 0 && strings.TrimSpace(s.text[line:end]) != "EIN" || strings.ContainsAny(s.text[line:end], "0123456789") {
			continue
		}
		for at < len(s.text) {
			from := at + 1
			if at = len(s.text); from < at {
				if k := strings.IndexByte(s.text[from:], '\n'); k >= 0 {
					at = from + k
				}
			}
			if from >= len(s.text) || cells(s.text[from:at], string(sep)) != columns {
				at = min(from, len(s.text))
				break
			}
			s.employerCell(from, at, column, sep)
		}
	}
}

// employerCell takes such a number if it is all of a cell of the line [from, to).
func (s *scan) employerCell(from, to, column int, sep byte) {
	for range column {
		from += strings.IndexByte(s.text[from:to], sep) + 1
	}
	if k := strings.IndexByte(s.text[from:to], sep); k >= 0 && sep != 0 {
		to = from + k
	}
	for from < to && (s.text[from] == ' ' || s.text[from] == '"') {
		from++
	}
	for to > from && strings.IndexByte(" \"\r", s.text[to-1]) >= 0 {
		to--
	}
	if code := s.text[from:to]; len(code) == 9 && char.Digits([]byte(code)) || len(code) == 10 && code[2] == '-' && digitRun(code, 0) == 2 && digitRun(code, 3) == 7 {
		s.add(from, to, TaxID, 0.9, bare(code))
	}
}

// employerNamed says whether a word for such a number stands before it, or behind it where it has its hyphen. "EIN" is
// a German word, too, but for its capitals.
func (s *scan) employerNamed(start, end int) bool {
	near := func(from, to int) bool {
		part := s.folded[from:to]
		if stop := strings.LastIndexAny(part, "!?\n"); stop >= 0 && to == start && stop < len(part)-24 {
			part, from = part[stop+1:], from+stop+1
		}
		for _, w := range employerWords {
			at := strings.Index(part, w)
			if at < 0 || char.Glued(s.text, from+at) || len(w) == len("ein") && char.RunsOn(s.text, from+at+len(w)) || w[0] == 'e' && w[1] == 'i' && s.text[from+at] != 'E' || w[0] == 'e' && w[1] == 'i' && s.text[from+at+1] != 'I' {
				continue
			}
			return !strings.ContainsAny(part[at+len(w):], "0123456789") || to == start && endsIn(strings.TrimRight(part, " :"), "should be", "correct is", "correct one is", "right one is", "must be", "changed to")
		}
		return false
	}
	if near(max(0, start-employerReach), start) {
		return true
	}
	behind := strings.TrimLeft(char.Cut(s.text, end, len(" (is their FEIN")), " (,")
	for _, link := range [...]string{"is our ", "is my ", "is the ", "is their ", "as ", ""} {
		if strings.HasPrefix(behind, link+"EIN") || strings.HasPrefix(behind, link+"FEIN") {
			return end-start == len("84-2917735")
		}
	}
	return false
}

// panReach is how far before the number of a payer of taxes in India it may be named, in bytes.
const panReach = 96

// panNumbers finds the numbers that the tax office of India gives: three letters, one for the kind of payer, the first of the
// name, four digits and a letter, in small letters where the word stands directly before. "PAN" stands before, or what is held back for that office: "PAN required for TDS: ABCPD1234F".
func (s *scan) panNumbers() {
	for _, g := range s.groups {
		from, end := g.start-5, g.end+1
		if g.end-g.start != 4 || from < 0 || end > len(s.text) || !char.ASCII(s.text[g.end]) || char.Glued(s.text, from) || char.RunsOn(s.text, end) {
			continue
		}
		code := strings.ToUpper(s.text[from:end])
		if strings.IndexFunc(code[:5], func(r rune) bool { return !char.Upper(r) }) >= 0 {
			continue
		}
		told := endsIn(strings.TrimRight(s.text[:from], " :#.-"), "pan", "pan no", "pan card", "pan number", "pan is", "pan card no", "pan no is", "pan number is", "pan card is", "pan card number")
		payer := strings.IndexByte("ABCFGHJLPT", code[3]) >= 0
		if small := code != s.text[from:end]; small && (!told || !payer) || !payer && !told {
			continue
		}
		near := s.text[max(0, from-panReach):from]
		behind := char.Cut(s.text, end, len(" is my PAN no"))
		if told || strings.Contains(near, "PAN") || strings.Contains(strings.ToUpper(behind), "PAN C") || strings.Contains(behind, "PAN") || strings.Contains(near, "TDS") || strings.Contains(strings.ToLower(near), "pan no") || strings.Contains(strings.ToLower(near), "pan card") || strings.Contains(strings.ToLower(near), "pan number") {
			s.add(from, end, TaxID, 0.9, code)
		}
	}
}

// payrolls finds the references by which the British tax office knows an employer: "PAYE ref 123/AB456".
func (s *scan) payrolls() {
	if !s.holds("paye") && !s.holds("tax ref") && !s.holds("employer ref") {
		return
	}
	for _, g := range s.groups {
		if g.end-g.start != 3 || g.end >= len(s.text) || s.text[g.end] != '/' || char.Glued(s.text, g.start) {
			continue
		}
		letters, at := letterRun(s.text, g.end+1, true)
		n := digitRun(s.text, at)
		if end := at + n; letters > 0 && letters < 3 && n > 2 && n < 8 && !char.RunsOn(s.text, end) && s.payrollNamed(g.start) {
			s.add(g.start, end, TaxNumber, 0.9, s.text[g.start:end])
		}
	}
}

// payrollNamed says whether such a reference is named before pos.
func (s *scan) payrollNamed(pos int) bool {
	near := s.folded[max(0, pos-employerReach):pos]
	return strings.Contains(near, "paye") || strings.Contains(near, "tax ref") || strings.Contains(near, "employer ref")
}
