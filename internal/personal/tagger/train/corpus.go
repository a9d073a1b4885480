package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"

	"github.com/webchatagent/wca/internal/personal/tagger"
)

// open reads a file, unpacked.
func open(path string) ([]byte, error) {
	b, err := os.ReadFile(path)
	if err != nil || !bytes.HasPrefix(b, []byte{0x1f, 0x8b}) {
		return b, err
	}
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(z)
}

// readGermEval takes the outer names; derived words and parts ("deutsch", "Berlin-Reise") are none.
func readGermEval(path string) ([]tagger.Example, error) {
	b, err := open(path)
	if err != nil {
		return nil, err
	}
	var out []tagger.Example
	var e tagger.Example
	lines := bufio.NewScanner(bytes.NewReader(b))
	for lines.Scan() {
		fields := strings.Split(lines.Text(), "\t")
		if len(fields) < 3 || fields[0] == "#" {
			if len(e.Words) > 0 {
				out, e = append(out, e), tagger.Example{}
			}
			continue
		}
		label := fields[2]
		name := byte('.')
		switch {
		case strings.HasSuffix(label, "deriv"), strings.HasSuffix(label, "part"), label == "O":
		case label == "B-PER":
			name = 'P'
		case label == "I-PER":
			name = 'p'
		case label[0] == 'B':
			name = 'O'
		default:
			name = 'o'
		}
		e = add(e, fields[1], name)
	}
	if len(e.Words) > 0 {
		out = append(out, e)
	}
	return out, lines.Err()
}

// add puts a token of a corpus as the words that the program would make of it.
func add(e tagger.Example, token string, name byte) tagger.Example {
	for i, w := range cut(token) {
		n := name
		if i > 0 {
			switch name {
			case 'P':
				n = 'p'
			case 'O':
				n = 'o'
			}
		}
		if n != '.' && !unicode.IsLetter([]rune(w)[0]) && i > 0 && i == len(cut(token))-1 {
			n = '.' // the full stop of an abbreviation
		}
		if k := len(e.Names) - 1; k > 0 && (n == 'p' || n == 'o') && e.Names[k] == '.' && e.Words[k] == "." {
			e.Names = e.Names[:k] + string(n) // "J. F. Kennedy"
		}
		e.Words, e.Names = append(e.Words, w), e.Names+string(n)
	}
	return e
}

// cut separates marks from words; hyphens and apostrophes inside words stay.
func cut(token string) []string {
	var out []string
	runes := []rune(token)
	for i := 0; i < len(runes); {
		j := i + 1
		if unicode.IsLetter(runes[i]) || unicode.IsDigit(runes[i]) {
			for j < len(runes) && (unicode.IsLetter(runes[j]) || unicode.IsDigit(runes[j]) ||
				j+1 < len(runes) && strings.ContainsRune("-'’", runes[j]) && unicode.IsLetter(runes[j+1])) {
				j++
			}
		}
		out = append(out, string(runes[i:j]))
		i = j
	}
	return out
}

// smartSpan and smartConcept are parts of a text as SmartData marks them.
type smartSpan struct{ Start, End int }

type smartConcept struct {
	Span smartSpan
	Type string
}

// nameOf is the mark of a token: of the last concept that it is part of.
func nameOf(token smartSpan, concepts []smartConcept) byte {
	name := byte('.')
	for _, c := range concepts {
		if token.Start < c.Span.Start || token.End > c.Span.End {
			continue
		}
		begins := token.Start == c.Span.Start
		other := (strings.HasPrefix(c.Type, "ORG") || strings.HasPrefix(c.Type, "LOC")) && c.Type != "ORG_POSITION"
		switch {
		case c.Type == "PERSON" && begins:
			name = 'P'
		case c.Type == "PERSON":
			name = 'p'
		case other && begins:
			name = 'O'
		case other:
			name = 'o'
		}
	}
	return name
}

// readSmartData takes persons as names and places and organisations as other names.
func readSmartData(path string) ([]tagger.Example, error) {
	b, err := open(path)
	if err != nil {
		return nil, err
	}
	type document struct {
		Text      struct{ String string }
		Concepts  struct{ Array []smartConcept } `json:"conceptMentions"`
		Sentences struct {
			Array []struct {
				Tokens struct {
					Array []struct{ Span smartSpan }
				}
			}
		}
	}
	var out []tagger.Example
	decode := json.NewDecoder(bytes.NewReader(b))
	for {
		var d document
		if err := decode.Decode(&d); errors.Is(err, io.EOF) {
			return out, nil
		} else if err != nil {
			return nil, fmt.Errorf("after %d sentences: %w", len(out), err)
		}
		text := []rune(d.Text.String)
		for _, s := range d.Sentences.Array {
			var e tagger.Example
			for _, t := range s.Tokens.Array {
				if t.Span.Start < 0 || t.Span.End > len(text) || t.Span.Start >= t.Span.End {
					continue
				}
				if w := strings.TrimSpace(string(text[t.Span.Start:t.Span.End])); w != "" {
					e = add(e, w, nameOf(t.Span, d.Concepts.Array))
				}
			}
			if len(e.Words) > 0 {
				out = append(out, e)
			}
		}
	}
}
