package system

import (
	"encoding/json"
	"maps"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/token"
	"github.com/webchatagent/wca/internal/workspace"
	llmfake "github.com/webchatagent/wca/test/fake/llm"
)

// route is an operation of the API's description.
type route struct {
	method, path string
	form         bool // it takes a file
	query        []string
}

// routes are all that the API describes, but for those of visitors.
func (i *instance) routes() []route {
	i.t.Helper()
	var described struct {
		Paths map[string]map[string]struct {
			RequestBody struct {
				Content map[string]json.RawMessage
			}
			Parameters []struct{ Name, In string }
		}
	}
	must(i.t, json.Unmarshal([]byte(i.text(i.do("GET", "/openapi.json", ""))), &described))
	var all []route
	for _, path := range slices.Sorted(maps.Keys(described.Paths)) {
		for method, op := range described.Paths[path] {
			if strings.HasPrefix(path, "/v1/chat/") {
				continue
			}
			r := route{method: strings.ToUpper(method), path: path}
			_, r.form = op.RequestBody.Content["multipart/form-data"]
			for _, p := range op.Parameters {
				if p.In == "query" {
					r.query = append(r.query, p.Name)
				}
			}
			all = append(all, r)
		}
	}
	return all
}

// tries makes a request to a route with everything filled in that any of them takes.
func (i *instance) tries(r route, ids map[string]string, key string) (status int, text string) {
	i.t.Helper()
	path := parameter.ReplaceAllStringFunc(r.path, func(name string) string { return ids[strings.Trim(name, "{}")] })
	query := url.Values{}
	for name, value := range map[string]string{"q": "Laden", "bot": ids["bot"]} {
		if slices.Contains(r.query, name) {
			query.Set(name, value)
		}
	}
	path += "?" + query.Encode()
	body, kind := "", ""
	switch {
	case r.form:
		kind, body = "multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.md\"\r\nContent-Type: text/markdown\r\n\r\n# A\n\nText.\r\n--b--\r\n"
	case r.method != http.MethodGet && r.method != http.MethodDelete:
		kind, body = "application/json", bodies[r.path]
	}
	response := i.do(r.method, path, body, "Authorization", "Bearer "+key, "Origin", "", "Content-Type", kind)
	return response.StatusCode, i.text(response)
}

var parameter = regexp.MustCompile(`\{[a-z]+\}`)

// bodies are right ones, by the path of the route.
var bodies = map[string]string{
	"/v1/bots":                        `{"name":"Neu"}`,
	"/v1/bots/{bot}":                  `{"name":"Umbenannt"}`,
	"/v1/bots/{bot}/answers":          `{"question":"Wie lange hat der Laden am Samstag geöffnet?"}`,
	"/v1/bots/{bot}/pairs":            `{"question":"Gibt es Parkplätze?","answer":"Ja."}`,
	"/v1/bots/{bot}/sessions/find":    `{"text":"Samstag"}`,
	"/v1/bots/{bot}/settings/draft":   `{"model":{"provider":"quote"},"languages":["de"],"personal":{}}`,
	"/v1/bots/{bot}/sources":          `{"address":"https://www.example.com/"}`,
	"/v1/keys":                        `{"label":"Neu","role":"owner"}`,
	"/v1/bots/{bot}/settings/publish": `{"number":1}`,
}

// Every route of the API, with the ids of one workspace and the key of another: the answer is that to ids that do not
// exist, and nothing of the owner's is shown or changes.
func TestTheRoutesKeepWorkspacesApart_A5_T01(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		model := llmfake.New(t, "openai", llmfake.Script{Tokens: []string{"Samstags bis 16 Uhr [1]."}})
		i := beginWith(t, settings, model).read()
		asked := i.ask("", "Wie lange hat der Laden am Samstag geöffnet? Sagt Kanarius.")
		i.ask(asked.Session, "Wer hat die Fußball-Weltmeisterschaft 2014 gewonnen?")
		if s := i.manage("POST", "/v1/bots/"+i.bot.ID+"/pairs", bodies["/v1/bots/{bot}/pairs"], nil); s/100 != 2 {
			t.Fatalf("writing an answer: %d", s)
		}
		first := func(path string) string {
			var all []struct{ ID string }
			if s := i.manage("GET", path, "", &all); s != http.StatusOK || len(all) == 0 {
				t.Fatalf("%s: status %d, %v", path, s, all)
			}
			return all[0].ID
		}
		of := "/v1/bots/" + i.bot.ID
		theirs := map[string]string{
			"bot": i.bot.ID, "answer": asked.Answer, "document": first(of + "/documents"), "pair": first(of + "/pairs"), "session": first(of + "/sessions"),
			"source": first(of + "/sources"), "key": first("/v1/keys"),
		}
		nobodys, own := map[string]string{}, map[string]string{}
		for name, id := range theirs {
			prefix, _, _ := strings.Cut(id, "_")
			nobodys[name], own[name] = token.ID(prefix), token.ID(prefix)
		}
		key := token.Secret("wca")
		other := workspace.Workspace{ID: token.ID("ws"), Name: "Andere", CreatedAt: time.Now()}
		err := i.app.DB.CreateWorkspace(t.Context(), other, workspace.Key{Workspace: other.ID, ID: token.ID("key"), Hash: token.Hash(key), Role: workspace.Owner, CreatedAt: time.Now()})
		must(t, err)
		b, err := i.app.NewBot(t.Context(), other.ID, "Eigener")
		must(t, err)
		own["bot"] = b.ID

		everything := func() string {
			var b strings.Builder
			for _, path := range []string{"/v1/bots", of, of + "/settings", of + "/settings/versions", of + "/documents", of + "/pairs", of + "/sessions", of + "/sources", "/v1/keys", "/v1/erasures", of + "/gaps"} {
				b.WriteString(i.text(i.do("GET", path, "", "Authorization", "Bearer "+i.key, "Origin", "")) + "\n")
			}
			return b.String()
		}
		before, requests := everything(), len(model.Requests())
		routes := i.routes()
		if len(routes) < 35 {
			t.Fatalf("only %d routes", len(routes))
		}
		ref := regexp.MustCompile(`"reference":"[^"]*"`)
		for _, r := range routes {
			if r.path == "/v1/workspace" || !strings.Contains(r.path, "{") && r.method != http.MethodGet {
				continue // of one's own workspace only
			}
			status, text := i.tries(r, theirs, key)
			_, unknown := i.tries(r, nobodys, key)
			for name, id := range theirs {
				if strings.Contains(text, id) {
					t.Errorf("%s %s shows the %s: %s", r.method, r.path, name, text)
				}
			}
			if strings.Contains(text, "Kanarius") || strings.Contains(text, "Speichenhof") {
				t.Errorf("%s %s shows %s", r.method, r.path, text)
			}
			if strings.Contains(r.path, "{") && (status != http.StatusNotFound || ref.ReplaceAllString(text, "") != ref.ReplaceAllString(unknown, "")) {
				t.Errorf("%s %s: status %d, %s; of an id that nobody has %s", r.method, r.path, status, text, unknown)
			}
			// One's own bot and what belongs to another's.
			mixed := maps.Clone(theirs)
			mixed["bot"] = own["bot"]
			if strings.Count(r.path, "{") < 2 {
				continue
			}
			if status, text := i.tries(r, mixed, key); status != http.StatusNotFound && !(status == http.StatusOK && text == "[]\n") {
				t.Errorf("%s %s through a bot of one's own: status %d, %s", r.method, r.path, status, text)
			}
		}
		if after := everything(); after != before {
			t.Errorf("before %s\nafter %s", before, after)
		}
		if n := len(model.Requests()); n != requests {
			t.Errorf("%d requests to the model", n-requests)
		}
	})
}

// Whoever may only look changes nothing, whatever the route.
func TestWhoMayOnlyLookChangesNothing_A5_T13(t *testing.T) {
	i := begin(t, nil)
	key := token.Secret("wca")
	must(t, i.app.DB.CreateKey(t.Context(), workspace.Key{Workspace: i.bot.Workspace, ID: token.ID("key"), Hash: token.Hash(key), Role: workspace.Analyst, CreatedAt: time.Now()}))
	ids := map[string]string{"bot": i.bot.ID}
	for _, name := range []string{"answer", "document", "pair", "session", "source", "key"} {
		ids[name] = token.ID("x")
	}
	for _, r := range i.routes() {
		looks := r.method == http.MethodGet && !strings.HasPrefix(r.path, "/v1/keys")
		if status, text := i.tries(r, ids, key); !looks && status != http.StatusForbidden {
			t.Errorf("%s %s: status %d, %s", r.method, r.path, status, text)
		}
		if status, _ := i.tries(r, ids, ""); status != http.StatusUnauthorized {
			t.Errorf("%s %s without a key: status %d", r.method, r.path, status)
		}
	}
}
