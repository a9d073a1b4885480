package system

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/token"
	"github.com/webchatagent/wca/internal/workspace"
)

// A start page with thousands of bots is as short as any other: it shows some, and looks for one by its name. So does the
// API, some at a time.
func TestManyBotsAreShownSomeAtATime(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		i := begin(t, settings)
		for n := range 60 {
			_, err := i.app.NewBot(t.Context(), i.bot.Workspace, fmt.Sprintf("Bot %02d%s", n, map[int]string{57: " ÄPFEL 100%"}[n]))
			must(t, err)
		}
		for address, want := range map[string][2]string{ // what stands there, and what does not
			"/?lang=de":                     {"Radbot Bot_48 Bots_1_bis_50 Nächste_Seite /?lang=de&amp;page=1", "Bot_49 Vorige_Seite"},
			"/?lang=en&page=1":              {"Bot_49 Bot_59 Bots_51_to_61 Previous_page", "Radbot Bot_48 Next_page"},
			"/?lang=de&bot=" + "%C3%A4pfel": {"Bot_57 Alle_Bots_zeigen Bots_1_bis_1", "Bot_58 Seite</a>"},
			"/?lang=de&bot=0%25":            {"Bot_57", "Bot_50"},
			"/?lang=de&bot=%3Cb%3E":         {"Kein_Bot_heißt_so &lt;b&gt;", "Bot_57 <b>"},
			"/?lang=de&page=9":              {"Vorige_Seite", "Bot_57"},
		} {
			page := i.text(i.do("GET", address, ""))
			for at, stands := range map[int]bool{0: true, 1: false} {
				for one := range strings.FieldsSeq(want[at]) {
					if one = strings.ReplaceAll(one, "_", " "); strings.Contains(page, one) != stands {
						t.Errorf("%s: %q stands there: %t", address, one, !stands)
					}
				}
			}
		}
		var first, rest, all []struct{ Name string }
		i.manage("GET", "/v1/bots?limit=2", "", &first)
		i.manage("GET", "/v1/bots?limit=500&offset=2", "", &rest)
		if i.manage("GET", "/v1/bots", "", &all); len(first) != 2 || len(all) != 61 || !slices.Equal(append(first, rest...), all) {
			t.Errorf("%d, %d and %d bots", len(first), len(rest), len(all))
		}
		if page := i.text(i.do("GET", "/ledger?lang=de&workspace="+i.bot.Workspace+"&bot="+i.bot.ID, "")); !strings.Contains(page, "Radbot") {
			t.Error("the ledger of a bot is not shown")
		}
	})
}

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
