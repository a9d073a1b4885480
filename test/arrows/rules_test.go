package arrows

import (
	"fmt"
	"go/ast"
	"path"
	"slices"
	"strings"
)

// layers are the packages below internal, and widget beside it, from the ground up. A package may
// import only lower layers; in the subject layer also its neighbours' roots.
var layers = [][]string{
	{"problem", "token", "journal", "forest", "numeral", "section", "date", "noun", "word", "stated", "sentence", "resident", "wordlist", "bilingual", "config", "widget"},
	{"egress"},
	{"workspace", "bot", "source", "extract", "passage", "retrieve", "verify", "personal", "pseudonym", "llm", "embedding", "conversation",
		"booking", "whatsapp", "billing", "newsletter", "privacy", "retention", "erasure", "trial", "proof", "presence"},
	{"web", "store"},
	{"job"}, // stands on the database that store has opened
	{"app"},
	{"demo"},
	{"cli"},
}

const subjects = 2 // the layer that holds the rules of the product

// shared are folders inside a subject that other subjects may use as well,
// each with the reason.
var shared = map[string]string{
	"llm/prompt":       "what a request to a model consists of",
	"extract/document": "what a page or file says",
	"extract/refusal":  "why it says nothing",
}

// forbiddenNames say nothing about what is inside.
var forbiddenNames = []string{"util", "utils", "common", "helper", "helpers", "model", "models", "manager", "managers", "misc", "shared", "base"}

// subject gives the first folder below internal: retrieve for internal/retrieve/table.
func subject(folder string) string {
	name, _, _ := strings.Cut(strings.TrimPrefix(folder, "internal/"), "/")
	return name
}

func layerOf(folder string) (int, bool) {
	if strings.HasPrefix(folder, "cmd/") {
		return len(layers), true
	}
	at := slices.IndexFunc(layers, func(names []string) bool { return slices.Contains(names, subject(folder)) })
	return at, at >= 0
}

// forTests says whether a folder holds code that only tests use.
func forTests(folder string) bool {
	return strings.HasSuffix(path.Base(folder), "test")
}

// wrongArrows lists imports that point upwards or sideways.
func wrongArrows(f file) []string {
	from, known := layerOf(f.folder)
	if !known {
		return []string{fmt.Sprintf("%s: internal/%s has no layer: name it in test/arrows/rules_test.go and docs/architecture.md", f.name, subject(f.folder))}
	}
	var wrong []string
	for _, target := range f.ours() {
		to, known := layerOf(target)
		switch {
		case !strings.HasPrefix(target, "internal/") && target != "widget":
			wrong = append(wrong, fmt.Sprintf("%s: imports %s, which is no part of the program", f.name, target))
		case !known:
			wrong = append(wrong, fmt.Sprintf("%s: imports %s, which has no layer", f.name, target))
		case forTests(target) && !forTests(f.folder):
			wrong = append(wrong, fmt.Sprintf("%s: imports %s, which is for tests", f.name, target))
		case strings.HasPrefix(f.folder, "cmd/") && target != "internal/cli":
			wrong = append(wrong, fmt.Sprintf("%s: imports %s; a command only hands over to internal/cli", f.name, target))
		case subject(f.folder) == subject(target) || to < from:
		case f.generator() && to <= from:
		case to > from:
			wrong = append(wrong, fmt.Sprintf("%s: imports %s, which is a layer above", f.name, target))
		case from == subjects && neighbour(target), from == 0:
		default:
			wrong = append(wrong, fmt.Sprintf("%s: imports %s of the same layer", f.name, target))
		}
	}
	return wrong
}

// generator says whether a file belongs to a command that makes a file of the program and is no part
// of it.
func (f file) generator() bool { return f.tree.Name.Name == "main" }

// neighbour says whether another subject may import this folder.
func neighbour(target string) bool {
	inside := strings.TrimPrefix(target, "internal/")
	_, open := shared[inside]
	return open || !strings.Contains(inside, "/")
}

// sqlPackages give access to a database.
var sqlPackages = []string{
	"database/sql", "github.com/uptrace/bun", "github.com/jackc/pgx", "github.com/jackc/pgconn", "modernc.org/sqlite",
	"github.com/riverqueue/river/riverdriver",
}

// sqlOutsideStore lists imports of database packages. Background work is given
// its database by the queue's own drivers, so job may import those.
func sqlOutsideStore(f file) []string {
	owner := subject(f.folder)
	if owner == "store" {
		return nil
	}
	var wrong []string
	for _, imported := range f.imports {
		for _, database := range sqlPackages {
			if imported != database && !strings.HasPrefix(imported, database+"/") {
				continue
			}
			if owner == "job" && strings.HasPrefix(imported, "github.com/riverqueue/") {
				continue
			}
			wrong = append(wrong, fmt.Sprintf("%s: imports %s; only internal/store sees SQL", f.name, imported))
		}
	}
	return wrong
}

// clientValues make or hold a network client: naming one of these functions or
// variables is enough. Types stand in clientTypes.
var clientValues = map[string][]string{
	"net/http": {"DefaultClient", "DefaultTransport", "Get", "Head", "Post", "PostForm"},
	"net": {"Dial", "DialTimeout", "DialTCP", "DialUDP", "DialIP", "DialUnix", "DefaultResolver", "LookupAddr", "LookupCNAME",
		"LookupHost", "LookupIP", "LookupMX", "LookupNS", "LookupPort", "LookupSRV", "LookupTXT", "ResolveTCPAddr", "ResolveUDPAddr", "ResolveIPAddr"},
	"crypto/tls": {"Dial", "DialWithDialer"},
	"net/smtp":   {"Dial", "SendMail"},
	"net/rpc":    {"Dial", "DialHTTP"},
}

// clientTypes are clients as values. A pointer to one may be passed on.
var clientTypes = map[string][]string{
	"net/http":   {"Client", "Transport"},
	"net":        {"Dialer", "Resolver"},
	"crypto/tls": {"Dialer"},
}

// clientsOutsideEgress lists the places where a file makes a network client.
func clientsOutsideEgress(f file) []string {
	if subject(f.folder) == "egress" || forTests(f.folder) {
		return nil
	}
	var wrong []string
	passed := map[ast.Node]bool{} // types seen behind a star
	made := map[ast.Node]bool{}   // types named in new(T)
	ast.Inspect(f.tree, func(node ast.Node) bool {
		switch n := node.(type) {
		case *ast.CallExpr:
			if name, ok := n.Fun.(*ast.Ident); ok && name.Name == "new" && len(n.Args) == 1 {
				made[n.Args[0]] = true
			}
		case *ast.StarExpr:
			passed[n.X] = true
		case *ast.SelectorExpr:
			imported, name := f.selected(n)
			if slices.Contains(clientValues[imported], name) ||
				slices.Contains(clientTypes[imported], name) && (made[n] || !passed[n]) {
				wrong = append(wrong, fmt.Sprintf("%s: %s.%s: only internal/egress makes network clients", f.at(n), path.Base(imported), name))
			}
		}
		return true
	})
	return wrong
}

// listeners may open a port.
var listeners = []string{"app", "cli", "demo"}

// listenersElsewhere lists the places where a file opens a port.
func listenersElsewhere(f file) []string {
	if slices.Contains(listeners, subject(f.folder)) || forTests(f.folder) {
		return nil
	}
	return uses(f, map[string][]string{
		"net":               {"Listen", "ListenTCP", "ListenUDP", "ListenPacket", "ListenUnix", "ListenConfig"},
		"net/http":          {"ListenAndServe", "ListenAndServeTLS", "Serve", "ServeTLS", "Server"},
		"crypto/tls":        {"Listen"},
		"net/http/httptest": {"NewServer", "NewTLSServer", "NewUnstartedServer"},
	}, "only "+strings.Join(listeners, ", ")+" open a port")
}

// handlersInSubjects lists HTTP handlers in packages that hold rules.
func handlersInSubjects(f file) []string {
	if layer, _ := layerOf(f.folder); layer != subjects || forTests(f.folder) {
		return nil
	}
	return uses(f, map[string][]string{
		"net/http": {"Handler", "HandlerFunc", "Handle", "HandleFunc", "ResponseWriter", "ServeMux", "NewServeMux", "Error", "Redirect", "SetCookie", "Cookie"},
	}, "a subject answers no HTTP; handlers live in internal/web")
}

// uses lists the places where a file names one of these.
func uses(f file, names map[string][]string, why string) []string {
	var found []string
	ast.Inspect(f.tree, func(node ast.Node) bool {
		if imported, name := f.selected(node); slices.Contains(names[imported], name) {
			found = append(found, fmt.Sprintf("%s: %s.%s: %s", f.at(node), path.Base(imported), name, why))
		}
		return true
	})
	return found
}

// emptyName reports a folder or package whose name says nothing.
func emptyName(f file) []string {
	for _, name := range []string{path.Base(f.folder), f.tree.Name.Name} {
		if slices.Contains(forbiddenNames, name) {
			return []string{fmt.Sprintf("%s: package %q: name it by what it is about", f.name, name)}
		}
	}
	return nil
}
