package personal

import "testing"

// wholeNames are names of several words that only the small words in them, or what those who bear them do, tell to be names.
var wholeNames = map[Type][]string{
	Person: {
		"‹Freiherr von und zu Aufseß› hat angerufen.", "‹Maria Theresia Freifrau von Thurn und Valsassina-Como-Vercelli›", "Herr ‹zu Knyphausen› ruft zurück", "Das hat ‹Isabelle Prinzessin zu Ysenburg und Büdingen› unterschrieben.",
		"Danke\n‹Marie Treusch von Buttlar-Brandenfels›", "Dear ‹Christoph Wolff von der Sahl›, please", "Der Graf von Monte Christo ist im Regal",
		"Können Sie ‹Haoyu› sagen, dass ich komme?", "‹Karsten› hat gestern angerufen", "und ‹Gerlinde› möchte auch kommen", "Mit freundlichen Grüßen\nppa. ‹Schneider›", "Gruß\ni.V. ‹K.-H. Baumgärtner›",
		"bei ‹Pichlbauer› klingeln", "Mein Nachname ist ‹Pichlbauer›.", "unter dem Namen ‹Pichlbauer› gebucht", "Es geht um ‹Karsten›, er ist krank", "Herr ‹Haoyu Meng› kommt", "‹Pan Xinyi› hat gekündigt", "Hi, ich bin ‹Jun›!",
	},
}

func TestNamesAreFoundWhole_D3(t *testing.T) { checkTyped(t, wholeNames) }

// titledOnes are surnames that no list has behind a title or what somebody is, and words behind one that are no names.
var titledOnes = map[Type][]string{
	Person: {
		"Termin bei Mag. ‹Pichlbauer› um 9", "Brief an Ing. ‹Pichlbauer›", "Fam. ‹Pichlbauer›, 2. OG", "fragen Sie Hausmeister ‹Pichlbauer›", "Brief von StB ‹Pichlbauer› an uns", "Bgm. ‹Pichlbauer› kommt",
		"Hausmeister Service Berlin", "Fam. Ferienwohnung mit Balkon", "Ing. Büro Nord", "Trainer Lizenz gesucht", "Chef Koch Messer Set", "Techniker Krankenkasse Bonus",
	},
}

func TestSurnamesBehindTitlesAreFound_D3(t *testing.T) { checkTyped(t, titledOnes) }

// calledAfterPeople are goods, shops and works that bear names of people, and people who bear such names.
var calledAfterPeople = map[Type][]string{
	Person: {
		"Danke, Paul Green Schuhe war toll!", "Betreff: Jack Wolfskin Jacke", "Ist Hortensie Annabelle noch da?", "Was kostet Pizza Mario?", "Dr. Oetker Pizza ist kaputt gegangen.", "how much is hugo boss anzug", "hallo, habt ihr harry potter da",
		"Ich war bei Metzgerei Wagner.", "Das Angebot für Renault Zoe ist super.", "I would like Betty Barclay Kleid, please.",
		"Ich bin Herr ‹Jacobs›", "‹Markus Opel› hat angerufen", "Kundin ‹Anna Müller›, Schuhe Größe 38", "Frau ‹Ferrero› ruft an",
		"‹Paul Green› hat gestern angerufen", "‹Ted Baker› rang me yesterday", "Producer ‹Rose Nekrasov› explained to Fuse TV", "Hat Paul Green etwas in 44?", "Do you sell Ted Baker?",
	},
}

func TestThingsCalledAfterPeopleStay_D3(t *testing.T) { checkTyped(t, calledAfterPeople) }
