package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"github.com/webchatagent/wca/internal/app"
	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/extract/refusal"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/source"
)

// addSource takes in what the address names: an existing file or folder, else a website. left
// tells of files that could not be read.
func (c *command) addSource(ctx context.Context, a *app.App, b bot.Bot, site source.Website) (s source.Source, left, err error) {
	info, err := os.Stat(site.Address)
	switch {
	case err == nil:
		return c.addPath(ctx, a, b, site, info)
	case strings.Contains(site.Address, "://") || looksLikeHost(site.Address):
		s, err = a.Library.AddSite(ctx, b.Workspace, b.ID, site)
		return s, nil, acceptable(err)
	case errors.Is(err, fs.ErrNotExist):
		return s, nil, fmt.Errorf("%q is neither a file or folder nor an address like https://www.example.de", site.Address)
	}
	return s, nil, err
}

// addPath takes in the file or folder at the address. left tells of files that could not be read.
func (c *command) addPath(ctx context.Context, a *app.App, b bot.Bot, site source.Website, info fs.FileInfo) (s source.Source, left, err error) {
	own := c.ownFiles(a.Config)
	switch {
	case site.Every != 0:
		return s, nil, usageError{fmt.Errorf("%s: only a website is read again by itself; leave out --every", site.Address)}
	case len(site.Rules.Include)+len(site.Rules.Exclude) > 0:
		return s, nil, usageError{fmt.Errorf("%s: only of a website pages are chosen by their paths; leave out --include and --exclude", site.Address)}
	case own.hold(site.Address):
		return s, nil, usageError{fmt.Errorf("%s belongs to the server itself (its data directory, keys or configuration): visitors would be told what it says. What a bot reads lies elsewhere", site.Address)}
	}
	if site.Address, err = knownPath(ctx, a, b, site.Address, info); err != nil {
		return s, nil, err
	}
	path := filepath.Clean(site.Address)
	files := []string{path}
	if info.IsDir() {
		if files, err = c.filesToRead(ctx, a, b, site, own); err != nil {
			return s, nil, err
		}
	}
	s, err = a.Library.AddFiles(ctx, b.Workspace, b.ID, path, readFiles(files, func(path string, err error) {
		left = errors.Join(left, fmt.Errorf("%s: %w", path, err))
	}))
	return s, left, err
}

// knownPath is by which path a file or folder is a source of the bot already, else its own: another path to the same, such
// as an absolute one or a link, must not read it a second time.
func knownPath(ctx context.Context, a *app.App, b bot.Bot, what string, info fs.FileInfo) (string, error) {
	sources, err := a.DB.Sources(ctx, b.Workspace, b.ID)
	if err != nil {
		return "", err
	}
	what, given := filepath.Clean(what), false
	var same string
	for _, s := range sources {
		if s.Kind != source.File {
			continue
		}
		given = given || s.Address == what
		if known, err := os.Stat(s.Address); err == nil && os.SameFile(known, info) {
			same = s.Address
		}
	}
	if same != "" && !given {
		return same, nil
	}
	if at, err := os.Lstat(what); err == nil && at.Mode()&fs.ModeSymlink != 0 && info.IsDir() { // the files are not below the link
		return filepath.EvalSymlinks(what)
	}
	return what, nil
}

// filesToRead lists the files of the folder at the address, once it is sure that most of what was read before stays.
func (c *command) filesToRead(ctx context.Context, a *app.App, b bot.Bot, site source.Website, own ownFiles) ([]string, error) {
	files, ours, err := folder(site.Address, own)
	if err != nil {
		return nil, err
	}
	if len(ours) > 0 {
		c.hint("Left out, as it belongs to the server itself: %s\n", strings.Join(ours, ", "))
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("%s: the folder holds no files", site.Address)
	}
	if site.Accepted {
		return files, nil
	}
	return files, acceptable(a.Library.FolderKeepsMost(ctx, b.Workspace, b.ID, filepath.Clean(site.Address), files))
}

// acceptable says how to have most of what was read removed all the same.
func acceptable(err error) error {
	if p := (*problem.Error)(nil); errors.As(err, &p) && p.Code == source.CodeMostLeave {
		return usageError{fmt.Errorf("%s If they shall go, repeat with --accept", p.Message)}
	}
	return err
}

// looksLikeHost reports whether a word such as example.de/shop is meant as a website.
func looksLikeHost(what string) bool {
	host, _, _ := strings.Cut(what, "/")
	if host == "localhost" || strings.HasPrefix(host, "localhost:") {
		return true
	}
	dot := strings.LastIndexByte(host, '.')
	if dot <= 0 || strings.HasPrefix(host, ".") {
		return false
	}
	switch strings.ToLower(host[dot+1:]) {
	case "", "pdf", "docx", "xlsx", "pptx", "odt", "epub", "html", "htm", "md", "txt", "csv", "json", "xml":
		return false
	}
	return true
}

// folder lists the files below a folder, hidden ones left out, and those of the server itself that stand among them.
func folder(root string, own ownFiles) (files, ours []string, err error) {
	err = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		hidden := strings.HasPrefix(d.Name(), ".") && path != root
		if info, err := d.Info(); !hidden && err == nil && own.are(info) {
			ours, hidden = append(ours, path), true
		}
		switch {
		case hidden && d.IsDir():
			return fs.SkipDir
		case !hidden && d.Type().IsRegular():
			files = append(files, path)
		}
		return nil
	})
	return files, ours, err
}

// readFiles reads the files one after another, as they are asked for, and tells of those that can't be read.
func readFiles(paths []string, unread func(path string, err error)) iter.Seq[source.Upload] {
	return func(yield func(source.Upload) bool) {
		for _, path := range paths {
			content, err := readFile(path)
			if errors.Is(err, fs.ErrNotExist) { // taken away since the folder was looked at
				unread(path, err)
				continue
			}
			f := source.Upload{Name: path, Body: content}
			if err != nil {
				if !errors.As(err, &f.Unread) {
					f.Unread = refusal.Unopened(err)
				}
				unread(path, f.Unread)
			}
			if !yield(f) {
				return
			}
		}
	}
}

func readFile(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.Size() > source.MaxFile {
		return nil, refusal.Oversized(info.Size(), source.MaxFile)
	}
	return os.ReadFile(path)
}
