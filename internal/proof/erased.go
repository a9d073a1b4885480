package proof

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/webchatagent/wca/internal/bilingual"
	"github.com/webchatagent/wca/internal/noun"
)

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
		slices.Sort(places)
		places = slices.Compact(places)
		switch {
		case len(places) == 0 && seen == 0:
			return unchecked("Der Text war schon vor dem Löschen nicht zu finden.", "The text was not to be found even before it was erased.")
		case len(places) == 0:
			return holds(
				"Ein zufälliger Text stand vor dem Löschen in "+noun.Count(seen, "1 Datei oder Tabelle", "Dateien und Tabellen")+" des Servers, danach in keiner.",
				"A random text stood in "+noun.Count(seen, "1 file or table", "files and tables")+" of the server before it was erased, and in none after.")
		case time.Since(began) > b.Patience:
			return broken("Gelöschter Text steht noch auf dem Server.", "Erased text still stands on the server.").
				saw(bilingual.Of("noch in "+strings.Join(places, ", "), "still in "+strings.Join(places, ", ")))
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

// unerasable is what follows from an erasure that did not come to its end.
func unerasable(err error) finding {
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return failed(err)
	}
	f := broken("Das Löschen scheitert. Der Befehl „wca prove“ nennt den Fehler.", "Erasing fails. The command “wca prove” names the error.").
		saw(bilingual.AsIs("error: " + err.Error()))
	f.err = err
	return f
}
