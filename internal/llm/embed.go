package llm

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// EmbedKind says what a text is: many embedding models treat the two differently.
type EmbedKind uint8

// The kinds.
const (
	EmbedPassage  EmbedKind = iota // a text to be found
	EmbedQuestion                  // what is looked for
)

// MaxEmbed is how many texts one call of Embed may have.
const MaxEmbed = 64

// Embedder turns texts into vectors: one for each text, in their order, all of the same length, not
// necessarily normalised. A text for which the model finds no direction (all numbers are zero or
// none) has nil. It is safe for concurrent use. Failures are *Error.
type Embedder interface {
	Embed(ctx context.Context, kind EmbedKind, texts []string) ([][]float32, error)
}

// Vectors says which model makes vectors.
type Vectors struct {
	Model      string
	Dimensions int // asked for, 0 means the model's own number
}

// OpenEmbedder makes the embedder that the settings name. Anthropic has none, and the built-in
// provider needs none.
func OpenEmbedder(s Settings, v Vectors, client *http.Client) (Embedder, error) {
	if s.Kind == "anthropic" || s.Kind == "quote" {
		return nil, fmt.Errorf("a provider of the kind %s makes no vectors", s.Kind)
	}
	if v.Model == "" {
		return nil, errors.New("the name of the model is missing")
	}
	p, err := open(s, client)
	if err != nil {
		return nil, err
	}
	switch p := p.(type) {
	case *openAI:
		return openAIVectors{p.wire, v}, nil
	case *gemini:
		return geminiVectors{p.wire, v}, nil
	case *ollama:
		return ollamaVectors{p.wire, v}, nil
	}
	return nil, fmt.Errorf("a provider of the kind %s makes no vectors", s.Kind)
}

// openAIVectors speaks POST /embeddings, OpenAI's own and that of compatible servers.
type openAIVectors struct {
	wire
	Vectors
}

// Embed implements Embedder.
func (p openAIVectors) Embed(ctx context.Context, kind EmbedKind, texts []string) ([][]float32, error) {
	headers := map[string]string{}
	if p.key != "" {
		headers["Authorization"] = "Bearer " + p.key
	}
	body := map[string]any{"model": p.Model, "input": instructed(p.Model, kind, texts), "encoding_format": "float"}
	if p.Dimensions > 0 {
		body["dimensions"] = p.Dimensions
	}
	var said struct {
		Data []struct {
			Index     int     `json:"index"`
			Embedding numbers `json:"embedding"`
		} `json:"data"`
	}
	if err := p.ask(ctx, "/embeddings", headers, body, &said); err != nil {
		return nil, err
	}
	if len(said.Data) != len(texts) {
		return nil, miscounted(len(said.Data), len(texts))
	}
	out := make([]numbers, len(texts))
	for _, d := range said.Data {
		if d.Index < 0 || d.Index >= len(out) || out[d.Index] != nil {
			return nil, &Error{Kind: Protocol, Message: "the provider sent vectors for other texts"}
		}
		out[d.Index] = d.Embedding
	}
	return whole(out, len(texts), p.Dimensions)
}

// ollamaVectors speaks Ollama's POST /api/embed.
type ollamaVectors struct {
	wire
	Vectors
}

// Embed implements Embedder.
func (p ollamaVectors) Embed(ctx context.Context, kind EmbedKind, texts []string) ([][]float32, error) {
	headers := map[string]string{}
	if p.key != "" {
		headers["Authorization"] = "Bearer " + p.key
	}
	body := map[string]any{"model": p.Model, "input": instructed(p.Model, kind, texts), "truncate": true, "keep_alive": "10m"}
	if p.Dimensions > 0 {
		body["dimensions"] = p.Dimensions
	}
	var said struct {
		Embeddings []numbers `json:"embeddings"`
	}
	if err := p.ask(ctx, "/api/embed", headers, body, &said); err != nil {
		return nil, err
	}
	return whole(said.Embeddings, len(texts), p.Dimensions)
}

// geminiVectors speaks Google's batchEmbedContents.
type geminiVectors struct {
	wire
	Vectors
}

// Embed implements Embedder.
func (p geminiVectors) Embed(ctx context.Context, kind EmbedKind, texts []string) ([][]float32, error) {
	type request struct {
		Model      string        `json:"model"`
		Content    geminiContent `json:"content"`
		Task       string        `json:"taskType,omitempty"`
		Dimensions int           `json:"outputDimensionality,omitempty"`
	}
	task := "RETRIEVAL_DOCUMENT"
	if kind == EmbedQuestion {
		task = "RETRIEVAL_QUERY"
	}
	if strings.HasPrefix(p.Model, "gemini-embedding-2") { // it takes the task from the text instead
		task = ""
	}
	requests := make([]request, len(texts))
	for i, text := range instructed(p.Model, kind, texts) {
		requests[i] = request{"models/" + p.Model, geminiContent{Parts: []geminiPart{{Text: text}}}, task, p.Dimensions}
	}
	var said struct {
		Embeddings []struct {
			Values numbers `json:"values"`
		} `json:"embeddings"`
	}
	path := "/models/" + url.PathEscape(p.Model) + ":batchEmbedContents"
	if err := p.wire.ask(ctx, path, map[string]string{"x-goog-api-key": p.key}, map[string]any{"requests": requests}, &said); err != nil {
		return nil, err
	}
	out := make([]numbers, len(said.Embeddings))
	for i, e := range said.Embeddings {
		out[i] = e.Values
	}
	return whole(out, len(texts), p.Dimensions)
}

// maxDimensions is the most numbers that a vector may have; known models make up to 4,096.
const maxDimensions = 8192

// numbers is a vector as JSON says it. Servers write null for what is not a number: such a vector
// says nothing and becomes zero throughout.
type numbers []float32

// UnmarshalJSON implements json.Unmarshaler.
func (n *numbers) UnmarshalJSON(text []byte) error {
	if err := json.Unmarshal(text, (*[]float32)(n)); err != nil {
		return fmt.Errorf("reading a vector: %w", err)
	}
	if bytes.Contains(text, []byte("null")) {
		clear(*n)
	}
	return nil
}

// whole checks that there is a vector for each text, all of one length: the asked one, unless that is 0.
func whole(vectors []numbers, texts, asked int) ([][]float32, error) {
	if len(vectors) != texts {
		return nil, miscounted(len(vectors), texts)
	}
	out := make([][]float32, len(vectors))
	for i, v := range vectors {
		if len(v) == 0 || len(v) != len(vectors[0]) {
			return nil, &Error{Kind: Protocol, Message: "the provider sent vectors of different lengths"}
		}
		if asked > 0 && len(v) != asked {
			return nil, &Error{Kind: Protocol, Message: fmt.Sprintf("the provider sent vectors of %d numbers, %d were asked for: name the model without @%d, or with the number it can make", len(v), asked, asked)}
		}
		if len(v) > maxDimensions {
			return nil, &Error{Kind: Protocol, Message: fmt.Sprintf("the provider sent vectors of %d numbers, %d are the most", len(v), maxDimensions)}
		}
		if slices.ContainsFunc(v, func(x float32) bool { return x != 0 }) {
			out[i] = v
		}
	}
	return out, nil
}

func miscounted(vectors, texts int) *Error {
	return &Error{Kind: Protocol, Message: fmt.Sprintf("the provider sent %d vectors for %d texts", vectors, texts)}
}

// maxVectors is the largest answer that is read: 64 vectors of 8,192 numbers fit.
const maxVectors = 32 << 20

// ask sends body as JSON and reads the whole answer into said.
func (w wire) ask(ctx context.Context, path string, headers map[string]string, body, said any) error {
	response, err := w.post(ctx, path, headers, body)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	text, err := io.ReadAll(io.LimitReader(response.Body, maxVectors+1))
	if err != nil {
		return w.broken(ctx, err)
	}
	if len(text) > maxVectors {
		return &Error{Kind: Protocol, Message: "the answer is too long"}
	}
	if err := json.Unmarshal(text, said); err != nil {
		return &Error{Kind: Protocol, Message: "the provider sent something that is no answer with vectors", Err: err}
	}
	return nil
}

// instruction is what a family of models wants before a text, as its model card says.
type instruction struct{ family, question, passage string }

var instructions = []instruction{
	{"nomic-embed-text", "search_query: ", "search_document: "},
	{"e5-", "query: ", "passage: "},
	{"embeddinggemma", "task: search result | query: ", "title: none | text: "},
	{"gemini-embedding-2", "task: search result | query: ", "title: none | text: "},
	{"mxbai-embed", "Represent this sentence for searching relevant passages: ", ""},
	{"qwen3-embedding", "Instruct: Given a question of a website's visitor, retrieve passages that answer it\nQuery: ", ""},
	{"snowflake-arctic-embed2", "query: ", ""},
}

// instructed puts before each text what the model wants there.
func instructed(model string, kind EmbedKind, texts []string) []string {
	name := strings.ToLower(model)
	at := slices.IndexFunc(instructions, func(i instruction) bool { return strings.Contains(name, i.family) })
	if at < 0 || strings.Contains(name, "e5-") && strings.Contains(name, "instruct") {
		return texts
	}
	before := instructions[at].passage
	if kind == EmbedQuestion {
		before = instructions[at].question
	}
	if before == "" {
		return texts
	}
	out := make([]string, len(texts))
	for i, text := range texts {
		out[i] = before + text
	}
	return out
}
