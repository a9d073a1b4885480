package embed

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"time"

	"github.com/webchatagent/wca/internal/problem"
)

// What a visitor's request is at most: a question of 2,000 characters and room around it, in a time in which any line
// sends that.
const (
	maxBody  = 64 << 10
	bodyTime = 10 * time.Second
)

// takeIn reads the body of a request within a time: who sends it byte by byte does not keep the connection for as long
// as an upload may take.
func takeIn(w http.ResponseWriter, r *http.Request, within time.Duration) {
	control := http.NewResponseController(w)
	_ = control.SetReadDeadline(time.Now().Add(within)) // not every connection can, then the server's own holds
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	if err == nil { // else nothing more is read of this connection
		_ = control.SetReadDeadline(time.Time{}) // the answer may take longer, and ends with the connection
	}
	r.Body = io.NopCloser(io.MultiReader(bytes.NewReader(body), failing{err}))
}

// failing fails as the reading of a body did, or is at its end.
type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, cmp.Or(f.err, io.EOF) }

// decode reads a JSON body into v. Unknown fields are ignored: they set nothing (L11).
func decode(r *http.Request, v any) error {
	if kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type")); kind != "application/json" {
		return problem.New(problem.Invalid, "not_json", "Send the request as application/json.")
	}
	body, err := io.ReadAll(r.Body)
	var tooLarge *http.MaxBytesError
	if errors.As(err, &tooLarge) {
		return problem.New(problem.TooLarge, "body_too_large", "The request is larger than %d bytes.", tooLarge.Limit)
	}
	if err != nil {
		return problem.Wrap(err, problem.Invalid, "body_unreadable", "The request could not be read.")
	}
	if err := json.Unmarshal(body, v); err != nil {
		return problem.Wrap(err, problem.Invalid, "not_json", "The request is not valid JSON of the expected form.")
	}
	return nil
}
