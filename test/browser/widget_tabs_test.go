package browser

import (
	"fmt"
	"testing"

	"github.com/webchatagent/wca/test/browser/widgetfake"
)

// twoTabs are the hosted page in two tabs, with an answered question in both.
func twoTabs(t *testing.T, s *widgetfake.Server) (first, second *tab) {
	t.Helper()
	address := s.URL + "/c/" + widgetfake.Bot + "?lang=de"
	first = open(t, address)
	first.wait(`document.querySelector("textarea")`)
	first.say("Hallo")
	first.wait(messages(2))
	second = first.sibling(address)
	second.wait(messages(2))
	return first, second
}

func messages(n int) string {
	return fmt.Sprintf(`document.querySelectorAll("[role=log] .message").length === %d && document.querySelector(".send:not(.stop)")`, n)
}

// histories is how often what was said before was asked for.
func histories(s *widgetfake.Server) int {
	n := 0
	for _, r := range s.Requests() {
		if r == "GET /v1/chat/"+widgetfake.Bot+"/messages" {
			n++
		}
	}
	return n
}

// What was read before a question and comes after its answer takes neither away, and what another tab asked is there, too.
func TestLateHistoryTakesNothingAway_A2_W10(t *testing.T) {
	s := server(t)
	first, second := twoTabs(t, s)

	release := s.HoldHistories()
	read := histories(s)
	first.say("Von drüben")
	first.wait(messages(4))
	until(t, "the second tab reads what was said", func() bool { return histories(s) > read })
	second.say("Dazwischen")
	second.wait(messages(4))
	release()
	for _, b := range []*tab{first, second} {
		b.wait(messages(6))
		for _, q := range []string{"Von drüben", "Dazwischen"} {
			b.wait(fmt.Sprintf(`[...document.querySelectorAll("[role=log] .visitor")].filter(m => m.innerText.includes(%q)).length === 1`, q))
		}
	}
}

// What was read of a conversation that the visitor has ended meanwhile is not shown, and does not end the one begun after it.
func TestLateHistoryBringsNothingBack_E1_W10(t *testing.T) {
	s := server(t)
	first, second := twoTabs(t, s)

	release := s.HoldHistories()
	read := histories(s)
	first.say("Von drüben")
	until(t, "the second tab reads what was said", func() bool { return histories(s) > read })
	second.run(`document.querySelector("[aria-haspopup]").click()`)
	second.button("Unterhaltung beenden und löschen")
	second.button("Beenden und löschen")
	second.wait(messages(0))
	release()
	second.say("Von vorn")
	second.wait(messages(2))
	first.wait(messages(2))
	if n := s.Sessions(); n != 1 {
		t.Errorf("%d sessions, want the one begun anew", n)
	}
}

// A tab that has not heard yet that another went on tells it all the same that it went on itself.
func TestTabsHearOfEachOther_A2_W10(t *testing.T) {
	s := server(t)
	first, second := twoTabs(t, s)

	// As far as this tab can see, nothing changes in what is kept: the news of other processes come late under load.
	first.run(`{const known = localStorage.getItem("wca:` + widgetfake.Bot + `"); Storage.prototype.getItem = () => known}`)
	second.say("Noch etwas")
	first.wait(messages(4))
	first.say("Und noch etwas")
	second.wait(messages(6))
}
