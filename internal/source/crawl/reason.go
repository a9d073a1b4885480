package crawl

import "github.com/webchatagent/wca/internal/bilingual"

// Reason says in a word why an address was not read; its sentence is for people.
type Reason string

// The reasons.
const (
	ByRobots    Reason = "robots"
	NoRobots    Reason = "robots_unreadable"
	Excluded    Reason = "excluded"
	NoIndex     Reason = "noindex"
	Duplicate   Reason = "duplicate"
	LoginPage   Reason = "login"
	NotFound    Reason = "not_found"
	WasDeleted  Reason = "gone"
	Forbidden   Reason = "forbidden"
	ServerError Reason = "server_error"
	TooMany     Reason = "too_many_requests"
	TimedOut    Reason = "timeout"
	TooLarge    Reason = "too_large"
	Unsupported Reason = "unsupported_type"
	Redirected  Reason = "redirected"
	OffSite     Reason = "redirect_offsite"
	TooDeep     Reason = "redirect_too_deep"
	OverLimit   Reason = "redirect_over_limit"
	NotFollowed Reason = "redirect_not_followed"
	Loop        Reason = "loop"
	PrivateAddr Reason = "private_address"
	BadTLS      Reason = "tls"
	NoHost      Reason = "dns"
	Unreachable Reason = "unreachable"
	BrokenOff   Reason = "broken_off"
	Packed      Reason = "packed"
	BadStatus   Reason = "status"
	GaveUp      Reason = "gave_up"
)

var sentences = map[Reason]bilingual.Text{
	ByRobots:    bilingual.Of("Die robots.txt der Website bittet darum, diese Seite nicht zu lesen. Soll sie gelesen werden, erlauben Sie es dort für „WebChatAgent“.", "The website's robots.txt asks not to read this page. To have it read, allow it there for “WebChatAgent”."),
	NoRobots:    bilingual.Of("Die robots.txt der Website, in der steht, was gelesen werden darf, ließ sich selbst nicht lesen; darum wird vorerst keine Seite gelesen.", "The website's robots.txt, which says what may be read, could not be read itself, so no page is read for now."),
	Excluded:    bilingual.Of("Die Regeln dieser Quelle lassen die Seite aus.", "The rules of this source leave the page out."),
	NoIndex:     bilingual.Of("Die Seite bittet darum, nicht aufgenommen zu werden (noindex).", "The page asks not to be indexed (noindex)."),
	Duplicate:   bilingual.Of("Die Seite nennt eine andere Adresse als Original.", "The page names another address as the original."),
	LoginPage:   bilingual.Of("Die Seite verlangt eine Anmeldung. Laden Sie den Inhalt stattdessen als Datei hoch.", "The page asks for a login. Upload its content as a file instead."),
	NotFound:    bilingual.Of("Die Seite gibt es nicht (404).", "The page does not exist (404)."),
	WasDeleted:  bilingual.Of("Die Seite wurde entfernt (410).", "The page was removed (410)."),
	Forbidden:   bilingual.Of("Der Server lässt uns die Seite nicht lesen. Vielleicht sperrt er Programme; bitten Sie den Betreiber, „WebChatAgent“ zuzulassen.", "The server does not let us read the page. It may block programs; ask its operator to allow “WebChatAgent”."),
	ServerError: bilingual.Of("Der Server antwortete mit einem Fehler.", "The server answered with an error."),
	TooMany:     bilingual.Of("Der Server bat um weniger Anfragen und erholte sich nicht.", "The server asked us to slow down and did not recover."),
	TimedOut:    bilingual.Of("Der Server antwortete nicht rechtzeitig.", "The server did not answer in time."),
	TooLarge:    bilingual.Of("Die Seite ist größer als erlaubt.", "The page is larger than allowed."),
	Unsupported: bilingual.Of("Diese Art von Datei kann nicht gelesen werden.", "This kind of file cannot be read."),
	Redirected:  bilingual.Of("Die Seite leitet auf eine andere Adresse weiter, die stattdessen gelesen wird.", "The page leads to another address, which is read instead."),
	OffSite:     bilingual.Of("Die Seite leitet auf eine andere Website weiter.", "The page leads to another website."),
	TooDeep:     bilingual.Of("Die Seite leitet auf eine andere Adresse weiter; diese wird nicht gelesen, weil sie zu viele Links von der Startseite entfernt ist.", "The page leads to another address, which is too many links away from the start to be read."),
	OverLimit:   bilingual.Of("Die Seite leitet auf eine andere Adresse weiter; diese wird nicht gelesen, weil die Höchstzahl der Seiten erreicht ist.", "The page leads to another address, which is not read because the limit of pages was reached."),
	NotFollowed: bilingual.Of("Die Seite leitet auf eine andere Adresse der Website weiter, die ausgelassen wird.", "The page leads to another address of the website, which is left out."),
	Loop:        bilingual.Of("Die Seite leitet immer wieder auf sich selbst weiter.", "The page leads back to itself again and again."),
	PrivateAddr: bilingual.Of("Die Adresse ist privat und wird nicht gelesen. Erlauben Sie private Adressen mit --allow-private, wenn dies Ihr Intranet ist.", "The address is private and is not read. Allow private addresses with --allow-private if this is your intranet."),
	BadTLS:      bilingual.Of("Das Zertifikat des Servers ist nicht gültig.", "The server's certificate is not valid."),
	NoHost:      bilingual.Of("Eine Website dieses Namens gibt es nicht. Bitte prüfen Sie die Adresse.", "There is no website of this name. Please check the address."),
	Unreachable: bilingual.Of("Der Server ist nicht erreichbar. Bitte prüfen Sie die Adresse.", "The server cannot be reached. Please check the address."),
	BrokenOff:   bilingual.Of("Die Antwort brach ab, bevor die Seite vollständig war. Bitte versuchen Sie es später noch einmal.", "The answer broke off before the page was complete. Please try again later."),
	Packed:      bilingual.Of("Der Server hat die Seite so gepackt gesendet, dass sie sich nicht entpacken lässt.", "The server sent the page packed in a way that cannot be unpacked."),
	BadStatus:   bilingual.Of("Der Server antwortete mit einem unerwarteten Status.", "The server answered with an unexpected status."),
	GaveUp:      bilingual.Of("Dieses Programm ist beim Lesen auf einen eigenen Fehler gestoßen. Wo er liegt, steht im Protokoll des Servers; bitte melden Sie ihn.", "This program met a fault of its own while reading it. The server's log says where; please report it."),
}

// Sentence is the reason for people, in German or English.
func (r Reason) Sentence(language string) string {
	said, ok := sentences[r]
	if !ok {
		return string(r)
	}
	return said.In(language)
}
