// Command generate writes the demonstration site: it turns content/ (Markdown,
// a layout, the price list, the rental terms) into public/, which the program
// embeds and serves. Run it by go generate in internal/demo.
//
// Everything but the PDF is byte for byte the same on every run. The PDF is
// printed by Chromium, whose output differs from version to version, so it is
// printed only when its source has changed since the last time.
package main

import (
	"context"
	"fmt"
	"io/fs"
	"log"
	"os"
	"path/filepath"
)

func main() {
	log.SetFlags(0)
	if err := generate(context.Background(), "site/content", "site/public"); err != nil {
		log.Fatalf("generate the demonstration site: %v", err)
	}
}

// generate reads the folder content and fills the folder public. Files of
// public that no longer have a source are removed.
func generate(ctx context.Context, content, public string) error {
	pages, err := readPages(content)
	if err != nil {
		return err
	}
	files, err := render(filepath.Join(content, "layout.html"), pages)
	if err != nil {
		return err
	}
	files["sitemap.xml"] = sitemap(pages)
	files["robots.txt"] = []byte(robots)

	for _, name := range []string{"intern/dienstplan.html", "nicht-gefunden.html"} {
		if files[name], err = os.ReadFile(filepath.Join(content, name)); err != nil {
			return err
		}
	}
	assets, err := fs.Glob(os.DirFS(content), "assets/*")
	if err != nil {
		return err
	}
	for _, name := range assets {
		if files[name], err = os.ReadFile(filepath.Join(content, name)); err != nil {
			return err
		}
	}

	terms, err := os.ReadFile(filepath.Join(content, "mietbedingungen.txt"))
	if err != nil {
		return err
	}
	if files["downloads/mietbedingungen.docx"], err = wordDocument(string(terms)); err != nil {
		return fmt.Errorf("write the rental terms: %w", err)
	}
	if files["downloads/preisliste-2026.pdf"], err = priceList(ctx, content, public); err != nil {
		return fmt.Errorf("print the price list: %w", err)
	}
	return replace(public, files)
}

// replace makes the folder hold exactly these files.
func replace(folder string, files map[string][]byte) error {
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, err := filepath.Rel(folder, path)
		if err != nil {
			return err
		}
		if _, keep := files[filepath.ToSlash(name)]; !keep {
			return os.Remove(path)
		}
		return nil
	})
	if err != nil {
		return err
	}
	for name, data := range files {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			return err
		}
	}
	return nil
}
