package system

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/source"
	"github.com/webchatagent/wca/internal/source/crawl"
	"github.com/webchatagent/wca/test/postgres"
)

// What an operator leaves out is no accident.
func TestExcludedPagesLeaveAtOnce(t *testing.T) {
	r := readShelf(t, nil, aBigShop(), crawl.Rules{})
	r.again(crawl.Rules{Include: []string{"/preise"}})
	if got := r.documents(r.server.URL); len(got) != 2 || r.source.State != source.Ready {
		t.Errorf("%s %v %+v", r.source.State, got, r.source.Notice)
	}
}

// A slip in a pattern does not empty the bot: it is said what would go, and nothing is changed until that is accepted.
func TestRulesThatLeaveOutMostMustBeAccepted(t *testing.T) {
	d := sit(t)
	server := httptest.NewServer(aBigShop())
	t.Cleanup(server.Close)
	d.ok("bot", "create", "shop")
	read := []string{"ingest", "--bot", "shop", "--allow-private", server.URL + "/"}
	d.ok(read...)
	for _, pattern := range []string{"[", "/preise/{a,b}", "^/preise"} {
		if code, _, messages := d.run("", append(read, "--include", pattern)...); code != 2 || !strings.Contains(messages, "can fit no path") {
			t.Errorf("%s: exit %d, %s", pattern, code, messages)
		}
	}
	code, _, messages := d.run("", append(read, "--include", "/prese")...)
	if code != 2 || !strings.Contains(messages, "11 of the 12 documents") || !strings.Contains(messages, server.URL+"/") || !strings.Contains(messages, "and 8 more") || !strings.Contains(messages, "--accept") {
		t.Errorf("exit %d: %s", code, messages)
	}
	if out := d.ok("sources", "--bot", "shop"); !strings.Contains(out, "12 documents") || !strings.Contains(out, "ready") {
		t.Errorf("after the slip: %s", out)
	}
	if code, _, messages = d.run("", append(read, "--exclude", "/preise")...); code != 0 || !strings.Contains(messages, "1 removed") {
		t.Errorf("a single page: exit %d: %s", code, messages)
	}
	if code, _, messages = d.run("", append(read, "--include", "/zeiten", "--accept")...); code != 0 || !strings.Contains(messages, "2 documents") {
		t.Errorf("accepted: exit %d: %s", code, messages)
	}
}

// A folder that is half copied, or whose drive is away, does not empty the bot; one whose files were renamed is taken.
func TestAFolderWithoutMostOfItsFilesMustBeAccepted(t *testing.T) {
	for _, database := range []string{"", postgres.New(t)} {
		d := sit(t)
		if database != "" {
			d.env = append(d.env, "WCA_DATABASE="+database)
		}
		dir := t.TempDir()
		write := func(name, text string) { must(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600)) }
		for n := range 6 {
			write(fmt.Sprint(n, ".txt"), fmt.Sprint("Das Rad mit der Nummer ", n, " kostet im Laden 80 Euro."))
		}
		d.ok("bot", "create", "shop")
		read := []string{"ingest", "--bot", "shop", dir}
		d.ok(read...)
		for n := range 4 {
			must(t, os.Remove(filepath.Join(dir, fmt.Sprint(n, ".txt"))))
		}
		code, _, messages := d.run("", read...)
		if code != 2 || !strings.Contains(messages, "4 of the 6 documents") || !strings.Contains(messages, filepath.Join(dir, "0.txt")) || !strings.Contains(messages, "and 1 more") || !strings.Contains(messages, "--accept") {
			t.Errorf("exit %d: %s", code, messages)
		}
		if out := d.ok("sources", "--bot", "shop"); !strings.Contains(out, "6 documents") || !strings.Contains(out, "ready") {
			t.Errorf("afterwards: %s", out)
		}
		for n := range 4 {
			write(fmt.Sprint("neu", n, ".txt"), fmt.Sprint("Der Helm mit der Nummer ", n, " kostet im Laden 40 Euro."))
		}
		if code, _, messages = d.run("", read...); code != 0 || !strings.Contains(messages, "4 removed") {
			t.Errorf("renamed: exit %d: %s", code, messages)
		}
		for n := range 4 {
			must(t, os.Remove(filepath.Join(dir, fmt.Sprint("neu", n, ".txt"))))
		}
		if code, _, messages = d.run("", append(read, "--accept")...); code != 0 || !strings.Contains(messages, "4 removed") || !strings.Contains(messages, "2 documents") {
			t.Errorf("accepted: exit %d: %s", code, messages)
		}
	}
}

// Who gives the command again to have a website read does not have it read otherwise.
func TestRulesStayUntilOthersAreGiven(t *testing.T) {
	d := sit(t)
	server := httptest.NewServer(aBigShop())
	t.Cleanup(server.Close)
	d.ok("bot", "create", "shop")
	read := []string{"ingest", "--bot", "shop", "--allow-private", server.URL + "/"}
	for _, c := range []struct {
		flags      []string
		says, lack string
	}{
		{[]string{"--include", "/rad/**", "--every", "24h"}, "9 documents", "As before"},
		{nil, "As before: --include /rad/** --every 24h\n", "new, "},
		{[]string{"--include", ""}, "12 documents", "--include"},
		{nil, "As before: --every 24h\n", "--include"},
		{[]string{"--every", "0"}, "12 documents", "As before"},
	} {
		code, _, messages := d.run("", append(read, c.flags...)...)
		if code != 0 || !strings.Contains(messages, c.says) || strings.Contains(strings.ReplaceAll(messages, "0 new, ", ""), c.lack) {
			t.Errorf("%q: exit %d: %s", c.flags, code, messages)
		}
	}
}

func TestTheAPIRefusesRulesThatLeaveOutMost(t *testing.T) {
	r := readShelf(t, nil, aBigShop(), crawl.Rules{})
	path, wish := "/v1/bots/"+r.bot.ID+"/sources", `{"address":"`+r.server.URL+`/","include":["/prese"]`
	response := r.do("POST", path, wish+"}", "Authorization", "Bearer "+r.key)
	if text := r.text(response); response.StatusCode != http.StatusConflict || !strings.Contains(text, source.CodeMostLeave) || !strings.Contains(text, "11 of the 12") {
		t.Errorf("status %d: %s", response.StatusCode, text)
	}
	response = r.do("POST", path, wish+`,"accept":true}`, "Authorization", "Bearer "+r.key)
	if text := r.text(response); response.StatusCode != http.StatusOK {
		t.Errorf("accepted: status %d: %s", response.StatusCode, text)
	}
}
