// Package llm speaks to language models: one request, one stream, whatever the provider. It makes
// no network clients of its own; they come from egress.
package llm

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"net/http"
	"strings"
	"time"

	"github.com/webchatagent/wca/internal/bilingual"
)

// Role is who said something in a conversation.
type Role string

// The roles; instructions are not a message but Request.System.
const (
	User      Role = "user"
	Assistant Role = "assistant"
)

// Message is a turn of the conversation as the model sees it.
type Message struct {
	Role Role
	Text string
}

// Evidence is a numbered passage as the prompt shows it.
type Evidence struct {
	N           int
	Title, Text string
}

// Quote is a sentence worth quoting, for the built-in provider, which writes nothing itself.
type Quote struct {
	N    int // of the evidence it stands in
	Text string
	// Heading says what the text is about where it does not say so itself; "" where it does.
	Heading string
}

// Request is what a model is asked. The last message is the visitor's.
type Request struct {
	Model       string
	System      string
	Messages    []Message
	Temperature *float64
	TopP        *float64
	MaxTokens   int
	Stop        []string
	Language    string // "de" or "en", of the answer
	// Quotes gives the sentences worth quoting, best first, when a provider asks for them: only the
	// built-in one does, and they never leave the process. May be nil.
	Quotes func() []Quote
	// Unsure says that the quotes may answer something else.
	Unsure bool
}

// Finish says why a stream ended.
type Finish string

// The reasons.
const (
	Stopped  Finish = "stop"
	Length   Finish = "length"
	Filtered Finish = "filter"
)

// Chunk is a piece of the answer. Usage and Finish come with the last ones, if the provider tells.
type Chunk struct {
	Text   string
	Usage  *Usage
	Finish Finish
}

// Usage counts tokens.
type Usage struct{ In, Out int }

// Provider streams the answer to a request. The sequence ends after an error; leaving it early
// cancels the request at the provider.
type Provider interface {
	Stream(ctx context.Context, r Request) iter.Seq2[Chunk, error]
}

// Settings say where a provider is and how it is spoken to.
type Settings struct {
	Kind           string // openai, compatible, gemini, ollama, anthropic, quote
	BaseURL        string // "" means the provider's own address
	Key            string
	Headers        map[string]string // further ones, for compatible servers
	MaxTokensField string            // of compatible servers, "" means max_tokens
	ContextSize    int               // of Ollama (num_ctx), 0 means 16,384
}

// Open makes the provider that the settings name.
func Open(s Settings, client *http.Client) (Provider, error) {
	if s.Kind == "quote" {
		return quote{}, nil
	}
	p, err := open(s, client)
	if err != nil {
		return nil, err
	}
	return bounded{p}, nil
}

func open(s Settings, client *http.Client) (Provider, error) {
	if client == nil {
		return nil, errors.New("a provider needs a client")
	}
	base := strings.TrimSuffix(s.BaseURL, "/")
	w := wire{client: client, key: s.Key, headers: s.Headers}
	orElse := func(fallback string) string {
		if base == "" {
			return fallback
		}
		return base
	}
	switch s.Kind {
	case "openai":
		w.base = orElse("https://api.openai.com/v1")
		return &openAI{wire: w, maxTokens: "max_completion_tokens", strict: true}, nil
	case "compatible":
		if base == "" {
			return nil, errors.New("base_url is missing: a compatible server has no usual address")
		}
		field := s.MaxTokensField
		if field == "" {
			field = "max_tokens"
		}
		w.base = base
		return &openAI{wire: w, maxTokens: field}, nil
	case "gemini":
		w.base = orElse("https://generativelanguage.googleapis.com/v1beta")
		return &gemini{wire: w}, nil
	case "ollama":
		w.base = orElse("http://127.0.0.1:11434")
		size := s.ContextSize
		if size == 0 {
			size = 16_384
		}
		return &ollama{wire: w, contextSize: size}, nil
	case "anthropic":
		w.base = orElse("https://api.anthropic.com")
		return &anthropic{wire: w}, nil
	}
	return nil, fmt.Errorf("the kind %q is unknown", s.Kind)
}

// Kind says what went wrong, so that the program can decide and the operator understands.
type Kind string

// The kinds.
const (
	Auth        Kind = "auth"        // the key is wrong or may not do this
	Quota       Kind = "quota"       // the account has no credit
	Rate        Kind = "rate"        // too many requests
	NoModel     Kind = "model"       // the model does not exist
	TooLong     Kind = "context"     // the request does not fit the model
	Filter      Kind = "filter"      // the provider refused the content
	Unavailable Kind = "unavailable" // it does not answer or is overloaded
	Timeout     Kind = "timeout"     // it was silent too long
	Cut         Kind = "cut"         // it broke off in the middle of an answer
	Protocol    Kind = "protocol"    // it spoke something else
	Canceled    Kind = "cancelled"   // we ended it
	Invalid     Kind = "invalid"     // it did not like the request
)

// Error is a failure of a provider. It is for the operator and never holds a key.
type Error struct {
	Kind       Kind
	Status     int
	RetryAfter time.Duration
	Message    string // in words of this program
	Code       string // the provider's word for it, such as "model_not_found"
	Said       string // in the provider's own words, which may repeat what was sent: for who asks, not for a log
	Param      string // name of the field the provider complained about
	Err        error
}

// Error is what logs and the job queue keep: nothing that the provider may have taken from the request.
func (e *Error) Error() string {
	text := "model: " + string(e.Kind)
	if e.Status != 0 {
		text += fmt.Sprintf(" (status %d)", e.Status)
	}
	if e.Code != "" {
		text += " " + e.Code
	}
	if e.Message != "" {
		text += ": " + e.Message
	}
	return text
}

func (e *Error) Unwrap() error { return e.Err }

// Words say more to who asked: the provider's own, or else ours.
func (e *Error) Words() string {
	if e.Said != "" {
		return e.Said
	}
	return e.Message
}

// Retryable reports whether the same request may succeed later.
func (e *Error) Retryable() bool {
	switch e.Kind {
	case Rate, Unavailable, Timeout, Cut, Protocol, Canceled:
		return true
	}
	return false
}

// Public is what a visitor reads: no provider, no status, what to do.
func (e *Error) Public(language string) string {
	switch {
	case e.Kind == Filter:
		return bilingual.Of(
			"Diese Frage kann hier nicht beantwortet werden. Bitte formulieren Sie sie anders.",
			"This question cannot be answered here. Please put it differently.").In(language)
	case e.Kind == TooLong:
		return bilingual.Of(
			"Die Unterhaltung ist zu lang geworden. Bitte beginnen Sie eine neue.",
			"The conversation has become too long. Please start a new one.").In(language)
	case e.Kind == Cut:
		return bilingual.Of(
			"Die Antwort ist mittendrin abgebrochen. Bitte versuchen Sie es noch einmal.",
			"The answer broke off in the middle. Please try again.").In(language)
	case e.Retryable():
		return bilingual.Of(
			"Der Assistent ist gerade überlastet. Bitte versuchen Sie es in einem Moment noch einmal.",
			"The assistant is busy at the moment. Please try again shortly.").In(language)
	}
	return bilingual.Of(
		"Der Assistent kann im Moment nicht antworten. Bitte wenden Sie sich direkt an uns.",
		"The assistant cannot answer at the moment. Please contact us directly.").In(language)
}
