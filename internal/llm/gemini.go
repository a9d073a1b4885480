package llm

import (
	"bytes"
	"context"
	"encoding/json"
	"iter"
	"net/url"
)

// gemini speaks Google's streamGenerateContent.
type gemini struct{ wire }

type geminiPart struct {
	Text    string `json:"text,omitempty"`
	Thought bool   `json:"thought,omitempty"`
}

type geminiContent struct {
	Role  string       `json:"role,omitempty"`
	Parts []geminiPart `json:"parts"`
}

type geminiChunk struct {
	Candidates []struct {
		Content      geminiContent `json:"content"`
		FinishReason string        `json:"finishReason"`
	} `json:"candidates"`
	PromptFeedback struct {
		BlockReason string `json:"blockReason"`
	} `json:"promptFeedback"`
	Usage *struct {
		In       int `json:"promptTokenCount"`
		Out      int `json:"candidatesTokenCount"`
		Thoughts int `json:"thoughtsTokenCount"`
	} `json:"usageMetadata"`
	Error json.RawMessage `json:"error"`
}

// text is what is said without what the model thought before.
func (c geminiContent) text() (text string) {
	for _, part := range c.Parts {
		if !part.Thought {
			text += part.Text
		}
	}
	return text
}

func (c *geminiChunk) text() string {
	if len(c.Candidates) == 0 {
		return ""
	}
	return c.Candidates[0].Content.text()
}

// Stream implements Provider.
func (p *gemini) Stream(ctx context.Context, r Request) iter.Seq2[Chunk, error] {
	return func(yield func(Chunk, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		path := "/models/" + url.PathEscape(r.Model) + ":streamGenerateContent?alt=sse"
		response, err := p.post(ctx, path, map[string]string{"x-goog-api-key": p.key}, geminiBody(r))
		if err != nil {
			yield(Chunk{}, err)
			return
		}
		defer response.Body.Close()
		to := &reply{yield: yield}
		var bare bytes.Buffer // an error may come as plain JSON, over several lines
		err = p.lines(ctx, response.Body, func(line []byte) bool {
			payload, ok := data(line)
			if !ok {
				bare.Write(line[:min(len(line), maxError-min(maxError, bare.Len()))])
				return true
			}
			return p.giveChunk(to, payload)
		})
		if !to.ended && !to.stopped && err == nil && bytes.HasPrefix(bytes.TrimSpace(bare.Bytes()), []byte("{")) {
			yield(Chunk{}, p.said(bare.Bytes()))
			return
		}
		to.close(err)
	}
}

// giveChunk passes an event of the stream on and says whether more is wanted.
func (p *gemini) giveChunk(to *reply, payload []byte) bool {
	var chunk geminiChunk
	if e := json.Unmarshal(payload, &chunk); e != nil {
		return to.fail(&Error{Kind: Protocol, Message: "the provider sent something that is no answer of Gemini", Err: e})
	}
	if given(chunk.Error) {
		return to.fail(p.said(payload))
	}
	if reason := chunk.PromptFeedback.BlockReason; reason != "" {
		return to.fail(&Error{Kind: Filter, Message: "the question was blocked", Said: reason})
	}
	out := Chunk{Text: chunk.text()}
	if len(chunk.Candidates) > 0 {
		c := chunk.Candidates[0]
		switch c.FinishReason {
		case "":
		case "STOP":
			out.Finish, to.ended = Stopped, true
		case "MAX_TOKENS":
			out.Finish, to.ended = Length, true
		case "SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII":
			return to.fail(&Error{Kind: Filter, Message: "the answer was blocked", Said: c.FinishReason})
		default:
			out.Finish, to.ended = Stopped, true
		}
	}
	if u := chunk.Usage; u != nil {
		out.Usage = &Usage{In: u.In, Out: u.Out + u.Thoughts}
	}
	return to.give(out)
}

func geminiBody(r Request) map[string]any {
	contents := make([]geminiContent, 0, len(r.Messages))
	for _, m := range r.Messages {
		role := "user"
		if m.Role == Assistant {
			role = "model"
		}
		contents = append(contents, geminiContent{Role: role, Parts: []geminiPart{{Text: m.Text}}})
	}
	generation := map[string]any{}
	if r.MaxTokens > 0 {
		generation["maxOutputTokens"] = r.MaxTokens
	}
	if r.Temperature != nil {
		generation["temperature"] = *r.Temperature
	}
	if r.TopP != nil {
		generation["topP"] = *r.TopP
	}
	if len(r.Stop) > 0 {
		generation["stopSequences"] = r.Stop
	}
	body := map[string]any{"contents": contents, "generationConfig": generation}
	if r.System != "" {
		body["systemInstruction"] = geminiContent{Parts: []geminiPart{{Text: r.System}}}
	}
	return body
}
