package embed

import (
	"testing"

	"github.com/webchatagent/wca/internal/conversation"
)

func TestFilesAreToldApartWithoutTheirPaths(t *testing.T) {
	const page = "https://www.example.de/preise"
	got := sources([]conversation.Citation{
		{Document: "/srv/2025/preise.csv", Title: "preise.csv"}, {Document: "/srv/2026/preise.csv", Title: "preise.csv"},
		{Document: "/srv/2025/preise.csv", Title: "preise.csv", Page: 2}, {Document: page, Title: "Preise", URL: page},
	})
	for i, want := range []string{"preise.csv", "preise.csv (2)", "preise.csv", page} {
		if got[i].Document != want {
			t.Errorf("source %d is %q, not %q", i+1, got[i].Document, want)
		}
	}
}
