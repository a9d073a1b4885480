package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/webchatagent/wca/internal/proof"
)

// Proof is what the last check of the promises found.
type Proof interface {
	Last() proof.Report
}

func (m *Management) promiseRoutes(api huma.API) {
	huma.Register(api, operation(http.MethodGet, "/v1/promises", "list-promises", "Promises", "See which promises hold on this server"),
		answered(m, func(context.Context, *struct{}) (*body[proof.Report], error) {
			report := m.Proof.Last().Public()
			if report.Results == nil {
				report.Results = []proof.Result{}
			}
			return ok(report, nil)
		}))
}
