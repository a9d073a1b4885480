package api

import (
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/webchatagent/wca/internal/conversation"
)

// describeVisitors adds the visitors' endpoints, which another package serves, to the
// description: whoever writes an own widget needs them.
func describeVisitors(api huma.API) {
	none := []map[string][]string{}
	session := &huma.Param{Name: "WCA-Session", In: "header", Description: "The session from the first answer's start event.", Schema: &huma.Schema{Type: "string"}}
	bot := &huma.Param{Name: "bot", In: "path", Required: true, Description: "The bot's public id.", Schema: &huma.Schema{Type: "string"}}
	id := &huma.Param{Name: "id", In: "path", Required: true, Schema: &huma.Schema{Type: "string"}}
	text := &huma.Schema{Type: "string"}
	var reasons []any
	for _, code := range conversation.FeedbackReasons {
		reasons = append(reasons, code)
	}
	object := func(required []string, properties map[string]*huma.Schema) *huma.RequestBody {
		return &huma.RequestBody{Required: true, Content: map[string]*huma.MediaType{
			"application/json": {Schema: &huma.Schema{Type: "object", Required: required, Properties: properties}},
		}}
	}
	add := func(method, path, opID, summary string, params []*huma.Param, in *huma.RequestBody, status, description, media string) {
		out := &huma.Response{Description: description}
		if media != "" {
			out.Content = map[string]*huma.MediaType{media: {Schema: &huma.Schema{Type: "object"}}}
			if media == "text/event-stream" {
				out.Content[media].Schema = text
			}
		}
		problemBody := &huma.Response{Description: "The reason as application/problem+json.", Content: map[string]*huma.MediaType{"application/problem+json": {Schema: &huma.Schema{Type: "object"}}}}
		api.OpenAPI().AddOperation(&huma.Operation{
			OperationID: opID, Method: method, Path: "/v1/chat/{bot}" + path, Summary: summary, Tags: []string{"Visitors"},
			Parameters: append([]*huma.Param{bot, session}, params...), RequestBody: in, Security: none,
			Responses: map[string]*huma.Response{status: out, "default": problemBody},
		})
	}
	add(http.MethodPost, "/messages", "visitor-ask", "Ask as a visitor; the answer streams", nil,
		object([]string{"text"}, map[string]*huma.Schema{"text": text, "client_id": text, "language": {Type: "string", Enum: []any{"de", "en"}}}),
		"200", "Events: start {session?, message, answer, language}, delta {text}, done {answer, text, refused, stopped, citations, quoted?}, error {code, message, retry, reference}.", "text/event-stream")
	add(http.MethodGet, "/messages", "visitor-history", "Read the conversation so far", nil, nil, "200", "The messages, oldest first.", "application/json")
	add(http.MethodGet, "/messages/{id}", "visitor-message", "Read one message", []*huma.Param{id}, nil, "200", "The message.", "application/json")
	add(http.MethodPost, "/messages/{id}/stop", "visitor-stop", "Stop an answer", []*huma.Param{id}, nil, "204", "Stopped; what was written is kept.", "")
	add(http.MethodPut, "/messages/{id}/feedback", "visitor-feedback", "Judge an answer", []*huma.Param{id},
		object([]string{"value"}, map[string]*huma.Schema{"value": {Type: "string", Enum: []any{"up", "down", "none"}}, "reasons": {Type: "array", Items: &huma.Schema{Type: "string", Enum: reasons}}, "text": text}), "204", "Stored.", "")
	add(http.MethodPatch, "/session", "visitor-wish", "Object to language models, or restrict the processing of the conversation", nil,
		object(nil, map[string]*huma.Schema{
			"no_model":   {Type: "boolean", Description: "Nothing of the conversation goes to a model outside: the server answers with quotes (Art. 21 GDPR)."},
			"restricted": {Type: "boolean", Description: "Besides, the conversation is stored and not used otherwise; retention leaves it alone (Art. 18 GDPR)."},
		}), "200", "Both as they are now. What is left out stays as it was; an answer being written is stopped.", "application/json")
	add(http.MethodPut, "/session/contact", "visitor-put-contact", "Give contact data, or correct it", nil,
		object(nil, map[string]*huma.Schema{"name": text, "email": text, "phone": text}), "200", "What is stored now; what was stored before is erased.", "application/json")
	add(http.MethodDelete, "/session/contact", "visitor-delete-contact", "Erase the contact data", nil, nil, "200", "The receipt; 404 if there was none.", "application/json")
	add(http.MethodDelete, "/session", "visitor-end", "End the chat and erase it", nil, nil, "200", "The receipt: what was erased, in numbers. The session is worth nothing any more; who ends it at the same time gets the same receipt, or 410 afterwards.", "application/json")
	add(http.MethodGet, "/session/export", "visitor-export", "Download what is stored of the conversation; with Accept: text/plain for reading", nil, nil, "200", "What was said, contact data, what the visitor wishes, until when it is kept, who answered, what was replaced and what kinds the operator had exempted from that, of how many messages the text is missing (where none is stored), to whom anything of it went and where that is, as a file.", "application/json")
}
