package system

import (
	"bytes"
	"errors"
	"mime/multipart"
	"net/http"
	"os"
	"strings"
	"testing"
)

// An upload goes into the database and nowhere else: no copy of it stays in the system's folder for temporary files,
// which no erasure reaches, and what is too large is cut off on its way (K2, U11, U17).
func TestUploadsLeaveNoTemporaryFiles_C1_K2_U11_U17(t *testing.T) {
	i := begin(t, nil)
	folder := t.TempDir()
	t.Setenv("TMPDIR", folder)
	upload := func(content string) (int, string) {
		var form bytes.Buffer
		parts := multipart.NewWriter(&form)
		file, err := parts.CreateFormFile("file", "liste.txt")
		must(t, err)
		_, err = file.Write([]byte(content))
		must(t, errors.Join(err, parts.Close()))
		r := i.do("POST", "/v1/bots/"+i.bot.ID+"/files", form.String(), "Authorization", "Bearer "+i.key, "Origin", "", "Content-Type", parts.FormDataContentType())
		return r.StatusCode, i.text(r)
	}
	line := "Das Kanarienlager ist samstags von 10 bis 16 Uhr geöffnet.\n"
	if status, text := upload(strings.Repeat(line, 2000)); status != http.StatusOK {
		t.Errorf("status %d, %s", status, text)
	}
	if status, text := upload(strings.Repeat(line, 900_000)); status != http.StatusRequestEntityTooLarge || !strings.Contains(text, "at most 50 MB") {
		t.Errorf("52 MB: status %d, %s", status, text)
	}
	if r := i.do("POST", "/v1/bots/"+i.bot.ID+"/files", `{"file":"x"}`, "Authorization", "Bearer "+i.key, "Origin", ""); r.StatusCode != http.StatusBadRequest {
		t.Errorf("no form: status %d, %s", r.StatusCode, i.text(r))
	}
	left, err := os.ReadDir(folder)
	must(t, err)
	for _, one := range left {
		t.Errorf("%s stays in the folder for temporary files", one.Name())
	}
}
