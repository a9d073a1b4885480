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
	c := words(r)
	p.render(w, r, docs(c, groups(description{p.API, c.Lang})))
}

// description is that of the API in a language.
type description struct {
	*huma.OpenAPI
	language string
}

// say gives what the description says in English in its language; what nobody has translated stays as it is.
func (d description) say(english string) string {
	if german, ok := inGerman[english]; ok && d.language == "de" {
		return german
	}
	return english
}

func groups(api description) []docGroup {
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
				byTag[tag] = &docGroup{Name: api.say(tag)}
				order = append(order, tag)
			}
			byTag[tag].Operations = append(byTag[tag].Operations, describe(api, path, op))
		}
	}
	out := make([]docGroup, len(order))
	for i, tag := range order {
		out[i] = *byTag[tag]
	}
	slices.SortFunc(out, func(a, b docGroup) int { return strings.Compare(a.Name, b.Name) })
	return out
}

func describe(api description, path string, op *huma.Operation) docOperation {
	d := docOperation{ID: op.OperationID, Method: op.Method, Path: path, Summary: api.say(op.Summary), Open: op.Security != nil && len(op.Security) == 0}
	for _, p := range op.Parameters {
		d.Parameters = append(d.Parameters, docParameter{
			Name: p.Name, In: api.say(p.In), Type: outline(api, p.Schema, "", 0), Doc: api.say(p.Description), Required: p.Required,
		})
	}
	if op.RequestBody != nil {
		for media, content := range op.RequestBody.Content {
			d.Request = media + "\n" + outline(api, content.Schema, "", 0)
		}
	}
	for _, status := range []string{"200", "204"} {
		if response := op.Responses[status]; response != nil {
			d.Answer = status + " " + api.say(response.Description)
			for media, content := range response.Content {
				d.Response = media + "\n" + outline(api, content.Schema, "", 0)
			}
		}
	}
	return d
}

// outline writes a schema as an indented list of its fields.
func outline(api description, s *huma.Schema, indent string, depth int) string {
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
				b.WriteString("  — " + api.say(field.Description))
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
