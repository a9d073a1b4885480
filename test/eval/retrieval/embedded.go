package main

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"slices"

	"github.com/webchatagent/wca/internal/llm"
	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/retrieve"
)

// outside makes vectors with the model at a compatible server that the environment names, for
// comparing it with the built-in ones: WCA_EVAL_EMBEDDINGS is its base URL, WCA_EVAL_EMBEDDING_MODEL
// the model, WCA_EVAL_EMBEDDING_LANGUAGE the language it knows ("" for both).
type outside struct {
	embedder llm.Embedder
	model    string
}

func openOutside() (outside, error) {
	o := outside{model: os.Getenv("WCA_EVAL_EMBEDDING_MODEL")}
	base := os.Getenv("WCA_EVAL_EMBEDDINGS")
	if base == "" {
		return o, fmt.Errorf("WCA_EVAL_EMBEDDINGS names no server: %w", os.ErrNotExist)
	}
	var err error
	o.embedder, err = llm.OpenEmbedder(llm.Settings{Kind: "compatible", BaseURL: base}, llm.Vectors{Model: o.model}, http.DefaultClient)
	return o, err
}

func (o outside) embed(kind llm.EmbedKind, texts []string) ([][]float32, error) {
	var out [][]float32
	for part := range slices.Chunk(texts, 32) {
		v, err := o.embedder.Embed(context.Background(), kind, part)
		if err != nil {
			return nil, err
		}
		out = append(out, v...)
	}
	return out, nil
}

// index builds the index of passages with the model's vectors.
func (o outside) index(passages []passage.Passage) (*retrieve.Index, error) {
	texts := make([]string, len(passages))
	for i, p := range passages {
		texts[i] = p.Text
	}
	vectors, err := o.embed(llm.EmbedPassage, texts)
	if err != nil {
		return nil, err
	}
	for i := range passages {
		passages[i].Embedded = retrieve.PackVector(o.model, vectors[i])
	}
	return retrieve.Build(passages, retrieve.Options{Embedder: o.model}), nil
}

func (o outside) questions(c corpus) ([][]float32, error) {
	texts := make([]string, len(c.items))
	for i, it := range c.items {
		texts[i] = it.question
	}
	return o.embed(llm.EmbedQuestion, texts)
}

// embedded measures search with the vectors of a model outside.
func embedded(data string) error {
	o, err := openOutside()
	if err != nil {
		return err
	}
	var found, refused []string
	for _, lang := range []string{"de", "en"} {
		if only := os.Getenv("WCA_EVAL_EMBEDDING_LANGUAGE"); only != "" && only != lang {
			continue
		}
		articles, err := readSquadFile(xquadFile(data, lang))
		if err != nil {
			return err
		}
		daily, err := everydayCorpus(lang)
		if err != nil {
			return err
		}
		pieces := chunks(articles, lang, 50)
		for _, set := range []struct {
			name string
			c    corpus
		}{{"XQuAD ≤ 50 words " + lang, pieces}, {"everyday " + lang, daily}} {
			ix, err := o.index(set.c.passages)
			if err != nil {
				return err
			}
			asked, err := o.questions(set.c)
			if err != nil {
				return err
			}
			for _, with := range []string{"built in", o.model} {
				var h halves
				for i, it := range set.c.items {
					if it.relevant < 0 {
						continue
					}
					q := retrieve.Query{Text: it.question, K: 10}
					if with == o.model {
						q.Vector = asked[i]
					}
					h.add(it.tuning, rankOf(ix.Search(q).Hits, &set.c.passages[it.relevant]))
				}
				found = append(found, fmt.Sprintf("%s | %s | tuning | %s", set.name, with, h.tuning), fmt.Sprintf("%s | %s | report | %s", set.name, with, h.report))
			}
		}
		half := func(c corpus) error {
			var own []passage.Passage
			for i, p := range c.passages {
				if c.article[i]%2 == 0 {
					own = append(own, p)
				}
			}
			ix, err := o.index(own)
			if err != nil {
				return err
			}
			asked, err := o.questions(c)
			if err != nil {
				return err
			}
			for _, model := range []string{"built in", o.model} {
				var with, without []retrieve.Results
				for i, it := range c.items {
					q := retrieve.Query{Text: it.question, K: 6}
					if model == o.model {
						q.Vector = asked[i]
					}
					if r := ix.Search(q); it.article%2 == 0 {
						with = append(with, r)
					} else {
						without = append(without, r)
					}
				}
				refused = append(refused, fmt.Sprintf("%s | %s | %s", lang, model, refusal(with, without)))
			}
			return nil
		}
		if err := half(pieces); err != nil {
			return err
		}
		if err := half(daily); err != nil {
			return err
		}
	}
	table("Vectors of "+o.model, "set | vectors | half | R@1 | R@5 | MRR@10", found)
	table("Refusing with vectors of "+o.model+", off-topic", "language | vectors | answerable | unanswerable | answered at 10 % false answers | answered as set | false answers as set", refused)
	return nil
}
