package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/webchatagent/wca/internal/workspace"
)

type keyView struct {
	ID        string         `json:"id"`
	Label     string         `json:"label"`
	Prefix    string         `json:"prefix" doc:"First characters of the secret."`
	Role      workspace.Role `json:"role" enum:"owner,editor,analyst"`
	CreatedAt time.Time      `json:"created_at"`
	LastUsed  *time.Time     `json:"last_used_at,omitempty" doc:"To the day."`
	RevokedAt *time.Time     `json:"revoked_at,omitempty"`
	Secret    string         `json:"secret,omitempty" doc:"Only in the answer that makes the key; it is stored hashed."`
}

// KeyOf is a key as the API shows it, without its secret.
func KeyOf(k workspace.Key) any { return viewKey(k, "") }

func viewKey(k workspace.Key, secret string) keyView {
	return keyView{
		ID: k.ID, Label: k.Label, Prefix: k.Prefix, Role: k.Role, CreatedAt: k.CreatedAt,
		LastUsed: moment(k.LastUsedAt), RevokedAt: moment(k.RevokedAt), Secret: secret,
	}
}

func moment(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}

func (m *Management) keyRoutes(api huma.API) {
	huma.Register(api, operation(http.MethodGet, "/v1/keys", "list-keys", "Keys", "List the workspace's keys"),
		answered(m, func(ctx context.Context, _ *struct{}) (*body[[]keyView], error) {
			keys, err := m.Keys.Store.Keys(ctx, scope(ctx))
			return list(keys, err, func(k workspace.Key) keyView {
				return viewKey(k, "")
			})
		}))
	huma.Register(api, operation(http.MethodPost, "/v1/keys", "create-key", "Keys", "Make a key; its secret is shown this once"),
		answered(m, func(ctx context.Context, in *struct {
			Body struct {
				Label string         `json:"label" minLength:"1" maxLength:"100"`
				Role  workspace.Role `json:"role" enum:"owner,editor,analyst"`
			}
		}) (*body[keyView], error) {
			k, secret, err := m.Keys.Create(ctx, scope(ctx), in.Body.Label, in.Body.Role)
			return ok(viewKey(k, secret), err)
		}))
	huma.Register(api, operation(http.MethodDelete, "/v1/keys/{key}", "revoke-key", "Keys", "Revoke a key"),
		answered(m, func(ctx context.Context, in *struct {
			Key string `path:"key" maxLength:"64"`
		}) (*empty, error) {
			return done(m.Keys.Store.RevokeKey(ctx, scope(ctx), in.Key, m.Keys.Now().UTC()))
		}))
}
