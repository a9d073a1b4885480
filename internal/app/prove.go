package app

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"runtime/debug"
	"time"

	"github.com/webchatagent/wca/internal/config"
	"github.com/webchatagent/wca/internal/proof"
	"github.com/webchatagent/wca/internal/store"
	"github.com/webchatagent/wca/internal/web/access"
)

// openProver wires the checks of the promises to the parts that serve customers.
func (a *App) openProver() {
	library := *a.Library
	library.Queue = &queue{} // the checks read their sources themselves
	a.Prover = &proof.Prover{Instance: proof.Instance{
		Config: a.Config, Databases: store.Hosts(a.Config.Database), Workspaces: a.DB, Keys: a.Keys, Bots: a.DB, Library: &library, Retention: a.Retention,
		Conversations: a.DB, Eraser: a.Eraser, Ledger: a.DB, Now: a.now, Patience: 15 * time.Second,
		Ask: a.answer, Stage: a.stage, Kept: a.kept,
	}}
}

// A server looks soon after its start, and then every so often, whether it is time for the checks. Each
// time they leave receipts of the erasures they make, and the disk is tidied after these.
const proveLook = 5 * time.Second

// prove checks the promises when it is time and says in the log which are broken.
func (a *App) prove(ctx context.Context) error {
	if a.clock.doubtful() { // retention would be called late, for a day
		return nil
	}
	if due, err := a.Prover.Due(ctx); err != nil || !due {
		return err
	}
	collect := debug.SetGCPercent(30) // a run's garbage is not to make the heap larger than a server needs
	report, err := a.Prover.Run(ctx)
	debug.SetGCPercent(collect)
	a.release()           // a run uses more than an idle server needs until the next day
	if ctx.Err() == nil { // what a stop interrupted is not broken
		for _, one := range report.Results {
			if one.State == proof.Broken {
				a.Log.Warn("a promise is broken: see /trust or wca prove", "id", one.ID, "reason", one.Reason.En, "evidence", one.Evidence.En)
			}
		}
		if ids := report.Late(); len(ids) > 0 {
			a.Log.Warn("promises were not checked, which took too long; they are checked again within a day, or by wca prove at a quieter time", "ids", ids)
		}
	}
	return err
}

// answer answers a request without a connection.
func (a *App) answer(r *http.Request) (proof.Answer, error) {
	w := &written{header: http.Header{}, status: http.StatusOK}
	a.Handler().ServeHTTP(w, r.WithContext(access.Own(r.Context())))
	return proof.Answer{Status: w.status, Header: w.header, Body: w.body.Bytes()}, nil
}

// written is an answer that stays in memory.
type written struct {
	header http.Header
	status int
	body   bytes.Buffer
}

func (w *written) Header() http.Header         { return w.header }
func (w *written) WriteHeader(status int)      { w.status = status }
func (w *written) Write(b []byte) (int, error) { return w.body.Write(b) }

// stage opens a desk like a.Desk whose models are a server on loopback, reached by the same door.
func (a *App) stage(ctx context.Context) (proof.Stage, error) {
	fake, err := listenRehearsal(ctx)
	if err != nil {
		return proof.Stage{}, err
	}
	const name = "proof"
	models, err := newModels(config.Config{Providers: map[string]config.Provider{
		name: {Kind: "compatible", BaseURL: fake.url, Region: "local"},
	}}, a.door)
	if err != nil {
		return proof.Stage{}, errors.Join(err, fake.close())
	}
	desk := a.Desk.Beside()
	desk.Models = models
	return proof.Stage{
		Desk:     desk,
		Provider: name, Say: fake.say, Received: fake.received, Heads: fake.above, Close: fake.close,
	}, nil
}

// kept looks for texts in all files of the data directory, such as the database, its log, the server log, in what was
// left in the system's folder for temporary files, and in all tables of a database elsewhere.
func (a *App) kept(ctx context.Context, since time.Time, texts ...string) (map[string][]string, error) {
	if err := a.DB.Compact(ctx); err != nil {
		a.Log.Debug("the log of the database is emptied later", "error", err)
	}
	found, err := a.DB.Holding(ctx, texts...)
	if err != nil {
		return nil, err
	}
	if found == nil {
		found = map[string][]string{}
	}
	var elsewhere []string
	if a.Config.Database != "" {
		elsewhere = a.Config.Files()
	}
	inFiles, err := lookIn(ctx, look{Folder: a.Config.Data, Files: elsewhere, Since: since.Add(-apart), Texts: texts})
	if err != nil {
		return nil, fmt.Errorf("looking through the data directory: %w", err)
	}
	for text, names := range inFiles {
		found[text] = append(found[text], names...)
	}
	return found, nil
}
