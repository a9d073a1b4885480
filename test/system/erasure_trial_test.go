package system

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/erasure"
	"github.com/webchatagent/wca/internal/token"
	llmfake "github.com/webchatagent/wca/test/fake/llm"
)

// planting is an instance in which strings that stand nowhere else were written wherever somebody can write.
type planting struct {
	*instance
	database string              // of PostgreSQL
	planted  map[string][]string // by whose they are: a kind of subject, or nobody's who is stored
	source   map[string]string   // ids of the website and the file
}

func (p *planting) string(of erasure.Kind) string {
	s := "kanarie" + strings.ToLower(strings.TrimPrefix(token.ID("x"), "x_"))
	p.planted[string(of)] = append(p.planted[string(of)], s)
	return s
}

// places says where a text stands: in files of the data directory, in the log, in tables of PostgreSQL and
// in its files.
func (p *planting) places(text string) (found []string) {
	p.t.Helper()
	for name, content := range p.everything() {
		if strings.Contains(content, text) {
			found = append(found, name)
		}
	}
	if strings.Contains(p.log.String(), text) {
		found = append(found, "the program's log")
	}
	if p.database == "" {
		return found
	}
	held, err := p.app.DB.Holding(p.t.Context(), text)
	must(p.t, err)
	return append(found, held[text]...)
}

// filesOf reads the files of a PostgreSQL database, without its write-ahead log.
func filesOf(t *testing.T, dsn string) map[string]string {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), dsn)
	must(t, err)
	defer conn.Close(t.Context())
	var dir, folder string
	must(t, conn.QueryRow(t.Context(), "SELECT current_setting('data_directory'), oid::text FROM pg_database WHERE datname = current_database()").Scan(&dir, &folder))
	_, err = conn.Exec(t.Context(), "CHECKPOINT")
	must(t, err)
	files, err := filepath.Glob(filepath.Join(dir, "base", folder, "*"))
	must(t, err)
	out := map[string]string{}
	for _, f := range files {
		content, err := os.ReadFile(f)
		must(t, err)
		out["PostgreSQL's "+filepath.Base(f)] = string(content)
	}
	return out
}

// texts are the paths of all values of a type in which text can stand.
func texts(of reflect.Type, path string) (all []string) {
	switch of.Kind() {
	case reflect.String:
		return []string{path}
	case reflect.Pointer, reflect.Slice, reflect.Map:
		return texts(of.Elem(), path)
	case reflect.Struct:
		for n := range of.NumField() {
			name, _, _ := strings.Cut(of.Field(n).Tag.Get("json"), ",")
			all = append(all, texts(of.Field(n).Type, strings.TrimPrefix(path+"."+name, "."))...)
		}
	}
	return all
}

// settings are those of a bot with a string wherever text can stand. Usable ones name models that are there.
func (p *planting) settings(usable bool) bot.Settings {
	text := func() string { return p.string(erasure.Bot) }
	s := bot.Default("fake/m")
	s.Greeting, s.Notice = map[string]string{"de": text(), "en": text()}, map[string]string{"de": text()}
	s.Contact, s.Suggestions = map[string]string{"de": "Telefon bei " + text()}, map[string][]string{"de": {text()}}
	s.PrivacyURL, s.Origins = "https://www.example/"+text(), []string{"https://" + text() + ".example"}
	s.Model.Instructions = "Grüße „" + text() + "“\n100 % \\ ' \" <" + text() + ">"
	s.Personal.Public, s.Personal.Always, s.Personal.OpenPages = []string{text()}, []string{text() + " Müller-Lüdenscheidt"}, []string{text()}
	if !usable {
		s.Model.Name = text()
		s.Model.Fallbacks = []bot.Choice{{Provider: "fake", Name: text()}}
		s.Embedding = &bot.Embedding{Provider: "fake", Name: text()}
	}
	return s
}

// Each text of the settings is planted, but for those that are chosen from a list.
func TestTheTrialWritesEverySetting(t *testing.T) {
	want := []string{
		"languages", "color", "personal.region", "personal.off", "check", "retention.mode", "model.provider", "model.fallbacks.provider", "embedding.provider", // chosen
		"greeting", "suggestions", "notice", "contact", "privacy_url", "origins", "model.name", "model.instructions", "model.fallbacks.name", "personal.public", "personal.open_pages", "personal.always", "embedding.name",
	}
	got := texts(reflect.TypeFor[bot.Settings](), "")
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("text can stand in %q, known are %q: plant it in planting.settings", got, want)
	}
}

func (p *planting) publish(s bot.Settings, publish bool) {
	p.t.Helper()
	body, err := json.Marshal(s)
	must(p.t, err)
	var draft struct{ Number int }
	response := p.do("PUT", "/v1/bots/"+p.bot.ID+"/settings/draft", string(body), "Authorization", "Bearer "+p.key, "Origin", "")
	text := p.text(response)
	must(p.t, json.Unmarshal([]byte(text), &draft))
	if response.StatusCode != http.StatusOK {
		p.t.Fatalf("writing the draft: %s", text)
	}
	if publish {
		if status := p.manage("POST", "/v1/bots/"+p.bot.ID+"/settings/publish", fmt.Sprintf(`{"number":%d}`, draft.Number), nil); status != http.StatusOK {
			p.t.Fatalf("publishing: %d", status)
		}
	}
}

func (p *planting) upload(name, content string) (source string) {
	p.t.Helper()
	form := &bytes.Buffer{}
	parts := multipart.NewWriter(form)
	file, err := parts.CreateFormFile("file", name)
	must(p.t, err)
	_, err = file.Write([]byte(content))
	must(p.t, errors.Join(err, parts.Close()))
	response := p.do("POST", "/v1/bots/"+p.bot.ID+"/files", form.String(), "Authorization", "Bearer "+p.key, "Origin", "", "Content-Type", parts.FormDataContentType())
	var made struct{ ID string }
	text := p.text(response)
	must(p.t, json.Unmarshal([]byte(text), &made))
	if response.StatusCode != http.StatusOK {
		p.t.Fatalf("uploading %q: %d %s", name, response.StatusCode, text)
	}
	p.ingest(made.ID)
	return made.ID
}

// site is a website with strings of the website and of one page, that page's path and what a model says of it.
func (p *planting) site() (address, page, said string) {
	of := func() string { return p.string(erasure.Source) }
	on := func() string { return p.string(erasure.Document) }
	page, missing, moved := "/lager-"+on(), "/fehlt-"+of(), "/weiter-"+of()
	about := on()
	start := fmt.Sprintf(`<html lang="de"><title>%s</title><body><main><h1>Start %s</h1><p>Wir verkaufen Fahrräder der Marke %s in Hannover.</p>
		<a href="%s?q=%s">Lager</a> <a href="%s">Altes</a> <a href="%s">Neues</a></main>`, of(), of(), of(), page, about, missing, moved)
	stock := fmt.Sprintf(`<html lang="de"><title>%s</title><body><main><h1 id="%s">Öffnungszeiten %s</h1><p>Das Lager %s ist am Samstag von 10 bis 16 Uhr geöffnet.</p></main>`, on(), on(), on(), about)
	etag := on()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		switch r.URL.Path {
		case "/":
			fmt.Fprint(w, start)
		case page:
			w.Header().Set("ETag", `"`+etag+`"`)
			fmt.Fprint(w, stock)
		case moved:
			http.Redirect(w, r, "/", http.StatusFound)
		default:
			http.NotFound(w, r)
		}
	}))
	p.t.Cleanup(server.Close)
	return server.URL, page, "Das Lager " + about + " ist am Samstag von 10 bis 16 Uhr geöffnet [1]."
}

// nobodys writes what is to be stored nowhere: searches, wrong requests, wrong secrets.
func (p *planting) nobodys() {
	text := func() string { return p.string("nobody") }
	p.manage("GET", "/v1/bots/"+p.bot.ID+"/search?q="+text(), "", nil)
	p.manage("POST", "/v1/bots/"+p.bot.ID+"/sessions/find", `{"text":"`+text()+`"}`, nil)
	p.manage("POST", "/v1/bots/"+p.bot.ID+"/pairs", `{"question":"`+text()+`","answer":`, nil)
	p.manage("POST", "/v1/bots/"+p.bot.ID+"/pairs", `{"question":"`+text()+strings.Repeat("x", 500)+`","answer":"x"}`, nil)
	p.manage("POST", "/v1/keys", `{"label":"x","role":"`+text()+`"}`, nil)
	p.manage("GET", "/v1/bots/"+text(), "", nil)
	p.manage("DELETE", "/v1/bots/"+p.bot.ID+"/documents/"+text(), "", nil)
	p.text(p.do("GET", "/"+text()+"?q="+text(), "", "X-Anything", text(), "User-Agent", text()))
	p.text(p.do("GET", "/v1/bots", "", "Authorization", "Bearer "+text()))
	p.told("POST", "/messages", `{"text":"`+text()+strings.Repeat("x", 2500)+`"}`, "")
	p.told("POST", "/messages", `{"text":"`+text()+`"`, text())
	p.told("PUT", "/session/contact", `{"name":"`+text()+`"}`, text())
}

// conversations are one of the session that will be erased, with contact data, and others of the bot.
func (p *planting) conversations() (session string) {
	p.t.Helper()
	of := func() string { return p.string(erasure.Session) }
	ask := func(session, text, client string) reply {
		body, err := json.Marshal(map[string]string{"text": text, "client_id": client, "language": "de"})
		must(p.t, err)
		got := reply{Session: session}
		events(p.t, p.do("POST", p.chat("/messages"), string(body), "WCA-Session", session).Body, func(_ string, data []byte) { must(p.t, json.Unmarshal(data, &got)) })
		return got
	}
	first := ask("", "Sitzungsfrage "+of()+": Wann ist das Lager am Samstag geöffnet?", of())
	gap := ask(first.Session, "Wer hat die Fußball-Weltmeisterschaft 2014 gewonnen, "+of()+"?", of())
	if first.Answer == "" || first.Refused || !gap.Refused {
		p.t.Fatalf("got %+v and %+v", first, gap)
	}
	if s, text := p.told("PUT", "/messages/"+first.Answer+"/feedback", `{"value":"down","reasons":["wrong"],"text":"`+of()+`"}`, first.Session); s/100 != 2 {
		p.t.Fatalf("judging: %d %s", s, text)
	}
	for _, by := range []erasure.Kind{"nobody", erasure.Contact} { // corrected
		if s, text := p.told("PUT", "/session/contact", `{"name":"`+p.string(by)+`","email":"`+p.string(by)+`@post.example","phone":"+49 170 1234567"}`, first.Session); s != http.StatusOK {
			p.t.Fatalf("contact data: %d %s", s, text)
		}
	}
	bots := func() string { return p.string(erasure.Bot) }
	ask("", bots()+": Wann ist das Lager am Samstag geöffnet?", bots())
	ask("", "Wer schrieb das Libretto zu Verdis Oper über "+bots()+"?", "")
	p.manage("POST", "/v1/bots/"+p.bot.ID+"/answers", `{"question":"Wann ist das Lager am Samstag geöffnet, `+bots()+`?"}`, nil)
	p.manage("POST", "/v1/bots/"+p.bot.ID+"/pairs", `{"question":"Nehmen Sie `+bots()+`?","answer":"Nein, `+bots()+`."}`, nil)
	var gaps []struct{ ID, Question string }
	p.manage("GET", "/v1/bots/"+p.bot.ID+"/gaps", "", &gaps)
	if len(gaps) != 2 {
		p.t.Fatalf("gaps: %+v", gaps)
	}
	p.manage("POST", "/v1/bots/"+p.bot.ID+"/pairs", `{"gap":"`+gaps[0].ID+`","answer":"`+bots()+`"}`, nil)
	return first.Session
}

// Strings that stand nowhere else are written wherever the APIs let somebody write. What is erased, one kind
// of subject after the other, then stands nowhere: in no file of the data directory, not in SQLite's log
// nor the program's, in no table of PostgreSQL nor its files. The rest stays.
func TestWhatIsErasedStandsNowhere_E4_K2(t *testing.T) {
	each(t, func(t *testing.T, settings map[string]string) {
		p := &planting{database: settings["database"], planted: map[string][]string{}}
		var said string
		in := token.ID("x")
		model := llmfake.New(t, "openai", llmfake.Script{Reply: func(request []byte) []string {
			if bytes.Contains(request, []byte("Sitzungsfrage")) {
				return []string{"Am Samstag von 10 bis 16 Uhr [1], sagt " + in + "."}
			}
			return []string{said}
		}})
		p.instance = beginWith(t, settings, model)
		in = p.string(erasure.Session)
		if s := p.manage("PATCH", "/v1/bots/"+p.bot.ID, `{"name":"Bot „`+p.string(erasure.Bot)+`“ 100 %"}`, nil); s != http.StatusOK {
			t.Fatalf("naming the bot: %d", s)
		}
		p.publish(p.settings(true), true)
		p.publish(p.settings(true), true)
		p.publish(p.settings(false), false)
		p.manage("POST", "/v1/keys", `{"label":"`+p.string(erasure.Workspace)+`","role":"analyst"}`, nil)

		address, page, sentence := p.site()
		said = sentence
		var site struct{ ID string }
		added, err := json.Marshal(map[string]any{"address": address + "/?von=" + p.string(erasure.Source), "exclude": []string{"/" + p.string(erasure.Source) + "/**"}})
		must(t, err)
		if s := p.manage("POST", "/v1/bots/"+p.bot.ID+"/sources", string(added), &site); s != http.StatusOK {
			t.Fatalf("adding the website: %d", s)
		}
		p.ingest(site.ID)
		file := p.upload("Prüfbericht „"+p.string(erasure.Source)+"“ 100 % 🚲.md", "# "+p.string(erasure.Source)+"\n\nEine Inspektion kostet "+p.string(erasure.Source)+" 49 Euro.\n")
		empty := p.upload("leer-"+p.string(erasure.Source)+".pdf", "kein PDF: "+p.string(erasure.Source))
		session := p.conversations()
		p.nobodys()
		if p.database != "" { // what the planner notes down of the values of columns is a copy, too
			conn, err := pgx.Connect(t.Context(), p.database)
			must(t, err)
			_, err = conn.Exec(t.Context(), "ANALYZE")
			must(t, errors.Join(err, conn.Close(t.Context())))
		}
		must(t, p.app.DB.Flush(t.Context()))
		for of, all := range p.planted {
			for n, text := range all {
				if where := p.places(text); (len(where) == 0) != (of == "nobody") {
					t.Errorf("string %d of the %s stands at first in %q", n, of, where)
				}
			}
		}

		var documents []struct{ ID, Address string }
		p.manage("GET", "/v1/bots/"+p.bot.ID+"/documents", "", &documents)
		document := ""
		for _, d := range documents {
			if u, err := url.Parse(d.Address); err == nil && u.Path == page {
				document = d.ID
			}
		}
		visitor := func(path string) func() int {
			return func() int { s, _ := p.told("DELETE", path, "", session); return s }
		}
		customer := func(paths ...string) func() int {
			return func() (status int) {
				for _, path := range paths {
					if status = p.manage("DELETE", path, "", nil); status != http.StatusOK {
						break
					}
				}
				return status
			}
		}
		base := "/v1/bots/" + p.bot.ID
		gone := []string{"nobody"}
		for _, step := range []struct {
			kind  erasure.Kind
			erase func() int
		}{
			{erasure.Contact, visitor("/session/contact")},
			{erasure.Session, visitor("/session")},
			{erasure.Document, customer(base + "/documents/" + document)},
			{erasure.Source, customer(base+"/sources/"+site.ID, base+"/sources/"+file, base+"/sources/"+empty)},
			{erasure.Bot, customer(base)},
			{erasure.Workspace, customer("/v1/workspace?name=Workspace")},
		} {
			if s := step.erase(); s != http.StatusOK {
				t.Fatalf("erasing the %s: %d", step.kind, s)
			}
			gone = append(gone, string(step.kind))
			must(t, p.app.DB.Flush(t.Context()))
			must(t, p.app.Eraser.Finish(t.Context()))
			var files map[string]string
			if p.database != "" {
				files = filesOf(t, p.database)
			}
			for of, all := range p.planted {
				erased := slices.Contains(gone, of)
				for n, text := range all {
					where := p.places(text)
					for name, content := range files {
						if erased && of != "nobody" && strings.Contains(content, text) {
							where = append(where, name)
						}
					}
					if erased && where != nil || !erased && where == nil {
						t.Errorf("the %s was erased: string %d of the %s stands in %q", step.kind, n, of, where)
					}
				}
			}
		}
	})
}
