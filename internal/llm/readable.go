package llm

import (
	"bytes"
	"encoding/json"
)

// Said is a message of a request as it stands in its bytes.
type Said struct {
	Role string // the provider's word: system, user, assistant, model, …; "" of a text that becomes a vector
	Text string
}

// ReadRequest gives the messages in the bytes of a request that one of the providers was sent,
// instructions first; none where the bytes are cut or something else.
func ReadRequest(body []byte) []Said {
	var r struct {
		System      string          `json:"system"`
		Messages    []chatMessage   `json:"messages"`
		Instruction geminiContent   `json:"systemInstruction"`
		Contents    []geminiContent `json:"contents"`
		Input       []string        `json:"input"`
		Requests    []struct {
			Content geminiContent `json:"content"`
		} `json:"requests"`
	}
	if json.Unmarshal(body, &r) != nil {
		return nil
	}
	var all []Said
	if r.System != "" {
		all = append(all, Said{"system", r.System})
	}
	for _, m := range r.Messages {
		all = append(all, Said{m.Role, m.Content})
	}
	if text := r.Instruction.text(); text != "" {
		all = append(all, Said{"systemInstruction", text})
	}
	for _, c := range r.Contents {
		all = append(all, Said{c.Role, c.text()})
	}
	for _, text := range r.Input {
		all = append(all, Said{"", text})
	}
	for _, one := range r.Requests {
		all = append(all, Said{"", one.Content.text()})
	}
	return all
}

// ReadAnswer joins the text in the bytes of the stream with which one of the providers answered; ""
// where they are something else. What a stream that was cut off has of its last line is left out.
func ReadAnswer(body []byte) string {
	var text bytes.Buffer
	for len(body) > 0 {
		line, rest, whole := bytes.Cut(body, []byte("\n"))
		body = rest
		piece, ok := readLine(bytes.TrimSpace(line))
		if !ok && (whole || text.Len() == 0) {
			return ""
		}
		text.WriteString(piece)
	}
	return text.String()
}

// readLine gives the text in a line of a stream; ok is false if it is no such line.
func readLine(line []byte) (text string, ok bool) {
	payload, event := data(line)
	switch {
	case event && (len(payload) == 0 || string(payload) == "[DONE]"):
		return "", true
	case event:
		return readChunk(payload)
	case len(line) == 0:
		return "", true
	case line[0] == '{': // Ollama's lines are no events
		return readChunk(line)
	}
	for _, field := range []string{":", "event:", "id:", "retry:"} {
		if bytes.HasPrefix(line, []byte(field)) {
			return "", true
		}
	}
	return "", false
}

// readChunk tells the providers apart by what only their chunks have.
func readChunk(payload []byte) (text string, ok bool) {
	var has struct {
		Choices, Candidates, Done json.RawMessage
		Type                      string
	}
	if json.Unmarshal(payload, &has) != nil {
		return "", false
	}
	var chunk interface{ text() string }
	switch {
	case has.Choices != nil:
		chunk = &chatChunk{}
	case has.Candidates != nil:
		chunk = &geminiChunk{}
	case has.Done != nil:
		chunk = &ollamaChunk{}
	case has.Type != "":
		chunk = &anthropicEvent{}
	default: // an error or a count
		return "", true
	}
	if json.Unmarshal(payload, chunk) != nil {
		return "", false
	}
	return chunk.text(), true
}
