package extract

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// The limits of an office file's parts. Text compresses to a tenth or twentieth;
// what shrinks to less than a hundredth and is large is made to fill memory.
const (
	maxPart   = 256 << 20 // bytes of one part, unpacked
	maxParts  = 512 << 20 // bytes of all parts that are read, unpacked
	bombSize  = 16 << 20
	bombRatio = 100
	maxRun    = 4 << 20 // bytes without a tag in XML
)

// archive reads the parts of an office file.
type archive struct {
	files map[string]*zip.File // by name in lower case, without leading slash
	left  int64                // bytes that may still be read
}

func newArchive(body []byte) (*archive, error) {
	z, err := openArchive(body)
	if err != nil {
		return nil, err
	}
	a := &archive{files: map[string]*zip.File{}, left: maxParts}
	for _, f := range z.File {
		if f.UncompressedSize64 > bombSize && f.UncompressedSize64/max(1, f.CompressedSize64) > bombRatio {
			return nil, isHostile.because(fmt.Errorf("the part %q unpacks to %d MB", path.Base(f.Name), f.UncompressedSize64>>20))
		}
		if f.Flags&1 != 0 {
			return nil, isLocked.because(nil)
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
		return nil, isDamaged.because(fmt.Errorf("the part %q is missing", name))
	}
	if f.UncompressedSize64 > maxPart || int64(f.UncompressedSize64) > a.left {
		return nil, longUnpacked.because(nil, f.UncompressedSize64>>20)
	}
	r, err := f.Open()
	if err != nil {
		return nil, isDamaged.because(fmt.Errorf("opening the part %q: %w", name, err))
	}
	defer r.Close()
	content, err := io.ReadAll(io.LimitReader(r, maxPart))
	if err != nil {
		return nil, isDamaged.because(fmt.Errorf("unpacking the part %q: %w", name, err))
	}
	a.left -= int64(len(content))
	return content, nil
}

// xml opens a part as XML; the caller reads it to its end or closes it.
func (a *archive) xml(name string) (*tokens, error) {
	f := a.files[partName(name)]
	if f == nil {
		return nil, isDamaged.because(fmt.Errorf("the part %q is missing", name))
	}
	if f.UncompressedSize64 > maxPart || int64(f.UncompressedSize64) > a.left {
		return nil, longUnpacked.because(nil, f.UncompressedSize64>>20)
	}
	a.left -= int64(f.UncompressedSize64)
	r, err := f.Open()
	if err != nil {
		return nil, isDamaged.because(fmt.Errorf("opening the part %q: %w", name, err))
	}
	t := newTokens(&runReader{r: r}, maxPart)
	t.close = r.Close
	return t, nil
}

// runReader refuses XML in which no tag begins for too long: a reader of XML
// keeps a piece of text whole in memory.
type runReader struct {
	r   io.Reader
	run int
}

func (r *runReader) Read(b []byte) (int, error) {
	n, err := r.r.Read(b)
	if last := bytes.LastIndexByte(b[:n], '<'); last >= 0 {
		r.run = n - last
	} else {
		r.run += n
	}
	if r.run > maxRun {
		return n, isHostile.because(errors.New("a piece of text of many megabytes"))
	}
	if err != nil && !errors.Is(err, io.EOF) {
		return n, isDamaged.because(fmt.Errorf("unpacking: %w", err))
	}
	return n, err
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
	err = t.root(func(root element) error {
		return t.children(func(e element) error {
			if e.is("Relationship") && !strings.EqualFold(e.attr("TargetMode"), "External") {
				target := e.attr("Target")
				if strings.HasPrefix(target, "/") {
					target = path.Clean(target[1:])
				} else {
					target = path.Join(path.Dir(name), target)
				}
				byID[e.attr("Id")] = target
				byType[path.Base(e.attr("Type"))] = target
			}
			return t.skip()
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
	_ = t.descendants(func(e element) error {
		switch {
		case e.is("title"):
			s, err := t.text()
			if title == "" {
				title = ownTitle(s)
			}
			return err
		case e.is("language"):
			s, err := t.text()
			if language == "" {
				language = s
			}
			return err
		}
		return errDescend
	})
	return title, language
}

// ownTitle drops titles that no person wrote.
func ownTitle(s string) string {
	s = oneLine(s)
	low := strings.ToLower(s)
	for _, prefix := range []string{"microsoft word", "microsoft powerpoint", "powerpoint", "untitled", "unbenannt", "document", "dokument", "slide ", "folie ", "title", "titel", "präsentation", "presentation", "(anonymous)"} {
		if strings.HasPrefix(low, prefix) && len(low) < len(prefix)+30 {
			return ""
		}
	}
	for _, suffix := range []string{".doc", ".docx", ".indd", ".dvi", ".qxd", ".xls", ".ppt", ".pptx", ".xlsx", ".odt", ".pdf"} {
		if strings.HasSuffix(low, suffix) {
			return ""
		}
	}
	if !meaningful(s) {
		return ""
	}
	return s
}
