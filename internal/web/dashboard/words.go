package dashboard

import (
	"net/http"
	"strings"
)

// catalogue is the text of the pages in one language.
type catalogue struct {
	Lang, Title, Tagline                                                                 string
	Bots, NoBots, Chat, Snippet, SnippetHelp, Reading, Document, Documents               string
	BotNamed, Search, AllBots, NoSuchBot, BotsShown, Page, Previous, Following           string
	MyBot, PriceList, WhenOpen                                                           string
	Next, NextBot, NextIngest, NextAsk, NextModel, NextEmbed, API, Trust, Ledger, Health string
	Welcome, WelcomeText, Missing, MissingText, Home                                     string
	NoChat, NoChatText, NotHere, NotHereText                                             string
	Failed, FailedText, Away, AwayText, Reference, Again                                 string
	DocsTitle, DocsIntro, Parameters, Request, Response, NoKey, Required                 string
}

var german = catalogue{
	Lang: "de", Title: "WebChatAgent", Tagline: "Antworten aus Ihren eigenen Inhalten, mit Quellen und ohne Umwege.",
	Bots: "Ihre Bots", NoBots: "Noch gibt es keinen Bot. Legen Sie den ersten an:", Chat: "Chat öffnen",
	Snippet: "Für Ihre Website", SnippetHelp: "Diese Zeile kommt vor das schließende body-Element. Die Adresse der Website muss in der Liste des Bots stehen.",
	Reading: "wird gerade gelesen …", Document: "1 Dokument", Documents: "Dokumente",
	BotNamed: "Bot suchen (Teil des Namens)", Search: "Suchen", AllBots: "Alle Bots zeigen", NoSuchBot: "Kein Bot heißt so.", BotsShown: "Bots %d bis %d", Page: "Seiten", Previous: "Vorige Seite", Following: "Nächste Seite",
	MyBot: "Mein Bot", PriceList: "preisliste.pdf", WhenOpen: "Wann haben Sie geöffnet?",
	Next: "So geht es weiter", NextBot: "Bot anlegen", NextIngest: "Website und Dateien einlesen", NextAsk: "Eine Frage stellen",
	NextModel: "Ein Sprachmodell wählen (ohne Modell zitiert der Bot die passenden Stellen)", NextEmbed: "Website freigeben, auf der der Bot erscheinen darf",
	API: "Beschreibung der Schnittstelle", Trust: "Versprechen, nachgeprüft", Ledger: "Was den Server verlassen hat", Health: "Zustand des Servers",
	Welcome: "Hier läuft WebChatAgent", WelcomeText: "Wenn Sie diesen Server betreiben: Die Übersicht der Bots sehen Sie auf dem Server selbst oder mit einem Schlüssel über die Schnittstelle.",
	Missing: "Diese Seite gibt es nicht", MissingText: "Vielleicht ist die Adresse unvollständig.", Home: "Zur Startseite",
	NoChat: "Diesen Chat gibt es nicht", NoChatText: "Vielleicht wurde er entfernt. Wenn Sie ihn einbinden: Die Kennung des Bots (data-bot) muss genau die sein, die wca bot list zeigt.",
	NotHere: "Der Chat ist für diese Website nicht freigegeben", NotHereText: "Wenn sie Ihnen gehört: Geben Sie die Adresse beim Bot frei, genau wie im Browser, also mit http:// oder https://, mit oder ohne www.",
	Failed: "Die Seite lässt sich gerade nicht anzeigen", FailedText: "Auf dem Server ist etwas schiefgegangen. Sie haben nichts falsch gemacht.",
	Away: "Der Server ist gerade nicht erreichbar", AwayText: "Das dauert meist nicht lange. Bitte versuchen Sie es in einigen Sekunden noch einmal.",
	Reference: "Kennung für den Betreiber:", Again: "Noch einmal versuchen",
	DocsTitle: "Schnittstelle", DocsIntro: "Wo nicht „ohne Schlüssel“ steht, braucht eine Anfrage einen Schlüssel: Authorization: Bearer wca_… Die Beschreibung für Programme liegt unter", Parameters: "Parameter", Request: "Anfrage", Response: "Antwort", NoKey: "ohne Schlüssel", Required: "erforderlich",
}

var english = catalogue{
	Lang: "en", Title: "WebChatAgent", Tagline: "Answers from your own content, with sources and without detours.",
	Bots: "Your bots", NoBots: "There is no bot yet. Make the first one:", Chat: "Open chat",
	Snippet: "For your website", SnippetHelp: "This line goes before the closing body element. The website's address must be on the bot's list.",
	Reading: "being read …", Document: "1 document", Documents: "documents",
	BotNamed: "Find a bot (part of its name)", Search: "Search", AllBots: "Show all bots", NoSuchBot: "No bot is called so.", BotsShown: "Bots %d to %d", Page: "Pages", Previous: "Previous page", Following: "Next page",
	MyBot: "My bot", PriceList: "price-list.pdf", WhenOpen: "When are you open?",
	Next: "What to do next", NextBot: "Make a bot", NextIngest: "Read a website and files", NextAsk: "Ask a question",
	NextModel: "Choose a language model (without one the bot quotes the matching passages)", NextEmbed: "Allow the website on which the bot may appear",
	API: "Description of the API", Trust: "Promises, checked", Ledger: "What left the server", Health: "State of the server",
	Welcome: "WebChatAgent runs here", WelcomeText: "If you run this server: the list of bots is shown on the server itself, or by the API with a key.",
	Missing: "There is no such page", MissingText: "Perhaps the address is incomplete.", Home: "To the start page",
	NoChat: "There is no such chat", NoChatText: "Perhaps it has been removed. If you embed it: the bot's id (data-bot) must be exactly the one that wca bot list shows.",
	NotHere: "The chat is not allowed on this website", NotHereText: "If it is yours: allow its address for the bot, just as it is in the browser, with http:// or https://, with or without www.",
	Failed: "This page can't be shown at the moment", FailedText: "Something went wrong on the server. It was not your fault.",
	Away: "The server can't be reached at the moment", AwayText: "That usually does not last. Please try again in a few seconds.",
	Reference: "Reference for who runs the server:", Again: "Try again",
	DocsTitle: "API", DocsIntro: "Where it does not say “no key”, a request needs one: Authorization: Bearer wca_… The description for programs is at", Parameters: "Parameters", Request: "Request", Response: "Response", NoKey: "no key", Required: "required",
}

// words picks the language of a page: ?lang= beats the browser's preference; German otherwise.
func words(r *http.Request) catalogue {
	switch r.URL.Query().Get("lang") {
	case "de":
		return german
	case "en":
		return english
	}
	for _, one := range strings.Split(r.Header.Get("Accept-Language"), ",") {
		switch l := strings.ToLower(strings.TrimSpace(one)); {
		case strings.HasPrefix(l, "de"):
			return german
		case strings.HasPrefix(l, "en"):
			return english
		}
	}
	return german
}
