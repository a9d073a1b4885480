// Command lint checks Go packages with the analysers this project has chosen,
// for use as `go vet -vettool=lint`, so that the build cache keeps the results
// of packages that have not changed. `make lint` builds and runs it.
//
// A finding is silenced on its line or the line above by
//
//	//lint:ignore NAME reason
//
// where NAME is what stands in brackets after the message. Generated files are
// not checked. It is a module of its own, so that the analysers are no
// dependencies of the program.
package main

import (
	"github.com/kisielk/errcheck/errcheck"
	"github.com/polyfloyd/go-errorlint/errorlint"
	"github.com/ryanrolds/sqlclosecheck/pkg/analyzer"
	"github.com/sonatard/noctx"
	"github.com/timakin/bodyclose/passes/bodyclose"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/nilness"
	"golang.org/x/tools/go/analysis/passes/reflectvaluecompare"
	"golang.org/x/tools/go/analysis/passes/unusedwrite"
	"golang.org/x/tools/go/analysis/unitchecker"
	"honnef.co/go/tools/analysis/lint"
	"honnef.co/go/tools/simple"
	"honnef.co/go/tools/staticcheck"
	"honnef.co/go/tools/stylecheck"
)

// off are checks of staticcheck that do not fit, each with the reason.
var off = map[string]string{
	"ST1000": "a package comment may stand in any file; revive-style counting adds noise for package main",
	"ST1003": "initialisms: the names of outside APIs are kept as they are written there",
	"ST1005": "errors that users see are sentences: they begin with a capital and end with a full stop",
	"ST1016": "receiver names may differ where a type has two roles",
	"ST1020": "the form of a comment is the writer's",
	"ST1021": "as ST1020",
	"ST1022": "as ST1020",
	"ST1023": "redundant types in declarations can explain",
}

func main() {
	chosen := []*analysis.Analyzer{
		errcheck.Analyzer,            // errors that nobody looks at
		bodyclose.Analyzer,           // bodies of answers left open
		noctx.Analyzer,               // calls that cannot be cancelled
		analyzer.NewAnalyzer(),       // rows and statements left open
		nilness.Analyzer,             // uses of what is certainly nil
		unusedwrite.Analyzer,         // writes to copies
		reflectvaluecompare.Analyzer, // reflect.Value compared by ==
		errorlint.NewAnalyzer(),      // errors compared or cast past their wrapping
	}
	for _, group := range [][]*lint.Analyzer{staticcheck.Analyzers, simple.Analyzers, stylecheck.Analyzers} {
		for _, check := range group {
			if _, unwanted := off[check.Analyzer.Name]; !unwanted {
				chosen = append(chosen, check.Analyzer)
			}
		}
	}
	for _, a := range chosen {
		quieten(a)
	}
	unitchecker.Main(chosen...)
}
