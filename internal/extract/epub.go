package extract

import (
	"fmt"
	"net/url"
	"path"
	"strings"
)

// readEPUB reads a book: its chapters in the order of the spine.
func readEPUB(body []byte) (Document, error) {
	a, err := newArchive(body)
	if err != nil {
		return Document{}, err
	}
	pack, err := packageOf(a)
	if err != nil {
		return Document{}, err
	}
	b := &book{files: map[string]bookFile{}}
	if err := b.read(a, pack); err != nil {
		return Document{}, err
	}
	if err := b.checkKeys(a); err != nil {
		return Document{}, err
	}
	d := Document{Title: b.title}
	for _, id := range b.spine {
		f := b.files[id]
		if !a.has(f.name) || !strings.Contains(f.kind, "html") && !strings.Contains(f.kind, "xml") || strings.Contains(f.properties, "nav") {
			continue
		}
		content, err := a.part(f.name)
		if err != nil {
			return Document{}, err
		}
		blocks, err := chapter(content)
		if err != nil {
			return Document{}, fmt.Errorf("reading the chapter %q: %w", path.Base(f.name), err)
		}
		d.Blocks = append(d.Blocks, blocks...)
		if len(d.Blocks) > maxBlocks {
			break
		}
	}
	d.Language = language(b.language, d.Blocks)
	return d, nil
}

// packageOf finds the part that lists the others.
func packageOf(a *archive) (string, error) {
	t, err := a.xml("META-INF/container.xml")
	if err != nil {
		return "", err
	}
	name := ""
	err = t.descendants(func(e element) error {
		if e.is("rootfile") && name == "" {
			name = e.attr("full-path")
		}
		return errDescend
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
	return t.descendants(func(e element) error {
		switch {
		case e.is("title"):
			s, err := t.text()
			if b.title == "" {
				b.title = oneLine(s)
			}
			return err
		case e.is("language"):
			s, err := t.text()
			if b.language == "" {
				b.language = s
			}
			return err
		case e.is("item") && len(b.files) < maxEntries:
			href, err := url.PathUnescape(e.attr("href"))
			if err != nil {
				href = e.attr("href")
			}
			b.files[e.attr("id")] = bookFile{path.Join(path.Dir(name), href), e.attr("media-type"), e.attr("properties")}
		case e.is("itemref") && len(b.spine) < maxEntries:
			b.spine = append(b.spine, e.attr("idref"))
		}
		return errDescend
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
	return t.descendants(func(e element) error {
		if e.is("CipherReference") && chapters[partName(e.attr("URI"))] {
			return isLocked.because(nil)
		}
		return errDescend
	})
}

// chapter reads one XHTML file. All of it is content: books have no furniture.
func chapter(content []byte) ([]Block, error) {
	source := decodeText(content, "")
	if head := strings.ToUpper(source[:min(len(source), 2048)]); strings.Contains(head, "<!ENTITY") {
		return nil, isHostile.because(nil)
	}
	root, hide, err := treeOf(source)
	if err != nil {
		d, err := readTags(source)
		return d.Blocks, err
	}
	var out []Block
	for _, s := range walk(root, hide) {
		s.Anchor = "" // anchors lead nowhere in a file
		out = append(out, s.Block)
	}
	return out, nil
}
