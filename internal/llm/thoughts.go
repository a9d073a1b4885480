package llm

import (
	"iter"
	"strings"
)

// What open models, Qwen and DeepSeek among them, put around what they think before they answer. Many servers
// leave it in the text.
const thoughtsBegin, thoughtsEnd = "<think>", "</think>"

const space = " \t\r\n"

// withoutThoughts leaves out the thoughts with which a model begins its text.
func withoutThoughts(stream iter.Seq2[Chunk, error]) iter.Seq2[Chunk, error] {
	return func(yield func(Chunk, error) bool) {
		held, answers := "", false
		for c, err := range stream {
			if err == nil && !answers {
				held += c.Text
				held, answers = skipThoughts(held)
				c.Text = ""
				if answers || c.Finish != "" && !strings.HasPrefix(held, thoughtsBegin) {
					c.Text, held, answers = held, "", true
				}
				if c == (Chunk{}) {
					continue
				}
			}
			if !yield(c, err) {
				return
			}
		}
	}
}

// skipThoughts gives what is still to be looked at of the beginning of a text, and whether the answer begins
// with it.
func skipThoughts(text string) (rest string, answers bool) {
	trimmed := strings.TrimLeft(text, space)
	switch {
	case len(trimmed) < len(thoughtsBegin) && strings.HasPrefix(thoughtsBegin, trimmed): // more is needed to tell
		return text, false
	case !strings.HasPrefix(trimmed, thoughtsBegin):
		return text, true
	}
	if _, after, ok := strings.Cut(trimmed, thoughtsEnd); ok {
		after = strings.TrimLeft(after, space)
		if after == "" {
			return thoughtsBegin + thoughtsEnd, false
		}
		return after, true
	}
	thought := trimmed[len(thoughtsBegin):]
	return thoughtsBegin + thought[max(0, len(thought)-len(thoughtsEnd)+1):], false // the end may have begun
}
