package system

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/source"
)

// A reading of a folder that was broken off, by a kill or Ctrl-C, is no excuse for what is read: who gives the folder again
// has its files read as they are then.
func TestAFolderWhoseReadingWasBrokenOffIsReadAsItIs_C2_F01(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		i := begin(t, settings)
		files := func(price string, names ...string) source.Source {
			t.Helper()
			var all []source.Upload
			for _, name := range names {
				all = append(all, source.Upload{Name: "wissen/" + name + ".md", Body: fmt.Appendf(nil, "# %s\n\nEine %s kostet %s Euro.\n", name, name, price)})
			}
			s, err := i.app.Library.AddFiles(t.Context(), i.bot.Workspace, i.bot.ID, "wissen", slices.Values(all))
			must(t, err)
			return s
		}
		s := files("49", "Inspektion", "Politur", "Wäsche")
		broken, breakOff := context.WithCancel(t.Context())
		_, err := i.app.Library.Ingest(broken, i.bot.Workspace, i.bot.ID, s.ID, func(source.Source, *source.Page) { breakOff() })
		if !errors.Is(err, context.Canceled) {
			t.Fatalf("broken off: %v", err)
		}
		if s, err = i.app.DB.Source(t.Context(), i.bot.Workspace, i.bot.ID, s.ID); err != nil || s.State != source.Running || s.Counts.Done == 0 {
			t.Fatalf("broken off: %+v, %v", s, err)
		}
		files("59", "Inspektion", "Wäsche")
		i.ingest(s.ID)
		all, err := i.app.DB.Passages(t.Context(), i.bot.Workspace, i.bot.ID)
		must(t, err)
		for _, p := range all {
			if !strings.Contains(p.Text, "59 Euro") {
				t.Errorf("the bot knows %q of %s", p.Text, p.Address)
			}
		}
		if s, err = i.app.DB.Source(t.Context(), i.bot.Workspace, i.bot.ID, s.ID); err != nil || s.State != source.Ready || s.Counts.Documents != 2 {
			t.Errorf("in the end: %+v, %v", s, err)
		}
	})
}
