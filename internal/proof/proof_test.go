package proof

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/bilingual"
	"github.com/webchatagent/wca/internal/config"
)

// A promise that is called built and has no check would be taken on trust.
func TestEveryBuiltPromiseHasACheck(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range Promises() {
		switch {
		case seen[p.ID]:
			t.Errorf("%s is listed twice", p.ID)
		case p.Built && p.check == nil:
			t.Errorf("%s is called built and has no check", p.ID)
		case !p.Built && p.check != nil:
			t.Errorf("%s has a check that never runs", p.ID)
		case p.Text.De == "" || p.Text.En == "":
			t.Errorf("%s lacks its sentence", p.ID)
		case (p.Lacks.De == "") != (p.Lacks.En == ""):
			t.Errorf("%s says in one language only what is missing", p.ID)
		}
		seen[p.ID] = true
	}
}

func TestListIsThatOfThePromises(t *testing.T) {
	shared := os.Getenv("WCA_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "..", "shared")
	}
	text, err := os.ReadFile(filepath.Join(shared, "PROMISES.md"))
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("PROMISES.md is not here: set WCA_SHARED to the directory that holds it")
	}
	if err != nil {
		t.Fatal(err)
	}
	var want, got []string
	for _, m := range regexp.MustCompile(`(?m)^- ([A-L]\d+) `).FindAllSubmatch(text, -1) {
		want = append(want, string(m[1]))
	}
	for _, p := range Promises() {
		got = append(got, p.ID)
	}
	if len(want) < 30 || !slices.Equal(got, want) {
		t.Errorf("the list is\n%v\nPROMISES.md has\n%v", got, want)
	}
}

func TestWhatIsNotBuiltNeverHolds(t *testing.T) {
	p := Promise{ID: "X1", check: func(context.Context, *bench) finding { return holds("gut", "fine") }}
	if r, _ := p.run(t.Context(), &bench{}); r.State != Missing {
		t.Errorf("not built: %s", r.State)
	}
	p.Built, p.Lacks = true, bilingual.Of("Es fehlt etwas.", "Something is missing.")
	if r, _ := p.run(t.Context(), &bench{}); r.State != Partly || r.Reason != p.Lacks {
		t.Errorf("built in part: %+v", r)
	}
	p.check = onBench(p.check)
	if r, err := p.run(t.Context(), &bench{trouble: errors.New("no disk")}); r.State != Unchecked || err == nil || err.Error() != "no disk" {
		t.Errorf("without a bench: %+v, %v", r, err)
	}
}

// What took too long proves nothing. It is told as such, with what to do, and is no error of the program.
func TestACheckThatTakesTooLongIsTold_K2(t *testing.T) {
	p := Promise{ID: "X1", Built: true, check: func(ctx context.Context, _ *bench) finding {
		return failed(fmt.Errorf("looking through the files: %w", context.DeadlineExceeded))
	}}
	for name, one := range map[string]struct {
		check func(context.Context, *bench) finding
		bench *bench
	}{
		"a check":      {p.check, &bench{}},
		"an erasure":   {func(context.Context, *bench) finding { return unerasable(context.DeadlineExceeded) }, &bench{}},
		"the workshop": {onBench(p.check), &bench{trouble: context.DeadlineExceeded}},
	} {
		p.check = one.check
		r, err := p.run(t.Context(), one.bench)
		if err != nil || r.State != Unchecked || !strings.Contains(r.Reason.En, "repeat “wca prove” at a quieter time") {
			t.Errorf("%s: %+v, %v", name, r, err)
		}
		if report := (Report{Results: []Result{{ID: "X0"}, r}}); !slices.Equal(report.Late(), []string{"X1"}) || len(report.Broken()) > 0 {
			t.Errorf("%s: late are %v, broken %v", name, report.Late(), report.Broken())
		}
	}
}

func TestConnectionsOfVisitors_L1(t *testing.T) {
	for url, right := range map[string]bool{
		"https://chat.example.com": true, "http://127.0.0.1:8080": true, "http://localhost:8080": true, "http://10.1.2.3": true,
		"http://chat.example.com": false, "http://203.0.113.5:8080": false, "http://0.0.0.0:8080": false,
	} {
		if wrong := transport(config.Config{PublicURL: url}); (wrong == bilingual.Text{}) != right {
			t.Errorf("%s: %q", url, wrong.En)
		}
	}
	for listen, right := range map[string]bool{"127.0.0.1:8080": true, "[::1]:80": true, "localhost:80": true, ":8080": false, "0.0.0.0:8080": false, "[::]:80": false} {
		if wrong := transport(config.Config{Listen: listen}); (wrong == bilingual.Text{}) != right {
			t.Errorf("listening on %s: %q", listen, wrong.En)
		}
	}
}

// A configuration file with a key in it is for who runs the server; one without is anybody's to read.
func TestTheConfigurationFileKeepsItsSecrets_L1_Q02(t *testing.T) {
	folder := t.TempDir()
	if !open(folder, 0o001) {
		t.Skip("the folder for temporary files is closed")
	}
	for name, c := range map[string]struct {
		text         string
		folder, file fs.FileMode
		right        bool
	}{
		"a key for all":            {"[providers.openai]\nkey = \"sk-0123456789\"\n", 0o755, 0o644, false},
		"a password for all":       {"database = \"postgres://u:secret@db/x\"\n", 0o755, 0o604, false},
		"a key for a group":        {"[providers.openai]\nkey = \"sk-0123456789\"\n", 0o755, 0o640, true},
		"a key in a closed folder": {"[providers.openai]\nkey = \"sk-0123456789\"\n", 0o750, 0o644, true},
		"no secret":                {"workers = 3\ndatabase = \"postgres://u@db/x\"\n", 0o755, 0o644, true},
	} {
		path := filepath.Join(folder, "wca.toml")
		for _, err := range []error{os.WriteFile(path, []byte(c.text), 0o600), os.Chmod(path, c.file), os.Chmod(folder, c.folder)} {
			if err != nil {
				t.Fatal(err)
			}
		}
		loaded, err := config.Load(config.Sources{File: path, Flags: map[string]string{"data": t.TempDir()}})
		if err != nil {
			t.Fatal(err)
		}
		if wrong := openFiles(loaded); (wrong == bilingual.Text{}) != c.right {
			t.Errorf("%s: %q", name, wrong.En)
		}
	}
}

// So is a file that holds nothing but a key.
func TestAFileWithAKeyKeepsIt_L1_Q02(t *testing.T) {
	folder := t.TempDir()
	if !open(folder, 0o001) {
		t.Skip("the folder for temporary files is closed")
	}
	path := filepath.Join(folder, "openai.key")
	if err := errors.Join(os.Chmod(folder, 0o755), os.WriteFile(path, []byte("https://chat.example\n"), 0o600)); err != nil {
		t.Fatal(err)
	}
	for variable, secret := range map[string]bool{"WCA_PROVIDERS_OPENAI_KEY_FILE": true, "WCA_PUBLIC_URL_FILE": false} {
		for mode, right := range map[fs.FileMode]bool{0o644: !secret, 0o640: true} {
			if err := os.Chmod(path, mode); err != nil {
				t.Fatal(err)
			}
			loaded, err := config.Load(config.Sources{Environ: []string{variable + "=" + path}, Flags: map[string]string{"data": t.TempDir()}})
			if err != nil {
				t.Fatal(err)
			}
			if wrong := openFiles(loaded); (wrong == bilingual.Text{}) != right {
				t.Errorf("%s with %o: %q", variable, mode, wrong.En)
			}
		}
	}
}

// So do a database and a journal that lie elsewhere than in the data directory, and nobody may put files in place of others.
func TestFilesElsewhereKeepTheirs_L1(t *testing.T) {
	folder := t.TempDir()
	if !open(folder, 0o001) {
		t.Skip("the folder for temporary files is closed")
	}
	for name, c := range map[string]struct {
		folder, file fs.FileMode
		right        bool
	}{"open": {0o755, 0o644, false}, "closed": {0o755, 0o600, true}, "closed, in a folder for all": {0o777, 0o600, false}, "closed, in a sticky one": {0o777 | fs.ModeSticky, 0o600, true}} {
		for _, file := range []string{"elsewhere.db", "elsewhere.db-wal", "erasures.jsonl"} {
			dir, err := os.MkdirTemp(folder, "")
			if err = errors.Join(err, os.WriteFile(filepath.Join(dir, file), nil, 0o600), os.Chmod(filepath.Join(dir, file), c.file), os.Chmod(dir, c.folder)); err != nil {
				t.Fatal(err)
			}
			at := config.Config{Data: t.TempDir(), Database: "sqlite:" + filepath.Join(dir, "elsewhere.db"), Erasures: filepath.Join(dir, "erasures.jsonl")}
			if wrong := openFiles(at); (wrong == bilingual.Text{}) != c.right {
				t.Errorf("%s, %s: %q", file, name, wrong.En)
			}
		}
	}
}

// Nobody gets to a file below a folder that is closed to them, however far above it is and by whichever name.
func TestAFolderAboveKeepsWhatIsBelow_L1_Q02(t *testing.T) {
	folder := t.TempDir()
	if !open(folder, 0o001) {
		t.Skip("the folder for temporary files is closed")
	}
	closed := filepath.Join(folder, "closed")
	below, data := filepath.Join(closed, "etc", "wca"), filepath.Join(closed, "srv", "data")
	file, link := filepath.Join(below, "wca.toml"), filepath.Join(folder, "link.toml")
	for _, err := range []error{
		os.MkdirAll(below, 0o755), os.MkdirAll(data, 0o755), os.WriteFile(file, nil, 0o644), os.WriteFile(filepath.Join(data, "wca.db"), nil, 0o644), os.Symlink(file, link),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	for mode, right := range map[fs.FileMode]bool{0o755: false, 0o700: true} {
		if err := os.Chmod(closed, mode); err != nil {
			t.Fatal(err)
		}
		for _, path := range []string{file, link} {
			if wrong := openFiles(config.Config{SecretFile: path, Data: t.TempDir()}); (wrong == bilingual.Text{}) != right {
				t.Errorf("%s below a folder with %o is right: %v", filepath.Base(path), mode, !right)
			}
		}
		if wrong := openFiles(config.Config{Data: data}); (wrong == bilingual.Text{}) != right {
			t.Errorf("data below a folder with %o is right: %v", mode, !right)
		}
	}
}

func TestRegionsOfProviders_L2(t *testing.T) {
	with := func(p config.Provider) finding {
		return checkRegions(t.Context(), &bench{Instance: Instance{Config: config.Config{Providers: map[string]config.Provider{"some": p}}}})
	}
	cases := []struct {
		provider config.Provider
		state    State
		reason   string
	}{
		{config.Provider{Kind: "openai"}, Broken, "The provider “some” does not say where it computes (region)."},
		{config.Provider{Kind: "openai", Region: "US"}, Holds, "Recipients: some (openai, US). Outside the EEA: some (openai, US)."},
		{config.Provider{Kind: "openai", Region: "EU"}, Broken, "The provider “some” is said to compute in EU, but api.openai.com is asked, which is not bound to Europe (region, base_url)."},
		{config.Provider{Kind: "compatible", Region: "de", BaseURL: "https://api.openai.com/v1"}, Broken, "The provider “some” is said to compute in de, but api.openai.com is asked, which is not bound to Europe (region, base_url)."},
		{config.Provider{Kind: "openai", Region: "EU", BaseURL: "https://eu.api.openai.com/v1"}, Holds, "Recipients: some (openai, EU)."},
		{config.Provider{Kind: "gemini", Region: "eu"}, Broken, "The provider “some” is said to compute in eu, but generativelanguage.googleapis.com is asked, which is not bound to Europe (region, base_url)."},
		{config.Provider{Kind: "compatible", Region: "eu-central-1"}, Holds, "Recipients: some (compatible, eu-central-1)."},
		{config.Provider{Kind: "compatible", Region: "europe-west3"}, Holds, "Recipients: some (compatible, europe-west3)."},
		{config.Provider{Kind: "compatible", Region: "europe-west2"}, Holds, "Recipients: some (compatible, europe-west2). Outside the EEA: some (compatible, europe-west2)."},
		{config.Provider{Kind: "gemini", Region: "europe-west3"}, Broken, "The provider “some” is said to compute in europe-west3, but generativelanguage.googleapis.com is asked, which is not bound to Europe (region, base_url)."},
		{config.Provider{Kind: "compatible", Region: "EU", BaseURL: "https://API.groq.com./openai/v1"}, Broken, "The provider “some” is said to compute in EU, but api.groq.com is asked, which is not bound to Europe (region, base_url)."},
		{config.Provider{Kind: "compatible", Region: "Local", BaseURL: "https://llm.example.com/v1"}, Broken, "The provider “some” is said to compute here (Local), but llm.example.com is asked, which is another machine. Say where that stands (region)."},
		{config.Provider{Kind: "compatible", Region: "local", BaseURL: "http://10.0.0.7:8000/v1"}, Holds, "Recipients: some (compatible, local)."},
		{config.Provider{Kind: "ollama", Region: "local"}, Holds, "Recipients: some (ollama, local)."},
		{config.Provider{Kind: "ollama", BaseURL: "http://127.0.0.1:11434", Region: "local"}, Holds, "Recipients: some (ollama, local)."},
	}
	for _, c := range cases {
		if f := with(c.provider); f.state != c.state || f.reason.En != c.reason {
			t.Errorf("%+v: %s, %q", c.provider, f.state, f.reason.En)
		}
	}
}

// Clouds name their regions by points of the compass; not all that begins with Europe lies in the EEA.
func TestRegionsOfCloudsInTheEEA_L2(t *testing.T) {
	for region, want := range map[string]bool{
		"local": true, "EU": true, "de": true, "Germany": true, "Deutschland": true, "fr-par": true, "us": false, "CH": false, "uk": false, "somewhere": false, "": false,
		"Österreich": true, "oesterreich": true, "Frankreich": true, "Niederlande": true, "die Niederlande": true, "The Netherlands": true, "Dänemark": true, "Tschechien": true,
		"Czech Republic": true, "Island": true, "Iceland": true, "Liechtenstein": true, "Norwegen": true, "Zypern": true, "Rumänien": true, "Slowakei": true, "Luxembourg": true, "Malta": true,
		"EWR": true, "Europäische Union": true, "Schweiz": false, "Switzerland": false, "Großbritannien": false, "Vereinigtes Königreich": false, "United Kingdom": false, "Irlande du Nord": false,
		"Northern Ireland": false, "Serbien": false, "Türkei": false, "USA": false, "Europa": false,
		// Google
		"europe-west1": true, "europe-west3": true, "europe-west3-a": true, "europe-west10": true, "europe-west12": true, "europe-central2": true, "europe-north1": true,
		"europe-north2": true, "europe-southwest1": true, "europe-west2": false, "europe-west2-b": false, "europe-west6": false, "europe-west99": false, "us-east1": false,
		// Amazon
		"eu-central-1": true, "eu-central-1a": true, "eu-west-1": true, "eu-west-3": true, "eu-north-1": true, "eu-south-1": true, "eu-south-2": true, "eusc-de-east-1": true,
		"eu-west-2": false, "eu-west-2c": false, "eu-central-2": false, "us-east-1": false, "il-central-1": false, "me-south-1": false,
		// Microsoft
		"westeurope": true, "West Europe": true, "northeurope": true, "germanywestcentral": true, "Germany West Central": true, "francecentral": true, "swedencentral": true,
		"norwayeast": true, "polandcentral": true, "italynorth": true, "spaincentral": true, "austriaeast": true, "belgiumcentral": true, "denmarkeast": true,
		"uksouth": false, "ukwest": false, "switzerlandnorth": false, "switzerlandwest": false, "westus": false, "eastus2": false, "israelcentral": false,
		// Oracle, IBM, Open Telekom Cloud
		"eu-frankfurt-1": true, "eu-de": true, "eu-nl": true, "eu-zurich-1": false, "eu-jovanovac-1": false, "eu-gb": false, "eu-ch2": false,
	} {
		if european(region) != want {
			t.Errorf("%q counts as in the EEA: %v", region, !want)
		}
	}
}

// What a database on another machine gets goes there with encryption, and it is said that it is there.
func TestDatabasesOfOtherMachines_L1_L2(t *testing.T) {
	for _, c := range []struct {
		hosts        map[string]bool
		plain, named string
	}{
		{nil, "", ""},
		{map[string]bool{"127.0.0.1": true, "10.0.0.7": true, "db": true}, "", ""},
		{map[string]bool{"db.example.com": false, "db": true}, "", "(db.example.com)"},
		{map[string]bool{"b.example.com": true, "a.example.com": false, "db": false}, "b.example.com", "(a.example.com, b.example.com)"},
	} {
		here := Instance{Databases: c.hosts}
		if wrong := here.unencrypted(); (wrong != bilingual.Text{}) != (c.plain != "") || !strings.Contains(wrong.En, c.plain) {
			t.Errorf("%v: %q", c.hosts, wrong.En)
		}
		named := checkRegions(t.Context(), &bench{Instance: here}).reason.En
		if !strings.Contains(named, c.named) || strings.Contains(named, "The database") != (c.named != "") {
			t.Errorf("%v: %q", c.hosts, named)
		}
	}
}

func TestThirdPartiesAreSeen_J3(t *testing.T) {
	page := func(html, policy string) Answer {
		return Answer{Body: []byte(html), Header: map[string][]string{"Content-Security-Policy": {policy}}}
	}
	for want, a := range map[string]Answer{
		"":                       page(`<script src="/own.js"></script><a href="https://other.example/">x</a>`, "default-src 'none'; frame-ancestors https://shop.example"),
		"cdn.example":            page(`<script async src="https://cdn.example/x.js"></script>`, ""),
		"pixel.example":          page(`<img src='//pixel.example/1.gif'>`, ""),
		"https://widget.example": page("", "script-src 'self' https://widget.example"),
		"https:":                 page("", "img-src https:"),
	} {
		if got := outside(a, "own.example"); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
