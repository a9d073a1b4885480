package main

import (
	"go/ast"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// notInTests are analysers whose findings do no harm in a test or in a program
// below test/: those end soon, and a person watches them.
var notInTests = []string{"errcheck", "noctx", "bodyclose"}

// harmless are functions and methods whose error may be dropped: what they undo
// or print is no longer needed when they fail. Who writes a file has to look at
// the error of Close all the same; no tool can tell the two apart.
var harmless = []string{"Close", "Flush", "Remove", "RemoveAll", "Fprint", "Fprintf", "Fprintln"}

// quieten makes an analyser leave out findings in generated files, findings a
// comment silences and the exceptions above, and adds its name to the others.
func quieten(a *analysis.Analyzer) {
	run := a.Run
	a.Run = func(pass *analysis.Pass) (any, error) {
		silent := silenced(pass, a.Name)
		report := pass.Report
		pass.Report = func(found analysis.Diagnostic) {
			at := pass.Fset.Position(found.Pos)
			if silent[place{at.Filename, 0}] || silent[place{at.Filename, at.Line}] {
				return
			}
			if forTests(pass, at.Filename) && slices.Contains(notInTests, a.Name) {
				return
			}
			if a.Name == "noctx" && strings.HasPrefix(found.Message, "net.Listen") {
				return // listening does not wait for anything
			}
			if a.Name == "errcheck" && slices.Contains(harmless, called(pass, found.Pos)) {
				return
			}
			found.Message += " (" + a.Name + ")"
			report(found)
		}
		return run(pass)
	}
}

func forTests(pass *analysis.Pass, filename string) bool {
	return strings.HasSuffix(filename, "_test.go") || strings.Contains(pass.Pkg.Path(), "/wca/test/")
}

// place is a line; line 0 stands for the whole file.
type place struct {
	file string
	line int
}

func silenced(pass *analysis.Pass, name string) map[place]bool {
	silent := map[place]bool{}
	for _, file := range pass.Files {
		filename := pass.Fset.Position(file.FileStart).Filename
		if ast.IsGenerated(file) {
			silent[place{filename, 0}] = true
		}
		for _, group := range file.Comments {
			for _, comment := range group.List {
				if silences(comment.Text, name) {
					line := pass.Fset.Position(comment.Pos()).Line
					silent[place{filename, line}], silent[place{filename, line + 1}] = true, true
				}
			}
		}
	}
	return silent
}

// silences reports whether a comment names the check, with a reason.
func silences(comment, name string) bool {
	rest, ok := strings.CutPrefix(comment, "//lint:ignore ")
	names, reason, _ := strings.Cut(rest, " ")
	return ok && strings.TrimSpace(reason) != "" && slices.Contains(strings.Split(names, ","), name)
}

// called gives the name of the function whose call stands at a place.
func called(pass *analysis.Pass, at token.Pos) string {
	name := ""
	for _, file := range pass.Files {
		if at < file.FileStart || at > file.FileEnd {
			continue
		}
		ast.Inspect(file, func(node ast.Node) bool {
			call, ok := node.(*ast.CallExpr)
			if ok && (call.Lparen == at || call.Pos() == at) {
				switch function := call.Fun.(type) {
				case *ast.SelectorExpr:
					name = function.Sel.Name
				case *ast.Ident:
					name = function.Name
				}
			}
			return true
		})
	}
	return name
}
