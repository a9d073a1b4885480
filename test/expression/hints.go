package expression

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/verify/pattern"
)

// CheckHints fails the test where something that one of the patterns matches has none of its hints: it would not be looked at.
func CheckHints(t *testing.T, all []pattern.Pattern) {
	t.Helper()
	for _, p := range all {
		for _, s := range Samples(p.Regexp, 20_000) {
			if !p.Hinted(s) {
				t.Errorf("%q has no hint of %q", s, p.Hints)
				break
			}
		}
	}
}

// Hinted counts the patterns that the files of the test's package make, so that the test can say whether it knows all.
func Hinted(t *testing.T) (n int) {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		p, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(p, func(node ast.Node) bool {
			if c, ok := node.(*ast.CallExpr); ok && isNew(c.Fun) {
				n++
			}
			return true
		})
	}
	return n
}

// isNew reports whether what is called makes a pattern.
func isNew(called ast.Expr) bool {
	s, ok := called.(*ast.SelectorExpr)
	if !ok || s.Sel.Name != "New" {
		return false
	}
	from, ok := s.X.(*ast.Ident)
	return ok && from.Name == "pattern"
}
