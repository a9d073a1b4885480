package extract_test

import (
	"context"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/extract"
	"github.com/webchatagent/wca/internal/extract/extracttest"
)

func TestChild_KilledBetweenFiles_U16(t *testing.T) {
	e := extracttest.New(t)
	good := extracttest.DOCX(t, extracttest.Paragraph("", "Guter Text."))
	for range 3 {
		if _, err := e.Extract(context.Background(), extract.Input{Name: "a.docx", Body: good}); err != nil {
			t.Fatal(err)
		}
		killChildren(t)
	}
}

// killChildren ends the children of this process, as the kernel does when memory
// is short.
func killChildren(t *testing.T) {
	t.Helper()
	list, err := os.ReadFile("/proc/self/task/" + strconv.Itoa(os.Getpid()) + "/children")
	if err != nil {
		t.Skip("the list of child processes is known on Linux only")
	}
	for _, pid := range strings.Fields(string(list)) {
		id, err := strconv.Atoi(pid)
		if err != nil {
			t.Fatal(err)
		}
		if p, err := os.FindProcess(id); err == nil {
			_ = p.Kill() // gone already is fine
		}
	}
}
