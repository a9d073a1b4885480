package office

import (
	"fmt"
	"net/url"
	"path"
	"strings"

	"github.com/webchatagent/wca/internal/extract/charset"
	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/extract/guarded"
	"github.com/webchatagent/wca/internal/extract/refusal"
	"github.com/webchatagent/wca/internal/extract/webpage"
)

// EPUB reads a book that nothing protects: its chapters in the order of the spine.
func EPUB(body []byte) (document.Document, error) {
	a, err := newArchive(body)
	if err != nil {
		return document.Document{}, err
	}
	pack, err := packageOf(a)
	if err != nil {
		return document.Document{}, err
	}
	b := &book{files: map[string]bookFile{}}
	if err := b.read(a, pack); err != nil {
		return document.Document{}, err
	}
	if err := b.checkKeys(a); err != nil {
		return document.Document{}, err
	}
	d := document.Document{Title: b.title}
	for _, id := range b.spine {
		f := b.files[id]
		if !a.has(f.name) || !strings.Contains(f.kind, "html") && !strings.Contains(f.kind, "xml") || strings.Contains(f.properties, "nav") {
			continue
		}
		content, err := a.part(f.name)
		if err != nil {
			return document.Document{}, err
		}
		blocks, err := chapter(content)
		if err != nil {
			return document.Document{}, fmt.Errorf("reading the chapter %q: %w", path.Base(f.name), err)
		}
		d.Blocks = append(d.Blocks, blocks...)
		if len(d.Blocks) > document.MaxBlocks {
			break
		}
	}
	d.Language = document.Language(b.language, d.Blocks)
	return d, nil
}

// packageOf finds the part that lists the others.
func packageOf(a *archive) (string, error) {
	t, err := a.xml("META-INF/container.xml")
	if err != nil {
		return "", err
	}
	name := ""
	err = t.Descendants(func(e guarded.Element) error {
		if e.Is("rootfile") && name == "" {
			name = e.Attr("full-path")
		}
		return guarded.ErrDescend
	})
	return name, err
}

type bookFile struct{ name, kind, properties string }

type book struct {
	title, language string
	files           map[string]bookFile // by id
	spine           []string
}

func (b *book) read(a *archive, name string) error {
	t, err := a.xml(name)
	if err != nil {
		return err
	}
	return t.Descendants(func(e guarded.Element) error {
		switch {
		case e.Is("title"):
			s, err := t.Text()
			if b.title == "" {
				b.title = document.OneLine(s)
			}
			return err
		case e.Is("language"):
			s, err := t.Text()
			if b.language == "" {
				b.language = s
			}
			return err
		case e.Is("item") && len(b.files) < maxEntries:
			href, err := url.PathUnescape(e.Attr("href"))
			if err != nil {
				href = e.Attr("href")
			}
			b.files[e.Attr("id")] = bookFile{path.Join(path.Dir(name), href), e.Attr("media-type"), e.Attr("properties")}
		case e.Is("itemref") && len(b.spine) < maxEntries:
			b.spine = append(b.spine, e.Attr("idref"))
		}
		return guarded.ErrDescend
	})
}

// checkKeys refuses books whose chapters are encrypted; encrypted fonts are
// common and no matter.
func (b *book) checkKeys(a *archive) error {
	if !a.has("META-INF/encryption.xml") {
		return nil
	}
	chapters := map[string]bool{}
	for _, id := range b.spine {
		chapters[partName(b.files[id].name)] = true
	}
	t, err := a.xml("META-INF/encryption.xml")
	if err != nil {
		return err
	}
	return t.Descendants(func(e guarded.Element) error {
		if e.Is("CipherReference") && chapters[partName(e.Attr("URI"))] {
			return refusal.Locked.Because(nil)
		}
		return guarded.ErrDescend
	})
}

// chapter reads one XHTML file. All of it is content: books have no furniture.
func chapter(content []byte) ([]document.Block, error) {
	source := charset.Decode(content, "")
	if head := strings.ToUpper(source[:min(len(source), 2048)]); strings.Contains(head, "<!ENTITY") {
		return nil, refusal.Hostile.Because(nil)
	}
	blocks, err := webpage.Blocks(source)
	if err != nil {
		d, err := webpage.Paragraphs(source)
		return d.Blocks, err
	}
	for i := range blocks {
		blocks[i].Anchor = "" // anchors lead nowhere in a file
	}
	return blocks, nil
}
