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
		"Artikel;Name;Preis\n12;Bohrhammer;99": "", `{"name": "Bohrhammer 500", "lastName": "string"}`: "", "Vorname: Pflichtfeld, Nachname: erforderlich": "", "firstName: required\nlastName: optional": "", "Vorname: bitte ausfüllen": "",
		"Nachname: max. 30 Zeichen": "", "firstName = value;": "", "Vorname: Nachname: E-Mail:": "", "firstname: null, lastname: ''": "", "first name: text": "",
	})
}
