package dashboard

import (
	"net/http"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"
)

// docGroup, docOperation and docParameter are the API's description as its page shows it.
type docGroup struct {
	Name       string
	Operations []docOperation
}

type docOperation struct {
	ID, Method, Path, Summary, Request, Response, Answer string
	Open                                                 bool // needs no key
	Parameters                                           []docParameter
}

type docParameter struct {
	Name, In, Type, Doc string
	Required            bool
}

func (p *Pages) docs(w http.ResponseWriter, r *http.Request) {
	p.render(w, r, docs(words(r), groups(p.API)))
}

func groups(api *huma.OpenAPI) []docGroup {
	byTag := map[string]*docGroup{}
	var order []string
	paths := make([]string, 0, len(api.Paths))
	for path := range api.Paths {
		paths = append(paths, path)
	}
	slices.Sort(paths)
	for _, path := range paths {
		item := api.Paths[path]
		for _, op := range []*huma.Operation{item.Get, item.Post, item.Put, item.Patch, item.Delete} {
			if op == nil {
				continue
			}
			tag := "API"
			if len(op.Tags) > 0 {
				tag = op.Tags[0]
			}
			if byTag[tag] == nil {
				byTag[tag] = &docGroup{Name: tag}
				order = append(order, tag)
			}
			byTag[tag].Operations = append(byTag[tag].Operations, describe(api, path, op))
		}
	}
	slices.Sort(order)
	out := make([]docGroup, len(order))
	for i, tag := range order {
		out[i] = *byTag[tag]
	}
	return out
}

func describe(api *huma.OpenAPI, path string, op *huma.Operation) docOperation {
	d := docOperation{ID: op.OperationID, Method: op.Method, Path: path, Summary: op.Summary, Open: op.Security != nil && len(op.Security) == 0}
	for _, p := range op.Parameters {
		d.Parameters = append(d.Parameters, docParameter{
			Name: p.Name, In: p.In, Type: outline(api, p.Schema, "", 0), Doc: p.Description, Required: p.Required,
		})
	}
	if op.RequestBody != nil {
		for media, content := range op.RequestBody.Content {
			d.Request = media + "\n" + outline(api, content.Schema, "", 0)
		}
	}
	for _, status := range []string{"200", "204"} {
		if response := op.Responses[status]; response != nil {
			d.Answer = status + " " + response.Description
			for media, content := range response.Content {
				d.Response = media + "\n" + outline(api, content.Schema, "", 0)
			}
		}
	}
	return d
}

// outline writes a schema as an indented list of its fields.
func outline(api *huma.OpenAPI, s *huma.Schema, indent string, depth int) string {
	if s == nil || depth > 5 {
		return ""
	}
	if s.Ref != "" {
		s = api.Components.Schemas.SchemaFromRef(s.Ref)
		if s == nil {
			return ""
		}
	}
	switch {
	case s.Type == "array" && s.Items != nil:
		return "[ " + outline(api, s.Items, indent, depth+1) + " ]"
	case len(s.Properties) > 0:
		names := make([]string, 0, len(s.Properties))
		for name := range s.Properties {
			names = append(names, name)
		}
		slices.Sort(names)
		var b strings.Builder
		b.WriteString("{\n")
		for _, name := range names {
			if name == "$schema" {
				continue
			}
			field := s.Properties[name]
			b.WriteString(indent + "  " + name + ": " + outline(api, field, indent+"  ", depth+1))
			if field.Description != "" {
				b.WriteString("  — " + field.Description)
			}
			b.WriteString("\n")
		}
		b.WriteString(indent + "}")
		return b.String()
	case len(s.Enum) > 0:
		var values []string
		for _, v := range s.Enum {
			if text, ok := v.(string); ok {
				values = append(values, text)
			}
		}
		return strings.Join(values, " | ")
	case s.Format != "":
		return s.Type + " (" + s.Format + ")"
	}
	return s.Type
}
