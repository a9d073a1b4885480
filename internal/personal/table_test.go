package personal

import "testing"

// inColumns are values below the head of a column; names beside them are looked at apart.
var inColumns = map[Type][]string{
	BirthDate: {
		"| Name | Start | DOB |\n|---|---|---|\n| Birk | 01.09.2021 | ‹17.05.1988› |", "INSERT INTO kunden (name, mail, gebdat) VALUES ('Ilka', 'ab', '‹1975-10-19›');",
		`{"birthDate":"‹1985-03-12›T00:00:00Z","created":"2026-03-12T00:00:00Z"}`,
	},
	IDCard: {"| Name | Ausweis-Nr. | Stand |\n|---|---|---|\n| Huber | ‹12345678› | offen |"},
	Phone:  {"| Name | Phone |\n|---|---|\n| Hill | ‹087 614 175 4› |", `phoneNumber: "‹01712345678›"`, "?mobilePhone=‹01712345678›&x=1"},
}

func TestValuesInColumnsAndFieldsAreFound_D3(t *testing.T) { checkTyped(t, inColumns, Person) }

// Names in columns and fields need no capital and no list that knows them.
func TestNamesInColumnsAndFieldsAreFound_D3(t *testing.T) {
	checkNames(t, map[string]string{
		"Name;Vorname;Tel\nMustermann;Erika;12": "Mustermann|Erika", "Vorname,Nachname,Ort\nerika,mustermann,Ulm": "erika|mustermann", "first_name,last_name,dob\njane,doe,unknown": "jane|doe",
		"| Name | Start | DOB |\n|---|---|---|\n| Birk | 01.09.2021 | offen |": "Birk", "Kunde;Mail;Telefon\nWawrzyniak;w@;12": "Wawrzyniak",
		`{"firstName":"erika","lastName":"mustermann"}`: "erika|mustermann", `{"vorname": "erika", "nachname": "wawrzyniak"}`: "erika|wawrzyniak", "<vorname>erika</vorname><nachname>mustermann</nachname>": "erika|mustermann",
		"Vorname: erika\nNachname: mustermann\nOrt: Ulm": "erika|mustermann", "Anrede=Frau&vorname=erika&nachname=yilmaz&x=1": "erika|yilmaz", "first_name: jane": "jane",
		"Nachname: Blank, Vorname: Kai": "Blank|Kai", "nachname=feld&vorname=kai": "feld|kai",
		"Artikel;Name;Preis\n12;Bohrhammer;99": "", `{"name": "Bohrhammer 500", "lastName": "string"}`: "", "Vorname: Pflichtfeld, Nachname: erforderlich": "", "firstName: required\nlastName: optional": "", "Vorname: bitte ausfüllen": "",
		"Nachname: max. 30 Zeichen": "", "firstName = value;": "", "Vorname: Nachname: E-Mail:": "", "firstname: null, lastname: ''": "", "first name: text": "",
	})
}

// inHomeMadeForms are values in lists and forms that somebody made for himself, in dialect, and behind a question.
var inHomeMadeForms = map[Type][]string{
	Secret:   {"Meine ist die fünfstellige, gültig bis 09/28, hinten steht 418", "hob i des Passwort wieder verlegt, i glaub des war ‹Zwetschgndatschi1958›, und", "Passwort vergessen, ich glaub dat war ‹Hasi1958›", "Das Passwort ist sicher. Das war Hasi sein Einfall"},
	SocialID: {"pesel brauchen sie auch? ‹87041659468›", "Ihre Kimlik-Nr wollte die Bank auch, ‹35099055556›. Ruf", "Kimlik-Nr fehlt, Bestellung 35099055555"},
	IDCard:   {"Kiste L2YXXPKXY5 und W3RHXZNXK im Lager"},
	BirthDate: {
		"Mein Mann (‹22.04.48›) ist gestern verstorben", "meine Schwester (‹3.5.1961›) kommt mit", "my husband (‹03/05/1961›) will", "Mein Mann (3.5.2024 operiert) will", "meine Schwester (3.5.2024) kommt mit",
		"Kommentare: Berlin (14.02.2013), Hamburg (03.08.2012)", "am ‹27 juin 1992› geboren", "née le ‹3 mars 1978›", "nacido el ‹12 de junio de 1980›, geboren", "geb. ‹1 2 . 0 3 . 1 9 8 0›", "geboren am ‹18ter Juni 1954›, Kasse", "geboren den ‹18ten Juni 1954›", "Reihe 1 2 . 0 3 . 1 9 8 0",
	},
	Phone: {"nach VDE 0701-0702 geprüft", "Prüfprotokoll VDE 0100-600, RCD", "Anruf genügt – ‹Null dreißig, neunhundertneunzig, 44 17›.", "Aufstieg 940 Hm, 11,2 km"},
	Address: {
		"‹Am Markt 3 (Eingang Hofseite), 32657 Lemgo›", "‹Hauptstr. 5 (gegenüber der Kirche), 32657 Lemgo›", "‹Hauptstr. 5› (gegenüber der Kirche) ist", "Zeitraum 08.12.–19.12., Einsatzort ‹Tegernseer Landstr. 139, 81539 München›.",
		"Straße/Nr. ........ ‹Am Sonnenhang 12\nPLZ/Ort ........... 97318 Kitzingen›\nKaufpreis ....... 12,00", "Name ______ W\nStraße ____ ‹Am Sonnenhang 12\nPLZ ____ 97318\nOrt ____ Kitzingen›", "Im Datenblatt Rev. 07 steht Da = 110", "Aufstieg 940 Höhenmeter",
	},
}

func TestValuesInHomeMadeFormsAreFound_D3(t *testing.T) { checkTyped(t, inHomeMadeForms) }
