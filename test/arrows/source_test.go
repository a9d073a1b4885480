package arrows

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/webchatagent/wca"

// file is one Go file of the program, tests excluded.
type file struct {
	folder  string // slash-separated, from the root of the repository: internal/bot
	name    string // with the folder, for messages
	imports map[string]string
	set     *token.FileSet
	tree    *ast.File
}

// ours gives the folders of this repository that the file imports.
func (f file) ours() []string {
	var folders []string
	for _, imported := range f.imports {
		if folder, ok := strings.CutPrefix(imported, module+"/"); ok {
			folders = append(folders, folder)
		}
	}
	return folders
}

// at gives a place in the file for a message.
func (f file) at(node ast.Node) string {
	return f.name + ":" + strconv.Itoa(f.set.Position(node.Pos()).Line)
}

// selected gives the import path and the name of an expression such as
// http.Client, or two empty strings for anything else.
func (f file) selected(expression ast.Node) (imported, name string) {
	selector, ok := expression.(*ast.SelectorExpr)
	if !ok {
		return "", ""
	}
	left, ok := selector.X.(*ast.Ident)
	if !ok {
		return "", ""
	}
	return f.imports[left.Name], selector.Sel.Name
}

// parse reads one file; source is what go/parser takes: nil reads it from disk.
func parse(root, name string, source any) (file, error) {
	f := file{folder: path.Dir(name), name: name, imports: map[string]string{}, set: token.NewFileSet()}
	tree, err := parser.ParseFile(f.set, filepath.Join(root, name), source, parser.SkipObjectResolution)
	if err != nil {
		return f, err
	}
	f.tree = tree
	for _, spec := range tree.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return f, err
		}
		local := path.Base(imported)
		if spec.Name != nil {
			local = spec.Name.Name
		}
		if local == "_" || local == "." {
			local += imported // two of these must not hide each other
		}
		f.imports[local] = imported
	}
	return f, nil
}

// program reads all Go files of cmd, internal and widget but tests.
func program(t *testing.T) []file {
	t.Helper()
	root := filepath.Join("..", "..")
	var files []file
	for _, top := range []string{"cmd", "internal", "widget"} {
		err := fs.WalkDir(os.DirFS(root), top, func(name string, entry fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if entry.IsDir() && entry.Name() == "testdata" {
				return fs.SkipDir
			}
			if entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
				return nil
			}
			f, err := parse(root, name, nil)
			if err == nil {
				files = append(files, f)
			}
			return err
		})
		if err != nil {
			t.Fatalf("read the program: %v", err)
		}
	}
	return files
}
