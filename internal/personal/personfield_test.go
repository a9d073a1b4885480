package personal

import "testing"

func TestThingsCalledByGivenNamesAreNobody_D3(t *testing.T) {
	checkNames(t, map[string]string{
		"Bürostuhl Markus knarzt, Garantie 10 Jahre?": "", "Das Kinderbett Paul 70x140 wackelt": "", "Ich reklamiere die Schuhe Rebecca, Farbe Cognac": "", "Kartoffelsorte Linda vorrätig?": "", "Chateau Margaux 2015, Preis auf Anfrage?": "", "Maris Piper or King Edward potatoes?": "", "Jeans Tom, W32 L34, Slim Fit, wann wieder da?": "",
		"Der Schrank ist für Paul Kramer, danke": "Paul Kramer",
	})
}

func TestThingsInFieldsAreNobody_D3(t *testing.T) {
	checkNames(t, map[string]string{
		"Name: Office 365": "", "Name: Müller Milch": "", "Name: Bluetooth Kopfhörer": "", "Name: Nivea": "", "Name: Thermomix": "", "Name: Playmobil": "", "Name: Weber Anton": "Weber Anton", "Name: Müller": "Müller",
		"Name: Office 365 Business, 5 Lizenzen": "", "Name: Ravioli mit Spinat, Preis 8,90": "", "Name: Airfryer XXL": "", "Name: Spinach Ravioli, price 8.90": "", "12 Sack Zement 25 kg, CEM II 42,5, frei Haus?": "", "Name: Anton Lego": "Anton Lego", "Name: Kowalczyk": "Kowalczyk", "Name: Ella Koch": "Ella Koch",
	})
}
