package conversation

import (
	"slices"
	"strings"
	"testing"

	"github.com/webchatagent/wca/internal/bot"
	"github.com/webchatagent/wca/internal/passage"
	"github.com/webchatagent/wca/internal/retrieve"
)

// chatting is a message on its way to an answer by a bot that is set so.
func chatting(text, language string, s bot.Settings) *exchange {
	return &exchange{Question: Question{Bot: bot.Bot{Name: "Radbot"}, Text: text}, settings: bot.Version{Settings: s}, language: language, query: retrieve.Query{Text: sought(text, nil)}}
}

func TestWhatIsNoQuestionIsAnsweredAsSuch(t *testing.T) {
	s := bot.Settings{Contact: map[string]string{"de": "Telefon 030 1234", "en": "phone 030 1234"}}
	for text, want := range map[string]string{
		"Hallo!":                                   "Guten Tag",
		"thanks a lot":                             "welcome",
		"Wer bist du?":                             "kein Mensch",
		"An wen kann ich mich wenden?":             "Telefon [030 1234](tel:0301234)",
		"who do i speak to":                        "phone [030 1234](tel:0301234)",
		"Kann ich mit einem Menschen sprechen?":    "Telefon [030 1234](tel:0301234)",
		"Du bist so dumm!!!":                       "verärgert",
		"ihr seid doof":                            "verärgert",
		"Halt die Fresse":                          "verärgert",
		"Fuck you, stupid bot":                     "upset",
		"English please":                           "answer in English",
		"Do you speak English?":                    "answer in English",
		"Sprechen Sie auch Deutsch?":               "auf Deutsch",
		"Können Sie das bitte auf Englisch sagen?": "answer in English",

		"Vielen Dank für Ihre Hilfe!":             "Gern geschehen",
		"super, danke dir":                        "Gern geschehen",
		"thank you so much for your quick answer": "welcome",
		"ok danke, tschüss":                       "Auf Wiedersehen",
		"Ihr seid alle Idioten":                   "verärgert",
		"Wie heißt du?":                           "Radbot",
		"ich will mit einem menschen reden":       "Telefon [030 1234](tel:0301234)",
		"kann ich mit jemandem telefonieren?":     "Telefon [030 1234](tel:0301234)",
		"Can I talk to a real person please":      "phone [030 1234](tel:0301234)",
		"😀":                                       "Was möchten Sie wissen",
		"ok":                                      "Fragen Sie gern weiter",
		"Ok super 👍":                              "Fragen Sie gern weiter",
		"Alles klar, das ist super! ❤️":           "Fragen Sie gern weiter",
		"nein":                                    "Fragen Sie gern weiter",
		"No, that was all.":                       "Just ask",
		"Danke 👍🏽🎉":                               "Gern geschehen",
		"ich hab mal ne frage":                    "Was möchten Sie wissen",
		"Können Sie mir helfen?":                  "Was möchten Sie wissen",
		"Das stimmt nicht!":                       "Telefon [030 1234](tel:0301234)",
		"That's not what I asked":                 "sorry",
		"???":                                     "Was möchten Sie wissen",

		"Super danke, das hilft mir sehr": "Gern geschehen",
		"Thanks, that was quick":          "welcome",
		"Ich will mich beschweren!":       "Telefon [030 1234](tel:0301234)",
		"Das ist eine Frechheit":          "keine Beschwerde aufnehmen",
		"I want to make a complaint":      "phone [030 1234](tel:0301234)",
		"noch eine Frage":                 "Was möchten Sie wissen",
		"Danke, das war's":                "Gern geschehen",
		"Vielen Dank, das wars erstmal!":  "Gern geschehen",
		"Nein, das war's.":                "Fragen Sie gern weiter",
		"das wär's":                       "Fragen Sie gern weiter",
		"That's all, thanks":              "welcome",
		"that's all":                      "Just ask",
		"passt schon":                     "Fragen Sie gern weiter",
		"never mind":                      "Just ask",

		"Dann gib mir einen Menschen":         "Telefon [030 1234](tel:0301234)",
		"Dann will ich mit jemandem sprechen": "Telefon [030 1234](tel:0301234)",
		"you're stupid":                       "upset",
		"😡":                                   "verärgert",
		"👍":                                   "Fragen Sie gern weiter",
		"merci vilmal":                        "Gern geschehen",
		"Wer bist du dann?":                   "KI-Assistent",
		"Who are you then?":                   "AI assistant",
		"super, bis dann!":                    "Auf Wiedersehen",
		"Great, see you then!":                "Goodbye",
		"gut, dann melde ich mich":            "Fragen Sie gern weiter",
		"And in English again please":         "answer in English",

		"ist der Termin jetzt bestätigt?":     "durch diesen Chat nicht",
		"Haben Sie das eingetragen?":          "Telefon [030 1234](tel:0301234)",
		"ist die jetzt storniert?":            "durch diesen Chat nicht",
		"am I booked in?":                     "phone [030 1234](tel:0301234)",
		"so is she cancelled now?":            "not through this chat",
		"Wann rufen Sie mich zurück?":         "weder zurückrufen",
		"Bitte um Rückruf":                    "Telefon [030 1234](tel:0301234)",
		"Can you call me back please?":        "neither call back",
		"when will you call me?":              "phone [030 1234](tel:0301234)",
		"Rufen Sie mich morgen bitte an":      "weder zurückrufen",
		"Wird der Termin per SMS bestätigt?":  "",
		"Sind die Plätze reserviert?":         "",
		"Bis wann kann ich abgesagt haben?":   "",
		"Are you booked out?":                 "",
		"Wo kann ich anrufen?":                "",
		"Kann ich Sie anrufen?":               "",
		"Wann kann ich anrufen?":              "",
		"Wann kommt das Geld zurück?":         "",
		"Can I call you?":                     "",
		"Wie lange dauert der Rückruf?":       "",
		"Welche Geräte betrifft der Rückruf?": "",

		"Wo kann ich mich über den Handwerker beschweren?": "",
		"Noch eine Frage: Was kostet der Versand?":         "",

		"Ihr seid super!":       "Gern geschehen",
		"gut gemacht":           "Gern geschehen",
		"You are great, really": "welcome",

		"Ist der Service gut und schnell?":                  "",
		"Danke, das war falsch":                             "",
		"Mit wie vielen Personen kann ich kommen?":          "",
		"Mit welchem Mitarbeiter spreche ich im Einkauf?":   "",
		"opening hours":                                     "",
		"Gibt es Hilfe beim Aufbau?":                        "",
		"Gibt es den Katalog auch auf Englisch?":            "",
		"Haben Sie einen Führer, der Deutsch spricht?":      "",
		"Was kostet der Kurs Deutsch als Fremdsprache?":     "",
		"Das ist eine dumme Frage, aber wann habt ihr auf?": "",
		"Ist das Gerät nutzlos ohne Akku?":                  "",
		"Danke, und was kostet der Versand?":                "",
		"Bis dann ist das Rad fertig?":                      "",
	} {
		language := "de"
		if l := answerLanguage(&Question{Text: text, Language: "de"}, nil, nil); l != "" {
			language = l
		}
		x := chatting(text, language, s)
		got, in := x.smallTalk(func() string { return new(Desk).contact(x, nil, language) })
		ok := in != ""
		switch {
		case want == "" && ok:
			t.Errorf("%q is a question, answered %q", text, got)
		case want != "" && (!ok || !strings.Contains(got, want)):
			t.Errorf("%q: %q, want %q in it", text, got, want)
		}
	}
}

// Who asks whether a person answers is told the truth, and it is no question that the sources lack.
func TestWhoAnswersIsSaid(t *testing.T) {
	s := bot.Settings{Contact: map[string]string{"de": "Telefon 030 1234", "en": "phone 030 1234"}}
	const german, english = "KI-Assistent und kein Mensch", "AI assistant, not a human"
	for want, texts := range map[string][]string{
		german: {
			"Ist das ein Bot?", "Ist das hier ein Bot?", "ist das ein chatbot", "Ist das ein Chat-Bot?", "Ist das eine KI?", "Ist das ein echter Mensch?",
			"Sind Sie echt?", "Bist du echt?", "Bist du ein Mensch?", "Bist du wirklich ein Mensch?", "Bist du ein echter Mensch oder ein Roboter?",
			"Sind Sie ein Mensch oder eine Maschine?", "Sind Sie ein Bot oder ein Mitarbeiter?", "Sind Sie eine künstliche Intelligenz?", "Sind Sie eine echte Person?",
			"Spreche ich mit einem Menschen?", "Spreche ich hier gerade mit einem Bot?", "Rede ich mit einer KI oder mit einem Menschen?", "Schreibe ich mit einem echten Menschen?",
			"Chatte ich mit einer Maschine?", "Unterhalte ich mich hier mit einem Computer?", "Mit wem rede ich hier eigentlich?", "Wer bist du denn?",
			"Antwortet hier ein Mensch?", "Sitzt da ein echter Mensch?", "Ist da ein Mensch?", "Ist das ein Roboter oder ein Mensch?", "Mensch oder Maschine?",
			"Hallo, bist du ein Bot?", "Bist du ein Bot oder nicht?",
		},
		english: {
			"Are you a bot?", "Are you a real person?", "Are you actually human?", "Are you real?", "Are you a human or a robot?", "Is this a real person?", "Is this a bot?",
			"Is this an AI?", "Is this a chat bot?", "Is this a human or a machine?", "Am I talking to a human?", "Am I talking to a real person or a bot?",
			"Am I chatting with an AI here?", "Is there a real person there?", "Is a human answering?", "Who am I speaking to?", "Human or bot?", "So are you an AI or a person?",
		},
		"Telefon [030 1234](tel:0301234)": {
			"Kann ich mit einem Menschen sprechen?", "Ich möchte mit einem Menschen sprechen", "Gibt es hier einen Menschen?", "Einen Menschen bitte!", "Mensch", "Ich will einen echten Menschen",
		},
		"phone [030 1234](tel:0301234)": {"Can I talk to a human?", "real person please", "I want to speak to a real person"},
		"": {
			"Ist das ein Bot-Plugin für WordPress?", "Haben Sie echte Perlen?", "Sind Sie echt günstig?", "Ist das echt?", "Sind die Perlen echt?", "Ist das ein Roboter?",
			"Ist das eine Maschine?", "Ist das ein Computer?", "Bist du ein Bot, der Termine vergibt?", "Ist das ein Preis für eine Person?", "Sind Sie ein Mitarbeiter des Museums Nord?",
			"Was kostet eine Person?", "Schreibt ein Mensch die Gutachten?", "Spreche ich mit einem Arzt?", "Bauen Sie Chatbots?", "Ist das ein KI-Kurs?",
			"Is this a bot for WordPress?", "Is this real leather?", "Is this real?", "Is this a robot?", "Are you a real estate agent?", "Is this a computer?", "Are you human resources?",
			"Am I talking to the sales team?", "Is a real person available on Sundays?",
		},
	} {
		for _, text := range texts {
			language := "de"
			if l := answerLanguage(&Question{Text: text, Language: "de"}, nil, nil); l != "" {
				language = l
			}
			x := chatting(text, language, s)
			got, in := x.smallTalk(func() string { return new(Desk).contact(x, nil, language) })
			if want == "" && in != "" || want != "" && !strings.Contains(got, want) {
				t.Errorf("%q: %q, want %q", text, got, want)
			}
		}
	}
}

func TestTheLanguageAskedForIsKept(t *testing.T) {
	history := []Message{
		{Role: Visitor, Text: "Wann ist geöffnet?", Language: "de"}, {Role: Assistant, Text: "Bis 18 Uhr.", Language: "de"},
		{Role: Visitor, Text: "Please answer in English.", Language: "en"}, {Role: Assistant, Text: "Until 6 pm.", Language: "en"},
	}
	for _, c := range []struct {
		history []Message
		text    string
		want    string
	}{
		{nil, "Bitte antworten Sie auf Englisch: Wann ist geöffnet?", "en"},
		{nil, "Please reply in German. What does shipping cost?", "de"},
		{history, "Und am Sonntag?", "en"},
		{history, "Habt ihr auch am Sonntag offen?", "de"},
		{append(slices.Clone(history), Message{Role: Visitor, Text: "Habt ihr auch am Sonntag offen?"}), "Und samstags?", "de"},
		{[]Message{{Role: Visitor, Text: "Bitte antworten Sie mir auf Englisch."}}, "Habt ihr auch am Sonntag offen?", "en"},
		{history, "Jetzt bitte wieder auf Deutsch: Was kostet der Versand?", "de"},
		{[]Message{{Role: Visitor, Text: "Hi, do you speak English?", Language: "en"}, {Role: Visitor, Text: "Kann ich hier mit Karte zahlen?", Language: "de"}}, "What about today?", "en"},
		{history[:2], "And when are you open on Sunday?", "en"},
		{nil, "Gibt es die Anleitung auf Englisch?", "de"},
		{nil, "phone number", "en"},
		{nil, "Are dogs allowed?", "en"},
		{history[2:], "Hofladen?", "en"},
		{nil, "Quanto costa la visita e quando siete aperti?", "en"},
		{nil, "¿Tienen tarjeta regalo?", "en"},
		{history[:2], "¿Tienen tarjeta regalo?", "de"}, // who has written German reads it
		{history[2:], "Combien coûte le bon cadeau pour deux ?", "en"},
	} {
		if got := answerLanguage(&Question{Text: c.text, Language: "de"}, c.history, nil); got != c.want {
			t.Errorf("%q: %s, want %s", c.text, got, c.want)
		}
	}
	if got := sought("English please", history[:2]); got != "Wann ist geöffnet?" {
		t.Errorf("a wish for a language asks for %q again", got)
	}
	if got := sought("Und am Sonntag?", history); got != "Und am Sonntag?" {
		t.Errorf("looked for %q", got)
	}
}

// English is what most people read whose language the bot does not speak, but not where the interface offers German only.
func TestWhoWritesInAnotherLanguageIsAnsweredInEnglish(t *testing.T) {
	for _, text := range []string{
		"¿Cuánto cuesta la revisión de mi bicicleta?", "Combien coûte la révision de mon vélo ?", "Quanto costa la revisione e quando siete aperti?", "Quanto custa a revisão da minha bicicleta e onde estão?",
		"Cât costă și unde sunteți?", "Wat kost een onderhoudsbeurt en wanneer zijn jullie open?", "Ile to kosztuje i kiedy jest otwarte?", "Kolik to stojí a kdy máte otevřeno?", "Hvornår har I åbent, og hvad koster det?",
		"Hur mycket kostar det och när har ni öppet?", "Mennyibe kerül, és mikor vannak nyitva?", "Bu ne kadar ve dükkan nerede?", "Сколько стоит осмотр?", "Скільки коштує огляд?", "كم تكلفة الصيانة؟", "मरम्मत में कितना खर्च आता है?",
		"修理多少钱？", "修理はいくらですか？", "수리비는 얼마예요?", "ซ่อมราคาเท่าไหร่", "Sửa xe hết bao nhiêu tiền?", "Πόσο κοστίζει η επισκευή;",
	} {
		for want, offered := range map[string][]string{"en": {"de", "en"}, "de": {"de"}} {
			if got := answerLanguage(&Question{Text: text, Language: "de"}, nil, offered); got != want {
				t.Errorf("%q, where %v is offered: %s, want %s", text, offered, got, want)
			}
		}
	}
}

func TestPoliteWordsBeforeAQuestionAreNotSought(t *testing.T) {
	for text, want := range map[string]string{
		"ok super, danke. was kostet der E-Check?":             "was kostet der E-Check?",
		"Hallo, wann habt ihr auf?":                            "wann habt ihr auf?",
		"Gut, danke!":                                          "Gut, danke!",
		"Thanks, and on Sunday?":                               "and on Sunday?",
		"ok und samstags?":                                     "und samstags?",
		"ok danke und färben?":                                 "und färben?",
		"great and for kids?":                                  "and for kids?",
		"gut und günstig essen":                                "gut und günstig essen",
		"danke, und noch eine Frage: codiert ihr auch?":        "codiert ihr auch?",
		"Was anderes: was kostet eine Kastration?":             "was kostet eine Kastration?",
		"different question, do you take cats?":                "do you take cats?",
		"Thanks, and one more question: is there parking?":     "is there parking?",
		"Montag, 9 Uhr, geht das?":                             "Montag, 9 Uhr, geht das?",
		"Can you answer in English? When are you closed?":      "When are you closed?",
		"Wann ist zu? Bitte auf Englisch antworten.":           "Wann ist zu?",
		"Jetzt bitte wieder auf Deutsch: Was kostet es, 3.50?": "Was kostet es, 3.50?",
		"Gibt es Führungen auf Englisch?":                      "Gibt es Führungen auf Englisch?",
	} {
		if got := sought(text, nil); got != want {
			t.Errorf("%q: %q is sought, want %q", text, got, want)
		}
	}
}

func TestWhoAsksInAnotherLanguageReadsWhichOnesAreSpoken(t *testing.T) {
	for text, want := range map[string]bool{
		"Combien coûte une wallbox pour ma maison ?": true, "Сколько стоит?": true, "كم السعر؟": true,
		"Was kostet das?": false, "How much is it?": false, "preise?": false, "Wallbox": false,
	} {
		if got := spoken(text) != ""; got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// Who corrects what was understood asks the question before about something else.
func TestACorrectionGoesOnAboutTheQuestionBefore(t *testing.T) {
	history := []Message{{Role: Visitor, Text: "Wann ist am Mittwoch geöffnet?", Language: "de"}, {Role: Assistant, Text: "8–12 Uhr [1]", Language: "de"}}
	for text, want := range map[string]string{
		"nein, ich meinte Niederurnen":                         "und Niederurnen",
		"Nein ich meine in Vellmar.":                           "und in Vellmar",
		"Nicht Frau Roth, Dr. Yilmaz":                          "und Dr. Yilmaz",
		"not Monday, Tuesday!":                                 "and Tuesday",
		"Nicht am Montag, kann ich da kommen?":                 "Nicht am Montag, kann ich da kommen?",
		"sorry, meinte am Donnerstag":                          "und am Donnerstag",
		"no, I meant on Sundays":                               "and on Sundays",
		"Nein, am Samstag!":                                    "und am Samstag",
		"No, for adults":                                       "and for adults",
		"nein, ich meinte was kostet das Futter":               "was kostet das Futter",
		"No I meant how long does it take, not the price":      "how long does it take",
		"nein, ich meinte den Neunsitzer, was kostet der":      "den Neunsitzer, was kostet der",
		"nein, ich meinte am Freitag, nicht am Mittwoch":       "und am Freitag",
		"nein, ich meinte die andere Praxis":                   "nein, ich meinte die andere Praxis",
		"das meinte ich nicht":                                 "das meinte ich nicht",
		"Nein danke":                                           "Nein danke",
		"Ich meine, dass das alles viel zu teuer ist bei euch": "Ich meine, dass das alles viel zu teuer ist bei euch",
		"Was meinen Sie mit Futter?":                           "Was meinen Sie mit Futter?",
	} {
		if got := sought(text, history); got != want {
			t.Errorf("%q: %q is sought, want %q", text, got, want)
		}
		if got := sought("nein, ich meinte Niederurnen", nil); got != "nein, ich meinte Niederurnen" {
			t.Errorf("with nothing asked before %q is sought", got)
		}
	}
}

// A page that speaks of ailments, or of the authority for data, does not say to whom one complains.
func TestOnlyAPageAboutComplaintsSaysToWhom(t *testing.T) {
	for text, want := range map[string]bool{
		"Wir behandeln Menschen mit Rücken-, Gelenk- und neurologischen Beschwerden.":                     false,
		"Sie haben ein Beschwerderecht beim Hessischen Beauftragten für Datenschutz.":                     false,
		"Bei einer Beschwerde über die Verarbeitung Ihrer Daten wenden Sie sich an die Aufsichtsbehörde.": false,
		"We never sell data. Complaints: Information Commissioner’s Office.":                              false,
		"Eine Beschwerde nimmt Frau Loosen entgegen.":                                                     true,
		"Bei wem Sie sich beschweren können: Gudrun Sailer, Zimmer 4.":                                    true,
		"Complaints go to Priya Nandakumar.":                                                              true,
	} {
		index := retrieve.Build([]passage.Passage{
			{ID: "1", Document: "a", Title: "Über uns", Text: text}, {ID: "2", Document: "b", Title: "Zeiten", Text: "Samstag 6 bis 13 Uhr", Language: "de"},
		}, retrieve.Options{})
		if got := saysToWhom(index); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
