package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/egress"
)

// Ledger reads what left the server (D4).
type Ledger interface {
	// Transfers are those for an answer, oldest first, with their bodies as long as these are kept.
	Transfers(ctx context.Context, workspace, bot, answer string) ([]egress.Transfer, error)
	// Ledger lists all of a workspace, the latest first, without bodies.
	Ledger(ctx context.Context, workspace string, f egress.Filter, limit, offset int) ([]egress.Transfer, error)
	// LedgerSums adds them up since a time.
	LedgerSums(ctx context.Context, workspace string, f egress.Filter, since time.Time) ([]egress.Sum, error)
}

// Transfer is an entry of the ledger, in this API and in the CLI.
type Transfer struct {
	ID         string         `json:"id"`
	At         time.Time      `json:"at" doc:"Midnight UTC stands for the day where the conversation is anonymised."`
	Purpose    string         `json:"purpose"`
	LegalBasis string         `json:"legal_basis"`
	Bot        string         `json:"bot"`
	Answer     string         `json:"answer,omitempty" doc:"The answer that it was made for."`
	Source     string         `json:"source,omitempty" doc:"The source that it was made for."`
	Recipient  string         `json:"recipient"`
	Region     string         `json:"region"`
	Method     string         `json:"method"`
	Path       string         `json:"path" doc:"As it left, without the query."`
	Categories map[string]int `json:"categories" doc:"Kinds and counts of personal data that were replaced before sending."`
	BytesOut   int64          `json:"bytes_out"`
	BytesIn    int64          `json:"bytes_in"`
	Status     int            `json:"status" doc:"HTTP status; 0 if there was no answer."`
	Underway   bool           `json:"underway,omitempty" doc:"It has not ended yet, as far as is known: what another server has received is known within a second, and what a crash broke off stays so."`
	Error      string         `json:"error,omitempty"`
	DurationMS float64        `json:"duration_ms"`
	Body       string         `json:"body,omitempty" doc:"Exactly what left the server, if it is kept."`
	Holders    [][2]int       `json:"placeholders,omitempty" doc:"Where placeholders stand in the body: first byte and the one behind the last."`
	Returned   string         `json:"returned,omitempty" doc:"What came back, as it came, if it is kept."`
}

// ViewTransfer renders an entry.
func ViewTransfer(t conversation.Sent) Transfer {
	return Transfer{
		ID: t.ID, At: t.Time, Purpose: string(t.Purpose), LegalBasis: t.LegalBasis, Bot: t.Bot, Answer: t.Answer, Source: t.Source, Recipient: t.Recipient, Region: t.Region,
		Method: t.Method, Path: t.Path, Categories: t.Categories, BytesOut: t.BytesOut, BytesIn: t.BytesIn, Status: t.Status, Error: t.Error, Underway: t.Underway(),
		DurationMS: float64(t.Duration.Microseconds()) / 1000, Body: string(t.Body), Holders: t.Placeholders, Returned: string(t.Returned),
	}
}

// LedgerSum is what left for one purpose to one recipient, in this API and in the CLI.
type LedgerSum struct {
	Purpose   string    `json:"purpose"`
	Recipient string    `json:"recipient"`
	Region    string    `json:"region"`
	Transfers int       `json:"transfers"`
	BytesOut  int64     `json:"bytes_out"`
	BytesIn   int64     `json:"bytes_in"`
	Last      time.Time `json:"last"`
}

// ViewSum renders a sum.
func ViewSum(s egress.Sum) LedgerSum {
	return LedgerSum{Purpose: string(s.Purpose), Recipient: s.Recipient, Region: s.Region, Transfers: s.Transfers, BytesOut: s.BytesOut, BytesIn: s.BytesIn, Last: s.Last}
}

// LedgerFilter is the part of the ledger that is wanted. (It is exported so that its fields are found when
// embedded.)
type LedgerFilter struct {
	Bot     string `query:"bot" maxLength:"64" doc:"Only of this bot."`
	Purpose string `query:"purpose" enum:"model,embedding,crawl" doc:"Only for this purpose."`
}

func (f LedgerFilter) filter() egress.Filter {
	return egress.Filter{Bot: f.Bot, Purpose: egress.Purpose(f.Purpose)}
}

func (m *Management) ledgerRoutes(api huma.API) {
	huma.Register(api, operation(http.MethodGet, "/v1/transfers", "list-ledger", "Ledger", "List what left the server, newest first; bodies are with their answers"),
		answered(m, func(ctx context.Context, in *struct {
			LedgerFilter
			Paging
		}) (*body[[]Transfer], error) {
			all, err := m.Ledger.Ledger(ctx, scope(ctx), in.filter(), in.Limit, in.Offset)
			return list(all, err, func(t egress.Transfer) Transfer {
				return ViewTransfer(conversation.Sent{Transfer: t})
			})
		}))
	huma.Register(api, operation(http.MethodGet, "/v1/transfers/sums", "sum-ledger", "Ledger", "Add up what left the server, by purpose and recipient"),
		answered(m, func(ctx context.Context, in *struct {
			LedgerFilter
			Days int `query:"days" minimum:"1" maximum:"3650" default:"30" doc:"How many days back."`
		}) (*body[[]LedgerSum], error) {
			sums, err := m.Ledger.LedgerSums(ctx, scope(ctx), in.filter(), m.Keys.Now().AddDate(0, 0, -in.Days))
			return list(sums, err, ViewSum)
		}))
}
