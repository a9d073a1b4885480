package embed

import (
	"context"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/bilingual"
	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/conversation"
	"github.com/webchatagent/wca/internal/personal"
)

// switchedOff are the kinds of personal data that a bot's settings exempt from replacement, by the number
// of the settings: each answer was written under those of its time. It reads nothing where no model was
// asked.
func (v *Visitors) switchedOff(ctx context.Context, b bot.Bot, messages []conversation.Message) (map[int][]string, error) {
	if !slices.ContainsFunc(messages, conversation.Message.ByModel) {
		return nil, nil
	}
	versions, err := v.Bots.Versions(ctx, b.Workspace, b.ID)
	if err != nil {
		return nil, err
	}
	off := map[int][]string{}
	for _, one := range versions {
		off[one.Number] = one.Settings.Personal.Off
	}
	return off, nil
}

// placeholders says to whom a model answers what is replaced before one reads it: what is recognised, of
// the kinds that are not switched off now, and were not for earlier answers.
func placeholders(now, earlier []string) bilingual.Text {
	s := bilingual.Of(
		"Bevor ein Sprachmodell etwas erhält, werden personenbezogene Daten durch Platzhalter ersetzt, soweit sie erkannt werden.",
		"Before a language model gets anything, personal data is replaced by placeholders as far as it is recognised.",
	)
	if len(now) > 0 {
		s = s.Add(bilingual.Of(
			" Nach der Einstellung des Betreibers werden nicht ersetzt: "+plural(now, "de")+".",
			" By the operator's setting, these are not replaced: "+plural(now, "en")+"."))
	}
	var formerly []string
	for _, kind := range earlier {
		if !slices.Contains(now, kind) && !slices.Contains(formerly, kind) {
			formerly = append(formerly, kind)
		}
	}
	if len(formerly) > 0 {
		s = s.Add(bilingual.Of(
			" Bei früheren Antworten wurden nicht ersetzt: "+plural(formerly, "de")+".",
			" For earlier answers, these were not replaced: "+plural(formerly, "en")+"."))
	}
	return s
}

func plural(kinds []string, language string) string {
	names := make([]string, len(kinds))
	for i, kind := range kinds {
		names[i] = personal.Type(kind).Noun(2, language)
	}
	return strings.Join(names, ", ")
}
