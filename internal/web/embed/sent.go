package embed

import (
	"context"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/bilingual"
	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/egress"
	"github.com/webchatagent/wca/internal/noun"
)

// Ledger tells what left the server for a conversation.
type Ledger interface {
	// SentFor adds up what left for the answers of a session, by purpose and recipient.
	SentFor(ctx context.Context, workspace, bot, session string) ([]egress.Sum, error)
}

// recipient is who got something of a conversation.
type recipient struct {
	Name    string `json:"name"` // host
	Region  string `json:"region,omitempty"`
	Purpose string `json:"purpose"` // model or embedding
}

func recipients(sums []egress.Sum) []recipient {
	var all []recipient
	for _, s := range sums {
		all = append(all, recipient{Name: s.Recipient, Region: s.Region, Purpose: string(s.Purpose)})
	}
	return all
}

// told says where what recipients got went, and what the ledger keeps of it.
func told(all []recipient, keep bot.Retention, restricted bool) bilingual.Text {
	if len(all) == 0 {
		return bilingual.Text{}
	}
	var de, en []string
	for _, one := range all {
		inGerman, inEnglish := one.Name+" (Ort vom Betreiber nicht angegeben)", one.Name+" (place not given by the operator)"
		switch one.Region {
		case "":
		case "local":
			inGerman, inEnglish = one.Name+" (laut Betreiber im eigenen Netz)", one.Name+" (according to the operator in its own network)"
		default:
			inGerman, inEnglish = one.Name+" (Ort laut Betreiber: "+one.Region+")", one.Name+" (place according to the operator: "+one.Region+")"
		}
		if !slices.Contains(de, inGerman) {
			de, en = append(de, inGerman), append(en, inEnglish)
		}
	}
	s := bilingual.Of(
		"Für die Antworten gingen Ihre Fragen und Textstellen an: "+strings.Join(de, ", ")+".",
		"For the answers, your questions and passages went to: "+strings.Join(en, ", ")+".")
	days := keep.KeptInLedger()
	switch {
	case restricted:
		return s.Add(bilingual.Of(
			" Was davon im Protokoll dieses Servers steht, bleibt dort, bis Sie die Einschränkung aufheben oder alles löschen.",
			" What this server's ledger holds of it stays there until you lift the restriction or delete everything."))
	case days == 0:
		return s.Add(bilingual.Of(
			" Im Protokoll dieses Servers stehen davon nur Zeit, Empfänger und Umfang, kein Text.",
			" This server's ledger holds only its time, recipient and size, no text."))
	}
	return s.Add(bilingual.Of(
		" Eine Kopie davon, mit den Platzhaltern, bleibt höchstens "+noun.Count(days, "1 Tag", "Tage")+" im Protokoll dieses Servers und wird mit dem Gespräch gelöscht.",
		" A copy of it, with the placeholders, stays in this server's ledger for at most "+noun.Count(days, "1 day", "days")+" and is deleted with the conversation."))
}
