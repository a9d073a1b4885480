package dashboard

import (
	"net/http"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/web/api"
)

// The German description of the API leaves nothing in English, and translates nothing that is gone.
func TestTheDescriptionIsInGerman_H2(t *testing.T) {
	described := (&api.Management{Version: "test"}).Routes(http.NewServeMux()).OpenAPI()
	said := map[string]bool{}
	for _, group := range groups(description{described, "en"}) {
		said[group.Name] = true
		for _, o := range group.Operations {
			said[o.Summary] = true
			_, answer, _ := strings.Cut(o.Answer, " ")
			said[answer] = true
			for _, p := range o.Parameters {
				said[p.Doc], said[p.In] = true, true
			}
			for _, line := range strings.Split(o.Request+"\n"+o.Response, "\n") {
				if _, doc, found := strings.Cut(line, "  — "); found {
					said[doc] = true
				}
			}
		}
	}
	delete(said, "")
	for english := range said {
		if inGerman[english] == "" {
			t.Errorf("not in German: %q", english)
		}
	}
	for english := range inGerman {
		if !said[english] {
			t.Errorf("the description no longer says %q", english)
		}
	}
	german := groups(description{described, "de"})
	if len(german) == 0 || german[0].Name != "Antworten" || !strings.HasPrefix(german[0].Operations[0].Summary, "Eine Frage stellen") {
		t.Errorf("in German it begins with %+v", german)
	}
}
