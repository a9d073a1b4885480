package extract

import "fmt"

// The codes of an Error.
const (
	CodeEmpty       = "empty"       // nothing to read inside
	CodeUnsupported = "unsupported" // a format that is not read, or not the one it says
	CodeTooLarge    = "too_large"   // over a limit of size
	CodeHostile     = "hostile"     // built to harm its reader
	CodeDamaged     = "damaged"     // cannot be read to the end
	CodeEncrypted   = "encrypted"   // needs a password
	CodeScanned     = "scanned"     // pictures of pages without text
	CodeTimeout     = "timeout"     // took too long
	CodeLogin       = "login"       // the page asks for a password instead
)

// Error says why a page or file gave no document. It is about the file, not
// about this program: whoever added the file can do something about it.
type Error struct {
	Code    string
	Message string // an English sentence for people: what happened, what to do
	Err     error  // what the reader of the format said, or nil

	german string
}

func (e *Error) Error() string {
	if e.Err != nil {
		return fmt.Sprintf("%s (%v)", e.Message, e.Err)
	}
	return e.Message
}

func (e *Error) Unwrap() error { return e.Err }

// Localised gives the message in a language: "de" is German, everything else
// English.
func (e *Error) Localised(lang string) string {
	if lang == "de" && e.german != "" {
		return e.german
	}
	return e.Message
}

// German is the message of a code in German, for where the Error itself is no longer at hand; of several
// with the code it is that of the English message. Without one it is "".
func German(code, message string) string {
	german := ""
	for _, e := range []*Error{
		errEmpty(), errNoText(), errFormat(), errHostile(nil), errDamaged(nil), errEncrypted(nil), errScanned(), errTimeout(nil), errLogin(),
		{Code: CodeTooLarge, german: "Die Datei ist zu groß. Bitte teilen Sie sie auf oder laden Sie eine kleinere hoch."},
	} {
		if e.Code == code && (german == "" || e.Message == message) {
			german = e.german
		}
	}
	return german
}

func errFormat() *Error {
	return errUnsupported("The file is in a format that can't be read.", "Die Datei hat ein Format, das nicht gelesen werden kann.")
}

func errEmpty() *Error {
	return &Error{
		Code:    CodeEmpty,
		Message: "The file holds no text. Please check that it is the right file and not empty.",
		german:  "Die Datei enthält keinen Text. Bitte prüfen Sie, ob es die richtige Datei ist und ob sie leer ist.",
	}
}

func errUnsupported(what, german string) *Error {
	return &Error{
		Code:    CodeUnsupported,
		Message: what + " Readable are web pages, PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP, EPUB, Markdown, text, CSV and JSON.",
		german:  german + " Lesbar sind Webseiten, PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP, EPUB, Markdown, Text, CSV und JSON.",
	}
}

func errTooLarge(what string, err error) *Error {
	return &Error{
		Code:    CodeTooLarge,
		Message: "The file is too large (" + what + "). Please split it or upload a smaller one.",
		german:  "Die Datei ist zu groß (" + what + "). Bitte teilen Sie sie auf oder laden Sie eine kleinere hoch.",
		Err:     err,
	}
}

func errHostile(err error) *Error {
	return &Error{
		Code:    CodeHostile,
		Message: "The file was refused because it is built like an attack on programs that read it. If it is yours, save it again with a current program.",
		german:  "Die Datei wurde abgelehnt, weil sie wie ein Angriff auf lesende Programme aufgebaut ist. Wenn es Ihre Datei ist, speichern Sie sie mit einem aktuellen Programm neu.",
		Err:     err,
	}
}

func errDamaged(err error) *Error {
	return &Error{
		Code:    CodeDamaged,
		Message: "The file is damaged and can't be read. Please open it in its program, save it again and upload the new file.",
		german:  "Die Datei ist beschädigt und kann nicht gelesen werden. Bitte öffnen Sie sie in ihrem Programm, speichern Sie sie neu und laden Sie die neue Datei hoch.",
		Err:     err,
	}
}

func errEncrypted(err error) *Error {
	return &Error{
		Code:    CodeEncrypted,
		Message: "The file is protected by a password. Please remove the password and upload it again.",
		german:  "Die Datei ist mit einem Passwort geschützt. Bitte entfernen Sie das Passwort und laden Sie die Datei erneut hoch.",
		Err:     err,
	}
}

func errScanned() *Error {
	return &Error{
		Code:    CodeScanned,
		Message: "The file holds pictures of pages (a scan) and no text. Please upload a version with text, or install the program tesseract on the server so that scans can be read.",
		german:  "Die Datei enthält nur Bilder von Seiten (einen Scan) und keinen Text. Bitte laden Sie eine Fassung mit Text hoch oder installieren Sie auf dem Server das Programm tesseract, damit Scans gelesen werden können.",
	}
}

func errTimeout(err error) *Error {
	return &Error{
		Code:    CodeTimeout,
		Message: "Reading the file took too long and was stopped. Please split it or save it again in a simpler form.",
		german:  "Das Lesen der Datei hat zu lange gedauert und wurde abgebrochen. Bitte teilen Sie sie auf oder speichern Sie sie in einer einfacheren Form neu.",
		Err:     err,
	}
}

func errLogin() *Error {
	return &Error{
		Code:    CodeLogin,
		Message: "The page asks for a password, so its content can't be read. Please give an address that is open to everyone, or upload the content as a file.",
		german:  "Die Seite verlangt eine Anmeldung, ihr Inhalt kann deshalb nicht gelesen werden. Bitte geben Sie eine öffentlich zugängliche Adresse an oder laden Sie den Inhalt als Datei hoch.",
	}
}
