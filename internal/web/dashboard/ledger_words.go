package dashboard

import "github.com/webchatagent/wca/internal/egress"

// ledgerWords is the text of the pages about what left the server, in one language.
type ledgerWords struct {
	Title, Intro, Closed, Empty, All, Workspaces, Bots, Purpose                  string
	Sums, Recipient, Region, Unknown, Count, Out, In, Each, Time, Replaced       string
	Outcome, Underway, None, Show, Newer, Older, Page                            string
	Account, AccountIntro, Wrote, Transfer, LegalBasis, Bytes, NotKept, Returned string
	NothingLeft, Read, By, ThisServer, PutBack, Named, Back, Restricted, Marked  string
	NotStored, Removed, NoAnswer, Unlinked, Said, Reply                          string

	Purposes map[egress.Purpose]string
	Errors   map[string]string
	Roles    map[string]string // by the word of the wire
}

func ledgerText(c catalogue) ledgerWords {
	if c.Lang == "en" {
		return ledgerEnglish
	}
	return ledgerGerman
}

var ledgerGerman = ledgerWords{
	Title:  "Was den Server verlassen hat",
	Intro:  "Jede Anfrage dieses Servers an andere steht hier: wann, wozu, auf welcher Rechtsgrundlage, an wen, wie viel; von gelöschten Gesprächen und Bots bleibt nur, was an welchem Tag an wen ging, ohne Inhalt. Was an ein Sprachmodell geht, wird eingetragen, bevor es hinausgeht. Die Größen zählen den Inhalt, ohne Adresse und Kopfzeilen; wo ein Strich steht, gab es keinen, etwa beim Abruf einer Webseite.",
	Closed: "Diese Seite zeigt der Server nur auf dem Gerät, auf dem er läuft, oder mit einem Schlüssel (Authorization: Bearer wca_…).",
	Empty:  "Hier ist nichts verzeichnet.", All: "alle", Workspaces: "Arbeitsbereich", Bots: "Bot", Purpose: "Zweck",
	Sums: "Die letzten 30 Tage, nach Empfänger", Recipient: "Empfänger", Region: "Ort", Unknown: "nicht angegeben", Count: "Anzahl", Out: "hinaus", In: "herein",
	Each: "Einzeln, die neuesten zuerst", Time: "Zeit", Replaced: "vorher ersetzt", Outcome: "Ergebnis", Underway: "läuft noch oder wurde unterbrochen", None: "nichts",
	Show: "Antwort ansehen", Newer: "Neuere", Older: "Ältere", Page: "Seiten",
	Account: "Was aus einer Frage wurde", AccountIntro: "Was geschrieben wurde, genau die Bytes, die dafür hinausgingen, was zurückkam und was zu lesen war.",
	Wrote: "Das schrieb der Besucher", Transfer: "Übermittlung", LegalBasis: "Rechtsgrundlage", Bytes: "Genau diese Bytes gingen hinaus", Marked: "Platzhalter sind hervorgehoben.",
	Said: "Was hinausging, zum Lesen", Reply: "Was zurückkam, zum Lesen",
	Roles: map[string]string{
		"system": "Anweisungen und Textstellen", "systemInstruction": "Anweisungen und Textstellen", "user": "Besucher", "assistant": "Frühere Antwort", "model": "Frühere Antwort", "": "Text für den Vektor",
	},
	NotKept: "Die Bytes werden nicht oder nicht mehr aufbewahrt; die Zahlen bleiben.", Returned: "Genau das kam zurück",
	NothingLeft: "Für diese Antwort hat nichts den Server verlassen.", Read: "Das las der Besucher", By: "geschrieben von", ThisServer: "diesem Server, ohne Sprachmodell",
	PutBack: "zurückgesetzt", Named: "nur als Art genannt", Back: "Zur Liste",
	Restricted: "Der Besucher hat die Verarbeitung dieses Gesprächs eingeschränkt (Art. 18 DSGVO): Es wird aufbewahrt und niemandem gezeigt.",
	NotStored:  "Der Text wird nicht gespeichert.",
	Removed:    "Der Text ist entfernt worden, als seine Frist abgelaufen war: Das Gespräch ist anonymisiert, geblieben sind Tag und Zahlen.",
	NoAnswer:   "Eine fertige Antwort gibt es nicht.",
	Unlinked:   "Das Gespräch ist anonymisiert. Was für diese Antwort hinausging, steht in der Liste mit Tag und Zahlen, aber ohne Verbindung zu ihr.",
	Purposes:   map[egress.Purpose]string{egress.Model: "Sprachmodell fragen", egress.Embedding: "Vektoren berechnen", egress.Crawl: "Website lesen"},
	Errors:     map[string]string{"cancelled": "abgebrochen", "timeout": "Zeit überschritten", "failed": "gescheitert"},
}

var ledgerEnglish = ledgerWords{
	Title:  "What left the server",
	Intro:  "Every request of this server to others is listed here: when, what for, on what legal basis, to whom, how much; of erased conversations and bots only what went to whom on which day stays, without content. What goes to a language model is written down before it leaves. Sizes count the body, without address and headers; where a dash stands there was none, as when a web page is fetched.",
	Closed: "The server shows this page only on the machine it runs on, or with a key (Authorization: Bearer wca_…).",
	Empty:  "Nothing is listed here.", All: "all", Workspaces: "Workspace", Bots: "Bot", Purpose: "Purpose",
	Sums: "The last 30 days, by recipient", Recipient: "Recipient", Region: "Place", Unknown: "not stated", Count: "Number", Out: "out", In: "in",
	Each: "One by one, the latest first", Time: "Time", Replaced: "replaced before", Outcome: "Outcome", Underway: "underway, or broken off", None: "nothing",
	Show: "See the answer", Newer: "Newer", Older: "Older", Page: "Pages",
	Account: "What became of a question", AccountIntro: "What was written, exactly the bytes that left for it, what came back and what was shown.",
	Wrote: "The visitor wrote", Transfer: "Transfer", LegalBasis: "Legal basis", Bytes: "Exactly these bytes left", Marked: "Placeholders are highlighted.",
	Said: "What left, for reading", Reply: "What came back, for reading",
	Roles: map[string]string{
		"system": "Instructions and passages", "systemInstruction": "Instructions and passages", "user": "Visitor", "assistant": "Earlier answer", "model": "Earlier answer", "": "Text for the vector",
	},
	NotKept: "The bytes are not kept, or not any more; the counts stay.", Returned: "Exactly this came back",
	NothingLeft: "Nothing left the server for this answer.", Read: "The visitor read", By: "written by", ThisServer: "this server, without a language model",
	PutBack: "put back", Named: "named by its kind only", Back: "Back to the list",
	Restricted: "The visitor has restricted the processing of this conversation (Art. 18 GDPR): it is kept and shown to nobody.",
	NotStored:  "The text is not stored.",
	Removed:    "The text was removed when its time was over: the conversation is anonymised, the day and counts stay.",
	NoAnswer:   "There is no finished answer.",
	Unlinked:   "The conversation is anonymised. What left for this answer is in the list with its day and counts, and nothing leads from there to the answer.",
	Purposes:   map[egress.Purpose]string{egress.Model: "ask a language model", egress.Embedding: "make vectors", egress.Crawl: "read a website"},
	Errors:     map[string]string{},
}
