package llm_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/egress"
	"github.com/webchatagent/wca/internal/llm"
	llmfake "github.com/webchatagent/wca/test/fake/llm"
)

var kinds = []string{"openai", "compatible", "gemini", "ollama", "anthropic"}

func provider(t *testing.T, s *llmfake.Server, key string) llm.Provider {
	t.Helper()
	p, err := llm.Open(llm.Settings{Kind: s.Kind, BaseURL: s.BaseURL(), Key: key}, http.DefaultClient)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func request() llm.Request {
	warm := 0.2
	return llm.Request{
		Model: "m", System: "Be kind.", MaxTokens: 100, Temperature: &warm,
		Messages: []llm.Message{{Role: llm.User, Text: "Hallo"}, {Role: llm.Assistant, Text: "Guten Tag"}, {Role: llm.User, Text: "Wann ist offen?"}},
	}
}

// collect reads a stream to its end.
func collect(ctx context.Context, p llm.Provider, r llm.Request) (text string, last llm.Chunk, usage *llm.Usage, err error) {
	for chunk, e := range p.Stream(ctx, r) {
		if e != nil {
			return text, last, usage, e
		}
		text += chunk.Text
		if chunk.Usage != nil {
			usage = chunk.Usage
		}
		if chunk.Finish != "" {
			last = chunk
		}
	}
	return text, last, usage, nil
}

func TestEveryProviderStreams_B3(t *testing.T) {
	for _, kind := range kinds {
		t.Run(kind, func(t *testing.T) {
			s := llmfake.New(t, kind, llmfake.Script{Tokens: []string{"Von ", "8 bis ", "18 Uhr, ", "größer „so“ 😀 [1]."}, Thoughts: "geheim"})
			text, last, usage, err := collect(t.Context(), provider(t, s, llmfake.Key), request())
			if err != nil {
				t.Fatal(err)
			}
			if want := "Von 8 bis 18 Uhr, größer „so“ 😀 [1]."; text != want {
				t.Errorf("got %q, want %q", text, want)
			}
			if last.Finish != llm.Stopped || usage == nil || usage.In != 11 || usage.Out != 4 {
				t.Errorf("finish %q, usage %+v", last.Finish, usage)
			}
			body := string(s.Requests()[0].Body)
			for _, part := range []string{"Be kind.", "Guten Tag", "Wann ist offen?"} {
				if !strings.Contains(body, part) {
					t.Errorf("the request lacks %q: %s", part, body)
				}
			}
		})
	}
}

func TestRefusalsAreUnderstoodAndTheKeyIsNeverRepeated_L19(t *testing.T) {
	for _, kind := range kinds {
		for status, want := range map[int]llm.Kind{404: llm.NoModel, 429: llm.Rate, 500: llm.Unavailable, 503: llm.Unavailable} {
			s := llmfake.New(t, kind, llmfake.Script{Status: status, Headers: map[string]string{"Retry-After": "7"}})
			_, _, _, err := collect(t.Context(), provider(t, s, llmfake.Key), request())
			var e *llm.Error
			if !errors.As(err, &e) || e.Kind != want || e.Status != status {
				t.Errorf("%s, status %d: got %v, want %s", kind, status, err, want)
				continue
			}
			if strings.Contains(e.Error(), llmfake.Key) || strings.Contains(e.Message, "0123456789") {
				t.Errorf("%s: the key stands in %q", kind, e.Error())
			}
			if status == 429 && kind != "gemini" && e.RetryAfter != 7*time.Second {
				t.Errorf("%s: retry after %v", kind, e.RetryAfter)
			}
		}
		if kind == "ollama" {
			continue // has no keys
		}
		s := llmfake.New(t, kind, llmfake.Script{Tokens: []string{"x"}})
		_, _, _, err := collect(t.Context(), provider(t, s, "wrong-key-abcdef"), request())
		var e *llm.Error
		if !errors.As(err, &e) || e.Kind != llm.Auth || e.Retryable() {
			t.Errorf("%s with a wrong key: got %v", kind, err)
		}
	}
	var e *llm.Error
	s := llmfake.New(t, "openai", llmfake.Script{Status: 429, Refusal: `{"error":{"message":"You exceeded your current quota","type":"insufficient_quota","param":null,"code":"insufficient_quota"}}`})
	if _, _, _, err := collect(t.Context(), provider(t, s, llmfake.Key), request()); !errors.As(err, &e) || e.Kind != llm.Quota || e.Retryable() {
		t.Errorf("no credit: got %v", err)
	}
}

func TestBrokenStreamsAreErrorsAfterTheTextThatCame_F13(t *testing.T) {
	for _, kind := range kinds {
		for name, script := range map[string]llmfake.Script{
			"cut":           {Tokens: []string{"a", "b", "c"}, CutAfter: 2},
			"error inside":  {Tokens: []string{"a", "b", "c"}, FailAfter: 2},
			"cut before":    {CutBefore: true},
			"not an answer": {Garbage: true},
		} {
			s := llmfake.New(t, kind, script)
			text, _, _, err := collect(t.Context(), provider(t, s, llmfake.Key), request())
			var e *llm.Error
			if !errors.As(err, &e) || !e.Retryable() {
				t.Errorf("%s, %s: got %v after %q", kind, name, err, text)
			}
			if strings.HasSuffix(name, "e") && script.Tokens != nil && text != "ab" {
				t.Errorf("%s, %s: text %q", kind, name, text)
			}
		}
	}
}

func TestBlockedByTheProvider(t *testing.T) {
	s := llmfake.New(t, "gemini", llmfake.Script{Finish: "SAFETY"})
	_, _, _, err := collect(t.Context(), provider(t, s, llmfake.Key), request())
	var e *llm.Error
	if !errors.As(err, &e) || e.Kind != llm.Filter {
		t.Errorf("got %v", err)
	}
}

func TestARefusedSamplingParameterIsLeftOutAndRemembered(t *testing.T) {
	s := llmfake.New(t, "openai",
		llmfake.Script{Status: 400, Refusal: `{"error":{"message":"Unsupported parameter","type":"invalid_request_error","param":"temperature","code":"unsupported_parameter"}}`},
		llmfake.Script{Tokens: []string{"ja"}})
	p := provider(t, s, llmfake.Key)
	for range 2 {
		if text, _, _, err := collect(t.Context(), p, request()); err != nil || text != "ja" {
			t.Fatalf("got %q, %v", text, err)
		}
	}
	var with []bool
	for _, r := range s.Requests() {
		with = append(with, strings.Contains(string(r.Body), "temperature"))
	}
	if !slices.Equal(with, []bool{true, false, false}) {
		t.Errorf("requests with temperature: %v", with)
	}
}

func TestLeavingTheStreamCancelsTheProvider_F17(t *testing.T) {
	for _, kind := range kinds {
		between := make(chan struct{})
		s := llmfake.New(t, kind, llmfake.Script{Tokens: []string{"a", "b"}, Between: between})
		for range provider(t, s, llmfake.Key).Stream(t.Context(), request()) {
			break
		}
		select {
		case <-s.Gone():
		case <-time.After(10 * time.Second):
			t.Errorf("%s goes on for nobody", kind)
		}
	}
}

func TestAChainGoesOnBeforeTheFirstTokenOnly_F12(t *testing.T) {
	down := llmfake.New(t, "openai", llmfake.Script{Status: 503})
	denied := llmfake.New(t, "anthropic", llmfake.Script{Status: 401})
	up := llmfake.New(t, "ollama", llmfake.Script{Tokens: []string{"ich ", "helfe"}})
	chain := llm.NewChain(
		llm.Link{Provider: provider(t, down, llmfake.Key), Model: "m1"},
		llm.Link{Provider: provider(t, denied, llmfake.Key), Model: "m2"},
		llm.Link{Provider: provider(t, up, ""), Model: "m3"})
	text, _, _, err := collect(t.Context(), chain, request())
	if err != nil || text != "ich helfe" {
		t.Errorf("got %q, %v", text, err)
	}
	if a, b := len(down.Requests()), len(denied.Requests()); a != 2 || b != 1 {
		t.Errorf("asked %d and %d times, want 2 (may recover) and 1 (won't)", a, b)
	}
	if body := string(up.Requests()[0].Body); !strings.Contains(body, `"m3"`) {
		t.Errorf("the link's model was not asked for: %s", body)
	}

	cut := llmfake.New(t, "openai", llmfake.Script{Tokens: []string{"a", "b"}, CutAfter: 1})
	spare := llmfake.New(t, "openai", llmfake.Script{Tokens: []string{"x"}})
	text, _, _, err = collect(t.Context(), llm.NewChain(
		llm.Link{Provider: provider(t, cut, llmfake.Key)}, llm.Link{Provider: provider(t, spare, llmfake.Key)}), request())
	var broken *llm.Error
	if !errors.As(err, &broken) || broken.Kind != llm.Cut || text != "a" || len(spare.Requests()) != 0 {
		t.Errorf("after the first token: %q, %v, %d requests to the spare one", text, err, len(spare.Requests()))
	}
}

func TestASilentProviderIsGivenUp_F10(t *testing.T) {
	silent := llmfake.New(t, "openai", llmfake.Script{Before: make(chan struct{})})
	up := llmfake.New(t, "openai", llmfake.Script{Tokens: []string{"da"}})
	chain := llm.NewChain(llm.Link{Provider: provider(t, silent, llmfake.Key)}, llm.Link{Provider: provider(t, up, llmfake.Key)})
	chain.First = 50 * time.Millisecond
	text, _, _, err := collect(t.Context(), chain, request())
	if err != nil || text != "da" {
		t.Errorf("got %q, %v", text, err)
	}
	chain.Links = chain.Links[:1]
	var e *llm.Error
	if _, _, _, err := collect(t.Context(), chain, request()); !errors.As(err, &e) || e.Kind != llm.Timeout {
		t.Errorf("got %v", err)
	}
}

// endings is a ledger that keeps how transfers ended.
type endings struct {
	mu  sync.Mutex
	all []string
}

func (*endings) Record(context.Context, egress.Transfer) error { return nil }

func (e *endings) Complete(_ context.Context, t egress.Transfer) error {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.all = append(e.all, t.Error)
	return nil
}

// What we end because nothing comes is a timeout in the ledger; cancelled is what a visitor has stopped.
func TestTheLedgerTellsSilenceFromStopping_D4_F10(t *testing.T) {
	kept := &endings{}
	client := egress.Open(kept, egress.Options{}).Client(egress.Model, egress.Policy{AllowPrivate: true})
	ask := func(ctx context.Context, first time.Duration, s llmfake.Script) {
		t.Helper()
		fake := llmfake.New(t, "openai", s)
		p, err := llm.Open(llm.Settings{Kind: fake.Kind, BaseURL: fake.BaseURL(), Key: llmfake.Key}, client)
		if err != nil {
			t.Fatal(err)
		}
		chain := llm.NewChain(llm.Link{Provider: p})
		chain.First, chain.Stall = first, 50*time.Millisecond
		if _, _, _, err := collect(ctx, chain, request()); err == nil {
			t.Error("an answer")
		}
	}
	ask(t.Context(), 50*time.Millisecond, llmfake.Script{Before: make(chan struct{})})
	ask(t.Context(), 20*time.Second, llmfake.Script{Tokens: []string{"a", "b"}, Between: make(chan struct{})})
	stopped, stop := context.WithCancel(t.Context())
	time.AfterFunc(50*time.Millisecond, stop)
	ask(stopped, 20*time.Second, llmfake.Script{Before: make(chan struct{})})
	if want := []string{"timeout", "timeout", "cancelled"}; !slices.Equal(kept.all, want) {
		t.Errorf("the ledger says %q, want %q", kept.all, want)
	}
}

func quotes(all ...llm.Quote) func() []llm.Quote { return func() []llm.Quote { return all } }

func TestTheBuiltInProviderQuotes(t *testing.T) {
	p, err := llm.Open(llm.Settings{Kind: "quote"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	text, last, _, err := collect(t.Context(), p, llm.Request{Language: "de", Quotes: quotes([]llm.Quote{{N: 2, Text: "Samstag 9–14 Uhr."}}...)})
	if err != nil || text != "Das habe ich dazu gefunden:\n\nSamstag 9–14 Uhr. [2]" || last.Finish != llm.Stopped {
		t.Errorf("got %q, %v", text, err)
	}
	text, _, _, err = collect(t.Context(), p, llm.Request{Language: "en", Quotes: quotes([]llm.Quote{{N: 1, Text: "1 High Street\nMunich"}, {N: 3, Text: "Closed on Sunday."}}...)})
	if want := "Here is what I found:\n\n- 1 High Street, Munich [1]\n- Closed on Sunday. [3]"; err != nil || text != want {
		t.Errorf("got %q, %v", text, err)
	}
}

// A column may be too narrow for a number and its unit.
func TestNoCommaPartsANumberFromItsUnit(t *testing.T) {
	for text, want := range map[string]string{
		"Dienstag bis Freitag 11:30–14:00\nUhr": "Dienstag bis Freitag 11:30–14:00 Uhr [2]",
		"Sauerbraten 15,80\n€":                  "Sauerbraten 15,80 € [2]",
		"Lindenweg 12\nUhrmacherei Beil":        "Lindenweg 12, Uhrmacherei Beil [2]",
		"Montags\nUhr 8":                        "Montags, Uhr 8 [2]",
	} {
		if got := strings.Join(llm.Quoted([]llm.Quote{{N: 2, Text: text}}), ""); got != "\n"+want {
			t.Errorf("%q is quoted %q, want %q", text, got, want)
		}
	}
}

func TestWhatASourceWritesLikeMarkupIsShownAsItIs(t *testing.T) {
	for text, want := range map[string]string{
		"It is stored at either offset [4] or [6].": `It is stored at either offset \[4] or \[6]. [2]`,
		"Call __init__ and set snake_case = 2*3*4.": `Call \_\_init_\_ and set snake_case = 2\*3\*4. [2]`,
		"Preise* inkl. MwSt., siehe [Anhang].":      `Preise* inkl. MwSt., siehe [Anhang]. [2]`,
		"Feld: a[1] · Wert: 3":                      `**a\[1]** – Wert: 3 [2]`,
		`Ordner C:\_alt`:                            `Ordner C:\\_alt [2]`,
		"Die Taste ` ist links.":                    "Die Taste \\` ist links. [2]",
		"Ab 5 €*\n*zzgl. MwSt.":                     `Ab 5 €\*, \*zzgl. MwSt. [2]`,
		"Menü* · Preis: 5 €":                        `**Menü\*** – Preis: 5 € [2]`,
		`Pfad: C:\ · Größe: 5 GB · Rest: 1`:         `**C:\\** – Größe: 5 GB, Rest: 1 [2]`,
		"> 18 Jahre: 5 €":                           `\> 18 Jahre: 5 € [2]`,
		"+ 3 Tage":                                  `\+ 3 Tage [2]`,
		"-5 °C bis ~~ 3":                            `-5 °C bis \~\~ 3 [2]`,
	} {
		if got := strings.Join(llm.Quoted([]llm.Quote{{N: 2, Text: text}}), ""); got != "\n"+want {
			t.Errorf("%q is quoted %q", text, got)
		}
	}
}

func TestTablesAreQuotedAsTables(t *testing.T) {
	p, err := llm.Open(llm.Settings{Kind: "quote"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ quote, want string }{
		{"Tag: Samstag · Laden: 10–16 Uhr · Werkstatt: geschlossen", "**Samstag** – Laden: 10–16 Uhr, Werkstatt: geschlossen [2]"},
		{"Tag: Mo · Zeit: 8–12\nTag: Di · Zeit: 9 | 13", "| Tag | Zeit |\n|---|---|\n| Mo | 8–12 |\n| Di | 9 \\| 13 |\n\n[2]"},
		{"• Hecken schneiden\n• Rasen mähen", "- Hecken schneiden\n- Rasen mähen [2]"},
		{"Tag: Mo · Zeit: 8–12\nGeschlossen am Dienstag", "- **Mo** – Zeit: 8–12\n- Geschlossen am Dienstag [2]"},
		{"Wir helfen gern.\nZum Beispiel:\n• Hecken schneiden\n• Rasen mähen", "Wir helfen gern. Zum Beispiel:\n\n- Hecken schneiden\n- Rasen mähen [2]"},
		{"Wir öffnen:\nTag: Mo · Zeit: 8–12\nTag: Di · Zeit: 9–13", "Wir öffnen:\n\n| Tag | Zeit |\n|---|---|\n| Mo | 8–12 |\n| Di | 9–13 |\n\n[2]"},
		{"Äpfel · Birnen", "Äpfel · Birnen [2]"},
	} {
		text, _, _, err := collect(t.Context(), p, llm.Request{Language: "de", Quotes: quotes([]llm.Quote{{N: 2, Text: c.quote}}...)})
		if want := "Das habe ich dazu gefunden:\n\n" + c.want; err != nil || text != want {
			t.Errorf("got %q, %v, want %q", text, err, want)
		}
	}
}

func TestQuotesKeepTheirOrderAndHeadings(t *testing.T) {
	p, err := llm.Open(llm.Settings{Kind: "quote"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	text, _, _, err := collect(t.Context(), p, llm.Request{Language: "de", Quotes: quotes(
		llm.Quote{N: 1, Text: "Tag: Mo · Zeit: 8–12\nTag: Di · Zeit: 9–13", Heading: "Verkauf"},
		llm.Quote{N: 2, Text: "An Feiertagen ist geschlossen."},
		llm.Quote{N: 3, Text: "Telefon 123", Heading: "Frau Öttl"},
		llm.Quote{N: 4, Text: "• Hecken\n• Rasen", Heading: "Leistungen"})})
	if want := "Das habe ich dazu gefunden:\n\n**Verkauf**\n\n| Tag | Zeit |\n|---|---|\n| Mo | 8–12 |\n| Di | 9–13 |\n\n[1]\n" +
		"\n- An Feiertagen ist geschlossen. [2]\n- **Frau Öttl:** Telefon 123 [3]\n\n**Leistungen**\n\n- Hecken\n- Rasen [4]"; err != nil || text != want {
		t.Errorf("got %q, %v", text, err)
	}
}

// The corner of a table is often empty.
func TestATableWhoseFirstColumnHasNoHeadIsOne(t *testing.T) {
	row := llm.Quoted([]llm.Quote{{N: 1, Text: "Saturday · Pharmacy: 9–5 · Clinic: 9–1"}})
	table := llm.Quoted([]llm.Quote{{N: 1, Text: "Saturday · Pharmacy: 9–5 · Clinic: 9–1\nSunday · Pharmacy: 10–noon · Clinic: closed"}})
	for got, want := range map[string]string{
		strings.Join(row, ""):   "\n**Saturday** – Pharmacy: 9–5, Clinic: 9–1 [1]",
		strings.Join(table, ""): "\n|  | Pharmacy | Clinic |\n|---|---|---|\n| Saturday | 9–5 | 9–1 |\n| Sunday | 10–noon | closed |\n\n[1]",
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestVisitorsReadNoProviderNames_L20(t *testing.T) {
	for _, kind := range []llm.Kind{llm.Auth, llm.Quota, llm.Rate, llm.NoModel, llm.TooLong, llm.Filter, llm.Unavailable, llm.Timeout, llm.Cut, llm.Protocol, llm.Invalid} {
		e := &llm.Error{Kind: kind, Status: 500, Message: "openai says <b>no</b>"}
		for _, language := range []string{"de", "en"} {
			if got := e.Public(language); got == "" || strings.Contains(got, "openai") || strings.Contains(got, "500") {
				t.Errorf("%s, %s: %q", kind, language, got)
			}
		}
	}
}

// Servers in between, which speak these formats for others, write fields that hold nothing as null.
func TestNoErrorIsNone(t *testing.T) {
	for kind, stream := range map[string]string{
		"compatible": `data: {"choices":[{"delta":{"content":"Samstags"},"finish_reason":"stop"}],"error":null}` + "\n\ndata: [DONE]\n\n",
		"gemini":     `data: {"candidates":[{"content":{"parts":[{"text":"Samstags"}]},"finishReason":"STOP"}],"error":null}` + "\n\n",
	} {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, stream) }))
		defer server.Close()
		p, err := llm.Open(llm.Settings{Kind: kind, BaseURL: server.URL, Key: llmfake.Key}, http.DefaultClient)
		if err != nil {
			t.Fatal(err)
		}
		if text, _, _, err := collect(t.Context(), p, llm.Request{Model: "m", Messages: []llm.Message{{Role: llm.User, Text: "?"}}}); err != nil || text != "Samstags" {
			t.Errorf("%s: got %q, then %v", kind, text, err)
		}
	}
}

// What came of a line before the connection broke is no answer in another format.
func TestALineThatBreaksOffIsABrokenConnection(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "1000")
		_, _ = io.WriteString(w, "data: {\"choices\":[{\"delta\":{\"content\":\"Samstags\"}}]}\n\ndata: {\"choices\":[{\"del")
	}))
	defer server.Close()
	p, err := llm.Open(llm.Settings{Kind: "compatible", BaseURL: server.URL}, http.DefaultClient)
	if err != nil {
		t.Fatal(err)
	}
	text, last := "", error(nil)
	for c, err := range p.Stream(t.Context(), llm.Request{Model: "m", Messages: []llm.Message{{Role: llm.User, Text: "?"}}}) {
		text, last = text+c.Text, err
	}
	var e *llm.Error
	if !errors.As(last, &e) || e.Kind != llm.Unavailable || text != "Samstags" {
		t.Errorf("got %q, then %v", text, last)
	}
}

func TestAnAnswerWithoutEndIsEnded(t *testing.T) {
	tokens := make([]string, 1000)
	for n := range tokens {
		tokens[n] = "immer weiter "
	}
	for _, kind := range kinds {
		server := llmfake.New(t, kind, llmfake.Script{Tokens: tokens})
		p, err := llm.Open(llm.Settings{Kind: kind, BaseURL: server.BaseURL(), Key: llmfake.Key}, http.DefaultClient)
		if err != nil {
			t.Fatal(err)
		}
		length, finish := 0, llm.Finish("")
		for c, err := range p.Stream(t.Context(), llm.Request{Model: "m", MaxTokens: 50, Messages: []llm.Message{{Role: llm.User, Text: "?"}}}) {
			if err != nil {
				t.Fatal(kind, err)
			}
			length, finish = length+len(c.Text), c.Finish
		}
		if finish != llm.Length || length < 500 || length > 50*12 {
			t.Errorf("%s: %d bytes, ended by %q", kind, length, finish)
		}
	}
}

// Under the question that it answers an answer needs no words that lead to it; that it is not sure is said.
func TestAnAnswerUnderItsQuestionIsNotLedIn(t *testing.T) {
	for text, want := range map[string]string{
		"Das habe ich dazu gefunden:\n\nSamstag 9–14 Uhr. [1]":       "Samstag 9–14 Uhr. [1]",
		"Here is what I found:\n\n- a [1]\n- b [1]":                  "- a [1]\n- b [1]",
		"Das könnte Ihre Frage beantworten:\n\nSamstag. [1]":         "Das könnte Ihre Frage beantworten:\n\nSamstag. [1]",
		"Wir haben samstags auf [1].\n\nDas habe ich dazu gefunden:": "Wir haben samstags auf [1].\n\nDas habe ich dazu gefunden:",
	} {
		if got := llm.WithoutLead(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}
