package arrows

import (
	"strings"
	"testing"
)

// rules are all checks, by the name a failing test shows.
var rules = map[string]func(file) []string{
	"arrows":     wrongArrows,
	"sql":        sqlOutsideStore,
	"clients":    clientsOutsideEgress,
	"listeners":  listenersElsewhere,
	"handlers":   handlersInSubjects,
	"empty name": emptyName,
}

func TestProgramKeepsItsShape_L2(t *testing.T) {
	files := program(t)
	if len(files) < 20 {
		t.Fatalf("only %d files found: the test looks in the wrong place", len(files))
	}
	for name, rule := range rules {
		t.Run(name, func(t *testing.T) {
			seen := map[string]bool{}
			for _, f := range files {
				for _, message := range rule(f) {
					if !seen[message] {
						t.Error(message)
					}
					seen[message] = true
				}
			}
		})
	}
}

// A rule that finds nothing may be blind; each is shown what it must find.
func TestRulesFindWhatTheyForbid(t *testing.T) {
	const ours = `"github.com/webchatagent/wca/internal/`
	cases := []struct {
		rule, file, source string
		want               string // part of the message; empty: nothing to find
	}{
		{"arrows", "internal/bot/a.go", `import ` + ours + `store"`, "layer above"},
		{"arrows", "internal/egress/a.go", `import ` + ours + `bot"`, "layer above"},
		{"arrows", "internal/web/a.go", `import ` + ours + `store"`, "same layer"},
		{"arrows", "internal/bot/a.go", `import ` + ours + `source/crawl"`, "same layer"},
		{"arrows", "internal/bot/make/main.go", `import ` + ours + `source/crawl"`, ""},
		{"arrows", "internal/egress/make/main.go", `import ` + ours + `bot"`, "layer above"},
		{"arrows", "internal/novelty/a.go", ``, "no layer"},
		{"arrows", "internal/bot/a.go", `import ` + ours + `store/storetest"`, "for tests"},
		{"arrows", "cmd/wca/main.go", `import ` + ours + `app"`, "hands over"},
		{"arrows", "internal/bot/a.go", `import "github.com/webchatagent/wca/test/eval"`, "no part of the program"},
		{"arrows", "cmd/wca/main.go", `import ` + ours + `cli"`, ""},
		{"arrows", "internal/conversation/a.go", `import ` + ours + `bot"`, ""},
		{"arrows", "internal/conversation/a.go", `import ` + ours + `llm/prompt"`, ""},
		{"arrows", "internal/web/a.go", `import ` + ours + `web/api"`, ""},

		{"sql", "internal/bot/a.go", `import "database/sql"`, "only internal/store"},
		{"sql", "internal/bot/a.go", `import _ "github.com/jackc/pgx/v5/stdlib"`, "only internal/store"},
		{"sql", "internal/store/a.go", `import "database/sql"`, ""},

		{"clients", "internal/llm/a.go", `import "net/http"; var c = http.Client{}`, "http.Client"},
		{"clients", "internal/llm/a.go", `import "net/http"; var c = &http.Client{}`, "http.Client"},
		{"clients", "internal/llm/a.go", `import "net/http"; var c = new(http.Client)`, "http.Client"},
		{"clients", "internal/llm/a.go", `import "net/http"; var c http.Client`, "http.Client"},
		{"clients", "internal/llm/a.go", `import web "net/http"; var c = web.DefaultClient`, "DefaultClient"},
		{"clients", "internal/llm/a.go", `import "net/http"; func f() { http.Get("") }`, "http.Get"},
		{"clients", "internal/llm/a.go", `import "net"; func f() { net.Dial("tcp", "") }`, "net.Dial"},
		{"clients", "internal/llm/a.go", `import "net"; func f() { net.LookupHost("") }`, "net.LookupHost"},
		{"clients", "internal/llm/a.go", `import "net/http"; func f(c *http.Client) {}`, ""},
		{"clients", "internal/egress/a.go", `import "net/http"; var c = &http.Client{}`, ""},

		{"listeners", "internal/web/a.go", `import "net"; func f() { net.Listen("tcp", "") }`, "open a port"},
		{"listeners", "internal/app/a.go", `import "net"; func f() { net.Listen("tcp", "") }`, ""},

		{"handlers", "internal/bot/a.go", `import "net/http"; func f(w http.ResponseWriter) {}`, "no HTTP"},
		{"handlers", "internal/web/a.go", `import "net/http"; func f(w http.ResponseWriter) {}`, ""},

		{"empty name", "internal/bot/util/a.go", ``, "what it is about"},
		{"empty name", "internal/bot/a.go", ``, ""},
	}
	for _, c := range cases {
		name := "some"
		if strings.HasSuffix(c.file, "main.go") {
			name = "main"
		}
		f, err := parse("", c.file, "package "+name+"\n"+c.source)
		if err != nil {
			t.Fatalf("%s: %v", c.source, err)
		}
		got := strings.Join(rules[c.rule](f), "\n")
		if c.want == "" && got != "" {
			t.Errorf("%s in %s: %s: found what is allowed: %s", c.rule, c.file, c.source, got)
		}
		if !strings.Contains(got, c.want) {
			t.Errorf("%s in %s: %s: found %q, want %q", c.rule, c.file, c.source, got, c.want)
		}
	}
}
