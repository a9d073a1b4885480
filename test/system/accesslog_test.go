package system

import (
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// everything is what stands in the files of the data directory, by name; the PDF reader's cache
// aside, which all tests share.
func (i *instance) everything() map[string]string {
	i.t.Helper()
	out := map[string]string{}
	must(i.t, filepath.WalkDir(i.app.Config.Data, func(path string, entry os.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() {
			return err
		}
		content, err := os.ReadFile(path)
		out[strings.TrimPrefix(path, i.app.Config.Data+"/")] = string(content)
		return err
	}))
	return out
}

// Visitors come through a trusted proxy that names their addresses; what they do leaves the log of
// the day, and nowhere on the disk or in the program's log an address in full.
func TestTheServerLogKnowsNetworksOnly_J1(t *testing.T) {
	i := begin(t, map[string]string{"trusted_proxies": "127.0.0.1,::1"})
	for _, visitor := range []string{"203.0.113.77", "2001:db8:aaaa:bbbb::77"} {
		for _, path := range []string{"/", "/healthz?q=geheim", "/c/" + i.bot.PublicID + "?token=geheim", "/v1/unknown/geheim", "/geheim", i.chat("/messages/geheim")} {
			i.text(i.do("GET", path, "", "X-Forwarded-For", visitor, "User-Agent", "Mozilla/5.0 (Windows NT 10.0; rv:145.0) Gecko/20100101 Firefox/145.0", "Referer", "https://shop.example/a?b=geheim"))
		}
		asked := i.text(i.do("POST", i.chat("/messages"), `{"text":"Wo ist das geheime Lager?"}`, "X-Forwarded-For", visitor, "User-Agent", "Geheimbrowser/1.0"))
		session := regexp.MustCompile(`"session":"([^"]+)"`).FindStringSubmatch(asked)
		if session == nil {
			t.Fatalf("no session in %s", asked)
		}
		for _, step := range [][3]string{
			{"PUT", "/session/contact", `{"name":"Erika"}`}, {"PATCH", "/session", `{"no_model":true}`}, {"GET", "/session/export", ""}, {"GET", "/messages", ""}, {"DELETE", "/session/contact", ""},
		} {
			r := i.do(step[0], i.chat(step[1]), step[2], "X-Forwarded-For", visitor, "WCA-Session", session[1], "User-Agent", "Geheimbrowser/1.0")
			if i.text(r); r.StatusCode != http.StatusOK {
				t.Fatalf("%s: status %d", step[1], r.StatusCode)
			}
		}
	}
	answer := i.ask("", "Wo ist das geheime Lager?")
	must(t, i.app.DB.Flush(t.Context()))
	files := i.everything()
	log := files["logs/access-"+time.Now().UTC().Format(time.DateOnly)+".log"]
	for _, want := range []string{`"network":"203.0.113.0/24"`, `"network":"2001:db8:aaaa::/48"`, `"browser":"Firefox 145"`, `"system":"Windows"`, `"referrer":"https://shop.example/a"`, `"path":"/v1/chat/{bot}/messages"`, `"path":"/c/{bot}"`} {
		if !strings.Contains(log, want) {
			t.Errorf("%s is missing in %s", want, log)
		}
	}
	for _, never := range []string{"geheim", answer.Answer, answer.Session, i.bot.PublicID, i.key} {
		if strings.Contains(log, never) || strings.Contains(i.log.String(), "geheim") {
			t.Errorf("%q stands in a log", never)
		}
	}
	files["the program's log"] = i.log.String()
	for name, content := range files {
		for _, address := range []string{"203.0.113.77", "2001:db8:aaaa:bbbb", "Geheimbrowser", "127.0.0.1:"} {
			if strings.Contains(content, address) && !(address == "127.0.0.1:" && strings.HasPrefix(name, "logs/")) {
				t.Errorf("%s names %s", name, address)
			}
		}
	}
}

func TestTheServerLogCanBeSwitchedOff_J1(t *testing.T) {
	i := begin(t, map[string]string{"log_days": "0"})
	i.text(i.do("GET", "/", ""))
	for name := range i.everything() {
		if strings.HasPrefix(name, "logs") {
			t.Errorf("%s was written", name)
		}
	}
}

// What the checks of the promises ask of the server itself is no visit.
func TestTheServerLogTellsItsOwnChecksFromVisitors_J1(t *testing.T) {
	i := begin(t, nil)
	proven(t, i.app)
	i.text(i.do("GET", "/healthz", "", "Referer", "https://shop.example/"))
	visits := 0
	for name, content := range i.everything() {
		if !strings.HasPrefix(name, "logs/access-") {
			continue
		}
		for line := range strings.Lines(content) {
			if !strings.Contains(line, `"own":true`) {
				visits++
			}
		}
	}
	if visits != 1 {
		t.Errorf("%d of the requests look like visits, not 1", visits)
	}
	if n := strings.Count(i.log.String(), "level=INFO msg=request"); n != 1 {
		t.Errorf("the program's log tells of %d requests, not 1", n)
	}
}
