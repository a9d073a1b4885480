package conversation

import (
	"cmp"
	"time"

	"github.com/webchatagent/wca/internal/llm"
	"github.com/webchatagent/wca/internal/llm/prompt"
	"github.com/webchatagent/wca/internal/retrieve"
)

// compose builds the model's request from the found passages and the history (D1: nothing else),
// all of it masked (D2, D3). in is what the prompt was made of, version its name.
func compose(x *exchange, found retrieve.Results, m masker) (r llm.Request, in prompt.Input, version string) {
	s := &x.settings.Settings
	evidence := make([]llm.Evidence, len(found.Hits))
	for i, hit := range found.Hits {
		evidence[i] = llm.Evidence{N: i + 1, Title: m.passage(hit.Passage.Title), Text: m.passage(hit.Text())}
	}
	earlier := modelHistory(x.history, m)
	in = prompt.Input{
		Language: x.language, BotName: m.instruction(x.Bot.Name), Instructions: m.instruction(s.Model.Instructions),
		Today: s.Clock(x.began).Format(time.DateOnly), Evidence: evidence, History: earlier, Question: m.said(cmp.Or(x.rest, x.Text), x.history),
	}
	r.System, r.Messages, version = prompt.Answer(in)
	r.Model, r.Temperature, r.TopP, r.MaxTokens, r.Language = s.Model.Name, s.Model.Temperature, s.Model.TopP, s.Model.MaxTokens, x.language
	if r.MaxTokens == 0 {
		r.MaxTokens = 1024
	}
	return r, in, version
}

func modelHistory(history []Message, masked masker) []llm.Message {
	var out []llm.Message
	for i := max(0, len(history)-maxHistory); i < len(history); i++ {
		m := history[i]
		switch {
		case m.Text == "" || m.State == Streaming || m.State == Failed:
		case m.Role == Assistant:
			out = append(out, llm.Message{Role: llm.Assistant, Text: masked.answered(m.Text, history[:i])})
		default:
			out = append(out, llm.Message{Role: llm.User, Text: masked.said(m.Text, history[:i])})
		}
	}
	return out
}
