package section

import (
	"slices"
	"testing"
)

func TestHeadingsBeginParts(t *testing.T) {
	for heading, want := range map[string]Ref{
		"§ 573c Fristen der ordentlichen Kündigung": {Paragraph, "573c"},
		"§5 Haftung":              {Paragraph, "5"},
		"Art. 13 Informationen":   {Article, "13"},
		"Artikel 2":               {Article, "2"},
		"4.2 Haftung":             {Bare, "4.2"},
		"4.2. Haftung":            {Bare, "4.2"},
		"5) Gewährleistung":       {Bare, "5"},
		"Kapitel III: Betrieb":    {Chapter, "iii"},
		"Anhang B – Ersatzteile":  {Annex, "b"},
		"Section 12: Deliveries":  {Section, "12"},
		"Step 3. Reset the pump":  {Step, "3"},
		"Unsere Leistungen":       {},
		"Artikel in unserem Shop": {},
		"Teilnahme":               {},
		"":                        {},
		"24h-Notdienst":           {},
		"§§":                      {},
		"Paragraph":               {},
	} {
		if got, ok := Of(heading); got != want || ok != (want.Kind != None) {
			t.Errorf("%q begins %v, %v, want %v", heading, got, ok, want)
		}
	}
}

func TestQuestionsNameParts(t *testing.T) {
	for text, want := range map[string]struct {
		asked []Question
		rest  string
	}{
		"Was steht in § 573c BGB?": {[]Question{{Ref{Paragraph, "573c"}, "", "BGB"}}, "Was steht in"},
		"§573c":                    {[]Question{{Ref{Paragraph, "573c"}, "", ""}}, ""},
		"Was regelt Paragraph 7 Abs. 2 Nr. 1 UWG?":     {[]Question{{Ref{Paragraph, "7"}, "2", "UWG"}}, "Was regelt"},
		"Was sagt Art. 13 der DSGVO?":                  {[]Question{{Ref{Article, "13"}, "", "DSGVO"}}, "Was sagt"},
		"Was steht unter Punkt 4.2 der Hausordnung?":   {[]Question{{Ref{Section, "4.2"}, "", "Hausordnung"}}, "Was steht unter"},
		"what does section 3 of the handbook say":      {[]Question{{Ref{Section, "3"}, "", "handbook"}}, "what does say"},
		"Gilt § 5 (3) auch für Azubis?":                {[]Question{{Ref{Paragraph, "5"}, "3", ""}}, "Gilt auch für Azubis?"},
		"§§ 433 ff. BGB":                               {[]Question{{Ref{Paragraph, "433"}, "", "BGB"}}, ""},
		"§ 433ff. BGB":                                 {[]Question{{Ref{Paragraph, "433"}, "", "BGB"}}, ""},
		"§ 3 Satz 2 BGB":                               {[]Question{{Ref{Paragraph, "3"}, "", "BGB"}}, ""},
		"§ 3 Nr. 4 Abs.2 BGB":                          {[]Question{{Ref{Paragraph, "3"}, "2", "BGB"}}, ""},
		"Article 6(1)(a) GDPR":                         {[]Question{{Ref{Article, "6"}, "1", "GDPR"}}, ""},
		"Was sagt Art.13 DSGVO?":                       {[]Question{{Ref{Article, "13"}, "", "DSGVO"}}, "Was sagt"},
		"Was steht in §§ 5 und 8?":                     {[]Question{{Ref{Paragraph, "5"}, "", ""}, {Ref{Paragraph, "8"}, "", ""}}, "Was steht in"},
		"Was steht in § 5, 6?":                         {nil, "Was steht in § 5, 6?"},
		"Artikel 3 bis 7":                              {nil, "Artikel 3 bis 7"},
		"Was steht in § 5 und im Anhang?":              {[]Question{{Ref{Paragraph, "5"}, "", ""}}, "Was steht in und im Anhang?"},
		"Was kostet Kurs 3?":                           {nil, "Was kostet Kurs 3?"},
		"Was unterscheidet § 5 von § 6?":               {[]Question{{Ref{Paragraph, "5"}, "", ""}, {Ref{Paragraph, "6"}, "", ""}}, "Was unterscheidet von"},
		"§ 1 Abs. 2 HGB und § 2":                       {[]Question{{Ref{Paragraph, "1"}, "2", "HGB"}, {Ref{Paragraph, "2"}, "", "HGB"}}, "und"},
		"§ 134 und § 138 BGB":                          {[]Question{{Ref{Paragraph, "134"}, "", "BGB"}, {Ref{Paragraph, "138"}, "", "BGB"}}, "und"},
		"Was steht in §§ 323, 326 Abs. 1 BGB":          {[]Question{{Ref{Paragraph, "323"}, "", "BGB"}, {Ref{Paragraph, "326"}, "1", "BGB"}}, "Was steht in"},
		"§ 1 § 2 § 3 § 4 § 5 § 6":                      {nil, ""},
		"Was regeln die Paragraphen 433, 434 und 435?": {[]Question{{Ref{Paragraph, "433"}, "", ""}, {Ref{Paragraph, "434"}, "", ""}, {Ref{Paragraph, "435"}, "", ""}}, "Was regeln die"},
		"What do sections 3 and 4 say?":                {[]Question{{Ref{Section, "3"}, "", ""}, {Ref{Section, "4"}, "", ""}}, "What do say?"},
		"Was steht in §§ 433 bis 435 BGB?":             {[]Question{{Ref{Paragraph, "433"}, "", "BGB"}, {Ref{Paragraph, "434"}, "", "BGB"}, {Ref{Paragraph, "435"}, "", "BGB"}}, "Was steht in"},
		"Was steht in §§ 433-435 BGB?":                 {[]Question{{Ref{Paragraph, "433"}, "", "BGB"}, {Ref{Paragraph, "434"}, "", "BGB"}, {Ref{Paragraph, "435"}, "", "BGB"}}, "Was steht in"},
		"§§ 433 bis 480 BGB":                           {nil, "§§ 433 bis 480 BGB"},
		"§ 5 und 8 Tage":                               {nil, "§ 5 und 8 Tage"},
		"Welche Artikel habt ihr im Angebot?":          {nil, "Welche Artikel habt ihr im Angebot?"},
		"Gibt es einen Artikel 5 Sterne Bewertungen?":  {[]Question{{Ref{Article, "5"}, "", "Sterne"}}, "Gibt es einen Bewertungen?"},
	} {
		if asked, rest := Asked(text); !slices.Equal(asked, want.asked) || rest != want.rest {
			t.Errorf("%q asks for %+v and %q, want %+v", text, asked, rest, want)
		}
	}
}

func TestTitlesAreHeadingsWithoutTheirNumber(t *testing.T) {
	for heading, want := range map[string]string{
		"§ 13 Verbraucher": "Verbraucher", "§5 Haftung": "Haftung", "4.2. Haftung": "Haftung", "Anhang B – Ersatzteile": "Ersatzteile",
		"Section 12: Deliveries": "Deliveries", "Unsere Leistungen": "Unsere Leistungen", "§ 5": "", "": "",
	} {
		if got := Title(heading); got != want {
			t.Errorf("the title of %q is %q, want %q", heading, got, want)
		}
	}
}
