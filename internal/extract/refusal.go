package extract

import (
	"fmt"
	"regexp"
	"strings"
)

// refusal is why a file gives no document, as a sentence in English and German. Where one has %d or %s, both
// have it, in the same order.
type refusal struct{ code, en, de string }

// because makes the Error of it; err is what the reader of the format said, or nil.
func (r refusal) because(err error, given ...any) *Error {
	return &Error{Code: r.code, Message: fmt.Sprintf(r.en, given...), Err: err}
}

var (
	isEmpty    = refusal{CodeEmpty, "The file holds no text. Please check that it is the right file and not empty.", "Die Datei enthält keinen Text. Bitte prüfen Sie, ob es die richtige Datei ist und ob sie leer ist."}
	noText     = refusal{CodeEmpty, "The page holds no text. If a browser shows text there, the page builds it with JavaScript, which is not run; please give another address or upload the content as a file.", "Die Seite enthält keinen Text. Falls ein Browser dort Text zeigt, baut die Seite ihn mit JavaScript auf, das nicht ausgeführt wird; bitte geben Sie eine andere Adresse an oder laden Sie den Inhalt als Datei hoch."}
	isHostile  = refusal{CodeHostile, "The file was refused because it is built like an attack on programs that read it. If it is yours, save it again with a current program.", "Die Datei wurde abgelehnt, weil sie wie ein Angriff auf lesende Programme aufgebaut ist. Wenn es Ihre Datei ist, speichern Sie sie mit einem aktuellen Programm neu."}
	isDamaged  = refusal{CodeDamaged, "The file is damaged and can't be read. Please open it in its program, save it again and upload the new file.", "Die Datei ist beschädigt und kann nicht gelesen werden. Bitte öffnen Sie sie in ihrem Programm, speichern Sie sie neu und laden Sie die neue Datei hoch."}
	isLocked   = refusal{CodeEncrypted, "The file is protected by a password. Please remove the password and upload it again.", "Die Datei ist mit einem Passwort geschützt. Bitte entfernen Sie das Passwort und laden Sie die Datei erneut hoch."}
	isScanned  = refusal{CodeScanned, "The file holds pictures of pages (a scan) and no text. Please upload a version with text, or install the program tesseract on the server so that scans can be read.", "Die Datei enthält nur Bilder von Seiten (einen Scan) und keinen Text. Bitte laden Sie eine Fassung mit Text hoch oder installieren Sie auf dem Server das Programm tesseract, damit Scans gelesen werden können."}
	tookLong   = refusal{CodeTimeout, "Reading the file took too long and was stopped. Please split it or save it again in a simpler form.", "Das Lesen der Datei hat zu lange gedauert und wurde abgebrochen. Bitte teilen Sie sie auf oder speichern Sie sie in einer einfacheren Form neu."}
	needsLogin = refusal{CodeLogin, "The page asks for a password, so its content can't be read. Please give an address that is open to everyone, or upload the content as a file.", "Die Seite verlangt eine Anmeldung, ihr Inhalt kann deshalb nicht gelesen werden. Bitte geben Sie eine öffentlich zugängliche Adresse an oder laden Sie den Inhalt als Datei hoch."}

	unknownFormat = unsupported("The file is in a format that can't be read.", "Die Datei hat ein Format, das nicht gelesen werden kann.")
	otherContent  = unsupported("The file says it is %s but holds something else (%s).", "Die Datei gibt sich als %s aus, enthält aber etwas anderes (%s).")
	oldOffice     = unsupported("The file is in an old Office format (DOC, XLS, PPT). Please save it as DOCX, XLSX, PPTX or PDF.", "Die Datei hat ein altes Office-Format (DOC, XLS, PPT). Bitte speichern Sie sie als DOCX, XLSX, PPTX oder PDF.")
	isRTF         = unsupported("The file is in rich text format (RTF). Please save it as DOCX or PDF.", "Die Datei hat das Format RTF. Bitte speichern Sie sie als DOCX oder PDF.")
	isProgram     = unsupported("The file is a program and is not read.", "Die Datei ist ein Programm und wird nicht gelesen.")
	isPicture     = unsupported("The file is a picture; pictures have no text that can be read.", "Die Datei ist ein Bild; Bilder enthalten keinen lesbaren Text.")
	isArchive     = unsupported("The file is an archive (ZIP). Please unpack it and upload the files inside.", "Die Datei ist ein Archiv (ZIP). Bitte entpacken Sie es und laden Sie die enthaltenen Dateien hoch.")
	binaryExcel   = unsupported("The file is a binary Excel workbook (XLSB). Please save it as XLSX.", "Die Datei ist eine binäre Excel-Arbeitsmappe (XLSB). Bitte speichern Sie sie als XLSX.")
	otherOffice   = unsupported("The file is an Office file of a kind that can't be read.", "Die Datei ist eine Office-Datei einer Art, die nicht gelesen werden kann.")

	isLarge      = refusal{CodeTooLarge, "The file is too large. Please split it or upload a smaller one.", "Die Datei ist zu groß. Bitte teilen Sie sie auf oder laden Sie eine kleinere hoch."}
	overLimit    = tooLarge("%d MB, at most %d MB", "%d MB, höchstens %d MB")
	longText     = tooLarge("%d MB of text, at most %d MB", "%d MB Text, höchstens %d MB")
	longUnpacked = tooLarge("%d MB unpacked", "ausgepackt %d MB")
	longPart     = tooLarge("a part of it is larger than any real file's when unpacked", "ein Teil davon ist ausgepackt größer als in jeder echten Datei")
	longTexts    = tooLarge("its texts fill more than 64 MB", "ihre Texte füllen mehr als 64 MB")
	manyCells    = tooLarge("more than two million cells", "mehr als zwei Millionen Zellen")
	longIndexed  = tooLarge("more text than can be indexed", "mehr Text, als durchsuchbar gemacht werden kann")
)

// refusals are all of them, of each code first the one that says least.
var refusals = []refusal{
	isEmpty, noText, isHostile, isDamaged, isLocked, isScanned, tookLong, needsLogin,
	unknownFormat, otherContent, oldOffice, isRTF, isProgram, isPicture, isArchive, binaryExcel, otherOffice,
	isLarge, overLimit, longText, longUnpacked, longPart, longTexts, manyCells, longIndexed,
}

func unsupported(en, de string) refusal {
	return refusal{
		CodeUnsupported,
		en + " Readable are web pages, PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP, EPUB, Markdown, text, CSV and JSON.",
		de + " Lesbar sind Webseiten, PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP, EPUB, Markdown, Text, CSV und JSON.",
	}
}

func tooLarge(en, de string) refusal {
	return refusal{
		CodeTooLarge,
		"The file is too large (" + en + "). Please split it or upload a smaller one.",
		"Die Datei ist zu groß (" + de + "). Bitte teilen Sie sie auf oder laden Sie eine kleinere hoch.",
	}
}

// German is the sentence of an Error in German, also where only its Message is at hand. Of a code without
// this message, as an earlier version may have written it down, it is the first sentence; of an unknown code "".
func German(code, message string) string {
	first := ""
	for _, r := range refusals {
		if r.code != code {
			continue
		}
		if german, ok := r.german(message); ok {
			return german
		}
		if first == "" {
			first = r.de
		}
	}
	return first
}

// german says in German what a message of this refusal says in English.
func (r refusal) german(message string) (string, bool) {
	if !strings.Contains(r.en, "%") { // nothing given
		return r.de, message == r.en
	}
	pattern := strings.NewReplacer("%d", "([0-9]+)", "%s", "([A-Za-z ]+)").Replace(regexp.QuoteMeta(r.en))
	found := regexp.MustCompile("^" + pattern + "$").FindStringSubmatch(message)
	if found == nil {
		return "", false
	}
	german := strings.ReplaceAll(r.de, "%d", "%s")
	given := make([]any, len(found)-1)
	for i, one := range found[1:] {
		given[i] = one
		if name := germanNames[format(one)]; name != "" {
			given[i] = name
		}
	}
	return fmt.Sprintf(german, given...), true
}

var germanNames = map[format]string{
	formatHTML: "eine Webseite", formatMarkdown: "Text", formatText: "Text", formatCSV: "eine Tabelle",
	formatJSON: "JSON", formatXML: "XML",
}
