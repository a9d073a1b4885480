package verify

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/webchatagent/wca/test/expression"
)

// What a pattern matches has one of its hints: without, it is not looked at.
func TestWhatAPatternMatchesHasAHint(t *testing.T) {
	all := []pattern{
		needs, universal, gift, restricts, timeSides, momentSides, beyond, ways, everyDay, working, aroundTheClock, bound, deposit,
		comparing, remaining, free, every, exception, shuts, shut, because, {undenied, noDenial},
	}
	for _, s := range slices.Concat(sayings, reaches) {
		all = append(all, s.claimed)
	}
	if n := patternsWritten(t); n != len(all)-2 { // one is in sayings again, noDenial is none
		t.Errorf("%d patterns are written in the package, %d tested", n, len(all)-2)
	}
	for _, p := range all {
		for _, s := range expression.Samples(p.Regexp, 20_000) {
			if !p.hinted(s) {
				t.Errorf("%q has no hint of %q", s, p.hints)
				break
			}
		}
	}
}

// patternsWritten counts the patterns in the package's files.
func patternsWritten(t *testing.T) (n int) {
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
			if c, ok := node.(*ast.CompositeLit); ok {
				if name, ok := c.Type.(*ast.Ident); ok && name.Name == "pattern" {
					n++
				}
			}
			return true
		})
	}
	return n
}
