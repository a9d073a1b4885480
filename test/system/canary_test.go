package system

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/cli"
	"github.com/webchatagent/wca/internal/egress"
	llmfake "github.com/webchatagent/wca/test/fake/llm"
)

// canary is the n-th planted value: personal data of some kind with a number in it that stands
// nowhere else, and that number.
func canary(n int) (value, core string) {
	number := 1_000_000 + n*7 // seven digits
	switch n % 5 {
	case 0:
		core = fmt.Sprintf("k%d.zq", number)
		return core + "@privat-post.example", core
	case 1:
		return fmt.Sprintf("0171 %d", number), fmt.Sprint(number)
	case 2:
		core = fmt.Sprintf("370400440%d000", number)
		return "DE" + fmt.Sprintf("%02d", 98-mod97(core[:18]+"131400")) + core[:18], core[9:16]
	case 3:
		return luhn(fmt.Sprintf("41111111%d", number)), fmt.Sprint(number)
	}
	return fmt.Sprintf("+49 511 %d", number), fmt.Sprint(number)
}

func mod97(digits string) int {
	r := 0
	for _, d := range digits {
		r = (r*10 + int(d-'0')) % 97
	}
	return r
}

// luhn adds the check digit of a card's number.
func luhn(digits string) string {
	sum := 0
	for i := range len(digits) {
		d := int(digits[len(digits)-1-i] - '0')
		if i%2 == 0 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return digits + fmt.Sprint((10-sum%10)%10)
}

// Ten thousand values are planted in messages and pages; every way out is taken: answers and
// follow-ups, the fallback model after a failure, the review of answers, vectors of pages and questions, the evaluation, the
// log. None may leave.
func TestOfTenThousandCanariesNoneLeaves_D2_D3_L2(t *testing.T) {
	const messages, inMessage, pages, onPage = 300, 20, 40, 100
	each(t, func(t *testing.T, settings map[string]string) {
		planted := 0
		cores := map[string]bool{}
		plant := func(n int) []string {
			out := make([]string, n)
			for i := range out {
				value, core := canary(planted)
				out[i], cores[core] = value, true
				planted++
			}
			return out
		}
		site := &shelf{pages: map[string]string{"/": "Willkommen in unserem Laden für Fahrräder."}}
		for n := range pages {
			site.pages[fmt.Sprintf("/liste%d", n)] = fmt.Sprintf("Liste %d der Teilnehmer. Erreichbar: ", n) + strings.Join(plant(onPage), ", ") + "."
		}
		site.pages["/zeiten"] = "Am Samstag hat der Laden bis 16 Uhr geöffnet. Fragen: " + strings.Join(plant(10), ", ") + "."
		well := llmfake.Script{Tokens: []string{"Samstags bis 16 Uhr [1]."}}
		unwell := llmfake.New(t, "openai", llmfake.Script{Status: http.StatusServiceUnavailable}, llmfake.Script{Status: http.StatusServiceUnavailable}, well,
			llmfake.Script{Status: http.StatusUnauthorized}, well, llmfake.Script{CutBefore: true}, llmfake.Script{CutBefore: true}, llmfake.Script{Status: http.StatusUnauthorized}, well)
		second := llmfake.New(t, "ollama", llmfake.Script{Tokens: []string{"Bis 16 Uhr [1]."}})
		vectors := llmfake.NewEmbedder(t, "openai", nil)
		flags := map[string]string{"model": "first/m"}
		for k, v := range settings {
			flags[k] = v
		}
		providers := slices.Concat(configured("first", unwell), configured("second", second), configured("near", vectors))
		for _, one := range providers { // for the command below
			name, value, _ := strings.Cut(one, "=")
			t.Setenv(name, value)
		}
		r := begin(t, flags, providers...).reads(site)
		r.set(func(s *bot.Settings) {
			s.Model.Fallbacks = []bot.Choice{{Provider: "second", Name: "m"}}
			s.Embedding = &bot.Embedding{Provider: "near", Name: "m"}
		})
		r.embed()
		session := ""
		for n := range messages {
			if n%5 == 0 {
				session = ""
			}
			if n == messages/2 {
				r.set(func(s *bot.Settings) { s.Review = true })
			}
			got := r.ask(session, strings.Join(plant(inMessage), ", ")+". Das sind meine Daten. Wie lange hat der Laden am Samstag geöffnet?")
			if session = got.Session; got.Refused || got.Status != http.StatusOK {
				t.Fatalf("message %d was not answered: %+v", n, got)
			}
		}
		var lines []string
		for range 20 {
			lines = append(lines, fmt.Sprintf(`{"question":"Wie lange ist der Laden am Samstag geöffnet? Antwort an %s","text":"bis 16 Uhr"}`, strings.Join(plant(2), " und ")))
		}
		file := filepath.Join(t.TempDir(), "questions.jsonl")
		must(t, os.WriteFile(file, []byte(strings.Join(lines, "\n")), 0o600))
		var out, errs bytes.Buffer
		before := len(unwell.Requests()) + len(second.Requests())
		args := []string{"eval", file, "--bot", "Radbot", "--data", r.app.Config.Data}
		if database := r.app.Config.Database; database != "" {
			args = append(args, "--database", database)
		}
		if code := cli.Main("test", args, strings.NewReader(""), &out, &errs); code != 0 || len(unwell.Requests())+len(second.Requests()) < before+len(lines) {
			t.Errorf("the evaluation ended with %d: %s %s", code, out.String(), errs.String())
		}
		if planted < 10_000 {
			t.Fatalf("only %d were planted", planted)
		}
		number := regexp.MustCompile(`k\d{7}\.zq|\d{7,}`)
		leaks := 0
		look := func(where, text string) {
			for _, found := range number.FindAllString(text, -1) {
				for at := 0; at+7 <= len(found); at++ {
					if cores[found[at:at+7]] || cores[found] {
						if leaks++; leaks <= 5 {
							t.Errorf("%s: %s left the server", where, found)
						}
						break
					}
				}
			}
		}
		requests := 0
		for name, server := range map[string]*llmfake.Server{"first": unwell, "second": second, "vectors": vectors} {
			if len(server.Requests()) == 0 {
				t.Errorf("%s was never asked", name)
			}
			for _, one := range server.Requests() {
				requests++
				look(name, string(one.Body)+one.Path)
			}
		}
		look("log", r.log.String()+errs.String())
		must(t, r.app.DB.Flush(t.Context()))
		noted, bytesNoted, arrived := 0, int64(0), int64(0)
		for {
			some, err := r.app.DB.Ledger(t.Context(), r.bot.Workspace, egress.Filter{}, 500, noted)
			must(t, err)
			for _, one := range some {
				if noted++; one.Purpose == egress.Crawl {
					requests++
					continue
				}
				bytesNoted += one.BytesOut
			}
			if len(some) < 500 {
				break
			}
		}
		for _, server := range []*llmfake.Server{unwell, second, vectors} {
			for _, one := range server.Requests() {
				arrived += int64(len(one.Body))
			}
		}
		if noted != requests || bytesNoted != arrived {
			t.Errorf("%d of %d requests with %d of %d bytes are in the ledger", noted, requests, bytesNoted, arrived)
		}
		t.Logf("%d values planted, %d requests, %d leaks", planted, requests, leaks)
	})
}

// Models that misbehave get no more than others: who sends a request on to somebody else, repeats it in an error, breaks off,
// talks without end or answers with something else. Neither do the log, the ledger and who reads why there is no answer.
func TestFromModelsThatMisbehaveNothingLeaves_D2_D3_L2(t *testing.T) {
	var elsewhere atomic.Int64
	trap := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { elsewhere.Add(1) }))
	defer trap.Close()
	endless := make([]string, 20_000)
	for n := range endless {
		endless[n] = "Samstags bis 16 Uhr, sagt wer es weiß, und wer es nicht weiß, auch. "
	}
	said := []string{"Samstags bis", " 16 Uhr", " [1]."}
	scripts := []llmfake.Script{
		{Status: http.StatusTemporaryRedirect, Headers: map[string]string{"Location": trap.URL + "/v1/chat/completions"}},
		{Status: http.StatusMovedPermanently, Headers: map[string]string{"Location": trap.URL}},
		{Status: http.StatusBadRequest, Echo: true},
		{Garbage: true},
		{CutBefore: true},
		{Tokens: said, CutAfter: 1},
		{Tokens: said, FailAfter: 1},
		{Tokens: endless},
		{Tokens: said},
	}
	for _, kind := range []string{"openai", "compatible", "gemini", "ollama", "anthropic"} {
		t.Run(kind, func(t *testing.T) {
			model := llmfake.New(t, kind)
			i := beginWith(t, nil, model, "WCA_PROVIDERS_FAKE_REGION=EU").read()
			var cores []string
			told := ""
			for _, script := range scripts {
				model.Behave(script)
				session := ""
				for range 2 { // the second time with a history
					var values []string
					for range 25 {
						value, core := canary(len(cores))
						values, cores = append(values, value), append(cores, core)
					}
					got := i.ask(session, strings.Join(values, ", ")+". Das sind meine Daten. "+openOnSaturday)
					if session = got.Session; got.Status != http.StatusOK {
						t.Fatalf("%+v", got)
					}
					told += got.Error
				}
			}
			must(t, i.app.DB.Flush(t.Context()))
			for _, r := range model.Requests() {
				told += string(r.Body) + r.Path
			}
			all, err := i.app.DB.Ledger(t.Context(), i.bot.Workspace, egress.Filter{Purpose: egress.Model}, 500, 0)
			must(t, err)
			if len(all) != len(model.Requests()) || len(all) < len(scripts)*2 {
				t.Errorf("%d of %d requests are in the ledger", len(all), len(model.Requests()))
			}
			for _, one := range all {
				told += one.Error + one.Path + one.Recipient
				bodies, err := i.app.DB.Transfers(t.Context(), i.bot.Workspace, i.bot.ID, one.Answer)
				must(t, err)
				for _, b := range bodies {
					told += string(b.Body) + string(b.Returned)
				}
			}
			told += i.log.String()
			for _, core := range cores {
				if strings.Contains(told, core) {
					t.Errorf("%s left the server or stands in a log", core)
				}
			}
		})
	}
	if n := elsewhere.Load(); n != 0 {
		t.Errorf("another server was reached %d times", n)
	}
}
