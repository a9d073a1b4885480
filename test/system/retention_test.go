package system

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/retention"
	"github.com/webchatagent/wca/internal/token"
	llmfake "github.com/webchatagent/wca/test/fake/llm"
)

// A bot that stores nothing still holds a conversation: what was said is in memory, the model and
// the visitor see it, and no file ever holds a word of it.
func TestABotCanStoreNoTextAtAll_E4(t *testing.T) {
	model := llmfake.New(t, "openai", llmfake.Script{Reply: func(request []byte) []string {
		return []string{"Kanarienantwort: samstags bis 16 Uhr [1]."}
	}})
	i := beginWith(t, nil, model).read()
	none := 0
	i.set(func(s *bot.Settings) { s.Retention.Days = &none })

	first := i.ask("", "Wie lange hat der Laden am Samstag geöffnet, Kanarienfrage?")
	second := i.ask(first.Session, "Danke, Kanarienfolge! Und am Sonntag?")
	i.ask(first.Session, "Kanarienlücke: Welche Quantenfeldtheorie gilt im Weltraum?")
	if requests := model.Requests(); second.Text == "" || len(requests) != 2 || !strings.Contains(string(requests[1].Body), "Kanarienfrage") {
		t.Fatalf("the conversation has no memory: %+v", second)
	}
	if response := i.do("PUT", i.chat("/messages/"+first.Answer+"/feedback"), `{"value":"down","text":"Kanarienurteil"}`, "WCA-Session", first.Session); response.StatusCode != http.StatusNoContent {
		t.Errorf("feedback: %s", i.text(response))
	}
	var shown struct{ Messages []struct{ Text string } }
	must(t, json.Unmarshal([]byte(i.text(i.do("GET", i.chat("/messages"), "", "WCA-Session", first.Session))), &shown))
	if len(shown.Messages) != 6 || !strings.Contains(shown.Messages[0].Text, "Kanarienfrage") {
		t.Errorf("after a reload the visitor sees %+v", shown)
	}
	must(t, i.app.DB.Flush(t.Context()))
	for name, content := range i.everything() {
		if strings.Contains(content, "Kanarien") {
			t.Errorf("%s holds what was said", name)
		}
	}
	session, err := i.app.DB.SessionByHash(t.Context(), i.bot.Workspace, i.bot.ID, token.Hash(first.Session))
	must(t, err)
	rows, err := i.app.DB.Messages(t.Context(), i.bot.Workspace, i.bot.ID, session.ID)
	must(t, err)
	for _, m := range rows {
		if m.Text != "" || len(m.Citations) != 0 || m.Feedback.Text != "" {
			t.Errorf("a message is stored with what was said: %+v", m)
		}
	}
	if transfers, err := i.app.DB.Transfers(t.Context(), i.bot.Workspace, i.bot.ID, first.Answer); err != nil || len(transfers) != 1 || transfers[0].Body != nil || transfers[0].BytesOut == 0 {
		t.Errorf("the ledger: %+v, %v", transfers, err)
	}
	i.do("DELETE", i.chat("/session"), "", "WCA-Session", first.Session)
	if response := i.do("GET", i.chat("/messages"), "", "WCA-Session", first.Session); response.StatusCode != http.StatusGone {
		t.Errorf("after the end: %s", i.text(response))
	}
}

func TestRetentionIsSetAndShown_E4(t *testing.T) {
	d := sit(t)
	d.ok("bot", "create", "shop")
	if out := d.ok("retention"); !strings.Contains(out, "deleted 90 days") || !strings.Contains(out, "30 days") {
		t.Errorf("the default: %s", out)
	}
	d.ok("bot", "set", "--retention", "180", "--retention-mode", "anonymise", "--ledger-days", "0")
	if out := d.ok("retention", "--run"); !strings.Contains(out, "anonymised 180 days") || !strings.Contains(out, "counts of what went") || !strings.Contains(out, "nothing was due") {
		t.Errorf("got %s", out)
	}
	var view struct {
		Days int
		Mode string
		Runs []struct{ At time.Time }
	}
	must(t, json.Unmarshal([]byte(d.ok("retention", "--json")), &view))
	if view.Days != 180 || view.Mode != "anonymise" || len(view.Runs) != 1 || view.Runs[0].At.IsZero() {
		t.Errorf("got %+v", view)
	}
	if code, _, messages := d.run("", "bot", "set", "--retention", "-1"); code == 0 || !strings.Contains(messages, "Retention lies between") {
		t.Errorf("a wrong number: %d, %s", code, messages)
	}
}

func TestRetentionInTheAPI_E4(t *testing.T) {
	i := begin(t, nil)
	var view struct {
		Days       int
		LedgerDays int `json:"ledger_days"`
		Mode       string
		Runs       []any
	}
	if status := i.manage("GET", "/v1/bots/"+i.bot.ID+"/retention", "", &view); status != http.StatusOK || view.Days != 90 || view.LedgerDays != 30 || view.Mode != "delete" || view.Runs == nil {
		t.Errorf("%d %+v", status, view)
	}
	if status := i.manage("GET", "/v1/bots/bot_foreign/retention", "", nil); status != http.StatusNotFound {
		t.Errorf("a foreign bot: %d", status)
	}
}

// Who lists the conversations sees which of them have no text any more, and of these no time of day.
func TestAnonymisedConversationsAreListedAsSuch_E4(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		i := begin(t, settings)
		i.set(func(s *bot.Settings) { s.Retention.Mode = bot.RetentionAnonymise })
		i.ask("", "Wo ist das Lager?")
		keeper := retention.Keeper{Store: i.app.DB, LedgerYears: 3, Now: func() time.Time { return time.Now().AddDate(0, 0, 100) }, Log: i.app.Log}
		must(t, keeper.Run(t.Context()))
		i.ask("", "Wo ist das Büro?")

		var views []struct{ Anonymised bool }
		if status := i.manage("GET", "/v1/bots/"+i.bot.ID+"/sessions", "", &views); status != http.StatusOK || len(views) != 2 || views[0].Anonymised || !views[1].Anonymised {
			t.Errorf("the API: %d %+v", status, views)
		}
		d := &desk{t: t, dir: t.TempDir(), data: i.config.Data, env: []string{"WCA_DATA=" + i.config.Data, "WCA_DATABASE=" + settings["database"]}}
		listed := strings.Split(d.ok("sessions"), "\n")
		day := time.Now().UTC().Format(time.DateOnly)
		if strings.Contains(listed[0], "anonymised") || !strings.Contains(listed[1], "anonymised") || !regexp.MustCompile(`  `+day+`  +widget`).MatchString(listed[1]) {
			t.Errorf("the command line: %q", listed)
		}
	})
}

// brokenOff is a store on which retention is stopped when conversations have gone and bodies of the ledger are next.
type brokenOff struct {
	retention.Store
	stop context.CancelFunc
}

func (s *brokenOff) ExpireBodies(ctx context.Context, _ retention.Run, _ time.Time, _ int) (int, error) {
	s.stop()
	return 0, ctx.Err()
}

// What retention took out before it was stopped or killed stands in its account all the same.
func TestRetentionThatIsBrokenOffTellsWhatWent_E4(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		i := begin(t, settings)
		i.ask("", "Wo ist das Lager?")
		i.ask("", "Wo ist das Büro?")
		ctx, stop := context.WithCancel(t.Context())
		keeper := retention.Keeper{Store: &brokenOff{i.app.DB, stop}, LedgerYears: 3, Now: func() time.Time { return time.Now().AddDate(0, 0, 100) }, Log: i.app.Log}
		if err := keeper.Run(ctx); err == nil {
			t.Fatal("it was not broken off")
		}
		runs, err := i.app.DB.RetentionRuns(t.Context(), i.bot.Workspace, i.bot.ID, 10, 0)
		if err != nil || len(runs) != 1 || runs[0].Counts.Sessions != 2 || runs[0].Counts.Messages != 4 {
			t.Errorf("the account has %+v, %v", runs, err)
		}
	})
}

// Who shortens the time that conversations are kept is told how many go with it, and asked.
func TestAShorterPeriodSaysWhatGoes_E4(t *testing.T) {
	i := begin(t, nil).read()
	for range 2 {
		i.ask("", openOnSaturday)
	}
	lite, _ := i.app.DB.Pools()
	_, err := lite.ExecContext(t.Context(), "UPDATE session SET last_at = last_at - ?", (40 * 24 * time.Hour).Microseconds())
	must(t, err)
	d := &desk{t: t, dir: t.TempDir(), env: []string{"WCA_DATA=" + i.config.Data}}
	days := func() int {
		version, err := i.app.DB.PublishedSettings(t.Context(), i.bot.Workspace, i.bot.ID)
		must(t, err)
		return version.Settings.Retention.Kept()
	}
	for how, mode := range map[string]string{"deletes": "delete", "anonymises": "anonymise"} {
		code, _, messages := d.run("", "bot", "set", "--retention", "30", "--retention-mode", mode)
		if want := "within the hour this " + how + ` 2 stored conversations of the bot "Radbot" for good: repeat with --yes`; code != 2 || !strings.Contains(messages, want) || days() != 90 {
			t.Errorf("exit %d: %s, kept for %d days", code, messages, days())
		}
	}
	for _, args := range [][]string{{"--retention", "60"}, {"--retention", "30", "--yes"}, {"--retention", "90"}} {
		if d.ok(append([]string{"bot", "set"}, args...)...); fmt.Sprint(days()) != args[1] {
			t.Errorf("wca bot set %v: kept for %d days", args, days())
		}
	}
	if code, _, messages := d.run("", "bot", "set", "--yes"); code != 2 || !strings.Contains(messages, "say what is to change") {
		t.Errorf("exit %d: %s", code, messages)
	}
}
