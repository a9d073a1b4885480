package office

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"runtime"
	"testing"
	"time"

	"github.com/webchatagent/wca/internal/extract/refusal"
)

// bomb packs a part of so many megabytes of the same byte.
func bomb(t testing.TB, name, start string, megabytes int) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	w, err := z.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(w, start); err != nil {
		t.Fatal(err)
	}
	chunk := bytes.Repeat([]byte("a"), 1<<20)
	for range megabytes {
		if _, err := w.Write(chunk); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestOffice_ZipBombs_U04(t *testing.T) {
	for name, part := range map[string]string{
		"a.docx": "word/document.xml", "a.xlsx": "xl/workbook.xml", "a.pptx": "ppt/presentation.xml", "a.odt": "content.xml", "a.epub": "META-INF/container.xml",
	} {
		body := bomb(t, part, "<a>", 300)
		// In this process, so that its memory can be watched.
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		began := time.Now()
		_, err := newArchive(body)
		runtime.ReadMemStats(&after)
		var x *refusal.Error
		if !errors.As(err, &x) || x.Code != refusal.CodeHostile {
			t.Errorf("%s: %v", name, err)
		}
		if took := time.Since(began); took > time.Second {
			t.Errorf("%s: refused after %v", name, took)
		}
		if grown := after.TotalAlloc - before.TotalAlloc; grown > 16<<20 {
			t.Errorf("%s: took %d MB", name, grown>>20)
		}
	}
}

func TestOffice_LongTextWithoutTags_U04(t *testing.T) {
	// Small enough to pass as a part, refused for its one endless text.
	_, err := DOCX(bomb(t, "word/document.xml", "<a>", 15))
	if x := (*refusal.Error)(nil); !errors.As(err, &x) || x.Code != refusal.CodeHostile {
		t.Errorf("%v", err)
	}
}
