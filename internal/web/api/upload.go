package api

import (
	"context"
	"errors"
	"io"
	"net/http"
	"path"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/source"
)

func (m *Management) upload(api huma.API) {
	op := operation(http.MethodPost, "/v1/bots/{bot}/files", "upload-file", "Sources", "Upload a file and read it")
	op.MaxBodyBytes = source.MaxFile + 1<<20
	op.Errors = append(op.Errors, http.StatusRequestEntityTooLarge)
	op.Middlewares = huma.Middlewares{m.inMemory(api, op.MaxBodyBytes)}
	type form struct {
		File huma.FormFile `form:"file" required:"true" doc:"HTML, Markdown, text, CSV, JSON, PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP, RTF or EPUB. The bot may tell every visitor what it says. A bot with a model shows of personal data in files only a word such as [phone number], except what its settings open (personal.public, personal.open_pages); a bot without one quotes word for word."`
	}
	huma.Register(api, op, ofBot(m, func(ctx context.Context, in *struct {
		BotPath
		RawBody huma.MultipartFormFiles[form]
	}, b bot.Bot) (*body[sourceView], error) {
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
		s, err := m.Library.AddFiles(ctx, b.Workspace, b.ID, name, one)
		return ok(viewSource(s), err)
	}))
}

// inMemory reads a form into memory, up to a size. The library would put files of more than 8 kB, of any size, into the
// system's folder for temporary files, where they would stay whatever is erased (K2, U11): net/http removes only those
// of the request that it made itself.
func (m *Management) inMemory(api huma.API, most int64) func(huma.Context, func(huma.Context)) {
	return func(c huma.Context, next func(huma.Context)) {
		r, w := humago.Unwrap(c)
		r.Body = http.MaxBytesReader(w, r.Body, most)
		err := r.ParseMultipartForm(most) // once read, it is not read again
		var large *http.MaxBytesError
		switch {
		case errors.As(err, &large):
			m.refuse(api, c, problem.New(problem.TooLarge, "file_too_large", "The file is too large; files may have at most %d MB.", source.MaxFile>>20))
		case err != nil:
			m.refuse(api, c, problem.Wrap(err, problem.Invalid, "not_a_form", "Send the file as multipart/form-data, in the field \"file\"."))
		default:
			next(c)
		}
	}
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
