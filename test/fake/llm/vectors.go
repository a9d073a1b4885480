package llmfake

import (
	"encoding/json"
	"fmt"
	"hash/fnv"
	"net/http"
	"strings"
	"testing"
	"unicode"
)

// Dimensions is how many numbers the fakes' vectors have.
const Dimensions = 64

// NewEmbedder starts a fake provider of vectors. meaning lists words that it takes for the same:
// a model knows what no word list does. Scripts with Status or Garbage make it misbehave, and
// Refusal with Status 400 is sent for texts that hold Poison.
func NewEmbedder(t testing.TB, kind string, meaning [][]string, scripts ...Script) *Server {
	t.Helper()
	if len(scripts) == 0 {
		scripts = []Script{{}}
	}
	s := New(t, kind, scripts...)
	s.meaning = map[string]string{}
	for _, same := range meaning {
		for _, word := range same {
			s.meaning[word] = same[0]
		}
	}
	s.embeds = true
	return s
}

// Poison makes a fake of vectors refuse a text.
const Poison = "unembeddable"

// vectors answers a request for vectors as the provider would.
func (s *Server) vectors(w http.ResponseWriter, request []byte, script Script) {
	texts := s.texts(request)
	for _, text := range texts {
		if strings.Contains(text, Poison) {
			s.refuse(w, request, Script{Status: http.StatusBadRequest})
			return
		}
	}
	if script.Garbage {
		fmt.Fprint(w, `{"nothing":"of use"}`)
		return
	}
	out := make([][]float32, len(texts))
	for i, text := range texts {
		out[i] = s.vector(text)
	}
	if script.Vectors != nil {
		fmt.Fprint(w, script.Vectors(len(texts), out))
		return
	}
	var said any
	switch s.Kind {
	case "openai", "compatible":
		type one struct {
			Object    string    `json:"object"`
			Index     int       `json:"index"`
			Embedding []float32 `json:"embedding"`
		}
		data := make([]one, len(out))
		for i, v := range out { // in another order: the index counts
			data[len(out)-1-i] = one{"embedding", i, v}
		}
		said = map[string]any{"object": "list", "data": data, "usage": map[string]int{"prompt_tokens": 8}}
	case "ollama":
		said = map[string]any{"embeddings": out}
	case "gemini":
		values := make([]map[string]any, len(out))
		for i, v := range out {
			values[i] = map[string]any{"values": v}
		}
		said = map[string]any{"embeddings": values}
	}
	body, err := json.Marshal(said)
	if err != nil {
		s.t.Errorf("%s: writing vectors: %v", s.Kind, err)
	}
	w.Header().Set("Content-Type", "application/json")
	if script.CutAfter > 0 { // some of it arrives
		w.Write(body[:len(body)/2])
		w.(http.Flusher).Flush()
		panic(http.ErrAbortHandler)
	}
	w.Write(body)
}

// vector is the sum of directions of a text's words.
func (s *Server) vector(text string) []float32 {
	v := make([]float32, Dimensions)
	v[0] = 1 // all texts are somewhat alike, as with real models
	for _, word := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if same, ok := s.meaning[word]; ok {
			word = same
		} else if len(word) < 4 {
			continue
		}
		h := fnv.New32a()
		h.Write([]byte(word))
		v[1+h.Sum32()%(Dimensions-1)] += 1
	}
	return v
}

type embedFields struct {
	Input    []string `json:"input"`
	Requests []struct {
		Model   string `json:"model"`
		Content struct {
			Parts []struct {
				Text string `json:"text"`
			} `json:"parts"`
		} `json:"content"`
		Task string `json:"taskType"`
	} `json:"requests"`
}

func (s *Server) texts(body []byte) []string {
	var fields embedFields
	if err := json.Unmarshal(body, &fields); err != nil {
		return nil
	}
	for _, r := range fields.Requests {
		fields.Input = append(fields.Input, r.Content.Parts[0].Text)
	}
	return fields.Input
}

// checkVectors names the first thing that the real API would refuse.
func (s *Server) checkVectors(r *http.Request, fields map[string]json.RawMessage, body []byte) string {
	path := map[string]string{"openai": "/v1/embeddings", "compatible": "/v1/embeddings", "ollama": "/api/embed"}[s.Kind]
	if s.Kind == "gemini" {
		var given embedFields
		if err := json.Unmarshal(body, &given); err != nil || len(given.Requests) == 0 {
			return "no requests"
		}
		for _, one := range given.Requests {
			path = "/v1beta/" + one.Model + ":batchEmbedContents"
			if len(one.Content.Parts) != 1 || one.Task != "RETRIEVAL_DOCUMENT" && one.Task != "RETRIEVAL_QUERY" {
				return "a request without text or with the task " + one.Task
			}
		}
	}
	if r.URL.Path != path || r.URL.RawQuery != "" {
		return "address " + r.URL.String()
	}
	allowed := map[string]string{
		"openai": "model input encoding_format dimensions", "compatible": "model input encoding_format dimensions",
		"ollama": "model input truncate dimensions keep_alive", "gemini": "requests",
	}[s.Kind]
	for name := range fields {
		if !strings.Contains(" "+allowed+" ", " "+name+" ") {
			return "unknown field " + name
		}
	}
	texts := s.texts(body)
	if len(texts) == 0 || len(texts) > 100 {
		return fmt.Sprintf("%d texts", len(texts))
	}
	for _, text := range texts {
		if strings.TrimSpace(text) == "" {
			return "an empty text"
		}
	}
	return ""
}
