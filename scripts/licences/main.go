// Command licences lists the licences of all Go modules this project uses and
// writes them to docs/third-party.md. It fails when a licence is unknown or
// does not go together with AGPL-3.0-or-later. With -check it writes nothing
// and fails when the list is not what it would write. Run it in the root of
// the repository; `make licences` does.
package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"log"
	"os"
	"path"
	"slices"
	"strings"
)

const target = "docs/third-party.md"

func main() {
	log.SetFlags(0)
	check := flag.Bool("check", false, "fail when "+target+" is not up to date")
	flag.Parse()
	if err := run(context.Background(), *check); err != nil {
		log.Fatalf("licences: %v", err)
	}
}

func run(ctx context.Context, check bool) error {
	program, err := modules(ctx, "./cmd/...")
	if err != nil {
		return err
	}
	everything, err := modules(ctx, "-test", "./...")
	if err != nil {
		return err
	}
	onlyTests := slices.DeleteFunc(everything, func(m module) bool { return slices.Contains(program, m) })

	var page bytes.Buffer
	page.WriteString("<!-- Written by `make licences`; do not edit. -->\n\n# Third-party software\n\n" +
		"WebChatAgent is licensed under AGPL-3.0-or-later. It is built from these Go modules, whose licences\n" +
		"go together with it. Versions stand in `go.mod`, the texts come with the modules.\n")
	wrong := table(&page, "In the program", program)
	wrong = append(wrong, table(&page, "Only for tests and generated files", onlyTests)...)
	if err := notices(ctx, &page); err != nil {
		return err
	}
	if len(wrong) > 0 {
		return fmt.Errorf("no licence that fits:\n  %s", strings.Join(wrong, "\n  "))
	}
	if !check {
		return os.WriteFile(target, page.Bytes(), 0o644)
	}
	present, err := os.ReadFile(target)
	if err != nil || !bytes.Equal(present, page.Bytes()) {
		return fmt.Errorf("%s is not up to date: run make licences", target)
	}
	return nil
}

// table writes one table and gives the modules whose licence does not fit.
func table(page *bytes.Buffer, title string, list []module) (wrong []string) {
	fmt.Fprintf(page, "\n## %s\n\n| module | licence |\n|---|---|\n", title)
	for _, m := range list {
		licence, err := licenceOf(m.Dir)
		if err != nil {
			wrong = append(wrong, m.Path+": "+err.Error())
			continue
		}
		if inside, ok := carries[m.Path]; ok {
			licence += "; carries " + inside
		}
		fmt.Fprintf(page, "| %s | %s |\n", m.Path, licence)
	}
	return wrong
}

// notices lists the NOTICE files that stand beside material of others that is
// kept in the repository: data, fonts, scripts.
func notices(ctx context.Context, page *bytes.Buffer) error {
	files, err := output(ctx, "git", "ls-files", "--cached", "--others", "--exclude-standard", "NOTICE", "*/NOTICE")
	if err != nil {
		return err
	}
	names := strings.Fields(files)
	if len(names) == 0 {
		return nil
	}
	slices.Sort(names)
	page.WriteString("\n## Kept in the repository\n\nEach of these folders says in its NOTICE what it holds and under which licence.\n\n")
	for _, name := range slices.Compact(names) {
		fmt.Fprintf(page, "- [%s](../%s)\n", path.Dir(name), name)
	}
	return nil
}
