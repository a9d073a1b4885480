package refusal

import (
	"strings"
	"testing"
)

// told says whether the German sentence of an Error is its own, and not that of its code only.
func told(e *Error) bool {
	german := German(e.Code, e.Said)
	if german == "" || german == e.Message || strings.Contains(german, "%!") || strings.Contains(e.Message, "%!") {
		return false
	}
	for _, r := range reasons {
		if r.name == e.Said[0] {
			return german == r.german(e.Said[1:])
		}
	}
	return false
}

// Each sentence has a name of its own, and its German one with the values in it.
func TestEachRefusalIsToldInGerman(t *testing.T) {
	names := map[string]bool{}
	for _, r := range reasons {
		if names[r.name] {
			t.Errorf("the name %s is there twice", r.name)
		}
		names[r.name] = true
		var given []any
		for n := range strings.Count(r.sentence.En, "%s") {
			given = append(given, 17+n)
		}
		e := r.Because(nil, given...)
		if !told(e) || strings.Contains(German(e.Code, e.Said), "17") != strings.Contains(e.Message, "17") {
			t.Errorf("%s is told as %s", e.Message, German(e.Code, e.Said))
		}
	}
	for _, one := range []struct {
		code string
		said []string
		want string
	}{
		{CodeUnsupported, OtherContent.Because(nil, "DOCX", "web page").Said, "gibt sich als DOCX aus, enthält aber etwas anderes (eine Webseite)"},
		{CodeUnsupported, Archive.Because(nil).Said, "Bitte entpacken Sie es"},
		{CodeUnsupported, nil, "Die Datei hat ein Format, das nicht gelesen werden kann."},
		{CodeUnsupported, []string{"a reason of a later version", "x"}, "Die Datei hat ein Format, das nicht gelesen werden kann."},
		{CodeTooLarge, overLimit.Because(nil, 70, 50).Said, "(70 MB, höchstens 50 MB)"},
		{CodeTooLarge, nil, "Die Datei ist zu groß. Bitte teilen Sie sie auf oder laden Sie eine kleinere hoch."},
		{"else", nil, ""},
	} {
		if got := German(one.code, one.said); !strings.Contains(got, one.want) || one.want == "" && got != "" {
			t.Errorf("%s %q is told as %s", one.code, one.said, got)
		}
	}
}
