package source

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/webchatagent/wca/internal/bilingual"
	"github.com/webchatagent/wca/internal/extract/document"
	"github.com/webchatagent/wca/internal/extract/refusal"
	"github.com/webchatagent/wca/internal/noun"
	"github.com/webchatagent/wca/internal/problem"
	"github.com/webchatagent/wca/internal/source/crawl"
)

// codeErased is the reason of a page or file whose document was erased.
const codeErased = "erased"

// What is said of such a page of a website and of such a file of a folder.
var (
	erasedPage = bilingual.Of(
		"Die Seite wurde aus dem Wissen des Bots gelöscht und wird nicht wieder gelesen. Soll sie doch gelesen werden, entfernen Sie die Website und fügen Sie sie neu hinzu.",
		"It was erased from what the bot knows and is not read again. To read it all the same, remove the website and add it anew.")
	erasedFile = bilingual.Of(
		"Die Datei wurde aus dem Wissen des Bots gelöscht und wird nicht wieder gelesen. Soll sie doch gelesen werden, geben Sie statt des Ordners die Datei selbst an.",
		"It was erased from what the bot knows and is not read again. To read it all the same, give the file itself instead of its folder.")
)

// Reader gives what was read of a source.
type Reader interface {
	Pages(ctx context.Context, workspace, bot, source string, some Some) ([]Page, error)
	// DocumentHash is the ContentHash of a stored document, "" if there is none.
	DocumentHash(ctx context.Context, workspace, bot, id string) (string, error)
}

// What is said of a source where no page tells why.
var (
	nothingRead = bilingual.Of("Es wurde nichts gefunden, was gelesen werden konnte.", "Nothing was found that could be read.")
	stopped     = bilingual.Of(
		"Das Lesen wurde wegen eines Fehlers auf dem Server abgebrochen. Bitte versuchen Sie es noch einmal.",
		"Reading stopped because of an error on the server. Please try again.")
	noRoom = bilingual.Of(
		"Das Lesen wurde abgebrochen, weil auf dem Server kein Speicherplatz mehr frei ist. Bitte schaffen Sie Platz und lesen Sie dann noch einmal.",
		"Reading stopped because the server has no room left on its disk. Please make room, then read once more.")
)

// hardly notes why hardly anything of a page could be read. The next run looks at such a page in full, or it would not
// say so again.
func (p *Page) hardly(said document.Document) {
	if why := said.Hardly; why != nil {
		p.Code, p.Said, p.Reason = why.Code, why.Said, why.Message
		p.ETag, p.LastModified, p.ContentHash = "", "", ""
	}
}

// scripted says in German or English that scripts fill some pages; "" if they fill none, or if nothing could be read: why
// that is so is said apart.
func (c Counts) scripted(language string) string {
	if c.Scripted == 0 || c.Documents == 0 {
		return ""
	}
	return bilingual.Of(
		noun.Count(c.Scripted, "Eine Seite wird", "Seiten werden")+" erst im Browser von Skripten gefüllt, die hier nicht ausgeführt werden; davon weiß der Bot fast nichts. Welche, zeigt die Liste der Seiten (wca sources --pages).",
		noun.Count(c.Scripted, "One page is", "pages are")+" filled by scripts in the browser, which are not run here; the bot knows next to nothing of that. The list of pages says which (wca sources --pages).").In(language)
}

// unread says in German or English that some pages could not be read.
func (c Counts) unread(language string) string {
	of := c.Failed + c.Done + c.Skipped
	verb := "ließen"
	if c.Failed == 1 {
		verb = "ließ"
	}
	return bilingual.Of(
		fmt.Sprintf("%d von %d %s sich nicht lesen; den Grund nennt die Liste der Seiten (wca sources --pages).", c.Failed, of, verb),
		fmt.Sprintf("%d of %d could not be read; the list of pages says why (wca sources --pages).", c.Failed, of)).In(language)
}

// unread says it of a source, and of files for which one, why, and that what it said before stays.
func unread(ctx context.Context, read Reader, s Source, language string) (string, error) {
	said := s.Counts.unread(language)
	if s.Kind != File {
		return said, nil
	}
	p, err := firstFailed(ctx, read, s)
	if err != nil {
		return "", err
	}
	kept, err := read.DocumentHash(ctx, s.Workspace, s.Bot, s.documentID(p.Address))
	if err != nil {
		return "", err
	}
	why := p.why().In(language)
	if p.Address != s.Address { // one of several
		why = said + " " + p.Address + ": " + why
	}
	if kept != "" {
		why += bilingual.Of(" Was vorher darin stand, weiß der Bot noch.", " The bot still knows what it said before.").In(language)
	}
	return why, nil
}

// firstFailed is the first page that could not be read.
func firstFailed(ctx context.Context, read Reader, s Source) (Page, error) {
	pages, err := read.Pages(ctx, s.Workspace, s.Bot, s.ID, Some{State: PageFailed, Limit: 1})
	if err != nil || len(pages) == 0 {
		return Page{}, err
	}
	return pages[0], nil
}

// Trouble says in a language, "de" or "en", why a source failed or what to know of it. What is stored of it is English;
// in German it follows from the code of the page that told why.
func Trouble(ctx context.Context, read Reader, s Source, language string) (string, error) {
	if language != "de" || s.Message == "" {
		return s.Message, nil
	}
	if english := s.Remarks("en"); english != "" && strings.HasSuffix(s.Message, english) {
		remarks := s.Remarks("de")
		s.Message, s.LeftOut, s.Notice.Pause, s.Counts.Scripted = strings.TrimSpace(strings.TrimSuffix(s.Message, english)), crawl.LeftOut{}, crawl.Pause{}, 0
		why, err := Trouble(ctx, read, s, language)
		return strings.TrimSpace(why + " " + remarks), err
	}
	if english := s.Notice.Sentence("en"); english != "" && s.Message == english {
		return s.Notice.Sentence("de"), nil
	}
	if s.Counts.Failed > 0 {
		english, err := unread(ctx, read, s, "en")
		if err != nil {
			return "", fmt.Errorf("looking what was not read: %w", err)
		}
		if english == s.Message {
			return unread(ctx, read, s, "de")
		}
	}
	if german, ok := crawl.MovedInGerman(s.Message); ok {
		return german, nil
	}
	for _, known := range []bilingual.Text{nothingRead, stopped, noRoom} {
		if s.Message == known.En {
			return known.De, nil
		}
	}
	p, ok, err := telling(ctx, read, s)
	if err != nil {
		return "", fmt.Errorf("looking why a source failed: %w", err)
	}
	if ok && p.Reason == s.Message {
		return p.german(), nil
	}
	return s.Message, nil
}

// telling is the first page with its reason, which is what a person wants to know when nothing could be
// read. If that page leads elsewhere, it is the one that tells the reason there.
func telling(ctx context.Context, read Reader, s Source) (p Page, ok bool, err error) {
	pages, err := read.Pages(ctx, s.Workspace, s.Bot, s.ID, Some{Limit: 50})
	if err != nil {
		return Page{}, false, err
	}
	moved := slices.ContainsFunc(pages, func(p Page) bool { return p.Address == s.Address && p.Code == string(crawl.Redirected) })
	for _, p := range pages {
		tells := p.Reason != "" && p.Code != string(crawl.Redirected)
		if tells && (moved || p.Address == s.Address || p.State == PageFailed || len(pages) == 1) {
			return p, true, nil
		}
	}
	if moved {
		return Page{Code: string(crawl.Loop), Reason: crawl.Loop.Sentence("en")}, true, nil
	}
	return Page{}, false, nil
}

// why is the reason of a page in both languages.
func (p Page) why() bilingual.Text { return bilingual.Of(p.german(), p.Reason) }

// german is the reason of a page in German, as far as its code tells; else it is the English one.
func (p Page) german() string {
	code := crawl.Reason(p.Code)
	if detail, ok := strings.CutPrefix(p.Reason, code.Sentence("en")); ok {
		return code.Sentence("de") + detail
	}
	switch {
	case code == crawl.PrivateAddr && strings.Contains(p.Reason, "private address"):
		return code.Sentence("de")
	case code == crawl.PrivateAddr:
		return "Eine Verbindung zu dieser Adresse ist nicht erlaubt."
	case p.Code == codeErased && p.Reason == erasedFile.En:
		return erasedFile.De
	case p.Code == codeErased:
		return erasedPage.De
	case code == crawl.WasDeleted:
		return "Die Datei wurde entfernt."
	}
	if german := refusal.German(p.Code, p.Said); german != "" {
		return german
	}
	return p.Reason
}

// sentence is what a person reads about a failure.
func sentence(err error) string {
	var say interface{ Sentence() string }
	var e *problem.Error
	var x *refusal.Error
	switch {
	case errors.Is(err, problem.ErrNoRoom):
		return noRoom.En
	case errors.As(err, &x):
		return x.Message
	case errors.As(err, &e):
		return e.Message
	case errors.As(err, &say):
		return say.Sentence()
	}
	return stopped.En
}
