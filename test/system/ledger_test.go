package system

import (
	"encoding/json"
	escape "html"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/egress"
	"github.com/webchatagent/wca/internal/retention"
	"github.com/webchatagent/wca/internal/token"
	"github.com/webchatagent/wca/internal/workspace"
	llmfake "github.com/webchatagent/wca/test/fake/llm"
)

// another makes a second workspace and gives the secret of its key.
func (i *instance) another() (id, secret string) {
	i.t.Helper()
	id, secret = token.ID("ws"), token.Secret("wca")
	must(i.t, i.app.DB.CreateWorkspace(i.t.Context(), workspace.Workspace{ID: id, Name: "other", CreatedAt: time.Now()},
		workspace.Key{Workspace: id, ID: token.ID("key"), Hash: token.Hash(secret), Role: workspace.Owner, CreatedAt: time.Now()}))
	return id, secret
}

var tags = regexp.MustCompile(`<[^>]*>`)

// shownLedger is what the pages of the ledger are asked about.
type shownLedger struct {
	*instance
	got     reply  // with an address of mail in question and answer
	quiet   reply  // of a conversation that is restricted later
	sent    string // to the model for got
	account string // the page of got
}

// page is a page of the ledger, which must have this status, keep nothing in the browser and run nothing there.
func (l *shownLedger) page(path string, status int, headers ...string) string {
	t := l.t
	t.Helper()
	response := l.do("GET", path, "", append([]string{"Origin", "", "Accept-Language", "de"}, headers...)...)
	text := l.text(response)
	if response.StatusCode != status || response.Header.Get("Set-Cookie") != "" || response.Header.Get("Cache-Control") != "no-store" || strings.Contains(text, "<script") {
		t.Errorf("%s: %d, want %d; %v", path, response.StatusCode, status, response.Header)
	}
	return text
}

// Whoever runs the bot sees in the pages, in the API and at the command line what left the server: each
// transfer, and for an answer exactly the bytes, with the placeholders marked. Nobody else does.
func TestTheLedgerIsShown_D4_L2(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		model := llmfake.New(t, "openai", llmfake.Script{Reply: func(request []byte) []string {
			all := regexp.MustCompile(`EMAIL_[A-Z0-9]+`).FindAllString(string(request), -1)
			return []string{"Wir schreiben an " + all[len(all)-1] + ". Samstags bis 16 Uhr [1]."}
		}})
		l := &shownLedger{instance: beginWith(t, settings, model, "WCA_PROVIDERS_FAKE_REGION=EU").read()}
		l.got = l.ask("", "<b>Ich</b> bin erika@muster.example. Wie lange hat der Laden am Samstag geöffnet?")
		l.quiet = l.ask("", "Wie lange hat der Laden am Sonntag geöffnet?")
		l.sent = string(model.Requests()[0].Body)
		l.account = "/ledger/" + l.bot.Workspace + "/" + l.bot.ID + "/" + l.got.Answer

		l.lists(model)
		l.givesAccount()
		l.holdsBack()
		l.answersTheAPI(l.hidesFromOthers())
		l.showsWhatTurnsText()
	})
}

// lists is the list of all transfers, by purposes and pages, and those of an answer.
func (l *shownLedger) lists(model *llmfake.Server) {
	t := l.t
	t.Helper()
	list := l.page("/ledger", http.StatusOK)
	for _, want := range []string{"Sprachmodell fragen", "Website lesen", "GET /", strings.TrimPrefix(model.URL, "http://"), ">EU<", "1\u00a0×\u00a0E-Mail-Adresse<", "DSGVO Art. 6(1)(b)", ">–<", l.account} {
		if !strings.Contains(list, want) {
			t.Errorf("the list lacks %q", want)
		}
	}
	if only := l.page("/ledger?purpose=model&lang=en", http.StatusOK); strings.Contains(only, "robots.txt") || !strings.Contains(only, "ask a language model") {
		t.Errorf("only models: %s", only)
	}
	if none := l.page("/ledger?purpose=embedding", http.StatusOK); !strings.Contains(none, "Hier ist nichts verzeichnet") {
		t.Errorf("nothing: %s", none)
	}
	if second := l.page("/ledger?page=1", http.StatusOK); strings.Count(second, "<time") >= 50 || !strings.Contains(second, "GET /robots.txt") {
		t.Errorf("the second page: %s", second)
	}

	thanks := l.ask("", "Danke!") // is answered without a model
	for answer, status := range map[string]int{l.got.Answer: http.StatusOK, thanks.Answer: http.StatusOK, "msg_unknown": http.StatusNotFound} {
		if s := l.manage("GET", "/v1/bots/"+l.bot.ID+"/answers/"+answer+"/transfers", "", nil); s != status {
			t.Errorf("transfers of %s: %d, want %d", answer, s, status)
		}
	}
}

// givesAccount is the page of an answer.
func (l *shownLedger) givesAccount() {
	t := l.t
	t.Helper()
	shown := l.page(l.account, http.StatusOK)
	_, bytes, _ := strings.Cut(shown, `Bytes gingen hinaus"><code>`)
	bytes, _, _ = strings.Cut(bytes, "</code>")
	if escape.UnescapeString(tags.ReplaceAllString(bytes, "")) != l.sent || !regexp.MustCompile(`<mark>EMAIL_[A-Z0-9]+</mark>`).MatchString(bytes) {
		t.Errorf("shown\n%s\nsent\n%s", bytes, l.sent)
	}
	for _, want := range []string{"&lt;b&gt;Ich&lt;/b&gt; bin <mark>EMAIL_", "Besucher (user)", "Anweisungen und Textstellen (system)", `<div class="said">Wir schreiben an <mark>EMAIL_`} {
		if !strings.Contains(shown, want) {
			t.Errorf("what is for reading lacks %q", want)
		}
	}
	for _, want := range []string{"&lt;b&gt;Ich&lt;/b&gt; bin erika@muster.example", "Wir schreiben an erika@muster.example", "DSGVO Art. 6(1)(b)", "fake/m", "zurückgesetzt"} {
		if !strings.Contains(shown, want) {
			t.Errorf("the account lacks %q", want)
		}
	}
}

// holdsBack are answers of which the bytes are not kept, or whose conversation is restricted.
func (l *shownLedger) holdsBack() {
	t := l.t
	t.Helper()
	l.set(func(s *bot.Settings) { zero := 0; s.Retention.Ledger = &zero })
	if without := l.ask("", "Wie lange hat der Laden am Samstag geöffnet?"); !strings.Contains(l.page("/ledger/"+l.bot.Workspace+"/"+l.bot.ID+"/"+without.Answer, http.StatusOK), "nicht mehr aufbewahrt") {
		t.Error("bytes that are not kept")
	}
	l.do("PATCH", l.chat("/session"), `{"restricted":true}`, "WCA-Session", l.quiet.Session)
	if hidden := l.page("/ledger/"+l.bot.Workspace+"/"+l.bot.ID+"/"+l.quiet.Answer, http.StatusForbidden); strings.Contains(hidden, "Sonntag") || !strings.Contains(hidden, "Art. 18") {
		t.Errorf("a restricted conversation: %s", hidden)
	}
}

// hidesFromOthers lets nobody else look, or know what there is. It gives the secret of another workspace's key.
func (l *shownLedger) hidesFromOthers() (key string) {
	t := l.t
	t.Helper()
	foreign, key := l.another()
	own, other := "Bearer "+l.key, "Bearer "+key
	l.page(l.account, http.StatusOK, "Authorization", own)
	unknown := l.page("/ledger/"+l.bot.Workspace+"/"+l.bot.ID+"/msg_unknown", http.StatusNotFound)
	for path, headers := range map[string][]string{
		l.account: {"Authorization", other}, "/ledger?workspace=" + l.bot.Workspace: {"Authorization", other}, "/ledger?workspace=ws_x": nil, strings.Replace(l.account, l.bot.ID, "bot_x", 1): nil,
		"/ledger/" + foreign + "/" + l.bot.ID + "/" + l.got.Answer: nil,
	} {
		if text := l.page(path, http.StatusNotFound, headers...); text != unknown {
			t.Errorf("%s is not as unknown as others", path)
		}
	}
	if text := l.page("/ledger?bot="+l.bot.ID, http.StatusOK, "Authorization", other); strings.Contains(text, "robots.txt") {
		t.Errorf("another workspace's bot: %s", text)
	}
	for _, headers := range [][]string{{"X-Forwarded-For", "203.0.113.5"}, {"Authorization", "Bearer wca_wrong"}} {
		for _, path := range []string{"/ledger", l.account} {
			if text := l.page(path, http.StatusForbidden, headers...); strings.Contains(text, "robots.txt") || strings.Contains(text, "erika@") {
				t.Errorf("%v may look at %s", headers, path)
			}
		}
	}
	return key
}

// answersTheAPI gives the same to programs, and nothing to a key of another workspace.
func (l *shownLedger) answersTheAPI(key string) {
	t := l.t
	t.Helper()
	var all []struct {
		Bot, Answer, Purpose, Recipient, Path, Body string
		LegalBasis                                  string `json:"legal_basis"`
		BytesOut                                    int64  `json:"bytes_out"`
	}
	if s := l.manage("GET", "/v1/transfers?purpose=model&limit=10", "", &all); s != http.StatusOK || len(all) != 3 || all[2].Answer != l.got.Answer || all[2].Bot != l.bot.ID ||
		all[2].BytesOut != int64(len(l.sent)) || all[2].LegalBasis == "" || all[2].Body != "" || all[2].Path != "/v1/chat/completions" {
		t.Errorf("%d, the API lists %+v", s, all)
	}
	var sums []struct {
		Purpose   string
		Transfers int
		BytesOut  int64 `json:"bytes_out"`
	}
	if s := l.manage("GET", "/v1/transfers/sums?bot="+l.bot.ID, "", &sums); s != http.StatusOK || len(sums) < 2 || sums[0].Purpose != "model" || sums[0].Transfers != 3 || sums[0].BytesOut <= int64(len(l.sent)) {
		t.Errorf("%d, the API sums up %+v", s, sums)
	}
	response := l.do("GET", "/v1/transfers", "", "Authorization", "Bearer "+key, "Origin", "")
	if text := l.text(response); strings.TrimSpace(text) != "[]" {
		t.Errorf("another key lists %s", text)
	}
	if s := l.manage("GET", "/v1/transfers?purpose=gossip", "", nil); s != http.StatusUnprocessableEntity {
		t.Errorf("an unknown purpose: %d", s)
	}
}

// showsWhatTurnsText shows characters that turn what stands behind them as their codes.
func (l *shownLedger) showsWhatTurnsText() {
	t := l.t
	t.Helper()
	turned := l.page("/ledger/"+l.bot.Workspace+"/"+l.bot.ID+"/"+l.ask("", "Wie lange ist Samstag auf, \u202eztej\u2066?").Answer, http.StatusOK)
	if strings.ContainsAny(turned, "\u202e\u2066") || !strings.Contains(turned, `auf, \u202eztej\u2066?`) {
		t.Error("the page lets a question turn what it says")
	}
}

// Of an anonymised conversation the pages say that its text is gone, and neither list nor API tells
// when which answer was given.
func TestAnonymisedAnswersAreShownAsSuch_D4_E4(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		model := llmfake.New(t, "openai", llmfake.Script{Tokens: []string{"Samstags bis 16 Uhr [1]."}})
		i := beginWith(t, settings, model).read()
		i.set(func(s *bot.Settings) { s.Retention.Mode = bot.RetentionAnonymise })
		got := i.ask("", "Wie lange hat der Laden am Samstag geöffnet?")
		must(t, i.app.DB.Flush(t.Context()))
		keeper := retention.Keeper{Store: i.app.DB, LedgerYears: 3, Now: func() time.Time { return time.Now().AddDate(0, 0, 100) }, Log: i.app.Log}
		must(t, keeper.Run(t.Context()))

		show := func(path string) string {
			return i.text(i.do("GET", path, "", "Origin", "", "Accept-Language", "de"))
		}
		account := show("/ledger/" + i.bot.Workspace + "/" + i.bot.ID + "/" + got.Answer)
		if strings.Count(account, "Der Text ist entfernt worden") != 2 || !strings.Contains(account, "aber ohne Verbindung zu ihr") ||
			strings.Contains(account, "wird nicht gespeichert") || strings.Contains(account, "hat nichts den Server verlassen") || strings.Contains(account, " Uhr") {
			t.Errorf("the account: %s", account)
		}
		list := show("/ledger?purpose=model")
		if !strings.Contains(list, "/v1/chat/completions") || !regexp.MustCompile(`datetime="\d{4}-\d\d-\d\d"`).MatchString(list) || strings.Contains(list, got.Answer) || strings.Contains(list, "(UTC)") {
			t.Errorf("the list: %s", list)
		}
		var view struct {
			Anonymised bool
			Transfers  []any
		}
		if s := i.manage("GET", "/v1/bots/"+i.bot.ID+"/answers/"+got.Answer, "", &view); s != http.StatusOK || !view.Anonymised || len(view.Transfers) != 0 {
			t.Errorf("%d, the API says %+v", s, view)
		}
	})
}

func TestTheAccountAtTheCommandLine_D4(t *testing.T) {
	model := llmfake.New(t, "openai", llmfake.Script{Reply: func(request []byte) []string {
		all := regexp.MustCompile(`EMAIL_[A-Z0-9]+`).FindAllString(string(request), -1)
		return []string{"Gern, " + all[len(all)-1][:8], all[len(all)-1][8:] + ": samstags bis 16 Uhr [1]."}
	}})
	i := beginWith(t, nil, model).read()
	d := sit(t)
	d.env = append(d.env, "WCA_DATA="+i.config.Data)
	ask := func() string {
		t.Helper()
		answer := i.ask("", "Ich bin erika@muster.example. Wie lange hat der Laden am Samstag geöffnet?").Answer
		must(t, i.app.DB.Flush(t.Context())) // the command is another process
		return d.ok("account", answer)
	}
	told := ask()
	for _, want := range []string{
		"The visitor wrote\n\nIch bin erika@muster.example.", "For reading, user:\nIch bin EMAIL_", "Exactly these bytes:\n" + string(model.Requests()[0].Body) + "\n",
		"For reading:\nGern, EMAIL_", ": samstags bis 16 Uhr [1].\n\nExactly these bytes:\n: keep-alive\n",
	} {
		if !strings.Contains(told, want) {
			t.Errorf("the account lacks %q: %s", want, told)
		}
	}
	none := 0
	i.set(func(s *bot.Settings) { s.Retention.Days = &none })
	told = ask()
	if strings.Count(told, "(The text is not stored.)") != 2 || !strings.Contains(told, "(They are not kept, or not any more.)") || strings.Contains(told, "\n\n\n") || strings.Contains(told, "For reading") {
		t.Errorf("without text: %s", told)
	}
}

func TestTheLedgerAtTheCommandLine_D4(t *testing.T) {
	d := sit(t)
	d.ok("bot", "create", "shop")
	if out := d.ok("ledger") + d.ok("ledger", "--sums"); out != "" {
		t.Errorf("an empty ledger: %s", out)
	}
	site := startShelf(t, &shelf{pages: map[string]string{"/": "Der Laden hat am Samstag bis 16 Uhr geöffnet."}})
	d.ok("ingest", "--bot", "shop", "--allow-private", site)
	if out := d.ok("ledger", "--bot", "shop"); !strings.Contains(out, "crawl") || !strings.Contains(out, "/robots.txt") || !strings.Contains(out, "replaced: nothing") {
		t.Errorf("listed: %s", out)
	}
	var sum struct {
		Purpose   egress.Purpose
		Transfers int
	}
	if err := json.Unmarshal([]byte(d.ok("ledger", "--sums", "--json")), &sum); err != nil || sum.Purpose != egress.Crawl || sum.Transfers < 2 {
		t.Errorf("%v, %+v", err, sum)
	}
	for flag, value := range map[string]string{"--purpose": "gossip", "--limit": "0"} {
		if code, _, messages := d.run("", "ledger", flag, value); code != 2 || !strings.Contains(messages, flag) {
			t.Errorf("%s %s: %d, %s", flag, value, code, messages)
		}
	}
	if code, _, _ := d.run("", "ledger", "--bot", "nobody"); code != 1 {
		t.Errorf("an unknown bot: %d", code)
	}
}

func startShelf(t *testing.T, s *shelf) string {
	t.Helper()
	server := httptest.NewServer(s)
	t.Cleanup(server.Close)
	return server.URL
}

// Behind a proxy everybody comes from the machine itself. Then only a key opens what is for who runs the
// server, whether the proxy says who asks or not.
func TestNobodyIsAtTheServerBehindAProxy_A08(t *testing.T) {
	closed := func(i *instance, headers ...string) {
		t.Helper()
		response := i.do("GET", "/ledger", "", append([]string{"Origin", ""}, headers...)...)
		if text := i.text(response); response.StatusCode != http.StatusForbidden || strings.Contains(text, "robots.txt") {
			t.Errorf("%v: %d", headers, response.StatusCode)
		}
		if start := i.text(i.do("GET", "/", "", append([]string{"Origin", ""}, headers...)...)); strings.Contains(start, i.bot.PublicID) {
			t.Errorf("%v: the bots are listed", headers)
		}
	}
	i := begin(t, nil).read()
	if response := i.do("GET", "/ledger", "", "Origin", ""); response.StatusCode != http.StatusOK {
		t.Errorf("at the server itself: %d", response.StatusCode)
	}
	for _, header := range []string{"X-Forwarded-For", "X-Forwarded-Proto", "X-Real-IP", "Forwarded", "Via", "CF-Connecting-IP", "True-Client-IP"} {
		closed(i, header, "203.0.113.5")
	}
	connection, err := net.Dial("tcp", strings.TrimPrefix(i.url, "http://"))
	must(t, err)
	defer connection.Close()
	_, err = connection.Write([]byte("GET /ledger HTTP/1.0\r\nHost: 127.0.0.1:8080\r\n\r\n")) // as nginx asks
	must(t, err)
	said, err := io.ReadAll(connection)
	must(t, err)
	if !strings.HasPrefix(string(said), "HTTP/1.0 403") {
		t.Errorf("HTTP/1.0: %.40s", said)
	}

	for _, settings := range []map[string]string{{"public_url": "https://chat.example.com"}, {"trusted_proxies": "127.0.0.1"}} {
		i := begin(t, settings)
		closed(i)
		if response := i.do("GET", "/ledger", "", "Origin", "", "Authorization", "Bearer "+i.key); response.StatusCode != http.StatusOK {
			t.Errorf("%v, with the key: %d", settings, response.StatusCode)
		}
	}
}

// Of what is underway, or was broken off by a crash, nobody knows yet how much came back: nothing says it was 0 bytes.
func TestWhatIsUnderwayIsSaidToBe_D4(t *testing.T) {
	i := begin(t, nil)
	begun := egress.Transfer{ID: token.ID("tr"), Time: time.Now(), Purpose: egress.Model, Recipient: "llm.example", Method: "POST", Path: "/v1/chat", BytesOut: 42,
		Attribution: egress.Attribution{Workspace: i.bot.Workspace, Bot: i.bot.ID}}
	must(t, i.app.DB.Record(t.Context(), begun))
	d := &desk{t: t, dir: t.TempDir(), env: []string{"WCA_DATA=" + i.config.Data}}
	said := func() (german, english, line, view string) {
		return escape.UnescapeString(i.text(i.do("GET", "/ledger?lang=de", "", "Origin", ""))), escape.UnescapeString(i.text(i.do("GET", "/ledger?lang=en", "", "Origin", ""))),
			d.ok("ledger", "--bot", i.bot.Name), i.text(i.do("GET", "/v1/transfers", "", "Authorization", "Bearer "+i.key))
	}
	german, english, line, view := said()
	if !strings.Contains(german, "läuft noch oder wurde unterbrochen") || !strings.Contains(english, "underway, or broken off") || !strings.Contains(line, "… bytes in") || !strings.Contains(line, "underway, or broken off") || !strings.Contains(view, `"underway":true`) {
		t.Errorf("underway: %s\n%s", line, view)
	}
	begun.Status, begun.BytesIn = 200, 17
	must(t, i.app.DB.Complete(t.Context(), begun))
	must(t, i.app.DB.Flush(t.Context()))
	german, english, line, view = said()
	if strings.Contains(german, "läuft noch") || strings.Contains(english, "underway") || !strings.Contains(line, "17 bytes in") || strings.Contains(line, "underway") || strings.Contains(view, "underway") {
		t.Errorf("ended: %s\n%s", line, view)
	}
}
