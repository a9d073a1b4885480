package app

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strconv"
	"syscall"
	"time"

	"github.com/webchatagent/wca/internal/config"
	"github.com/webchatagent/wca/internal/web"
	"github.com/webchatagent/wca/internal/web/access"
)

// Run serves until ctx ends, then lets open answers finish. listening is called with the URL
// once requests are answered.
func (a *App) Run(ctx context.Context, listening func(url string)) error {
	unlock, err := a.DB.Lock()
	if err != nil {
		return err
	}
	defer func() {
		if err := unlock(); err != nil {
			a.Log.Error("releasing the lock", "error", err)
		}
	}()
	listener, err := net.Listen("tcp", a.Config.Listen)
	if err != nil {
		return notListening(a.Config.Listen, err)
	}
	for _, name := range a.Config.Keyless() {
		a.Log.Warn("no key is configured for a provider of language models", "provider", name, "setting", config.KeyName(name))
	}
	if err := a.work(ctx); err != nil {
		listener.Close()
		return err
	}
	server := a.server()
	served := make(chan error, 1)
	go func() { served <- server.Serve(listener) }()
	if listening != nil {
		url := a.Config.PublicURL
		if url == "" {
			url = "http://" + here(listener.Addr())
		}
		listening(url)
	}
	select {
	case err := <-served:
		return errors.Join(err, a.stopWork())
	case err := <-a.unfit:
		return errors.Join(err, a.drain(server))
	case <-ctx.Done():
	}
	return a.drain(server)
}

// here is an address by which a browser on this machine reaches a listener.
func here(at net.Addr) string {
	if all, is := at.(*net.TCPAddr); is && all.IP.IsUnspecified() {
		return net.JoinHostPort("127.0.0.1", strconv.Itoa(all.Port))
	}
	return at.String()
}

// notListening says why the server cannot be reached at an address, and what to do.
func notListening(address string, err error) error {
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return fmt.Errorf("another program listens on %s already: end it, or choose another address with --listen", address)
	case errors.Is(err, syscall.EADDRNOTAVAIL):
		return fmt.Errorf("this machine has no address %s: choose one that it has with --listen, or :PORT for all of them", address)
	case errors.Is(err, syscall.EACCES):
		return fmt.Errorf("this user may not listen on %s: choose a port above 1023 with --listen and put a proxy in front", address)
	}
	return fmt.Errorf("listening on %s: %w", address, err)
}

// cutTime is how long a stop waits, when the time for answers is over, until what was written of them is stored and said.
const cutTime = 5 * time.Second

// drain stops taking requests, lets answers being written finish for a while, breaks off the others, hands jobs back.
func (a *App) drain(server *http.Server) error {
	ctx, cancel := context.WithTimeout(context.Background(), a.Config.Drain)
	defer cancel()
	err := server.Shutdown(ctx)
	a.Desk.Running.Wait(ctx)
	if ctx.Err() != nil {
		err = a.breakOff(server)
	}
	return errors.Join(err, a.stopWork())
}

// breakOff ends what a stop has waited for long enough.
func (a *App) breakOff(server *http.Server) error {
	ctx, cancel := context.WithTimeout(context.Background(), cutTime)
	defer cancel()
	if n := a.Desk.Running.Cut(ctx); n > 0 {
		a.Log.Warn("answers were broken off, as the server stops; what was written of them is stored, and their visitors can ask again", "answers", n, "waited", a.Config.Drain)
	}
	err := server.Shutdown(ctx)
	if errors.Is(err, context.DeadlineExceeded) {
		err = server.Close()
	}
	return err
}

func (a *App) server() *http.Server {
	return &http.Server{
		Handler: web.Handler(web.Options{
			Keys: a.Keys, Bots: a.DB, Library: a.Library, Desk: a.Desk, Ledger: a.DB, Retention: a.Retention, Eraser: a.Eraser,
			Embedders: a.Models, Proof: a.Prover, NewBot: a.NewBot, Ready: a.DB.Ready, Confirm: a.Presence.Confirm, Watch: a.Presence.Watch,
			PublicURL: a.Config.PublicURL, Proxies: a.Config.Trusted,
			Rate: a.questions, Changes: a.changes,
			Version: a.version, Log: a.Log, Access: a.access,
		}),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       2 * time.Minute, // an upload of 50 MB over a slow line
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    64 << 10,
		ErrorLog:          access.ErrorLog(a.Log),
	}
}

// Handler answers requests without listening, for tests.
func (a *App) Handler() http.Handler { return a.server().Handler }
