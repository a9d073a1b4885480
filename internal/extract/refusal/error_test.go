package refusal_test

import (
	"io/fs"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/extract/extracttest"
	"github.com/webchatagent/wca/internal/extract/refusal"
)

func TestWhyAFileCannotBeOpenedIsTold(t *testing.T) {
	for want, err := range map[string]error{"may not open": &fs.PathError{Op: "open", Path: "a", Err: fs.ErrPermission}, "check the drive": fs.ErrInvalid} {
		if e := refusal.Unopened(err); e.Code != refusal.CodeUnreadable || !strings.Contains(e.Message, want) || !extracttest.Told(e) {
			t.Errorf("%v: %+v", err, e)
		}
	}
}
