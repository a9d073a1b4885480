package personal

import (
	"slices"
	"testing"
)

// The word that names a number stands before the first of several only.
func TestNumbersInARowAreFoundBehindTheFirst_D3(t *testing.T) {
	f := New(Options{})
	for text, want := range map[string][]string{
		"PIN für die Girocard hab ich dreimal falsch: 4021, 4012, 4102":                               {"4021", "4012", "4102"},
		"Passports for the group: GTPM3NG4F9 (Ulrike), HKJKCV2TK6 (Stefan), J0WTLKKN9 (Nils). Ferry":  {"GTPM3NG4F9", "HKJKCV2TK6", "J0WTLKKN9"},
		"wrong NHS number on the label, 2 samples. Should read 9437761647 and 943 018 4091.":          {"9437761647", "943 018 4091"},
		"Französisch: FR87479839722, niederländisch: NL862779121B01, der Brite hat jetzt GB286733226": {"FR87479839722", "NL862779121B01", "GB286733226"},
		"canadian passport HK482917 renewed in june, nexus still shows the old one GA771043":          {"HK482917", "GA771043"},
		"Passwörter: ERP Linde#2291, Mail Buche#1182":                                                 {"Linde#2291", "Buche#1182"},
		"card declined: 5359 5711 7777 4128 03/28 661; try another":                                   {"5359 5711 7777 4128", "661"},
		"Kinder: Lea (4.5.2012) und Tom (6.7.2014)":                                                   {"4.5.2012", "6.7.2014"},
		"change the front door pin from 1199 to 4407 before friday":                                   {"1199", "4407"},
		"alarm code is 5521, panic code 5522, pls dont mix up":                                        {"5521", "5522"},
		"die Haustür geht mit Code (3862) und oben die 9917#.":                                        {"3862", "9917#"},
		"Geburtsdatum falsch hinterlegt: steht 12.03.1965, richtig ist 21.03.1965":                    {"12.03.1965", "21.03.1965"},
		"Mein Vater ist am 04.07.1941 geboren und am 12.02.2026 verstorben.":                          {"04.07.1941"},
		"mein Nickname war sonne77 und das Passwort Sonne77!, hilft das?":                             {"sonne77", "Sonne77!"},
		"Passport details for the manifest:\nIsla – 538204917 – 30.04.1987\nJory – 541177082":         {"538204917", "30.04.1987", "541177082"},
		"Ward list, Bay C\nC1  Oduya, Femi        30/01/1966   927 081 9612   home":                   {"30/01/1966", "927 081 9612"},
		"Name       DOB      Bay\nHale, Ann  12/04/1990  3\nMoll, Eva  07/08/1951  4":                 {"12/04/1990", "07/08/1951"},
		"neu Hr. Ganter, Auto FR AG 1903E, bisher Fr. Moll, EM-ZU 55. Handsender":                     {"FR AG 1903E", "EM-ZU 55"},
		"Driver license: F4417290 (CA)\nBank routing: 121042882":                                      {"F4417290"},
		"Vertrag Nr. FS-20-11873, Führerschein 08/2016":                                               {},
		"Tel 0921 · 507 88 41 · Fax 0921 · 507 88 42":                                                 {"0921 · 507 88 41", "0921 · 507 88 42"},
		"Marktweg · 06108 · 0345 123456 · 0171 4482931":                                               {"0345 123456", "0171 4482931"},
		"Gast: Korbinian Etzel\nPerso XWHXMZ87J2  7/12/1990":                                          {"XWHXMZ87J2", "7/12/1990"},
		"Reisepass C01X0006H, 12.03.1985":                                                             {"C01X0006H", "12.03.1985"},
		"Perso L01X00T471 / 7.12.90":                                                                  {"L01X00T471", "7.12.90"},
		"Perso L01X00T471, 12.03.2031":                                                                {"L01X00T471"},
		"Reisepass C01X0006H, ausgestellt 12.03.2005":                                                 {"C01X0006H"},
		"Führerschein B072RRE2I55, 12.03.2006":                                                        {"B072RRE2I55"},
		"Patient: Sørensen, Jörg (03.11.1956)":                                                        {"03.11.1956"},
		"Mieterin: Hannah van de Loo, 3.4.1991\nab sofort":                                            {"3.4.1991"},
		"Teilnehmer: Anna Brandl, 12.03.2025":                                                         {},
		"Fahrer Gegner:     Pieter van der Laan, Kastanjelaan 41, 6828 GH Arnhem":                     {"Kastanjelaan 41, 6828 GH Arnhem"},
		"Fahrer: Pieter de Weg, Kastanjelaan 41, 6828 GH Arnhem":                                      {"Kastanjelaan 41, 6828 GH Arnhem"},
		"PIN 4021, Bestellung 4012":                                                                   {"4021"},
	} {
		var got []string
		for _, e := range f.Find(text) {
			if e.Type != Person {
				got = append(got, e.Text)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: found %q, want %q", text, got, want)
		}
	}
}

// A list of children has days of birth, one of comments has none; a document is followed by that of another.
func TestFurtherValuesOfAListAreFound_D3(t *testing.T) {
	for text, want := range map[string][]string{
		"Wer noch fehlt: Luca (14.02.2013), Bilal (03-08-2012), Mats (weiß ich nicht).":                     {"14.02.2013", "03-08-2012"},
		"Kommentare von Anna (12.03.2024), Tom (13.03.2024)":                                                nil,
		"Im Ausweis steht L2YXXPKXY5, gültig bis 14.02.2031, bei der anderen ist es W3RHXZNXK. Reicht das?": {"L2YXXPKXY5", "W3RHXZNXK"},
		"Karte 5412 2419 7550 3385 gültig bis 09/28, hinten steht 418":                                      {"5412 2419 7550 3385", "418"},
	} {
		var got []string
		for _, e := range New(Options{Year: 2026, Off: []Type{Person}}).Find(text) {
			got = append(got, e.Text)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: found %q", text, got)
		}
	}
}

// What is told of somebody of the family stands in a row with what is told of oneself.
func TestFurtherValuesOfAFamilyAreFound_D3(t *testing.T) {
	for text, want := range map[string][]string{
		"Meine Passnummer: F7L2P0XN8 und die von meinem Mann (Schweizer) X8240199":   {"F7L2P0XN8", "X8240199"},
		"The club's UTR is 1536236982 and the partnership's is 2194482046; the rest": {"1536236982", "2194482046"},
		"My BSN is 527195613 and hers is 123456782":                                  {"527195613", "123456782"},
		"The club's UTR is 1536236982 and we are 2194482 people":                     {"1536236982"},
	} {
		var got []string
		for _, e := range New(Options{Year: 2026, Off: []Type{Person}}).Find(text) {
			got = append(got, e.Text)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: found %q", text, got)
		}
	}
}
