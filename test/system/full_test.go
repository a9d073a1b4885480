package system

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
)

// On a full disk who writes is told so, what is stored can be read, and with room again all goes on (F07).
func TestAFullDiskIsSaid_K1_F07(t *testing.T) {
	i := begin(t, nil).read()
	asked := i.ask("", openOnSaturday)
	lite, _ := i.app.DB.Pools()
	pages := func(n string) {
		_, err := lite.ExecContext(t.Context(), "PRAGMA max_page_count = "+n)
		must(t, err)
	}
	pages("1") // no more than there are
	for round := 0; ; round++ {
		r := i.do("POST", "/v1/bots/"+i.bot.ID+"/pairs", fmt.Sprintf(`{"question":"Frage %d?","answer":%q}`, round, strings.Repeat("Ja. ", 900)), "Authorization", "Bearer "+i.key, "Origin", "")
		if r.StatusCode/100 == 2 && round < 100 {
			continue
		}
		if text := i.text(r); r.StatusCode != http.StatusServiceUnavailable || !strings.Contains(text, "no_room") {
			t.Errorf("a program reads %d, %s", r.StatusCode, text)
		}
		break
	}
	if r := i.do("GET", i.chat("/session/export"), "", "WCA-Session", asked.Session); r.StatusCode != http.StatusOK {
		t.Errorf("what is stored can't be read: %d", r.StatusCode)
	}
	if log := i.log.String(); !strings.Contains(log, "the disk of the database is full") {
		t.Errorf("the log does not say why: %s", log)
	}
	pages("1000000")
	if again := i.ask(asked.Session, openOnSaturday); again.Error != "" || again.Text == "" {
		t.Errorf("with room again: %+v", again)
	}
}
