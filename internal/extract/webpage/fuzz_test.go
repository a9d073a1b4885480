package webpage_test

import (
	"testing"

	"github.com/webchatagent/wca/internal/extract/extracttest"
)

func FuzzHTML(f *testing.F) {
	extracttest.Fuzz(f, "a.html", shop, "<table><tr><td rowspan=9 colspan=9>a<td>b<tr><td>c</table>", "<dl><dt>a<dd>b<dd>c</dl><pre>x\n y</pre><a href=//b.example/#c>d</a>",
		`<p>a<script type="application/ld+json">{"@type":"Product","name":"b","offers":[{"price":1}]}</script>`)
}
