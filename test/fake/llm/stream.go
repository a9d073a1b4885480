package llmfake

import (
	"encoding/json"
	"fmt"
	"net/http"
)

// stream sends the answer in the provider's wire format, one flush per token.
func (s *Server) stream(w http.ResponseWriter, r *http.Request, script Script) {
	kind := "text/event-stream"
	if s.Kind == "ollama" {
		kind = "application/x-ndjson"
	}
	w.Header().Set("Content-Type", kind)
	out := http.NewResponseController(w)
	send := func(format string, args ...any) {
		fmt.Fprintf(w, format, args...)
		out.Flush()
	}
	if script.Garbage {
		send("data: <html>this is a login page</html>\n\n")
		return
	}
	s.opening(send)
	for i, token := range script.Tokens {
		if i > 0 && script.Between != nil && !s.waits(r, script.Between) {
			return
		}
		if r.Context().Err() != nil {
			s.gone <- struct{}{}
			return
		}
		s.token(send, token, i, script)
		if script.CutAfter == i+1 {
			panic(http.ErrAbortHandler)
		}
		if script.FailAfter == i+1 {
			s.failure(send)
			return
		}
	}
	s.closing(send, script)
}

func quoted(v string) string {
	b, err := json.Marshal(v)
	if err != nil {
		return `""`
	}
	return string(b)
}

type sender func(format string, args ...any)

func (s *Server) opening(send sender) {
	switch s.Kind {
	case "openai":
		send(": keep-alive\n\ndata: {\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"},\"finish_reason\":null}],\"usage\":null,\"obfuscation\":\"x\"}\n\n")
	case "anthropic":
		send("event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"id\":\"m1\",\"type\":\"message\",\"role\":\"assistant\",\"content\":[],\"usage\":{\"input_tokens\":11,\"output_tokens\":1}}}\n\n" +
			"event: content_block_start\ndata: {\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}}\n\nevent: ping\ndata: {\"type\":\"ping\"}\n\n")
	}
}

func (s *Server) token(send sender, token string, i int, script Script) {
	switch s.Kind {
	case "openai":
		send("data: {\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":{\"content\":%s},\"finish_reason\":null}],\"usage\":null}\n\n", quoted(token))
	case "compatible": // without the space, as some servers do
		send("data:{\"choices\":[{\"index\":0,\"delta\":{\"content\":%s}}]}\n\n", quoted(token))
	case "gemini":
		thought := ""
		if i == 0 && script.Thoughts != "" {
			thought = fmt.Sprintf(`{"text":%s,"thought":true},`, quoted(script.Thoughts))
		}
		send("data: {\"candidates\":[{\"content\":{\"parts\":[%s{\"text\":%s}],\"role\":\"model\"},\"index\":0}],\"usageMetadata\":{\"promptTokenCount\":11},\"modelVersion\":\"m\"}\r\n\r\n", thought, quoted(token))
	case "ollama":
		send("{\"model\":\"m\",\"created_at\":\"2026-11-23T10:00:00Z\",\"message\":{\"role\":\"assistant\",\"content\":%s},\"done\":false}\n", quoted(token))
	case "anthropic":
		send("event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":%s}}\n\n", quoted(token))
	}
}

// failure is an error after the answer has begun; the status was 200 already.
func (s *Server) failure(send sender) {
	switch s.Kind {
	case "openai", "compatible":
		send("data: {\"error\":{\"message\":\"The server had an error\",\"type\":\"server_error\",\"param\":null,\"code\":null}}\n\n")
	case "gemini":
		send("{\n  \"error\": {\n    \"code\": 503,\n    \"message\": \"The model is overloaded.\",\n    \"status\": \"UNAVAILABLE\"\n  }\n}\n")
	case "ollama":
		send("{\"error\":\"llama runner process has terminated\"}\n")
	case "anthropic":
		send("event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}\n\n")
	}
}

func (s *Server) closing(send sender, script Script) {
	finish := func(normal string) string {
		if script.Finish != "" {
			return script.Finish
		}
		return normal
	}
	n := len(script.Tokens)
	switch s.Kind {
	case "openai", "compatible":
		send("data: {\"id\":\"c1\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":%q}]}\n\n", finish("stop"))
		if !script.NoUsage {
			send("data: {\"id\":\"c1\",\"choices\":[],\"usage\":{\"prompt_tokens\":11,\"completion_tokens\":%d,\"total_tokens\":%d,\"prompt_tokens_details\":{\"cached_tokens\":3}}}\n\n", n, n+11)
		}
		send("data: [DONE]\n\n")
	case "gemini":
		send("data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"\"}],\"role\":\"model\"},\"finishReason\":%q}],\"usageMetadata\":{\"promptTokenCount\":11,\"candidatesTokenCount\":%d}}\r\n\r\n", finish("STOP"), n)
	case "ollama":
		send("{\"model\":\"m\",\"message\":{\"role\":\"assistant\",\"content\":\"\"},\"done\":true,\"done_reason\":%q,\"prompt_eval_count\":11,\"eval_count\":%d}\n", finish("stop"), n)
	case "anthropic":
		send("event: content_block_stop\ndata: {\"type\":\"content_block_stop\",\"index\":0}\n\n")
		send("event: message_delta\ndata: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":%q},\"usage\":{\"output_tokens\":%d}}\n\n", finish("end_turn"), n)
		send("event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n")
	}
}
