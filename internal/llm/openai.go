package llm

import (
	"context"
	"encoding/json"
	"errors"
	"iter"
	"sync"
)

// openAI speaks chat completions, OpenAI's own and those of compatible servers.
type openAI struct {
	wire
	maxTokens string // name of the field
	strict    bool   // OpenAI itself: instructions in the role developer are not needed, padding is switched off

	mu      sync.Mutex
	without map[string]map[string]bool // by model: sampling parameters it has refused
}

type chatMessage struct {
	Role    string `json:"role"`
	Content string `json:"content"`
}

// chatMessages are the system's text and the conversation, one after the other.
func chatMessages(r Request) []chatMessage {
	messages := make([]chatMessage, 0, len(r.Messages)+1)
	if r.System != "" {
		messages = append(messages, chatMessage{"system", r.System})
	}
	for _, m := range r.Messages {
		messages = append(messages, chatMessage{string(m.Role), m.Text})
	}
	return messages
}

type chatChunk struct {
	Choices []struct {
		Delta struct {
			Content string `json:"content"`
			Refusal string `json:"refusal"`
		} `json:"delta"`
		FinishReason string `json:"finish_reason"`
	} `json:"choices"`
	Usage *struct {
		In  int `json:"prompt_tokens"`
		Out int `json:"completion_tokens"`
	} `json:"usage"`
	Error json.RawMessage `json:"error"`
}

func (c *chatChunk) text() string {
	if len(c.Choices) == 0 {
		return ""
	}
	return c.Choices[0].Delta.Content + c.Choices[0].Delta.Refusal
}

// Stream implements Provider.
func (p *openAI) Stream(ctx context.Context, r Request) iter.Seq2[Chunk, error] {
	return withoutThoughts(func(yield func(Chunk, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		headers := map[string]string{"Accept": "text/event-stream"}
		if p.key != "" {
			headers["Authorization"] = "Bearer " + p.key
		}
		response, err := p.post(ctx, "/chat/completions", headers, p.body(r))
		var refused *Error
		if errors.As(err, &refused) && refused.Status == 400 && p.learn(r.Model, refused.Param) {
			response, err = p.post(ctx, "/chat/completions", headers, p.body(r)) // once, without what it refused
		}
		if err != nil {
			yield(Chunk{}, err)
			return
		}
		defer response.Body.Close()
		to, events := &reply{yield: yield}, false
		err = p.lines(ctx, response.Body, func(line []byte) bool {
			payload, ok := data(line)
			if !ok || len(payload) == 0 {
				return true
			}
			events = true
			if string(payload) == "[DONE]" {
				to.ended = true
				return false
			}
			if text, ok := usualChunk(payload); ok {
				return to.give(Chunk{Text: text})
			}
			return p.giveChunk(to, payload)
		})
		if err == nil && !events {
			yield(Chunk{}, &Error{Kind: Unavailable, Message: "the provider sent no stream of events; is its address right, with /v1 at the end?"})
			return
		}
		to.close(err)
	})
}

// giveChunk passes an event of the stream on and says whether more is wanted.
func (p *openAI) giveChunk(to *reply, payload []byte) bool {
	var chunk chatChunk
	if e := json.Unmarshal(payload, &chunk); e != nil {
		return to.fail(&Error{Kind: Protocol, Message: "the provider sent something that is no chat completion", Err: e})
	}
	if given(chunk.Error) {
		return to.fail(p.said(payload))
	}
	out := Chunk{Text: chunk.text()}
	if len(chunk.Choices) > 0 {
		switch chunk.Choices[0].FinishReason {
		case "":
		case "length":
			out.Finish, to.ended = Length, true
		case "content_filter":
			out.Finish, to.ended = Filtered, true
		default:
			out.Finish, to.ended = Stopped, true
		}
	}
	if u := chunk.Usage; u != nil {
		out.Usage = &Usage{In: u.In, Out: u.Out}
	}
	return to.give(out)
}

func (p *openAI) body(r Request) map[string]any {
	options := map[string]any{"include_usage": true}
	body := map[string]any{"model": r.Model, "messages": chatMessages(r), "stream": true, "stream_options": options}
	if p.strict {
		options["include_obfuscation"] = false
		body["store"] = false
	}
	if r.MaxTokens > 0 {
		body[p.maxTokens] = r.MaxTokens
	}
	if r.Temperature != nil {
		body["temperature"] = *r.Temperature
	}
	if r.TopP != nil {
		body["top_p"] = *r.TopP
	}
	if len(r.Stop) > 0 {
		body["stop"] = r.Stop
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	for name := range p.without[r.Model] {
		delete(body, name)
	}
	return body
}

// learn notes that a model refuses a sampling parameter and reports whether that is news.
func (p *openAI) learn(model, param string) bool {
	switch param {
	case "temperature", "top_p", "stop", "stream_options", "store":
	default:
		return false
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.without == nil {
		p.without = map[string]map[string]bool{}
	}
	if p.without[model] == nil {
		p.without[model] = map[string]bool{}
	}
	news := !p.without[model][param]
	p.without[model][param] = true
	return news
}
