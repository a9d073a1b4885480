package llm

import (
	"bytes"
	"encoding/json"
	"unicode/utf8"
)

// usualChunk reads the text of a chunk that brings a piece of text and nothing else, as nearly all of
// a stream do, several times as fast as decoding it. ok is false for every other chunk, whatever it
// is: decode that.
func usualChunk(payload []byte) (text string, ok bool) {
	r := chunkReader{rest: payload}
	found := false
	fine := r.object(func(key []byte) bool {
		switch string(key) {
		case "choices":
			if found {
				return false
			}
			found = true
			return r.take('[') && r.object(func(key []byte) bool {
				switch string(key) {
				case "delta":
					return r.object(func(key []byte) bool {
						if string(key) == "content" {
							text, ok = r.text()
							return ok
						}
						return string(key) != "refusal" && r.scalar() || r.null()
					})
				case "finish_reason":
					return r.null()
				}
				return r.scalar()
			}) && r.take(']')
		case "usage", "error":
			return r.null()
		}
		return r.scalar()
	})
	r.space()
	return text, ok && fine && len(r.rest) == 0
}

// chunkReader reads JSON that holds nothing unusual; its methods answer false for all else.
type chunkReader struct{ rest []byte }

func (r *chunkReader) space() {
	for len(r.rest) > 0 && (r.rest[0] == ' ' || r.rest[0] == '\t' || r.rest[0] == '\n' || r.rest[0] == '\r') {
		r.rest = r.rest[1:]
	}
}

func (r *chunkReader) take(c byte) bool {
	r.space()
	if len(r.rest) == 0 || r.rest[0] != c {
		return false
	}
	r.rest = r.rest[1:]
	return true
}

// object reads an object that is not empty; value reads that of a key.
func (r *chunkReader) object(value func(key []byte) bool) bool {
	if !r.take('{') {
		return false
	}
	for {
		key, ok := r.raw()
		if !ok || !plainKey(key) || !r.take(':') || !value(key[1:len(key)-1]) {
			return false
		}
		if !r.take(',') {
			return r.take('}')
		}
	}
}

// plainKey leaves out keys that encoding/json may take for one in other letters.
func plainKey(key []byte) bool {
	for _, c := range key[1 : len(key)-1] {
		if (c < 'a' || c > 'z') && c != '_' && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

// raw reads a string with its quotes.
func (r *chunkReader) raw() ([]byte, bool) {
	r.space()
	if len(r.rest) == 0 || r.rest[0] != '"' {
		return nil, false
	}
	for i := 1; i < len(r.rest); i++ {
		switch c := r.rest[i]; {
		case c == '"':
			raw := r.rest[:i+1]
			r.rest = r.rest[i+1:]
			return raw, true
		case c == '\\':
			i++
		case c < ' ':
			return nil, false
		}
	}
	return nil, false
}

func (r *chunkReader) text() (text string, ok bool) {
	raw, ok := r.raw()
	switch {
	case !ok || !utf8.Valid(raw):
		return "", false
	case bytes.IndexByte(raw, '\\') >= 0:
		return text, json.Unmarshal(raw, &text) == nil
	}
	return string(raw[1 : len(raw)-1]), true
}

func (r *chunkReader) null() bool { return r.word("null") }

func (r *chunkReader) word(w string) bool {
	r.space()
	if !bytes.HasPrefix(r.rest, []byte(w)) {
		return false
	}
	r.rest = r.rest[len(w):]
	return true
}

// scalar reads a string without escapes, a whole number, a truth or null.
func (r *chunkReader) scalar() bool {
	r.space()
	if len(r.rest) == 0 {
		return false
	}
	switch c := r.rest[0]; {
	case c == '"':
		raw, ok := r.raw()
		return ok && bytes.IndexByte(raw, '\\') < 0
	case c == '0':
		r.rest = r.rest[1:]
		return true // what follows a number wrongly is no comma
	case c >= '1' && c <= '9':
		for len(r.rest) > 0 && r.rest[0] >= '0' && r.rest[0] <= '9' {
			r.rest = r.rest[1:]
		}
		return true
	}
	return r.null() || r.word("true") || r.word("false")
}
