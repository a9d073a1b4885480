package llm_test

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/llm"
	llmfake "github.com/webchatagent/wca/test/fake/llm"
)

func TestVectorsOfEveryProvider(t *testing.T) {
	for _, kind := range []string{"openai", "compatible", "ollama", "gemini"} {
		t.Run(kind, func(t *testing.T) {
			server := llmfake.NewEmbedder(t, kind, [][]string{{"liefern", "zustellung"}})
			e, err := llm.OpenEmbedder(llm.Settings{Kind: kind, BaseURL: server.BaseURL(), Key: llmfake.Key}, llm.Vectors{Model: "text-3"}, server.Client())
			if err != nil {
				t.Fatal(err)
			}
			got, err := e.Embed(context.Background(), llm.EmbedPassage, []string{"liefern", "bremse", "zustellung"})
			if err != nil {
				t.Fatal(err)
			}
			if len(got) != 3 || len(got[0]) != llmfake.Dimensions || !slices.Equal(got[0], got[2]) || slices.Equal(got[0], got[1]) {
				t.Errorf("vectors are not those of their texts: %v", got)
			}
			if _, err := e.Embed(context.Background(), llm.EmbedQuestion, []string{"liefern"}); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestVectorsFailWithAReason(t *testing.T) {
	cases := []struct {
		name   string
		script llmfake.Script
		key    string
		want   llm.Kind
	}{
		{"wrong key", llmfake.Script{}, "sk-other-0123456789", llm.Auth},
		{"busy", llmfake.Script{Status: http.StatusTooManyRequests}, llmfake.Key, llm.Rate},
		{"no such model", llmfake.Script{Status: http.StatusNotFound}, llmfake.Key, llm.NoModel},
		{"something else", llmfake.Script{Garbage: true}, llmfake.Key, llm.Protocol},
		{"gone", llmfake.Script{CutBefore: true}, llmfake.Key, llm.Unavailable},
	}
	for _, kind := range []string{"openai", "ollama", "gemini"} {
		for _, c := range cases {
			t.Run(kind+"/"+c.name, func(t *testing.T) {
				if kind == "ollama" && c.want == llm.Auth {
					t.Skip("Ollama has no keys")
				}
				server := llmfake.NewEmbedder(t, kind, nil, c.script)
				e, err := llm.OpenEmbedder(llm.Settings{Kind: kind, BaseURL: server.BaseURL(), Key: c.key}, llm.Vectors{Model: "m"}, server.Client())
				if err != nil {
					t.Fatal(err)
				}
				_, err = e.Embed(context.Background(), llm.EmbedPassage, []string{"a text"})
				var said *llm.Error
				if !errors.As(err, &said) || said.Kind != c.want || strings.Contains(err.Error(), c.key) {
					t.Errorf("got %v, want the kind %s", err, c.want)
				}
			})
		}
	}
}

func TestModelsGetTheInstructionsTheyWereTrainedWith(t *testing.T) {
	server := llmfake.NewEmbedder(t, "ollama", nil)
	e, err := llm.OpenEmbedder(llm.Settings{Kind: "ollama", BaseURL: server.BaseURL()}, llm.Vectors{Model: "nomic-embed-text:v1.5"}, server.Client())
	if err != nil {
		t.Fatal(err)
	}
	for kind, want := range map[llm.EmbedKind]string{llm.EmbedPassage: `"search_document: Hallo"`, llm.EmbedQuestion: `"search_query: Hallo"`} {
		if _, err := e.Embed(context.Background(), kind, []string{"Hallo"}); err != nil {
			t.Fatal(err)
		}
		requests := server.Requests()
		if last := string(requests[len(requests)-1].Body); !strings.Contains(last, want) {
			t.Errorf("sent %s, want %s in it", last, want)
		}
	}
	for _, kind := range []string{"anthropic", "quote"} {
		if _, err := llm.OpenEmbedder(llm.Settings{Kind: kind}, llm.Vectors{Model: "m"}, server.Client()); err == nil {
			t.Errorf("%s makes vectors", kind)
		}
	}
}

func TestVectorsOfAnotherLengthThanAskedFor(t *testing.T) {
	for _, kind := range []string{"openai", "compatible", "ollama", "gemini"} {
		server := llmfake.NewEmbedder(t, kind, nil)
		ask := func(dimensions int) error {
			e, err := llm.OpenEmbedder(llm.Settings{Kind: kind, BaseURL: server.BaseURL(), Key: llmfake.Key}, llm.Vectors{Model: "text-3", Dimensions: dimensions}, server.Client())
			if err != nil {
				t.Fatal(err)
			}
			_, err = e.Embed(t.Context(), llm.EmbedPassage, []string{"liefern"})
			return err
		}
		if err := ask(llmfake.Dimensions); err != nil {
			t.Errorf("%s: %v", kind, err)
		}
		if err := ask(2 * llmfake.Dimensions); err == nil || !strings.Contains(err.Error(), "vectors of 64 numbers, 128 were asked for") {
			t.Errorf("%s: %v", kind, err)
		}
	}
}
