package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/erasure"
	"github.com/webchatagent/wca/internal/problem"
)

type botView struct {
	ID        string    `json:"id"`
	PublicID  string    `json:"public_id" doc:"For the snippet on the website and the chat page; no secret."`
	Name      string    `json:"name"`
	CreatedAt time.Time `json:"created_at"`
	Embedding string    `json:"embedding,omitempty" doc:"Whose vectors search compares: PROVIDER/MODEL; empty for the built-in ones. After a change of the settings it follows when all passages have theirs."`
}

func viewBot(b bot.Bot) botView {
	return botView{ID: b.ID, PublicID: b.PublicID, Name: b.Name, CreatedAt: b.CreatedAt, Embedding: b.Embedder}
}

type versionView struct {
	Number    int          `json:"number"`
	State     bot.State    `json:"state" enum:"draft,published,archived"`
	CreatedAt time.Time    `json:"created_at"`
	Settings  bot.Settings `json:"settings"`
}

func viewVersion(v bot.Version) versionView {
	return versionView{Number: v.Number, State: v.State, CreatedAt: v.CreatedAt, Settings: v.Settings}
}

func (m *Management) botRoutes(api huma.API) {
	huma.Register(api, operation(http.MethodGet, "/v1/bots", "list-bots", "Bots", "List the bots, oldest first"),
		answered(m, func(ctx context.Context, in *Paging) (*body[[]botView], error) {
			bots, err := m.Bots.SomeBots(ctx, bot.Some{Workspace: scope(ctx), Limit: in.Limit, Offset: in.Offset})
			return list(bots, err, viewBot)
		}))
	huma.Register(api, operation(http.MethodPost, "/v1/bots", "create-bot", "Bots", "Make a bot"),
		answered(m, func(ctx context.Context, in *struct {
			Body struct {
				Name string `json:"name" minLength:"1" maxLength:"100"`
			}
		}) (*body[botView], error) {
			b, err := m.NewBot(ctx, scope(ctx), in.Body.Name)
			return ok(viewBot(b), err)
		}))
	huma.Register(api, operation(http.MethodGet, "/v1/bots/{bot}", "get-bot", "Bots", "Read a bot"),
		ofBot(m, func(_ context.Context, _ *BotPath, b bot.Bot) (*body[botView], error) {
			return ok(viewBot(b), nil)
		}))
	huma.Register(api, operation(http.MethodPatch, "/v1/bots/{bot}", "rename-bot", "Bots", "Rename a bot"),
		answered(m, func(ctx context.Context, in *struct {
			BotPath
			Body struct {
				Name string `json:"name" minLength:"1" maxLength:"100"`
			}
		}) (*body[botView], error) {
			name, err := bot.CheckName(in.Body.Name)
			if err != nil {
				return nil, err
			}
			if err := m.Bots.RenameBot(ctx, scope(ctx), in.Bot, name); err != nil {
				return nil, err
			}
			b, err := m.Bots.Bot(ctx, scope(ctx), in.Bot)
			return ok(viewBot(b), err)
		}))
	huma.Register(api, erasing("/v1/bots/{bot}", "delete-bot", "Bots", "Delete a bot with its sources and conversations"),
		answered(m, func(ctx context.Context, in *BotPath) (*body[erasure.Receipt], error) {
			return ok(m.Eraser.Erase(ctx, scope(ctx), erasure.Bot, in.Bot))
		}))
	m.settingsRoutes(api)
}

func (m *Management) settingsRoutes(api huma.API) {
	huma.Register(api, operation(http.MethodGet, "/v1/bots/{bot}/settings", "get-settings", "Settings", "Read the published settings"),
		answered(m, func(ctx context.Context, in *BotPath) (*body[versionView], error) {
			v, err := m.Bots.PublishedSettings(ctx, scope(ctx), in.Bot)
			return ok(viewVersion(v), err)
		}))
	huma.Register(api, operation(http.MethodGet, "/v1/bots/{bot}/settings/versions", "list-settings", "Settings", "List all versions of the settings, newest first"),
		answered(m, func(ctx context.Context, in *BotPath) (*body[[]versionView], error) {
			versions, err := m.Bots.Versions(ctx, scope(ctx), in.Bot)
			return list(versions, err, viewVersion)
		}))
	huma.Register(api, operation(http.MethodPut, "/v1/bots/{bot}/settings/draft", "save-draft", "Settings", "Write the draft; visitors see it after publishing"),
		answered(m, func(ctx context.Context, in *struct {
			BotPath
			Body bot.Settings
		}) (*body[versionView], error) {
			checked, err := in.Body.Checked()
			if err != nil {
				return nil, err
			}
			if _, err := m.Desk.Models.Open(checked.Model); err != nil {
				return nil, problem.Wrap(err, problem.Invalid, "model_unavailable", "%s", err.Error())
			}
			if e := checked.Embedding; e != nil {
				if _, err := m.Embedders.OpenEmbedder(*e); err != nil {
					return nil, err
				}
			}
			v, err := m.Bots.SaveDraft(ctx, scope(ctx), in.Bot, checked, m.Keys.Now().UTC())
			return ok(viewVersion(v), err)
		}))
	huma.Register(api, operation(http.MethodPost, "/v1/bots/{bot}/settings/publish", "publish-settings", "Settings", "Publish a version: the draft, or an older one to go back"),
		answered(m, func(ctx context.Context, in *struct {
			BotPath
			Body struct {
				Number int `json:"number" minimum:"1"`
			}
		}) (*body[versionView], error) {
			if err := m.Bots.Publish(ctx, scope(ctx), in.Bot, in.Body.Number); err != nil {
				return nil, err
			}
			v, err := m.Bots.PublishedSettings(ctx, scope(ctx), in.Bot)
			return ok(viewVersion(v), err)
		}))
}
