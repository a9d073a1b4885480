package system

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// Whatever is wrong is said in a sentence where the user looks, and nothing else breaks.
func TestBadInputGetsAClearMessage_U03_U05_F01(t *testing.T) {
	d := sit(t)
	site := httptest.NewServer(http.HandlerFunc(badSite))
	t.Cleanup(site.Close)
	d.ok("bot", "create", "shop")
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"ingest", "--bot", "shop", site.URL + "/login"}, 1, "--allow-private"},
		{[]string{"ingest", "--bot", "shop", "--allow-private", "http://127.0.0.1:1/"}, 1, "cannot be reached"},
		{[]string{"ingest", "--bot", "shop", "http://name.invalid/"}, 1, "no website of this name"},
		{[]string{"ingest", "--bot", "shop", "--allow-private", site.URL + "/login"}, 1, "asks for a password"},
		{[]string{"ingest", "--bot", "shop", "--allow-private", site.URL + "/huge"}, 1, "larger than allowed"},
		{[]string{"ingest", "--bot", "shop", "--allow-private", site.URL + "/loop"}, 1, "leads back to itself"},
		{[]string{"ingest", "--bot", "shop", "--allow-private", site.URL + "/broken"}, 1, "answered with an error"},
		{[]string{"ingest", "--bot", "shop", "--allow-private", site.URL + "/missing"}, 1, "does not exist"},
		{[]string{"ingest", "--bot", "shop", "--allow-private", site.URL + "/private/page"}, 1, "robots.txt"},
		{[]string{"ingest", "--bot", "shop", "--allow-private", site.URL + "/empty"}, 1, "holds no text"},
		{[]string{"ingest", "--bot", "shop", d.write("leer.txt", "")}, 1, "holds no text"},
		{[]string{"ingest", "--bot", "shop", d.write("falsch.docx", "Das ist kein Word.")}, 1, "holds something else"},
		{[]string{"ingest", "--bot", "shop", d.write("programm.exe", "MZ\x00\x00")}, 1, "is a program"},
		{[]string{"ingest", "--bot", "shop", d.write("kreis.pdf", "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF")}, 1, "damaged"},
		{[]string{"ingest", "--bot", "shop", d.write("gut.txt", "Samstags ist von 10 bis 16 Uhr geöffnet."), d.write("leer.txt", "")}, 1, "leer.txt: The file holds no text"},
		{[]string{"ingest", "--bot", "shop", "gibtsnicht.pdf"}, 1, "neither a file"},
		{[]string{"ingest", "--bot", "other", "leer.txt"}, 1, `no bot "other"`},
		{[]string{"ingest", "--bot", "shop"}, 2, ""},
		{[]string{"ask", "--bot", "shop"}, 2, ""},
		{[]string{"search", "--bot", "shop", "--k", "viele", "x"}, 2, "k"},
		{[]string{"nonsense"}, 2, "nonsense"},
		{[]string{"ingest", "--bot", "shop", "--max-pages", "-1", "leer.txt"}, 2, "pages is 1 or more, not -1"},
		{[]string{"ingest", "--bot", "shop", "--max-depth", "-1", site.URL}, 2, "start is 1 or more, not -1"},
		{[]string{"ingest", "--bot", "shop", "--every", "-24h", site.URL}, 1, "every hour at most"},
		{[]string{"ask", "--bot", "shop", "--language", "fr", "Wann?"}, 2, "de or en"},
		{[]string{"sessions", "--bot", "shop", "--limit", "0"}, 2, "1 or more"},
		{[]string{"search", "--bot", "shop", "--k", "0", "x"}, 2, "between 1 and"},
		{[]string{"eval", "--bot", "shop", "--tolerance", "-1", "leer.txt"}, 2, "between 0 and 1"},
		{[]string{"bot", "set", "--bot", "shop", "--personal-region", "XX"}, 2, "no country"},
		{[]string{"bot", "set", "--bot", "shop", "--privacy-url", "datenschutz.html"}, 2, "not one like https://"},
		{[]string{"qa", "add", "--bot", "shop", "???", "Ja."}, 2, "no word"},
		{[]string{"bot", "set", "--bot", "shop"}, 2, "--model"},
		{[]string{"bot", "set", "--bot", "shop", "--retention", "abc"}, 2, `--retention takes a whole number, not "abc": days that conversations are kept`},
		{[]string{"ingest", "--bot", "shop", "--every", "24", site.URL}, 2, `--every takes a duration such as 30m or 24h, not "24"`},
		{[]string{"eval", "--bot", "shop", "--tolerance", "viel", "x"}, 2, `--tolerance takes a number, not "viel"`},
		{[]string{"bot", "set", "--bot", "shop", "--origin", "foo"}, 2, "the name of a website has a dot"},
		{[]string{"bot", "set", "--bot", "shop", "--origin", "ftp://example.de"}, 2, "must begin with https:// or http://"},
		{[]string{"bot", "set", "--bot", "shop", "--origin", "https://*.example.de"}, 2, "without *"},
		{[]string{"bot", "show", "shop", "--bot", "shop"}, 2, "once"},
		{[]string{"bot", "delete", "", "--yes"}, 2, "the name of the bot to delete is empty"},
		{[]string{"bot", "set", "--bot", "shop", "--model", ""}, 2, "--model is PROVIDER/MODEL"},
		{[]string{"bot", "set", "--bot", "shop", "--model", "/qwen3"}, 2, "--model is PROVIDER/MODEL"},
		{[]string{"bot", "list", "--config", "nowhere.toml"}, 2, "configuration file: there is no file nowhere.toml"},
		{[]string{"bot", "create"}, 2, "something is missing; it is written as in: wca bot create NAME"},
		{[]string{"bot", "create", "Haus", "am", "See"}, 2, "quotation marks"},
		{[]string{"bot", "nonsense"}, 2, "see wca bot --help"},
		{[]string{"help", "bot", "nonsense"}, 2, `no command "bot nonsense"`},
		{[]string{"keys", "create", "x", "--role", "boss"}, 2, "owner, editor or analyst"},
		{[]string{"bot", "create", ""}, 2, "1 to 100 characters"},
		{[]string{"ask", "--bot", "shop", " "}, 2, "the question is empty"},
		{[]string{"keys", "create", " "}, 2, "a label that says"},
		{[]string{"search", "--bot", "shop", " "}, 2, "the query is empty"},
		{[]string{"ingest", "--bot", "shop", "--include", "/x", d.write("zeiten.md", "Montags ist zu.")}, 2, "leave out --include"},
		{[]string{"ingest", "--bot", "shop", ""}, 1, `"" is neither`},
		{[]string{"extract", "/nowhere/x.pdf"}, 1, "there is no file /nowhere/x.pdf"},
		{[]string{"extract", d.dir}, 2, "is a folder"},
		{[]string{"extract", "https://www.example.de/"}, 2, "wca ingest --bot NAME https://www.example.de/"},
		{[]string{"eval", "--bot", "shop", "nowhere.jsonl"}, 2, "there is no file nowhere.jsonl"},
		{[]string{"ledger", "--bot", "other"}, 1, `no bot "other"`},
		{[]string{"bot", "set", "--bot", "shop", "--personal-off", "EMIAL"}, 2, "ACCOUNT, ADDRESS"},
		{[]string{"bot", "show", "other"}, 1, `no bot "other"`},
		{[]string{"search", "--bot", "shop", "--queries", d.write("fragen.jsonl", `{"query":7}`)}, 1, "line 1 is not a JSON object with id and query, whose value is text\n"},
		{[]string{"bot", "set", "--bot", "shop", "--quiet", "--allow-private"}, 2, "--model"},
		{[]string{"pseudonymise", "--region", "XX"}, 2, "--region"},
		{[]string{"serv"}, 2, "did you mean wca serve?"},
		{[]string{"bot", "lst"}, 2, "did you mean wca bot list?"},
		{[]string{"help", "ingst"}, 2, "did you mean wca ingest?"},
		{[]string{"bot", "set", "--colour", "#112233"}, 2, "wca bot set has no flag --colour: did you mean --color?"},
		{[]string{"ledger", "--xyzzy"}, 2, "wca ledger has no flag --xyzzy: see wca ledger --help"},
		{[]string{"ask", "-z", "Wann?"}, 2, "wca ask has no flag -z: see wca ask --help"},
		{[]string{"ask", "Wann?", "--bot"}, 2, "--bot is given without its value: name of the bot"},
		{[]string{"bot", "show", "Shop"}, 1, `did you mean "shop"?`},
		{[]string{"ask", "--bot", "shpo", "Wann?"}, 1, `did you mean "shop"?`},
	} {
		code, out, messages := d.run("", c.args...)
		if code != c.code || !strings.Contains(messages, c.says) || out != "" || strings.Contains(messages, "goroutine") {
			t.Errorf("wca %s: exit %d, out %q, messages %s", strings.Join(c.args, " "), code, out, messages)
		}
	}
	// A page that says UTF-8 and is Windows-1252 is read right, and all the rest did no harm.
	d.ok("ingest", "--bot", "shop", "--allow-private", site.URL+"/charset")
	if out := d.ok("ask", "--bot", "shop", "Wann ist in der Straße geöffnet?"); !strings.Contains(out, "Übermorgen") {
		t.Errorf("the charset: %s", out)
	}
	if out := d.ok("sources", "--bot", "shop"); strings.Count(out, "failed") < 10 || !strings.Contains(out, "asks for a password") {
		t.Errorf("the sources do not tell what went wrong:\n%s", out)
	}
}

func badSite(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/html")
	switch r.URL.Path {
	case "/robots.txt":
		w.Header().Set("Content-Type", "text/plain")
		fmt.Fprint(w, "User-agent: *\nDisallow: /private/\n")
	case "/login":
		fmt.Fprint(w, "<html><title>Anmelden</title><form><input name=u><input type=password></form></html>")
	case "/huge":
		part := []byte(strings.Repeat("<p>x</p>", 1<<17))
		for range 2048 { // 2 GB
			if _, err := w.Write(part); err != nil {
				return
			}
		}
	case "/loop":
		http.Redirect(w, r, "/loop", http.StatusFound)
	case "/broken":
		w.WriteHeader(http.StatusInternalServerError)
	case "/empty":
	case "/script":
		fmt.Fprint(w, "<html><body><div id=app></div><script>show()</script></body></html>")
	case "/scripted":
		fmt.Fprint(w, "<html lang=de><body><div id=app></div><footer>Telefon 030 1234567</footer><script>show()</script></body></html>")
	case "/charset":
		fmt.Fprint(w, "<html><head><meta charset=utf-8></head><body><h1>Zeiten</h1><p>Montag ge\xf6ffnet f\xfcr Sie, Stra\xdfe M\xfcller au\xdfer \xdcbermorgen.</p></body></html>")
	default:
		http.NotFound(w, r)
	}
}
