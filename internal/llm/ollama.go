package llm

import (
	"bytes"
	"context"
	"encoding/json"
	"iter"
)

// ollama speaks the native API of Ollama: the compatible one can't set the size of the context,
// and a prompt that does not fit is cut without a word.
type ollama struct {
	wire
	contextSize int
}

type ollamaChunk struct {
	Message struct {
		Content string `json:"content"`
	} `json:"message"`
	Done       bool   `json:"done"`
	DoneReason string `json:"done_reason"`
	In         int    `json:"prompt_eval_count"`
	Out        int    `json:"eval_count"`
	Error      string `json:"error"`
}

func (c *ollamaChunk) text() string { return c.Message.Content }

// Stream implements Provider.
func (p *ollama) Stream(ctx context.Context, r Request) iter.Seq2[Chunk, error] {
	return withoutThoughts(func(yield func(Chunk, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		headers := map[string]string{}
		if p.key != "" {
			headers["Authorization"] = "Bearer " + p.key
		}
		response, err := p.post(ctx, "/api/chat", headers, p.body(r))
		if err != nil {
			yield(Chunk{}, err)
			return
		}
		defer response.Body.Close()
		to := &reply{yield: yield}
		err = p.lines(ctx, response.Body, func(line []byte) bool {
			if len(bytes.TrimSpace(line)) == 0 {
				return true
			}
			var chunk ollamaChunk
			if e := json.Unmarshal(line, &chunk); e != nil {
				return to.fail(&Error{Kind: Protocol, Message: "the provider sent something that is no answer of Ollama", Err: e})
			}
			if chunk.Error != "" {
				return to.fail(&Error{Kind: kindOf(0, "", chunk.Error), Message: p.redact(chunk.Error)})
			}
			out := Chunk{Text: chunk.text()}
			if chunk.Done {
				to.ended = true
				out.Finish, out.Usage = Stopped, &Usage{In: chunk.In, Out: chunk.Out}
				if chunk.DoneReason == "length" {
					out.Finish = Length
				}
			}
			return to.give(out) && !to.ended
		})
		to.close(err)
	})
}

func (p *ollama) body(r Request) map[string]any {
	options := map[string]any{"num_ctx": p.contextSize}
	if r.MaxTokens > 0 {
		options["num_predict"] = r.MaxTokens
	}
	if r.Temperature != nil {
		options["temperature"] = *r.Temperature
	}
	if r.TopP != nil {
		options["top_p"] = *r.TopP
	}
	if len(r.Stop) > 0 {
		options["stop"] = r.Stop
	}
	return map[string]any{"model": r.Model, "messages": chatMessages(r), "stream": true, "options": options, "keep_alive": "10m"}
}
