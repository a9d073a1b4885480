package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestFiguresArePutBetweenTheirMarkers(t *testing.T) {
	dir := t.TempDir()
	program, file := filepath.Join(dir, "program.go"), filepath.Join(dir, "figures.md")
	write := func(path, text string) {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	read := func() string {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	const before = "Measured 1999-12-31 on a slate.\n\n<!-- printed by PROGRAM -->\nold\n<!-- end -->\n\n<!-- printed by ./other -->\nkept\n<!-- end -->\n"
	write(program, "package main\nfunc main() { println(\"not this\"); print() }\n")
	write(file, strings.ReplaceAll(before, "PROGRAM", program))

	t.Setenv("WCA_SHARED", filepath.Join(dir, "missing"))
	if err := run(t.Context(), file, []string{program}); err != nil || !strings.Contains(read(), "old") {
		t.Errorf("without test material: %v\n%s", err, read())
	}
	t.Setenv("WCA_SHARED", dir)
	if err := os.Mkdir(filepath.Join(dir, "data"), 0o700); err != nil {
		t.Fatal(err)
	}
	write(program, "package main\nimport \"fmt\"\nfunc main() { fmt.Println(\"| new |\") }\n")
	if err := run(t.Context(), file, []string{program}); err != nil {
		t.Fatal(err)
	}
	if got := read(); !strings.Contains(got, "-->\n\n| new |\n\n<!-- end -->") || !strings.Contains(got, "kept") || strings.Contains(got, "1999") || strings.Contains(got, "old") {
		t.Errorf("got %s", got)
	}
	if err := run(t.Context(), file, []string{"./nowhere"}); err == nil {
		t.Error("a program without a place is not missed")
	}
	write(program, "package main\nimport \"os\"\nfunc main() { os.Exit(1) }\n")
	if err := run(t.Context(), file, []string{program}); err == nil || !strings.Contains(read(), "| new |") {
		t.Errorf("a failing program: %v", err)
	}
}
