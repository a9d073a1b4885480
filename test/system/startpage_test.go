package system

import (
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/token"
	"github.com/webchatagent/wca/internal/workspace"
)

// The bots that the checks of the promises make for themselves are nobody's: the start page does not list them.
func TestTheStartPageListsNoBotsOfChecks(t *testing.T) {
	i := begin(t, nil)
	now := i.app.Keys.Now().UTC()
	w := workspace.Workspace{ID: token.ID(workspace.TrialID), Name: "check", CreatedAt: now}
	must(t, i.app.DB.CreateWorkspace(t.Context(), w, workspace.Key{Workspace: w.ID, ID: token.ID("key"), Hash: token.Hash("check"), Role: workspace.Owner, CreatedAt: now}))
	_, err := i.app.NewBot(t.Context(), w.ID, "Kanarienbot")
	must(t, err)
	if page := i.text(i.do("GET", "/", "")); !strings.Contains(page, "Radbot") || strings.Contains(page, "Kanarienbot") {
		t.Errorf("the start page shows %s", page)
	}
}
