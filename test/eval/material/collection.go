package material

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
)

// collectionFolder holds questions about web pages that others have published.
const collectionFolder = "test/eval/real/testdata"

// Collection is some pages of one subject with the questions about them.
type Collection struct {
	Name      string
	Pages     []WebPage
	Questions []PageQuestion
}

// WebPage is a web page of a public set.
type WebPage struct{ Collection, Set, Page string }

// Name is that of the page's file, unpacked.
func (p WebPage) Name() string { return strings.TrimSuffix(filepath.Base(p.Page), ".gz") }

// File is where the page is in the folder of the public sets.
func (p WebPage) File(data string) string { return filepath.Join(data, p.Set, p.Page) }

// PageQuestion is what is asked, with the page on which the answer stands and a piece of it, or without either where no page
// has one.
type PageQuestion struct {
	Question, Set, Page, Answer string
	Refuse                      bool
}

// Collections reads those of a part: "tuning", which may be looked at, or "report".
func Collections(part string) ([]Collection, error) {
	pages, err := readLines[WebPage](filepath.Join(collectionFolder, part, "pages.jsonl"))
	if err != nil {
		return nil, err
	}
	var all []Collection
	for _, p := range pages {
		if len(all) == 0 || all[len(all)-1].Name != p.Collection {
			all = append(all, Collection{Name: p.Collection})
		}
		c := &all[len(all)-1]
		c.Pages = append(c.Pages, p)
	}
	for i := range all {
		if all[i].Questions, err = readLines[PageQuestion](filepath.Join(collectionFolder, part, all[i].Name+".jsonl")); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// Read reads the pages of the collection as the program would, from the folder of the public sets.
func (c *Collection) Read(data string) (Site, error) {
	var files []string
	for _, p := range c.Pages {
		files = append(files, p.File(data))
	}
	return read(files)
}

func readLines[T any](path string) (out []T, err error) {
	body, err := Read(path)
	if err != nil {
		return nil, err
	}
	for decoder := json.NewDecoder(bytes.NewReader(body)); decoder.More(); {
		var line T
		if err := decoder.Decode(&line); err != nil {
			return nil, fmt.Errorf("reading %s: %w", path, err)
		}
		out = append(out, line)
	}
	return out, nil
}
