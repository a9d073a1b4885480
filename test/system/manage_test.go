package system

import (
	"bytes"
	"encoding/json"
	"mime/multipart"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/demo"
	"github.com/webchatagent/wca/internal/source"
	"github.com/webchatagent/wca/internal/token"
	"github.com/webchatagent/wca/internal/workspace"
)

type botView struct {
	ID       string
	PublicID string `json:"public_id"`
	Name     string
}

type keyView struct{ ID, Prefix, Role, Secret string }

func TestABotIsManagedByHTTP(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		i := begin(t, settings)
		var made botView
		if s := i.manage("POST", "/v1/bots", `{"name":"  Zweiter Bot "}`, &made); s != http.StatusOK || made.Name != "Zweiter Bot" || made.PublicID == made.ID {
			t.Fatalf("status %d, made %+v", s, made)
		}
		var all []botView
		if i.manage("GET", "/v1/bots", "", &all); len(all) != 2 {
			t.Errorf("bots: %+v", all)
		}
		if s := i.manage("PATCH", "/v1/bots/"+made.ID, `{"name":"Dritter"}`, &made); s != http.StatusOK || made.Name != "Dritter" {
			t.Errorf("renaming: status %d, %+v", s, made)
		}

		var version struct {
			Number   int
			State    string
			Settings map[string]any
		}
		i.manage("GET", "/v1/bots/"+made.ID+"/settings", "", &version)
		version.Settings["greeting"] = map[string]string{"de": "Moin!", "en": "Hi!"}
		draft, err := json.Marshal(version.Settings)
		must(t, err)
		if s := i.manage("PUT", "/v1/bots/"+made.ID+"/settings/draft", string(draft), &version); s != http.StatusOK || version.State != "draft" {
			t.Fatalf("the draft: status %d, %+v", s, version)
		}
		number := version.Number
		version.Settings = nil
		i.manage("GET", "/v1/bots/"+made.ID+"/settings", "", &version)
		if strings.Contains(jsonOf(t, version.Settings), "Moin") {
			t.Error("visitors see a draft")
		}
		if s := i.manage("POST", "/v1/bots/"+made.ID+"/settings/publish", `{"number":`+jsonOf(t, number)+`}`, &version); s != http.StatusOK || !strings.Contains(jsonOf(t, version.Settings), "Moin") {
			t.Errorf("publishing: status %d, %+v", s, version)
		}

		var source struct{ ID, State string }
		form := &bytes.Buffer{}
		parts := multipart.NewWriter(form)
		file, err := parts.CreateFormFile("file", "C:\\Users\\x\\..\\Preise\u202e.md")
		must(t, err)
		_, err = file.Write([]byte("# Preise\n\nEine Inspektion kostet 49 Euro."))
		must(t, err)
		must(t, parts.Close())
		response := i.do("POST", "/v1/bots/"+made.ID+"/files", form.String(), "Authorization", "Bearer "+i.key, "Origin", "", "Content-Type", parts.FormDataContentType())
		text := i.text(response)
		must(t, json.Unmarshal([]byte(text), &source))
		if response.StatusCode != http.StatusOK || !strings.Contains(text, `"Preise.md"`) {
			t.Fatalf("uploading: status %d, %s", response.StatusCode, text)
		}
		i.bot.ID = made.ID
		i.ingest(source.ID)
		var hits []struct{ Document, Passage string }
		if i.manage("GET", "/v1/bots/"+made.ID+"/search?q=Was+kostet+eine+Inspektion", "", &hits); len(hits) != 1 || hits[0].Document != "Preise.md" {
			t.Errorf("found %+v", hits)
		}
		var answer struct {
			Answer    string
			Refused   bool
			Citations []struct{ Document string }
		}
		if i.manage("POST", "/v1/bots/"+made.ID+"/answers", `{"question":"Was kostet eine Inspektion?"}`, &answer); answer.Refused || !strings.Contains(answer.Answer, "49 Euro") || len(answer.Citations) != 1 {
			t.Errorf("answer: %+v", answer)
		}
		if s := i.manage("DELETE", "/v1/bots/"+made.ID+"/sources/"+source.ID, "", nil); s != http.StatusOK {
			t.Errorf("removing the source: status %d", s)
		}
		if i.manage("GET", "/v1/bots/"+made.ID+"/search?q=Was+kostet+eine+Inspektion", "", &hits); len(hits) != 0 {
			t.Errorf("a removed source is still found: %+v", hits)
		}
		if i.manage("POST", "/v1/bots/"+made.ID+"/answers", `{"question":"Was kostet eine Inspektion?"}`, &answer); !answer.Refused {
			t.Errorf("a removed source still answers: %+v", answer)
		}
		var gaps []struct{ Question string }
		if i.manage("GET", "/v1/bots/"+made.ID+"/gaps", "", &gaps); len(gaps) != 1 || gaps[0].Question != "Was kostet eine Inspektion?" {
			t.Errorf("gaps: %+v", gaps)
		}
		if s := i.manage("DELETE", "/v1/bots/"+made.ID, "", nil); s != http.StatusOK {
			t.Errorf("deleting the bot: status %d", s)
		}
		if s := i.manage("GET", "/v1/bots/"+made.ID, "", nil); s != http.StatusNotFound {
			t.Errorf("the deleted bot: status %d", s)
		}
	})
}

// A key of another workspace learns nothing, not even that something exists.
func TestForeignThingsAnswerAsUnknownOnes_A5_L1(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		i := begin(t, settings)
		s, err := i.app.Library.AddSite(t.Context(), i.bot.Workspace, i.bot.ID, source.Website{Address: "http://127.0.0.1:1/", Rules: demo.Rules()})
		must(t, err)
		other := workspace.Workspace{ID: token.ID("ws"), Name: "Other", CreatedAt: i.app.Keys.Now()}
		must(t, i.app.DB.CreateWorkspace(t.Context(), other, workspace.Key{Workspace: other.ID, ID: token.ID("key"), Hash: []byte("x"), Role: workspace.Owner, CreatedAt: i.app.Keys.Now()}))
		_, foreign, err := i.app.Keys.Create(t.Context(), other.ID, "foreign", workspace.Owner)
		must(t, err)
		for _, c := range []struct{ method, path, body string }{
			{"GET", "/v1/bots/BOT", ""},
			{"PATCH", "/v1/bots/BOT", `{"name":"x"}`},
			{"DELETE", "/v1/bots/BOT", ""},
			{"GET", "/v1/bots/BOT/settings", ""},
			{"GET", "/v1/bots/BOT/settings/versions", ""},
			{"POST", "/v1/bots/BOT/settings/publish", `{"number":1}`},
			{"GET", "/v1/bots/BOT/sources", ""},
			{"POST", "/v1/bots/BOT/sources", `{"address":"https://a.example"}`},
			{"GET", "/v1/bots/BOT/sources/SOURCE", ""},
			{"POST", "/v1/bots/BOT/sources/SOURCE/read", ""},
			{"GET", "/v1/bots/BOT/sources/SOURCE/pages", ""},
			{"DELETE", "/v1/bots/BOT/sources/SOURCE", ""},
			{"GET", "/v1/bots/BOT/documents", ""},
			{"GET", "/v1/bots/BOT/search?q=a", ""},
			{"POST", "/v1/bots/BOT/answers", `{"question":"a"}`},
			{"GET", "/v1/bots/BOT/gaps", ""},
			{"GET", "/v1/bots/BOT/gaps/topics", ""},
			{"GET", "/v1/bots/BOT/pairs", ""},
			{"POST", "/v1/bots/BOT/pairs", `{"question":"a","answer":"b"}`},
			{"DELETE", "/v1/bots/BOT/pairs/x", ""},
			{"GET", "/v1/bots/BOT/answers/msg_1/transfers", ""},
		} {
			ask := func(bot, source, key string) (int, string) {
				path := strings.NewReplacer("BOT", bot, "SOURCE", source).Replace(c.path)
				response := i.do(c.method, path, c.body, "Authorization", "Bearer "+key, "Origin", "")
				text := strings.NewReplacer(bot, "BOT", source, "SOURCE").Replace(i.text(response))
				return response.StatusCode, text
			}
			status, text := ask(i.bot.ID, s.ID, foreign)
			status2, text2 := ask("bot_0000000000000000000000000", "src_0000000000000000000000000", foreign)
			if status != http.StatusNotFound || status2 != status || text != text2 {
				t.Errorf("%s %s: %d %s\nunknown: %d %s", c.method, c.path, status, text, status2, text2)
			}
		}
		var bots []botView
		if i.manage("GET", "/v1/bots", "", &bots); len(bots) != 1 {
			t.Errorf("the foreign key changed something: %+v", bots)
		}
	})
}

func TestKeysHaveRolesAndEnd_A5_L1(t *testing.T) {
	i := begin(t, nil)
	for name, header := range map[string]string{"none": "", "not a key": "Bearer abc", "unknown": "Bearer wca_" + strings.Repeat("x", 40), "basic": "Basic " + i.key} {
		response := i.do("GET", "/v1/bots", "", "Authorization", header, "Origin", "")
		if response.StatusCode != http.StatusUnauthorized || response.Header.Get("WWW-Authenticate") != "Bearer" || response.Header.Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s: status %d, %v", name, response.StatusCode, response.Header)
		}
	}
	if response := i.do("GET", "/v1/bots", "", "Authorization", "Bearer "+i.key, "Origin", ""); response.StatusCode != http.StatusOK || response.Header.Get("Cache-Control") != "no-store" {
		t.Errorf("what a key shows may be kept on the way: status %d, %v", response.StatusCode, response.Header)
	}
	key := func(role string) keyView {
		var k keyView
		if s := i.manage("POST", "/v1/keys", `{"label":"Test","role":"`+role+`"}`, &k); s != http.StatusOK || !strings.HasPrefix(k.Secret, "wca_") {
			t.Fatalf("a key for %s: status %d, %+v", role, s, k)
		}
		return k
	}
	status := func(k keyView, method, path, body string) int {
		return i.do(method, path, body, "Authorization", "Bearer "+k.Secret, "Origin", "").StatusCode
	}
	analyst, editor, owner := key("analyst"), key("editor"), key("owner")
	for _, c := range []struct {
		key          keyView
		method, path string
		body         string
		want         int
	}{
		{analyst, "GET", "/v1/bots", "", 200}, {analyst, "POST", "/v1/bots", `{"name":"x"}`, 403}, {analyst, "GET", "/v1/keys", "", 403},
		{editor, "POST", "/v1/bots", `{"name":"x"}`, 200}, {editor, "POST", "/v1/keys", `{"label":"x","role":"owner"}`, 403}, {editor, "DELETE", "/v1/keys/" + owner.ID, "", 403},
		{owner, "GET", "/v1/keys", "", 200},
	} {
		if got := status(c.key, c.method, c.path, c.body); got != c.want {
			t.Errorf("%s: %s %s: status %d, want %d", c.key.Role, c.method, c.path, got, c.want)
		}
	}
	list := i.text(i.do("GET", "/v1/keys", "", "Authorization", "Bearer "+i.key, "Origin", ""))
	for _, k := range []keyView{analyst, editor, owner} {
		if strings.Contains(list, k.Secret) || !strings.Contains(list, k.ID) {
			t.Errorf("the list shows a secret or lacks a key: %s", list)
		}
	}
	if s := i.manage("DELETE", "/v1/keys/"+editor.ID, "", nil); s != http.StatusNoContent {
		t.Errorf("revoking: status %d", s)
	}
	if s := status(editor, "GET", "/v1/bots", ""); s != http.StatusUnauthorized {
		t.Errorf("a revoked key: status %d", s)
	}
	if strings.Contains(i.log.String(), i.key) || strings.Contains(i.log.String(), editor.Secret) {
		t.Error("a key stands in the log")
	}
}

func TestProblemsSayWhatIsWrong_P02(t *testing.T) {
	i := begin(t, nil)
	path := "/v1/bots/" + i.bot.ID
	if form := i.do("POST", "/v1/bots", "name=x", "Authorization", "Bearer "+i.key, "Content-Type", "application/x-www-form-urlencoded"); form.StatusCode != 415 {
		t.Errorf("a form: status %d", form.StatusCode)
	} else if text := i.text(form); !strings.Contains(text, `"code":"not_json"`) || !strings.Contains(text, "Content-Type: application/json") {
		t.Errorf("a form: %s", text)
	}
	for _, c := range []struct {
		method, path, body string
		status             int
		says               string
	}{
		{"POST", "/v1/bots", `{"name":""}`, 422, "name"},
		{"POST", "/v1/bots", `{"name":"x","color":1}`, 422, "color"},
		{"POST", "/v1/bots", `{"name":`, 400, `"code":"not_json"`},
		{"POST", "/v1/bots", `name`, 400, "The body of the request is not valid JSON."},
		{"POST", "/v1/bots", "", 400, `"code":"body_missing"`},
		{"POST", "/v1/bots", `{"name":5}`, 422, "at /docs: body.name must be text, in quotation marks."},
		{"POST", "/v1/bots", `{}`, 422, "at /docs: body.name is missing."},
		{"POST", "/v1/bots", `{"name":"x","color":1}`, 422, "body.color is not known; known are name."},
		{"POST", "/v1/bots", `{"name":"` + strings.Repeat("x", 101) + `"}`, 422, "body.name may have at most 100 characters."},
		{"POST", "/v1/bots", `[]`, 422, "body must be an object, in curly brackets."},
		{"POST", "/v1/bots", `{"name":"` + strings.Repeat("x", 2<<20) + `"}`, 413, `it may have at most 1 MB.","code":"body_too_large"`},
		{"POST", path + "/answers", `{"question":"Wann?","language":"xx"}`, 422, "body.language must be one of de, en."},
		{"PUT", path + "/settings/draft", `{"languages":["de"],"personal":{},"model":{"provider":"quote","size":1}}`, 422, "body.model.size is not known; known are fallbacks, "},
		{"GET", path + "/gaps?limit=many", "", 422, "query.limit must be a whole number."},
		{"GET", "/v1/transfers?limit=0", "", 422, "query.limit must be at least 1."},
		{"GET", path + "/search", "", 422, "query.q is missing."},
		{"GET", "/v1/transfers/sums?day=7", "", 422, "query.day is not known; known are bot, purpose, days."},
		{"DELETE", path + "/pairs/pair_x?all=1", "", 422, "query.all is not known; none is."},
		{"GET", path + "/search?q=a&k=abc", "", 422, `"code":"request_wrong"`},
		{"POST", path + "/sources", `{"address":"ftp://a.example"}`, 400, "not the address of a website"},
		{"POST", path + "/sources", `{"address":"non sense"}`, 400, "not the address of a website"},
		{"POST", path + "/answers", `{"question":""}`, 422, "question"},
		{"POST", path + "/answers", `{"question":"` + strings.Repeat("x", 3000) + `"}`, 422, "question"},
		{"GET", path + "/search", "", 422, "q"},
		{"GET", path + "/search?q=a&k=1000", "", 422, "k"},
		{"POST", path + "/settings/publish", `{"number":77}`, 404, "no such version"},
		{"GET", "/v1/nothing", "", 404, ""},
		{"PUT", "/v1/bots", "{}", 405, ""},
	} {
		response := i.do(c.method, c.path, c.body, "Authorization", "Bearer "+i.key, "Origin", "")
		text := i.text(response)
		var problem struct {
			Status        int
			Title, Detail string
		}
		if err := json.Unmarshal([]byte(text), &problem); err != nil || response.StatusCode != c.status || problem.Status != c.status || problem.Detail == "" ||
			response.Header.Get("Content-Type") != "application/problem+json" || !strings.Contains(text, c.says) {
			t.Errorf("%s %s %.40s: status %d, %s: %s", c.method, c.path, c.body, response.StatusCode, response.Header.Get("Content-Type"), text)
		}
		if strings.Contains(text, "goroutine") || strings.Contains(text, "sql") || strings.Contains(text, "JSON input") || strings.Contains(text, "looking for") {
			t.Errorf("%s %s leaks: %s", c.method, c.path, text)
		}
	}
}

func TestTheDescriptionIsComplete_P01(t *testing.T) {
	i := begin(t, nil)
	var description struct {
		OpenAPI string
		Paths   map[string]map[string]struct {
			OperationID string
			Summary     string
			Security    []map[string][]string
			Responses   map[string]any
		}
	}
	must(t, json.Unmarshal([]byte(i.text(i.do("GET", "/openapi.json", ""))), &description))
	if !strings.HasPrefix(description.OpenAPI, "3.1") || len(description.Paths) < 20 {
		t.Fatalf("version %q, %d paths", description.OpenAPI, len(description.Paths))
	}
	var ids []string
	for path, operations := range description.Paths {
		for method, o := range operations {
			ids = append(ids, o.OperationID)
			if o.Summary == "" || o.OperationID == "" || len(o.Responses) == 0 {
				t.Errorf("%s %s is not described: %+v", method, path, o)
			}
			visitors := strings.HasPrefix(path, "/v1/chat/")
			if visitors != (o.Security != nil && len(o.Security) == 0) {
				t.Errorf("%s %s: security %v", method, path, o.Security)
			}
			if visitors {
				continue
			}
			concrete := strings.NewReplacer("{bot}", i.bot.ID, "{source}", "x", "{key}", "x", "{answer}", "x", "{pair}", "x").Replace(path)
			response := i.do(strings.ToUpper(method), concrete, "", "Origin", "")
			if response.StatusCode != http.StatusUnauthorized {
				t.Errorf("%s %s without a key: status %d", method, path, response.StatusCode)
			}
		}
	}
	slices.Sort(ids)
	if len(slices.Compact(ids)) != len(ids) {
		t.Errorf("operation ids occur twice: %v", ids)
	}
	page := i.do("GET", "/docs", "")
	if text := i.text(page); page.StatusCode != http.StatusOK || strings.Contains(text, "//unpkg") || strings.Contains(text, "cdn") || !strings.Contains(text, "/v1/bots/{bot}/answers") {
		t.Errorf("the documentation page: status %d", page.StatusCode)
	}
}

func jsonOf(t *testing.T, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	must(t, err)
	return string(b)
}
