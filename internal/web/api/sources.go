package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/erasure"
	"github.com/webchatagent/wca/internal/source"
	"github.com/webchatagent/wca/internal/source/crawl"
)

type sourceView struct {
	ID        string        `json:"id"`
	Kind      source.Kind   `json:"kind" enum:"site,file"`
	Address   string        `json:"address"`
	State     source.State  `json:"state" enum:"queued,running,ready,failed"`
	Message   string        `json:"message,omitempty" doc:"Why it failed, or what to know."`
	Every     int           `json:"every_hours" doc:"Read again after so many hours; 0 means only when asked."`
	CreatedAt time.Time     `json:"created_at"`
	StartedAt *time.Time    `json:"started_at,omitempty"`
	EndedAt   *time.Time    `json:"ended_at,omitempty"`
	Counts    source.Counts `json:"counts"`
	Notice    source.Notice `json:"notice,omitzero" doc:"What the latest reading met that is more than the matter of a page."`
	LeftOut   crawl.LeftOut `json:"left_out,omitzero" doc:"How many addresses, at least, a limit kept out of a website."`
}

func viewSource(s source.Source) sourceView {
	return sourceView{
		ID: s.ID, Kind: s.Kind, Address: s.Address, State: s.State, Message: s.Message, Every: int(s.Every.Hours()),
		CreatedAt: s.CreatedAt, StartedAt: moment(s.StartedAt), EndedAt: moment(s.EndedAt), Counts: s.Counts, Notice: s.Notice, LeftOut: s.LeftOut,
	}
}

type pageView struct {
	Address string           `json:"address"`
	State   source.PageState `json:"state" enum:"pending,done,unchanged,skipped,failed,gone"`
	Status  int              `json:"status,omitempty" doc:"HTTP status."`
	Code    string           `json:"code,omitempty" doc:"Reason as a word."`
	Reason  string           `json:"reason,omitempty" doc:"Reason as a sentence."`
	Effect  source.Effect    `json:"effect,omitempty" enum:"new,changed,unchanged,removed,kept" doc:"What the present or latest reading did to the document of the page."`
	At      *time.Time       `json:"at,omitempty"`
}

type documentView struct {
	ID        string    `json:"id"`
	Source    string    `json:"source"`
	Address   string    `json:"address"`
	Title     string    `json:"title"`
	Language  string    `json:"language"`
	Passages  int       `json:"passages"`
	UpdatedAt time.Time `json:"updated_at"`
}

// SourcePath is the source of a request.
type SourcePath struct {
	BotPath
	Source string `path:"source" maxLength:"64"`
}

func (m *Management) sourceRoutes(api huma.API) {
	huma.Register(api, operation(http.MethodGet, "/v1/bots/{bot}/sources", "list-sources", "Sources", "List a bot's sources"),
		ofBot(m, func(ctx context.Context, _ *BotPath, b bot.Bot) (*body[[]sourceView], error) {
			sources, err := m.Library.Store.Sources(ctx, b.Workspace, b.ID)
			return list(sources, err, viewSource)
		}))
	huma.Register(api, operation(http.MethodPost, "/v1/bots/{bot}/sources", "add-site", "Sources", "Add a website and read it"),
		ofBot(m, func(ctx context.Context, in *struct {
			BotPath
			Body struct {
				Address string   `json:"address" maxLength:"2000" doc:"Where to begin, such as https://www.example.de."`
				Include []string `json:"include,omitempty" doc:"Patterns of paths to read, such as /blog/**; none means all."`
				Exclude []string `json:"exclude,omitempty" doc:"Patterns of paths to leave out."`
				Pages   int      `json:"max_pages,omitempty" minimum:"0" maximum:"100000" doc:"How many pages at most; 0 means the default."`
				Depth   int      `json:"max_depth,omitempty" minimum:"0" maximum:"50" doc:"How many links from the start at most; 0 means the default."`
				Every   int      `json:"every_hours,omitempty" minimum:"0" maximum:"8760" doc:"Read again after so many hours; 0 means only when asked."`
				Accept  bool     `json:"accept,omitempty" doc:"Take the patterns although most of what was read of the website is removed by that."`
			}
		}, b bot.Bot) (*body[sourceView], error) {
			s, err := m.Library.AddSite(ctx, b.Workspace, b.ID, source.Website{
				Address: in.Body.Address, Every: time.Duration(in.Body.Every) * time.Hour, Accepted: in.Body.Accept,
				Rules: crawl.Rules{Include: in.Body.Include, Exclude: in.Body.Exclude, MaxPages: in.Body.Pages, MaxDepth: in.Body.Depth},
			})
			return ok(viewSource(s), err)
		}))
	m.upload(api)
	m.oneSourceRoutes(api)
	huma.Register(api, operation(http.MethodGet, "/v1/bots/{bot}/documents", "list-documents", "Sources", "List what a bot has read"),
		ofBot(m, func(ctx context.Context, in *struct {
			BotPath
			Paging
		}, b bot.Bot) (*body[[]documentView], error) {
			documents, err := m.Library.Store.Documents(ctx, b.Workspace, b.ID, in.Limit, in.Offset)
			return list(documents, err, func(d source.Document) documentView {
				return documentView{ID: d.ID, Source: d.Source, Address: d.Address, Title: d.Title, Language: d.Language, Passages: d.Passages, UpdatedAt: d.UpdatedAt}
			})
		}))
}

// oneSourceRoutes are what is done with a source that is there.
func (m *Management) oneSourceRoutes(api huma.API) {
	huma.Register(api, operation(http.MethodGet, "/v1/bots/{bot}/sources/{source}", "get-source", "Sources", "Read a source with its progress"),
		answered(m, func(ctx context.Context, in *SourcePath) (*body[sourceView], error) {
			s, err := m.Library.Store.Source(ctx, scope(ctx), in.Bot, in.Source)
			return ok(viewSource(s), err)
		}))
	huma.Register(api, operation(http.MethodPost, "/v1/bots/{bot}/sources/{source}/read", "read-source", "Sources", "Read a source again"),
		answered(m, func(ctx context.Context, in *SourcePath) (*body[sourceView], error) {
			s, err := m.Library.ReadAgain(ctx, scope(ctx), in.Bot, in.Source)
			return ok(viewSource(s), err)
		}))
	huma.Register(api, operation(http.MethodPost, "/v1/bots/{bot}/sources/{source}/accept", "accept-source", "Sources", "Take a website as it was found although most of what was read before is removed by that"),
		answered(m, func(ctx context.Context, in *SourcePath) (*body[sourceView], error) {
			s, err := m.Library.Accept(ctx, scope(ctx), in.Bot, in.Source)
			return ok(viewSource(s), err)
		}))
	huma.Register(api, erasing("/v1/bots/{bot}/sources/{source}", "delete-source", "Sources", "Remove a source with everything read from it"),
		answered(m, func(ctx context.Context, in *SourcePath) (*body[erasure.Receipt], error) {
			return m.eraseOf(ctx, in.Bot, erasure.Source, in.Source)
		}))
	huma.Register(api, operation(http.MethodGet, "/v1/bots/{bot}/sources/{source}/pages", "list-pages", "Sources", "List a source's pages with state and reason"),
		answered(m, func(ctx context.Context, in *struct {
			SourcePath
			Paging
			Effect source.Effect `query:"effect" enum:"new,changed,unchanged,removed,kept" doc:"Only pages to whose documents the latest reading did this; missing means all."`
		}) (*body[[]pageView], error) {
			if _, err := m.Library.Store.Source(ctx, scope(ctx), in.Bot, in.Source); err != nil {
				return nil, err
			}
			pages, err := m.Library.Store.Pages(ctx, scope(ctx), in.Bot, in.Source, source.Some{Effect: in.Effect, Limit: in.Limit, Offset: in.Offset})
			return list(pages, err, func(p source.Page) pageView {
				return pageView{Address: p.Address, State: p.State, Status: p.Status, Code: p.Code, Reason: p.Reason, Effect: p.Effect, At: moment(p.At)}
			})
		}))
}
