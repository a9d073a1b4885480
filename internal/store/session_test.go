package store

import (
	"strings"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/conversation"
)

func TestConversationsAreFoundByWhatWasSaid_E4_K1(t *testing.T) {
	each(t, func(t *testing.T, db *DB) {
		fill(t, db, "a")
		fill(t, db, "b")
		talk(t, db, "a", "one", "Ich bin Max@Example.org, 100% sicher", now.Add(time.Minute))
		talk(t, db, "a", "two", "Ich bin erika@example.org", now.Add(2*time.Minute))
		talk(t, db, "b", "three", "Ich bin max@example.org", now)
		talk(t, db, "a", "four", "Hier ist JÜRGEN Özdemir", now.Add(-time.Minute))
		talk(t, db, "a", "five", "Stimmt das?", now.Add(-2*time.Minute))
		must(t, db.SetFeedback(t.Context(), "a", "bot", "five", "afive", conversation.Feedback{Value: "down", Reasons: []string{"wrong"}, Text: "Das sagt Frau ÇELIK auch."}))
		for said, want := range map[string]string{
			"": "two one ses four five", "jürgen özdemir": "four", "jürgen ÖZDEMIR": "four", "frau çelik": "five", "wrong": "", "reasons": "", "max@example.ORG": "one", "100%": "one", "1%": "", "Ich_bin": "", "ich bin": "two one", "!": "",
		} {
			all, err := db.Sessions(t.Context(), "a", "bot", said, 10, 0)
			must(t, err)
			var ids []string
			for _, s := range all {
				ids = append(ids, s.ID)
			}
			if got := strings.Join(ids, " "); got != want {
				t.Errorf("%q: found %q, want %q", said, got, want)
			}
		}
		all, err := db.Sessions(t.Context(), "a", "bot", "", 1, 1)
		must(t, err)
		if len(all) != 1 || all[0].ID != "one" || all[0].Messages != 2 || !all[0].LastAt.Equal(now.Add(time.Minute)) {
			t.Errorf("the second page: %+v", all)
		}
	})
}
