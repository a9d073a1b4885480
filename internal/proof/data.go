package proof

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/egress"
	"github.com/webchatagent/wca/internal/erasure"
	"github.com/webchatagent/wca/internal/noun"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/retention"
	"github.com/webchatagent/wca/internal/token"
	"github.com/webchatagent/wca/internal/workspace"
)

// upTo is one number, or the range of two, with its noun.
func upTo(least, most int, one, many, to string) string {
	if least == most {
		return noun.Count(least, "1 "+one, many)
	}
	return fmt.Sprintf("%d %s %s", least, to, noun.Count(most, "1 "+one, many))
}

// count says how many bots of customers have such settings.
func (b *bench) count(ctx context.Context, such func(bot.Settings) bool) (int, error) {
	all, err := b.Workspaces.Workspaces(ctx)
	if err != nil {
		return 0, err
	}
	n := 0
	for _, w := range all {
		if workspace.Trial(w.ID) {
			continue
		}
		bots, err := b.Bots.Bots(ctx, w.ID)
		if err != nil {
			return 0, err
		}
		for _, one := range bots {
			version, err := b.Bots.PublishedSettings(ctx, w.ID, one.ID)
			if err != nil {
				return 0, err
			}
			if such(version.Settings) {
				n++
			}
		}
	}
	return n, nil
}

// checkAccess asks for a bot with its own key, with one of another workspace and without one.
func checkAccess(_ context.Context, b *bench) finding {
	want := map[string]int{b.secret: http.StatusOK, b.foreign: http.StatusNotFound, "": http.StatusUnauthorized}
	for secret, status := range want {
		r := b.request("/v1/bots/" + b.bot.ID)
		if secret != "" {
			r.Header.Set("Authorization", "Bearer "+secret)
		}
		a, err := b.Ask(r)
		if err != nil {
			return failed(err)
		}
		if a.Status != status {
			return finding{
				state:    Broken,
				reason:   Text{"Ein Zugriff wurde anders beantwortet, als er darf.", "An access was answered in a way it must not be."},
				evidence: asIs(fmt.Sprintf("got HTTP %d, want %d", a.Status, status)),
			}
		}
	}
	return holds(
		"Ein Bot, abgefragt mit dem Schlüssel seines Arbeitsbereichs: 200; mit dem Schlüssel eines anderen: 404; ohne Schlüssel: 401.",
		"A bot asked for with its workspace's key: 200; with the key of another workspace: 404; without a key: 401.")
}

// checkSourceGone erases a document and looks for it everywhere.
func checkSourceGone(ctx context.Context, b *bench) finding {
	seen := b.kept[b.gone]
	if before, err := b.found(ctx, b.neighbour, b.gone); err != nil {
		return failed(err)
	} else if !before {
		return broken("Eine eben gelesene Quelle wird nicht gefunden.", "A source just read is not found.")
	}
	sources, err := b.Library.Store.Sources(ctx, b.neighbour.Workspace, b.neighbour.ID)
	if err != nil {
		return failed(err)
	}
	for _, s := range sources {
		receipt, err := b.Eraser.Erase(ctx, s.Workspace, erasure.Source, s.ID)
		if err != nil {
			return unerasable(err)
		}
		if len(receipt.Remaining) > 0 {
			return broken("Nach dem Löschen standen noch Zeilen in der Datenbank.", "After the erasure rows were left in the database.")
		}
	}
	after, err := b.found(ctx, b.neighbour, b.gone)
	switch {
	case err != nil:
		return failed(err)
	case after:
		return broken("Eine gelöschte Quelle wird noch gefunden.", "An erased source is still found.")
	}
	return b.remains(ctx, len(seen), b.gone)
}

// remains looks for erased texts everywhere; seen is in how many places they stood before.
func (b *bench) remains(ctx context.Context, seen int, texts ...string) finding {
	for began := time.Now(); ; {
		kept, err := b.Kept(ctx, texts...)
		if err != nil {
			return failed(err)
		}
		var places []string
		for _, in := range kept {
			places = append(places, in...)
		}
		switch {
		case len(places) == 0 && seen == 0:
			return unchecked("Der Text war schon vor dem Löschen nicht zu finden.", "The text was not to be found even before it was erased.")
		case len(places) == 0:
			return holds(
				"Ein zufälliger Text stand vor dem Löschen in "+noun.Count(seen, "1 Datei oder Tabelle", "Dateien und Tabellen")+" des Servers, danach in keiner.",
				"A random text stood in "+noun.Count(seen, "1 file or table", "files and tables")+" of the server before it was erased, and in none after.")
		case time.Since(began) > b.Patience:
			return finding{
				state: Broken, evidence: Text{"noch in " + strings.Join(places, ", "), "still in " + strings.Join(places, ", ")},
				reason: Text{"Gelöschter Text steht noch auf dem Server.", "Erased text still stands on the server."},
			}
		}
		select {
		case <-ctx.Done():
			return failed(ctx.Err())
		case <-time.After(250 * time.Millisecond):
		}
		if err := b.Eraser.Finish(ctx); err != nil {
			return failed(err)
		}
	}
}

// checkErased ends a conversation, erases what the checks have made and looks for all of it.
func checkErased(ctx context.Context, b *bench) finding {
	seen := len(b.kept[b.word]) + len(b.kept[b.asked])
	receipt, err := b.stage.Desk.End(ctx, b.bot, b.session)
	if err != nil {
		return unerasable(err)
	}
	if len(receipt.Remaining) > 0 {
		return broken("Nach dem Ende eines Gesprächs standen noch Zeilen davon in der Datenbank.", "After a conversation was erased rows of it were left.")
	}
	if err := b.close(ctx); err != nil {
		return failed(err)
	}
	return b.remains(ctx, seen, b.word, b.asked, b.planted.mail, b.planted.typed, b.planted.name, b.planted.contact, b.planted.corrected)
}

// checkRetention stores a conversation of long ago in a bot of its own and lets the job look at it.
func checkRetention(ctx context.Context, b *bench) finding {
	long := b.Now().Add(-500 * 24 * time.Hour).UTC()
	old := conversation.Session{
		Workspace: b.neighbour.Workspace, Bot: b.neighbour.ID, ID: token.ID("ses"), Hash: token.Hash(random()),
		Channel: "proof", Language: "de", CreatedAt: long, LastAt: long,
	}
	if err := b.Sessions.CreateSession(ctx, old); err != nil {
		return failed(err)
	}
	left := egress.Transfer{
		ID: token.ID("tr"), Time: b.Retention.EntriesSince().Add(-time.Hour), Purpose: egress.Embedding,
		Attribution: egress.Attribution{Workspace: old.Workspace, Bot: old.Bot, LegalBasis: "GDPR Art. 6(1)(b)"},
	}
	if err := b.Ledger.Record(ctx, left); err != nil {
		return failed(err)
	}
	days := 30
	gone, err := b.Retention.Apply(ctx, retention.Rule{Workspace: old.Workspace, Bot: old.Bot, Retention: bot.Retention{Days: &days}})
	if err != nil {
		return failed(err)
	}
	if _, err := b.Sessions.SessionByHash(ctx, old.Workspace, old.Bot, old.Hash); err == nil || gone.Sessions != 1 {
		return broken("Ein Gespräch, dessen Frist abgelaufen ist, wurde nicht gelöscht.", "A conversation whose time was over was not deleted.")
	}
	if gone.Entries != 1 {
		return broken("Ein Eintrag im Verzeichnis der Übermittlungen, dessen Jahre abgelaufen sind, wurde nicht gelöscht.", "An entry of the ledger whose years were over was not deleted.")
	}
	if b.Retention.LedgerYears > longestLedger {
		return broken(
			fmt.Sprintf("Das Verzeichnis der Übermittlungen wird %d Jahre aufbewahrt, erlaubt sind höchstens %d (ledger_years).", b.Retention.LedgerYears, longestLedger),
			fmt.Sprintf("The ledger is kept for %d years, at most %d are allowed (ledger_years).", b.Retention.LedgerYears, longestLedger))
	}
	if b.Eraser.Years > longestLedger {
		return broken(
			fmt.Sprintf("Belege über Löschungen werden %d Jahre aufbewahrt, erlaubt sind höchstens %d (erasure_years).", b.Eraser.Years, longestLedger),
			fmt.Sprintf("Receipts of erasures are kept for %d years, at most %d are allowed (erasure_years).", b.Eraser.Years, longestLedger))
	}
	endless, err := b.count(ctx, func(s bot.Settings) bool { return s.Retention.Kept() > longest })
	if err != nil {
		return failed(err)
	}
	if endless > 0 {
		return broken(
			fmt.Sprintf("Gespräche werden länger als %d Tage aufbewahrt: %s.", longest, noun.Count(endless, "1 Bot", "Bots")),
			fmt.Sprintf("Conversations are kept longer than %d days: %s.", longest, noun.Count(endless, "1 bot", "bots")))
	}
	late, err := b.late(ctx)
	if err != nil {
		return failed(err)
	}
	if late > 0 {
		return broken(
			"Die Löschung hat seit über einem Tag nicht nachgesehen: "+noun.Count(late, "1 Bot", "Bots")+". Läuft der Server (wca serve)?",
			"The deletion has not looked for more than a day: "+noun.Count(late, "1 bot", "bots")+". Is the server (wca serve) running?")
	}
	return holds(
		fmt.Sprintf("Ein Gespräch, in dem seit 500 Tagen nichts geschrieben wurde, hat der stündliche Lauf gelöscht; jeder Bot hat eine Frist; Einträge im Verzeichnis der Übermittlungen gehen %s nach dem Ende ihres Jahres, Belege über Löschungen nach %s.", noun.Count(b.Retention.LedgerYears, "1 Jahr", "Jahre"), noun.Count(b.Eraser.Years, "1 Jahr", "Jahren")),
		fmt.Sprintf("A conversation without a message for 500 days was deleted by the job that runs every hour; every bot has a period; the ledger's entries go %s after the end of theirs, receipts of erasures after %s.", noun.Count(b.Retention.LedgerYears, "1 year", "years"), noun.Count(b.Eraser.Years, "1 year", "years")))
}

// late says at how many bots the job has not looked for more than a day.
func (b *bench) late(ctx context.Context) (int, error) {
	rules, err := b.Retention.Store.RetentionRules(ctx)
	if err != nil {
		return 0, err
	}
	n, yesterday := 0, b.Now().Add(-24*time.Hour)
	for _, rule := range rules {
		one, err := b.Bots.Bot(ctx, rule.Workspace, rule.Bot)
		if problem.Is(err, problem.NotFound) { // erased just now
			continue
		}
		if err != nil {
			return 0, err
		}
		runs, err := b.Retention.Store.RetentionRuns(ctx, rule.Workspace, rule.Bot, 1, 0)
		if err != nil {
			return 0, err
		}
		if one.CreatedAt.Before(yesterday) && (len(runs) == 0 || runs[0].At.Before(yesterday)) {
			n++
		}
	}
	return n, nil
}

// unerasable is what follows from an erasure that did not come to its end.
func unerasable(err error) finding {
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return failed(err)
	}
	f := broken("Das Löschen scheitert. Der Befehl „wca prove“ nennt den Fehler.", "Erasing fails. The command “wca prove” names the error.")
	f.evidence, f.err = asIs("error: "+err.Error()), err
	return f
}

// longestLedger is for how many years the ledger may be kept: as long as what is booked at most.
const longestLedger = 10

// longest is for how many days a conversation may be kept: the longest period of the offer.
const longest = 365

// checkPurpose looks at what left the server for the workspace of the checks.
func checkPurpose(ctx context.Context, b *bench) finding {
	all, err := b.Ledger.Ledger(ctx, b.bot.Workspace, egress.Filter{}, 1000, 0)
	if err != nil {
		return failed(err)
	}
	for _, t := range all {
		named := t.Purpose == egress.Model && t.Answer != "" || t.Purpose == egress.Embedding || t.Purpose == egress.Crawl && t.Source != ""
		if !named || t.LegalBasis == "" {
			f := broken("Etwas verließ den Server zu einem Zweck, der nicht genannt ist.", "Something left the server for a purpose that is not named.")
			f.evidence = asIs(fmt.Sprintf("purpose %q to %s, legal basis %q", t.Purpose, t.Recipient, t.LegalBasis))
			return f
		}
	}
	if len(all) == 0 {
		return unchecked("Nichts verließ den Server; der Zweck ist nicht nachweisbar.", "Nothing left the server, so no purpose can be shown.")
	}
	f := holds(
		noun.Count(len(all), "1 Übermittlung", "Übermittlungen")+" aus den Gesprächen der Prüfung, jede für eine Antwort und mit ihrer Rechtsgrundlage.",
		noun.Count(len(all), "1 transfer", "transfers")+" of the checks' conversations, each made for an answer and with its legal basis.")
	f.reason = Text{
		"Was die Software weitergibt, dient einem genannten Zweck. Wozu Menschen Daten verwenden, kann sie nicht prüfen.",
		"What the software passes on serves a named purpose. What people use data for it cannot check.",
	}
	return f
}
