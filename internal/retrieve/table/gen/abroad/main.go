// Command abroad makes the list of words of further languages for the table of word vectors, from dictionaries of Debian
// packages (see NOTICE of package table) and from the table itself, which must be made before. Run it with
//
//	make table
//
// The same input gives the same bytes.
package main

import (
	"flag"
	"log"
	"os"

	"github.com/webchatagent/wca/internal/retrieve/table"
)

func main() {
	log.SetFlags(0)
	root := flag.String("root", "", "folder with the unpacked packages")
	out := flag.String("out", "internal/retrieve/table/abroad.bin", "file to write")
	static := flag.String("table", "internal/retrieve/table/static.bin", "the table of German and English words")
	most := flag.Int("most", 36000, "words to keep of each language")
	flag.Parse()
	if *root == "" {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(*root, *static, *out, *most); err != nil {
		log.Fatal(err)
	}
}

func run(root, static, out string, most int) error {
	data, err := os.ReadFile(static)
	if err != nil {
		return err
	}
	t, err := table.Open(data)
	if err != nil {
		return err
	}
	d := newDictionaries(root, t)
	var lists []wordList
	for _, l := range languages {
		list, err := d.words(l, most)
		if err != nil {
			return err
		}
		lists = append(lists, list)
	}
	data = encode(t, lists)
	log.Printf("%d bytes", len(data))
	return os.WriteFile(out, data, 0o644)
}
