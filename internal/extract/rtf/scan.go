package rtf

import "strconv"

// kind is what a piece of the file is.
type kind byte

const (
	text  kind = iota // bytes of text
	octet             // one byte written as \'xx
	open              // {
	shut              // }
	word              // \word or \word-12
	sign              // \ and a character that is no letter
)

// piece is a part of the file.
type piece struct {
	kind  kind
	bytes []byte // of text; the one of an octet or a sign
	name  string // of a word
	n     int    // its number
	has   bool   // it has a number
}

// scanner parts a file. What a \bin announces is passed over.
type scanner struct {
	in []byte
	at int
}

// longestName is how many letters a control word has at most by the specification.
const longestName = 32

func (s *scanner) next() (p piece, more bool) {
	for s.at < len(s.in) {
		switch c := s.in[s.at]; c {
		case '\r', '\n', 0:
			s.at++
		case '{':
			s.at++
			return piece{kind: open}, true
		case '}':
			s.at++
			return piece{kind: shut}, true
		case '\\':
			s.at++
			if s.at == len(s.in) {
				return piece{}, false
			}
			return s.control(), true
		default:
			from := s.at
			for s.at < len(s.in) && !special(s.in[s.at]) {
				s.at++
			}
			return piece{kind: text, bytes: s.in[from:s.at]}, true
		}
	}
	return piece{}, false
}

func special(c byte) bool {
	return c == '{' || c == '}' || c == '\\' || c == '\r' || c == '\n' || c == 0
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// control reads what stands behind a backslash.
func (s *scanner) control() piece {
	c := s.in[s.at]
	if !isLetter(c) {
		s.at++
		switch {
		case c == '\'' && s.at+2 <= len(s.in):
			b, err := strconv.ParseUint(string(s.in[s.at:s.at+2]), 16, 8)
			if err != nil {
				return piece{kind: sign, bytes: []byte{c}}
			}
			s.at += 2
			return piece{kind: octet, bytes: []byte{byte(b)}}
		case c == '\r' || c == '\n':
			return piece{kind: word, name: "par"}
		}
		return piece{kind: sign, bytes: []byte{c}}
	}
	from := s.at
	for s.at < len(s.in) && isLetter(s.in[s.at]) && s.at-from < longestName {
		s.at++
	}
	p := piece{kind: word, name: string(s.in[from:s.at])}
	from = s.at
	if s.at < len(s.in) && s.in[s.at] == '-' {
		s.at++
	}
	for s.at < len(s.in) && isDigit(s.in[s.at]) && s.at-from < 11 {
		s.at++
	}
	if n, err := strconv.Atoi(string(s.in[from:s.at])); err == nil {
		p.n, p.has = n, true
	} else {
		s.at = from
	}
	if s.at < len(s.in) && s.in[s.at] == ' ' {
		s.at++
	}
	if p.name == "bin" && p.n > 0 {
		s.at += min(p.n, len(s.in)-s.at)
	}
	return p
}
