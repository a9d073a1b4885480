package crawl

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
)

var sentences = map[Reason][2]string{
	ByRobots:    {"The website's robots.txt asks not to read this page.", "Die robots.txt der Website bittet darum, diese Seite nicht zu lesen."},
	NoRobots:    {"The website's robots.txt, which says what may be read, could not be read itself, so no page is read for now.", "Die robots.txt der Website, in der steht, was gelesen werden darf, ließ sich selbst nicht lesen; darum wird vorerst keine Seite gelesen."},
	Excluded:    {"The rules of this source leave the page out.", "Die Regeln dieser Quelle lassen die Seite aus."},
	NoIndex:     {"The page asks not to be indexed (noindex).", "Die Seite bittet darum, nicht aufgenommen zu werden (noindex)."},
	Duplicate:   {"The page names another address as the original.", "Die Seite nennt eine andere Adresse als Original."},
	LoginPage:   {"The page asks for a login. Upload its content as a file instead.", "Die Seite verlangt eine Anmeldung. Laden Sie den Inhalt stattdessen als Datei hoch."},
	NotFound:    {"The page does not exist (404).", "Die Seite gibt es nicht (404)."},
	WasDeleted:  {"The page was removed (410).", "Die Seite wurde entfernt (410)."},
	Forbidden:   {"The server does not let us read the page. It may block programs; ask its operator to allow “WebChatAgent”.", "Der Server lässt uns die Seite nicht lesen. Vielleicht sperrt er Programme; bitten Sie den Betreiber, „WebChatAgent“ zuzulassen."},
	ServerError: {"The server answered with an error.", "Der Server antwortete mit einem Fehler."},
	TooMany:     {"The server asked us to slow down and did not recover.", "Der Server bat um weniger Anfragen und erholte sich nicht."},
	TimedOut:    {"The server did not answer in time.", "Der Server antwortete nicht rechtzeitig."},
	TooLarge:    {"The page is larger than allowed.", "Die Seite ist größer als erlaubt."},
	Unsupported: {"This kind of file cannot be read.", "Diese Art von Datei kann nicht gelesen werden."},
	Redirected:  {"The page leads to another address, which is read instead.", "Die Seite leitet auf eine andere Adresse weiter, die stattdessen gelesen wird."},
	OffSite:     {"The page leads to another website.", "Die Seite leitet auf eine andere Website weiter."},
	TooDeep:     {"The page leads to another address, which is too many links away from the start to be read.", "Die Seite leitet auf eine andere Adresse weiter; diese wird nicht gelesen, weil sie zu viele Links von der Startseite entfernt ist."},
	OverLimit:   {"The page leads to another address, which is not read because the limit of pages was reached.", "Die Seite leitet auf eine andere Adresse weiter; diese wird nicht gelesen, weil die Höchstzahl der Seiten erreicht ist."},
	NotFollowed: {"The page leads to another address of the website, which is left out.", "Die Seite leitet auf eine andere Adresse der Website weiter, die ausgelassen wird."},
	Loop:        {"The page leads back to itself again and again.", "Die Seite leitet immer wieder auf sich selbst weiter."},
	PrivateAddr: {"The address is private and is not read. Allow private addresses with --allow-private if this is your intranet.", "Die Adresse ist privat und wird nicht gelesen. Erlauben Sie private Adressen mit --allow-private, wenn dies Ihr Intranet ist."},
	BadTLS:      {"The server's certificate is not valid.", "Das Zertifikat des Servers ist nicht gültig."},
	NoHost:      {"There is no website of this name. Please check the address.", "Eine Website dieses Namens gibt es nicht. Bitte prüfen Sie die Adresse."},
	Unreachable: {"The server cannot be reached. Please check the address.", "Der Server ist nicht erreichbar. Bitte prüfen Sie die Adresse."},
	BrokenOff:   {"The answer broke off before the page was complete. Please try again later.", "Die Antwort brach ab, bevor die Seite vollständig war. Bitte versuchen Sie es später noch einmal."},
	Packed:      {"The server sent the page packed in a way that cannot be unpacked.", "Der Server hat die Seite so gepackt gesendet, dass sie sich nicht entpacken lässt."},
	BadStatus:   {"The server answered with an unexpected status.", "Der Server antwortete mit einem unerwarteten Status."},
}

// Sentence is the reason for people, in German or English.
func (r Reason) Sentence(language string) string {
	pair, ok := sentences[r]
	if !ok {
		return string(r)
	}
	if language == "de" {
		return pair[1]
	}
	return pair[0]
}
