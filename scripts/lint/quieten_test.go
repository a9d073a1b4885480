package main

import (
	"testing"

	"github.com/kisielk/errcheck/errcheck"
	"golang.org/x/tools/go/analysis/analysistest"
)

func TestQuietenLeavesOutWhatIsMeantToBeLeftOut(t *testing.T) {
	checked := *errcheck.Analyzer
	quieten(&checked)
	analysistest.Run(t, analysistest.TestData(), &checked, "a")
}
