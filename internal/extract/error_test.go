package extract

import (
	"io/fs"
	"strings"
	"testing"
)

func TestWhyAFileCannotBeOpenedIsTold(t *testing.T) {
	for want, err := range map[string]error{"may not open": &fs.PathError{Op: "open", Path: "a", Err: fs.ErrPermission}, "check the drive": fs.ErrInvalid} {
		if e := Unopened(err); e.Code != CodeUnreadable || !strings.Contains(e.Message, want) || !told(e) {
			t.Errorf("%v: %+v", err, e)
		}
	}
}
