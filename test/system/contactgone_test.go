package system

import (
	"net/http"
	"strings"
	"testing"
)

// How people are reached, as a page says it, stands in refusals and small talk: it goes with the page.
func TestContactOfAnErasedPageStaysInNoAnswer_C2_K2(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		site := &shelf{pages: map[string]string{
			"/": "Wir verkaufen Fahrräder und Zubehör in Hannover.", "/kontakt": "Kontakt: Sie erreichen uns telefonisch unter 0511 7654321 oder per E-Mail an kanarie@radhaus.example.",
		}}
		r := begin(t, settings).reads(site)
		session := ""
		for _, q := range []string{"Verkaufen Sie auch Bitcoin?", "Danke", "Löschen Sie meine Daten!", "Ich bin Max, max@web.de"} {
			got := r.ask(session, q)
			session = got.Session
			t.Log(q, got.Text, got.Citations)
		}
		if s := r.manage("DELETE", "/v1/bots/"+r.bot.ID+"/documents/"+r.document("/kontakt"), "", nil); s != http.StatusOK {
			t.Fatalf("status %d", s)
		}
		for _, text := range []string{"7654321", "kanarie@radhaus"} {
			r.nowhereAtAll(text)
		}
		_ = strings.Contains
	})
}
