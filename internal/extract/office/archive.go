// Package office reads office files and books: archives of XML.
package office

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/extract/guarded"
	"github.com/webchatagent/wca/internal/extract/refusal"
)

// The limits of an office file's parts. Text compresses to a tenth or twentieth;
// what shrinks to less than a hundredth and is large is made to fill memory.
const (
	maxPart   = 256 << 20 // bytes of one part, unpacked
	maxParts  = 512 << 20 // bytes of all parts that are read, unpacked
	bombSize  = 16 << 20
	bombRatio = 100
)

// archive reads the parts of an office file.
type archive struct {
	files map[string]*zip.File // by name in lower case, without leading slash
	left  int64                // bytes that may still be read
}

func newArchive(body []byte) (*archive, error) {
	z, err := Open(body)
	if err != nil {
		return nil, err
	}
	a := &archive{files: map[string]*zip.File{}, left: maxParts}
	for _, f := range z.File {
		if f.UncompressedSize64 > bombSize && f.UncompressedSize64/max(1, f.CompressedSize64) > bombRatio {
			return nil, refusal.Hostile.Because(fmt.Errorf("the part %q unpacks to %d MB", path.Base(f.Name), f.UncompressedSize64>>20))
		}
		if f.Flags&1 != 0 {
			return nil, refusal.Locked.Because(nil)
		}
		a.files[partName(f.Name)] = f
	}
	return a, nil
}

func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

func (a *archive) has(name string) bool { return a.files[partName(name)] != nil }

// part gives the content of a part within all limits.
func (a *archive) part(name string) ([]byte, error) {
	f := a.files[partName(name)]
	if f == nil {
		return nil, refusal.Damaged.Because(fmt.Errorf("the part %q is missing", name))
	}
	if f.UncompressedSize64 > maxPart || int64(f.UncompressedSize64) > a.left {
		return nil, refusal.LongUnpacked.Because(nil, f.UncompressedSize64>>20)
	}
	r, err := f.Open()
	if err != nil {
		return nil, refusal.Damaged.Because(fmt.Errorf("opening the part %q: %w", name, err))
	}
	defer r.Close()
	content, err := io.ReadAll(io.LimitReader(r, maxPart))
	if err != nil {
		return nil, refusal.Damaged.Because(fmt.Errorf("unpacking the part %q: %w", name, err))
	}
	a.left -= int64(len(content))
	return content, nil
}

// xml opens a part as XML, of which the caller reads the root.
func (a *archive) xml(name string) (*guarded.XML, error) {
	f := a.files[partName(name)]
	if f == nil {
		return nil, refusal.Damaged.Because(fmt.Errorf("the part %q is missing", name))
	}
	if f.UncompressedSize64 > maxPart || int64(f.UncompressedSize64) > a.left {
		return nil, refusal.LongUnpacked.Because(nil, f.UncompressedSize64>>20)
	}
	a.left -= int64(f.UncompressedSize64)
	r, err := f.Open()
	if err != nil {
		return nil, refusal.Damaged.Because(fmt.Errorf("opening the part %q: %w", name, err))
	}
	return guarded.NewXML(r, maxPart), nil
}

// relations maps the ids that a part uses to the names of other parts.
func (a *archive) relations(name string) (byID, byType map[string]string, err error) {
	byID, byType = map[string]string{}, map[string]string{}
	rels := path.Join(path.Dir(name), "_rels", path.Base(name)+".rels")
	if !a.has(rels) {
		return byID, byType, nil
	}
	t, err := a.xml(rels)
	if err != nil {
		return nil, nil, err
	}
	err = t.Root(func(root guarded.Element) error {
		return t.Children(func(e guarded.Element) error {
			if e.Is("Relationship") && !strings.EqualFold(e.Attr("TargetMode"), "External") {
				target := e.Attr("Target")
				if strings.HasPrefix(target, "/") {
					target = path.Clean(target[1:])
				} else {
					target = path.Join(path.Dir(name), target)
				}
				byID[e.Attr("Id")] = target
				byType[path.Base(e.Attr("Type"))] = target
			}
			return t.Skip()
		}, nil)
	})
	return byID, byType, err
}

// properties reads title and language from the document's properties; what
// programs fill in by themselves is no title.
func (a *archive) properties(name string) (title, language string) {
	if !a.has(name) {
		return "", ""
	}
	t, err := a.xml(name)
	if err != nil {
		return "", ""
	}
	// The properties are an extra; a document with broken ones can be read.
	_ = t.Descendants(func(e guarded.Element) error {
		switch {
		case e.Is("title"):
			s, err := t.Text()
			if title == "" {
				title = document.OwnTitle(s)
			}
			return err
		case e.Is("language"):
			s, err := t.Text()
			if language == "" {
				language = s
			}
			return err
		}
		return guarded.ErrDescend
	})
	return title, language
}

// Open reads the directory of an archive of at most 20,000 entries. They are counted
// before, because the directory is kept in memory as a whole.
func Open(body []byte) (*zip.Reader, error) {
	if n := bytes.Count(body, []byte("PK\x01\x02")); n > maxEntries {
		return nil, refusal.Hostile.Because(fmt.Errorf("the archive has %d entries", n))
	}
	archive, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	switch {
	case err != nil && !bytes.Contains(body, []byte("PK\x05\x06")): // its directory stands at the end
		return nil, refusal.Cut.Because(err)
	case err != nil:
		return nil, refusal.Damaged.Because(fmt.Errorf("reading the archive: %w", err))
	}
	return archive, nil
}

// maxEntries bounds the parts of an office file; the largest real ones have some
// thousands.
const maxEntries = 20000
