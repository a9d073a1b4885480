package embed

import (
	"net/http"
	"time"

	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/web/sse"
)

// answerStream renders the events of an answer; the stream opens with the first one, so that an
// error before it is a plain problem with its status.
type answerStream struct {
	w    http.ResponseWriter
	open *sse.Stream
}

func (s *answerStream) send(e conversation.Event) error {
	if s.open == nil {
		s.open = sse.Open(s.w)
	}
	name, data := Render(e)
	if e.Kind == conversation.Finished || e.Kind == conversation.Failure {
		return s.open.Last(name, data)
	}
	return s.open.Send(name, data)
}

func (s *answerStream) close() {
	if s.open != nil {
		s.open.Close()
	}
}

// Render is the name and data of an event as all streaming endpoints send it.
func Render(e conversation.Event) (name string, data any) {
	switch e.Kind {
	case conversation.Start:
		return "start", struct {
			Session  string `json:"session,omitempty"`
			Message  string `json:"message"`
			Answer   string `json:"answer"`
			Language string `json:"language"`
		}{e.Session, e.Question, e.Answer, e.Language}
	case conversation.Delta:
		return "delta", struct {
			Text string `json:"text"`
		}{e.Text}
	case conversation.Finished:
		return "done", struct {
			Answer    string                  `json:"answer"`
			Text      string                  `json:"text"`
			Refused   bool                    `json:"refused"`
			Stopped   bool                    `json:"stopped"`
			Citations []conversation.Citation `json:"citations"`
			Quoted    bool                    `json:"quoted,omitempty"`
		}{e.Answer, e.Message.Text, e.Message.Refused, e.Message.State == conversation.Stopped, sources(e.Message.Citations), quoted(*e.Message)}
	default:
		return "error", struct {
			Code      string `json:"code"`
			Message   string `json:"message"`
			Retry     bool   `json:"retry"`
			Reference string `json:"reference"`
		}{"answer_failed", conversation.Sentence(e.Err, e.Message.Language), e.Retry, e.Answer}
	}
}

// message is what a visitor sees of a conversation.Message.
type message struct {
	ID        string                  `json:"id"`
	ClientID  string                  `json:"client_id,omitempty"` // that the browser gave a question: so it knows which have arrived
	Role      conversation.Role       `json:"role"`
	State     string                  `json:"state"`
	Text      string                  `json:"text"`
	Language  string                  `json:"language,omitempty"`
	At        time.Time               `json:"at"`
	Refused   bool                    `json:"refused,omitempty"`
	Stopped   bool                    `json:"stopped,omitempty"`
	Citations []conversation.Citation `json:"citations,omitempty"`
	Quoted    bool                    `json:"quoted,omitempty"` // what stands before the number of a source is its own wording
	Feedback  string                  `json:"feedback,omitempty"`
}

func shown(m conversation.Message) message {
	state := string(m.State)
	if m.State == conversation.Stopped {
		state = string(conversation.Done)
	}
	return message{
		ID: m.ID, ClientID: m.ClientID, Role: m.Role, State: state, Text: m.Text, Language: m.Language, At: m.At, Refused: m.Refused,
		Stopped: m.State == conversation.Stopped, Citations: sources(m.Citations), Quoted: quoted(m), Feedback: m.Feedback.Value,
	}
}

// quoted says whether what an answer says before the number of a source is that one's own wording, in its language.
func quoted(m conversation.Message) bool { return len(m.Citations) > 0 && !m.ByModel() }
