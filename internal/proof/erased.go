package proof

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/webchatagent/wca/internal/bilingual"
	"github.com/webchatagent/wca/internal/noun"
)

// remains looks for erased texts everywhere; seen is in how many places they stood before.
func (b *bench) remains(ctx context.Context, seen int, texts ...string) finding {
	for began := time.Now(); ; {
		kept, err := b.Kept(ctx, b.began, texts...)
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
	f := b.remains(ctx, seen, b.word, b.asked, b.planted.title, b.planted.mail, b.planted.typed, b.planted.name, b.planted.contact, b.planted.corrected)
	if f.state != Holds {
		return f
	}
	copied, err := b.copied()
	if err != nil {
		return failed(err)
	}
	if copied != "" {
		return broken(
			"Im Datenverzeichnis liegt eine Kopie der Datenbank, in der nichts gelöscht wird: "+copied+". Sie gehört zu den Sicherungen, die ihre eigene Frist haben.",
			"A copy of the database lies in the data directory, in which nothing is erased: "+copied+". It belongs with the backups, which have a period of their own.")
	}
	return f
}

// copied names a copy of the database in the data directory, "" if there is none. The files of the database itself are not
// opened: on closing one this process would lose its locks on it.
func (b *bench) copied() (string, error) {
	files, err := os.ReadDir(b.Config.Data)
	if err != nil {
		return "", err
	}
	own := strings.TrimPrefix(b.Config.DSN(), "sqlite:")
	itself, err := os.Stat(own)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", err
	}
	for _, file := range files {
		path := filepath.Join(b.Config.Data, file.Name())
		info, err := os.Stat(path)
		if err != nil || !info.Mode().IsRegular() || itself != nil && os.SameFile(info, itself) || slices.Contains([]string{"-wal", "-shm", "-journal"}, strings.TrimPrefix(file.Name(), filepath.Base(own))) {
			continue
		}
		begins, err := begin(path)
		if err != nil {
			return "", err
		}
		if bytes.Equal(begins, []byte(sqliteFile)) {
			return file.Name(), nil
		}
	}
	return "", nil
}

// sqliteFile is what every database of SQLite begins with.
const sqliteFile = "SQLite format 3\x00"

// begin gives the first bytes of a file.
func begin(path string) ([]byte, error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil // removed just now
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	first := make([]byte, len(sqliteFile))
	n, err := io.ReadFull(f, first)
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = nil
	}
	return first[:n], err
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
