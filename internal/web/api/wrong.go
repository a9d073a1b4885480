package api

import (
	"net/http"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/webchatagent/wca/internal/web/respond"
)

// wrongRequest is the problem of a request that does not fit its description, with all that is wrong.
type wrongRequest struct {
	respond.Problem
	Errors []*huma.ErrorDetail `json:"errors,omitempty"`
}

// inWords gives what huma says of a request that does not fit the form of all other problems: a code for programs,
// and a sentence that names what is wrong where.
func inWords(_ huma.Context, _ string, v any) (any, error) {
	e, ok := v.(*huma.ErrorModel)
	if ok && e.Status == http.StatusUnsupportedMediaType {
		return &respond.Problem{Type: "about:blank", Title: e.Title, Status: e.Status, Code: "not_json", Detail: "Send the body of the request as JSON, with “Content-Type: application/json”."}, nil
	}
	if !ok || e.Status != http.StatusBadRequest && e.Status != http.StatusUnprocessableEntity {
		return v, nil
	}
	p := respond.Problem{Type: "about:blank", Title: e.Title, Status: e.Status, Code: "request_wrong"}
	whole := func(d *huma.ErrorDetail) bool { return d.Location == "body" }
	switch {
	case len(e.Errors) == 0:
		p.Code, p.Detail = "body_missing", "The request has no body: it is JSON, as described at /docs."
	case e.Status == http.StatusBadRequest && slices.ContainsFunc(e.Errors, whole):
		p.Code, p.Detail = "not_json", "The body of the request is not valid JSON."
		return &wrongRequest{p, nil}, nil
	default:
		var wrong []string
		for _, d := range e.Errors {
			wrong = append(wrong, d.Location+": "+d.Message)
		}
		p.Detail = "The request does not fit its description at /docs: " + strings.Join(wrong, "; ") + "."
	}
	return &wrongRequest{p, e.Errors}, nil
}
