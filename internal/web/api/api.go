// Package api is the management API: OpenAPI 3.1 at /openapi.json, every request with a key. A
// handler authenticates, scopes to the key's workspace, validates, calls one subject, renders.
package api

import (
	"context"
	"log/slog"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/embedding"
	"github.com/webchatagent/wca/internal/erasure"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/retention"
	"github.com/webchatagent/wca/internal/source"
	"github.com/webchatagent/wca/internal/web/respond"
	"github.com/webchatagent/wca/internal/workspace"
)

// Management answers the requests of programs and operators. All fields must be set.
type Management struct {
	Keys      workspace.Keys
	Bots      bot.Store
	Library   *source.Library
	Desk      *conversation.Desk
	Ledger    Ledger
	Retention *retention.Keeper
	Eraser    *erasure.Eraser
	Embedders embedding.Models
	Proof     Proof
	NewBot    func(ctx context.Context, workspace, name string) (bot.Bot, error)
	Version   string
	Log       *slog.Logger
}

// Routes adds the management endpoints and /openapi.json.
func (m *Management) Routes(mux *http.ServeMux) huma.API {
	config := huma.DefaultConfig("WebChatAgent", m.Version)
	config.Info.Description = "Manage bots, their sources and settings; ask questions; follow what left the server. " +
		"Every request needs a key: `Authorization: Bearer wca_…`. Visitors' endpoints (/v1/chat) need no key: they are open to the websites on a bot's list."
	config.DocsPath = ""    // its page would load from a third party; ours is /docs
	config.SchemasPath = "" // nothing needs it
	config.CreateHooks = nil
	config.Transformers = []huma.Transformer{wrongs{config.Components.Schemas}.inWords}
	config.Components.SecuritySchemes = map[string]*huma.SecurityScheme{
		"key": {Type: "http", Scheme: "bearer", Description: "A key of the workspace, made at the first start or by POST /v1/keys."},
	}
	config.Security = []map[string][]string{{"key": {}}}
	api := humago.New(mux, config)
	api.UseMiddleware(m.authenticate(api))
	m.keyRoutes(api)
	m.botRoutes(api)
	m.sourceRoutes(api)
	m.answerRoutes(api)
	m.accountRoutes(api)
	m.ledgerRoutes(api)
	m.pairRoutes(api)
	m.gapRoutes(api)
	m.retentionRoutes(api)
	m.sessionRoutes(api)
	m.erasureRoutes(api)
	m.promiseRoutes(api)
	describeVisitors(api)
	return api
}

type keyContext struct{}

// authenticate lets in who has a valid key and remembers it in the context.
func (m *Management) authenticate(api huma.API) func(huma.Context, func(huma.Context)) {
	return func(c huma.Context, next func(huma.Context)) {
		secret, ok := strings.CutPrefix(c.Header("Authorization"), "Bearer ")
		if !ok {
			secret = ""
		}
		key, err := m.Keys.Authenticate(c.Context(), secret)
		if err == nil {
			needed := workspace.Editor
			if c.Method() == http.MethodGet {
				needed = workspace.Analyst
			}
			if strings.HasPrefix(c.Operation().Path, "/v1/keys") || c.Operation().Path == "/v1/workspace" {
				needed = workspace.Owner
			}
			if !key.Role.May(needed) {
				err = problem.New(problem.Forbidden, "role_not_allowed", "This key has the role %s; this needs %s.", key.Role, needed)
			}
		}
		if err != nil {
			m.refuse(api, c, err)
			return
		}
		c.SetHeader("Cache-Control", "no-store")
		next(huma.WithValue(c, keyContext{}, key))
	}
}

// refuse answers a request that goes no further.
func (m *Management) refuse(api huma.API, c huma.Context, err error) {
	p := respond.From(err, m.Log)
	if p.Status == http.StatusUnauthorized {
		c.SetHeader("WWW-Authenticate", "Bearer")
	}
	c.SetHeader("Content-Type", "application/problem+json")
	c.SetStatus(p.Status)
	_ = api.Marshal(c.BodyWriter(), "application/json", p)
}

// scope is the workspace of the request's key.
func scope(ctx context.Context) string {
	return ctx.Value(keyContext{}).(workspace.Key).Workspace
}

// answered wraps a handler so that the errors of subjects become problems.
func answered[I, O any](m *Management, h func(ctx context.Context, in *I) (*O, error)) func(context.Context, *I) (*O, error) {
	return func(ctx context.Context, in *I) (*O, error) {
		out, err := h(ctx, in)
		if err != nil {
			return nil, respond.From(err, m.Log)
		}
		return out, nil
	}
}

// ofBot wraps a handler for what belongs to a bot: of one that the workspace does not have nothing is looked for.
func ofBot[I, O any, P interface {
	*I
	id() string
}](m *Management, h func(ctx context.Context, in *I, b bot.Bot) (*O, error)) func(context.Context, *I) (*O, error) {
	return answered(m, func(ctx context.Context, in *I) (*O, error) {
		b, err := m.Bots.Bot(ctx, scope(ctx), P(in).id())
		if err != nil {
			return nil, err
		}
		return h(ctx, in, b)
	})
}

// body is an answer with a JSON body.
type body[T any] struct{ Body T }

func ok[T any](v T, err error) (*body[T], error) {
	if err != nil {
		return nil, err
	}
	return &body[T]{Body: v}, nil
}

// list renders all things that a subject gave; none are an empty list.
func list[T, V any](all []T, err error, view func(T) V) (*body[[]V], error) {
	views := make([]V, len(all))
	for i, one := range all {
		views[i] = view(one)
	}
	return ok(views, err)
}

// empty is an answer without content.
type empty struct{}

func done(err error) (*empty, error) { return nil, err }

// BotPath is the bot of a request. (It is exported so that its field is found when embedded.)
type BotPath struct {
	Bot string `path:"bot" doc:"The bot's id, as listed by GET /v1/bots." maxLength:"64"`
}

func (p BotPath) id() string { return p.Bot }

// Paging is the part of a list that is wanted.
type Paging struct {
	Limit  int `query:"limit" minimum:"1" maximum:"500" default:"100" doc:"How many to return."`
	Offset int `query:"offset" minimum:"0" maximum:"1000000" default:"0" doc:"How many to leave out before."`
}

func operation(method, path, id, tag, summary string) huma.Operation {
	op := huma.Operation{
		OperationID: id, Method: method, Path: path, Summary: summary, Tags: []string{tag},
		Errors: []int{400, 401, 403, 404, 422, 500}, MaxBodyBytes: 1 << 20,
		RejectUnknownQueryParameters: true, // a filter misspelt would be none: the list would look like all there is
	}
	if method == http.MethodDelete {
		op.DefaultStatus = http.StatusNoContent
	}
	return op
}
