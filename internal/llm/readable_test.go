package llm_test

import (
	"bytes"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/llm"
	llmfake "github.com/webchatagent/wca/test/fake/llm"
)

// tap keeps what comes back of a request, as it comes.
type tap struct{ heard bytes.Buffer }

func (t *tap) RoundTrip(r *http.Request) (*http.Response, error) {
	response, err := http.DefaultTransport.RoundTrip(r)
	if err == nil {
		response.Body = struct {
			io.Reader
			io.Closer
		}{io.TeeReader(response.Body, &t.heard), response.Body}
	}
	return response, err
}

func TestBytesOfEveryProviderAreReadable_D4(t *testing.T) {
	for _, kind := range kinds {
		s := llmfake.New(t, kind, llmfake.Script{Tokens: []string{"Frau PERSON_", "K7QXD: \"<b>\"\n", "größer 😀 [1]."}, Thoughts: "geheim"})
		heard := &tap{}
		p, err := llm.Open(llm.Settings{Kind: kind, BaseURL: s.BaseURL(), Key: llmfake.Key}, &http.Client{Transport: heard})
		if err != nil {
			t.Fatal(err)
		}
		asked := request()
		asked.System = "Sei <freundlich>.\n\n- EMAIL_K7QXD \\u003c"
		said, _, _, err := collect(t.Context(), p, asked)
		if err != nil {
			t.Fatal(err)
		}
		system, assistant := "system", "assistant"
		if kind == "gemini" {
			system, assistant = "systemInstruction", "model"
		}
		want := []llm.Said{{Role: system, Text: asked.System}, {Role: "user", Text: "Hallo"}, {Role: assistant, Text: "Guten Tag"}, {Role: "user", Text: "Wann ist offen?"}}
		sent := s.Requests()[0].Body
		if got := llm.ReadRequest(sent); !slices.Equal(got, want) {
			t.Errorf("%s: the request reads %q", kind, got)
		}
		if got := llm.ReadRequest(sent[:len(sent)-1]); got != nil {
			t.Errorf("%s: of a cut request: %q", kind, got)
		}
		back := heard.heard.Bytes()
		if got := llm.ReadAnswer(back); got != said || got == "" {
			t.Errorf("%s: the answer reads %q, said was %q", kind, got, said)
		}
		for end := range back { // wherever it is cut off, nothing is read that does not stand there
			if got := llm.ReadAnswer(back[:end]); !strings.HasPrefix(said, got) {
				t.Fatalf("%s: cut off after %d bytes it reads %q", kind, end, got)
			}
		}
		if got := llm.ReadAnswer(append(slices.Clone(back), "<html>\n"...)); got != "" {
			t.Errorf("%s: with something else in it: %q", kind, got)
		}
	}
}

func TestTextsForVectorsAreReadable_D4(t *testing.T) {
	for _, kind := range []string{"openai", "gemini", "ollama"} {
		s := llmfake.NewEmbedder(t, kind, nil)
		e, err := llm.OpenEmbedder(llm.Settings{Kind: kind, BaseURL: s.BaseURL(), Key: llmfake.Key}, llm.Vectors{Model: "m"}, http.DefaultClient)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := e.Embed(t.Context(), llm.EmbedQuestion, []string{"Wo ist EMAIL_K7QXD?", "zwei"}); err != nil {
			t.Fatal(err)
		}
		if got := llm.ReadRequest(s.Requests()[0].Body); !slices.Equal(got, []llm.Said{{Text: "Wo ist EMAIL_K7QXD?"}, {Text: "zwei"}}) {
			t.Errorf("%s: %q", kind, got)
		}
	}
}

func TestOtherBytesAreNotReadable_D4(t *testing.T) {
	for _, other := range []string{
		"", " ", "null", "[]", "{}", `"text"`, "<html>", `{"text":"Bis 16 Uhr"}`, `{"error":{"message":"no"}}`, "{\n \"error\": {}\n}", "data: <html>\n\n", `data: {"choices":[{"delta":{"content":[1]}}]}` + "\n",
		`data: {"choices":[{"delta":{"content":"a"}}]}` + "\n\nthe end\n",
	} {
		if got := llm.ReadAnswer([]byte(other)); got != "" {
			t.Errorf("%q: answer %q", other, got)
		}
		if got := llm.ReadRequest([]byte(other)); got != nil {
			t.Errorf("%q: request %q", other, got)
		}
	}
}
