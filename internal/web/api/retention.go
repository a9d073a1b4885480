package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/retention"
)

// RetentionReport is how long a bot's conversations are kept and what has gone, in this API and in the
// CLI.
type RetentionReport struct {
	Days        int               `json:"days" doc:"After a conversation's last message; 0: no text is stored at all, and contact data goes within two hours."`
	Mode        bot.RetentionMode `json:"mode" enum:"delete,anonymise"`
	LedgerDays  int               `json:"ledger_days" doc:"How long the ledger keeps the bytes that left; its counts stay."`
	LedgerYears int               `json:"ledger_years" doc:"How long the server's ledger keeps its entries and counts after the end of the year in which something left."`
	Runs        []RetentionRun    `json:"runs" doc:"What the hourly job did, newest first; of the runs that found nothing due only the latest."`
}

// RetentionRun is what one run did.
type RetentionRun struct {
	At     time.Time         `json:"at"`
	Mode   bot.RetentionMode `json:"mode"`
	Days   int               `json:"days"`
	Counts retention.Gone    `json:"counts"`
}

// NewRetentionReport renders a bot's retention.
func NewRetentionReport(r bot.Retention, ledgerYears int, runs []retention.Run) RetentionReport {
	v := RetentionReport{Days: r.Kept(), Mode: bot.RetentionDelete, LedgerDays: r.KeptInLedger(), LedgerYears: ledgerYears, Runs: make([]RetentionRun, len(runs))}
	if r.Anonymises() {
		v.Mode = bot.RetentionAnonymise
	}
	for i, run := range runs {
		v.Runs[i] = RetentionRun{At: run.At, Mode: run.Mode, Days: run.Days, Counts: run.Counts}
	}
	return v
}

func (m *Management) retentionRoutes(api huma.API) {
	huma.Register(api, operation(http.MethodGet, "/v1/bots/{bot}/retention", "get-retention", "Settings", "See how long conversations are kept and what has been deleted"),
		answered(m, func(ctx context.Context, in *struct {
			BotPath
			Paging
		}) (*body[RetentionReport], error) {
			version, err := m.Bots.PublishedSettings(ctx, scope(ctx), in.Bot)
			if err != nil {
				return nil, err
			}
			runs, err := m.Retention.Store.RetentionRuns(ctx, scope(ctx), in.Bot, in.Limit, in.Offset)
			return ok(NewRetentionReport(version.Settings.Retention, m.Retention.LedgerYears, runs), err)
		}))
}
