package system

import (
	unescape "html"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/extract/refusal"
	"github.com/webchatagent/wca/internal/source"
)

func TestTheStartPageSaysInItsLanguageWhyASourceFailed(t *testing.T) {
	i := begin(t, nil)
	site := httptest.NewServer(http.HandlerFunc(badSite))
	t.Cleanup(site.Close)
	for _, c := range []struct {
		take            func() (source.Source, error)
		german, english string
	}{
		{i.website(site.URL + "/missing"), "Die Seite gibt es nicht (404).", "The page does not exist (404)."},
		{i.website(site.URL + "/private/page"), "Soll sie gelesen werden, erlauben Sie es dort für „WebChatAgent“.", "To have it read, allow it there for “WebChatAgent”."},
		{i.website(site.URL + "/login"), "Die Seite verlangt eine Anmeldung", "asks for a password"},
		{i.website(site.URL + "/empty"), "Die Datei enthält keinen Text", "The file holds no text"},
		{i.website(site.URL + "/script"), "Die Seite enthält keinen Text", "The page holds no text"},
		{i.website(site.URL + "/scripted"), "Eine Seite wird erst im Browser von Skripten gefüllt", "One page is filled by scripts"},
		{i.website(site.URL + "/loop"), "Die Seite leitet immer wieder auf sich selbst", "leads back to itself"},
		{i.website(site.URL + "/broken"), "Der Server antwortete mit einem Fehler", "answered with an error"},
		{i.website("http://127.0.0.1:1/"), "Der Server ist nicht erreichbar", "cannot be reached"},
		{i.file("leer.txt", ""), "Die Datei enthält keinen Text", "The file holds no text"},
		{i.file("programm.exe", "MZ\x00\x00"), "Die Datei ist ein Programm", "is a program"},
		{i.file("falsch.docx", "Das ist kein Word."), "Die Datei gibt sich als DOCX aus, enthält aber etwas anderes (Text).", "The file says it is DOCX but holds something else (text)."},
		{i.file("kreis.pdf", "%PDF-1.4\ntrailer<</Root 1 0 R>>\n%%EOF"), "Die Datei ist beschädigt", "is damaged"},
	} {
		s, err := c.take()
		must(t, err)
		i.ingest(s.ID)
		de, en := i.text(i.do("GET", "/?lang=de", "")), i.text(i.do("GET", "/?lang=en", ""))
		if de = unescape.UnescapeString(de); !strings.Contains(de, c.german) || strings.Contains(de, c.english) {
			t.Errorf("%s in German: %s", s.Address, troubleOf(de))
		}
		if en = unescape.UnescapeString(en); !strings.Contains(en, c.english) || strings.Contains(en, c.german) {
			t.Errorf("%s in English: %s", s.Address, troubleOf(en))
		}
		i.manage("DELETE", "/v1/bots/"+i.bot.ID+"/sources/"+s.ID, "", nil)
	}
}

func TestTheStartPageSaysWhichFileOfAFolderWasNotRead(t *testing.T) {
	i := begin(t, nil)
	take := func(files ...source.Upload) {
		s, err := i.app.Library.AddFiles(t.Context(), i.bot.Workspace, i.bot.ID, "wissen", slices.Values(files))
		must(t, err)
		i.ingest(s.ID)
	}
	hours := source.Upload{Name: "wissen/b.txt", Body: []byte("Samstags ist von 10 bis 16 Uhr geöffnet.")}
	take(hours, source.Upload{Name: "wissen/a.txt", Body: []byte("Eine Inspektion kostet im Laden 49 Euro.")})
	take(hours, source.Upload{Name: "wissen/a.txt", Unread: refusal.Unopened(fs.ErrPermission)})
	for language, want := range map[string]string{
		"de": "1 von 2 ließ sich nicht lesen; den Grund nennt die Liste der Seiten (wca sources --pages). wissen/a.txt: Dieses Programm darf die Datei nicht öffnen. Bitte erlauben Sie es ihm und nehmen Sie die Datei dann noch einmal auf. Was vorher darin stand, weiß der Bot noch.",
		"en": "1 of 2 could not be read; the list of pages says why (wca sources --pages). wissen/a.txt: This program may not open the file. Please allow it to, then take the file in again. The bot still knows what it said before.",
	} {
		if page := unescape.UnescapeString(i.text(i.do("GET", "/?lang="+language, ""))); !strings.Contains(page, want) {
			t.Errorf("%s: %s", language, troubleOf(page))
		}
	}
}

// An operator reads of each source what is wrong with it, of those that failed first.
func TestTheStartPageNamesEveryTrouble(t *testing.T) {
	i := begin(t, nil)
	site := httptest.NewServer(http.HandlerFunc(badSite))
	t.Cleanup(site.Close)
	for _, content := range []string{"Samstags ist von 10 bis 16 Uhr geöffnet.", ""} { // what it said stays
		s, err := i.file("zeiten.txt", content)()
		must(t, err)
		i.ingest(s.ID)
	}
	for _, path := range []string{"/missing", "/login"} {
		s, err := i.website(site.URL + path)()
		must(t, err)
		i.ingest(s.ID)
	}
	page := unescape.UnescapeString(i.text(i.do("GET", "/?lang=de", "")))
	var told []string
	for _, part := range strings.Split(page, `class="trouble">`)[1:] {
		address, _, _ := strings.Cut(part, ": ")
		told = append(told, strings.TrimPrefix(address, site.URL))
	}
	slices.Sort(told[:min(2, len(told))]) // of two that failed the first is either
	if !slices.Equal(told, []string{"/login", "/missing", "zeiten.txt"}) {
		t.Errorf("the start page tells of %q", told)
	}
}

// Of a source that is one file there is nothing to count.
func TestAFileThatIsBrokenNowSaysWhatIsStillKnown(t *testing.T) {
	i := begin(t, nil)
	for _, content := range []string{"Samstags ist von 10 bis 16 Uhr geöffnet.", ""} {
		s, err := i.file("zeiten.txt", content)()
		must(t, err)
		i.ingest(s.ID)
	}
	for language, want := range map[string]string{
		"de": "zeiten.txt: Die Datei enthält keinen Text. Bitte prüfen Sie, ob es die richtige Datei ist und ob sie leer ist. Was vorher darin stand, weiß der Bot noch.",
		"en": "zeiten.txt: The file holds no text. Please check that it is the right file and not empty. The bot still knows what it said before.",
	} {
		if page := unescape.UnescapeString(i.text(i.do("GET", "/?lang="+language, ""))); !strings.Contains(page, want) {
			t.Errorf("%s: %s", language, troubleOf(page))
		}
	}
}

func troubleOf(page string) string {
	_, rest, _ := strings.Cut(page, `class="trouble">`)
	told, _, _ := strings.Cut(rest, "</p>")
	return told
}

func (i *instance) website(address string) func() (source.Source, error) {
	return func() (source.Source, error) {
		return i.app.Library.AddSite(i.t.Context(), i.bot.Workspace, i.bot.ID, source.Website{Address: address})
	}
}

func (i *instance) file(name, content string) func() (source.Source, error) {
	return func() (source.Source, error) {
		return i.app.Library.AddFiles(i.t.Context(), i.bot.Workspace, i.bot.ID, name, func(yield func(source.Upload) bool) {
			yield(source.Upload{Name: name, Body: []byte(content)})
		})
	}
}

func TestTheStartPageCountsOneDocumentAsOne(t *testing.T) {
	i := begin(t, nil)
	s, err := i.file("zeiten.txt", "Samstags ist von 10 bis 16 Uhr geöffnet.")()
	must(t, err)
	i.ingest(s.ID)
	for language, want := range map[string]string{"de": ">1 Dokument<", "en": ">1 document<"} {
		page := i.text(i.do("GET", "/?lang="+language, "", "Origin", ""))
		if !strings.Contains(strings.ReplaceAll(page, " <", "<"), want) {
			t.Errorf("%s is missing in %s", want, page)
		}
	}
}
