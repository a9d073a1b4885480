package api

import (
	"context"
	"io"
	"net/http"
	"path"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/webchatagent/wca/internal/erasure"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/source"
	"github.com/webchatagent/wca/internal/source/crawl"
)

type sourceView struct {
	ID        string        `json:"id"`
	Kind      source.Kind   `json:"kind" enum:"site,file,text"`
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
		answered(m, func(ctx context.Context, in *BotPath) (*body[[]sourceView], error) {
			if _, err := m.Bots.Bot(ctx, scope(ctx), in.Bot); err != nil {
				return nil, err
			}
			sources, err := m.Library.Store.Sources(ctx, scope(ctx), in.Bot)
			views := make([]sourceView, len(sources))
			for i, s := range sources {
				views[i] = viewSource(s)
			}
			return ok(views, err)
		}))
	huma.Register(api, operation(http.MethodPost, "/v1/bots/{bot}/sources", "add-site", "Sources", "Add a website and read it"),
		answered(m, func(ctx context.Context, in *struct {
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
		}) (*body[sourceView], error) {
			if _, err := m.Bots.Bot(ctx, scope(ctx), in.Bot); err != nil {
				return nil, err
			}
			s, err := m.Library.AddSite(ctx, scope(ctx), in.Bot, source.Website{
				Address: in.Body.Address, Every: time.Duration(in.Body.Every) * time.Hour, Accepted: in.Body.Accept,
				Rules: crawl.Rules{Include: in.Body.Include, Exclude: in.Body.Exclude, MaxPages: in.Body.Pages, MaxDepth: in.Body.Depth},
			})
			return ok(viewSource(s), err)
		}))
	m.upload(api)
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
			views := make([]pageView, len(pages))
			for i, p := range pages {
				views[i] = pageView{Address: p.Address, State: p.State, Status: p.Status, Code: p.Code, Reason: p.Reason, Effect: p.Effect, At: moment(p.At)}
			}
			return ok(views, err)
		}))
	huma.Register(api, operation(http.MethodGet, "/v1/bots/{bot}/documents", "list-documents", "Sources", "List what a bot has read"),
		answered(m, func(ctx context.Context, in *struct {
			BotPath
			Paging
		}) (*body[[]documentView], error) {
			if _, err := m.Bots.Bot(ctx, scope(ctx), in.Bot); err != nil {
				return nil, err
			}
			documents, err := m.Library.Store.Documents(ctx, scope(ctx), in.Bot, in.Limit, in.Offset)
			views := make([]documentView, len(documents))
			for i, d := range documents {
				views[i] = documentView{ID: d.ID, Source: d.Source, Address: d.Address, Title: d.Title, Language: d.Language, Passages: d.Passages, UpdatedAt: d.UpdatedAt}
			}
			return ok(views, err)
		}))
}

func (m *Management) upload(api huma.API) {
	op := operation(http.MethodPost, "/v1/bots/{bot}/files", "upload-file", "Sources", "Upload a file and read it")
	op.MaxBodyBytes = source.MaxFile + 1<<20
	op.Errors = append(op.Errors, http.StatusRequestEntityTooLarge)
	type form struct {
		File huma.FormFile `form:"file" required:"true" doc:"HTML, Markdown, text, CSV, JSON, PDF, DOCX, XLSX, PPTX, ODT or EPUB. The bot may tell every visitor what it says. A bot with a model shows of personal data in files only a word such as [phone number], except what its settings open (personal.public, personal.open_pages); a bot without one quotes word for word."`
	}
	huma.Register(api, op, answered(m, func(ctx context.Context, in *struct {
		BotPath
		RawBody huma.MultipartFormFiles[form]
	}) (*body[sourceView], error) {
		if _, err := m.Bots.Bot(ctx, scope(ctx), in.Bot); err != nil {
			return nil, err
		}
		file := in.RawBody.Data().File
		defer file.Close()
		content, err := io.ReadAll(io.LimitReader(file, source.MaxFile+1))
		if err != nil {
			return nil, problem.Wrap(err, problem.Invalid, "upload_broken", "The file did not arrive completely. Please try again.")
		}
		name := fileName(file.Filename)
		one := func(yield func(source.Upload) bool) {
			yield(source.Upload{Name: name, ContentType: file.ContentType, Body: content})
		}
		s, err := m.Library.AddFiles(ctx, scope(ctx), in.Bot, name, one)
		return ok(viewSource(s), err)
	}))
}

// fileName is the last part of a name that a browser sent, for show only: nothing is stored
// under it on a disk (U01).
func fileName(given string) string {
	name := path.Base(strings.ReplaceAll(strings.ToValidUTF8(given, ""), `\`, "/"))
	name = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || (r >= 0x202a && r <= 0x202e) || (r >= 0x2066 && r <= 0x2069) {
			return -1
		}
		return r
	}, name)
	if runes := []rune(name); len(runes) > 200 {
		name = string(runes[len(runes)-200:])
	}
	if name == "" || name == "." || name == "/" {
		return "file"
	}
	return name
}
