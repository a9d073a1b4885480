package proof

import (
	"context"
	"fmt"

	"github.com/webchatagent/wca/internal/bilingual"
	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/egress"
	"github.com/webchatagent/wca/internal/noun"
)

// checkPurpose looks at what left the server for the workspace of the checks.
func checkPurpose(ctx context.Context, b *bench) finding {
	all, err := b.Ledger.Ledger(ctx, b.bot.Workspace, egress.Filter{}, 1000, 0)
	if err != nil {
		return failed(err)
	}
	for _, t := range all {
		named := t.Purpose == egress.Model && t.Answer != "" || t.Purpose == egress.Embedding || t.Purpose == egress.Crawl && t.Source != ""
		if !named || t.LegalBasis == "" {
			return broken("Etwas verließ den Server zu einem Zweck, der nicht genannt ist.", "Something left the server for a purpose that is not named.").
				saw(bilingual.AsIs(fmt.Sprintf("purpose %q to %s, legal basis %q", t.Purpose, t.Recipient, t.LegalBasis)))
		}
	}
	if len(all) == 0 {
		return unchecked("Nichts verließ den Server; der Zweck ist nicht nachweisbar.", "Nothing left the server, so no purpose can be shown.")
	}
	f := holds(
		noun.Count(len(all), "1 Übermittlung", "Übermittlungen")+" aus den Gesprächen der Prüfung, jede für eine Antwort und mit ihrer Rechtsgrundlage.",
		noun.Count(len(all), "1 transfer", "transfers")+" of the checks' conversations, each made for an answer and with its legal basis.")
	f.reason = bilingual.Of(
		"Was die Software weitergibt, dient einem genannten Zweck. Wozu Menschen Daten verwenden, kann sie nicht prüfen.",
		"What the software passes on serves a named purpose. What people use data for it cannot check.",
	)
	return f
}

// upTo is one number, or the range of two, with its noun.
func upTo(least, most int, one, many, to string) string {
	if least == most {
		return noun.Count(least, "1 "+one, many)
	}
	return fmt.Sprintf("%d %s %s", least, to, noun.Count(most, "1 "+one, many))
}

// checkLedger compares the ledger with what really arrived.
func checkLedger(ctx context.Context, b *bench) finding {
	if len(b.transfers) != 1 {
		return broken("Das Verzeichnis der Übermittlungen hat zu der Antwort nicht genau einen Eintrag.", "The ledger has not exactly one entry for the answer.")
	}
	switch t := b.transfers[0]; {
	case string(t.Body) != b.body:
		return broken("Das Verzeichnis zeigt andere Bytes als die gesendeten.", "The ledger shows other bytes than those that left.")
	case t.Purpose != egress.Model || t.Recipient == "" || t.LegalBasis == "" || t.Region == "":
		return broken("Im Verzeichnis fehlen Empfänger, Zweck, Rechtsgrundlage oder Ort.", "The ledger lacks recipient, purpose, legal basis or region.")
	case len(t.Categories) == 0:
		return broken("Im Verzeichnis fehlt, was ersetzt wurde.", "The ledger does not say what was replaced.")
	}
	shortest, longestKept := -1, 0
	bare, err := b.count(ctx, func(s bot.Settings) bool {
		days := s.Retention.KeptInLedger()
		if shortest < 0 || days < shortest {
			shortest = days
		}
		longestKept = max(longestKept, days)
		return days == 0
	})
	if err != nil {
		return failed(err)
	}
	f := holds(
		"Ein Eintrag mit Zweck, Empfänger, Ort, Rechtsgrundlage und Art des Ersetzten; seine %d Bytes sind die, die ankamen.",
		"One entry with purpose, recipient, region, legal basis and kinds replaced; its %d bytes are those that arrived.", len(b.body))
	switch {
	case bare > 0: // to keep less is no breach, but what was sent can't be inspected
		f.state = Partly
		f.reason = bilingual.Of(
			"Was gesendet wurde, ist nicht einsehbar, nur Zeit, Empfänger, Zweck und Zahlen, weil die Einstellungen die Bytes nicht aufbewahren: "+noun.Count(bare, "1 Bot", "Bots")+".",
			"What was sent cannot be inspected, only time, recipient, purpose and counts, because the settings do not keep the bytes: "+noun.Count(bare, "1 bot", "bots")+".",
		)
	case shortest >= 0:
		f.reason = bilingual.Of(
			"Die Bytes sind "+upTo(shortest, longestKept, "Tag", "Tage", "bis")+" lang einsehbar, wie jeder Bot es sagt; danach nur Zeit, Empfänger, Zweck und Zahlen.",
			"The bytes can be inspected for "+upTo(shortest, longestKept, "day", "days", "to")+", as each bot says; after that time, recipient, purpose and counts only.",
		)
	}
	return f
}
