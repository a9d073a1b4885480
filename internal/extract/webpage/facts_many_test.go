package webpage

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"github.com/webchatagent/wca/internal/extract/document"
)

// A page with very many things and their prices is compared with its text in time that grows as they do.
func TestHTML_ManyPricesToldAlreadyTakeNoTime(t *testing.T) {
	var source strings.Builder
	var blocks []document.Block
	for i := range 15000 {
		fmt.Fprintf(&source, `<div itemscope itemtype="http://schema.org/Product"><b itemprop="name">Rad %d</b><span itemprop="offers" itemscope><meta itemprop="price" content="%d"></span></div>`, i, i)
		blocks = append(blocks, document.Block{Kind: document.KindItem, Text: fmt.Sprintf("Rad %d: %d €", i, i)})
	}
	root, err := html.Parse(strings.NewReader(source.String()))
	if err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	if more := facts(root, blocks, "de"); len(more) > 0 {
		t.Errorf("told again: %v", more[0])
	}
	if took := time.Since(began); took > 5*time.Second {
		t.Errorf("it took %v", took)
	}
}
