package personal

import (
	"sort"
	"strings"
)

// cell is a cell of a table, with what the head of its column says.
type cell struct {
	start, end int
	clues      uint32
	apart      bool // words in other cells say nothing about it
}

// cellAt gives the cell that holds pos, nil if none does.
func (c *clueing) cellAt(pos int) *cell {
	i := sort.Search(len(c.cells), func(i int) bool { return c.cells[i].end > pos })
	if i == len(c.cells) || c.cells[i].start > pos {
		return nil
	}
	return &c.cells[i]
}

// A table has at least so many columns, one whose cells tabs keep apart fewer, and is read up to so many.
const leastColumns, leastTabbed, mostColumns = 3, 2, 24

// tables finds lines whose cells stand below a line of words that say what they hold, "Name | DOB | Acc no.",
// and notes for each cell what its column is about.
func (s *scan) tables() {
	var heads []uint32 // of the columns of the table that is read
	var sep string
	token := 0
	inserts := s.holds(") values")
	if s.lines < 2 && !inserts {
		return
	}
	for start := 0; start < len(s.text); {
		end := len(s.text)
		if i := strings.IndexByte(s.text[start:], '\n'); i >= 0 {
			end = start + i
		}
		next := end + 1
		end = start + len(strings.TrimSuffix(s.text[start:end], "\r"))
		for token < len(s.tokens) && s.tokens[token].start < start {
			token++
		}
		line := s.text[start:end]
		switch {
		case inserts && s.inserted(start, end, token):
			heads = nil
		case len(heads) > 0 && strings.Trim(line, "|-: \t") == "" && line != "": // the rule below the head
		case len(heads) > 0 && cells(line, sep) == len(heads):
			s.row(start, end, token, sep, heads)
		default:
			heads, sep = s.head(start, end, token)
		}
		start = next
	}
}

// inserted reads the line [start, end), whose first token is given, as one that puts rows into a table of a database:
// "INSERT INTO kunden (name, gebdat) VALUES ('Eva', '1975-10-19')". It says whether it is one.
func (s *scan) inserted(start, end, token int) bool {
	const values = "values"
	at := strings.Index(s.text[start:end], " VALUES")
	if at < 0 {
		at = strings.Index(s.text[start:end], " values")
	}
	if at < 0 || !strings.HasSuffix(strings.TrimRight(s.text[start:start+at], " "), ")") {
		return false
	}
	heads, sep := s.head(start, start+at, token)
	if heads == nil || sep != "," {
		return false
	}
	for at += start + len(" "+values); at < end; {
		open := strings.IndexByte(s.text[at:end], '(')
		if open < 0 {
			break
		}
		at += open + 1
		size := strings.IndexByte(s.text[at:end], ')')
		if size < 0 {
			break
		}
		if cells(s.text[at:at+size], sep) == len(heads) {
			s.row(at, at+size, s.tokenAt(at), sep, heads)
		}
		at += size
	}
	return true
}

// cells is how many cells a line has.
func cells(line, sep string) int { return strings.Count(line, sep) + 1 }

// separators stand between the cells of a line.
var separators = [...]string{"\t", "|", ";", ",", " / ", " · ", " - ", " • ", " — "}

// head reads the line [start, end), whose first token is given, as the head of a table: what its columns
// are about. It is nil if the line is no head.
func (s *scan) head(start, end, token int) ([]uint32, string) {
	line := s.text[start:end]
	if strings.ContainsAny(line, "0123456789!?") {
		return nil, ""
	}
	sep := ""
	for _, c := range separators {
		if n := cells(line, c); (n >= leastColumns || c == "\t" && n >= leastTabbed) && n <= mostColumns {
			sep = c
			break
		}
	}
	if sep == "" {
		return nil, ""
	}
	heads := make([]uint32, cells(line, sep))
	var columns []int // of the tokens, where one may be of names
	named := strings.Contains(s.folded[start:end], "name")
	column, at, told := 0, start, false
	for i := token; i < len(s.tokens) && s.tokens[i].start < end; i++ {
		for at < s.tokens[i].start {
			if !strings.HasPrefix(s.text[at:end], sep) {
				at++
				continue
			}
			column++
			at += len(sep) // " - - - " has two, as cells counts
		}
		if named {
			columns = append(columns, column)
		}
		if s.tokens[i].end-s.tokens[i].start > 24 || i-token > 3*mostColumns {
			return nil, ""
		}
		if s.notes[i].clue>>clueGoods&1 != 0 { // "licence key"
			heads[column] = 0
		}
		told = told || named && s.nameField(i)
		bits := s.notes[i].clue &^ (headNoun | secondWord | 1<<clueGoods | 1<<clueNumber)
		if w := s.lower(i); w == "sort" || w == "srt" || w == "sortcode" {
			bits = 1 << clueBIC
		}
		if bits != 0 {
			heads[column] |= bits
			told = true
		}
	}
	if !told {
		return nil, ""
	}
	bankColumns(heads)
	s.nameColumns(heads, token, columns)
	return heads, sep
}

// bankColumns notes that a column about a bank is one of accounts where the numbers of banks have a column of their own.
func bankColumns(heads []uint32) {
	for _, h := range heads {
		if h>>clueBIC&1 == 0 {
			continue
		}
		for i, other := range heads {
			if other>>clueBank&1 != 0 && other>>clueBIC&1 == 0 {
				heads[i] |= 1 << clueAccount
			}
		}
	}
}

// row notes the cells of the line [start, end), whose first token is given.
func (s *scan) row(start, end, token int, sep string, heads []uint32) {
	apart := true
	for i := token; i < len(s.tokens) && s.tokens[i].start < end; i++ {
		apart = apart && s.notes[i].clue&^(headNoun|secondWord) == 0
	}
	column := 0
	for from := start; from <= end && column < len(heads); column++ {
		to := end
		if i := strings.Index(s.text[from:end], sep); i >= 0 {
			to = from + i
		}
		s.clues.cells = append(s.clues.cells, cell{start: from, end: to + len(sep), clues: heads[column], apart: apart})
		from = to + len(sep)
	}
}
