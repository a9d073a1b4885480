package app

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/webchatagent/wca/internal/proof"
)

// rehearsal is a provider of models on loopback for the checks of the promises: it keeps what it
// receives and says what it was told to say.
type rehearsal struct {
	url    string
	server *http.Server
	served chan struct{} // closed when the server has ended

	mu    sync.Mutex
	text  string
	got   [][]byte
	heads strings.Builder // addresses and headers of all that came
}

func listenRehearsal(ctx context.Context) (*rehearsal, error) {
	var lc net.ListenConfig
	listener, err := lc.Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("listening on loopback for a check: %w", err)
	}
	r := &rehearsal{url: "http://" + listener.Addr().String(), served: make(chan struct{})}
	r.server = &http.Server{Handler: r, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 30 * time.Second}
	go func() {
		defer close(r.served)
		_ = r.server.Serve(listener)
	}()
	return r, nil
}

func (r *rehearsal) close() error {
	err := r.server.Close()
	<-r.served
	return err
}

func (r *rehearsal) say(text string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.text = text
}

func (r *rehearsal) received() [][]byte {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.got)
}

func (r *rehearsal) above() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.heads.String()
}

// plain is what a query says, without the escapes that an @ gets in it.
func plain(query string) string {
	said, err := url.QueryUnescape(query)
	if err != nil {
		return query
	}
	return said
}

// ServeHTTP streams the text as a chat completion in one piece.
func (r *rehearsal) ServeHTTP(w http.ResponseWriter, request *http.Request) {
	body, err := io.ReadAll(io.LimitReader(request.Body, 8<<20))
	r.mu.Lock()
	r.got = append(r.got, body)
	_, _ = fmt.Fprintln(&r.heads, request.Host, request.URL.Path, plain(request.URL.RawQuery), request.Header)
	text := r.text
	r.mu.Unlock()
	var asked struct {
		Model string `json:"model"`
	}
	if err != nil || json.Unmarshal(body, &asked) != nil || asked.Model == proof.Failing {
		http.Error(w, `{"error":{"message":"this model fails"}}`, http.StatusInternalServerError)
		return
	}
	piece, err := json.Marshal(map[string]any{"choices": []any{map[string]any{"delta": map[string]any{"content": text}, "finish_reason": nil}}})
	if err != nil {
		http.Error(w, "{}", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	_, _ = fmt.Fprintf(w, "data: %s\n\ndata: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n", piece)
}
