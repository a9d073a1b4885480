package proof

import (
	"context"
	"fmt"
	"time"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/egress"
	"github.com/webchatagent/wca/internal/noun"
	"github.com/webchatagent/wca/internal/retention"
	"github.com/webchatagent/wca/internal/token"
)

// longest is for how many days a conversation may be kept: the longest period of the offer.
const longest = 365

// longestLedger is for how many years the ledger may be kept: as long as what is booked at most.
const longestLedger = 10

// checkRetention stores a conversation of long ago in a bot of its own and lets the job look at it.
func checkRetention(ctx context.Context, b *bench) finding {
	long := b.Now().Add(-500 * 24 * time.Hour).UTC()
	old := conversation.Session{
		Workspace: b.neighbour.Workspace, Bot: b.neighbour.ID, ID: token.ID("ses"), Hash: token.Hash(random()),
		Channel: "proof", Language: "de", CreatedAt: long, LastAt: long,
	}
	if err := b.Conversations.CreateSession(ctx, old); err != nil {
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
	if _, err := b.Conversations.SessionByHash(ctx, old.Workspace, old.Bot, old.Hash); err == nil || gone.Sessions != 1 {
		return broken("Ein Gespräch, dessen Frist abgelaufen ist, wurde nicht gelöscht.", "A conversation whose time was over was not deleted.")
	}
	if gone.Entries != 1 {
		return broken("Ein Eintrag im Verzeichnis der Übermittlungen, dessen Jahre abgelaufen sind, wurde nicht gelöscht.", "An entry of the ledger whose years were over was not deleted.")
	}
	return b.periods(ctx)
}

// periods compares the periods that are set with the longest ones, and looks whether the job looks after them.
func (b *bench) periods(ctx context.Context) finding {
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
	endless := func(s bot.Settings) bool { return s.Retention.Kept() > longest }
	if f, some := b.brokenBy(ctx, endless, fmt.Sprintf("Gespräche werden länger als %d Tage aufbewahrt", longest), fmt.Sprintf("Conversations are kept longer than %d days", longest)); some {
		return f
	}
	late, err := b.Retention.Store.Unlooked(ctx, retention.Span{From: b.Now().Add(-24 * time.Hour), To: b.Now().Add(24 * time.Hour)}) // clocks differ
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
