package api

import (
	"context"
	"net/http"
	"net/url"

	"github.com/danielgtaylor/huma/v2"

	"github.com/webchatagent/wca/internal/erasure"
	"github.com/webchatagent/wca/internal/problem"
)

// erasing is an operation that erases and answers with the receipt.
func erasing(path, id, tag, summary string) huma.Operation {
	op := operation(http.MethodDelete, path, id, tag, summary)
	op.DefaultStatus = http.StatusOK
	op.Description = "It is erased everywhere and for good. The receipt counts what went, by table, and says what a second look found (remaining: nothing)."
	return op
}

// eraseOf erases what belongs to a bot.
func (m *Management) eraseOf(ctx context.Context, bot string, kind erasure.Kind, id string) (*body[erasure.Receipt], error) {
	s, _, err := m.Eraser.Store.Locate(ctx, scope(ctx), kind, id)
	if err != nil {
		return nil, err
	}
	if s.Bot != bot {
		return nil, problem.Missing(string(kind))
	}
	return ok(m.Eraser.Erase(ctx, scope(ctx), kind, id))
}

// confirmed says what is to be done if the name is not that of the workspace.
func (m *Management) confirmed(ctx context.Context, name string) error {
	all, err := m.Keys.Store.Workspaces(ctx)
	if err != nil {
		return err
	}
	for _, w := range all {
		if w.ID != scope(ctx) || w.Name == name {
			continue
		}
		return problem.New(problem.Invalid, "workspace_unconfirmed",
			"This erases the workspace with everything in it, for good. Nothing was erased: repeat it with the workspace's name, as in DELETE /v1/workspace?name=%s.", url.QueryEscape(w.Name))
	}
	return nil
}

func (m *Management) erasureRoutes(api huma.API) {
	huma.Register(api, erasing("/v1/bots/{bot}/sessions/{session}", "erase-session", "Erasure", "Erase a conversation"),
		answered(m, func(ctx context.Context, in *struct {
			BotPath
			Session string `path:"session" maxLength:"64"`
		}) (*body[erasure.Receipt], error) {
			return m.eraseOf(ctx, in.Bot, erasure.Session, in.Session)
		}))
	huma.Register(api, erasing("/v1/bots/{bot}/documents/{document}", "erase-document", "Erasure", "Erase a document and what rests on it"),
		answered(m, func(ctx context.Context, in *struct {
			BotPath
			Document string `path:"document" maxLength:"64"`
		}) (*body[erasure.Receipt], error) {
			return m.eraseOf(ctx, in.Bot, erasure.Document, in.Document)
		}))
	huma.Register(api, erasing("/v1/workspace", "erase-workspace", "Erasure", "Erase the workspace with all bots, sources, conversations and keys, this one included"),
		answered(m, func(ctx context.Context, in *struct {
			Name string `query:"name" maxLength:"200" doc:"The name of the workspace: whoever erases all has to say what."`
		}) (*body[erasure.Receipt], error) {
			if err := m.confirmed(ctx, in.Name); err != nil {
				return nil, err
			}
			return ok(m.Eraser.Erase(ctx, scope(ctx), erasure.Workspace, scope(ctx)))
		}))
	huma.Register(api, operation(http.MethodGet, "/v1/erasures", "list-erasures", "Erasure", "List the receipts of erasures, newest first"),
		answered(m, func(ctx context.Context, in *Paging) (*body[[]erasure.Receipt], error) {
			receipts, err := m.Eraser.Store.Erasures(ctx, scope(ctx), in.Limit, in.Offset)
			if receipts == nil {
				receipts = []erasure.Receipt{}
			}
			return ok(receipts, err)
		}))
}
