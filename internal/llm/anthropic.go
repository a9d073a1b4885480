package llm

import (
	"context"
	"encoding/json"
	"iter"
)

// anthropic speaks Anthropic's Messages.
type anthropic struct{ wire }

type anthropicEvent struct {
	Type  string `json:"type"`
	Delta struct {
		Type       string `json:"type"`
		Text       string `json:"text"`
		StopReason string `json:"stop_reason"`
	} `json:"delta"`
	Message struct {
		Usage struct {
			In int `json:"input_tokens"`
		} `json:"usage"`
	} `json:"message"`
	Usage struct {
		Out int `json:"output_tokens"`
	} `json:"usage"`
}

func (e *anthropicEvent) text() string {
	if e.Type == "content_block_delta" && e.Delta.Type == "text_delta" {
		return e.Delta.Text
	}
	return ""
}

// Stream implements Provider.
func (p *anthropic) Stream(ctx context.Context, r Request) iter.Seq2[Chunk, error] {
	return func(yield func(Chunk, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		response, err := p.post(ctx, "/v1/messages", map[string]string{"x-api-key": p.key, "anthropic-version": "2023-06-01"}, anthropicBody(r))
		if err != nil {
			yield(Chunk{}, err)
			return
		}
		defer response.Body.Close()
		to := &reply{yield: yield}
		var usage Usage
		err = p.lines(ctx, response.Body, func(line []byte) bool {
			payload, ok := data(line)
			if !ok || len(payload) == 0 {
				return true
			}
			var event anthropicEvent
			if e := json.Unmarshal(payload, &event); e != nil {
				return to.fail(&Error{Kind: Protocol, Message: "the provider sent something that is no answer of Anthropic", Err: e})
			}
			out := Chunk{Text: event.text()}
			switch event.Type {
			case "message_start":
				usage.In = event.Message.Usage.In
			case "message_delta":
				usage.Out = event.Usage.Out
				total := usage
				out.Usage = &total
				switch event.Delta.StopReason {
				case "":
				case "max_tokens", "model_context_window_exceeded":
					out.Finish = Length
				case "refusal":
					out.Finish = Filtered
				default:
					out.Finish = Stopped
				}
			case "message_stop":
				to.ended = true
				return false
			case "error":
				return to.fail(p.said(payload))
			}
			return to.give(out)
		})
		to.close(err)
	}
}

func anthropicBody(r Request) map[string]any {
	messages := make([]chatMessage, 0, len(r.Messages))
	for _, m := range r.Messages {
		messages = append(messages, chatMessage{string(m.Role), m.Text})
	}
	tokens := r.MaxTokens
	if tokens == 0 {
		tokens = 1024 // the field is required
	}
	body := map[string]any{"model": r.Model, "messages": messages, "max_tokens": tokens, "stream": true}
	if r.System != "" {
		body["system"] = r.System
	}
	if r.Temperature != nil {
		body["temperature"] = min(*r.Temperature, 1)
	}
	if r.TopP != nil {
		body["top_p"] = *r.TopP
	}
	if len(r.Stop) > 0 {
		body["stop_sequences"] = r.Stop
	}
	return body
}
