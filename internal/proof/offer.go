package proof

import (
	"bytes"
	"context"
	"errors"
	"io"
	"mime/multipart"
	"net/http"
	"strings"
)

// spilled is more of a file than a server usually keeps in memory while it takes one in.
const spilled = 64 << 10

// offer uploads the text for a bot with another workspace's key. That is refused, which A5 checks, so all of it must be gone
// at once; what takes uploads in may have put it into a file before.
func (b *bench) offer(ctx context.Context) error {
	var form bytes.Buffer
	parts := multipart.NewWriter(&form)
	file, err := parts.CreateFormFile("file", "werkstatt.md")
	if err != nil {
		return err
	}
	_, err = io.WriteString(file, b.text()+strings.Repeat("\n", spilled))
	if err := errors.Join(err, parts.Close()); err != nil {
		return err
	}
	r := b.request("/v1/bots/" + b.bot.ID + "/files").WithContext(ctx)
	r.Method, r.Body, r.ContentLength = http.MethodPost, io.NopCloser(&form), int64(form.Len())
	r.Header.Set("Authorization", "Bearer "+b.foreign)
	r.Header.Set("Content-Type", parts.FormDataContentType())
	_, err = b.Ask(r)
	return err
}
