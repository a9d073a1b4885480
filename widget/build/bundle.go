package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// File is one result of a build.
type File struct {
	Name    string
	Content []byte
}

// Browsers that the output runs in without further help.
var engines = []api.Engine{
	{Name: api.EngineChrome, Version: "99"},
	{Name: api.EngineFirefox, Version: "101"},
	{Name: api.EngineSafari, Version: "16.4"},
}

// Bundle builds the widget whose sources are below dir. The same sources give the same bytes.
func Bundle(dir string) ([]File, error) {
	loader, err := bundle(filepath.Join(dir, "src/loader/main.ts"))
	if err != nil {
		return nil, err
	}
	data, err := bundle(filepath.Join(dir, "src/data/main.ts"), asModule)
	if err != nil {
		return nil, err
	}
	dataName := "data." + hash(data) + ".js"
	script, err := bundle(filepath.Join(dir, "src/panel/main.ts"), asModule, loading("DATA_SHEET", dataName))
	if err != nil {
		return nil, err
	}
	style, err := bundle(filepath.Join(dir, "src/panel/panel.css"))
	if err != nil {
		return nil, err
	}
	scriptName := "panel." + hash(script) + ".js"
	styleName := "panel." + hash(style) + ".css"
	manifest, err := json.Marshal(map[string]string{"script": scriptName, "style": styleName, "data": dataName})
	if err != nil {
		return nil, err
	}
	return []File{
		{"widget.js", loader},
		{scriptName, script},
		{styleName, style},
		{dataName, data},
		{"manifest.json", append(manifest, '\n')},
	}, nil
}

// asModule makes a file that a page loads as a module, or another one with import(); one that loads others so has less
// in it as a module.
func asModule(o *api.BuildOptions) { o.Format = api.FormatESModule }

// loading tells a file the name of another one beside it, which it loads when it needs it.
func loading(constant, name string) func(*api.BuildOptions) {
	return func(o *api.BuildOptions) {
		o.Define = map[string]string{constant: strconv.Quote("./" + name)}
		o.External = []string{"./" + name}
	}
}

func bundle(entry string, options ...func(*api.BuildOptions)) ([]byte, error) {
	build := api.BuildOptions{
		EntryPoints:       []string{entry},
		Bundle:            true,
		Write:             false,
		Format:            api.FormatIIFE,
		Target:            api.ES2022,
		Engines:           engines,
		Charset:           api.CharsetUTF8,
		MinifySyntax:      true,
		MinifyWhitespace:  true,
		MinifyIdentifiers: true,
		MangleProps:       `^_[a-z]`,
		LegalComments:     api.LegalCommentsNone,
		Plugins:           []api.Plugin{styleText},
		// The loader counts every byte: "use strict" says nothing that the types have not checked.
		TsconfigRaw: `{"compilerOptions":{"strict":true,"alwaysStrict":false,"useDefineForClassFields":true}}`,
	}
	for _, set := range options {
		set(&build)
	}
	result := api.Build(build)
	if len(result.Errors) > 0 {
		return nil, errors.New(strings.Join(api.FormatMessages(result.Errors, api.FormatMessagesOptions{}), "\n"))
	}
	if len(result.OutputFiles) != 1 {
		return nil, fmt.Errorf("%s gave %d files", entry, len(result.OutputFiles))
	}
	return result.OutputFiles[0].Contents, nil
}

// styleText makes `import css from "x.css?text"` the minified text of a style sheet: the loader
// puts it into a constructable style sheet.
var styleText = api.Plugin{
	Name: "style as text",
	Setup: func(b api.PluginBuild) {
		b.OnResolve(api.OnResolveOptions{Filter: `\.css\?text$`}, func(a api.OnResolveArgs) (api.OnResolveResult, error) {
			path := filepath.Join(a.ResolveDir, strings.TrimSuffix(a.Path, "?text"))
			return api.OnResolveResult{Path: path, Namespace: "css-text"}, nil
		})
		b.OnLoad(api.OnLoadOptions{Filter: `.`, Namespace: "css-text"}, func(a api.OnLoadArgs) (api.OnLoadResult, error) {
			source, err := os.ReadFile(a.Path)
			if err != nil {
				return api.OnLoadResult{}, err
			}
			min := api.Transform(string(source), api.TransformOptions{Loader: api.LoaderCSS, MinifySyntax: true, MinifyWhitespace: true, Engines: engines})
			if len(min.Errors) > 0 {
				return api.OnLoadResult{Errors: min.Errors}, nil
			}
			text := strings.TrimSpace(string(min.Code))
			return api.OnLoadResult{Contents: &text, Loader: api.LoaderText}, nil
		})
	},
}

// hash names a content; ten hex digits are plenty for a handful of files.
func hash(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])[:10]
}

// zipped is the size of content as it travels.
func zipped(content []byte) int {
	var b bytes.Buffer
	w, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
	_, _ = w.Write(content)
	_ = w.Close()
	return b.Len()
}

// write replaces what is in dir with the built files.
func write(dir string, built []File) error {
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, f := range built {
		if err := os.WriteFile(filepath.Join(dir, f.Name), f.Content, 0o644); err != nil {
			return err
		}
	}
	return nil
}
