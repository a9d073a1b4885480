package plain

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/extract/guarded"
	"github.com/webchatagent/wca/internal/extract/refusal"
)

// JSON reads one value or lines of values. A list of objects becomes rows,
// other values lines "path: value".
func JSON(source string) (document.Document, error) {
	if err := guarded.CheckJSON(source); err != nil {
		return document.Document{}, err
	}
	r := jsonReader{}
	dec := json.NewDecoder(strings.NewReader(source))
	dec.UseNumber()
	for first := true; ; first = false {
		var raw json.RawMessage
		err := dec.Decode(&raw)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			if first {
				// Not JSON in spite of its name; as text it can still be read.
				d := Text(source)
				d.Warnings = append(d.Warnings, "The file is no valid JSON and was read as text.")
				return d, nil
			}
			return document.Document{}, refusal.Damaged.Because(fmt.Errorf("reading JSON: %w", err))
		}
		if err := r.value(raw, ""); err != nil {
			return document.Document{}, refusal.Damaged.Because(fmt.Errorf("reading JSON: %w", err))
		}
		if len(r.out) > document.MaxBlocks {
			break
		}
	}
	d := document.Document{Title: r.title, Blocks: r.out}
	d.Language = document.Language(r.language, d.Blocks)
	return d, nil
}

type jsonReader struct {
	out             []document.Block
	title, language string
}

type member struct {
	key   string
	value json.RawMessage
}

// value adds blocks for a value; path names it for a reader: "address city".
func (r *jsonReader) value(raw json.RawMessage, path string) error {
	raw = bytes.TrimSpace(raw)
	if len(raw) == 0 || len(r.out) > document.MaxBlocks {
		return nil
	}
	switch raw[0] {
	case '{':
		members, err := object(raw)
		if err != nil {
			return err
		}
		return r.members(members, path)
	case '[':
		var items []json.RawMessage
		if err := json.Unmarshal(raw, &items); err != nil {
			return fmt.Errorf("reading a list: %w", err)
		}
		return r.items(items, path)
	}
	if s, ok := scalar(raw); ok && document.Meaningful(s) {
		if path != "" {
			s = path + ": " + s
		}
		r.out = append(r.out, document.Block{Kind: document.KindParagraph, Text: s})
	}
	return nil
}

func (r *jsonReader) members(all []member, path string) error {
	for _, m := range all {
		if s, ok := scalar(m.value); ok && path == "" {
			r.about(m.key, s)
		}
		if err := r.value(m.value, strings.TrimSpace(path+" "+m.key)); err != nil {
			return err
		}
	}
	return nil
}

// about takes in what a file says of itself.
func (r *jsonReader) about(key, s string) {
	switch strings.ToLower(key) {
	case "title", "name", "titel":
		if r.title == "" && len(s) < 200 {
			r.title = document.OneLine(s)
		}
	case "lang", "language", "inlanguage":
		r.language = s
	}
}

// items adds the rows of a list that is a table, else its items.
func (r *jsonReader) items(all []json.RawMessage, path string) error {
	if rows, header, ok := tableOf(all); ok {
		if path != "" {
			r.out = append(r.out, document.Block{Kind: document.KindHeading, Level: 2, Text: path})
		}
		for _, row := range rows {
			r.out = append(r.out, document.Block{Kind: document.KindRow, Text: strings.Join(row, "\t"), Header: header})
		}
		return nil
	}
	for i, item := range all {
		s, ok := scalar(item)
		if !ok {
			if err := r.value(item, path); err != nil {
				return err
			}
			continue
		}
		if path != "" && i == 0 {
			r.out = append(r.out, document.Block{Kind: document.KindParagraph, Text: path + ":"})
		}
		if document.Meaningful(s) {
			r.out = append(r.out, document.Block{Kind: document.KindItem, Level: 1, Text: s})
		}
	}
	return nil
}

// object gives the members in the order of the file.
func object(raw json.RawMessage) ([]member, error) {
	dec := json.NewDecoder(bytes.NewReader(raw))
	if _, err := dec.Token(); err != nil {
		return nil, fmt.Errorf("reading an object: %w", err)
	}
	var out []member
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			return nil, fmt.Errorf("reading a key: %w", err)
		}
		var m member
		m.key, _ = key.(string)
		if err := dec.Decode(&m.value); err != nil {
			return nil, fmt.Errorf("reading the value of %q: %w", m.key, err)
		}
		out = append(out, m)
	}
	return out, nil
}

// scalar gives a string, number or truth value as text; null is empty text.
func scalar(raw json.RawMessage) (string, bool) {
	raw = bytes.TrimSpace(raw)
	switch {
	case len(raw) == 0:
		return "", false
	case raw[0] == '{' || raw[0] == '[':
		return "", false
	case raw[0] == '"':
		var s string
		if err := json.Unmarshal(raw, &s); err != nil {
			return "", false
		}
		return strings.TrimSpace(document.Visible(s)), true
	case string(raw) == "null":
		return "", true
	}
	return string(raw), true
}

// deepest is how many objects one in the other make columns of a table: a price with its value and currency.
const deepest = 3

// flattened gives the members of an object and of those in it, which are named by all keys, and lists of scalars as one
// text; false where other lists or deeper objects are in it.
func flattened(members []member, path string, depth int) ([]member, bool) {
	var out []member
	for _, m := range members {
		m.key = strings.TrimSpace(path + " " + m.key)
		if _, is := scalar(m.value); is {
			out = append(out, m)
			continue
		}
		var list []json.RawMessage
		if err := json.Unmarshal(m.value, &list); err == nil {
			joined, ok := listed(list)
			if !ok {
				return nil, false
			}
			out = append(out, member{m.key, joined})
			continue
		}
		inner, err := object(m.value)
		if err != nil || depth >= deepest {
			return nil, false
		}
		flat, ok := flattened(inner, m.key, depth+1)
		if !ok {
			return nil, false
		}
		out = append(out, flat...)
	}
	return out, true
}

// listed writes a list of scalars as one string.
func listed(list []json.RawMessage) (json.RawMessage, bool) {
	var texts []string
	for _, item := range list {
		s, ok := scalar(item)
		if !ok {
			return nil, false
		}
		if s != "" {
			texts = append(texts, s)
		}
	}
	joined, err := json.Marshal(strings.Join(texts, ", "))
	return joined, err == nil
}

// tableOf makes rows of a list whose items are objects with the same keys, as those of a shop's products.
func tableOf(items []json.RawMessage) (rows [][]string, header []string, ok bool) {
	if len(items) < 2 {
		return nil, nil, false
	}
	columns := map[string]int{}
	for _, item := range items {
		if item = bytes.TrimSpace(item); len(item) == 0 || item[0] != '{' {
			return nil, nil, false
		}
		members, err := object(item)
		if err != nil {
			return nil, nil, false
		}
		members, flat := flattened(members, "", 0)
		if !flat {
			return nil, nil, false
		}
		row := make([]string, len(header), len(header)+len(members))
		for _, m := range members {
			s, _ := scalar(m.value)
			if len(s) > 500 {
				return nil, nil, false
			}
			at, known := columns[m.key]
			if !known {
				if len(header) >= 50 {
					return nil, nil, false
				}
				at = len(header)
				columns[m.key] = at
				header = append(header, m.key)
				row = append(row, "")
			}
			row[at] = document.OneLine(s)
		}
		rows = append(rows, row)
		if len(rows) > document.MaxBlocks {
			return nil, nil, false
		}
	}
	return rows, header, len(header) <= 2*len(rows)+10
}
