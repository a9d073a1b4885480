package demo

// Question is something a visitor of the sample website asks, with what a good
// answer rests on.
type Question struct {
	Text     string
	Language string // de or en
	// ExpectSource is the end of the address that the answer must cite. Empty:
	// the site does not answer the question and the bot must refuse it.
	ExpectSource string
}

// Questions are asked by the demonstration, in this order: one per language
// that a page answers, one that only the PDF answers, one that only the Word
// file answers, and one that nothing on the site answers.
func Questions() []Question {
	return []Question{
		{Text: "Wie lange hat der Laden am Samstag geöffnet?", Language: "de", ExpectSource: "/de/oeffnungszeiten"},
		{Text: "How long do I have to return something I bought online?", Language: "en", ExpectSource: "/en/returns"},
		{Text: "Was kostet ein Schaltauge für den Kranich?", Language: "de", ExpectSource: "/downloads/preisliste-2026.pdf"},
		{Text: "Ich habe den Schlüssel vom Leihrad verloren. Was muss ich zahlen?", Language: "de", ExpectSource: "/downloads/mietbedingungen.docx"},
		{Text: "Wer hat die Fußball-Weltmeisterschaft 2014 gewonnen?", Language: "de", ExpectSource: ""},
	}
}
