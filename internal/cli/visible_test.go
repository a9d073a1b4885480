package cli

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
)

// What strangers wrote neither colours nor erases the terminal, whatever pieces it comes in, and JSON says what it said.
func TestControlCharactersAreShown(t *testing.T) {
	for text, want := range map[string]string{
		"\x1b[31mrot\x1b[0m\x07":              `\u001b[31mrot\u001b[0m\u0007`,
		"\u009b31m \x7f \x00":                 `\u009b31m \u007f \u0000`,
		"a\u202eb\u202c \u2066c\u2069":        `a\u202eb\u202c \u2066c\u2069`,
		"weg\rda\r\nneue Zeile\tTab\n":        "weg" + `\u000d` + "da\r\nneue Zeile\tTab\n",
		"Grüße 👩‍👧 שלום a\u00adb\u2028c":      "Grüße 👩‍👧 שלום a\u00adb" + `\u2028c`,
		"kein UTF-8 \x9b31m \xc3":             `kein UTF-8 \x9b31m \xc3`,
		strings.Repeat("ä", 5000) + "\x1b[2J": strings.Repeat("ä", 5000) + `\u001b[2J`,
	} {
		if got := shown(text); got != want {
			t.Errorf("%q is shown as %q", text, got)
		}
		var out bytes.Buffer
		b := bufio.NewWriterSize(&visible{to: &out}, 17) // cuts characters
		if _, err := b.WriteString(text + "\n"); err != nil {
			t.Fatal(err)
		}
		if err := b.Flush(); err != nil || out.String() != want+"\n" {
			t.Errorf("%q is written as %q, %v", text, out.String(), err)
		}
	}
	const said = "\x1b[31m \u009b \u202e \\\u009b \\u009b ä"
	var out bytes.Buffer
	if err := json.NewEncoder(&visible{to: &out}).Encode(said); err != nil || strings.ContainsAny(out.String(), "\x1b\u009b\u202e") {
		t.Errorf("JSON is %q, %v", out.String(), err)
	}
	var read string
	if err := json.Unmarshal(out.Bytes(), &read); err != nil || read != said {
		t.Errorf("JSON says %q, %v", read, err)
	}
}

// Errors that quote what was given are shown so, too; text for other programs stays as it is where it goes to one.
func TestErrorsAreShownAndFilteredTextStays(t *testing.T) {
	var out, errs bytes.Buffer
	data := filepath.Join(t.TempDir(), "\x1b[31mrot")
	if code := Run(context.Background(), "test", []string{"--data", data, "ask", "--bot", "x", "Wann?"}, strings.NewReader(""), &out, &errs); code == 0 || strings.Contains(errs.String(), "\x1b") || !strings.Contains(errs.String(), "rot") {
		t.Errorf("%d: %q", code, errs.String())
	}
	out.Reset()
	if code := Run(context.Background(), "test", []string{"pseudonymise"}, strings.NewReader("Seite\fzwei \x1b[31m"), &out, &errs); code != 0 || out.String() != "Seite\fzwei \x1b[31m" {
		t.Errorf("%d: %q", code, out.String())
	}
}
