package api

import (
	"maps"
	"net/http"
	"regexp"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/validation"

	"github.com/webchatagent/wca/internal/web/respond"
)

// wrongRequest is the problem of a request that does not fit its description, with all that is wrong.
type wrongRequest struct {
	respond.Problem
	Errors []*huma.ErrorDetail `json:"errors,omitempty"`
}

// wrongs puts into words what is wrong with requests.
type wrongs struct{ schemas huma.Registry }

// inWords gives what huma says of a request that does not fit the form of all other problems: a code for programs,
// and a sentence that names what is wrong where.
func (w wrongs) inWords(ctx huma.Context, _ string, v any) (any, error) {
	e, ok := v.(*huma.ErrorModel)
	if ok && e.Status == http.StatusUnsupportedMediaType {
		return &respond.Problem{Type: "about:blank", Title: e.Title, Status: e.Status, Code: "not_json", Detail: "Send the body of the request as JSON, with “Content-Type: application/json”."}, nil
	}
	if ok && e.Status == http.StatusRequestEntityTooLarge {
		return &respond.Problem{Type: "about:blank", Title: e.Title, Status: e.Status, Code: "body_too_large", Detail: "The body of the request is too large: it may have at most 1 MB."}, nil
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
			wrong = append(wrong, w.sentence(ctx.Operation(), d))
		}
		p.Detail = "The request does not fit its description at /docs: " + strings.Join(wrong, "; ") + "."
	}
	return &wrongRequest{p, e.Errors}, nil
}

// plainly are the words of huma, and what is said instead: what is wrong and how it is right.
var plainly = []struct {
	huma *regexp.Regexp
	said string
}{
	{regexp.MustCompile(`^required query parameter is missing$`), "is missing"},
	{regexp.MustCompile(`^expected (?:string to be more than spaces|length >= 1)$`), "must not be empty"},
	{regexp.MustCompile(`^expected string$`), "must be text, in quotation marks"},
	{regexp.MustCompile(`^(?:expected|invalid) integer$`), "must be a whole number"},
	{regexp.MustCompile(`^(?:expected|invalid) (?:number|float)$`), "must be a number"},
	{regexp.MustCompile(`^(?:expected|invalid) boolean$`), "must be true or false"},
	{regexp.MustCompile(`^expected array$`), "must be a list, in square brackets"},
	{regexp.MustCompile(`^expected object$`), "must be an object, in curly brackets"},
	{regexp.MustCompile(`^expected value to be one of "(.*)"$`), "must be one of $1"},
	{regexp.MustCompile(`^expected number >= (\S+)$`), "must be at least $1"},
	{regexp.MustCompile(`^expected number <= (\S+)$`), "must be at most $1"},
	{regexp.MustCompile(`^expected length >= (\d+)$`), "must have at least $1 characters"},
	{regexp.MustCompile(`^expected length <= (\d+)$`), "may have at most $1 characters"},
	{regexp.MustCompile(`^expected array length >= (\d+)$`), "must have at least $1 entries"},
	{regexp.MustCompile(`^expected array length <= (\d+)$`), "may have at most $1 entries"},
}

var requiredProperty = regexp.MustCompile(`^expected required property (\S+) to be present$`)

// sentence says of one thing what is wrong with it. What is not known here huma says.
func (w wrongs) sentence(op *huma.Operation, d *huma.ErrorDetail) string {
	if m := requiredProperty.FindStringSubmatch(d.Message); m != nil {
		return d.Location + "." + m[1] + " is missing"
	}
	if d.Message == validation.MsgUnexpectedProperty {
		return d.Location + " is not known" + w.known(op, d.Location)
	}
	if d.Message == "unknown query parameter" {
		return d.Location + " is not known" + parameters(op)
	}
	for _, p := range plainly {
		if p.huma.MatchString(d.Message) {
			return d.Location + " " + p.huma.ReplaceAllString(d.Message, p.said)
		}
	}
	return d.Location + ": " + d.Message
}

// known lists the fields that are known where the one at a location of the body is not.
func (w wrongs) known(op *huma.Operation, location string) string {
	path := strings.Split(location, ".")
	if op == nil || op.RequestBody == nil || path[0] != "body" {
		return ""
	}
	media := op.RequestBody.Content["application/json"]
	if media == nil {
		return ""
	}
	s := media.Schema
	for i, name := range path {
		for s != nil && s.Ref != "" {
			s = w.schemas.SchemaFromRef(s.Ref)
		}
		if s == nil || len(s.Properties) == 0 {
			return ""
		}
		if i == len(path)-1 {
			break
		}
		if i > 0 {
			s = s.Properties[name]
		}
	}
	names := slices.DeleteFunc(slices.Sorted(maps.Keys(s.Properties)), func(name string) bool { return strings.HasPrefix(name, "$") })
	return "; known are " + strings.Join(names, ", ")
}

// parameters lists what an operation takes behind the question mark of its address.
func parameters(op *huma.Operation) string {
	var names []string
	if op != nil {
		for _, p := range op.Parameters {
			if p.In == "query" {
				names = append(names, p.Name)
			}
		}
	}
	if len(names) == 0 {
		return "; none is"
	}
	return "; known are " + strings.Join(names, ", ")
}
