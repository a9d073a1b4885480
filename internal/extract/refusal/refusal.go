package refusal

import (
	"fmt"

	"github.com/webchatagent/wca/internal/bilingual"
)

// Reason is why a file gives no document. Where its sentence has %s, both languages have it, in the same order. The name
// tells it from the others of its code and is written down: it stays as it is.
type Reason struct {
	code, name string
	sentence   bilingual.Text
}

// Because makes the Error of it; err is what the reader of the format said, or nil.
func (r Reason) Because(err error, values ...any) *Error {
	said := []string{r.name}
	for _, v := range values {
		said = append(said, fmt.Sprint(v))
	}
	return &Error{Code: r.code, Said: said, Message: fmt.Sprintf(r.sentence.En, texts(said[1:])...), Err: err}
}

// Is says whether two reasons are the same.
func (r Reason) Is(other Reason) bool { return r.name == other.name }

// Why a page or file gives no document.
var (
	Empty         = Reason{CodeEmpty, "empty_file", bilingual.Of("Die Datei enthält keinen Text. Bitte prüfen Sie, ob es die richtige Datei ist und ob sie leer ist.", "The file holds no text. Please check that it is the right file and not empty.")}
	NoText        = Reason{CodeEmpty, "empty_page", bilingual.Of("Die Seite enthält keinen Text. Falls ein Browser dort Text zeigt, baut die Seite ihn mit JavaScript auf, das nicht ausgeführt wird; bitte geben Sie eine andere Adresse an oder laden Sie den Inhalt als Datei hoch.", "The page holds no text. If a browser shows text there, the page builds it with JavaScript, which is not run; please give another address or upload the content as a file.")}
	Hostile       = Reason{CodeHostile, "hostile", bilingual.Of("Die Datei wurde abgelehnt, weil sie wie ein Angriff auf lesende Programme aufgebaut ist. Wenn es Ihre Datei ist, speichern Sie sie mit einem aktuellen Programm neu.", "The file was refused because it is built like an attack on programs that read it. If it is yours, save it again with a current program.")}
	Damaged       = Reason{CodeDamaged, "damaged", bilingual.Of("Die Datei ist beschädigt und kann nicht gelesen werden. Bitte öffnen Sie sie in ihrem Programm, speichern Sie sie neu und laden Sie die neue Datei hoch.", "The file is damaged and can't be read. Please open it in its program, save it again and upload the new file.")}
	Cut           = Reason{CodeDamaged, "cut", bilingual.Of("Der Datei fehlt das Ende: Wahrscheinlich wurde sie nicht vollständig kopiert oder hochgeladen, oder es war noch nicht fertig. Bitte kopieren Sie sie noch einmal und nehmen Sie sie dann auf.", "The end of the file is missing: most likely it was not copied or uploaded as a whole, or that was still under way. Please copy it once more, then take it in.")}
	Locked        = Reason{CodeEncrypted, "encrypted", bilingual.Of("Die Datei ist mit einem Passwort geschützt. Bitte entfernen Sie das Passwort und laden Sie die Datei erneut hoch.", "The file is protected by a password. Please remove the password and upload it again.")}
	Scanned       = Reason{CodeScanned, "scanned", bilingual.Of("Die Datei enthält nur Bilder von Seiten (einen Scan) und keinen Text. Bitte laden Sie eine Fassung mit Text hoch oder installieren Sie auf dem Server das Programm tesseract, damit Scans gelesen werden können.", "The file holds pictures of pages (a scan) and no text. Please upload a version with text, or install the program tesseract on the server so that scans can be read.")}
	TookLong      = Reason{CodeTimeout, "timeout", bilingual.Of("Das Lesen der Datei hat zu lange gedauert und wurde abgebrochen. Bitte teilen Sie sie auf oder speichern Sie sie in einer einfacheren Form neu.", "Reading the file took too long and was stopped. Please split it or save it again in a simpler form.")}
	mayNot        = Reason{CodeUnreadable, "may_not_be_opened", bilingual.Of("Dieses Programm darf die Datei nicht öffnen. Bitte erlauben Sie es ihm und nehmen Sie die Datei dann noch einmal auf.", "This program may not open the file. Please allow it to, then take the file in again.")}
	notOpened     = Reason{CodeUnreadable, "not_opened", bilingual.Of("Die Datei ist da, lässt sich aber nicht vom Laufwerk lesen. Bitte prüfen Sie das Laufwerk und nehmen Sie die Datei dann noch einmal auf.", "The file is there but can't be read from its drive. Please check the drive, then take the file in again.")}
	NeedsLogin    = Reason{CodeLogin, "login", bilingual.Of("Die Seite verlangt eine Anmeldung, ihr Inhalt kann deshalb nicht gelesen werden. Bitte geben Sie eine öffentlich zugängliche Adresse an oder laden Sie den Inhalt als Datei hoch.", "The page asks for a password, so its content can't be read. Please give an address that is open to everyone, or upload the content as a file.")}
	OnlyByScripts = Reason{CodeScripts, "only_scripts", bilingual.Of("Die Seite enthält keinen Text: Skripte füllen sie erst im Browser und werden hier nicht ausgeführt. Bitte geben Sie eine andere Adresse an oder laden Sie den Inhalt als Datei hoch.", "The page holds no text: scripts fill it in the browser and are not run here. Please give another address, or upload the content as a file.")}
	ByScripts     = Reason{CodeScripts, "scripts", bilingual.Of("Skripte füllen die Seite erst im Browser und werden hier nicht ausgeführt (lesbare Wörter: %s). Bitte geben Sie eine andere Adresse an oder laden Sie den Inhalt als Datei hoch.", "Scripts fill the page in the browser and are not run here (readable words: %s). Please give another address, or upload the content as a file.")}
	// Pages that are sent with status 200 in place of the one that was asked for.
	AsksForConsent = Reason{CodeConsent, "asks_for_consent", bilingual.Of("Außer der Frage nach Cookies enthält die Seite keinen Text. Falls ein Browser nach der Antwort mehr zeigt, richten Sie die Website bitte so ein, dass sie ihren Inhalt schon vorher sendet, oder laden Sie ihn als Datei hoch.", "The page holds no text but its question about cookies. If a browser shows more after an answer, please set the website up to send its content before, or upload it as a file.")}
	TurnedAway     = Reason{CodeTurnedAway, "turned_away", bilingual.Of("Statt der Seite kam eine Sperre oder die Prüfung, ob ein Mensch sie aufruft: Die Website weist Programme ab. Bitten Sie ihren Betreiber, „WebChatAgent“ zuzulassen, oder laden Sie den Inhalt als Datei hoch.", "Instead of the page came a block, or a check whether a human asks for it: the website turns programs away. Ask its operator to allow “WebChatAgent”, or upload the content as a file.")}
	Missing        = Reason{CodeMissing, "missing", bilingual.Of("Die Seite gibt es nicht: Die Website zeigt an ihrer Stelle eine Fehlerseite (mit Status 200 statt 404).", "The page does not exist: the website shows an error page in its place (with status 200 instead of 404).")}
	InMaintenance  = Reason{CodeMaintenance, "maintenance", bilingual.Of("Die Seite sagt nur, dass die Website gerade gewartet wird, noch entsteht oder gestört ist. Bitte lesen Sie sie noch einmal, wenn sie wieder ihren Inhalt zeigt.", "The page only says that the website is in maintenance, not ready yet or out of order. Please read it once more when it shows its content.")}
	Parked         = Reason{CodeParked, "parked", bilingual.Of("Unter dieser Adresse gibt es keine Website, nur eine Seite, wie sie Anbieter von Domains und Servern zeigen. Bitte prüfen Sie die Adresse.", "There is no website at this address, only a page such as providers of domains and servers show. Please check the address.")}
	AsksForAge     = Reason{CodeAge, "asks_for_age", bilingual.Of("Die Seite fragt nur nach dem Alter und zeigt ihren Inhalt erst nach der Antwort. Bitte richten Sie die Website so ein, dass sie ihn schon vorher sendet, oder laden Sie ihn als Datei hoch.", "The page only asks for the visitor's age and shows its content after the answer. Please set the website up to send it before, or upload it as a file.")}

	UnknownFormat = unsupported("unknown_format", "Die Datei hat ein Format, das nicht gelesen werden kann.", "The file is in a format that can't be read.")
	OtherContent  = unsupported("other_content", "Die Datei gibt sich als %s aus, enthält aber etwas anderes (%s).", "The file says it is %s but holds something else (%s).")
	OldOffice     = unsupported("old_office", "Die Datei hat ein altes Office-Format (DOC, XLS, PPT). Bitte speichern Sie sie als DOCX, XLSX, PPTX oder PDF.", "The file is in an old Office format (DOC, XLS, PPT). Please save it as DOCX, XLSX, PPTX or PDF.")
	Mail          = unsupported("mail", "Die Datei ist eine E-Mail. E-Mails werden nicht aufgenommen, weil in ihnen persönliche Angaben und ältere Nachrichten stehen; bitte speichern Sie das, was Besucher wissen sollen, in einer eigenen Datei.", "The file is an e-mail. E-mails are not taken in, because they hold personal data and older messages; please save what visitors should know in a file of its own.")
	Program       = unsupported("program", "Die Datei ist ein Programm und wird nicht gelesen.", "The file is a program and is not read.")
	Picture       = unsupported("picture", "Die Datei ist ein Bild; Bilder enthalten keinen lesbaren Text.", "The file is a picture; pictures have no text that can be read.")
	Archive       = unsupported("archive", "Die Datei ist ein Archiv (ZIP). Bitte entpacken Sie es und laden Sie die enthaltenen Dateien hoch.", "The file is an archive (ZIP). Please unpack it and upload the files inside.")
	BinaryExcel   = unsupported("binary_excel", "Die Datei ist eine binäre Excel-Arbeitsmappe (XLSB). Bitte speichern Sie sie als XLSX.", "The file is a binary Excel workbook (XLSB). Please save it as XLSX.")
	OtherOffice   = unsupported("other_office", "Die Datei ist eine Office-Datei einer Art, die nicht gelesen werden kann.", "The file is an Office file of a kind that can't be read.")

	isLarge      = Reason{CodeTooLarge, "too_large", bilingual.Of("Die Datei ist zu groß. Bitte teilen Sie sie auf oder laden Sie eine kleinere hoch.", "The file is too large. Please split it or upload a smaller one.")}
	overLimit    = tooLarge("over_limit", "%s MB, höchstens %s MB", "%s MB, at most %s MB")
	LongText     = tooLarge("long_text", "%s MB Text, höchstens %s MB", "%s MB of text, at most %s MB")
	LongUnpacked = tooLarge("long_unpacked", "ausgepackt %s MB", "%s MB unpacked")
	LongPart     = tooLarge("long_part", "ein Teil davon ist ausgepackt größer als in jeder echten Datei", "a part of it is larger than any real file's when unpacked")
	LongTexts    = tooLarge("long_texts", "ihre Texte füllen mehr als 64 MB", "its texts fill more than 64 MB")
	ManyCells    = tooLarge("many_cells", "mehr als zwei Millionen Zellen", "more than two million cells")
	LongIndexed  = tooLarge("long_indexed", "mehr Text, als durchsuchbar gemacht werden kann", "more text than can be indexed")
)

func texts(values []string) []any {
	out := make([]any, len(values))
	for i, v := range values {
		out[i] = v
	}
	return out
}

// reasons are all of them, of each code first the one that says least.
var reasons = []Reason{
	Empty, NoText, Hostile, Damaged, Cut, Locked, Scanned, TookLong, mayNot, notOpened, NeedsLogin, OnlyByScripts, ByScripts,
	AsksForConsent, TurnedAway, Missing, InMaintenance, Parked, AsksForAge,
	UnknownFormat, OtherContent, OldOffice, Mail, Program, Picture, Archive, BinaryExcel, OtherOffice,
	isLarge, overLimit, LongText, LongUnpacked, LongPart, LongTexts, ManyCells, LongIndexed,
}

func unsupported(name, de, en string) Reason {
	return Reason{CodeUnsupported, name, bilingual.Of(
		de+" Lesbar sind Webseiten, PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP, RTF, EPUB, Markdown, Text, CSV und JSON.",
		en+" Readable are web pages, PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP, RTF, EPUB, Markdown, text, CSV and JSON.",
	)}
}

func tooLarge(name, de, en string) Reason {
	return Reason{CodeTooLarge, name, bilingual.Of(
		"Die Datei ist zu groß ("+de+"). Bitte teilen Sie sie auf oder laden Sie eine kleinere hoch.",
		"The file is too large ("+en+"). Please split it or upload a smaller one.",
	)}
}

// German is the sentence of an Error in German, of what it Said. Where that is not known, as of an Error that an earlier
// version wrote down, it is the first sentence of the code; of an unknown code "".
func German(code string, said []string) string {
	first := ""
	for _, r := range reasons {
		switch {
		case r.code != code:
			continue
		case len(said) > 0 && r.name == said[0]:
			return r.german(said[1:])
		case first == "":
			first = r.german(nil)
		}
	}
	return first
}

// german is the German sentence with the values in it.
func (r Reason) german(values []string) string {
	german := make([]any, len(values))
	for i, one := range values {
		german[i] = one
		if name := germanNames[one]; name != "" {
			german[i] = name
		}
	}
	return fmt.Sprintf(r.sentence.De, german...)
}

// germanNames are the names of formats that are others in German.
var germanNames = map[string]string{"web page": "eine Webseite", "Markdown": "Text", "text": "Text", "CSV": "eine Tabelle"}
