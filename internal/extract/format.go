package extract

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"path"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/webchatagent/wca/internal/extract/charset"
	"github.com/webchatagent/wca/internal/extract/office"
	"github.com/webchatagent/wca/internal/extract/refusal"
)

// format is what a body holds.
type format string

const (
	formatHTML     format = "web page"
	formatMarkdown format = "Markdown"
	formatText     format = "text"
	formatCSV      format = "CSV"
	formatJSON     format = "JSON"
	formatXML      format = "XML"
	formatPDF      format = "PDF"
	formatDOCX     format = "DOCX"
	formatXLSX     format = "XLSX"
	formatPPTX     format = "PPTX"
	formatODF      format = "OpenDocument"
	formatEPUB     format = "EPUB"
	formatRTF      format = "RTF"
	formatMail     format = "e-mail" // known, but not read
)

// apart says whether a format is read by the child process.
func (f format) apart() bool {
	switch f {
	case formatPDF, formatDOCX, formatXLSX, formatPPTX, formatODF, formatEPUB, formatRTF:
		return true
	}
	return false
}

// claims are the formats that file extensions and media types stand for.
var claims = map[string]format{
	".html": formatHTML, ".htm": formatHTML, ".xhtml": formatHTML, ".shtml": formatHTML, ".php": formatHTML, ".aspx": formatHTML,
	".md": formatMarkdown, ".markdown": formatMarkdown, ".txt": formatText, ".text": formatText, ".log": formatText,
	".csv": formatCSV, ".tsv": formatCSV, ".json": formatJSON, ".jsonl": formatJSON, ".ndjson": formatJSON,
	".xml": formatXML, ".svg": formatXML, ".rss": formatXML, ".atom": formatXML, ".pdf": formatPDF,
	".docx": formatDOCX, ".docm": formatDOCX, ".dotx": formatDOCX, ".xlsx": formatXLSX, ".xlsm": formatXLSX, ".pptx": formatPPTX, ".pptm": formatPPTX, ".ppsx": formatPPTX,
	".odt": formatODF, ".ods": formatODF, ".odp": formatODF, ".epub": formatEPUB, ".rtf": formatRTF,
	".eml": formatMail, ".mbox": formatMail, ".msg": formatMail,

	"message/rfc822": formatMail, "application/mbox": formatMail, "application/vnd.ms-outlook": formatMail,
	"text/html": formatHTML, "application/xhtml+xml": formatHTML, "text/markdown": formatMarkdown, "text/x-markdown": formatMarkdown,
	"text/plain": formatText, "text/csv": formatCSV, "text/tab-separated-values": formatCSV,
	"application/json": formatJSON, "application/ld+json": formatJSON, "application/x-ndjson": formatJSON,
	"application/jsonl": formatJSON, "application/x-jsonlines": formatJSON, "application/jsonlines": formatJSON,
	"application/xml": formatXML, "text/xml": formatXML, "image/svg+xml": formatXML,
	"application/rss+xml": formatXML, "application/atom+xml": formatXML,
	"application/pdf": formatPDF, "application/epub+zip": formatEPUB, "application/rtf": formatRTF, "text/rtf": formatRTF,
	"application/vnd.openxmlformats-officedocument.wordprocessingml.document":   formatDOCX,
	"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet":         formatXLSX,
	"application/vnd.openxmlformats-officedocument.presentationml.presentation": formatPPTX,
	"application/vnd.oasis.opendocument.text":                                   formatODF,
	"application/vnd.oasis.opendocument.spreadsheet":                            formatODF,
	"application/vnd.oasis.opendocument.presentation":                           formatODF,
}

// claimed is the format that the file's name or, for what was fetched, the type
// header stands for; "" when they say nothing.
func claimed(in Input) format {
	kind, _, err := mime.ParseMediaType(in.ContentType)
	if err == nil {
		// A server sends plain text and octets for what it doesn't know.
		if f := claims[kind]; f != "" && f != formatText {
			return f
		}
	}
	if f := claims[strings.ToLower(path.Ext(in.Name))]; f != "" {
		return f
	}
	if u, err := url.Parse(in.URL); err == nil { // of a file that a page links to
		if f := claims[strings.ToLower(path.Ext(u.Path))]; f == formatJSON || f == formatCSV || f == formatMarkdown {
			return f
		}
	}
	return claims[kind]
}

// recognise decides the format by content. Name and type header choose between
// text formats only, and a text that poses as a document of another kind is
// refused.
func recognise(in Input) (format, error) {
	if len(bytes.TrimSpace(in.Body)) == 0 {
		return "", refusal.Empty.Because(nil)
	}
	claim := claimed(in)
	f, err := byContent(in.Body, claim)
	if err != nil {
		return "", err
	}
	if claim.apart() && !f.apart() {
		return "", refusal.OtherContent.Because(nil, string(claim), string(f))
	}
	return f, nil
}

func byContent(body []byte, claim format) (format, error) {
	head := body[:min(len(body), 1024)]
	switch {
	case bytes.HasPrefix(body, []byte("PK\x03\x04")), bytes.HasPrefix(body, []byte("PK\x05\x06")):
		return inArchive(body)
	case bytes.HasPrefix(body, []byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}):
		// The container of the old office formats also wraps encrypted new ones.
		if bytes.Contains(body, []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e")) {
			return "", refusal.Locked.Because(nil)
		}
		if claim == formatMail {
			return "", refusal.Mail.Because(nil)
		}
		return "", refusal.OldOffice.Because(nil)
	case bytes.HasPrefix(body, []byte(`{\rtf`)):
		return formatRTF, nil
	}
	if what := program(head); what != "" {
		return "", refusal.Program.Because(nil)
	}
	// Some producers put a few bytes before the PDF header.
	if bytes.Contains(head, []byte("%PDF-")) && !looksLikeMarkup(head) {
		return formatPDF, nil
	}
	if charset.ByteOrder(body) == nil && notText(body) {
		what := http.DetectContentType(head)
		if strings.HasPrefix(what, "image/") {
			return "", refusal.Picture.Because(nil)
		}
		return "", refusal.UnknownFormat.Because(nil)
	}
	text := charset.Decode(head, "")
	if claim == formatMail || claim == "" && mail(text) {
		return "", refusal.Mail.Because(nil)
	}
	return ofText(text, claim), nil
}

// mailHeader are fields of a mail that texts do not begin with.
var mailHeader = regexp.MustCompile(`(?im)^(?:message-id|mime-version|received|return-path|delivered-to|x-mailer): *\S`)

// mail recognises a stored e-mail by its first lines.
func mail(head string) bool {
	head, _, _ = strings.Cut(head, "\n\n")
	return len(mailHeader.FindAllString(head, 2)) == 2
}

// program recognises executables of Windows, Linux and macOS.
func program(head []byte) string {
	for magic, name := range map[string]string{"MZ": "Windows", "\x7fELF": "Linux", "\xcf\xfa\xed\xfe": "macOS", "\xca\xfe\xba\xbe": "macOS"} {
		if bytes.HasPrefix(head, []byte(magic)) && notText(head) {
			return name
		}
	}
	return ""
}

// notText says whether bytes are no text in any charset of one or more bytes.
func notText(body []byte) bool {
	sample := body[:min(len(body), 8192)]
	odd := 0
	for _, b := range sample {
		if b == 0 {
			return true
		}
		if b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != 0x1B {
			odd++
		}
	}
	return odd*100 > len(sample)*3
}

func looksLikeMarkup(head []byte) bool {
	head = bytes.TrimSpace(head)
	return bytes.HasPrefix(head, []byte("<")) || bytes.HasPrefix(head, []byte("{"))
}

// ofText chooses between the formats that are text.
func ofText(head string, claim format) format {
	start := strings.ToLower(strings.TrimLeft(head, " \t\n\uFEFF"))
	for strings.HasPrefix(start, "<!--") {
		_, after, found := strings.Cut(start, "-->")
		if !found {
			break
		}
		start = strings.TrimLeft(after, " \t\n")
	}
	switch {
	case strings.HasPrefix(start, "<!doctype html"), strings.HasPrefix(start, "<html"), strings.HasPrefix(start, "<head"), strings.HasPrefix(start, "<body"):
		return formatHTML
	case strings.HasPrefix(start, "<?xml"), strings.HasPrefix(start, "<!doctype"), strings.HasPrefix(start, "<svg"):
		if strings.Contains(start, "<html") || strings.Contains(start, "xhtml") {
			return formatHTML
		}
		if claim == formatHTML {
			return formatHTML
		}
		return formatXML
	}
	switch claim {
	case formatHTML, formatMarkdown, formatCSV, formatText:
		return claim
	case formatJSON, formatXML:
		if strings.HasPrefix(start, "{") || strings.HasPrefix(start, "[") || strings.HasPrefix(start, "<") || strings.HasPrefix(start, `"`) {
			return claim
		}
	}
	if strings.HasPrefix(start, "<") && strings.Contains(start, "</") {
		return formatHTML
	}
	return formatText
}

// inArchive tells the office formats apart by the parts in their archive.
func inArchive(body []byte) (format, error) {
	archive, err := office.Open(body)
	if err != nil {
		return "", err
	}
	names := map[string]bool{}
	for _, f := range archive.File {
		if utf8.ValidString(f.Name) && len(names) < 10000 {
			names[f.Name] = true
		}
		switch {
		case f.Name == "mimetype" && f.UncompressedSize64 < 256:
			kind, err := readSmall(f)
			if err != nil {
				return "", refusal.Damaged.Because(err)
			}
			if strings.HasPrefix(kind, "application/vnd.oasis.opendocument.") {
				return formatODF, nil
			}
			if kind == "application/epub+zip" {
				return formatEPUB, nil
			}
		case strings.EqualFold(f.Name, "word/document.xml"), strings.EqualFold(f.Name, "word/document2.xml"):
			return formatDOCX, nil
		case strings.EqualFold(f.Name, "xl/workbook.xml"):
			return formatXLSX, nil
		case strings.EqualFold(f.Name, "ppt/presentation.xml"):
			return formatPPTX, nil
		}
	}
	switch {
	case names["EncryptedPackage"]:
		return "", refusal.Locked.Because(nil)
	case names["META-INF/container.xml"]:
		return formatEPUB, nil
	case names["content.xml"] && names["META-INF/manifest.xml"]:
		return formatODF, nil
	case names["xl/workbook.bin"]:
		return "", refusal.BinaryExcel.Because(nil)
	case names["[Content_Types].xml"]:
		return byContentTypes(archive)
	}
	return "", refusal.Archive.Because(nil)
}

// byContentTypes reads the part list of an office file whose main part has an
// unusual name.
func byContentTypes(archive *zip.Reader) (format, error) {
	for _, f := range archive.File {
		if f.Name != "[Content_Types].xml" {
			continue
		}
		list, err := readSmall(f)
		if err != nil {
			return "", refusal.Damaged.Because(err)
		}
		switch {
		case strings.Contains(list, "wordprocessingml.document.main+xml"):
			return formatDOCX, nil
		case strings.Contains(list, "spreadsheetml.sheet.main+xml"):
			return formatXLSX, nil
		case strings.Contains(list, "presentationml.presentation.main+xml"), strings.Contains(list, "presentationml.slideshow.main+xml"):
			return formatPPTX, nil
		}
	}
	return "", refusal.OtherOffice.Because(nil)
}

// readSmall reads the first 64 KiB of an archive's entry.
func readSmall(f *zip.File) (string, error) {
	r, err := f.Open()
	if err != nil {
		return "", fmt.Errorf("opening %q: %w", f.Name, err)
	}
	defer r.Close()
	b, err := io.ReadAll(io.LimitReader(r, 64<<10))
	if err != nil {
		return "", fmt.Errorf("reading %q: %w", f.Name, err)
	}
	return strings.TrimSpace(string(b)), nil
}
