package llm

import (
	"encoding/json"
	"testing"
)

var chunks = []string{
	`{"id":"c","object":"chat.completion.chunk","choices":[{"index":0,"delta":{"content":"wort "},"finish_reason":null}]}`,
	`{"id":"chatcmpl-1","object":"chat.completion.chunk","created":1764000000,"model":"m","service_tier":"default","system_fingerprint":"fp_1","choices":[{"index":0,"delta":{"content":" für \"alle\"\n\u00fc"},"logprobs":null,"finish_reason":null}],"usage":null,"obfuscation":"x"}`,
	`{"choices":[{"delta":{"role":"assistant","content":"","refusal":null},"index":0,"finish_reason":null}]}`,
	` { "choices" : [ { "delta" : { "content" : "a" } } ] } `,
	`{"choices":[{"delta":{},"finish_reason":"stop"}]}`,
	`{"choices":[{"delta":{"content":"a"},"finish_reason":"length"}]}`,
	`{"choices":[{"delta":{"content":"a","refusal":"b"},"finish_reason":null}]}`,
	`{"choices":[{"delta":{"content":"a"}}],"usage":{"prompt_tokens":1,"completion_tokens":2}}`,
	`{"choices":[],"usage":{"prompt_tokens":1,"completion_tokens":2}}`,
	`{"choices":[{"delta":{"content":"a"}},{"delta":{"content":"b"}}]}`,
	`{"choices":[{"delta":{"content":"a"}}],"Choices":[{"delta":{"content":"b"}}]}`,
	`{"choices":[{"delta":{"content":"a"}}],"choices":[{"delta":{"content":"b"}}]}`,
	`{"choices":[{"delta":{"content":"a","content":"b"}}]}`,
	`{"choices":[{"delta":{"content":"a","Content":"b"}}]}`,
	`{"choices":[{"delta":{"content":"a"}}],"error":{"message":"no"}}`,
	`{"choices":[{"delta":{"content":null}}]}`,
	`{"choices":[{"delta":{"content":"a"}}]} x`,
	`{"choices":[{"delta":{"content":"a"}}],"created":01}`,
	`{"choices":[{"delta":{"content":"a"}}],"created":1.5}`,
	"{\"choices\":[{\"delta\":{\"content\":\"a\xff\"}}]}",
	"{\"choices\":[{\"delta\":{\"content\":\"a\nb\"}}]}",
	`{"choices":[{"delta":{"content":"a\u12"}}]}`,
	`{"choices":[{"delta":{"content":"a"},"message":{"content":"b"}}]}`,
	`[]`, `{`, ``, `"a"`, `{"choices":[{"delta":{"content":"a`,
}

// same fails where a chunk read quickly is not what decoding makes of it.
func same(t *testing.T, payload []byte) {
	t.Helper()
	text, ok := usualChunk(payload)
	if !ok {
		return
	}
	var chunk chatChunk
	if err := json.Unmarshal(payload, &chunk); err != nil {
		t.Fatalf("%s: read as %q, but %v", payload, text, err)
	}
	if len(chunk.Choices) == 0 || chunk.Choices[0].Delta.Content != text || chunk.Choices[0].Delta.Refusal != "" || chunk.Choices[0].FinishReason != "" || chunk.Usage != nil ||
		given(chunk.Error) {
		t.Fatalf("%s: read as %q, decoded as %+v", payload, text, chunk)
	}
}

func TestUsualChunksAreReadAsDecoded(t *testing.T) {
	for i, c := range chunks {
		same(t, []byte(c))
		if _, ok := usualChunk([]byte(c)); i < 4 && !ok {
			t.Errorf("not read quickly: %s", c)
		}
	}
}

func FuzzUsualChunk(f *testing.F) {
	for _, c := range chunks {
		f.Add([]byte(c))
	}
	f.Fuzz(same)
}

func BenchmarkChunk(b *testing.B) {
	payload := []byte(chunks[0])
	b.Run("usual", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, ok := usualChunk(payload); !ok {
				b.Fatal("not read")
			}
		}
	})
	b.Run("decoded", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			var chunk chatChunk
			if err := json.Unmarshal(payload, &chunk); err != nil {
				b.Fatal(err)
			}
		}
	})
}
